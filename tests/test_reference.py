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


@pytest.mark.parametrize("name", ["commands.md", "library.md", "lexicons.md", "reading.md"])
def test_page_is_up_to_date(name):
    tool = _tool()
    page = tool.PAGES / name
    assert page.read_text(encoding="utf-8") == tool.WRITTEN[name](), "run: python tools/reference.py"


def test_every_command_is_documented():
    page = (_tool().PAGES / "commands.md").read_text(encoding="utf-8")
    for command in ("build", "read", "show", "search", "report", "export", "verify", "demo", "lexicon check"):
        assert f"## isnad {command}\n" in page
