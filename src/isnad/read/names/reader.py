"""Persons, organisations and places of one article, with one actor id for all mentions of one."""

from __future__ import annotations

from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Dossier
from isnad.model.reading import Name
from isnad.read.names.actors import assign
from isnad.read.names.again import find_again
from isnad.read.names.aliases import Aliases
from isnad.read.names.later import find_ministries, find_surnames
from isnad.read.names.latin import find_latin
from isnad.read.names.listed import find_listed
from isnad.read.names.organisations import find_organisations
from isnad.read.names.persons import find_persons
from isnad.read.names.places import find_places
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import NISBA, Vocabulary
from isnad.text.prose import Prose


def _apart(mentions: list[Mention]) -> list[Mention]:
    """The leftmost, longest mentions, none overlapping."""
    out: list[Mention] = []
    at = -1
    for m in sorted(mentions, key=lambda m: (m.first, -m.last, m.actor is None)):
        if m.first > at:
            out.append(m)
            at = m.last
    return out


def _bare(scan: Scan, organisations: list[Mention], listed: list[Mention]) -> list[Mention]:
    """Those that are not just a listed name with a nationality («حزب الله اللبناني») or with a second one after «و»."""
    whole = {m.first: m.last for m in listed if m.type == "ORG" and m.last > m.first and m.actor}

    def same(m: Mention) -> bool:
        last = whole.get(m.first, m.last)
        return last < m.last and (
            scan.form(last + 1)[0] == "و" or (last + 1 == m.last and bool(scan.flags(m.last) & NISBA))
        )

    return [m for m in organisations if not same(m)]


class NamesReader:
    """Finds names by lists and by grammar. Titles and class words stay outside («تنظيم داعش» gives «داعش»)."""

    def __init__(self, lexicons: Lexicons, dossier: Dossier | None = None) -> None:
        self._vocabulary = Vocabulary(lexicons, dossier)
        self._aliases = Aliases(lexicons)

    def read(self, prose: Prose) -> tuple[Name, ...]:
        """Names in document order. Empty where the text names nobody."""
        scan = Scan(prose, self._vocabulary)
        listed = find_listed(scan)
        organisations = _bare(scan, find_organisations(scan), listed)
        found = _apart([*listed, *find_persons(scan, listed), *organisations, *find_places(scan)])
        again = find_latin(scan, found)
        found = _apart([*found, *again]) if again else found
        again = [*find_surnames(scan, found), *find_ministries(scan, found)]
        found = _apart([*found, *again]) if again else found
        again = find_again(scan, found)
        found = _apart([*found, *again]) if again else found
        actors = self._aliases.unite(scan, found, assign(scan, found))
        names = []
        for m, actor in zip(found, actors, strict=True):
            span = prose.span(m.start, m.end)
            names.append(Name(span.start, span.end, span.text, m.type, actor, m.rule))
        return tuple(names)
