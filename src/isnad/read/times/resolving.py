"""Counting calendar expressions from a day: what each mention's value is and which days bound it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from isnad.read.times import calendars as cal
from isnad.read.times.counting import DAY, Resolved, Telling, fixed, moved, ref
from isnad.read.times.durations import iso_duration
from isnad.read.times.mentions import Mention
from isnad.read.times.resolving_periods import PeriodCounter

_DATED = frozenset(("date", "period", "day", "fixed", "easter", "offset"))
_SMALL_HOURS, _EVENING = 5, 18  #: o'clock
_NEAR = 2  #: sentences back to what a pointing day means


class Resolver(PeriodCounter):
    """Resolves the mentions of one article against one day of publication (None: unknown), in order."""

    def __init__(self, published: dt.date | None, at: dt.datetime | None, telling: Telling, short: bool) -> None:
        super().__init__(published, at, telling, short)
        self._forms: dict[str, Callable[[Mention], Resolved]] = {
            "date": self._date,
            "period": self._period,
            "years": self._years,
            "day": self._day,
            "offset": self._offset,
            "duration": self._duration,
            "vague": self._vague,
            "clock": self._clock,
            "fixed": fixed,
            "easter": self._easter,
        }

    def resolve(self, m: Mention, sentence: int) -> Resolved:
        if sentence != self.seen.sentence:
            self.seen.sentence, self.seen.frame, self.seen.clock = sentence, None, None
        try:
            read = self._forms[m.form](m)
        except (ValueError, OverflowError):  # no such day in the calendar: 31 April, year 0
            return Resolved("XXXX-XX-XX", odd="no-such-day")
        if m.form in _DATED and not read.duration and read.value[:1].isalnum():
            self.seen.last, self.seen.last_sentence = read, sentence
        return self._with_daytime(m, read)

    def _with_daytime(self, m: Mention, read: Resolved) -> Resolved:
        if m.daytime is None or m.form == "clock":
            return read
        if read.first is None:
            open_day = read.value if read.value.startswith("XXXX") else "XXXX-XX-XX"
            clock = m.daytime if len(m.daytime) != 3 or m.daytime[1:].isalpha() else m.daytime + ":00"
            return read._replace(value=open_day + clock)
        day, clock = read.first, m.daytime
        if m.eve:  # ليلة 27 رمضان: the night that leads to the day
            day -= DAY
            read = read._replace(first=day, last=day)
        if clock[1:3] == "24":
            day, clock = day + DAY, "T00" + clock[3:]
        return read._replace(
            value=day.isoformat() + (clock if len(clock) != 3 or clock[1:].isalpha() else clock + ":00")
        )

    # ---- days, offsets, durations ---------------------------------------------------------------------------------

    def _day(self, m: Mention) -> Resolved:
        if m.text_rel:
            return self._day_of_text(m)
        if m.value == "this" and m.weekday is None and self.seen.sentence - self.seen.dated[1] <= 1:
            dated = self.seen.dated[0]
            return Resolved(dated.isoformat(), dated, dated)  # في 5 أكتوبر … في هذا اليوم
        if self.pub is None:
            return Resolved(f"XXXX-WXX-{m.weekday}" if m.weekday else ref(m.rel))
        day = self.pub + (m.rel or 0) * DAY
        if m.weekday is not None and day.isoweekday() != m.weekday:
            ahead = (m.weekday - day.isoweekday()) % 7
            day += (ahead if ahead <= 3 else ahead - 7) * DAY
        return self.one_day(Mention(m.start, m.end, m.type, m.form, m.rule), day)

    def _day_of_text(self, m: Mention) -> Resolved:
        """«يومها», «اليوم التالي», «تلك الليلة»: counted from what the text named shortly before; nothing where it
        named nothing."""
        seen = self.seen
        year = (
            m.year
            if m.year is not None
            else self.pub.year + m.year_rel
            if self.pub and m.year_rel is not None
            else None
        )
        if year is not None:
            whole = Resolved(f"{year:04d}", *cal.year_range(year))
            return self.one_day(m, seen.day.replace(year=year)) if seen.day else whole
        reach = _NEAR if seen.last is None or len(seen.last.value) > len("2016") else 1
        if m.value == "last" and seen.last is not None and seen.sentence - seen.last_sentence <= reach:
            return Resolved(seen.last.value, seen.last.first, seen.last.last)
        told_now = (m.rel or 0) < 0 and seen.day == self.pub
        noon = m.daytime == "T12:00"
        if seen.day is not None and (told_now or noon or seen.sentence - seen.day_sentence <= _NEAR):
            day = seen.day + (m.rel or 0) * DAY
            plain = Mention(m.start, m.end, m.type, m.form, m.rule)
            return Resolved(day.isoformat(), day, day) if m.daytime or m.value else self.one_day(plain, day)
        if self.pub is not None and (self.short or noon):
            day = self.pub + (m.rel or 0) * DAY
            return Resolved(day.isoformat(), day, day)
        if seen.last is not None and seen.last_sentence == seen.sentence and seen.last.value.startswith("XXXX"):
            return Resolved(seen.last.value if not m.rel else "XXXX-XX-XX")
        return Resolved("", odd="nothing-meant")

    def _clock(self, m: Mention) -> Resolved:
        day = self._day_of_clock(m)
        clock = m.daytime or ""
        clock += "" if ":" in clock else ":00"
        before, self.seen.clock = self.seen.clock, (self.seen.sentence, clock)
        if day is None:
            return Resolved(clock)
        past = (
            before is not None and m.lead in ("until", "to") and before[1] > clock
        )  # من العاشرة مساء حتى السابعة صباحا
        if clock.startswith("T24"):
            past, clock = True, "T00" + clock[3:]
        day += past * DAY
        return Resolved(day.isoformat() + clock, day, day)

    def _day_of_clock(self, m: Mention) -> dt.date | None:
        """The day that a clock time belongs to: named behind it, before it in its sentence, or publication."""
        if m.day_of is not None:
            return self._forms[m.day_of.form](m.day_of).first
        seen = self.seen
        if seen.day_sentence == seen.sentence:
            return seen.day
        if m.open:
            return None
        if m.follows and seen.day is not None and seen.sentence - seen.day_sentence <= _NEAR:
            return seen.day
        late = self.at is not None and self.at.hour < _SMALL_HOURS and int((m.daytime or "T0")[1:3]) >= _EVENING
        if late and self.pub is not None and self.direction(m) < 0:
            return self.pub - DAY  # told at one in the morning: سقطت في السابعة مساء
        return self.pub

    def _offset(self, m: Mention) -> Resolved:
        if m.lead == "ahead" and not self.short and self.direction(m) <= 0:
            return Resolved(iso_duration(m.amount), duration=True)
        sign = -1 if m.lead == "ago" else 1
        if self.pub is None:
            return Resolved(ref(sign))
        number, unit = m.amount[-1]
        if unit in ("H", "MI", "S"):
            return self._clock_offset(m, sign)
        day = self.pub
        for number, unit in m.amount:
            day = moved(day, sign * number, unit)
        unit = m.amount[-1][1]
        if m.weekday is not None:
            return self.one_day(m, cal.week_range(day)[0] + (m.weekday - 1) * DAY)
        if m.hijri:
            first, last = cal.hijri_range(cal.hijri_year_of(self.pub) + sign * round(m.amount[0][0]))
            return Resolved(f"{first.isoformat()}/{last.isoformat()}", first, last)
        if unit == "W":
            year, week, _ = day.isocalendar()
            return Resolved(f"{year}-W{week:02d}", *cal.week_range(day))
        if unit in ("Y", "DE", "CE"):
            return Resolved(f"{day.year:04d}", *cal.year_range(day.year))
        if unit == "M":
            return Resolved(f"{day.year:04d}-{day.month:02d}", *cal.month_range(day.year, day.month))
        return Resolved(day.isoformat(), day, day)

    def _clock_offset(self, m: Mention, sign: int) -> Resolved:
        if self.at is None:
            return Resolved(ref(sign))
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
        if m.rel is None and not self.short and self.direction(m) <= 0:
            return Resolved(value)
        sign = -1 if m.rel is not None and m.rel < 0 else 1
        far = self.pub
        for number, unit in m.amount:
            far = moved(far, sign * number, unit)
        first, last = min(far, self.pub), max(far, self.pub)
        if m.amount[-1][1] == "W" and m.rel == 1:
            first = cal.week_range(self.pub, 1)[0]
            last = first + dt.timedelta(days=7 * m.amount[-1][0] - 1)
        until = last.isoformat()
        return Resolved(value, first, last, until[:7] if m.amount[-1][1] in ("M", "Y", "DE") else until)

    def _vague(self, m: Mention) -> Resolved:
        value = m.value or "PAST_REF"
        if m.told and not self.short:
            value = "FUTURE_REF" if self.direction(m) > 0 else "PAST_REF"
        if self.pub is None:
            return Resolved(value)
        if value == "PAST_REF":
            return Resolved(value, None, self.pub)
        return Resolved(value, self.pub, self.pub if value == "PRESENT_REF" else None)
