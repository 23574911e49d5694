"""What a calendar expression says, before it is counted from any day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from isnad.model.reading import Mod, TimeType


@dataclass(slots=True)
class Mention:
    """An expression in folded offsets. Fields not said are None.

    form: how it is resolved: date (any of year, month, day, weekday), period (a unit or a share of a year),
        years (one year into another), day
        (counted from publication), offset (so much before or after), duration, vague, clock, fixed (its value stands),
        easter.
    hijri: year, month and day are of the Hijri calendar. rel: -1 last, 0 current, 1 next (±2: the one beyond).
    text_rel: rel counts from another time of the text. year_rel: rel of the year alone. said_rel: the relation written
        beside an explicit year (العام الجاري 2018).
    share: Q1, H2, SU …; amount: (number, unit) pairs. daytime: TEV, T14:30. lead: the kind of word that governs it.
    other_month: the second reading where two month names disagree. twin: the Hijri date written beside it.
    open: its year is known to everybody and not said, or its clock time is of any day. follows: a weekday that comes
        after the one named right before it (السبت والأحد), a clock time that goes on from a day told before.
    told: later than now or than what is told, as its clause says. eve: its night is the one before the day.
    day_of: the day named right behind a clock time. ahead: the date said in full further on in its sentence.
    """

    start: int
    end: int
    type: TimeType
    form: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    rel: int | None = None
    text_rel: bool = False
    unit: str | None = None
    share: str | None = None
    amount: tuple[tuple[float, str], ...] = ()
    value: str | None = None
    mod: Mod | None = None
    daytime: str | None = None
    lead: str = ""
    year_rel: int | None = None
    other_month: int | None = None
    twin: tuple[int, int, int] | None = None
    follows: bool = False
    open: bool = False
    said_rel: int | None = None
    told: bool = False
    eve: bool = False
    day_of: Mention | None = None
    ahead: dt.date | None = None

    @property
    def full(self) -> bool:
        """Whether it names one day without any help: year, month and day."""
        return self.form == "date" and self.year is not None and self.month is not None and self.day is not None
