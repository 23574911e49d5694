"""A dossier by its name in the installed package, or by the path of a file."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import msgspec

from isnad.dossier.lines import Lines
from isnad.errors import DossierError
from isnad.model.dossier import Actor, ActorKind, Board, Dossier, Label, Measure, Office, Phase, Question

_PATH = re.compile(r" - at `\$(.*)`$")
_ENTRY = re.compile(r"\.(\w+)\[(\d+)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`")
_MISSING = re.compile(r"Object missing required field `(.*)`")
_WRONG = re.compile(r"Expected `([^`|]*)[^`]*`, got `(.*)`")
_KINDS = {"array": "a list", "str": "a text", "object": "a table", "int": "a number", "float": "a number"}
_TOML_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_KEYS: dict[str, type[msgspec.Struct]] = {
    "": Dossier,
    "actor": Actor,
    "office": Office,
    "measure": Measure,
    "question": Question,
    "phase": Phase,
    "board": Board,
    "title": Label,
}


def shipped_dossiers() -> tuple[str, ...]:
    """Names of the dossiers in the package, sorted."""
    folder = resources.files("isnad.dossier").joinpath("data")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def load_dossier(name: str | Path) -> Dossier:
    """The dossier that `name` names: a shipped one, else a TOML file. Raises DossierError (file, line, entry, key)."""
    return parse_dossier(_bytes(name), str(name))


def read_dossier(name: str | Path) -> str:
    """The text of the dossier that `name` names. Raises DossierError where there is none, or it is not in UTF-8."""
    return _text(_bytes(name), str(name))


def parse_dossier(data: bytes, name: str) -> Dossier:
    """The dossier in the bytes of a TOML file; `name` is what errors call it. Raises DossierError."""
    text = _text(data, name)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        m = _TOML_LINE.search(str(e))
        place, told = (f":{m[1]}", f"{str(e)[: m.start()]} (column {m[2]})") if m else ("", str(e))
        raise DossierError(f"{name}{place}: not readable as TOML: {told}") from e
    try:
        return msgspec.convert(tables, Dossier)
    except msgspec.ValidationError as e:
        raise DossierError(f"{name}:{_placed(str(e), tables, Lines(text))}") from e


def _placed(message: str, tables: dict[str, Any], lines: Lines) -> str:
    """Line, entry and fault from msgspec's message («Expected `array`, got `str` - at `$.actor[3].names`»)."""
    m = _PATH.search(message)
    path = m[1] if m else ""
    told, word = _told(message[: m.start()] if m else message, path)
    entry = _ENTRY.match(path)
    if entry is None:
        table = path.split(".")[1] if path.startswith(".") else ""
        inner = table if table in tables and isinstance(tables[table], dict) and table == "board" else ""
        return f"{lines.find(inner, 0, word)}: {told}"
    kind, index = entry[1], int(entry[2])
    return f"{lines.find(kind, index, word)}: {_called(tables, kind, index)}: {told}"


def _called(tables: dict[str, Any], kind: str, index: int) -> str:
    entries = tables.get(kind)
    entry = entries[index] if isinstance(entries, list) and index < len(entries) else None
    called = entry.get("id") if isinstance(entry, dict) else None
    return f"{kind} {called}" if isinstance(called, str) else f"{kind} number {index + 1}"


def _told(fault: str, path: str) -> tuple[str, str]:
    """A fault in plain words, and the word to look for in the file."""
    steps = [s for s in re.sub(r"\[[^\]]*\]", "", path).split(".") if s]
    key = steps[-1] if steps else ""
    if m := _UNKNOWN.match(fault):
        struct = _KEYS.get(key)
        keys = f"; the keys are {', '.join(struct.__struct_encode_fields__)}" if struct else ""
        return f"there is no key `{m[1]}`{' in ' + key if key else ''}{keys}", m[1]
    if m := _MISSING.match(fault):
        return f"the key `{m[1]}`{' of ' + key if key else ''} is missing", key
    if m := _WRONG.match(fault):
        return f"`{key}` is {_KINDS.get(m[1], m[1])}, not {_KINDS.get(m[2], m[2])}", key
    if key == "kind":
        return (
            f"{fault.removeprefix('Invalid enum value ')} is no kind; the kinds are {', '.join(get_args(ActorKind))}",
            key,
        )
    return f"`{key}`: {fault[:1].lower()}{fault[1:]}", key


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise DossierError(f"{name}: not in UTF-8 (byte {e.start}); save it as UTF-8") from e


def _bytes(name: str | Path) -> bytes:
    if isinstance(name, str) and name in shipped_dossiers():
        return resources.files("isnad.dossier").joinpath("data", f"{name}.toml").read_bytes()
    try:
        return Path(name).read_bytes()
    except OSError as e:
        shipped = ", ".join(shipped_dossiers()) or "none"
        raise DossierError(f"{name}: no such dossier ({e.strerror}); shipped ones: {shipped}") from e
