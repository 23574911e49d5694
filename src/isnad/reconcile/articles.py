"""The articles of a record in the one order that everything across articles is made in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from isnad.model.document import Document
from isnad.model.reading import Reading, Time
from isnad.model.record import Entry

#: A day later than any: where articles of no known day stand.
NO_DAY = "9999-12-31"


class Article:
    """One article. earliest, latest: ISO days between which it was published, None where unknown."""

    def __init__(self, entry: Entry) -> None:
        self.document: Document = entry.document
        self.reading: Reading = entry.reading
        self.id = entry.document.id
        published = entry.reading.document.published
        self.earliest = published.value or published.earliest
        self.latest = published.value or published.latest
        if self.earliest is None and entry.document.published is not None:
            self.earliest = self.latest = entry.document.published.isoformat()

    @property
    def order(self) -> tuple[str, str, str]:
        """By day (unknown last), then moment where the carrier gives one, then id."""
        return (self.earliest or NO_DAY, self.document.published_at or "", self.id)

    @property
    def day(self) -> str | None:
        """The day of publication, if it is known exactly."""
        return self.earliest if self.earliest == self.latest else None

    @cached_property
    def speakers(self) -> dict[str, str]:
        """The speaker of each statement by its id, as an actor of the article or in its own words."""
        named = ((s.id, s.speaker) for s in self.reading.statements)
        return {key: speaker.actor or speaker.text for key, speaker in named if speaker is not None}

    @cached_property
    def statement_times(self) -> dict[str, Time]:
        """When each statement was made, by its id, where the article says so with a day or an interval."""
        return {s.id: s.said_on for s in self.reading.statements if s.said_on is not None and s.said_on.earliest}


def arrange(entries: Iterable[Entry]) -> list[Article]:
    """Articles in their order, each document once, however often and in whatever order they were given."""
    articles = sorted((Article(e) for e in entries), key=lambda a: (a.id, a.document.sha256, a.order))
    kept = articles[:1] + [b for a, b in pairwise(articles) if a.id != b.id]
    return sorted(kept, key=lambda a: a.order)


def days_between(a: str, b: str) -> int:
    """Days from ISO day `a` to ISO day `b`."""
    return (dt.date.fromisoformat(b) - dt.date.fromisoformat(a)).days
