"""Records opened, and what their readings depend on."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from isnad import __version__
from isnad.engine.reading import Work
from isnad.lexicon.load import digest_of

if TYPE_CHECKING:
    from isnad.record.store import Record


def open_record(path: str | Path) -> Record:
    """The record at `path`. Raises RecordError for a missing file, another kind of file, another schema version."""
    from isnad.record.store import Record

    return Record.open(path)


def read_with_of(work: Work) -> str:
    """What a reading depends on beside the article: version, lexicons, dossier."""
    told = msgspec.json.encode(work.dossier)
    return f"isnad {__version__} {digest_of(work.lexicons)[:12]} {hashlib.sha256(told).hexdigest()[:12]}"
