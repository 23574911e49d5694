"""What two neighbouring mentions make together: a clock time and its day, a Hijri date and its Gregorian twin."""

from __future__ import annotations

from dataclasses import fields

from isnad.read.times.mentions import Mention

_FIELDS = tuple(field.name for field in fields(Mention))
_TWIN = ("الموافق", "موافق", "المصادف", "")
_LATER = frozenset(("TAF", "TEV", "TNI"))
_RANGES = frozenset((" الي ", " حتي ", " وحتي ", " الي غايه ", " لغايه ", " - ", "-", " و"))
_PARTS = ("صباح", "فجر", "ظهر", "عصر", "مساء", "ليل", "مغرب")
_DAY_FORMS = frozenset(("date", "day", "text"))


def join(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with such pairs made one."""
    out: list[Mention] = []
    for m in mentions:
        if out and m.start < out[-1].end:
            continue
        if out and m.start - out[-1].end <= 24 and _joined(text, out[-1], m):
            continue
        out.append(m)
    return out


def _joined(text: str, a: Mention, b: Mention) -> bool:
    """Joins b into a where they are one expression."""
    between = text[a.end : b.start]
    if a.form == b.form == "clock":
        _shared_part(text, a, b, between)
        return False
    if (
        a.form == "clock"
        and b.form in _DAY_FORMS
        and between in (" ", " من ", " في ", " يوم ", " من يوم ", "، ", " - ")
    ):
        return _clock_day(a, b)
    if b.form == "clock" and a.form in _DAY_FORMS and (a.day or a.weekday or a.form == "day"):
        if between in (" ", "، ", " عند ", " - ", " في "):
            a.type, a.daytime, a.end, a.rule = "TIME", b.daytime, b.end, "times.clock-day"
            return True
        return False
    if between == " " and {a.form, b.form} == {"date", "offset"}:
        return _weekday_offset(a, b)
    return _twins(text, a, b, between)


def _shared_part(text: str, a: Mention, b: Mention, between: str) -> None:
    """«من الساعة الرابعة وحتى السابعة مساء»: the part of the day said last is of both hours, where the first is before
    the second so."""
    first, last = a.daytime or "", b.daytime or ""
    if between not in _RANGES or not first or not last or any(part in text[a.start : a.end] for part in _PARTS):
        return
    if int(first[1:3]) < 12 <= int(last[1:3]) and any(part in text[b.start : b.end] for part in _PARTS):
        hour = int(first[1:3]) + 12
        if (hour, first[3:]) < (int(last[1:3]), last[3:]):
            a.daytime = f"T{hour:02d}{first[3:]}"


def _weekday_offset(a: Mention, b: Mention) -> bool:
    """«الخميس بعد أسبوعين»، «بعد شهرين يوم الخميس»."""
    day, offset = (a, b) if a.form == "date" else (b, a)
    if day.weekday is None or day.day is not None or day.rel is not None or offset.amount[-1][1] not in ("W", "M"):
        return False
    start, end, weekday = a.start, b.end, day.weekday
    for name in _FIELDS:
        setattr(a, name, getattr(offset, name))
    a.start, a.end, a.weekday, a.rule = start, end, weekday, "times.weekday-offset"
    return True


def _clock_day(a: Mention, b: Mention) -> bool:
    if not (b.day or b.weekday or b.form == "day") or (b.daytime and len(b.daytime) > 3):
        return False
    start, daytime = a.start, a.daytime
    hour = int((daytime or "T0")[1:3])
    if b.daytime in _LATER and hour < 12 and not (b.daytime == "TNI" and hour < 5):
        daytime = f"T{hour + 12:02d}{(daytime or '')[3:]}"  # الساعة الرابعة من عصر اليوم
    for name in _FIELDS:
        setattr(a, name, getattr(b, name))
    a.start, a.daytime, a.type, a.rule = start, daytime, "TIME", "times.clock-day"
    return True


def _twins(text: str, a: Mention, b: Mention, between: str) -> bool:
    if a.form not in ("date", "period") or b.form != a.form or a.hijri == b.hijri or a.year is None or b.year is None:
        return False
    word = "".join(c for c in between if c.isalpha())
    if word.removesuffix("ل").removesuffix("ليوم").removesuffix("يوم") not in _TWIN or "\n" in between:
        return False
    if not word and not any(c in between for c in "/(-،,ـ–") and between != " ":
        return False
    hijri, plain = (a, b) if a.hijri else (b, a)
    if (hijri.day is None) != (plain.day is None):
        return False
    end = b.end + ("(" in between and text[b.end : b.end + 1] == ")")
    twin = (hijri.year or 0, hijri.month or 0, hijri.day or 0)
    start, weekday = a.start, a.weekday or b.weekday
    for name in _FIELDS:
        setattr(a, name, getattr(plain, name))
    a.start, a.end, a.twin, a.weekday, a.rule = start, end, twin, weekday, "times.hijri-gregorian"
    return True


def follow(text: str, before: Mention, m: Mention) -> None:
    """«السبت والأحد»، «من الاثنين إلى الخميس»، «يونيو أو يوليو»: the second follows the first; a second weekday lends
    its relation."""
    between = text[before.end : m.start]
    if (
        m.month is not None
        and before.month is not None
        and m.day is None
        and before.day is None
        and before.year is None
    ):
        m.follows = between in (" و", " او ", " الي ", " وحتي ", " حتي ", " - ", "-", " ثم ")
        return
    if before.weekday is None or before.month is not None or m.month is not None or len(between) > 10:
        return
    if between.strip() in ("و", "الي", "حتي", "وحتي", "-", "او", "الي يوم", "ويوم", "وصباح", "ومساء"):
        if before.rel is None and m.rel is not None:
            before.rel = m.rel
        m.follows = True
