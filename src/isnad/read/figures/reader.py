"""Figures: counted and measured quantities, with bound, unit, scope, and on whose word they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from isnad.lexicon.load import Lexicons
from isnad.lexicon.units import Units
from isnad.model.reading import Figure, Name, Statement, Time
from isnad.model.span import Span
from isnad.read.figures.exclude import NotFigures, is_year
from isnad.read.figures.nouns import Unit, is_definite
from isnad.read.figures.parts import wholes_of
from isnad.read.figures.ranges import Counted, joined_ranges, two_or_more
from isnad.read.figures.scope import Scope, ScopeFinder
from isnad.read.figures.tolls import TollFinder
from isnad.read.figures.units import UnitFinder
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LIST = re.compile(r"\s?(?:و|او|مقابل|ام|من اصل|من بين|الي|،)\s?")
_SHARED = re.compile(r"[\"»)]?\s?(?:و|او|الي|[-–]|من اصل|من بين|من مجموع|من جمله)\s?(?:اجمالي |نحو |حوالي )?")


_PER = re.compile(r" (?:في|لكل) ال(?:مليون|مليار|بليون|تريليون)(?!\w)")
_OUT_OF = re.compile(r"(?<!\w)(?:منها|منهم|منهن|بينها|بينهم|بينهن) $")
_OF_MANY = re.compile(r"(?:عشرات|مئات|الاف|ملايين) ال(?:الاف|الوف|ملايين|مليارات)(?!\w)")
_NEAR = re.compile(r"(?:بالقرب من|قرب|قريب(?:ه|ا)? من) ")
_OWN_SINGULAR = re.compile(r"[^ا]ت(?:ها|هم|ه)$")
_AND_TO = re.compile(r"(?:^|\s)و(?:[^\W\d_]{1,4}\s)?$")
_CLAUSE_ENDS = re.compile(r"$|[،.؛)]|\s(?:في|من|الي|علي|عن|و)")


class FiguresReader:
    """Reads figures from numerals. Raises LexiconError where its lexicon breaks its schema."""

    def __init__(self, lexicons: Lexicons) -> None:
        units = lexicons.load("units", Units)
        self._units = UnitFinder(units)
        self._not = NotFigures(units)
        self._scope = ScopeFinder(units)
        self._tolls = TollFinder(units.toll)
        harm = "|".join(sorted((fold_word(w) for w in units.toll.words), key=len, reverse=True))
        self._toll = re.compile(rf"(?:^|\s)[وف]?(?:{harm})\s(?:نحو\s|حوالي\s)?$")

    def read(
        self,
        prose: Prose,
        numerals: list[Numeral],
        times: Sequence[Time],
        names: Sequence[Name],
        statements: Sequence[Statement],
        title: str = "",
    ) -> tuple[Figure, ...]:
        """Figures in document order. Empty where nothing is counted. Times, names and statements may be empty.

        title: the article's title where its text does not hold it; it may say whose money is meant.
        """
        numerals = two_or_more(prose.text, numerals, self._units.is_period)
        counted = self._counted(prose, numerals, tuple(times))
        if not numerals and (unit := self._units.alone(prose.text)) and unit.start is not None and unit.end is not None:
            counted = [Counted(_one(unit.start, unit.end), unit)]
        if names:
            counted = [
                c
                for c in counted
                if not (_is_named(prose, c.numeral, names) or _before_place(prose, c, names))
                or self._units.measure(prose.text, c.numeral)
            ]
        if not counted:
            return ()
        codes: dict[str, str | None] = {}
        counted = joined_ranges(prose.text, [self._with_currency(prose, title, c, codes) for c in counted])
        wholes = wholes_of(prose, counted)
        scope = self._scope.over(prose, counted, times, names, statements, wholes)
        updated = self._tolls.updates(prose, counted, wholes)
        return tuple(
            _figure(prose, c, s, statements, whole, old)
            for c, s, whole, old in zip(counted, scope, wholes, updated, strict=True)
        )

    def _counted(self, prose: Prose, numerals: list[Numeral], times: tuple[Time, ...]) -> list[Counted]:
        spans = self._not.spans_of(prose, times)
        text = prose.text
        out: list[Counted] = []
        barred = -9
        for i, n in enumerate(numerals):
            if n.kind == "ordinal" or (n.kind != "percent" and self._not.in_time(n, spans)):
                continue
            unit = self._units.find(prose, n, _limit(text, numerals, i))
            if unit.end is not None and (per := _PER.match(text, unit.end)):
                unit = unit._replace(end=per.end())  # «400 جزء في المليون»
            if unit.start is None and unit.how != "barred" and n.kind != "percent":
                unit = self._understood(prose, numerals, i, unit, out)
            listed = n.digits and 0 <= n.start - barred <= 4 and _LIST.fullmatch(text, barred, n.start) is not None
            if listed or self._not.excluded(prose, n, unit):
                barred = n.end  # «المادتان 143 و144»
            elif self._stands(text, n, unit):
                out.append(Counted(_corrected(text, n, unit), unit))
        return out

    def _with_currency(self, prose: Prose, title: str, c: Counted, codes: dict[str, str | None]) -> Counted:
        """Money whose own words do not say whose, by the country that the article is about. codes: those found."""
        unit = c.unit
        if unit.start is None or unit.code is not None or unit.how == "sign":
            return c
        word = prose.text[unit.start : unit.end]
        if word not in codes:
            codes[word] = self._units.money.of_article(prose, title, word)
        code = codes[word]
        return c._replace(unit=unit._replace(code=code)) if code else c

    def _understood(self, prose: Prose, numerals: list[Numeral], i: int, unit: Unit, before: list[Counted]) -> Unit:
        """A unit that stands elsewhere: with the next number of a pair, as «عدد القتلى», with the figure before."""
        n, text = numerals[i], prose.text
        sentence = prose.sentence_at(n.start)[0]
        found = self._shared(prose, numerals, i) if unit.how == "none" else None
        found = found or self._units.before.counted(text, n, sentence)
        if found is not None:
            return found
        if not before or before[-1].numeral.start < sentence:
            return (self._units.before.antecedent(text, n, sentence) or unit) if unit.how == "partitive" else unit
        last = before[-1].unit
        if last.start is None or last.end is None or last.code is not None:
            return unit
        if unit.how == "partitive" and not self._units.countable(text, before[-1].numeral, last, n):
            return unit
        if _OUT_OF.search(text, max(0, n.bound_start - 8), n.bound_start) and n.kind != "percent":
            return last._replace(how="understood")  # «67 كلية، منها 38 للبنين»
        joint = _joint(n)
        listed = _LIST.fullmatch(text, max(last.end, before[-1].numeral.end), joint) or _AND_TO.search(
            text, max(0, joint - 7), joint
        )
        if unit.how in ("partitive", "qualified") or listed:
            return last._replace(how="understood")
        return unit

    def _shared(self, prose: Prose, numerals: list[Numeral], i: int) -> Unit | None:
        """«12 و9 بالمائة», «6 إلى 12 مقعدا», «12 من أصل 20 مقعدا»: the unit stands with the second number."""
        n, text = numerals[i], prose.text
        if i + 1 == len(numerals) or is_year(n) or text.endswith(("ال", "ال "), 0, n.start):
            return None
        if not _SHARED.fullmatch(text, n.end, _joint(numerals[i + 1])):
            return None
        follower = numerals[i + 1]
        if follower.kind == "percent":
            return Unit(None, None, None, "percent")
        shared = self._units.find(prose, follower, _limit(text, numerals, i + 1))
        return shared._replace(how="shared") if shared.start is not None else None

    def _stands(self, text: str, n: Numeral, unit: Unit) -> bool:
        """Whether a number is a figure although no noun says what it counts."""
        if unit.start is not None or unit.how in ("partitive", "percent") or n.kind == "percent":
            return True
        if n.rule in ("range-percent", "digits-scale") or (n.rule == "range" and (n.low or 0) >= 1000):
            return True  # «بين 20 و30 ألفا»
        value = n.value or 0
        if n.rule == "words" and is_definite(text, n) and 2 < value < 10 and value == int(value):
            return _CLAUSE_ENDS.match(text, n.end) is not None  # «القبض على الخمسة»
        if n.rule == "vague":
            definite = text.startswith("ال", n.start) and text[n.start : n.end] != "العده"
            return definite or _OF_MANY.match(text, n.start) is not None
        if n.rule == "words" and value >= 1000 and (n.end - n.start > 5 or n.start - n.bound_start > 3):
            return True
        return self._toll.search(text, max(0, n.bound_start - 18), n.bound_start) is not None


def _limit(text: str, numerals: list[Numeral], i: int) -> int:
    return numerals[i + 1].start if i + 1 < len(numerals) else len(text)


def _figure(
    prose: Prose, c: Counted, scope: Scope, statements: Sequence[Statement], whole: Numeral | None, old: Numeral | None
) -> Figure:
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
        prose.span(whole.start, whole.end) if whole is not None else None,
        prose.span(old.start, old.end) if old is not None else None,
    )


def _corrected(text: str, n: Numeral, unit: Unit) -> Numeral:
    """What the unit says of its number: «خمس قيمتها» is a fifth; «تبدأ من 20 موقعا» bounds no count."""
    if unit.start is None or unit.end is None or (n.digits and n.approx not in ("at_least", "about")):
        return n
    word = text[unit.start : unit.end]
    if text[n.start : n.end] == "خمس" and _OWN_SINGULAR.search(word):
        return n._replace(value=0.2, low=0.2, high=0.2, kind="fraction")
    if unit.how != "money" and text.startswith(("تبدا من", "يبدا من"), n.bound_start):
        return n._replace(approx="exact", low=n.value, high=n.value)
    if n.approx == "about" and unit.how == "after" and (n.value or 0) < 1000 and _NEAR.match(text, n.bound_start):
        return n._replace(approx="exact", low=n.value, high=n.value)  # «سقطت بالقرب من 3 مدارس»
    return n


def _is_named(prose: Prose, n: Numeral, names: Sequence[Name]) -> bool:
    """«حزب خمسة نجوم», «بلدة جسرين»: a number within a name; digits written onto one are none of it."""
    if n.digits and prose.text[n.start - 1 : n.start].isalpha():
        return False
    start, end = prose.back[n.start], prose.back[n.end - 1]
    i = bisect_right(names, start, key=_start_of) - 1
    return i >= 0 and end < names[i].end


def _before_place(prose: Prose, c: Counted, names: Sequence[Name]) -> bool:
    """«شارع النصر، الحي 4 سوسة»: digits with a place's name right after them count nothing."""
    if not c.numeral.digits or c.unit.how != "after" or c.unit.start is None or c.unit.start - c.numeral.end > 2:
        return False
    if prose.text.endswith("يا", c.unit.start, c.unit.end):
        return False  # «غادر 30 إثيوبيا»: men of that country
    start = prose.back[c.unit.start]
    i = bisect_right(names, start, key=_start_of) - 1
    return i >= 0 and names[i].type == "LOC" and names[i].start == start


def _start_of(name: Name) -> int:
    return name.start


def _joint(n: Numeral) -> int:
    """Where a numeral begins for what joins it to the one before: with its bound words, without its own «و»."""
    return n.start if n.start - n.bound_start <= 3 else n.bound_start


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
