"""Dating articles from their own words: `python -m benchmarks.dating BULK.jsonl.gz [MORE.jsonl.gz ...] [--seeds DIR
GOLD]`.

Reads N seeded articles whose date is known with the date withheld and prints the share dated (an interval closed on
both
sides), how often the true day lies inside, the share dated to 31 days or less, the median width, and how often
one-sided bounds
hold. With --seeds, also the texts of DIR against `published` of the YAML files in GOLD.

Why the share stays small: most news names its days by weekday and by day and month alone; where a year is written,
it is as a
rule not the article's own (on the bulk articles, the latest year told as past is the year of publication in about
one of four).
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import random
import re
import statistics
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Published
from isnad.read.dating import DatingReader
from isnad.read.numbers import NumbersReader
from isnad.read.times import TimesReader
from isnad.text.prose import Prose

_SLASHED = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def published_day(record: dict[str, Any]) -> dt.date | None:
    """The day that a bulk record gives, whatever its writing; None where it gives none."""
    given = str(record.get("published") or record.get("time") or "")
    if m := _SLASHED.match(given):
        return dt.date(int(m[3]), int(m[2]), int(m[1]))
    for read in (dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(given).date()
        except (TypeError, ValueError):
            continue
    return None


def dated_articles(paths: list[Path]) -> Iterator[tuple[dt.date, str]]:
    """Day and text of every record that has both."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                day = published_day(record)
                if day is not None and record.get("text"):
                    yield day, record["text"]


class Reader:
    """The readers that dating needs, built once."""

    def __init__(self) -> None:
        lexicons = Lexicons()
        self.numbers, self.times, self.dating = NumbersReader(lexicons), TimesReader(lexicons), DatingReader(lexicons)

    def __call__(self, text: str) -> Published:
        prose = Prose(text)
        return self.dating.read(prose, self.times.mentions(prose, self.numbers.read(prose)))


def bounds(p: Published) -> tuple[dt.date | None, dt.date | None]:
    return tuple(dt.date.fromisoformat(d) if d else None for d in (p.earliest, p.latest))  # type: ignore[return-value]


def measure(articles: list[tuple[dt.date, str]]) -> dict[str, float]:
    """The figures that main prints; a share is of all articles."""
    reader = Reader()
    widths, inside, one_sided, held = [], 0, 0, 0
    for day, text in articles:
        first, last = bounds(reader(text))
        fits = (first is None or first <= day) and (last is None or day <= last)
        if first is not None and last is not None:
            widths.append((last - first).days)
            inside += fits
        elif first is not None or last is not None:
            one_sided += 1
            held += fits
    n = len(articles)
    return {
        "articles": n,
        "dated share": len(widths) / n,
        "true day inside": inside / len(widths) if widths else 1.0,
        "dated to 31 days or less, share": sum(w <= 31 for w in widths) / n,
        "median width in days": statistics.median(widths) if widths else 0,
        "bounded on one side, share": one_sided / n,
        "one-sided bound holds": held / one_sided if one_sided else 1.0,
    }


def seeds(texts: Path, gold: Path) -> Iterator[str]:
    """One line per seed: its interval and whether it holds the gold day."""
    import yaml

    reader = Reader()
    for path in sorted(gold.glob("*.yaml")):
        truth = yaml.safe_load(path.read_text(encoding="utf-8"))
        first, last = bounds(reader((texts / truth["doc"]).read_bytes().decode("utf-8")))
        day = truth["published"]
        fits = (first is None or first <= day) and (last is None or day <= last)
        yield f"{truth['doc']}: {first} .. {last}; published {day}: {'inside' if fits else 'OUTSIDE'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bulk", nargs="+", type=Path)
    parser.add_argument("--n", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--seeds", nargs=2, type=Path, metavar=("DIR", "GOLD"))
    options = parser.parse_args()
    articles = list(dated_articles(options.bulk))
    chosen = random.Random(options.seed).sample(articles, min(options.n, len(articles)))
    for name, value in measure(chosen).items():
        print(f"{name:34}{value:10.4f}" if isinstance(value, float) else f"{name:34}{value:10}")
    for line in seeds(*options.seeds) if options.seeds else ():
        print(line)


if __name__ == "__main__":
    main()
