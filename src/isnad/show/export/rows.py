"""The rows of an export, read from a record in one pass over its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from isnad.model.document import Document
from isnad.model.reading import Figure, Reading
from isnad.model.record import Entry, Item, ItemRef, RecordSource, anchor_of, extent_of
from isnad.show.export.cells import MADE_UP, Cell, is_made_up
from isnad.show.export.sheets import (
    Actors,
    commitment_cells,
    figure_cells,
    figure_value,
    name_cells,
    statement_cells,
    time_cells,
)

Row = tuple[Cell, ...]


class _Source(NamedTuple):
    """What rows say of their document."""

    id: str
    outlet: str | None
    date: str | None
    title: str | None
    sha256: str
    made_up: str | None


class _Quote(NamedTuple):
    """An item that other sheets point at."""

    first: Row
    value: Cell
    anchor: str


class Rows:
    """Rows of a record as (sheet, cells), the items of each document together, then what stands across documents."""

    def __init__(self, record: RecordSource) -> None:
        self._record = record
        self._verdicts = record.verdicts()
        self._found = record.reconciled()
        self._actors = {m: a for a in self._found.actors for m in a.mentions}
        self._measures: dict[ItemRef, list[str]] = defaultdict(list)
        for measure in self._found.measures:
            for figure in measure.figures:
                self._measures[figure.item].append(measure.id)
        compared = {ref for m in self._found.measures for c in m.comparisons for ref in (c.a, c.b)}
        wanted = compared | {d.item for d in self._found.deadlines}
        self._wanted: dict[tuple[str, str, int], ItemRef] = {
            (ref.document, ref.layer, ref.index): ref for ref in wanted
        }
        self._quotes: dict[ItemRef, _Quote] = {}
        self._sources: dict[str, _Source] = {}

    def __iter__(self) -> Iterator[tuple[str, Row]]:
        for entry in self._record.entries():
            source = _source(entry)
            self._sources[source.id] = source
            yield "documents", self._document(entry, source)
            yield from self._items(entry.reading, source, entry.document)
        yield from self._timeline()
        yield from self._deadlines()
        yield from self._comparisons()
        yield from self._origins()

    def _last(self, rule: str | None, anchor: str, *sources: _Source) -> Row:
        verdict = self._verdicts.get(anchor)
        made_up = next((s.made_up for s in sources if s.made_up), None)
        return (rule, anchor, verdict.verdict if verdict else None, verdict.note if verdict else None, made_up)

    def _items(self, reading: Reading, source: _Source, document: Document) -> Iterator[tuple[str, Row]]:
        actors = self._local_actors(reading)
        cells: dict[str, list[Row]] = {
            "statements": [statement_cells(s, actors) for s in reading.statements],
            "figures": [
                figure_cells(f, self._measures.get(ItemRef(source.id, "figures", i), ()))
                for i, f in enumerate(reading.figures)
            ],
            "times": [time_cells(t) for t in reading.times],
            "commitments": [commitment_cells(c) for c in reading.commitments],
            "names": [name_cells(n, actors) for n in reading.names],
        }
        for layer, rows in cells.items():
            for i, (item, row) in enumerate(zip(_layer(reading, layer), rows, strict=True)):
                start, end = extent_of(item)
                first = (source.id, source.outlet, source.date, document.text[start:end], start, end)
                anchor = anchor_of(source.sha256, layer, start, end)
                ref = self._wanted.get((source.id, layer, i))
                if ref is not None:
                    self._keep(ref, item, first, anchor)
                yield layer, (*first, *row, *self._last(_rule(item), anchor, source))

    def _keep(self, ref: ItemRef, item: Item, first: Row, anchor: str) -> None:
        value = figure_value(item) if isinstance(item, Figure) else None
        self._quotes[ref] = _Quote(first, value, anchor)

    def _local_actors(self, reading: Reading) -> Actors:
        ids: dict[str, str] = {}
        names: dict[str, str] = {}
        for i, name in enumerate(reading.names):
            actor = self._actors.get(ItemRef(reading.document.id, "names", i))
            if actor is not None and name.actor is not None:
                ids.setdefault(name.actor, actor.id)
                names.setdefault(name.actor, actor.name)
        return Actors(ids, names)

    def _document(self, entry: Entry, source: _Source) -> Row:
        document, head = entry.document, entry.reading.document
        anchor = anchor_of(document.sha256, "documents", 0, len(document.text))
        return (
            *(source.id, source.outlet, source.date, None, None, None),
            *(source.title, head.author.value if head.author else document.author),
            *(head.agency.text if head.agency else None, head.genre),
            *(head.published.basis, head.published.earliest, head.published.latest, len(document.text)),
            *(len(entry.reading.statements), len(entry.reading.figures)),
            *(document.path, document.url, document.sha256),
            *self._last(None, anchor, source),
        )

    def _timeline(self) -> Iterator[tuple[str, Row]]:
        for t in self._found.timeline:
            source = self._sources[t.document]
            anchor = f"{anchor_of(source.sha256, 'timeline', t.what.start, t.what.end)}:{t.kind}:{t.value}"
            first = (t.document, source.outlet, source.date, t.what.text, t.what.start, t.what.end)
            cells = (t.value, t.earliest, t.latest, t.kind, t.phase, len(t.items))
            yield "timeline", (*first, *cells, *self._last(t.rule, anchor, source))

    def _deadlines(self) -> Iterator[tuple[str, Row]]:
        for d in self._found.deadlines:
            source, quote = self._sources[d.item.document], self._quoted(d.item)
            cells = (d.subject, d.due_earliest, d.due_latest, d.made_on, d.replaces, d.restates, d.id)
            anchor = f"deadline:{quote.anchor}"
            yield "deadlines", (*quote.first, *cells, *self._last(d.rule, anchor, source))

    def _comparisons(self) -> Iterator[tuple[str, Row]]:
        for measure in self._found.measures:
            for c in measure.comparisons:
                a, b = self._quoted(c.a), self._quoted(c.b)
                cells = (measure.id, c.relation, c.reason_ar, c.reason_en, a.value, *b.first, b.value)
                sources = (self._sources[c.a.document], self._sources[c.b.document])
                anchor = f"comparison:{measure.id}:{a.anchor}~{b.anchor}"
                yield "comparisons", (*a.first, *cells, *self._last(c.rule, anchor, *sources))

    def _origins(self) -> Iterator[tuple[str, Row]]:
        for origin in self._found.origins:
            for copy in origin.documents:
                source = self._sources[copy.document]
                first = (source.id, source.outlet, source.date, None, None, None)
                cells = (origin.id, copy.kind, copy.similarity, origin.agency, source.title)
                anchor = f"origin:{source.sha256[:16]}"
                yield "origins", (*first, *cells, *self._last(origin.rule, anchor, source))

    def _quoted(self, ref: ItemRef) -> _Quote:
        """The item behind a reference; only its document where the item is of a layer without a sheet."""
        found = self._quotes.get(ref)
        if found is None:
            source = self._sources[ref.document]
            first = (source.id, source.outlet, source.date, None, None, None)
            return _Quote(first, None, f"{source.sha256[:16]}:{ref.layer}:{ref.index}")
        return found


def _layer(reading: Reading, layer: str) -> tuple[Item, ...]:
    items: tuple[Item, ...] = getattr(reading, layer)
    return items


def _rule(item: Item) -> str | None:
    rule: str | None = getattr(item, "rule", None)
    return rule


def _source(entry: Entry) -> _Source:
    document, head = entry.document, entry.reading.document
    date = head.published.value or head.published.earliest
    made_up = MADE_UP if is_made_up(document.text) else None
    title = head.title.value or document.title
    return _Source(document.id, head.outlet or document.outlet, date, title, document.sha256, made_up)
