"""One entry as rows: the flat picture of a reading, made anew whenever it is stored or verified."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from isnad.model.reading import (
    Commitment,
    Event,
    Figure,
    Name,
    Oddity,
    Position,
    Reading,
    Statement,
    Time,
)
from isnad.model.record import Entry, Item, anchor_of, extent_of
from isnad.model.span import Span

Row = tuple[Any, ...]

_LARGEST = 2**63 - 1  #: what SQLite holds as a whole number
_PIECES = " … "
_AND = " · "
_ARROW = " ← "


def _span(span: Span | None) -> Row:
    return (None, None, None) if span is None else (span.text, span.start, span.end)


def _joined(spans: Iterable[Span], by: str = _AND) -> str | None:
    return by.join(s.text for s in spans) or None


def _when(time: Time | None) -> Row:
    if time is None:
        return (None,) * 6
    return (time.text, time.start, time.end, time.value, time.earliest, time.latest)


def _number(value: object) -> float | int | None:
    if not isinstance(value, int | float):
        return None
    return value if abs(value) <= _LARGEST else float(value)


def chain_text(statement: Statement) -> str | None:
    """The chain as «A ← B ← C», outermost voice first; None where nobody is named."""
    return _joined(statement.chain, _ARROW)


def _name(item: Name) -> Row:
    return (item.type, item.actor, item.rule)


def _time(item: Time) -> Row:
    return (item.type, item.value, item.mod, item.earliest, item.latest, item.until, item.relative_to, item.rule)


def _statement(item: Statement) -> Row:
    speaker = item.speaker
    return (
        item.id,
        _joined(item.cue, _PIECES) or "",
        _joined(item.content, _PIECES) or "",
        item.mode,
        item.form,
        item.force,
        *_span(speaker),
        speaker.actor if speaker else None,
        int(speaker.explicit) if speaker else None,
        chain_text(item),
        *_span(item.via),
        *_span(item.addressee),
        *_when(item.said_on),
        item.rule,
    )


def _figure(item: Figure) -> Row:
    unit = (item.unit, None, None) if isinstance(item.unit, str) else _span(item.unit)
    return (
        _number(item.value),
        _number(item.low),
        _number(item.high),
        item.approx,
        *unit,
        item.currency,
        *_span(item.of),
        *_span(item.where),
        *_when(item.time),
        *_span(item.part_of),
        *_span(item.updates),
        item.voice,
        item.statement,
        item.rule,
    )


def _event(item: Event) -> Row:
    attributed = [t.get("to") for t in item.attributed]
    return (
        item.type,
        item.modality,
        _joined(item.who),
        _joined(item.whom),
        *_span(item.where),
        *_when(item.when),
        _joined(item.claimed_by),
        _joined(s for s in attributed if s is not None),
        _joined(item.denied_by),
        item.voice,
        item.statement,
        item.rule,
    )


def _commitment(item: Commitment) -> Row:
    due = (item.due.value, item.due.earliest, item.due.latest) if item.due else (None, None, None)
    return (*_span(item.who), *_span(item.what), *due, *_span(item.condition), item.voice, item.statement, item.rule)


def _position(item: Position) -> Row:
    return (
        item.actor,
        *_span(item.holder),
        item.question,
        item.stance,
        *_span(item.condition),
        _joined(item.reasons),
        item.voice,
        item.statement,
        item.rule,
    )


def _oddity(item: Oddity) -> Row:
    return (item.kind, item.note)


_LAYERS: dict[str, Callable[[Any], Row]] = {
    "names": _name,
    "times": _time,
    "statements": _statement,
    "figures": _figure,
    "events": _event,
    "commitments": _commitment,
    "positions": _position,
    "oddities": _oddity,
}
LAYERS = tuple(_LAYERS)


def layer_of(reading: Reading, layer: str) -> tuple[Item, ...]:
    """The items of one layer; raises AttributeError for a layer that a reading does not have."""
    items: tuple[Item, ...] = getattr(reading, layer)
    return items


def _parts(document: str, index: int, statement: Statement) -> Iterator[Row]:
    for part, spans in (("cue", statement.cue), ("content", statement.content)):
        for at, span in enumerate(spans):
            yield (document, index, part, at, span.start, span.end, span.text)


def _voices(document: str, index: int, statement: Statement) -> Iterator[Row]:
    for at, voice in enumerate(statement.chain):
        yield (document, index, at, voice.start, voice.end, voice.text, voice.role, voice.actor, *_span(voice.cue))


def item_rows(entry: Entry) -> dict[str, list[Row]]:
    """The rows of each table in `tables.ITEM_TABLES`, in order, one value for each column."""
    document, reading = entry.document, entry.reading
    out: dict[str, list[Row]] = {}
    for layer, flat in _LAYERS.items():
        rows: list[Row] = []
        for index, item in enumerate(layer_of(reading, layer)):
            start, end = extent_of(item)
            anchor = anchor_of(document.sha256, layer, start, end)
            rows.append((document.id, index, anchor, start, end, document.text[start:end], *flat(item)))
        out[layer] = rows
    pairs = list(enumerate(reading.statements))
    out["statement_parts"] = sorted(r for i, s in pairs for r in _parts(document.id, i, s))
    out["voices"] = [r for i, s in pairs for r in _voices(document.id, i, s)]
    return out


def document_row(entry: Entry, number: int, read_with: str) -> Row:
    """The row of `tables.DOCUMENTS`."""
    document, head = entry.document, entry.reading.document
    published = head.published
    return (
        document.id,
        number,
        document.path,
        document.sha256,
        document.source_sha256,
        head.outlet or document.outlet,
        head.title.value or document.title,
        head.author.value if head.author else document.author,
        head.agency.text if head.agency else None,
        head.genre,
        head.url or document.url,
        published.value,
        published.earliest,
        published.latest,
        published.basis,
        len(document.text),
        read_with,
        "\n".join(dict.fromkeys(document.notes + head.notes)) or None,
        document.text,
    )
