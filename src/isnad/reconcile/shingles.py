"""What two texts share word for word: runs of four folded words, as numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from isnad.text.fold import fold_word

Shingles = npt.NDArray[np.uint64]

_WORD = re.compile(r"[^\W_]+")
_LENGTH = 4
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
_ALL_PAIRS = 12  #: runs that stand in more articles than this link each article only with the next


class Shingler:
    """Texts to sorted, distinct shingles. The same words give the same numbers in every run."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}

    def shingles(self, text: str) -> Shingles:
        """Empty for a text of fewer than four words."""
        known = self._words
        codes = []
        for word in _WORD.findall(fold_word(text)):
            code = known.get(word)
            if code is None:
                code = known[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
            codes.append(code)
        count = len(codes) - _LENGTH + 1
        if count < 1:
            return np.zeros(0, np.uint64)
        words = np.array(codes, dtype=np.uint64)
        mixed = words[:count] * np.uint64(_MIX[0])
        for k in range(1, _LENGTH):
            mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_MIX[k]) + words[k : k + count]
        return np.unique(mixed)


def shared_count(a: Shingles, b: Shingles) -> int:
    """How many shingles stand in both."""
    return len(np.intersect1d(a, b, assume_unique=True))


def candidate_pairs(texts: Sequence[Shingles], least: int) -> list[tuple[int, int]]:
    """Pairs (i < j) of texts that may share at least `least` shingles, by an inverted index over all of them."""
    if not texts:
        return []
    runs = np.concatenate(texts)
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), [len(s) for s in texts])
    order = np.argsort(runs, kind="stable")
    runs, owners = runs[order], owners[order]
    starts = np.flatnonzero(np.r_[True, runs[1:] != runs[:-1]]) if len(runs) else np.zeros(0, np.int64)
    counts = np.diff(np.r_[starts, len(runs)])
    keys = []
    for size in range(2, _ALL_PAIRS + 1):
        held = starts[counts == size]
        if len(held):
            members = owners[held[:, None] + np.arange(size)]
            keys += [members[:, i] * len(texts) + members[:, j] for i in range(size) for j in range(i + 1, size)]
    for start, count in zip(starts[counts > _ALL_PAIRS], counts[counts > _ALL_PAIRS], strict=True):
        members = owners[start : start + count]
        keys.append(members[:-1] * len(texts) + members[1:])
    if not keys:
        return []
    pairs, shared = np.unique(np.concatenate(keys), return_counts=True)
    return [(int(p) // len(texts), int(p) % len(texts)) for p in pairs[shared >= least]]
