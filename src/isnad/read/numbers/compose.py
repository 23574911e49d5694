"""Numerals from atoms: cardinals, ordinals, duals, fractions, percentages, vague counts."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Numbers
from isnad.model.reading import NumberKind
from isnad.read.numbers.percent import PercentFinder
from isnad.read.numbers.values import SCALES, Part, Values, clean
from isnad.read.numbers.words import Atom
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import AND

_SIGN = re.compile(r"(?:^|[\s(«\"])[+\-−]$")
_SIGNED_UNIT = re.compile(r"\s?(?:%|درج|نقط|في الم|بالم)")
_ITS_TWO = ("اه", "اها", "اهم", "اهما")
_FIFTH = re.compile(r"خمس (?:ال(?!دول|سنوات|ايام|مرات|[^\W\d_]{1,2}(?!\w))|عدد|سكان|مساح)")
_TEXT = re.compile(r"ل?نص(?:ه|ها|هم|هن|هما|نا)?(?!\w)")
_ENDS = re.compile(r"\W*(?:$|[،.؛\n)])")
_MINUS = re.compile(r"(?:^|[\s(«\"])[وب]?(سالب|ناقص) $")
_AFTER = re.compile(r" بعد ")
_WORDS_BEFORE = re.compile(r"(?:([^\W\d_]+) )?([^\W\d_]+) $")
_NOUN_FOLLOWS = re.compile(r"[\"»)]? [\"«(]?([^\W\d_]+)")


class Composer:
    """Builds numerals from the atoms of one text."""

    def __init__(self, lexicon: Numbers) -> None:
        self._percent = PercentFinder(lexicon)
        self._being = frozenset(a + fold_word(w) for w in lexicon.duals.verbs_of_being for a in AND)
        self._turned = frozenset(a + fold_word(w) for w in lexicon.duals.verbs_before_subject for a in AND)

    def numerals(self, text: str, atoms: list[Atom]) -> list[Numeral]:
        """Numerals without ranges and bounds, in order."""
        run = _Run(Values(text, atoms, self._percent), self._being, self._turned)
        out: list[Numeral] = []
        i = 0
        while i < len(atoms):
            numeral, i = run.numeral(i)
            if numeral is not None and (not out or out[-1].end <= numeral.start):
                out.append(numeral)
        return out


class _Run:
    """One text's atoms under composition."""

    def __init__(self, values: Values, being: frozenset[str], turned: frozenset[str]) -> None:
        self.values, self.text, self.atoms = values, values.text, values.atoms
        self._being, self._turned = being, turned

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
        if kind == "fractions" or (
            kind == "teen_head" and not (self.values.teen(i) or self.values.joined(i + 1, "tens"))
        ):
            return None, i + 1
        return self._cardinal(i)

    def _cardinal(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        part = self.values.whole(i)
        if part is None:
            return None, i + 1
        if a.kind == "unit" and a.value > 2 and self.values.adjacent(part.next, "fractions") and part.next == i + 1:
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

    def _ranks(self, i: int, part: Part) -> bool:
        """Whether a definite number is an ordinal: «القرن الواحد والعشرين», «الذكرى المئة.», «المئة والرابع»."""
        a, last = self.atoms[i], self.atoms[part.next - 1]
        if a.kind == "digits":
            return False
        if self.values.joined(part.next, "ordinal") or self._after_hundred(part.next):
            return True
        if a.kind in ("unit", "teen_head") and part.next == i + 2 and last.kind == "tens" and a.value == 1:
            return True
        if a.kind == "unit" and part.next == i + 1:
            return False
        follows = _NOUN_FOLLOWS.match(self.text, last.end)
        if a.kind == "tens" and part.next == i + 1:  # «الاجتماع العشرين رفيع المستوى», but «العشرين شخصا»
            return follows is None or follows[1].startswith(("ال", "لل")) or not follows[1].endswith(("ا", "ه"))
        return follows is None

    def _after_hundred(self, i: int) -> bool:
        """«... بعد المئة»"""
        return (
            i < len(self.atoms)
            and self.atoms[i].kind in ("hundred", "scale")
            and _AFTER.fullmatch(self.values.gap(i)) is not None
        )

    def _ordinal_of(self, i: int, part: Part) -> tuple[Numeral | None, int]:
        value, end = part.value, part.next
        if self._after_hundred(end):
            value, end = value + self.atoms[end].value, end + 1
        if self.values.joined(end, "ordinal"):
            rest, end = self._ordinal_value(end)
            value += rest
        return self._made(i, end, value, "ordinal", "ordinal"), end

    def _dual(self, i: int) -> tuple[Numeral | None, int]:
        if i and self.atoms[i - 1].kind == "dual" and self.values.gap(i) == " ":
            return None, i + 1  # an adjective that agrees with the dual before it
        if self.values.adjacent(i + 1, "unit", "teen_head") and self.atoms[i + 1].value == 2:
            return None, i + 1  # «مدنيان اثنان»: the number says it
        start, end = self.atoms[i].start, self.atoms[i].end
        before = _WORDS_BEFORE.search(self.text, max(0, start - 35), start)
        if before is not None and self._predicate(before[2], self.text[start:end], before[1] in self._turned):
            return None, i + 1
        return self._made(i, i + 1, 2, "cardinal", "dual"), i + 1

    def _predicate(self, before: str, dual: str, turned: bool) -> bool:
        """Whether a dual is a predicate: «باتتا خاليتين», «الشركتان متعادلتان», «باتت القريتان خاليتين»."""
        if before in self._being or (dual.endswith("ان") and len(before) > 4 and before.endswith(_ITS_TWO)):
            return True  # «عيناه مثبتتان»
        if not before.startswith("ال") or not before.endswith(("تان", "تين")):
            return False
        return before[-3:] == dual[-3:] or turned

    def _ordinal(self, i: int) -> tuple[Numeral | None, int]:
        value, end = self._ordinal_value(i)
        return self._made(i, end, value, "ordinal", "ordinal"), end

    def _ordinal_value(self, i: int) -> tuple[float | int, int]:
        value, end = self.atoms[i].value, i + 1
        if self.values.adjacent(end, "ten"):
            value, end = value + 10, end + 1
        elif self.values.joined(end, "tens"):
            value, end = value + self.atoms[end].value, end + 1
        if self._after_hundred(end):
            value, end = value + self.atoms[end].value, end + 1
        return value, end

    def _fraction(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        if _TEXT.match(self.text, a.start) and not (a.conj and _ENDS.match(self.text, a.end)):
            return None, i + 1  # «نص القانون»: half only after a number or measure («لتر ونص»)
        if self.values.adjacent(i + 1, "scale") and not a.definite:
            return self._made(i, i + 2, clean(a.value * self.atoms[i + 1].value), "cardinal", "words"), i + 2
        return self._made(i, i + 1, round(a.value, 4), "fraction", "fraction"), i + 1

    def _vague(self, i: int) -> tuple[Numeral | None, int]:
        a = self.atoms[i]
        low, high, end = (a.low, a.high, i + 1) if a.kind == "vague" else (2 * a.value, 10 * a.value - 1, i + 1)
        if a.kind == "vague" and self.values.adjacent(end, "vague"):  # «بضع مئات»
            low, high, end = self.atoms[end].low, self.atoms[end].high, end + 1
        while self.values.adjacent(end, *SCALES) or (
            end < len(self.atoms) and self.values.gap(end) == " " and self.atoms[end].kind in SCALES
        ):
            scale = self.atoms[end].value
            low, high, end = low * scale, (high + 1) * scale - 1, end + 1
        made = self._made(i, end, None, "cardinal", "vague")
        return made._replace(low=low, high=high, approx="vague"), end

    def _made(self, i: int, end: int, value: float | int | None, kind: NumberKind, rule: str) -> Numeral:
        first, last = self.atoms[i], self.atoms[end - 1]
        start, stop = first.start, last.end
        if kind == "cardinal" and rule not in ("dual", "vague") and value is not None:
            start, stop, value, percent = self._signed_percent(start, stop, value, first.kind == "digits")
            if percent:
                kind, rule = "percent", "percent"
        digits = first.kind == "digits"
        return Numeral(
            start, stop, value, value, value, kind, "exact", start - first.lead, rule == "dual", digits, rule
        )

    def _signed_percent(
        self, start: int, stop: int, value: float | int, digits: bool
    ) -> tuple[int, int, float | int, bool]:
        percent = self.values.percent.after(self.text, stop)
        if percent:
            stop = percent
        elif digits and (before := self.values.percent.before(self.text, start)) >= 0:
            start, percent = before, 1
        minus = _MINUS.search(self.text, max(0, start - 7), start) if value > 0 else None
        if minus and (minus[1] == "سالب" or percent or _SIGNED_UNIT.match(self.text, stop)):
            return minus.start(1), stop, -value, bool(percent)
        if digits and _SIGN.search(self.text, max(0, start - 2), start):
            negative = self.text[start - 1] != "+"
            if percent or _SIGNED_UNIT.match(self.text, stop) or not negative:
                start -= 1
                value = -value if negative else value
        return start, stop, value, bool(percent)
