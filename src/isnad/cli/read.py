"""isnad read: what Isnad finds in each article, one reading per line."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from isnad.cli.options import Articles, DossierName, Jobs, Lexicons, Metadata, NoMetadata, Quiet
from isnad.cli.progress import shown_progress
from isnad.cli.troubles import Troubles
from isnad.errors import InputError


class ReadingFormat(StrEnum):
    """How readings are printed."""

    jsonl = "jsonl"


def read(
    articles: Articles,
    format: Annotated[ReadingFormat, typer.Option("--format", help="How readings are printed.")] = ReadingFormat.jsonl,
    metadata: Metadata = None,
    no_metadata: NoMetadata = False,
    layers: Annotated[
        str | None,
        typer.Option(metavar="LIST", help='Layers to read ("times,figures"), or more or fewer of them ("+numbers").'),
    ] = None,
    dossier: DossierName = None,
    lexicons: Lexicons = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Read articles and print one reading (isnad.reading/1) per line.

    [dim]isnad read articles/ --format jsonl > readings.jsonl[/dim]

    [dim]cat article.txt | isnad read - --layers statements,figures[/dim]
    """
    from msgspec.json import encode

    from isnad import engine
    from isnad.dossier.load import load_dossier
    from isnad.read.layers import choose_layers

    try:
        chosen = choose_layers(layers)
    except ValueError as e:
        raise typer.BadParameter(str(e), param_hint="--layers") from e
    troubles = Troubles()
    out = sys.stdout.buffer
    with shown_progress("reading", quiet) as progress:
        for outcome in engine.read_paths(
            articles,
            metadata=metadata,
            beside=not no_metadata,
            layers=chosen,
            dossier=load_dossier(dossier) if dossier else None,
            lexicons=lexicons,
            jobs=jobs,
            progress=progress,
        ):
            if isinstance(outcome, InputError):
                troubles.tell(outcome)
            else:
                out.write(encode(outcome.reading) + b"\n")
    out.flush()
    troubles.leave()
