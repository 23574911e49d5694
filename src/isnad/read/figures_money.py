"""Which currency a money word means."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.units import Currency, Units
from isnad.text.fold import fold_word
from isnad.text.phrases import PROCLITICS
from isnad.text.prose import Prose

_NEXT = re.compile(r"\s+(?:ال)?([^\W\d_]+)")


class Money(NamedTuple):
    """end: where the currency word or sign ends; code: ISO 4217 or None; scale: what the sign itself multiplies by."""

    start: int
    end: int
    code: str | None
    scale: int


class MoneyFinder:
    """Currency words and signs beside a number."""

    def __init__(self, units: Units) -> None:
        self._words: dict[str, Currency] = {fold_word(f): c for c in units.currencies for f in c.forms}
        self._signs = {fold_word(f): s for s in units.signs for f in s.forms}
        signs = "|".join(sorted(map(re.escape, self._signs), key=len, reverse=True))
        self._after = re.compile(rf"\s?({signs})(?!\w)")
        self._before = re.compile(rf"(?<!\w)({signs})\s?$")
        self._stems = [(fold_word(s), c.id) for c in units.countries for s in c.stems]
        self._names = {c.id: [fold_word(n) for n in c.names] for c in units.countries}

    def sign(self, text: str, start: int, end: int) -> Money | None:
        """A sign or abbreviation right after or right before the number."""
        if m := self._after.match(text, end):
            held = self._signs[m[1]]
            return Money(m.start(1), m.end(1), held.code, held.scale)
        if m := self._before.search(text, max(0, start - 5), start):
            return Money(m.start(1), m.end(1), self._signs[m[1]].code, 1)
        return None

    def word(self, prose: Prose, word: str, end: int) -> str | None:
        """The code of a currency word: the empty string where it stays unknown, None where `word` is no money."""
        held = self._words.get(word)
        if held is None:
            return None
        if held.by_country:
            country = self._country(prose.text, end)
            if country in held.by_country:
                return held.by_country[country]
            if held.code is None:
                return self._by_article(prose, held)
        return held.code or ""

    def _country(self, text: str, end: int) -> str | None:
        m = _NEXT.match(text, end)
        return next((c for s, c in self._stems if m[1].startswith(s)), None) if m else None

    def _by_article(self, prose: Prose, currency: Currency) -> str:
        """The one country that the article names beside this currency, else the only one it names at all."""
        heads = "|".join(fold_word(f) for f in currency.forms)
        stems = {s: c for s, c in self._stems if c in currency.by_country}
        beside = re.findall(rf"(?:{heads}) (?:ال)?({'|'.join(stems)})", prose.text)
        said = {stems[s] for s in beside}
        if not said:
            padded = prose.padded
            said = {
                c
                for c in currency.by_country
                for n in self._names[c]
                if any(f" {p}{n} " in padded for p in PROCLITICS[:4])
            }
        return currency.by_country[said.pop()] if len(said) == 1 else ""
