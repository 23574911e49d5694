"""Spans of days that calendar values stand for, in the Gregorian and the Hijri calendar.

Hijri days are the Umm al-Qura calendar's between 1343 and 1500 AH (hijridate); outside, the tabular calendar's,
widened by two
days on each side, because the calendars of the time may differ by so much.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from hijridate import Hijri

Range = tuple[dt.date, dt.date]

_SEASON = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_FIRST_HIJRI = dt.date(622, 7, 19).toordinal()


def month_range(year: int, month: int) -> Range:
    """First and last day of a Gregorian month; month may lie outside 1..12 and then counts on from `year`."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    first = dt.date(year, month, 1)
    return first, dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def year_range(year: int) -> Range:
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def week_range(day: dt.date, ahead: int = 0) -> Range:
    """Monday to Sunday of the week of `day`, or of the one `ahead` weeks later."""
    first = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=ahead)
    return first, first + dt.timedelta(days=6)


def share_range(year: int, share: str) -> Range:
    """A quarter (Q1), half (H2), third (T3) or season (SU) of a year; winter runs from December into the next year."""
    if share in _SEASON:
        first, last = _SEASON[share]
    else:
        size = {"Q": 3, "H": 6, "T": 4}[share[0]]
        last = size * int(share[1])
        first = last - size + 1
    return month_range(year, first)[0], month_range(year, last)[1]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last day where it has no such day."""
    first, last = month_range(day.year, day.month + months)
    return min(first + dt.timedelta(days=day.day - 1), last)


def third(span: Range, mod: str | None) -> Range:
    """The part of a span that START, MID or END means: about a third of it."""
    first, last = span
    days = (last - first).days + 1
    a, b = first + dt.timedelta(days=days // 3), first + dt.timedelta(days=2 * days // 3)
    one = dt.timedelta(days=1)
    if mod == "START":
        return first, max(a - one, first)
    if mod == "MID":
        return a, max(b - one, a)
    return (b, last) if mod == "END" else span


def easter(year: int) -> dt.date:
    """Easter Sunday of the Western churches (the Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


@lru_cache(maxsize=4096)
def _hijri_day(year: int, month: int, day: int) -> tuple[dt.date, bool]:
    """The Gregorian day and whether it is certain to the calendar of the Umm al-Qura tables."""
    try:
        g = Hijri(year, month, day).to_gregorian()
        return dt.date(g.year, g.month, g.day), True
    except (ValueError, OverflowError):
        days = (year - 1) * 354 + (3 + 11 * year) // 30 + (month - 1) * 29 + month // 2 + day - 1
        return dt.date.fromordinal(_FIRST_HIJRI + days), False


def hijri_range(year: int, month: int | None = None, day: int | None = None) -> Range:
    """The Gregorian days of a Hijri year, month or day."""
    if month is None:
        first, exact = _hijri_day(year, 1, 1)
        last = _hijri_day(year + 1, 1, 1)[0] - dt.timedelta(days=1)
    elif day is None:
        first, exact = _hijri_day(year, month, 1)
        last = _hijri_day(year + month // 12, month % 12 + 1, 1)[0] - dt.timedelta(days=1)
    else:
        first, exact = _hijri_day(year, month, day)
        last = first
    slack = dt.timedelta(days=0 if exact else 2)
    return first - slack, last + slack


@lru_cache(maxsize=1024)
def hijri_year_of(day: dt.date) -> int:
    """The Hijri year that holds a Gregorian day."""
    year = int((day.toordinal() - _FIRST_HIJRI) / 354.367) + 1
    while hijri_range(year)[1] < day:
        year += 1
    while hijri_range(year)[0] > day:
        year -= 1
    return year
