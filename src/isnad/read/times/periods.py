"""Years, months, weeks and their shares: «عام 2014»، «الشهر الماضي»، «الربع الأول من 2018»، «صيف 2020»، «ثمانينيات
القرن الماضي»."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.read.times.dates import month_relation, ordinal_at
from isnad.read.times.mentions import Mention
from isnad.read.times.months import month_at, month_tail
from isnad.read.times.scan import Found, Scan, Year, is_year
from isnad.read.times.years import hijri_mark, year_after

_FISCAL = frozenset(("المالي", "الماليه", "الدراسي", "الدراسيه", "الجامعي", "الجامعيه"))
_YEARS = re.compile(r"((?:1[0-9]|20)\d\d) ?[/\-–] ?((?:1[0-9]|20)\d\d|\d\d)(?![\d/\-])")


def year_list(s: Scan, i: int) -> Found | None:
    """Years after their unit at token i: «عام 2014»، «عامي 2014 و2015»، «سنوات 2011 و2012 و2013»، «العام 1436 هـ»."""
    unit = s.at(i).value
    k = i + 1
    t = s.at(k)
    if unit.code != "Y" or t.kind != "num" or t.glue not in (" ", " (", "") or not isinstance(t.value, int):
        return None
    pair = _YEARS.match(s.text, t.start) if unit.number == 1 else None
    if pair is not None and "/" in pair[0] and len(pair[2]) == 4 and int(pair[2]) == t.value + 1:
        after = hijri_mark(s, k + 2)[1]
        end = s.at(after - 1).end
        return [_across(s.at(i).start, end, t.value, t.value + 1, 1400 <= t.value <= 1460)], after
    out: list[Mention] = []
    while t.kind == "num" and isinstance(t.value, int):
        if not 100 <= t.value <= 2200 or (t.value < 1000 and unit.number != 1):
            break
        mark, after = hijri_mark(s, k + 1)
        hijri = mark if mark is not None else 1400 <= t.value <= 1460
        first = s.at(i) if not out and unit.number == 1 else t
        m = Mention(
            first.start, s.at(after - 1).end, "DATE", "period", "times.year", year=t.value, unit="Y", hijri=hijri
        )
        out.append(m)
        k = after
        t = s.at(k)
        if t.kind in ("to", "until") and t.glue == " " and s.next_is(k + 1, "num"):
            k += 1
            t = s.at(k)
        elif not (t.glue in (" ", "-", "/", " - ", "– ", " و ") and (t.clitic == "و" or t.glue != " ")):
            break
        if isinstance(t.value, int) and not is_year(t.value):
            break
    return (out, k) if out else None


def bare_years(s: Scan, i: int, spanned: frozenset[str]) -> Found | None:
    """«2014/2015»، «2015-2018»: two years written together from the numeral at token i; one period where they are a
    season or a fiscal year."""
    t = s.at(i)
    m = _YEARS.match(s.text, t.start)
    if m is None or s.char_before(t.start) in "/-.":
        return None
    first, tail = int(m.group(1)), m.group(2)
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    hijri = 1350 <= first <= 1460
    if not (first < last <= first + 60 and (hijri or first >= 1900)):
        return None
    cut = m.start(2)
    word = s.word_before(t.outer)
    if word == "الجديد" or word == "الجديده" or (s.at(i - 1).kind == "relation" and t.glue == " "):
        word = s.word_before(t.outer - len(word) - 1)
    joined = "/" in s.text[t.end : cut] or word in spanned or word.lstrip("وبلك") in spanned
    if joined and last == first + 1:
        return [_across(t.start, m.end(), first, last, hijri)], i + 2
    return [
        Mention(t.start, t.end, "DATE", "period", "times.years", year=first, unit="Y", hijri=hijri),
        Mention(cut, m.end(), "DATE", "period", "times.years", year=last, unit="Y", hijri=hijri),
    ], i + 2


def _across(start: int, end: int, first: int, last: int, hijri: bool) -> Mention:
    """A season, school or fiscal year that runs from one year into the next."""
    return Mention(start, end, "DATE", "years", "times.years", year=first, value=str(last), hijri=hijri)


def unit_period(s: Scan, i: int) -> Found | None:
    """A unit with what it is relative to, from token i: «الشهر الماضي»، «هذا العام»، «نفس الشهر من العام الماضي»."""
    t = s.at(i)
    if t.kind in ("this", "that", "same_of"):
        return _pointed(s, i)
    unit = t.value
    if not unit.definite or unit.number != 1 or unit.code in ("S", "MI", "H", "N"):
        return None
    after = s.at(i + 1)
    m = Mention(t.start, after.end, "DATE", "period", "times.unit", unit=unit.code)
    if unit.code in ("Y", "M", "W") and (s.alone(t) or (after.kind == "this" and s.alone(t, after))):
        m.end, m.rel = (t if s.alone(t) else after).end, 0
        return [m], i + 1 + (not s.alone(t))
    if unit.code == "CE" and after.kind in ("num", "ordinal"):
        return _century(s, i, m)
    if after.glue != " " or after.clitic:
        return None
    if after.kind == "era" and after.value == "h" and unit.code == "Y":
        return _hijri_period(s, i, m)
    if after.kind in ("ago", "ahead") and s.next_is(i + 2, "relation"):
        m.rel, m.end = 2 * s.at(i + 2).value.value, s.at(i + 2).end
        return [m], i + 3
    if after.kind == "relation" and not after.value.vague:
        return _related_unit(s, i, m)
    if after.kind == "same":
        m.rel, m.text_rel = 0, True
        return [m], _with_year(s, m, i + 2)
    return None


def week_of_month(s: Scan, i: int) -> Found | None:
    """«الأسبوع الأول من فبراير»، «الأسبوع الأخير من الشهر المقبل»: its third of the month, where that is one."""
    t, order = s.at(i), s.at(i + 1)
    if t.value.code != "W" or t.value.number != 1 or not t.value.definite or order.glue != " " or order.clitic:
        return None
    last = order.kind == "ordinal" and order.value == -1
    read = (-1, i + 2) if last else ordinal_at(s, i + 1)
    if read is None or read[0] > 5 or not s.next_is(read[1], "of"):
        return None
    k = read[1] + 1
    m = Mention(t.start, 0, "DATE", "date", "times.week-of-month")
    m.mod = "START" if read[0] == 1 else "END" if read[0] in (-1, 4, 5) else None
    month = month_at(s, k) if s.at(k).glue == " " else None
    if month is not None:
        m.end, said, k = month_tail(s, month, month.next)
        m.month, m.hijri = month.number, month.hijri
        for key, value in said.items():
            setattr(m, key, value)
        return [m], k
    m.rel, k = month_relation(s, k)
    m.form, m.unit, m.end = "period", "M", s.at(k - 1).end
    return ([m], k) if m.rel is not None else None


def _open_decade(s: Scan, before: int, unit: str) -> bool:
    """Whether «هذا العقد» after token `before` may be a contract: nothing there measures time."""
    return unit == "DE" and s.at(before).kind not in ("within", "part", "since", "until", "lasting", "by")


def _related_unit(s: Scan, i: int, m: Mention) -> Found | None:
    """«الشهر الماضي»، «العام الجاري 2018»."""
    after, unit = s.at(i + 1), s.at(i).value
    m.rel, m.text_rel = after.value.value, after.value.text
    if m.rel == 0 and _open_decade(s, i - 1, unit.code):
        return None
    k = i + 2
    number = s.at(k)
    if unit.code == "Y" and number.kind == "num" and number.glue in (" ", " (") and is_year(number.value):
        m.said_rel = None if m.text_rel else m.rel
        m.year, m.rel, m.end, m.text_rel = number.value, None, number.end, False
        m.hijri = 1400 <= number.value <= 1460
        across = bare_years(s, k, frozenset(("",)))
        if across is not None and len(across[0]) == 1 and number.glue == " ":
            across[0][0].start = m.start
            return across
        marked, k_after = hijri_mark(s, k + 1)
        if marked is not None and number.glue == " ":
            m.hijri, m.end, k = marked, s.at(k_after - 1).end, k_after - 1
        m.end += number.glue == " (" and s.text[number.end : number.end + 1] == ")"
        k += 1
    return [m], k


def _hijri_period(s: Scan, i: int, m: Mention) -> Found | None:
    k = i + 2
    twice = s.at(k).kind in ("ago", "ahead") and s.at(k).glue == " "
    k += twice
    if not s.next_is(k, "relation"):
        return None
    m.rel, m.hijri, m.end = s.at(k).value.value * (1 + twice), True, s.at(k).end
    return [m], k + 1


def _pointed(s: Scan, i: int) -> Found | None:
    t, unit = s.at(i), s.at(i + 1)
    if unit.kind != "unit" or unit.glue != " " or not unit.value.definite or unit.value.number != 1 or unit.clitic:
        return _same_period(s, i)
    if t.kind == "that" and s.next_is(i + 2, "relation"):
        return None  # أعلن عن ذلك العام الماضي
    if unit.value.code in ("S", "MI", "H", "N") or (t.kind == "this" and _open_decade(s, i - 1, unit.value.code)):
        return None
    m = Mention(t.start, unit.end, "DATE", "period", "times.unit", unit=unit.value.code, rel=0)
    m.text_rel = t.kind != "this"
    k = i + 2
    number = s.at(k)
    if unit.value.code == "Y" and number.kind == "num" and number.glue == " " and is_year(number.value):
        m.said_rel = 0 if t.kind == "this" else None
        m.year, m.rel, m.text_rel, m.hijri, m.end = number.value, None, False, 1400 <= number.value <= 1460, number.end
        return [m], k + 1
    if t.kind == "same_of":
        k = _with_year(s, m, k)
    return [m], k


def _same_period(s: Scan, i: int) -> Found | None:
    """«نفس الفترة من سنة 2014»، «ذات الفترة»: the share or month named last, in another year."""
    t = s.at(i)
    start = t.end + 1
    if t.kind != "same_of" or not s.text.startswith(("الفتره", "المده"), start):
        return None
    end = start + (6 if s.text.startswith("الفتره", start) else 5)
    m = Mention(t.start, end, "DATE", "period", "times.same-period", unit="same", rel=0, text_rel=True)
    if s.at(i + 1).glue in (" الفتره ", " المده "):
        probe = replace(s.tokens[i + 1], glue=" ")
        held = s.tokens[i + 1]
        s.tokens[i + 1] = probe
        k = _with_year(s, m, i + 1)
        s.tokens[i + 1] = held
        return [m], k
    return [m], i + 1


def _with_year(s: Scan, m: Mention, k: int) -> int:
    year = year_after(s, k)
    if year is None:
        return k
    m.year, m.year_rel = year.year, year.rel
    m.end = s.at(year.next - 1).end
    return year.next


def _century(s: Scan, i: int, m: Mention) -> Found | None:
    number = s.at(i + 1)
    if number.glue not in (" ", " ال ") or number.clitic not in ("", "ال"):
        return None
    if number.kind == "num" and isinstance(number.value, int) and 1 <= number.value <= 21:
        order, k = number.value, i + 2
    else:
        if number.kind != "ordinal":
            return None
        read = ordinal_at(s, i + 1)
        if read is None:
            return None
        order, k = read
    mark, after = hijri_mark(s, k)
    if mark:
        return None
    m.value, m.form, m.end, m.rule = f"{order - 1:02d}", "fixed", s.at(after - 1).end, "times.century"
    return [m], after


def share(s: Scan, i: int) -> Found | None:
    """«الربع الأول من عام 2018»، «النصف الثاني من العام الجاري»، «السداسي الأول»."""
    t, order = s.at(i), s.at(i + 1)
    read = ordinal_at(s, i + 1) if order.glue == " " and not order.clitic else None
    last = order.kind == "ordinal" and order.value == -1 and order.glue == " "
    parts = {"Q": 4, "H": 2, "T": 3}[t.value]
    if read is None and not last:
        return None
    number, k = read if read else (parts, i + 2)
    if number > parts:
        return None
    m = Mention(
        t.start, s.at(k - 1).end, "DATE", "period", "times.share", share=f"{t.value}{number}", unit="Y", rel=None
    )
    year = year_after(s, k, wide=True)
    if year is not None:
        _take(s, m, year)
        return [m], year.next
    whole = s.at(k + 1)
    if s.at(k).kind == "of" and s.at(k).glue == " " and _is_whole_year(s, k + 1):
        if s.word_after(whole.end) in _FISCAL:
            return None  # النصف الأول من العام المالي
        m.year_rel, m.end = 0, whole.end  # النصف الأول من العام
        return [m], k + 2
    if s.at(k).kind == "of" and s.at(k).glue == " ":
        month = month_at(s, k + 1)
        if month is not None:
            m.end, said, after = month_tail(s, month, month.next)
            m.form, m.month, m.hijri, m.mod = "date", month.number, month.hijri, "START" if number == 1 else "END"
            for key, value in said.items():
                setattr(m, key, value)
            return [m], after
        return _share_of_century(s, k + 1, m, number, parts)  # none of a match: النصف الأول من المباراة
    if t.value == "Q" and s.next_is(k, "relation"):
        m.rel, m.end = s.at(k).value.value, s.at(k).end
        return [m], k + 1
    return (
        ([m], k)
        if t.value == "Q" and s.text.startswith(("الربع", "الثلاثي"), t.start) and s.at(i - 1).kind in ("within", "in")
        else None
    )


def _share_of_century(s: Scan, k: int, m: Mention, number: int, parts: int) -> Found | None:
    """«النصف الثاني من القرن العشرين»: the century at token k with the part that `m` names."""
    t = s.at(k)
    if t.kind != "unit" or t.value.code != "CE" or t.glue != " " or t.clitic:
        return None
    found = unit_period(s, k)
    if found is None or found[0][0].mod is not None:
        return None
    century = found[0][0]
    century.start = m.start
    if century.form == "fixed":  # القرن الماضي is whole
        century.share = m.share
        century.mod = "START" if number == 1 else "END" if number == parts else "MID"
    return found


def _is_whole_year(s: Scan, i: int) -> bool:
    """Whether token i is «العام» or «السنة»."""
    t = s.at(i)
    return t.kind == "unit" and t.glue == " " and not t.clitic and t.value[:2] == ("Y", 1) and t.value.definite


def _take(s: Scan, m: Mention, year: Year) -> None:
    m.year, m.year_rel, m.text_rel, m.hijri = year.year, year.rel, year.same, year.hijri
    m.end = s.at(year.next - 1).end


def season(s: Scan, i: int) -> Found | None:
    """«صيف 2020»، «الصيف الماضي»، «هذا الشتاء»، «خريف العام المقبل»."""
    first = i
    if s.at(i).kind in ("this", "that"):
        i += 1
    t = s.at(i)
    if t.kind != "season":
        return None
    m = Mention(s.at(first).start, t.end, "DATE", "period", "times.season", share=t.value, unit="Y")
    definite = s.text.startswith(("ال", "لل"), t.start)
    if first != i:
        m.rel = 0
        return ([m], i + 1) if definite and s.at(first).kind == "this" else None
    if definite:
        if s.next_is(i + 1, "relation"):
            m.rel, m.end = s.at(i + 1).value.value, s.at(i + 1).end
            return [m], i + 2
        return None
    year = year_after(s, i + 1)
    if year is None:
        return None
    _take(s, m, year)
    return [m], year.next


def decade(s: Scan, i: int) -> Found | None:
    """«الثمانينيات»، «ستينيات القرن الماضي»، «تسعينات القرن العشرين»."""
    t = s.at(i)
    end, k, century = t.end, i + 1, "19"
    unit = s.at(i + 1)
    if unit.kind == "of" and unit.glue == " ":
        k += 1
        unit = s.at(k)
    if unit.kind == "unit" and unit.value.code == "CE" and unit.glue == " ":
        found = unit_period(s, k)
        if found is not None:
            inner = found[0][0]
            end, k = inner.end, found[1]
            century = inner.value or "19"
    elif s.text[t.start - 3 : t.start].strip() == "في" and s.word_after(t.end).endswith("ه"):
        return None  # في الثلاثينات من عمره
    if end == t.end and _of_age(s, i):
        return None
    return [Mention(t.start, end, "DATE", "fixed", "times.decade", value=f"{century}{t.value}")], k


def _of_age(s: Scan, i: int) -> bool:
    """«في العشرينيات أو الثلاثينيات من عمرها»، «وهو في الأربعينيات»: somebody's age."""
    first = last = i
    while s.at(first - 1).kind == "decade" and len(s.at(first).glue) < 6:
        first -= 1
    while s.at(last + 1).kind == "decade" and len(s.at(last + 1).glue) < 6:
        last += 1
    if s.text.startswith((" من عمر", " من العمر", " من اعمار"), s.at(last).end):
        return True
    unit = s.at(last + 1) if s.at(last + 1).kind != "of" else s.at(last + 2)
    if last - first > 1 or (unit.kind == "unit" and unit.value.code == "CE"):
        return False
    t = s.at(first)
    definite = s.text.startswith("ال", t.start)
    return s.at(first - 1).kind == "in" and t.glue == " " and definite and not t.clitic and t.value < 5
