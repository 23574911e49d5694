"""Clock times: «الساعة 14:30»، «الساعة الثالثة وربع عصرا»، «13:15 ت غ»، «منتصف الليل»."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.read.times.dates import ordinal_at
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan

_DIGITS = re.compile(r"(\d{1,2}) ?[:.،,] ?(\d{2})(?!\d)|(\d{2})(\d{2})(?!\d)")
_TIMED = frozenset(("of", "to", "until", "in", "by", "between", "ago", "ahead", "since"))
_DAYLIKE = frozenset(("daytime", "daytime_def", "daytime_adv", "today", "day", "weekday", "unit", "num", "this"))
_CLOSED = ("", ".", "،", ",", "\n", "؛", ")")
_SHARES = {"Q": 15, "H": 30, "T": 20}


class Hour(NamedTuple):
    """hour, minute as written; end: folded offset; next: the token after."""

    hour: int
    minute: int | None
    end: int
    next: int


def _after(s: Scan, i: int, end: int) -> int:
    while s.at(i).start < end:
        i += 1
    return i


def hour_at(s: Scan, i: int) -> Hour | None:
    """The hour at token i, with its minutes in digits if it has them."""
    t = s.at(i)
    if t.kind == "num":
        m = _DIGITS.match(s.text, t.start)
        if m is not None:
            hour, minute = int(m.group(1) or m.group(3)), int(m.group(2) or m.group(4))
            if hour <= 24 and minute < 60:
                return Hour(hour, minute, m.end(), _after(s, i, m.end()))
        if isinstance(t.value, float) and 0 < t.value < 24:  # ثلاثة وثلث
            return Hour(int(t.value), round(60 * (t.value % 1)), t.end, i + 1)
        return Hour(t.value, None, t.end, i + 1) if isinstance(t.value, int) and 0 <= t.value <= 24 else None
    read = ordinal_at(s, i)
    if read is None or read[0] > 24:
        return None
    return Hour(read[0], None, s.at(read[1] - 1).end, read[1])


def _minutes(s: Scan, hour: Hour) -> Hour:
    """«وربع»، «ونصف»، «إلا ثلثا»، «و18 دقيقة»، «وأربعون دقيقة»."""
    k = hour.next
    t = s.at(k)
    sign = 1
    if t.kind == "minus" and t.glue == " ":
        sign, k = -1, k + 1
        t = s.at(k)
        if t.glue != " ":
            return hour
    elif t.glue == " و ":
        pass
    elif t.clitic not in ("و", "وال") or t.glue != " ":
        return hour
    if t.kind == "unit" and t.value.code == "MI" and t.value.number < 3:  # ودقيقتين
        total = hour.hour * 60 + sign * t.value.number
        return Hour(total // 60, total % 60, t.end, k + 1)
    amount = {"fraction": 0, "share": 0, "num": 0}.get(t.kind)
    if amount is None:
        return hour
    k += 1
    end = t.end
    if t.kind == "fraction":
        amount = round(60 * t.value)
    elif t.kind == "share":
        amount = _SHARES[t.value]
    else:
        if (
            not isinstance(t.value, int)
            or not 0 < t.value < 60
            or not s.next_is(k, "unit")
            or s.at(k).value.code != "MI"
        ):
            return hour
        amount, end, k = t.value, s.at(k).end, k + 1
    total = hour.hour * 60 + sign * amount
    return Hour(total // 60, total % 60, end, k)


def _afternoon(s: Scan, hour: Hour) -> tuple[Hour, bool]:
    t = s.at(hour.next)
    k = hour.next
    if (t.kind == "this" and s.next_is(k + 1, "daytime_def")) or (t.kind == "of" and s.next_is(k + 1, "daytime_def")):
        k += 1
        t = s.at(k)
    if t.kind not in ("daytime", "daytime_adv", "daytime_def") or t.glue not in (" ", " ,", "، ") or t.clitic:
        return hour, False
    code, pm = t.value
    value = hour.hour
    if pm and value < 12 and not (code == "NI" and value < 5) and not (code == "MI" and value > 9):
        value += 12
    elif code == "NI" and value == 12:
        value = 24
    return Hour(value, hour.minute, t.end, k + 1), True


def clock(s: Scan, i: int) -> Found | None:
    """A clock time whose «الساعة» stands at token i."""
    t = s.at(i)
    after = s.at(i + 1)
    if after.glue not in (" ", " ال ", ": ", " ( ", " (", " : ") or after.clitic not in ("", "ال"):
        return None
    hour = hour_at(s, i + 1)
    if hour is None or (hour.minute is None and s.next_is(hour.next, "unit") and s.at(hour.next).value.number == 3):
        return None
    counted = s.word_after(hour.end)
    hour, said = _afternoon(s, _minutes(s, hour))
    if not said and hour.minute is None and len(counted) > 3 and counted.endswith("ا"):
        return None  # «إلى حدود الساعة 13 شخصا»
    if s.at(i + 1).kind == "ordinal" and not said and hour.minute is None and _of_an_event(s, hour):
        return None
    spelled = s.at(i + 1).kind == "num" and not s.text[s.at(i + 1).start].isdigit()
    if spelled and not said and s.word_before(t.outer) in ("لحد", "حد", "حدود"):
        return None  # «لحد الساعة خمسة منهم»
    mention = _mention(t.start, hour)
    opened = s.text[s.at(i).end : s.at(i + 1).start].strip().endswith("(")
    mention.end += opened and s.text[hour.end : hour.end + 1] == ")"
    until = _until(s, hour.next)
    return ([mention], hour.next) if until is None else ([mention, until[0]], until[1])


def _until(s: Scan, k: int) -> tuple[Mention, int] | None:
    """«من الساعة الثامنة إلى العاشرة», «من الساعة 8:00 إلى 16:00»: the hour behind «إلى» at token k, and the token
    after it."""
    to, t = s.at(k), s.at(k + 1)
    if to.kind not in ("to", "until") or to.glue != " " or to.clitic not in ("", "و") or t.glue not in (" ", " ال "):
        return None
    hour = hour_at(s, k + 1)
    if hour is None or t.clitic not in ("", "ال") or (t.kind != "num" and not s.text.endswith("ه", t.start, t.end)):
        return None
    hour, said = _afternoon(s, _minutes(s, hour))
    if said:
        return None  # it is found by itself
    if hour.minute is None and (t.kind == "num" or s.text[hour.end : hour.end + 1] not in _CLOSED):
        return None  # «إلى 16 شخصا»
    return _mention(t.start, hour), hour.next


def _of_an_event(s: Scan, hour: Hour) -> bool:
    """«الساعة الأولى من المباراة»، «الساعة الأولى لاستشهاده»: an hour counted from something else."""
    after = s.at(hour.next)
    if after.kind == "of" and after.glue == " ":
        inner = s.at(hour.next + 1)
        return inner.glue != " " or inner.kind not in _DAYLIKE
    return hour.hour == 1 and s.text.startswith(" ل", hour.end)


def bare_clock(s: Scan, i: int) -> Found | None:
    """«3:20 عصرا»، «13:15 ت غ» from the numeral at token i: digits with a colon and a word of the day or a zone
    after them."""
    t = s.at(i)
    hour = hour_at(s, i)
    if hour is not None and hour.minute is None and 1 <= hour.hour <= 12:
        return _plain_hour(s, i, hour)
    if hour is None or hour.minute is None or s.char_before(t.start) in (":", "-", "/"):
        return None
    hour, said = _afternoon(s, hour)
    zone = s.at(hour.next)
    if not said and not (zone.kind == "zone" and zone.glue in (" ", " (")):
        return None
    return [_mention(t.outer, hour)], hour.next


def _plain_hour(s: Scan, i: int, hour: Hour) -> Found | None:
    """«من 9 صباحا إلى 5 مساء»: a bare number behind a word of time, with an adverb of the day behind it."""
    t, after = s.at(i), s.at(hour.next)
    if s.at(i - 1).kind not in _TIMED or t.glue != " " or t.clitic or after.kind not in ("daytime_adv", "daytime"):
        return None
    adverb = s.text[after.start : after.end]
    if not (adverb.endswith("ا") or adverb == "مساء") or (
        s.at(hour.next + 1).glue == " " and _names_day(s, hour.next + 1)
    ):
        return None
    hour, said = _afternoon(s, hour)
    return ([_mention(t.outer, hour)], hour.next) if said else None


def _names_day(s: Scan, k: int) -> bool:
    return s.at(k).kind in ("weekday", "day", "today")


def spoken_hour(s: Scan, i: int) -> Found | None:
    """«الرابعة فجرا»، «الثامنة والنصف مساء»: a feminine ordinal with the part of the day."""
    t = s.at(i)
    hour = hour_at(s, i)
    if hour is None or not s.text.endswith("ه", t.start, t.end) or not 1 <= hour.hour <= 12:
        return None
    hour = _minutes(s, hour)
    if s.at(hour.next).kind == "of":
        return _of_day_part(s, t.start, hour)
    hour, said = _afternoon(s, hour)
    adverb = s.text[hour.end - 1] == "ا" or s.text.endswith(("مساء", "الظهر", "الليل"), 0, hour.end)
    return ([_mention(t.start, hour)], hour.next) if said and adverb else None


def _of_day_part(s: Scan, start: int, hour: Hour) -> Found | None:
    """«العاشرة من مساء الخميس»، «الثالثة من فجر أمس»: the day follows and is joined to it."""
    part, day = s.at(hour.next + 1), s.at(hour.next + 2)
    if s.at(hour.next).glue != " " or part.glue != " " or part.clitic:
        return None
    if part.kind == "daytime_def":
        hour, said = _afternoon(s, hour)
        return ([_mention(start, hour)], hour.next) if said else None
    if part.kind != "daytime" or day.glue != " " or not (_names_day(s, hour.next + 2) or day.kind in ("unit", "num")):
        return None
    return [_mention(start, hour)], hour.next


def _mention(start: int, hour: Hour) -> Mention:
    minute = "" if hour.minute is None else f":{hour.minute:02d}"
    return Mention(start, hour.end, "TIME", "clock", "times.clock", daytime=f"T{hour.hour:02d}{minute}")
