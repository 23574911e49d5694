"""isnad build: articles become a record."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.options import Articles, DossierName, Json, Lexicons, Metadata, NoMetadata, Quiet
from isnad.cli.output import print_json, tell
from isnad.cli.progress import shown_progress
from isnad.cli.troubles import Troubles


def build(
    articles: Articles,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="The record to make or to add to.")],
    dossier: DossierName = None,
    metadata: Metadata = None,
    no_metadata: NoMetadata = False,
    lexicons: Lexicons = None,
    verdicts: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Tables of `isnad export` whose `verdict` column you have filled in."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes to read with (0: one for each core).")
    ] = 0,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Build a record from articles, or add to it what is new.

    The same articles again change nothing; whatever stops a build, building again completes it.

    [dim]isnad build articles/ -o coalition.isnad --dossier coalition-iraq[/dim]

    [dim]isnad build new.jsonl.gz -o coalition.isnad --metadata new.csv[/dim]

    [dim]isnad build articles/ -o coalition.isnad --verdicts tables/[/dim]
    """
    from isnad import engine

    troubles = Troubles()
    with shown_progress("building", quiet) as progress:
        built = engine.build(
            articles,
            output,
            dossier=dossier,
            metadata=metadata,
            beside=not no_metadata,
            lexicons=lexicons,
            verdicts=verdicts,
            jobs=jobs,
            progress=progress,
            trouble=troubles.tell,
        )
    if json:
        print_json({**built._asdict(), "path": str(built.path)})
    elif not quiet:
        tell(
            f"{built.path}: {built.total} articles ({built.new} new, {built.replaced} changed, "
            f"{built.unchanged} as before); {built.failed} inputs could not be used"
        )
    troubles.leave()
