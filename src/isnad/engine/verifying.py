"""A record against its articles, each value read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from isnad.engine.reading import Work, pipeline_of
from isnad.engine.records import open_record, read_with_of
from isnad.model.reading import Figure, Time
from isnad.model.record import Entry

if TYPE_CHECKING:
    from isnad.record.findings import Finding, Tally
    from isnad.record.store import Record


class Verified(NamedTuple):
    """What a verification found. findings: empty where all agrees; tally: what was looked at."""

    findings: list[Finding]
    tally: Tally


def verify_record(record: str | Path, *, sources: Path | None = None, lexicons: Path | None = None) -> Verified:
    """Check a record: each span against its text and hash, each value read again from its words, rows and references.

    sources: the folder that the articles came from, to check the files too (a file that is not there is passed over).
    Values are read again where the record was read with the same version, lexicons and dossier. Raises RecordError.
    """
    from isnad.record.findings import Rereads, Tally, verify

    tally = Tally()
    with open_record(record) as opened:
        again = Again(opened, Work(lexicons, opened.dossier()))
        return Verified(verify(opened, sources, Rereads(again.figure, again.time), tally), tally)


class Again:
    """Reads an article again to see whether its stored values are what its words give."""

    def __init__(self, record: Record, work: Work) -> None:
        now = read_with_of(work)
        self._work = work
        self._same = {known.id for known in record.known().values() if known.read_with == now}
        self._last: Entry | None = None
        self._figures: dict[tuple[int, int], Figure] = {}
        self._times: dict[tuple[int, int], Time] = {}

    def figure(self, entry: Entry, figure: Figure) -> dict[str, object]:
        """The value, interval and bound that the figure's words give; nothing where other lexicons read it."""
        self._read(entry)
        found = self._figures.get((figure.start, figure.end))
        if found is not None:
            return {key: getattr(found, key) for key in ("value", "low", "high", "approx", "currency")}
        return self._missing(entry)

    def time(self, entry: Entry, time: Time) -> dict[str, object]:
        """The value and interval that the time's words give; nothing where other lexicons read it."""
        self._read(entry)
        found = self._times.get((time.start, time.end))
        if found is not None:
            return {key: getattr(found, key) for key in ("type", "value", "mod", "earliest", "latest", "until")}
        return self._missing(entry)

    def _missing(self, entry: Entry) -> dict[str, object]:
        return {"value": "nothing"} if entry.document.id in self._same else {}

    def _read(self, entry: Entry) -> None:
        if entry is self._last:
            return
        self._last, self._figures, self._times = entry, {}, {}
        if entry.document.id in self._same:
            reading = pipeline_of(self._work.lexicons, self._work.dossier).read(
                entry.document, frozenset({"figures", "times"})
            )
            self._figures = {(f.start, f.end): f for f in reading.figures}
            self._times = {(t.start, t.end): t for t in reading.times}
