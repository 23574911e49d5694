"""Arguments and options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLES",
        help='Files (.txt .html .jsonl .jsonl.gz), folders of them, or "-" for standard input.',
        show_default=False,
    ),
]
Metadata = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE.csv",
        help="Columns path, published, outlet, title, url, author. Without it: a metadata.csv beside the articles.",
    ),
]
NoMetadata = Annotated[bool, typer.Option("--no-metadata", help="Leave a metadata.csv beside the articles aside.")]
DossierName = Annotated[
    str | None, typer.Option(metavar="NAME|FILE.toml", help="A shipped dossier by name, or a file of your own.")
]
Lexicons = Annotated[
    Path | None, typer.Option("--lexicons", metavar="DIR", help="A folder of lexicon files laid over the shipped ones.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, help="Processes to read with; any number gives the same answer.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary, errors only.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Record = Annotated[
    Path, typer.Argument(metavar="RECORD", help="A record, as `isnad build` writes it.", show_default=False)
]
