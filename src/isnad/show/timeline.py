"""The timeline: dated entries by year, each with how many reports and origins stand behind it."""

from __future__ import annotations

from isnad.model.dossier import Label
from isnad.model.record import TimelineEntry
from isnad.show.page import TimelineRow, TimelineYear
from isnad.show.shelf import Shelf
from isnad.show.words import between, word


def timeline_row(shelf: Shelf, entry: TimelineEntry) -> TimelineRow | None:
    """One entry; None where the record no longer holds its article."""
    if shelf.entry(entry.document) is None:
        return None
    phases = {p.id: p.title for p in shelf.dossier.phase} if shelf.dossier else {}
    documents = {ref.document for ref in entry.items} or {entry.document}
    first = next((ref for ref in entry.items if ref.document == entry.document), None)
    phase: Label | None = phases.get(entry.phase) if entry.phase else None
    return TimelineRow(
        evidence=shelf.evidence_at(entry.document, entry.what, entry.rule, first),
        when=between(entry.earliest, entry.latest),
        sure=entry.earliest == entry.latest,
        kind=entry.kind,
        kind_label=word("timeline", entry.kind),
        phase=phase,
        words=shelf.words(entry.what.text),
        reports=len(entry.items) or 1,
        origins=len({shelf.origin_of.get(d, d) for d in documents}),
    )


def timeline_years(shelf: Shelf) -> tuple[TimelineYear, ...]:
    """Entries in order of their first day, grouped by its year."""
    years: dict[str, list[TimelineRow]] = {}
    for entry in sorted(shelf.reconciled.timeline, key=lambda e: (e.earliest, e.latest, e.id)):
        row = timeline_row(shelf, entry)
        if row is not None:
            years.setdefault(entry.earliest[:4], []).append(row)
    return tuple(TimelineYear(year, tuple(rows)) for year, rows in years.items())
