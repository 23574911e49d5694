"""The words of an article that calendar expressions are built from, as a row of tokens."""

from __future__ import annotations

import re
from itertools import compress
from typing import Any, NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Months, Times, Weekdays
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import PROCLITICS
from isnad.text.prose import Prose
from isnad.text.value import Value
from isnad.text.words import Word

_MIXED = re.compile(r"([^\W\d_]*)(\d+(?:[.,]\d+)*)([^\W\d_]*)\Z")
_LONGEST = 60  #: letters of a word that may hold a numeral; whatever is longer is a code
_LETTERS = frozenset(("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "فل", "ه", "م"))


class Token(Value, frozen=True):
    """One word, or a phrase of the lexicon, or a numeral.

    kind: its part in the grammar; value: what the lexicon says of it. start, end: folded offsets without proclitics;
    outer: where they begin; clitic: the proclitics. glue: the text between the token before and `outer`.
    """

    kind: str
    value: Any
    start: int
    end: int
    outer: int
    clitic: str
    glue: str


class MonthName(NamedTuple):
    """number: 1 to 12; tradition: western, levant, maghreb or hijri; bare: always, preposition or context."""

    number: int
    tradition: str
    bare: str


class UnitName(NamedTuple):
    """code: the unit; number: 1 singular, 2 dual, 3 plural; definite: with the article. others: words
    that make it no time."""

    code: str
    number: int
    definite: bool
    others: frozenset[str]


class RelationName(NamedTuple):
    """value: -1, 0, 1; text: counted from another time of the text; vague: no more than «recent»."""

    value: int
    text: bool
    vague: bool


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    taken: int
    kind: str
    value: Any


END = Token("end", None, 1 << 60, 1 << 60, 1 << 60, "", "\n")


class Lexer:
    """Turns a prose and its numerals into tokens. Built once from the lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._table: dict[str, list[_Entry]] = {}
        times = lexicons.load("times", Times)
        self._add_words(times)  # first: where a word has two parts, the one added first is kept
        self._add_months(lexicons.load("months", Months))
        for day in lexicons.load("weekdays", Weekdays).weekday:
            for form in day.forms:
                self._add("weekday", (day.number, True), ["ال" + form])
                self._add("weekday", (day.number, False), [form])
        self._add_units(times)
        self._alone: dict[str, _Entry] = {}
        self._phrases: dict[str, dict[str, list[_Entry]]] = {}  # by their first word, then by their second
        for form, entries in self._table.items():
            entries.sort(key=lambda e: (-len(e.rest), e.taken))
            for entry in entries:
                if entry.rest:
                    self._phrases.setdefault(form, {}).setdefault(entry.rest[0], []).append(entry)
                else:
                    self._alone.setdefault(form, entry)

    def _add(self, kind: str, value: Any, forms: list[str] | tuple[str, ...]) -> None:
        for form in forms:
            words = re.findall(r"[^\W_]+", fold_word(form))
            key, rest = words[0], tuple(words[1:])
            for clitic in PROCLITICS:
                written = clitic + key
                if clitic.endswith("ل") and key.startswith("ال"):
                    written = clitic + "ل" + key[2:]
                entries = self._table.setdefault(written, [])
                if not any(e.rest == rest and e.taken <= len(clitic) for e in entries):
                    entries.append(_Entry(rest, len(clitic), kind, value))

    def _add_months(self, months: Months) -> None:
        context = {fold_word(f) for f in months.bare.context}
        preposition = {fold_word(f) for f in months.bare.preposition}
        for month in months.month:
            for tradition in ("western", "levant", "maghreb", "hijri"):
                for form in getattr(month, tradition):
                    key = fold_word(form)
                    bare = "context" if key in context else "preposition" if key in preposition else "always"
                    self._add("month", MonthName(month.number, tradition, bare), [form])

    def _add_units(self, times: Times) -> None:
        for daytime in times.daytime:
            value = (daytime.code, daytime.pm)
            self._add("daytime", value, daytime.noun)
            self._add("daytime_def", value, ["ال" + n for n in daytime.noun if " " not in n])
            self._add("daytime_adv", value, daytime.adverb)
        for unit in times.unit:
            others = frozenset(fold_word(w) for w in unit.not_before)
            for count, forms in ((1, unit.one), (2, unit.two), (3, unit.many)):
                self._add("unit", UnitName(unit.code, count, False, others), forms)
                self._add("unit", UnitName(unit.code, count, True, others), ["ال" + f for f in forms])
        for season in times.season:
            self._add("season", season.code, [*season.forms, *("ال" + f for f in season.forms)])
        for decade in times.decade:
            self._add("decade", decade.value, [*decade.forms, *("ال" + f for f in decade.forms)])

    def _add_words(self, times: Times) -> None:
        rows: list[tuple[str, Any, tuple[str, ...]]] = [
            *(("vague", (vague.value, vague.told), vague.forms) for vague in times.vague),
            ("vague", ("PRESENT_REF", False), times.today.nowadays),
            *(("part", part.mod, part.forms) for part in times.part),
            *(("relation", RelationName(r.value, r.text, r.vague), r.forms) for r in times.relation),
            *(("day", day.offset, day.forms) for day in times.day),
            ("today", 0, times.today.forms),
            *(("back", 0, back.forms) for back in times.back),
            *(("fraction", fraction.value, fraction.forms) for fraction in times.fraction),
            *(("share", share.code, share.forms) for share in times.share),
            *(("ordinal", ordinal.value, ordinal.forms) for ordinal in times.ordinal),
            *(("feast", None if f.easter else (f.hijri, f.month, f.day), f.forms) for f in times.feast),
            *(("set", repeated.value, repeated.forms) for repeated in times.set),
            *((kind, kind, forms) for kind, forms in times.lead.items()),
            ("teen", 10, times.teen.forms),
            ("same", "after", times.same.after),
            ("same_of", "before", times.same.before),
            ("this", "this", times.same.this),
            ("that", "that", times.same.that),
            ("about", None, times.about.forms),
            ("era", "h", times.era.hijri),
            ("era", "g", times.era.gregorian),
            ("minus", None, times.clock.minus),
            ("zone", None, times.clock.zone),
        ]
        for kind, value, forms in rows:
            self._add(kind, value, forms)

    def tokens(self, prose: Prose, numerals: list[Numeral]) -> list[Token]:
        """The tokens of `prose` in order; words of no calendar use are left out and show in the next token's glue."""
        words, forms = prose.words, prose.forms
        counted = _by_word(prose, [part for n in numerals for part in _counts(n, prose.text)])
        known = compress(range(len(words)), map(self._table.__contains__, forms))
        out: list[Token] = []
        last = at = 0
        for k in sorted({*known, *prose.with_digits, *counted}):
            if k < at:
                continue
            at = k + 1
            number = counted.get(k)
            if number is not None and not self._is_weekday(number, words[k]):
                out.append(_of_number(number, words[k], prose.text, last))
                while at < len(words) and words[at].start < number.end:
                    at += 1
            elif (entry := self._entry(forms, k, prose.gaps)) is not None:
                at += len(entry.rest)
                out.append(_of_entry(entry, words[k], words[at - 1].end, prose.text, last))
            elif forms[k] not in self._table:
                out += _digits(words[k], prose.text, last, self._table)
            else:
                continue
            if out:
                last = out[-1].end
        out.append(END)
        return out

    def _entry(self, forms: list[str], k: int, gaps: list[str]) -> _Entry | None:
        """The entry that stands at word k: the longest phrase, or the word alone."""
        form = forms[k]
        phrases = self._phrases.get(form)
        if phrases is not None and k + 1 < len(forms):
            for entry in phrases.get(forms[k + 1], ()):
                after = k + 1 + len(entry.rest)
                if tuple(forms[k + 1 : after]) == entry.rest and all(gap == " " for gap in gaps[k + 1 : after]):
                    return entry
        return self._alone.get(form)

    def _is_weekday(self, number: Numeral, word: Word) -> bool:
        """Whether a number word alone may also be a weekday (اثنين)."""
        if number.end != word.end or number.value != 2:
            return False
        return any(e.kind == "weekday" and not e.rest for e in self._table.get(word.form, ()))


def _by_word(prose: Prose, counts: list[Numeral]) -> dict[int, Numeral]:
    """Numbers in words under the index of the word each begins with."""
    held: dict[int, Numeral] = {}
    for count in counts:
        held.setdefault(prose.word_at(count.start + 1) - 1, count)
    return held


def _of_number(number: Numeral, word: Word, text: str, last: int) -> Token:
    outer, start = word.start, number.start
    return Token("num", number.value, start, number.end, outer, text[outer:start], text[last:outer])


def _of_entry(entry: _Entry, word: Word, end: int, text: str, last: int) -> Token:
    start, taken = word.start + entry.taken, entry.taken
    if taken and word.form.startswith("لل", taken - 1):
        start -= 1  # للعام: the article is in the second ل
    return Token(entry.kind, entry.value, start, end, word.start, word.form[:taken], text[last : word.start])


def _counts(n: Numeral, text: str) -> list[Numeral]:
    """A number in words, grouped, or with a scale word; plain digits are read here; a range in words is its two
    ends."""
    if n.unit_inside or (n.digits and text[n.start : n.end].isdigit()):
        return []
    if n.kind == "cardinal" and n.value is not None:
        return [n]
    if n.kind != "range" or n.digits or n.low is None or n.high is None:
        return []
    words = text[n.start : n.end].split()
    if not 2 <= len(words) <= 3:
        return []
    first, last = n.start + len(words[0]), n.end - len(words[-1])
    last += len(words) == 2 and text[last] == "و"
    return [n._replace(end=first, value=n.low, kind="cardinal"), n._replace(start=last, value=n.high, kind="cardinal")]


def _digits(word: Word, text: str, last: int, table: dict[str, list[_Entry]]) -> list[Token]:
    """A numeral in digits, alone or grown together with letters: و12, 1436هـ, جوان2015, 24عاما, ال20."""
    form = word.form
    if len(form) > _LONGEST:
        return []
    if form.isdigit():
        return [Token("num", int(form), word.start, word.end, word.start, "", text[last : word.start])]
    m = _MIXED.match(form)
    if m is None or not m.group(2).isascii():
        return []
    before, digits, after = m.groups()
    first = word.start + len(before)
    past = first + len(digits)
    out = []
    if before not in _LETTERS:
        held = next((e for e in table.get(before, []) if not e.rest), None)
        if held is None:
            return []
        out.append(
            Token(
                held.kind,
                held.value,
                word.start + held.taken,
                first,
                word.start,
                before[: held.taken],
                text[last : word.start],
            )
        )
        last = first
        before = ""
    value = int(digits) if digits.isdigit() else digits
    out.append(Token("num", value, first, past, first - len(before), before, text[last : first - len(before)]))
    if after:
        held = next((e for e in table.get(after, []) if not e.rest and not e.taken), None)
        if held is None:
            return []
        out.append(Token(held.kind, held.value, past, word.end, past, "", ""))
    return out
