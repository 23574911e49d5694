"""Figures that bring an earlier one up to date: «ارتفعت حصيلة القتلى من 8 إلى 12», «ليصل عدد الجرحى إلى 30»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.lexicon.units import Toll
from isnad.read.figures.frames import CountedLike
from isnad.read.figures.labels import same_noun
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_REACH = 130  #: code points between the word of rising and the number that is reached
_TO = ("الي ", " ل", " ل ")
_FROM = re.compile(r"(?<!\w)من $")
_AND = re.compile(r" (?:و\s?)?")
_MORE = re.compile(r" (?:اخر|اخري|اخرين|اخرون|اخريات|اضافي|جديد)")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(fold_word, words), key=len, reverse=True))


class TollFinder:
    """Finds which earlier figure a running total brings up to date."""

    def __init__(self, words: Toll) -> None:
        self._counts = frozenset(map(fold_word, words.counts))
        counts = _any(words.counts)
        self._rises = re.compile(
            rf"(?<!\w)(?<!قد )(?<!ان )(?<!سوف )[وفب]?(?:{_any(words.rises)})(?: [^\W\d_]+)??"
            rf" (?:ال)?(?:{counts})(?:ه|ها|هم)?(?!\w)((?: (?:{counts}))?(?: [^\W\d_]+)?)"
        )
        self._old = re.compile(rf"(?<!\w)[وفب]?(?:ال)?حصيله (?:ال)?(?:{_any(words.earlier)})(?!\w)[^\d]*$")
        self._total = re.compile(rf"(?<!\w)[وفبل]?(?:ال)?(?:{counts})(?:ه|ها|هم)?(?!\w)[^\d]*$")
        self._crossed = re.compile(rf"(?<!\w)[وف]?(?:{_any(words.crossing)})(?!\w)")

    def updates(
        self, prose: Prose, counted: Sequence[CountedLike], parts: Sequence[Numeral | None]
    ) -> list[Numeral | None]:
        """For each figure the numeral of the figure that it brings up to date; None where the text gives none.

        parts: for each figure what it is part of; a part is no total that could be brought up to date.
        """
        out: list[Numeral | None] = []
        told: list[str | None] = []
        for i in range(len(counted)):
            noun = self._noun(prose, counted, i, told)
            told.append(noun)
            out.append(
                None if noun is None else _source(prose, counted, i) or self._earlier(prose, counted, i, noun, parts)
            )
        return out

    def _earlier(
        self, prose: Prose, counted: Sequence[CountedLike], i: int, noun: str, parts: Sequence[Numeral | None]
    ) -> Numeral | None:
        """The lower total of the same unit in another sentence: the last one, else what is called the earlier toll."""
        text, c = prose.text, counted[i]
        sentence = prose.sentence_at(c.numeral.start)
        if c.unit.code is not None:
            return None
        nouns = {noun, _unit(text, c)} - {""}
        for j in (*range(i - 1, -1, -1), *range(i + 1, len(counted))):
            old = counted[j]
            number: Numeral = old.numeral
            if parts[j] is not None or number.kind == "percent" or not _lower(number, c.numeral):
                continue
            if sentence[0] <= number.start < sentence[1]:
                continue
            unit = _unit(text, old)
            if unit and any(same_noun(unit, a) for a in nouns) and self._is_total(prose, old, j < i):
                return number
        return None

    def _is_total(self, prose: Prose, old: CountedLike, before: bool) -> bool:
        """Whether a figure is a total: «بلغ عدد القتلى 8» before the new one, «حصيلة سابقة أفادت بمقتل 8» anywhere."""
        if _MORE.match(prose.text, _end(old)):
            return False
        at = old.numeral.bound_start
        low = max(prose.sentence_at(old.numeral.start)[0], at - _REACH)
        return (self._total if before else self._old).search(prose.text, low, at) is not None

    def _noun(self, prose: Prose, counted: Sequence[CountedLike], i: int, told: list[str | None]) -> str | None:
        """What a total counts, where the words before figure `i` say that the total rose to it; else None."""
        text, n = prose.text, counted[i].numeral
        if n.kind == "percent":
            return None
        if i and told[i - 1] is not None and _AND.fullmatch(text, _end(counted[i - 1]), n.start):
            return "" if text[n.start - 1] == "و" or " و" in text[n.start - 3 : n.start] else None
        if not text.endswith(_TO, 0, n.bound_start):
            return None
        found = None
        low = max(prose.sentence_at(n.start)[0], n.bound_start - _REACH)
        for m in self._rises.finditer(text, low, n.bound_start):
            found = m
        if found is None or self._crossed.search(text, found.end(), n.bound_start):
            return None
        words = found[1].split()
        return words[-1] if words and words[-1] not in self._counts and words[-1] not in ("الي", "من") else ""


def _source(prose: Prose, counted: Sequence[CountedLike], i: int) -> Numeral | None:
    """«من ⟦8⟧ إلى 12»: the figure right before, where «من» stands before it."""
    if i == 0:
        return None
    before, n = counted[i - 1].numeral, counted[i].numeral
    if before.kind == "percent" or prose.sentence_at(before.start) != prose.sentence_at(n.start):
        return None
    return before if _FROM.search(prose.text, max(0, before.bound_start - 4), before.bound_start) else None


def _unit(text: str, c: CountedLike) -> str:
    return text[c.unit.start : c.unit.end].split(" ")[0] if c.unit.start is not None and c.unit.end is not None else ""


def _end(c: CountedLike) -> int:
    own = c.unit.end if c.unit.how in ("after", "money", "sign") and c.unit.end is not None else c.numeral.end
    return max(own, c.numeral.end)


def _lower(old: Numeral, new: Numeral) -> bool:
    return old.value is not None and new.value is not None and old.value < new.value
