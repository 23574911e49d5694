"""Days: weekdays, yesterday and today, parts of the day: «الجمعة»، «أمس الثلاثاء»، «مساء الأحد 14 يناير»، «اليوم
التالي»."""

from __future__ import annotations

from isnad.read.times.dates import dates_at, numeric_date, short_numeric
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import LOOSE, Found, Scan
from isnad.read.times.tokens import Token

_OPEN = frozenset((" (", " [", "، (", ' "'))
_QUOTES = frozenset("\"'«»“”‘’")
_DATE_KINDS = frozenset(("num", "ordinal"))


class DayWords:
    """Words beside which a weekday, «اليوم» or «الليلة» is something else (folded)."""

    def __init__(
        self,
        weekday_after: frozenset[str],
        weekday_before: frozenset[str],
        today_after: frozenset[str],
        today_before: frozenset[str],
        pair: frozenset[str],
        nights: frozenset[str],
    ) -> None:
        self.weekday_after, self.weekday_before = weekday_after, weekday_before
        self.today_after, self.today_before = today_after, today_before
        self.pair, self.nights = pair, nights


def weekday(s: Scan, i: int, words: DayWords, announced: bool = False) -> Found | None:
    """A weekday at token i with what specifies it. announced: «يوم» or a part of the day stands before it."""
    t = s.at(i)
    number, definite = t.value
    plain = announced and number not in (1, 7)  # فجر أحد المسلحين نفسه
    if not definite and not (plain or _of_week(s, i + 1) or s.alone(t)):
        return None
    before = s.word_before(t.outer)
    led = before in words.weekday_after or before.lstrip("وبل") in words.weekday_after
    if not announced and (led or s.word_after(t.end) in words.weekday_before):
        return None
    if number == 1 and not announced and _pair(s, i, words):
        return None
    m = Mention(t.start, t.end, "DATE", "date", "times.weekday", weekday=number)
    return _tail(s, m, i + 1)


def _pair(s: Scan, i: int, words: DayWords) -> bool:
    """Whether «الاثنين» at token i is two of something: «إنقاذ الاثنين», «بين الاثنين» with no other day behind."""
    before = s.word_before(s.at(i).outer)
    return before in words.pair or (before == "بين" and s.at(i + 1).kind != "weekday")


def _of_week(s: Scan, k: int) -> bool:
    """«ثلاثاء الأسبوع الفائت»."""
    return s.next_is(k, "unit") and s.at(k).value.code == "W" and s.at(k).value.definite


def day(s: Scan, i: int, words: DayWords) -> Found | None:
    """«أمس»، «غدا» at token i, with the weekday or date that names the same day; no party or paper of that name."""
    t = s.at(i)
    word = s.text[t.start : t.end]
    if word == "امس" and (t.clitic.endswith("ل") or s.word_after(t.end).endswith("حاجه")):
        return None  # لامس: he touched; في أمس الحاجة
    if word.endswith("غد") and s.word_before(t.outer) in words.today_after and not s.next_is(i + 1, "weekday"):
        return None
    if s.char_before(t.outer) == "(" and s.word_before(t.outer - 1) in words.today_after:
        return None  # صحيفة (الغد)
    if (word == "غد" and not (s.next_is(i + 1, "weekday") or s.at(i - 1).kind == "daytime")) or named(s, t):
        return None
    m = Mention(t.start, t.end, "DATE", "day", "times.day", rel=t.value)
    return _tail(s, m, i + 1)


def today(s: Scan, i: int, words: DayWords) -> Found | None:
    """«اليوم» at token i where it is a day: not a newspaper, not «اليوم العالمي», not «في اليوم» per day."""
    t = s.at(i)
    after = s.at(i + 1)
    if after.glue == " " and after.kind in ("relation", "same", "ago", "ahead") and not after.clitic:
        return None if s.word_before(t.outer) in words.today_after else _other_day(s, i)
    before = s.word_before(t.outer)
    named_after = after.glue in (" ", " (", "، ", "(") and after.kind in ("weekday", "daytime", "daytime_adv", "day")
    dated = after.kind == "num" and after.glue in (" ", "، ")
    plain = s.text.endswith("ليوم", t.start, t.end) and t.end - t.start < 6
    barred = False
    if plain and not (dated or named_after) and (t.clitic.startswith("ل") or named(s, t)):
        return None  # لليوم الثالث على التوالي, «أوروبا اليوم»
    if plain and not named_after:
        barred = before in words.today_after
        if (barred and not dated) or s.word_after(t.end) in words.today_before:
            return None
        if (s.at(i - 1).kind in ("in", "same_of", "that", "lasting", "within") and t.glue == " ") or t.clitic in (
            "ب",
            "وب",
        ):
            return None
        if (after.kind in ("ordinal", "teen") and after.glue == " ") or _its_kind(s.word_after(t.end)):
            return None
    if (plain and t.clitic in ("ك",)) or (not plain and s.text.startswith(" من كل ", t.end)):
        return None  # هذا اليوم من كل عام
    m = Mention(t.start, t.end, "DATE", "day", "times.today", rel=0)
    m.value = "this" if s.text.startswith("هذا", t.start) else None
    if after.kind == "day" and after.glue in (" (", "("):  # the outlet's own correction: «اليوم» (أمس)
        m.rel = after.value
        return [m], i + 1
    found = _tail(s, m, i + 1) if named_after or dated or plain else ([m], i + 1)
    return None if barred and found[1] == i + 1 else found


def _its_kind(word: str) -> bool:
    """«اليوم الأرضي»، «اليوم الوطني»: an adjective that makes it a day of its own."""
    return len(word) > 5 and word.startswith("ال") and word.endswith("ي")


def named(s: Scan, t: Token) -> bool:
    """Whether the word stands in quotation marks of its own, alone or behind one other word: a name."""
    if s.text[t.end : t.end + 1] not in _QUOTES or s.text[t.end : t.end + 3].endswith("("):
        return False
    if s.char_before(t.outer) in _QUOTES:
        return True
    word = s.word_before(t.outer)
    if any(quote in word for quote in _QUOTES):
        return True  # ل"عين اليوم"
    start = t.outer - 1 - len(word)
    return bool(word) and start >= 0 and s.char_before(start) in _QUOTES


def _other_day(s: Scan, i: int) -> Found | None:
    t, k = s.at(i), i + 1
    twice = s.at(k).kind in ("ago", "ahead")
    if twice and not s.next_is(k + 1, "relation"):
        return None
    k += twice
    r = s.at(k)
    m = Mention(t.start, r.end, "DATE", "day", "times.day-of-text", rel=0, text_rel=True)
    if r.kind == "relation":
        if r.value.vague or (r.value.text and s.text.startswith((" ل", " الذي"), r.end)):
            return None  # اليوم التالي للحرب
        m.rel, m.text_rel = r.value.value * (1 + twice), r.value.text
    elif s.text.startswith(" الذي", r.end):
        return None
    return [m], k + 1


def _tail(s: Scan, m: Mention, k: int) -> Found:
    """Relation, second name of the day, date and part of the day after a day."""
    k = _relation(s, m, k)
    k = _second_name(s, m, k)
    out, k = _date(s, m, k)
    k = _part_of_day(s, out[0], k)
    return out, k


def _relation(s: Scan, m: Mention, k: int) -> int:
    t = s.at(k)
    if t.kind in ("ago", "ahead") and t.glue == " " and s.next_is(k + 1, "relation") and m.form == "date":
        m.rel, m.end = 2 * s.at(k + 1).value.value, s.at(k + 1).end
        return k + 2
    if t.kind == "relation" and t.glue == " " and not t.clitic and m.form == "date" and not t.value.vague:
        m.rel, m.end = t.value.value, t.end
        return k + 1
    return _week(s, m, k) if m.form == "date" else k


def _week(s: Scan, m: Mention, k: int) -> int:
    """«الأحد من الأسبوع الماضي»، «السبت الأسبوع الحالي»."""
    at = k + (s.at(k).kind == "of" and s.at(k).glue == " ")
    t = s.at(at)
    if t.kind == "this" and s.next_is(at + 1, "unit") and s.at(at + 1).value.code == "W" and t.glue == " ":
        m.unit, m.rel, m.end = "W", 0, s.at(at + 1).end
        return at + 2
    if (
        t.kind == "unit"
        and t.value.code == "W"
        and t.value.definite
        and t.glue == " "
        and s.next_is(at + 1, "relation")
    ):
        m.unit, m.rel, m.end = "W", s.at(at + 1).value.value, s.at(at + 1).end
        return at + 2
    return k


def _second_name(s: Scan, m: Mention, k: int) -> int:
    """«أمس الجمعة»، «الجمعة (أمس)»، «غدا الأحد»."""
    t = s.at(k)
    if t.clitic or t.glue not in (" ", " (", "، ", "("):
        return k
    same = (t.kind == "weekday" and t.value[1] and m.form == "day" and t.glue != "، ") or (
        t.kind == "day" and m.form == "date" and m.rel is None and t.glue != "، "
    )
    if not same:
        return k
    if t.kind == "weekday":
        m.weekday = t.value[0]
    else:
        m.form, m.rel = "day", t.value
    m.end = t.end + (t.glue.endswith("(") and s.text[t.end : t.end + 1] == ")")
    return k + 1


def _date(s: Scan, m: Mention, k: int) -> Found:
    t = s.at(k)
    at = k
    if t.kind == "dated" and t.glue in LOOSE | _OPEN:
        at += 1
        if s.at(at).kind == "unit" and s.at(at).glue == " ":
            at += 1
        joined = s.at(at).glue in (" ", ": ")
    elif t.kind in ("of", "in") and t.glue == " " and s.next_is(k + 1, "num"):
        at += 1
        joined = m.form == "date"
    else:
        grown = t.glue == "" and t.kind == "num" and m.weekday is not None  # الخميس11 ديسمبر
        joined = grown or t.glue in LOOSE or (t.glue in _OPEN and (m.form == "date" or m.weekday is not None))
    t = s.at(at)
    if not joined or t.kind not in _DATE_KINDS or t.clitic not in ("", "ل"):
        return _bare_day(s, m, k)
    found = (numeric_date(s, at) or short_numeric(s, at) if t.kind == "num" else None) or dates_at(s, at)
    if found is None or found[0][0].day is None or (m.rel is not None and m.form == "date" and m.unit):
        return _bare_day(s, m, k)
    return _merged(s, m, t.glue, found), found[1]


def _merged(s: Scan, m: Mention, glue: str, found: Found) -> list[Mention]:
    first = found[0][0]
    first.start, first.weekday, first.rule = m.start, m.weekday, "times.weekday-date" if m.weekday else "times.day-date"
    if len(found[0]) > 1:
        first.weekday = None
    if m.form == "day":
        first.value = f"day{m.rel}"
    last = found[0][-1]
    if glue.endswith("(") and s.text[last.end : last.end + 1] == ")":
        last.end += 1
    return found[0]


def _bare_day(s: Scan, m: Mention, k: int) -> Found:
    """«السبت السادس عشر»: a day of the month with no month said."""
    t = s.at(k)
    if (
        m.form == "date"
        and m.rel is None
        and t.kind == "ordinal"
        and t.glue == " "
        and not t.clitic
        and s.next_is(k + 1, "teen")
    ):
        m.day, m.end = t.value + 10, s.at(k + 1).end
        return [m], k + 2
    return [m], k


def _part_of_day(s: Scan, m: Mention, k: int) -> int:
    t = s.at(k)
    if t.kind not in ("daytime", "daytime_adv") or t.glue != " " or t.clitic:
        return k
    if s.at(k + 1).kind in ("weekday", "day", "today", "num") and s.at(k + 1).glue == " ":
        return k
    if (
        not s.text[t.start : t.end].endswith("ا")
        and s.text[t.start : t.end] != "مساء"
        and " " not in s.text[t.start : t.end]
    ):
        return k
    m.daytime, m.type, m.end = "T" + t.value[0], "TIME", t.end
    return k + 1
