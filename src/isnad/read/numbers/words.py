"""Every written form of a number word, with the proclitics it may carry, as one table; and the atoms found by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from isnad.lexicon.numbers import Duals, Numbers
from isnad.text.fold import fold_word
from isnad.text.phrases import PROCLITICS
from isnad.text.prose import Prose
from isnad.text.remembered import Remembered

AtomClass = Literal[
    "digits", "unit", "ten", "tens", "hundred", "scale", "scale_accusative", "scales", "scale_dual",
    "fraction", "fractions", "ordinal", "vague", "teen_head", "dual",
]  # fmt: skip
_DUAL_ENDINGS = ("ين", "ان")
_MASDAR = re.compile(r"ت(?!لتين)[^ا]تين")  #: «تمتين»
_PASSIVE = re.compile(r"^[وفبلك]?م[^\W\d_]{2}و[^\W\d_]ت[اي]ن$")
_SUFFIXES = ("ه", "ها", "هم", "هن", "هما", "نا")


class Entry(NamedTuple):
    """A form of the table. lead: proclitic letters before the number word; definite: with article or pronoun."""

    kind: AtomClass
    value: float | int
    lead: int
    conj: bool
    preposition: bool
    definite: bool
    low: int = 0
    high: int = 0


class Atom(NamedTuple):
    """A number word or digit group in the text. start: after its proclitics; conj: joined by و to what is before.

    swapped: digits whose halves a direction mark has turned round («8.\u200f168» is 168.8).
    """

    start: int
    end: int
    kind: AtomClass
    value: float | int
    lead: int
    conj: bool
    preposition: bool
    definite: bool
    low: int = 0
    high: int = 0
    swapped: bool = False


def _forms(lexicon: Numbers) -> Iterator[tuple[str, AtomClass, float | int]]:
    """Folded forms with their class and value. Where two share a form, the later one wins."""
    for fraction in lexicon.fractions:
        for forms, kind, value in (
            (fraction.forms, "fraction", fraction.value),
            (fraction.plural, "fractions", fraction.value),
            (fraction.dual, "fraction", 2 * fraction.value),
        ):
            yield from ((f, kind, value) for f in forms)  # type: ignore[misc]
    for words, kind in (
        (lexicon.ordinals, "ordinal"),
        (lexicon.teen_heads, "teen_head"),
        (lexicon.units, "unit"),
        (lexicon.tens, "tens"),
        (lexicon.hundreds, "hundred"),
    ):
        for word in words:
            for form in word.forms:
                yield form, ("ten" if kind == "unit" and word.value == 10 else kind), word.value  # type: ignore[misc]
    for scale in lexicon.scales:
        for forms, kind, factor in (
            (scale.single, "scale", 1),
            (scale.accusative, "scale_accusative", 1),
            (scale.plural, "scales", 1),
            (scale.dual, "scale_dual", 2),
        ):
            yield from ((f, kind, factor * scale.value) for f in forms)  # type: ignore[misc]


class WordTable:
    """Looks up whole written words (folded). Build once; a word costs one dictionary look-up."""

    def __init__(self, lexicon: Numbers) -> None:
        self._table: dict[str, Entry] = {}
        for form, kind, value in _forms(lexicon):
            self._add(form, kind, value)
        for vague in lexicon.vague:
            for form in vague.forms:
                self._add(form, "vague", 0, vague.low, vague.high)
        for fraction in lexicon.fractions:
            for form in (*fraction.forms, *fraction.dual):
                if fold_word(form) + "ه" in self._table:
                    continue  # «خمسه» is five
                value = fraction.value * (2 if form in fraction.dual else 1)
                self._add_all((fold_word(form) + s for s in _SUFFIXES), "fraction", value, definite=True)
        self._duals = _DualTable(lexicon.duals)
        self._found = Remembered(self._find)
        for form in lexicon.not_numbers.forms:
            self._table.pop(fold_word(form), None)

    def _add(self, form: str, kind: AtomClass, value: float | int, low: int = 0, high: int = 0) -> None:
        self._add_all((fold_word(form),), kind, value, low=low, high=high)
        self._add_all(("ال" + fold_word(form),), kind, value, definite=True, low=low, high=high)

    def _add_all(
        self,
        forms: Iterable[str],
        kind: AtomClass,
        value: float | int,
        *,
        definite: bool = False,
        low: int = 0,
        high: int = 0,
    ) -> None:
        for form in forms:
            article = definite and form.startswith("ال")
            for clitic in PROCLITICS:
                lead = len(clitic)
                written = clitic + form
                if article and clitic.endswith("ل"):
                    written = clitic + "ل" + form[2:]
                conj = clitic[:1] in ("و", "ف") and bool(clitic)
                entry = Entry(kind, value, lead, conj, lead > conj, definite, low, high)
                held = self._table.get(written)
                if held is None or held.lead >= lead:
                    self._table[written] = entry

    def atoms(self, prose: Prose) -> list[Atom]:
        """The number words and duals of `prose`."""
        entries = map(self._found.__getitem__, prose.forms)
        return [
            Atom(word.start + entry.lead, word.end, *entry)
            for word, entry in zip(prose.words, entries, strict=True)
            if entry is not None
        ]

    def _find(self, form: str) -> Entry | None:
        entry = self._table.get(form)
        return entry or (self._duals.entry(form) if form.endswith(_DUAL_ENDINGS) else None)

    def scale_at(self, form: str) -> float | int | None:
        """The value of a scale word written right after digits («10آلاف»)."""
        entry = self._table.get(form)
        return (
            entry.value if entry and entry.kind in ("scale", "scales", "scale_accusative") and not entry.lead else None
        )


class _DualTable:
    """Indefinite duals, by the nouns of the lexicon and by the ending of the feminine."""

    def __init__(self, lexicon: Duals) -> None:
        self._leads: dict[str, int] = {}
        nouns = [fold_word(n) for n in lexicon.nouns]
        forms = [n + "ين" for n in nouns] + [fold_word(n) + "ان" for n in (*nouns, *lexicon.nominative)]
        barred = {fold_word(f) for f in lexicon.not_masculine}
        for form in forms:
            if form not in barred:
                for clitic in PROCLITICS:
                    self._leads.setdefault(clitic + form, len(clitic))
        adjectives = [fold_word(f)[:-1] + "ت" + e for f in lexicon.feminine_adjectives for e in ("ين", "ان")]
        barred |= {fold_word(f) for f in lexicon.not_feminine} | set(adjectives)
        self._barred = {c + f for f in barred for c in PROCLITICS}
        self._passive = {c + fold_word(f)[:-1] + "ت" for f in lexicon.passive_nouns for c in PROCLITICS}
        self._kept = {fold_word(f)[:-1] for f in lexicon.feminine_with_clitic_letter}
        self._barred_endings = tuple(fold_word(e) for e in lexicon.not_feminine_endings)

    def entry(self, form: str) -> Entry | None:
        lead = self._leads.get(form)
        if lead is None:
            if len(form) < 5 or form[-3] != "ت" or form in self._barred or form.endswith(self._barred_endings):
                return None
            if _PASSIVE.search(form) and form[:-2] not in self._passive:
                return None
            lead = self._feminine_lead(form)
            if lead is None or _MASDAR.fullmatch(form, lead):
                return None
        if lead and form.endswith("ان") and form[lead - 1] in "بك":
            return None  # «براقتان»: after a preposition it would be in ـين
        conj = lead > 0 and form[0] in "وف"
        return Entry("dual", 2, lead, conj, lead > conj, False)

    def _feminine_lead(self, form: str) -> int | None:
        """Proclitic letters of an open-class dual; None where it is definite, or too short to be one."""
        lead = 0
        for letters in ("وف", "بلك"):
            rest = form[lead:]
            if rest[0] in letters and rest[:-3] not in self._kept and rest[:-3].removesuffix("ت") not in self._kept:
                lead += 1
        definite = form.startswith("ال", lead) or form.startswith(("ال", "لل"), max(0, lead - 1))
        return None if definite or len(form) - lead < 5 else lead
