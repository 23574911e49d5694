"""What commands print: tables or JSON on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any


def tell(line: str) -> None:
    """Print one line."""
    sys.stdout.write(line + "\n")


def print_json(value: Any) -> None:
    """Print `value` as indented JSON, Arabic as it is."""
    from msgspec import json

    sys.stdout.write(json.format(json.encode(value), indent=2).decode() + "\n")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str | None = None) -> None:
    """Print a table as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, title=title, title_justify="left", show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout).print(table)
