"""What Isnad finds in one article: the shape `isnad.reading/1`.

Every `start`/`end` counts code points of the document's text, half-open, and `text` quotes it exactly.
Absent is None or empty, never made up. `rule` names the rule or lexicon entry that found the item.
"""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from isnad.model.span import Span

NameType = Literal["PER", "ORG", "LOC"]
TimeType = Literal["DATE", "DURATION", "SET", "TIME"]
Mod = Literal["START", "MID", "END", "APPROX"]
Mode = Literal["direct", "indirect", "mixed"]
Form = Literal["clause", "masdar", "quote"]
Force = Literal[
    "say",
    "announce",
    "claim",
    "deny",
    "warn",
    "promise",
    "demand",
    "accuse",
    "estimate",
    "threaten",
    "confirm",
    "admit",
]
Role = Literal["outlet", "agency", "document", "channel", "person", "organisation", "anonymous"]
Bound = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most", "range", "vague"]
Genre = Literal["wire", "report", "opinion", "communique", "interview"]
NumberKind = Literal["cardinal", "ordinal", "fraction", "percent", "range"]
OnWord = Literal["statement", "article"]


class Name(Span, frozen=True):
    """A mention of a person, organisation or place. actor: id shared by all mentions of one actor in the article."""

    type: NameType
    actor: str | None
    rule: str


class Time(Span, frozen=True):
    """A calendar expression (TIMEX3). value: ISO 8601 with TIMEX3 extensions (2020-SU, P2Y, PAST_REF).

    earliest, latest: ISO days that bound what is meant, inclusive; None where open or unknown.
    until: the day or interval by which a period or deadline ends. relative_to: what the value was counted from.
    """

    type: TimeType
    value: str
    mod: Mod | None
    earliest: str | None
    latest: str | None
    until: str | None
    relative_to: Literal["published", "text"] | None
    rule: str


class Voice(Span, frozen=True):
    """Whoever stands between the reader and the words; a link of a chain. cue: the words that make it a voice."""

    role: Role
    actor: str | None
    cue: Span | None


class Speaker(Span, frozen=True):
    """The innermost voice. explicit: written with this statement; else the earlier mention it stands for."""

    actor: str | None
    explicit: bool


class Statement(msgspec.Struct, frozen=True):
    """A content with its cue, speaker and chain (every voice written, outermost first, the speaker last).

    content: one span, or two or three where the cue splits it. via: the document or channel it was made in.
    """

    id: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    form: Form
    force: Force
    speaker: Speaker | None
    chain: tuple[Voice, ...]
    via: Span | None
    addressee: Span | None
    said_on: Time | None
    rule: str


class Figure(Span, frozen=True):
    """A counted or measured quantity. low, high: the interval its bound allows (None: open).

    unit: the thing counted as written, "%" for percentages; currency: ISO 4217. of, where, time: its scope as written.
    voice: on whose word it stands: a statement's (its id in `statement`) or the article's own.
    part_of: the number of the figure that it is part of («54 شخصا بينهم 28 مدنيا»).
    updates: the number of the earlier figure of the same count that it brings up to date («من 8 إلى 12 قتيلا»).
    """

    value: float | int | tuple[float | int, float | int] | None
    low: float | int | None
    high: float | int | None
    approx: Bound
    unit: Span | Literal["%"] | None
    currency: str | None
    of: Span | None
    where: Span | None
    time: Time | None
    voice: OnWord
    statement: str | None
    rule: str
    part_of: Span | None = None
    updates: Span | None = None


class Event(msgspec.Struct, frozen=True):
    """Something reported to have happened, to be happening, or to be planned."""

    trigger: Span
    type: str
    who: tuple[Span, ...]
    whom: tuple[Span, ...]
    where: Span | None
    when: Time | None
    modality: Literal["happened", "ongoing", "planned", "denied", "demanded", "possible"]
    claimed_by: tuple[Span, ...]
    attributed: tuple[dict[str, Span | None], ...]
    denied_by: tuple[Span, ...]
    voice: OnWord
    statement: str | None
    rule: str


class Due(msgspec.Struct, frozen=True):
    """When something falls due: a TIMEX3 value and the days that bound it."""

    value: str | None
    earliest: str | None
    latest: str | None


class Commitment(msgspec.Struct, frozen=True):
    """A promise, plan, obligation or announced deadline: what an actor is bound by and time can test."""

    span: Span
    who: Span | None
    what: Span
    due: Due | None
    condition: Span | None
    voice: OnWord
    statement: str | None
    rule: str


class Position(msgspec.Struct, frozen=True):
    """Where an actor stands on a question of the dossier."""

    span: Span
    actor: str | None
    holder: Span | None
    question: str
    stance: str
    condition: Span | None
    reasons: tuple[Span, ...]
    voice: OnWord
    statement: str | None
    rule: str


class Number(Span, frozen=True):
    """A numeral, counted or not. low, high bound it where it is a range or carries a bound."""

    value: float | int | None
    low: float | int | None
    high: float | int | None
    kind: NumberKind


class Oddity(Span, frozen=True):
    """Something a careful reader would flag in the text itself."""

    kind: str
    note: str


class Title(msgspec.Struct, frozen=True):
    """value: the headline; span: where it stands in the text, if it does; basis: who said so."""

    value: str | None
    span: Span | None
    basis: Literal["given", "page", "text"] | None


class Author(msgspec.Struct, frozen=True):
    """The byline."""

    value: str
    span: Span | None


class Published(msgspec.Struct, frozen=True):
    """The article's day. value: the day if known; earliest, latest: the interval otherwise; evidence: the words."""

    value: str | None
    earliest: str | None
    latest: str | None
    basis: Literal["given", "page", "text", "none"]
    evidence: tuple[Span, ...] = ()


class Head(msgspec.Struct, frozen=True):
    """The article as a whole (`document` in the JSON)."""

    id: str
    path: str
    sha256: str
    characters: int
    title: Title
    outlet: str | None
    author: Author | None
    agency: Span | None
    genre: Genre | None
    published: Published
    url: str | None = None
    notes: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, tag_field="schema", tag="isnad.reading/1"):
    """What Isnad finds in one article. Layers not asked for are empty. Encoded, `schema` stands first."""

    schema: ClassVar[str] = "isnad.reading/1"

    document: Head
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    numbers: tuple[Number, ...] = ()
    oddities: tuple[Oddity, ...] = ()
