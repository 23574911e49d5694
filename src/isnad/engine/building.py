"""Articles → record: only what is new is read, what stands across articles is joined at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from isnad.dossier.load import load_dossier
from isnad.engine.reading import Item, Named, Outcome, Report, Work, named, read_items, watched
from isnad.engine.records import open_record, read_with_of
from isnad.errors import InputError
from isnad.ingest.articles import Articles, understand
from isnad.ingest.raws import Raw
from isnad.model.dossier import Dossier
from isnad.model.record import Entry

if TYPE_CHECKING:
    from isnad.record.store import Record


class Built(NamedTuple):
    """What a build did. new, replaced, unchanged: articles; failed: inputs refused; total: articles held now."""

    path: Path
    new: int
    replaced: int
    unchanged: int
    failed: int
    total: int


def build(
    paths: Named,
    output: str | Path,
    *,
    dossier: str | Path | Dossier | None = None,
    metadata: Path | None = None,
    beside: bool = True,
    lexicons: Path | None = None,
    verdicts: str | Path | None = None,
    jobs: int = 0,
    progress: Report | None = None,
    trouble: Callable[[InputError], None] | None = None,
) -> Built:
    """Build the record at `output` from articles, or add to it what is new; the same articles again change nothing.

    dossier: a name, a file, or the thing itself (None: the one the record has). jobs: processes (0: one for each core).
    Articles are written in batches, each whole or not at all: whatever stops a build, building again completes it.
    verdicts: a file or folder that `export_record` wrote, its `verdict` column filled in: kept by anchor.
    trouble: hears of each input that could not be used. Raises RecordError where the record cannot be written.
    """
    from isnad.reconcile import reconcile
    from isnad.show.export import read_verdicts

    told = load_dossier(dossier) if isinstance(dossier, str | Path) else dossier
    articles = Articles(named(paths), metadata, beside=beside)
    tell = trouble or (lambda error: None)
    with opened(Path(output), told) as record:
        work = Work(lexicons, record.dossier())
        read_with = read_with_of(work)
        fresh = Fresh(record, read_with)
        items = chain(fresh.items(articles.raws()), fresh.stale())
        heard = Heard(watched(read_items(items, work, jobs), articles, progress), tell)
        added = record.add(heard.entries(), read_with)
        for refused in added.refused:
            tell(InputError(refused.path, refused.reason, refused.remedy))
        if record.needs_reconciling:
            record.set_reconciled(reconcile(record.entries(), record.dossier()))
        if verdicts is not None:
            record.set_verdicts(read_verdicts(verdicts, record.verdicts()))
        failed = heard.failed + len(added.refused)
        unchanged = added.unchanged + fresh.skipped
        return Built(record.path, added.new, added.replaced, unchanged, failed, len(record.known()))


class Fresh:
    """Leaves out what a record holds already, read with the same lexicons and dossier. skipped: how many articles."""

    def __init__(self, record: Record, read_with: str) -> None:
        self._record, self._read_with = record, read_with
        self._known = record.known()
        self._by_source = {(k.path, k.source_sha256): k for k in self._known.values()}
        self._met: set[str] = set()
        self.skipped = 0

    def items(self, raws: Iterable[Raw | InputError]) -> Iterator[Item]:
        """What must be read: bytes never seen, or seen with other lexicons, another dossier or other metadata."""
        for raw in raws:
            known = None
            if isinstance(raw, Raw):
                known = self._by_source.get((raw.path, hashlib.sha256(raw.data).hexdigest()))
            if known is None:
                yield raw
                continue
            self._met.add(known.id)
            document = understand(raw) if isinstance(raw, Raw) else raw
            if known.read_with == self._read_with and document == self._record.entry(known.id).document:
                self.skipped += 1
            else:
                yield document

    def stale(self) -> Iterator[Item]:
        """Articles of the record that were not named now and were read with other lexicons or another dossier."""
        for known in self._known.values():
            if known.id not in self._met and known.read_with != self._read_with:
                yield self._record.entry(known.id).document


class Heard:
    """Entries out of outcomes; failures are told and counted."""

    def __init__(self, outcomes: Iterable[Outcome], tell: Callable[[InputError], None]) -> None:
        self._outcomes, self._tell = outcomes, tell
        self.failed = 0

    def entries(self) -> Iterator[Entry]:
        """The articles that could be read."""
        for outcome in self._outcomes:
            if isinstance(outcome, InputError):
                self.failed += 1
                self._tell(outcome)
            else:
                yield outcome


def opened(path: Path, dossier: Dossier | None) -> Record:
    from isnad.record.store import Record

    if not path.exists():
        return Record.create(path, dossier)
    record = open_record(path)
    if dossier is not None:
        record.set_dossier(dossier)
    return record
