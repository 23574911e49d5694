"""What a figure counts: unit, whose, where, when, as far as its article says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Organisations
from isnad.model.dossier import Dossier
from isnad.model.reading import Figure
from isnad.model.record import ItemRef
from isnad.model.span import Span
from isnad.reconcile.articles import Article
from isnad.reconcile.places import Place, Places
from isnad.reconcile.wordforms import Wordforms, skeleton, without_article, words_of

_HEDGE = 0.1  #: «نحو» lets a number be off by a tenth
_NEARBY = 300  #: code points before a figure in which a measure's title may be met
_BEFORE, _AFTER = 120, 80  #: code points around a figure in which a word says what is counted
_STOP = re.compile(r"[.!?؟](?!\d)|\n")


ANYWHERE: Place = frozenset({"*"})  #: what a measure that asks for no place gives a figure that has none


class Days(NamedTuple):
    """ISO days a figure speaks of. basis: own, since («منذ»), said (its statement's day), published."""

    earliest: str | None
    latest: str | None
    basis: str


class Scoped(NamedTuple):
    """A figure with its scope in comparable form. low, high: its interval with hedges; None where open.

    population: nouns and country codes; None where the article does not say. part: part | total | None.
    context: consonants of the words around it, which say what is measured.
    loose: its unit measures whatever there is (kilometres, times), or it is vague, a share or a dual, and tells little
    by itself. voice: its statement's speaker.
    """

    ref: ItemRef
    article: Article
    origin: str | None
    figure: Figure
    unit: str
    value: float | None
    low: float | None
    high: float | None
    happening: str | None
    part: str | None
    population: frozenset[str] | None
    place: Place | None
    days: Days
    context: frozenset[str]
    loose: bool
    voice: str | None


def interval_of(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """Value, low and high, a hedge counted as a tenth. (None, None, None) for a figure without number («عشرات»)."""
    value = figure.value
    if isinstance(value, tuple):
        return (value[0] + value[1]) / 2, float(min(value)), float(max(value))
    if value is None:
        return None, figure.low, figure.high
    number = float(value)
    bounds: dict[str, tuple[float | None, float | None]] = {
        "about": (number - abs(number) * _HEDGE, number + abs(number) * _HEDGE),
        "more_than": (number, None),
        "at_least": (number, None),
        "less_than": (None, number),
        "at_most": (None, number),
    }
    low, high = bounds.get(figure.approx, (number, number))
    return number, low, high


class Scopes:
    """Reads scopes. Made once."""

    def __init__(self, lexicons: Lexicons, joining: Joining, forms: Wordforms, places: Places, dossier: Dossier | None):
        scope = joining.scope
        self._forms, self._places = forms, places
        self._part = frozenset(w for v in scope.part for w in words_of(v))
        self._total = frozenset(w for v in scope.total for w in words_of(v))
        self._since = frozenset(w for v in scope.since for w in words_of(v))
        self._classes = frozenset(forms.noun(w) for v in scope.population_classes for w in words_of(v))
        self._pronouns = frozenset(forms.noun(w) for v in scope.pronoun_units for w in words_of(v))
        self._loose = frozenset(forms.noun(w) for v in scope.loose_units for w in words_of(v))
        self._happening = {w: h.id for h in joining.happening for v in h.forms for w in words_of(v)}
        self._happening_units = {forms.noun(w): h.id for h in joining.happening for v in h.units for w in words_of(v)}
        self._stop = frozenset(words_of(joining.subject.stop))
        self._groups: dict[tuple[str, ...], str] = {}
        for organisation in lexicons.load("organisations", Organisations).organisation:
            for name in organisation.names:
                self._groups[self._named(name)] = organisation.id
        for actor in dossier.actor if dossier else ():
            for name in actor.names + actor.aliases:
                if actor.kind != "person":
                    self._groups[self._named(name)] = (
                        actor.country if actor.kind == "state" and actor.country else actor.id
                    )

    def _named(self, text: str) -> tuple[str, ...]:
        return tuple(without_article(w) for w in words_of(text))

    def unit(self, figure: Figure) -> str | None:
        """What is counted, in the form compared by: a noun, % or a currency; None where it is not said."""
        if figure.currency:
            return figure.currency
        if figure.unit is None or isinstance(figure.unit, str):
            return figure.unit
        nouns = self._forms.nouns(figure.unit.text)
        return nouns[0] if nouns and nouns[0] not in self._pronouns else None

    def population(self, text: str | None) -> frozenset[str] | None:
        """Whose: nouns without class words, countries by code, organisations by id; None where nothing is left."""
        if not text:
            return None
        named = self._named(text)
        for size in range(len(named), 0, -1):
            for at in range(len(named) - size + 1):
                group = self._groups.get(named[at : at + size])
                if group is not None:
                    rest = words_of(text)[:at] + words_of(text)[at + size :]
                    return frozenset({group}) | self._nouns(rest)
        return self._nouns(words_of(text)) or None

    def _nouns(self, words: tuple[str, ...]) -> frozenset[str]:
        nouns = [self._forms.noun(w) for w in words if len(w) > 2]
        return frozenset(self._places.country(n) or n for n in nouns if n not in self._classes)

    def read(self, article: Article, index: int, origin: str | None) -> Scoped | None:
        """The figure at `index` of an article; None where it has no number or no unit."""
        figure = article.reading.figures[index]
        unit = self.unit(figure)
        value, low, high = interval_of(figure)
        if unit is None or (low is None and high is None):
            return None
        before, after = _around(article, figure)
        population = self.population(figure.of.text if figure.of else None)
        planned = any(c.span.start <= figure.start and figure.end <= c.span.end for c in article.reading.commitments)
        happening = "planned" if planned else self._happening_of(unit, population, before[-6:], after[:4])
        part = "total" if self._total & set(before[-2:]) else None
        owned = self._pronouns & {self._forms.noun(w) for w in after[:3]}
        if figure.part_of is not None or self._part & {*before[-4:], *after[:1]} or owned:
            part = "part"
        return Scoped(
            ItemRef(article.id, "figures", index),
            article,
            origin,
            figure,
            unit,
            value,
            low,
            high,
            happening,
            part,
            population,
            self._places.read(figure.where.text if figure.where else None),
            self._days(article, figure),
            self._context(before, after, unit),
            unit in self._loose or _says_little(figure),
            article.speakers.get(figure.statement or ""),
        )

    def _happening_of(
        self, unit: str, population: frozenset[str] | None, before: tuple[str, ...], after: tuple[str, ...]
    ) -> str | None:
        """What happens, where a figure counts that."""
        for noun in (unit, *sorted(population or ())):
            if noun in self._happening_units:
                return self._happening_units[noun]
        return next((self._happening[w] for w in (*reversed(before), *after) if w in self._happening), None)

    def _context(self, before: tuple[str, ...], after: tuple[str, ...], unit: str) -> frozenset[str]:
        kept = (w for w in before + after if len(w) > 3 and not w[:1].isdigit() and w not in self._stop)
        return frozenset(skeleton(w) for w in kept if self._forms.noun(w) != unit)

    def bones(self, words: Iterable[str]) -> frozenset[str]:
        """The consonants of words that say something."""
        return frozenset(skeleton(w) for w in words if w not in self._stop)

    def nearby(self, s: Scoped) -> frozenset[str]:
        """The consonants of the words in the sentences around a figure."""
        text, figure = s.article.document.text, s.figure
        return self.bones(words_of(text[max(0, figure.start - _NEARBY) : figure.end + _AFTER]))

    def place_nearby(self, s: Scoped, wanted: Place) -> Place | None:
        """The one place of `wanted` that the words around a figure name, where they name no other country."""
        before, after = _around(s.article, s.figure)
        named = {c for w in before + after if (c := self._places.named(w)) is not None}
        if named:
            return frozenset(named) if len(named) == 1 and named <= wanted else None
        text = s.article.document.text[max(0, s.figure.start - _NEARBY) : s.figure.end + _AFTER]
        words = {self._forms.noun(w) for w in words_of(text)}
        met = [p for p in sorted(wanted) if words.issuperset(p.split())]
        return frozenset(met) if len(met) == 1 else None

    def _days(self, article: Article, figure: Figure) -> Days:
        time = figure.time
        if time is not None and (time.earliest or time.latest) and time.type in ("DATE", "TIME"):
            head = words_of(article.document.text[max(0, time.start - 8) : time.start])
            if (
                time.earliest
                and article.latest
                and head
                and head[-1] in self._since
                and time.earliest <= article.latest
            ):
                return Days(time.earliest, article.latest, "since")
            return Days(time.earliest, time.latest, "own")
        said = article.statement_times.get(figure.statement or "")
        if said is not None and said.earliest and said.latest:
            return Days(said.earliest, said.latest, "said")
        return Days(article.earliest, article.latest, "published")


def _says_little(figure: Figure) -> bool:
    """Whether a figure is vague («عشرات»), a share without sign («نصفهم»), or a noun in the dual."""
    share = isinstance(figure.value, float) and 0 < figure.value < 1 and isinstance(figure.unit, Span)
    dual = isinstance(figure.unit, Span) and figure.unit.end == figure.end
    return figure.approx == "vague" or share or dual


def _around(article: Article, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folded words before and after a figure within its sentence, nearby."""
    text = article.document.text
    before = text[max(0, figure.start - _BEFORE) : figure.start]
    starts = [m.end() for m in _STOP.finditer(before)]
    after = text[figure.end : figure.end + _AFTER]
    end = _STOP.search(after)
    return words_of(before[starts[-1] if starts else 0 :]), words_of(after[: end.start() if end else len(after)])
