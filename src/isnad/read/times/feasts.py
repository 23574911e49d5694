"""Feasts with their days: «عيد الفطر 2013»، «ثاني أيام عيد الأضحى»."""

from __future__ import annotations

from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan
from isnad.read.times.years import year_after

_JEWISH = ("العبري", "اليهودي")
_FEAST_LEADS = frozenset(("ago", "ahead", "since", "within", "by", "until", "in"))


def feast(s: Scan, i: int) -> Found | None:
    """«عيد الفطر 2013»، «خلال عيد الأضحى»: only with a year, after a word of time, or alone."""
    t = s.at(i)
    if s.word_after(t.end).startswith(_JEWISH) and t.value is None:
        return None  # عيد الفصح العبري
    year = year_after(s, i + 1)
    governed = s.at(i - 1).kind in _FEAST_LEADS and t.glue == " "
    if year is None and not governed and not s.alone(t):
        return None
    hijri, month, day = t.value or (False, None, None)
    m = Mention(t.start, t.end, "DATE", "date", "times.feast", month=month, day=day, hijri=hijri)
    if t.value is None:
        m.form = "easter"
    if year is None:
        return [m], i + 1
    m.year, m.year_rel, m.end = year.year, year.rel, s.at(year.next - 1).end
    return [m], year.next


def feast_day(s: Scan, i: int) -> Found | None:
    """«ثاني أيام عيد الفطر»."""
    value, order = s.at(i + 2).value, s.at(i).value
    if value is None or s.at(i + 2).glue != " " or not 1 <= order <= 4:
        return None
    m = Mention(s.at(i).start, s.at(i + 2).end, "DATE", "date", "times.feast", month=value[1], hijri=value[0])
    m.day = value[2] + order - 1
    year = year_after(s, i + 3)
    if year is None:
        return [m], i + 3
    m.year, m.year_rel, m.end = year.year, year.rel, s.at(year.next - 1).end
    return [m], year.next
