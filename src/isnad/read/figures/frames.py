"""Where a figure's own words lie in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from isnad.read.figures.nouns import Unit
from isnad.read.numerals import Numeral
from isnad.text.prose import Prose

_TURN = (
    r"؛|[،,]\s?(?:و(?!ذلك)[^\W\d_]{3,}|فيما|بينما|لكن|في حين|حيث|اذ |مما|ما |كما|وهو|وهي|هو |هي )"
    r"|(?<!\w)(?:وفقا?|بحسب|حسب|حسبما|نقلا عن|بينما|فيما|التي(?!{event})|الذي(?!{event})|الذين|[وف]?[بل]?ان(?:ه|ها|هم)?"
)
_EVENT = " (?:وقع|جر[يت]|حدث|اندلع|نفذ|ضرب|هز|شهد|استهدف|اجتاح|اصاب|عصف)"
_NEW_CLAUSE = re.compile(_TURN.replace("{event}", _EVENT) + r")(?!\w)")
_NEW_TIME = re.compile(
    _TURN.replace("(?!{event})", "") + r"|بعدما|عندما|(?:بعد|قبل) (?:ان|[^\W\d_]{4,})|المرتقب|المقرر|المزمع)(?!\w)"
    r"|(?<!\w)(?:اعلي|ادني|اكبر|اول|اسوا|اقل|اضخم) (?:[^\W\d_]+ ){1,4}$"
)
#: words to which a time after them belongs
_TAKE_TIME = frozenset(
    ("اللذين", "اللتين", "اللذان", "حال", "يعود", "تعود", "مثلما", "وسوف", "ولن", "ولم")
) | frozenset(a + b for a in ("المبرم", "المنعقد", "الصادر", "المورخ") for b in ("", "ه"))


def leaves_clause(text: str, start: int, end: int, time: bool = False) -> bool:
    """Whether a new clause begins between a figure's end and what might belong to it (folded offsets).

    time: for a time, which an event named in between («بعد الانتخابات») takes to itself.
    """
    if time and not _TAKE_TIME.isdisjoint(text[start:end].split()):
        return True
    return (_NEW_TIME if time else _NEW_CLAUSE).search(text, start, end) is not None


class CountedLike(Protocol):
    """A numeral with its unit."""

    @property
    def numeral(self) -> Numeral: ...
    @property
    def unit(self) -> Unit: ...


class Frame(NamedTuple):
    """Where a figure's own words lie. left, right: bounds of its clause; at, end: its number with its unit.

    reach: how far to the right a place or time may serve it too, over the figures joined to it by «و».
    nominative: its number can only be a subject («مسؤولان», «اثنان»).
    """

    left: int
    right: int
    at: int
    end: int
    sentence: tuple[int, int]
    reach: int
    nominative: bool


def frames_of(prose: Prose, counted: Sequence[CountedLike]) -> list[Frame]:
    """One frame per figure."""
    text = prose.text
    frames: list[Frame] = []
    for i, c in enumerate(counted):
        n, unit = c.numeral, c.unit
        sentence = prose.sentence_at(n.start)
        counts = unit.how in ("after", "money", "sign") and n.kind != "percent"
        own = unit.end if counts and unit.end is not None else n.end
        end = max(n.end, own)
        left = max(sentence[0], counted[i - 1].numeral.end) if i else sentence[0]
        right = sentence[1]
        if i + 1 < len(counted):
            right = min(right, counted[i + 1].numeral.bound_start)
        subject = not n.digits and text.endswith(("ان", "ون"), n.start, n.end)
        frames.append(Frame(left, max(right, end), n.bound_start, end, sentence, max(right, end), subject))
    for i in range(len(frames) - 2, -1, -1):
        f, follower = frames[i], frames[i + 1]
        between = text[f.end : counted[i + 1].numeral.start]
        if f.right == follower.at and " و" in between[-22:] and not any(c in between for c in "،.؛:("):
            frames[i] = f._replace(reach=follower.reach)
    return frames
