"""What people wrote into the `verdict` and `note` columns of an export, read back."""

from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from isnad.errors import InputError, MissingExtraError
from isnad.model.record import Verdict
from isnad.show.export.cells import unguarded

_COLUMNS = ("anchor", "verdict", "note")


def read_verdicts(place: str | Path, known: Mapping[str, Verdict] | None = None) -> list[Verdict]:
    """The filled-in verdicts of one CSV or XLSX file, or of all those in a folder, ordered by anchor.

    known: what the record has; where files differ, what differs from it is the correction. Rows left empty say nothing.
    Raises InputError for a file that cannot be read, that is no export, or where two corrections of one item disagree;
    MissingExtraError for XLSX without openpyxl.
    """
    at = Path(place)
    if not at.exists():
        raise InputError(str(place), "there is no such file or folder", "give the folder that `isnad export` wrote")
    files = sorted(p for p in at.iterdir() if p.suffix.lower() in (".csv", ".xlsx")) if at.is_dir() else [at]
    files = [f for f in files if not f.name.startswith((".", "~"))]
    said: dict[str, dict[Verdict, Path]] = {}
    for path in files:
        for verdict in _read(path, whole_folder=at.is_dir()):
            said.setdefault(verdict.anchor, {}).setdefault(verdict, path)
    return [_settled(said[anchor], (known or {}).get(anchor)) for anchor in sorted(said)]


def _settled(said: dict[Verdict, Path], known: Verdict | None) -> Verdict:
    new = [v for v in said if v != known]
    if len(new) > 1:
        a, b = new[:2]
        reason = f"{a.anchor} is {a.verdict!r} here and {b.verdict!r} in {said[b].name}, or their notes differ"
        raise InputError(str(said[a]), reason, "make the two agree, or delete one of the files")
    return new[0] if new else next(iter(said))


def _read(path: Path, whole_folder: bool) -> Iterator[Verdict]:
    rows = _sheet_rows(path) if path.suffix.lower() == ".xlsx" else _csv_rows(path)
    places: dict[str, int] | None = None
    any_header = False
    for row in rows:
        if row is None:  # a new sheet begins
            places = None
        elif places is None:
            places = {name: row.index(name) for name in _COLUMNS if name in row}
            any_header = any_header or len(places) == len(_COLUMNS)
        elif len(places) == len(_COLUMNS):
            anchor, verdict, note = (row[places[c]].strip() if places[c] < len(row) else "" for c in _COLUMNS)
            if anchor and (verdict or note):
                yield Verdict(unguarded(anchor), unguarded(verdict), unguarded(note))
    if not any_header and not whole_folder:
        raise InputError(str(path), "has no columns anchor, verdict and note", "give a file that `isnad export` wrote")


def _csv_rows(path: Path) -> Iterator[list[str] | None]:
    try:
        text = _decoded(path.read_bytes())
    except OSError as e:
        raise InputError(str(path), f"cannot be read: {e.strerror or e}", "check the file and its permissions") from e
    except UnicodeDecodeError as e:
        raise InputError(str(path), "is in no encoding known for it", "save it as CSV UTF-8") from e
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    limit = csv.field_size_limit(sys.maxsize)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as e:
        raise InputError(str(path), f"is no CSV: {e}", "save it anew as CSV UTF-8") from e
    finally:
        csv.field_size_limit(limit)


def _decoded(data: bytes) -> str:
    """What spreadsheet programs save: UTF-8 with or without BOM, UTF-16 («Unicode text»), windows-1256."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1256")


def _sheet_rows(path: Path) -> Iterator[list[str] | None]:
    try:
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as e:
        raise MissingExtraError(f"reading {path}", "xlsx") from e
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, InvalidFileException) as e:
        raise InputError(str(path), f"cannot be read as XLSX: {e}", "save it anew as XLSX") from e
    try:
        for sheet in book.worksheets:
            yield None
            yield from _texts(sheet.iter_rows(values_only=True))
    finally:
        book.close()


def _texts(rows: Iterable[tuple[object, ...]]) -> Iterator[list[str]]:
    for row in rows:
        yield ["" if cell is None else str(cell) for cell in row]
