"""Articles with their items highlighted; overlapping items share segments."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from isnad.model.dossier import Label
from isnad.model.reading import Commitment, Event, Figure, Name, Oddity, Position, Statement, Time
from isnad.model.record import Entry, Item, extent_of
from isnad.show.page import ArticleView, Count, ItemRow, Segment
from isnad.show.shelf import LAYERS, Shelf, rule_of
from isnad.show.words import UNKNOWN, between, bounded, word
from isnad.text.sentences import split_paragraphs

_QUOTED = ("statements", "figures", "commitments", "events", "positions", "oddities")


class Mark(NamedTuple):
    """Words of an article that an item covers. item: its id in the page, "" for words that only belong to one."""

    start: int
    end: int
    layer: str
    item: str


def _spans(item: Item) -> Iterator[tuple[int, int, str]]:
    if isinstance(item, Statement):
        yield from ((s.start, s.end, "") for s in item.content)
        yield from ((s.start, s.end, "cue") for s in item.cue)
        yield from ((v.start, v.end, "voice") for v in item.chain)
    else:
        yield (*extent_of(item), "")


def marks_of(shelf: Shelf, entry: Entry) -> list[Mark]:
    """Everything to highlight in one article."""
    out = []
    for layer in LAYERS:
        for index, item in enumerate(getattr(entry.reading, layer)):
            key = shelf.item_id(entry.document.id, layer, index)
            out += [Mark(start, end, kind or layer, key) for start, end, kind in _spans(item)]
    return out


def _ranges(shelf: Shelf, entry: Entry, marks: list[Mark]) -> list[tuple[int, int]]:
    """The parts of the text to show: all paragraphs, or the sentences around quoted items, joined where they touch."""
    text = entry.document.text
    if shelf.text == "none":
        return []
    if shelf.text == "full":
        return split_paragraphs(text)
    wanted = {m.item for m in marks if m.layer in _QUOTED}
    extra = [e.what for e in shelf.reconciled.timeline if e.document == entry.document.id]
    spans = [(m.start, m.end) for m in marks if m.item in wanted] + [(s.start, s.end) for s in extra]
    out: list[tuple[int, int]] = []
    for low, high in sorted(shelf.sentence(entry, start, end) for start, end in spans):
        if out and low <= out[-1][1] + 2:
            out[-1] = (out[-1][0], max(out[-1][1], high))
        else:
            out.append((low, high))
    return out


def cut(text: str, low: int, high: int, marks: list[Mark]) -> tuple[Segment, ...]:
    """`low` to `high` of the text in segments that no mark crosses."""
    inside = [m for m in marks if m.start < high and m.end > low]
    cuts = sorted({low, high, *(m.start for m in inside), *(m.end for m in inside)})
    out = []
    for a, b in pairwise(cuts):
        if a < low or b > high:
            continue
        over = [m for m in inside if m.start <= a and b <= m.end]
        over.sort(key=lambda m: (m.end - m.start, m.item))
        out.append(
            Segment(
                text=text[a:b],
                layers=tuple(dict.fromkeys(m.layer for m in over)),
                items=tuple(dict.fromkeys(m.item for m in over)),
                ids=(),
            )
        )
    return tuple(out)


def _paragraphs(shelf: Shelf, entry: Entry, marks: list[Mark]) -> tuple[tuple[Segment, ...], ...]:
    text, seen, last = entry.document.text, set[str](), 0
    out: list[tuple[Segment, ...]] = []
    for low, high in _ranges(shelf, entry, marks):
        if shelf.text == "excerpts" and out and text[last:low].strip():
            out.append(())
        last = high
        near = [m for m in marks if m.start < high and m.end > low]
        fresh = []
        for segment in cut(text, low, high, near):
            new = tuple(i for i in segment.items if i not in seen)
            seen.update(new)
            fresh.append(Segment(segment.text, segment.layers, segment.items, new))
        out.append(tuple(fresh))
    return tuple(out)


def _text(value: str | None) -> Label:
    return Label(ar=value, en=value) if value else UNKNOWN


def _fact(ar: str, en: str, value: Label) -> tuple[Label, Label]:
    return Label(ar=ar, en=en), value


def _facts(shelf: Shelf, item: Item) -> tuple[tuple[Label, Label], ...]:
    """What an item says, as pairs of label and value."""
    if isinstance(item, Statement):
        speaker = _fact("القائل", "speaker", _text(item.speaker.text if item.speaker else None))
        return (
            speaker,
            _fact("القوة", "force", word("force", item.force)),
            _fact("اللفظ", "mode", word("mode", item.mode)),
        )
    if isinstance(item, Figure):
        unit = item.unit if item.unit is None or isinstance(item.unit, str) else item.unit.text
        voice = _fact("على كلمة من", "on whose word", word("word", item.voice))
        return (_fact("القيمة", "value", bounded(item)), _fact("الوحدة", "unit", _text(unit)), voice)
    if isinstance(item, Time):
        value = _fact("القيمة", "value", Label(ar=item.value, en=item.value))
        return (
            _fact("النوع", "type", word("time", item.type)),
            value,
            _fact("الأيام", "days", between(item.earliest, item.latest)),
        )
    if isinstance(item, Name):
        return (_fact("النوع", "type", word("name", item.type)), _fact("صاحبه", "actor", _text(item.actor)))
    return _more_facts(shelf, item)


def _more_facts(shelf: Shelf, item: Event | Commitment | Position | Oddity) -> tuple[tuple[Label, Label], ...]:
    if isinstance(item, Commitment):
        due = between(item.due.earliest, item.due.latest) if item.due else UNKNOWN
        return (_fact("من", "who", _text(item.who.text if item.who else None)), _fact("الأجل", "due", due))
    if isinstance(item, Event):
        when = between(item.when.earliest, item.when.latest) if item.when else UNKNOWN
        return (_fact("الحال", "modality", word("modality", item.modality)), _fact("متى", "when", when))
    if isinstance(item, Position):
        holder = _text(item.holder.text if item.holder else item.actor)
        return (_fact("صاحبه", "holder", holder), _fact("الموقف", "stance", word("stance", item.stance)))
    note = Label(ar=shelf.words(item.note), en=shelf.words(item.note))
    return (_fact("النوع", "kind", word("oddity", item.kind)), _fact("البيان", "note", note))


def item_rows(shelf: Shelf, entry: Entry, placed: Set[str] = frozenset()) -> tuple[ItemRow, ...]:
    """Every item of an article. placed: ids of those whose words the page shows highlighted."""
    out = []
    for layer in LAYERS:
        for index, item in enumerate(getattr(entry.reading, layer)):
            start, end = extent_of(item)
            verdict, note = shelf.verdict(entry, layer, start, end)
            key = shelf.item_id(entry.document.id, layer, index)
            out.append(
                ItemRow(
                    id=key,
                    placed=key in placed,
                    layer=layer,
                    label=word("item", layer),
                    words=shelf.words(entry.document.text[start:end]),
                    facts=_facts(shelf, item),
                    start=start,
                    end=end,
                    rule=rule_of(item),
                    verdict=verdict,
                    note=note,
                )
            )
    return tuple(out)


def article_view(shelf: Shelf, entry: Entry) -> ArticleView:
    """One article with its text in segments and the list of its items."""
    head, reading = entry.reading.document, entry.reading
    counts = [Count(layer, word("layer", layer), len(getattr(reading, layer))) for layer in LAYERS]
    paragraphs = _paragraphs(shelf, entry, marks_of(shelf, entry))
    placed = {i for paragraph in paragraphs for segment in paragraph for i in segment.ids}
    url = entry.document.url
    return ArticleView(
        ref=shelf.ref(entry.document.id),
        basis=word("basis", head.published.basis),
        evidence=tuple(shelf.words(span.text) for span in head.published.evidence if shelf.text != "none"),
        genre=word("genre", head.genre) if head.genre else None,
        agency=head.agency.text if head.agency else None,
        author=head.author.value if head.author else None,
        url=url if url and url.startswith(("https://", "http://")) else None,
        path=head.path,
        sha256=head.sha256,
        characters=head.characters,
        notes=head.notes,
        counts=tuple(c for c in counts if c.count),
        paragraphs=paragraphs,
        items=item_rows(shelf, entry, placed),
        made_up=shelf.made_up(entry),
    )
