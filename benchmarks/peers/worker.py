"""One loaded system that reads articles from standard input, as HeidelTimeWorker.java does.

    worker.py SYSTEM [--answers]       SYSTEM: one of SYSTEMS below

In: a line "MOMENT BYTES" (YYYY-MM-DD, or with THH:MM:SS), then the bytes (UTF-8). Out: "ready" once loaded, then for
each article one line: how many items were found, and the CPU seconds that this process has used so far; with
--answers also what was found, as JSON of the shape of a reading.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import answers


class Found(NamedTuple):
    """An answer: how many items, and how to put them into the shape of a reading."""

    count: int
    shaped: Callable[[], dict[str, Any]]


Reader = Callable[[str, dt.datetime], Found]


def isnad() -> Reader:
    """Everything: every layer of a reading, and the reading as JSON."""
    from msgspec.json import encode

    from isnad import engine
    from isnad.read.layers import choose_layers

    layers = choose_layers("+numbers")

    def read(text: str, day: dt.datetime) -> Found:
        reading = engine.read_text(text, published=_given(day), layers=layers)
        written = encode(reading)
        count = len(reading.names) + len(reading.times) + len(reading.statements) + len(reading.figures)
        return Found(count, lambda: json.loads(written))

    return read


def isnad_times() -> Reader:
    """The times layer alone: what the other systems look for."""
    from msgspec.json import encode

    from isnad import engine

    def read(text: str, day: dt.datetime) -> Found:
        reading = engine.read_text(text, published=_given(day), layers=["times"])
        return Found(len(reading.times), lambda: json.loads(encode(reading)))

    return read


def _given(day: dt.datetime) -> dt.date | str:
    return day.isoformat() if day.time() != dt.time() else day.date()


def dateparser() -> Reader:
    """dateparser's search."""
    from dateparser.search import search_dates

    def read(text: str, day: dt.datetime) -> Found:
        settings: Any = {"RELATIVE_BASE": day, "RETURN_TIME_AS_PERIOD": True}
        found: Any = search_dates(text, languages=["ar"], settings=settings, add_period=True) or ()
        return Found(len(found), lambda: {"times": answers.found_moments(found, text)})

    return read


def maha() -> Reader:
    """Maha's times; the search takes no day of the article."""
    from maha.parsers.functions import parse_dimension

    def read(text: str, day: dt.datetime) -> Found:
        found = parse_dimension(text, time=True)
        return Found(len(found), lambda: {"times": answers.maha_times(found, day)})

    return read


def maha_times() -> Reader:
    """Maha's times and durations."""
    from maha.parsers.functions import parse_dimension

    def read(text: str, day: dt.datetime) -> Found:
        found, lasting = parse_dimension(text, time=True), parse_dimension(text, duration=True)
        times = answers.maha_times(found, day)
        return Found(len(found), lambda: {"times": times + answers.maha_durations(lasting, times)})

    return read


def maha_everything() -> Reader:
    """Maha's times, durations, numerals and ordinals."""
    from maha.parsers.functions import parse_dimension

    times = maha_times()

    def read(text: str, day: dt.datetime) -> Found:
        found = times(text, day)
        cardinals = answers.maha_numbers(parse_dimension(text, numeral=True), "cardinal")
        numbers = cardinals + answers.maha_numbers(parse_dimension(text, ordinal=True), "ordinal")
        return Found(found.count + len(numbers), lambda: found.shaped() | {"numbers": numbers})

    return read


def duckling() -> Reader:
    """Duckling of 2018. Its wrapper was made for a JPype that turned Java's strings into Python's by itself."""
    import jpype
    import jpype.imports
    from duckling import Duckling
    from duckling import __file__ as package

    jars = [str(jar) for jar in (Path(package).parent / "jars").glob("*.jar")]
    jpype.startJVM(classpath=jars, convertStrings=True)
    parser = Duckling(jvm_started=True)
    parser.load(languages=["ar"])

    def read(text: str, day: dt.datetime) -> Found:
        numbers = answers.duckling_numbers(parser.parse(text, language="ar$core"))
        return Found(len(numbers), lambda: {"numbers": numbers})

    return read


SYSTEMS: dict[str, Callable[[], Reader]] = {
    "isnad": isnad,
    "isnad-times": isnad_times,
    "dateparser": dateparser,
    "maha": maha,
    "maha-times": maha_times,
    "maha-everything": maha_everything,
    "duckling": duckling,
}


def main(arguments: Iterable[str]) -> None:
    """Load the system named on the command line and answer until the input ends."""
    name, *options = arguments
    read = SYSTEMS[name]()
    read("قال إن 5 جنود وصلوا أمس.", dt.datetime(2024, 1, 2))
    out, sys.stdout = sys.stdout, sys.stderr
    print("ready", file=out, flush=True)
    while head := sys.stdin.buffer.readline():
        day, size = head.split()
        text = sys.stdin.buffer.read(int(size)).decode("utf-8")
        found = read(text, dt.datetime.fromisoformat(day.decode()))
        line = f"{found.count} {time.process_time()}"
        if "--answers" in options:
            line += " " + json.dumps(found.shaped(), ensure_ascii=True)
        print(line, file=out, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
    os._exit(0)  # every answer is flushed; idle threads of a JVM would hold the process for a minute
