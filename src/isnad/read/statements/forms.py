"""The written forms of reporting verbs: persons, numbers, tenses, object pronouns, participles, verbal nouns.

All forms are folded. Paradigms after Wright, Grammar of the Arabic Language, I §§ 76-167 (strong, hollow and defective
verbs in the third person, which alone reports).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from isnad.lexicon.reporting import Carrier, Reporting, Verb
from isnad.text.fold import fold_word
from isnad.text.value import Value

Kind = Literal["finite", "participle", "masdar"]
PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


class CueForm(Value, frozen=True):
    """One reading of a written form.

    gender, number: what the form says of its subject (None where it does not); tense only for finite forms.
    pronoun: an object pronoun on a verb (وصفه), a possessor on a verbal noun (قوله).
    """

    verb: Verb | None
    carrier: Carrier | None
    kind: Kind
    gender: Literal["m", "f"] | None
    number: Literal["s", "d", "p"] | None
    tense: Literal["past", "present", "future"] | None
    pronoun: bool

    @property
    def id(self) -> str:
        entry = self.verb or self.carrier
        assert entry is not None
        return entry.id


def _perfect(form: str) -> Iterator[tuple[str, str, str]]:
    """(form, gender, number) of a perfect given in the third person masculine singular."""
    yield form, "m", "s"
    weak = form[-1] in "يا"
    stem = form[:-1] if weak else form
    yield stem + "ت", "f", "s"
    yield stem + "وا", "m", "p"
    if not weak:
        yield stem + "و", "m", "p"  # «أفادو», as many write it
    yield stem + "تا", "f", "d"
    yield (stem + ("وا" if form.endswith("ا") else "يا") if weak else form + "ا"), "m", "d"
    if weak:
        yield stem + ("ون" if form.endswith("ا") else "ين"), "f", "p"
    elif not form.endswith("ن"):  # «قلن», «أشرن»: a long vowel before the last letter is dropped
        yield (form[:-2] + form[-1] if len(form) > 2 and form[-2] == "ا" else form) + "ن", "f", "p"


def _imperfect(form: str) -> Iterator[tuple[str, str, str]]:
    """(form, gender, number) of an imperfect given in the third person masculine singular."""
    stem = form[:-1] if form[-1] in "يو" else form
    yield form, "m", "s"
    yield "ت" + form[1:], "f", "s"
    yield stem + "ون", "m", "p"
    yield stem + "وا", "m", "p"
    yield form + "ان", "m", "d"
    yield "ت" + form[1:] + "ان", "f", "d"
    if not form.endswith("ن"):
        yield (form[:-2] + form[-1] if len(form) > 3 and form[-2] in "اوي" else form) + "ن", "f", "p"


def _participle(form: str) -> Iterator[tuple[str, str, str]]:
    """Accusative forms of an active participle given in the masculine singular: they alone continue a report."""
    stem = form[:-1] if form.endswith("ي") else form
    yield form + "ا", "m", "s"
    yield form + "ه", "f", "s"
    yield stem + "ين", "m", "p"
    yield form + "تين", "f", "d"
    yield form + "ات", "f", "p"


def _finite_forms(verb: Verb | Carrier, v: Verb | None, c: Carrier | None) -> Iterator[tuple[str, CueForm]]:
    def reading(gender: str, number: str, tense: str, pronoun: bool) -> CueForm:
        return CueForm(v, c, "finite", gender, number, tense, pronoun)  # type: ignore[arg-type]

    for given in verb.perfect:
        for form, gender, number in _perfect(fold_word(given)):
            yield form, reading(gender, number, "past", False)
            if number == "s":
                yield from ((form + p, reading(gender, number, "past", True)) for p in PRONOUNS)
            if number == "p":  # «أبلغوه»
                yield from ((form[:-1] + p, reading(gender, number, "past", True)) for p in PRONOUNS)
    for given in verb.imperfect:
        for form, gender, number in _imperfect(fold_word(given)):
            yield form, reading(gender, number, "present", False)
            yield "س" + form, reading(gender, number, "future", False)
            if number == "s":
                yield from ((form + p, reading(gender, number, "present", True)) for p in PRONOUNS)


def _nominal_forms(verb: Verb | Carrier, v: Verb | None, c: Carrier | None) -> Iterator[tuple[str, CueForm]]:
    for given in verb.participle:
        for form, gender, number in _participle(fold_word(given)):
            yield form, CueForm(v, c, "participle", gender, number, None, False)  # type: ignore[arg-type]
    for given in v.adverbial if v is not None else ():
        yield fold_word(given), CueForm(v, c, "participle", None, None, None, False)
    for given in v.masdar if v is not None else ():
        form = fold_word(given)
        yield form, CueForm(v, c, "masdar", None, None, None, False)
        bound = form[:-1] + "ت" if form.endswith("ه") else form
        for pronoun, gender, number in (("ه", "m", "s"), ("ها", "f", "s"), ("هم", "m", "p"), ("هما", "m", "d")):
            yield bound + pronoun, CueForm(v, c, "masdar", gender, number, None, True)  # type: ignore[arg-type]


def _forms(verb: Verb | Carrier) -> Iterator[tuple[str, CueForm]]:
    v, c = (verb, None) if isinstance(verb, Verb) else (None, verb)
    yield from _finite_forms(verb, v, c)
    yield from _nominal_forms(verb, v, c)


def inflect(reporting: Reporting) -> dict[str, tuple[CueForm, ...]]:
    """Every folded form with its readings, in the order of the lexicon; plain forms before forms with pronouns."""
    table: dict[str, list[CueForm]] = {}
    entries: tuple[Verb | Carrier, ...] = (*reporting.verb, *reporting.carrier)
    for entry in entries:
        for form, reading in _forms(entry):
            held = table.setdefault(form, [])
            if all(h.id != reading.id or h.kind != reading.kind for h in held):
                held.append(reading)
    return {form: tuple(sorted(held, key=lambda r: (r.pronoun, r.carrier is None))) for form, held in table.items()}
