"""Counting dates: which year a day and month mean, which day a weekday means, Hijri dates."""

from __future__ import annotations

import datetime as dt

from isnad.read.times import calendars as cal
from isnad.read.times.counting import DAY, Counter, Resolved, dated_weekday, day_or_none, nth, related_year
from isnad.read.times.mentions import Mention

_NAMED = 6  #: sentences in which a month keeps the year it was named with
_SIGHTED = 2  #: a Hijri day may begin a day before or after the computed one
_LATE = 20  #: o'clock


class DateCounter(Counter):
    """Dates: any of year, month, day, weekday."""

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
        return self.one_day(m, nth(m, span) if m.value and m.value.startswith("nth") else self._in_month(m, span))

    def _in_month(self, m: Mention, span: cal.Range) -> dt.date:
        if m.day == -1:
            return span[1]
        return dt.date(span[0].year, span[0].month, m.day or 1)

    def _year_of(self, m: Mention) -> int | None:
        if m.year is not None:
            if m.month is not None:
                self.seen.months[m.month] = m.year, self.seen.sentence
            return m.year
        if m.text_rel and m.rel is None and m.year_rel is None:
            return self.seen.year or self._nearest(m)
        if m.year_rel is not None:
            base = self.seen.year if m.text_rel and self.seen.year else (self.pub.year if self.pub else None)
            return base + m.year_rel if base is not None else None
        if m.open:
            return None
        named, where = self.seen.months.get(m.month or 0, (0, 0))
        near = self.seen.sentence - where <= _NAMED or (self.pub is not None and named >= self.pub.year)
        if named and near and m.rel is None and m.day is None and m.value is None:
            return named  # «نهاية آذار» after «آذار 2025»
        if self.seen.frame is not None and m.day is None and m.rel is None:
            return self.seen.frame
        return self._before_said(m) or self._nearest(m)

    def _nearest(self, m: Mention) -> int | None:
        """The year that a day and month without one means, seen from publication."""
        pub = self.pub
        if pub is None or m.month is None or m.open:
            return None
        if m.rel is not None:
            return related_year(m, pub)
        direction = self.direction(m)
        if m.lead == "by" and direction == 0:
            direction = 1
        if direction == 0 and self.short and (m.weekday is None or m.value is not None):
            return pub.year
        if m.follows and self.seen.month is not None and m.day is None:
            return self.seen.month[0] + (m.month < self.seen.month[1])
        if m.day is None or m.value is not None:
            ahead = (m.month - pub.month) % 12
            if (ahead in (1, 2) and m.lead == "ago") or (ahead in range(1, 6) and m.lead == "until"):
                return pub.year + (m.month < pub.month)
            soon = ahead in (1, 2) and direction == 0  # ten months ago it would be «الماضي» or have its year
            if soon or (direction > 0 and (ahead < 8 or m.lead == "by")):
                return pub.year + (m.month < pub.month)
            return pub.year - (m.month > pub.month)
        return self._nearest_day(m, pub, direction)

    def _before_said(self, m: Mention) -> int | None:
        """«عين في 17 ديسمبر … من 1 يناير 1997»: the year of the last such day before the date said in full, where
        publication is years later or unknown."""
        said = m.ahead
        if said is None or (self.pub is not None and said.year > self.pub.year - 2):
            return None
        return said.year - ((m.month or 1, m.day or 1) > (said.month, said.day))

    def _nearest_day(self, m: Mention, pub: dt.date, direction: int) -> int:
        days = [d for d in (day_or_none(y, m.month or 1, m.day or 1) for y in range(pub.year - 1, pub.year + 2)) if d]
        if m.weekday is not None:
            days = [d for d in days if d.isoweekday() == m.weekday] or days
        past = [d for d in days if d <= pub]
        coming = [d for d in days if d >= pub]
        if not past or not coming:
            return (past or coming or [pub])[-1 if past else 0].year
        back, ahead = (pub - past[-1]).days, (coming[0] - pub).days
        if direction > 0:
            return past[-1].year if back <= 45 and ahead > 300 else coming[0].year
        soon = ahead <= 30 and back > 300 if direction < 0 else ahead <= 75 and back > 250
        return coming[0].year if soon else past[-1].year

    def _open_year(self, m: Mention) -> Resolved:
        day = "" if m.day is None else f"-{m.day:02d}" if m.day > 0 else "-XX"
        return Resolved(f"XXXX-{m.month:02d}{day}")

    def _day_of_month(self, m: Mention) -> Resolved:
        """«15 الجاري»، «آخر يوم من الشهر الحالي»."""
        base = (self.pub.year, self.pub.month) if self.pub else None
        if m.text_rel and self.seen.month is not None:
            base = self.seen.month
        if base is None:
            return Resolved(f"XXXX-XX-{m.day:02d}" if m.day and m.day > 0 else "XXXX-XX-XX")
        span = cal.month_range(base[0], base[1] + (m.rel or 0))
        return self.one_day(m, nth(m, span) if m.value else self._in_month(m, span))

    def _easter(self, m: Mention) -> Resolved:
        year = m.year
        if year is None:
            if self.pub is None:
                return Resolved("XXXX-XX-XX")
            day = cal.easter(self.pub.year + (m.year_rel or 0))
            behind = m.year_rel is None and day > self.pub + 60 * DAY and self.direction(m) < 0
            year = day.year - behind
        return self.one_day(m, cal.easter(year))

    def _weekday(self, m: Mention) -> Resolved:
        pub, number = self.pub, m.weekday
        if number is None:
            return Resolved("XXXX-XX-XX")
        if pub is None:
            return Resolved(f"XXXX-WXX-{number}")
        if m.unit == "W":
            return self.one_day(m, cal.week_range(pub, m.rel or 0)[0] + (number - 1) * DAY)
        if m.day is not None:
            return self.one_day(m, dated_weekday(pub, number, m.day))
        if m.follows and self.seen.day is not None:
            return self.one_day(m, self.seen.day + ((number - self.seen.day.isoweekday() - 1) % 7 + 1) * DAY)
        back = (pub.isoweekday() - number) % 7
        rel = m.rel
        if rel is None or rel == 0:
            return self.one_day(m, pub + (7 - back if back and self._coming(m, back) else -back) * DAY)
        if rel < 0:
            return self.one_day(m, pub - ((back or 7) + 7 * (-rel - 1)) * DAY)
        return self.one_day(m, pub + (7 - back + 7 * (rel - 1)) * DAY)

    def _coming(self, m: Mention, back: int) -> bool:
        """Whether a bare weekday is the coming one; late in the evening tomorrow's name is already today's."""
        if back == 6 and self.at is not None and self.at.hour >= _LATE:
            return True
        return self.toward(m, back) > 0

    def _hijri(self, m: Mention) -> Resolved:
        year = m.year
        if m.open:
            return Resolved("", odd="nothing-meant")
        if year is None:
            if self.pub is None:
                return Resolved("XXXX-XX" if m.day is None else "XXXX-XX-XX")
            year = self._hijri_year(m, self.pub)
        elif year > 1500 and m.month is not None:  # رمضان 2019: the Hijri month in a Gregorian year
            year = cal.hijri_year_of(dt.date(year, 1, 1))
            year += cal.hijri_range(year, m.month)[0].year < (m.year or 0)
        if m.value is not None and m.month is not None:
            return self.one_day(m, nth(m, cal.hijri_range(year, m.month)))
        if m.day == -1:
            return self.one_day(m, cal.hijri_range(year, m.month)[1])
        first, last = cal.hijri_range(year, m.month, m.day)
        if m.day is not None and first == last:
            return self.one_day(m, first)
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
        if m.weekday is not None and m.day is not None and m.rel is None:
            return self._hijri_weekday(m, pub, now)
        first, last = cal.hijri_range(now, m.month, m.day)
        soon = pub < first <= pub + 30 * DAY and (m.day is None or m.rule == "times.feast")
        rel = m.rel if m.rel is not None else (1 if soon or self.short or self.direction(m) > 0 else -1)
        if rel == 0:
            return now
        if rel < 0:
            past = now if (last < pub if m.rel == -1 else first <= pub) else now - 1
            return past + (rel + 1)
        return (now if (first > pub if m.rel else last >= pub) else now + 1) + (rel - 1)

    @staticmethod
    def _hijri_weekday(m: Mention, pub: dt.date, now: int) -> int:
        """The year nearest to publication in which the day falls on its weekday, or a day beside it."""
        near = sorted(
            (now - 1, now, now + 1), key=lambda year: abs(cal.hijri_range(year, m.month, m.day)[0] - pub).days
        )
        for year in near:
            first = cal.hijri_range(year, m.month, m.day)[0]
            if (first.isoweekday() - (m.weekday or 0) + 1) % 7 <= _SIGHTED:
                return year
        return near[0]
