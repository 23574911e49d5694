"""Small entries for tests: a text with what a reader would find in it."""

from __future__ import annotations

from collections.abc import Iterable

from quoting import figure, head, sha256, span, statement

from isnad.model.document import Document
from isnad.model.reading import Commitment, Due, Figure, Name, NameType, Reading, Statement, Time
from isnad.model.record import Entry

__all__ = ["commitment", "day", "entry", "figure", "name", "statement"]


def day(text: str, words: str, value: str) -> Time:
    """A date of `text` that is one day."""
    at = span(text, words)
    return Time(at.start, at.end, at.text, "DATE", value, None, value, value, None, None, "test")


def name(text: str, words: str, type: NameType, actor: str | None = None) -> Name:
    """A name of `text`."""
    at = span(text, words)
    return Name(at.start, at.end, at.text, type, actor, "test")


def commitment(text: str, words: str, due: str) -> Commitment:
    """A commitment of `text` on the article's own word, due on one day."""
    at = span(text, words)
    return Commitment(at, None, at, Due(due, None, due), None, "article", None, "test")


def entry(
    key: str,
    published: str | None,
    text: str,
    *,
    names: Iterable[Name] = (),
    times: Iterable[Time] = (),
    statements: Iterable[Statement] = (),
    figures: Iterable[Figure] = (),
    commitments: Iterable[Commitment] = (),
    outlet: str | None = None,
) -> Entry:
    """An article with its reading."""
    document = Document(key, key, text, sha256(text), sha256(text), outlet=outlet)
    found = (tuple(x) for x in (names, times, statements, figures))
    return Entry(document, Reading(head(key, key, text, outlet=outlet, day=published), *found, (), tuple(commitments)))
