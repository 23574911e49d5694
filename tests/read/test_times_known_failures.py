"""What other readers of Arabic dates are known to get wrong, each by its name."""

from __future__ import annotations

import datetime as dt

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Time
from isnad.read.anchor import Anchor
from isnad.read.numbers import NumbersReader
from isnad.read.times import TimesReader
from isnad.text.prose import Prose

LEXICONS = Lexicons()
TIMES, NUMBERS = TimesReader(LEXICONS), NumbersReader(LEXICONS)
PUBLISHED = dt.datetime(2022, 3, 9, 12, 0)

CASES = [
    ("heideltime: أبريل with its hamza is no month", "افتتح الجسر في 3 أبريل 2020.", [("3 أبريل 2020", "2020-04-03")]),
    ("heideltime: إبريل neither", "افتتح الجسر في إبريل 2020.", [("إبريل 2020", "2020-04")]),
    (
        "heideltime: a Hijri date is read as 1914",
        "وقع الاتفاق في 14 رمضان 1441 هـ.",
        [("14 رمضان 1441 هـ", "2020-05-07")],
    ),
    ("heideltime: a troop count is a year", "أرسلت الحكومة 2500 جندي إلى الحدود.", []),
    ("heideltime: a troop count with its nation", "يشارك 1300 جندي هولندي في المهمة.", []),
    ("heideltime: Arabic-Indic digits give 2020-01-5", "عقد اللقاء في ٥ يناير ٢٠٢٠.", [("٥ يناير ٢٠٢٠", "2020-01-05")]),
    ("heideltime: Maghrebi months are unknown", "أضرب العمال في 17 غشت 2018.", [("17 غشت 2018", "2018-08-17")]),
    (
        "heideltime: جانفي، دجنبر",
        "من جانفي 2017 إلى دجنبر 2018.",
        [("جانفي 2017", "2017-01"), ("دجنبر 2018", "2018-12")],
    ),
    ("heideltime 30: قبل 6 ساعة is one hour", "انقطع التيار قبل 6 ساعات.", [("قبل 6 ساعات", "2022-03-09T06:00")]),
    ("heideltime 30: with the singular", "انقطع التيار قبل 6 ساعة.", [("قبل 6 ساعة", "2022-03-09T06:00")]),
    ("heideltime 43: bare digits are dates", "سجل الفريق 12 هدفا في 15 مباراة، ورقم الغرفة 20.", []),
    ("dateparser 1038: كانون 2", "عاد في 4 كانون 2 2019.", [("4 كانون 2 2019", "2019-01-04")]),
    ("dateparser 1038: تشرين 1", "سافر في تشرين 1 2019.", [("تشرين 1 2019", "2019-10")]),
]


def read(text: str) -> tuple[Time, ...]:
    prose = Prose(text)
    return TIMES.read(prose, NUMBERS.read(prose), Anchor(PUBLISHED.date(), PUBLISHED.date(), PUBLISHED)).times


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_known_failure(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, t.value) for t in read(text)] == expected, name


def test_heideltime_deadline_stays_a_duration() -> None:
    (time,) = read("تنسحب القوات خلال العامين المقبلين.")
    assert (time.type, time.value, time.until) == ("DURATION", "P2Y", "2024-03")


def test_heideltime_32_crash_on_within() -> None:
    (time,) = read("ستعلن النتائج الرسمية للانتخابات في غضون ثلاثة أيام.")
    assert (time.value, time.until) == ("P3D", "2022-03-12")
    (bare,) = read("ستعلن النتائج الرسمية للانتخابات في غضون أيام.")
    assert bare.value == "PXD"


def test_year_of_the_persian_calendar_is_no_lunar_one() -> None:
    (time,) = read("بلغت الصادرات في سنة 1397 هجرية شمسية رقما قياسيا.")
    assert (time.earliest, time.latest) == ("2018-03-21", "2019-03-20")
