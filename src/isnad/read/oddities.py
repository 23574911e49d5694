"""What a careful reader would flag in the text itself, beside the calendar's contradictions."""

from __future__ import annotations

from isnad.model.reading import Oddity
from isnad.text.prose import Prose


def read_unbalanced_quotes(prose: Prose) -> tuple[Oddity, ...]:
    """Opening quotation marks that are never closed in their paragraph; each span is the mark alone."""
    out = []
    for q in prose.quotes:
        if not q.closed:
            mark = prose.span(q.start, q.inner_start)
            note = "opened and not closed in its paragraph; read as open to the paragraph's end"
            out.append(Oddity(mark.start, mark.end, mark.text, "unbalanced-quotes", note))
    return tuple(out)


def in_order(*found: tuple[Oddity, ...]) -> tuple[Oddity, ...]:
    """Oddities of several readers in document order."""
    return tuple(sorted((o for layer in found for o in layer), key=lambda o: (o.start, o.end, o.kind)))
