"""Quotations whose voice stands after them («"…"، قال فلان») or under them, that go on, and an interview's answers."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.read.statements.forms import CueForm
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend, is_verb, make_phrase, noun_like, somebody
from isnad.read.statements.voices import Gap, read_gap
from isnad.text.quotes import Quote

_BESIDE = re.compile(r"[\"”»]?[\s،,]*$")
_BEFORE = re.compile(r"(?:^|[.\n!؟:،,؛\"”»])[\s–-]*$")
_LEAST = 4  #: words of a quotation that may be somebody's own words
_LABEL = 6  #: words of an interview's label at most
_SIGNATURE = 16  #: words of a signature under a quotation at most


class Quoted(NamedTuple):
    """A quotation with the cue and voice found for it. second: the quotation that goes on after the voice."""

    quote: Quote
    second: Quote | None
    cue: int
    reading: CueForm | None
    gap: Gap
    rule: str


def _size(page: Page, q: Quote) -> int:
    return page.prose.word_at(q.inner_end) - page.prose.word_at(q.inner_start)


def _opens_here(page: Page, q: Quote) -> bool:
    return _BEFORE.search(page.text[max(0, q.start - 4) : q.start]) is not None


def leading_quote(page: Page, cue: int) -> Quote | None:
    """The quotation that a verb without و splits off from the one after it."""
    if page.forms[cue] not in page.v.forms or not any(c in page.gaps[cue] for c in "،,"):
        return None
    at = page.words[cue].start
    for q in page.prose.quotes:
        if q.start >= at:
            break
        if q.closed and q.depth == 0 and _BESIDE.match(page.text[q.end : at]) and _opens_sentence(page, q):
            return q
    return None


def _opens_sentence(page: Page, q: Quote) -> bool:
    return (
        page.text[: q.start].rstrip()[-1:] in ("", ".", "!", "؟", "\n")
        or "\n" in page.text[max(0, q.start - 2) : q.start]
    )


def quote_before(page: Page, cue: int, reading: CueForm, taken: set[int]) -> Quoted | None:
    """«"…"، قال فلان»: the quotation right before the verb at word `cue`. taken: starts of quotations already read."""
    if reading.kind != "finite" or reading.verb is None or page.forms[cue] not in page.v.forms:
        return None
    at = page.words[cue].start
    for q in page.prose.quotes:
        if q.start >= at:
            break
        beside = q.closed and q.depth == 0 and q.end <= at and _BESIDE.match(page.text[q.end : at])
        if (
            not beside
            or "\n" in page.text[q.end : at]
            or q.start in taken
            or _size(page, q) < 2
            or not _opens_here(page, q)
        ):
            continue
        stop = page.sentence(cue)[1]
        until = next((k for k in range(cue + 1, stop) if k in page.quotes_at or ":" in page.gaps[k]), stop)
        gap = read_gap(page, cue + 1, until)
        second = page.quotes_at.get(until) if until < stop else None
        if gap.subject is None or (reading.verb.announced and not somebody(page, gap.subject)):
            return None
        if second is not None and (_size(page, second) < _LEAST or not second.closed):
            second = None
        return Quoted(q, second, cue, reading, gap, f"quote-first:{reading.id}")
    return None


def signatures(page: Page, taken: set[int]) -> list[Quoted]:
    """A quotation that fills its paragraph but for the name of who said it: «"…". فلان، المتحدث باسم …»."""
    out = []
    for q in page.prose.quotes:
        start, end = page.prose.paragraph_at(q.start)
        if (
            not q.closed
            or q.depth
            or q.start in taken
            or q.start - start > 1
            or _size(page, q) < _LEAST
            or q.end >= end
        ):
            continue
        first, after = page.prose.word_at(q.end), page.prose.word_at(end)
        named = any(i in page.names and page.names[i][1].type == "PER" for i in range(first, after))
        plain = not any(is_verb(page, i) or i in page.cues for i in range(first, after))
        if 0 < after - first <= _SIGNATURE and named and plain and noun_like(page, first):
            phrase = make_phrase(page, first, max(extend(page, first, after), first + 1))
            out.append(Quoted(q, None, first, None, Gap(phrase, None, None, None, None), "quote:signature"))
    return out


def continuations(page: Page, taken: set[int]) -> list[Quote]:
    """Quotations that fill a whole sentence or paragraph without any cue: somebody goes on speaking."""
    out = []
    for q in page.prose.quotes:
        if q.depth or q.start in taken or _size(page, q) < _LEAST + 2 or not _opens_here(page, q):
            continue
        tail = page.text[q.end : q.end + 1]
        before = page.text[: q.start].rstrip()[-1:]
        if (tail in ("", "\n", ".") or page.text[q.inner_end - 1] in ".!؟") and before in (
            "",
            ".",
            "\n",
            '"',
            "”",
            "»",
            "!",
            "؟",
        ):
            out.append(q)
    return out


class Labelled(NamedTuple):
    """An answer of an interview: its label and the offsets of what follows to the end of its paragraph."""

    label: Phrase
    start: int
    end: int


def answers(page: Page) -> list[Labelled]:
    """Paragraphs opened by a label with a colon that comes back at least twice: what they hold, but for questions."""
    found: dict[str, list[Labelled]] = {}
    for start, end in page.prose.paragraphs:
        first = page.prose.word_at(start)
        k = first
        while k < len(page.words) and k - first <= _LABEL and page.words[k].start < end and ":" not in page.gaps[k]:
            k += 1
        if (
            k == first
            or k >= len(page.words)
            or page.words[k].start >= end
            or ":" not in page.gaps[k]
            or k - first > _LABEL
        ):
            continue
        label = make_phrase(page, first, k)
        spoken = any(i in page.cues or is_verb(page, i) for i in range(first, k))
        if not spoken and not any(page.forms[i].isdigit() for i in range(first, k)):
            found.setdefault(" ".join(page.forms[first:k]), []).append(Labelled(label, page.words[k].start, end))
    out = []
    for held in found.values():
        questions = sum(page.text[a.end - 1] in "؟?" for a in held)
        if len(held) >= 2 and questions * 2 <= len(held):
            out.extend(held)
    return out
