"""The ledger of deadlines: which commitment says again what another said, and which puts its date off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from isnad.lexicon.joining import Joining
from isnad.model.reading import Commitment
from isnad.model.record import Deadline, ItemRef
from isnad.reconcile.articles import NO_DAY, Article, days_between
from isnad.reconcile.subjects import Subject, Subjects, alike

_FORGOTTEN = 120  #: days after its date in which a commitment can still be put off
_COMMON = 60  #: a word that more commitments share says little about their subject


class Held(NamedTuple):
    """A commitment with a due date. made, by: the first and the last ISO day it may have been made, as far as its
    article says («وعد في يناير»)."""

    ref: ItemRef
    article: Article
    commitment: Commitment
    subject: Subject
    earliest: str | None
    latest: str | None
    made: str | None
    by: str | None

    @property
    def order(self) -> tuple[str, tuple[str, str, str], int]:
        """One whose day is known goes before those that tell of it with less."""
        return (self.by or self.made or NO_DAY, self.article.order, self.ref.index)

    @property
    def value(self) -> str | None:
        """The TIMEX value of the date; a month holds its days."""
        return self.commitment.due.value if self.commitment.due else None

    @property
    def id(self) -> str:
        return f"deadline:{self.ref.document}:{self.ref.index}"


def _held(article: Article, subjects: Subjects) -> list[Held]:
    out: list[Held] = []
    before: Subject | None = None
    previous: int | None = None
    for index, commitment in enumerate(article.reading.commitments):
        near = previous is not None and "\n" not in article.document.text[previous : commitment.span.start]
        subject = subjects.read(article, commitment, before if near else None)
        before, previous = subject, commitment.span.end
        due = commitment.due
        if due is None or not (due.latest or due.earliest):
            continue
        said = article.statement_times.get(commitment.statement or "")
        made, by = (said.earliest, said.latest) if said is not None else (article.earliest, article.latest)
        ref = ItemRef(article.id, "commitments", index)
        out.append(Held(ref, article, commitment, subject, due.earliest, due.latest or due.earliest, made, by))
    return out


def _threads(ledger: Sequence[Held]) -> list[list[Held]]:
    """Commitments of one subject, in the order they were made; each joins the thread that holds the most like it."""
    by_word: dict[str, list[int]] = {}
    thread_of: list[int] = []
    threads: list[list[Held]] = []
    for i, held in enumerate(ledger):
        near = {j for word in held.subject.words for j in by_word.get(word, ())[-_COMMON:]}
        likeness = [(alike(held.subject, ledger[j].subject, held.latest == ledger[j].latest), -j) for j in near]
        best, minus = max(likeness, default=(0.0, 0))
        thread_of.append(thread_of[-minus] if best else len(threads))
        if best:
            threads[thread_of[i]].append(held)
        else:
            threads.append([held])
        for word in sorted(held.subject.words):
            by_word.setdefault(word, []).append(i)
    return threads


def _lines(thread: Sequence[Held]) -> list[Deadline]:
    """A thread as lines of the ledger: the first of each date, those that say it again, and what put it off."""
    first: dict[str | None, Held] = {}
    current: Held | None = None
    lines = []
    for held in thread:
        same = first.get(held.latest)
        replaced: Held | None = None
        if same is None:
            first[held.latest] = held
            if current is not None and _puts_off(held, current):
                replaced = current
            if current is None or (held.latest or "") > (current.latest or ""):
                current = held
        lines.append(
            Deadline(
                held.id,
                held.ref,
                " ".join(held.commitment.what.text.split()),
                held.earliest,
                held.latest,
                held.made,
                replaced.id if replaced else None,
                same.id if same else None,
                "deadlines.restated" if same else "deadlines.put-off" if replaced else "deadlines.due",
            )
        )
    return lines


def _puts_off(later: Held, earlier: Held) -> bool:
    """Whether a commitment gives a later date to one that had still to be kept, or not long ago."""
    return (
        later.made is not None
        and earlier.made is not None
        and later.latest is not None
        and earlier.latest is not None
        and earlier.made < later.made
        and earlier.made < earlier.latest < later.latest
        and days_between(earlier.latest, later.made) <= _FORGOTTEN
        and not (later.value and earlier.latest.startswith(later.value))
    )


def keep_ledger(articles: Sequence[Article], joining: Joining) -> tuple[Deadline, ...]:
    """Commitments with a due date, by the day they were made. Empty where none is dated."""
    subjects = Subjects(joining)
    ledger = sorted((h for a in articles for h in _held(a, subjects)), key=lambda h: h.order)
    lines = {d.id: d for thread in _threads(ledger) for d in _lines(thread)}
    return tuple(lines[h.id] for h in ledger)
