"""The record: one SQLite file, opened for writing and for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from isnad.errors import RecordError
from isnad.model.dossier import Dossier
from isnad.model.reading import Figure, Name, Oddity, Statement, Time
from isnad.model.record import Entry, Reconciled, Verdict
from isnad.record import connection as sql
from isnad.record import searchindex
from isnad.record.crossrows import cross_rows, restored
from isnad.record.crosstables import CROSS_TABLES, VERDICTS
from isnad.record.entries import Encoded, stored_entry
from isnad.record.queries import DocumentInfo, Found, Queries
from isnad.record.rows import Row
from isnad.record.search import Hit, Searcher
from isnad.record.writing import Added, Writer

_BY_DAY = "coalesce(d.day, d.day_earliest) IS NULL, coalesce(d.day, d.day_earliest), d.document"


class Known(msgspec.Struct, frozen=True):
    """A document as the record holds it. read_with: what read it, as given to `add`."""

    id: str
    path: str
    sha256: str
    source_sha256: str
    read_with: str


class Record:
    """A record of readings; made by `create`, opened by `open`, closed by `with` or `close`.

    Implements model.record.RecordSource. Everything raises RecordError where the file fails: full, locked, damaged.
    """

    def __init__(self, connection: Any, path: Path) -> None:
        self._sql = connection
        self.path = path
        self._queries = Queries(connection)
        self._searcher: Searcher | None = None

    @classmethod
    def create(cls, path: str | Path, dossier: Dossier | None = None) -> Self:
        """A new, empty record. Raises RecordError where the path is taken or cannot be written."""
        at = Path(path)
        record = cls(sql.made(at), at)
        record._put_meta({"index": searchindex.INDEX_VERSION})
        record.set_dossier(dossier)
        return record

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The record at `path`. Raises RecordError for a missing file, another kind of file, another schema version."""
        at = Path(path)
        return cls(sql.opened(at), at)

    def close(self) -> None:
        """Closes the file; nothing is left beside it."""
        self._sql.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # writing

    def add(self, entries: Iterable[Entry], read_with: str = "", batch: int = 200) -> Added:
        """Stores entries in batches, each written whole or not at all; says what became of them.

        The same document with the same text and reading changes nothing; another text or reading replaces its items;
        verdicts stay. read_with: version of Isnad and its lexicons. Where `entries` raises, finished batches stay.
        """
        with sql.errors(self.path):
            if self._meta("index") != searchindex.INDEX_VERSION:
                with sql.transaction(self._sql):
                    searchindex.rebuild(self._sql)
                self._put_meta({"index": searchindex.INDEX_VERSION})
            return Writer(self._sql, read_with).write(entries, batch)

    def set_dossier(self, dossier: Dossier | None) -> None:
        """Keeps the dossier that the record is built with."""
        self._put_meta({"dossier": msgspec.json.encode(dossier).decode()})

    def set_reconciled(self, reconciled: Reconciled) -> None:
        """Replaces what stands across articles, in one transaction; writes nothing where it is the same."""
        with sql.errors(self.path):
            if self.needs_reconciling or self.reconciled() != reconciled:
                rows = cross_rows(reconciled)
                with sql.transaction(self._sql):
                    for table in CROSS_TABLES:
                        self._sql.execute(f"DELETE FROM {table.name}")
                        self._sql.executemany(table.insert, sorted(rows.get(table.name, []), key=_by_key))
                    self._sql.execute("INSERT OR REPLACE INTO meta VALUES ('reconciled', 'yes')")

    def set_verdicts(self, verdicts: Iterable[Verdict]) -> int:
        """Keeps a person's corrections, replacing earlier ones of the same anchors; how many were new or changed."""
        held = self.verdicts()
        new = [v for v in {v.anchor: v for v in verdicts}.values() if held.get(v.anchor) != v]
        if new:
            replace = VERDICTS.insert.replace("INSERT", "INSERT OR REPLACE")
            with sql.errors(self.path), sql.transaction(self._sql):
                self._sql.executemany(replace, sorted((v.anchor, v.verdict, v.note) for v in new))
        return len(new)

    # model.record.RecordSource

    def entries(self) -> Iterator[Entry]:
        """Documents with their readings, ordered by day (else the first possible day; unknown last), then id."""
        for document in self.ids():
            yield self.entry(document)

    def entry(self, document: str) -> Entry:
        """One document by id; raises RecordError where there is none."""
        query = (
            "SELECT document_json, text, reading_json FROM documents JOIN readings USING (document) WHERE document = ?"
        )
        rows = self._rows(query, (document,))
        if not rows:
            raise RecordError(f"{self.path}: no document {document!r}; `isnad show {self.path} summary` lists them")
        return stored_entry(f"{self.path}: {document}", *rows[0])

    def dossier(self) -> Dossier | None:
        """The dossier the record was built with."""
        return msgspec.json.decode(self._meta("dossier") or "null", type=Dossier | None)

    def reconciled(self) -> Reconciled:
        """What stands across articles; empty before it was first set, and after a document's items were replaced."""
        return restored(lambda table: self._rows(f"SELECT * FROM {table} ORDER BY position"))

    def verdicts(self) -> dict[str, Verdict]:
        """Corrections by anchor, ordered by it; also of items that are gone."""
        return {row[0]: Verdict(*row) for row in self._rows("SELECT * FROM verdicts ORDER BY anchor")}

    # state

    def known(self) -> dict[str, Known]:
        """The documents held, by id: what tells a build which files it need not read again."""
        query = "SELECT document, path, sha256, source_sha256, read_with FROM documents ORDER BY document"
        return {row[0]: Known(*row) for row in self._rows(query)}

    @property
    def needs_reconciling(self) -> bool:
        """Whether documents were added or changed since `set_reconciled`."""
        return self._meta("reconciled") != "yes"

    def orphaned(self) -> list[Verdict]:
        """Verdicts of items that no reading holds any more, ordered by anchor."""
        layers = " UNION ALL ".join(f"SELECT anchor FROM {t}" for t in self._queries.anchored)
        held = {row[0] for row in self._rows(layers)}
        missing = (v for v in self.verdicts().values() if v.anchor not in held)
        return [v for v in missing if f"{v.anchor}::".split(":")[1] in self._queries.anchored]

    # what verify asks

    def ids(self) -> list[str]:
        """The ids of all documents, ordered as `entries`."""
        return [row[0] for row in self._rows(f"SELECT document FROM documents d ORDER BY {_BY_DAY}")]

    def damage(self) -> list[str]:
        """What is wrong with the file itself; empty where nothing is."""
        said = [row[0] for row in self._rows("PRAGMA integrity_check") if row[0] != "ok"]
        indexed, held = self._rows("SELECT (SELECT count(*) FROM search_docsize), (SELECT count(*) FROM documents)")[0]
        return said if indexed == held else [*said, f"the search index holds {indexed} documents of {held}"]

    def stored(self, document: str) -> Encoded | None:
        """The reading of a document as it is stored; None where there is none."""
        query = "SELECT sha256, document_json, reading_json FROM readings WHERE document = ?"
        rows = self._rows(query, (document,))
        return Encoded(*rows[0]) if rows else None

    def rows(self, table: str, document: str, order: tuple[str, ...]) -> list[Row]:
        """A document's rows of one of the schema's tables, all columns, in the order of some of them."""
        return self._rows(f"SELECT * FROM {table} WHERE document = ? ORDER BY {', '.join(order)}", (document,))

    # asking

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Articles holding all words, best first: proclitics, endings, spellings aside; words "quoted" as a phrase."""
        if self._searcher is None:
            self._searcher = Searcher(self._sql)
        with sql.errors(self.path):
            return self._searcher.find(words, limit)

    def documents(self) -> Iterator[DocumentInfo]:
        """The articles without their texts, ordered as `entries`."""
        with sql.errors(self.path):
            yield from self._queries.documents()

    def statements(
        self,
        actor: str | None = None,
        document: str | None = None,
        force: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Found[Statement]]:
        """Statements, by article's day. actor: an id, or a name in any spelling. since, until: days of publication."""
        with sql.errors(self.path):
            yield from self._queries.statements(actor, document, force, since, until)

    def figures(
        self,
        measure: str | None = None,
        unit: str | None = None,
        document: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[Found[Figure]]:
        """Figures, by article's day. measure: an id. unit: the thing counted, in any spelling."""
        with sql.errors(self.path):
            yield from self._queries.figures(measure, unit, document, since, until)

    def times(
        self, value: str | None = None, document: str | None = None, since: str | None = None, until: str | None = None
    ) -> Iterator[Found[Time]]:
        """Times, by article's day. value: a TIMEX3 value or the beginning of one (`2021-12`)."""
        with sql.errors(self.path):
            yield from self._queries.times(value, document, since, until)

    def names(self, actor: str | None = None, document: str | None = None) -> Iterator[Found[Name]]:
        """Names, by article's day."""
        with sql.errors(self.path):
            yield from self._queries.names(actor, document)

    def oddities(self, kind: str | None = None, document: str | None = None) -> Iterator[Found[Oddity]]:
        """Oddities, by article's day."""
        with sql.errors(self.path):
            yield from self._queries.oddities(kind, document)

    # inside

    def _rows(self, query: str, values: Row = ()) -> list[Row]:
        with sql.errors(self.path):
            found: list[Row] = self._sql.execute(query, values).fetchall()
            return found

    def _meta(self, key: str) -> str | None:
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def _put_meta(self, values: dict[str, str]) -> None:
        new = [(k, v) for k, v in values.items() if self._meta(k) != v]
        if new:
            with sql.errors(self.path), sql.transaction(self._sql):
                self._sql.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", new)


def _by_key(row: Row) -> Row:
    return row[:2]
