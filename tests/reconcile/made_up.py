"""Small entries for tests: a text with what a reader would find in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from isnad.model.document import Document
from isnad.model.reading import (
    Bound,
    Commitment,
    Due,
    Figure,
    Force,
    Head,
    Name,
    NameType,
    Published,
    Reading,
    Speaker,
    Statement,
    Time,
    Title,
)
from isnad.model.record import Entry
from isnad.model.span import Span


def span(text: str, words: str) -> Span:
    """The first place where `words` stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def figure(
    text: str,
    words: str,
    value: float,
    unit: str | None,
    *,
    of: str | None = None,
    where: str | None = None,
    time: Time | None = None,
    approx: Bound = "exact",
) -> Figure:
    """A figure of `text` on the article's own word."""
    at = span(text, words)
    parts = [span(text, w) if w else None for w in (unit if unit != "%" else None, of, where)]
    return Figure(
        at.start,
        at.end,
        at.text,
        value,
        value if approx == "exact" else None,
        value if approx == "exact" else None,
        approx,
        "%" if unit == "%" else parts[0],
        None,
        parts[1],
        parts[2],
        time,
        "article",
        None,
        "test",
    )


def day(text: str, words: str, value: str) -> Time:
    """A date of `text` that is one day."""
    at = span(text, words)
    return Time(at.start, at.end, at.text, "DATE", value, None, value, value, None, None, "test")


def name(text: str, words: str, type: NameType, actor: str | None = None) -> Name:
    """A name of `text`."""
    at = span(text, words)
    return Name(at.start, at.end, at.text, type, actor, "test")


def statement(
    text: str, key: str, cue: str, content: str, speaker: str | None = None, force: Force = "say"
) -> Statement:
    """An indirect statement of `text`."""
    voice = None
    if speaker:
        at = span(text, speaker)
        voice = Speaker(at.start, at.end, at.text, None, True)
    cues, contents = (span(text, cue),), (span(text, content),)
    return Statement(key, cues, contents, "indirect", "clause", force, voice, (), None, None, None, "test")


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
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(key, key, text, sha256, sha256, outlet=outlet)
    dated = Published(published, published, published, "given" if published else "none")
    head = Head(key, key, sha256, len(text), Title(None, None, None), outlet, None, None, None, dated)
    found = (tuple(x) for x in (names, times, statements, figures))
    return Entry(document, Reading(head, *found, (), tuple(commitments)))
