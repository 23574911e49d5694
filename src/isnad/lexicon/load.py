"""Lexicon files: typed TOML, an unknown key is an error, a user's folder overlays the shipped one."""

from __future__ import annotations

import hashlib
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from isnad.errors import LexiconError

T = TypeVar("T")


def _parse(name: str, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise LexiconError(f"{name}: not readable as TOML: {e}") from e


def _merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in over.items():
        held = out.get(key)
        if isinstance(held, list) and isinstance(value, list):
            out[key] = held + value
        elif isinstance(held, dict) and isinstance(value, dict):
            out[key] = _merged(held, value)
        else:
            out[key] = value
    return out


class Lexicons:
    """The shipped lexicons, with a user's folder laid over them (lists grow, tables merge, values replace)."""

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay

    def load(self, name: str, kind: type[T]) -> T:
        """The file `name`.toml as `kind` (a msgspec Struct with forbid_unknown_fields). Raises LexiconError."""
        shipped = resources.files("isnad.lexicon").joinpath("data", "ar", f"{name}.toml")
        tables = _parse(name, shipped.read_bytes())
        if self.overlay is not None and (self.overlay / f"{name}.toml").is_file():
            path = self.overlay / f"{name}.toml"
            tables = _merged(tables, _parse(str(path), path.read_bytes()))
        try:
            return msgspec.convert(tables, kind)
        except msgspec.ValidationError as e:
            raise LexiconError(f"{name}: {e}") from e


def digest_of(overlay: Path | None) -> str:
    """A hash of all lexicon files, the shipped and those of the folder `overlay`: what a reading depends on."""
    total = hashlib.sha256()
    shipped = resources.files("isnad.lexicon").joinpath("data", "ar")
    for file in sorted(shipped.iterdir(), key=lambda f: f.name):
        total.update(file.name.encode() + b"\0" + file.read_bytes())
    for path in sorted(overlay.glob("*.toml")) if overlay is not None else ():
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
