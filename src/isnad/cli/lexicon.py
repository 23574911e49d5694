"""isnad lexicon check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.output import tell
from isnad.errors import LexiconError

app = typer.Typer(help="The lexicons: what Isnad knows of Arabic.", no_args_is_help=True)


@app.callback()
def _lexicon() -> None:
    """The lexicons: what Isnad knows of Arabic."""


@app.command("check")
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="Your folder of lexicon files (default: the shipped ones).", exists=True),
    ] = None,
) -> None:
    """Check lexicon files: schema, spelling habits, nothing twice.

    [dim]isnad lexicon check[/dim]

    [dim]isnad lexicon check my-lexicons/[/dim]
    """
    from isnad import engine

    faults = engine.check_lexicons(folder)
    for fault in faults:
        sys.stderr.write(f"isnad: {fault}\n")
    if faults:
        raise typer.Exit(LexiconError.exit_code)
    tell("the lexicons are in order")
