"""The number words and digit groups of a text, in order."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Numbers
from isnad.read.numbers.digits import DIGITS, SPACED
from isnad.read.numbers.words import Atom, WordTable
from isnad.text.prose import Prose

_LEADS = {c + p + a for c in ("", "و", "ف") for p in ("", "ب", "ل", "ك") for a in ("", "ال")} | {"لل", "ولل", "فلل"}
_LEADS -= {""}
_LONGEST = 30  #: code points of a number in digits with its separators; whatever is longer is a code
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_LETTERS_AFTER = re.compile(r"(\s?)([^\W\d_]+)")
_SCALE_AND_MONEY = re.compile(
    r"(الفا?|الاف|مليونا?|ملايين|مليارا?|مليارات|تريليون|ترليون|بليون)(?:$|(?:دولار|ريال|درهم|دينار|جنيه|يورو|ليره|شخص|طن|برميل|متر))"
)
_LATIN = re.compile(r"[A-Za-z]")
_TURNED = re.compile(r"^[0-9]+(?:[.,]\u200f|\u200f[.,])[0-9]+$")
_COMPOSED = re.compile(r" (?:كتابه|(?:كتاب|روايه|ديوان|مسرحيه|قصيده|موسوعه)ا? ?[\"“«”(])")  #: «ألف كتاب "الطريق"»
_AND = re.compile(r"(?<!\w)[وف] $")


class Scanner:
    """Finds atoms: number words by one look-up per word, digits by one pass."""

    def __init__(self, words: Numbers) -> None:
        self._table = WordTable(words)

    def atoms(self, prose: Prose) -> list[Atom]:
        """Atoms ordered by place, none overlapping."""
        found = self._digits(prose.text)
        found += [a for a in self._table.atoms(prose) if _is_spelled(prose, a)]
        found.sort()
        text = prose.text
        if "\u200f" in prose.raw:
            found = [a._replace(swapped=_turned(prose, a)) for a in found]
        return [a._replace(conj=True) if _stands_after_and(text, a) else a for a in found]

    def _digits(self, text: str) -> list[Atom]:
        out = []
        at = -1
        for m in DIGITS.finditer(text):
            if m.start() >= at:
                atoms = self._digit_atoms(text, m)
                out += atoms
                if atoms:
                    at = atoms[-1].end
        return out

    def _digit_atoms(self, text: str, m: re.Match[str]) -> list[Atom]:
        start, end = m.span()
        before = text[max(0, start - 12) : start]
        letters = _LETTERS_BEFORE.search(before)
        glued = letters.group() if letters else ""
        if _LATIN.match(glued[-1:]):
            return []
        lead = len(glued) if glued in _LEADS else 0
        if end - start <= 3 and text[start] != "0" and not before[-2:-1].isdigit():
            spaced = SPACED.match(text, end)
            end = spaced.end() if spaced else end
        if end - start > _LONGEST:
            return []
        if (before.endswith((" .", "(.")) or before == ".") and text[start:end].isdigit():
            start -= 1
        conj = lead > 0 and glued[0] in "وف"
        digits = Atom(start, end, "digits", 0, lead, conj, lead > conj, glued.endswith("ال") and lead > 0)
        after = _LETTERS_AFTER.match(text, end)
        scale = self._scale_glued(after[2], bool(after[1])) if after else None
        if after and scale:
            at = after.start(2)
            return [digits, Atom(at, at + scale[1], "scale", scale[0], 0, False, False, False)]
        return [digits]

    def _scale_glued(self, letters: str, spaced: bool) -> tuple[float | int, int] | None:
        """A scale word written onto digits or onto its noun («10آلاف», «50 ملياردولار»)."""
        m = _SCALE_AND_MONEY.match(letters)
        if m is None or (spaced and m.end(1) == len(letters)):
            return None
        value = self._table.scale_at(m[1])
        return (value, m.end(1)) if value else None


def _is_spelled(prose: Prose, atom: Atom) -> bool:
    """Whether a word that folds like a number is spelled like it: not «ميتا», «وأحد», «بعده», «ألستون»."""
    if atom.value == 200 and prose.text[atom.start : atom.end] == "ميتا":
        return prose.raw[prose.back[atom.start + 1]] in "ئؤء"
    if atom.definite and prose.raw.startswith("أل", prose.back[atom.start]):
        return False
    if atom.kind == "vague" and atom.preposition and prose.text.endswith("بعده", 0, atom.end):
        return prose.raw[prose.back[atom.end - 1]] == "ة"
    if atom.value == 1000 and prose.text[atom.start : atom.end] == "الف":  # «ألّف»: he composed
        if _COMPOSED.match(prose.text, atom.end) is not None and prose.text[atom.start - 2 : atom.start - 1].isalpha():
            return False
        return "\u0651" not in prose.raw[prose.back[atom.start] : prose.back[atom.end - 1]]
    if atom.value == 1 and atom.kind == "unit" and prose.text.startswith("واحد ", atom.start):
        return prose.raw[prose.back[atom.start + 1]] != "أ" or prose.text.startswith("عشر", atom.end + 1)
    return True


def _turned(prose: Prose, atom: Atom) -> bool:
    """Whether a right-to-left mark stands at the separator inside the digits."""
    if atom.kind != "digits":
        return False
    return _TURNED.search(prose.raw[prose.back[atom.start] : prose.back[atom.end - 1] + 1]) is not None


def _stands_after_and(text: str, atom: Atom) -> bool:
    if atom.lead or not text.endswith(("و ", "ف "), 0, atom.start):
        return False
    return _AND.search(text, max(0, atom.start - 3), atom.start) is not None
