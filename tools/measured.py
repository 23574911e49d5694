"""Put the share of each family of items that was judged right where the report's first screen reads it.

    python tools/measured.py            print the shares
    python tools/measured.py --write    and write src/isnad/show/data/measured.toml

Right / (right + wrong) of the newest file of verdicts of each family (tests/verdicts, drawn by tools/draw.py from
articles that no rule was written for). Families without verdicts read as not measured.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
VERDICTS = ROOT / "tests" / "verdicts"
MEASURED = ROOT / "src" / "isnad" / "show" / "data" / "measured.toml"
#: family → file of verdicts, question
QUESTIONS = {
    "statements": ("statements", "found"),
    "speakers": ("statements", "speaker"),
    "times": ("times", "verdict"),
    "figures": ("figures", "verdict"),
    "names": ("names", "verdict"),
    "commitments": ("commitments", "verdict"),
    "comparisons": ("comparisons", "verdict"),
}
ON = ("مواد سُحبت عشوائيا من أخبار الصحافة", "items drawn at random from the press")
#: family → what its newest verdicts are on, where that is narrower
ON_ALONE = {
    "times": (
        "أزمنة جمل سُحبت عشوائيا من أخبار الصحافة وفيها رقم أو اسم شهر",
        "times of sentences drawn at random from the press that hold a digit or the name of a month",
    ),
    "comparisons": (
        "أزواج سُحبت عشوائيا من كل علاقة في سجل من أخبار الصحافة بلا ملف",
        "pairs drawn at random, as many of each relation, from a record of the press without a dossier",
    ),
}


class Share(NamedTuple):
    precision: float
    items: int


def newest(layer: str) -> Path | None:
    """The last file of verdicts on `layer`: «times.jsonl», then «times-2.jsonl»."""
    numbered = {
        int(m.group(1) or 1): file
        for file in VERDICTS.glob(f"{layer}*.jsonl")
        if (m := re.fullmatch(rf"{layer}(?:-(\d+))?\.jsonl", file.name))
    }
    return numbered[max(numbered)] if numbered else None


def shares() -> dict[str, Share]:
    """Per family its share of right items among those judged right or wrong."""
    out = {}
    for family, (layer, question) in QUESTIONS.items():
        file = newest(layer)
        if file is None:
            continue
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        given = [row.get(question, row.get("verdict")) for row in rows]
        right, wrong = given.count("right"), given.count("wrong")
        if right + wrong:
            out[family] = Share(right / (right + wrong), right + wrong)
    return out


def write(measured: dict[str, Share]) -> None:
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
                f"on = {_label(*ON_ALONE.get(family['id'], ON))}",
                f"day = {dt.date.today().isoformat()}",
            ]
    MEASURED.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _label(ar: str, en: str) -> str:
    return f"{{ar = {json.dumps(ar, ensure_ascii=False)}, en = {json.dumps(en)}}}"


def main() -> int:
    """Count, print, and with --write write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true")
    o = arguments.parse_args()
    measured = shares()
    for family, (precision, items) in measured.items():
        print(f"{family:12} {precision:6.3f} of {items}")
    if o.write:
        write(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
