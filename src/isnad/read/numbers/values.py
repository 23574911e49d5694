"""Values of number words and digits put together: «خمسة وعشرون ألفا ومئتان» is 25,200."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.read.numbers.digits import Style, style_of, value_of
from isnad.read.numbers.percent import PercentFinder
from isnad.read.numbers.words import Atom

_ADJACENT = (" ", "")
_CLOSING = {") ": "(", '" ': '"', "” ": "“", "» ": "«", "″ ": '"'}  #: «(30) ألف», «"30" ألف»
_JOINED = (" و", " و ", "و ", " ف")
SCALES = ("scale", "scale_accusative", "scales")
_POINT = re.compile(r" فاصله? ")
_NOUN = re.compile(r"[\s\"«»“”()]*")


class Part(NamedTuple):
    """A value that runs to atom `next`, exclusive. scale: the last scale word's value (0: none)."""

    value: float | int
    next: int
    scale: float | int


class Values:
    """The atoms of one text, and what neighbours of them amount to."""

    def __init__(self, text: str, atoms: list[Atom], percent: PercentFinder) -> None:
        self.text, self.percent = text, percent
        self.atoms = [_and_eleven(text, a, atoms[k + 1 : k + 2]) for k, a in enumerate(atoms)]
        self._style: Style | None = None

    # joins

    def gap(self, i: int) -> str:
        """What stands between atom i-1 and atom i, its proclitics included."""
        return self.text[self.atoms[i - 1].end : self.atoms[i].start] if 0 < i < len(self.atoms) else "\n"

    def adjacent(self, i: int, *kinds: str) -> bool:
        """Whether atom i follows the one before it at once and is of one of `kinds`."""
        if i >= len(self.atoms) or self.atoms[i].kind not in kinds:
            return False
        gap = self.gap(i)
        return gap in _ADJACENT or (gap in _CLOSING and self._enclosed(i, _CLOSING[gap]))

    def _enclosed(self, i: int, opening: str) -> bool:
        """Whether the digits before scale word i stand alone between marks («(30) ألف»)."""
        digits = self.atoms[i - 1]
        return digits.kind == "digits" and self.atoms[i].kind in SCALES and self.text.endswith(opening, 0, digits.start)

    def joined(self, i: int, *kinds: str) -> bool:
        """Whether «و» alone joins atom i, of one of `kinds`, to the one before it."""
        return i < len(self.atoms) and self.atoms[i].kind in kinds and self.and_(i)

    def and_(self, i: int) -> bool:
        """Whether «و» alone joins atom i to the one before it."""
        gap = self.gap(i)
        return gap in _JOINED or (self.atoms[i].definite and gap == " وال")

    # values

    def _digits(self, i: int) -> float | int:
        a = self.atoms[i]
        written = self.text[a.start : a.end]
        if written.isdigit():
            return int(written)
        if self._style is None:
            self._style = style_of(self.text)
        noun = _NOUN.match(self.text, a.end)
        at = noun.end() if noun else a.end
        scaled = self.adjacent(i + 1, *SCALES) or self.percent.after(self.text, a.end) > 0
        scaled = scaled or self.percent.before(self.text, a.start) >= 0
        if a.swapped:
            written = "".join(re.split(r"([.,])", written)[::-1])
        return value_of(written, self.text[at : at + 20], scaled, self._style)

    def teen(self, i: int) -> Part | None:
        """«ثلاثة عشر»"""
        a = self.atoms[i]
        if a.kind in ("unit", "teen_head") and self.adjacent(i + 1, "ten") and 0 < a.value < 10:
            return Part(a.value + 10, i + 2, 0)
        return None

    def _below_hundred(self, i: int) -> Part | None:
        if i >= len(self.atoms):
            return None
        if teen := self.teen(i):
            return teen
        a = self.atoms[i]
        if a.kind == "unit" or (a.kind == "teen_head" and self.joined(i + 1, "tens")):
            if self.joined(i + 1, "tens") and 0 < a.value < 10 and not self._hundred_follows(i + 2):
                return Part(a.value + self.atoms[i + 1].value, i + 2, 0)
            return Part(a.value, i + 1, 0)
        if a.kind in ("ten", "tens"):
            return Part(a.value, i + 1, 0)
        return None

    def _hundred_follows(self, i: int) -> bool:
        return self.adjacent(i, "hundred")

    def _hundreds(self, i: int) -> Part | None:
        a = self.atoms[i]
        if a.kind == "hundred":
            return Part(a.value, i + 1, 0)
        if a.kind == "unit" and 2 < a.value < 10 and self.adjacent(i + 1, "hundred") and self.atoms[i + 1].value == 100:
            return Part(a.value * 100, i + 2, 0)
        return None

    def _below_thousand(self, i: int) -> Part | None:
        if i >= len(self.atoms):
            return None
        if self.atoms[i].kind == "digits":
            return Part(self._digits(i), i + 1, 0)
        hundreds = self._hundreds(i)
        if hundreds is None:
            return self._below_hundred(i)
        if hundreds.next < len(self.atoms) and self.and_(hundreds.next):
            rest = self._below_hundred(hundreds.next)
            if rest is not None:
                return Part(hundreds.value + rest.value, rest.next, 0)
        return hundreds

    def _group(self, i: int) -> Part | None:
        """A number below a thousand with the scale words right after it, or a scale word alone."""
        if i >= len(self.atoms):
            return None
        a = self.atoms[i]
        if a.kind in ("scale", "scale_dual"):
            part: Part | None = Part(a.value, i + 1, a.value / 2 if a.kind == "scale_dual" else a.value)
        elif a.kind == "scale_accusative":
            part = Part(2 * a.value, i + 1, a.value)
        else:
            part = self._decimal(self._below_thousand(i))
        while part is not None and self.adjacent(part.next, *SCALES):
            scale = self.atoms[part.next].value
            if self.atoms[part.next].lead:
                break
            part = Part(clean(part.value * scale), part.next + 1, scale)
        return part

    def _decimal(self, part: Part | None) -> Part | None:
        """«خمسون فاصلة واحد»."""
        if part is None or not _POINT.fullmatch(self.gap(part.next)) or not isinstance(part.value, int):
            return part
        places = self._below_thousand(part.next)
        if places is None or not isinstance(places.value, int):
            return part
        return Part(float(f"{part.value}.{places.value}"), places.next, 0)

    def whole(self, i: int) -> Part | None:
        """A number of any size: groups of falling scale joined by و, a fraction of the last scale at its end."""
        total = self._group(i)
        while total is not None and total.next < len(self.atoms):
            if total.value and self.joined(total.next, "fraction") and self._adds(i, total):
                return self._and_fraction(total)
            if not total.scale or not self.and_(total.next):
                break
            more = self._group(total.next)
            if more is None or more.value >= total.scale or (more.scale and more.scale >= total.scale):
                break
            total = Part(clean(total.value + more.value), more.next, more.scale)
        return total

    def _adds(self, i: int, part: Part) -> bool:
        """Whether a fraction after «و» is added: not «في 2015 والنصف الأول», not «المادة 4 ونص القانون»."""
        fraction = self.atoms[part.next]
        year = self.atoms[i].kind == "digits" and part.next == i + 1 and 1800 <= part.value <= 2100
        text_of = self.text[fraction.start : fraction.end] == "نص" and self.text.startswith(" ال", fraction.end)
        return not (year or text_of or (fraction.definite and self.atoms[i].kind == "digits"))

    def _and_fraction(self, part: Part) -> Part:
        """«مليون ونصف», «3 ملايين ونصف المليون», «خمسة ونصف»."""
        value = self.atoms[part.next].value
        end = part.next + 1
        scale = part.scale or 1
        if self.adjacent(end, "scale") or (
            end < len(self.atoms) and self.atoms[end].kind == "scale" and self.gap(end) == " "
        ):
            scale = self.atoms[end].value
            end += 1
        return Part(clean(part.value + value * scale), end, part.scale)


def _and_eleven(text: str, a: Atom, following: list[Atom]) -> Atom:
    """«وأحد عشر» is written like «واحد عشر»."""
    if (
        a.kind == "unit"
        and a.value == 1
        and following
        and following[0].kind == "ten"
        and following[0].start == a.end + 1
        and text[a.start : a.end] == "واحد"
    ):
        return a._replace(start=a.start + 1, lead=a.lead + 1, conj=True)
    return a


def clean(value: float | int) -> float | int:
    """Products of decimals as people write them: 4.9 million is 4,900,000."""
    if isinstance(value, int):
        return value
    near = round(value)
    return near if abs(value - near) < 1e-6 * max(1.0, abs(value)) and abs(value) >= 1 else round(value, 6)
