"""The full-text index: what is written into it for each document."""

from __future__ import annotations

import re
import sqlite3

from isnad.text.fold import fold
from isnad.text.stem import stem

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")  # the words of isnad.text.words, without their offsets

INDEX_VERSION = "1"  #: raised by every change of folding or stemming; an older index is written anew on the next build


def index_text(title: str | None, text: str) -> tuple[str, str]:
    """Folded words and their stems, parted by spaces; the title comes first where the text does not hold it."""
    folded = fold(text).text
    head = fold(title).text if title else ""
    if head and head not in folded:
        folded = f"{head}\n{folded}"
    words = _WORD.findall(folded.casefold())
    return " ".join(words), " ".join(map(stem, words))


def put(connection: sqlite3.Connection, number: int, title: str | None, text: str) -> None:
    """Indexes one document under its number."""
    row = (number, *index_text(title, text))
    connection.execute("INSERT INTO search (rowid, folded, stem) VALUES (?, ?, ?)", row)


def drop(connection: sqlite3.Connection, number: int, title: str | None, text: str) -> None:
    """Takes one document out; title and text are those it was indexed with."""
    row = ("delete", number, *index_text(title, text))
    connection.execute("INSERT INTO search (search, rowid, folded, stem) VALUES (?, ?, ?, ?)", row)


def rebuild(connection: sqlite3.Connection) -> None:
    """Writes the index anew from the documents."""
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    rows = connection.execute("SELECT number, title, text FROM documents ORDER BY number")
    for number, title, text in rows:
        put(connection, number, title, text)
