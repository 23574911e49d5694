"""The generated pages of docs/reference are as the code would write them now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "reference.py"


def _tool():
    spec = importlib.util.spec_from_file_location("isnad_tools_reference", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "library.md", "lexicons.md", "reading.md", "cues.md"])
def test_page_is_up_to_date(name):
    tool = _tool()
    page = tool.PAGES / name
    assert page.read_text(encoding="utf-8") == tool.WRITTEN[name](), "run: python tools/reference.py"


def test_parts_of_explanations_are_up_to_date():
    tool = _tool()
    for name, (file, _) in tool.PARTS.items():
        assert (tool.EXPLANATION / file).read_text(encoding="utf-8") == tool._part(name), (
            "run: python tools/reference.py"
        )


def test_every_verb_of_the_lexicon_stands_in_the_inventory():
    tool = _tool()
    page = (tool.PAGES / "cues.md").read_text(encoding="utf-8")
    for verb in tool.Lexicons().load("reporting", tool.Reporting).verb:
        assert f"| {'، '.join(verb.perfect)} |" in page
        assert f"## {verb.force}" in page


def test_every_command_is_documented():
    page = (_tool().PAGES / "commands.md").read_text(encoding="utf-8")
    for command in ("build", "read", "show", "search", "report", "export", "verify", "demo", "lexicon check"):
        assert f"## isnad {command}\n" in page
