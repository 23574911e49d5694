"""Pairwise F1 of `actor` ids within articles: two mentions of one get one id, mentions of two do not.

    python tools/actors_f1.py GOLD_DIR TEXT_DIR [--pairs]

GOLD_DIR holds one YAML file per article (names with `id`, statements with `speaker` and `speaker_id`), TEXT_DIR the
texts. A mention is a name of the gold (the string, at each of its places) or the span of a speaker. A pair of mentions
of one article counts as found where the reading gives both the same actor; a mention that the reading lacks is in no
pair of its own, so its pairs in the gold are missed. Places as written of one name (equal strings) make one mention,
so that a name repeated ten times does not weigh more: its places are those where it is no part of a longer name of the
gold; a speaker's is the one nearest to what he says.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml  # type: ignore[import-untyped]

from isnad import engine
from isnad.model.reading import Reading
from isnad.model.span import Span


class Mention(NamedTuple):
    """places: code points of the article, half-open. id: the gold's. speaker: it is a speaker's whole phrase."""

    text: str
    places: tuple[tuple[int, int], ...]
    id: str
    speaker: bool


def _places(text: str, ref: Any) -> list[tuple[int, int]]:
    """Where a gold reference may stand: its `n`-th place where it says so, else every place, in order."""
    if isinstance(ref, str):
        ref = {"q": ref}
    first, last = str(ref.get("q", ref.get("from"))), str(ref.get("q", ref.get("to")))
    found = []
    at = text.find(first)
    while at >= 0:
        end = text.find(last, at)
        if end >= 0:
            found.append((at, end + len(last)))
        at = text.find(first, at + 1)
    if "n" in ref:
        return found[int(ref["n"]) - 1 : int(ref["n"])]
    return found


def _alone(places: list[tuple[int, int]], whole: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that are no part of a longer name («ترامب» is not the end of «دونالد ترامب»); all if there is none."""

    def inside(place: tuple[int, int]) -> bool:
        return any(a <= place[0] and place[1] <= b and b - a > place[1] - place[0] for a, b in whole)

    return [p for p in places if not inside(p)] or places


def _near(places: list[tuple[int, int]], content: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The place of a speaker that stands nearest to what he says."""
    if not content or not places:
        return places[0] if places else None
    start, end = content[0]
    return min(places, key=lambda p: max(start - p[1], p[0] - end, 0))


def mentions(gold: dict[str, Any], text: str) -> list[Mention]:
    """The gold's mentions with an id, each string once: a name where it stands alone, a speaker where he speaks."""
    found: dict[tuple[str, str], Mention] = {}
    names = [(name, _places(text, name)) for name in gold.get("names") or []]
    whole = [place for _, places in names for place in places]
    for name, places in names:
        alone = _alone(places, whole)
        if alone and name.get("id"):
            written = text[slice(*alone[0])]
            found.setdefault((written, name["id"]), Mention(written, tuple(alone), str(name["id"]), False))
    for statement in gold.get("statements") or []:
        ref, actor = statement.get("speaker"), statement.get("speaker_id")
        at = _near(_places(text, ref), _places(text, statement["content"])) if ref and actor else None
        if at:
            written = text[slice(*at)]
            found.setdefault((written, actor), Mention(written, (at,), str(actor), True))
    return list(found.values())


def actor_of(reading: Reading, mention: Mention) -> str | None:
    """The reading's actor for a mention: the one it gives most of its places, the earlier where two are equal."""
    at = _speaker_at if mention.speaker else _name_at
    given = Counter(actor for place in mention.places if (actor := at(reading, *place)))
    return next((actor for actor, _ in given.most_common(1)), None)


def _overlap(item: Span, start: int, end: int) -> int:
    return min(end, item.end) - max(start, item.start)


def _speaker_at(reading: Reading, start: int, end: int) -> str | None:
    """The actor of the speaker that overlaps most of a place."""
    spoken = [s.speaker for s in reading.statements if s.speaker is not None and s.speaker.actor]
    best = max(spoken, key=lambda s: _overlap(s, start, end), default=None)
    return best.actor if best is not None and _overlap(best, start, end) > 0 else None


def _name_at(reading: Reading, start: int, end: int) -> str | None:
    """The actor of the name that covers more than half of a place, and is covered so."""
    name = max(reading.names, key=lambda n: _overlap(n, start, end), default=None)
    if name is None or 2 * _overlap(name, start, end) <= max(name.end - name.start, end - start):
        return None
    return name.actor


def pairs(found: list[Mention], actors: list[str | None]) -> Iterator[tuple[Mention, Mention, bool, bool]]:
    """Each pair of mentions with whether the gold, and whether the reading, holds them for one."""
    for (a, x), (b, y) in itertools.combinations(zip(found, actors, strict=True), 2):
        yield a, b, a.id == b.id, x is not None and x == y


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--pairs", action="store_true", help="print the pairs that differ")
    options = parser.parse_args()
    same = given = both = 0
    for file in sorted(options.gold.glob("*.yaml")):
        gold = yaml.safe_load(file.read_text(encoding="utf-8"))
        text = (options.texts / f"{file.stem}.txt").read_bytes().decode("utf-8")
        reading = engine.read_text(text, published=gold.get("published"), layers=["names", "statements"])
        found = mentions(gold, text)
        for a, b, gold_same, read_same in pairs(found, [actor_of(reading, m) for m in found]):
            same, given, both = same + gold_same, given + read_same, both + (gold_same and read_same)
            if options.pairs and gold_same != read_same:
                kind = "apart" if gold_same else "mixed"
                print(f"{file.stem} {kind}: {a.text} | {b.text}")
    precision, recall = both / max(given, 1), both / max(same, 1)
    f1 = 2 * both / max(given + same, 1)
    print(f"actors, pairwise: gold {same} given {given} both {both}  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
