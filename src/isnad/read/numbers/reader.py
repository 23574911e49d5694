"""Numbers of a text: digits of every region, number words, duals, fractions, percentages, ranges, bounds."""

from __future__ import annotations

import re

from isnad.lexicon.load import Lexicons
from isnad.lexicon.numbers import Bounds, Numbers
from isnad.model.reading import Number, Oddity
from isnad.read.numbers.bounds import BoundFinder
from isnad.read.numbers.compose import Composer
from isnad.read.numbers.ranges import join_ranges
from isnad.read.numbers.scan import Scanner
from isnad.read.numerals import Numeral
from isnad.text.prose import Prose

_REVERSED = re.compile(r"[0-9]ر[0-9]")


class NumbersReader:
    """Reads every numeral of a text. Raises LexiconError where its lexicons break their schema."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("numbers", Numbers)
        self._scanner = Scanner(words)
        self._composer = Composer(words)
        self._bounds = BoundFinder(lexicons.load("bounds", Bounds))

    def read(self, prose: Prose) -> list[Numeral]:
        """Numerals in order, none overlapping, in folded offsets. Empty where the text has none."""
        atoms = self._scanner.atoms(prose)
        if not atoms:
            return []
        return self._bounds.bounded(prose, join_ranges(prose.text, self._composer.numerals(prose.text, atoms)))

    def oddities(self, prose: Prose, numerals: list[Numeral]) -> tuple[Oddity, ...]:
        """Numbers stored last digits first («935ر6 مليون» for 6.935 million), as a careful reader flags them."""
        out = []
        for n in numerals:
            if n.digits and _REVERSED.search(prose.text, n.start, n.end):
                span = prose.span(n.start, n.end)
                out.append(Oddity(span.start, span.end, span.text, "digits-reversed", f"read as {n.value}"))
        return tuple(out)

    def layer(self, prose: Prose, numerals: list[Numeral]) -> tuple[Number, ...]:
        """The numerals as the `numbers` layer shows them: spans of the article."""
        out = []
        for n in numerals:
            span = prose.span(n.start, n.end)
            out.append(Number(span.start, span.end, span.text, n.value, n.low, n.high, n.kind))
        return tuple(out)
