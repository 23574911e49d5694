"""One article through all readers: Document → Reading."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.model.document import Document
from isnad.model.dossier import Dossier
from isnad.model.reading import (
    Commitment,
    Figure,
    Head,
    Name,
    Number,
    Oddity,
    Published,
    Reading,
    Statement,
    Time,
)
from isnad.model.span import Span
from isnad.read.anchor import Anchor
from isnad.read.commitments import CommitmentsReader
from isnad.read.dating import DatingReader
from isnad.read.figures import FiguresReader
from isnad.read.heading import Heading, HeadingReader
from isnad.read.layers import DEFAULT_LAYERS
from isnad.read.names import NamesReader
from isnad.read.numbers import NumbersReader
from isnad.read.numerals import Numeral
from isnad.read.oddities import in_order, read_unbalanced_quotes
from isnad.read.statements import StatementsReader
from isnad.read.statements.explain import Explanation
from isnad.read.steps import Step, check_order, choose_steps
from isnad.read.times import Mention, TimesReader
from isnad.text.prose import Prose

_HEADER_DATE = re.compile(
    r"(?m)^\W*(?:التاريخ|تاريخ(?: النشر)?|نشر في|date|published)[ \t]*[:：][ \t]*(\S[^\r\n]*?)[ \t]*$", re.IGNORECASE
)
_THERE = frozenset({"document", "prose"})
_ALWAYS = frozenset({"published", "heading"})
_LAYERS = ("names", "times", "statements", "figures", "commitments", "numbers", "oddities")


class Desk:
    """Where the readers of one article lay what they found; each attribute is one name of `needs` and `gives`."""

    numerals: list[Numeral]
    calendar: tuple[Oddity, ...]  # oddities of dates alone
    mentions: list[Mention]
    published: Published
    heading: Heading

    def __init__(self, document: Document) -> None:
        self.document = document
        self.prose = Prose(document.text)
        self.numbers: tuple[Number, ...] = ()
        self.times: tuple[Time, ...] = ()
        self.oddities: tuple[Oddity, ...] = ()
        self.names: tuple[Name, ...] = ()
        self.statements: tuple[Statement, ...] = ()
        self.figures: tuple[Figure, ...] = ()
        self.commitments: tuple[Commitment, ...] = ()


class ExplainedSentence(NamedTuple):
    """A sentence and why its statements read as they do (none: it holds no cue)."""

    sentence: Span
    statements: tuple[Explanation, ...]


class Pipeline:
    """The readers, made once from the lexicons, then used for any number of articles."""

    def __init__(self, lexicons: Lexicons, dossier: Dossier | None = None) -> None:
        self._dossier = dossier
        self._numbers = NumbersReader(lexicons)
        self._times = TimesReader(lexicons)
        self._dating = DatingReader(lexicons)
        self._names = NamesReader(lexicons, dossier)
        self._heading = HeadingReader(lexicons)
        self._statements = StatementsReader(lexicons)
        self._figures = FiguresReader(lexicons)
        self._commitments = CommitmentsReader(lexicons)
        self.steps = (
            _step("numerals", "prose", "numerals", self._read_numerals),
            _step("numbers", "prose numerals", "numbers", self._read_numbers),
            _step("mentions", "prose numerals", "mentions", self._read_mentions),
            _step("published", "document prose mentions", "published", self._read_published),
            _step("times", "document prose mentions published", "times calendar", self._read_times),
            _step("oddities", "prose numerals calendar", "oddities", self._read_oddities),
            _step("names", "prose", "names", self._read_names),
            _step("heading", "document prose", "heading", self._read_heading),
            _step("statements", "prose names times", "statements", self._read_statements),
            _step("figures", "prose numerals times names statements", "figures", self._read_figures),
            _step("commitments", "prose published statements times names", "commitments", self._read_commitments),
        )
        check_order(self.steps, _THERE)

    def read(self, document: Document, layers: frozenset[str] = DEFAULT_LAYERS) -> Reading:
        """Everything found in `document`; layers not in `layers` are empty. Never raises for a text without Arabic."""
        desk = self._through(document, layers)
        found = {name: _below_header(document, getattr(desk, name)) for name in _LAYERS if name in layers}
        return Reading(_head(desk), **found)

    def explain(self, document: Document) -> tuple[ExplainedSentence, ...]:
        """For each sentence of `document` why its statements read as they do."""
        desk = self._through(document, frozenset({"names", "times"}))
        found: dict[int, list[Explanation]] = {}
        for explanation in self._statements.explain(desk.prose, desk.names, desk.times):
            found.setdefault(explanation.sentence.start, []).append(explanation)
        sentences = [desk.prose.span(*bounds) for bounds in desk.prose.sentences]
        return tuple(ExplainedSentence(s, tuple(found.get(s.start, ()))) for s in sentences)

    def _through(self, document: Document, wanted: frozenset[str]) -> Desk:
        desk = Desk(document)
        for step in choose_steps(self.steps, wanted | _ALWAYS):
            step.run(desk)
        return desk

    def _read_numerals(self, desk: Desk) -> None:
        desk.numerals = self._numbers.read(desk.prose)

    def _read_numbers(self, desk: Desk) -> None:
        desk.numbers = self._numbers.layer(desk.prose, desk.numerals)

    def _read_mentions(self, desk: Desk) -> None:
        desk.mentions = self._times.mentions(desk.prose, desk.numerals)

    def _read_published(self, desk: Desk) -> None:
        if desk.document.published is not None:
            desk.published = _stated(desk.document, desk.document.published)
        else:
            desk.published = self._dating.read(desk.prose, desk.mentions, self._dossier)

    def _read_times(self, desk: Desk) -> None:
        found = self._times.resolve(desk.prose, desk.mentions, _anchor(desk))
        desk.times, desk.calendar = found.times, found.oddities

    def _read_oddities(self, desk: Desk) -> None:
        digits = self._numbers.oddities(desk.prose, desk.numerals)
        desk.oddities = in_order(desk.calendar, digits, read_unbalanced_quotes(desk.prose))

    def _read_names(self, desk: Desk) -> None:
        desk.names = self._names.read(desk.prose)

    def _read_heading(self, desk: Desk) -> None:
        desk.heading = self._heading.read(desk.document, desk.prose)

    def _read_statements(self, desk: Desk) -> None:
        desk.statements = self._statements.read(desk.prose, desk.names, desk.times)

    def _read_figures(self, desk: Desk) -> None:
        title = desk.document.title or ""
        desk.figures = self._figures.read(desk.prose, desk.numerals, desk.times, desk.names, desk.statements, title)

    def _read_commitments(self, desk: Desk) -> None:
        day = desk.published.value or desk.published.earliest or ""
        desk.commitments = self._commitments.read(desk.prose, desk.statements, desk.times, desk.names, day)


def _below_header(document: Document, items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Items of the article itself, without those in a header block that says title, outlet and day."""
    if not document.header_end:
        return items
    return tuple(i for i in items if _start(i) >= document.header_end)


def _start(item: Any) -> int:
    span = item.content[0] if isinstance(item, Statement) else item.span if isinstance(item, Commitment) else item
    start: int = span.start
    return start


def _step(name: str, needs: str, gives: str, run: Callable[[Desk], None]) -> Step[Desk]:
    return Step(name, frozenset(needs.split()), frozenset(gives.split()), run)


def _stated(document: Document, day: dt.date) -> Published:
    """The day that the carrier of `document` gives; for a header block with the words that give it."""
    evidence: tuple[Span, ...] = ()
    m = _HEADER_DATE.search(document.text, 0, document.header_end) if document.published_basis == "text" else None
    if m:
        evidence = (Span(m.start(1), m.end(1), m[1]),)
    iso = day.isoformat()
    return Published(iso, iso, iso, document.published_basis or "given", evidence)


def _anchor(desk: Desk) -> Anchor:
    document, published = desk.document, desk.published
    if document.published is not None:
        at = dt.datetime.fromisoformat(document.published_at) if document.published_at else None
        return Anchor(document.published, document.published, at)
    if published.earliest is None or published.latest is None:
        return Anchor()
    return Anchor(dt.date.fromisoformat(published.earliest), dt.date.fromisoformat(published.latest))


def _head(desk: Desk) -> Head:
    document, heading = desk.document, desk.heading
    return Head(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        characters=len(document.text),
        title=heading.title,
        outlet=document.outlet,
        author=heading.author,
        agency=heading.agency,
        genre=heading.genre,
        published=desk.published,
        url=document.url,
        notes=document.notes,
    )
