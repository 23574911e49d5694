"""What numbers count: money, measures, and the words that show that a number counts nothing."""

from __future__ import annotations

import msgspec


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexicon entry that refuses keys it does not know."""


class Currency(_Entry, frozen=True):
    """A currency word. code: ISO 4217 where the word alone says it; by_country: country id → code."""

    forms: tuple[str, ...]
    code: str | None = None
    by_country: dict[str, str] = {}


class Sign(_Entry, frozen=True):
    """A sign or abbreviation of money. scale: what it multiplies by («م د» is million dinars)."""

    forms: tuple[str, ...]
    code: str
    scale: int = 1


class Country(_Entry, frozen=True):
    """stems: beginnings of its adjective; names: its own names."""

    id: str
    stems: tuple[str, ...]
    names: tuple[str, ...]


class Compound(_Entry, frozen=True):
    """Units of two words."""

    first: tuple[str, ...]
    second: tuple[str, ...]


class Forms(_Entry, frozen=True):
    """Whole words."""

    forms: tuple[str, ...]


class Labels(_Entry, frozen=True):
    """Words right before a number that make it no figure: always, or where no counted noun follows (bare).

    groups: what a definite number word names («مجموعة العشرين»). works, after_works: a title in quotation marks follows
    or stands before. before_years: a number like a year after them is one.
    kin: a number word after them is a person's name («أبو ستة»).
    """

    idioms: tuple[str, ...]
    works: tuple[str, ...]
    after_works: tuple[str, ...]
    kin: tuple[str, ...]
    before_years: tuple[str, ...]
    groups: tuple[str, ...]
    always: tuple[str, ...]
    bare: tuple[str, ...]


class Stop(_Entry, frozen=True):
    """Words that follow numbers and are not what they count."""

    forms: tuple[str, ...]
    qualifiers: tuple[str, ...]
    adjectives: tuple[str, ...]
    verb_endings: tuple[str, ...]
    not_verbs: tuple[str, ...]


class CliticNouns(_Entry, frozen=True):
    """stems: nouns that begin with a letter like a proclitic; verb_stems: beginnings of verbs."""

    stems: tuple[str, ...]
    verb_stems: tuple[str, ...]


class One(_Entry, frozen=True):
    """Nouns after which واحد is part of a phrase; verbs and particles after which «واحد من» says what something is."""

    not_after: tuple[str, ...]
    being: tuple[str, ...]


class Peoples(_Entry, frozen=True):
    """Beginnings of adjectives that say whose."""

    stems: tuple[str, ...]


class Partitive(_Entry, frozen=True):
    """What stands after a number and «من»: pronouns, and words to be passed over before the noun.

    counts: after a fraction they are passed over too («خمس عدد الأعضاء»).
    """

    pronouns: tuple[str, ...]
    superlatives: tuple[str, ...]
    demonstratives: tuple[str, ...]
    counts: tuple[str, ...]


class Physical(_Entry, frozen=True):
    """Beginnings of physical measures."""

    stems: tuple[str, ...]


class Toll(_Entry, frozen=True):
    """words: after them a bare number counts people.

    rises, counts: one after the other they raise a total to the number after «إلى», where none of crossing is between.
    earlier: after «حصيلة» they name the total before.
    """

    words: tuple[str, ...]
    rises: tuple[str, ...]
    counts: tuple[str, ...]
    crossing: tuple[str, ...]
    earlier: tuple[str, ...]


class ScopeWords(_Entry, frozen=True):
    """How a sentence gives the scope of its figures: words of place, of level and change, of having and doing.

    local_heads: with a name after them a place without any preposition; strikes: «على» after them names one;
    place_verbs: their object is one; toward: prepositions of a place after the figure;
    exits: «من» after them names the place that is left;
    offices: «في» after them says where they are, not where what is counted is;
    kept_from: «من» after them and a figure does not say whose («إنقاذ 5 أشخاص من الغرق»);
    sites: as the subject they are where, not whose; surfaces: places after «على».
    led_to: a time before them holds for what is after; other_events: a place after them is of something else;
    no_places: nouns after «في» that a name does not make a place («في رصيد الفريق»).
    """

    place_heads: tuple[str, ...]
    directions: tuple[str, ...]
    prepositions: tuple[str, ...]
    places: tuple[str, ...]
    local_heads: tuple[str, ...]
    strikes: tuple[str, ...]
    place_verbs: tuple[str, ...]
    toward: tuple[str, ...]
    exits: tuple[str, ...]
    offices: tuple[str, ...]
    kept_from: tuple[str, ...]
    sites: tuple[str, ...]
    surfaces: tuple[str, ...]
    level_verbs: tuple[str, ...]
    measured_before: tuple[str, ...]
    agent_verbs: tuple[str, ...]
    contrast: tuple[str, ...]
    body_heads: tuple[str, ...]
    agent_masdars: tuple[str, ...]
    groups: tuple[str, ...]
    connectives: tuple[str, ...]
    led_to: tuple[str, ...]
    other_events: tuple[str, ...]
    no_places: tuple[str, ...]


class Units(_Entry, frozen=True):
    """units.toml"""

    currencies: tuple[Currency, ...]
    signs: tuple[Sign, ...]
    countries: tuple[Country, ...]
    compound: Compound
    measures: Forms
    time_units: Forms
    labels: Labels
    stop: Stop
    clitic_nouns: CliticNouns
    one: One
    peoples: Peoples
    partitive: Partitive
    physical: Physical
    toll: Toll
    plurals: Forms
    scope: ScopeWords
