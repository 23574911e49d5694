"""What readers hand each other: small values that never change."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, gc=False):
    """Compared and hashed by its fields. Never part of a cycle, so the collector need not look at it."""


class Ordered(Value, frozen=True, order=True):
    """A value that sorts by its fields."""
