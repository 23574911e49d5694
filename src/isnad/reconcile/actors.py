"""Actors joined across articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Actor, Dossier
from isnad.model.reading import Name, NameType, Statement
from isnad.model.record import ActorEntry, ItemRef
from isnad.reconcile.articles import Article
from isnad.reconcile.bodies import Bodies
from isnad.reconcile.fullnames import name_key, shortens
from isnad.reconcile.known import known_actors
from isnad.reconcile.offices import Offices
from isnad.reconcile.wordforms import words_of

Key = tuple[str, ...]
_KINDS: dict[NameType, Literal["person", "organisation", "place"]] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
}


class Cluster(NamedTuple):
    """The mentions of one actor within one article, its forms, the fullest of them as a key."""

    article: Article
    type: NameType
    actor: str | None
    key: Key
    forms: tuple[str, ...]
    refs: tuple[ItemRef, ...]


def _clusters(article: Article) -> list[Cluster]:
    """Names of one article by the actor its reading gave them, else by their own words."""
    held: dict[tuple[str, ...], list[tuple[int, Name]]] = {}
    for index, name in enumerate(article.reading.names):
        group = ("id", name.actor) if name.actor else (name.type, *name_key(name.text))
        held.setdefault(group, []).append((index, name))
    out = []
    for names in held.values():
        keys = sorted({name_key(n.text) for _, n in names if name_key(n.text)}, key=lambda k: (-len(k), k))
        if keys:
            types = Counter(n.type for _, n in names)
            kind = min(types, key=lambda t: (-types[t], t))
            forms = tuple(n.text for _, n in names)
            refs = tuple(ItemRef(article.id, "names", i) for i, _ in names)
            out.append(Cluster(article, kind, names[0][1].actor, keys[0], forms, refs))
    return out


class _Told:
    """What the dossier says of names."""

    def __init__(self, dossier: Dossier | None) -> None:
        self.actors = {a.id: a for a in dossier.actor} if dossier else {}
        self._names: dict[Key, set[str]] = {}
        self._full: dict[str, list[Key]] = {}
        for actor in self.actors.values():
            for form in actor.names + actor.aliases:
                self._names.setdefault(name_key(form), set()).add(actor.id)
            self._full[actor.id] = [name_key(n) for n in actor.names + actor.aliases if len(name_key(n)) > 1]

    def _fits(self, actor: str, type: NameType) -> bool:
        return (self.actors[actor].kind == "person") == (type == "PER")

    def find(self, cluster: Cluster) -> str | None:
        """The one actor of the dossier that the cluster's forms allow."""
        if cluster.actor in self.actors:
            return cluster.actor
        keys = {cluster.key} if cluster.type == "PER" else {name_key(form) for form in cluster.forms}
        exact = {a for key in keys for a in self._names.get(key, ()) if self._fits(a, cluster.type)}
        if exact:
            return next(iter(exact)) if len(exact) == 1 else None
        if cluster.type != "PER" or len(cluster.key) < 2:
            return None
        able = {
            a
            for a, keys in self._full.items()
            if self.actors[a].kind == "person"
            and any(shortens(cluster.key, k) or shortens(k, cluster.key) for k in keys)
        }
        return next(iter(able)) if len(able) == 1 else None


def _longer_forms(keys: Iterable[Key], given: frozenset[str]) -> dict[Key, Key]:
    """Each full name → the longest name it shortens, where the longer ones are all one; its last is no given name."""
    by_first: dict[str, list[Key]] = {}
    for key in sorted(set(keys)):
        by_first.setdefault(key[0], []).append(key)
    out = {}
    for held in by_first.values():
        for key in held:
            longer = sorted((k for k in held if shortens(key, k)), key=lambda k: (-len(k), k))
            if not longer or (key[-1] in given and key[-1] == longer[0][-1]):
                continue
            if all(k == longer[0] or shortens(k, longer[0]) for k in longer):
                out[key] = longer[0]
    return out


def _surnames(keys: Iterable[Key], given: frozenset[str]) -> dict[str, Key]:
    """Last names that only one full name of the record has."""
    held: dict[str, set[Key]] = {}
    for key in keys:
        if len(key) > 1:
            held.setdefault(key[-1], set()).add(key)
    return {last: next(iter(full)) for last, full in held.items() if len(full) == 1 and last not in given}


class Actors:
    """Joins the names of many articles. Made once for a dossier."""

    def __init__(self, lexicons: Lexicons, joining: Joining, dossier: Dossier | None) -> None:
        self._told = _Told(dossier)
        self._offices = Offices(lexicons, joining, dossier)
        self._given = frozenset(p for w in words_of(joining.given_last) for p in name_key(w))
        self._known = known_actors(lexicons)
        self._bodies = Bodies(lexicons)

    def join(self, articles: Sequence[Article]) -> tuple[ActorEntry, ...]:
        """Actors ordered by number of mentions, then id. The order and repetition of articles change nothing."""
        found: dict[str, list[Cluster]] = {}
        rules: dict[str, str] = {}
        rest: list[Cluster] = []
        for article in articles:
            for cluster in _clusters(article):
                told = self._told.find(cluster)
                if told is not None:
                    found.setdefault(told, []).append(cluster)
                    rules[told] = "actors.dossier"
                else:
                    rest.append(cluster)
            for told, cluster in self._office_holders(article):
                found.setdefault(told, []).append(cluster)
                rules[told] = "actors.dossier"
        for key, rule, cluster in self._keyed(rest):
            found.setdefault(key, []).append(cluster)
            rules[key] = rule
        entries = [self._entry(key, clusters, rules[key]) for key, clusters in found.items()]
        return tuple(sorted(entries, key=lambda e: (-len(e.mentions), e.id)))

    def _office_holders(self, article: Article) -> list[tuple[str, Cluster]]:
        """Speakers who are named by a dated office alone."""
        out = []
        for index, statement in enumerate(article.reading.statements):
            speaker = statement.speaker
            if speaker is None or not speaker.explicit:
                continue
            days = _days_of(article, statement)
            told = self._offices.holder(speaker.text, *days)
            if told is not None:
                ref = ItemRef(article.id, "statements", index)
                out.append((told, Cluster(article, "PER", None, (), (speaker.text,), (ref,))))
        return out

    def _keyed(self, rest: Sequence[Cluster]) -> list[tuple[str, str, Cluster]]:
        persons = [c for c in rest if c.type == "PER" and c.actor not in self._known]
        full = {c.key for c in persons if len(c.key) > 1}
        spelt = self._bodies.spellings(c.key for c in rest if c.type == "ORG")
        longer = _longer_forms(full, self._given)
        last = _surnames({longer.get(k, k) for k in full}, self._given)
        own: dict[tuple[str, str], set[Key]] = {}
        for c in persons:
            if len(c.key) > 1:
                own.setdefault((c.article.id, c.key[-1]), set()).add(longer.get(c.key, c.key))
        out = []
        for c in rest:
            here = own.get((c.article.id, c.key[0]), set())
            if c.actor in self._known:
                out.append((c.actor, "actors.known", c))
            elif c.type != "PER":
                key = spelt[c.key] if c.type == "ORG" else c.key
                out.append((f"{_KINDS[c.type]}:{'-'.join(key)}", "actors.same-name", c))
            elif len(c.key) > 1:
                out.append((f"person:{'-'.join(longer.get(c.key, c.key))}", "actors.same-name", c))
            elif len(here) == 1:
                out.append((f"person:{'-'.join(next(iter(here)))}", "actors.same-name", c))
            elif c.key[0] in last:
                out.append((f"person:{'-'.join(last[c.key[0]])}", "actors.same-name", c))
            else:
                out.append((f"person:{c.key[0]}@{c.article.id}", "actors.one-article", c))
        return out

    def _entry(self, key: str, clusters: list[Cluster], rule: str) -> ActorEntry:
        actor: Actor | None = self._told.actors.get(key)
        counts = Counter(form for c in clusters for form in c.forms)
        variants = tuple(sorted(counts, key=lambda f: (-counts[f], f)))
        refs = tuple(sorted({r for c in clusters for r in c.refs}))
        if actor is not None:
            return ActorEntry(key, actor.names[0], actor.kind, variants, refs, True, actor.country, rule)
        types = Counter(c.type for c in clusters)
        kind = _KINDS[min(types, key=lambda t: (-types[t], t))]
        whole = [v for v in variants if not v.startswith("لل")] or list(variants)
        fullest = max(len(name_key(v)) for v in whole) if kind == "person" else 0
        name = next(v for v in whole if len(name_key(v)) >= fullest)
        country = self._known.get(key)
        return ActorEntry(key, name, "state" if country else kind, variants, refs, False, country or None, rule)


def _days_of(article: Article, statement: Statement) -> tuple[str | None, str | None]:
    """The days on which a statement was made: its own, else those of publication."""
    said = article.statement_times.get(statement.id)
    if said is not None and said.earliest and said.latest:
        return said.earliest, said.latest
    return article.earliest, article.latest
