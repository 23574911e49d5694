"""Statements inside another's content: the outer speaker joins the chain, and one content is one statement."""

from __future__ import annotations

from isnad.read.statements.draft import Draft
from isnad.read.statements.page import Page


def nest(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts in document order with the chains that standing inside one another gives them.

    Where a content is nothing but another's statement («قال X إن Y أكد أن P») only the inner one stays.
    """
    out: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (d.start, -d.end, d.cue)):
        around = next((o for o in reversed(out) if o.start <= d.announced_at(page) and d.end <= o.end + 1), None)
        if around is not None and around.speaker is not None:
            _enclose(page, d, around)
            if _whole_of(d, around):
                out.remove(around)
        out.append(d)
    return out


def _enclose(page: Page, d: Draft, around: Draft) -> None:
    assert around.speaker is not None
    if d.speaker is None:
        return
    if page.forms[d.speaker.first] in page.v.latter:  # «الأخيرة تتوعد»
        d.speaker, d.outer, d.explicit = around.speaker, list(around.outer), False
        return
    chain = [*around.outer, (around.speaker, around.outermost())]
    starts = {p.start for p, _ in chain}
    if d.speaker.start not in starts:
        d.outer = chain + [x for x in d.outer if x[0].start not in starts]


def _whole_of(d: Draft, around: Draft) -> bool:
    """Whether the content of `around` is nothing but the statement `d` with its speaker and cue."""
    heads = [c[0] for c in d.cues] or [d.start]
    if d.speaker is not None and d.explicit:
        heads.append(d.speaker.start)
    return min(heads) - around.start <= 4 and around.end - d.end <= 3
