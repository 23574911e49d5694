"""What the reader of numbers knows: number words, vague counts, duals, percent words, bounds."""

from __future__ import annotations

import msgspec

from isnad.model.reading import Bound


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexicon entry that refuses keys it does not know."""


class Word(_Entry, frozen=True):
    """A number word in all its case forms and spellings."""

    value: int
    forms: tuple[str, ...]


class Scale(_Entry, frozen=True):
    """A scale word. accusative: alone it is a construct dual («ألفا جندي»), after a number a singular («ألفاً»)."""

    value: int
    single: tuple[str, ...]
    accusative: tuple[str, ...]
    plural: tuple[str, ...]
    dual: tuple[str, ...]


class Fraction(_Entry, frozen=True):
    """A fraction word; plural: after a number (ثلاثة أرباع); dual: twice the value (ثلثا)."""

    value: float
    forms: tuple[str, ...]
    plural: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()


class Vague(_Entry, frozen=True):
    """A vague count with its conventional interval."""

    forms: tuple[str, ...]
    low: int
    high: int


class Percent(_Entry, frozen=True):
    """Signs and words that make a number a percentage."""

    signs: tuple[str, ...]
    words: tuple[str, ...]


class Forms(_Entry, frozen=True):
    """Whole written words."""

    forms: tuple[str, ...]


class Duals(_Entry, frozen=True):
    """Which words are indefinite duals.

    nouns: with ـين and ـان; nominative: with ـان alone; ـتين and ـتان are open but for exceptions.
    passive_nouns: of the form مفعولة, all others of which are adjectives.
    verbs_of_being: after them a dual says how two things are and counts nothing; verbs_before_subject:
    where a definite dual stands between.
    """

    not_feminine: tuple[str, ...]
    not_feminine_endings: tuple[str, ...]
    nouns: tuple[str, ...]
    nominative: tuple[str, ...]
    not_masculine: tuple[str, ...]
    feminine_adjectives: tuple[str, ...]
    feminine_with_clitic_letter: tuple[str, ...]
    passive_nouns: tuple[str, ...]
    verbs_of_being: tuple[str, ...]
    verbs_before_subject: tuple[str, ...]


class Numbers(_Entry, frozen=True):
    """numbers.toml"""

    units: tuple[Word, ...]
    teen_heads: tuple[Word, ...]
    tens: tuple[Word, ...]
    hundreds: tuple[Word, ...]
    scales: tuple[Scale, ...]
    fractions: tuple[Fraction, ...]
    ordinals: tuple[Word, ...]
    vague: tuple[Vague, ...]
    percent: Percent
    not_numbers: Forms
    duals: Duals


class BoundWords(_Entry, frozen=True):
    """Words that bound a number in one way."""

    approx: Bound
    forms: tuple[str, ...]


class Apart(_Entry, frozen=True):
    """Verbs that bound a number over the words of their subject («تجاوزت حصيلتها 30»).

    negated: the bound after لا and لم. to: one of these stands right before the number (none: no preposition).
    """

    approx: Bound
    negated: Bound
    verbs: tuple[str, ...]
    to: tuple[str, ...] = ()


class Reached(_Entry, frozen=True):
    """Verbs that give an upper end, but how many exactly after a measure of their gender («العدد يصل إلى 30»)."""

    verbs: tuple[str, str]
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]


class Bounds(_Entry, frozen=True):
    """bounds.toml: words before a number, verbs further before it, words after its noun.

    crossing: words over which no verb bounds a number.
    """

    before: tuple[BoundWords, ...]
    reached: Reached
    apart: tuple[Apart, ...]
    after: tuple[BoundWords, ...]
    crossing: tuple[str, ...]
