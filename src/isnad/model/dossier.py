"""What Isnad is told about a story. Never a date, value or stance of the story itself."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

ActorKind = Literal["person", "organisation", "state", "group", "place"]


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title in Arabic and English."""

    ar: str
    en: str


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from", "until": "to"}):
    """An office held from `since` to `until`, inclusive (`from`, `to` in the file; None: open)."""

    title: str
    of: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Someone or something with names. country: ISO 3166 alpha-2."""

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    office: tuple[Office, ...] = ()


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What figures of several articles may count: unit, whose, where."""

    id: str
    title: Label
    unit: tuple[str, ...]
    of: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question on which actors take positions."""

    id: str
    title: Label
    about: tuple[str, ...]
    stances: tuple[str, ...]


class Phase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phase of the story and the words that announce it."""

    id: str
    title: Label
    cues: tuple[str, ...]


class Board(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which sections the report's board shows, and which measures belong to each."""

    sections: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    threat: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    stabilisation: tuple[str, ...] = ()


class Dossier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story's actors, measures, questions, phases and board."""

    id: str
    title: Label
    actor: tuple[Actor, ...] = ()
    measure: tuple[Measure, ...] = ()
    question: tuple[Question, ...] = ()
    phase: tuple[Phase, ...] = ()
    board: Board = msgspec.field(default_factory=Board)
