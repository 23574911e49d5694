"""Paragraphs and sentences of a folded text."""

from __future__ import annotations

import re

Range = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\n]+")
# A stop ends a sentence unless it stands between digits, after a single letter (د. محمد) or in dots before a comma.
_STOP = re.compile(r"(?:[.!?؟…]+[\"”»’')\]]*)(?=\s|$|[^\W\d_]|[\"“«(]|, |-+\()")
_INITIAL = re.compile(r"(?:^|[\s(\"«“])[وفبل]?[^\W\d_]\.$")
_SPELLED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,3}\.[^\W\d_]{2,3}(?![^\W\d_])")

#: Code points of the longest sentence, so that a text without stops stays readable; of 4,700 articles none had one.
_LONGEST = 3000


def split_paragraphs(text: str) -> list[Range]:
    """Lines that hold anything but spaces, without the spaces around them."""
    out = []
    for m in _PARAGRAPH.finditer(text):
        line = m.group()
        left = len(line) - len(line.lstrip())
        kept = line.strip()
        if kept:
            out.append((m.start() + left, m.start() + left + len(kept)))
    return out


def _ends(text: str, start: int, m: re.Match[str]) -> bool:
    at = m.start()
    after = text[m.end() : m.end() + 1]
    if text[at] == ".":
        two_before = text[max(start, at - 2) : at - 1]
        if (not two_before.isalpha() or two_before in "وفبل") and _INITIAL.search(text[max(start, at - 3) : at + 1]):
            return False  # an initial or a title: د. محمد
        if text[at + 1 : at + 2].isalpha() and _SPELLED.search(text, max(start, at - 4), at + 5):
            return False  # letters spelled out: سي.إن.بي.سي
    latin = after.isascii() and after.isalnum()
    return not (latin and text[at - 1 : at].isascii())  # U.S, 3.x, example.com


def split_sentences(text: str, paragraphs: list[Range]) -> list[Range]:
    """Sentences with their stop, in order; a paragraph break always ends one. Stops inside quotations count too."""
    out = []
    for start, end in paragraphs:
        at = start
        for m in _STOP.finditer(text, start, end):
            if m.start() > at and _ends(text, start, m):
                out.extend(_pieces(text, at, m.end()))
                at = m.end()
                while at < end and text[at] in " ,،":
                    at += 1
        if at < end:
            out.extend(_pieces(text, at, end))
    return out


def _pieces(text: str, start: int, end: int) -> list[Range]:
    """`start` to `end` whole; where it is longer than any sentence of the press, cut at its spaces."""
    out = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        out.append((start, cut))
        start = cut
        while start < end and text[start] in " ,،":
            start += 1
    if start < end:
        out.append((start, end))
    return out
