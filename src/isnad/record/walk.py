"""Every span of a reading, and every reference of what stands across articles, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from isnad.model.reading import Reading, Time
from isnad.model.record import ItemRef, Reconciled
from isnad.model.span import Span
from isnad.record.rows import LAYERS


def spans_of(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Every span of a reading, with where it stands."""
    head = reading.document
    yield from _inside("document.title", head.title)
    yield from _inside("document.author", head.author)
    yield from _inside("document.agency", head.agency)
    yield from _inside("document.published", head.published)
    for layer in (*LAYERS, "numbers"):
        for i, item in enumerate(getattr(reading, layer)):
            yield from _inside(f"{layer}[{i}]", item)


def _inside(where: str, value: Any) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield where, value
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            held = getattr(value, field)
            if isinstance(held, msgspec.Struct | tuple):
                yield from _inside(f"{where}.{field}", held)
    elif isinstance(value, tuple):
        for i, held in enumerate(value):
            yield from _inside(f"{where}[{i}]", held)
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from _inside(f"{where}.{key}", held)


def times_of(reading: Reading) -> Iterator[tuple[str, Time]]:
    """Every time of a reading: the layer's own and those that other items carry."""
    return ((where, span) for where, span in spans_of(reading) if isinstance(span, Time))


def references_of(found: Reconciled) -> Iterator[tuple[str, ItemRef]]:
    for actor in found.actors:
        yield from ((f"actor {actor.id}", m) for m in actor.mentions)
    for measure in found.measures:
        yield from ((f"measure {measure.id}", f.item) for f in measure.figures)
        for c in measure.comparisons:
            yield from ((f"measure {measure.id}", ref) for ref in (c.a, c.b))
    for entry in found.timeline:
        yield from ((f"timeline {entry.id}", item) for item in entry.items)
    yield from ((f"deadline {d.id}", d.item) for d in found.deadlines)
