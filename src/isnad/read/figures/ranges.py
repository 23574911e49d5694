"""Ranges whose ends each have their noun: «ما بين 30 جنيها و40 جنيها», «اسمين أو ثلاثة»."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from isnad.read.figures.nouns import Unit
from isnad.read.numbers.ranges import CHANGE
from isnad.read.numerals import Numeral

_FROM = re.compile(r"(?<!\w)(?:(?:ما)?بين|يتراوح من|تتراوح من|تراوح من|تراوحت من) (?:نحو |حوالي )?$")
_TO = re.compile(r"(?: [^\W\d_]+)? (?:و|الي |حتي )\s?(?:نحو |حوالي )?")
_FROM_TWO = re.compile(r"(?<!\w)[وفبل]?(?:(?:ما ?)?بين|من) $")
_TO_MORE = re.compile(r" (?:و|الي |حتي )")
_SIZE = re.compile(r"(?<!\w)[وبف]?(?:ال)?(?:طول|ارتفاع|عرض|وزن|عمق|قطر|سمك|مسافه|حجم|سرعه|درجه)(?:ه|ها|هم|هما)?(?!\w)")
_OR_MORE = " او "


class Counted(NamedTuple):
    """A numeral that is a figure, with its unit."""

    numeral: Numeral
    unit: Unit


def two_or_more(text: str, numerals: list[Numeral], is_period: Callable[[str], bool]) -> list[Numeral]:
    """The numerals, those like «اسمين أو ثلاثة» and «من لترين إلى ثلاثة» joined: a dual of no period, then 3 to 10."""
    if not any(n.unit_inside for n in numerals):
        return numerals
    out: list[Numeral] = []
    for n in numerals:
        if out and out[-1].unit_inside and (both := _from_two(text, out[-1], n, is_period)) is not None:
            out[-1] = both
        else:
            out.append(n)
    return out


def _from_two(text: str, a: Numeral, b: Numeral, is_period: Callable[[str], bool]) -> Numeral | None:
    if b.start - a.end > 6 or b.rule != "words" or b.kind != "cardinal" or not 2 < (b.value or 0) < 11:
        return None
    gap = text[a.end : b.start]
    framed = _FROM_TWO.search(text, max(0, a.start - 9), a.start) is not None and _TO_MORE.fullmatch(gap) is not None
    if not (gap == _OR_MORE or framed) or is_period(text[a.start : a.end]):
        return None
    return Numeral(a.start, b.end, None, 2, b.value, "range", "range", a.bound_start, False, False, "range-dual")


def joined_ranges(text: str, counted: list[Counted]) -> list[Counted]:
    """«ما بين 35200 جنيه إلى نحو 37000 جنيه» is one range, though each end has its unit."""
    out: list[Counted] = []
    for c in counted:
        if out and _same_unit(text, out[-1], c) and _is_range(text, out[-1], c):
            a, b = out[-1].numeral, c.numeral
            both = a._replace(end=b.end, value=None, low=a.value, high=b.value, kind="range", approx="range")
            out[-1] = Counted(both._replace(rule="range-units"), c.unit)
        else:
            out.append(c)
    return out


def _changes(text: str, at: int) -> bool:
    """Whether a rise or fall is told right before `at`."""
    return CHANGE.search(text, max(0, at - 60), at) is not None


def _same_unit(text: str, a: Counted, b: Counted) -> bool:
    if a.unit.start is None or b.unit.start is None or a.unit.how not in ("after", "money", "sign"):
        return False
    return a.unit.how == b.unit.how and text[a.unit.start : a.unit.end] == text[b.unit.start : b.unit.end]


def _is_range(text: str, a: Counted, b: Counted) -> bool:
    low, high = a.numeral.value, b.numeral.value
    if low is None or high is None or not low < high or a.numeral.kind != "cardinal" or b.numeral.kind != "cardinal":
        return False
    if a.unit.end is None or a.unit.end > b.numeral.start:
        return False
    at = a.numeral.start
    frame = _FROM.search(text, max(0, at - 16), at)
    if frame is None and text.endswith(" من ", 0, at):  # «طوله من 20 سم إلى 30 سم», but no rise or fall
        near = b.numeral.start - a.unit.end <= 8 and text.startswith(" الي ", a.unit.end)
        return near and _SIZE.search(text, max(0, at - 40), at) is not None and not _changes(text, at)
    return frame is not None and _TO.fullmatch(text, a.unit.end, b.numeral.start) is not None
