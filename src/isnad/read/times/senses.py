"""Words of the calendar that mean something else where they stand: «المدير العام السابق», «قرارا سابقا», «في وقتها»,
«ما يبدو اليوم»."""

from __future__ import annotations

from itertools import pairwise

from isnad.lexicon.times import Times
from isnad.read.times.scan import Scan
from isnad.text.fold import fold_word

_THEY = frozenset(("هو", "هي", "هم"))
_NOW = frozenset(("اجل", "الان"))  # after «قريبا من»: «قريبا، من أجل …»
_OPENERS = frozenset(("", ".", "،", "؟", '"', "…", "“", "«", "!", "؛"))
_STILL = frozenset(("لم", "لا", "ما"))
_ADJECTIVES = frozenset(("سابقا", "لاحقا"))
_ENDINGS = ("نا", "ها", "وا", "يا", "ءا")


class Senses:
    """Built once from the lexicon `times`; each question is about one token of an article."""

    def __init__(self, times: Times) -> None:
        self._general = _folded(times.general.words)
        self._plain = _folded(times.plain.words)
        self._lived = tuple(_folded(times.lived.words))
        self._lasting, self._seeming = _folded(times.today.lasting), _folded(times.today.seeming)
        self._still = _folded(times.today.still)
        self._become = _folded(times.today.become)
        self._second, self._ranked = _folded(times.second.words), _folded(times.ranked.words)

    def general(self, s: Scan, i: int) -> bool:
        """Whether «العام» at token i is the adjective of a title or a public thing."""
        t = s.at(i)
        if t.clitic or s.text[t.start : t.end] != "العام" or s.at(i + 1).kind not in ("relation", "same"):
            return False
        before = s.word_before(t.outer)
        return before in self._general or before.lstrip("وفبلك") in self._general

    def ordinal(self, s: Scan, i: int) -> bool:
        """Whether «ثانية» at token i is an ordinal: «لفترة ثانية»."""
        t = s.at(i)
        if t.kind != "unit" or t.value.code != "S" or t.value.number != 1:
            return False
        return s.word_before(t.outer).removeprefix("ل") in self._second

    def ranked(self, s: Scan, end: int) -> bool:
        """«للمرة الثالثة في أسبوع»، «أدنى مستوى في عام»: whether a rank or count stands soon before `end`."""
        words = s.text[max(0, end - 28) : end].split()[-4:]
        return any(word in self._ranked or word.removeprefix("و") in self._ranked for word in words)

    def own_end(self, s: Scan, i: int) -> bool:
        """«الدقائق الأخيرة قبل وفاته», «السنوات الأخيرة من حكمه»: counted from an end of its own, at token i."""
        t, last = s.at(i), s.at(i + 1)
        if t.value.number != 3 or last.kind != "relation" or not last.value.vague or last.glue != " ":
            return False
        after = s.at(i + 2)
        if after.glue != " " or after.clitic:
            return False
        return after.kind == "ago" or (after.kind == "of" and s.word_after(after.end).startswith(self._lived))

    def nowadays(self, s: Scan, i: int, k: int) -> bool:
        """Whether «اليوم» at token i, nothing of a date behind it (token k), means these days."""
        t = s.at(i)
        if k != i + 1 or s.text[t.start : t.end] != "اليوم":
            return False
        if s.word_after(t.end) in _THEY:
            return True  # جرادة اليوم هي
        before = s.text[max(0, t.outer - 2) : t.outer].rstrip()
        last = s.word_before(t.outer)
        if last == "اما" and " امس " not in s.text[max(0, t.outer - 120) : t.end + 60]:
            return True  # أما اليوم فقد انسدت الآفاق
        if t.clitic in ("و", "ف") or last in ("اما", "لكن") or before[-1:] in _OPENERS:
            return self._has(s, t.end + s.text.startswith("، ", t.end))
        if last == "وهو" and s.word_after(t.end).startswith("ال"):
            return False  # وهو اليوم المتوقع لوصوله
        if last in self._seeming or last.lstrip("وفبل") in self._seeming:
            return True
        after = s.text[t.end : t.end + 24].split()[:2]
        if len(after) == 2 and after[0] in _STILL and after[1] in self._still:
            return True  # المجتمع اليوم لم يعد
        words = s.text[max(0, t.outer - 34) : t.outer].split()[-4:]
        if any(w.lstrip("وف") in self._become for w in words[-3:]):
            return True
        return any(a.lstrip("وف") in _STILL and b in self._still for a, b in pairwise(words))

    def _has(self, s: Scan, end: int) -> bool:
        word = s.word_after(end)
        if word in ("لا", "لم"):
            following = s.word_after(end + 1 + len(word))
            if word == "لا" and following[:1] in ("ي", "ت", "ن"):
                return True  # اليوم لا يريد أحد
            word = f"{word} {following}"
        return word in self._lasting or word == "ونحن"

    def other(self, s: Scan, i: int) -> bool:
        """Whether the vague word at token i is none: an adjective, or «في وقتها»."""
        t = s.at(i)
        word = s.text[t.start : t.end]
        if word == "وقتها":
            return t.clitic not in ("", "و", "ف") or (s.at(i - 1).kind == "in" and t.glue == " ")
        if word == "قريبا" and s.text.startswith(" من ", t.end) and s.word_after(t.end + 3) not in _NOW:
            return True
        if word == "الان":
            if s.word_after(t.end) in ("ذاته", "نفسه", "عينه", "معا"):
                return True  # في الآن ذاته
            return s.prose.raw.startswith("آ", s.prose.back[t.start])  # آلان, a name
        if word not in _ADJECTIVES or t.clitic:
            return False
        before = s.word_before(t.outer)
        indefinite = len(before) > 3 and before.endswith("ا") and not before.endswith(_ENDINGS)
        return indefinite and not before.startswith("ال") and before not in self._plain


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)
