"""One article through all readers: Document → Reading."""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.util
import re
from typing import Any

from isnad.lexicon.load import Lexicons
from isnad.model.document import Document
from isnad.model.dossier import Dossier
from isnad.model.reading import (
    Author,
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
    Title,
)
from isnad.model.span import Span
from isnad.read.anchor import Anchor
from isnad.read.layers import DEFAULT_LAYERS
from isnad.read.numerals import Numeral
from isnad.read.steps import Step, check_order, choose_steps
from isnad.text.prose import Prose

_HEADER_DATE = re.compile(
    r"(?m)^\W*(?:التاريخ|تاريخ(?: النشر)?|نشر في|date|published)[ \t]*[:：][ \t]*(\S[^\r\n]*?)[ \t]*$", re.I
)
_DESK = frozenset({"document", "prose"})


class Desk:
    """Where the readers of one article lay what they found; each attribute is one name of `needs` and `gives`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.prose = Prose(document.text)
        self.numerals: list[Numeral] = []
        self.numbers: tuple[Number, ...] = ()
        self.unanchored: Any = None
        self.published = Published(None, None, None, "none")
        self.times: tuple[Time, ...] = ()
        self.oddities: tuple[Oddity, ...] = ()
        self.names: tuple[Name, ...] = ()
        self.heading: Any = None
        self.statements: tuple[Statement, ...] = ()
        self.figures: tuple[Figure, ...] = ()
        self.commitments: tuple[Commitment, ...] = ()


def _load(module: str, name: str) -> Any:
    if importlib.util.find_spec(f"isnad.read.{module}") is None:
        return None
    return getattr(importlib.import_module(f"isnad.read.{module}"), name, None)


class Pipeline:
    """The readers, made once from the lexicons, then used for any number of articles."""

    def __init__(self, lexicons: Lexicons, dossier: Dossier | None = None) -> None:
        self._dossier = dossier

        def make(module: str, name: str, *more: Any) -> Any:
            kind = _load(module, name)
            return kind(lexicons, *more) if kind is not None else None

        self._numbers = make("numbers", "NumbersReader")
        self._times = make("times", "TimesReader")
        self._dating = make("dating", "DatingReader")
        self._names = make("names", "NamesReader", dossier)
        self._heading = make("heading", "HeadingReader")
        self._statements = make("statements", "StatementsReader")
        self._figures = make("figures", "FiguresReader")
        self._commitments = make("commitments", "CommitmentsReader")
        self.steps = self._order()
        check_order(self.steps, _DESK)

    def _order(self) -> tuple[Step[Desk], ...]:
        def step(name: str, needs: str, gives: str, run: Any) -> Step[Desk]:
            return Step(name, frozenset(needs.split()), frozenset(gives.split()), run)

        steps = (
            (self._numbers, step("numerals", "prose", "numerals", self._read_numerals)),
            (self._numbers, step("numbers", "prose numerals", "numbers", self._read_numbers)),
            (self._times, step("unanchored", "prose numerals document", "unanchored", self._read_unanchored)),
            (self._times, step("published", "prose unanchored document", "published", self._read_published)),
            (self._times, step("times", "prose numerals published", "times oddities", self._read_times)),
            (self._names, step("names", "prose", "names", self._read_names)),
            (self._heading, step("heading", "prose document", "heading", self._read_heading)),
            (self._statements, step("statements", "prose names times", "statements", self._read_statements)),
            (
                self._figures,
                step("figures", "prose numerals times names statements", "figures", self._read_figures),
            ),
            (
                self._commitments,
                step("commitments", "prose statements times names", "commitments", self._read_commitments),
            ),
        )
        have = set(_DESK)
        chosen = []
        for reader, s in steps:
            if reader is not None and s.needs <= have:
                chosen.append(s)
                have |= s.gives
        return tuple(chosen)

    def read(self, document: Document, layers: frozenset[str] = DEFAULT_LAYERS) -> Reading:
        """Everything found in `document`; layers not in `layers` are empty. Never raises for a text without Arabic."""
        desk = Desk(document)
        for step in choose_steps(self.steps, layers | {"published", "heading"}):
            step.run(desk)
        found = {
            name: getattr(desk, name)
            for name in ("names", "times", "statements", "figures", "commitments", "numbers", "oddities")
            if name in layers
        }
        return Reading(_head(desk), **found)

    def _read_numerals(self, desk: Desk) -> None:
        desk.numerals = self._numbers.read(desk.prose)

    def _read_numbers(self, desk: Desk) -> None:
        desk.numbers = self._numbers.layer(desk.prose, desk.numerals)

    def _read_unanchored(self, desk: Desk) -> None:
        if desk.document.published is None:
            desk.unanchored = self._times.read(desk.prose, desk.numerals, Anchor())

    def _read_published(self, desk: Desk) -> None:
        if desk.document.published is not None:
            desk.published = _stated(desk.document)
        elif self._dating is not None:
            desk.published = self._dating.read(desk.prose, desk.unanchored, self._dossier)

    def _read_times(self, desk: Desk) -> None:
        anchor = _anchor(desk)
        found = desk.unanchored
        if found is None or anchor != Anchor():
            found = self._times.read(desk.prose, desk.numerals, anchor)
        desk.times, desk.oddities = found.times, found.oddities

    def _read_names(self, desk: Desk) -> None:
        desk.names = self._names.read(desk.prose)

    def _read_heading(self, desk: Desk) -> None:
        desk.heading = self._heading.read(desk.document, desk.prose)

    def _read_statements(self, desk: Desk) -> None:
        desk.statements = self._statements.read(desk.prose, desk.names, desk.times)

    def _read_figures(self, desk: Desk) -> None:
        desk.figures = self._figures.read(desk.prose, desk.numerals, desk.times, desk.names, desk.statements)

    def _read_commitments(self, desk: Desk) -> None:
        desk.commitments = self._commitments.read(desk.prose, desk.statements, desk.times, desk.names)


def _stated(document: Document) -> Published:
    """The day that the carrier of `document` gives; for a header block with the words that give it."""
    day = document.published.isoformat() if document.published else None
    evidence: tuple[Span, ...] = ()
    m = _HEADER_DATE.search(document.text, 0, document.header_end) if document.published_basis == "text" else None
    if m:
        evidence = (Span(m.start(1), m.end(1), m[1]),)
    return Published(day, day, day, document.published_basis or "given", evidence)


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
    given = Title(document.title, None, document.title_basis)
    author = Author(document.author, None) if document.author else None
    return Head(
        id=document.id,
        path=document.path,
        sha256=document.sha256,
        characters=len(document.text),
        title=heading.title if heading is not None else given,
        outlet=document.outlet,
        author=heading.author if heading is not None else author,
        agency=heading.agency if heading is not None else None,
        genre=heading.genre if heading is not None else None,
        published=desk.published if desk.document.published is None else _stated(document),
        url=document.url,
        notes=document.notes,
    )
