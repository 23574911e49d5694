"""A record as a report and as tables; the example articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from isnad.engine.records import open_record
from isnad.errors import InputError, MissingExtraError, RecordError
from isnad.model.record import RecordSource

if TYPE_CHECKING:
    from isnad.show.listings import Lang, Listing


def write_report(
    record: str | Path | RecordSource, output: str | Path, *, text: Literal["full", "excerpts", "none"] = "full"
) -> Path:
    """Write the report of a record as one HTML file that loads nothing; returns its path.

    text: whole articles, only the sentences around items, or none. Raises RecordError where it cannot be written.
    """
    from isnad.show.report import write_report as write

    target = Path(output)
    try:
        with _source(record) as source:
            write(source, target, text)
    except OSError as e:
        raise RecordError(f"{target}: the report cannot be written: {e.strerror or e}") from e
    return target


class Exported(NamedTuple):
    """What an export wrote. missing: the error of the optional package that a workbook needs (None: all is there)."""

    paths: list[Path]
    missing: MissingExtraError | None


def export_record(record: str | Path | RecordSource, folder: str | Path) -> Exported:
    """Write a record as tables, one row per item with a `verdict` column for a person: CSV, and XLSX where installed.

    What is filled in is read back by `build(verdicts=…)`. Raises InputError where the folder holds verdicts not read
    back, IsnadError where it cannot be written.
    """
    from isnad.show.export import export

    with _source(record) as source:
        try:
            return Exported(export(source, folder), None)
        except MissingExtraError as e:
            return Exported(sorted(Path(folder).glob("*.csv")), e)
        except OSError as e:
            raise RecordError(f"{folder}: the tables cannot be written: {e.strerror or e}") from e


def list_record(
    record: str | Path | RecordSource, view: str, *, lang: Lang = "en", document: str | None = None
) -> Listing:
    """One view of a record as rows: summary, timeline, statements, figures, deadlines, origins, `document` by its id.

    Raises ValueError for a view that is none, RecordError for a document that is not there.
    """
    from isnad.show import listings

    with _source(record) as source:
        if view == "document":
            return listings.document(source, document or "", lang)
        if view not in listings.LISTINGS:
            raise ValueError(f"there is no view {view!r}; the views are {', '.join([*listings.LISTINGS, 'document'])}")
        return listings.LISTINGS[view](source, lang)


@contextmanager
def _source(record: str | Path | RecordSource) -> Iterator[RecordSource]:
    if isinstance(record, str | Path):
        with open_record(record) as opened:
            yield opened
    else:
        yield record


def example_corpus() -> Path:
    """The folder of the example articles, in the installed package or in the source tree."""
    package = Path(__file__).parents[1]
    for folder in (package / "examples" / "coalition", package.parents[1] / "examples" / "coalition"):
        if folder.is_dir():
            return folder
    raise InputError("examples/coalition", "the example articles are not installed", "install Isnad from its wheel")
