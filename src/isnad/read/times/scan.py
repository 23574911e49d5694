"""The row of tokens with the questions that every grammar rule asks of it."""

from __future__ import annotations

from typing import Any, NamedTuple

from isnad.read.times.mentions import Mention
from isnad.read.times.tokens import END, Token
from isnad.text.prose import Prose

Found = tuple[list[Mention], int]

#: What may stand between two words of one expression.
LOOSE = frozenset((" ", "، ", ", ", " ، ", "،", " , ", " - ", " – "))
DATED = frozenset((" ", "", ") ", "] ", "),", "), ", ")، ", "/", " /", "/ ", " / ", "-", "، ", ", ", " ، ", " - ", "،"))


class Year(NamedTuple):
    """A year as written: its number, or rel to publication (-1, 0, 1), or the same as another's (same). next: the
    token after it."""

    year: int | None
    rel: int | None
    hijri: bool
    same: bool
    next: int


class Scan:
    """Tokens of one article; `at` beyond the last gives an end token that joins nothing."""

    def __init__(self, prose: Prose, tokens: list[Token]) -> None:
        self.prose = prose
        self.text = prose.text
        self.tokens = tokens
        #: the article uses months of the Maghreb, so «أوت» and «ماي» after a preposition are months too
        self.maghreb = any(
            t.kind == "month" and t.value.tradition == "maghreb" and t.value.bare == "always" for t in tokens
        )

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else END

    def next_is(self, i: int, kind: str, glue: frozenset[str] | str = " ", bare: bool = True) -> bool:
        """Whether token i is of `kind`, joined to the one before by `glue`, and (bare) without proclitics."""
        t = self.at(i)
        joined = t.glue == glue if isinstance(glue, str) else t.glue in glue
        return t.kind == kind and joined and (not bare or not t.clitic)

    def word_before(self, offset: int) -> str:
        """The folded word that ends right before `offset` (after one space), or ''."""
        text = self.text
        end = offset - 1 if text[offset - 1 : offset] == " " else offset
        start = text.rfind(" ", max(0, end - 24), end) + 1
        return text[start:end].strip("\n\"'«»()،.:“”")

    def word_after(self, offset: int) -> str:
        """The folded word that begins right after `offset` and one space, or ''."""
        text = self.text
        if text[offset : offset + 1] != " ":
            return ""
        end = offset + 1
        while end < len(text) and text[end].isalnum():
            end += 1
        return text[offset + 1 : end]

    def alone(self, first: Token, last: Token | None = None) -> bool:
        """Whether nothing but punctuation stands before `first` and after `last`: the expression is the whole text."""
        end = (last or first).end
        if first.start > 12 or len(self.text) - end > 12:
            return False
        return not any(c.isalnum() for c in self.text[: first.start] + self.text[end:])

    def char_before(self, offset: int) -> str:
        """The character before `offset`, a space at the head of the text."""
        return self.text[offset - 1] if offset > 0 else " "

    def make(self, first: Token, last: Token, type_: Any, form: str, rule: str, **said: Any) -> Mention:
        """A mention from `first` to `last`."""
        return Mention(first.start, last.end, type_, form, f"times.{rule}", **said)


def is_day(value: object) -> bool:
    return isinstance(value, int) and 1 <= value <= 31


def is_year(value: object) -> bool:
    return isinstance(value, int) and 1000 <= value <= 2200
