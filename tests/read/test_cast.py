"""Who the voices of an article are, against sentences of our own: what joins two mentions and what keeps them apart."""

import json
from pathlib import Path

import pytest

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
