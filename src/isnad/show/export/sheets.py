"""The sheets of an export: their columns, and what each layer says beside the columns all share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from isnad.model.reading import Commitment, Figure, Name, Statement, Time
from isnad.model.span import Span
from isnad.show.export.cells import Cell

#: What every row begins and ends with.
FIRST = ("document", "outlet", "date", "quote", "start", "end")
LAST = ("rule", "anchor", "verdict", "note", "made_up")

_OTHER = tuple(f"b_{name}" for name in ("document", "outlet", "date", "quote", "start", "end", "value"))

#: The sheets in their order, with the columns between the first and the last ones.
SHEETS: dict[str, tuple[str, ...]] = {
    "statements": (
        "statement",
        "speaker",
        "actor",
        "chain",
        "force",
        "mode",
        "form",
        "content",
        "cue",
        "via",
        "addressee",
        "said_on",
    ),
    "figures": (
        "value",
        "low",
        "high",
        "approx",
        "unit",
        "currency",
        "of",
        "where",
        "time",
        "time_value",
        "voice",
        "statement",
        "part_of",
        "updates",
        "measures",
    ),
    "times": ("type", "value", "mod", "earliest", "latest", "until", "relative_to"),
    "commitments": ("who", "what", "due", "due_earliest", "due_latest", "condition", "voice", "statement"),
    "names": ("type", "actor", "actor_name"),
    "timeline": ("value", "earliest", "latest", "kind", "phase", "reports"),
    "deadlines": ("subject", "due_earliest", "due_latest", "made_on", "replaces", "restates", "deadline"),
    "comparisons": ("measure", "relation", "reason_ar", "reason_en", "value", *_OTHER),
    "origins": ("origin", "kind", "similarity", "agency", "title"),
    "documents": (
        "title",
        "author",
        "agency",
        "genre",
        "date_basis",
        "date_earliest",
        "date_latest",
        "characters",
        "statements",
        "figures",
        "path",
        "url",
        "sha256",
    ),
}


class Actors(NamedTuple):
    """What a document's own actor ids stand for in the record. ids, names: by the document's id of the actor."""

    ids: dict[str, str]
    names: dict[str, str]


def columns_of(sheet: str) -> tuple[str, ...]:
    """All columns of a sheet, in order."""
    return (*FIRST, *SHEETS[sheet], *LAST)


def _text(span: Span | str | None) -> str | None:
    return span if span is None or isinstance(span, str) else span.text


def _joined(spans: Iterable[Span], by: str) -> str | None:
    return by.join(s.text for s in spans) or None


def statement_cells(item: Statement, actors: Actors) -> tuple[Cell, ...]:
    """An unsure speaker is empty; the chain reads «A ← B ← C», the outermost voice first."""
    local = item.speaker.actor if item.speaker else None
    return (
        item.id,
        _text(item.speaker),
        actors.names.get(local, local) if local else None,
        _joined(item.chain, " ← "),
        item.force,
        item.mode,
        item.form,
        _joined(item.content, " … "),
        _joined(item.cue, " … "),
        _text(item.via),
        _text(item.addressee),
        item.said_on.value if item.said_on else None,
    )


def figure_value(item: Figure) -> Cell:
    """The number; a range as «5000-10000»; None where vague."""
    return "-".join(map(str, item.value)) if isinstance(item.value, tuple) else item.value


def figure_cells(item: Figure, measures: Iterable[str]) -> tuple[Cell, ...]:
    """measures: ids of the measures that the figure counts towards."""
    return (
        figure_value(item),
        item.low,
        item.high,
        item.approx,
        _text(item.unit),
        item.currency,
        _text(item.of),
        _text(item.where),
        _text(item.time),
        item.time.value if item.time else None,
        item.voice,
        item.statement,
        _text(item.part_of),
        _text(item.updates),
        " · ".join(measures) or None,
    )


def time_cells(item: Time) -> tuple[Cell, ...]:
    """Value and bounds as TIMEX3 and ISO 8601 write them."""
    return (item.type, item.value, item.mod, item.earliest, item.latest, item.until, item.relative_to)


def commitment_cells(item: Commitment) -> tuple[Cell, ...]:
    """Empty where no due date is said."""
    due = (item.due.value, item.due.earliest, item.due.latest) if item.due else (None, None, None)
    return (_text(item.who), _text(item.what), *due, _text(item.condition), item.voice, item.statement)


def name_cells(item: Name, actors: Actors) -> tuple[Cell, ...]:
    """actor: the record's id where the record joins it, else the document's own."""
    local = item.actor
    if local is None:
        return (item.type, None, None)
    return (item.type, actors.ids.get(local, local), actors.names.get(local))
