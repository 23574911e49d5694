"""Folding: one spelling for what the press writes in many, with a way back to every original offset.

Folded away: tashkeel, tatweel, bidi controls, zero-width marks. Folded together: hamza forms of alef, ى/ي, ة/ه, ؤ/و,
ئ/ي, Persian yeh and kaf, digits of all kinds to 0-9, every run of spaces to one space, presentation forms (NFKC).
"""

from __future__ import annotations

import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from isnad.text.letters import codes_of, text_of

_DELETED = 0
_SPACE = 0x20
_LAST_PLAIN = 0x2FFF  #: above it stand presentation forms, full-width forms, emoji
_TOGETHER = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ۍ": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ھ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "\r": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u0085": "\n",
    "\t": " ",
    "٪": "%",
    "٫": ".",
    "٬": ",",
}


def _table() -> npt.NDArray[np.uint32]:
    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    for code in range(0x3000):
        char = chr(code)
        category = unicodedata.category(char)
        arabic_mark = category == "Mn" and (0x0300 <= code < 0x0370 or 0x0600 <= code < 0x0900)
        if arabic_mark or category == "Cf":
            table[code] = _DELETED
        elif category == "Zs":
            table[code] = 0x20
        elif category == "Nd":
            table[code] = 0x30 + unicodedata.digit(char)
    for char, to in _TOGETHER.items():
        table[ord(char)] = ord(to)
    for code in (0x0640, 0xFEFF, 0xFFFE):  # tatweel, byte order marks
        table[code] = _DELETED
    table[0x3000] = 0x20
    return table


_TABLE = _table()


class Folded(NamedTuple):
    """text: the folded text. back[i]: offset of its i-th code point in the original; back[len(text)]: its length."""

    text: str
    back: list[int]


def _compatible(text: str) -> tuple[str, npt.NDArray[np.int64]]:
    """NFKC of `text`, character by character, with the original offset of each resulting code point."""
    pieces = [unicodedata.normalize("NFKC", c) if ord(c) > _LAST_PLAIN else c for c in text]
    sizes = np.fromiter((len(p) for p in pieces), dtype=np.int64, count=len(pieces))
    return "".join(pieces), np.repeat(np.arange(len(text), dtype=np.int64), sizes)


def fold(text: str) -> Folded:
    """Fold `text`. Empty text gives empty text. Never raises; lone surrogates pass through."""
    origin: npt.NDArray[np.int64] | None = None
    plain = text
    codes = codes_of(text)
    if len(codes) and np.maximum.reduce(codes) > _LAST_PLAIN:
        plain, origin = _compatible(text)
        codes = codes_of(plain)
    mapped = _TABLE[codes]
    keep = mapped != _DELETED
    mapped = mapped[keep]
    kept = np.flatnonzero(keep)
    spaces = mapped == _SPACE
    repeated = np.zeros(len(mapped), dtype=bool)
    np.logical_and(spaces[1:], spaces[:-1], out=repeated[1:])
    if np.logical_or.reduce(repeated):
        mapped, kept = mapped[~repeated], kept[~repeated]
    back = np.append(kept if origin is None else origin[kept], len(text))
    return Folded(text_of(mapped), back.tolist())


@lru_cache(maxsize=4096)
def fold_word(text: str) -> str:
    """The folded form alone, for lexicon entries and comparison. Remembers the last words asked for."""
    return fold(text).text
