"""metadata.csv: one row per article, found again by the last parts of its path."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path, PurePath

from isnad.errors import InputError
from isnad.ingest.encodings import decode
from isnad.ingest.given import Given

COLUMNS = ("path", "published", "outlet", "title", "url", "author")
_ALSO = {"time": "published", "date": "published", "source": "outlet", "file": "path"}
_MOST_BYTES = 256_000_000

Parts = tuple[str, ...]


def _parts(path: str) -> Parts:
    return tuple(p for p in unicodedata.normalize("NFC", path).replace("\\", "/").split("/") if p not in ("", "."))


class MetadataTable:
    """Rows of a metadata file. Rows for articles that are not asked for are never looked at."""

    def __init__(self, rows: list[tuple[str, Given]]) -> None:
        self._by_name: dict[str, list[tuple[Parts, Given]]] = {}
        for path, given in rows:
            parts = _parts(path)
            if parts:
                self._by_name.setdefault(parts[-1], []).append((parts, given))

    def find(self, path: str) -> Given | None:
        """The row of the article at `path` (absolute, or as it was named), the one with the most agreeing parts.

        None where no row agrees in all its parts; a row with more parts than `path` agrees only if it is the only one.
        """
        mine = _parts(path)
        held = self._by_name.get(mine[-1], []) if mine else []
        whole = [(len(parts), given) for parts, given in held if mine[-len(parts) :] == parts]
        if whole:
            return max(whole, key=lambda w: w[0])[1]
        longer = [given for parts, given in held if parts[-len(mine) :] == mine]
        return longer[0] if len(longer) == 1 else None


def read_metadata(path: Path) -> MetadataTable:
    """The table in the CSV file at `path` (comma, semicolon or tab). Raises InputError where it cannot be used."""
    name = str(path)
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(name, "the metadata file is larger than 256 MB", "split it")
        data = path.read_bytes()
    except OSError as e:
        raise InputError(
            name, f"the metadata file cannot be read: {e.strerror}", "check the path and its permissions"
        ) from e
    text = _text(data, name)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        names = [_column(c) for c in next(rows, [])]
        if "path" not in names:
            raise InputError(name, "the metadata file has no column `path`", "its columns are " + ", ".join(COLUMNS))
        return MetadataTable([_row(names, row) for row in rows if any(row)])
    except csv.Error as e:
        raise InputError(name, f"the metadata file is no CSV: {e}", "check its quotation marks") from e


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(data, name).text


def _column(name: str) -> str:
    key = name.strip().lower()
    return _ALSO.get(key, key)


def _row(names: list[str], row: list[str]) -> tuple[str, Given]:
    cells = {n: c.strip() for n, c in zip(names, row, strict=False) if c.strip()}
    path = str(PurePath(cells.pop("path", "")))
    return path if path != "." else "", Given(**{k: v for k, v in cells.items() if k in COLUMNS})
