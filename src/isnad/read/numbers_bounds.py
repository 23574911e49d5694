"""Words that bound a number: «نحو», «أكثر من», «على الأقل»."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Bounds
from isnad.model.reading import Bound
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import AND, Hit, Phrases
from isnad.text.prose import Prose

_BETWEEN = re.compile(r"[\s\"«“(]*(?:ال\s?|مبلغ\s)?$")
_CLAUSE = re.compile(r"[^\d.،؛:!؟\n()«»\"]*$")
_NOT = ("لا", "لم", "ولا", "ولم", "الا", "لن")
_STOP = re.compile(r"[،,.؛:;!؟\n]")
_ONE = re.compile(r"(?<!\w)[بلو]?(اكثر|ازيد|اقل) من [^\W\d_]+(?: [^\W\d_]+)? $")
_REACH = 45  #: how far after its number «على الأقل» may stand, in code points


class BoundFinder:
    """Finds bound words in one pass and gives each numeral its bound."""

    def __init__(self, lexicon: Bounds) -> None:
        self._before = Phrases({f: b.approx for b in lexicon.before for f in b.forms})
        self._after = Phrases({f: b.approx for b in lexicon.after for f in b.forms}, ("",))
        self._apart = {a + fold_word(v): bound for bound in lexicon.apart for v in bound.verbs for a in AND}
        self._crossing = frozenset(map(fold_word, lexicon.crossing))

    def _over_subject(self, text: str, n: Numeral) -> Bound | None:
        """«تجاوزت حصيلتها الإجمالية 30», «لا تقل مساحتها عن 40», «أكثر من ناخب واحد»."""
        at = n.bound_start
        if n.value == 1 and n.rule == "words" and (m := _ONE.search(text, max(0, at - 40), at)):
            return "less_than" if m[1] == "اقل" else "more_than"
        if not text.startswith(" ", at - 1):
            return None
        words = _CLAUSE.search(text, max(0, at - 60), at)[0].split()  # type: ignore[index]
        to = words.pop() if words and words[-1] in ("عن", "علي") else None
        for k in range(len(words) - 1, max(-1, len(words) - 6), -1):
            bound = self._apart.get(words[k])
            if bound is not None and (to is not None) == bool(bound.to):
                return bound.negated if k and words[k - 1] in _NOT else bound.approx
            if words[k] in self._crossing:
                return None
        return None

    def bounded(self, prose: Prose, numerals: list[Numeral]) -> list[Numeral]:
        """The numerals with their bounds; ordinals have none."""
        before = {h.end: h for h in self._before.find(prose)}
        after = self._after.find(prose)
        out = []
        for i, n in enumerate(numerals):
            if n.kind != "ordinal":
                k = i + 1
                while k < len(numerals) and _in_brackets(prose.text, n.end, numerals[k].start):
                    k += 1  # «200 جنيه (نحو 4 دولارات) على الأقل»
                next_start = numerals[k].start if k < len(numerals) else len(prose.text)
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
        if (apart := self._over_subject(text, n)) is not None:
            return _with(n, apart, at)
        for late in after:
            if n.end <= late.start <= min(n.end + _REACH, next_start) and not _STOP.search(text, n.end, late.start):
                return _with(n, late.value, n.bound_start) if late.value != "exact" else n
        return n


def _in_brackets(text: str, end: int, at: int) -> bool:
    """Whether `at` lies in brackets opened not far after `end`."""
    opened = text.find("(", end, min(at, end + 15))
    return opened >= 0 and text.find(")", opened, at) < 0


def _with(n: Numeral, approx: Bound, bound_start: int) -> Numeral:
    if n.approx in ("range", "vague"):
        return n._replace(bound_start=bound_start)
    low = n.value if approx in ("more_than", "at_least", "exact") else None
    high = n.value if approx in ("less_than", "at_most", "exact") else None
    return n._replace(approx=approx, low=low, high=high, bound_start=bound_start)
