"""A date or timestamp as carriers give it → the day in the offset given, and the moment where there is a clock time."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_DIGITS = {base + i: str(i) for base in (0x660, 0x6F0) for i in range(10)}
_MARKS = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=$|[T ,])")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[T ,])")
_LOOSE_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])")
_CLOCK = re.compile(r"[T ,]\s*(?:-\s*)?(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?$")
_EARLIEST, _LATEST = dt.date(1800, 1, 1), dt.date(2200, 1, 1)


class Moment(NamedTuple):
    """day: the calendar day in the offset given. at: ISO 8601 with its clock time (None where none was given)."""

    day: dt.date
    at: str | None


def read_moment(value: str) -> Moment | None:
    """The moment that `value` gives: ISO 8601, RFC 2822, y/m/d, or d/m/y where only one reading is possible.

    None where it is no date, or may mean two days (05/04/2018).
    """
    text = value.translate(_DIGITS).translate(_MARKS).strip()
    for reader in (_iso, _parts, _rfc):
        moment = reader(text)
        if moment is not None:
            return moment if _EARLIEST <= moment.day < _LATEST else None
    return None


def _iso(text: str) -> Moment | None:
    try:
        if len(text) <= 10 and ":" not in text:
            return Moment(dt.date.fromisoformat(text), None)
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return Moment(at.date(), at.isoformat())


def _rfc(text: str) -> Moment | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if not re.search(r"\d:\d", text):
        return Moment(at.date(), None)
    return Moment(at.date(), at.isoformat())


def _parts(text: str) -> Moment | None:
    m = _YEAR_FIRST.match(text) or _LOOSE_ISO.match(text)
    if m:
        year, month, day = (int(g) for g in m.groups())
    else:
        m = _YEAR_LAST.match(text)
        if not m:
            return None
        day, month, year = int(m[1]), int(m[3]), int(m[4])
        if day <= 12 and month <= 12 and day != month:
            return None  # two readings
        if month > 12:
            day, month = month, day
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return _with_clock(found, text[m.end() :])


def _with_clock(day: dt.date, rest: str) -> Moment | None:
    if not rest.strip():
        return Moment(day, None)
    m = _CLOCK.match(rest)
    if not m:
        return None
    zone = {"Z": "+00:00", "GMT": "+00:00", "UTC": "+00:00", None: ""}.get(m[2], m[2])
    clock = m[1] if len(m[1].split(":")[0]) == 2 else "0" + m[1]
    try:
        return Moment(day, dt.datetime.fromisoformat(f"{day.isoformat()}T{clock}{zone}").isoformat())
    except ValueError:
        return None
