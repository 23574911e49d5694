"""The context of the report's templates: everything they may use, typed. Templates only render.

Spans count code points of the article's text, half-open. Words of articles are absent (empty) where the report
was asked for without text. `href` points inside the page. A Label holds both languages; a str is shown in both.
"""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from isnad.model.dossier import Label
from isnad.show.measured import Family, Measured


class Piece(msgspec.Struct, frozen=True):
    """A run of an article's words. kind: "" (around), "hit" (the item itself), "cue", "voice"."""

    text: str
    kind: str


class ArticleRef(msgspec.Struct, frozen=True):
    """An article as rows name it. day: ISO as far as one value stands for it, else None; when: the same in words."""

    number: int
    href: str
    title: str | None
    outlet: str | None
    day: str | None
    when: Label


class Evidence(msgspec.Struct, frozen=True):
    """What a row opens: its words in their sentence, where they stand, the rule that found them, a person's verdict."""

    article: ArticleRef
    href: str
    pieces: tuple[Piece, ...]
    start: int
    end: int
    rule: str
    verdict: str | None
    note: str


class Pill(msgspec.Struct, frozen=True):
    """A voice of a chain. kind: carrier (the publisher), voice, speaker, implied, unknown."""

    text: Label
    role: Label
    kind: str
    actor: str | None


class StatementRow(msgspec.Struct, frozen=True):
    """A statement with its chain, outermost first. actor: the speaker's name in the record, "" where unknown."""

    id: str
    evidence: Evidence
    actor: str
    force: str
    force_label: Label
    mode: Label
    direct: bool
    pills: tuple[Pill, ...]
    quote: tuple[str, ...]
    via: str | None
    addressee: str | None
    said_on: Label | None


class FigureRow(msgspec.Struct, frozen=True):
    """A figure. value: with its bound in words; unit, of, place: as written; on_word: whose it is.

    number, low, high, bound: the value as numbers. day: the days it speaks of, else when its article was published;
    day_iso: those days where one value stands for them. part_of, updates: the value of the figure of its article that
    it is part of, or that it brings up to date.
    """

    evidence: Evidence
    value: Label
    number: float | int | list[float | int] | None
    low: float | int | None
    high: float | int | None
    bound: str
    unit: str | None
    of: str | None
    place: str | None
    day: Label
    day_iso: str | None
    on_word: Label
    unsure: bool
    origin: int | None
    part_of: Label | None = None
    updates: Label | None = None


class ComparisonRow(msgspec.Struct, frozen=True):
    """Two figures side by side, what stands between them and why."""

    relation: str
    label: Label
    a: FigureRow
    b: FigureRow
    reason: Label
    rule: str


class Count(msgspec.Struct, frozen=True):
    """A label with how many."""

    key: str
    label: Label
    count: int


class MeasureView(msgspec.Struct, frozen=True):
    """Figures of one measure. comparisons: conflicts first; hidden: how many of the rest are not listed."""

    id: str
    title: Label
    from_dossier: bool
    rows: tuple[FigureRow, ...]
    chart: Markup | None
    verdicts: tuple[Count, ...]
    comparisons: tuple[ComparisonRow, ...]
    hidden: int
    conflicts: int


class TimelineRow(msgspec.Struct, frozen=True):
    """A dated entry. sure: its day is known to the day; reports and origins: how many items, of how many origins."""

    evidence: Evidence
    when: Label
    sure: bool
    kind: str
    kind_label: Label
    phase: Label | None
    words: str
    reports: int
    origins: int


class TimelineYear(msgspec.Struct, frozen=True):
    """The entries of one year, in order."""

    year: str
    rows: tuple[TimelineRow, ...]


class DeadlineStep(msgspec.Struct, frozen=True):
    """One version of a deadline. replaced: a later one took its place."""

    evidence: Evidence
    due: Label
    made: Label
    replaced: bool
    condition: str | None
    restated: int


class DeadlineLine(msgspec.Struct, frozen=True):
    """A deadline through its re-datings, first one first."""

    subject: str
    who: str | None
    steps: tuple[DeadlineStep, ...]
    status: str
    status_label: Label


class OriginCopy(msgspec.Struct, frozen=True):
    """One appearance of an origin. similarity: percent of its word shingles that stand in the first."""

    article: ArticleRef
    kind: str
    label: Label
    similarity: int


class OriginRow(msgspec.Struct, frozen=True):
    """A report that appeared more than once."""

    number: int
    agency: str | None
    outlets: int
    copies: tuple[OriginCopy, ...]
    rule: str


class OddityRow(msgspec.Struct, frozen=True):
    """Something the text itself gets wrong."""

    evidence: Evidence
    kind: Label
    words: str
    note: str


class Segment(msgspec.Struct, frozen=True):
    """A run of an article's text under the same items. layers, items: who covers it; ids: items that begin here."""

    text: str
    layers: tuple[str, ...]
    items: tuple[str, ...]
    ids: tuple[str, ...]


class ItemRow(msgspec.Struct, frozen=True):
    """One item in the list under its article. placed: its words are shown highlighted above."""

    id: str
    placed: bool
    layer: str
    label: Label
    words: str
    facts: tuple[tuple[Label, Label], ...]
    start: int
    end: int
    rule: str
    verdict: str | None
    note: str


class ArticleView(msgspec.Struct, frozen=True):
    """An article. paragraphs: its words in segments; a gap in excerpts is an empty paragraph."""

    ref: ArticleRef
    basis: Label
    evidence: tuple[str, ...]
    genre: Label | None
    agency: str | None
    author: str | None
    url: str | None
    path: str
    sha256: str
    characters: int
    notes: tuple[str, ...]
    counts: tuple[Count, ...]
    paragraphs: tuple[tuple[Segment, ...], ...]
    items: tuple[ItemRow, ...]
    made_up: bool


class BoardMeasure(msgspec.Struct, frozen=True):
    """A measure on the board: its latest figure, and how many stand behind it."""

    title: Label
    href: str
    latest: FigureRow | None
    spark: Markup | None
    count: int
    conflicts: int


class BoardPhase(msgspec.Struct, frozen=True):
    """A phase and the first entry that declares it (None: not found in these articles)."""

    title: Label
    row: TimelineRow | None


class BoardPosition(msgspec.Struct, frozen=True):
    """Where one actor stood, last known first. stance: its key."""

    actor: Label
    stance: str
    stance_label: Label
    evidence: Evidence


class BoardQuestion(msgspec.Struct, frozen=True):
    """A question of the dossier and who stands where."""

    title: Label
    positions: tuple[BoardPosition, ...]


class BoardSpeaker(msgspec.Struct, frozen=True):
    """Who is quoted most. share: percent of the most quoted one."""

    name: str
    count: int
    share: int


class BoardCard(msgspec.Struct, frozen=True):
    """One section of the board; only the list of its kind is filled."""

    id: str
    title: Label
    phases: tuple[BoardPhase, ...] = ()
    measures: tuple[BoardMeasure, ...] = ()
    deadlines: tuple[DeadlineLine, ...] = ()
    questions: tuple[BoardQuestion, ...] = ()
    origins: tuple[OriginRow, ...] = ()
    speakers: tuple[BoardSpeaker, ...] = ()


class Summary(msgspec.Struct, frozen=True):
    """The first screen. unnamed: statements whose speaker is «غير محدد»; undated: articles without a known day."""

    articles: int
    outlets: int
    statements: int
    figures: int
    deadlines: int
    origins: int
    repeated: int
    conflicts: int
    unnamed: int
    undated: int
    span: Label
    chart: Markup | None


class Page(msgspec.Struct, frozen=True):
    """The whole report."""

    title: Label
    has_dossier: bool
    made_up: bool
    text: str
    families: tuple[Count, ...]
    summary: Summary
    measured: Measured
    precision: dict[str, Family | None]
    board: tuple[BoardCard, ...]
    timeline: tuple[TimelineYear, ...]
    statements: tuple[StatementRow, ...]
    actors: tuple[Count, ...]
    forces: tuple[Count, ...]
    outlets: tuple[Count, ...]
    measures: tuple[MeasureView, ...]
    others: tuple[FigureRow, ...]
    conflicts: tuple[tuple[Label, ComparisonRow], ...]
    seeming: tuple[tuple[Label, ComparisonRow], ...]
    seeming_total: int
    oddities: tuple[OddityRow, ...]
    deadlines: tuple[DeadlineLine, ...]
    origins: tuple[OriginRow, ...]
    articles: tuple[ArticleView, ...]
