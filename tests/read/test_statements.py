"""Statements: each line of the corpus says what is heard in it, and by its silence what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Statement
from isnad.read.anchor import Anchor
from isnad.read.names import NamesReader
from isnad.read.numbers import NumbersReader
from isnad.read.statements import StatementsReader
from isnad.read.times import TimesReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parents[1] / "corpus" / "statements.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines() if line.strip()]


class Readers(NamedTuple):
    names: NamesReader
    numbers: NumbersReader
    times: TimesReader
    statements: StatementsReader


@pytest.fixture(scope="module")
def readers() -> Readers:
    lexicons = Lexicons()
    return Readers(
        NamesReader(lexicons, None), NumbersReader(lexicons), TimesReader(lexicons), StatementsReader(lexicons)
    )


def heard(readers: Readers, text: str) -> tuple[Statement, ...]:
    prose = Prose(text)
    times = readers.times.read(prose, readers.numbers.read(prose), Anchor()).times
    return readers.statements.read(prose, readers.names.read(prose), times)


def shown(s: Statement, keys: set[str]) -> dict[str, Any]:
    whole = {
        "content": " / ".join(c.text for c in s.content),
        "cue": [c.text for c in s.cue],
        "speaker": s.speaker.text if s.speaker else None,
        "explicit": s.speaker.explicit if s.speaker else None,
        "chain": [v.text for v in s.chain],
        "roles": [v.role for v in s.chain],
        "mode": s.mode,
        "form": s.form,
        "force": s.force,
        "via": s.via.text if s.via else None,
        "addressee": s.addressee.text if s.addressee else None,
        "rule": s.rule,
    }
    return {k: whole[k] for k in keys}


@pytest.mark.parametrize("line", LINES, ids=[f"{n}:{line['text'][:40]}" for n, line in enumerate(LINES, 1)])
def test_corpus(readers: Readers, line: dict[str, Any]) -> None:
    found = heard(readers, line["text"])
    expected = line["expect"]
    assert len(found) == len(expected), [shown(s, {"content", "speaker", "rule"}) for s in found]
    for statement, wanted in zip(found, expected, strict=True):
        assert shown(statement, set(wanted)) == wanted


def test_every_span_quotes_its_text(readers: Readers) -> None:
    for line in LINES:
        text = line["text"]
        for s in heard(readers, text):
            for span in (*s.cue, *s.content, *s.chain, s.via, s.addressee, s.speaker):
                assert span is None or text[span.start : span.end] == span.text != ""


def test_explanations_stand_beside_the_statements(readers: Readers) -> None:
    names, statements = readers.names, readers.statements
    prose = Prose("قال الوزير إن الطريق فتح. وأضاف أن العمل مستمر.")
    read = statements.read(prose, names.read(prose), ())
    explained = statements.explain(prose, names.read(prose), ())
    assert [e.rule for e in explained] == [s.rule for s in read]
    assert explained[0].reason == "written with the cue"
    assert explained[1].winner == "الوزير"
    assert explained[1].reason == "the last speaker that agrees"
