"""Draws items of one layer from bulk articles by chance, for a person to judge.

    python tools/draw.py --layer names --count 300 --seed 7 --out ../sheets

Half of the articles come from each of the two bulk corpora (../shared/bulk), one item from each article, so that no
article weighs more than another. Two files come out, in a folder outside the repository: `LAYER-SEED.txt`, the sheet
with each item in its context, and `LAYER-SEED.jsonl`, one line per item: number, the article's SHA-1, start, end, kind,
rule and a `verdict` to be filled in (right | wrong | unsure). The JSON lines hold no words of the article, so they may
be kept (tests/verdicts). The same seed, corpora and lexicons draw the same items.

    python tools/draw.py --report tests/verdicts/names.jsonl     precision by kind and by rule
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec

from isnad import engine

ROOT = Path(__file__).resolve().parents[1]
BULK = ROOT.parent / "shared" / "bulk"
CORPORA = ("ant-12000.jsonl.gz", "regional.jsonl.gz")
LAYERS = ("names", "times", "figures", "statements", "commitments")
AROUND = 60


def article_id(text: str) -> str:
    """What tells an article from the others without its words."""
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def span_of(item: dict[str, Any]) -> tuple[int, int]:
    """Where an item stands: its own offsets, its span, or from its first cue to the end of its content."""
    if "start" in item:
        return item["start"], item["end"]
    if item.get("span"):
        return item["span"]["start"], item["span"]["end"]
    spans = [*item.get("cue", []), *item.get("content", [])]
    return min(s["start"] for s in spans), max(s["end"] for s in spans)


def kind_of(layer: str, item: dict[str, Any]) -> str:
    """The type of a name or time, the bound of a figure, the form of a statement, the voice of a commitment."""
    key = {"names": "type", "times": "type", "figures": "approx", "statements": "form", "commitments": "voice"}[layer]
    return str(item.get(key))


def day_of(article: dict[str, Any]) -> dt.date | None:
    """The calendar day that the corpus gives, or None."""
    given = str(article.get("published") or article.get("time") or "")
    try:
        return dt.date.fromisoformat(given[:10])
    except ValueError:
        return None


def draw(layer: str, count: int, seed: int) -> tuple[list[str], list[dict[str, Any]]]:
    """Sheet lines and verdict skeletons."""
    chance = random.Random(seed)
    sheet: list[str] = []
    rows: list[dict[str, Any]] = []
    for corpus in CORPORA:
        with gzip.open(BULK / corpus, "rt", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        chance.shuffle(articles)
        wanted = len(rows) + count // len(CORPORA)
        for article in articles:
            if len(rows) >= wanted:
                break
            reading = engine.read_text(article["text"], published=day_of(article), layers=[layer])
            items = msgspec.to_builtins(getattr(reading, layer))
            if items:
                one_drawn(layer, chance.choice(items), article["text"], sheet, rows)
    return sheet, rows


def one_drawn(layer: str, item: dict[str, Any], text: str, sheet: list[str], rows: list[dict[str, Any]]) -> None:
    start, end = span_of(item)
    kind, n = kind_of(layer, item), len(rows) + 1
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    more = f"  = {item.get('value', item.get('due'))}" if layer in ("times", "figures", "commitments") else ""
    if layer == "statements":
        more = "  voices: " + (" > ".join(v["text"] for v in item["chain"]) or "none")
    context = " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
    sheet.append(f"{n}. {kind} ({item['rule']}){more}\n   {context}")
    where = {"article": article_id(text), "start": start, "end": end}
    rows.append({"n": n, **where, "kind": kind, "rule": item["rule"], "verdict": ""})


def report(path: Path) -> str:
    """Precision of judged items, all together, by kind and by rule; what is unsure counts on neither side."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for key in ("all", f"kind {row['kind']}", f"rule {row['rule']}"):
            tallies[key][row["verdict"]] += 1
    out = []
    for key, tally in sorted(tallies.items(), key=lambda t: (-t[1].total(), t[0])):
        judged = tally["right"] + tally["wrong"]
        share = f"{tally['right'] / judged:.3f}" if judged else "-"
        out.append(f"{key:32} {tally['right']:4} of {judged:4}  {share}  unsure {tally['unsure']}")
    return "\n".join(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--layer", choices=LAYERS)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, help="a folder outside the repository")
    parser.add_argument("--report", type=Path)
    options = parser.parse_args()
    if options.report is not None:
        print(report(options.report))
        return 0
    if options.layer is None or options.out is None or options.out.resolve().is_relative_to(ROOT):
        parser.error("--layer and --out are needed; --out must lie outside the repository")
    if not BULK.is_dir():
        print(f"{BULK} is not there: nothing to draw from", file=sys.stderr)
        return 1
    sheet, rows = draw(options.layer, options.count, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    stem = options.out / f"{options.layer}-{options.seed}"
    stem.with_suffix(".txt").write_text("\n".join(sheet) + "\n", encoding="utf-8")
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    stem.with_suffix(".jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} items: {stem}.txt, {stem}.jsonl")
    return 0


if __name__ == "__main__":
    sys.exit(main())
