"""Does a record still say what its articles say: spans, values, rows and references against the words they stand on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from isnad.errors import RecordError
from isnad.model.document import Document
from isnad.model.reading import Figure, Time
from isnad.model.record import Entry, Reconciled
from isnad.model.span import Span
from isnad.record.entries import digest
from isnad.record.rows import LAYERS, Row, document_row, item_rows, layer_of
from isnad.record.sources import Sources
from isnad.record.store import Record
from isnad.record.tables import DOCUMENTS, ITEM_TABLES
from isnad.record.walk import references_of, spans_of, times_of

Fields = Mapping[str, object]
Fault = Literal["file", "text", "source", "reading", "span", "value", "row", "reference"]


class Finding(msgspec.Struct, frozen=True):
    """Something that no longer agrees. where: layer and index within the document, or a table; said: what is wrong."""

    fault: Fault
    document: str
    where: str
    said: str

    def __str__(self) -> str:
        return f"{self.document} {self.where}: {self.said}".strip()


class Rereads(NamedTuple):
    """How to read a value again from an item's own words: the fields that come out, by name (None: nothing comes out).

    A reader that is not given is not asked. Fields that do not come back are not compared.
    """

    figure: Callable[[Entry, Figure], Fields] | None = None
    time: Callable[[Entry, Time], Fields] | None = None


class Tally(msgspec.Struct):
    """What a verification looked at: documents, spans, values read again, source files or lines that are there."""

    documents: int = 0
    spans: int = 0
    values: int = 0
    sources: int = 0


def verify(
    record: Record, sources: Path | None = None, rereads: Rereads | None = None, tally: Tally | None = None
) -> list[Finding]:
    """Everything that does not agree, in the order of the documents; empty where all does.

    sources: the folder that the documents' paths are counted from; a file that is not there is passed over.
    tally: counts what was looked at. Raises RecordError where the file itself cannot be read.
    """
    return list(_Verifier(record, sources, rereads or Rereads(), tally or Tally()).findings())


class _Verifier:
    def __init__(self, record: Record, sources: Path | None, rereads: Rereads, tally: Tally) -> None:
        self._record, self._rereads, self._tally = record, rereads, tally
        self._sources = Sources(sources) if sources is not None else None
        self._texts: dict[str, str] = {}
        self._sizes: dict[str, dict[str, int]] = {}

    def findings(self) -> Iterator[Finding]:
        for said in self._record.damage():
            yield Finding("file", "", str(self._record.path), said)
        reconciled = self._record.reconciled()
        needed = {t.document for t in reconciled.timeline}
        for document in self._record.ids():
            self._tally.documents += 1
            yield from self._document(document, needed)
        yield from self._across(reconciled)

    def _document(self, document: str, needed: set[str]) -> Iterator[Finding]:
        stored = self._record.stored(document)
        if stored is None:
            yield Finding("reading", document, "readings", "has no reading")
            return
        if digest(stored.document_json, stored.reading_json) != stored.sha256:
            yield Finding("reading", document, "readings", "the reading was changed since it was stored")
        try:
            entry = self._record.entry(document)
        except RecordError as e:
            yield Finding("reading", document, "readings", str(e))
            return
        reading = entry.reading
        self._sizes[document] = {layer: len(layer_of(reading, layer)) for layer in LAYERS}
        if document in needed:
            self._texts[document] = entry.document.text
        yield from self._text(entry)
        for where, span in spans_of(reading):
            yield from self._span(entry.document, where, span)
        yield from self._values(entry)
        yield from self._rows(entry)

    def _text(self, entry: Entry) -> Iterator[Finding]:
        document, head = entry.document, entry.reading.document
        found = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        if found != document.sha256:
            yield Finding("text", document.id, "text", f"its hash is {found}, not {document.sha256}")
        if (head.id, head.sha256, head.characters) != (document.id, document.sha256, len(document.text)):
            yield Finding("text", document.id, "document", "the reading is of another text")
        if self._sources is not None:
            agrees = self._sources.agree(document.path, document.source_sha256)
            self._tally.sources += agrees is not None
            if agrees is False:
                yield Finding("source", document.id, document.path, "the file was changed since it was read")

    def _span(self, document: Document, where: str, span: Span) -> Iterator[Finding]:
        self._tally.spans += 1
        if not 0 <= span.start < span.end <= len(document.text):
            yield Finding("span", document.id, where, f"{span.start}-{span.end} lies outside the text")
        elif document.text[span.start : span.end] != span.text:
            words = document.text[span.start : span.end]
            yield Finding("span", document.id, where, f"«{_short(span.text)}» but the text has «{_short(words)}»")

    def _values(self, entry: Entry) -> Iterator[Finding]:
        reading = entry.reading
        for i, figure in enumerate(reading.figures):
            if not _bounded(figure):
                said = f"{figure.value} lies outside {figure.low} to {figure.high}"
                yield Finding("value", entry.document.id, f"figures[{i}]", said)
            if self._rereads.figure is not None:
                yield from self._compared(entry, f"figures[{i}]", figure, self._rereads.figure(entry, figure))
        if self._rereads.time is not None:
            for where, time in times_of(reading):
                yield from self._compared(entry, where, time, self._rereads.time(entry, time))

    def _compared(
        self, entry: Entry, where: str, item: Figure | Time, again: Mapping[str, object]
    ) -> Iterator[Finding]:
        self._tally.values += 1
        for field, value in again.items():
            held = getattr(item, field)
            if held != value:
                said = f"{field} is {held}, but «{_short(item.text)}» reads {value}"
                yield Finding("value", entry.document.id, where, said)

    def _rows(self, entry: Entry) -> Iterator[Finding]:
        """The flat tables against the reading they were made from."""
        document = entry.document.id
        held = self._record.rows(DOCUMENTS.name, document, DOCUMENTS.key)
        made = document_row(entry, held[0][1], held[0][DOCUMENTS_READ_WITH])
        yield from _differing(document, DOCUMENTS.name, [c.name for c in DOCUMENTS.columns], held, [made])
        rows = item_rows(entry)
        for table in ITEM_TABLES:
            held = self._record.rows(table.name, document, table.key)
            yield from _differing(document, table.name, [c.name for c in table.columns], held, rows[table.name])

    def _across(self, reconciled: Reconciled) -> Iterator[Finding]:
        for where, ref in references_of(reconciled):
            sizes = self._sizes.get(ref.document)
            if sizes is None:
                yield Finding("reference", ref.document, where, "points at a document that is not there")
            elif not 0 <= ref.index < sizes.get(ref.layer, 0):
                yield Finding(
                    "reference", ref.document, where, f"points at {ref.layer}[{ref.index}], which is not there"
                )
        for entry in reconciled.timeline:
            text = self._texts.get(entry.document)
            self._tally.spans += 1
            if text is None or text[entry.what.start : entry.what.end] != entry.what.text or not entry.what.text:
                said = f"«{_short(entry.what.text)}» is not what the text has there"
                yield Finding("span", entry.document, f"timeline {entry.id}", said)


DOCUMENTS_READ_WITH = [c.name for c in DOCUMENTS.columns].index("read_with")


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"


def _bounded(figure: Figure) -> bool:
    ends = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    known = [e for e in ends if e is not None]
    above = figure.low is None or all(figure.low <= e for e in known)
    return above and (figure.high is None or all(e <= figure.high for e in known))


def _differing(document: str, table: str, columns: list[str], held: list[Row], made: list[Row]) -> Iterator[Finding]:
    if len(held) != len(made):
        yield Finding("row", document, table, f"holds {len(held)} rows, the reading gives {len(made)}")
        return
    for i, (a, b) in enumerate(zip(held, made, strict=True)):
        wrong = [c for c, x, y in zip(columns, a, b, strict=True) if x != y]
        if wrong:
            yield Finding("row", document, f"{table}[{i}]", f"{', '.join(wrong)} differs from the reading")
