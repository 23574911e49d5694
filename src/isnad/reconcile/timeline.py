"""The timeline: dated things of all articles, each once, with everything that reports it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from isnad.lexicon.joining import Joining
from isnad.model.dossier import Dossier
from isnad.model.record import Deadline, ItemRef, TimelineEntry
from isnad.model.span import Span
from isnad.reconcile.articles import Article, days_between
from isnad.reconcile.happenings import Happening, Happenings
from isnad.reconcile.wordforms import without_article, words_of

_ANNOUNCING = frozenset({"announce", "confirm", "promise"})
_ONE_NEWS = 7  #: days within which a phase announced again is the same announcement
_ALIKE = 0.4  #: share of the shorter sentence's words by which two reports of one day are one


def make_timeline(
    articles: Sequence[Article],
    origin_of: dict[str, str],
    deadlines: Sequence[Deadline],
    joining: Joining,
    dossier: Dossier | None,
) -> tuple[TimelineEntry, ...]:
    """Entries by day. Empty where nothing is dated; the dossier adds the phases that statements announce."""
    happenings = Happenings(joining)
    events = [h for a in articles for h in happenings.find(a)]
    said = [
        h
        for a in articles
        for i, s in enumerate(a.reading.statements)
        if (h := happenings.of_statement(a, i, s)) is not None
    ]
    told = {(h.ref.document, h.earliest): h.what for h in said}
    events = [h for h in events if not _told_by(h, told.get((h.ref.document, h.earliest)))]
    entries = [*_merged(events, "event"), *_merged(said, "statement"), *_phases(articles, dossier)]
    entries += _deadline_entries(articles, deadlines)
    return tuple(sorted(entries, key=lambda e: (e.earliest, e.latest, e.kind, e.id)))


def _told_by(event: Happening, statement: Span | None) -> bool:
    """Whether a statement of that day is what the sentence tells."""
    return statement is not None and statement.start < event.what.end and event.what.start < statement.end


def _same(a: Happening, b: Happening) -> bool:
    shared = len(a.words & b.words)
    return shared >= 3 and shared >= _ALIKE * min(len(a.words), len(b.words))


def _merged(found: Iterable[Happening], kind: str) -> list[TimelineEntry]:
    """Happenings of one day that share their words become one entry, told by its earliest report."""
    by_day: dict[tuple[str, str], list[list[Happening]]] = {}
    for h in sorted(found, key=lambda h: (h.article.order, h.ref)):
        groups = by_day.setdefault((h.earliest, h.latest), [])
        group = next((g for g in groups if any(_same(h, other) for other in g)), None)
        if group is None:
            groups.append([h])
        else:
            group.append(h)
    entries = []
    for groups in by_day.values():
        for group in groups:
            first = group[0]
            refs = tuple(sorted({h.ref for h in group}))
            ident = f"{kind}:{first.ref.document}:{first.ref.layer}:{first.ref.index}"
            entries.append(
                TimelineEntry(
                    ident,
                    first.value,
                    first.earliest,
                    first.latest,
                    first.ref.document,
                    first.what,
                    refs,
                    kind,  # type: ignore[arg-type]
                    None,
                    first.rule,
                )
            )
    return entries


def _phases(articles: Sequence[Article], dossier: Dossier | None) -> list[TimelineEntry]:
    """For each phase of the dossier the statements that name it, those of one day as one entry."""
    cues = [
        (p.id, tuple(map(without_article, words_of(c)))) for p in (dossier.phase if dossier else ()) for c in p.cues
    ]
    held: dict[tuple[str, str], list[tuple[Article, ItemRef, Span]]] = {}
    for article in articles if cues else ():
        for index, statement in enumerate(article.reading.statements):
            said = article.statement_times.get(statement.id)
            day = said.earliest if said is not None and said.earliest == said.latest else article.day
            if day is None or (said is not None and said.earliest != said.latest):
                continue
            for content in statement.content:
                words = tuple(map(without_article, words_of(content.text)))
                announced = statement.force in _ANNOUNCING
                for phase in sorted({p for p, cue in cues if announced and _stands_in(cue, words)}):
                    ref = ItemRef(article.id, "statements", index)
                    held.setdefault((phase, day), []).append((article, ref, content))
    entries: list[TimelineEntry] = []
    for (phase, day), found in sorted(held.items()):
        if any(e.phase == phase and days_between(e.earliest, day) <= _ONE_NEWS for e in entries):
            continue  # the same news again
        article, _, what = found[0]
        refs = tuple(sorted({ref for _, ref, _ in found}))
        entries.append(
            TimelineEntry(
                f"phase:{phase}:{day}", day, day, day, article.id, what, refs, "phase", phase, "timeline.phase"
            )
        )
    return entries


def _stands_in(cue: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(cue)
    return any(words[i : i + size] == cue for i in range(len(words) - size + 1))


def _deadline_entries(articles: Sequence[Article], deadlines: Sequence[Deadline]) -> list[TimelineEntry]:
    """The day each deadline falls due; what is only said again adds to it."""
    by_id = {a.id: a for a in articles}
    again: dict[str, list[ItemRef]] = {}
    for d in deadlines:
        if d.restates:
            again.setdefault(d.restates, []).append(d.item)
    entries = []
    for d in deadlines:
        if d.restates or d.due_latest is None:
            continue
        commitment = by_id[d.item.document].reading.commitments[d.item.index]
        value = (commitment.due.value if commitment.due else None) or d.due_latest
        refs = (d.item, *sorted(again.get(d.id, ())))
        entries.append(
            TimelineEntry(
                f"timeline:{d.id}",
                value,
                d.due_latest,
                d.due_latest,
                d.item.document,
                commitment.span,
                refs,
                "deadline",
                None,
                "timeline.deadline",
            )
        )
    return entries
