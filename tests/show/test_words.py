"""Values in words: bounds, intervals, days, counted nouns; unknown stays unknown."""

from __future__ import annotations

import typing

import pytest

from isnad.model import reading, record
from isnad.model.reading import Bound, Figure
from isnad.model.span import Span
from isnad.show.words import UNKNOWN, between, bounded, day_words, load_words, noun, number, word

Value = float | tuple[float, float] | None


def figure(value: Value, bound: Bound, low: float | None = None, high: float | None = None) -> Figure:
    unit = Span(6, 9, "بيت")
    return Figure(0, 5, "عشرات", value, low, high, bound, unit, None, None, None, None, "article", None, "r")


@pytest.mark.parametrize(
    ("value", "bound", "ar", "en"),
    [
        (2500, "exact", "2,500", "2,500"),
        (2500, "about", "نحو 2,500", "about 2,500"),
        (80, "more_than", "أكثر من 80", "more than 80"),
        (80, "less_than", "أقل من 80", "less than 80"),
        (80, "at_least", "ما لا يقل عن 80", "at least 80"),
        (80, "at_most", "ما لا يزيد على 80", "at most 80"),
        ((20, 30), "range", "بين 20 و30", "20 to 30"),
        (1.25, "exact", "1.25", "1.25"),
        (None, "vague", "«عشرات»", "“عشرات”"),
    ],
)
def test_bounds_are_words(value: Value, bound: Bound, ar: str, en: str) -> None:
    label = bounded(figure(value, bound))
    assert (label.ar, label.en) == (ar, en)


def test_a_vague_figure_shows_its_interval_where_it_has_one() -> None:
    assert bounded(figure(None, "vague", 20, 99)).ar == "«عشرات» (بين 20 و99)"


@pytest.mark.parametrize(
    ("earliest", "latest", "ar", "en"),
    [
        ("2021-12-10", "2021-12-10", "10 ديسمبر/كانون الأول 2021", "10 Dec 2021"),
        ("2021-12-01", "2021-12-31", "ديسمبر/كانون الأول 2021", "Dec 2021"),
        ("2020-01-01", "2020-12-31", "2020", "2020"),
        ("2021-12-10", "2021-12-31", "بين 10 و31 ديسمبر/كانون الأول 2021", "10 to 31 Dec 2021"),
        ("2021-02-10", "2021-03-01", "بين 10 فبراير/شباط و1 مارس/آذار 2021", "10 Feb to 1 Mar 2021"),
        ("2020-02-10", "2021-03-01", "بين 10 فبراير/شباط 2020 و1 مارس/آذار 2021", "10 Feb 2020 to 1 Mar 2021"),
        (None, "2021-12-31", "حتى 31 ديسمبر/كانون الأول 2021", "by 31 Dec 2021"),
        ("2021-12-31", None, "منذ 31 ديسمبر/كانون الأول 2021 أو بعده", "31 Dec 2021 or later"),
        (None, None, UNKNOWN.ar, UNKNOWN.en),
    ],
)
def test_days_are_words(earliest: str | None, latest: str | None, ar: str, en: str) -> None:
    label = between(earliest, latest)
    assert (label.ar, label.en) == (ar, en)


def test_a_value_that_is_no_day_stands_as_it_is() -> None:
    assert day_words("2020-SU").ar == "2020-SU"


@pytest.mark.parametrize(
    ("n", "ar"),
    [
        (0, "مقال"),
        (1, "مقال"),
        (2, "مقالان"),
        (3, "مقالات"),
        (10, "مقالات"),
        (11, "مقالا"),
        (100, "مقال"),
        (105, "مقالات"),
    ],
)
def test_a_noun_follows_its_number(n: int, ar: str) -> None:
    assert noun(n, "article").ar == ar


def test_numbers_are_grouped_and_keep_their_decimals() -> None:
    assert [number(n) for n in (1150, 2.0, 2.5, 98)] == ["1,150", "2", "2.5", "98"]


@pytest.mark.parametrize(
    ("family", "keys"),
    [
        ("force", reading.Force),
        ("mode", reading.Mode),
        ("role", reading.Role),
        ("bound", reading.Bound),
        ("genre", reading.Genre),
        ("word", reading.OnWord),
        ("name", reading.NameType),
        ("time", reading.TimeType),
        ("mod", reading.Mod),
        ("layer", record.Layer),
        ("item", record.Layer),
        ("relation", record.Relation),
    ],
)
def test_every_value_of_the_model_has_a_label(family: str, keys: object) -> None:
    assert set(typing.get_args(keys)) <= set(load_words()[family])


def test_an_untranslated_key_stands_for_itself_and_none_is_unknown() -> None:
    assert word("stance", "abstain").ar == "abstain"
    assert word("genre", None) == UNKNOWN
