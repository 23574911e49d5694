"""The schema of `commitments.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec


class Forecast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """acts: verbs of will, whose future may bind, own: in the first person only; guessed: signs of a guess before
    them; opinion: who only guesses."""

    acts: tuple[str, ...]
    own: tuple[str, ...]
    guessed: tuple[str, ...]
    opinion: tuple[str, ...]


class Pledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one kind with what may stand behind them. timed: a commitment only where a coming time stands in it;
    apart: words may stand between."""

    kind: Literal["promise", "plan", "obligation", "ultimatum", "schedule"]
    forms: tuple[str, ...]
    prepositions: tuple[str, ...]
    timed: bool = False
    apart: bool = False


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts by masdar and by imperfect that a deadline behind them makes commitments; after: what keeps them from it.

    scheduled: verbs whose future with a coming time is a schedule.
    """

    masdars: tuple[str, ...]
    verbs: tuple[str, ...]
    scheduled: tuple[str, ...]
    after: tuple[str, ...]


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a condition."""

    forms: tuple[str, ...]


class Ends(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin another clause after a comma; not_and: nouns whose و or ف is no conjunction."""

    words: tuple[str, ...]
    not_and: tuple[str, ...]


class Commitments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`commitments.toml`."""

    forecast: Forecast
    pledge: tuple[Pledge, ...]
    deadline: Deadline
    condition: Listed
    ends: Ends
