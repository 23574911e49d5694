"""What a numeral is, between the readers: offsets of the folded text."""

from __future__ import annotations

from typing import NamedTuple

from isnad.model.reading import Bound, NumberKind


class Numeral(NamedTuple):
    """A number expression: digits, words with their scale words, duals, fractions, percentages, ranges.

    start, end: folded offsets, half-open, without the bound words («نحو»). low, high: equal to value where exact,
    the two ends of a range, None where open. approx: the bound written beside it. bound_start: where the bound words
    begin (start if none).
    unit_inside: the numeral carries its counted noun (a dual like «قتيلين»); it then is the whole word.
    digits: written with digits (so it may be a year, a day of the month).
    rule: what recognised it.
    """

    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    kind: NumberKind
    approx: Bound
    bound_start: int
    unit_inside: bool
    digits: bool
    rule: str
