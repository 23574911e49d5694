"""A statement in the making: what is settled of it so far, in offsets of the folded text."""

from __future__ import annotations

from isnad.model.reading import Force, Form, Time
from isnad.read.statements.contents import Content
from isnad.read.statements.forms import CueForm
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase

Piece = tuple[int, int]


class Draft:
    """cues: their offsets; cue: the word index at which the statement is announced (its first word where nothing does).

    outer: the voices around the speaker, outermost first, each with the offsets of its own cue where it has one.
    why: how the speaker was chosen, in plain words, for `explain`.
    """

    def __init__(self, cues: list[Piece], content: Content, force: Force, form: Form, rule: str, cue: int) -> None:
        self.cues = cues
        self.content = content
        self.force = force
        self.form = form
        self.rule = rule
        self.cue = cue
        self.speaker: Phrase | None = None
        self.explicit = False
        self.outer: list[tuple[Phrase, Piece | None]] = []
        self.via: Phrase | None = None
        self.addressee: Phrase | None = None
        self.time: Time | None = None
        self.reading: CueForm | None = None
        self.why: list[str] = []

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content.pieces[-1][1]

    def announced_at(self, page: Page) -> int:
        """The offset of the first cue, or of the content where there is none."""
        return self.cues[0][0] if self.cues else page.words[self.cue].start

    def outermost(self) -> Piece | None:
        """The first cue, if any."""
        return self.cues[0] if self.cues else None
