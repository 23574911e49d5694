"""Two names of one: «(OPEC) أوبك», «فلان، المعروف باسم فلان»."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.lexicon.cast import Cast
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import items
from isnad.read.names.scan import Mention, Scan
from isnad.text.fold import fold_word

_CLOSING = {" (": ")", ' "': '"', " «": "»", " “": "”", "(": ")"}
_REACH = 12  #: words from a name to the word that announces another one of the same


class Aliases:
    """Compiled once from the lexicon `cast`."""

    def __init__(self, lexicons: Lexicons) -> None:
        held = lexicons.load("cast", Cast)
        self._called = frozenset(fold_word(w) for w in items(held.called))
        self._by = frozenset(fold_word(w) for w in items(held.by))

    def unite(self, scan: Scan, mentions: list[Mention], actors: list[str]) -> list[str]:
        """One actor for the two names of one. Two that lists know apart stay two."""
        same: dict[str, str] = {}
        for a, b in (*_glosses(scan, mentions), *self._announced(scan, mentions)):
            if actors[a] != actors[b] and not (mentions[a].actor and mentions[b].actor):
                kept, lost = (b, a) if mentions[b].actor else (a, b)
                same.setdefault(actors[lost], same.get(actors[kept], actors[kept]))
        return [same.get(actor, actor) for actor in actors] if same else actors

    def _is_by(self, form: str) -> bool:
        """«باسم», «بلقبه»: what may stand between «المعروف» and the other name."""
        return form in self._by or (form[0] == "ب" and form.endswith(("ه", "ها")))

    def _announced(self, scan: Scan, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
        """«X، المعروف باسم Y»: indexes of X and Y."""
        for b in range(1, len(mentions)):
            i = mentions[b].first
            k = i - 1
            while k > 0 and i - k < 4 and self._is_by(scan.form(k)):
                k -= 1
            if k < 0 or scan.form(k) not in self._called:
                continue
            a = b - 1
            fused = mentions[b].start > scan.words[i].start and scan.form(i)[0] == "ب"
            if not (fused or k + 1 < i or mentions[a].last == k - 1):
                continue  # «الشاعر المعروف فلان»
            near = k - mentions[a].last <= _REACH and "." not in scan.text[mentions[a].end : mentions[b].start]
            if near and mentions[a].type == mentions[b].type != "LOC":
                yield a, b


def _glosses(scan: Scan, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """«X (Y)», «X "Y"»: indexes of X and Y, two organisations or a person in two scripts."""
    for b in range(1, len(mentions)):
        one, other = mentions[b - 1], mentions[b]
        if other.start - one.end > 2 or one.type != other.type or one.type == "LOC":
            continue
        closing = _CLOSING.get(scan.text[one.end : other.start])
        if closing is None or scan.text[other.end : other.end + 1] != closing:
            continue
        if one.type == "ORG" or scan.form(other.first).isascii():
            yield b - 1, b
