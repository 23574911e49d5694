"""The schema of a record: its version, the statements that make it, and the reference written from it."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.record.columns import Table
from isnad.record.crosstables import CROSS_TABLES, META, VERDICTS
from isnad.record.tables import DOCUMENTS, ITEM_TABLES, READINGS
from isnad.record.views import VIEWS

SCHEMA_VERSION = 3  #: raised by every change of a table or of what its rows hold; kept in user_version
APPLICATION_ID = 0x49534E44  #: "ISND", by which a file is known as a record

TABLES: tuple[Table, ...] = (DOCUMENTS, READINGS, *ITEM_TABLES, *CROSS_TABLES, VERDICTS, META)

SEARCH = "CREATE VIRTUAL TABLE search USING fts5 (folded, stem, content='', tokenize=\"unicode61 remove_diacritics 0\")"


def statements() -> Iterator[str]:
    """Everything that makes an empty record, in order."""
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {SCHEMA_VERSION}"
    for table in TABLES:
        yield from table.create()
    yield SEARCH
    for name, (_, query) in VIEWS.items():
        yield f"CREATE VIEW {name} AS\n{query}"


def describe() -> str:
    """The reference of the schema in Markdown (docs/reference/record-schema.md)."""
    out = [
        "# The record's schema",
        "",
        f"A record is one SQLite file, schema version {SCHEMA_VERSION} (`PRAGMA user_version`), application id",
        f"`0x{APPLICATION_ID:08X}`. It opens in Datasette, DB Browser, R, Python or any other SQLite program.",
        "Offsets count code points of `documents.text`, half-open: `quote` is the text from `start` up to, and",
        'without, `end` (in SQL: `substr(text, start + 1, "end" - start)`). Empty means unknown or not given.',
        "",
        "This page is written from the schema itself; do not edit it by hand.",
        "",
        "## Views",
        "",
        "Start here: each row carries outlet, day, the exact words, their offsets and the rule that found them.",
        "",
        "| view | what it shows |",
        "|---|---|",
        *(f"| `{name}` | {note} |" for name, (note, _) in VIEWS.items()),
        "",
        "## Tables",
        "",
    ]
    for table in TABLES:
        out += [f"### {table.name}", "", table.note, f"Key: {', '.join(table.key)}.", "", "| column | type | holds |"]
        out += ["|---|---|---|", *(f"| {c.name} | {c.type} | {c.note} |" for c in table.columns), ""]
    out += [
        "### search",
        "",
        "Full-text index (FTS5, without its own copy of the text): `rowid` is `documents.number`; `folded` holds title",
        "and text in one spelling, `stem` the same words without proclitics and common endings.",
        "",
    ]
    return "\n".join(out)
