"""Listings as terminal tables. The terminal orders and joins Arabic letters itself: nothing is reordered here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from isnad.show.listings import Lang, Listing, Value
from isnad.show.words import UNKNOWN

if TYPE_CHECKING:
    from rich.table import Table

# Control characters could drive the terminal, direction overrides could disguise words: neither reaches it.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def cell(value: Value, lang: Lang = "en") -> str:
    """One value on one line; None is «غير محدد»."""
    if value is None:
        return UNKNOWN.ar if lang == "ar" else UNKNOWN.en
    text = (
        " > ".join(map(str, value))
        if isinstance(value, list)
        else f"{value:,}"
        if isinstance(value, int)
        else str(value)
    )
    return _UNSAFE.sub(" ", text)


def make_table(listing: Listing, lang: Lang = "en") -> Table:
    """A rich table of a listing, as wide as its console."""
    from rich.table import Table
    from rich.text import Text

    table = Table(title=getattr(listing.title, lang), title_justify="left", show_edge=False, pad_edge=False)
    for column in listing.columns:
        table.add_column(getattr(column.title, lang), overflow="fold", ratio=3 if column.long else None)
    for row in listing.rows:
        table.add_row(*(Text(cell(row[column.key], lang)) for column in listing.columns))
    return table
