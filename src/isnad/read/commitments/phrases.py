"""Patterns of the words that commit, from the lexicon."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.commitments import Pledge
from isnad.model.span import Span
from isnad.text.fold import fold_word


class Head(NamedTuple):
    """Where a commitment is stated: the verb or pledge at start:end (folded), what kind it is, whether it needs a
    time, and one of the calendar."""

    start: int
    end: int
    rule: str
    timed: bool
    pledge: bool
    deadline: bool = False
    dated: bool = False


class Bound(NamedTuple):
    """A head found to bind: where its clause begins (folded) and whom."""

    start: int
    who: Span | None


def stems(verbs: tuple[str, ...]) -> str:
    """Imperfects without their first letter, the person's."""
    return "|".join(sorted({re.escape(fold_word(v)[1:]) for v in verbs}, key=len, reverse=True))


def either(words: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(fold_word(w)) for w in words), key=len, reverse=True))


def pledge_pattern(pledge: Pledge) -> re.Pattern[str]:
    behind = "|".join(sorted((re.escape(fold_word(p)) for p in pledge.prepositions), key=len, reverse=True))
    gap = r"(?:[^.،؛:!؟\n]{0,60}?)" if pledge.apart else ""
    return re.compile(rf"(?<![^\W\d_])[وف]?(?:{either(pledge.forms)})(?={gap} (?:{behind}))")


def first_words(pledge: Pledge) -> set[str]:
    """The folded words that can begin what `pledge_pattern` matches."""
    firsts = {fold_word(form).split()[0] for form in pledge.forms}
    return {clitic + first for first in firsts for clitic in ("", "و", "ف")}
