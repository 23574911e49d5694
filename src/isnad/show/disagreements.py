"""What does not agree: figures in conflict, figures that only seem to be, and what an article itself gets wrong."""

from __future__ import annotations

from isnad.model.dossier import Label
from isnad.model.record import ItemRef
from isnad.show.page import ComparisonRow, MeasureView, OddityRow
from isnad.show.shelf import Shelf
from isnad.show.words import word

Named = tuple[Label, ComparisonRow]
_SEEMING = ("changed", "other_scope", "compatible")


def conflicts(measures: tuple[MeasureView, ...]) -> tuple[Named, ...]:
    """Every pair of figures in conflict, with the title of its measure."""
    return tuple((m.title, c) for m in measures for c in m.comparisons if c.relation == "conflict")


def seeming(measures: tuple[MeasureView, ...]) -> tuple[Named, ...]:
    """Pairs of unlike figures that fit after all, and why; those that a measure lists."""
    return tuple(
        (m.title, c) for m in measures for c in m.comparisons if c.relation in _SEEMING and c.a.value != c.b.value
    )


def oddity_rows(shelf: Shelf) -> tuple[OddityRow, ...]:
    """Every oddity of every article."""
    return tuple(
        OddityRow(
            evidence=shelf.evidence(ItemRef(entry.document.id, "oddities", index)),
            kind=word("oddity", oddity.kind),
            words=shelf.words(oddity.text),
            note=shelf.words(oddity.note),
        )
        for entry in shelf.entries
        for index, oddity in enumerate(entry.reading.oddities)
    )
