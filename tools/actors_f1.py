"""Pairwise F1 of `actor` ids within articles: two mentions of one get one id, mentions of two do not.

    python tools/actors_f1.py GOLD_DIR TEXT_DIR [--pairs]

GOLD_DIR holds one YAML file per article (names with `id`, statements with `speaker` and `speaker_id`), TEXT_DIR the
texts. A mention is a name of the gold (the string, at each of its places) or the span of a speaker. A pair of mentions
of one article counts as found where the reading gives both the same actor; a mention that the reading lacks is in no
pair of its own, so its pairs in the gold are missed. Places as written of one name (equal strings) make one mention,
so that a name repeated ten times does not weigh more.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml  # type: ignore[import-untyped]

from isnad import engine
from isnad.model.reading import Reading


class Mention(NamedTuple):
    """start, end: code points of the article, half-open. id: the gold's. speaker: it is a speaker's whole phrase."""

    start: int
    end: int
    id: str
    speaker: bool


def _span(text: str, ref: Any) -> tuple[int, int] | None:
    """The offsets of a gold reference (`q` with `n`, or `from` and `to`), or None where the text lacks it."""
    if isinstance(ref, str):
        ref = {"q": ref}
    first, last = str(ref.get("q", ref.get("from"))), str(ref.get("q", ref.get("to")))
    at = -1
    for _ in range(int(ref.get("n", 1))):
        at = text.find(first, at + 1)
        if at < 0:
            return None
    end = text.find(last, at)
    return (at, end + len(last)) if end >= 0 else None


def mentions(gold: dict[str, Any], text: str) -> list[Mention]:
    """The gold's mentions with an id, each string once."""
    found: dict[tuple[str, str], Mention] = {}
    for name in gold.get("names") or []:
        at = _span(text, name)
        if at and name.get("id"):
            found.setdefault((text[slice(*at)], name["id"]), Mention(*at, str(name["id"]), False))
    for statement in gold.get("statements") or []:
        ref, actor = statement.get("speaker"), statement.get("speaker_id")
        at = _span(text, ref) if ref and actor else None
        if at:
            found.setdefault((text[slice(*at)], actor), Mention(*at, str(actor), True))
    return list(found.values())


def actor_of(reading: Reading, mention: Mention) -> str | None:
    """The reading's actor for a mention: of the name that covers most of it, or of the speaker that overlaps it."""

    def overlap(start: int, end: int) -> int:
        return min(end, mention.end) - max(start, mention.start)

    if mention.speaker:
        spoken = [s.speaker for s in reading.statements if s.speaker is not None and s.speaker.actor]
        best = max(spoken, key=lambda s: overlap(s.start, s.end), default=None)
        return best.actor if best is not None and overlap(best.start, best.end) > 0 else None
    name = max(reading.names, key=lambda n: overlap(n.start, n.end), default=None)
    if name is None or 2 * overlap(name.start, name.end) <= max(name.end - name.start, mention.end - mention.start):
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
                print(f"{file.stem} {kind}: {text[a.start : a.end]} | {text[b.start : b.end]}")
    precision, recall = both / max(given, 1), both / max(same, 1)
    f1 = 2 * both / max(given + same, 1)
    print(f"actors, pairwise: gold {same} given {given} both {both}  P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
