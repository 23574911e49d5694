"""Typed questions to a record: rows choose, the exact reading answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from isnad.model.reading import Figure, Name, Oddity, Statement, Time
from isnad.record.entries import stored_entry
from isnad.record.rows import LAYERS, layer_of
from isnad.text.fold import fold_word
from isnad.text.stem import stem

T = TypeVar("T")

_DAY = "coalesce(d.day, d.day_earliest)"
_ORDER = f"{_DAY} IS NULL, {_DAY}, d.document"
_ACTOR = """(i.{column} = :actor OR EXISTS (
  SELECT 1 FROM names n JOIN actor_mentions m ON m.document = n.document AND m.layer = 'names' AND m.item = n.position
  WHERE n.document = i.document AND n.actor = i.{column} AND m.actor IN (SELECT value FROM json_each(:actors))))"""


class Where(NamedTuple):
    """A condition with the one value it is given by name; without a value it is not asked."""

    condition: str
    name: str
    value: str | None = None

    def given(self, value: str | None) -> Where:
        return self._replace(value=value)


_DOCUMENT = Where("i.document = :document", "document")
_VALUE = Where("substr(i.value, 1, length(:value)) = :value", "value")
_MEASURE = Where(
    "EXISTS (SELECT 1 FROM measure_figures m WHERE m.document = i.document AND m.layer = 'figures' "
    "AND m.item = i.position AND m.measure = :measure)",
    "measure",
)


class Found(msgspec.Struct, Generic[T], frozen=True):
    """An item with where it stands. day: of publication, ISO 8601, as far as known. index: within its layer."""

    document: str
    outlet: str | None
    day: str | None
    index: int
    anchor: str
    item: T


class DocumentInfo(msgspec.Struct, frozen=True):
    """An article without its text. day: of publication; else day_earliest and day_latest bound it, as far as known."""

    id: str
    path: str
    sha256: str
    outlet: str | None
    title: str | None
    author: str | None
    agency: str | None
    genre: str | None
    url: str | None
    day: str | None
    day_earliest: str | None
    day_latest: str | None
    day_basis: str | None
    characters: int
    read_with: str


class Queries:
    """The questions, asked of one open record. Every answer is ordered by day (unknown last), document, place."""

    anchored = LAYERS

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    def documents(self) -> Iterator[DocumentInfo]:
        columns = ", ".join("document" if f == "id" else f for f in DocumentInfo.__struct_fields__)
        for row in self._sql.execute(f"SELECT {columns} FROM documents d ORDER BY {_ORDER}").fetchall():
            yield DocumentInfo(*row)

    def statements(
        self, actor: str | None, document: str | None, force: str | None, since: str | None, until: str | None
    ) -> Iterator[Found[Statement]]:
        where = [_DOCUMENT.given(document), Where("i.force = :force", "force", force), *_days(since, until)]
        return self._found("statements", Statement, where + self._of_actor("speaker_actor", actor))

    def figures(
        self, measure: str | None, unit: str | None, document: str | None, since: str | None, until: str | None
    ) -> Iterator[Found[Figure]]:
        where = [_DOCUMENT.given(document), _MEASURE.given(measure), *_days(since, until)]
        found = self._found("figures", Figure, where)
        return found if unit is None else (f for f in found if _counts(f.item, unit))

    def times(
        self, value: str | None, document: str | None, since: str | None, until: str | None
    ) -> Iterator[Found[Time]]:
        return self._found("times", Time, [_DOCUMENT.given(document), _VALUE.given(value), *_days(since, until)])

    def names(self, actor: str | None, document: str | None) -> Iterator[Found[Name]]:
        return self._found("names", Name, [_DOCUMENT.given(document), *self._of_actor("actor", actor)])

    def oddities(self, kind: str | None, document: str | None) -> Iterator[Found[Oddity]]:
        return self._found("oddities", Oddity, [_DOCUMENT.given(document), Where("i.kind = :kind", "kind", kind)])

    def _of_actor(self, column: str, actor: str | None) -> list[Where]:
        """The condition that an item's actor is the one meant, by its id or by a name it has in the record."""
        if actor is None:
            return []
        folded = fold_word(actor)
        ids = [
            key
            for key, name, variants in self._sql.execute("SELECT actor, name, variants FROM actors ORDER BY position")
            if actor == key or folded in {fold_word(v) for v in (name, *msgspec.json.decode(variants))}
        ]
        known = msgspec.json.encode(ids).decode()
        return [Where(_ACTOR.format(column=column), "actor", actor), Where("1", "actors", known)]

    def _found(self, table: str, kind: type[T], where: list[Where]) -> Iterator[Found[T]]:
        asked = [w for w in where if w.value is not None]
        query = (
            f"SELECT i.document, d.outlet, {_DAY}, i.position, i.anchor "
            f"FROM {table} i JOIN documents d USING (document) "
            f"WHERE {' AND '.join(['1', *(w.condition for w in asked)])} ORDER BY {_ORDER}, i.position"
        )
        items: tuple[Any, ...] = ()
        last = None
        rows = self._sql.execute(query, {w.name: w.value for w in asked}).fetchall()
        for document, outlet, day, index, anchor in rows:
            if document != last:
                items, last = self._layer(document, table), document
            item = items[index]
            if isinstance(item, kind):
                yield Found(document, outlet, day, index, anchor, item)

    def _layer(self, document: str, layer: str) -> tuple[Any, ...]:
        query = "SELECT document_json, '', reading_json FROM readings WHERE document = ?"
        entry = stored_entry(document, *self._sql.execute(query, (document,)).fetchone())
        return layer_of(entry.reading, layer)


def _days(since: str | None, until: str | None) -> list[Where]:
    return [Where(f"{_DAY} >= :since", "since", since), Where(f"{_DAY} <= :until", "until", until)]


def _counts(figure: Figure, unit: str) -> bool:
    written = figure.unit if isinstance(figure.unit, str) else figure.unit.text if figure.unit else ""
    return _stems(written) == _stems(unit)


def _stems(phrase: str) -> list[str]:
    return [stem(w) for w in fold_word(phrase).split()]
