"""Percent signs and words beside a number."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Numbers
from isnad.text.fold import fold_word


class PercentFinder:
    """Finds «%», «في المئة» and the like."""

    def __init__(self, lexicon: Numbers) -> None:
        words = "|".join(sorted((re.escape(fold_word(w)) for w in lexicon.percent.words), key=len, reverse=True))
        signs = "|".join(map(re.escape, lexicon.percent.signs))
        self._after = re.compile(rf"[\"»)]?\s?(?:(?:{signs})|(?:{words})(?!\w))")
        self._before = re.compile(rf"(?<![0-9])(?:{signs})\s?$")

    def after(self, text: str, end: int) -> int:
        """Where the percent sign or word after a number ends; 0 if there is none."""
        m = self._after.match(text, end)
        return m.end() if m else 0

    def before(self, text: str, start: int) -> int:
        """Where a percent sign before a number begins; -1 if there is none."""
        m = self._before.search(text, max(0, start - 2), start)
        return m.start() if m else -1
