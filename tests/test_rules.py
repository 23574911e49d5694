"""tools/rules.py: what it counts as an entry, and that a rule made for one gold article turns its gate red."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "rules.py"
spec = importlib.util.spec_from_file_location("isnad_tools_rules", TOOL)
rules = importlib.util.module_from_spec(spec)
spec.loader.exec_module(rules)


def test_a_rule_for_one_article_is_flagged():
    flagged, _ = rules.rare(Counter({"times:planted": 1, "times:plain": 3}), Counter({"times:plain": 40}), {})
    assert flagged == ["times:planted"]


def test_a_reason_lets_it_pass_and_counts_as_used():
    flagged, used = rules.rare(Counter({"times:planted": 1}), Counter(), {"times:plan*": "because", "times:x": "no"})
    assert (flagged, used) == ([], {"times:plan*"})


def test_what_fires_five_times_in_bulk_passes():
    assert rules.rare(Counter({"a": 9}), Counter({"a": 5}), {}) == ([], set())
    assert rules.rare(Counter({"a": 9}), Counter({"a": 4}), {})[0] == ["a"]


def test_strings_of_a_lexicon_are_found_at_any_depth_and_in_word_blocks():
    table = {"a": [{"forms": ["نحو", "en"]}], "b": "\nقصر_الشعب عين\n", "id": "x"}
    assert list(rules._strings(table)) == ["نحو", "قصر الشعب", "عين"]


@pytest.mark.parametrize(("text", "hits"), [("قال نحو مئة", 1), ("وبنحو مئة", 1), ("نحوها", 0), ("للعراق", 1)])
def test_an_entry_fires_as_a_whole_word_with_its_proclitics(text, hits):
    machine = rules.matcher(["نحو", "العراق"])
    found = [s for _, strings in machine.iter(rules.Prose(text).padded) for s in strings]
    assert len(found) == hits


def test_every_exception_has_a_reason():
    assert all(len(reason) > 20 for reason in rules.allowed().values())
