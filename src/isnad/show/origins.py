"""Origins: one report in several outlets."""

from __future__ import annotations

from isnad.show.page import OriginCopy, OriginRow
from isnad.show.shelf import Shelf
from isnad.show.words import word


def origin_rows(shelf: Shelf) -> tuple[OriginRow, ...]:
    """Origins that appeared more than once, the most repeated first."""
    rows = []
    for number, origin in enumerate(shelf.reconciled.origins, 1):
        copies = [c for c in origin.documents if shelf.entry(c.document) is not None]
        if len(copies) < 2:
            continue
        drawn = tuple(
            OriginCopy(shelf.ref(c.document), c.kind, word("copy", c.kind), round(c.similarity * 100)) for c in copies
        )
        outlets = len({c.article.outlet or c.article.href for c in drawn})
        rows.append(OriginRow(number, origin.agency, outlets, drawn, origin.rule))
    return tuple(sorted(rows, key=lambda row: (-len(row.copies), row.number)))


def count_origins(shelf: Shelf) -> int:
    """Independent origins among the articles: each group counts once, each article alone once."""
    return len({shelf.origin_of.get(e.document.id, e.document.id) for e in shelf.entries})
