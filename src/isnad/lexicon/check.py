"""The habits of lexicon files, checked: what their types cannot say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from isnad.lexicon.habits import faults_of_form
from isnad.text.fold import fold_word

_ARABIC = re.compile("[\u0600-\u06ff]")
#: A table or file that says so may hold Persian letters.
_MARK = "persian"


def shipped_lexicons() -> tuple[str, ...]:
    """Names of the shipped lexicon files, sorted, without `.toml`."""
    folder = resources.files("isnad.lexicon").joinpath("data", "ar")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def check_lexicons(folder: Path | None = None) -> tuple[str, ...]:
    """One line per fault of the files in `folder` (None: the shipped ones); empty where there is none.

    A fault is a file that is none of the lexicons, no TOML, or holds a form that is not NFC, has a tatweel, a bidi
    control, an unmarked Persian letter, or stands twice in one list (or block of words) after folding.
    """
    faults = []
    for name, data in _files(folder):
        if folder is not None and name not in shipped_lexicons():
            faults.append(f"{name}.toml: there is no such lexicon; they are {', '.join(shipped_lexicons())}")
        try:
            tables = tomllib.loads(data.decode("utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
            faults.append(f"{name}.toml: not readable as TOML: {e}")
            continue
        faults.extend(f"{name}.toml: {fault}" for fault in _faults(tables, "", False))
    return tuple(faults)


def _files(folder: Path | None) -> Iterator[tuple[str, bytes]]:
    if folder is None:
        shipped = resources.files("isnad.lexicon").joinpath("data", "ar")
        for name in shipped_lexicons():
            yield name, shipped.joinpath(f"{name}.toml").read_bytes()
    else:
        for path in sorted(folder.glob("*.toml")):
            yield path.stem, path.read_bytes()


def _faults(value: Any, where: str, persian: bool) -> Iterator[str]:
    if isinstance(value, dict):
        persian = persian or bool(value.get(_MARK))
        at = f"{where} {value['id']}" if isinstance(value.get("id"), str) else where
        for key, held in value.items():
            yield from _faults(held, f"{at}.{key}".strip(". "), persian)
    elif isinstance(value, list):
        yield from _twice([v for v in value if isinstance(v, str) and _ARABIC.search(v)], where)
        for held in value:
            yield from _faults(held, where, persian)
    elif isinstance(value, str) and _ARABIC.search(value):
        if value.strip().count("\n"):  # a block of words is a list too
            yield from _twice(value.split(), where)
        for form in value.split("\n"):
            if _ARABIC.search(form):
                yield from (f"{where}: {form[:60]!r} {fault}" for fault in faults_of_form(form.strip(), persian))


def _twice(forms: list[str], where: str) -> Iterator[str]:
    met: dict[str, str] = {}
    for form in forms:
        folded = " ".join(fold_word(form).split())
        if folded in met:
            yield f"{where}: {form!r} stands twice (folded like {met[folded]!r})"
        met[folded] = form
