"""Which currency a money word means."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from isnad.lexicon.units import Currency, Units
from isnad.text.fold import fold, fold_word
from isnad.text.prose import Prose

_DOMINANT = 3  #: how many times as often as any other a country must be named
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
        names = {c.id: "|".join(map(fold_word, c.names)) for c in units.countries}
        adjectives = {c.id: "|".join(map(fold_word, c.stems)) for c in units.countries}
        self._said = {
            c.forms: _named_countries(c, names, adjectives) for c in units.currencies if c.by_country and c.code is None
        }

    def sign(self, text: str, start: int, end: int) -> Money | None:
        """A sign or abbreviation right after or right before the number."""
        if m := self._after.match(text, end):
            held = self._signs[m[1]]
            return Money(m.start(1), m.end(1), held.code, held.scale)
        if m := self._before.search(text, max(0, start - 5), start):
            return Money(m.start(1), m.end(1), self._signs[m[1]].code, 1)
        return None

    def of_article(self, prose: Prose, title: str, word: str) -> str | None:
        """The code of a currency word that its own words leave open, where title or article name one country of it."""
        held = self._words.get(word)
        if held is None or held.code is not None:
            return None
        heads = "|".join(fold_word(f) for f in held.forms)
        stems = {s: c for s, c in self._stems if c in held.by_country}
        any_stem = "|".join(stems)
        priced = re.compile(rf"(?:سعر|صرف) ?ال(?:{heads}) (?:ال)?(?:{any_stem})[^\W\d_]*?(?=ام|مقابل|ه?(?!\w))")
        text, padded = prose.text, prose.padded
        if "سعر" in text:  # «سعر الجنيه الإسترليني اليوم 63 جنيها»: it is priced in another
            text, padded, title = (priced.sub(" ", t) for t in (text, padded, fold(title)[0]))
        beside = re.findall(rf"(?:{heads}) (?:ال)?({any_stem})", text)
        for said in (
            Counter(held.by_country[stems[s]] for s in beside),
            self._named(f" {fold(title)[0]} ", held) if title else Counter(),
            self._named(padded, held),
        ):
            if len(said) > 1:
                said.pop("GBP", None)  # where another's pound is named too, sterling is called so
            (first, times), (_, rest) = (*said.most_common(2), ("", 0), ("", 0))[:2]
            if times and (not rest or times >= _DOMINANT * rest):
                return first
            if said:
                return None
        return None

    def _named(self, padded: str, currency: Currency) -> Counter[str]:
        """How often the countries of a currency are named, by name or adjective."""
        found = self._said[currency.forms].finditer(padded)
        return Counter(currency.by_country[m.lastgroup] for m in found if m.lastgroup)

    def word(self, prose: Prose, word: str, end: int) -> str | None:
        """The code of a currency word: the empty string where it stays unknown, None where `word` is no money."""
        held = self._words.get(word)
        if held is None:
            return None
        if held.by_country:
            country = self._country(prose.text, end)
            if country in held.by_country:
                return held.by_country[country]
        return held.code or ""

    def _country(self, text: str, end: int) -> str | None:
        m = _NEXT.match(text, end)
        return next((c for s, c in self._stems if m[1].startswith(s)), None) if m else None


def _named_countries(currency: Currency, names: dict[str, str], stems: dict[str, str]) -> re.Pattern[str]:
    """Finds names and adjectives of a currency's countries, one group for each.

    Names are met glued to a longer word too («في مصراستقرار»), where links were stripped of their blanks.
    """
    parts = []
    for country in currency.by_country:
        forms = []
        if name := names[country]:
            forms += [rf" [وف]?[بلك]?(?:{name})(?= )", rf"في ?(?:{name})(?=[^\W\d_و][^\W\d_]{{3}})"]
        if stem := stems[country]:
            forms.append(rf" [وف]?(?:[بك]?ال|لل)(?:{stem})(?:ه|ين|ون|ات|يه)?(?= )")
        parts.append(f"(?P<{country}>{'|'.join(forms)})")
    return re.compile("|".join(parts))
