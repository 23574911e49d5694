"""What the names lexicons hold: persons, titles, places, organisations, agencies, countries and their adjectives.

Long lists of single words are one string each, separated by white space; `_` stands for a space inside an item.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import msgspec


def items(words: str) -> list[str]:
    """The items of a word list, `_` read as a space."""
    return [w.replace("_", " ") for w in words.split()]


class Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """given.toml: given names by how sure they are, links («بن، أبو»), second words («الدين») and bearers of them."""

    sure: str
    also: str
    foreign: str
    short: str
    rarely: str
    links: str
    seconds: str
    bearers: str
    kin: str


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """titles.toml: words before a person's name, words between an office and the name, verbs of saying."""

    direct: str
    office: str
    between: str
    verbs: str
    named_after: str
    ruled: str
    called: str
    titled: str
    reigning: str
    ordinals: str


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A public person. alone: parts of the name that stand for the person by themselves.

    announced: parts that do so only after a title, a verb of saying or a word for rule («نظام الأسد»).
    """

    id: str
    names: tuple[str, ...]
    alone: tuple[str, ...] = ()
    announced: tuple[str, ...] = ()


class Persons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """persons.toml."""

    person: tuple[Person, ...]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country. nisba: its adjective, masculine singular without article. doubtful: the name is another word too."""

    id: str
    code: str
    names: tuple[str, ...]
    nisba: tuple[str, ...] = ()
    doubtful: bool = False


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place or region. doubtful: counts only after a word that announces a place."""

    id: str
    names: tuple[str, ...]
    doubtful: bool = False


class Countries(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """countries.toml."""

    country: tuple[Country, ...]
    adjectives: str
    region: tuple[Place, ...]


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """places.toml: own places, head nouns, which forms are common words too, idioms that name no place.

    small: places that need no id of their own.
    """

    dropped: str
    opens: str
    towns: str
    before_place: str
    sides: str
    kept: str
    sites: str
    monuments: str
    shrines: str
    unnamed: str
    kinds: str
    compound: str
    doubtful: str
    small: str
    idioms: tuple[str, ...]
    place: tuple[Place, ...]


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An organisation by name. doubtful: those of its names that are other words too."""

    id: str
    names: tuple[str, ...]
    doubtful: tuple[str, ...] = ()


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Head nouns of organisations and the words of their complements."""

    chain: str
    named: str
    dropped: str
    people: str
    class_only: str
    middle: str
    ministries: str
    stops: str
    complements: str
    inner: str
    crafts: str
    weak: str
    generic: str
    agreeing: str
    after_nisba: str
    peoples: str
    media: str
    companies: str
    banners: str
    groups: str
    products: str
    honouring: str
    honours: str
    purposes: str
    led: str
    told: str
    units: str
    contests: str
    before_ministry: str
    vague: str
    peopled: str
    governed: str
    things: str
    traffic: str
    boxes: str
    tails: str
    latin: str
    openings: tuple[str, ...]


class Organisations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """organisations.toml. bodies: names that need no id of their own."""

    heads: Heads
    organisation: tuple[Organisation, ...]
    bodies: str


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news agency or outlet. credits: how it signs an article."""

    id: str
    names: tuple[str, ...]
    credits: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


class Agencies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """agencies.toml."""

    agency: tuple[Agency, ...]
    outlet: tuple[Agency, ...]


class City(NamedTuple):
    """A line of the gazetteer: ISO country, slug, folded Arabic spellings."""

    country: str
    slug: str
    forms: tuple[str, ...]


def _lines(name: str) -> list[str]:
    text = resources.files("isnad.lexicon").joinpath("data", "ar", name).read_text(encoding="utf-8")
    return text.splitlines()


@lru_cache(maxsize=1)
def cities() -> tuple[City, ...]:
    """Cities by population, largest first (places.tsv, built from GeoNames)."""
    rows = (line.split("\t") for line in _lines("places.tsv"))
    return tuple(City(row[0], row[1], tuple(row[2:])) for row in rows)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Folded words of the news that are hardly ever part of a person's name (common_words.txt)."""
    return frozenset(line for line in _lines("common_words.txt") if not line.startswith("#"))
