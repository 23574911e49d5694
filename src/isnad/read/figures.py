"""Figures: counted and measured quantities, with bound, unit, scope, and on whose word they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.units import Units
from isnad.model.reading import Figure, Name, Statement, Time
from isnad.model.span import Span
from isnad.read.figures_exclude import NotFigures
from isnad.read.figures_scope import Scope, ScopeFinder
from isnad.read.figures_units import Unit, UnitFinder
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LIST = re.compile(r"\s?(?:و|او|مقابل|ام|من اصل|من بين|الي|،)\s?")
_SHARED = re.compile(r"[\"»)]?\s?(?:و|او|الي|[-–]|من اصل|من بين|من مجموع|من جمله)\s?(?:اجمالي |نحو |حوالي )?")


class Counted(NamedTuple):
    """A numeral that is a figure, with its unit."""

    numeral: Numeral
    unit: Unit


class FiguresReader:
    """Reads figures from numerals. Raises LexiconError where its lexicon breaks its schema."""

    def __init__(self, lexicons: Lexicons) -> None:
        units = lexicons.load("units", Units)
        self._units = UnitFinder(units)
        self._not = NotFigures(units)
        self._scope = ScopeFinder(units)
        harm = "|".join(sorted((fold_word(w) for w in units.toll.words), key=len, reverse=True))
        self._toll = re.compile(rf"(?:^|\s)[وف]?(?:{harm})\s(?:نحو\s|حوالي\s)?$")

    def read(
        self,
        prose: Prose,
        numerals: list[Numeral],
        times: Sequence[Time],
        names: Sequence[Name],
        statements: Sequence[Statement],
    ) -> tuple[Figure, ...]:
        """Figures in document order. Empty where nothing is counted. Times, names and statements may be empty."""
        counted = self._counted(prose, numerals, tuple(times))
        if not numerals and (unit := self._units.alone(prose.text)) and unit.start is not None and unit.end is not None:
            counted = [Counted(_one(unit.start, unit.end), unit)]
        if not counted:
            return ()
        scope = self._scope.over(prose, counted, times, names)
        return tuple(_figure(prose, c, s, statements) for c, s in zip(counted, scope, strict=True))

    def _counted(self, prose: Prose, numerals: list[Numeral], times: tuple[Time, ...]) -> list[Counted]:
        spans = self._not.spans_of(prose, times)
        text = prose.text
        out: list[Counted] = []
        for i, n in enumerate(numerals):
            if n.kind == "ordinal" or (n.kind != "percent" and self._not.in_time(n, spans)):
                continue
            limit = numerals[i + 1].start if i + 1 < len(numerals) else len(text)
            unit = self._units.find(prose, n, limit)
            if unit.start is None and unit.how != "barred" and n.kind != "percent":
                unit = self._understood(prose, numerals, i, unit, out)
            if self._not.excluded(text, n, unit) or not self._stands(text, n, unit):
                continue
            out.append(Counted(n, unit))
        return out

    def _understood(self, prose: Prose, numerals: list[Numeral], i: int, unit: Unit, before: list[Counted]) -> Unit:
        """A unit that stands elsewhere: with the next number of a pair, as «عدد القتلى», with the figure before."""
        n, text = numerals[i], prose.text
        if i + 1 < len(numerals) and unit.how == "none":
            follower = numerals[i + 1]
            if _SHARED.fullmatch(text, n.end, follower.bound_start):
                limit = numerals[i + 2].start if i + 2 < len(numerals) else len(text)
                shared = self._units.find(prose, follower, limit)
                if follower.kind == "percent" or shared.start is not None:
                    return shared._replace(how="percent" if follower.kind == "percent" else "shared")
        sentence = prose.sentence_at(n.start)[0]
        if named := self._units.counted_before(text, n, sentence):
            return named
        if (
            before
            and before[-1].numeral.start >= sentence
            and before[-1].unit.start is not None
            and before[-1].unit.code is None
        ):
            if unit.how in ("partitive", "qualified") or _LIST.fullmatch(text, before[-1].unit.end or 0, n.bound_start):
                return before[-1].unit._replace(how="understood")
            if re.search(r"(?:^|\s)و[^\W\d_]{0,4}\s?$", text[max(0, n.bound_start - 7) : n.bound_start]):
                return before[-1].unit._replace(how="understood")
        return unit

    def _stands(self, text: str, n: Numeral, unit: Unit) -> bool:
        """Whether a number with no noun is still a figure."""
        if (
            unit.start is not None
            or unit.how in ("partitive", "percent")
            or n.kind == "percent"
            or n.rule == "range-percent"
        ):
            return True
        if (
            n.rule == "words"
            and text.startswith("ال", n.start)
            and 2 < (n.value or 0) < 10
            and n.value == int(n.value or 0)
        ):
            return re.match(r"[،.؛)]|\s(?:في|من|الي|علي|عن|و)", text[n.end : n.end + 5]) is not None
        if n.rule == "vague":
            return text.startswith("ال", n.start) and text[n.start : n.end] != "العده"
        if n.rule == "digits-scale" or (n.rule == "words" and (n.value or 0) >= 1000 and n.end - n.start > 5):
            return True
        return self._toll.search(text, max(0, n.bound_start - 18), n.bound_start) is not None


def _figure(prose: Prose, c: Counted, scope: Scope, statements: Sequence[Statement]) -> Figure:
    n, unit = _joined(c), c.unit
    span = prose.span(n.start, n.end)
    what: Span | Literal["%"] | None = None
    if n.kind == "percent" or n.rule == "range-percent" or unit.how == "percent":
        what = "%"
    elif unit.start is not None and unit.end is not None:
        what = prose.span(unit.start, unit.end)
    value, low, high = _scaled(n, unit.scale)
    statement = _statement_at(statements, span.start)
    return Figure(
        span.start,
        span.end,
        span.text,
        value,
        low,
        high,
        n.approx,
        what,
        unit.code,
        scope.of,
        scope.where,
        scope.time,
        "statement" if statement else "article",
        statement,
        f"{n.rule}/{unit.how}",
    )


def _one(start: int, end: int) -> Numeral:
    return Numeral(start, end, 1, 1, 1, "cardinal", "exact", start, True, False, "measure")


def _joined(c: Counted) -> Numeral:
    """«لتر ونصف» is one and a half: the number begins with its measure."""
    n, unit = c
    if unit.how != "and-part" or n.value is None or unit.start is None:
        return n
    return n._replace(start=unit.start, value=n.value + 1, low=n.value + 1, high=n.value + 1)


def _scaled(
    n: Numeral, scale: int
) -> tuple[float | int | tuple[float | int, float | int] | None, float | int | None, float | int | None]:
    low = None if n.low is None else n.low * scale
    high = None if n.high is None else n.high * scale
    if n.approx == "range" and low is not None and high is not None:
        return (low, high), low, high
    return (None if n.value is None else n.value * scale), low, high


def _statement_at(statements: Sequence[Statement], at: int) -> str | None:
    """The id of the statement with the shortest content that holds offset `at`."""
    best: tuple[int, str] | None = None
    for s in statements:
        for c in s.content:
            if c.start <= at < c.end and (best is None or c.end - c.start < best[0]):
                best = (c.end - c.start, s.id)
    return best[1] if best else None
