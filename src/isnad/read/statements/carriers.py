"""«نقلت وكالة … عن مسؤول قوله إن»: one voice carries the words of another."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import Frame, find_frame
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend_to, make_phrase, noun_like
from isnad.read.statements.vocabulary import CLAUSE
from isnad.read.statements.voices import read_gap, subject_before

_OF_HIM = frozenset(("عنه", "عنها", "عنهم"))
_REACH = 40


class Carried(NamedTuple):
    """outer: who carries (None: dropped); inner: whose words; nouns: word indexes of further cues («قوله»)."""

    outer: Phrase | None
    inner: Phrase | None
    frame: Frame
    noun: int


def _particle(page: Page, cue: int, stop: int, sources: tuple[str, ...]) -> tuple[int, int] | None:
    """Word range of عن / على لسان / إلى after the carrier."""
    wanted = [tuple(s.replace("إلى", "الي").replace("على", "علي").split()) for s in sources]
    relative = False
    for i in range(cue + 1, min(stop, cue + 22)):
        if ":" in page.gaps[i]:
            return None
        if page.forms[i] in _OF_HIM and "عن" in sources and not relative:
            return i, i
        for phrase in wanted:
            issued = page.forms[i - 1].removeprefix("ال") in ("صادر", "صادره")  # «البيان الصادر عن»
            if tuple(page.forms[i : i + len(phrase)]) == phrase and not relative and not issued:
                return i, i + len(phrase)
        relative = (relative and "،" not in page.gaps[i]) or page.forms[i] in page.v.relatives
    return None


def _content(page: Page, cue: int, first: int, stop: int) -> tuple[Frame, int] | None:
    """The content's beginning after the inner voice, and the word of its own cue (-1: none)."""
    for i in range(first + 1, min(stop + 1, first + _REACH, len(page.words))):
        if ":" in page.gaps[i]:
            q = page.quotes_at.get(i)
            return Frame("quote" if q else "colon", (first, i), q.inner_start if q else page.words[i].start, i, q), -1
        if i >= stop:
            return None
        for reading in page.cues.get(i, ()):
            if reading.kind == "masdar" and reading.pronoun and reading.verb is not None:
                frame = find_frame(page, i, reading)
                if frame is not None and frame.gap[1] - frame.gap[0] <= 12:
                    return replace(frame, gap=(first, i)), i
        if (
            CLAUSE.match(page.forms[i])
            and page.forms[i - 1] not in page.v.not_before_clause
            and i + 1 < len(page.words)
        ):
            return Frame("clause", (first, i), page.words[i + 1].start, i + 1, page.quotes_at.get(i + 1)), -1
        q = page.quotes_at.get(i)
        if q is not None and page.prose.word_at(q.inner_end) - i > 4:
            return Frame("quote", (first, i), q.inner_start, i, q), -1
    return None


def find_carried(page: Page, cue: int, reading: CueForm) -> Carried | None:
    """The words carried by the verb at word `cue`, or None where it carries none."""
    carrier = reading.carrier
    assert carrier is not None
    _, stop = page.sentence(cue)
    at = _particle(page, cue, stop, carrier.source)
    if at is None:
        return None
    before, first = at
    of_him = before == first
    if first >= stop or not (of_him or noun_like(page, first)):
        return None
    found = _content(page, cue, first, stop)
    if found is None:
        return None
    frame, noun = found
    inner = None if of_him else make_phrase(page, first, extend_to(page, first, frame.gap[1]))
    outer = read_gap(page, cue + 1, before).subject or subject_before(page, cue)
    return Carried(outer, inner, frame, noun)
