"""Figures that are part of another: «54 شخصا بينهم 28 مدنيا و10 أطفال», «54 شخصا، 28 منهم مدنيون»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from isnad.read.figures.frames import CountedLike
from isnad.read.numerals import Numeral
from isnad.text.prose import Prose

_THEM = r"(?:بينهم|بينها|بينهن|منهم|منها|منهن|ضمنهم|ضمنها|ضمنهن)"
_BOUND = r"(?: (?:ما|علي|نحو|حوالي|اكثر|اقل|لا|يقل|عن|من|الاقل))*"
_VERB = r"(?<!استفاد)(?<!استفادت)(?<!يستفيد)(?<!تستفيد)(?<!سيستفيد)(?<!ستستفيد)(?<!يعاني)(?<!تعاني)(?<!تخرج)(?<!انطلق)"
_AMONG = re.compile(rf"{_VERB}[\s،,(–-](?:و?من )?(?:{_THEM}|بمن فيهم|بما فيها|بما فيهم|بما في ذلك){_BOUND}\s?$")
_OF_THEM = re.compile(r"\s(?:من بينهم|من بينها|منهم|منها|منهن)\b")
_AND = re.compile(r"\s(?:و\s?)?")
_REACH = 60  #: code points between a total and its part


def wholes_of(prose: Prose, counted: Sequence[CountedLike]) -> list[Numeral | None]:
    """For each figure the numeral of the figure that it is part of; None where it is part of none."""
    out: list[Numeral | None] = []
    for i, c in enumerate(counted):
        before = counted[i - 1] if i else None
        whole = _whole(prose, before, c, out[i - 1] if i else None) if before is not None else None
        out.append(whole if whole is not None and _holds(whole, c.numeral) else None)
    return out


def _whole(prose: Prose, before: CountedLike, c: CountedLike, held: Numeral | None) -> Numeral | None:
    text, end = prose.text, _end(before)
    if c.numeral.bound_start - end > _REACH or prose.sentence_at(before.numeral.start) != prose.sentence_at(end):
        return None
    if c.numeral.bound_start >= prose.sentence_at(before.numeral.start)[1] or c.numeral.kind == "percent":
        return None
    if _AMONG.search(text, max(0, end - 1), c.numeral.bound_start) or _OF_THEM.match(text, _end(c)):
        return before.numeral
    joined = held is not None and _AND.fullmatch(text, end, c.numeral.bound_start) is not None
    return held if joined else None


def _end(c: CountedLike) -> int:
    own = c.unit.end if c.unit.how in ("after", "money", "sign") and c.unit.end is not None else c.numeral.end
    return max(own, c.numeral.end)


def _holds(whole: Numeral, part: Numeral) -> bool:
    """Whether a number can hold another, as far as both are known."""
    return whole.kind != "percent" and (whole.value is None or part.value is None or part.value <= whole.value)
