"""Articles → readings, in one process or many."""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from isnad.errors import InputError
from isnad.ingest.articles import Articles, understand
from isnad.ingest.moments import read_moment
from isnad.ingest.raws import Raw
from isnad.lexicon.load import Lexicons
from isnad.model.document import Document
from isnad.model.dossier import Dossier
from isnad.model.reading import Reading
from isnad.model.record import Entry
from isnad.read.layers import DEFAULT_LAYERS
from isnad.read.pipeline import ExplainedSentence, Pipeline

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
def pipeline_of(lexicons: Path | None, dossier: Dossier | None) -> Pipeline:
    pipeline = Pipeline(Lexicons(lexicons), dossier)
    gc.freeze()  # the lexicons stay: the collector need not walk them at each article
    return pipeline


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
    return pipeline_of(lexicons, dossier).read(document, _chosen(layers))


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


class Explained(NamedTuple):
    """An article, sentence by sentence, with why its statements read as they do."""

    document: Document
    sentences: tuple[ExplainedSentence, ...]


def explain_paths(
    paths: Named,
    *,
    metadata: Path | None = None,
    beside: bool = True,
    dossier: Dossier | None = None,
    lexicons: Path | None = None,
) -> Iterator[Explained | InputError]:
    """For each sentence of the articles the cue, the frame, the candidates and the speaker that won."""
    for document in Articles(named(paths), metadata, beside=beside):
        if isinstance(document, InputError):
            yield document
        else:
            yield Explained(document, pipeline_of(lexicons, dossier).explain(document))


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
    return Entry(document, pipeline_of(work.lexicons, work.dossier).read(document, work.layers))


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
