"""isnad dossier check, isnad dossier init."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.options import Articles, Metadata, Quiet
from isnad.cli.output import tell
from isnad.cli.progress import shown_progress
from isnad.errors import DossierError, RecordError

app = typer.Typer(help="Dossiers: what Isnad is told about a story.", no_args_is_help=True)


@app.callback()
def _dossier() -> None:
    """Dossiers: what Isnad is told about a story."""


@app.command("check")
def check(
    dossier: Annotated[str, typer.Argument(metavar="FILE.toml", help="A file, or the name of a shipped dossier.")],
) -> None:
    """Check a dossier: schema, ids, references, spelling.

    [dim]isnad dossier check my-story.toml[/dim]
    """
    from isnad import engine

    faults = engine.check_dossier(dossier)
    for fault in faults:
        sys.stderr.write(f"isnad: {fault if fault.startswith(dossier) else f'{dossier}: {fault}'}\n")
    if faults:
        raise typer.Exit(DossierError.exit_code)
    tell(f"{dossier}: in order")


@app.command("init")
def init(
    articles: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.toml", help="The draft to write.")],
    metadata: Metadata = None,
    quiet: Quiet = False,
) -> None:
    """Draft a dossier from a record or from articles, for you to go on with.

    [dim]isnad dossier init coalition.isnad -o my-story.toml[/dim]
    """
    from isnad import engine

    if output.exists():
        raise RecordError(f"{output}: there is such a file already; choose another name")
    with shown_progress("reading", quiet) as progress:
        text = engine.draft_dossier(articles, output.stem, metadata=metadata, progress=progress)
    output.write_text(text, encoding="utf-8")
    if not quiet:
        tell(f"{output}: a draft; correct it, then run: isnad dossier check {output}")
