"""From tokens to mentions: at each token the rules of its kind are tried, the first that fits is taken."""

from __future__ import annotations

from collections.abc import Callable

from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Months, Times, Weekdays
from isnad.read.numerals import Numeral
from isnad.read.times import behind, clock, dates, days, durations, feasts, months, periods, pointing
from isnad.read.times.bare_years import YearWords, year_alone
from isnad.read.times.events import EventDays
from isnad.read.times.joining import follow, join
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan
from isnad.read.times.senses import Senses
from isnad.read.times.tokens import Lexer
from isnad.read.times.years import solar
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LEADS = frozenset(
    ("ago", "ahead", "since", "within", "by", "until", "to", "of", "in", "between", "lasting", "dated", "every")
)
_SINGLE = frozenset(("ago", "ahead", "since", "within", "lasting"))
_EACH = (" من كل ", " كل عام", " كل سنه", " كل شهر")
_CLAUSE_ENDS = frozenset(".؛!؟\n")
_QUOTES = frozenset("\"'«“”‘")
_YEARLY = (" كل عام ", " كل سنه ")
_HOURLY = frozenset(("daytime", "daytime_adv", "teen", "of", "fraction", "share", "minus"))
_INNER = frozenset(
    ("weekday", "day", "today", "num", "ordinal", "month", "unit", "this", "that", "season", "decade", "share")
)


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


class Grammar:
    """Built once from the lexicons; `mentions` reads one article."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lexer = Lexer(lexicons)
        times = lexicons.load("times", Times)
        weekdays = lexicons.load("weekdays", Weekdays).barred
        names = lexicons.load("months", Months)
        self._closing = _folded(times.closing.words)
        self._years = YearWords(*(_folded(w.words) for w in (times.counted, times.yearly, times.cups)))
        self._titles = _folded(times.titles.words)
        self._bounds = _folded(times.bounds.words)
        self._reference, self._spanned = _folded(times.reference.words), _folded(times.spanned.words)
        self._month_after, self._month_before = _folded(names.names.before), _folded(names.names.after)
        self._words = days.DayWords(
            _folded(weekdays.after),
            _folded(weekdays.before),
            _folded(times.today.not_after),
            _folded(times.today.not_before),
            _folded(weekdays.pair),
            _folded(times.today.nights),
        )
        self._senses = Senses(times)
        self._events = EventDays(names)
        self._rules: dict[str, Callable[[Scan, int], Found | None]] = {
            "num": self._number,
            "ordinal": self._ordinal,
            "month": self._month,
            "unit": self._unit,
            "weekday": lambda s, i: dates.nth_weekday(s, i) or days.weekday(s, i, self._words),
            "day": lambda s, i: days.day(s, i, self._words),
            "today": self._today,
            "daytime": self._daytime,
            "daytime_def": lambda s, i: pointing.night(s, i, self._words),
            "part": self._part,
            "season": periods.season,
            "decade": periods.decade,
            "share": periods.share,
            "ago": durations.offset,
            "ahead": durations.offset,
            "every": durations.repeated,
            "set": _direct,
            "back": pointing.back,
            "feast": feasts.feast,
            "vague": self._vague,
            "this": lambda s, i: pointing.pointing(s, i, self._words),
            "that": lambda s, i: pointing.pointing(s, i, self._words),
            "same_of": lambda s, i: pointing.pointing(s, i, self._words),
            "several": self._counted_units,
            "fraction": self._counted_units,
            "about": self._about,
            "earlier": self._earlier,
        }

    def mentions(self, prose: Prose, numerals: list[Numeral]) -> list[Mention]:
        """Every calendar expression of `prose`, in order, none overlapping, unresolved."""
        s = Scan(prose, self._lexer.tokens(prose, numerals))
        out: list[Mention] = []
        i, n = 0, len(s.tokens) - 1
        rules = self._rules
        while i < n:
            rule = rules.get(s.tokens[i].kind)
            found = rule(s, i) if rule is not None else None
            if found is None or not found[0]:
                i += 1
                continue
            if s.char_before(found[0][0].start) in _QUOTES and self._titled(s, found[0][0]):
                i = max(found[1], i + 1)
                continue
            if found[0][-1].hijri and s.text.startswith(" شمسي", found[0][-1].end):
                found = solar(s, found)
            self._lead(s, i, found[0])
            if out and (found[0][0].weekday is not None or found[0][0].month is not None):
                follow(s.text, out[-1], found[0][0])
            out += found[0]
            i = max(found[1], i + 1)
        out = self._events.settle(s, join(s.text, out))
        behind.settle(s, out)
        behind.look_ahead(s, out)
        return out

    def _titled(self, s: Scan, m: Mention) -> bool:
        """«برنامج "24 ساعة في فرنسا"»: words of a title."""
        word = s.word_before(m.start - 1)
        return m.form in ("duration", "offset") and (word in self._titles or word.lstrip("وفبل") in self._titles)

    def _lead(self, s: Scan, i: int, found: list[Mention]) -> None:
        before = s.at(i - 1)
        if before.kind in _LEADS and s.at(i).glue == " " and not found[0].lead:
            found[0].lead = before.kind
        m = found[0]
        if m.form == "date" and m.year is None and s.text.startswith(_EACH, found[-1].end):
            for each in found:
                each.open = True  # رمضان من كل عام
        if m.month is not None and m.year is None and m.rel is None and _yearly(s, m.start):
            for each in found:
                each.open = True  # كل عام بين مايو وسبتمبر
        counted = m.lead == "within" and m.form == "duration" and s.text.startswith(" من ", m.end)
        if counted and not s.text.startswith((" من الان", " من اليوم", " من هذا"), m.end):
            m.lead = "lasting"  # خلال ثلاثة أشهر من صدوره

    def _inner(self, s: Scan, i: int) -> Found | None:
        """What stands at token i when something before it needs a date there."""
        t = s.at(i)
        if t.glue != " " or t.kind not in _INNER or (t.clitic and t.kind not in ("num",)):
            return None
        if t.kind == "num":
            return self._number(s, i) or _year(s, i)
        if t.kind == "weekday":
            return days.weekday(s, i, self._words, announced=True)
        return self._rules[t.kind](s, i)

    def _number(self, s: Scan, i: int) -> Found | None:
        t = s.at(i)
        if isinstance(t.value, str) or (s.text[t.end : t.end + 1] == "/" and s.word_before(t.outer) in self._reference):
            return None  # دورية رقم 09/2022
        if s.at(i + 1).kind == "unit" and s.at(i + 1).glue in (" ", ""):
            found = durations.related(s, i) or dates.dates_at(s, i) or durations.counted(s, i, False)
            if found is not None:
                return found
        return (
            durations.spread(s, i)
            or dates.numeric_date(s, i)
            or dates.short_numeric(s, i)
            or dates.dates_at(s, i)
            or periods.bare_years(s, i, self._spanned)
            or clock.bare_clock(s, i)
            or year_alone(s, i, self._years)
        )

    def _ordinal(self, s: Scan, i: int) -> Found | None:
        found = dates.nth_weekday(s, i)
        if found is not None:
            return found
        after = s.at(i + 1)
        if after.kind in _HOURLY and (after.glue == " " or after.kind == "fraction"):
            spoken = clock.spoken_hour(s, i)
            if spoken is not None:
                return spoken
        if after.kind == "unit" and after.value[:2] == ("D", 3) and s.at(i + 2).kind == "feast" and after.glue == " ":
            return feasts.feast_day(s, i)
        if s.at(i).value == 1 and after.kind == "unit" and after.value.code == "M" and after.glue == " ":
            month = months.month_at(s, i + 1)  # أول شهر سبتمبر
            return dates.dates_at(s, i) if month is not None else None
        return dates.dates_at(s, i)

    def _month(self, s: Scan, i: int) -> Found | None:
        t = s.at(i)
        if s.word_before(t.outer) in self._month_after and not (s.at(i + 1).kind == "num" and s.at(i + 1).glue == " "):
            return None
        return None if s.word_after(t.end) in self._month_before else dates.month_range(s, i)

    def _unit(self, s: Scan, i: int) -> Found | None:
        unit = s.at(i).value
        if self._senses.general(s, i):
            return None
        if unit.code == "H" and unit.definite and unit.number == 1:
            return clock.clock(s, i)
        if unit.code == "M" and unit.number == 1:
            found = dates.month_range(s, i)
            if found is not None:
                return found
        if unit.code == "D" and not unit.definite and unit.number < 3:
            found = self._named_day(s, i)
            if found is not None:
                return found
        if self._senses.own_end(s, i):
            return None
        found = (
            periods.year_list(s, i)
            or periods.week_of_month(s, i)
            or periods.unit_period(s, i)
            or durations.related(s, i)
        )
        if found is None and s.word_before(s.at(i).outer) in self._closing:
            return _closed(s, i)
        return found or self._counted_units(s, i)

    def _named_day(self, s: Scan, i: int) -> Found | None:
        """«يوم الخميس»، «يوم 29 مارس»; «يومي 28 و29 أبريل» gives its days without «يومي»."""
        found = self._inner(s, i + 1)
        bracketed = s.at(i + 1).kind == "weekday" and s.at(i + 1).glue == " ("
        if bracketed and s.text[s.at(i + 1).end : s.at(i + 1).end + 1] == ")":
            found = days.weekday(s, i + 1, self._words, announced=True)  # يوم (الاثنين)
            if found is not None:
                found[0][0].end += 1
        if (
            found is None
            or found[0][0].form not in ("date", "day")
            or not (found[0][0].day or found[0][0].weekday or found[0][0].form == "day")
        ):
            return None
        if s.at(i).value.number == 1:
            found[0][0].start = s.at(i).start
        return found

    def _counted_units(self, s: Scan, i: int) -> Found | None:
        before = s.at(i - 1)
        if self._senses.ordinal(s, i):
            return None  # لفترة ثانية
        alone = before.kind == "in" and s.at(i).kind == "unit" and s.at(i).value.number == 1
        ranked = alone and self._senses.ranked(s, before.outer)
        single = (before.kind in _SINGLE or ranked) and s.at(i).glue == " "
        single = single or (before.kind == "of" and s.at(i).glue == " " and s.word_before(before.outer) in self._bounds)
        found = durations.counted(s, i, single or s.at(i).clitic == "ل" or s.alone(s.at(i)))
        if found is not None and s.at(i).clitic == "ل" and s.at(i).kind == "unit" and s.at(i).value.number == 1:
            return None
        return found

    def _today(self, s: Scan, i: int) -> Found | None:
        found = dates.nth_weekday(s, i) or days.today(s, i, self._words)
        if found is not None and self._senses.nowadays(s, i, found[1]):
            t = s.at(i)
            return [Mention(t.start, t.end, "DATE", "vague", "times.nowadays", value="PRESENT_REF")], found[1]
        return found

    def _daytime(self, s: Scan, i: int) -> Found | None:
        """«مساء الأحد»، «فجر 12 مايو»، «صباح أمس»."""
        t = s.at(i)
        found = self._inner(s, i + 1)
        if found is None or (len(found[0]) > 1 and found[0][0].day is None):
            return None
        m = found[0][0]
        if m.type != "DATE" or not (m.day or m.weekday or m.form == "day"):
            return None
        if m.form == "day" and not m.weekday and s.text.startswith("مغرب", t.start):
            return None  # مغرب الغد: the Morocco of tomorrow
        m.start, m.type, m.daytime, m.rule = t.start, "TIME", "T" + t.value[0], "times.day-part"
        m.eve = m.hijri and m.day is not None and s.text.startswith("ليله", t.start)
        k = found[1]
        if (
            t.value[0] == "NI"
            and m.weekday
            and not m.day
            and s.next_is(k, "weekday", frozenset((" ", "-", "/", " - ", "- ", " -", "–", " – ")))
        ):
            m.end, k = s.at(k).end, k + 1  # ليل الثلاثاء الأربعاء
        return found[0], k

    def _part(self, s: Scan, i: int) -> Found | None:
        """«مطلع الشهر الجاري»، «أواخر عام 2014»، «منتصف نوفمبر الماضي»."""
        t = s.at(i)
        if t.value == "MID" and s.next_is(i + 1, "daytime") and s.at(i + 1).value[0] == "NI":
            found = self._daytime(s, i + 1)
            if found is not None:
                found[0][0].start = t.start
            return found
        found = self._inner(s, i + 1) or _current(s, i + 1)
        if found is None:
            return None
        m = found[0][0]
        if m.rule == "times.week-of-month":
            m.start = t.start
            return found
        if m.form == "period" and m.unit == "W" and s.text.startswith("مطلع", t.start) and found[1] == i + 2:
            m.value = "weekend"
        if m.type != "DATE" or m.form in ("vague", "day", "offset") or (m.weekday and not m.month) or m.mod:
            return None
        m.start, m.mod = t.start, t.value
        return found

    def _about(self, s: Scan, i: int) -> Found | None:
        t = s.at(i)
        after = s.at(i + 1)
        if after.glue != " " or after.clitic:
            return None
        rule = self._rules.get(after.kind)
        found = rule(s, i + 1) if rule is not None and after.kind in _INNER | {"fraction", "ago"} else None
        if found is None and after.kind == "unit":
            found = durations.counted(s, i + 1, single=True)
        if found is None or found[0][0].form in ("vague", "clock"):
            return None
        found[0][0].start = t.start + s.text.startswith("ب", t.start)  # بنحو
        if found[0][0].mod is None:
            found[0][0].mod = "APPROX"
        return found

    def _vague(self, s: Scan, i: int) -> Found | None:
        t = s.at(i)
        if s.text.startswith("وقت", t.start):
            found = self._earlier(s, i)
            if found is not None:
                return found
        if self._senses.other(s, i):
            return None
        numbered = durations.numbered_after(s, i)
        if numbered is not None:
            return numbered
        value, told = t.value
        start = t.start + 3 * s.text.startswith("في ", t.start)
        return [Mention(start, t.end, "DATE", "vague", "times.vague", value=value, told=told)], i + 1

    def _earlier(self, s: Scan, i: int) -> Found | None:
        """«وقت سابق اليوم»، «وقت سابق من هذا الشهر»، «ساعة متأخرة من مساء أمس»."""
        t = s.at(i)
        k = i + 1
        k += s.at(k).kind == "of" and s.at(k).glue == " "
        found = self._inner(s, k) or (
            self._daytime(s, k) if s.at(k).kind == "daytime" and s.at(k).glue == " " else None
        )
        if found is None or len(found[0]) > 1 or found[0][0].form not in ("date", "day", "period"):
            return None
        found[0][0].start = t.start
        return found


def _yearly(s: Scan, start: int) -> bool:
    """Whether «كل عام» stands shortly before `start` in its clause."""
    before = s.text[max(0, start - 45) : start]
    return any((at := before.rfind(word)) >= 0 and _CLAUSE_ENDS.isdisjoint(before[at:]) for word in _YEARLY)


def _direct(s: Scan, i: int) -> Found | None:
    t, day = s.at(i), s.at(i + 1)
    if s.text.find("بخير", t.end, t.end + 40) >= 0 and t.value == "P1Y":
        return None  # كل عام وأنتم بخير
    if day.kind == "weekday" and day.glue == " " and s.text.endswith("كل يوم", t.start, t.end):
        value = f"XXXX-WXX-{day.value[0]}"
        return [Mention(t.start, day.end, "SET", "fixed", "times.set", value=value)], i + 2
    return [Mention(t.start, t.end, "SET", "fixed", "times.set", value=t.value)], i + 1


def _current(s: Scan, i: int, free: bool = False) -> Found | None:
    """«بداية الشهر»، «نهاية العام»، «أنهى الأسبوع»: the present one."""
    t = s.at(i)
    if (
        t.kind != "unit"
        or not (free or t.glue == " ")
        or t.clitic
        or not t.value.definite
        or t.value.number != 1
        or t.value.code not in "YMW"
    ):
        return None
    if s.next_is(i + 1, "ordinal"):
        return None  # نهاية السنة السابعة
    if s.word_after(t.end) in ("الدراسي", "الدراسيه", "المالي", "الماليه", "الهجري", "الميلادي"):
        return None
    m = Mention(t.start, t.end, "DATE", "period", "times.unit", unit=t.value.code, rel=0)
    m.value = "ended" if t.value.code == "W" else None
    return [m], i + 1


def _closed(s: Scan, i: int) -> Found | None:
    """«أنهى الأسبوع على خسارة»: told early in the next one, the week before."""
    found = _current(s, i, free=True)
    if found is not None and s.word_before(s.at(i).outer).lstrip("وف").startswith("ا"):
        found[0][0].value = "closed"
    return found


def _year(s: Scan, i: int) -> Found | None:
    t = s.at(i)
    if isinstance(t.value, int) and t.end - t.start == 4 and 1000 <= t.value <= 2100 and not t.clitic:
        return [Mention(t.start, t.end, "DATE", "period", "times.year-alone", year=t.value, unit="Y")], i + 1
    return None
