"""Progress on standard error: how far, how fast, how long still."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from isnad.engine import Progress, Report


@contextmanager
def shown_progress(what: str, quiet: bool) -> Iterator[Report | None]:
    """A bar that the engine moves; None where there is none to show (--quiet, or standard error is no terminal)."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[articles]} articles"),
        TextColumn("{task.fields[rate]:.0f}/s"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, articles=0, rate=0.0)

        def moved(at: Progress) -> None:
            took = bar.tasks[0].elapsed or 0.0
            rate = at.articles / took if took > 0.2 else 0.0
            bar.update(task, completed=at.done, total=at.total or None, articles=at.articles, rate=rate)

        yield moved
