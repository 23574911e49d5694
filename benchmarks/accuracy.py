"""How right and how fast Isnad reads times, and what reads them beside it: one run, the same texts, one core each.

    python benchmarks/accuracy.py [--rounds 2] [--without-peers] [--cases FOLDER] [--json FILE] [--write]

Gold: the example articles, and `dev` and `seeds` where ../shared/gold is. Cases: FOLDER (default ../shared/peers) with
score_cases.py, duckling.jsonl and maha.jsonl, the projects' own tests in one form. What is missing is skipped with a
line. Each system is loaded once; it reads all gold for its answers, then --rounds times more for its CPU time, by turns
with the others. Peers are installed from requirements*.txt into environments under build/bench. --write puts the tables
into docs/explanation/benchmarks.md.
"""

from __future__ import annotations

import argparse
import base64
import csv
import datetime as dt
import importlib.util
import json
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests" / "quality")]

import gate  # noqa: E402
from peers.answers import timeml  # noqa: E402
from peers.workers import PUNCTUATION, Article, Measured, Worker, heideltime, peers_python, python_system  # noqa: E402

HOME = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "explanation" / "benchmarks.md"
CASES = ROOT.parent / "shared" / "peers"
SUITES = ("duckling", "maha")
UNDATED = dt.datetime(2020, 1, 1)  #: for cases that need no day; every system is told the same
BATCH = 10
TIMES = frozenset({"DATE", "DATE.range", "TIME", "TIME.range", "DURATION"})
NUMBERS = frozenset({"NUMBER", "ORDINAL"})
ISNAD, ISNAD_TIMES = "Isnad, everything", "Isnad, times"
Reading = dict[str, Any]


@dataclass
class System:
    """A system in the run. kinds: what it looks for in the cases. own: the suite that is its own project's tests."""

    name: str
    start: Callable[[], Worker]
    kinds: frozenset[str] | None
    on_gold: bool = True
    on_cases: bool = True
    own: str | None = None
    worker: Worker | None = None
    trouble: str = ""
    spent: Measured = field(default_factory=lambda: Measured(0, 0, 0))

    def load(self) -> None:
        """Start it; what stops it is kept as its `trouble`."""
        try:
            self.worker = self.start()
        except subprocess.CalledProcessError as e:
            self._lose(f"{' '.join(map(str, e.cmd[:1]))} failed: {_last_line(e.stderr)}")
        except (OSError, RuntimeError) as e:
            self._lose(str(e))

    def read(self, articles: list[Article], *, counted: bool = False) -> list[Reading]:
        """Its answers, as readings; empty once it has broken. counted: add to what it spent."""
        if self.worker is None:
            return []
        told: list[str] = []
        given = articles
        if self.name == "HeidelTime":
            given = [replace(a, text=a.text.translate(PUNCTUATION)) for a in articles]
        try:
            took = self.worker.read(given, told)
            if counted:
                self.spent = Measured(self.spent.cpu + took.cpu, self.spent.wall + took.wall, 0)
                return []
            return [self._reading(answer, article.text) for answer, article in zip(told, given, strict=True)]
        except (OSError, RuntimeError, ValueError) as e:
            self._lose(str(e))
            return []

    def _reading(self, answer: str, text: str) -> Reading:
        if self.name == "HeidelTime":
            return {"times": timeml(base64.b64decode(answer).decode("utf-8"), text)}
        reading: Reading = json.loads(answer)
        return reading

    def _lose(self, trouble: str) -> None:
        self.worker, self.trouble = None, trouble
        print(f"{self.name} is left out: {trouble}", file=sys.stderr)


def _last_line(output: bytes | None) -> str:
    lines = (output or b"").decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "no message"


def systems(peers: bool) -> list[System]:
    """All systems, not yet loaded."""
    here = partial(python_system, sys.executable)
    found = [
        System(ISNAD, partial(here, "isnad", HOME, "--answers"), None),
        System(ISNAD_TIMES, partial(here, "isnad-times", HOME, "--answers"), None, on_cases=False),
    ]
    if not peers:
        return found

    def peer(requirements: str, name: str) -> Callable[[], Worker]:
        return lambda: python_system(peers_python(HOME, requirements), name, HOME, "--answers")

    return [
        *found,
        System("HeidelTime", lambda: heideltime(peers_python(HOME, "requirements.txt"), HOME, "--answers"), TIMES),
        System("dateparser", peer("requirements.txt", "dateparser"), TIMES - {"DURATION"}),
        System("Maha, times", peer("requirements-maha.txt", "maha-times"), TIMES, on_cases=False),
        System(
            "Maha",
            peer("requirements-maha.txt", "maha-everything"),
            TIMES | NUMBERS | {"PERCENT"},
            on_gold=False,
            own="maha",
        ),
        System("Duckling of 2018", peer("requirements-duckling.txt", "duckling"), NUMBERS, on_gold=False),
    ]


@dataclass(frozen=True)
class Gold:
    """An article of a gold set."""

    article: Article
    truth: dict[str, Any]


def gold(gold_set: gate.GoldSet) -> list[Gold]:
    """The articles of a set whose day the metadata give (the peers need one), with their truths."""
    with gold_set.metadata.open(encoding="utf-8", newline="") as f:
        days = {row["path"]: dt.date.fromisoformat(row["published"]) for row in csv.DictReader(f)}
    found = []
    for stem, path in gold_set.documents().items():
        if path.name not in days:
            continue
        truth = yaml.safe_load((gold_set.gold / f"{stem}.yaml").read_text(encoding="utf-8"))
        truth.setdefault("doc", path.name)
        found.append(Gold(Article(path.read_bytes().decode("utf-8"), days[path.name]), truth))
    return found


@dataclass
class OnGold:
    """What a system gives on a gold set: rows of the scorer by name; CPU seconds a round."""

    rows: dict[str, dict[str, float]]
    cpu: float


def run_gold(running: list[System], golds: list[Gold], rounds: int) -> dict[str, OnGold]:
    """Answers first, which is the warm-up too; then the rounds, a batch each by turns."""
    articles = [g.article for g in golds]
    told = {s.name: s.read(articles) for s in running}
    for s in running:
        s.spent = Measured(0, 0, 0)
    for _ in range(rounds):
        for at in range(0, len(articles), BATCH):
            for s in running:
                s.read(articles[at : at + BATCH], counted=True)
    found = {}
    for s in running:
        if s.worker is None:
            continue
        tally = gate.score.Tally()
        for g, reading in zip(golds, told[s.name], strict=True):
            gate.score.score_doc(g.truth, g.article.text, {"times": reading["times"]}, tally, {})
        found[s.name] = OnGold(dict(tally.rows()), s.spent.cpu / rounds)
    return found


def gold_table(found: Mapping[str, OnGold], golds: list[Gold]) -> list[str]:
    """Markdown: accuracy, speed and both beside Isnad's."""
    times = sum(g["gold"] for g in [next(iter(found.values())).rows["times: found"]])
    lines = [
        f"{len(golds)} articles, {sum(len(g.article.text) for g in golds):,} characters, {times:.0f} times.",
        "",
        "| | found: precision | recall | F1 | value right: F1 | that, × Isnad's | CPU ms/article "
        "| × Isnad's times | × Isnad's everything |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    base, whole = found[ISNAD_TIMES], found[ISNAD]
    for name, on in found.items():
        spans, values = on.rows["times: found"], on.rows["times: value right"]
        beside = values["F1"] / base.rows["times: value right"]["F1"]
        lines.append(
            f"| {name} | {spans['P']:.3f} | {spans['R']:.3f} | {spans['F1']:.3f} | {values['F1']:.3f} | {beside:.2f} "
            f"| {1000 * on.cpu / len(golds):.2f} | {on.cpu / base.cpu:.1f} | {on.cpu / whole.cpu:.1f} |"
        )
    return lines


def scorer(folder: Path) -> Any | None:
    """score_cases.py of `folder`; None where it is not there."""
    file = folder / "score_cases.py"
    if not file.exists():
        return None
    spec = importlib.util.spec_from_file_location("isnad_bench_score_cases", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_cases(running: list[System], cases: list[dict[str, Any]], score: Any) -> tuple[Counter[str], dict[str, Any]]:
    """How many items each kind has, and per system how many of them are right."""
    articles = [
        Article(c["text"], dt.datetime.fromisoformat(c["reference_time"]) if c.get("reference_time") else UNDATED)
        for c in cases
    ]
    asked = [
        [e for e in c["expected"] if None not in (e.get("value"), e.get("start")) and not _open(e["value"])]
        for c in cases
    ]
    of = Counter(score.label(e) for expected in asked for e in expected)
    right: dict[str, Counter[str]] = {}
    for s in running:
        told = s.read(articles)
        if told:
            pairs = zip(asked, told, strict=True)
            right[s.name] = Counter(score.label(e) for expected, r in pairs for e in expected if score.right(e, r))
    return of, right


def _open(value: Any) -> bool:
    return str(value).endswith("_REF")


def case_table(of: Counter[str], right: Mapping[str, Counter[str]], running: list[System], suite: str) -> list[str]:
    """Markdown: per kind the share right in percent; a dash where a system does not look for the kind."""
    shown = [s for s in running if s.name in right]
    heads = [s.name + (" (its own tests)" if s.own == suite else "") for s in shown]
    lines = ["| | items | " + " | ".join(heads) + " |", "|---|--:|" + "--:|" * len(shown)]
    for kind in sorted(of):
        cells = [
            f"{100 * right[s.name][kind] / of[kind]:.1f}" if s.kinds is None or kind in s.kinds else "–" for s in shown
        ]
        lines.append(f"| {kind} | {of[kind]} | " + " | ".join(cells) + " |")
    return lines


def load_cases(file: Path) -> list[dict[str, Any]]:
    """The cases of a file, a JSON object a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def put(page: Path, name: str, lines: Iterable[str]) -> None:
    """Put lines between the page's markers of that name. Raises ValueError where it has none."""
    text = page.read_text(encoding="utf-8")
    start, end = f"<!-- measured: {name} -->\n", "<!-- end -->"
    before, found, rest = text.partition(start)
    if not found or end not in rest:
        raise ValueError(f"{page} has no place for {name}")
    page.write_text(before + start + "\n" + "\n".join(lines) + "\n\n" + end + rest.partition(end)[2], encoding="utf-8")


def machine() -> list[str]:
    """What the run was made with."""
    java = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False) if _has_java() else None
    named = java.stderr.splitlines()[0] if java else "no Java"
    listed = [
        line
        for file in sorted((ROOT / "benchmarks").glob("requirements*.txt"))
        for line in file.read_text().splitlines()
        if line and not line.startswith("#")
    ]
    return [
        f"{dt.date.today()}, {platform.machine()}, Python {platform.python_version()}, {named}; {', '.join(listed)}."
    ]


def _has_java() -> bool:
    import shutil

    return shutil.which("java") is not None


def main() -> int:
    """Measure and print; see the module's docstring."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--without-peers", action="store_true")
    arguments.add_argument("--cases", type=Path, default=CASES)
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--write", action="store_true")
    o = arguments.parse_args()
    HOME.mkdir(parents=True, exist_ok=True)
    running = systems(not o.without_peers)
    for s in running:
        s.load()
    if any(s.worker is None for s in running[:2]):
        return 1
    parts = {"machine": machine()} | measured_gold(running, o.rounds) | measured_cases(running, o.cases)
    for name, lines in parts.items():
        print(f"\n## {name}\n\n" + "\n".join(lines))
        if o.write:
            put(PAGE, name, lines)
    if o.json:
        o.json.write_text(json.dumps(parts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for s in running:
        if s.worker is not None:
            s.worker.close()
    return 0


def measured_gold(running: list[System], rounds: int) -> dict[str, list[str]]:
    """A table for each gold set that is there."""
    tables = {}
    for gold_set in gate.SETS:
        if not gold_set.exists():
            print(f"{gold_set.name} is left out: {gold_set.gold} is not here", file=sys.stderr)
            continue
        golds = gold(gold_set)
        found = run_gold([s for s in running if s.on_gold and s.worker is not None], golds, rounds)
        tables[gold_set.name] = gold_table(found, golds)
    return tables


def measured_cases(running: list[System], folder: Path) -> dict[str, list[str]]:
    """A table for each suite of cases that is there."""
    score, tables = scorer(folder), {}
    for suite in SUITES:
        file = folder / f"{suite}.jsonl"
        if score is None or not file.exists():
            print(f"the cases of {suite} are left out: {folder} does not have them", file=sys.stderr)
            continue
        live = [s for s in running if s.on_cases and s.worker is not None]
        tables[suite] = case_table(*run_cases(live, load_cases(file), score), live, suite)
    return tables


if __name__ == "__main__":
    sys.exit(main())
