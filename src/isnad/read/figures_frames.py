"""Where a figure's own words lie in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from isnad.read.figures_nouns import Unit
from isnad.read.numerals import Numeral
from isnad.text.prose import Prose


class CountedLike(Protocol):
    """A numeral with its unit."""

    @property
    def numeral(self) -> Numeral: ...
    @property
    def unit(self) -> Unit: ...


class Frame(NamedTuple):
    """Where a figure's own words lie. left, right: bounds of its clause; at, end: its number with its unit.

    reach: how far to the right a place or time may serve it too, over the figures joined to it by «و».
    """

    left: int
    right: int
    at: int
    end: int
    sentence: tuple[int, int]
    reach: int


def frames_of(prose: Prose, counted: Sequence[CountedLike]) -> list[Frame]:
    """One frame per figure."""
    text = prose.text
    frames: list[Frame] = []
    for i, c in enumerate(counted):
        n, unit = c.numeral, c.unit
        sentence = prose.sentence_at(n.start)
        own = unit.end if unit.how in ("after", "money", "sign") and unit.end is not None else n.end
        end = max(n.end, own)
        left = max(sentence[0], counted[i - 1].numeral.end) if i else sentence[0]
        right = sentence[1]
        if i + 1 < len(counted):
            right = min(right, counted[i + 1].numeral.bound_start)
        frames.append(Frame(left, max(right, end), n.bound_start, end, sentence, max(right, end)))
    for i in range(len(frames) - 2, -1, -1):
        f, follower = frames[i], frames[i + 1]
        between = text[f.end : counted[i + 1].numeral.start]
        if f.right == follower.at and " و" in between[-22:] and not any(c in between for c in "،.؛:("):
            frames[i] = f._replace(reach=follower.reach)
    return frames
