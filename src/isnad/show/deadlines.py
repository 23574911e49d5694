"""The ledger of deadlines: each with its re-datings in a row."""

from __future__ import annotations

from collections import Counter

from isnad.model.reading import Commitment
from isnad.model.record import Deadline
from isnad.show.page import DeadlineLine, DeadlineStep
from isnad.show.shelf import Shelf
from isnad.show.words import UNKNOWN, between, day_words, word


def _lineages(deadlines: tuple[Deadline, ...]) -> list[list[Deadline]]:
    """Each deadline with those that re-date it, first one first; restatements are left to their original."""
    by_id = {d.id: d for d in deadlines}
    replaced_by: dict[str, Deadline] = {}
    for d in deadlines:
        if d.replaces in by_id and not d.restates:
            replaced_by.setdefault(d.replaces, d)
    taken = {d.id for d in replaced_by.values()}
    lines = []
    for d in deadlines:
        if d.id in taken or d.restates in by_id:
            continue
        line = [d]
        while (after := replaced_by.get(line[-1].id)) is not None and after not in line:
            line.append(after)
        lines.append(line)
    return lines


def _not_before(d: Deadline) -> str | None:
    """The first day it may fall due; None where that only says that it lies after the promise."""
    after = d.due_latest and d.due_latest != d.due_earliest and d.made_on and (d.due_earliest or "") <= d.made_on
    return None if after else d.due_earliest


def _step(shelf: Shelf, d: Deadline, replaced: bool, restated: int) -> DeadlineStep:
    item = shelf.item(d.item)
    due = UNKNOWN
    condition = None
    if isinstance(item, Commitment):
        condition = item.condition.text if item.condition else None
    if d.due_earliest or d.due_latest:
        due = between(_not_before(d), d.due_latest)
    return DeadlineStep(
        evidence=shelf.evidence(d.item),
        due=due,
        made=day_words(d.made_on) if d.made_on else UNKNOWN,
        replaced=replaced,
        condition=shelf.words(condition) if condition else None,
        restated=restated,
    )


def _status(last: Deadline, today: str | None) -> str:
    if last.due_latest is None:
        return "open"
    return "passed" if today is not None and last.due_latest < today else "ahead"


def last_day(shelf: Shelf) -> str | None:
    """The last day of which an article of the record speaks as its own."""
    published = [e.reading.document.published for e in shelf.entries]
    return max((p.value or p.earliest or "" for p in published), default="") or None


def deadline_lines(shelf: Shelf) -> tuple[DeadlineLine, ...]:
    """The ledger: what was re-dated most at the head, then by due date, what has none at the end."""
    held = tuple(d for d in shelf.reconciled.deadlines if shelf.item(d.item) is not None)
    restated = Counter(d.restates for d in held if d.restates)
    today = last_day(shelf)
    lineages = _lineages(held)
    lineages.sort(key=lambda line: (-len(line), line[-1].due_latest or "9999", line[0].id))
    out = []
    for line in lineages:
        item = shelf.item(line[0].item)
        who = item.who.text if isinstance(item, Commitment) and item.who else None
        status = _status(line[-1], today)
        steps = tuple(_step(shelf, d, d is not line[-1], restated[d.id]) for d in line)
        out.append(DeadlineLine(shelf.words(line[0].subject), who, steps, status, word("status", status)))
    return tuple(out)
