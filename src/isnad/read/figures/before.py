"""Nouns that stand before their number: «قضية واحدة», «دول عدة», «القوى الست», «عدد القتلى 12»."""

from __future__ import annotations

import re

from isnad.read.figures.nouns import ARTICLE, BARRED, NounWords, Unit
from isnad.read.numerals import Numeral

_ADJECTIVES = 2  #: how many may stand between a noun and its number («التشكيلات السياسية اليسارية الثلاث»)
_OWNERS = ("ها", "هم", "هما", "نا")  #: a noun with its owner is definite («دوائرها الانتخابية الثمانية»)
_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[\s\"“”«»(]{1,3}$")
_BOUNDED_ONE = re.compile(r"(?:اكثر|ازيد|اقل) من ([^\W\d_]+) [^\W\d_]+ $")  #: «أكثر من ناخب معاق واحد»
_PLURAL_HEAD = re.compile(r"(?<!\w)[وف]?(?!ال)[^\W\d_]{2,}ات $")
_BROKEN = re.compile(r"ا[^ا]{2}ا[^ا]|م[^ا]ا[^ا]ي?[^ا]|[^ا]وا[^ا]ي?[^ا]|[^ا]{2}اي[^ا]")
_MANY = re.compile(r"(?!ال)[^\W\d_]{3,}ات|(?!ال)م[^ا]ا[^ا]ي?[^ا]")
_PREPOSITION = re.compile(r"(?<!\w)(?:(?:في|علي|الي|عن|مع|غير|سوي|الا)|ت[^\W\d_]{2}ي[^\W\d_]) $")
_NEXT = re.compile(r"[ ]([^\W\d_]+)")
_ANTECEDENTS = {
    "منها": re.compile(r"(?<!\w)[وفب]?(ال[^\W\d_]{2,}ات)(?!\w)"),
    "منهن": re.compile(r"(?<!\w)[وفب]?(ال[^\W\d_]{2,}ات)(?!\w)"),
    "منهم": re.compile(r"(?<!\w)[وفب]?(ال[^\W\d_]{3,}(?:ين|ون))(?!\w)"),
}
_VICTIMS = r"(?= (?:ال)?(?:قتلي|جرحي|ضحايا|وفيات|اصابات|شهداء|مصابين|نازحين|لاجيين|مهاجرين|مقاتلين))"  #: not «إعداد»
_COUNT_OF = re.compile(
    rf"(?<!\w)(?:(?:[وفبل]?(?:عدد|اعداد{_VICTIMS})|لعدد) ((?:ال)?[^\W\d_]{{3,}})|[وفب]?حصيله (ال[^\W\d_]{{3,}}))"
)
_COUNT_BROKEN = re.compile(r"[0-9.؛:]|(?<!\w)(?:عام|سنه|بنسبه)(?!\w)")
_OWNED = ("ها", "هم", "يه", "اه", "اته")


class NounsBefore:
    """Finds what a number counts among the words before it."""

    def __init__(self, words: NounWords) -> None:
        self._words = words

    def one_or_several(self, text: str, n: Numeral) -> Unit | None:
        """«قضية واحدة», «دول عدة». BARRED where واحد counts nothing («للاعب الواحد»)."""
        word = text[n.start : n.end]
        one = n.value == 1 and n.rule == "words"
        several = n.rule == "vague" and word in ("عده", "العده")
        if n.digits or n.bound_start != n.start or not (one or several):
            return None
        m = _BEFORE.search(text, max(0, n.start - 25), n.start)
        follows = _NEXT.match(text, n.end)
        if follows is not None and several and follows[1].startswith("ال") and follows[1] not in self._words.stop:
            return BARRED  # «عدّه المراقبون»
        if follows is not None and self._counts_after(m, follows[1], word, several):
            return None
        if m is None or m[1] in self._words.stop or len(m[1]) < 3:
            return BARRED if one else None
        if one and (over := _BOUNDED_ONE.search(text, max(0, n.start - 45), n.start)):
            return Unit(over.start(1), over.end(1), None, "before")
        if one and (word.startswith("ال") or m[1].endswith(("ها", "هم")) or self._not_one(m)):
            return BARRED
        if one and m[1][0] == "ك" and not m[1].startswith(self._words.stems):
            return BARRED  # «كأمة واحدة»
        return self._noun(text, m)

    def agreeing(self, text: str, n: Numeral) -> Unit | None:
        """«الصحفيين التسعة», «القوى الست»: a definite number after its definite noun."""
        m = _BEFORE.search(text, max(0, n.start - 25), n.start)
        if m is None or m[1] in self._words.stop or n.value == 1 or (n.value or 0) >= 1000:
            return None  # «فاقت صادراتها التريليون دولار»
        if not (ARTICLE.match(m[1]) or (len(m[1]) > 4 and m[1].endswith(_OWNED))):
            return None
        follows = _NEXT.match(text, n.end)
        accusative = follows is not None and follows[1][-1] in "اه" and not follows[1].startswith("ال")
        if follows is not None and accusative and self._words.is_noun(follows[1], False):
            return None
        unit = self._noun(text, m)
        return (self._plural_head(text, m) or unit) if unit.end == m.end(1) and not unit.period else unit

    def _plural_head(self, text: str, m: re.Match[str]) -> Unit | None:
        """«مناطق خفض التصعيد الأربع», «وسائل النقل الثلاث»: the plural that heads a phrase ending in a singular."""
        word = m[1].removeprefix("و").removeprefix("ال")
        if word.endswith(("ات", "ين", "ون", "اء")) or self._many(word) or not m[1].startswith("ال"):
            return None
        for _ in range(_ADJECTIVES):
            before = _BEFORE.search(text, max(0, m.start(1) - 20), m.start(1))
            if before is None or before[1] in self._words.stop or text[before.end(1)] != " ":
                return None
            if before[1] in self._words.plurals or _MANY.fullmatch(before[1]):
                return Unit(self._start(before), before.end(1), None, "before")
            m = before
        return None

    def two(self, text: str, n: Numeral) -> Unit | None:
        """«مدنيين اثنين»: the dual before its number."""
        if n.value != 2 or n.rule != "words" or n.bound_start != n.start:
            return None
        m = _BEFORE.search(text, max(0, n.start - 25), n.start)
        many = () if text.startswith(" من ", n.end) else ("اء",)  #: «نشطاء اثنين»
        if m is None or len(m[1]) < 5 or not m[1].endswith((text[n.end - 2 : n.end], *many)):
            return None
        if m[1] in self._words.stop:
            return None
        head = _BEFORE.search(text, max(0, m.start(1) - 20), m.start(1)) if m[1].endswith(("يين", "يان")) else None
        if head is not None and len(head[1]) > 4 and head[1].endswith(m[1][-2:]):
            m = head  # «مستشارين عسكريين اثنين»
        return Unit(self._start(m), m.end(1), None, "before")

    def adjoined(self, text: str, n: Numeral) -> Unit | None:
        """«أجزاء ثلاثة مختلفة»: the noun before 3 to 10, where what follows is its adjective."""
        m = _BEFORE.search(text, max(0, n.start - 25), n.start)
        if n.digits or n.rule != "words" or n.bound_start != n.start or not 2 < (n.value or 0) < 11 or m is None:
            return None
        word = m[1]
        if len(word) < 4 or word in self._words.stop or ARTICLE.match(word) or not self._words.is_noun(word, False):
            return None
        return self._noun(text, m) if word.endswith(("ات", "اء", "ين")) or word in self._words.plurals else None

    def antecedent(self, text: str, n: Numeral, sentence_start: int) -> Unit | None:
        """«السيارات ... عشرات منها»: the last definite sound plural before, of the gender of the pronoun."""
        follows = _NEXT.match(text, n.end)
        ending = _ANTECEDENTS.get(follows[1]) if follows else None
        if ending is None:
            return None
        found = list(ending.finditer(text, max(sentence_start, n.start - 90), n.bound_start))
        return Unit(found[-1].start(1), found[-1].end(1), None, "antecedent") if found else None

    def counted(self, text: str, n: Numeral, sentence_start: int) -> Unit | None:
        """«بلغ عدد القتلى 12», «ارتفعت حصيلة الضحايا إلى 30»."""
        found, reach = None, 110 if n.kind == "cardinal" else 70
        for m in _COUNT_OF.finditer(text, max(sentence_start, n.start - reach), n.start):
            found = m
        if found is None or _COUNT_BROKEN.search(text, found.end(), n.bound_start):
            return None
        if n.digits and found.start() < n.start - 70 and 1800 <= (n.value or 0) <= 2100:
            return None  # «عدد المصانع ... من 2003 حتى»
        group = 1 if found[1] else 2
        if found[group].removeprefix("ال") in self._words.periods:
            return None
        return Unit(found.start(group), found.end(group), None, "counted-before")

    def _counts_after(self, m: re.Match[str] | None, follows: str, word: str, several: bool) -> bool:
        """Whether the noun after the number is what it counts, and not the one before it."""
        if several and follows == "من":
            plural = _plural(m) or _qualifies_plural(m)
            return not plural and (m is None or not self._words.is_noun(m[1], True))  # «شكاوى رسمية عدة من السكان»
        if several:
            if follows == "مرات":
                return True  # «إحاطات إعلامية عدة مرات»
            return not _plural(m) and not _qualifies_plural(m) and self._words.is_noun(follows, False)
        if m is not None and m[1] in self._words.measures:
            return False  # «كيلوغرام واحد من الزبدة»
        agrees = m is not None and word[-1] in "اه" and m[1].endswith(word[-1]) and m[1] not in self._words.stop
        agrees = agrees and m is not None and not ARTICLE.match(m[1])
        if m is not None and _PREPOSITION.search(m.string, max(0, m.start(1) - 7), m.start(1)):
            return False  # «في مكان واحد من المدينة»
        return follows == "من" and not agrees  # «شبرا واحدا من الأرض»

    def _not_one(self, m: re.Match[str]) -> bool:
        return m[1] in self._words.not_one or m[1][self._start(m) - m.start(1) :] in self._words.not_one

    def _noun(self, text: str, m: re.Match[str]) -> Unit:
        """The noun m[1], or the one before it («دول أوروبية عدة», «مديريات المحافظة الأربع»)."""
        if m[1] in self._words.periods or m[1][self._start(m) - m.start(1) :] in self._words.periods:
            return Unit(m.start(1), m.end(1), None, "before", period=True)
        one = text.startswith(" واحده", m.end(1))
        for _ in range(_ADJECTIVES):
            noun = _BEFORE.search(text, max(0, m.start(1) - 20), m.start(1))
            whole = one and (m[1][0] not in "بلك" or m[1].startswith(self._words.stems))  #: not «حمله بيد واحدة»
            if noun is None or not (self._heads(noun[1], m[1]) or (whole and self._holds(noun[1]))):
                break
            if one and not noun[1].endswith("ه"):
                break
            m = noun
        return Unit(self._start(m), m.end(1), None, "before")

    def _heads(self, noun: str, after: str) -> bool:
        """Whether `noun` is the head of a phrase that ends in `after`."""
        if noun in self._words.stop or len(noun) < 3 or after.startswith(("وال", "فال")):
            return False
        adjective = after.endswith(("يه", "ي")) or after in self._words.adjectives or after in self._words.qualifiers
        noun = self._bare(noun)
        if not after.startswith("ال"):
            adjective = adjective or (after.endswith(("يون", "يين")) and noun.endswith(after[-2:]))
            return adjective and not ARTICLE.match(noun) and self._words.is_noun(noun, False)
        if adjective or (after.endswith(("يين", "يون")) and noun.startswith("ال")):
            return noun.startswith("ال") or noun.endswith(_OWNERS)
        return noun.endswith("ات") or (self._many(noun) and not after.endswith(("ات", "ين", "ون")))

    def _many(self, noun: str) -> bool:
        """Whether a noun is a broken plural («أركان», «مناطق», «رسائل»)."""
        return noun in self._words.plurals or _BROKEN.fullmatch(noun) is not None

    def _holds(self, noun: str) -> bool:
        """«مائدة إفطار واحدة», «لائحة مستقلة واحدة»: the feminine noun before another word."""
        return noun.endswith("ه") and noun not in self._words.stop and self._words.is_noun(self._bare(noun), False)

    def _bare(self, noun: str) -> str:
        """A noun without its «و», «ب» or «ل» («بسيارة مدنية واحدة»)."""
        for letters, least in (("و", 3), ("بل", 4)):
            if noun[0] in letters and len(noun) > least and not noun.startswith((*self._words.stems, "بال", "لل")):
                noun = noun[1:]
        return noun

    def _start(self, m: re.Match[str]) -> int:
        """Where the noun m[1] begins after its proclitics («بسيارة واحدة»)."""
        word = m[1]
        if word.startswith("لل") and len(word) > 4:  # «للأحزاب الأربعة», but «للاعبين»
            return m.start(1) + (1 if word.startswith(self._words.stems, 1) else 2)
        for letters in ("وف", "بل"):
            if word[0] in letters and len(word) > 3 and not word.startswith((*self._words.stems, "لل")):
                word = word[1:]
        return m.end(1) - len(word)


def _qualifies_plural(m: re.Match[str] | None) -> bool:
    """«عمليات عسكرية عدة»: the adjective before stands behind a plural."""
    return (
        m is not None
        and m[1].endswith("يه")
        and _PLURAL_HEAD.search(m.string, max(0, m.start(1) - 20), m.start(1)) is not None
    )


def _plural(m: re.Match[str] | None) -> bool:
    return m is not None and m[1].endswith("ات") and not ARTICLE.match(m[1])
