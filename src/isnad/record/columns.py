"""What a table is: typed columns that say what they hold, written out as SQL."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """name, SQLite type, and one line for the reference. required: never empty (NOT NULL)."""

    name: str
    type: str
    note: str
    required: bool = False


class Table(NamedTuple):
    """key: columns of the primary key. indexes: column lists. rowid: an ordinary table (else clustered by its key)."""

    name: str
    note: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    indexes: tuple[tuple[str, ...], ...] = ()
    rowid: bool = False

    @property
    def insert(self) -> str:
        """The INSERT statement that takes one value for each column, in order."""
        return f"INSERT INTO {self.name} VALUES ({', '.join('?' * len(self.columns))})"

    def create(self) -> list[str]:
        """The statements that make the table and its indexes."""
        lines = [_column(c) for c in self.columns]
        lines.append(f"PRIMARY KEY ({_names(self.key)})")
        end = "" if self.rowid else " WITHOUT ROWID"
        out = [f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + f"\n){end}"]
        for columns in self.indexes:
            out.append(f"CREATE INDEX {self.name}_by_{'_'.join(columns)} ON {self.name} ({_names(columns)})")
        return out


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{c}"' for c in columns)


def _column(column: Column) -> str:
    link = " REFERENCES documents (document)" if column.name in ("document", "document_a", "document_b") else ""
    return f'"{column.name}" {column.type}{" NOT NULL" if column.required else ""}{link}'


def text(name: str, note: str, required: bool = False) -> Column:
    """A column of text."""
    return Column(name, "TEXT", note, required)


def integer(name: str, note: str, required: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, "INTEGER", note, required)


def number(name: str, note: str) -> Column:
    """A column of numbers, whole or not."""
    return Column(name, "NUMERIC", note)


def span(name: str, note: str) -> tuple[Column, ...]:
    """Three columns: the words, and where they start and end. All empty where there is no such span."""
    return (
        text(name, note),
        integer(f"{name}_start", f"where {name} starts in the text"),
        integer(f"{name}_end", f"where {name} ends (not included)"),
    )


def quoted(what: str) -> tuple[Column, ...]:
    """start, end, quote: the exact words a row stands on."""
    return (
        integer("start", "first code point of the text that the row stands on", True),
        integer("end", "one past its last code point", True),
        text("quote", what, True),
    )


def days(prefix: str, what: str) -> tuple[Column, ...]:
    """Two columns: the first and the last day meant, ISO 8601, inclusive."""
    return (
        text(f"{prefix}_earliest", f"first day {what} (ISO 8601, inclusive)"),
        text(f"{prefix}_latest", f"last day {what} (ISO 8601, inclusive)"),
    )


def when(prefix: str, words: str, what: str) -> tuple[Column, ...]:
    """A time of the text: the words, their TIMEX3 value, the days meant."""
    return (*span(prefix, words), text(f"{prefix}_value", "its TIMEX3 value"), *days(prefix, what))
