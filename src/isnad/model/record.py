"""What stands across articles: the items that `reconcile` makes, `record` keeps and `show` shows.

An item of a reading is pointed at by an ItemRef: the document's id, the layer and the index within that layer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from isnad.model.document import Document
from isnad.model.dossier import Dossier
from isnad.model.reading import (
    Commitment,
    Event,
    Figure,
    Name,
    Oddity,
    Position,
    Reading,
    Statement,
    Time,
)
from isnad.model.span import Span

Layer = Literal["names", "times", "statements", "figures", "events", "commitments", "positions", "oddities"]
Item = Name | Time | Statement | Figure | Event | Commitment | Position | Oddity
Relation = Literal["same", "compatible", "changed", "other_scope", "conflict", "not_comparable"]


class ItemRef(msgspec.Struct, frozen=True, order=True):
    """One item of one reading."""

    document: str
    layer: Layer
    index: int


class ActorEntry(msgspec.Struct, frozen=True):
    """One actor of the record. id: the dossier's, or made of its fullest name. variants: spellings, commonest first."""

    id: str
    name: str
    kind: Literal["person", "organisation", "state", "group", "place"]
    variants: tuple[str, ...]
    mentions: tuple[ItemRef, ...]
    from_dossier: bool
    country: str | None = None
    rule: str = ""


class CopyOf(msgspec.Struct, frozen=True):
    """A document of an origin. similarity: share of its word shingles that stand in the first one, 0 to 1."""

    document: str
    kind: Literal["first", "copy", "rewrite"]
    similarity: float


class Origin(msgspec.Struct, frozen=True):
    """Near copies of one report. agency: the wire that one of them credits."""

    id: str
    documents: tuple[CopyOf, ...]
    agency: str | None
    rule: str


class Comparison(msgspec.Struct, frozen=True):
    """Two figures of one measure side by side; a is in the earlier article. reason: one line, Arabic and English."""

    a: ItemRef
    b: ItemRef
    relation: Relation
    reason_ar: str
    reason_en: str
    rule: str


class MeasuredFigure(msgspec.Struct, frozen=True):
    """A figure as its measure sees it. day_*: the days it speaks of, ISO, from its own time, else from publication."""

    item: ItemRef
    day_earliest: str | None
    day_latest: str | None
    place: str | None
    population: str | None
    origin: str | None


class MeasureGroup(msgspec.Struct, frozen=True):
    """Figures that count one thing. id: the dossier's measure, or `unit:…` made from unit, population and place."""

    id: str
    title_ar: str
    title_en: str
    from_dossier: bool
    figures: tuple[MeasuredFigure, ...]
    comparisons: tuple[Comparison, ...]


class TimelineEntry(msgspec.Struct, frozen=True):
    """Something dated. value: ISO, as far as known; what: the words; items: all that reports it, origins merged."""

    id: str
    value: str
    earliest: str
    latest: str
    document: str
    what: Span
    items: tuple[ItemRef, ...]
    kind: Literal["event", "statement", "phase", "deadline"]
    phase: str | None
    rule: str


class Deadline(msgspec.Struct, frozen=True):
    """A line of the ledger: a commitment with its due date. replaces: the id of the one it re-dates."""

    id: str
    item: ItemRef
    subject: str
    due_earliest: str | None
    due_latest: str | None
    made_on: str | None
    replaces: str | None
    restates: str | None
    rule: str


class Reconciled(msgspec.Struct, frozen=True):
    """Everything that stands across the articles of a record."""

    actors: tuple[ActorEntry, ...] = ()
    origins: tuple[Origin, ...] = ()
    measures: tuple[MeasureGroup, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """A document of the record with its reading."""

    document: Document
    reading: Reading


class Verdict(msgspec.Struct, frozen=True):
    """A person's correction of one item, kept by anchor. verdict: right | wrong | unsure, or as the person wrote it."""

    anchor: str
    verdict: str
    note: str = ""


class RecordSource(Protocol):
    """What `reconcile` and `show` may ask of a record."""

    def entries(self) -> Iterator[Entry]:
        """Documents with their readings, ordered by day (unknown last), then id."""

    def entry(self, document: str) -> Entry:
        """One document by id; raises RecordError where there is none."""

    def dossier(self) -> Dossier | None:
        """The dossier the record was built with."""

    def reconciled(self) -> Reconciled:
        """What stands across articles."""

    def verdicts(self) -> dict[str, Verdict]:
        """Corrections by anchor."""


def anchor_of(sha256: str, layer: str, start: int, end: int) -> str:
    """The name of an item that outlives every re-run: text hash, layer and offsets."""
    return f"{sha256[:16]}:{layer}:{start}-{end}"


def extent_of(item: Item) -> tuple[int, int]:
    """The offsets an item is anchored by: its own span; of a statement, from its content's first to its last word."""
    if isinstance(item, Statement):
        parts = item.content or item.cue
        return min(s.start for s in parts), max(s.end for s in parts)
    if isinstance(item, Event):
        return item.trigger.start, item.trigger.end
    if isinstance(item, Commitment | Position):
        return item.span.start, item.span.end
    return item.start, item.end
