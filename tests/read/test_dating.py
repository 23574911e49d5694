"""Each line of tests/corpus/dating.jsonl: the interval that an article's own words allow."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Actor, Dossier, Label, Office
from isnad.model.reading import Published
from isnad.read.dating import DatingReader
from isnad.read.numbers import NumbersReader
from isnad.read.times import TimesReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus" / "dating.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
SHARED = Path(__file__).parents[3] / "shared"
LEXICONS = Lexicons()
TIMES, NUMBERS, DATING = TimesReader(LEXICONS), NumbersReader(LEXICONS), DatingReader(LEXICONS)


def read(text: str, dossier: Dossier | None = None) -> Published:
    prose = Prose(text)
    return DATING.read(prose, TIMES.mentions(prose, NUMBERS.read(prose)), dossier)


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:40] for line in LINES])
def test_corpus(line: dict[str, Any]) -> None:
    found = read(line["text"])
    for span in found.evidence:
        assert line["text"][span.start : span.end] == span.text
    if line.get("none"):
        assert found == Published(None, None, None, "none")
        return
    assert found.basis == "text" and found.evidence
    if "holds" in line:
        assert found.earliest is not None and found.latest is not None
        assert found.earliest <= line["holds"] <= found.latest
    for key in ("value", "earliest", "latest"):
        if key in line:
            assert getattr(found, key) == line[key]
    if "evidence" in line:
        assert [s.text for s in found.evidence] == line["evidence"]


def test_contradicting_days_are_both_shown() -> None:
    found = read("قال اليوم الجمعة 18 سبتمبر 2015 كلاما. وقال اليوم الاثنين 21 سبتمبر 2015 غيره.")
    assert (found.earliest, found.latest) == ("2015-09-18", "2015-09-22")
    assert len(found.evidence) == 2


def test_offices_of_the_dossier_bound_the_day() -> None:
    office = Office("رئيس المكتب", since=dt.date(2019, 1, 1), until=dt.date(2022, 6, 30))
    actor = Actor("x", "person", ("حازم البيرماني",), office=(office,))
    dossier = Dossier("d", Label("ا", "a"), actor=(actor,))
    found = read("قال رئيس المكتب اللواء حازم البيرماني إن الخطة جاهزة.", dossier)
    assert (found.earliest, found.latest) == ("2019-01-01", "2022-07-31")
    assert [s.text for s in found.evidence] == ["رئيس المكتب اللواء حازم البيرماني"]
    assert read("قال رئيس المكتب السابق حازم البيرماني إن الخطة جاهزة.", dossier).basis == "none"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not beside the repository")
def test_seeds_hold_their_day() -> None:
    yaml = pytest.importorskip("yaml")
    for path in sorted((SHARED / "gold" / "seeds").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        found = read((SHARED / "seeds" / gold["doc"]).read_bytes().decode("utf-8"))
        day = gold["published"].isoformat()
        assert (found.earliest or day) <= day <= (found.latest or day), gold["doc"]
