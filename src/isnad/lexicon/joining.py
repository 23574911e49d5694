"""Words that items of different articles are joined or told apart by."""

from __future__ import annotations

import msgspec


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table that refuses keys it does not know."""


class OfficeTitles(_Entry, frozen=True):
    """Titles of one office."""

    forms: tuple[str, ...]


class OfficeEdges(_Entry, frozen=True):
    """before: honorifics that change nothing; former: words that make it another holder."""

    before: tuple[str, ...]
    former: tuple[str, ...]


class Plural(_Entry, frozen=True):
    """many: forms that are compared as `one`."""

    one: str
    many: tuple[str, ...]


class Happening(_Entry, frozen=True):
    """forms: words beside a figure that counts what happens; units: counted things that are such by themselves."""

    id: str
    forms: tuple[str, ...]
    units: tuple[str, ...] = ()


class Scope(_Entry, frozen=True):
    """Words of a figure's scope."""

    part: tuple[str, ...]
    total: tuple[str, ...]
    since: tuple[str, ...]
    vague_places: tuple[str, ...]
    place_classes: tuple[str, ...]
    population_classes: tuple[str, ...]
    pronoun_units: tuple[str, ...]
    loose_units: tuple[str, ...]


class Subject(_Entry, frozen=True):
    """stop: words that say nothing of a commitment's subject; weak: who, not what; ordinals tell two apart."""

    stop: str
    weak: tuple[str, ...]
    ordinals: tuple[str, ...]


class Past(_Entry, frozen=True):
    """verbs: verbs in the past, third person masculine singular."""

    verbs: str


class Joining(_Entry, frozen=True):
    """joining.toml"""

    given_last: str
    office: tuple[OfficeTitles, ...]
    office_edges: OfficeEdges
    plural: tuple[Plural, ...]
    happening: tuple[Happening, ...]
    scope: Scope
    subject: Subject
    past: Past
