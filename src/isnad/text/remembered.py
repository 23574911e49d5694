"""Answers about word forms, found once: a corpus repeats its words far more often than it brings new ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

_MOST = 1 << 18  #: answers held at once, about what ten thousand articles ask for


class Remembered(dict[str, V]):
    """form → what `find` says of it. Looked up like any dictionary (`map(held.__getitem__, forms)`); never raises
    KeyError. Starts anew when full, so that a long run stays within its memory."""

    def __init__(self, find: Callable[[str], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> V:
        if len(self) >= _MOST:
            self.clear()
        value = self[form] = self._find(form)
        return value
