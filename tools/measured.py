"""Measure what share of each family of items is right, and write it where the report's first screen reads it.

    python tools/measured.py            print the shares
    python tools/measured.py --write    and write src/isnad/show/data/measured.toml, with today's date

Right / found over all gold articles that are here: the examples, and ../shared/gold where it is; see
tests/quality/gate.py.
Families without gold (comparisons) stay as they are.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "src" / "isnad" / "show" / "data" / "measured.toml"
ROWS = {
    "statements": "statements: found",
    "times": "times: value right",
    "figures": "figures: value and unit right",
    "names": "names: all",
    "commitments": "commitments: found",
}
ON_AR = "{} مقالا للتطوير"
ON_EN = "{} development articles"
WRONG_SPEAKERS = "errors: wrong speaker, of those named"


def _gate() -> Any:
    spec = importlib.util.spec_from_file_location("isnad_quality_gate", ROOT / "tests" / "quality" / "gate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def shares() -> tuple[dict[str, tuple[float, int]], int]:
    """Per family its share of right items and how many were judged, and the number of articles."""
    gate = _gate()
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    articles = 0
    for gold_set in gate.SETS:
        if not gold_set.exists():
            continue
        readings = gate.read(gold_set)
        articles += len(readings)
        rows, _ = gate.measure(gold_set, readings)
        for family, row in ROWS.items():
            found[family] += rows[row]["pred"]
            right[family] += rows[row]["hit"]
        found["speakers"] += rows[WRONG_SPEAKERS]["pred"]
        right["speakers"] += rows[WRONG_SPEAKERS]["pred"] - rows[WRONG_SPEAKERS]["hit"]
    return {family: (right[family] / n, n) for family, n in found.items() if n}, articles


def write(measured: dict[str, tuple[float, int]], articles: int) -> None:
    """Put the shares into measured.toml; its head and titles stay."""
    text = MEASURED.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("#")]
    for family in tomllib.loads(text)["family"]:
        title = family["title"]
        lines += ["", "[[family]]", f'id = "{family["id"]}"', f"title = {_label(title['ar'], title['en'])}"]
        if family["id"] in measured:
            precision, items = measured[family["id"]]
            lines += [
                f"precision = {precision:.3f}",
                f"items = {items}",
                f"on = {_label(ON_AR.format(articles), ON_EN.format(articles))}",
                f"day = {dt.date.today().isoformat()}",
            ]
    MEASURED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _label(ar: str, en: str) -> str:
    return f"{{ar = {json.dumps(ar, ensure_ascii=False)}, en = {json.dumps(en)}}}"


def main() -> int:
    """Measure, print, and with --write write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true")
    o = arguments.parse_args()
    measured, articles = shares()
    for family, (precision, items) in measured.items():
        print(f"{family:12} {precision:6.3f} of {items}")
    if o.write:
        write(measured, articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
