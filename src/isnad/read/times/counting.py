"""What resolving needs beside the calendars: the shared state, and days counted from days."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import NamedTuple

from isnad.read.times import calendars as cal
from isnad.read.times.mentions import Mention

DAY = dt.timedelta(days=1)


class Resolved(NamedTuple):
    """value: TIMEX3; first, last: the days that bound it (None: open). until: by when a period ends. odd: what
    contradicts."""

    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    until: str | None = None
    odd: str = ""
    duration: bool = False


class Context:
    """What the article has said so far: the day, month, year and share of a year named last; the sentence's year; the
    year that each month was last named with, and in which sentence; the date of any kind named last; the sentence's
    clock time; the day named last with its month, and in which sentence."""

    def __init__(self) -> None:
        self.day: dt.date | None = None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.share: tuple[int, str] | None = None
        self.months: dict[int, tuple[int, int]] = {}
        self.frame: int | None = None
        self.sentence = -1
        self.day_sentence = -1
        self.last: Resolved | None = None
        self.last_sentence = -1
        self.clock: tuple[int, str] | None = None
        self.dated: tuple[dt.date, int] = (dt.date.min, -9)


class Telling(NamedTuple):
    """What the words around a mention say of it. direction: 1 coming, -1 past, 0 nothing; toward: 1 or -1 for a weekday
    that last was so many days before publication."""

    direction: Callable[[Mention], int]
    toward: Callable[[Mention, int], int]


class Counter:
    """The state of resolving one article against one day of publication (None: unknown)."""

    def __init__(self, published: dt.date | None, at: dt.datetime | None, telling: Telling, short: bool) -> None:
        self.pub = published
        self.at = at
        self.direction, self.toward = telling
        self.short = short
        self.seen = Context()

    def one_day(self, m: Mention, day: dt.date) -> Resolved:
        """A single day, remembered, with what contradicts it."""
        self.seen.day_sentence = self.seen.sentence
        self.seen.day, self.seen.month, self.seen.year = day, (day.year, day.month), day.year
        if m.month is not None:
            self.seen.dated = day, self.seen.sentence
        odd = ""
        if m.weekday is not None and not (m.value or "").startswith("nth") and day.isoweekday() != m.weekday:
            near = self.pub is not None and abs((day - self.pub).days) <= 60
            odd = "weekday" if m.year is not None or near else ""
        if m.twin is not None and all(m.twin):
            first, last = cal.hijri_range(*m.twin)
            if not first - 2 * DAY <= day <= last + 2 * DAY:
                odd = "calendars"
        return Resolved(day.isoformat(), day, day, odd=odd)


def ref(rel: int | None) -> str:
    return "PRESENT_REF" if not rel else "PAST_REF" if rel < 0 else "FUTURE_REF"


_PARTS = {"Q": 4, "H": 2, "T": 3}


def fixed(m: Mention) -> Resolved:
    value = m.value or ""
    if "/" in value:
        first, last = (dt.date.fromisoformat(d) for d in value.split("/"))
        return Resolved(value, first, last)
    if m.type == "DATE" and value.isdigit() and len(value) in (2, 3):
        size = 10 ** (4 - len(value))
        begin = int(value) * size
        if m.share is not None:  # النصف الثاني من القرن العشرين
            parts, number = _PARTS[m.share[0]], int(m.share[1:])
            first, last = begin + size * (number - 1) // parts, begin + size * number // parts - 1
            return Resolved(value, dt.date(max(first, 1), 1, 1), dt.date(last, 12, 31))
        return Resolved(value, *cal.third((dt.date(max(begin, 1), 1, 1), dt.date(begin + size - 1, 12, 31)), m.mod))
    return Resolved(value)


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def related_year(m: Mention, pub: dt.date) -> int:
    """The year of «نوفمبر الماضي»، «3 شباط القادم»، «نوفمبر قبل الماضي»."""
    month, rel = m.month or 1, m.rel or 0
    if rel == 0:
        return pub.year
    if m.day is None:
        if rel < 0:
            return pub.year - (month >= pub.month) + (rel + 1)
        return pub.year + (month <= pub.month) + (rel - 1)
    key, today = (month, m.day), (pub.month, pub.day)
    if rel < 0:
        return pub.year - (key > today) + (rel + 1)
    return pub.year + (key < today) + (rel - 1)


def nth(m: Mention, span: cal.Range) -> dt.date:
    """The n-th weekday of a month (nth-1: the last)."""
    order = int((m.value or "nth1")[3:])
    number = m.weekday or 1
    if order < 0:
        return span[1] - ((span[1].isoweekday() - number) % 7) * DAY
    return span[0] + ((number - span[0].isoweekday()) % 7 + 7 * (order - 1)) * DAY


def dated_weekday(pub: dt.date, number: int, day: int) -> dt.date:
    """The date nearest to `pub` that is that weekday and that day of a month."""
    near = sorted(
        (d for d in (day_or_none(*ym(pub, k), day) for k in range(-6, 7)) if d and d.isoweekday() == number),
        key=lambda d: abs((d - pub).days),
    )
    return near[0] if near else pub


def ym(pub: dt.date, k: int) -> tuple[int, int]:
    first = cal.month_range(pub.year, pub.month + k)[0]
    return first.year, first.month


def moved(day: dt.date, number: float, unit: str) -> dt.date:
    months = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is not None:
        return cal.add_months(day, round(number * months))
    days = number * {"W": 7, "D": 1, "N": 1, "H": 1 / 24}.get(unit, 0)
    return day + dt.timedelta(days=math.ceil(days) if days > 0 else math.floor(days))
