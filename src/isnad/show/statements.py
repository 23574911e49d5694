"""Rows of statements, each with its chain drawn from the publisher to the speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from isnad.model.dossier import Label
from isnad.model.reading import Speaker, Statement, Voice
from isnad.model.record import Entry, ItemRef
from isnad.show.page import Count, Pill, StatementRow
from isnad.show.shelf import Shelf
from isnad.show.words import UNKNOWN, between, word


def _same(label: str) -> Label:
    return Label(ar=label, en=label)


def _carriers(entry: Entry) -> list[Pill]:
    head = entry.reading.document
    out = []
    if head.outlet:
        out.append(Pill(_same(head.outlet), word("role", "carrier"), "carrier", None))
    if head.agency:
        out.append(Pill(_same(head.agency.text), word("role", "agency"), "carrier", None))
    return out


def _is(voice: Voice, speaker: Speaker) -> bool:
    if (voice.start, voice.end) == (speaker.start, speaker.end):
        return True
    return voice.actor is not None and voice.actor == speaker.actor


def draw_chain(shelf: Shelf, entry: Entry, statement: Statement) -> tuple[Pill, ...]:
    """The publisher and the wire it credits, the voices as written, the speaker last; an unsure one is «غير محدد»."""
    document, speaker = entry.document.id, statement.speaker
    pills, last = _carriers(entry), len(statement.chain) - 1
    for i, voice in enumerate(statement.chain):
        is_speaker = i == last and speaker is not None and _is(voice, speaker)
        name = shelf.actor_name(document, voice.actor, voice.text)
        pills.append(Pill(_same(voice.text), word("role", voice.role), "speaker" if is_speaker else "voice", name))
        if is_speaker:
            return tuple(pills)
    if speaker is None:
        pills.append(Pill(UNKNOWN, word("role", "unknown"), "unknown", None))
    else:
        role, kind = ("speaker", "speaker") if speaker.explicit else ("implied", "implied")
        name = shelf.actor_name(document, speaker.actor, speaker.text)
        pills.append(Pill(_same(speaker.text), word("role", role), kind, name))
    return tuple(pills)


def statement_row(shelf: Shelf, entry: Entry, index: int) -> StatementRow:
    """One statement of one article."""
    s = entry.reading.statements[index]
    document = entry.document.id
    marked = [(cue, "cue") for cue in s.cue] + [(voice, "voice") for voice in s.chain]
    actor = shelf.actor_name(document, s.speaker.actor, s.speaker.text) if s.speaker else ""
    return StatementRow(
        id=shelf.item_id(document, "statements", index),
        evidence=shelf.evidence(ItemRef(document, "statements", index), marked),
        actor=actor,
        force=s.force,
        force_label=word("force", s.force),
        mode=word("mode", s.mode),
        direct=s.mode == "direct",
        pills=draw_chain(shelf, entry, s),
        quote=tuple(shelf.words(span.text) for span in s.content) if shelf.text != "none" else (),
        via=s.via.text if s.via else None,
        addressee=s.addressee.text if s.addressee else None,
        said_on=between(s.said_on.earliest, s.said_on.latest) if s.said_on else None,
    )


def statement_rows(shelf: Shelf) -> Iterator[StatementRow]:
    """Every statement of the record, in the order of its articles."""
    for entry in shelf.entries:
        for index in range(len(entry.reading.statements)):
            yield statement_row(shelf, entry, index)


def count_actors(rows: tuple[StatementRow, ...]) -> tuple[Count, ...]:
    """Speakers by how often they speak; an unsure one counts as «غير محدد», last."""
    counts = Counter(row.actor for row in rows)
    named = sorted(((n, a) for a, n in counts.items() if a), key=lambda pair: (-pair[0], pair[1]))
    out = [Count(actor, _same(actor), n) for n, actor in named]
    return (*out, Count("", UNKNOWN, counts[""])) if counts[""] else tuple(out)


def count_forces(rows: tuple[StatementRow, ...]) -> tuple[Count, ...]:
    """Forces by how often they occur."""
    counts = Counter(row.force for row in rows)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(force, word("force", force), n) for force, n in ordered)


def count_outlets(rows: tuple[StatementRow, ...]) -> tuple[Count, ...]:
    """Outlets by how many statements they carry; an unknown one last."""
    counts = Counter(row.evidence.article.outlet or "" for row in rows)
    ordered = sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0]))
    return tuple(Count(outlet, _same(outlet) if outlet else UNKNOWN, n) for outlet, n in ordered)
