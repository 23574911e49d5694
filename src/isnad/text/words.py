"""Words of a folded text, and the proclitics that Arabic writes onto them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_AND = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


class Word(NamedTuple):
    """start, end: half-open offsets of the folded text; form: the folded word."""

    start: int
    end: int
    form: str


def split_words(text: str) -> list[Word]:
    """Words and numerals of a folded text, in order; punctuation is what lies between them."""
    new = tuple.__new__  # a named tuple's own constructor costs as much again as the search
    return [new(Word, (*m.span(), m[0])) for m in _WORD.finditer(text)]


@lru_cache(maxsize=65536)
def strip_proclitics(form: str) -> tuple[tuple[int, str], ...]:
    """Every way to take proclitics (و ف, then ب ل ك) off a folded form: (letters taken, rest), longest rest first.

    «لل» gives back its article: «للعراق» → (1, "العراق"), so the rest may be one letter longer than what remains.
    The first answer is always (0, form). A rest is never shorter than two letters.
    """
    out = [(0, form)]
    heads = [(0, form)]
    if form[:1] in _AND and len(form) > 3:
        heads.append((1, form[1:]))
        out.append((1, form[1:]))
    for taken, rest in heads:
        if rest[:1] in _PREPOSITIONS and len(rest) > 2:
            if rest.startswith("لل") and len(rest) > 3:
                out.append((taken + 1, "ال" + rest[2:]))
            out.append((taken + 1, rest[1:]))
    return tuple(out)
