"""What a number counts: the noun after it, before it, or understood from the figure before."""

from __future__ import annotations

import re

from isnad.lexicon.units import Units
from isnad.read.figures.before import NounsBefore
from isnad.read.figures.money import MoneyFinder
from isnad.read.figures.nouns import BARRED, NONE, NounWords, Unit, is_definite
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_WORD = re.compile(r"[\s\"“”«»()\[\]'’‘،]{0,3}?([\"“”«»()\[\]'’‘\s]{0,3})([^\W\d_]+)")
_NEXT = re.compile(r"[ ]([^\W\d_]+)")
_GLUED_MONEY = re.compile(r"((?:دولار|جنيه|ريال|دينار|درهم|يورو)ا?)(?=[^\W\d_]{4})")
_LATIN_UNIT = re.compile(
    r"\s?(km|kg|cm|mm|mg|m|g|GB|MB|TB|KB|MHz|GHz|Hz|kWh|kW|MW|GW|W|V|mAh|MP|Mbps|Gbps|fps|ml|L|°C|°)(?!\w)"
)
_ONLY = re.compile(r"\W*([^\W\d_]+(?: [^\W\d_]+)?)\W*$")
_CLAUSE = re.compile(r"[^\d.،؛:!؟\n()]*$")
_AND_PART = re.compile(r"(?<!\w)([^\W\d_]+) و ?$")


def _of_two(text: str, n: Numeral) -> Unit:
    """«اسمين أو ثلاثة»: the dual that begins the range says what is counted."""
    if n.rule != "range-dual":
        return NONE
    return Unit(n.start, text.index(" ", n.start), None, "dual")


class UnitFinder:
    """Finds what a numeral counts."""

    def __init__(self, units: Units) -> None:
        self.money = MoneyFinder(units)
        self._words = NounWords(units)
        self.before = NounsBefore(self._words)
        self._measured = tuple({fold_word(s) for s in units.physical.stems})

    def find(self, prose: Prose, n: Numeral, limit: int) -> Unit:
        """The unit of `n`. limit: where the next numeral begins; a unit does not lie beyond it."""
        text = prose.text
        if n.unit_inside:
            word = text[n.start : n.end]
            code = self.money.word(prose, word, n.end)
            return Unit(n.start, n.end, code or None, "dual", period=word in self._words.periods)
        if sign := self.money.sign(text, n.start, n.end):
            return Unit(sign.start, sign.end, sign.code, "sign", sign.scale)
        if m := _LATIN_UNIT.match(text, n.end):
            return Unit(m.start(1), m.end(1), None, "after")
        definite = not n.digits and n.rule == "words" and is_definite(text, n)
        agreeing = self.before.agreeing(text, n) if definite else None
        return (
            agreeing
            or self._and_part(text, n)
            or self.before.one_or_several(text, n)
            or self.before.two(text, n)
            or self._after(prose, n, limit)
            or _of_two(text, n)
        )

    def measure(self, text: str, n: Numeral) -> bool:
        """Whether a dual is two of a measure («إنشان»)."""
        return n.unit_inside and text[n.start : n.end - 2] in self._words.measures

    def is_period(self, word: str) -> bool:
        """Whether a word is a time and no thing («يومين»)."""
        return word in self._words.periods

    def countable(self, text: str, before: Numeral, last: Unit, n: Numeral) -> bool:
        """Whether «منها», «منهم» after `n` may take up the unit of the figure before: no measure, no «مواقع عدة»."""
        word = text[last.start : last.end]
        if word in self._words.measures or word.startswith(self._measured):
            return False
        if text.startswith(" منها", n.end) and (word.startswith("شخص") or word in ("اشخاص", "افراد", "رجال")):
            return False  # «إصابة ثلاثة أشخاص بجروح، اثنان منها خطيرة»
        return not (before.rule == "vague" and last.how == "before" and text.startswith(" منهم", n.end))

    # after the number

    def _after(self, prose: Prose, n: Numeral, limit: int) -> Unit | None:
        text = prose.text
        m = _WORD.match(text, n.end)
        if m is None or m.start(2) >= limit or "\n" in text[n.end : m.start(2)] or "،" in text[n.end : m.start(2)]:
            return None
        if n.kind == "fraction":
            m = self._past_counts(text, m, limit)
        word, start, end = m[2], m.start(2), m.end(2)
        if word == "من":
            one = n.value == 1 and not n.digits
            return BARRED if one and self._says_what_it_is(text, n) else self._of(prose, end, limit, one)
        if word in self._words.partitives:
            return Unit(None, None, None, "partitive")
        if word in self._words.qualifiers:
            return Unit(None, None, None, "qualified")
        if word in self._words.periods:
            return Unit(start, end, None, "after", period=True)
        if self._adjective(n, word):
            return self.before.adjoined(text, n)
        if n.rule == "words" and self._stands_alone(text, n, word):
            return None
        definite = n.approx == "vague" or n.kind == "fraction" or (not n.digits and n.kind == "cardinal")
        if not self._words.is_noun(word, definite):
            return None
        return self._noun(prose, word, start, end)

    def _stands_alone(self, text: str, n: Numeral, word: str) -> bool:
        """«وجهت للثلاثة تهمة», «وثلاثة العام المقبل»: the word after the number is no noun that it counts."""
        if word.startswith("ال") and word[2:] in self._words.periods:
            return True
        return is_definite(text, n) and word[-1] == "ه" and 2 < (n.value or 0) < 11

    def _past_counts(self, text: str, m: re.Match[str], limit: int) -> re.Match[str]:
        """«خمس عدد الأعضاء», «ثلث إجمالي عدد السكان»: what a fraction counts stands after its words of counting."""
        while m[2] in self._words.counts and (follows := _WORD.match(text, m.end(2))) and follows.end(2) < limit:
            m = follows
        return m

    def _says_what_it_is(self, text: str, n: Numeral) -> bool:
        """«وتعد الشركة واحدة من الشركات الرائدة», «كل واحد من أعضائه» count nothing."""
        if text.endswith(("، ", "وهي ", "وهو ", "هذه ", "هذا ", "كل "), 0, n.start) and n.bound_start == n.start:
            return True
        clause = _CLAUSE.search(text, max(0, n.start - 60), n.start)
        words = clause[0].split()[-6:] if clause else ()
        return any(w in self._words.being for w in words)

    def _adjective(self, n: Numeral, word: str) -> bool:
        """Whether a word after 3 to 10 in words can only agree with the noun before them («أجزاء ثلاثة مختلفة»)."""
        small = n.rule == "words" and n.kind == "cardinal" and 2 < (n.value or 0) < 11
        if small and word in self._words.adjectives:
            return True
        return small and word.endswith("يه") and not word.startswith(("ا", "ال")) and word not in self._words.measures

    def _noun(self, prose: Prose, word: str, start: int, end: int, partitive: bool = False) -> Unit:
        if glued := _GLUED_MONEY.match(word):  # «دولارتنفيذ», where a link's text was stripped
            word, end = glued[1], start + glued.end(1)
        code = self.money.word(prose, word, end)
        if code is None:
            nearby = _NEXT.match(prose.text, end)
            second = nearby[1] if nearby else ""
            halves = word in self._words.first and second not in self._words.stop and second[:1] != "و"
            if nearby and (halves or second in self._words.second):
                end = nearby.end(1)
        return Unit(start, end, code or None, "money" if code is not None else "after", partitive=partitive)

    def _of(self, prose: Prose, at: int, limit: int, one: bool) -> Unit | None:
        """«4 من قادة التنظيم», «ثلاثة من هؤلاء الأطفال», «45 من عناصر»."""
        m = _WORD.match(prose.text, at)
        while m is not None and (m[2] in self._words.skipped or m[2] in self._words.counts) and m.end(2) < limit:
            if prose.text.startswith("السن", m.end(2) + 1):
                break  # «كبار السن»
            if one and m[2] in self._words.superlatives:
                return BARRED  # «واحدة من أهم المدن» counts nothing
            m = _WORD.match(prose.text, m.end(2))
        if m is None or m.start(2) >= limit:
            return None
        word = m[2]
        if word in self._words.periods:
            return Unit(m.start(2), m.end(2), None, "after", period=True)
        if not self._words.is_noun(word, definite=True):
            return None
        unit = self._noun(prose, word, m.start(2), m.end(2), partitive=True)
        follows = _NEXT.match(prose.text, m.end(2))
        if one and follows and follows[1].startswith("ال") and not word.startswith("ال"):
            return unit._replace(end=follows.end(1))  # «واحد من مصادر الاستطلاع»: the kind is the whole phrase
        return unit

    # before the number

    def alone(self, text: str) -> Unit | None:
        """A text that is nothing but a measure («كغ») says one of it."""
        if len(text) > 24:
            return None
        m = _ONLY.match(text)
        return Unit(m.start(1), m.end(1), None, "alone") if m and m[1] in self._words.measures else None

    def _and_part(self, text: str, n: Numeral) -> Unit | None:
        """«لتر ونصف»: the measure stands before the fraction that is added to one of it."""
        if n.kind != "fraction":
            return None
        m = _AND_PART.search(text, max(0, n.start - 20), n.start)
        return Unit(m.start(1), m.end(1), None, "and-part") if m and m[1] in self._words.measures else None
