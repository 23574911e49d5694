"""Atoms put together: «خمسة وعشرون ألفا ومئتان» is one number."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.numbers import Numbers
from isnad.read.numbers_digits import Style, style_of, value_of
from isnad.read.numbers_words import Atom
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word

_ADJACENT = (" ", "")
_JOINED = (" و", " و ", "و ", " ف")
_SIGN = re.compile(r"(?:^|[\s(«\"])[+\-−]$")
_SIGNED_UNIT = re.compile(r"\s?(?:%|درج|نقط|في الم|بالم)")
_SCALES = ("scale", "scale_accusative", "scales")
_FIFTH = re.compile(r"خمس (?:ال(?!دول|سنوات|ايام|مرات)|عدد|سكان|مساح)")
_POINT = re.compile(r" فاصله? ")
_AFTER = re.compile(r" بعد ")
_NOUN_FOLLOWS = re.compile(r"[\"»)]? [\"«(]?[^\W\d_]")
_NOUN = re.compile(r"[\s\"«»“”()]*")


class _Part(NamedTuple):
    """A value that runs to atom `next`, exclusive. scale: the last scale word's value (0: none)."""

    value: float | int
    next: int
    scale: float | int


class Composer:
    """Builds numerals from the atoms of one text."""

    def __init__(self, lexicon: Numbers) -> None:
        words = "|".join(sorted((re.escape(fold_word(w)) for w in lexicon.percent.words), key=len, reverse=True))
        signs = "|".join(map(re.escape, lexicon.percent.signs))
        self._percent = re.compile(rf"[\"»)]?\s?(?:(?:{signs})|(?:{words})(?!\w))")
        self._percent_before = re.compile(rf"(?<![0-9])(?:{signs})\s?$")

    def numerals(self, text: str, atoms: list[Atom]) -> list[Numeral]:
        """Numerals without ranges and bounds."""
        run = _Run(self, text, atoms)
        out = []
        i = 0
        while i < len(atoms):
            numeral, i = run.numeral(i)
            if numeral is not None and (not out or out[-1].end <= numeral.start):
                out.append(numeral)
        return out

    def percent_end(self, text: str, end: int) -> int:
        """Where the percent sign or word after a number ends; 0 if there is none."""
        m = self._percent.match(text, end)
        return m.end() if m else 0

    def percent_start(self, text: str, start: int) -> int:
        """Where a percent sign before a number begins; -1 if there is none."""
        m = self._percent_before.search(text, max(0, start - 2), start)
        return m.start() if m else -1


class _Run:
    """One text's atoms under composition."""

    def __init__(self, composer: Composer, text: str, atoms: list[Atom]) -> None:
        self.composer, self.text = composer, text
        self.atoms = [_and_eleven(text, a, atoms[k + 1 : k + 2]) for k, a in enumerate(atoms)]
        self._style: Style | None = None

    def numeral(self, i: int) -> tuple[Numeral | None, int]:
        """The numeral that begins at atom i and the atom after it."""
        kind = self.atoms[i].kind
        if kind == "dual":
            return self._dual(i)
        if kind == "ordinal":
            return self._ordinal(i)
        if kind == "fraction":
            return self._fraction(i)
        if kind in ("vague", "scales"):
            return self._vague(i)
        if kind == "fractions" or (kind == "teen_head" and not (self._teen(i) or self._joined(i + 1, "tens"))):
            return None, i + 1
        return self._cardinal(i)

    # joins

    def _gap(self, i: int) -> str:
        """What stands between atom i-1 and atom i, its proclitics included."""
        return self.text[self.atoms[i - 1].end : self.atoms[i].start] if 0 < i < len(self.atoms) else "\n"

    def _adjacent(self, i: int, *kinds: str) -> bool:
        return i < len(self.atoms) and self.atoms[i].kind in kinds and self._gap(i) in _ADJACENT

    def _joined(self, i: int, *kinds: str) -> bool:
        return i < len(self.atoms) and self.atoms[i].kind in kinds and self._and(i)

    def _and(self, i: int) -> bool:
        """Whether «و» alone joins atom i to the one before it."""
        gap = self._gap(i)
        return gap in _JOINED or (self.atoms[i].definite and gap == " وال")

    # values

    def _digits(self, i: int) -> float | int:
        if self._style is None:
            self._style = style_of(self.text)
        a = self.atoms[i]
        noun = _NOUN.match(self.text, a.end)
        at = noun.end() if noun else a.end
        scaled = self._adjacent(i + 1, *_SCALES) or self.composer.percent_end(self.text, a.end) > 0
        scaled = scaled or self.composer.percent_start(self.text, a.start) >= 0
        written = self.text[a.start : a.end]
        return value_of(written, self.text[at : at + 20], scaled, self._style)

    def _teen(self, i: int) -> _Part | None:
        a = self.atoms[i]
        if a.kind in ("unit", "teen_head") and self._adjacent(i + 1, "ten") and 0 < a.value < 10:
            return _Part(a.value + 10, i + 2, 0)
        return None

    def _below_hundred(self, i: int) -> _Part | None:
        if i >= len(self.atoms):
            return None
        if teen := self._teen(i):
            return teen
        a = self.atoms[i]
        if a.kind == "unit" or (a.kind == "teen_head" and self._joined(i + 1, "tens")):
            if self._joined(i + 1, "tens") and 0 < a.value < 10 and not self._hundred_follows(i + 2):
                return _Part(a.value + self.atoms[i + 1].value, i + 2, 0)
            return _Part(a.value, i + 1, 0)
        if a.kind in ("ten", "tens"):
            return _Part(a.value, i + 1, 0)
        return None

    def _hundred_follows(self, i: int) -> bool:
        return self._adjacent(i, "hundred")

    def _hundreds(self, i: int) -> _Part | None:
        a = self.atoms[i]
        if a.kind == "hundred":
            return _Part(a.value, i + 1, 0)
        if (
            a.kind == "unit"
            and 2 < a.value < 10
            and self._adjacent(i + 1, "hundred")
            and self.atoms[i + 1].value == 100
        ):
            return _Part(a.value * 100, i + 2, 0)
        return None

    def _below_thousand(self, i: int) -> _Part | None:
        if i >= len(self.atoms):
            return None
        if self.atoms[i].kind == "digits":
            return _Part(self._digits(i), i + 1, 0)
        hundreds = self._hundreds(i)
        if hundreds is None:
            return self._below_hundred(i)
        if hundreds.next < len(self.atoms) and self._and(hundreds.next):
            rest = self._below_hundred(hundreds.next)
            if rest is not None:
                return _Part(hundreds.value + rest.value, rest.next, 0)
        return hundreds

    def _group(self, i: int) -> _Part | None:
        """A number below a thousand with the scale words right after it, or a scale word alone."""
        if i >= len(self.atoms):
            return None
        a = self.atoms[i]
        if a.kind in ("scale", "scale_dual"):
            part: _Part | None = _Part(a.value, i + 1, a.value / 2 if a.kind == "scale_dual" else a.value)
        elif a.kind == "scale_accusative":
            part = _Part(2 * a.value, i + 1, a.value)
        else:
            part = self._decimal(self._below_thousand(i))
        while part is not None and self._adjacent(part.next, *_SCALES):
            scale = self.atoms[part.next].value
            if self.atoms[part.next].lead:
                break
            part = _Part(_clean(part.value * scale), part.next + 1, scale)
        return part

    def _decimal(self, part: _Part | None) -> _Part | None:
        """«خمسون فاصلة واحد»."""
        if part is None or not _POINT.fullmatch(self._gap(part.next)) or not isinstance(part.value, int):
            return part
        places = self._below_thousand(part.next)
        if places is None or not isinstance(places.value, int):
            return part
        return _Part(float(f"{part.value}.{places.value}"), places.next, 0)

    def _whole(self, i: int) -> _Part | None:
        """A number of any size: groups of falling scale joined by و, a fraction of the last scale at its end."""
        total = self._group(i)
        while total is not None and total.next < len(self.atoms):
            if total.value and self._joined(total.next, "fraction"):
                return self._and_fraction(total)
            if not total.scale or not self._and(total.next):
                break
            more = self._group(total.next)
            if more is None or more.value >= total.scale or (more.scale and more.scale >= total.scale):
                break
            total = _Part(_clean(total.value + more.value), more.next, more.scale)
        return total

    def _and_fraction(self, part: _Part) -> _Part:
        """«مليون ونصف», «3 ملايين ونصف المليون», «خمسة ونصف»."""
        value = self.atoms[part.next].value
        end = part.next + 1
        scale = part.scale or 1
        if self._adjacent(end, "scale") or (
            end < len(self.atoms) and self.atoms[end].kind == "scale" and self._gap(end) == " "
        ):
            scale = self.atoms[end].value
            end += 1
        return _Part(_clean(part.value + value * scale), end, part.scale)

    # numerals

    def _cardinal(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        part = self._whole(i)
        if part is None:
            return None, i + 1
        if a.kind == "unit" and a.value > 2 and self._adjacent(part.next, "fractions") and part.next == i + 1:
            value = round(a.value * self.atoms[i + 1].value, 4)
            return self._made(i, i + 2, value, "fraction", "fraction"), i + 2
        if a.definite and self._ranks(i, part):
            return self._ordinal_of(i, part)
        if a.value == 5 and part.next == i + 1 and _FIFTH.match(self.text, a.start):
            return self._made(i, i + 1, 0.2, "fraction", "fraction"), i + 1
        rule = "digits" if a.kind == "digits" else "words"
        if a.kind == "digits" and part.next > i + 1:
            rule = "digits-scale"
        return self._made(i, part.next, part.value, "cardinal", rule), part.next

    def _ranks(self, i: int, part: _Part) -> bool:
        """Whether a definite number is an ordinal: «القرن الواحد والعشرين», «الذكرى المئة.», «المئة والرابع»."""
        a, last = self.atoms[i], self.atoms[part.next - 1]
        if a.kind == "digits":
            return False
        if self._joined(part.next, "ordinal"):
            return True
        if a.kind in ("unit", "teen_head") and part.next == i + 2 and last.kind == "tens" and a.value == 1:
            return True
        if a.kind == "unit" and part.next == i + 1:
            return False
        return _NOUN_FOLLOWS.match(self.text, last.end) is None

    def _ordinal_of(self, i: int, part: _Part) -> tuple[Numeral | None, int]:
        value, end = part.value, part.next
        if self._joined(end, "ordinal"):
            rest, end = self._ordinal_value(end)
            value += rest
        return self._made(i, end, value, "ordinal", "ordinal"), end

    def _dual(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        if i and self.atoms[i - 1].kind == "dual" and self._gap(i) == " ":
            return None, i + 1  # an adjective that agrees with the dual before it
        return self._made(i, i + 1, 2, "cardinal", "dual"), i + 1

    def _ordinal(self, i: int) -> tuple[Numeral | None, int]:
        value, end = self._ordinal_value(i)
        return self._made(i, end, value, "ordinal", "ordinal"), end

    def _ordinal_value(self, i: int) -> tuple[float | int, int]:
        value, end = self.atoms[i].value, i + 1
        if self._adjacent(end, "ten"):
            value, end = value + 10, end + 1
        elif self._joined(end, "tens"):
            value, end = value + self.atoms[end].value, end + 1
        if end < len(self.atoms) and self.atoms[end].kind in ("hundred", "scale") and _AFTER.fullmatch(self._gap(end)):
            value, end = value + self.atoms[end].value, end + 1
        return value, end

    def _fraction(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        if self._adjacent(i + 1, "scale") and not a.definite:
            return self._made(i, i + 2, _clean(a.value * self.atoms[i + 1].value), "cardinal", "words"), i + 2
        return self._made(i, i + 1, round(a.value, 4), "fraction", "fraction"), i + 1

    def _vague(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        low, high, end = (a.low, a.high, i + 1) if a.kind == "vague" else (2 * a.value, 10 * a.value - 1, i + 1)
        while self._adjacent(end, *_SCALES) or (
            end < len(self.atoms) and self._gap(end) == " " and self.atoms[end].kind in _SCALES
        ):
            scale = self.atoms[end].value
            low, high, end = low * scale, (high + 1) * scale - 1, end + 1
        made = self._made(i, end, None, "cardinal", "vague")
        return made._replace(low=low, high=high, approx="vague"), end

    def _made(self, i: int, end: int, value: float | int | None, kind: str, rule: str) -> Numeral:
        first, last = self.atoms[i], self.atoms[end - 1]
        start, stop = first.start, last.end
        if kind == "cardinal" and rule not in ("dual", "vague") and value is not None:
            start, stop, value, percent = self._signed_percent(start, stop, value, first.kind == "digits")
            if percent:
                kind, rule = "percent", "percent"
        digits = first.kind == "digits"
        return Numeral(
            start, stop, value, value, value, kind, "exact", start - first.lead, rule == "dual", digits, rule
        )  # type: ignore[arg-type]

    def _signed_percent(
        self, start: int, stop: int, value: float | int, digits: bool
    ) -> tuple[int, int, float | int, bool]:
        percent = self.composer.percent_end(self.text, stop)
        if percent:
            stop = percent
        elif digits and (before := self.composer.percent_start(self.text, start)) >= 0:
            start, percent = before, 1
        if digits and _SIGN.search(self.text, max(0, start - 2), start):
            negative = self.text[start - 1] != "+"
            if percent or _SIGNED_UNIT.match(self.text, stop) or not negative:
                start -= 1
                value = -value if negative else value
        return start, stop, value, bool(percent)


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


def _clean(value: float | int) -> float | int:
    """Products of decimals as people write them: 4.9 million is 4,900,000."""
    if isinstance(value, int):
        return value
    near = round(value)
    return near if abs(value - near) < 1e-6 * max(1.0, abs(value)) and abs(value) >= 1 else round(value, 6)
