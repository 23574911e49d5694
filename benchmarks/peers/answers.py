"""What other systems answer, turned into the shape of a reading ({"times": [...], "numbers": [...]}) for scoring.

Standard library alone: the workers run it in environments of their own. Where a system answers with a moment, it is cut
to the unit that the system itself says it has found (a month, a year), so that «فبراير 2018» is not taken for a day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

Item = dict[str, Any]

_TAG = re.compile(r"<[^>]*>")
_TIMEX = re.compile(r'<TIMEX3 [^>]*?type="(\w+)"[^>]*?value="([^"]*)"')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = re.compile(r"\d{2,4}")
_PERCENT = re.compile(r"[%٪]|ب?المئ[ةه]|ب?المائ[ةه]|ب?المي[ةه]")
_DURATIONS = {"YEARS": "Y", "MONTHS": "M", "WEEKS": "W", "DAYS": "D", "HOURS": "H", "MINUTES": "M", "SECONDS": "S"}


def timeml(answer: str, text: str) -> list[Item]:
    """HeidelTime's TimeML as times of `text`. Raises ValueError where the answer holds another text."""
    body = answer.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    items: list[Item] = []
    at, end = 0, 0
    for tag in [*_TAG.finditer(body), None]:
        piece = unescape(body[end : tag.start() if tag else len(body)])
        if text[at : at + len(piece)] != piece:
            raise ValueError(f"the answer is not about the text from character {at} on: {piece[:40]!r}")
        at += len(piece)
        if tag is None:
            break
        end = tag.end()
        if timex := _TIMEX.match(tag.group()):
            items.append(time(at, at, timex[1], unescape(timex[2])))
        elif tag.group() == "</TIMEX3>":
            items[-1]["end"] = at
            items[-1]["text"] = text[items[-1]["start"] : at]
    return items


def time(start: int, end: int, kind: str, value: str) -> Item:
    """A time of a reading, with the days between which its value lies."""
    first, last = bounds(value) if kind == "DATE" else (None, None)
    return {"start": start, "end": end, "type": kind, "value": value, "earliest": first, "latest": last}


def bounds(value: str) -> tuple[str | None, str | None]:
    """First and last day of a TIMEX3 value («2018-02», «2018-W07», «199»); of a range «A/B» from A's to B's."""
    if "/" in value:
        first, _, last = value.partition("/")
        return bounds(first)[0], bounds(last)[1]
    days = _days(value)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    try:
        if _DAY.fullmatch(value):
            day = dt.date.fromisoformat(value)
            return day, day
        if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday + dt.timedelta(5 if week[3] else 0), monday + dt.timedelta(6)
        if part := re.fullmatch(r"(\d{4})-(Q|H|)(\d\d?)", value):
            months = {"Q": 3, "H": 6, "": 1}[part[2]]
            last = int(part[3]) * months
            return dt.date(int(part[1]), last - months + 1, 1), month_end(int(part[1]), last)
        if _YEARS.fullmatch(value):
            return dt.date(int(value.ljust(4, "0")), 1, 1), dt.date(int(value.ljust(4, "9")), 12, 31)
    except ValueError:
        return None
    return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def cut(moment: dt.datetime, unit: str) -> tuple[str, str]:
    """Type and value of a moment that is known to its `unit` (year, month, week, day, time)."""
    if unit == "time":
        return "TIME", moment.strftime("%Y-%m-%dT%H:%M" + (":%S" if moment.second else ""))
    year, week, _ = (moment + dt.timedelta(1)).isocalendar()  # the Sunday before belongs to the week here
    forms = {"year": f"{moment:%Y}", "month": f"{moment:%Y-%m}", "week": f"{year}-W{week:02}"}
    return "DATE", forms.get(unit, f"{moment:%Y-%m-%d}")


def found_moments(answer: Iterable[tuple[str, dt.datetime, str]], text: str) -> list[Item]:
    """dateparser's matches (words, moment, period) as times; it gives no places, so each is the next of its words."""
    items, at = [], 0
    for words, moment, period in answer:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        items.append(time(start, at, *cut(moment, period)))
    return items


def maha_times(dimensions: Iterable[Any], now: dt.datetime) -> list[Item]:
    """Maha's times, counted from `now`."""
    items = []
    for d in dimensions:
        ends = (
            [d.value] if not hasattr(d.value, "start") else [v for v in (d.value.start, d.value.end) if v is not None]
        )
        try:
            values = [cut(value + now, _finest(value)) for value in ends]
        except (ValueError, OverflowError):
            continue
        if values:
            items.append(time(d.start, d.end, values[0][0], "/".join(value for _, value in values)))
    return items


def _finest(value: Any) -> str:
    """The smallest unit that a TimeValue of Maha sets."""
    if value.is_seconds_set() or value.is_minutes_set() or value.is_hours_set():
        return "time"
    if value.is_days_set() or value.weekday is not None:
        return "day"
    if value.is_weeks_set():
        return "week"
    if value.is_months_set() or value.next_month or value.prev_month:
        return "month"
    return "year" if value.is_years_set() else "day"


def maha_durations(dimensions: Iterable[Any], times: Iterable[Item]) -> list[Item]:
    """Maha's durations, less those that are a part of a time («يوم» of «يوم 5 أبريل»)."""
    taken = [(t["start"], t["end"]) for t in times]
    items = []
    for d in dimensions:
        if not hasattr(d.value, "values") or any(start < d.end and d.start < end for start, end in taken):
            continue
        parts = [(f"{v.value:g}", v.unit.name) for v in d.value.values]
        days = "".join(n + _DURATIONS[u] for n, u in parts if u in ("YEARS", "MONTHS", "WEEKS", "DAYS"))
        hours = "".join(n + _DURATIONS[u] for n, u in parts if u in ("HOURS", "MINUTES", "SECONDS"))
        items.append(time(d.start, d.end, "DURATION", f"P{days}{'T' * bool(hours)}{hours}"))
    return items


def maha_numbers(dimensions: Iterable[Any], kind: str) -> list[Item]:
    """Maha's numerals or ordinals; one that takes a percent sign in is a percentage."""
    items = []
    for d in dimensions:
        if not isinstance(d.value, int | float):
            continue
        percent = kind == "cardinal" and _PERCENT.search(d.body) is not None
        value = round(d.value * 100, 6) if percent else d.value
        items.append({"start": d.start, "end": d.end, "value": value, "kind": "percent" if percent else kind})
    return items


def duckling_numbers(entries: Iterable[dict[str, Any]]) -> list[Item]:
    """Duckling's numbers and ordinals."""
    kinds = {"number": "cardinal", "ordinal": "ordinal"}
    return [
        {"start": e["start"], "end": e["end"], "value": e["value"]["value"], "kind": kinds[e["dim"]]}
        for e in entries
        if e["dim"] in kinds and "value" in e["value"]
    ]
