"""Counting periods: years, months, weeks, decades, and shares of a year."""

from __future__ import annotations

import datetime as dt

from isnad.read.times import calendars as cal
from isnad.read.times.counting import DAY, Resolved, ref
from isnad.read.times.mentions import Mention
from isnad.read.times.resolving_dates import DateCounter

_DUE = frozenset(("ago", "by", "until", "within"))
_SUMMER = (7, 1)  #: where school years, seasons and most fiscal years begin


class PeriodCounter(DateCounter):
    """Periods, alone or beside publication or another time of the text."""

    def _period(self, m: Mention) -> Resolved:
        if m.hijri:
            return self._hijri(m)
        if m.unit == "same":
            return self._same(m)
        if m.share is not None:
            return self._share(m)
        if m.value == "weekend":
            return self._weekend(m)
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
                return Resolved(ref(m.rel))
            year = base + (m.rel or 0)
        elif m.rel is None and m.lead not in ("since", "until", "ago"):
            self.seen.frame = year
        self.seen.year = year
        return Resolved(f"{year:04d}", *cal.year_range(year))

    def _years(self, m: Mention) -> Resolved:
        """«موسم 2016-2017»: from the first year into the second."""
        first, last = m.year or 0, int(m.value or 0)
        if m.hijri:
            start, end = cal.hijri_range(first)[0], cal.hijri_range(last)[1]
            summer = dt.date(start.year + (start > dt.date(start.year, *_SUMMER)), *_SUMMER)
            start, end = summer, min(end, summer.replace(year=summer.year + 1) - DAY)
            return Resolved(f"{start.isoformat()}/{end.isoformat()}", start, end)
        self.seen.year = last
        return Resolved(f"{first:04d}/{last:04d}", dt.date(first, *_SUMMER), dt.date(last, *_SUMMER) - DAY)

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
            return Resolved(ref(m.rel))
        span = cal.month_range(base[0] if year is None else year, base[1] + (m.rel or 0))
        if year is None:
            self.seen.month = (span[0].year, span[0].month)
        return Resolved(f"{span[0].year:04d}-{span[0].month:02d}", *span)

    def _whole_week(self, m: Mention) -> Resolved:
        base = self.seen.day if m.text_rel and self.seen.day else self.pub
        if base is None:
            return Resolved(ref(m.rel))
        early = m.value == "closed" or (
            m.value == "ended" and m.mod == "END" and m.lead not in _DUE and self.direction(m) < 0
        )
        early = early and base.isoweekday() < 5  # اعتقلوا في عطلة نهاية الأسبوع, told on Monday
        span = cal.week_range(base, -1 if early else m.rel or 0)
        year, week, _ = span[0].isocalendar()
        return Resolved(f"{year}-W{week:02d}", *span)

    def _weekend(self, m: Mention) -> Resolved:
        """«مطلع الأسبوع»: the Saturday and Sunday last past, or the coming ones of a sentence about the future."""
        if self.pub is None:
            return Resolved(ref(0))
        monday = cal.week_range(self.pub, 1 if self.direction(m) > 0 or self.pub.isoweekday() >= 6 else 0)[0]
        year, week, _ = (monday - 2 * DAY).isocalendar()
        return Resolved(f"{year}-W{week:02d}-WE", monday - 2 * DAY, monday - DAY)

    def _long(self, m: Mention) -> Resolved:
        """Decades, centuries and what has no fixed length, beside publication."""
        if self.pub is None or m.unit not in ("DE", "CE"):
            return Resolved(ref(m.rel))
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
