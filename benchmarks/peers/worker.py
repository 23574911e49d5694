"""One loaded system that reads articles from standard input, as HeidelTimeWorker.java does.

    worker.py isnad | isnad-times | dateparser | maha

In: a line "YYYY-MM-DD BYTES", then the bytes (UTF-8). Out: "ready" once loaded, then for each article one line: how
many items were found, and the CPU seconds that this process has used so far.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable

Reader = Callable[[str, dt.date], int]


def isnad() -> Reader:
    """Everything: every layer of a reading, and the reading as JSON."""
    from msgspec.json import encode

    from isnad import engine
    from isnad.read.layers import choose_layers

    layers = choose_layers("+numbers")

    def read(text: str, day: dt.date) -> int:
        reading = engine.read_text(text, published=day, layers=layers)
        encode(reading)
        return len(reading.names) + len(reading.times) + len(reading.statements) + len(reading.figures)

    return read


def isnad_times() -> Reader:
    """The times layer alone: what the other systems look for."""
    from isnad import engine

    return lambda text, day: len(engine.read_text(text, published=day, layers=["times"]).times)


def dateparser() -> Reader:
    """dateparser's search."""
    from dateparser.search import search_dates

    def read(text: str, day: dt.date) -> int:
        base = dt.datetime.combine(day, dt.time())
        return len(search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": base}) or ())

    return read


def maha() -> Reader:
    """Maha's times; the search takes no day of the article."""
    from maha.parsers.functions import parse_dimension

    return lambda text, day: len(parse_dimension(text, time=True))


SYSTEMS: dict[str, Callable[[], Reader]] = {
    "isnad": isnad,
    "isnad-times": isnad_times,
    "dateparser": dateparser,
    "maha": maha,
}


def main() -> None:
    """Load the system named on the command line and answer until the input ends."""
    read = SYSTEMS[sys.argv[1]]()
    read("قال إن 5 جنود وصلوا أمس.", dt.date(2024, 1, 2))
    answers, sys.stdout = sys.stdout, sys.stderr
    print("ready", file=answers, flush=True)
    while head := sys.stdin.buffer.readline():
        day, size = head.split()
        text = sys.stdin.buffer.read(int(size)).decode("utf-8")
        found = read(text, dt.date.fromisoformat(day.decode()))
        print(found, time.process_time(), file=answers, flush=True)


if __name__ == "__main__":
    main()
