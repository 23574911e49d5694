"""Which code points of a text belong to words: letters and digits of every script, by one look-up each."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

_PLANE = 0x10000  #: code points in the table; the few beyond it are asked one by one
_WORD = re.compile(r"[^\W_]+")


def _table() -> npt.NDArray[np.bool_]:
    table = np.zeros(_PLANE, dtype=bool)
    for m in _WORD.finditer("".join(map(chr, range(_PLANE)))):
        table[m.start() : m.end()] = True
    return table


_TABLE = _table()


def codes_of(text: str) -> npt.NDArray[np.uint32]:
    """The code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def text_of(codes: npt.NDArray[np.uint32]) -> str:
    """The text that `codes` stand for."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def in_words(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    """For each code point whether it is a letter or digit, as `[^\\W_]` of a pattern has it."""
    if not len(codes) or np.maximum.reduce(codes) < _PLANE:
        return _TABLE[codes]
    beyond = codes >= _PLANE
    held = _TABLE[np.where(beyond, 0, codes)]
    held[beyond] = [_WORD.match(chr(code)) is not None for code in codes[beyond].tolist()]
    return held


def only_words(text: str) -> str:
    """`text` with a space for each code point that belongs to no word."""
    codes = codes_of(text)
    return text_of(np.where(in_words(codes), codes, np.uint32(0x20)))
