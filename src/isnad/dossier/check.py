"""What the types of a dossier cannot say: ids that are their own, references that lead somewhere, clean Arabic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

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


def check_dossier(dossier: Dossier) -> tuple[str, ...]:
    """One line per fault, in the order of the file; empty where there is none."""
    actors = dossier.actor
    return (*_ids(dossier), *_actors(actors), *_names_of_two(actors), *_others(dossier), *_board(dossier))


def _ids(dossier: Dossier) -> Iterator[str]:
    for kind in ("actor", "measure", "question", "phase"):
        held = Counter(entry.id for entry in getattr(dossier, kind))
        for name, count in held.items():
            if count > 1:
                yield f"{kind} {name}: the id is used {count} times"
            if not name.strip() or name != name.strip() or " " in name:
                yield f"{kind} {name!r}: an id has no spaces and is not empty"


def _actors(actors: tuple[Actor, ...]) -> Iterator[str]:
    for actor in actors:
        where = f"actor {actor.id}"
        if not actor.names:
            yield f"{where}: it has no names"
        for form in actor.names + actor.aliases:
            yield from (f"{where}: {form!r} {fault}" for fault in faults_of_form(form))
        if actor.country is not None and not (len(actor.country) == 2 and actor.country.isupper()):
            yield f"{where}: country {actor.country!r} is no ISO 3166 code of two letters"
        for office in actor.office:
            yield from (f"{where}: office {office.title!r} {fault}" for fault in faults_of_form(office.title))
            if office.since and office.until and office.since > office.until:
                yield f"{where}: the office {office.title!r} ends before it begins"


def _names_of_two(actors: tuple[Actor, ...]) -> Iterator[str]:
    owner: dict[str, str] = {}
    for actor in actors:
        for form in actor.names + actor.aliases:
            held = owner.setdefault(fold_word(form), actor.id)
            if held != actor.id:
                yield f"actor {actor.id}: {form!r} names {held} too"


def _others(dossier: Dossier) -> Iterator[str]:
    for measure in dossier.measure:
        if not measure.unit:
            yield f"measure {measure.id}: it has no unit"
        for form in measure.unit + measure.of + measure.where:
            yield from (f"measure {measure.id}: {form!r} {fault}" for fault in faults_of_form(form))
    for question in dossier.question:
        if not question.about or not question.stances:
            yield f"question {question.id}: it needs `about` and `stances`"
    for phase in dossier.phase:
        if not phase.cues:
            yield f"phase {phase.id}: it has no cues"
        for form in phase.cues:
            yield from (f"phase {phase.id}: {form!r} {fault}" for fault in faults_of_form(form))


def _board(dossier: Dossier) -> Iterator[str]:
    measures = {measure.id for measure in dossier.measure}
    board = dossier.board
    for section in board.sections:
        if section not in SECTIONS:
            yield f"board: there is no section {section!r}; the sections are {', '.join(SECTIONS)}"
    for section in ("forces", "threat", "training", "bases", "stabilisation"):
        for name in getattr(board, section):
            if name not in measures:
                yield f"board.{section}: there is no measure {name!r}"
