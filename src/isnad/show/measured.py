"""What share of each family of items was right when last measured: read from data/measured.toml."""

from __future__ import annotations

import datetime as dt
import functools
from importlib import resources
from typing import Annotated, Literal

import msgspec

from isnad.errors import LexiconError
from isnad.model.dossier import Label

FamilyId = Literal["statements", "speakers", "times", "figures", "names", "commitments", "comparisons"]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One family. precision: right of those found (None: not measured); items: how many were judged, on what, when."""

    id: FamilyId
    title: Label
    precision: Share | None = None
    items: int | None = None
    on: Label | None = None
    day: dt.date | None = None

    @property
    def wrong(self) -> float | None:
        """Share found wrong, 0 to 1; None where nothing was measured."""
        return None if self.precision is None else 1 - self.precision


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All families, in the order the first screen lists them."""

    family: tuple[Family, ...]

    def of(self, family: FamilyId) -> Family | None:
        """One family by id."""
        return next((f for f in self.family if f.id == family), None)


@functools.cache
def load_measured() -> Measured:
    """The measurements shipped with this version. Raises LexiconError where the file breaks its shape."""
    raw = resources.files("isnad.show").joinpath("data/measured.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=Measured)
    except msgspec.DecodeError as err:
        raise LexiconError(f"show/data/measured.toml: {err}") from err
