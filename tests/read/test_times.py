"""Each line of tests/corpus/times.jsonl: the times that a sentence holds, and sentences that hold none."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon.load import Lexicons
from isnad.read.anchor import Anchor
from isnad.read.numbers import NumbersReader
from isnad.read.times import TimesFound, TimesReader
from isnad.read.times import calendars as cal
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus" / "times.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
LEXICONS = Lexicons()
TIMES, NUMBERS = TimesReader(LEXICONS), NumbersReader(LEXICONS)


def read(text: str, anchor: Anchor = Anchor()) -> TimesFound:  # noqa: B008
    prose = Prose(text)
    return TIMES.read(prose, NUMBERS.read(prose), anchor)


def anchored(line: dict[str, Any]) -> Anchor:
    day = dt.date.fromisoformat(line["published"]) if "published" in line else None
    return Anchor(day, day)


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:40] for line in LINES])
def test_corpus(line: dict[str, Any]) -> None:
    found = read(line["text"], anchored(line))
    assert [t.text for t in found.times] == [e["text"] for e in line["expect"]]
    for time in found.times:
        assert line["text"][time.start : time.end] == time.text
        assert time.rule.startswith("times.")
        for e in line["expect"]:
            if e["text"] == time.text:
                assert {k: getattr(time, k) for k in e} == e
    for wanted in line.get("oddities", []):
        assert any(all(getattr(o, k) == v for k, v in wanted.items()) for o in found.oddities)
    if line.get("oddities") == []:
        assert found.oddities == ()


def test_interval_anchor_keeps_what_all_its_days_share() -> None:
    anchor = Anchor(dt.date(2024, 3, 4), dt.date(2024, 3, 20))
    times = read("بدأت الحملة الشهر الماضي وقال القائد أمس إنها مستمرة.", anchor).times
    assert [(t.value, t.earliest, t.latest) for t in times] == [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-03-XX", "2024-03-03", "2024-03-19"),
    ]


def test_clock_offset_counts_from_the_moment() -> None:
    at = dt.datetime(2021, 9, 1, 10, 38)
    anchor = Anchor(at.date(), at.date(), at)
    assert read("قبل ساعتين", anchor).times[0].value == "2021-09-01T08:38"


def test_easter() -> None:
    assert [cal.easter(y) for y in (2013, 2018, 2024)] == [
        dt.date(2013, 3, 31),
        dt.date(2018, 4, 1),
        dt.date(2024, 3, 31),
    ]


def test_hijri_outside_the_tables_is_an_interval() -> None:
    first, last = cal.hijri_range(1200, 1, 1)
    assert first < last and abs((first - dt.date(1785, 11, 4)).days) <= 3
    assert cal.hijri_range(1441, 9, 14) == (dt.date(2020, 5, 7), dt.date(2020, 5, 7))


def test_endless_digits_are_no_time() -> None:
    assert read("في " + "9" * 9000 + " و" + "٣" * 9000).times == ()


def test_impossible_days_are_left_out() -> None:
    assert read("في 31 أبريل 2019 و30 فبراير 2019", Anchor()).times == ()


WORDS = st.sampled_from(
    [
        "في",
        "من",
        "قبل",
        "بعد",
        "منذ",
        "خلال",
        "حتى",
        "12",
        "2014",
        "30",
        "ثلاثة",
        "أيام",
        "عام",
        "عامين",
        "شهر",
        "مارس",
        "آب",
        "(آب)",
        "/",
        "-",
        "،",
        "الجمعة",
        "يوم",
        "أمس",
        "اليوم",
        "مساء",
        "الساعة",
        "14:30",
        "الماضي",
        "المقبل",
        "نهاية",
        "مطلع",
        "الأول",
        "العشرين",
        "و15",
        "رمضان",
        "1441",
        "هـ",
        "الربع",
        "صيف",
        "هذا",
        "نفس",
        "الفترة",
        "نصف",
        "إلا",
        "ربع",
        "كل",
        "قال",
        "سيعقد",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=14), st.one_of(st.none(), st.dates(dt.date(1950, 1, 1), dt.date(2060, 1, 1))))
def test_any_row_of_words_reads_and_quotes_the_text(words: list[str], day: dt.date | None) -> None:
    text = " ".join(words)
    found = read(text, Anchor(day, day))
    end = 0
    for time in found.times:
        assert text[time.start : time.end] == time.text and time.start >= end
        end = time.end
        if time.earliest and time.latest:
            assert time.earliest <= time.latest


def test_named_day_of_unknown_year_keeps_its_day() -> None:
    anchor = Anchor(dt.date(2016, 10, 8), dt.date(2017, 10, 6))
    times = read("قال إن موعد 7 أكتوبر القادم مهم للجميع.", anchor).times
    assert [(t.value, t.earliest, t.latest) for t in times] == [("2017-10-07", "2017-10-07", "2017-10-07")]
    anchor = Anchor(dt.date(2016, 10, 7), dt.date(2017, 10, 7))
    times = read("قال إن موعد 7 أكتوبر القادم مهم للجميع.", anchor).times
    assert [(t.value, t.earliest, t.latest) for t in times] == [("XXXX-10-07", "2016-10-07", "2017-10-07")]


def test_evening_told_in_the_small_hours_is_of_the_day_before() -> None:
    at = dt.datetime(2018, 3, 12, 1, 5, tzinfo=dt.UTC)
    anchor = Anchor(at.date(), at.date(), at)
    assert [t.value for t in read("سقطت الشجرة في الساعة السابعة مساء قرب الجسر القديم.", anchor).times] == [
        "2018-03-11T19:00"
    ]
    assert [t.value for t in read("ستبدأ المباراة في الساعة السابعة مساء قرب الجسر القديم.", anchor).times] == [
        "2018-03-12T19:00"
    ]
