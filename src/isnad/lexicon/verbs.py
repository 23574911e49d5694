"""The schema of `verbs.toml`: finite verb forms, at which a noun phrase ends."""

from __future__ import annotations

import msgspec


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Folded forms."""

    forms: tuple[str, ...]
