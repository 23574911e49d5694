"""The tools that count words say how they are used, and count."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[1] / "tools"


def _run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, TOOLS / name, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", ["build_common_words.py", "build_verbs.py", "reference.py", "draw.py", "rules.py"])
def test_a_tool_says_how_it_is_used(name):
    helped = _run(name, "--help")
    assert helped.returncode == 0
    assert f"python tools/{name}" in helped.stdout


def test_common_words_leave_surnames_out_and_are_compared_with_the_shipped(tmp_path):
    corpus = tmp_path / "corpus.jsonl.gz"
    text = "عقد محمد الحمداني اجتماعا، وفي الاجتماع شاركت الاجتماعات. "
    with gzip.open(corpus, "wt", encoding="utf-8") as f:
        f.write(json.dumps({"text": text * 30}, ensure_ascii=False) + "\n")
    listed = _run("build_common_words.py", str(corpus)).stdout.splitlines()
    assert "الاجتماع" in listed
    assert "الحمداني" not in listed
    compared = _run("build_common_words.py", str(corpus), "--check")
    assert compared.returncode == 1, "a corpus of one sentence is not what the shipped list was counted over"
    assert "- اباء" in compared.stdout.splitlines()
