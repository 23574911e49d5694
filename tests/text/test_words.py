"""Words of a text, what stands between them, and their way back."""

import random
import re

import pytest

from isnad.text.letters import only_words
from isnad.text.prose import Prose
from isnad.text.words import split_words, strip_proclitics

_PATTERN = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")  #: what a word is, said once more
_ALPHABET = 'ابي1٢95.,،_ -\n"a\U0001d7d8\U0001f600漢\ud800'


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("", []),
        (" ،. ", []),
        ("قال إن", ["قال", "إن"]),
        ("1,150.5 هكتار", ["1,150.5", "هكتار"]),
        ("في 2.5الف", ["في", "2.5", "الف"]),
        ("5,، 6.", ["5", "6"]),
        ("3.5.2026", ["3.5.2026"]),
        ("ا.5", ["ا.5"]),
        ("وسم_اول", ["وسم", "اول"]),
    ],
)
def test_words(text: str, forms: list[str]) -> None:
    assert [w.form for w in split_words(text)] == forms


def test_words_are_those_of_the_pattern_in_any_text() -> None:
    draw = random.Random(7)
    for _ in range(4000):
        text = "".join(draw.choices(_ALPHABET, k=draw.randint(0, 16)))
        assert [(w.start, w.end, w.form) for w in split_words(text)] == [
            (*m.span(), m[0]) for m in _PATTERN.finditer(text)
        ], repr(text)
        assert only_words(text) == re.sub(r"[\W_]", " ", text), repr(text)


def test_gaps_and_words_make_up_the_text() -> None:
    prose = Prose("«قال»، إن  1,5 مليون\nوصلوا.")
    rebuilt = "".join(gap + form for gap, form in zip(prose.gaps, prose.forms, strict=True))
    assert rebuilt == prose.text[: prose.words[-1].end]
    assert prose.starts == [w.start for w in prose.words]


def test_folded_offsets_lead_back() -> None:
    raw = "قالَ المتحدّثُ"
    prose = Prose(raw)
    second = prose.words[1]
    assert prose.span(second.start, second.end).text == "المتحدّثُ"
    assert [prose.fold_at(raw.index("ا", 4)), prose.fold_at(raw.index("ا", 4))] == [second.start] * 2


def test_proclitics() -> None:
    assert strip_proclitics("وللعراق")[0] == (0, "وللعراق")
    assert (2, "العراق") in strip_proclitics("وللعراق")
    assert strip_proclitics("وفد") == ((0, "وفد"),)
