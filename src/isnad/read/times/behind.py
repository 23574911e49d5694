"""What a mention takes from those behind it: a clock time its day, a day and month its year."""

from __future__ import annotations

import re

from isnad.read.times.counting import day_or_none
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Scan

_WORD = re.compile(r"[^\W\d_]+")
_STOPS = frozenset("،؛.,:؟!\n")
_ZONES = frozenset(("بتوقيت", "بالتوقيت", "توقيت", "ت", "غ"))
_JOINTS = frozenset(("في", "يوم", "من", "مساء", "صباح"))
_RANGES = frozenset(("الي", "حتي", "وحتي", "و", "الساعه", "والساعه", "او", "نحو", "حوالي"))
_AHEAD = 90  # how far behind a day and month a full date may stand
_PLACED = 2  # words after «بتوقيت» that name the place
_REACH = 90  # how far from a clock time the word of repetition may stand
_SCALES = frozenset(("الف", "الاف", "مليون", "مليار"))
_OPENING = frozenset(("في", "وفي", "عند", "وعند", "حوالي", "نحو", "قرابه", "تمام", "حدود", "قبيل", "وقبيل", "بعيد"))


def look_ahead(s: Scan, mentions: list[Mention]) -> None:
    """Gives each day and month without a year the date that its sentence says in full shortly after it (ahead)."""
    said: Mention | None = None
    for m in reversed(mentions):
        if m.form != "date" or m.month is None or m.hijri:
            continue
        if m.year is not None:
            said = m if m.full else None
        elif said is not None and m.day is not None and m.rel is None and m.year_rel is None and m.weekday is None:
            if said.start - m.end > _AHEAD or "." in s.text[m.end : said.start] or "\n" in s.text[m.end : said.start]:
                said = None
            else:
                m.ahead = day_or_none(said.year or 1, said.month or 1, said.day or 1)


def settle(s: Scan, mentions: list[Mention]) -> None:
    """Gives each clock time of `mentions` its day (day_of), or leaves it without (open); one that opens its sentence
    goes on from the day told before (follows)."""
    for i, m in enumerate(mentions):
        if m.form != "clock":
            continue
        first, last = s.prose.sentence_at(m.start)
        m.day_of = _behind(s, mentions, i, last)
        if m.day_of is None:
            m.open = _repeated(s, mentions, i, first, last)
            m.follows = m.lead != "by" and _opens(s.text[first : m.start])


def _behind(s: Scan, mentions: list[Mention], i: int, last: int) -> Mention | None:
    end = mentions[i].end
    for m in mentions[i + 1 :]:
        if m.start >= last or m.start - end > 50:
            return None
        clock = m.form == "clock"
        if not _leads(s.text[end : m.start], clock):
            return None
        if not clock:
            named = m.form == "day" or (m.form == "date" and (m.day is not None or m.weekday is not None))
            return m if named and not m.text_rel and not (m.daytime and len(m.daytime) > 3) else None
        end = m.end
    return None


def _leads(gap: str, clock: bool) -> bool:
    """Whether no more than a zone, brackets and prepositions stand between a clock time and what follows it."""
    if not _STOPS.isdisjoint(gap):
        return False
    free = 0
    for word in _WORD.findall(gap):
        if word in _ZONES:
            free = _PLACED
        elif word in _JOINTS or (clock and word in _RANGES):
            continue
        elif free == 0:
            return False
        else:
            free -= 1
    return True


def _repeated(s: Scan, mentions: list[Mention], i: int, first: int, last: int) -> bool:
    """Whether «يوميا»، «كل مساء»، «كل جمعة» of its sentence governs the clock time, with no day between."""
    at = mentions[i]
    for step in (-1, 1):
        k = i + step
        while 0 <= k < len(mentions) and first <= mentions[k].start < last:
            m = mentions[k]
            if min(abs(m.start - at.end), abs(at.start - m.end)) > _REACH or m.form in ("date", "day"):
                break
            if m.type == "SET" and m.value is not None and m.value.startswith(("P1D", "XXXX-W")):
                return not _rate(s, mentions, k)
            k += step
    return False


def _rate(s: Scan, mentions: list[Mention], k: int) -> bool:
    """«3 آلاف برميل يوميا»: so much of a thing a day, not a habit; «5 ساعات يوميا» is one."""
    m = mentions[k]
    if k and m.start - mentions[k - 1].end <= 1:
        return False
    words = s.text[max(0, m.start - 30) : m.start].split()[-3:]
    return any(w.isdigit() or w in _SCALES for w in words)


def _opens(before: str) -> bool:
    return all(w in _OPENING for w in before.split()) and len(before) < 24
