"""isnad show: a record in the terminal."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from isnad.cli.options import Json, Record
from isnad.cli.output import print_json


class View(StrEnum):
    """What of a record is shown."""

    summary = "summary"
    timeline = "timeline"
    statements = "statements"
    figures = "figures"
    deadlines = "deadlines"
    origins = "origins"
    document = "document"


class Labels(StrEnum):
    """The language of labels."""

    ar = "ar"
    en = "en"


def show(
    record: Record,
    view: Annotated[View, typer.Argument(help="What to show.")] = View.summary,
    document: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="With `document`: its id, or its number in the report.")
    ] = None,
    lang: Annotated[Labels, typer.Option(help="The language of labels; quotes stay Arabic.")] = Labels.en,
    json: Json = False,
) -> None:
    """Show a record: summary, timeline, statements, figures, deadlines, origins, or one document.

    [dim]isnad show coalition.isnad[/dim]

    [dim]isnad show coalition.isnad statements --json[/dim]

    [dim]isnad show coalition.isnad document 3 --lang ar[/dim]
    """
    from isnad import engine

    if (view is View.document) != (document is not None):
        raise typer.BadParameter("`document` is shown with its ID, the other views without one", param_hint="[ID]")
    listing = engine.list_record(record, view.value, lang=lang.value, document=document)
    if json:
        print_json(listing.rows)
        return
    from rich.console import Console

    from isnad.show.terminal import make_table

    Console(file=sys.stdout).print(make_table(listing, lang.value))
