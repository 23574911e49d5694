"""What a phrase says of whom it names: its head and the words that tell one bearer of the head from another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from isnad.lexicon.cast import Cast
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Countries, Organisations, Titles, items
from isnad.text.fold import fold_word

_ARTICLES = ("وبال", "ولل", "وال", "بال", "لل", "فال", "كال", "ال")
_NISBA_ENDS = ("", "ه", "ا", "ون", "ين", "ات", "ان", "تان", "تين")


class Sketch(NamedTuple):
    """head: its noun without article. marks: the other words, without articles and endings of gender.

    definite: the head has the article or is in construct with a definite word. bare: no words but the head.
    """

    head: str
    marks: frozenset[str]
    definite: bool

    @property
    def bare(self) -> bool:
        return not self.marks


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in items(words))


@lru_cache(maxsize=65536)
def plain(form: str) -> str:
    """A folded form without its article and what is written onto it."""
    for article in _ARTICLES:
        if form.startswith(article) and len(form) > len(article) + 1:
            return form[len(article) :]
    return form


class CastWords:
    """The lexicon `cast` made ready, with the adjectives of countries, titles, and heads of listed organisations."""

    def __init__(self, lexicons: Lexicons) -> None:
        held = lexicons.load("cast", Cast)
        self.again, self.other, self.speaking = _folded(held.again), _folded(held.other), _folded(held.speaking)
        self.switches = _folded(held.switches)
        self.relations, self.classes, self.issued = _folded(held.relations), _folded(held.classes), _folded(held.issued)
        self.neutral = _folded(held.neutral)
        self.capitals = held.capitals
        titles = lexicons.load("titles", Titles)
        self.titles = _folded(titles.direct) | _folded(titles.office)
        self._offices: dict[tuple[str, ...], tuple[str, ...]] = {}
        for office in held.office:
            first, *rest = (tuple(fold_word(form).split()) for form in office.forms)
            self._offices.update(dict.fromkeys(rest, first))
        self._lands: set[str] = set()
        self._marks: dict[str, str] = dict.fromkeys(self.neutral | self.again, "")
        self._countries(lexicons.load("countries", Countries))
        self.listed = self._listed(lexicons.load("organisations", Organisations))

    def _countries(self, countries: Countries) -> None:
        for country in countries.country:
            for name in country.names:
                if " " not in name:
                    self._marks[fold_word(name)] = f"@{country.id}"
                    self._lands.add(fold_word(name))
            for nisba in country.nisba:
                base = fold_word(nisba)
                for form in (pre + base + end for end in _NISBA_ENDS for pre in ("", "ال")):
                    self._marks[form] = f"@{country.id}"

    def _listed(self, organisations: Organisations) -> dict[str, frozenset[str]]:
        """The class nouns that names of a listed organisation begin with, by its id."""
        out: dict[str, set[str]] = {}
        for organisation in organisations.organisation:
            for name in organisation.names:
                words = fold_word(name).split()
                if len(words) > 1 and plain(words[0]) in self.classes:
                    out.setdefault(organisation.id, set()).add(plain(words[0]))
        return {actor: frozenset(heads) for actor, heads in out.items()}

    def mark(self, form: str) -> str:
        """What a folded word tells apart by; empty where it tells nothing. Countries and their adjectives are one."""
        held = self._marks.get(form)
        if held is None:
            held = self._marks[form] = self._make_mark(form)
        return held

    def _make_mark(self, form: str) -> str:
        bare = plain(form)
        if bare != form:
            known = self._marks.get("ال" + bare)
            if known is not None:
                return known
        elif form[0] in "بلو" and (form[1:] in self._marks or form[1:] in self.titles):
            return self.mark(form[1:])
        return bare[:-1] if bare.endswith(("ه", "ا")) and len(bare) > 3 else bare

    def sketch(self, forms: Sequence[str], named: bool = False) -> Sketch:
        """The sketch of a phrase of folded words, the first its head without proclitics.

        named: it introduces somebody, so that the words of its own title count as well as those of the same office.
        """
        words = tuple(plain(f) for f in forms)
        taken = next((n for n in (3, 2, 1) if words[:n] in self._offices), 0)
        head, *rest = self._offices[words[:taken]] if taken else words[:1]
        marks = {self.mark(f) for f in (*rest, *forms[1 if named else max(taken, 1) :])}
        marks.discard("")
        return Sketch(head, frozenset(marks), self._is_definite(forms))

    def _is_definite(self, forms: Sequence[str]) -> bool:
        """The head has the article or is in construct with what has it: «مدير مركز الأبحاث», not «مصدر في المركز»."""
        if forms[0].startswith(("ال", "لل")):
            return True
        for form in forms[1:4]:
            if form.startswith("ال") or form in self._lands:
                return True
            if form in self.neutral or form.startswith(("لل", "بال")) or form.endswith(("ي", "يه", "ين", "ون", "ان")):
                return False
        return False
