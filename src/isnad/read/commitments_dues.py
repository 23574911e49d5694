"""By when: the time in a commitment that says when it falls due."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Due, Time
from isnad.model.span import Span
from isnad.read.commitments_phrases import either
from isnad.text.prose import Prose

_PAST = re.compile(r"الماضي|[أا]مس|السابق|المنصرم|الفائت")
_OPEN = frozenset(("PAST_REF", "PRESENT_REF"))


class Dues:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        self._apart = re.compile(rf"\s(?:{either(words.apart.forms)})\s")

    def due(
        self, prose: Prose, span: Span, behind: int, times: tuple[Time, ...], day: str, deadline: bool
    ) -> tuple[Due | None, int]:
        """The first time of `span` that belongs to the act, which ends at `behind` (folded), and is not before `day`
        (ISO, '' unknown), and where it ends (folded; 0 without one). deadline: only a time by which something must be
        done."""
        for time in times:
            if time.start >= span.end:
                break
            if time.start < span.start or not _coming(time, day) or (deadline and time.until is None):
                continue
            at = prose.fold_at(time.start)
            if prose.text[at - 1 : at] == "(" or self._apart.search(prose.text, behind, at):
                continue
            found = _due(time)
            if found is not None:
                return found, prose.fold_at(time.end)
        return None, 0


def _coming(time: Time, day: str) -> bool:
    if time.type == "SET" or time.value in _OPEN or _PAST.search(time.text):
        return False
    last = time.until or time.latest
    return not (day and last is not None and last < day[: len(last)])


def _due(time: Time) -> Due | None:
    if time.type == "DURATION":
        return Due(time.until, time.earliest, time.latest) if time.until is not None else None
    latest = time.until or time.latest
    if time.mod == "END" and time.latest is not None:
        return Due(latest, time.earliest, latest)
    return Due(time.value, None if time.until else time.earliest, latest)
