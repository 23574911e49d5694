"""What the headings lexicon holds: how a byline, a dateline's credit and a genre show."""

from __future__ import annotations

import msgspec


class Headings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """headings.toml. bylines: words before the author's name; opinion: those of them that mark an opinion.

    not_credits: bracketed words at an article's end that credit nobody. furniture: lines after the end of the story.
    communique: first words of a communique. ordinals: how its points are numbered. questions: first words of an
    interviewer's line; answers: those of the reply.
    """

    bylines: tuple[str, ...]
    opinion: tuple[str, ...]
    not_credits: tuple[str, ...]
    furniture: tuple[str, ...]
    communique: tuple[str, ...]
    ordinals: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]
