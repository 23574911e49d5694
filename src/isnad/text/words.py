"""Words of a folded text, and the proclitics that Arabic writes onto them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from isnad.text.letters import codes_of, in_words
from isnad.text.value import Value

_COMMA, _STOP, _ZERO, _NINE = map(ord, ",.09")
_AND = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
PROCLITIC_LETTERS = frozenset((*_AND, *_PREPOSITIONS))


class Word(Value, frozen=True):
    """start, end: half-open offsets of the folded text; form: the folded word."""

    start: int
    end: int
    form: str


class Columns(NamedTuple):
    """The words of a text by column: the n-th of the first three is of word n. with_digits: words that hold 0 to 9."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    with_digits: list[int]


def split_words(text: str) -> list[Word]:
    """Words and numerals («1,150.5» is one) of a folded text, in order; punctuation is what lies between them."""
    return list(map(Word, *find_words(text)[:3]))


def find_words(text: str) -> Columns:
    """What `split_words` gives, as columns."""
    codes = codes_of(text)
    inside = np.zeros(len(codes) + 3, dtype=bool)
    inside[1:-2] = in_words(codes)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2].tolist(), edges[1::2].tolist()
    marks = (codes == _COMMA) | (codes == _STOP)
    digits = (codes >= _ZERO) & (codes <= _NINE)
    for before in np.flatnonzero(inside[1:-4] & marks[1:-1] & digits[2:]).tolist():
        _join(text, starts, ends, before + 1)
    forms = [text[a:b] for a, b in zip(starts, ends, strict=True)]
    at = dict.fromkeys(bisect_right(starts, place) - 1 for place in np.flatnonzero(digits).tolist())
    return Columns(starts, ends, forms, list(at))


def _join(text: str, starts: list[int], ends: list[int], mark: int) -> None:
    """Make one word of those around `mark`, which stands before digits; letters after the digits stay apart."""
    k = ends.index(mark)
    end = mark + 1
    while end < ends[k + 1] and "0" <= text[end] <= "9":
        end += 1
    ends[k] = end
    if end < ends[k + 1]:
        starts[k + 1] = end
    else:
        del starts[k + 1], ends[k + 1]


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
