"""One SQLite file opened as a record; what SQLite complains about becomes a RecordError that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isnad.errors import RecordError
from isnad.record.schema import APPLICATION_ID, SCHEMA_VERSION, statements
from isnad.text.fold import fold_word

_WAIT_SECONDS = 5.0
_REMEDIES = (
    ("locked", "another program is writing to it; close that program and try again"),
    (
        "disk is full",
        "the disk is full; what was finished is kept. Free some space and run the same command again",
    ),
    ("disk I/O", "the disk could not be read or written; check it, then run the same command again"),
    ("readonly", "it may not be written; check its permissions"),
    ("unable to open", "it cannot be opened; check the folder and its permissions"),
    ("malformed", "it is damaged; restore a copy or build it again"),
    ("not a database", "it is not a record of Isnad; give the path of a file made by `isnad build`"),
)


def explained(path: Path, error: sqlite3.Error) -> RecordError:
    """The RecordError for what SQLite said about `path`."""
    said = str(error)
    remedy = next((r for sign, r in _REMEDIES if sign in said), f"SQLite says: {said}")
    return RecordError(f"{path}: {remedy}")


@contextmanager
def errors(path: Path) -> Iterator[None]:
    """Turns every sqlite3.Error inside into a RecordError about `path`."""
    try:
        yield
    except sqlite3.Error as e:
        raise explained(path, e) from e


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is inside is written, or, whatever interrupts it, none of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
    connection.commit()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
    connection.create_function("fold", 1, lambda t: None if t is None else fold_word(str(t)), deterministic=True)
    connection.execute("PRAGMA foreign_keys = OFF")  # references are for readers; order of writing is ours
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def made(path: Path) -> sqlite3.Connection:
    """A new, empty record at `path`. Raises RecordError where something stands there or it cannot be written."""
    if path.exists() and not (path.is_file() and path.stat().st_size == 0):
        raise RecordError(f"{path}: already exists; open it, or choose another name")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first")
    with errors(path):
        connection = _connected(path)
        try:
            connection.execute("PRAGMA page_size = 8192")
            with transaction(connection):
                for statement in statements():
                    connection.execute(statement)
        except BaseException:
            connection.close()
            raise
        return connection


def opened(path: Path) -> sqlite3.Connection:
    """The record at `path`. Raises RecordError for a missing file, another kind of file, another schema version."""
    if not path.exists():
        raise RecordError(f"{path}: no such record; make one with `isnad build ARTICLES... -o {path}`")
    if path.is_dir():
        raise RecordError(f"{path}: is a folder, not a record; give the path of a file made by `isnad build`")
    if path.stat().st_size == 0:
        raise RecordError(f"{path}: is empty, not a record; make one with `isnad build ARTICLES... -o {path}`")
    with errors(path):
        connection = _connected(path)
        try:
            _check(path, connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise RecordError(f"{path}: {dict(_REMEDIES)['not a database']}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA_VERSION:
        older = version < SCHEMA_VERSION
        remedy = (
            "export its verdicts with the Isnad that made it, then build it again from its articles"
            if older
            else "update Isnad, or build it again from its articles"
        )
        raise RecordError(f"{path}: has schema version {version}, this Isnad reads version {SCHEMA_VERSION}; {remedy}")
