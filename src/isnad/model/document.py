"""One article as it came in."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Basis = Literal["given", "page", "text"]


class Document(msgspec.Struct, frozen=True):
    """An article: its text, never changed, and what its carrier said of it.

    id: from the input where it gives one, else from path and hash. sha256: of the UTF-8 bytes of `text`.
    source_sha256: of the bytes of the file (or JSON line) the text was taken from.
    published: calendar day given by metadata or page; published_at: the same with its clock time, ISO 8601.
    *_basis: who said so: `given` (metadata, JSON line), `page` (markup), `text` (a header block of the text file).
    header_end: code points at the head of the text that are such a header block (0: none).
    notes: repairs and doubts of ingesting (encoding guessed, date unreadable), one line each.
    """

    id: str
    path: str
    text: str
    sha256: str
    source_sha256: str
    title: str | None = None
    title_basis: Basis | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_at: str | None = None
    published_basis: Basis | None = None
    header_end: int = 0
    notes: tuple[str, ...] = ()
