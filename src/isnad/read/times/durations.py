"""Durations and offsets: «ثلاث سنوات ونصف»، «قبل أسبوعين»، «خلال عامين»، «الأشهر الستة الماضية»، «كل ثلاثة أشهر»."""

from __future__ import annotations

import re

from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan, is_year
from isnad.read.times.tokens import Token

Amount = tuple[tuple[float, str], ...]

_ORDER = ("CE", "DE", "Y", "M", "W", "D", "N", "H", "MI", "S")

_MORE = frozenset(("كامل", "كامله", "كاملين", "كاملتين", "اخرين", "اخري", "اخر", "اضافيه", "اضافيين", "اضافيتين")) | {
    "اضافي",
    "متتاليه",
    "متواصله",
}

_SMALL = frozenset(("الي", "الا", "الان", "التي", "الذي"))  # begin with ال and are no nouns
_PLURALS = {"ايام": "D", "اسابيع": "W", "اشهر": "M", "سنوات": "Y", "ساعات": "H", "عقود": "DE"}
_SECOND_YEAR = re.compile(r" ?[/\-–] ?(?:20)?\d\d(?!\d)")
_BOUNDS = frozenset((" اكثر ", " اقل ", " ازيد "))  #: قبل أكثر من عام
_DECADES = 12
_CLOCKED = {"S": "S", "MI": "M", "H": "H"}
_PLAIN = {"D": "D", "N": "D", "W": "W", "M": "M", "Y": "Y"}


def iso_duration(amount: Amount) -> str:
    """The ISO 8601 duration of (number, unit) pairs: P1Y2M, PT30M, P1DT2H."""
    date, clock = "", ""
    for number, unit in sorted(amount, key=lambda pair: _ORDER.index(pair[1])):
        if unit in ("DE", "CE"):
            number, unit = number * (10 if unit == "DE" else 100), "Y"
        shown = f"{number:g}" if number < 1e6 else str(int(number))
        if unit in _CLOCKED:
            clock += shown + _CLOCKED[unit]
        else:
            date += shown + _PLAIN[unit]
    return "P" + date + ("T" + clock if clock else "")


def count_at(s: Scan, i: int) -> tuple[Amount, int] | None:
    """So many units from token i: «عامين»، «ثلاث سنوات»، «نصف ساعة»، «سنة ونصف»، «3 أشهر وسنة»; and the token after
    them."""
    read = _one(s, i)
    if read is None:
        return None
    amount, k = read
    while True:
        more = _more(s, amount[-1], k)
        if more is None:
            return amount, k
        amount, k = (*amount[:-1], *more[0]), more[1]


def _one(s: Scan, i: int) -> tuple[Amount, int] | None:
    t = s.at(i)
    if t.kind == "unit":
        one = s.at(i + 1)
        spelled = one.kind == "num" and one.value == 1 and one.glue == " " and not s.text[one.start].isdigit()
        if spelled and t.value.number == 1 and not t.value.definite:
            return ((1, t.value.code),), i + 2  # ساعة واحدة
        if t.value.number == 2 and not s.text.endswith("ي", t.start, t.end):
            return ((2, t.value.code),), i + 1
        return (((1, t.value.code),), i + 1) if t.value.number == 1 and not t.value.definite else None
    after = s.at(i + 1)
    if after.kind != "unit" or after.glue not in (" ", "") or after.clitic or after.value.number == 2:
        return None
    if after.value.code == "Y" and after.value.number == 1 and s.next_is(i + 2, "num") and is_year(s.at(i + 2).value):
        return None  # «10 آلاف عام 2021»
    if t.kind == "num" and not isinstance(t.value, str) and t.value > 0 and not after.value.definite:
        return ((t.value, after.value.code),), i + 2
    if t.kind == "fraction" and after.value.number == 1:
        half = {
            ("M", 0.5): (15.0, "D"),
            ("Y", 0.5): (6.0, "M"),
            ("Y", 0.25): (3.0, "M"),
            ("H", 0.5): (30.0, "MI"),
            ("H", 0.25): (15.0, "MI"),
        }
        return (half.get((after.value.code, t.value), (t.value, after.value.code)),), i + 2
    return None


def _more(s: Scan, last: tuple[float, str], k: int) -> tuple[Amount, int] | None:
    """«ونصف»، «إلا ربع»، «وشهرين»، «و20 يوما»: what is added to the last pair."""
    t = s.at(k)
    if t.kind == "minus" and t.glue == " " and s.at(k + 1).kind == "fraction" and s.at(k + 1).glue == " ":
        return ((last[0] - s.at(k + 1).value, last[1]),), k + 2
    spaced = t.glue == " و "
    if not spaced and (t.clitic not in ("و", "وال") or t.glue != " "):
        return None
    unit = s.at(k + 1)
    if t.kind == "fraction" and s.next_is(k + 1, "unit") and unit.value.code == last[1] and unit.value.number == 1:
        return ((last[0] + t.value, last[1]),), k + 2  # خمسة أعوام ونصف العام، عام ونصف عام
    if t.kind in ("fraction", "share") and not s.next_is(k + 1, "unit"):
        value = t.value if t.kind == "fraction" else {"Q": 0.25, "H": 0.5, "T": 0.3333}[t.value]
        return ((last[0] + value, last[1]),), k + 1
    bare = _bare_fraction(s, k)
    read = bare or _one(s, k)
    if read is None or read[0][0][1] == last[1]:
        return None
    return (last, *read[0]), read[1]


def _bare_fraction(s: Scan, k: int) -> tuple[Amount, int] | None:
    t, unit = s.at(k), s.at(k + 1)
    if t.kind == "fraction" and unit.kind == "unit" and unit.glue == " " and unit.value.number == 1:
        return ((t.value, unit.value.code),), k + 2
    return None


def counted(s: Scan, i: int, single: bool) -> Found | None:
    """A duration from token i. single: a lone singular («عام») counts too, because something before it says so."""
    t = s.at(i)
    read = count_at(s, i)
    if read is None:
        return _several(s, i, single)
    amount, k = read
    if t.kind == "unit" and t.value.number == 2 and t.value.definite and not single:
        return None  # العامين: also «the public ones»
    alone = t.kind == "unit" and t.value.number == 1 and k == i + 1
    whole = s.word_after(s.at(k - 1).end)
    if alone and _of_its_own(s, i, whole, single):
        return None
    if alone and not ((single or whole.startswith("كامل")) and _ends(s, i)):
        return None
    if t.kind == "num" and t.value == 1 and s.at(i + 1).value.code == "S":
        return None
    last = s.at(k - 1)
    if _other_thing(s, last, k):
        return None
    end = last.end + (1 + len(whole) if whole in _MORE else 0)
    m = Mention(t.start, end, "DURATION", "duration", "times.duration", amount=amount)
    return [m], k


def _other_thing(s: Scan, unit: Token, k: int) -> bool:
    """Whether the counted unit before token k is none: «6000 ساعة يدوية», «السعر 410 يوم الثلاثاء»."""
    if unit.kind != "unit":
        return False
    if unit.value.code == "DE" and unit.glue in (" ", "") and _many(s.at(k - 2)):
        return True  # 40 ألف عقد
    if s.word_after(unit.end) in unit.value.others:
        return True
    after = s.at(k)
    dated = (after.kind == "weekday" and after.value[1]) or after.kind == "day"
    return dated and after.glue == " " and s.text[unit.start : unit.end] == "يوم"


def _many(number: Token) -> bool:
    """More than decades are counted by: contracts."""
    return number.kind == "num" and not isinstance(number.value, str) and number.value > _DECADES


def spread(s: Scan, i: int) -> Found | None:
    """«بين ثلاث وخمس سنوات»، «من 30 إلى 60 يوما»: two durations of one unit, from the first number."""
    t, k = s.at(i), i + 1
    k += s.at(k).kind == "to" and s.at(k).glue == " "
    far = s.at(k)
    joined = far.clitic == "و" if k == i + 1 else not far.clitic
    if far.kind != "num" or far.glue != " " or not joined or s.at(i - 1).kind not in ("between", "of"):
        return None
    second = counted(s, k, False)
    if second is None or not second[0][0].amount or isinstance(t.value, str):
        return None
    amount = ((t.value, second[0][0].amount[0][1]),)
    first = Mention(t.start, t.end, "DURATION", "duration", "times.duration-range", amount=amount)
    return [first, *second[0]], second[1]


def _ends(s: Scan, i: int) -> bool:
    """Whether the lone unit at token i is not the head of a date (عام 2014، شهر رمضان، يوم الجمعة)."""
    after = s.at(i + 1)
    if after.glue not in (" ", " ("):
        return True
    return after.kind not in ("num", "month", "weekday", "ordinal", "unit", "day", "season") or bool(after.clitic)


def _several(s: Scan, i: int, single: bool) -> Found | None:
    """«سنوات»، «عدة أشهر»، «سنوات طويلة»: a number of units not said."""
    t = s.at(i)
    k, unit = i, t
    if t.kind == "several":
        k, unit = i + 1, s.at(i + 1)
    if unit.kind != "unit" or unit.value.number != 3 or unit.value.definite or (k != i and unit.glue != " "):
        return None
    if _other_thing(s, unit, k + 1):
        return None
    end, k = unit.end, k + 1
    if unit.value.code in ("H", "D", "MI", "M") and s.text.startswith(" ال", end) and s.word_after(end) not in _SMALL:
        return None  # ساعات العمل، أيام الأسبوع، أشهر الملحنين
    if s.next_is(k, "several"):
        end, k = s.at(k).end, k + 1
    elif not (t.kind == "several" or single or s.text.startswith(" من ", end) or _by_units(s, t)):
        return None
    value = _unknown(unit.value.code)
    return [Mention(t.start, end, "DURATION", "duration", "times.duration-vague", value=value)], k


def _by_units(s: Scan, t: Token) -> bool:
    """«قبل الحفل بأيام.»"""
    return t.clitic == "ب" and not s.word_after(t.end)


def _unknown(code: str) -> str:
    if code in _CLOCKED:
        return "PTX" + _CLOCKED[code]
    return {"DE": "PXDE", "CE": "PXCE"}.get(code) or "PX" + _PLAIN[code]


def related(s: Scan, i: int) -> Found | None:
    """Units beside publication from token i: «الأشهر الستة الماضية»، «العامين المقبلين»، «الأيام الأخيرة»، «الخمس
    سنوات القادمة»."""
    t = s.at(i)
    unit, number, k = _head(s, i)
    if unit is None:
        return None
    several = s.next_is(k, "several")
    k += several
    following = s.at(k)
    if following.kind == "ordinal" and following.glue == " " and number is None and following.value == 1:
        return None
    if number is not None and following.kind == "ordinal" and following.value == 1 and following.glue == " ":
        return _first_of_year(s, t, unit, number, k)
    if following.kind != "relation" or following.glue != " " or following.clitic:
        return None
    end = following.end
    if number is None:
        value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[following.value.value]
        lasting = s.at(i - 1).kind == "lasting"
        if lasting:
            return [Mention(t.start, end, "DURATION", "duration", "times.duration-vague", value=_unknown(unit))], k + 1
        told = following.value.text
        m = Mention(t.start, end, "DATE", "vague", "times.vague-period", value=value, unit=unit, told=told)
        return [m], k + 1
    m = Mention(
        t.start,
        end,
        "DURATION",
        "duration",
        "times.duration-related",
        amount=((number, unit),),
        rel=following.value.value,
    )
    return [m], k + 1


def _first_of_year(s: Scan, t: Token, unit: str, number: float, k: int) -> Found:
    from_year = s.at(k + 1)
    end, after = s.at(k).end, k + 1
    if from_year.kind == "of" and from_year.glue == " ":
        at = k + 2
        if (
            s.at(at).kind == "unit"
            and s.at(at).value.code == "Y"
            and s.at(at + 1).kind in ("relation", "num")
            and s.at(at).glue == " "
        ) or (s.at(at).kind == "this" and s.next_is(at + 1, "unit")):
            end, after = s.at(at + 1).end, at + 2
            second = _SECOND_YEAR.match(s.text, end)
            if second is not None and s.at(at + 1).kind == "num":  # من السنة المالية 2017-2018
                end, after = second.end(), after + 1
        elif s.at(at).kind == "num" and s.at(at).glue == " ":
            end, after = s.at(at).end, at + 1
    return [Mention(t.start, end, "DURATION", "duration", "times.duration-first", amount=((number, unit),))], after


def _head(s: Scan, i: int) -> tuple[str | None, float | None, int]:
    """Unit code, number (None: not said) and the token after, of definite units from token i."""
    t = s.at(i)
    if t.kind == "num":
        after = s.at(i + 1)
        definite = t.clitic.endswith("ال") or s.text.startswith(("ال", "لل"), t.start)
        if (
            after.kind == "unit"
            and after.glue == " "
            and not isinstance(t.value, str)
            and (definite or after.value.definite or _past_units(s, i))
            and (t.value > 10 or after.value.number > 1)  # 2-1 الأسبوع الماضي
        ):
            return after.value.code, t.value, i + 2
        return None, None, i
    if t.kind != "unit" or not t.value.definite or t.value.number == 1:
        return None, None, i
    if t.value.number == 2:
        return t.value.code, 2, i + 1
    after = s.at(i + 1)
    if after.kind == "num" and after.glue in (" ", " ال ") and not isinstance(after.value, str):
        return t.value.code, after.value, i + 2
    return t.value.code, None, i + 1


def _past_units(s: Scan, i: int) -> bool:
    """«20 سنة الماضية»، «48 ساعة القادمة»: so many units, without their article, before a feminine relation."""
    relation = s.at(i + 2)
    if relation.kind != "relation" or relation.glue != " " or relation.clitic or relation.value.text:
        return False
    return s.text.endswith("ه", relation.start, relation.end) and s.at(i).value > 2


def offset(s: Scan, i: int) -> Found | None:
    """«قبل سبع سنوات»، «بعد ثلاثة أيام» from the قبل or بعد at token i; before «من» it is a duration."""
    lead = s.at(i)
    if lead.kind == "ahead" and s.at(i).glue == " علي ":
        return None  # على بعد ساعتين
    k = i + 1
    about = s.next_is(k, "about")
    k += about
    bound = lead.kind == "ago" and s.at(k).kind == "of" and s.at(k).glue in _BOUNDS and not s.at(k).clitic
    k += bound
    if s.at(k).glue != " " or s.at(k).clitic or s.at(k).kind not in ("num", "unit", "fraction", "several"):
        return None
    found = counted(s, k, single=True)
    if found is None or (found[1] == k + 1 and _construct(s, k)):
        return None
    m, after = found[0][0], found[1]
    if m.value is not None:  # قبل عدة أيام
        if lead.kind == "ago" and not s.next_is(after, "of"):
            m.start, m.type, m.form, m.value, m.rule = lead.start, "DATE", "vague", "PAST_REF", "times.offset-vague"
        return [m], after
    if about or bound:
        m.mod = "APPROX"
    if about:
        m.start = s.at(k - 1).start
    if s.at(after).kind == "era" and s.at(after).value == "h" and s.at(after).glue == " " and m.amount[0][1] == "Y":
        m.hijri, m.end, after = True, s.at(after).end, after + 1
    if _from_event(s, m, after):
        return [m], after
    m.form, m.type, m.lead, m.rel = "offset", "DATE", lead.kind, -1 if lead.kind == "ago" else 1
    m.share = str(m.start)  # where the duration itself begins, should it turn out to be one
    m.start, m.rule = lead.start, "times.offset"
    return [m], after


def _from_event(s: Scan, m: Mention, k: int) -> bool:
    """Whether what follows the amount at token k says from which event it counts, or that it is related otherwise."""
    behind = s.at(k)
    if behind.kind == "of" and behind.glue in (" ", " فقط "):
        return s.at(k + 1).kind != "vague"  # قبل خمسة أيام فقط من توليه
    if s.text.startswith(" علي ", m.end):
        return True  # بعد ثمانية أشهر على تعيينها
    return behind.kind == "relation" and behind.glue == " "


def _of_its_own(s: Scan, i: int, after: str, single: bool) -> bool:
    """«خلال يوم دراسي»، «قبل يوم الاقتراع»: a day, hour or decade that measures nothing."""
    if s.at(i - 1).kind == "ahead" and s.at(i - 2).kind == "unit" and s.at(i - 1).glue == " ":
        return True  # عاما بعد عام
    if s.at(i).value.code == "D" and len(after) > 4 and after.endswith("ي") and not after.startswith("ال"):
        return True
    return (single or s.at(i).value.code == "DE") and _construct(s, i)


def _construct(s: Scan, k: int) -> bool:
    """«قبل يوم الإضراب»، «قبل عقد اجتماعات»: the lone unit at token k governs what follows, so it counts nothing."""
    t = s.at(k)
    if t.kind != "unit" or t.value.number != 1:
        return False
    word = s.word_after(t.end)
    if t.value.code == "DE":
        return bool(word) and word not in ("من", "كامل", "تقريبا", "واحد", "علي", "مضي", "كان", "كانت", "فقط", "ونصف")
    return t.value.code in ("D", "H") and word.startswith("ال") and s.at(k + 1).kind not in ("relation", "weekday")


def numbered_after(s: Scan, i: int) -> Found | None:
    """«قبل سنوات سبع» from the vague phrase at token i, where the number ends the phrase."""
    t, count = s.at(i), s.at(i + 1)
    if count.kind != "num" or count.glue != " " or count.clitic or not isinstance(count.value, int):
        return None
    code = _PLURALS.get(s.text[t.start : t.end].removeprefix("قبل "))
    if code is None or not 3 <= count.value <= 10 or s.word_after(count.end):
        return None
    m = Mention(t.start, count.end, "DATE", "offset", "times.offset", amount=((count.value, code),), lead="ago", rel=-1)
    return [m], i + 2


def repeated(s: Scan, i: int) -> Found | None:
    """«كل ثلاثة أشهر»، «كل جمعة» from the كل at token i."""
    t, after = s.at(i), s.at(i + 1)
    if after.glue != " " or after.clitic:
        return None
    if after.kind == "weekday" and not after.value[1]:
        value = f"XXXX-WXX-{after.value[0]}"
        return [Mention(t.start, after.end, "SET", "fixed", "times.set", value=value)], i + 2
    read = count_at(s, i + 1)
    if read is None or read[0] == ((1, "DE"),):
        return None  # كل عقد: each contract
    return [Mention(t.start, s.at(read[1] - 1).end, "SET", "fixed", "times.set", value=iso_duration(read[0]))], read[1]
