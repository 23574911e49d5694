"""One text made ready for reading: folded, split, with a way back to the article's own offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from isnad.model.span import Span
from isnad.text.fold import fold
from isnad.text.letters import only_words
from isnad.text.quotes import Quote, find_quotes
from isnad.text.sentences import Range, split_paragraphs, split_sentences
from isnad.text.words import Columns, Word, find_words


class Prose:
    """An article's text as readers see it. Offsets are of the folded `text` unless a name says otherwise.

    raw: the article's text, untouched. text: folded. padded: `text` with a space for each non-word character and one
    more at each end (what Phrases scan). span(a, b) leads back to the article.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text, self.back = fold(raw)
        self._folded: dict[int, int] = {}  # original offset → folded offset, of those asked for

    @cached_property
    def padded(self) -> str:
        return f" {only_words(self.text)} "

    @cached_property
    def words(self) -> list[Word]:
        return list(map(Word, *self._columns[:3]))

    @cached_property
    def _columns(self) -> Columns:
        return find_words(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._columns.starts

    @cached_property
    def forms(self) -> list[str]:
        """The words' forms alone."""
        return self._columns.forms

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each word, from the word before it or the text's beginning on."""
        text, columns = self.text, self._columns
        return [text[a:b] for a, b in zip([0, *columns.ends], columns.starts, strict=False)]

    @property
    def with_digits(self) -> list[int]:
        """The words that hold a digit from 0 to 9, in order."""
        return self._columns.with_digits

    @cached_property
    def paragraphs(self) -> list[Range]:
        return split_paragraphs(self.text)

    @cached_property
    def sentences(self) -> list[Range]:
        return split_sentences(self.text, self.paragraphs)

    @cached_property
    def quotes(self) -> list[Quote]:
        return find_quotes(self.text, self.paragraphs)

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
