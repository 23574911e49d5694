"""Spellings that the press uses for one word, beyond what folding joins."""

from __future__ import annotations

import msgspec


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """forms: beginnings of one word as different presses write it."""

    forms: tuple[str, ...]


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file spellings.toml."""

    spelling: tuple[Spelling, ...] = ()
