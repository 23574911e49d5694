"""The reader of figures against its corpus, and what must hold for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Figure, Name, Statement, Time
from isnad.model.span import Span
from isnad.read.figures import FiguresReader
from isnad.read.numbers import NumbersReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus"
CASES = [
    json.loads(line) for path in sorted(CORPUS.glob("figures*.jsonl")) for line in path.read_text("utf-8").splitlines()
]
NUMBERS = NumbersReader(Lexicons())
FIGURES = FiguresReader(Lexicons())


def _span(text: str, words: str) -> tuple[int, int, str]:
    start = text.index(words)
    return start, start + len(words), words


def _time(text: str, words: str) -> Time:
    return Time(*_span(text, words), "DATE", "2014", None, None, None, None, None, "test")


def _statement(text: str, words: str) -> Statement:
    content = (Span(*_span(text, words)),)
    return Statement("s1", (), content, "indirect", "clause", "say", None, (), None, None, None, "test")


def figures(case: dict[str, Any]) -> tuple[Figure, ...]:
    """The figures of a case, with the times, places and contents that it names."""
    text = case["text"]
    prose = Prose(text)
    return FIGURES.read(
        prose,
        NUMBERS.read(prose),
        [_time(text, t) for t in case.get("times", [])],
        [Name(*_span(text, p), "LOC", None, "test") for p in case.get("places", [])],
        [_statement(text, c) for c in case.get("contents", [])],
    )


def shown(f: Figure) -> dict[str, Any]:
    """A figure as the corpus writes it, without what is absent."""
    out: dict[str, Any] = {
        "q": f.text,
        "value": list(f.value) if isinstance(f.value, tuple) else f.value,
        "unit": f.unit if isinstance(f.unit, str) or f.unit is None else f.unit.text,
        "approx": f.approx,
        "voice": f.voice,
    }
    for key, span in (("of", f.of), ("where", f.where), ("time", f.time)):
        if span is not None:
            out[key] = span.text
    if f.currency:
        out["currency"] = f.currency
    if f.approx == "vague":
        out |= {"low": f.low, "high": f.high}
    return out


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] or "empty" for c in CASES])
def test_corpus(case: dict[str, Any]) -> None:
    expected = [{"approx": "exact", "voice": "article"} | e for e in case["expect"]]
    assert [shown(f) for f in figures(case)] == expected


def test_a_bound_opens_its_side_of_the_interval() -> None:
    (more,) = figures({"text": "أكثر من 40 مقعدا"})
    (most,) = figures({"text": "لا يتجاوز 40 مقعدا"})
    assert (more.low, more.high, most.low, most.high) == (40, None, None, 40)


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("قتل 54 شخصا بينهم 28 مدنيا و10 أطفال في القصف.", [None, "54", "54"]),
        ("قتل 54 شخصا، 28 منهم مدنيون.", [None, "54"]),
        ("أصيب 12 جنديا، من بينهم ما لا يقل عن 3 ضباط.", [None, "12"]),
        ("بلغت الميزانية 300 مليون دولار منها 120 مليون دولار للصحة.", [None, "300 مليون"]),
        ("تنافس 597 مرشحا بينهم 86 امرأة، و77 لائحة في الدائرة.", [None, "597", None]),
        ("قتل 26 جنديا إضافة إلى 9 حراس بينهم ضباط.", [None, None]),
        ("أوقفت الشرطة 30 مشتبها. وبينهم 12 امرأة.", [None, None]),
        ("قتل 12 شخصا بينهم 28 مدنيا.", [None, None]),
        ("وصل 5 جنود و3 ضباط.", [None, None]),
    ],
)
def test_a_part_names_its_whole(text: str, wholes: list[str | None]) -> None:
    assert [f.part_of.text if f.part_of else None for f in figures({"text": text})] == wholes


@pytest.mark.parametrize(
    ("text", "updates"),
    [
        ("ارتفعت حصيلة القتلى من 8 إلى 12 قتيلا.", [None, "8"]),
        ("زاد عدد الفرق المشاركة من 25 فريقا إلى أكثر من 45 فريقا.", [None, "25"]),
        ("بلغ عدد القتلى 9. ثم ارتفعت الحصيلة إلى 12 قتيلا.", [None, "9"]),
        ("بلغ عدد المصابين 9 مصابين، ليصل عدد المصابين مساء إلى 20 مصابا.", [None, None]),
        ("ارتفع عدد القتلى إلى 30 قتيلا. وكانت حصيلة سابقة تحدثت عن 18 قتيلا.", ["18", None]),
        ("أحصت الوزارة حصيلة بلغت 9 قتلى و40 جريحا. وارتفعت الحصيلة إلى 12 قتيلا و55 جريحا.", [None, None, "9", None]),
        ("سقط 4 قتلى في سيارة. ويرتفع عدد القتلى هذا العام إلى 200 قتيل.", [None, None]),
        ("بلغ عدد القتلى 9. وقد يرتفع عدد القتلى من 9 إلى 12 قتيلا.", [None, None, None]),
        ("بلغ عدد القتلى 15. ارتفع عدد القتلى إلى 12 قتيلا.", [None, None]),
        ("ارتفع عدد السكان ووصلت الطرق من 8 إلى 12 طريقا.", [None, None]),
        ("بلغ إجمالي الديون 5 ملايين دولار. ثم ارتفع إجمالي الأرباح إلى 7 ملايين دولار.", [None, None]),
    ],
)
def test_a_running_toll_names_the_number_it_brings_up_to_date(text: str, updates: list[str | None]) -> None:
    assert [f.updates.text if f.updates else None for f in figures({"text": text})] == updates


def test_a_figure_names_the_statement_it_lies_in() -> None:
    (inside,) = figures({"text": "قال إن 7 صواريخ سقطت", "contents": ["7 صواريخ سقطت"]})
    assert (inside.voice, inside.statement) == ("statement", "s1")


def test_the_title_may_say_whose_money_is_meant() -> None:
    prose = Prose("سجل عيار 18 سعر 368.50 ريال")
    numerals = NUMBERS.read(prose)
    (named,) = FIGURES.read(prose, numerals, (), (), (), "سعر الذهب اليوم في قطر")
    (open_,) = FIGURES.read(prose, numerals, (), (), (), "الذهب بين السعودية وقطر")
    assert (named.currency, open_.currency) == ("QAR", None)


def test_people_belong_to_the_body_named_after_them() -> None:
    text = "حوكم 13 صحافيا سابقا في جريدة الأفق و9 موظفين بشركة أخرى"
    prose = Prose(text)
    body = Name(*_span(text, "الأفق"), "ORG", None, "test")
    first, second = FIGURES.read(prose, NUMBERS.read(prose), (), (body,), ())
    assert first.of is not None
    assert (first.of.text, second.of) == ("الأفق", None)


@given(st.text(alphabet="بثلاةأعشرونم سمئفيجديدول012589٫٬.,%-ـ()«»$\u200f\n ", max_size=90))
def test_every_span_quotes_the_text(text: str) -> None:
    prose = Prose(text)
    end = 0
    for f in FIGURES.read(prose, NUMBERS.read(prose), (), (), ()):
        assert f.start >= end and f.rule
        end = f.end
        for span in (f, f.unit, f.of, f.where, f.part_of, f.updates):
            if isinstance(span, Span):
                assert text[span.start : span.end] == span.text != ""
