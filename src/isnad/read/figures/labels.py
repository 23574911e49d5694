"""The words of a list before an amount, and whether two words are forms of one noun."""

from __future__ import annotations

import re

NO_LABEL = re.compile(r"[\n.،؛:()«»\"\-–•*]")  #: what ends the words of a label


def label_before(text: str, low: int, at: int) -> tuple[int, int] | None:
    """«سعر الطن: 34600 جنيه»: the words of a list before a colon and its amount."""
    end = len(text[low:at].rstrip()) + low
    if not text.endswith(":", low, end):
        return None
    label = NO_LABEL.split(text[low : end - 1])[-1]
    named = label.strip()
    if not 0 < len(named.split()) < 6 or named.startswith(("و", "قال")) or any(ch.isdigit() for ch in named):
        return None
    start = end - 1 - len(label.lstrip())
    return start, start + len(named)


def same_noun(a: str, b: str) -> bool:
    """Whether two words are forms of one noun, by their first consonants («الأسر» and «أسرة», «قضايا» and «قضية»)."""
    if not b:
        return False
    a, b = a.removeprefix("ال"), b.removeprefix("ال")
    if a[:3] == b[:3]:
        return True
    x, y = (re.sub("[اويهةءئ]", "", w.removesuffix("ين").removesuffix("ون").removesuffix("ات")) for w in (a, b))
    return x[:3] == y[:3] != "" and len(x) > 1
