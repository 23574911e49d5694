"""Words that bound a number: «نحو», «أكثر من», «على الأقل»."""

from __future__ import annotations

import re

from isnad.lexicon.numbers import Bounds, Reached
from isnad.model.reading import Bound
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.phrases import AND, Hit, Phrases
from isnad.text.prose import Prose

_OPENERS = frozenset(' \n"«“(')  #: what may stand between a bound and its number
_TAILS = ("ال", "ال ", "مبلغ ")
_BREAK = re.compile(r"[\d.،؛:!؟\n()«»\"]")
_NOT = ("لا", "لم", "ولا", "ولم", "الا", "لن")
_DENIED = frozenset((*_NOT, "ليس", "ليست"))
_BE = frozenset(("يكن", "تكن", "يكون", "تكون"))
_STUCK = ("نحو ", "حوالي ", "قرابه ")  #: bound words that stand on what is before them where a blank is lost
_WORDS_STUCK = frozenset(("نحو", "حوالي", "قرابه"))
_MAY_REACH = re.compile(r"(?<!\w)[وف]?(?:قد|يمكن ان|ممكن ان) [يت]صل (?:(?!الي )[^\W\d_]+ ){1,4}الي $")
_WAS_NOT = re.compile(r"(?<!\w)[وف]?(?:لم|لن|لا) [يت]ك(?:ون?|ن) ")
_NOR = re.compile(r"(?<!\w)[وف]?(?:لا|الا|لم|لن|ليس|ليست|عدم) (?!.*(?<!\w)(?:بل|لكن|و?ان)(?!\w))")
_NEW_CLAUSE = re.compile(r" (?:و?(?:ان|بل|الا|لكن|حيث|بينما|الذي|التي)|وهو|وهي) ")
_STOP = re.compile(r"[،,.؛:;!؟\n]")
_ONE = re.compile(r"(?<!\w)[بلو]?(اكثر|ازيد|اقل) من [^\W\d_]+(?: [^\W\d_]+)? $")
_REACH = 45  #: how far after its number «على الأقل» may stand, in code points


class BoundFinder:
    """Finds bound words beside numerals and gives each its bound."""

    def __init__(self, lexicon: Bounds) -> None:
        self._before = Phrases({f: b.approx for b in lexicon.before for f in b.forms})
        self._glued = {fold_word(f): b.approx for b in lexicon.before for f in b.forms if f.count(" ") < 2}
        self._after = Phrases({f: b.approx for b in lexicon.after for f in b.forms}, ("",))
        self._apart = {a + fold_word(v): bound for bound in lexicon.apart for v in bound.verbs for a in AND}
        self._crossing = frozenset(map(fold_word, lexicon.crossing))
        self._reached = _measures_reached(lexicon.reached)

    def _written_on(self, text: str, n: Numeral) -> Bound | None:
        """«أكثر من20»: a bound word written onto its digits."""
        if text.endswith(_STUCK, 0, n.start):
            return _stuck(text, n.start)
        if not n.digits or not text[n.start - 1 : n.start].isalpha():
            return None
        words = text[max(0, n.start - 16) : n.start].split(" ")
        return self._glued.get(" ".join(words[-2:]).lstrip("بو")) or self._glued.get(words[-1].lstrip("بو"))

    def _is_reached(self, text: str, hit: Hit[Bound]) -> bool:
        """«عدد الناخبين بالمحافظة يصل إلى 30»: that is how many they are; «بطول يصل إلى 30» says no more than."""
        measure = self._reached.get(text[hit.start : hit.end])
        if measure is None:
            return False
        clause = _BREAK.split(text[max(0, hit.outer - 110) : hit.outer])[-1]
        return measure.search(clause) is not None

    def _one(self, text: str, n: Numeral) -> Bound | None:
        """«أكثر من ناخب واحد», «ألا تمنح اللجنة أكثر من مهمة واحدة»."""
        if n.value == 1 and n.rule == "words" and (m := _ONE.search(text, max(0, n.bound_start - 40), n.bound_start)):
            if m[1] == "اقل":
                return "less_than"
            clause = _BREAK.split(text[max(0, m.start() - 40) : m.start()])[-1]
            return "at_most" if _NOR.search(clause) else "more_than"
        return None

    def _over_subject(self, text: str, at: int) -> Bound | None:
        """«تجاوزت حصيلتها الإجمالية 30», «لا تقل مساحتها عن 40»."""
        if not text.startswith(" ", at - 1):
            return None
        words = _BREAK.split(text[max(0, at - 60) : at])[-1].split()
        to = words.pop() if words and words[-1] in ("عن", "علي") else None
        for k in range(len(words) - 1, max(-1, len(words) - 6), -1):
            bound = self._apart.get(words[k])
            if bound is not None and (to is not None) == bool(bound.to):
                return bound.negated if k and words[k - 1] in _NOT else bound.approx
            if words[k] in self._crossing:
                return None
        return None

    def bounded(self, prose: Prose, numerals: list[Numeral]) -> list[Numeral]:
        """The numerals with their bounds; ordinals have none."""
        after = self._after.find(prose)
        apart = not self._apart.keys().isdisjoint(prose.forms)
        out = []
        for i, n in enumerate(numerals):
            if n.kind != "ordinal":
                k = i + 1
                while k < len(numerals) and _in_brackets(prose.text, n.end, numerals[k].start):
                    k += 1  # «200 جنيه (نحو 4 دولارات) على الأقل»
                next_start = numerals[k].start if k < len(numerals) else len(prose.text)
                n = self._bound(prose, n, next_start, after, apart)
            out.append(n)
        return out

    def _bound(self, prose: Prose, n: Numeral, next_start: int, after: list[Hit[Bound]], apart: bool) -> Numeral:
        text, at = prose.text, n.bound_start
        end = _bound_end(text, at)
        hit = self._before.ending_at(prose, end) or (self._before.ending_at(prose, at) if end < at else None)
        if hit is not None:
            if hit.value == "at_most" and self._is_reached(text, hit):
                return n
            denied = hit.value == "more_than" and _is_denied(text, hit.outer)
            return _with(n, "at_most" if denied else hit.value, hit.start)
        over = self._written_on(text, n) or self._one(text, n) or (self._over_subject(text, at) if apart else None)
        if over is None and text.endswith("الي ", 0, at) and _MAY_REACH.search(text, max(0, at - 60), at):
            over = "at_most"
        if over is not None:
            return _with(n, over, at)
        for late in after:
            near = n.end <= late.start <= min(n.end + _REACH, next_start)
            if near and not _STOP.search(text, n.end, late.start - 2 * _stands_apart(text, late)):
                return _with(n, late.value, n.bound_start) if late.value != "exact" else n
        return n


def _measures_reached(words: Reached) -> dict[str, re.Pattern[str]]:
    """By verb: a definite measure that runs to the end of the clause before it, no word with «ب» last."""
    found = {}
    for verb, heads in zip(words.verbs, (words.masculine, words.feminine), strict=True):
        measures = "|".join(sorted(map(fold_word, heads), key=len, reverse=True))
        found[fold_word(verb)] = re.compile(
            rf"(?:^| )[وفل]?(?:ال(?:{measures})|(?:{measures}) (?:[^\W\d_]+ )?"
            r"(?:ال[^\W\d_]+|[^\W\d_]{3,}(?:ها|هم|ه))) "
            r"(?:(?!(?:و?(?:ب(?!ال)|ان|بان|انه|انها|قد|ما|او|عن|علي|الي)[^\W\d_]* $))[^\W\d_]+ )*$"
        )
    return found


def _stuck(text: str, at: int) -> Bound | None:
    """«عيار 21نحو 5790», «السعرحوالي 20»: a bound word written onto the word or number before it."""
    word = text[max(0, at - 24) : at].split(" ")[-2]
    return "about" if word.lstrip("0123456789") in _WORDS_STUCK or len(word) > 6 else None


def _is_denied(text: str, at: int) -> bool:
    """«ليس أعلى من», «لم تكن أكثر من», «لم يكن عددهم يتجاوز»."""
    if text.startswith(("يتجاوز", "تتجاوز", "يزيد", "تزيد", "يتعدي", "تتعدي", "يفوق", "تفوق"), at):
        clause = _BREAK.split(text[max(0, at - 55) : at])[-1]
        if (denied := _WAS_NOT.search(clause)) is not None:
            return not _NEW_CLAUSE.search(clause, denied.end())
    words = text[max(0, at - 14) : at].split()[-2:]
    return bool(words) and (words[-1] in _DENIED or (words[-1] in _BE and words[0] in _DENIED))


def _stands_apart(text: str, late: Hit[Bound]) -> bool:
    """«14 آخرين، على الأقل.»: between two marks, so that it belongs to what is before the first."""
    return text.startswith("، ", late.start - 2) and (late.end == len(text) or text[late.end] in "،.,\n")


def _bound_end(text: str, at: int) -> int:
    """Where words that bound a number at `at` would end: before its article, «مبلغ», marks and spaces."""
    least = max(0, at - 12)
    for tail in _TAILS:
        if text.endswith(tail, least, at):
            at -= len(tail)
            break
    while at > least and text[at - 1] in _OPENERS:
        at -= 1
    return at


def _in_brackets(text: str, end: int, at: int) -> bool:
    """Whether `at` lies in brackets opened not far after `end`."""
    opened = text.find("(", end, min(at, end + 15))
    return opened >= 0 and text.find(")", opened, at) < 0


def _with(n: Numeral, approx: Bound, bound_start: int) -> Numeral:
    if n.approx in ("range", "vague"):
        return n._replace(bound_start=bound_start)
    low = n.value if approx in ("more_than", "at_least", "exact") else None
    high = n.value if approx in ("less_than", "at_most", "exact") else None
    return n._replace(approx=approx, low=low, high=high, bound_start=bound_start)
