"""Each line of tests/corpus/commitments.jsonl: who is bound to what until when; forecasts and questions bind nobody."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Commitment, Speaker, Statement
from isnad.model.span import Span
from isnad.read.anchor import Anchor
from isnad.read.commitments import CommitmentsReader
from isnad.read.numbers import NumbersReader
from isnad.read.times import TimesReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus" / "commitments.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
LEXICONS = Lexicons()
TIMES, NUMBERS, COMMITMENTS = TimesReader(LEXICONS), NumbersReader(LEXICONS), CommitmentsReader(LEXICONS)


def read(text: str, day: str, statements: tuple[Statement, ...] = ()) -> tuple[Commitment, ...]:
    prose = Prose(text)
    published = dt.date.fromisoformat(day)
    times = TIMES.read(prose, NUMBERS.read(prose), Anchor(published, published)).times
    return COMMITMENTS.read(prose, statements, times, (), day)


def shown(c: Commitment) -> dict[str, Any]:
    return {
        "span": c.span.text,
        "who": c.who.text if c.who else None,
        "due": c.due.latest if c.due else None,
        "condition": c.condition.text if c.condition else None,
    }


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:40] for line in LINES])
def test_corpus(line: dict[str, Any]) -> None:
    said = line.get("said")
    statements = (statement(line["text"], said["content"], said["speaker"], "say", said["cue"]),) if said else ()
    commitments = read(line["text"], line["published"], statements)
    found = [shown(c) for c in commitments]
    assert [{k: f[k] for k in e} for f, e in zip(found, line["expect"], strict=True)] == line["expect"]
    for c in commitments:
        assert line["text"][c.span.start : c.span.end] == c.span.text
        assert c.rule.startswith("commitments.")


def statement(text: str, content: str, speaker: str, force: str, cue: str = "") -> Statement:
    a, b, c = text.index(content), text.index(speaker), text.index(cue)
    return Statement(
        id="s1",
        cue=(Span(c, c + len(cue), cue),) if cue else (),
        content=(Span(a, a + len(content), content),),
        mode="direct",
        form="quote",
        force=force,  # type: ignore[arg-type]
        speaker=Speaker(b, b + len(speaker), speaker, actor=None, explicit=True),
        chain=(),
        via=None,
        addressee=None,
        said_on=None,
        rule="test",
    )


def test_the_first_person_binds_the_speaker() -> None:
    text = 'قال قائد اللواء: "سنغلق المعبر غدا".'
    (found,) = read(text, "2024-09-15", (statement(text, "سنغلق المعبر غدا", "قائد اللواء", "say"),))
    assert (found.voice, found.statement, found.who and found.who.text) == ("statement", "s1", "قائد اللواء")
    assert found.due is not None and found.due.value == "2024-09-16"


def test_an_estimate_binds_nobody() -> None:
    text = 'قدر المدير: "ستغلق الشركة المصنع".'
    assert read(text, "2024-09-15", (statement(text, "ستغلق الشركة المصنع", "المدير", "estimate"),)) == ()
    text = 'قال المحلل: "ستغلق الشركة المصنع".'
    assert read(text, "2024-09-15", (statement(text, "ستغلق الشركة المصنع", "المحلل", "say"),)) == ()
