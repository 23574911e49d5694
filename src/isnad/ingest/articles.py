"""Everything the user named, one article at a time: Document, or the InputError that stands in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from isnad.errors import InputError, MissingExtraError
from isnad.ingest.metadata import MetadataTable, read_metadata
from isnad.ingest.raws import Raw, read_raws
from isnad.ingest.sources import STDIN, Source, find_sources
from isnad.ingest.texts import read_line, read_text_file
from isnad.model.document import Document

FOLDER_METADATA = "metadata.csv"


class Articles:
    """The articles of files, folders and "-", in order; iterating reads them, again from the start each time.

    metadata: a CSV file laid over all; without it, a `metadata.csv` beside an article is used (beside=False: not).
    size: bytes of all files (0 where unknown). done: bytes read so far. A bad `metadata` raises InputError at once.
    """

    def __init__(self, named: Sequence[str | Path], metadata: Path | None = None, *, beside: bool = True) -> None:
        self._table = read_metadata(metadata) if metadata is not None else None
        self._beside = beside and metadata is None
        self._tables: dict[Path, MetadataTable | None] = {}
        self._sources = find_sources(named)
        self.size = sum(s.size for s in self._sources if isinstance(s, Source))
        self.done = 0

    def raws(self) -> Iterator[Raw | InputError]:
        """The bytes of each article with its row of metadata, not yet understood (see `understand`)."""
        self.done = 0
        for source in self._sources:
            if isinstance(source, InputError):
                yield source
                continue
            table, trouble = self._table_for(source)
            if trouble is not None:
                yield trouble
            for raw in read_raws(source, self._tick):
                given = table.find(self._named(source)) if table is not None and isinstance(raw, Raw) else None
                yield raw if given is None or isinstance(raw, InputError) else raw._replace(given=given)

    def __iter__(self) -> Iterator[Document | InputError]:
        for raw in self.raws():
            yield raw if isinstance(raw, InputError) else understand(raw)

    def _tick(self, size: int) -> None:
        self.done += size

    def _named(self, source: Source) -> str:
        return STDIN if source.path is None else str(source.path.absolute())

    def _table_for(self, source: Source) -> tuple[MetadataTable | None, InputError | None]:
        if not self._beside or source.path is None:
            return self._table, None
        folder = source.path.absolute().parent
        depth = len(Path(source.label).parts) - 1
        for place in [folder, *folder.parents][: depth + 1]:
            if place not in self._tables:
                self._tables[place] = None
                if (place / FOLDER_METADATA).is_file():
                    try:
                        self._tables[place] = read_metadata(place / FOLDER_METADATA)
                    except InputError as e:
                        return None, e
            if self._tables[place] is not None:
                return self._tables[place], None
        return None, None


def understand(raw: Raw) -> Document | InputError:
    """The document in `raw`, or why there is none (for a page also: that its extractor is not installed)."""
    try:
        if raw.kind == "line":
            return read_line(raw)
        if raw.kind == "page":
            from isnad.ingest.pages import read_page

            return read_page(raw)
        return read_text_file(raw)
    except InputError as e:
        return e
    except MissingExtraError as e:
        return InputError(raw.label, f"{e.what} needs an optional package", e.install)
