"""The words of an article that calendar expressions are built from, as a row of tokens."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Months, Times, Weekdays
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import PROCLITICS
from isnad.text.prose import Prose
from isnad.text.words import Word

_MIXED = re.compile(r"([^\W\d_]*)(\d+(?:[.,]\d+)*)([^\W\d_]*)\Z")
_LONGEST = 24  #: letters and digits of a word that may be a numeral
_LETTERS = frozenset(("", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "فل", "ه", "م"))


class Token(NamedTuple):
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
        for entries in self._table.values():
            entries.sort(key=lambda e: (-len(e.rest), e.taken))

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
        text, words, table = prose.text, prose.words, self._table
        counts = [part for n in numerals for part in _counts(n, text)]
        out: list[Token] = []
        last = next_count = k = 0
        count_start = counts[0].start if counts else 1 << 60
        while k < len(words):
            word = words[k]
            k += 1
            if count_start < word.end:
                number = counts[next_count]
                next_count += 1
                count_start = counts[next_count].start if next_count < len(counts) else 1 << 60
                if number.start >= word.start and not (
                    number.end == word.end and number.value == 2 and _weekday(table, word.form)
                ):
                    outer = word.start
                    out.append(
                        Token(
                            "num",
                            number.value,
                            number.start,
                            number.end,
                            outer,
                            text[outer : number.start],
                            text[last:outer],
                        )
                    )
                    last = number.end
                    while k < len(words) and words[k].start < number.end:
                        k += 1
                    continue
            form = word.form
            entries = table.get(form)
            if entries is not None:
                entry = entries[0] if not entries[0].rest else _fitting(entries, words, k, text)
                if entry is not None:
                    end = words[k - 1 + len(entry.rest)].end
                    k += len(entry.rest)
                    start = word.start + entry.taken
                    if entry.taken and form.startswith("لل", entry.taken - 1):
                        start -= 1  # للعام: the article is in the second ل
                    out.append(
                        Token(
                            entry.kind,
                            entry.value,
                            start,
                            end,
                            word.start,
                            form[: entry.taken],
                            text[last : word.start],
                        )
                    )
                    last = end
            elif form[0] <= "9" or form[-1] <= "9":
                for token in _digits(word, text, last, table):
                    out.append(token)
                    last = token.end
        out.append(END)
        return out


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


def _weekday(table: dict[str, list[_Entry]], form: str) -> bool:
    """Whether a number word alone may also be a weekday (اثنين)."""
    return any(e.kind == "weekday" and not e.rest for e in table.get(form, ()))


def _fitting(entries: list[_Entry], words: list[Word], k: int, text: str) -> _Entry | None:
    for entry in entries:
        at = k
        for part in entry.rest:
            if at >= len(words) or words[at].form != part or words[at].start - words[at - 1].end != 1:
                break
            if text[words[at - 1].end] != " ":
                break
            at += 1
        else:
            return entry
    return None


_LONGEST = 60  #: letters of a word that may hold a numeral; whatever is longer is a code


def _digits(word: Word, text: str, last: int, table: dict[str, list[_Entry]]) -> list[Token]:
    """A numeral in digits, alone or grown together with letters: و12, 1436هـ, جوان2015, 24عاما, ال20."""
    form = word.form
    if len(form) > _LONGEST:
        return []
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
