"""Patterns of the words that commit, from the lexicon."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Pledge
from isnad.text.fold import fold_word


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
