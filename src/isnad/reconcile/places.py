"""Places of figures: the same, one inside the other, or another."""

from __future__ import annotations

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Countries, cities, items
from isnad.lexicon.names import Places as PlaceLists
from isnad.reconcile.wordforms import Wordforms, without_article, words_of
from isnad.text.words import strip_proclitics

#: One or more places: a country by its code, a known city as `IQ/baghdad`, any other by its words; `IQ:…` is inside IQ.
Place = frozenset[str]


def _bare(word: str) -> str:
    """A word of a place without what is written onto it."""
    return without_article(word)


class Places:
    """Reads the place of a figure. Made once."""

    def __init__(self, lexicons: Lexicons, joining: Joining, forms: Wordforms) -> None:
        self._forms = forms
        self._vague = {w for v in joining.scope.vague_places for w in words_of(v)}
        self._classes = {_bare(w) for v in joining.scope.place_classes for w in words_of(v)}
        self._known: dict[tuple[str, ...], str] = {}
        self.adjectives: dict[str, str] = {}
        doubtful = {words_of(w) for w in items(lexicons.load("places", PlaceLists).doubtful)}
        for city in reversed(cities()):
            for form in (f for f in city.forms if words_of(f) not in doubtful):
                self._add(form, f"{city.country}/{city.slug}")
        for country in lexicons.load("countries", Countries).country:
            for name in country.names:
                self._add(name, country.code)
            for nisba in (n for n in map(words_of, country.nisba) if len(n) == 1):
                self.adjectives[forms.noun(nisba[0])] = country.code

    def _add(self, name: str, key: str) -> None:
        words = words_of(name)
        first = words[0][2:] if words[0].startswith("ال") and len(words[0]) > 4 else words[0]
        self._known[(first, *words[1:])] = key

    def country(self, noun: str) -> str | None:
        """The country whose adjective or name a compared noun is."""
        found = self.adjectives.get(noun)
        if found is None:
            key = self._known.get((noun,))
            found = key if key is not None and "/" not in key else None
        return found

    def named(self, word: str) -> str | None:
        """The country that a folded word names, with or without a proclitic; None for any other word."""
        for _, rest in strip_proclitics(word):
            key = self._known.get((_bare(rest),))
            if key is not None and "/" not in key:
                return key
        return None

    def read(self, text: str | None) -> Place | None:
        """The places that `text` names; None where it names none («البلاد») or there is no text."""
        words = words_of(text) if text else ()
        if not words or (len(words) == 1 and words[0] in self._vague):
            return None
        found: list[str] = []
        rest: list[str] = []
        at = 0
        while at < len(words):
            key, size = self._longest(words, at)
            if key is not None:
                found.append(key)
                at += size
                continue
            bare = _bare(words[at])
            if bare not in self._classes:
                country = self.adjectives.get(self._forms.noun(words[at]))
                if country is not None:
                    found.append(country)
                else:
                    rest.append(self._forms.noun(words[at]))
            at += 1
        return _place(found, rest)

    def _longest(self, words: tuple[str, ...], at: int) -> tuple[str | None, int]:
        heads = [_bare(words[at])]
        if words[at][:1] == "و" and len(words[at]) > 3:
            heads.append(_bare(words[at][1:]))
        for size in range(min(4, len(words) - at), 0, -1):
            for head in heads:
                key = self._known.get((head, *words[at + 1 : at + size]))
                if key is not None:
                    return key, size
        return None, 1


def _place(found: list[str], rest: list[str]) -> Place | None:
    if not found:
        return frozenset({" ".join(rest)}) if rest else None
    if rest:
        return frozenset({f"{'+'.join(sorted(set(found)))}:{' '.join(rest)}"})
    return frozenset(found)


def holds(whole: Place, part: Place) -> bool:
    """Whether every place of `part` lies in one of `whole`, as far as is known, and they are not the same."""
    return whole != part and all(any(p == w or p.startswith((f"{w}/", f"{w}:")) for w in whole) for p in part)
