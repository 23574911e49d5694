"""The day of publication from the article's own words, where nothing else gives it.

Evidence, from strong to weak: a line that gives the date; «اليوم الجمعة 18 سبتمبر 2015»; a weekday with its full
date in the
lead; the year beside «الجاري» or «الماضي»; a weekday with day and month, whose year follows from the weekday; the
calendar of
the current year; dated offices of a dossier. Times told as past bound the day from below. Measured on articles whose
date is
known (benchmarks/dating.py): an explicit year alone bounds nothing from above, so such intervals stay open there.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Dating, Times
from isnad.lexicon.verbs import Verbs
from isnad.model.dossier import Dossier
from isnad.model.reading import Published
from isnad.model.span import Span
from isnad.read.times.calendars import hijri_range, month_range, year_range
from isnad.read.times.direction import Direction
from isnad.read.times.mentions import Mention
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

Term = tuple[dt.date | None, dt.date | None, Span]

DAY = dt.timedelta(days=1)
_LEAD = 400
_HEAD = 200


class Clue(NamedTuple):
    """What one mention allows: the article appeared between first and last (None: open). strength: higher overrules."""

    first: dt.date | None
    last: dt.date | None
    strength: int
    mention: Mention


class DatingReader:
    """Built once from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("dating", Dating)
        self._direction = Direction(lexicons.load("times", Times).future, lexicons.load("verbs", Verbs).forms)
        events = "|".join(re.escape(fold_word(w)) for w in words.events)
        barriers = "|".join(re.escape(fold_word(w)) for w in words.barriers)
        labels = "|".join(re.escape(fold_word(w)) for w in words.labels)
        self._event = re.compile(rf"\b[وف]?(?:{events})\b([^.؟!\n]{{0,50}})$")
        self._barrier = re.compile(rf"\b[وف]?(?:{barriers})\b|\bس[يتن]\w{{3,}}|\bقد [يتن]")
        self._label = re.compile(rf"^\W*(?:(?:{labels})\W*)?$")
        self._labelled = re.compile(rf"^\W*(?:{labels})\W*$")
        self._former = frozenset(fold_word(w) for w in words.former)

    def read(self, prose: Prose, mentions: list[Mention], dossier: Dossier | None = None) -> Published:
        """The interval that `mentions` (uncounted, of the same prose) and the dossier's offices allow.

        Without any evidence: value, earliest and latest None, basis "none". Contradicting evidence of one strength
        widens the
        interval over all of it; each piece stands in `evidence`.
        """
        clues = self._clues(prose, mentions)
        offices = _offices(prose, dossier, self._former) if dossier is not None else []
        if not clues and not offices:
            return Published(None, None, None, "none")
        return _published(prose, clues + _narrower(clues, mentions), offices)

    def _clues(self, prose: Prose, mentions: list[Mention]) -> list[Clue]:
        out: list[Clue] = []
        for m in mentions:
            if m.form not in ("date", "period") or (m.form == "period" and m.year is None):
                continue
            clue = self._dated(prose, m) or self._current(m) or self._past(prose, m)
            if clue is not None:
                out.append(clue)
        if not any(c.strength >= 3 for c in out):
            out += self._weekdays(prose, mentions, out)
        if not any(c.last is not None for c in out):
            out += self._calendar(prose, mentions)
        return out

    def _dated(self, prose: Prose, m: Mention) -> Clue | None:
        """A full date that names the day of publication itself, or one near it."""
        day = _day(m)
        if day is None:
            return None
        line = prose.paragraph_at(m.start)
        before, after = prose.text[line[0] : m.start], prose.text[m.end : line[1]]
        if m.start < _HEAD and not after.strip(" .|-،") and self._label.match(before):
            return Clue(day, day + DAY, 6 if self._labelled.match(before) else 5, m)
        if m.value is not None and m.value.startswith("day"):
            day -= int(m.value[3:]) * DAY
            slack = DAY if m.hijri else 0 * DAY
            return Clue(day - slack, day + DAY + slack, 5, m)
        if m.weekday is not None and m.start < _LEAD and day.isoweekday() == m.weekday:
            direction = self._direction.of(prose, m)
            if direction < 0:
                return Clue(day, day + 31 * DAY, 3, m)
            return Clue(day - (20 if direction else 10) * DAY, day + (7 if direction else 14) * DAY, 3, m)
        return None

    def _current(self, m: Mention) -> Clue | None:
        """«العام الجاري 2018»، «أبريل الماضي 2017»: the year of publication said."""
        if m.year is None or m.hijri or m.said_rel is None or m.text_rel:
            return None
        year = m.year - m.said_rel if m.month is None else m.year
        if m.month is None:
            return Clue(*year_range(year), 4, m)
        first, last = month_range(year, m.month)
        if m.said_rel == 0:
            return Clue(first, last, 4, m)
        return Clue(first, last + 366 * DAY, 4, m) if m.said_rel < 0 else Clue(first - 366 * DAY, last, 4, m)

    def _past(self, prose: Prose, m: Mention) -> Clue | None:
        """A year, month or day told as past: published no earlier than it began."""
        if m.share is not None or m.lead in ("by", "until", "to", "ago", "ahead") or m.other_month is not None:
            return None
        first = _first(m)
        if first is None:
            return None
        if m.lead == "since":
            return Clue(first, None, 1, m)
        text = prose.text
        event = self._event.search(text, max(0, m.start - 90), m.start)
        if event is None or self._barrier.search(event.group(1)):
            return None
        planned = self._barrier.search(text, max(0, m.start - 30), m.start)
        return Clue(first, None, 1, m) if planned is None else None

    def _weekdays(self, prose: Prose, mentions: list[Mention], known: list[Clue]) -> list[Clue]:
        """«أمس الاثنين 13 آب» with no year: the first year from the latest past one on whose calendar has that
        weekday."""
        months = (c.first for c in known if c.first is not None and c.mention.month is not None)
        floor = max(months, default=None)  # a year alone is told of too long afterwards
        if floor is None:
            return []
        for m in mentions:
            deictic = m.value is not None and m.value.startswith("day")
            plain = m.value is None and m.rel is None and m.start < _LEAD
            if m.form != "date" or m.hijri or m.year is not None or not (m.month and m.day and m.day > 0 and m.weekday):
                continue
            if not (deictic or plain) or m.year_rel is not None:
                continue
            day = _first_on(floor, m.month, m.day, m.weekday)
            if day is None:
                continue
            if deictic:
                day -= int((m.value or "day0")[3:]) * DAY
                return [Clue(day, day + DAY, 3, m)]
            return [Clue(day - 30 * DAY, day + 21 * DAY, 3, m)]
        return []

    def _calendar(self, prose: Prose, mentions: list[Mention]) -> list[Clue]:
        """The year whose end is still to come, where the article names the year before both by number and as the
        last one."""
        plain = [m for m in mentions if not m.hijri and not m.text_rel]
        dated = [m for m in plain if m.year is not None and m.month is not None and m.form == "date" and m.lead != "by"]
        latest = max(dated, key=lambda m: (m.year or 0, m.month or 0), default=None)
        if latest is None or latest.year is None or latest.month is None:
            return []
        years = [m for m in plain if m.form == "period" and m.unit == "Y" and m.share is None and m.year is None]
        ending = next((m for m in years if m.rel == 0 and m.mod == "END"), None)
        before = next((m for m in years if m.rel == -1), None)
        numbered = any(m.year == latest.year - 1 for m in plain)
        if ending is None or before is None or not numbered or max(m.year or 0 for m in plain) > latest.year:
            return []
        later = [m for m in plain if _yearless_month(m) and (m.month or 0) > latest.month]
        past = [m for m in later if self._direction.of(prose, m) <= 0]
        last = max(past, key=lambda m: m.month or 0, default=None)
        first = month_range(latest.year, (last or latest).month or 1)[0] + DAY
        return [Clue(first, dt.date(latest.year, 12, 31), 2, m) for m in (latest, last, ending) if m is not None]


def _narrower(clues: list[Clue], mentions: list[Mention]) -> list[Clue]:
    """The one month that is called «الجاري», inside the year that the other clues give: they say the year, it the
    month."""
    best = max((c.strength for c in clues if c.last is not None), default=0)
    whole = {(c.first, c.last) for c in clues if c.strength == best and c.first is not None}
    if best == 0 or len(whole) != 1:
        return []
    first, last = whole.pop()
    current = [m for m in mentions if m.form == "date" and m.month and m.rel == 0 and m.year is None and not m.hijri]
    if first is None or last is None or not 31 < (last - first).days <= 366 or len({m.month for m in current}) != 1:
        return []
    spans = [month_range(y, current[0].month or 1) for y in range(first.year, last.year + 1)]
    inside = [s for s in spans if first <= s[0] and s[1] <= last]
    return [Clue(*inside[0], best + 1, current[0])] if len(inside) == 1 and best < 5 else []


def _published(prose: Prose, clues: list[Clue], offices: list[Term]) -> Published:
    best = max((c.strength for c in clues if c.last is not None), default=0)
    chosen = [c for c in clues if c.strength == best] if best else []
    floors = [c for c in clues if c.strength == 1 and c.first is not None]
    evidence = [prose.span(c.mention.start, c.mention.end) for c in chosen]
    first = min((c.first for c in chosen if c.first is not None), default=None)
    last = max((c.last for c in chosen if c.last is not None), default=None)
    if floors:
        floor = max(floors, key=lambda c: c.first or dt.date.min)
        fits = floor.first is not None and (last is None or floor.first <= last)
        if fits and (first is None or (floor.first or first) > first):
            first = floor.first
            evidence.append(prose.span(floor.mention.start, floor.mention.end))
    for since, until, span in offices:
        tighter = False
        if since is not None and (first is None or since > first) and (last is None or since <= last):
            first, tighter = since, True
        if until is not None and (last is None or until < last) and (first is None or until >= first):
            last, tighter = until, True
        if tighter:
            evidence.append(span)
    value = first.isoformat() if best >= 6 and first is not None and last == first + DAY else None
    if value is not None and first is not None:
        last = first
    evidence = sorted({s.start: s for s in evidence}.values(), key=lambda s: s.start)
    return Published(
        value, first.isoformat() if first else None, last.isoformat() if last else None, "text", tuple(evidence)
    )


def _offices(prose: Prose, dossier: Dossier, former: frozenset[str]) -> list[Term]:
    """Terms of the dossier's actors named in office: title, a few words, name; none of them «former»."""
    out = []
    for actor in dossier.actor:
        for office in actor.office:
            if office.since is None and office.until is None:
                continue
            names = "|".join(re.escape(fold_word(n)) for n in (*actor.names, *actor.aliases))
            title = re.escape(fold_word(office.title))
            pattern = re.compile(rf"\b[وفبل]*{title}((?: [^\W\d_]+){{0,4}}?) (?:{names})\b( \w+)?")
            for m in pattern.finditer(prose.text):
                said = {*m.group(1).split(), *(m.group(2) or "").split()}
                if not said & former:
                    until = office.until + 31 * DAY if office.until is not None else None
                    out.append((office.since, until, prose.span(m.start(), m.end(0) - len(m.group(2) or ""))))
                    break
    return out


def _yearless_month(m: Mention) -> bool:
    return m.form == "date" and m.month is not None and m.year is None and m.rel is None and m.year_rel is None


def _first(m: Mention) -> dt.date | None:
    """The first day of an explicit year, month or day; None where there is none."""
    if m.year is None or (m.form == "period" and m.unit not in (None, "Y")):
        return None
    try:
        if m.hijri and m.year > 1500:  # رمضان 2019
            return dt.date(m.year, 1, 1)
        if m.hijri:
            return hijri_range(m.year, m.month, m.day if m.day and m.day > 0 else None)[0]
        return dt.date(m.year, m.month or 1, m.day if m.day and m.day > 0 else 1)
    except ValueError:
        return None


def _day(m: Mention) -> dt.date | None:
    if not m.full or m.day is None or m.day < 1 or (m.value or "").startswith("nth"):
        return None
    first = _first(m)
    return first if first is not None and first.year >= 1990 else None


def _first_on(floor: dt.date, month: int, day: int, weekday: int) -> dt.date | None:
    for year in range(floor.year, floor.year + 6):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found >= floor and found.isoweekday() == weekday:
            return found
    return None
