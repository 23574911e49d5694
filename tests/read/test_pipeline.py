"""The order of the readers is checked when it is built, and layers bring what they need."""

import datetime as dt

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.document import Document
from isnad.read.layers import ALL_LAYERS, DEFAULT_LAYERS, choose_layers
from isnad.read.pipeline import Pipeline
from isnad.read.steps import Step, check_order, choose_steps

TEXT = "التاريخ: 2018-08-14\n\nقال قاسم الأعرجي في بغداد إن 2500 جندي سيغادرون البلاد قبل نهاية العام الحالي.\n"


def step(name: str, needs: str, gives: str) -> Step[list[str]]:
    return Step(name, frozenset(needs.split()), frozenset(gives.split()), lambda desk: desk.append(name))


def test_a_step_before_what_it_needs_is_refused() -> None:
    a, b = step("a", "text", "words"), step("b", "words", "names")
    check_order([a, b], ["text"])
    with pytest.raises(ValueError, match="step b needs words"):
        check_order([b, a], ["text"])
    with pytest.raises(ValueError, match="a second time"):
        check_order([a, b, a], ["text"])


def test_only_what_is_wanted_is_run() -> None:
    steps = (step("a", "text", "words"), step("b", "words", "names"), step("c", "words", "times"))
    assert [s.name for s in choose_steps(steps, frozenset({"times"}))] == ["a", "c"]
    assert choose_steps(steps, frozenset({"none"})) == ()


@pytest.mark.parametrize(
    ("wanted", "layers"),
    [
        (None, DEFAULT_LAYERS),
        ("", DEFAULT_LAYERS),
        ("times,figures", {"times", "figures"}),
        ("+numbers", ALL_LAYERS),
        ("+numbers,-names", ALL_LAYERS - {"names"}),
        ("times, -figures", DEFAULT_LAYERS - {"figures"}),
    ],
)
def test_layers_are_chosen_by_name(wanted: str | None, layers: set[str]) -> None:
    assert choose_layers(wanted) == layers


def test_an_unknown_layer_is_refused() -> None:
    with pytest.raises(ValueError, match="no layer 'dates'"):
        choose_layers("times,dates")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(Lexicons())


def document(text: str, **more: object) -> Document:
    return Document(id="a", path="a.txt", text=text, sha256="0", source_sha256="0", **more)  # type: ignore[arg-type]


def test_a_layer_alone_is_what_it_is_among_all(pipeline: Pipeline) -> None:
    article = document(TEXT, published=dt.date(2018, 8, 14), published_basis="text", header_end=22)
    whole = pipeline.read(article, ALL_LAYERS)
    assert whole.figures and whole.times and whole.names and whole.statements and whole.numbers
    for layer in sorted(ALL_LAYERS):
        alone = pipeline.read(article, frozenset({layer}))
        assert getattr(alone, layer) == getattr(whole, layer)
        assert alone.document == whole.document
        assert not any(getattr(alone, other) for other in ALL_LAYERS - {layer})


def test_a_date_of_the_header_quotes_its_words(pipeline: Pipeline) -> None:
    article = document(TEXT, published=dt.date(2018, 8, 14), published_basis="text", header_end=21)
    published = pipeline.read(article).document.published
    assert (published.value, published.basis) == ("2018-08-14", "text")
    assert [e.text for e in published.evidence] == ["2018-08-14"]


STRANGE = {
    "empty": "",
    "spaces": " \n\t",
    "latin": "plain English",
    "emoji": "😀" * 50,
    "mark": "\ufeff",
    "quotes": "«" * 200,
    "quotes and cues": "« قال " * 200,
    "cues": "قال " * 2000,
    "conjunctions": "و " * 500,
    "one letter": "ا",
    "digits": "123456789" * 3000,
    "arabic digits": "١٢٣٤٥٦٧٨٩" * 3000,
    "points": "٫0.0 .5.5 (.1.2.3 ...7",
    "signs": "٪ % $ -" * 99,
    "brackets": "(((((" * 99,
    "marks alone": "\u064b\u0640" * 99,
    "presentation forms": "ﻻ ﷲ ﷺ " * 99,
    "half a surrogate": "قال \ud800 الوزير",
    "no stops": "قال وزير الدفاع إن 2500 جندي سيغادرون العراق قبل نهاية العام الحالي " * 300,
}


@pytest.mark.parametrize("name", STRANGE)
def test_no_text_makes_it_stumble(pipeline: Pipeline, name: str) -> None:
    reading = pipeline.read(document(STRANGE[name]), ALL_LAYERS)
    assert reading.document.characters == len(STRANGE[name])
    for layer in ("names", "times", "figures", "numbers", "oddities"):
        for item in getattr(reading, layer):
            assert STRANGE[name][item.start : item.end] == item.text != ""
