"""Figures of several articles that count one thing, and how they stand to one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Dossier, Label, Measure
from isnad.model.reading import Figure
from isnad.model.record import Comparison, MeasuredFigure, MeasureGroup
from isnad.reconcile.articles import NO_DAY, Article, days_between
from isnad.reconcile.comparing import brings_up_to_date, compare, meet, when
from isnad.reconcile.places import Place, Places
from isnad.reconcile.scopes import ANYWHERE, Scoped, Scopes
from isnad.reconcile.wordforms import Wordforms, words_of
from isnad.text.words import strip_proclitics

_NEAREST = 4  #: values of one time that a figure is compared with
_SAME_NEWS = 0  #: days within which articles speak of one price or rate
_BUCKETS = 12  #: places or populations of a measure that are set beside one another


class Told(NamedTuple):
    """A measure of the dossier in comparable form. title: what its title says beyond unit, whose and where («سُلّمت»)."""

    measure: Measure
    units: frozenset[str]
    of: tuple[frozenset[str], ...]
    where: frozenset[str]
    title: frozenset[str]


class Measures:
    """Groups figures by what they count. Made once for a dossier."""

    def __init__(
        self, lexicons: Lexicons, joining: Joining, forms: Wordforms, places: Places, dossier: Dossier | None
    ) -> None:
        self._scopes = Scopes(lexicons, joining, forms, places, dossier)
        self._told = []
        for measure in dossier.measure if dossier else ():
            units = frozenset(forms.nouns(u)[0] if forms.nouns(u) else u for u in measure.unit)
            of = tuple(p for text in measure.of if (p := self._scopes.population(text)))
            where = frozenset(key for text in measure.where for key in places.read(text) or ())
            said = {noun for part in measure.unit + measure.of + measure.where for noun in forms.nouns(part)}
            title = [w for w in words_of(measure.title.ar) if len(w) > 2 and not _held(w, said, forms)]
            self._told.append(Told(measure, units, of, where, self._scopes.bones(title)))

    def group(self, articles: Sequence[Article], origin_of: dict[str, str]) -> tuple[MeasureGroup, ...]:
        """The dossier's measures that have figures, then groups of one unit and scope that two origins hold."""
        figures = [
            s
            for a in articles
            for i in range(len(a.reading.figures))
            if (s := self._scopes.read(a, i, origin_of.get(a.id))) is not None
        ]
        told: dict[str, list[Scoped]] = {}
        measure_of: dict[tuple[str, int], str] = {}
        for s in figures:
            for t in self._told:
                fitted = self._fitted(s, t)
                if fitted is not None:
                    told.setdefault(t.measure.id, []).append(fitted)
                    measure_of.setdefault((s.ref.document, s.ref.index), t.measure.id)
        groups = [
            _measure_group(t.measure.id, t.measure.title, True, told[t.measure.id])
            for t in self._told
            if t.measure.id in told
        ]
        return (*groups, *_own_groups(figures, measure_of))

    def _fitted(self, s: Scoped, told: Told) -> Scoped | None:
        """The figure as a measure sees it; None where it, or the words around it, speak of something else."""
        if s.unit not in told.units:
            return None
        if told.title and not any(b.startswith(t) for b in self._scopes.nearby(s) for t in told.title):
            return None
        if s.place is None and told.where:
            s = s._replace(place=self._scopes.place_nearby(s, told.where))
            if s.place is None and not self._alone(told):
                return None
        return _fit(s, told)

    def _alone(self, told: Told) -> bool:
        """Whether no other measure of the dossier differs from this one by its place only."""
        return not any(t is not told and t.where and t.of == told.of and t.units & told.units for t in self._told)


def _held(word: str, nouns: set[str], forms: Wordforms) -> bool:
    """Whether a word, with or without its proclitics, is one of `nouns`."""
    return any(forms.noun(rest) in nouns for _, rest in strip_proclitics(word))


def _own_groups(figures: Sequence[Scoped], measure_of: dict[tuple[str, int], str]) -> list[MeasureGroup]:
    """Groups of one unit and scope, where two origins hold figures that can be set side by side."""
    found: dict[str, list[Scoped]] = {}
    for s in figures:
        key = _key_of(s)
        if key is not None:
            found.setdefault(key, []).append(s)
    groups = []
    for key, held in sorted(found.items()):
        owners = {measure_of.get((s.ref.document, s.ref.index)) for s in held}
        if _origins(held) < 2 or (len(owners) == 1 and None not in owners):
            continue
        group = _measure_group(key, _title(held), False, held, measure_of)
        if any(c.relation != "not_comparable" for c in group.comparisons):
            groups.append(group)
    return groups


def _fit(s: Scoped, told: Told) -> Scoped | None:
    """The figure as a measure of the dossier sees it; None where it counts something else."""
    if s.unit not in told.units or (s.happening is not None and s.unit not in _happening_units(told)):
        return None
    population = s.population
    if told.of:
        fitting = [p for p in told.of if population is not None and p <= population]
        if not fitting:
            return None
        population = max(fitting, key=lambda p: (len(p), sorted(p)))
        extra = (s.population or frozenset()) - population
        population = frozenset({"*"}) | extra
    else:
        population = frozenset({"*"}) | (population or frozenset())
    place: Place | None = s.place
    if told.where:
        if place is not None and not place <= told.where:
            return None
    elif place is None:
        place = ANYWHERE
    return s._replace(population=population, place=place)


def _happening_units(told: Told) -> frozenset[str]:
    return told.units if told.measure.of == () else frozenset()


def _key_of(s: Scoped) -> str | None:
    """The id of the group that a figure falls into by itself; None where its scope is too little known."""
    if (s.population is None and s.place is None) or s.loose:
        return None
    scope = "+".join(sorted(s.population)) if s.population else "@" + "+".join(sorted(s.place or ()))
    return f"unit:{s.unit}|{scope}" + (f"|{s.happening}" if s.happening else "")


def _title(held: Sequence[Scoped]) -> Label:
    """Unit and scope in the words that most of the figures use, the earliest of them where several do."""
    units = Counter(_unit_text(s.figure) for s in held)
    scopes = Counter(_scope_text(s) for s in held)
    title = " · ".join(words.most_common(1)[0][0] for words in (units, scopes) if any(words))
    return Label(ar=title, en=title)


def _unit_text(figure: Figure) -> str:
    unit = figure.unit
    return figure.currency or (unit if isinstance(unit, str) else unit.text if unit else "")


def _scope_text(s: Scoped) -> str:
    scope = s.figure.of if s.population or s.figure.where is None else s.figure.where
    text = scope.text.replace("_", " ") if scope else ""
    return f"ال{text[2:]}" if text.startswith("لل") else text


def _origins(held: Iterable[Scoped]) -> int:
    return len({s.origin or s.article.id for s in held})


def _text(scope: frozenset[str] | None) -> str | None:
    return "+".join(sorted(scope)) if scope else None


def _measure_group(
    key: str, title: Label, told: bool, held: list[Scoped], measure_of: dict[tuple[str, int], str] | None = None
) -> MeasureGroup:
    figures = tuple(
        MeasuredFigure(
            s.ref,
            s.days.earliest,
            s.days.latest,
            s.figure.where.text if s.figure.where else None,
            s.figure.of.text if s.figure.of else None,
            s.origin,
        )
        for s in held
    )
    pairs = _pairs(held)
    if measure_of is not None:
        pairs = [p for p in pairs if _alike(*p) and not _told_already(p, measure_of)]
    return MeasureGroup(key, title.ar, title.en, told, figures, tuple(_compared(pairs)))


def _alike(a: Scoped, b: Scoped) -> bool:
    """Whether two figures of one unit measure one thing, though no dossier says so.

    Where their scopes are said in full, a number that comes back, another of the same days and one that another scope
    sets apart need no more. Else the words around them must be the same: more of them where the numbers differ. An
    article that has the other's number too counts another thing with its own; two of one article are of two times that
    it tells, or one replaces the other.
    """
    one_scope = (a.place, a.population, a.part) == (b.place, b.population, b.part)
    if _said_in_full(a, b) and (a.value == b.value or not one_scope or when(a.days, b.days) == "agree"):
        return True
    shared, least = len(a.context & b.context), min(len(a.context), len(b.context))
    if meet(a, b) and (a.value == b.value or not one_scope):
        return shared >= 2 and shared * 4 >= least and (a.value == b.value or _near(a.value, b.value))
    if one_scope and (not _retold(a, b) if a.article.id == b.article.id else _has(a, b) or _has(b, a)):
        return False
    if meet(a, b) and not _near(a.value, b.value):
        return False
    if a.unit.isascii() and (a.population is None or not _one_news(a, b)):
        return False
    return shared >= (4 if one_scope else 3) and shared * 2 >= least


def _has(a: Scoped, b: Scoped) -> bool:
    """Whether the article of `a` counts as many as `b` does by the same noun."""
    units = {_unit_text(a.figure), _unit_text(b.figure)}
    return any(f.value == b.figure.value and _unit_text(f) in units for f in a.article.reading.figures)


def _retold(a: Scoped, b: Scoped) -> bool:
    """Whether an article sets two numbers side by side: of two times of their own, or «من 8 إلى 12»."""
    return brings_up_to_date(a, b) or (a.days.basis, b.days.basis) == ("own", "own")


def _said_in_full(a: Scoped, b: Scoped) -> bool:
    """Whether both say of whom and where of what stands; money, shares and what happens need more than that."""
    return not a.unit.isascii() and a.population is not None and None not in (a.place, b.place) and not a.happening


def _one_news(a: Scoped, b: Scoped) -> bool:
    """Whether two articles are of the same days: prices and rates of other days are other prices."""
    first, second = a.article.earliest, b.article.earliest
    return first is not None and second is not None and abs(days_between(first, second)) <= _SAME_NEWS


def _near(a: float | None, b: float | None) -> bool:
    """Whether two numbers are of one size: «أكثر من 10 آلاف» says nothing about 22 million."""
    return a is not None and b is not None and max(abs(a), abs(b)) <= 2 * min(abs(a), abs(b))


def _told_already(pair: tuple[Scoped, Scoped], measure_of: dict[tuple[str, int], str]) -> bool:
    a, b = (measure_of.get((s.ref.document, s.ref.index)) for s in pair)
    return a is not None and a == b


def _compared(pairs: Iterable[tuple[Scoped, Scoped]]) -> list[Comparison]:
    """One comparison for each pair, ordered by its articles."""
    found = {tuple(sorted((a.ref, b.ref))): compare(a, b) for a, b in pairs}
    return [found[k] for k in sorted(found)]


def _moment(s: Scoped) -> tuple[str, str, tuple[str, str, str], int]:
    return (s.days.earliest or NO_DAY, s.days.latest or NO_DAY, s.article.order, s.ref.index)


def _pairs(held: list[Scoped]) -> list[tuple[Scoped, Scoped]]:
    """Which figures are set side by side: neighbours in time within one scope, then one pair for two scopes."""
    buckets: dict[tuple[str, str, str], list[Scoped]] = {}
    for s in sorted(held, key=_moment):
        buckets.setdefault((_text(s.place) or "", _text(s.population) or "", s.part or ""), []).append(s)
    pairs = [p for bucket in buckets.values() for p in _within(bucket)]
    ordered = [buckets[k] for k in sorted(buckets)][:_BUCKETS]
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            pair = _closest(one, other)
            if pair is not None:
                pairs.append(pair)
    return pairs


def _apart(a: Scoped, b: Scoped) -> bool:
    """Whether two figures are told apart: by two origins, or within an article by speaker, time or «من 8 إلى 12»."""
    if a.article.id == b.article.id:
        if brings_up_to_date(a, b):
            return True
        return when(a.days, b.days) == "differ" or (None not in (a.voice, b.voice) and a.voice != b.voice)
    return a.origin is None or a.origin != b.origin


def _within(bucket: list[Scoped]) -> list[tuple[Scoped, Scoped]]:
    """Each figure with the one before it of each value of the same time, and with the last one of another value."""
    pairs = []
    latest: dict[tuple[float | None, float | None, str], Scoped] = {}
    for s in bucket:
        value = (s.low, s.high, s.figure.approx)
        others = [o for o in latest.values() if _apart(o, s)]
        others.sort(key=lambda o: (abs((o.value or 0) - (s.value or 0)), _moment(o)))
        at_once = [o for o in others if when(o.days, s.days) != "differ"][:_NEAREST]
        before = sorted((o for o in others if o not in at_once), key=_moment)
        pairs += [(o, s) for o in at_once]
        if before and s.happening is None:
            pairs.append((before[-1], s))
        latest[value] = s
    return pairs


def _closest(one: list[Scoped], other: list[Scoped]) -> tuple[Scoped, Scoped] | None:
    """The pair of two scopes that most seems to conflict: of one time, of numbers that do not meet, the latest."""
    best: tuple[tuple[bool, bool, str], tuple[Scoped, Scoped]] | None = None
    for a in one[-_NEAREST * 2 :]:
        for b in other[-_NEAREST * 2 :]:
            if a.article.id == b.article.id or not _apart(a, b):
                continue
            if a.happening is not None:
                continue
            rank = (when(a.days, b.days) == "agree", not meet(a, b), max(_moment(a)[0], _moment(b)[0]))
            if best is None or rank > best[0]:
                best = (rank, (a, b))
    return best[1] if best else None
