"""How often each rule and each lexicon entry fires in the gold articles and in bulk.

    python tools/rules.py              gold against a seeded sample of 3,000 bulk articles, as a table
    python tools/rules.py --all        gold against all of bulk
    python tools/rules.py --gate       for CI: exit code 1 where something fires in the gold and fewer than 5 times in
                                       all of bulk

A rule or entry that fires in the gold and hardly ever elsewhere was probably written for one article. A rule fires with
each item that names it (`rule` of a reading); a lexicon entry, one string of src/isnad/lexicon/data/ar/*.toml, with
each of its occurrences as whole words, proclitics before it or not. What may be rare stands with its reason in
tools/rules-allowed.toml. The gate counts to 5 and stops once all that fires in the gold has. Gold: examples/coalition,
../shared/gold/dev and ../shared/seeds; bulk: ../shared/bulk/*.jsonl.gz. Without ../shared there is nothing to compare.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

import ahocorasick
import msgspec

from isnad import engine
from isnad.errors import InputError
from isnad.read.layers import choose_layers
from isnad.text.fold import fold_word
from isnad.text.phrases import PROCLITICS
from isnad.text.prose import Prose

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
LEXICONS = ROOT / "src" / "isnad" / "lexicon" / "data" / "ar"
ALLOWED = ROOT / "tools" / "rules-allowed.toml"
GOLD = ((ROOT / "examples" / "coalition", None), (SHARED / "gold" / "dev", None), (SHARED / "seeds", "gold/seeds"))
ENOUGH, SAMPLE, SEED, BATCH = 5, 3000, 7, 150


class Text(NamedTuple):
    """An article's words and its day, where known."""

    text: str
    published: str | None


Counts = Counter[str]


def gold_texts() -> list[Text]:
    """The articles of the gold, with the days of their metadata."""
    texts = []
    for folder, beside in GOLD:
        if folder.is_dir():
            metadata = (SHARED / beside if beside else folder) / "metadata.csv"
            for outcome in engine.read_paths(folder, metadata=metadata, layers=["times"]):
                if not isinstance(outcome, InputError):
                    day = outcome.document.published
                    texts.append(Text(outcome.document.text, day.isoformat() if day else None))
    return texts


def bulk_texts(limit: int | None) -> list[Text]:
    """Bulk articles in a seeded order, at most `limit`."""
    texts = []
    for file in sorted((SHARED / "bulk").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as f:
            for line in f:
                row = json.loads(line)
                texts.append(Text(row["text"], row.get("published") or row.get("time")))
    random.Random(SEED).shuffle(texts)
    return texts[:limit]


def entries() -> dict[str, list[str]]:
    """Names of lexicon entries (file:string) by their folded string."""
    found: dict[str, list[str]] = {}
    for file in sorted(LEXICONS.glob("*.toml")):
        for string in dict.fromkeys(_strings(tomllib.loads(file.read_text(encoding="utf-8")))):
            folded = " ".join(fold_word(string).split())
            if folded:
                found.setdefault(folded, []).append(f"{file.stem}:{string}")
    return found


def _strings(value: Any) -> Iterator[str]:
    """Every Arabic string in a TOML value; a string of several lines is a list of words with _ for spaces."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str) and any("\u0621" <= c <= "\u064a" for c in value):
        words = value.split() if "\n" in value else [value]
        yield from (word.replace("_", " ").strip() for word in words)


def matcher(folded: Iterable[str]) -> ahocorasick.Automaton:
    """Whole-word forms of `folded` under each proclitic, as patterns over padded text; their value is the string."""
    machine = ahocorasick.Automaton()
    for string in folded:
        for clitic in PROCLITICS:
            form = clitic + "ل" + string[2:] if clitic.endswith("ل") and string.startswith("ال") else clitic + string
            held = machine.get(f" {form} ", ())
            machine.add_word(f" {form} ", (*held, string))
    machine.make_automaton()
    return machine


_machine: ahocorasick.Automaton | None = None


def _start(folded: list[str]) -> None:
    global _machine
    _machine = matcher(folded) if folded else None


_LAYERS = choose_layers(None)


def count(texts: list[Text]) -> tuple[Counts, Counts]:
    """Rules (layer:rule) and lexicon strings that fire in `texts`."""
    rules: Counts = Counter()
    strings: Counts = Counter()
    for text, published in texts:
        reading = engine.read_text(text, published=_day(published), layers=_LAYERS)
        for layer in _LAYERS:
            rules.update(f"{layer}:{item.rule}" for item in getattr(reading, layer, ()) if getattr(item, "rule", None))
        if _machine is not None:
            for _, names in _machine.iter(Prose(text).padded):
                strings.update(names)
    return rules, strings


def _day(published: str | None) -> str | None:
    try:
        engine.make_document("", published=published)
    except InputError:
        return None
    return published


def counted(texts: list[Text], folded: list[str], jobs: int, wanted: set[str] | None) -> tuple[Counts, Counts, int]:
    """Counts over `texts`, and how many were read; with `wanted`, stops once each of those has fired often enough."""
    rules: Counts = Counter()
    strings: Counts = Counter()
    done = 0
    batches = [texts[i : i + BATCH] for i in range(0, len(texts), BATCH)]
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(folded,)) as pool:
        for at in range(0, len(batches), jobs):
            now = batches[at : at + jobs]
            for batch, (more, found) in zip(now, pool.map(count, now), strict=True):
                rules += more
                strings += found
                done += len(batch)
            if wanted is not None and all(max(rules[w], strings[w]) >= ENOUGH for w in wanted):
                break
    return rules, strings, done


def allowed() -> dict[str, str]:
    """Reasons by the pattern of what may be rare. Raises ValueError for an entry without a reason."""
    listed = tomllib.loads(ALLOWED.read_text(encoding="utf-8"))["allowed"] if ALLOWED.exists() else []
    for entry in listed:
        if not entry["reason"].strip():
            raise ValueError(f"{ALLOWED.name}: {entry['keys']} have no reason")
    return {key: entry["reason"] for entry in listed for key in entry["keys"]}


def rare(gold: Counts, bulk: Counts, reasons: dict[str, str]) -> tuple[list[str], set[str]]:
    """What fires in the gold and not often enough in bulk without a reason, and the reasons that were needed."""
    flagged, used = [], set()
    for key in sorted(gold):
        if gold[key] and bulk[key] < ENOUGH:
            reason = next((pattern for pattern in reasons if fnmatchcase(key, pattern)), None)
            if reason is None:
                flagged.append(key)
            else:
                used.add(reason)
    return flagged, used


def by_entry(strings: Counts, named: dict[str, list[str]]) -> Counts:
    """Counts of folded strings as counts of the entries that hold them."""
    return Counter({name: n for string, n in strings.items() for name in named[string]})


def main() -> int:
    """Count, print, and with --gate judge."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--all", action="store_true", help="all of bulk, not a sample")
    arguments.add_argument("--gate", action="store_true", help="exit code 1 for what fires in the gold alone")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--json", type=Path, help="write the counts")
    o = arguments.parse_args()
    named = entries()
    _start(list(named))
    gold = gold_texts()
    gold_rules, gold_strings = count(gold)
    if not (SHARED / "bulk").is_dir():
        print(f"{len(gold)} gold articles; no bulk articles beside the repository: nothing to compare with")
        return 0
    texts = bulk_texts(None if o.all or o.gate else SAMPLE)
    folded = [s for s in gold_strings if gold_strings[s]] if o.gate else list(named)
    wanted = {*gold_rules, *gold_strings} if o.gate else None
    rules, strings, read = counted(texts, folded, o.jobs, wanted)
    gold_all = gold_rules + by_entry(gold_strings, named)
    bulk_all = rules + by_entry(strings, named)
    print(f"{len(gold)} gold articles, {read} of bulk; in the gold fire {len(gold_rules)} rules", end=" ")
    print(f"and {len(gold_strings)} of {len(named)} lexicon strings")
    if not o.gate:
        for key in sorted({*gold_rules, *rules}):
            print(f"{gold_all[key]:6}{bulk_all[key]:8}  {key}")
    if o.json:
        both = {key: [gold_all[key], bulk_all[key]] for key in sorted({*gold_all, *bulk_all})}
        o.json.write_bytes(msgspec.json.format(msgspec.json.encode(both), indent=1))
    if not o.gate and not o.all:
        silent = sum(not strings[string] for string in named)
        print(f"{silent} lexicon strings do not occur in this sample (--json FILE for each)")
        return 0
    reasons = allowed()
    flagged, used = rare(gold_all, bulk_all, reasons)
    for key in flagged:
        print(f"fires {gold_all[key]} times in the gold, {bulk_all[key]} in bulk: {key}")
    for pattern in sorted(reasons.keys() - used):
        print(f"no longer needed in {ALLOWED.name}: {pattern}")
    return int(bool(flagged))


if __name__ == "__main__":
    sys.exit(main())
