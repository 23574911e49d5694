"""The schemas of `months.toml`, `weekdays.toml` and `times.toml`: what calendar expressions are built from."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.reading import Mod


class Month(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One month of a calendar under its names by tradition; hijri names belong to the Hijri calendar."""

    number: int
    western: tuple[str, ...] = ()
    levant: tuple[str, ...] = ()
    maghreb: tuple[str, ...] = ()
    hijri: tuple[str, ...] = ()


class Bare(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names that need a preposition, or a day, year or other date word, beside them to be months."""

    preposition: tuple[str, ...]
    context: tuple[str, ...]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a month's name that make it somebody's or something's name."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day or month that after one of these words is an event's, with its year."""

    after: tuple[str, ...]
    month: int
    year: int
    day: int | None = None


class Events(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """names: words after which a day is a name; open: after which it is an event whose year the text leaves out."""

    names: tuple[str, ...]
    open: tuple[str, ...]


class Months(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`months.toml`."""

    month: tuple[Month, ...]
    bare: Bare
    names: Names
    known: tuple[Known, ...]
    events: Events


class Weekday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the week, 1 = Monday; forms without the article."""

    number: int
    forms: tuple[str, ...]


class NotWeekday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words after or before which a weekday's name is no day. pair: after these «الاثنين» is two of something."""

    after: tuple[str, ...]
    before: tuple[str, ...]
    pair: tuple[str, ...]


class Weekdays(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"barred": "not"}):
    """`weekdays.toml`."""

    weekday: tuple[Weekday, ...]
    barred: NotWeekday


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit of time: code as in ISO 8601 (MI minute, N night, DE decade, CE century); singular, dual, plural.

    not_before: what makes it another thing (ساعات يدوية).
    """

    code: Literal["S", "MI", "H", "D", "N", "W", "M", "Y", "DE", "CE"]
    one: tuple[str, ...]
    two: tuple[str, ...]
    many: tuple[str, ...]
    not_before: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The beginning, middle or end of what follows."""

    mod: Mod
    forms: tuple[str, ...]


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Last (-1), current (0), next (1). text: counted from another time of the text; vague: no more than «recent»."""

    value: int
    forms: tuple[str, ...]
    text: bool = False
    vague: bool = False


class Same(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that point at a time already named, or (this) at the present one."""

    after: tuple[str, ...]
    before: tuple[str, ...]
    this: tuple[str, ...]
    that: tuple[str, ...]


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day counted from the day of publication."""

    offset: int
    forms: tuple[str, ...]


class Today(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«اليوم», and the words beside which it is a name or another day.

    nowadays: forms that mean these days; so does «واليوم» before `lasting`, and «اليوم» after `seeming` or
    soon after `become`, or after «لم», «لا», «ما» with `still`.
    nights: what makes «الليلة» a night of its own.
    """

    forms: tuple[str, ...]
    not_after: tuple[str, ...]
    not_before: tuple[str, ...]
    nowadays: tuple[str, ...]
    lasting: tuple[str, ...]
    seeming: tuple[str, ...]
    become: tuple[str, ...]
    still: tuple[str, ...]
    nights: tuple[str, ...]


class Daytime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the day. noun: before a day (مساء الأحد); adverb: after a clock time. pm: whether small hours mean
    afternoon."""

    code: Literal["MO", "MI", "AF", "EV", "NI"]
    pm: bool
    noun: tuple[str, ...]
    adverb: tuple[str, ...]


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of clock times."""

    minus: tuple[str, ...]
    zone: tuple[str, ...]


class Fraction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fraction of a unit or of an hour."""

    value: float
    forms: tuple[str, ...]


class Coded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a season (SP SU FA WI) or of a counted share of a year (Q H T)."""

    code: str
    forms: tuple[str, ...]


class Numbered(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a decade (8: the eighties) or of an ordinal (-1: the last)."""

    value: int
    forms: tuple[str, ...]


class Valued(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a set or of a vague reference with their TIMEX3 value. told: past or coming, as its clause says."""

    value: str
    forms: tuple[str, ...]
    told: bool = False


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of forms."""

    forms: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plain list of words."""

    words: tuple[str, ...]


class Era(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Marks of a calendar after a year."""

    hijri: tuple[str, ...]
    gregorian: tuple[str, ...]


class Future(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """words: signs of a coming time. past: signs of a past one; perfect: further ones, for a weekday alone.

    not_verbs: beginnings of words in سي that are no future verbs; nouns: such words whole.
    stative: verbs of the present that tell nothing. put_off: verbs after which «حتى» names a coming day.
    asking: past verbs whose content may lie ahead.
    """

    words: tuple[str, ...]
    not_verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    past: tuple[str, ...]
    perfect: tuple[str, ...]
    stative: tuple[str, ...]
    put_off: tuple[str, ...]
    asking: tuple[str, ...]


class Feast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the calendar that has a name."""

    forms: tuple[str, ...]
    month: int = 0
    day: int = 0
    hijri: bool = False
    easter: bool = False


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`times.toml`. lead: words that govern times, by their part in the expression."""

    unit: tuple[Unit, ...]
    part: tuple[Part, ...]
    relation: tuple[Relation, ...]
    back: tuple[Forms, ...]
    same: Same
    day: tuple[Day, ...]
    today: Today
    daytime: tuple[Daytime, ...]
    clock: Clock
    fraction: tuple[Fraction, ...]
    season: tuple[Coded, ...]
    decade: tuple[Numbered, ...]
    share: tuple[Coded, ...]
    ordinal: tuple[Numbered, ...]
    teen: Forms
    lead: dict[str, tuple[str, ...]]
    about: Forms
    era: Era
    feast: tuple[Feast, ...]
    set: tuple[Valued, ...]
    vague: tuple[Valued, ...]
    future: Future
    closing: Words
    counted: Words
    yearly: Words
    reference: Words
    spanned: Words
    bounds: Words
    second: Words
    ranked: Words
    titles: Words
    cups: Words
    general: Words
    plain: Words
    lived: Words


class Dating(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`dating.toml`. events: verbs of past events; barriers: what makes the time behind them a planned one.

    labels: heads of a line that gives the article's date; former: words that end an office.
    """

    events: tuple[str, ...]
    barriers: tuple[str, ...]
    labels: tuple[str, ...]
    former: tuple[str, ...]
