"""Counting calendar expressions from a day: what each mention's value is and which days bound it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import NamedTuple

from isnad.read.times import calendars as cal
from isnad.read.times.durations import iso_duration
from isnad.read.times.mentions import Mention

DAY = dt.timedelta(days=1)


class Resolved(NamedTuple):
    """value: TIMEX3; first, last: the days that bound it (None: open). until: by when a period ends. odd: what contradicts."""

    value: str
    first: dt.date | None = None
    last: dt.date | None = None
    until: str | None = None
    odd: str = ""
    duration: bool = False


class Context:
    """What the article has said so far: the day, month, year and share of a year named last; the sentence's year."""

    def __init__(self) -> None:
        self.day: dt.date | None = None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.share: tuple[int, str] | None = None
        self.frame: int | None = None
        self.sentence = -1


class Resolver:
    """Resolves the mentions of one article against one day of publication (None: unknown), in order."""

    def __init__(
        self, published: dt.date | None, at: dt.datetime | None, direction: Callable[[Mention], int], short: bool
    ) -> None:
        self.pub = published
        self.at = at
        self.direction = direction
        self.short = short
        self.seen = Context()
        self._forms: dict[str, Callable[[Mention], Resolved]] = {
            "date": self._date,
            "period": self._period,
            "day": self._day,
            "offset": self._offset,
            "duration": self._duration,
            "vague": self._vague,
            "clock": self._clock,
            "fixed": _fixed,
            "easter": self._easter,
        }

    def resolve(self, m: Mention, sentence: int) -> Resolved:
        if sentence != self.seen.sentence:
            self.seen.sentence, self.seen.frame = sentence, None
        try:
            read = self._forms[m.form](m)
        except (ValueError, OverflowError):  # no such day in the calendar: 31 April, year 0
            return Resolved("XXXX-XX-XX", odd="no-such-day")
        return self._with_daytime(m, read)

    def _with_daytime(self, m: Mention, read: Resolved) -> Resolved:
        if m.daytime is None or m.form == "clock":
            return read
        if read.first is None:
            open_day = read.value if read.value.startswith("XXXX") else "XXXX-XX-XX"
            return read._replace(value=open_day + m.daytime)
        day, clock = read.first, m.daytime
        if clock[1:3] == "24":
            day, clock = day + DAY, "T00" + clock[3:]
        return read._replace(
            value=day.isoformat() + (clock if len(clock) != 3 or clock[1:].isalpha() else clock + ":00")
        )

    # ---- dates ----------------------------------------------------------------------------------------------------

    def _date(self, m: Mention) -> Resolved:
        if m.hijri:
            return self._hijri(m)
        if m.month is None:
            return self._weekday(m) if m.unit != "M" else self._day_of_month(m)
        year = self._year_of(m)
        if year is None:
            return self._open_year(m)
        span = cal.month_range(year, m.month)
        if m.day is None and m.value is None:
            self.seen.month, self.seen.year = (year, m.month), year
            first, last = cal.third(span, m.mod)
            if m.other_month is not None:
                other = cal.month_range(year, m.other_month)
                first, last = min(first, other[0]), max(last, other[1])
            return Resolved(f"{year:04d}-{m.month:02d}", first, last)
        return self._one_day(m, _nth(m, span) if m.value and m.value.startswith("nth") else self._in_month(m, span))

    def _in_month(self, m: Mention, span: cal.Range) -> dt.date:
        if m.day == -1:
            return span[1]
        return dt.date(span[0].year, span[0].month, m.day or 1)

    def _one_day(self, m: Mention, day: dt.date) -> Resolved:
        self.seen.day, self.seen.month, self.seen.year = day, (day.year, day.month), day.year
        odd = ""
        if m.weekday is not None and not (m.value or "").startswith("nth") and day.isoweekday() != m.weekday:
            near = self.pub is not None and abs((day - self.pub).days) <= 60
            odd = "weekday" if m.year is not None or near else ""
        if m.twin is not None and all(m.twin):
            first, last = cal.hijri_range(*m.twin)
            if not first - 2 * DAY <= day <= last + 2 * DAY:
                odd = "calendars"
        return Resolved(day.isoformat(), day, day, odd=odd)

    def _year_of(self, m: Mention) -> int | None:
        if m.year is not None:
            return m.year
        if m.text_rel and m.rel is None and m.year_rel is None:
            return self.seen.year or self._nearest(m)
        if m.year_rel is not None:
            base = self.seen.year if m.text_rel and self.seen.year else (self.pub.year if self.pub else None)
            return base + m.year_rel if base is not None else None
        if self.seen.frame is not None and m.day is None and m.rel is None:
            return self.seen.frame
        return self._nearest(m)

    def _nearest(self, m: Mention) -> int | None:
        """The year that a day and month without one means, seen from publication."""
        pub = self.pub
        if pub is None or m.month is None or m.open:
            return None
        if m.rel is not None:
            return _related_year(m, pub)
        direction = self.direction(m)
        if m.lead == "by" and direction == 0:
            direction = 1
        if direction == 0 and self.short and (m.weekday is None or m.value is not None):
            return pub.year
        if m.day is None or m.value is not None:
            if direction > 0:
                return pub.year + (m.month < pub.month)
            return pub.year - (m.month > pub.month)
        return self._nearest_day(m, pub, direction)

    def _nearest_day(self, m: Mention, pub: dt.date, direction: int) -> int:
        days = [d for d in (_day_or_none(y, m.month or 1, m.day or 1) for y in range(pub.year - 1, pub.year + 2)) if d]
        if m.weekday is not None:
            days = [d for d in days if d.isoweekday() == m.weekday] or days
        past = [d for d in days if d <= pub]
        coming = [d for d in days if d >= pub]
        if not past or not coming:
            return (past or coming or [pub])[-1 if past else 0].year
        back, ahead = (pub - past[-1]).days, (coming[0] - pub).days
        if direction > 0:
            return past[-1].year if back <= 45 and ahead > 300 else coming[0].year
        soon = ahead <= 30 and back > 300 if direction < 0 else ahead <= 60 and back > 250
        return coming[0].year if soon else past[-1].year

    def _open_year(self, m: Mention) -> Resolved:
        day = "" if m.day is None else f"-{m.day:02d}" if m.day > 0 else "-XX"
        return Resolved(f"XXXX-{m.month:02d}{day}")

    def _day_of_month(self, m: Mention) -> Resolved:
        """«15 الجاري»، «آخر يوم من الشهر الحالي»."""
        if self.pub is None:
            return Resolved(f"XXXX-XX-{m.day:02d}" if m.day and m.day > 0 else "XXXX-XX-XX")
        span = cal.month_range(self.pub.year, self.pub.month + (m.rel or 0))
        return self._one_day(m, _nth(m, span) if m.value else self._in_month(m, span))

    def _easter(self, m: Mention) -> Resolved:
        year = m.year
        if year is None:
            if self.pub is None:
                return Resolved("XXXX-XX-XX")
            day = cal.easter(self.pub.year + (m.year_rel or 0))
            behind = m.year_rel is None and day > self.pub + 60 * DAY and self.direction(m) < 0
            year = day.year - behind
        return self._one_day(m, cal.easter(year))

    def _weekday(self, m: Mention) -> Resolved:
        pub, number = self.pub, m.weekday
        if number is None:
            return Resolved("XXXX-XX-XX")
        if pub is None:
            return Resolved(f"XXXX-WXX-{number}")
        if m.unit == "W":
            return self._one_day(m, cal.week_range(pub, m.rel or 0)[0] + (number - 1) * DAY)
        if m.day is not None:
            return self._one_day(m, _dated_weekday(pub, number, m.day))
        if m.follows and self.seen.day is not None:
            return self._one_day(m, self.seen.day + ((number - self.seen.day.isoweekday() - 1) % 7 + 1) * DAY)
        back = (pub.isoweekday() - number) % 7
        rel = m.rel
        if rel is None or rel == 0:
            rel = 1 if self.direction(m) > 0 else 0
            return self._one_day(m, pub + (-back % 7 if rel else -back) * DAY)
        if rel < 0:
            return self._one_day(m, pub - ((back or 7) + 7 * (-rel - 1)) * DAY)
        return self._one_day(m, pub + (7 - back + 7 * (rel - 1)) * DAY)

    def _hijri(self, m: Mention) -> Resolved:
        year = m.year
        if year is None:
            if self.pub is None:
                return Resolved("XXXX-XX" if m.day is None else "XXXX-XX-XX")
            year = self._hijri_year(m, self.pub)
        elif year > 1500 and m.month is not None:  # رمضان 2019: the Hijri month in a Gregorian year
            year = cal.hijri_year_of(dt.date(year, 1, 1))
            year += cal.hijri_range(year, m.month)[0].year < (m.year or 0)
        if m.value is not None and m.month is not None:
            return self._one_day(m, _nth(m, cal.hijri_range(year, m.month)))
        if m.day == -1:
            return self._one_day(m, cal.hijri_range(year, m.month)[1])
        first, last = cal.hijri_range(year, m.month, m.day)
        if m.day is not None and first == last:
            return self._one_day(m, first)
        if m.day is not None:
            return Resolved(f"{first.isoformat()}/{last.isoformat()}", first, last)
        whole = f"{first.isoformat()}/{last.isoformat()}"
        return Resolved(whole, *cal.third((first, last), m.mod))

    def _hijri_year(self, m: Mention, pub: dt.date) -> int:
        now = cal.hijri_year_of(pub)
        if m.year_rel is not None:
            return now + m.year_rel
        if m.month is None:
            return now + (m.rel or 0)
        first, last = cal.hijri_range(now, m.month, m.day)
        soon = pub < first <= pub + 30 * DAY and m.day is None
        rel = m.rel if m.rel is not None else (1 if soon or self.direction(m) > 0 else -1)
        if rel == 0:
            return now
        if rel < 0:
            past = now if (last < pub if m.rel == -1 else first <= pub) else now - 1
            return past + (rel + 1)
        return (now if (first > pub if m.rel else last >= pub) else now + 1) + (rel - 1)

    # ---- periods --------------------------------------------------------------------------------------------------

    def _period(self, m: Mention) -> Resolved:
        if m.hijri:
            return self._hijri(m)
        if m.unit == "same":
            return self._same(m)
        if m.share is not None:
            return self._share(m)
        read = {"Y": self._whole_year, "M": self._whole_month, "W": self._whole_week}.get(m.unit or "", self._long)(m)
        if read.first is not None and read.last is not None:
            first, last = cal.third((read.first, read.last), m.mod)
            return read._replace(first=first, last=last)
        return read

    def _base_year(self, m: Mention) -> int | None:
        if m.text_rel and self.seen.year is not None:
            return self.seen.year
        return self.pub.year if self.pub else None

    def _whole_year(self, m: Mention) -> Resolved:
        year = m.year
        if year is None:
            base = self._base_year(m)
            if base is None:
                return Resolved(_ref(m.rel))
            year = base + (m.rel or 0)
        elif m.rel is None:
            self.seen.frame = year
        self.seen.year = year
        return Resolved(f"{year:04d}", *cal.year_range(year))

    def _whole_month(self, m: Mention) -> Resolved:
        if m.text_rel:
            base = self.seen.month or ((self.pub.year, self.pub.month) if self.pub else None)
        else:
            base = (self.pub.year, self.pub.month) if self.pub else None
        year = (
            m.year
            if m.year is not None
            else (self.pub.year + m.year_rel if self.pub and m.year_rel is not None else None)
        )
        if base is None:
            return Resolved(_ref(m.rel))
        span = cal.month_range(base[0] if year is None else year, base[1] + (m.rel or 0))
        if year is None:
            self.seen.month = (span[0].year, span[0].month)
        return Resolved(f"{span[0].year:04d}-{span[0].month:02d}", *span)

    def _whole_week(self, m: Mention) -> Resolved:
        base = self.seen.day if m.text_rel and self.seen.day else self.pub
        if base is None:
            return Resolved(_ref(m.rel))
        span = cal.week_range(base, m.rel or 0)
        year, week, _ = span[0].isocalendar()
        return Resolved(f"{year}-W{week:02d}", *span)

    def _long(self, m: Mention) -> Resolved:
        """Decades, centuries and what has no fixed length, beside publication."""
        if self.pub is None or m.unit not in ("DE", "CE"):
            return Resolved(_ref(m.rel))
        size = 10 if m.unit == "DE" else 100
        first = (self.pub.year // size + (m.rel or 0)) * size
        return Resolved(str(first // size), dt.date(first, 1, 1), dt.date(first + size - 1, 12, 31))

    def _same(self, m: Mention) -> Resolved:
        year = (
            m.year
            if m.year is not None
            else (self.pub.year + m.year_rel if self.pub and m.year_rel is not None else None)
        )
        if self.seen.share is not None:
            held, share = self.seen.share
            held = held if year is None else year
            return Resolved(f"{held}-{share}", *cal.share_range(held, share))
        if self.seen.month is not None and (year is not None):
            return Resolved(f"{year}-{self.seen.month[1]:02d}", *cal.month_range(year, self.seen.month[1]))
        return Resolved(str(year), *cal.year_range(year)) if year is not None else Resolved("", odd="nothing-meant")

    def _share(self, m: Mention) -> Resolved:
        share = m.share or ""
        year = m.year
        if year is None:
            base = self._base_year(m)
            if base is None:
                return Resolved(f"XXXX-{share}")
            year = base + m.year_rel if m.year_rel is not None else self._share_year(m, share, base)
        self.seen.share, self.seen.year = (year, share), year
        return Resolved(f"{year}-{share}", *cal.third(cal.share_range(year, share), m.mod))

    def _share_year(self, m: Mention, share: str, base: int) -> int:
        pub = self.pub or dt.date(base, 12, 31)
        first, last = cal.share_range(base, share)
        if m.rel is None or m.rel == 0:
            return base if first <= pub or m.rel == 0 else base - 1
        if m.rel < 0:
            return base if last < pub else base - 1
        return base if first > pub else base + 1

    # ---- days, offsets, durations ---------------------------------------------------------------------------------

    def _day(self, m: Mention) -> Resolved:
        base = self.seen.day if m.text_rel and self.seen.day else self.pub
        if base is None:
            return Resolved(f"XXXX-WXX-{m.weekday}" if m.weekday else _ref(m.rel))
        day = base + (m.rel or 0) * DAY
        if m.weekday is not None and day.isoweekday() != m.weekday:
            ahead = (m.weekday - day.isoweekday()) % 7
            day += (ahead if ahead <= 3 else ahead - 7) * DAY
        if m.text_rel and m.daytime:
            return Resolved(day.isoformat(), day, day)
        return self._one_day(Mention(m.start, m.end, m.type, m.form, m.rule), day)

    def _clock(self, m: Mention) -> Resolved:
        day = self.seen.day if self.seen.day is not None and self.seen.sentence >= 0 else self.pub
        clock = m.daytime or ""
        clock += "" if ":" in clock else ":00"
        if day is None:
            return Resolved(clock)
        if clock.startswith("T24"):
            day, clock = day + DAY, "T00" + clock[3:]
        return Resolved(day.isoformat() + clock, day, day)

    def _offset(self, m: Mention) -> Resolved:
        if m.lead == "ahead" and not self.short and self.direction(m) <= 0:
            return Resolved(iso_duration(m.amount), duration=True)
        sign = -1 if m.lead == "ago" else 1
        if self.pub is None:
            return Resolved(_ref(sign))
        number, unit = m.amount[-1]
        if unit in ("H", "MI", "S"):
            return self._clock_offset(m, sign)
        day = self.pub
        for number, unit in m.amount:
            day = _moved(day, sign * number, unit)
        unit = m.amount[-1][1]
        if m.weekday is not None:
            return self._one_day(m, cal.week_range(day)[0] + (m.weekday - 1) * DAY)
        if m.hijri:
            first, last = cal.hijri_range(cal.hijri_year_of(self.pub) + sign * round(m.amount[0][0]))
            return Resolved(f"{first.isoformat()}/{last.isoformat()}", first, last)
        if unit in ("Y", "DE", "CE"):
            return Resolved(f"{day.year:04d}", *cal.year_range(day.year))
        if unit == "M":
            return Resolved(f"{day.year:04d}-{day.month:02d}", *cal.month_range(day.year, day.month))
        return Resolved(day.isoformat(), day, day)

    def _clock_offset(self, m: Mention, sign: int) -> Resolved:
        if self.at is None:
            return Resolved(_ref(sign))
        seconds = sum(n * {"H": 3600, "MI": 60, "S": 1, "D": 86400}.get(u, 0) for n, u in m.amount)
        then = self.at + dt.timedelta(seconds=sign * seconds)
        return Resolved(then.strftime("%Y-%m-%dT%H:%M"), then.date(), then.date())

    def _duration(self, m: Mention) -> Resolved:
        if m.value is not None:
            return Resolved(m.value)
        value = iso_duration(m.amount)
        if m.rule == "times.duration-first":
            self.seen.share = self.seen.month = None
        if self.pub is None or (m.rel is None and m.lead not in ("within", "by")):
            return Resolved(value)
        if m.rel is None and self.direction(m) <= 0:
            return Resolved(value)
        sign = -1 if m.rel is not None and m.rel < 0 else 1
        far = self.pub
        for number, unit in m.amount:
            far = _moved(far, sign * number, unit)
        first, last = min(far, self.pub), max(far, self.pub)
        if m.amount[-1][1] == "W" and m.rel == 1:
            first = cal.week_range(self.pub, 1)[0]
            last = first + dt.timedelta(days=7 * m.amount[-1][0] - 1)
        until = last.isoformat()
        return Resolved(value, first, last, until[:7] if m.amount[-1][1] in ("M", "Y", "DE") else until)

    def _vague(self, m: Mention) -> Resolved:
        value = m.value or "PAST_REF"
        if self.pub is None:
            return Resolved(value)
        if value == "PAST_REF":
            return Resolved(value, None, self.pub)
        return Resolved(value, self.pub, self.pub if value == "PRESENT_REF" else None)


def _ref(rel: int | None) -> str:
    return "PRESENT_REF" if not rel else "PAST_REF" if rel < 0 else "FUTURE_REF"


def _fixed(m: Mention) -> Resolved:
    value = m.value or ""
    if m.type == "DATE" and value.isdigit() and len(value) in (2, 3):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return Resolved(value, *cal.third((dt.date(max(first, 1), 1, 1), dt.date(first + size - 1, 12, 31)), m.mod))
    return Resolved(value)


def _day_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _related_year(m: Mention, pub: dt.date) -> int:
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


def _nth(m: Mention, span: cal.Range) -> dt.date:
    """The n-th weekday of a month (nth-1: the last)."""
    order = int((m.value or "nth1")[3:])
    number = m.weekday or 1
    if order < 0:
        return span[1] - ((span[1].isoweekday() - number) % 7) * DAY
    return span[0] + ((number - span[0].isoweekday()) % 7 + 7 * (order - 1)) * DAY


def _dated_weekday(pub: dt.date, number: int, day: int) -> dt.date:
    """The date nearest to `pub` that is that weekday and that day of a month."""
    near = sorted(
        (d for d in (_day_or_none(*_ym(pub, k), day) for k in range(-6, 7)) if d and d.isoweekday() == number),
        key=lambda d: abs((d - pub).days),
    )
    return near[0] if near else pub


def _ym(pub: dt.date, k: int) -> tuple[int, int]:
    first = cal.month_range(pub.year, pub.month + k)[0]
    return first.year, first.month


def _moved(day: dt.date, number: float, unit: str) -> dt.date:
    months = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is not None:
        return cal.add_months(day, round(number * months))
    days = number * {"W": 7, "D": 1, "N": 1, "H": 1 / 24}.get(unit, 0)
    return day + dt.timedelta(days=math.ceil(days) if days > 0 else math.floor(days))
