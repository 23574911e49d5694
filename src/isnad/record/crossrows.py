"""What stands across articles as rows, and back from rows to the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from isnad.model.record import (
    ActorEntry,
    Comparison,
    CopyOf,
    Deadline,
    ItemRef,
    MeasuredFigure,
    MeasureGroup,
    Origin,
    Reconciled,
    TimelineEntry,
)
from isnad.model.span import Span
from isnad.record.rows import Row

T = TypeVar("T")
Rows = Callable[[str], list[Row]]


def _ref(item: ItemRef) -> Row:
    return (item.document, item.layer, item.index)


def _actors(found: tuple[ActorEntry, ...], out: dict[str, list[Row]]) -> None:
    for i, a in enumerate(found):
        variants = msgspec.json.encode(a.variants).decode()
        out["actors"].append((a.id, i, a.name, a.kind, variants, int(a.from_dossier), a.country, a.rule))
        out["actor_mentions"] += [(a.id, j, *_ref(m)) for j, m in enumerate(a.mentions)]


def _origins(found: tuple[Origin, ...], out: dict[str, list[Row]]) -> None:
    for i, o in enumerate(found):
        out["origins"].append((o.id, i, o.agency, o.rule))
        out["origin_documents"] += [(o.id, j, c.document, c.kind, c.similarity) for j, c in enumerate(o.documents)]


def _measures(found: tuple[MeasureGroup, ...], out: dict[str, list[Row]]) -> None:
    for i, m in enumerate(found):
        out["measures"].append((m.id, i, m.title_ar, m.title_en, int(m.from_dossier)))
        out["measure_figures"] += [
            (m.id, j, *_ref(f.item), f.day_earliest, f.day_latest, f.place, f.population, f.origin)
            for j, f in enumerate(m.figures)
        ]
        out["comparisons"] += [
            (m.id, j, *_ref(c.a), *_ref(c.b), c.relation, c.reason_ar, c.reason_en, c.rule)
            for j, c in enumerate(m.comparisons)
        ]


def _timeline(found: tuple[TimelineEntry, ...], out: dict[str, list[Row]]) -> None:
    for i, t in enumerate(found):
        what = (t.what.start, t.what.end, t.what.text)
        out["timeline"].append((t.id, i, t.value, t.earliest, t.latest, t.document, *what, t.kind, t.phase, t.rule))
        out["timeline_items"] += [(t.id, j, *_ref(item)) for j, item in enumerate(t.items)]


def cross_rows(found: Reconciled) -> dict[str, list[Row]]:
    """The rows of each table in `crosstables.CROSS_TABLES`, one value for each column."""
    out: dict[str, list[Row]] = defaultdict(list)
    _actors(found.actors, out)
    _origins(found.origins, out)
    _measures(found.measures, out)
    _timeline(found.timeline, out)
    out["deadlines"] += [
        (d.id, i, *_ref(d.item), d.subject, d.due_earliest, d.due_latest, d.made_on, d.replaces, d.restates, d.rule)
        for i, d in enumerate(found.deadlines)
    ]
    return out


def _grouped(rows: list[Row], make: Callable[[Row], T]) -> dict[str, tuple[T, ...]]:
    """Child rows by the id in their first column, each made from what follows id and position."""
    out: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        out[row[0]].append(make(row[2:]))
    return {key: tuple(values) for key, values in out.items()}


def _item(row: Row) -> ItemRef:
    return ItemRef(row[0], row[1], row[2])


def _comparison(row: Row) -> Comparison:
    return Comparison(_item(row[0:3]), _item(row[3:6]), *row[6:])


def restored(rows: Rows) -> Reconciled:
    """What stands across articles from its tables. rows: all rows of a table, ordered by its `position`."""
    mentions = _grouped(rows("actor_mentions"), _item)
    copies = _grouped(rows("origin_documents"), lambda r: CopyOf(*r))
    figures = _grouped(rows("measure_figures"), lambda r: MeasuredFigure(_item(r[:3]), *r[3:]))
    comparisons = _grouped(rows("comparisons"), _comparison)
    items = _grouped(rows("timeline_items"), _item)
    return Reconciled(
        actors=tuple(_actor(r, mentions.get(r[0], ())) for r in rows("actors")),
        origins=tuple(Origin(r[0], copies.get(r[0], ()), r[2], r[3]) for r in rows("origins")),
        measures=tuple(
            MeasureGroup(r[0], r[2], r[3], bool(r[4]), figures.get(r[0], ()), comparisons.get(r[0], ()))
            for r in rows("measures")
        ),
        timeline=tuple(_entry(r, items.get(r[0], ())) for r in rows("timeline")),
        deadlines=tuple(Deadline(r[0], _item(r[2:5]), *r[5:]) for r in rows("deadlines")),
    )


def _actor(row: Row, mentions: tuple[ItemRef, ...]) -> ActorEntry:
    key, _, name, kind, variants, from_dossier, country, rule = row
    spellings: tuple[str, ...] = msgspec.json.decode(variants, type=tuple[str, ...])
    return ActorEntry(key, name, kind, spellings, mentions, bool(from_dossier), country, rule)


def _entry(row: Row, items: tuple[ItemRef, ...]) -> TimelineEntry:
    key, _, value, earliest, latest, document, start, end, quote, kind, phase, rule = row
    what = Span(start, end, quote)
    tail: Any = (items, kind, phase, rule)
    return TimelineEntry(key, value, earliest, latest, document, what, *tail)
