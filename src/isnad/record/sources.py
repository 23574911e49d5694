"""The files that documents were taken from, where they still exist."""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_LINE = re.compile(r"(.+):\d+")


class Sources:
    """Source files under one folder. Files of JSON lines are read once and known by the hashes of their lines."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[Path, frozenset[str]] = {}

    def agree(self, path: str, sha256: str) -> bool | None:
        """Whether the file (or a line of it) still has these bytes; None where it is not there or cannot be read."""
        try:
            whole = self._root / path
            if whole.is_file():
                return hashlib.sha256(whole.read_bytes()).hexdigest() == sha256
            line = _LINE.fullmatch(path)
            if line is None or not (self._root / line.group(1)).is_file():
                return None
            return sha256 in self._hashes(self._root / line.group(1))
        except (OSError, ValueError):
            return None

    def _hashes(self, path: Path) -> frozenset[str]:
        if path not in self._lines:
            self._lines[path] = frozenset(hashlib.sha256(line).hexdigest() for line in _lines(path))
        return self._lines[path]


def _lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, packed or not, without their ends; those before the damage where it is damaged."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        try:
            if packed:
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield from (line.rstrip(b"\r\n") for line in unpacked)
            else:
                yield from (line.rstrip(b"\r\n") for line in raw)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return
