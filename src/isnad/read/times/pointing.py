"""Times that point into the text or at the present: «ذلك اليوم»، «تلك الليلة»، «يومها»، «الليلة»، «هذا العام»."""

from __future__ import annotations

from isnad.read.times import days, periods
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan
from isnad.read.times.years import year_after

_RELATED = ("الذي", "التي", "حين", "عندما")


def back(s: Scan, i: int) -> Found | None:
    """«يومها»، «ذلك التاريخ»: the time named last."""
    t = s.at(i)
    if s.word_before(t.outer) == "قوت":
        return None
    return [Mention(t.start, t.end, "DATE", "day", "times.day-of-text", rel=0, text_rel=True, value="last")], i + 1


def pointing(s: Scan, i: int, words: days.DayWords) -> Found | None:
    """What a pointing word at token i points at: a weekday, a day of the text, a season or a period."""
    t, after = s.at(i), s.at(i + 1)
    if t.kind == "this" and after.glue == " ":
        if after.kind == "weekday" and after.value[1]:
            found = days.weekday(s, i + 1, words, announced=True)
            if found is not None:
                found[0][0].start = t.start
            return found
        if after.kind == "daytime_def":
            return None
    if after.kind == "today" and after.glue == " " and t.kind != "this":
        return same_day(s, i, i + 2)
    return periods.season(s, i) or periods.unit_period(s, i)


def same_day(s: Scan, i: int, k: int) -> Found | None:
    """«نفس اليوم»، «ذلك اليوم» from token i, ended before token k; of another year where one follows."""
    if s.word_after(s.at(k - 1).end) in _RELATED or (s.at(i).kind == "that" and s.at(i).clitic == "ب"):
        return None  # نفس اليوم الذي قتل فيه
    m = Mention(s.at(i).start, s.at(k - 1).end, "DATE", "day", "times.day-of-text", rel=0, text_rel=True)
    year = year_after(s, k) if s.at(k).kind == "of" else None
    if year is not None and (year.year is not None or year.rel is not None):
        m.year, m.year_rel, m.end = year.year, year.rel, s.at(year.next - 1).end
        return [m], year.next
    return [m], k


def night(s: Scan, i: int, words: days.DayWords) -> Found | None:
    """«الليلة»، «الليلة الماضية»، «تلك الليلة»، «هذا المساء»; «الظهيرة» after منذ or في."""
    t, before, after = s.at(i), s.at(i - 1), s.at(i + 1)
    word = s.text[t.start : t.end]
    m = Mention(t.start, t.end, "TIME", "day", "times.day-part", rel=0, daytime="T" + t.value[0])
    near = t.glue == " "
    if word == "المغرب":
        return None  # a country
    if before.kind == "this" and near:
        m.start = before.start
        return [m], i + 1
    if before.kind in ("that", "same_of") and near and not t.clitic:
        m.start, m.text_rel = before.start, True
        return [m], i + 1
    if word == "الليله" and after.glue == " " and not after.clitic:
        found = _named_night(s, i, m)
        if found is not None:
            return found
    if word == "الليله" and not (near and before.kind in ("in", "that") and s.at(i - 2).kind == "unit"):
        return (
            None
            if (after.kind == "ordinal" and after.glue == " ") or s.word_after(t.end) in words.nights
            else ([m], i + 1)
        )
    if word == "الظهيره" and before.kind in ("since", "in", "until"):
        m.daytime, m.text_rel = "T12:00", True
        return [m], i + 1
    return None


def _named_night(s: Scan, i: int, m: Mention) -> Found | None:
    after = s.at(i + 1)
    if after.kind == "relation" and not after.value.vague:
        text = after.value.text
        m.rel, m.text_rel, m.end = after.value.value if text else min(after.value.value, 0), text, after.end
        return [m], i + 2
    if after.kind == "same":
        m.text_rel, m.end = True, after.end
        return [m], i + 2
    return None
