"""Entries into the record, batch by batch: each batch whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from isnad.model.record import Entry
from isnad.record import searchindex
from isnad.record.connection import transaction
from isnad.record.crosstables import CROSS_TABLES
from isnad.record.entries import Encoded, encoded
from isnad.record.rows import document_row, item_rows
from isnad.record.tables import DOCUMENTS, ITEM_TABLES, READINGS

_BATCH_CHARACTERS = 4_000_000  #: a batch also ends here, so that a few huge texts do not fill the memory


class Refused(msgspec.Struct, frozen=True):
    """A document that was not stored. path: its file; reason, remedy: one line each."""

    document: str
    path: str
    reason: str
    remedy: str


class Added(msgspec.Struct, frozen=True):
    """What became of the entries given to `add`: numbers of documents, and those refused."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: tuple[Refused, ...] = ()


def _batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    held: list[Entry] = []
    characters = 0
    for entry in entries:
        held.append(entry)
        characters += len(entry.document.text)
        if len(held) >= size or characters >= _BATCH_CHARACTERS:
            yield held
            held, characters = [], 0
    if held:
        yield held


class Writer:
    """Writes entries and counts. One per call of `Record.add`."""

    def __init__(self, connection: sqlite3.Connection, read_with: str) -> None:
        self._sql = connection
        self._read_with = read_with
        self._met: dict[str, tuple[str, str]] = {}  # path and text hash of the ids met in this run
        self._counts = {"new": 0, "replaced": 0, "unchanged": 0}
        self._refused: list[Refused] = []

    def write(self, entries: Iterable[Entry], size: int) -> Added:
        """Writes all entries in batches of at most `size` documents."""
        for batch in _batches(entries, max(1, size)):
            prepared = [(entry, code) for entry in batch if (code := self._prepared(entry)) is not None]
            if not all(self._same(entry, code) for entry, code in prepared):
                with transaction(self._sql):
                    for entry, code in prepared:
                        self._write(entry, code)
            else:
                self._counts["unchanged"] += len(prepared)
        return Added(**self._counts, refused=tuple(self._refused))

    def _prepared(self, entry: Entry) -> Encoded | None:
        document = entry.document
        taken = self._taken(entry)
        if taken is not None:
            self._refuse(
                entry, f"another text with the id {document.id!r} came from {taken}", "give one of them another id"
            )
            return None
        if document.id in self._met:  # the same text once more
            self._counts["unchanged"] += 1
            return None
        try:
            document.text.encode()
            code = encoded(entry)
        except (UnicodeEncodeError, OverflowError) as e:
            self._refuse(entry, f"cannot be stored: {e}", "repair the text's encoding")
            return None
        self._met[document.id] = (document.path, document.sha256)
        return code

    def _taken(self, entry: Entry) -> str | None:
        """The path of another text that already has this id: met in this run, or held from another file."""
        document = entry.document
        met = self._met.get(document.id)
        if met is not None:
            return met[0] if met[1] != document.sha256 else None
        query = "SELECT path FROM documents WHERE document = ? AND path <> ? AND sha256 <> ?"
        row = self._sql.execute(query, (document.id, document.path, document.sha256)).fetchone()
        return None if row is None else str(row[0])

    def _refuse(self, entry: Entry, reason: str, remedy: str) -> None:
        self._refused.append(Refused(entry.document.id, entry.document.path, reason, remedy))

    def _held(self, document: str) -> tuple[int, str, str, str, str] | None:
        query = (
            "SELECT d.number, d.sha256, r.sha256, d.read_with, d.title "
            "FROM documents d JOIN readings r USING (document) WHERE document = ?"
        )
        row: tuple[int, str, str, str, str] | None = self._sql.execute(query, (document,)).fetchone()
        return row

    def _same(self, entry: Entry, code: Encoded) -> bool:
        held = self._held(entry.document.id)
        return held is not None and held[1:4] == (entry.document.sha256, code.sha256, self._read_with)

    def _write(self, entry: Entry, code: Encoded) -> None:
        held = self._held(entry.document.id)
        if held is None:
            number = self._sql.execute("SELECT coalesce(max(number), 0) + 1 FROM documents").fetchone()[0]
            self._insert(entry, code, number)
            self._counts["new"] += 1
        elif held[1:3] == (entry.document.sha256, code.sha256):
            values = (self._read_with, entry.document.id)
            self._sql.execute("UPDATE documents SET read_with = ? WHERE document = ?", values)
            self._counts["unchanged"] += 1
            return
        else:
            self._remove(entry.document.id, held[0], held[4])
            self._insert(entry, code, held[0])
            self._counts["replaced"] += 1
        self._sql.execute("INSERT OR REPLACE INTO meta VALUES ('reconciled', 'no')")

    def _insert(self, entry: Entry, code: Encoded, number: int) -> None:
        row = document_row(entry, number, self._read_with)
        self._sql.execute(DOCUMENTS.insert, row)
        self._sql.execute(READINGS.insert, (entry.document.id, code.sha256, code.document_json, code.reading_json))
        rows = item_rows(entry)
        for table in ITEM_TABLES:
            if rows[table.name]:
                self._sql.executemany(table.insert, rows[table.name])
        searchindex.put(self._sql, number, row[TITLE], entry.document.text)

    def _remove(self, document: str, number: int, title: str | None) -> None:
        """Takes a document out, and with it what stands across articles, whose references it may break."""
        text = self._sql.execute("SELECT text FROM documents WHERE document = ?", (document,)).fetchone()[0]
        searchindex.drop(self._sql, number, title, text)
        for table in (DOCUMENTS, READINGS, *ITEM_TABLES):
            self._sql.execute(f"DELETE FROM {table.name} WHERE document = ?", (document,))
        for table in CROSS_TABLES:
            self._sql.execute(f"DELETE FROM {table.name}")


TITLE = [c.name for c in DOCUMENTS.columns].index("title")
