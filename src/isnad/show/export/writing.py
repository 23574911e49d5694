"""A record as spreadsheets."""

from __future__ import annotations

from pathlib import Path

from isnad.errors import InputError, IsnadError, MissingExtraError
from isnad.model.record import RecordSource
from isnad.show.export.files import WORKBOOK, CsvFiles, Workbook
from isnad.show.export.rows import Rows
from isnad.show.export.sheets import SHEETS
from isnad.show.export.verdicts import read_verdicts


def export(source: RecordSource, out_dir: str | Path) -> list[Path]:
    """Writes a CSV file for each sheet and one workbook into `out_dir` (made where it is not); the files written.

    Where xlsxwriter is not installed, the CSV files are written whole and then MissingExtraError is raised.
    Writes nothing and raises InputError where the folder holds verdicts that the record does not; IsnadError where it
    cannot be written to.
    """
    folder = Path(out_dir)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise IsnadError(f"{folder}: cannot be made: {e.strerror or e}; give the name of a folder") from e
    _check_unread(source, folder)
    try:
        workbook = Workbook(folder)
    except MissingExtraError:
        with CsvFiles(folder) as files:
            for sheet, row in Rows(source):
                files.write(sheet, row)
        raise
    with CsvFiles(folder) as files, workbook:
        for sheet, row in Rows(source):
            files.write(sheet, row)
            workbook.write(sheet, row)
    return [*files.paths, workbook.path]


def _check_unread(source: RecordSource, folder: Path) -> None:
    """Corrections that a person wrote into an earlier export are never overwritten."""
    known = source.verdicts()
    for path in [*(folder / f"{sheet}.csv" for sheet in SHEETS), folder / WORKBOOK]:
        if not path.is_file():
            continue
        try:
            unread = [v for v in read_verdicts(path, known) if known.get(v.anchor) != v]
        except MissingExtraError:
            continue  # without the extra the workbook is not written either
        if unread:
            remedy = "read them back with `isnad build` first, or export to another folder"
            raise InputError(str(path), f"holds {len(unread)} verdicts that the record does not have yet", remedy)
