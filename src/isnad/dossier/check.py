"""What the types of a dossier cannot say: ids that are their own, references that lead somewhere, clean Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from isnad.dossier.lines import Lines
from isnad.dossier.load import parse_dossier, read_dossier
from isnad.lexicon.habits import faults_of_form
from isnad.model.dossier import Actor, Dossier
from isnad.text.fold import fold_word

SECTIONS = (
    "phases",
    "forces",
    "threat",
    "training",
    "bases",
    "stabilisation",
    "deadlines",
    "positions",
    "events",
    "origins",
)


class Fault(NamedTuple):
    """A fault of the entry number `entry` (from 0) of `table`; `words` are what to look for in its lines."""

    table: str
    entry: int
    words: tuple[str, ...]
    message: str


def check_file(name: str | Path) -> tuple[str, ...]:
    """One line per fault of a shipped dossier or of a file, with file and line; empty where there is none.

    Raises DossierError where it cannot be read as a dossier at all.
    """
    text = read_dossier(name)
    lines = Lines(text)
    faults = check_dossier(parse_dossier(text.encode("utf-8"), str(name)))
    placed = sorted((lines.find(f.table, f.entry, *f.words), f.message) for f in faults)
    return tuple(f"{name}:{line}: {message}" for line, message in placed)


def check_dossier(dossier: Dossier) -> tuple[Fault, ...]:
    """The faults of a dossier; empty where there is none."""
    actors = dossier.actor
    return (*_ids(dossier), *_actors(actors), *_names_of_two(actors), *_others(dossier), *_board(dossier))


def _ids(dossier: Dossier) -> Iterator[Fault]:
    for kind in ("actor", "measure", "question", "phase"):
        held: set[str] = set()
        for index, entry in enumerate(getattr(dossier, kind)):
            name = entry.id
            if name in held:
                yield Fault(kind, index, (name,), f"{kind} {name}: the id is used before")
            held.add(name)
            if not name.strip() or name != name.strip() or " " in name:
                yield Fault(kind, index, (name,), f"{kind} {name!r}: an id has no spaces and is not empty")


def _of_forms(kind: str, index: int, name: str, forms: tuple[str, ...], called: str = "") -> Iterator[Fault]:
    for form in forms:
        for fault in faults_of_form(form):
            yield Fault(kind, index, (form,), f"{kind} {name}: {called}{form!r} {fault}")


def _actors(actors: tuple[Actor, ...]) -> Iterator[Fault]:
    for index, actor in enumerate(actors):
        where = f"actor {actor.id}"
        if not actor.names:
            yield Fault("actor", index, ("names",), f"{where}: it has no names")
        yield from _of_forms("actor", index, actor.id, actor.names + actor.aliases)
        if actor.country is not None and not (len(actor.country) == 2 and actor.country.isupper()):
            told = f"{where}: country {actor.country!r} is no ISO 3166 code of two letters"
            yield Fault("actor", index, ("country",), told)
        for office in actor.office:
            yield from _of_forms("actor", index, actor.id, (office.title,), "office ")
            if office.since and office.until and office.since > office.until:
                words = (office.until.isoformat(), office.title)
                yield Fault("actor", index, words, f"{where}: the office {office.title!r} ends before it begins")


def _names_of_two(actors: tuple[Actor, ...]) -> Iterator[Fault]:
    owner: dict[str, str] = {}
    for index, actor in enumerate(actors):
        for form in actor.names + actor.aliases:
            held = owner.setdefault(fold_word(form), actor.id)
            if held != actor.id:
                yield Fault("actor", index, (form,), f"actor {actor.id}: {form!r} names {held} too")


def _others(dossier: Dossier) -> Iterator[Fault]:
    for index, measure in enumerate(dossier.measure):
        if not measure.unit:
            yield Fault("measure", index, ("unit",), f"measure {measure.id}: it has no unit")
        yield from _of_forms("measure", index, measure.id, measure.unit + measure.of + measure.where)
    for index, question in enumerate(dossier.question):
        if not question.about or not question.stances:
            yield Fault("question", index, (), f"question {question.id}: it needs `about` and `stances`")
    for index, phase in enumerate(dossier.phase):
        if not phase.cues:
            yield Fault("phase", index, ("cues",), f"phase {phase.id}: it has no cues")
        yield from _of_forms("phase", index, phase.id, phase.cues)


def _board(dossier: Dossier) -> Iterator[Fault]:
    measures = {measure.id for measure in dossier.measure}
    board = dossier.board
    for section in board.sections:
        if section not in SECTIONS:
            told = f"board: there is no section {section!r}; the sections are {', '.join(SECTIONS)}"
            yield Fault("board", 0, (f'"{section}"', section), told)
    for section in ("forces", "threat", "training", "bases", "stabilisation"):
        for name in getattr(board, section):
            if name not in measures:
                yield Fault("board", 0, (f'"{name}"', name), f"board.{section}: there is no measure {name!r}")
