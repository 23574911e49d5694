"""The only module that knows all stages: reads articles, builds, opens, checks and shows records."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.util
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

from isnad import __version__
from isnad.dossier.load import load_dossier
from isnad.errors import DossierError, InputError, LexiconError, RecordError
from isnad.ingest.articles import Articles, understand
from isnad.ingest.moments import read_moment
from isnad.ingest.raws import Raw
from isnad.lexicon.load import Lexicons, digest_of
from isnad.model.document import Document
from isnad.model.dossier import Dossier
from isnad.model.reading import Reading
from isnad.model.record import Entry, RecordSource
from isnad.read.layers import DEFAULT_LAYERS
from isnad.read.pipeline import Pipeline

if TYPE_CHECKING:
    from isnad.record.store import Record

reconcile: Any = None
if importlib.util.find_spec("isnad.reconcile") is not None:  # until the stage stands
    reconcile = getattr(importlib.import_module("isnad.reconcile"), "reconcile", None)

Named = str | Path | Sequence[str | Path]
Item = Raw | Document | InputError
Outcome = Entry | InputError


class Progress(NamedTuple):
    """How far a long run is. done, total: bytes of the files (total 0: unknown). articles: read; failed: refused."""

    done: int
    total: int
    articles: int
    failed: int


Report = Callable[[Progress], None]


class Work(NamedTuple):
    """What a process must know to read articles."""

    lexicons: Path | None = None
    dossier: Dossier | None = None
    layers: frozenset[str] = DEFAULT_LAYERS


@lru_cache(maxsize=4)
def _pipeline(lexicons: Path | None, dossier: Dossier | None) -> Pipeline:
    return Pipeline(Lexicons(lexicons), dossier)


def _chosen(layers: Iterable[str] | None) -> frozenset[str]:
    return DEFAULT_LAYERS if layers is None else frozenset(layers)


def make_document(
    text: str,
    *,
    id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | dt.date | None = None,
) -> Document:
    """A document of a text in hand. published: a date, or ISO 8601 or RFC 2822; raises InputError where it is none."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    moment = read_moment(str(published)) if published is not None else None
    if published is not None and moment is None:
        raise InputError("text", f"no date: {published!r}", "give it as YYYY-MM-DD")
    return Document(
        id=id or f"text-{sha256[:12]}",
        path="text",
        text=text,
        sha256=sha256,
        source_sha256=sha256,
        title=title,
        title_basis="given" if title else None,
        outlet=outlet,
        published=moment.day if moment else None,
        published_at=moment.at if moment else None,
        published_basis="given" if moment else None,
    )


def read_text(
    text: str,
    *,
    published: str | dt.date | None = None,
    title: str | None = None,
    outlet: str | None = None,
    layers: Iterable[str] | None = None,
    dossier: Dossier | None = None,
    lexicons: Path | None = None,
) -> Reading:
    """Read one text. layers: names of layers (None: all but numbers). lexicons: a folder laid over the shipped ones.

    A text without Arabic gives a reading with empty layers. Raises InputError for a `published` that is no date.
    """
    document = make_document(text, title=title, outlet=outlet, published=published)
    return read_document(document, layers=layers, dossier=dossier, lexicons=lexicons)


def read_document(
    document: Document,
    *,
    layers: Iterable[str] | None = None,
    dossier: Dossier | None = None,
    lexicons: Path | None = None,
) -> Reading:
    """Read one document. layers: names of layers (None: all but numbers)."""
    return _pipeline(lexicons, dossier).read(document, _chosen(layers))


def read_paths(
    paths: Named,
    *,
    metadata: Path | None = None,
    beside: bool = True,
    layers: Iterable[str] | None = None,
    dossier: Dossier | None = None,
    lexicons: Path | None = None,
    jobs: int = 1,
    progress: Report | None = None,
) -> Iterator[Entry | InputError]:
    """Read the articles of files, folders and "-" one by one, in order; what cannot be read is an InputError in place.

    metadata: a CSV file; without one, a `metadata.csv` beside the articles is used unless `beside` is False.
    jobs: processes (0: one for each core); any number gives the same answer in the same order.
    progress: hears of each article.
    """
    articles = Articles(named(paths), metadata, beside=beside)
    outcomes = read_items(articles.raws(), Work(lexicons, dossier, _chosen(layers)), jobs)
    return watched(outcomes, articles, progress)


def named(paths: Named) -> Sequence[str | Path]:
    """One path or many, as many."""
    return [paths] if isinstance(paths, str | Path) else paths


def watched(outcomes: Iterator[Outcome], articles: Articles, progress: Report | None) -> Iterator[Outcome]:
    """`outcomes`, with `progress` told of each."""
    read = failed = 0
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            failed += 1
        else:
            read += 1
        yield outcome
        if progress is not None:
            progress(Progress(articles.done, articles.size, read, failed))


def read_items(items: Iterable[Item], work: Work, jobs: int) -> Iterator[Outcome]:
    """Read what ingest handed over, in its order, in this process or, where there is more than a shard, in several."""
    jobs = jobs or os.cpu_count() or 1
    if jobs > 1:
        shards = _shards(items)
        first = list(islice(shards, 2))
        if len(first) > 1:
            yield from _parallel(chain(first, shards), work, jobs)
            return
        items = first[0] if first else ()
    for item in items:
        yield _read_item(item, work)


def _read_item(item: Item, work: Work) -> Outcome:
    document = understand(item) if isinstance(item, Raw) else item
    if isinstance(document, InputError):
        return document
    return Entry(document, _pipeline(work.lexicons, work.dossier).read(document, work.layers))


def _read_shard(shard: list[Item], work: Work) -> list[Outcome]:
    return [_read_item(item, work) for item in shard]


_SHARD_ARTICLES, _SHARD_BYTES = 64, 4_000_000


def _shards(items: Iterable[Item]) -> Iterator[list[Item]]:
    shard: list[Item] = []
    size = 0
    for item in items:
        shard.append(item)
        size += len(item.data) if isinstance(item, Raw) else 0
        if len(shard) >= _SHARD_ARTICLES or size >= _SHARD_BYTES:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _parallel(shards: Iterable[list[Item]], work: Work, jobs: int) -> Iterator[Outcome]:
    """Shards over a pool of processes, two waiting for each, answers in the order of the articles."""
    waiting: deque[Future[list[Outcome]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for shard in shards:
            waiting.append(pool.submit(_read_shard, shard, work))
            if len(waiting) >= 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


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
    jobs: int = 0,
    progress: Report | None = None,
    trouble: Callable[[InputError], None] | None = None,
) -> Built:
    """Build the record at `output` from articles, or add to it what is new; the same articles again change nothing.

    dossier: a name, a file, or the thing itself (None: the one the record has). jobs: processes (0: one for each core).
    Articles are written in batches, each whole or not at all: whatever stops a build, building again completes it.
    trouble: hears of each input that could not be used. Raises RecordError where the record cannot be written.
    """
    told = load_dossier(dossier) if isinstance(dossier, str | Path) else dossier
    articles = Articles(named(paths), metadata, beside=beside)
    tell = trouble or (lambda error: None)
    with _opened(Path(output), told) as record:
        work = Work(lexicons, record.dossier())
        read_with = _read_with(work)
        fresh = Fresh(record, read_with)
        items = chain(fresh.items(articles.raws()), fresh.stale())
        heard = Heard(watched(read_items(items, work, jobs), articles, progress), tell)
        added = record.add(heard.entries(), read_with)
        for refused in added.refused:
            tell(InputError(refused.path, refused.reason, refused.remedy))
        if record.needs_reconciling and reconcile is not None:
            record.set_reconciled(reconcile(record.entries(), record.dossier()))
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


def _opened(path: Path, dossier: Dossier | None) -> Record:
    from isnad.record.store import Record

    if not path.exists():
        return Record.create(path, dossier)
    record = open_record(path)
    if dossier is not None:
        record.set_dossier(dossier)
    return record


def _read_with(work: Work) -> str:
    """What a reading depends on beside the article: version, lexicons, dossier."""
    told = msgspec.json.encode(work.dossier)
    return f"isnad {__version__} {digest_of(work.lexicons)[:12]} {hashlib.sha256(told).hexdigest()[:12]}"


def open_record(path: str | Path) -> Record:
    """The record at `path`. Raises RecordError for a missing file, another kind of file, another schema version."""
    from isnad.record.store import Record

    return Record.open(path)


def write_report(
    record: str | Path | RecordSource, output: str | Path, *, text: Literal["full", "excerpts", "none"] = "full"
) -> Path:
    """Write the report of a record as one HTML file that loads nothing; returns its path.

    text: whole articles, only the sentences around items, or none. Raises RecordError where it cannot be written.
    """
    from isnad.show.report import write_report as write

    target = Path(output)
    try:
        with _source(record) as source:
            write(source, target, text)
    except OSError as e:
        raise RecordError(f"{target}: the report cannot be written: {e.strerror or e}") from e
    return target


@contextmanager
def _source(record: str | Path | RecordSource) -> Iterator[RecordSource]:
    if isinstance(record, str | Path):
        with open_record(record) as opened:
            yield opened
    else:
        yield record


def check_lexicons(folder: Path | None = None) -> tuple[str, ...]:
    """One line per fault of the shipped lexicons, or of a folder laid over them; empty where there is none."""
    from isnad.lexicon.check import check_lexicons as check

    faults = check(folder)
    try:
        Pipeline(Lexicons(folder))
    except LexiconError as e:
        faults += (str(e),)
    return faults


def check_dossier(dossier: str | Path) -> tuple[str, ...]:
    """One line per fault of a dossier, by name or file; empty where there is none."""
    from isnad.dossier.check import check_dossier as check

    try:
        return check(load_dossier(dossier))
    except DossierError as e:
        return (str(e),)


def draft_dossier(paths: Named, name: str, *, metadata: Path | None = None, progress: Report | None = None) -> str:
    """TOML of a dossier drafted from a record or from articles: who is named most, what is counted most.

    Raises InputError where nothing could be read.
    """
    from isnad.dossier.draft import draft_dossier as draft

    first, *others = named(paths)
    if not others and str(first).endswith(".isnad"):
        with open_record(first) as record:
            return draft(record, name)
    with TemporaryDirectory() as folder:
        at = Path(folder) / "draft.isnad"
        if not build(paths, at, metadata=metadata, progress=progress).total:
            raise InputError(str(first), "no article could be read", "run `isnad read` to see why")
        with open_record(at) as record:
            return draft(record, name)


def example_corpus() -> Path:
    """The folder of the example articles, in the installed package or in the source tree."""
    package = Path(__file__).parent
    for folder in (package / "examples" / "coalition", package.parents[1] / "examples" / "coalition"):
        if folder.is_dir():
            return folder
    raise InputError("examples/coalition", "the example articles are not installed", "install Isnad from its wheel")
