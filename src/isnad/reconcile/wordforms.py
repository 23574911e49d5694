"""Forms that words of different articles are compared by; never shown."""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.lexicon.joining import Joining
from isnad.text.fold import fold_word

_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")
_FUTURE = re.compile(r"^[وف]?س[يتن](?=...)")
_WEAK = re.compile(r"[اوي]")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(_WORD.findall(fold_word(text)))


def without_article(word: str) -> str:
    """A folded word without its article and what is written before the article."""
    for head in _ARTICLES:
        if word.startswith(head) and len(word) - len(head) >= 2:
            return word[len(head) :]
    return word


class Wordforms:
    """Nouns to one form. Made once from the lexicon."""

    def __init__(self, joining: Joining) -> None:
        self._plurals = {fold_word(m): fold_word(p.one) for p in joining.plural for m in p.many}
        self._singulars = {fold_word(p.one) for p in joining.plural}
        self._nouns: dict[str, str] = {}

    def noun(self, word: str) -> str:
        """A folded noun in the form it is compared by: without article, plural, dual and case ending."""
        held = self._nouns.get(word)
        if held is None:
            held = self._nouns[word] = self._noun(without_article(word))
        return held

    def _noun(self, bare: str) -> str:
        for form in (bare, bare[:-1] if bare.endswith("ا") else bare):
            if form in self._plurals:
                return self._plurals[form]
            if form in self._singulars:
                return form
        if bare.endswith(("تين", "تان")) and len(bare) > 5:
            bare = bare[:-3] + "ه"
            if bare in self._singulars:
                return bare
        if bare.endswith(("يين", "يون", "يات")) and len(bare) > 5:
            return bare[:-2]
        if bare.endswith(("ين", "ون", "ات", "ان")) and len(bare) > 4:
            bare = bare[:-2]
        elif (bare.endswith("يا") and len(bare) > 4) or (bare.endswith(("ه", "ا")) and len(bare) > 3):
            bare = bare[:-1]
        return self._plurals.get(bare, bare)

    def nouns(self, text: str) -> tuple[str, ...]:
        """The compared forms of the words of a text, in order."""
        return tuple(self.noun(w) for w in words_of(text))


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word that its verb, its masdar and its participles share, as far as spelling shows.

    «ستسلم», «تسليم», «التسلم» and «سلم» have one; it is no root and serves only to compare.
    """
    rest = _FUTURE.sub("", word) if _FUTURE.match(word) else without_article(word)
    if rest == word and word[:1] in "وفبل" and len(word) > 4:
        rest = word[1:]
    for ending in ("ها", "هم", "ات", "ون", "ين", "وا", "ه", "ا", "ي"):
        if rest.endswith(ending) and len(rest) - len(ending) >= 3:
            rest = rest[: -len(ending)]
            break
    while len(rest) > 3 and rest[0] in "تيمنا":
        rest = rest[1:]
    bare = rest[0] + _WEAK.sub("", rest[1:]) if rest else rest
    return bare if len(bare) > 1 else rest
