"""Days and months: «24 يونيو 2018»، «الرابع والعشرين من حزيران/يونيو»، «18/1/2026»، «11 و12 تموز الماضي»."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.read.times.mentions import Mention
from isnad.read.times.months import MonthRead, month_at, month_tail
from isnad.read.times.scan import Found, Scan, is_day
from isnad.read.times.tokens import Token
from isnad.read.times.years import hijri_mark, year_after, year_unit

_NUMERIC = re.compile(r"(\d{1,4})( ?[/\-–.] ?)(\d{1,2})( ?[/\-–.] ?)(\d{4}|\d{1,2})(?![\d:]|[.,/]\d)")
_SHORT = re.compile(r"(\d{1,2}) ?[/\-] ?(\d{1,2})(?! ?[\d/\-.:%]\d?)")
_MONTH_YEAR = re.compile(r"(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_LISTED = frozenset(("-", " - ", "–", " – ", "- ", " -", " و ", "،", "، "))
_RANGE = frozenset(("-", " - ", "–", " – ", "- ", " -"))
_AFTER_BRACKET = frozenset((") ", ")", "/)", "/) ", ")/", ") / "))


class Days(NamedTuple):
    """Days of one month: (first token, last token, day) each; next: the token after the last."""

    each: list[tuple[Token, Token, int]]
    next: int


def ordinal_at(s: Scan, i: int) -> tuple[int, int] | None:
    """The ordinal at token i (الثالث، الثالث عشر، الرابع والعشرين) and the token after it."""
    t = s.at(i)
    if t.kind != "ordinal" or t.value < 1:
        return None
    after = s.at(i + 1)
    if after.kind == "teen" and after.glue == " " and t.value < 10 and not after.clitic:
        return t.value + 10, i + 2
    if (
        after.kind == "ordinal"
        and after.clitic == "و"
        and after.value in (20, 30)
        and t.value < 10
        and after.glue == " "
    ):
        return t.value + after.value, i + 2
    return t.value, i + 1


def _day_at(s: Scan, i: int) -> tuple[int, int] | None:
    t = s.at(i)
    if t.kind == "num":
        return (t.value, i + 1) if is_day(t.value) else None
    read = ordinal_at(s, i)
    return read if read and read[0] <= 31 else None


def days_at(s: Scan, i: int) -> Days | None:
    """One or more days of a month from token i: «11»، «11 و12»، «11-13»، «الثالث إلى الخامس»."""
    read = _day_at(s, i)
    if read is None:
        return None
    each = [(s.at(i), s.at(read[1] - 1), read[0])]
    k = read[1]
    while len(each) < 6:
        at = k + (s.at(k).kind in ("to", "until") and s.at(k).glue == " ")
        t = s.at(at)
        if at > k:
            joined = t.glue == " "
        else:
            joined = (t.clitic == "و" and t.glue in (" ", "، ")) or (t.glue in _LISTED and not t.clitic)
        read = _day_at(s, at) if joined else None
        if read is None:
            break
        each.append((t, s.at(read[1] - 1), read[0]))
        k = read[1]
    return Days(each, k)


def dates_at(s: Scan, i: int) -> Found | None:
    """Days with their month from token i on."""
    days = days_at(s, i)
    if days is None or _counts_units(s, i):
        return None
    return _with_month(s, i, days) or _with_current(s, i, days)


def _counts_units(s: Scan, i: int) -> bool:
    """Whether the number at token i says how many units stand before it: «الأشهر الـ12 حتى الأول من فبراير»."""
    t, unit = s.at(i), s.at(i - 1)
    if t.kind != "num" or unit.kind != "unit" or unit.value.number != 3 or not unit.value.definite:
        return False
    return t.glue == " ال " or (t.glue == " " and t.clitic == "ال")


def _with_month(s: Scan, i: int, days: Days) -> Found | None:
    k = days.next
    t = s.at(k)
    if t.kind == "of" and t.glue == " ":
        k += 1
        t = s.at(k)
    elif t.kind == "month" and t.clitic:
        return None
    if t.glue in (" (", "(") and t.kind == "month":
        return _bracketed(s, days, k)
    if t.glue not in (" ", "", "/", "-", " / ", "/ ", " /", " - ", "، ") or (t.clitic and t.clitic != "ل"):
        return None
    month = month_at(s, k)
    if month is None:
        return None
    return _tail(s, days, month, month.next)


def _bracketed(s: Scan, days: Days, k: int) -> Found | None:
    """«30 (آذار/)مارس 2018», «30 (آذار) مارس»: the month's other name in brackets before its name."""
    first, second = s.at(k), s.at(k + 1)
    if second.kind != "month" or second.clitic or first.clitic or second.glue not in _AFTER_BRACKET:
        return None
    if first.value.number != second.value.number or "hijri" in (first.value.tradition, second.value.tradition):
        return None
    month = month_at(s, k + 1)
    return None if month is None else _tail(s, days, month, month.next)


def _tail(s: Scan, days: Days, month: MonthRead, k: int) -> Found:
    """Year or relation after the month, and a mention for each day."""
    end, said, k = month_tail(s, month, k)
    out = []
    for n, (first, last, day) in enumerate(days.each):
        final = n == len(days.each) - 1
        out.append(
            Mention(
                first.start, end if final else last.end, "DATE", "date", "times.day-month", month=month.number, day=day
            )
        )
    for mention in out:
        mention.hijri = month.hijri
        mention.other_month = month.other
        for key, value in said.items():
            setattr(mention, key, value)
    return out, k


def _with_current(s: Scan, i: int, days: Days) -> Found | None:
    """«15 الجاري»، «الثالث من الشهر المقبل»، «الحادي عشر من الشهر قبل الماضي»."""
    k = days.next
    t = s.at(k)
    if t.kind == "of" and t.glue == " ":
        k += 1
        t = s.at(k)
    if t.glue != " " or t.clitic:
        return None
    same = _same_month(s, k)
    rel, k = (0, same) if same is not None else month_relation(s, k)
    if rel is None:
        return None
    end = s.at(k - 1).end
    out = []
    for n, (first, last, day) in enumerate(days.each):
        m = Mention(
            first.start, end if n == len(days.each) - 1 else last.end, "DATE", "date", "times.day-of-this-month"
        )
        m.day, m.rel, m.unit, m.text_rel = day, rel, "M", same is not None
        out.append(m)
    return out, k


def _same_month(s: Scan, k: int) -> int | None:
    """The token after «الشهر نفسه» or «نفس الشهر» at token k."""
    a, b = s.at(k), s.at(k + 1)
    unit = a if a.kind == "unit" else b
    if unit.kind != "unit" or unit.value.code != "M" or unit.value.number != 1 or b.glue != " ":
        return None
    return k + 2 if {a.kind, b.kind} in ({"unit", "same"}, {"unit", "same_of"}, {"unit", "that"}) else None


def month_relation(s: Scan, k: int) -> tuple[int | None, int]:
    """The relation of the month at token k to the present one («الشهر المقبل»، «الجاري») and the token after it."""
    t = s.at(k)
    if t.kind == "this" and s.next_is(k + 1, "unit"):
        unit = s.at(k + 1).value
        return (0, k + 2) if unit.code == "M" and unit.number == 1 else (None, k)
    if t.kind == "unit" and t.value.code == "M" and t.value.number == 1 and t.value.definite:
        return _relation_value(s, k + 1)
    if t.kind == "relation" and t.value.value == 0:
        return 0, k + 1
    return None, k


def _relation_value(s: Scan, k: int) -> tuple[int | None, int]:
    t = s.at(k)
    if t.glue != " ":
        return None, k
    if t.kind in ("ago", "ahead") and s.next_is(k + 1, "relation"):
        return 2 * s.at(k + 1).value.value, k + 2
    if t.kind == "relation" and not t.value.vague and not t.value.text:
        return t.value.value, k + 1
    return None, k


def month_dates(s: Scan, i: int) -> Found | None:
    """From a month at token i: «تموز 13»، «يوليو 13-15»، «مايو 2018»، «نوفمبر الماضي»، «فبراير» alone where that is
    safe."""
    month = month_at(s, i)
    if month is None:
        return None
    inverted = _days_behind(s, month)
    if inverted is not None:
        found = _tail(s, inverted, month, inverted.next)
        found[0][0].start = s.at(i).start
        return found
    end, said, k = month_tail(s, month, month.next)
    if not said and month.weak != "always" and end == month.end and not s.alone(s.at(i)):
        before = s.at(i - 1)
        governed = (
            before.kind in ("in", "since", "until", "within", "by", "part", "to", "between") and s.at(i).glue == " "
        )
        local = s.maghreb and s.at(i).kind == "month" and s.at(i).value.tradition == "maghreb"
        led = s.at(i).clitic not in ("", "و", "ف") or (s.at(i).clitic and before.kind == "month")
        if (month.weak == "context" and not local) or not (governed or led):
            return None
    m = Mention(s.at(i).start, end, "DATE", "date", "times.month", month=month.number, hijri=month.hijri)
    m.other_month = month.other
    for key, value in said.items():
        setattr(m, key, value)
    return [m], k


def _days_behind(s: Scan, month: MonthRead) -> Days | None:
    t = s.at(month.next)
    if t.glue != " " or t.clitic or (t.kind == "ordinal" and t.value < 0):
        return None
    days = days_at(s, month.next)
    if days is None:
        return None
    if s.at(days.next).kind == "month" and len(days.each) > 1:  # شباط 13 إلى 15 تموز
        days = Days(days.each[:1], month.next + 1)
    last = days.each[-1][1]
    following = s.at(days.next)
    if s.text[last.end : last.end + 1] == " " and s.word_after(last.end):
        return days if following.kind in ("to", "relation") and following.glue == " " else None
    return None if s.text[last.end : last.end + 1] in "%/" and last.end < len(s.text) else days


def month_range(s: Scan, i: int) -> Found | None:
    """Two months that share their year: «بين مارس ومايو 2018»; each on its own otherwise."""
    first = month_dates(s, i)
    if first is None or first[0][-1].year is not None:
        return first
    t = s.at(first[1])
    joined = (t.kind == "month" and (t.clitic == "و" or t.glue in _RANGE)) or (
        t.kind in ("to", "until") and t.glue == " "
    )
    if not joined:
        return first
    second = month_dates(s, first[1] + (t.kind in ("to", "until")))
    if second is None or second[0][-1].year is None or len(first[0]) > 1 or first[0][0].rel is not None:
        return first
    if first[0][0].month is not None and second[0][0].month is not None and first[0][0].month <= second[0][0].month:
        first[0][0].year = second[0][0].year
    return [*first[0], *second[0]], second[1]


def _ordered(a: int, b: int, c: int, width: int) -> tuple[int, int, int] | None:
    """Year, month, day of three numbers as the press writes them; None where no calendar has such a day."""
    if width == 4:
        year, month, day = a, b, c
    else:
        year, month, day = c, b, a
        if month > 12 >= day:
            month, day = day, month
    if year < 100:
        year += 2000
    if not (1 <= month <= 12 and 1 <= day <= 31 and (1300 <= year <= 1500 or 1800 <= year <= 2100)):
        return None
    return year, month, day


def numeric_date(s: Scan, i: int) -> Found | None:
    """«18/1/2026»، «2026-01-18»، «11 - 12 - 2025»، «18-10-1436 هـ»; two-digit years only after a weekday or
    «بتاريخ»."""
    t = s.at(i)
    m = _NUMERIC.match(s.text, t.start)
    if m is None or m.group(2).strip() != m.group(4).strip() or s.char_before(t.start) in "/-.:":
        return _month_of_year(s, i)
    a, c = m.group(1), m.group(5)
    if (len(a) == 4) == (len(c) == 4) and not (len(c) == 2 and len(a) < 3 and _announced(s, i)):
        return None
    read = _ordered(int(a), int(m.group(3)), int(c), len(a))
    if read is None:
        return None
    k = i
    while s.at(k).start < m.end():
        k += 1
    mark, after = hijri_mark(s, k)
    hijri = mark if mark is not None else read[0] <= 1500
    end = s.at(k).end if mark is not None else m.end()
    mention = Mention(
        t.start, end, "DATE", "date", "times.numeric", year=read[0], month=read[1], day=read[2], hijri=hijri
    )
    return [mention], after if mark is not None else k


def _month_of_year(s: Scan, i: int) -> Found | None:
    t = s.at(i)
    m = _MONTH_YEAR.match(s.text, t.start)
    if m is None or not 1 <= int(m.group(1)) <= 12 or s.char_before(t.start) in "/-":
        return None
    return [
        Mention(t.start, m.end(), "DATE", "date", "times.numeric-month", year=int(m.group(2)), month=int(m.group(1)))
    ], i + 2


def _announced(s: Scan, i: int) -> bool:
    """Whether a weekday, «يوم» or «بتاريخ» stands right before token i."""
    before = s.at(i - 1)
    near = s.at(i).glue in (" ", "، ", " (", ": ")
    return near and (before.kind in ("weekday", "dated") or (before.kind == "unit" and before.value.code == "D"))


def short_numeric(s: Scan, i: int) -> Found | None:
    """«الجمعة 6/8»، «من 30/11 وحتى 2/12/2015»: day and month without a year, only where something says it is a date."""
    t = s.at(i)
    m = _SHORT.match(s.text, t.start)
    if m is None or not (is_day(int(m.group(1))) and 1 <= int(m.group(2)) <= 12):
        return None
    k = i
    while s.at(k).start < m.end():
        k += 1
    mention = Mention(t.start, m.end(), "DATE", "date", "times.numeric-day", month=int(m.group(2)), day=int(m.group(1)))
    if _announced(s, i):
        return [mention], k
    if s.at(k).kind in ("to", "until") and s.at(k).glue == " " and s.next_is(k + 1, "num"):
        far = numeric_date(s, k + 1)
        if far is not None and far[0][0].year is not None:
            mention.year = far[0][0].year - (far[0][0].month or (mention.month or 1) > 12)
            if (far[0][0].month or 0) >= (mention.month or 0):
                mention.year = far[0][0].year
            mention.hijri = far[0][0].hijri
            return [mention, *far[0]], far[1]
    return None


def nth_weekday(s: Scan, i: int) -> Found | None:
    """«أول اثنين من مارس»، «الثلاثاء الثالث من شهر أيلول 2014»، «آخر يوم من الشهر الحالي»."""
    a, b = s.at(i), s.at(i + 1)
    order, day = (a, b) if a.kind == "ordinal" else (b, a)
    if b.glue != " " or b.clitic or order.kind != "ordinal" or not _is_day_word(day):
        return None
    k = i + 2
    if s.at(k).kind not in ("of", "in") or s.at(k).glue != " ":
        return None
    m = Mention(a.start, 0, "DATE", "date", "times.nth-day")
    after = _month_of_nth(s, m, k + 1)
    if after is None:
        return None
    if day.kind == "weekday":
        m.weekday, m.value = day.value[0], f"nth{order.value}"
    else:
        m.day = order.value
    return [m], after


def _is_day_word(t: Token) -> bool:
    if t.kind == "unit":
        return bool(t.value.code == "D" and t.value.number == 1)
    return t.kind in ("weekday", "today")


def _month_of_nth(s: Scan, m: Mention, k: int) -> int | None:
    """Puts the month that begins at token k into `m`; gives the token after it."""
    month = month_at(s, k) if s.at(k).glue == " " else None
    if month is None:
        m.rel, k = month_relation(s, k)
        m.unit = "M"
        m.end = s.at(k - 1).end
        return k if m.rel is not None else None
    m.end, said, k = month_tail(s, month, month.next)
    if not said and s.at(k).glue == " ":
        year = year_after(s, k, wide=True) or year_unit(s, k)
        if year is not None:
            m.end, said, k = s.at(year.next - 1).end, {"year": year.year, "year_rel": year.rel}, year.next
    m.month, m.hijri = month.number, month.hijri
    for key, value in said.items():
        setattr(m, key, value)
    return k
