"""Words that bound a number: «نحو», «أكثر من», «على الأقل»."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Bounds
from isnad.model.reading import Bound
from isnad.read.numerals import Numeral
from isnad.text.phrases import Hit, Phrases
from isnad.text.prose import Prose

_BETWEEN = re.compile(r"[\s\"«“(]*(?:ال\s?|مبلغ\s)?$")
_STOP = re.compile(r"[،,.؛:;!؟\n]")
_REACH = 45  #: how far after its number «على الأقل» may stand, in code points


class BoundFinder:
    """Finds bound words in one pass and gives each numeral its bound."""

    def __init__(self, lexicon: Bounds) -> None:
        self._before = Phrases({f: b.approx for b in lexicon.before for f in b.forms})
        self._after = Phrases({f: b.approx for b in lexicon.after for f in b.forms}, ("",))

    def bounded(self, prose: Prose, numerals: list[Numeral]) -> list[Numeral]:
        """The numerals with their bounds; ordinals have none."""
        before = {h.end: h for h in self._before.find(prose)}
        after = self._after.find(prose)
        out = []
        for i, n in enumerate(numerals):
            if n.kind != "ordinal":
                next_start = numerals[i + 1].start if i + 1 < len(numerals) else len(prose.text)
                n = self._bound(prose.text, n, next_start, before, after)
            out.append(n)
        return out

    def _bound(
        self, text: str, n: Numeral, next_start: int, before: dict[int, Hit[Bound]], after: list[Hit[Bound]]
    ) -> Numeral:
        at = n.bound_start
        gap = _BETWEEN.search(text, max(0, at - 12), at)
        hit = before.get(gap.start() if gap else at)
        if hit is None:
            hit = before.get(at)
        if hit is not None:
            return _with(n, hit.value, hit.start)
        for late in after:
            if n.end <= late.start <= min(n.end + _REACH, next_start) and not _STOP.search(text, n.end, late.start):
                return _with(n, late.value, n.bound_start) if late.value != "exact" else n
        return n


def _with(n: Numeral, approx: Bound, bound_start: int) -> Numeral:
    if n.approx in ("range", "vague"):
        return n._replace(bound_start=bound_start)
    low = n.value if approx in ("more_than", "at_least", "exact") else None
    high = n.value if approx in ("less_than", "at_most", "exact") else None
    return n._replace(approx=approx, low=low, high=high, bound_start=bound_start)
