"""All verbs together."""

from __future__ import annotations

import typer

from isnad.cli import read

app = typer.Typer(
    name="isnad",
    help="Reads Arabic news into a record of who said what, when, and on whose word.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Reads Arabic news into a record of who said what, when, and on whose word."""


app.command("read")(read.read)
