"""Where what a figure counts is, happened or is measured."""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.lexicon.units import ScopeWords
from isnad.model.span import Span
from isnad.read.figures_frames import Frame
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_AND_PLACE = re.compile(r"\s?و#?$")


class PlaceFinder:
    """Finds the place of a figure: a name after «في», with the words that belong to it, or a bare place noun."""

    def __init__(self, words: ScopeWords) -> None:
        heads = "|".join(fold_word(w) for w in words.place_heads)
        ways = "|".join(fold_word(w) for w in words.directions)
        prepositions = "|".join(fold_word(w) for w in words.prepositions)
        places = "|".join(fold_word(w) for w in words.places)
        head = rf"(?:(?:{heads}|{ways})\s)"
        self._before = re.compile(
            rf"(?:^|[\s(،])(?:[وف]?(?:{prepositions})\s({head}{{0,3}})|[وف]?ب((?:{head}{{1,3}})?)|[وف]?((?:{ways})\s{head}{{0,2}}))#?$"
        )
        self._within = re.compile(
            rf"(?: ال[^\W\d_]+(?:ه|ي))?(?: (?:في|ب)\s?|\s)#?{head}{{1,2}}#?|(?: ال[^\W\d_]+(?:ه|ي))? (?:في |ب)#?"
        )
        self._bare = re.compile(
            rf"(?<!\w)(?:(?:{prepositions})\s({head}?(?:{places})(?:\s[^\W\d_]+)?)|ب(?!السجن)((?:{places})(?:\s[^\W\d_]+)?)"
            rf"|(?:علي\s)?((?:(?:{ways})\s){{1,2}}(?:{places}))|علي\s({head}(?:{places}))|((?:حول|عبر|انحاء)\s(?:العالم|البلاد)))(?!\w)"
        )

    def place(self, prose: Prose, f: Frame, places: list[tuple[int, int]]) -> Span | None:
        """The nearest place after the figure in its clause, else the nearest before it in its sentence."""
        text = prose.text
        i = bisect_left(places, (f.end, 0))
        for start, end in places[i:]:
            if start >= f.reach or start - f.end > 120:
                break
            if (at := self._start(text, f.end, start)) is not None:
                return prose.span(at, self._last(text, places, end))
        if m := self._bare.search(text, f.end, min(f.right, f.end + 60)):
            group = m.lastindex or 1
            words = m[group].split(" ")
            long = len(words) > 1 and (
                (words[-1].startswith("ال") and len(words[-1]) > 4) or words[-1] in ("نفسها", "نفسه", "ذاتها")
            )
            return prose.span(
                m.start(group), m.end(group) if long or len(words) == 1 else m.end(group) - len(words[-1])
            )
        while i > 0 and places[i - 1][0] >= max(f.sentence[0], f.at - 150):
            i -= 1
            start, end = places[i]
            if end <= f.at and (at := self._start(text, f.sentence[0], start)) is not None:
                return prose.span(at, self._last(text, places, end))
        return None

    def _start(self, text: str, low: int, at: int) -> int | None:
        """Where the phrase of a place begins after its preposition («في ⟦بلدة جلولاء⟧»); None without one."""
        m = self._before.search(text, max(low - 1, at - 40), at)
        if m is None:
            return None
        return next((m.start(g) for g in (1, 2, 3) if m[g]), at)

    def _last(self, text: str, places: list[tuple[int, int]], end: int) -> int:
        """The end of the last place joined by «و», or that the place lies in («بلدة جلولاء بمحافظة ديالى»)."""
        i = bisect_left(places, (end, 0))
        if i < len(places) and places[i][0] - end <= 30 and self._within.fullmatch(text, end, places[i][0]):
            return places[i][1]
        if i < len(places) and places[i][0] - end <= 3 and _AND_PLACE.fullmatch(text, end, places[i][0]):
            return places[i][1]
        return end
