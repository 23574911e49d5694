"""isnad verify: does a record still say what its articles say?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.options import Json, Lexicons, Quiet, Record
from isnad.cli.output import print_json, tell
from isnad.errors import VerifyError


def verify(
    record: Record,
    sources: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder that the articles came from: check the files too.")
    ] = None,
    lexicons: Lexicons = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Check each span against its source's hash and words, and read each value again from its own quoted words.

    [dim]isnad verify coalition.isnad[/dim]

    [dim]isnad verify coalition.isnad --sources articles/[/dim]
    """
    from isnad import engine

    verified = engine.verify_record(record, sources=sources, lexicons=lexicons)
    if json:
        print_json(verified._asdict())
    else:
        for finding in verified.findings:
            sys.stderr.write(f"isnad: {record}: {finding}\n")
        if not quiet:
            t = verified.tally
            looked = f"{t.documents} articles, {t.spans} spans, {t.values} values read again, {t.sources} source files"
            tell(f"{record}: {looked}: {len(verified.findings) or 'no'} faults")
    if verified.findings:
        raise typer.Exit(VerifyError.exit_code)
