"""The times of an article: found by the grammar, counted from the day of publication."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import Literal, NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Times
from isnad.lexicon.verbs import Verbs
from isnad.model.reading import Oddity, Time
from isnad.read.anchor import Anchor
from isnad.read.numerals import Numeral
from isnad.read.times.counting import Resolved, Telling
from isnad.read.times.direction import Direction
from isnad.read.times.grammar import Grammar
from isnad.read.times.mentions import Mention
from isnad.read.times.resolving import Resolver
from isnad.text.prose import Prose

_DEADLINES = frozenset(("ago", "by", "until"))
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class TimesFound(NamedTuple):
    """times in document order, none overlapping; oddities: month names or weekdays that contradict their dates."""

    times: tuple[Time, ...]
    oddities: tuple[Oddity, ...]


class TimesReader:
    """Built once from the lexicons (months, weekdays, times)."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._grammar = Grammar(lexicons)
        self._direction = Direction(lexicons.load("times", Times).future, lexicons.load("verbs", Verbs).forms)

    def read(self, prose: Prose, numerals: list[Numeral], anchor: Anchor) -> TimesFound:
        """Every time of `prose`, counted from `anchor`; an unknown anchor leaves relative ones open (XXXX,
        PAST_REF)."""
        return self.resolve(prose, self.mentions(prose, numerals), anchor)

    def mentions(self, prose: Prose, numerals: list[Numeral]) -> list[Mention]:
        """The expressions themselves, in order, not yet counted from any day."""
        return self._grammar.mentions(prose, numerals)

    def resolve(self, prose: Prose, mentions: list[Mention], anchor: Anchor) -> TimesFound:
        """Times for `mentions` of the same prose."""
        if not mentions:
            return TimesFound((), ())
        days = [anchor.earliest, anchor.latest]
        if anchor.at is not None and days == [None, None]:
            days = [anchor.at.date()] * 2
        rows = self._resolved(prose, mentions, days[0], anchor.at)
        if days[0] != days[1]:
            rows = [
                _combined(a, b, m)
                for a, b, m in zip(rows, self._resolved(prose, mentions, days[1], anchor.at), mentions, strict=True)
            ]
        times, oddities = [], []
        for m, read in zip(mentions, rows, strict=True):
            if read.odd in ("no-such-day", "nothing-meant"):
                continue
            times.append(_time(prose, m, read))
            oddity = _oddity(prose, m, read)
            if oddity is not None:
                oddities.append(oddity)
        return TimesFound(tuple(times), tuple(oddities))

    def _resolved(
        self, prose: Prose, mentions: list[Mention], day: dt.date | None, at: dt.datetime | None
    ) -> list[Resolved]:
        starts = [a for a, _ in prose.sentences]
        memo: dict[int, int] = {}

        def direction(m: Mention) -> int:
            held = memo.get(m.start)
            if held is None:
                held = self._direction.told(prose, m) if m.told else self._direction.of(prose, m)
                memo[m.start] = held
            return held

        def toward(m: Mention, back: int) -> int:
            return self._direction.weekday(prose, m, back)

        resolver = Resolver(day, at, Telling(direction, toward), len(prose.words) <= 6)
        return [resolver.resolve(m, bisect_right(starts, m.start)) for m in mentions]


def _combined(a: Resolved, b: Resolved, m: Mention) -> Resolved:
    """What holds for every day of the interval between the two days that `a` and `b` were counted from."""
    if a == b:
        return a
    value = a.value if a.value == b.value else _common(a.value, b.value, m)
    first = None if a.first is None or b.first is None else min(a.first, b.first)
    last = None if a.last is None or b.last is None else max(a.last, b.last)
    return Resolved(
        value, first, last, a.until if a.until == b.until else None, a.odd if a.odd == b.odd else "", a.duration
    )


def _common(a: str, b: str, m: Mention) -> str:
    """«2024-03-05» and «2024-04-01» → «2024-XX-XX»; a month that the words name stays; what has nothing in common keeps
    only its shape."""
    if len(a) != len(b):
        return "XXXX"
    if m.month is not None and a[4:5] == "-" and a[4:] == b[4:]:
        return "XXXX" + a[4:]
    if m.weekday is not None and m.day is None and len(a) == len("2024-03-05"):
        return f"XXXX-WXX-{m.weekday}"
    out = []
    same = True
    for x, y in zip(a, b, strict=True):
        same = same and x == y
        out.append(x if same or not (x.isdigit() or y.isdigit()) else "X")
    parts = "".join(out).split("-")
    return "-".join(p if "X" not in p or not p.isalnum() or p[0] in "WQH" else "X" * len(p) for p in parts)


def _deadline(m: Mention, read: Resolved) -> str | None:
    """The last day of what must be done by the time: «قبل نهاية العام» its last day, «قبل 2020» the day before it."""
    if read.first is None or read.last is None or m.form in ("offset", "vague", "duration"):
        return None
    if m.lead == "ago" and m.mod is None and read.first != read.last:
        return (read.first - dt.timedelta(days=1)).isoformat()
    return read.last.isoformat()


def _relative_to(m: Mention) -> Literal["published", "text"] | None:
    if m.text_rel:
        return "text"
    if m.form in ("day", "offset") or m.rel is not None or m.year_rel is not None:
        return "published"
    return "published" if m.form in ("date", "clock") and m.year is None else None


def _time(prose: Prose, m: Mention, read: Resolved) -> Time:
    start = int(m.share) if read.duration and m.share else m.start
    span = prose.span(start, m.end)
    until = read.until
    if until is None and m.lead in _DEADLINES and not read.duration:
        until = _deadline(m, read)
    return Time(
        span.start,
        span.end,
        span.text,
        type="DURATION" if read.duration else m.type,
        value=read.value,
        mod=m.mod,
        earliest=read.first.isoformat() if read.first else None,
        latest=read.last.isoformat() if read.last else None,
        until=until,
        relative_to=None if read.duration else _relative_to(m),
        rule="times.duration" if read.duration else m.rule,
    )


def _oddity(prose: Prose, m: Mention, read: Resolved) -> Oddity | None:
    span = prose.span(m.start, m.end)
    if m.other_month is not None and m.month is not None:
        note = f"the two names are of different months: {_MONTHS[m.month - 1]} and {_MONTHS[m.other_month - 1]}"
        return Oddity(span.start, span.end, span.text, kind="month-names-disagree", note=note)
    if read.odd == "weekday" and read.first is not None and m.weekday is not None:
        note = f"{read.first.isoformat()} was a {_DAYS[read.first.isoweekday() - 1]}, not a {_DAYS[m.weekday - 1]}"
        return Oddity(span.start, span.end, span.text, kind="weekday-disagrees", note=note)
    if read.odd == "calendars":
        note = "the Hijri and the Gregorian date are more than two days apart"
        return Oddity(span.start, span.end, span.text, kind="calendars-disagree", note=note)
    return None
