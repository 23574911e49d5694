"""The record's articles at hand: finds items, names actors, cuts the sentence around some words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from isnad.model.reading import (
    Name,
    Oddity,
    Statement,
)
from isnad.model.record import Entry, Item, ItemRef, Layer, RecordSource, anchor_of, extent_of
from isnad.model.span import Span
from isnad.show.export.cells import is_made_up
from isnad.show.page import ArticleRef, Evidence, Piece
from isnad.show.words import published_words, short_day
from isnad.text.sentences import split_paragraphs, split_sentences

Text = Literal["full", "excerpts", "none"]
Marked = Sequence[tuple[Span, str]]

LAYERS: tuple[Layer, ...] = (
    "statements",
    "figures",
    "commitments",
    "events",
    "positions",
    "times",
    "names",
    "oddities",
)
_SHORT: dict[str, str] = {layer: layer[0] for layer in LAYERS}
_SHORT["positions"] = "v"
_AROUND = 420  # code points of context at most on each side of the words


def rule_of(item: Item) -> str:
    """The rule that found an item; an oddity is found by its kind."""
    return item.kind if isinstance(item, Oddity) else item.rule


def day_of(entry: Entry) -> str | None:
    """An article's day, month or year, ISO, or None where unknown or wider than a year."""
    published = entry.reading.document.published
    return published.value or short_day(published.earliest, published.latest)


class Shelf:
    """Articles in the record's order, numbered from 1."""

    def __init__(self, source: RecordSource, text: Text) -> None:
        self.text: Text = text
        self.entries = list(source.entries())
        self.reconciled = source.reconciled()
        self.dossier = source.dossier()
        self._verdicts = source.verdicts()
        self._number = {e.document.id: n for n, e in enumerate(self.entries, 1)}
        self._refs = [self._make_ref(n, e) for n, e in enumerate(self.entries, 1)]
        self._sentences: dict[str, list[tuple[int, int]]] = {}
        self.origin_of = {
            copy.document: n for n, origin in enumerate(self.reconciled.origins, 1) for copy in origin.documents
        }
        self._actors = self._name_actors()

    @staticmethod
    def _make_ref(number: int, entry: Entry) -> ArticleRef:
        head = entry.reading.document
        when = published_words(head.published)
        return ArticleRef(number, f"#a{number}", head.title.value, head.outlet, day_of(entry), when)

    def _name_actors(self) -> dict[tuple[str, str], str]:
        named: dict[tuple[str, str], str] = {}
        for actor in self.reconciled.actors:
            for ref in actor.mentions:
                item = self.item(ref)
                if isinstance(item, Name) and item.actor:
                    named.setdefault((ref.document, item.actor), actor.name)
        return named

    def entry(self, document: str) -> Entry | None:
        """One article by id."""
        number = self._number.get(document)
        return self.entries[number - 1] if number else None

    def ref(self, document: str) -> ArticleRef:
        """An article as rows name it. Raises KeyError where the record does not hold it."""
        return self._refs[self._number[document] - 1]

    def item(self, ref: ItemRef) -> Item | None:
        """The item that `ref` points at, or None where the record does not hold it."""
        entry = self.entry(ref.document)
        items: Sequence[Item] = getattr(entry.reading, ref.layer) if entry else ()
        return items[ref.index] if ref.index < len(items) else None

    def item_id(self, document: str, layer: str, index: int) -> str:
        """The id that an item has in the page."""
        return f"a{self._number[document]}-{_SHORT[layer]}{index}"

    def actor_name(self, document: str, actor: str | None, written: str) -> str:
        """The name an actor has in the record, else the words of the article."""
        return self._actors.get((document, actor), written) if actor else written

    def made_up(self, entry: Entry) -> bool:
        """Whether an article says of itself that it was written for trying things out."""
        return is_made_up(entry.document.text)

    def words(self, text: str) -> str:
        """Words of an article, empty where the report carries none."""
        return "" if self.text == "none" else text

    def sentence(self, entry: Entry, start: int, end: int) -> tuple[int, int]:
        """The sentences that hold `start` to `end`."""
        text = entry.document.text
        bounds = self._sentences.get(entry.document.id)
        if bounds is None:
            bounds = split_sentences(text, split_paragraphs(text))
            self._sentences[entry.document.id] = bounds
        first = max(0, bisect_right(bounds, (start, len(text) + 1)) - 1)
        last = max(first, bisect_right(bounds, (end - 1, len(text) + 1)) - 1)
        if not bounds:
            return start, end
        return min(start, bounds[first][0]), max(end, bounds[last][1])

    def evidence(self, ref: ItemRef, marked: Marked = ()) -> Evidence:
        """What a row about `ref` opens. marked: other words of the sentence to show, with their kind."""
        item = self.item(ref)
        if item is None:
            raise KeyError(ref)
        start, end = extent_of(item)
        hits = list(item.content) if isinstance(item, Statement) else []
        spans = [(s, "hit") for s in hits] or [(Span(start, end, ""), "hit")]
        href = "#" + self.item_id(ref.document, ref.layer, ref.index)
        return self._evidence(ref.document, [*spans, *marked], (start, end), rule_of(item), href, ref.layer)

    def evidence_at(self, document: str, span: Span, rule: str, item: ItemRef | None) -> Evidence:
        """What a row about some words opens; `item` is where its link leads (None: the article)."""
        href = "#" + self.item_id(item.document, item.layer, item.index) if item else self.ref(document).href
        return self._evidence(document, [(span, "hit")], (span.start, span.end), rule, href, item.layer if item else "")

    def _evidence(
        self, document: str, marked: Marked, at: tuple[int, int], rule: str, href: str, layer: str
    ) -> Evidence:
        entry = self.entry(document)
        if entry is None:
            raise KeyError(document)
        pieces = () if self.text == "none" else self._pieces(entry, marked)
        verdict = self._verdicts.get(anchor_of(entry.document.sha256, layer, *at))
        return Evidence(
            article=self.ref(document),
            href=href,
            pieces=pieces,
            start=at[0],
            end=at[1],
            rule=rule,
            verdict=verdict.verdict if verdict else None,
            note=verdict.note if verdict else "",
        )

    def verdict(self, entry: Entry, layer: str, start: int, end: int) -> tuple[str | None, str]:
        """A person's verdict on one item and their note."""
        verdict = self._verdicts.get(anchor_of(entry.document.sha256, layer, start, end))
        return (verdict.verdict, verdict.note) if verdict else (None, "")

    def _pieces(self, entry: Entry, marked: Marked) -> tuple[Piece, ...]:
        text = entry.document.text
        left, right = min(s.start for s, _ in marked), max(s.end for s, _ in marked)
        low, high = self.sentence(entry, left, right)
        low, high = max(low, left - _AROUND), min(high, right + _AROUND)
        cuts = sorted({low, high, *(s.start for s, _ in marked), *(s.end for s, _ in marked)})
        out = []
        for a, b in pairwise(cuts):
            kinds = [kind for s, kind in marked if s.start <= a and b <= s.end]
            out.append(Piece(text[a:b], min(kinds, key=("cue", "voice", "hit").index, default="")))
        return tuple(out)
