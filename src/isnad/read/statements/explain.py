"""Why a statement reads as it does: cue, frame, candidates and the reason for the winner, for one article."""

from __future__ import annotations

from typing import NamedTuple

from isnad.model.span import Span
from isnad.read.statements.draft import Draft
from isnad.read.statements.page import Page


class Explanation(NamedTuple):
    """sentence: where it stands; cue: its words; rule: lexicon entry and frame; candidates: the voices heard before it.

    reason: why the winner won, or why nobody did.
    """

    sentence: Span
    cue: tuple[Span, ...]
    rule: str
    content: tuple[Span, ...]
    candidates: tuple[str, ...]
    winner: str | None
    reason: str


def explain_draft(page: Page, d: Draft, voices: tuple[str, ...]) -> Explanation:
    """One draft explained. voices: the speakers of the discourse before it."""
    span = page.prose.span
    winner = span(d.speaker.start, d.speaker.end).text if d.speaker is not None else None
    reason = "; ".join(d.why) or ("written with the cue" if d.explicit else "nobody stands near enough")
    return Explanation(
        span(*page.prose.sentence_at(d.announced_at(page))),
        tuple(span(*c) for c in sorted(d.cues)),
        d.rule,
        tuple(span(*p) for p in d.content.pieces),
        voices,
        winner,
        reason,
    )
