"""Whose, where and when: the scope that a sentence gives its figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from isnad.lexicon.units import Units
from isnad.model.reading import Name, Statement, Time
from isnad.model.span import Span
from isnad.read.figures.frames import CountedLike, Frame, frames_of, leaves_clause
from isnad.read.figures.owners import OwnerFinder
from isnad.read.figures.places import PlaceFinder
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import AND
from isnad.text.prose import Prose

_VAGUE = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))
_DURING = re.compile(r"(?:خلال|منذ|مدي|مدار|طوال|طيله|في|غضون|نحو)\s(?:نحو\s|ال ?)?$")
_SAID = re.compile(r"(?<!\w)[وف]?(?:ب|ل)?ان(?:ه|ها|هم|هما)?\s")
_INSIDE = re.compile(
    r"(?<!\w)(?:الذي|التي|الذين|اللذين|اللتين)"
    r"(?! (?:وقع|جر[يت]|حدث|اندلع|نفذ|ضرب|هز|شهد|استهدف|اجتاح|اصاب|عصف))(?!\w)"
)
_ENDS = re.compile(r"[،.؛:]")
_RELATIVE = ("الذي", "التي", "اللذ", "اللت")
_CLOSED = re.compile(r"[^\d،]*،")
_LEVEL = re.compile(r"، ?(?:[يت]?بلغت?|[يت]صل|وصلت?|تجاوزت?|بمشاركه)(?!\w)[^،]*$")
_NEAR = 110  #: how far before its figure a time may stand, in code points


_When = tuple[int, int, Time]


class Scope(NamedTuple):
    """Whose, where and when; None where the sentence does not say."""

    of: Span | None
    where: Span | None
    time: Time | None


class ScopeFinder:
    """Finds the scope of figures."""

    def __init__(self, units: Units) -> None:
        self._owners = OwnerFinder(units)
        self._places = PlaceFinder(units.scope)
        self._led_to = frozenset(a + fold_word(w) for w in units.scope.led_to for a in AND)
        self._site = re.compile(rf"(?:ال)?(?:{'|'.join(units.scope.sites)})(?!\w)")
        self._contrast = re.compile(
            rf"(?:{'|'.join(fold_word(w) for w in units.scope.contrast)})[^،.]{{0,14}}$"
            r"|(?:مقارنه|قياسا|بالمقارنه)[^،.\d]{0,40}$"
            r"|\sعن\s(?:نفس |ذات )?(?:(?:ال)?(?:فتره|ربع|شهر|نصف|موسم|عام|سنه)(?: [^\W\d_]+)? (?:من )?)?$"
        )

    def over(
        self,
        prose: Prose,
        counted: Sequence[CountedLike],
        times: Sequence[Time],
        names: Sequence[Name],
        statements: Sequence[Statement],
        wholes: Sequence[Numeral | None],
    ) -> list[Scope]:
        """One scope per figure. wholes: for each the numeral of the figure that it is part of."""
        frames = frames_of(prose, counted)
        placed = [(prose.fold_at(t.start), prose.fold_at(t.end), t) for t in times]
        when = sorted((w for w in placed if _usable(prose.text, w[0], w[2])), key=lambda w: w[:2])
        named = [(prose.fold_at(n.start), prose.fold_at(n.end), n.type) for n in names if n.type != "PER"]
        places = sorted({(start, end) for start, end, kind in named if kind == "LOC"})
        actors = sorted({(start, end) for start, end, _ in named})
        bodies = {start: end for start, end, kind in named if kind == "ORG"}
        owners = [_named(prose, of, names) for of in self._owners.owners(prose, counted, frames, actors, bodies)]
        whens = self._whens(prose, frames, when, statements)
        out = []
        for f, owner, time in zip(frames, owners, whens, strict=True):
            of, where = self._sides(prose, owner, self._places.place(prose, f, places), times)
            out.append(Scope(of, where, time))
        return _of_wholes(counted, wholes, out)

    def _sides(
        self, prose: Prose, of: Span | None, where: Span | None, times: Sequence[Time]
    ) -> tuple[Span | None, Span | None]:
        """Of whom and where, each on its own side."""
        if of is None:
            return None, where
        if where is not None and of.start == where.start and _left(prose, of):
            return None, where  # «خروج 40 شاحنة من العراق»
        if any(t.start <= of.start and of.end <= t.end for t in times):
            return None, where  # «7 ملايين برميل من الآن»
        if where is None and self._site.match(of.text):
            return None, of  # «استقبل معسكر الرشيد 40 متدربا»
        return of, where

    def _whens(
        self, prose: Prose, frames: list[Frame], times: list[_When], statements: Sequence[Statement]
    ) -> list[Time | None]:
        """The nearest time after each figure in its clause, else the nearest before it that no figure has taken."""
        text = prose.text
        told = [(c.start, c.end, s.said_on.start) for s in statements if s.said_on is not None for c in s.content]
        after = [self._after(text, f, times) for f in frames]
        taken = {t for t in after if t is not None}
        out: list[Time | None] = []
        for f, found in zip(frames, after, strict=True):
            if found is None:
                found = self._before(text, f, times, taken)
                if found is not None and any(
                    found[2].start == said and start <= prose.back[f.at] < end for start, end, said in told
                ):
                    found = None  # «أعلنت الوزارة، الخميس، مقتل 40»: when it was said
                if found is not None and (f.at - found[1] > _NEAR or _SAID.search(text, found[1], f.at)):
                    found = None  # «قال أمس إن 40 ...»: when it was said
            out.append(found[2] if found else None)
        return out

    def _before(self, text: str, f: Frame, times: list[_When], taken: set[_When]) -> _When | None:
        """The nearest time before a figure in its sentence that no figure has taken, or that led to it."""
        for t in reversed(times):
            if t[0] < f.sentence[0]:
                return None
            if t[1] > f.at or (t in taken and self._led_to.isdisjoint(text[t[1] : f.at].split())):
                continue
            if self._serves(text, t, f):
                return t
        return None

    def _serves(self, text: str, time: _When, f: Frame) -> bool:
        """Whether a time before a figure may be its own: not of a relative clause, not compared."""
        start, end = time[:2]
        between = text[end : f.at]
        if "،" in between and _CLOSED.match(between) is not None and _LEVEL.search(between) is None:
            clause = _ENDS.split(text[max(f.sentence[0], start - 70) : start])[-1]
            if any(w in clause for w in _RELATIVE) and _INSIDE.search(clause):
                return False  # «الهدنة التي بدأت الخميس، قتل 40»
        if ")" in between and "(" not in between and "(" in text[max(f.sentence[0], start - 20) : start]:
            return False
        return self._contrast.search(text, max(0, start - 48), start) is None or " حيث " in between

    def _after(self, text: str, f: Frame, times: list[_When]) -> _When | None:
        for i in range(bisect_left(times, f.end, key=lambda t: t[0]), len(times)):
            time = times[i]
            if time[0] >= f.reach or time[0] - f.end > _NEAR:
                return None
            if self._contrast.search(text, f.end, time[0]):
                continue
            return None if leaves_clause(text, f.end, time[0], time=True) else time
        return None


def _of_wholes(counted: Sequence[CountedLike], wholes: Sequence[Numeral | None], scopes: list[Scope]) -> list[Scope]:
    """The scopes with those of the wholes for what the parts do not say («قتل أمس 12 شخصا بينهم 3 أطفال»)."""
    at = {c.numeral.start: i for i, c in enumerate(counted)}
    for i, whole in enumerate(wholes):
        if whole is None:
            continue
        own, other = scopes[i], scopes[at[whole.start]]
        scopes[i] = Scope(own.of or other.of, own.where or other.where, own.time or other.time)
    return scopes


def _named(prose: Prose, of: Span | None, names: Sequence[Name]) -> Span | None:
    """The whole name where an owner is a piece of it («أسامة بن ⟦لادن⟧»)."""
    if of is None:
        return None
    i = bisect_right(names, of.start, key=_start_of) - 1
    if i < 0 or names[i].end < of.end or names[i].end - names[i].start == of.end - of.start:
        return of
    return Span(names[i].start, names[i].end, names[i].text)


def _start_of(name: Name) -> int:
    return name.start


def _left(prose: Prose, of: Span) -> bool:
    return prose.text.endswith("من ", 0, prose.fold_at(of.start))


def _usable(text: str, start: int, time: Time) -> bool:
    """Whether a time can date a figure: a bare duration («بالسجن خمسة أعوام») and a bare «الآن» cannot."""
    if time.type == "DURATION":
        return _DURING.search(text, max(0, start - 10), start) is not None
    return time.type in ("DATE", "TIME") and (time.value not in _VAGUE or " " in time.text)
