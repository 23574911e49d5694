"""Bytes out of files and streams, never more than one article's worth at a time."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal, NamedTuple, cast

from isnad.errors import InputError
from isnad.ingest.given import Given
from isnad.ingest.limits import MAX_CHARACTERS, MAX_LINE_BYTES, MAX_PAGE_BYTES, MAX_TEXT_BYTES
from isnad.ingest.sources import Source

_TOO_LARGE = f"split it into its articles (at most {MAX_CHARACTERS:,} characters each)"
_PAGE_HEADS = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")


class Raw(NamedTuple):
    """The bytes of one article, not yet understood.

    label: the file and line they stand in, for errors; path: the file alone, as outputs name it; name: its own name.
    """

    label: str
    path: str
    name: str
    kind: Literal["text", "line", "page"]
    data: bytes
    given: Given | None = None


def read_raws(source: Source, tick: Callable[[int], None]) -> Iterator[Raw | InputError]:
    """The articles of one file, in order; `tick` hears of bytes done. Trouble is an InputError in its place."""
    try:
        if source.path is None:
            yield from _open_stream(source, sys.stdin.buffer, tick)
        else:
            with source.path.open("rb") as stream:
                yield from _open_stream(source, stream, tick)
    except OSError as e:
        yield InputError(source.label, f"it cannot be read: {e.strerror or e}", "check the file and its permissions")


def _open_stream(source: Source, stream: BinaryIO, tick: Callable[[int], None]) -> Iterator[Raw | InputError]:
    kind = source.kind
    if kind == "unknown":
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
        kind, stream = _sniffed(buffered.peek(512)), buffered
    if kind == "lines.gz":
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from _lines(source, cast(BinaryIO, unpacked), lambda: None)
        tick(source.size)
    elif kind == "lines":
        done = 0

        def moved() -> None:
            nonlocal done
            if source.size:
                at = stream.tell()
                tick(at - done)
                done = at

        yield from _lines(source, stream, moved)
    else:
        whole = _whole(source, stream, "page" if kind == "page" else "text")
        tick(source.size)
        yield whole


def _whole(source: Source, stream: BinaryIO, kind: Literal["text", "page"]) -> Raw | InputError:
    limit = MAX_PAGE_BYTES if kind == "page" else MAX_TEXT_BYTES
    if source.size > limit:
        return InputError(source.label, f"it is too large for one article ({source.size:,} bytes)", _TOO_LARGE)
    data = stream.read(limit + 1)
    if len(data) > limit:
        return InputError(source.label, f"it is too large for one article (over {limit:,} bytes)", _TOO_LARGE)
    return Raw(source.label, source.label, source.label.rsplit("/", 1)[-1] if source.path else "stdin", kind, data)


def _lines(source: Source, stream: BinaryIO, moved: Callable[[], None]) -> Iterator[Raw | InputError]:
    name = source.label.rsplit("/", 1)[-1] if source.path else "stdin"
    number = 0
    try:
        while line := stream.readline(MAX_LINE_BYTES + 1):
            number += 1
            label = f"{source.label}:{number}"
            moved()
            if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
                yield InputError(source.label, "its JSON lines are not in UTF-8", "save it as UTF-8")
                return
            if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
                _skip_line(stream)
                yield InputError(
                    label, f"the line is too long for one article (over {MAX_LINE_BYTES:,} bytes)", _TOO_LARGE
                )
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield Raw(label, source.label, name, "line", line.rstrip(b"\r\n"))
    except (EOFError, zlib.error, gzip.BadGzipFile) as e:
        yield InputError(
            f"{source.label}:{number + 1}",
            f"the compressed file is damaged or truncated here: {e}",
            "get the file anew",
        )
        return
    if number == 0:
        yield InputError(source.label, "it is empty", "give one JSON object per line")


def _skip_line(stream: BinaryIO) -> None:
    while (chunk := stream.readline(1 << 20)) and not chunk.endswith(b"\n"):
        pass


def _sniffed(head: bytes) -> Literal["lines", "lines.gz", "page", "text"]:
    if head.startswith(b"\x1f\x8b"):
        return "lines.gz"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"{"):
        return "lines"
    return "page" if start.startswith(_PAGE_HEADS) else "text"
