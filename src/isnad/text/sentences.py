"""Paragraphs and sentences of a folded text."""

from __future__ import annotations

import re

Range = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\n]+")
# A stop ends a sentence unless it stands between digits, after a single letter (د. محمد) or in a row of dots before a comma.
_STOP = re.compile(r"(?:[.!?؟…]+[\"”»’')\]]*)(?=\s|$|[^\W\d_]|[\"“«(]|, )")
_INITIAL = re.compile(r"(?:^|[\s(\"«“])[وفبل]?[^\W\d_]\.$")


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
    before = text[max(start, m.start() - 3) : m.start() + 1]
    if text[m.start()] == "." and _INITIAL.search(before):
        return False  # an initial or a title: د. محمد
    after = text[m.end() : m.end() + 1]
    latin = after.isascii() and after.isalnum()
    return not (latin and text[m.start() - 1 : m.start()].isascii())  # U.S, 3.x, example.com


def split_sentences(text: str, paragraphs: list[Range]) -> list[Range]:
    """Sentences with their stop, in order; a paragraph break always ends one. Stops inside quotations count too."""
    out = []
    for start, end in paragraphs:
        at = start
        for m in _STOP.finditer(text, start, end):
            if m.start() > at and _ends(text, start, m):
                out.append((at, m.end()))
                at = m.end()
                while at < end and text[at] in " ,،":
                    at += 1
        if at < end:
            out.append((at, end))
    return out
