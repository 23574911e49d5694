"""Draw compared figures of a record at random for a person to judge, and keep the verdicts without any text.

    python tools/draw_pairs.py RECORD.isnad --count 100 --seed 7 --sheet SHEET --verdicts VERDICTS
    python tools/draw.py --report VERDICTS

As many pairs are of each relation, where there are, one of a measure. Right is a pair whose relation is what a reader
of both articles would say. The sheet, which quotes the articles, stays outside the repository.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from pathlib import Path

import isnad
from isnad.model.reading import Figure
from isnad.model.record import Comparison, Entry, MeasureGroup
from isnad.record import Record

RELATIONS = ("same", "compatible", "changed", "other_scope", "conflict")
_CONTEXT = 220  #: code points of the article shown on each side

Pair = tuple[MeasureGroup, Comparison]


def draw(groups: list[MeasureGroup], count: int, seed: int) -> list[Pair]:
    """The same for the same seed and record; relations by turns."""
    rng = random.Random(seed)
    held: dict[str, list[Pair]] = defaultdict(list)
    for group in groups:
        for relation in RELATIONS:
            fitting = [c for c in group.comparisons if c.relation == relation]
            if fitting:
                held[relation].append((group, rng.choice(fitting)))
    for pairs in held.values():
        rng.shuffle(pairs)
    turns = [pair for n in range(count) for relation in RELATIONS for pair in held[relation][n : n + 1]]
    return turns[:count]


def _shown(figure: Figure, entry: Entry) -> str:
    text = entry.document.text
    before, after = text[max(0, figure.start - _CONTEXT) : figure.start], text[figure.end : figure.end + _CONTEXT]
    return f"   ({entry.document.published}) … {before}⟦{figure.text}⟧{after} …\n".replace("\r", "")


def _anchor(figure: Figure, entry: Entry) -> dict[str, str | int]:
    return {"article": entry.document.sha256[:16], "start": figure.start, "end": figure.end}


def write_sheet(record: Record, pairs: list[Pair], sheet: Path, verdicts: Path) -> None:
    """The sheet to judge from and the verdict file to fill in; both number the pairs alike."""
    with sheet.open("w", encoding="utf-8") as out, verdicts.open("w", encoding="utf-8") as kept:
        for n, (group, pair) in enumerate(pairs, 1):
            sides = [(ref.index, record.entry(ref.document)) for ref in (pair.a, pair.b)]
            figures = [(entry.reading.figures[index], entry) for index, entry in sides]
            out.write(f"#{n} {group.title_ar}: {pair.relation} ({pair.reason_en})\n")
            out.writelines(_shown(figure, entry) for figure, entry in figures)
            first, other = (_anchor(figure, entry) for figure, entry in figures)
            line = {"n": n, "relation": pair.relation, "rule": pair.rule, **first, "other": other, "verdict": None}
            kept.write(json.dumps(line, ensure_ascii=False) + "\n")


def main() -> int:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("record", type=Path)
    a.add_argument("--count", type=int, default=100)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--sheet", type=Path, required=True)
    a.add_argument("--verdicts", type=Path, required=True)
    o = a.parse_args()
    with isnad.open(o.record) as record:
        pairs = draw(list(record.reconciled().measures), o.count, o.seed)
        write_sheet(record, pairs, o.sheet, o.verdicts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
