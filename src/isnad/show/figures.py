"""Figures by measure: rows, comparisons with their reasons, a chart."""

from __future__ import annotations

from collections import Counter

from isnad.model.dossier import Label
from isnad.model.reading import Figure
from isnad.model.record import Comparison, Entry, ItemRef, MeasuredFigure, MeasureGroup
from isnad.model.span import Span
from isnad.show.charts import Point, dot_chart
from isnad.show.page import ComparisonRow, Count, FigureRow, MeasureView
from isnad.show.shelf import Shelf
from isnad.show.words import UNKNOWN, between, bounded, short_day, word

_ORDER = ("conflict", "changed", "other_scope", "compatible", "same", "not_comparable")
_LISTED = 24  # comparisons other than conflicts that one measure lists


def _on_word(shelf: Shelf, entry: Entry, figure: Figure) -> tuple[Label, bool]:
    if figure.voice == "statement":
        statement = next((s for s in entry.reading.statements if s.id == figure.statement), None)
        if statement is None or statement.speaker is None:
            return UNKNOWN, True
        name = statement.speaker.text
        return Label(ar=name, en=name), False
    head = entry.reading.document
    own = head.agency.text if head.agency else head.outlet
    label = word("word", "article")
    return (Label(ar=f"{label.ar} ({own})", en=f"{label.en} ({own})") if own else label), False


def _days(figure: Figure, measured: MeasuredFigure | None) -> tuple[str | None, str | None]:
    if measured:
        return measured.day_earliest, measured.day_latest
    return (figure.time.earliest, figure.time.latest) if figure.time else (None, None)


def figure_row(shelf: Shelf, ref: ItemRef, measured: MeasuredFigure | None = None) -> FigureRow | None:
    """One figure, with the days and the scope its measure gives it; None where the record does not hold it."""
    entry, figure = shelf.entry(ref.document), shelf.item(ref)
    if entry is None or not isinstance(figure, Figure):
        return None
    scope = [(s, "voice") for s in (figure.of, figure.where) if s]
    days = _days(figure, measured)
    published = shelf.ref(ref.document).when
    told = Label(f"نُشر {published.ar}", f"published {published.en}") if published != UNKNOWN else UNKNOWN
    on_word, unsure = _on_word(shelf, entry, figure)
    unit = figure.unit if figure.unit is None or isinstance(figure.unit, str) else figure.unit.text
    return FigureRow(
        evidence=shelf.evidence(ref, scope),
        value=bounded(figure),
        number=list(figure.value) if isinstance(figure.value, tuple) else figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.approx,
        unit=None if unit == "%" else unit,
        of=figure.of.text if figure.of else (measured.population if measured else None),
        place=figure.where.text if figure.where else (measured.place if measured else None),
        day=between(*days) if any(days) else told,
        day_iso=short_day(*days),
        on_word=on_word,
        unsure=unsure,
        origin=shelf.origin_of.get(ref.document),
        part_of=_named(entry, figure.part_of),
        updates=_named(entry, figure.updates),
    )


def _named(entry: Entry, number: Span | None) -> Label | None:
    """The value of the figure whose number is `number`; the number as written where it is none of the figures."""
    if number is None:
        return None
    figure = next((f for f in entry.reading.figures if f.start == number.start), None)
    return bounded(figure) if figure else Label(number.text, number.text)


def _point(shelf: Shelf, measured: MeasuredFigure) -> Point | None:
    figure = shelf.item(measured.item)
    if not isinstance(figure, Figure) or not measured.day_earliest or not measured.day_latest:
        return None
    value, ref = figure.value, measured.item
    low, high = figure.low, figure.high
    if isinstance(value, tuple):
        low, high = value
        value = (value[0] + value[1]) / 2
    if value is None:
        value = low if low is not None else high
    if value is None:
        return None
    return Point(
        href="#" + shelf.item_id(ref.document, "figures", ref.index),
        earliest=measured.day_earliest,
        latest=measured.day_latest,
        value=value,
        low=low,
        high=high,
        own=figure.voice == "article",
        exact=figure.approx == "exact",
        title=bounded(figure),
    )


def points_of(shelf: Shelf, group: MeasureGroup) -> list[Point]:
    """The figures of a measure that have a day and a value, for its chart."""
    return [p for m in group.figures if (p := _point(shelf, m)) is not None]


def _compared(rows: dict[ItemRef, FigureRow], c: Comparison) -> ComparisonRow | None:
    a, b = rows.get(c.a), rows.get(c.b)
    if a is None or b is None:
        return None
    return ComparisonRow(c.relation, word("relation", c.relation), a, b, Label(c.reason_ar, c.reason_en), c.rule)


def measure_view(shelf: Shelf, number: int, group: MeasureGroup) -> MeasureView:
    """One measure with all its figures; of the comparisons all conflicts and the first of the others."""
    rows = {m.item: row for m in group.figures if (row := figure_row(shelf, m.item, m)) is not None}
    ordered = sorted(group.comparisons, key=lambda c: _ORDER.index(c.relation))
    compared = [pair for c in ordered if (pair := _compared(rows, c)) is not None]
    counts = Counter(row.relation for row in compared)
    listed = counts["conflict"] + _LISTED
    pairs = {(r.a.evidence.href, r.b.evidence.href) for r in compared if r.relation == "conflict"}
    return MeasureView(
        id=f"m{number}",
        title=Label(group.title_ar, group.title_en),
        from_dossier=group.from_dossier,
        rows=tuple(rows.values()),
        chart=dot_chart(points_of(shelf, group), pairs),
        verdicts=tuple(Count(r, word("relation", r), counts[r]) for r in _ORDER if counts[r]),
        comparisons=tuple(compared[:listed]),
        hidden=max(0, len(compared) - listed),
        conflicts=counts["conflict"],
    )


def order_groups(shelf: Shelf) -> list[MeasureGroup]:
    """Measures as the report lists them."""
    return sorted(shelf.reconciled.measures, key=lambda g: (not g.from_dossier, -len(g.figures), g.id))


def other_figures(shelf: Shelf) -> tuple[FigureRow, ...]:
    """Figures that stand beside no other: in no measure, or alone in one that the dossier does not name."""
    beside = {m.item for g in shelf.reconciled.measures if g.from_dossier or len(g.figures) > 1 for m in g.figures}
    refs = (
        ItemRef(entry.document.id, "figures", index)
        for entry in shelf.entries
        for index in range(len(entry.reading.figures))
    )
    return tuple(row for ref in refs if ref not in beside and (row := figure_row(shelf, ref)) is not None)


def measure_views(shelf: Shelf) -> tuple[MeasureView, ...]:
    """Measures: the dossier's first, then those with most figures."""
    return tuple(measure_view(shelf, n, group) for n, group in enumerate(order_groups(shelf), 1))
