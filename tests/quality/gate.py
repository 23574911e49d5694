"""The quality gate: figures of the reading on gold, and floors under them.

    python tests/quality/gate.py                          measure and compare with floors.toml
    python tests/quality/gate.py --raise                  each floor a hundredth below what is measured, where higher
    python tests/quality/gate.py --raise --lower REASON   the same, and let floors sink; REASON stays in floors.toml

Sets: `example` (examples/coalition) always, `dev` and `seeds` where ../shared/gold is there. A changed article or gold
file changes the digest of its set; then the floors count no longer until --raise (and, if one sinks, --lower) is run.
floors.toml is sealed: a change by hand is seen. Figures are F1; of measures called "of those found" and "recall" the
share; for errors the share that is wrong, which has a ceiling. All readings are made without a dossier.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import math
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import yaml

from isnad import engine
from isnad.errors import InputError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
FLOORS = HERE / "floors.toml"
MARGIN = 0.01
SMALL = 8  # a measure over fewer items than this has no floor: one item would be more than a tenth


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("isnad_quality_score", HERE / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


score = _scorer()
Readings = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class GoldSet:
    """A folder of gold files and the articles that they are about."""

    name: str
    gold: Path
    texts: Path
    metadata: Path

    def exists(self) -> bool:
        """Whether the set is there."""
        return self.gold.is_dir() and self.texts.is_dir()

    def documents(self) -> dict[str, Path]:
        """Articles by the stem of their gold file."""
        found = {}
        for file in sorted(self.gold.glob("*.yaml")):
            doc = (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).get("doc", file.stem + ".txt")
            found[file.stem] = self.texts / doc
        return found

    def digest(self) -> str:
        """A hash of every article, gold file and the metadata, by name and bytes."""
        whole = hashlib.sha256()
        files = {*self.gold.glob("*.yaml"), *self.documents().values(), self.metadata}
        for file in sorted(files, key=lambda path: path.name):
            whole.update(f"{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
        return whole.hexdigest()[:16]


EXAMPLE = ROOT / "examples" / "coalition"
SETS = (
    GoldSet("example", EXAMPLE / "gold", EXAMPLE, EXAMPLE / "metadata.csv"),
    GoldSet("dev", SHARED / "gold" / "dev", SHARED / "gold" / "dev", SHARED / "gold" / "dev" / "metadata.csv"),
    GoldSet("seeds", SHARED / "gold" / "seeds", SHARED / "seeds", SHARED / "gold" / "seeds" / "metadata.csv"),
)


def read(gold_set: GoldSet, *, dated: bool = True) -> Readings:
    """Readings by stem of their gold file. dated: with the metadata; otherwise from the words alone."""
    documents = gold_set.documents()
    metadata = gold_set.metadata if dated else None
    outcomes = engine.read_paths(sorted(documents.values()), metadata=metadata, beside=False)
    readings: Readings = {}
    stems = {path.name: stem for stem, path in documents.items()}
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            raise outcome
        reading = json.loads(msgspec.json.encode(outcome.reading))
        readings[stems[Path(reading["document"]["path"]).name]] = reading
    return readings


def measure(gold_set: GoldSet, readings: Readings) -> tuple[dict[str, dict[str, float]], list[str]]:
    """The scorer's rows by name, and the broken anchors."""
    tally, broken = score.Tally(), []
    for stem, path in gold_set.documents().items():
        gold = yaml.safe_load((gold_set.gold / f"{stem}.yaml").read_text(encoding="utf-8"))
        gold.setdefault("doc", path.name)
        text = path.read_bytes().decode("utf-8")
        broken += score.check_anchors(readings[stem], text)
        score.score_doc(gold, text, readings[stem], tally, {})
    return dict(tally.rows()), broken


def dating(gold_set: GoldSet, undated: Readings) -> dict[str, dict[str, float]]:
    """Of articles read without metadata: how many got an interval, and in how many of those the true day lies in it."""
    known = dated = right = 0
    for stem, reading in undated.items():
        gold = yaml.safe_load((gold_set.gold / f"{stem}.yaml").read_text(encoding="utf-8"))
        if not gold.get("published") or gold.get("published_approx"):
            continue
        known += 1
        published = reading["document"]["published"]
        if published["earliest"] and published["latest"]:
            dated += 1
            right += published["earliest"] <= str(gold["published"]) <= published["latest"]
    return {
        "dating: articles dated by their words": _share(known, dated),
        "dating: true day inside, of those dated": _share(dated, right),
    }


def _share(of: int, hit: int) -> dict[str, float]:
    share = hit / of if of else 0.0
    return {"gold": of, "pred": of, "hit": hit, "P": share, "R": share, "F1": share}


def figures(gold_set: GoldSet) -> tuple[dict[str, float], list[str]]:
    """Each measure that is over enough items, and the broken anchors."""
    rows, broken = measure(gold_set, read(gold_set))
    rows |= dating(gold_set, read(gold_set, dated=False))
    kept = {name: row for name, row in rows.items() if row["gold"] >= SMALL or name.startswith("dating")}
    return {name: row["F1"] for name, row in kept.items()}, broken


def is_error(name: str) -> bool:
    """Whether less is better."""
    return name.startswith("errors:")


def judge(floors: Mapping[str, float], found: Mapping[str, float], broken: Iterable[str]) -> list[str]:
    """One line for each figure on the wrong side of its floor and each broken anchor; empty: the gate is open."""
    faults = [f"broken anchor: {line}" for line in broken]
    for name, floor in floors.items():
        value = found.get(name)
        if value is None:
            faults.append(f"{name}: not measured")
        elif (value > floor) if is_error(name) else (value < floor):
            faults.append(f"{name}: {value:.4f}, the {'ceiling' if is_error(name) else 'floor'} is {floor:.3f}")
    return faults


def load() -> dict[str, Any]:
    """floors.toml as it is."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def seal(kept: Mapping[str, Any]) -> str:
    """What floors.toml must carry as `seal`: a hash of all the rest of it."""
    rest = {key: value for key, value in kept.items() if key != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def bound(name: str, value: float) -> float:
    """A floor a hundredth below `value`, or a ceiling a hundredth above, in thousandths."""
    if is_error(name):
        return min(1.0, math.ceil(round((value + MARGIN) * 1000, 6)) / 1000)
    return max(0.0, math.floor(round((value - MARGIN) * 1000, 6)) / 1000)


def renew(held: dict[str, Any], found: Mapping[str, Mapping[str, float]], reason: str | None) -> dict[str, Any]:
    """`held` with the floors of `found`, none lower than before unless a reason is given; the reason is kept."""
    kept: dict[str, Any] = {"lowered": list(held.get("lowered", [])), "set": dict(held.get("set", {}))}
    for gold_set in SETS:
        if gold_set.name not in found:
            continue
        before = held.get("set", {}).get(gold_set.name, {}).get("floors", {})
        floors = {}
        for name, value in found[gold_set.name].items():
            new, old = bound(name, value), before.get(name)
            sinks = old is not None and ((new > old) if is_error(name) else (new < old))
            if sinks and reason is None:
                new = old
            elif sinks:
                kept["lowered"].append(
                    {"set": gold_set.name, "measure": name, "from": old, "to": new, "reason": reason}
                )
            floors[name] = new
        floors |= {name: old for name, old in before.items() if name not in floors and reason is None}
        kept["set"][gold_set.name] = {"digest": gold_set.digest(), "floors": dict(sorted(floors.items()))}
    return kept


def write(kept: dict[str, Any]) -> None:
    """Write floors.toml with its seal."""
    lines = [
        "# Floors under the figures of the reading, ceilings for errors. Written by gate.py, sealed; see there.",
        f'seal = "{seal(kept)}"',
    ]
    if not kept["lowered"]:
        lines.append("lowered = []")
    for name, held in kept["set"].items():
        lines += ["", f"[set.{name}]", f'digest = "{held["digest"]}"', f"[set.{name}.floors]"]
        lines += [f"{json.dumps(key)} = {value:.3f}" for key, value in held["floors"].items()]
    for entry in kept["lowered"]:
        lines += ["", "[[lowered]]", *(f"{key} = {json.dumps(v, ensure_ascii=False)}" for key, v in entry.items())]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    """Measure, print, and where asked write; exit code 1 where the gate is shut."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--raise", dest="renew", action="store_true")
    arguments.add_argument("--lower", metavar="REASON")
    o = arguments.parse_args()
    held = load() if FLOORS.exists() else {"set": {}, "lowered": []}
    measured = {gold_set.name: figures(gold_set) for gold_set in SETS if gold_set.exists()}
    if o.renew and not any(broken for _, broken in measured.values()):
        held = renew(held, {name: found for name, (found, _) in measured.items()}, o.lower)
        write(held)
    shut = False
    for name, (found, broken) in measured.items():
        floors = held["set"].get(name, {}).get("floors", {})
        print(f"\n{name}")
        for row, value in found.items():
            print(f"  {row:60}{value:8.3f}   {floors.get(row, math.nan):6.3f}")
        faults = judge(floors, found, broken)
        shut = shut or bool(faults)
        print("\n".join(f"  ! {fault}" for fault in faults))
    return int(shut)


if __name__ == "__main__":
    sys.exit(main())
