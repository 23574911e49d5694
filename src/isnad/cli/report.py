"""isnad report: a record as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from isnad.cli.options import Quiet, Record
from isnad.cli.output import tell


def report(
    record: Record,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The report to write.")],
    excerpts: Annotated[
        bool, typer.Option("--excerpts", help="Of each article only the sentences around items.")
    ] = False,
    without_text: Annotated[
        bool,
        typer.Option(
            "--without-text", help="No words of the articles: titles, names, values and who spoke, no quotes."
        ),
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Write the report of a record: one HTML file that loads nothing from anywhere.

    [dim]isnad report coalition.isnad -o report.html[/dim]

    [dim]isnad report coalition.isnad -o to-send.html --excerpts[/dim]
    """
    from isnad import engine

    if excerpts and without_text:
        raise typer.BadParameter("choose one of --excerpts and --without-text")
    text: Literal["full", "excerpts", "none"] = "none" if without_text else "excerpts" if excerpts else "full"
    path = engine.write_report(record, output, text=text)
    if not quiet:
        tell(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
