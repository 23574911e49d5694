"""Who the voices of an article are, against sentences of our own: what joins two mentions and what keeps them apart."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad import engine
from isnad.model.reading import Reading

CORPUS = Path(__file__).parent.parent / "corpus" / "cast.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def actors_of(reading: Reading) -> dict[str, str | None]:
    """The actor of each speaker and of each name by its words; where both are written alike, of the speaker."""
    names = {n.text: n.actor for n in reading.names}
    return names | {s.speaker.text: s.speaker.actor for s in reading.statements if s.speaker is not None}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][:40])
def test_corpus(line: dict) -> None:
    actors = actors_of(engine.read_text(line["text"], layers=["names", "statements"]))
    for a, b in line.get("same", []):
        assert actors[a] == actors[b]
        assert actors[a]
    for a, b in line.get("apart", []):
        assert actors[a] != actors[b]


WORDS = [*" ".join(line["text"] for line in LINES).split(), "\n", "«", "»", '"', "(", "."]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_voice_has_an_actor_and_a_name_keeps_its_own(words: list[str]) -> None:
    reading = engine.read_text(" ".join(words), layers=["names", "statements"])
    named = {n.actor for n in reading.names}
    for statement in reading.statements:
        assert all(voice.actor for voice in statement.chain)
        if statement.speaker is not None:
            assert statement.speaker.actor == statement.chain[-1].actor
    assert None not in named
