"""Quotation marks of every kind, paired by what stands around them and never by counting.

One article in seven of the Arabic press is unbalanced, so an opening mark that is never closed is recovered at the end
of its paragraph and never swallows the next one.
"""

from __future__ import annotations

import re

from isnad.text.sentences import Range
from isnad.text.value import Value

_MARK = re.compile(r"[\"“”„‟«»‘’'()](?:(?<=[\"“”„‟«»‘’])|(?<=')'|(?<=\()\(|(?<=\))\))")
_KIND = dict.fromkeys(["“", "”", "„", "‟", '"', "''"], '"') | dict.fromkeys("«»", "«") | dict.fromkeys("‘’", "‘")
_KIND |= {"((": "(", "))": "("}
_OPENING = frozenset("“„‟«‘") | {"(("}
_CLOSING = frozenset("”»’") | {"))"}
_BEFORE_OPEN = frozenset(' \n:،,([-–—.«“"/')
_PROCLITICS = re.compile(r"(?:^|[\s(])[وف]?[بلك]?$")
_AFTER_CLOSE = frozenset(' \n.,،؛;:!?؟)]-–—»”"/')


class Quote(Value, frozen=True):
    """start, end: with the marks; inner_start, inner_end: what is between them. closed: its closing mark is written.

    depth: 0 for an outermost quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    depth: int


def _can_open(text: str, m: re.Match[str], start: int) -> bool:
    at = m.start()
    if not text[m.end() : m.end() + 1].strip():
        return False
    if at == start or text[at - 1] in _BEFORE_OPEN:
        return True
    return text[at - 1] in "وفبلك" and _PROCLITICS.search(text[max(start, at - 4) : at]) is not None


def _can_close(text: str, m: re.Match[str], end: int) -> bool:
    return m.end() >= end or text[m.end()] in _AFTER_CLOSE


def _opens(text: str, m: re.Match[str], bounds: Range, is_open: bool) -> bool:
    mark = m.group()
    if mark in "«((":
        return True
    if mark in "»))":
        return False
    can_open, can_close = _can_open(text, m, bounds[0]), _can_close(text, m, bounds[1])
    if mark in _OPENING:
        return can_open or not is_open
    if mark in _CLOSING:
        return not is_open and can_open
    return not is_open or (can_open and not can_close)


def _pair(text: str, bounds: Range) -> list[Quote]:
    stack: list[tuple[str, int, int]] = []
    out = []
    for m in _MARK.finditer(text, *bounds):
        kind = _KIND[m.group()]
        held = [i for i, (k, _, _) in enumerate(stack) if k == kind]
        if _opens(text, m, bounds, bool(held)):
            stack.append((kind, m.start(), m.end()))
        elif held:
            for _, start, inner in reversed(stack[held[-1] + 1 :]):  # inner marks that were never closed
                out.append(Quote(start, m.start(), inner, m.start(), False, 0))
            _, start, inner = stack[held[-1]]
            del stack[held[-1] :]
            if inner < m.start():
                out.append(Quote(start, m.end(), inner, m.start(), True, len(stack)))
    for depth, (_, start, inner) in enumerate(stack):
        if inner < bounds[1]:
            out.append(Quote(start, bounds[1], inner, bounds[1], False, depth))
    return sorted(out, key=lambda q: (q.start, -q.end))


def find_quotes(text: str, paragraphs: list[Range]) -> list[Quote]:
    """Quotations of a folded text in order of their opening marks, paragraph by paragraph."""
    return [q for bounds in paragraphs for q in _pair(text, bounds)]
