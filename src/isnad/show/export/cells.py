"""Cells that no spreadsheet takes for a formula, and back."""

from __future__ import annotations

import re

Cell = str | int | float | None

#: What marks an article as made up for trying Isnad: the last line of its text, and a column of every export of it.
MADE_UP = "نص مصنوع للتجربة"

_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")


def guarded(cell: Cell) -> Cell:
    """Text that a spreadsheet might run gets a leading apostrophe; so does text that looks as if it already had one."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def is_made_up(text: str) -> bool:
    """Whether the last line of an article says that it is made up, in quotation marks or brackets or without."""
    return _AROUND.sub("", text.rstrip().rpartition("\n")[2]) == MADE_UP
