"""The day from which an article counts its relative times."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Anchor(NamedTuple):
    """earliest, latest: the days between which the article was published, inclusive (both None: unknown).

    at: the moment of publication with its clock time, where the carrier gives one.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    at: dt.datetime | None = None

    @property
    def day(self) -> dt.date | None:
        """The day of publication, if it is known exactly."""
        return self.earliest if self.earliest == self.latest else None
