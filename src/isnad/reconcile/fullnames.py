"""Names of persons in the form they are compared by."""

from __future__ import annotations

import re
from functools import lru_cache

from isnad.reconcile.wordforms import words_of

_DOUBLED = re.compile(r"([وي])\1")
_SPLIT_HEADS = {"عبد", "ابو", "ابي", "ابا", "بو", "ام", "ال", "بن", "ابن", "بنت", "ولد"}
_SON = {"بن", "ابن"}
_FATHER = {"ابي": "ابو", "ابا": "ابو"}


def _part(word: str) -> str:
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    return _DOUBLED.sub(r"\1", bare)


@lru_cache(maxsize=65536)
def name_key(text: str) -> tuple[str, ...]:
    """The parts of a name: «عبد الله» is one, بن is none, ال and doubled letters are nothing. Empty for no letters."""
    words = list(words_of(text))
    if words and words[0].startswith("لل") and len(words[0]) > 4:
        words[0] = "ال" + words[0][2:]
    parts: list[str] = []
    held = ""
    for word in words:
        if word in _SPLIT_HEADS and word != words[-1]:
            held = "" if word in _SON else _FATHER.get(word, word)
            continue
        parts.append(held + _part(word) if held not in ("", "ال") else _part(word))
        held = ""
    return tuple(parts)


def shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether `short` (two parts and more) is `long` with inner names left out or with its first names alone."""
    if len(short) < 2 or len(short) >= len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    if not all(part in rest for part in short):
        return False
    return short[-1] == long[-1] or short == long[: len(short)]
