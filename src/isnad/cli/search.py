"""isnad search: Arabic full text, clitics and spelling variants found."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from isnad.cli.options import Json, Record
from isnad.cli.output import print_json, print_table


def search(
    record: Record,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words; "quoted" they are a phrase.')],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many articles.")] = 20,
    json: Json = False,
) -> None:
    """Find articles by their words, whatever proclitics, endings and spellings they are written with.

    [dim]isnad search coalition.isnad مغادرة القوات[/dim]

    [dim]isnad search coalition.isnad '"نهاية العام"' --json[/dim]
    """
    from isnad import engine

    with engine.open_record(record) as opened:
        hits = opened.search(" ".join(words), limit)
    if json:
        print_json(hits)
    elif not hits:
        sys.stderr.write("isnad: no article holds these words\n")
    else:
        rows = [
            (h.day or "", h.outlet or "", h.document, " ".join(h.snippet.text.split()) if h.snippet else "")
            for h in hits
        ]
        print_table(("day", "outlet", "document", "words"), rows)
