"""What a unit is, and whether the word beside a number can be one."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.units import Units
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word

_WITH_ARTICLE = re.compile(r"ال(?!(?:ف(?:ا|ي|ين|ان)?|اف)(?!\w))")  #: not «ألفي», «آلاف»
_LIKE_DEFINITE = frozenset(("الويه", "الواح", "الحان", "العاب", "الغام", "القاب", "الوان"))  #: «ألوية»
ARTICLE = re.compile(r"[وف]?(?:ال|بال|لل|كال)")


class Unit(NamedTuple):
    """What is counted. start, end: its words (None: understood or not said); code: of money; how: what found it.

    scale: what its own abbreviation multiplies by. partitive: it stands after من.
    """

    start: int | None
    end: int | None
    code: str | None
    how: str
    scale: int = 1
    partitive: bool = False
    period: bool = False


BARRED = Unit(None, None, None, "barred")
NONE = Unit(None, None, None, "none")


class NounWords:
    """The word lists of units.toml, folded, and the test of a noun made of them."""

    def __init__(self, units: Units) -> None:
        def folded(words: tuple[str, ...]) -> frozenset[str]:
            return frozenset(map(fold_word, words))

        self.stop = folded(units.stop.forms)
        self.qualifiers = folded(units.stop.qualifiers)
        self.adjectives = folded(units.stop.adjectives)
        self.partitives = folded(units.partitive.pronouns)
        self.counts = folded(units.partitive.counts)
        self.being = folded(units.one.being)
        self.superlatives = folded(units.partitive.superlatives)
        self.skipped = self.superlatives | folded(units.partitive.demonstratives)
        self.stems = tuple(folded(units.clitic_nouns.stems))
        self.plurals = folded(units.plurals.forms)
        self.periods = folded(units.time_units.forms)
        self.measures = folded(units.measures.forms)
        self.first = folded(units.compound.first)
        self.second = folded(units.compound.second)
        self.not_one = folded(units.one.not_after)
        self._verb_endings = units.stop.verb_endings
        self._not_verbs = folded(units.stop.not_verbs)
        self._verb_stems = tuple(folded(units.clitic_nouns.verb_stems))

    def is_noun(self, word: str, definite: bool) -> bool:
        """Whether `word` may be counted. definite: a noun with the article may too."""
        if word in self.measures:
            return True
        if word.isascii():
            return False  # «nova 9 SE»
        if len(word) < 2 or word in self.stop or word in self.qualifiers or word in self.adjectives:
            return word == "م"
        if self._is_verb(word):
            return False
        if word in _LIKE_DEFINITE:
            return True
        if ARTICLE.match(word) and len(word) > 4:
            return definite and word.startswith("ال")
        if word[0] in "وفبلكي" and not word.startswith(self.stems):
            return False
        return not word.startswith(self._verb_stems)

    def _is_verb(self, word: str) -> bool:
        """By its ending: «شاركوا», «استطاعت»."""
        past = len(word) > 3 and word[-1] == "ت" and word[-2] not in "اوي"
        return (past or word.endswith(self._verb_endings)) and word not in self._not_verbs


def is_definite(text: str, n: Numeral) -> bool:
    """Whether a number word has the article («الخمسة», «للخمسة»)."""
    return _WITH_ARTICLE.match(text, n.start) is not None or (text[n.start - 1 : n.start + 1] == "لل" and n.start > 0)
