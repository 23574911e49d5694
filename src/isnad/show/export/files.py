"""CSV files and one workbook, written beside their places and moved there when whole."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO

from isnad.errors import IsnadError, MissingExtraError
from isnad.show.export.cells import Cell, guarded
from isnad.show.export.sheets import SHEETS, columns_of

WORKBOOK = "isnad.xlsx"
_MOST_ROWS = 1_048_576  #: of one sheet
_MOST_CHARACTERS = 32_767  #: of one cell
_EPOCH = dt.datetime(2020, 1, 1)  # the same input gives the same bytes
_WIDTHS = {
    "quote": 50,
    "content": 50,
    "chain": 36,
    "reason_ar": 36,
    "reason_en": 36,
    "b_quote": 30,
    "title": 36,
    "note": 30,
}
_VERDICTS = ["right", "wrong", "unsure"]


@contextmanager
def moved(final: Path) -> Iterator[Path]:
    """A place to write; what is written there stands at `final` afterwards, or nowhere. Raises IsnadError."""
    part = final.with_name(f".{final.name}.part")
    try:
        yield part
        part.replace(final)
    except OSError as e:
        raise IsnadError(f"{final}: cannot be written: {e.strerror or e}; check the folder and free space") from e
    finally:
        part.unlink(missing_ok=True)


class CsvFiles:
    """One CSV file per sheet: UTF-8 with BOM, commas, formula-safe."""

    def __init__(self, folder: Path) -> None:
        self.paths = [folder / f"{sheet}.csv" for sheet in SHEETS]
        self._stack = ExitStack()
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> CsvFiles:
        with ExitStack() as opening:
            for sheet, path in zip(SHEETS, self.paths, strict=True):
                part = opening.enter_context(moved(path))
                stream: TextIO = opening.enter_context(part.open("w", encoding="utf-8-sig", newline=""))
                self._writers[sheet] = csv.writer(stream)
                self._writers[sheet].writerow(columns_of(sheet))
            self._stack = opening.pop_all()
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.__exit__(*error)

    def write(self, sheet: str, row: tuple[Cell, ...]) -> None:
        """One row."""
        self._writers[sheet].writerow([guarded(c) for c in row])


class Workbook:
    """One XLSX file, a sheet per layer, right to left. Raises MissingExtraError where xlsxwriter is not installed."""

    def __init__(self, folder: Path) -> None:
        try:
            import xlsxwriter
            from xlsxwriter.exceptions import FileCreateError
        except ImportError as e:
            raise MissingExtraError("XLSX", "xlsx") from e
        self.path = folder / WORKBOOK
        self._make, self._failed = xlsxwriter.Workbook, FileCreateError
        self._stack = ExitStack()
        self._sheets: dict[str, Any] = {}
        self._next = dict.fromkeys(SHEETS, 1)

    def __enter__(self) -> Workbook:
        part = self._stack.enter_context(moved(self.path))
        self._book = self._make(
            str(part), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._book.set_properties({"created": _EPOCH})
        bold = self._book.add_format({"bold": True, "bg_color": "#E8EEF4"})
        for sheet in SHEETS:
            self._sheets[sheet] = self._sheet(sheet, bold)
        return self

    def __exit__(self, *error: Any) -> None:
        if error[0] is not None:
            self._stack.__exit__(*error)
            return
        with self._stack:
            self._close()

    def _close(self) -> None:
        for sheet, page in self._sheets.items():
            columns = columns_of(sheet)
            last = max(1, self._next[sheet] - 1)
            page.autofilter(0, 0, last, len(columns) - 1)
            at = columns.index("verdict")
            choice = {"validate": "list", "source": _VERDICTS, "error_type": "information"}
            page.data_validation(1, at, last, at, choice)
        try:
            self._book.close()
        except self._failed as e:
            raise OSError(str(e)) from e

    def _sheet(self, sheet: str, bold: Any) -> Any:
        page = self._book.add_worksheet(sheet)
        page.right_to_left()
        page.freeze_panes(1, 0)
        for i, name in enumerate(columns_of(sheet)):
            page.set_column(i, i, _WIDTHS.get(name, 14))
            page.write_string(0, i, name, bold)
        return page

    def write(self, sheet: str, row: tuple[Cell, ...]) -> None:
        """One row; beyond what a sheet holds nothing more is written (the CSV files hold all)."""
        at = self._next[sheet]
        if at >= _MOST_ROWS:
            return
        page = self._sheets[sheet]
        for i, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(at, i, cell if len(cell) <= _MOST_CHARACTERS else f"{cell[: _MOST_CHARACTERS - 1]}…")
            elif cell is not None:
                page.write_number(at, i, cell)
        self._next[sheet] = at + 1
