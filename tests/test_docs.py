"""The documentation leads somewhere: its links, the commands and options it names, its example of a dossier."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from isnad.cli.app import app
from isnad.dossier.check import check_dossier
from isnad.dossier.load import parse_dossier

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
COMMAND = re.compile(r"(?:^ {4}|^|`|\| )(isnad (?!read_)[a-z][^`\n]*)", re.M)


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page):
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if ":" in target:
            continue
        led = (page.parent / target) if target else page
        assert led.exists(), target
        if anchor and led.suffix == ".md":
            assert anchor in _anchors(led), f"{target}#{anchor}"


def _commands(page: Path) -> Iterator[list[str]]:
    for line in COMMAND.findall(page.read_text(encoding="utf-8")):
        words = shlex.split(line.partition(" #")[0].partition(" |")[0].partition(" >")[0])
        if len(words) > 1 and words[1].isascii():
            yield words[1:]


@pytest.mark.parametrize("page", [p for p in PAGES if p.name != "CHANGELOG.md"], ids=_name)
def test_commands_and_their_options_are_there(page):
    for words in _commands(page):
        command = typer.main.get_command(app)
        at = 0
        while at < len(words) and getattr(command, "commands", None):
            if words[at] not in command.commands:
                break
            command, at = command.commands[words[at]], at + 1
        if at == 0:
            continue  # prose: «isnad verify finds …» begins with a command, «isnad is …» does not
        known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
        given = {w.partition("=")[0] for w in words[at:] if re.match(r"--?[a-z]", w)}
        assert given <= known, (words, given - known)


def test_the_example_of_a_dossier_is_in_order():
    page = (ROOT / "docs" / "how-to" / "dossier.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.S)
    assert example
    assert check_dossier(parse_dossier(example[1].encode("utf-8"), "dossier.md")) == ()
