"""Gold YAML of the example corpus as the readings that perfect readers would give."""

from __future__ import annotations

import calendar
import hashlib
import re
from pathlib import Path
from typing import Any

import yaml

from isnad.model.document import Document
from isnad.model.reading import (
    Commitment,
    Due,
    Figure,
    Head,
    Name,
    Published,
    Reading,
    Speaker,
    Statement,
    Time,
    Title,
)
from isnad.model.record import Entry
from isnad.model.span import Span

EXAMPLES = Path(__file__).parents[2] / "examples" / "coalition"


def _find(text: str, q: str, n: int = 1, start: int = 0) -> int:
    at = start - 1
    for _ in range(n):
        at = text.find(q, at + 1)
        if at < 0:
            raise AssertionError(f"not in the text: {q}")
    return at


def locate(text: str, where: Any) -> Span | None:
    """The span that gold gives by `q` and `n`, or by `from` and `to`; None for null."""
    if where is None:
        return None
    if isinstance(where, str):
        where = {"q": where}
    if where.get("q"):
        start = _find(text, where["q"], where.get("n", 1))
        return Span(start, start + len(where["q"]), where["q"])
    start = _find(text, where["from"], where.get("n", 1))
    end = _find(text, where["to"], 1, start) + len(where["to"])
    return Span(start, end, text[start:end])


def bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of a TIMEX value."""
    value = str(value)
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        last = calendar.monthrange(int(m[1]), int(m[2]))[1]
        return f"{value}-01", f"{value}-{last}"
    if m := re.match(r"\d{4}-\d\d-\d\d", value):
        return m[0], m[0]
    return None, None


def _times(text: str, gold: list[dict[str, Any]]) -> list[Time]:
    out = []
    for g in gold:
        span = locate(text, {"q": g["q"], "n": g.get("n", 1)})
        assert span is not None
        earliest, latest = bounds(g["value"])
        out.append(
            Time(
                *_parts(span), g["type"], str(g["value"]), g.get("mod"), earliest, latest, g.get("until"), None, "gold"
            )
        )
    return sorted(out, key=lambda t: t.start)


def _parts(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text


def _near(text: str, q: str | None, at: int) -> Span | None:
    """The occurrence of `q` that stands nearest to `at`."""
    if not q or q not in text:
        return None
    starts = [m.start() for m in re.finditer(re.escape(q), text)]
    start = min(starts, key=lambda s: abs(s - at))
    return Span(start, start + len(q), q)


def _figures(text: str, gold: list[dict[str, Any]], times: list[Time], statements: list[Statement]) -> list[Figure]:
    out = []
    for g in gold:
        span = locate(text, {"q": g["q"], "n": g.get("n", 1)})
        assert span is not None
        value = g.get("value")
        low = high = value
        if isinstance(value, list):
            value = (value[0], value[1])
            low, high = value
        elif g["approx"] != "exact":
            low = high = None
        when = _near(text, g.get("time"), span.start)
        time = next((t for t in times if when and when.start <= t.start and t.end <= when.end), None)
        statement = next(
            (s.id for s in statements for c in s.content if c.start <= span.start and span.end <= c.end), None
        )
        unit: Any = "%" if g.get("unit") == "%" else _near(text, g.get("unit"), span.start)
        out.append(
            Figure(
                *_parts(span),
                value,
                low,
                high,
                g["approx"],
                unit,
                None,
                _near(text, g.get("of"), span.start),
                _near(text, g.get("where"), span.start),
                time,
                "statement" if statement else "article",
                statement,
                "gold",
            )
        )
    return sorted(out, key=lambda f: f.start)


def _statements(text: str, gold: list[dict[str, Any]]) -> list[Statement]:
    out = []
    for g in gold:
        content = [s for s in (locate(text, g.get("content")), locate(text, g.get("content2"))) if s]
        cue = [s for s in (locate(text, g.get("cue")), locate(text, g.get("cue2"))) if s]
        speaker = locate(text, g.get("speaker"))
        voice = Speaker(*_parts(speaker), g.get("speaker_id"), True) if speaker else None
        out.append(
            Statement(
                g["id"],
                tuple(cue),
                tuple(content),
                g.get("mode", "indirect"),
                g.get("form", "clause"),
                g.get("force", "say"),
                voice,
                (),
                None,
                None,
                None,
                "gold",
            )
        )
    return sorted(out, key=lambda s: s.content[0].start)


def _commitments(text: str, gold: list[dict[str, Any]], statements: list[Statement]) -> list[Commitment]:
    out = []
    for g in gold:
        span, what = locate(text, g["span"]), locate(text, g["what"])
        assert span is not None
        due = g.get("due") or {}
        day = Due(due.get("value"), due.get("earliest"), due.get("latest")) if due.get("value") else None
        statement = next((s.id for s in statements for c in s.content if c.start <= span.start < c.end), None)
        voice = g.get("voice", "article")
        out.append(Commitment(span, locate(text, g.get("who")), what or span, day, None, voice, statement, "gold"))
    return sorted(out, key=lambda c: c.span.start)


def _names(text: str, gold: list[dict[str, Any]]) -> list[Name]:
    out = []
    taken: set[int] = set()
    for g in sorted(gold, key=lambda g: -len(g["q"])):
        for m in re.finditer(re.escape(g["q"]), text):
            if not taken & set(range(*m.span())):
                taken |= set(range(*m.span()))
                out.append(Name(m.start(), m.end(), m.group(), g["type"], g["id"], "gold"))
    return sorted(out, key=lambda n: n.start)


def entry_of(path: Path) -> Entry:
    """One article of the example corpus with its gold as its reading."""
    gold = yaml.safe_load(path.read_text("utf-8"))
    text = (EXAMPLES / gold["doc"]).read_text("utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(gold["doc"], gold["doc"], text, sha256, sha256)
    times = _times(text, gold.get("times") or [])
    statements = _statements(text, gold.get("statements") or [])
    day = str(gold["published"])
    head = Head(
        document.id,
        document.path,
        sha256,
        len(text),
        Title(None, None, None),
        None,
        None,
        locate(text, gold.get("agency")),
        None,
        Published(day, day, day, "given"),
    )
    reading = Reading(
        head,
        tuple(_names(text, gold.get("names") or [])),
        tuple(times),
        tuple(statements),
        tuple(_figures(text, gold.get("figures") or [], times, statements)),
        (),
        tuple(_commitments(text, gold.get("commitments") or [], statements)),
    )
    return Entry(document, reading)


def entries() -> list[Entry]:
    """All articles of the example corpus that have gold."""
    return [entry_of(path) for path in sorted((EXAMPLES / "gold").glob("*.yaml"))]
