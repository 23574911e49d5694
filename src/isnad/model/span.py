"""A span: the exact words something stands on."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True):
    """Code points `start` to `end` (half-open, never empty) of an article's text; `text` quotes them exactly."""

    start: int
    end: int
    text: str
