"""The bytes of a page → its markup, by its mark, its own declaration, or what its bytes give."""

from __future__ import annotations

import codecs
import re

from isnad.errors import InputError
from isnad.ingest.encodings import decode

_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)


def markup_of(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """The page's markup and notes on its encoding. Raises InputError for empty, binary or wrongly encoded bytes."""
    if not data.strip():
        raise InputError(path, "it is empty", "save the page anew")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    m = _DECLARED.search(data[:4096])
    name = (m[1] or m[2]).decode("ascii", "replace") if m else ""
    try:
        codecs.lookup(name)
        if name.lower() not in ("utf-8", "utf8"):
            return data.decode(name), (f"encoding declared by the page: {name}",)
    except (LookupError, UnicodeDecodeError):
        pass
    return decode(data, path)
