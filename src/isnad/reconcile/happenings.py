"""Dated things that articles report, before they are merged across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from isnad.lexicon.joining import Joining
from isnad.model.reading import Event, Statement, Time
from isnad.model.record import ItemRef
from isnad.model.span import Span
from isnad.reconcile.articles import Article
from isnad.reconcile.wordforms import skeleton, words_of

_STOP = re.compile(r"[.!?؟…\n]+")
_WINDOW = 400  #: code points a sentence may reach to each side of its date
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PAST_ENDINGS = ("", "ت", "وا", "ا", "تا")


class Happening(NamedTuple):
    """Something with a day. words: consonants of its words, to tell whether two are one."""

    article: Article
    ref: ItemRef
    value: str
    earliest: str
    latest: str
    what: Span
    words: frozenset[str]
    rule: str


class Happenings:
    """Finds the dated things of an article. Made once."""

    def __init__(self, joining: Joining) -> None:
        self._past = frozenset(v + e for v in words_of(joining.past.verbs) for e in _PAST_ENDINGS)
        self._stop = frozenset(words_of(joining.subject.stop))

    def find(self, article: Article) -> Iterator[Happening]:
        """Events of the reading; where it has none, sentences in the article's own voice with a day in the past."""
        if article.reading.events:
            for index, event in enumerate(article.reading.events):
                found = self._of_event(article, index, event)
                if found is not None:
                    yield found
        else:
            yield from self._of_sentences(article)

    def _of_event(self, article: Article, index: int, event: Event) -> Happening | None:
        when = event.when
        if event.modality not in ("happened", "ongoing") or when is None or not (when.earliest and when.latest):
            return None
        if when.earliest[:7] != when.latest[:7]:
            return None
        ref = ItemRef(article.id, "events", index)
        return self._happening(
            article, ref, when, _sentence(article, event.trigger.start, event.trigger.end), "timeline.event"
        )

    def _of_sentences(self, article: Article) -> Iterator[Happening]:
        told = [(c.start, c.end) for s in article.reading.statements for c in s.content]
        told += [(s.said_on.start, s.said_on.end) for s in article.reading.statements if s.said_on is not None]
        met: set[tuple[int, str]] = set()
        for index, time in enumerate(article.reading.times):
            if not _exact_past(article, time) or any(a <= time.start < b for a, b in told):
                continue
            what = _sentence(article, time.start, time.end)
            if (what.start, time.value) in met or not self._has_past_verb(article, what, time):
                continue
            met.add((what.start, time.value))
            yield self._happening(article, ItemRef(article.id, "times", index), time, what, "timeline.dated-sentence")

    def _has_past_verb(self, article: Article, what: Span, time: Time) -> bool:
        """Whether a verb in the past stands near the date, before it in the sentence or right after it."""
        text = article.document.text
        before, after = words_of(text[what.start : time.start]), words_of(text[time.end : what.end])
        near = (*before[-25:], *after[:6])
        return any(w in self._past or (w[:1] in "وف" and w[1:] in self._past) for w in near)

    def _happening(self, article: Article, ref: ItemRef, time: Time, what: Span, rule: str) -> Happening:
        words = {skeleton(w) for w in words_of(what.text) if w not in self._stop and not w.isdigit() and len(w) > 2}
        value = time.value if _DAY.match(time.value) else (time.earliest or "")
        return Happening(article, ref, value[:10], time.earliest or "", time.latest or "", what, frozenset(words), rule)

    def of_statement(self, article: Article, index: int, statement: Statement) -> Happening | None:
        """A statement that its article dates to a day before its own."""
        said = statement.said_on
        if said is None or not statement.content or not _exact_past(article, said):
            return None
        start = min(s.start for s in statement.cue + statement.content)
        end = max(s.end for s in statement.cue + statement.content)
        what = Span(start, end, article.document.text[start:end])
        return self._happening(
            article, ItemRef(article.id, "statements", index), said, what, "timeline.dated-statement"
        )


def _exact_past(article: Article, time: Time) -> bool:
    """Whether a time is one exact day that is before the day of publication."""
    if (
        time.type not in ("DATE", "TIME")
        or not time.earliest
        or time.earliest != time.latest
        or not _DAY.match(time.value)
    ):
        return False
    return article.earliest is None or time.earliest < article.earliest


def _sentence(article: Article, start: int, end: int) -> Span:
    """The sentence around a date, without the spaces at its ends."""
    text = article.document.text
    low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    stops = [m.end() for m in _STOP.finditer(text, low, start)]
    after = _STOP.search(text, end, high)
    first, last = (stops[-1] if stops else low), (after.start() if after else high)
    while first < start and not text[first].isalnum() and text[first] not in '«"“':
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return Span(first, last, text[first:last])
