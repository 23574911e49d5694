"""All verbs together."""

from __future__ import annotations

from typing import Annotated

import typer

from isnad.cli import build, demo, dossier, export, lexicon, read, report, search, show, verify

app = typer.Typer(
    name="isnad",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 2 wrong usage, 3 an input could not be used (the others were), 4 a lexicon or dossier, "
    "5 a record or output, 6 verify found a fault, 7 an optional package is missing.",
)


def _version(asked: bool) -> None:
    if asked:
        from isnad import __version__

        typer.echo(f"isnad {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reads Arabic news into a record of who said what, when, and on whose word.

    [dim]isnad demo[/dim] builds a record and a report from example articles.
    """


app.command("build")(build.build)
app.command("read")(read.read)
app.command("show")(show.show)
app.command("search")(search.search)
app.command("report")(report.report)
app.command("export")(export.export)
app.command("verify")(verify.verify)
app.command("demo")(demo.demo)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(dossier.app, name="dossier")
