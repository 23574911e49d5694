"""A record as a report and as tables; the example articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from isnad.engine.records import open_record
from isnad.errors import InputError, RecordError
from isnad.model.record import RecordSource


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
