"""What a carrier says of an article, from strongest to weakest, laid one over the other."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import msgspec

from isnad.ingest.moments import read_moment
from isnad.model.document import Basis


class Given(msgspec.Struct, frozen=True, omit_defaults=True):
    """The words of one carrier; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None


class Settled(NamedTuple):
    """What the carriers say together; `*_basis` names the carrier; notes hold dates that are none."""

    title: str | None
    title_basis: Basis | None
    outlet: str | None
    author: str | None
    url: str | None
    published: dt.date | None
    published_at: str | None
    published_basis: Basis | None
    notes: tuple[str, ...]


def settle(carriers: list[tuple[Basis, Given | None]]) -> Settled:
    """Lay the carriers over one another, strongest first. A date that is none is noted and the next carrier asked."""
    present = [(basis, given) for basis, given in carriers if given is not None]

    def first(key: str) -> tuple[str | None, Basis | None]:
        for basis, given in present:
            value = (getattr(given, key) or "").strip()
            if value:
                return value, basis
        return None, None

    notes = []
    day, at, day_basis = None, None, None
    for basis, given in present:
        written = (given.published or "").strip()
        moment = read_moment(written) if written else None
        if moment is not None:
            (day, at), day_basis = moment, basis
            break
        if written:
            notes.append(f"date not understood: {written[:60]!r}; give it as YYYY-MM-DD")
    title, title_basis = first("title")
    return Settled(
        title, title_basis, first("outlet")[0], first("author")[0], first("url")[0], day, at, day_basis, tuple(notes)
    )
