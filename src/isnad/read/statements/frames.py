"""Where the content of a cue begins: after أن, in quotation marks, after a colon, or as the noun the verb calls for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from isnad.lexicon.reporting import Verb
from isnad.read.statements.forms import CueForm
from isnad.read.statements.page import Page
from isnad.read.statements.vocabulary import CLAUSE
from isnad.text.quotes import Quote

Marker = Literal["clause", "quote", "colon", "noun", "object"]
_REACH = 48  #: words between a cue and its content at most
_NAME_QUOTE = 4  #: words a quoted name has at most


class Frame(NamedTuple):
    """A content's beginning. gap: words between cue and marker (speaker, channel, addressee); start: offset of the content.

    second: the word index of a second cue («علق … قائلا»), else -1. quote: the quotation that opens the content.
    """

    marker: Marker
    gap: tuple[int, int]
    start: int
    word: int
    quote: Quote | None
    second: int = -1


def _prefixed_quote(page: Page, i: int) -> bool:
    """A quotation that opens after a lone proclitic: بـ"…"."""
    return page.forms[i] in ("ب", "ل", "ك") and i + 1 in page.quotes_at


def _name_quote(page: Page, cue: int, i: int, q: Quote) -> bool:
    """Whether the quotation opening at word `i` is a name («وكالة "سبوتنيك"», «أكد "السوداني"») and no content."""
    after = page.prose.word_at(q.inner_end)
    size = after - i
    if size > _NAME_QUOTE or ":" in page.gaps[i]:
        return False
    before = page.forms[i - 1]
    if page.v.role_of(before) or before in ("ل", "ب", "منظمه", "تنظيم", "حركه", "لقب", "باسم", "ب"):
        return True
    if i in page.names and page.names[i][0] >= after:
        return True
    tail = page.text[q.end : q.end + 2].strip()
    ends = not tail or tail[0] in ".،,؛\n"
    if i - 1 == cue:
        return size <= 2 and (not ends or (after < len(page.words) and CLAUSE.match(page.forms[after]) is not None))
    return not ends and size <= 3


def _opens_clause(page: Page, i: int) -> bool:
    form = page.forms[i]
    return CLAUSE.match(form) is not None and page.forms[i - 1] not in page.v.not_before_clause


def _noun_after(page: Page, verb: Verb, i: int) -> int | None:
    """The offset where a noun content begins at word `i`, for the prepositions that the verb calls for."""
    form, forms = page.forms[i], page.forms
    following = forms[i + 1] if i + 1 < len(forms) else ""
    for particle in verb.noun:
        p = particle.replace("إلى", "الي").replace("على", "علي")
        if p in ("ب", "ل") and form.startswith(p) and len(form) > 3:
            rest = form[1:]
            if p == "ل" and form.startswith("لل"):
                rest = "ال" + form[2:]
            if rest in page.v.not_content or i in page.inside_name:
                continue
            if (
                page.v.is_act(rest)
                or (rest.startswith("ال") and verb.id in ("ashad", "rahhab", "nadad"))
                or rest == "ما"
            ):
                return page.words[i].start + 1
        elif p and form == p and following and i not in page.timed:
            if i + 1 in page.quotes_at or page.v.is_act(following) or following in ("ما", "نيته", "نيتها"):
                return page.words[i + 1].start
            if p == "عن" and verb.id in ("alan", "arab") and not page.aside(i) > i:
                return page.words[i + 1].start
            if p == "من" and verb.id == "hadhdhar" and not page.aside(i) > i and following not in page.v.channel_nouns:
                return page.words[i + 1].start
        elif p in ("مسووليه", "المسووليه") and form == p:
            return page.words[i].start
    return None


def _definite(page: Page, i: int) -> bool:
    """Whether word `i` may end a definite noun phrase: an article, a name, a pronoun, a closing mark after it."""
    form = page.forms[i]
    gap = page.gaps[i + 1]
    return form.startswith(("ال", "لل")) or i in page.inside_name or any(c in gap for c in '،,"”»)') or i in page.timed


def _object_at(page: Page, cue: int, i: int, dropped: bool) -> bool:
    """Whether a direct-object content begins at word `i`: a verbal noun after the end of a definite subject."""
    form = page.forms[i]
    if i in page.inside_name or i in page.timed:
        return False
    if form == "ما" and i > cue + 1:
        return True
    if not page.v.is_act(form):
        return False
    if i == cue + 1:
        return dropped
    if form.startswith("ال"):
        following = page.forms[i + 1] if i + 1 < len(page.forms) else ""
        return (
            (_definite(page, i - 1)
            and following in ("علي", "عن", "من", "الي", "في", "ل", "ب"))
            or (_definite(page, i - 1) and following[:1] == "ل" and len(following) > 3)
        )
    return _definite(page, i - 1)


def _quote_at(page: Page, cue: int, i: int, gap: tuple[int, int]) -> Frame | int | None:
    """A content quotation at word `i`, or the index after a quoted name, or None where no quotation opens."""
    q = page.quotes_at.get(i)
    if q is None:
        return None
    if _name_quote(page, cue, i, q):
        return page.prose.word_at(q.inner_end)
    return Frame("quote", gap, q.inner_start, i, q)


def find_frame(page: Page, cue: int, reading: CueForm, *, dropped: bool = False) -> Frame | None:
    """The content of the verb at word `cue`, or None. dropped: its subject stands before it or not at all."""
    verb = reading.verb
    assert verb is not None
    _, stop = page.sentence(cue)
    limit = min(stop, cue + 1 + _REACH)
    relative = False
    i = cue + 1
    while i < limit or (i == stop and i < len(page.words) and ":" in page.gaps[i]):
        gap = (cue + 1, i)
        if ":" in page.gaps[i] and verb.only != "clause":
            return _after_colon(page, i, gap)
        quoted = _quote_at(page, cue, i, gap)
        if isinstance(quoted, Frame):
            return None if verb.only == "clause" and not verb.as_ else quoted
        if quoted is not None:
            i = max(quoted, i + 1)
            continue
        frame = _at_word(page, cue, reading, i, dropped)
        if frame is not None:
            return frame
        other = page.cues.get(i)
        if other and not relative and page.forms[i - 1] not in page.v.relatives and i != cue + 1:
            return _second(page, cue, i, other)
        relative = (relative and "،" not in page.gaps[i]) or page.forms[i] in page.v.relatives
        i += 1
    return None


def _after_colon(page: Page, i: int, gap: tuple[int, int]) -> Frame:
    q = page.quotes_at.get(i)
    return Frame("quote" if q else "colon", gap, q.inner_start if q else page.words[i].start, i, q)


def _at_word(page: Page, cue: int, reading: CueForm, i: int, dropped: bool) -> Frame | None:
    verb = reading.verb
    assert verb is not None
    gap = (cue + 1, i)
    if verb.only != "quote" and _opens_clause(page, i):
        if i + 1 >= len(page.words):
            return None
        return Frame("clause", gap, page.words[i + 1].start, i + 1, page.quotes_at.get(i + 1))
    if _prefixed_quote(page, i) and not _name_quote(page, cue, i + 1, page.quotes_at[i + 1]):
        return Frame("quote", gap, page.quotes_at[i + 1].inner_start, i + 1, page.quotes_at[i + 1])
    if verb.only is not None or reading.kind == "masdar":
        return None
    at = _noun_after(page, verb, i)
    if at is not None:
        return Frame("noun", gap, at, i if at <= page.words[i].end else i + 1, page.quotes_at.get(i + 1))
    if "" in verb.noun and not reading.pronoun and _object_at(page, cue, i, dropped):
        return Frame("object", gap, page.words[i].start, i, None)
    return None


def _second(page: Page, cue: int, i: int, other: tuple[CueForm, ...]) -> Frame | None:
    """«علق الوزير … قائلا: …»: a participle that opens what the first verb announces."""
    for reading in other:
        if (
            (reading.kind == "participle"
            and reading.verb is not None
            and "،" not in page.gaps[i])
            or (reading.verb is not None and reading.verb.id == "qal" and reading.kind in ("participle", "masdar"))
        ):
            frame = find_frame(page, i, reading)
            if frame is not None and frame.gap[1] - frame.gap[0] <= 3:
                return frame._replace(gap=(cue + 1, i), second=i)
    return None
