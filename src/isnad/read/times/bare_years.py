"""A four-digit numeral that can only be a year: «منذ 2014»، «حرب 1967»، «كأس العالم 2018»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Found, Scan, is_year
from isnad.read.times.years import hijri_mark

_CUP = 28  # how far before its year the word of a contest may stand


class YearWords(NamedTuple):
    """Folded words of the lexicon: what a number counts, what has its year, and contests named with their year."""

    counted: frozenset[str]
    yearly: frozenset[str]
    cups: frozenset[str]


def year_alone(s: Scan, i: int, words: YearWords) -> Found | None:
    """A four-digit numeral that can only be a year: after منذ، في …, or after what has its year (حرب 1967)."""
    t = s.at(i)
    if not isinstance(t.value, int) or t.end - t.start != 4 or not 1850 <= t.value <= 2100:
        return None
    if not s.text[t.start].isdigit():
        return None  # في ألفي مدرسة
    before, after = s.char_before(t.outer), s.text[t.end : t.end + 1]
    if (
        (after in "%/:" and after)
        or (before in "/-.:+$€£" and before)
        or (after in ".,-" and s.text[t.end + 1 : t.end + 2].isdigit())
    ):
        return None
    follows = s.word_after(t.end)
    if follows in words.counted or (
        len(follows) > 4 and follows.endswith("ا") and follows.isalpha() and not follows.startswith(("ال", "ب"))
    ):
        return None
    if not _year_context(s, i, words):
        return None
    hijri, k = hijri_mark(s, i + 1)
    m = Mention(
        t.start, s.at(k - 1).end, "DATE", "period", "times.year-alone", year=t.value, unit="Y", hijri=bool(hijri)
    )
    return [m], k


def _year_context(s: Scan, i: int, words: YearWords) -> bool:
    t, before = s.at(i), s.at(i - 1)
    near = t.glue == " "
    near_year = 1930 <= t.value <= 2040 and not t.clitic and s.char_before(t.outer) == " "
    if near and before.kind in ("since", "in", "until", "by", "part", "within", "ago", "ahead", "between", "season"):
        return not (before.kind in ("in", "until", "ago", "ahead", "between") and not 1900 <= t.value <= 2040)
    if t.clitic == "و" and near and before.kind == "num" and is_year(before.value):
        return True
    if (
        near
        and before.kind in ("to", "of")
        and s.at(i - 2).kind in ("num", "between", "since", "of", "unit", "in", "ordinal")
    ):
        other = s.at(i - 2)
        return other.kind != "num" or is_year(other.value)
    if t.glue.endswith("("):
        end = s.at(i + 1).end if hijri_mark(s, i + 1)[0] is not None else t.end
        return s.text[end : end + 1] == ")" and 1900 <= t.value <= 2040
    word = s.word_before(t.outer)
    if (bool(word) and word.lstrip("وبل") in words.yearly) or word in words.yearly:
        return True
    said = s.text[max(0, t.outer - _CUP) : t.outer].split()[-3:]
    return near_year and any(w in words.cups or w.lstrip("وبلف") in words.cups for w in said)
