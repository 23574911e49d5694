"""The reader of numbers against its corpus, and what must hold for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon.load import Lexicons
from isnad.lexicon.numbers import Bounds, Numbers
from isnad.read.numbers import NumbersReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus" / "numbers.jsonl"
CASES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
READER = NumbersReader(Lexicons())

_UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
_SCALES = [
    (10**9, "مليار", "ملياران", "مليارات"),
    (10**6, "مليون", "مليونان", "ملايين"),
    (1000, "ألف", "ألفان", "آلاف"),
]


def _below_thousand(n: int) -> str:
    parts = [_HUNDREDS[n // 100]] if n >= 100 else []
    rest = n % 100
    if rest in (11, 12):
        parts.append({11: "أحد عشر", 12: "اثنا عشر"}[rest])
    elif 10 < rest < 20:
        parts.append(f"{_UNITS[rest - 10]} عشر")
    else:
        parts += [w for w in (_UNITS[rest % 10], _TENS[rest // 10]) if w]
    return " و".join(parts)


def spelled(n: int) -> str:
    """A number in words, as a careful writer spells it."""
    parts = []
    for scale, one, two, few in _SCALES:
        count, n = divmod(n, scale)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(two)
        elif count:
            parts.append(f"{_below_thousand(count)} {few if count <= 10 else one}")
    if n:
        parts.append(_below_thousand(n))
    return " و".join(parts)


def shown(text: str) -> list[dict[str, Any]]:
    """What the reader finds, as the corpus writes it."""
    prose = Prose(text)
    return [
        {
            "q": prose.span(n.start, n.end).text,
            "value": n.value,
            "low": n.low,
            "high": n.high,
            "kind": n.kind,
            "approx": n.approx,
        }
        for n in READER.read(prose)
    ]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] or "empty" for c in CASES])
def test_corpus(case: dict[str, Any]) -> None:
    expected = [
        {"low": e["value"], "high": e["value"], "kind": "cardinal", "approx": "exact"} | e for e in case["expect"]
    ]
    assert shown(case["text"]) == expected


@given(st.integers(min_value=3, max_value=999_999_999_999))
def test_a_number_in_words_is_read_back(n: int) -> None:
    found = shown(spelled(n))
    assert [f["value"] for f in found] == [n], spelled(n)


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"]))
def test_digits_of_every_kind_have_one_value(n: int, digits: str) -> None:
    written = "".join(digits[int(c)] for c in str(n))
    assert [f["value"] for f in shown(f"بلغ العدد {written} قطعة")] == [n]


@given(st.text(alphabet="بثلاةأعشروخم سمئفينتص0123456789٫٬.,%-ـ()«»\u200f\n ", max_size=80))
def test_numerals_are_ordered_and_inside_the_text(text: str) -> None:
    prose = Prose(text)
    numerals = READER.read(prose)
    end = 0
    for n, number in zip(numerals, READER.layer(prose, numerals), strict=True):
        assert end <= n.start < n.end <= len(prose.text)
        assert n.bound_start <= n.start
        assert text[number.start : number.end] == number.text
        end = n.end


def test_numbers_stored_the_wrong_way_round_are_flagged() -> None:
    prose = Prose("ارتفع بنسبة 2ر1 بالمائة إلى 30 طنا")
    (oddity,) = READER.oddities(prose, READER.read(prose))
    assert (oddity.text, oddity.kind, oddity.note) == ("2ر1 بالمائة", "digits-reversed", "read as 1.2")


def test_the_same_text_is_read_the_same_way_twice() -> None:
    text = "قتل نحو 25 ألف شخص بين 5 و10 آلاف جريح في غارتين"
    assert shown(text) == shown(text)


def test_lexicons_load_typed() -> None:
    lexicons = Lexicons()
    assert lexicons.load("numbers", Numbers).units
    assert {b.approx for b in lexicons.load("bounds", Bounds).before} >= {"about", "more_than", "at_least", "at_most"}
