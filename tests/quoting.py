"""Items for tests whose spans are found in their text, so that they quote it exactly."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

from isnad.model.reading import Bound, Figure, Force, Head, Mode, Published, Speaker, Statement, Time, Title, Voice
from isnad.model.span import Span

S = TypeVar("S", bound=Span)


def span(text: str, words: str, n: int = 1) -> Span:
    """The nth place where `words` stand in `text`."""
    at = -1
    for _ in range(n):
        at = text.index(words, at + 1)
    return Span(at, at + len(words), words)


def of(s: Span) -> tuple[int, int, str]:
    """What a span gives the item that stands there."""
    return s.start, s.end, s.text


def make(text: str, words: str, made: type[S], /, **rest: object) -> S:
    """An item of the kind asked for at the first place of `words`."""
    start, end, quote = of(span(text, words))
    return made(start=start, end=end, text=quote, **rest)


def sha256(text: str) -> str:
    """The hash of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def head(
    key: str,
    path: str,
    text: str,
    *,
    title: Title = Title(None, None, None),  # noqa: B008 (frozen)
    outlet: str | None = None,
    day: str | None = None,
    notes: tuple[str, ...] = (),
) -> Head:
    """The head of a reading of `text`; day: given with it, or unknown."""
    published = Published(day, day, day, "given" if day else "none")
    return Head(key, path, sha256(text), len(text), title, outlet, None, None, None, published, notes=notes)


def statement(
    text: str,
    key: str,
    cue: str | tuple[str, ...],
    content: str | tuple[str, ...],
    speaker: str | None = None,
    force: Force = "say",
    *,
    actor: str | None = None,
    chain: tuple[Voice, ...] = (),
    mode: Mode = "indirect",
    said_on: Time | None = None,
    rule: str = "test",
) -> Statement:
    """A statement in a clause."""
    cues, contents = (
        tuple(span(text, part) for part in ((given,) if isinstance(given, str) else given)) for given in (cue, content)
    )
    voice = Speaker(*of(span(text, speaker)), actor, True) if speaker else None
    return Statement(key, cues, contents, mode, "clause", force, voice, chain, None, None, said_on, rule)


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
    within: tuple[float, float] | None = None,
    said: str | None = None,
    rule: str = "test",
) -> Figure:
    """A figure; within: what its bound allows; said: the id of the statement on whose word it stands."""
    at = span(text, words)
    parts = [span(text, w) if w else None for w in (unit if unit != "%" else None, of, where)]
    low, high = within or ((value, value) if approx == "exact" else (None, None))
    whose: Any = ("statement", said) if said else ("article", None)
    counted = "%" if unit == "%" else parts[0]
    return Figure(
        at.start, at.end, at.text, value, low, high, approx, counted, None, parts[1], parts[2], time, *whose, rule
    )
