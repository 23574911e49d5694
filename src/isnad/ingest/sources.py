"""What the user named → the files to read, in order, each with a label that is its own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from isnad.errors import InputError

Kind = Literal["text", "lines", "lines.gz", "page", "unknown"]
STDIN = "-"
_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "lines.gz",
    ".ndjson.gz": "lines.gz",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_FORMS = "give .txt, .html, .jsonl or .jsonl.gz files, or a folder of them"


class Source(NamedTuple):
    """One file. label: how outputs name it; never a place on this machine beyond what tells two files apart."""

    path: Path | None
    label: str
    kind: Kind
    size: int


def kind_of(name: str) -> Kind:
    """What the ending of a file's name says it holds."""
    lower = name.lower()
    for ending, kind in _KINDS.items():
        if lower.endswith(ending):
            return kind
    return "unknown"


def find_sources(named: Sequence[str | Path]) -> list[Source | InputError]:
    """Expand files, folders (all levels, in order of their names, hidden ones left out) and "-" (standard input).

    What cannot be used is an InputError in its place. A file named twice is read once.
    """
    found: list[Source | InputError] = []
    seen: set[Path] = set()
    labels: set[str] = set()
    for name in named:
        for item in _expand(name):
            if isinstance(item, InputError):
                found.append(item)
                continue
            path, tail = item
            tail = tail.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            real = path.resolve()
            if real in seen:
                continue
            seen.add(real)
            label = _label(real, tail, labels)
            labels.add(label)
            found.append(Source(path, label, kind_of(path.name), _size(path)))
        if str(name) == STDIN:
            found.append(Source(None, STDIN, "unknown", 0))
    return found


def _expand(name: str | Path) -> Iterator[tuple[Path, str] | InputError]:
    path = Path(name)
    if str(name) == STDIN:
        return
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path, path.name
    else:
        yield InputError(str(name), "there is no such file or folder", "check the path")


def _folder(folder: Path) -> Iterator[tuple[Path, str] | InputError]:
    failed: list[OSError] = []
    any_article = False
    for place, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if kind_of(file) != "unknown" and not file.startswith("."):
                any_article = True
                path = Path(place) / file
                yield path, path.relative_to(folder).as_posix()
    for error in failed:
        yield InputError(str(error.filename), f"the folder cannot be read: {error.strerror}", "check its permissions")
    if not any_article and not failed:
        yield InputError(str(folder), "the folder holds no articles", _FORMS)


def _label(real: Path, tail: str, taken: set[str]) -> str:
    """`tail`, with as many parts of the folders above it as tell it from the labels taken."""
    parts = PurePosixPath(real.as_posix()).parts
    at = len(parts) - len(PurePosixPath(tail).parts)
    label = tail
    while label in taken and at > 1:
        at -= 1
        label = "/".join(parts[at:])
    return label


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
