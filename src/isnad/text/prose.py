"""One text made ready for reading: folded, split, with a way back to the article's own offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from isnad.model.span import Span
from isnad.text.fold import fold
from isnad.text.letters import only_words
from isnad.text.quotes import find_quotes
from isnad.text.sentences import Range, split_paragraphs, split_sentences
from isnad.text.words import Word, find_words


class Prose:
    """An article's text as readers see it. Offsets are of the folded `text` unless a name says otherwise.

    raw: the article's text, untouched. text: folded. padded: `text` with a space for each non-word character and one
    more at each end (what Phrases scan). span(a, b) leads back to the article.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text, self.back = fold(raw)
        self.padded = f" {only_words(self.text)} "
        columns = find_words(self.text)
        self.forms, self.starts, self.with_digits = columns.forms, columns.starts, columns.with_digits
        self.words = list(map(Word, *columns[:3]))
        self.gaps = [self.text[a:b] for a, b in zip([0, *columns.ends], columns.starts, strict=False)]
        self.paragraphs = split_paragraphs(self.text)
        self.sentences = split_sentences(self.text, self.paragraphs)
        self.quotes = find_quotes(self.text, self.paragraphs)
        self._folded: dict[int, int] = {}  # original offset → folded offset, of those asked for

    def word_at(self, offset: int) -> int:
        """Index of the first word that starts at or after `offset` (len(words) if none)."""
        return bisect_left(self.starts, offset)

    def sentence_at(self, offset: int) -> Range:
        """The sentence that holds `offset`, or the whole text where none does."""
        i = bisect_right(self.sentences, (offset, len(self.text) + 1)) - 1
        return self.sentences[i] if i >= 0 else (0, len(self.text))

    def paragraph_at(self, offset: int) -> Range:
        """The paragraph that holds `offset`, or the whole text where none does."""
        i = bisect_right(self.paragraphs, (offset, len(self.text) + 1)) - 1
        return self.paragraphs[i] if i >= 0 else (0, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The article's own words for folded offsets `start` to `end` (start < end).

        What folding deleted right after the last letter (a vowel sign) belongs to the span; spaces at its ends do not.
        """
        text, back, raw = self.text, self.back, self.raw
        while start < end - 1 and text[start].isspace():
            start += 1
        while end - 1 > start and text[end - 1].isspace():
            end -= 1
        first, last, following = back[start], back[end - 1] + 1, back[end]
        while last < following and _is_mark(raw[last]):
            last += 1
        return Span(first, last, raw[first:last])

    def fold_at(self, original: int) -> int:
        """The folded offset of an original offset (of the next kept character where folding deleted it)."""
        at = self._folded.get(original)
        if at is None:
            at = self._folded[original] = bisect_left(self.back, original)
        return at


def _is_mark(char: str) -> bool:
    return "\u0610" <= char <= "\u061a" or "\u064b" <= char <= "\u065f" or char in "\u0640\u0670"
