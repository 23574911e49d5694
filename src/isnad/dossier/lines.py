"""Where in a dossier's file something stands, for errors that name the line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[\[?\s*(\w+)(\s*\.)?")


class Lines:
    """The lines of a TOML text by the entries that they belong to."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._starts: dict[str, list[int]] = {}
        self._heads: list[int] = []
        for number, line in enumerate(self._lines):
            m = _HEADER.match(line)
            if m and not m[2]:
                self._starts.setdefault(m[1], []).append(number)
                self._heads.append(number)

    def find(self, table: str, index: int, *words: str) -> int:
        """The line, from 1, of the first of `words` that stands in the entry number `index` (from 0) of `table`.

        table "": the keys before the first table. Where no word is found, the line at which the entry begins.
        """
        held = self._starts.get(table, [])
        start = held[index] if index < len(held) else 0
        end = next((h for h in self._heads if h > start or (not table and h >= start)), len(self._lines))
        for word in words:
            for number in range(start, end):
                if word in self._lines[number].partition("#")[0]:
                    return number + 1
        return start + 1
