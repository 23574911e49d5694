"""Whose, where and when: the scope that a sentence gives its figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from isnad.lexicon.units import Units
from isnad.model.reading import Name, Time
from isnad.model.span import Span
from isnad.text.prose import Prose

if TYPE_CHECKING:
    from isnad.read.figures import Counted

Scope = tuple[Span | None, Span | None, Time | None]


class ScopeFinder:
    """Finds the scope of figures."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def over(self, prose: Prose, counted: list[Counted], times: Sequence[Time], names: Sequence[Name]) -> list[Scope]:
        """One scope per figure."""
        return [(None, None, None) for _ in counted]
