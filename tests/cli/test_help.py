"""Every command is documented, with an example, and leads to a public function."""

import inspect

import pytest
import typer

from isnad.cli.app import app

COMMANDS = [
    *(c for c in app.registered_commands),
    *(c for group in app.registered_groups for c in group.typer_instance.registered_commands),  # type: ignore[union-attr]
]
PROMISED = {"build", "read", "show", "search", "report", "export", "verify", "demo"}


def test_all_verbs_are_there() -> None:
    assert {c.name for c in app.registered_commands} == PROMISED
    assert {g.name for g in app.registered_groups} == {"lexicon", "dossier"}
    assert {c.name for c in COMMANDS} >= {"check", "init"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: str(c.name))
def test_each_command_is_documented_with_an_example(command: typer.models.CommandInfo) -> None:
    assert command.callback is not None
    help_text = inspect.getdoc(command.callback) or ""
    assert help_text.splitlines()[0].endswith((".", "?"))
    assert "[dim]isnad " in help_text or "| isnad " in help_text


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: str(c.name))
def test_each_option_is_documented(command: typer.models.CommandInfo) -> None:
    assert command.callback is not None
    for name, parameter in inspect.signature(command.callback, eval_str=True).parameters.items():
        told = [m for m in getattr(parameter.annotation, "__metadata__", ()) if hasattr(m, "help")]
        assert told and told[0].help, name
