"""isnad read: what Isnad finds in each article, one reading per line."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from isnad.cli.options import Articles, DossierName, Jobs, Lexicons, Metadata, NoMetadata, Quiet
from isnad.cli.output import tell
from isnad.cli.progress import shown_progress
from isnad.cli.troubles import Troubles
from isnad.errors import InputError

if TYPE_CHECKING:
    from isnad.engine import Explained


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
    explain: Annotated[
        bool, typer.Option("--explain", help="Print for each sentence the cue, frame, candidates and winner instead.")
    ] = False,
    dossier: DossierName = None,
    lexicons: Lexicons = None,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Read articles and print one reading (isnad.reading/1) per line.

    [dim]isnad read articles/ --format jsonl > readings.jsonl[/dim]

    [dim]cat article.txt | isnad read - --layers statements,figures[/dim]

    [dim]isnad read article.txt --explain[/dim]
    """
    from msgspec.json import encode

    from isnad import engine
    from isnad.dossier.load import load_dossier
    from isnad.read.layers import choose_layers

    try:
        chosen = choose_layers(layers)
    except ValueError as e:
        raise typer.BadParameter(str(e), param_hint="--layers") from e
    told = load_dossier(dossier) if dossier else None
    troubles = Troubles()
    if explain:
        for explained in engine.explain_paths(
            articles, metadata=metadata, beside=not no_metadata, dossier=told, lexicons=lexicons
        ):
            if isinstance(explained, InputError):
                troubles.tell(explained)
            else:
                _print_explained(explained)
        troubles.leave()
        return
    out = sys.stdout.buffer
    with shown_progress("reading", quiet) as progress:
        for outcome in engine.read_paths(
            articles,
            metadata=metadata,
            beside=not no_metadata,
            layers=chosen,
            dossier=told,
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


def _print_explained(explained: Explained) -> None:
    tell(f"# {explained.document.path}")
    for sentence, statements in explained.sentences:
        tell(f"\n{sentence.start}-{sentence.end}  {_line(sentence.text)}")
        if not statements:
            tell("  no cue")
        for s in statements:
            tell(f"  cue         {' … '.join(_line(c.text) for c in s.cue)}")
            tell(f"  frame       {s.rule}")
            tell(f"  content     {' … '.join(_line(c.text) for c in s.content)}")
            tell(f"  candidates  {'، '.join(_line(c) for c in s.candidates) or 'none'}")
            tell(f"  winner      {_line(s.winner) if s.winner else 'nobody'}: {s.reason}")


def _line(text: str) -> str:
    return " ".join(text.split())
