"""Phrases of a lexicon found in folded text in one pass (Aho-Corasick), whole words only, leftmost-longest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from isnad.text.fold import fold_word
from isnad.text.prose import Prose

T = TypeVar("T")

AND = ("", "و", "ف")
PREPOSITIONS = ("", "ب", "ل", "ك")
#: Every proclitic string Arabic writes before a noun without article: و ف, then ب ل ك.
PROCLITICS = tuple(a + p for a in AND for p in PREPOSITIONS)


class Hit(NamedTuple, Generic[T]):
    """start, end: the phrase without its proclitics, in the folded text; outer: where the proclitics begin."""

    start: int
    end: int
    outer: int
    value: T


def _variants(key: str, proclitics: Iterable[str]) -> Iterable[tuple[str, int]]:
    """The written forms of a phrase under each proclitic, with the letters the proclitic takes."""
    for clitic in proclitics:
        if clitic.endswith("ل") and key.startswith("ال"):
            yield clitic + "ل" + key[2:], len(clitic)
        else:
            yield clitic + key, len(clitic)


class Phrases(Generic[T]):
    """A compiled phrase list. Keys are folded here, so they may be written in any spelling.

    proclitics: which ones may be written onto the first word (default: all; `("",)` for none).
    """

    def __init__(self, entries: Mapping[str, T], proclitics: Iterable[str] = PROCLITICS) -> None:
        self._machine = ahocorasick.Automaton()
        clitics = tuple(proclitics)
        for phrase, value in entries.items():
            key = " ".join(fold_word(phrase).split())
            for form, taken in _variants(key, clitics):
                padded = f" {form} "
                held = self._machine.get(padded, None)
                if held is None or held[0] > taken:  # the reading with fewer letters taken off wins
                    self._machine.add_word(padded, (taken, form, value))
        self._machine.make_automaton()
        written = [key.split() for key in self._machine]
        self._most = max(map(len, written), default=0)
        self._last = frozenset(words[-1] for words in written)

    def find(self, prose: Prose) -> list[Hit[T]]:
        """Hits in folded offsets, ordered, none overlapping, the longest at the leftmost place.

        A phrase of several words never runs over punctuation.
        """
        if self._last.isdisjoint(prose.forms):
            return []
        found = []
        text = prose.text
        for last, (taken, form, value) in self._machine.iter(prose.padded):
            outer = last - len(form) - 1  # the padding shifts by one on each side
            if " " not in form or text.startswith(form, outer):
                found.append((outer, -(outer + len(form)), taken, value))
        found.sort(key=lambda f: (f[0], f[1]))
        hits: list[Hit[T]] = []
        at = -1
        for outer, minus_end, taken, value in found:
            if outer >= at:
                hits.append(Hit(outer + taken, -minus_end, outer, value))
                at = -minus_end
        return hits

    def ending_at(self, prose: Prose, end: int) -> Hit[T] | None:
        """The longest phrase whose last word ends at the folded offset `end`."""
        words, last = prose.words, prose.word_at(end) - 1
        if last < 0 or words[last].end != end or words[last].form not in self._last:
            return None
        for first in range(max(0, last + 1 - self._most), last + 1):
            outer = words[first].start
            held = self._machine.get(f" {prose.text[outer:end]} ", None)
            if held is not None:
                return Hit(outer + held[0], end, outer, held[2])
        return None
