"""The quality gate, and that it can go red."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import gate

EXAMPLE = gate.SETS[0]


@pytest.fixture(scope="module")
def floors() -> dict[str, Any]:
    return gate.load()


@pytest.fixture(scope="module")
def readings() -> gate.Readings:
    return gate.read(EXAMPLE)


@pytest.mark.parametrize("gold_set", gate.SETS, ids=lambda s: s.name)
def test_every_figure_is_above_its_floor(gold_set: gate.GoldSet, floors: dict[str, Any]) -> None:
    if not gold_set.exists():
        pytest.skip(f"no gold at {gold_set.gold.parent.name}/{gold_set.gold.name} beside the repository")
    held = floors["set"][gold_set.name]
    if held["digest"] != gold_set.digest():
        pytest.fail(f"the articles or the gold of `{gold_set.name}` changed: run tests/quality/gate.py --raise")
    found, broken = gate.figures(gold_set)
    assert gate.judge(held["floors"], found, broken) == []


def test_floors_were_not_changed_by_hand(floors: dict[str, Any]) -> None:
    assert floors["seal"] == gate.seal(floors)


def test_each_lowered_floor_has_a_reason(floors: dict[str, Any]) -> None:
    assert all(entry["reason"].strip() for entry in floors["lowered"])


def _judged(readings: gate.Readings, floors: dict[str, Any]) -> list[str]:
    rows, broken = gate.measure(EXAMPLE, readings)
    kept = {name: floor for name, floor in floors["set"]["example"]["floors"].items() if name in rows}
    return gate.judge(kept, {name: row["F1"] for name, row in rows.items()}, broken)


def test_the_readings_as_they_are_pass(readings: gate.Readings, floors: dict[str, Any]) -> None:
    assert _judged(readings, floors) == []


@pytest.mark.parametrize(
    ("layer", "fault"),
    [
        ("statements", "statements: found"),
        ("times", "times: value right"),
        ("figures", "figures: value and unit right"),
        ("names", "names: all"),
        ("commitments", "commitments: found"),
    ],
)
def test_a_reading_that_lost_a_fifth_of_a_layer_is_red(
    readings: gate.Readings, floors: dict[str, Any], layer: str, fault: str
) -> None:
    if not floors["set"]["example"]["floors"].get(fault):
        pytest.skip(f"no floor under {fault} yet")
    bad = copy.deepcopy(readings)
    for reading in bad.values():
        del reading[layer][::5]
    assert any(line.startswith(fault) for line in _judged(bad, floors))


def test_speakers_given_to_their_neighbours_are_red(readings: gate.Readings, floors: dict[str, Any]) -> None:
    bad = copy.deepcopy(readings)
    for reading in bad.values():
        speakers = [s["speaker"] for s in reading["statements"]]
        for statement, speaker in zip(reading["statements"], speakers[1:] + speakers[:1], strict=True):
            statement["speaker"] = speaker
    faults = _judged(bad, floors)
    assert any(line.startswith("errors: wrong speaker") for line in faults)
    assert any(line.startswith("statements: who said what") for line in faults)


def test_an_anchor_moved_by_one_is_red(readings: gate.Readings, floors: dict[str, Any]) -> None:
    bad = copy.deepcopy(readings)
    time = next(t for reading in bad.values() for t in reading["times"])
    time["start"] += 1
    assert any(line.startswith("broken anchor") for line in _judged(bad, floors))


def test_a_changed_article_changes_the_digest(tmp_path: Path) -> None:
    for file in [*EXAMPLE.gold.glob("*.yaml"), *EXAMPLE.documents().values(), EXAMPLE.metadata]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    copied = gate.GoldSet("copy", tmp_path, tmp_path, tmp_path / "metadata.csv")
    assert copied.digest() == EXAMPLE.digest()
    one = next(iter(copied.documents().values()))
    one.write_bytes(one.read_bytes() + b" ")
    assert copied.digest() != EXAMPLE.digest()


def test_a_floor_sinks_only_with_a_reason() -> None:
    held = {"set": {"example": {"digest": "", "floors": {"times: found": 0.9, "errors: wrong": 0.1}}}, "lowered": []}
    worse = {"example": {"times: found": 0.5, "errors: wrong": 0.4}}
    kept = gate.renew(held, worse, None)
    assert kept["set"]["example"]["floors"] == {"times: found": 0.9, "errors: wrong": 0.1}
    assert kept["lowered"] == []
    lowered = gate.renew(held, worse, "the gold of one article was wrong")
    assert lowered["set"]["example"]["floors"] == {"times: found": 0.49, "errors: wrong": 0.41}
    assert {entry["measure"] for entry in lowered["lowered"]} == {"times: found", "errors: wrong"}
