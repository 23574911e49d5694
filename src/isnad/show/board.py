"""The board: what the articles say on the dossier's sections. Without articles it is empty."""

from __future__ import annotations

from isnad.model.dossier import Dossier, Label
from isnad.model.reading import Position
from isnad.model.record import ItemRef, MeasureGroup
from isnad.show.charts import spark
from isnad.show.deadlines import last_day
from isnad.show.figures import order_groups, points_of
from isnad.show.page import (
    BoardCard,
    BoardMeasure,
    BoardPhase,
    BoardPosition,
    BoardQuestion,
    BoardSpeaker,
    Count,
    DeadlineLine,
    FigureRow,
    MeasureView,
    OriginRow,
    TimelineRow,
)
from isnad.show.shelf import Shelf, day_of
from isnad.show.timeline import timeline_row
from isnad.show.words import word

_MOST = 6  # rows of a card that no dossier asked for


def _latest(rows: tuple[FigureRow, ...], today: str) -> FigureRow | None:
    """The figure of the latest day that is not after the last article; without days the last one written."""
    dated = [r for r in rows if r.day_iso and r.day_iso <= today]
    if dated:
        return max(dated, key=lambda r: (r.day_iso or "", r.evidence.article.number))
    return rows[-1] if rows else None


def _measure(shelf: Shelf, view: MeasureView, group: MeasureGroup) -> BoardMeasure:
    return BoardMeasure(
        title=view.title,
        href=f"#{view.id}",
        latest=_latest(view.rows, last_day(shelf) or "9"),
        spark=spark(points_of(shelf, group)),
        count=len(view.rows),
        conflicts=view.conflicts,
    )


def _phases(shelf: Shelf, dossier: Dossier) -> BoardCard:
    first: dict[str, TimelineRow] = {}
    for entry in sorted(shelf.reconciled.timeline, key=lambda e: (e.earliest, e.latest, e.id)):
        if entry.phase and entry.phase not in first and (row := timeline_row(shelf, entry)) is not None:
            first[entry.phase] = row
    phases = tuple(BoardPhase(p.title, first.get(p.id)) for p in dossier.phase)
    return BoardCard("phases", word("board", "phases"), phases=phases)


def _questions(shelf: Shelf, dossier: Dossier) -> BoardCard:
    latest: dict[tuple[str, str], tuple[str, BoardPosition]] = {}
    for entry in shelf.entries:
        for index, position in enumerate(entry.reading.positions):
            name = _holder(shelf, entry.document.id, position)
            if name is None:
                continue
            evidence = shelf.evidence(ItemRef(entry.document.id, "positions", index))
            row = BoardPosition(Label(name, name), position.stance, word("stance", position.stance), evidence)
            key, day = (position.question, name), day_of(entry) or ""
            if key not in latest or day >= latest[key][0]:
                latest[key] = (day, row)
    questions = []
    for question in dossier.question:
        rows = [row for (q, _), row in sorted(latest.items()) if q == question.id]
        rows_by_day = sorted(rows, key=lambda row: row[0], reverse=True)
        questions.append(BoardQuestion(question.title, tuple(row for _, row in rows_by_day)))
    return BoardCard("positions", word("board", "positions"), questions=tuple(questions))


def _holder(shelf: Shelf, document: str, position: Position) -> str | None:
    written = position.holder.text if position.holder else position.actor
    return shelf.actor_name(document, position.actor, written) if written else None


def _deadlines(lines: tuple[DeadlineLine, ...]) -> tuple[DeadlineLine, ...]:
    """What was re-dated, most often first, then what falls due last."""
    redated = [line for line in lines if len(line.steps) > 1]
    dated = [line for line in reversed(lines) if len(line.steps) == 1 and line.status != "open"]
    return tuple([*redated, *dated][:_MOST])


def _from_dossier(
    shelf: Shelf,
    dossier: Dossier,
    measures: dict[str, BoardMeasure],
    lines: tuple[DeadlineLine, ...],
    origins: tuple[OriginRow, ...],
) -> list[BoardCard]:
    titles = {m.id: m.title for m in dossier.measure}
    cards = []
    for section in dossier.board.sections:
        if section == "phases":
            cards.append(_phases(shelf, dossier))
        elif section == "deadlines":
            cards.append(BoardCard(section, word("board", section), deadlines=_deadlines(lines)))
        elif section == "origins":
            cards.append(BoardCard(section, word("board", section), origins=origins[:_MOST]))
        elif section == "positions":
            cards.append(_questions(shelf, dossier))
        else:
            ids: tuple[str, ...] = getattr(dossier.board, section, ())
            shown = tuple(
                measures.get(i) or BoardMeasure(titles.get(i, Label(i, i)), "", None, None, 0, 0) for i in ids
            )
            cards.append(BoardCard(section, word("board", section), measures=shown))
    return cards


def board_cards(
    shelf: Shelf,
    views: tuple[MeasureView, ...],
    lines: tuple[DeadlineLine, ...],
    origins: tuple[OriginRow, ...],
    actors: tuple[Count, ...],
) -> tuple[BoardCard, ...]:
    """The dossier's sections; without a dossier what is counted and quoted most. Empty where there are no articles."""
    if not shelf.entries:
        return ()
    measures = {g.id: _measure(shelf, view, g) for g, view in zip(order_groups(shelf), views, strict=True)}
    if shelf.dossier and shelf.dossier.board.sections:
        return tuple(_from_dossier(shelf, shelf.dossier, measures, lines, origins))
    cards = []
    most = tuple(m for m in measures.values() if m.count > 1)[:_MOST]
    if most:
        cards.append(BoardCard("measures", word("board", "measures"), measures=most))
    named = [c for c in actors if c.key][:_MOST]
    if named:
        top = named[0].count
        speakers = tuple(BoardSpeaker(c.key, c.count, round(100 * c.count / top)) for c in named)
        cards.append(BoardCard("speakers", word("board", "speakers"), speakers=speakers))
    if lines:
        cards.append(BoardCard("deadlines", word("board", "deadlines"), deadlines=_deadlines(lines)))
    return tuple(cards)
