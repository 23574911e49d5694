"""isnad export: a record as tables for a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from isnad.cli.options import Json, Quiet, Record
from isnad.cli.output import print_json, tell


def export(
    record: Record,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write the tables into.")],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Write one row per item, with outlet, date, quote, offsets and rule: CSV (UTF-8 with BOM) and XLSX.

    Fill in the column `verdict`, and `isnad build ... --verdicts DIR` keeps it by anchor.

    [dim]isnad export coalition.isnad -o tables/[/dim]
    """
    from isnad import engine

    exported = engine.export_record(record, output)
    if json:
        print_json([str(path) for path in exported.paths])
    elif not quiet:
        for path in exported.paths:
            tell(str(path))
    if exported.missing is not None and not quiet:
        sys.stderr.write(f"isnad: no workbook was written, the CSV files are whole: {exported.missing}\n")
