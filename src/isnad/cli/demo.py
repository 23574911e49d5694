"""isnad demo: a record and a report from the example articles, with no network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.options import Quiet
from isnad.cli.output import tell
from isnad.cli.progress import shown_progress
from isnad.cli.troubles import Troubles


def demo(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Where record and report are written.")
    ] = Path("isnad-demo"),
    quiet: Quiet = False,
) -> None:
    """Build a record and a report from the example articles that come with Isnad. Needs no network.

    [dim]isnad demo[/dim]
    """
    from rich.console import Console

    from isnad import engine
    from isnad.show.terminal import make_table

    examples = engine.example_corpus()
    output.mkdir(parents=True, exist_ok=True)
    troubles = Troubles()
    with shown_progress("building", quiet) as progress:
        built = engine.build(
            examples,
            output / "coalition.isnad",
            dossier=examples / "dossier.toml",
            progress=progress,
            trouble=troubles.tell,
        )
    report = engine.write_report(built.path, output / "report.html")
    if not quiet:
        Console(file=sys.stdout).print(make_table(engine.list_record(built.path, "summary")))
    tell(f"record: {built.path}")
    tell(f"report: {report}")
    troubles.leave()
