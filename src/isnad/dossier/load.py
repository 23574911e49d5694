"""A dossier by its name in the installed package, or by the path of a file."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from isnad.errors import DossierError
from isnad.model.dossier import Dossier

_PLACE = re.compile(r"`\$\.(\w+)\[(\d+)\]")


def shipped_dossiers() -> tuple[str, ...]:
    """Names of the dossiers in the package, sorted."""
    folder = resources.files("isnad.dossier").joinpath("data")
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def load_dossier(name: str | Path) -> Dossier:
    """The dossier that `name` names: a shipped one, else a TOML file. Raises DossierError (file, entry, key)."""
    return parse_dossier(_bytes(name), str(name))


def parse_dossier(data: bytes, name: str) -> Dossier:
    """The dossier in the bytes of a TOML file; `name` is what errors call it. Raises DossierError."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise DossierError(f"{name}: not in UTF-8 (byte {e.start}); save it as UTF-8") from e
    except tomllib.TOMLDecodeError as e:
        raise DossierError(f"{name}: not readable as TOML: {e}") from e
    try:
        return msgspec.convert(tables, Dossier)
    except msgspec.ValidationError as e:
        raise DossierError(f"{name}: {_placed(str(e), tables)}") from e


def _placed(message: str, tables: dict[str, Any]) -> str:
    """msgspec's message with the entry's id for its place («$.actor[3]»)."""
    m = _PLACE.search(message)
    if m is None:
        return message
    entries = tables.get(m[1])
    entry = entries[int(m[2])] if isinstance(entries, list) and int(m[2]) < len(entries) else None
    called = entry.get("id") if isinstance(entry, dict) else None
    named = f"{m[1]} {called}" if isinstance(called, str) else f"{m[1]} number {int(m[2]) + 1}"
    return f"{named}: {message}"


def _bytes(name: str | Path) -> bytes:
    if isinstance(name, str) and name in shipped_dossiers():
        return resources.files("isnad.dossier").joinpath("data", f"{name}.toml").read_bytes()
    try:
        return Path(name).read_bytes()
    except OSError as e:
        shipped = ", ".join(shipped_dossiers()) or "none"
        raise DossierError(f"{name}: no such dossier ({e.strerror}); shipped ones: {shipped}") from e
