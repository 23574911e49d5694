"""Dated offices: «رئيس الوزراء العراقي» is another man in 2017 than in 2024."""

from __future__ import annotations

import datetime as dt

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Countries
from isnad.model.dossier import Dossier, Office
from isnad.reconcile.wordforms import words_of

Words = tuple[str, ...]


def _definite(word: str) -> str:
    return word if word.startswith("ال") else "ال" + word


class Offices:
    """The dossier's offices in every title and adjective that the press gives them."""

    def __init__(self, lexicons: Lexicons, joining: Joining, dossier: Dossier | None) -> None:
        self._before = {w for b in joining.office_edges.before for w in words_of(b)}
        self._titles = [tuple(words_of(f) for f in office.forms) for office in joining.office]
        self._countries = {c.code: c for c in lexicons.load("countries", Countries).country}
        self._holders: dict[Words, list[tuple[Office, str]]] = {}
        for actor in dossier.actor if dossier else ():
            for office in actor.office:
                for form in self._forms(office):
                    self._holders.setdefault(form, []).append((office, actor.id))

    def _forms(self, office: Office) -> set[Words]:
        title = words_of(office.title)
        titles = {title, *(form for held in self._titles if title in held for form in held)}
        country = self._countries.get(office.of or "")
        if country is None:
            tail = words_of(office.of) if office.of else ()
            return {(*t, *tail) for t in titles}
        forms = {(*t, *words_of(name)) for t in titles for name in country.names}
        for nisba in country.nisba:
            word = _definite(words_of(nisba)[0])
            able = [t for t in titles if len(t) > 1 or t[0].startswith("ال")]
            forms |= {(*t, adjective) for t in able for adjective in (word, word + "ه")}
        return forms

    def holder(self, text: str, earliest: str | None, latest: str | None) -> str | None:
        """The one actor who held the office that `text` names on every day from `earliest` to `latest`; else None."""
        words = words_of(text)
        while words and words[0] in self._before:
            words = words[1:]
        held = self._holders.get(words)
        if not held or earliest is None or latest is None:
            return None
        first, last = dt.date.fromisoformat(earliest[:10]), dt.date.fromisoformat(latest[:10])
        # on the day of a handover both hold it, and nobody is named
        able = {a for o, a in held if (o.since is None or o.since <= last) and (o.until is None or first <= o.until)}
        sure = {a for o, a in held if (o.since is None or o.since <= first) and (o.until is None or last <= o.until)}
        return next(iter(sure)) if len(sure) == 1 and able == sure else None
