"""Whose a figure is, by the words beside what it counts, and the phrases that say whose."""

from __future__ import annotations

import re

from isnad.lexicon.units import Units
from isnad.model.span import Span
from isnad.read.figures.frames import CountedLike, Frame
from isnad.text.fold import fold_word
from isnad.text.phrases import AND
from isnad.text.prose import Prose

_WORD = re.compile(r"[ \"“”«»]{0,2}([^\W\d_]+)")
_ADJECTIVE = re.compile(r"(?:ي|يا|يه|ه|ين|ات|ا)$")
_TAKES_FROM = re.compile(
    r"(?:ال)?(?:م(?!سلح|قاتل|دني)|قادم|هارب|نازح|فار|عايد|خارج|خالي|ناج)"
)  #: participles whose «من» is theirs
_SHARE = re.compile(r"[ )]{1,2}(?:فقط |تقريبا )?من (?:اجمالي |مجموع |مجمل )?(?=ال|لل)")
_RANKS = re.compile(r"(?<!\w)(?:في|من|بين) صفوف (?=[^\W\d_]{4})")
_DISTANCE = re.compile(r"(?<!\w)(?:بعد|مسافه|تبعد|يبعد)(?: [^\W\d_]+)?[ (]+$")
NISBA = re.compile(r"(?:ي|يا|يه|يين|يون|يتين|يان|يات)$")
PRONOUN = re.compile(r"(?:ها|هم|ه)$")


class OwnersBeside:
    """The word lists that bound the phrase of an owner, and owners right beside what is counted."""

    def __init__(self, units: Units) -> None:
        stems = (*units.peoples.stems, *(s for c in units.countries for s in c.stems if c.id != "SS"))
        self._peoples = tuple({fold_word(s) for s in stems})
        self._definite = tuple("ال" + stem for stem in self._peoples)
        words = units.scope
        self._stop = frozenset(map(fold_word, words.connectives))
        self._groups = frozenset(a + fold_word(w) for w in words.groups for a in ("لل", "ل"))
        self._stems = tuple(map(fold_word, units.clitic_nouns.stems))
        self._periods = frozenset(map(fold_word, units.time_units.forms))
        self._levels = frozenset(a + fold_word(w) for w in words.level_verbs for a in (*AND, "ل"))
        self._measured = frozenset(map(fold_word, words.measured_before))
        agents = [fold_word(w) for w in words.agent_verbs]
        self._agents = frozenset(a + w for w in agents for a in AND) | frozenset(
            a + "س" + w for w in agents if w[0] in "يت" and "شمل" not in w for a in AND
        )
        self._done_to = frozenset(a + w + tail for w in agents for a in AND for tail in ("ها", "ه", "هم"))
        self._money = frozenset(fold_word(w) for c in units.currencies for w in c.forms)
        self._physical = tuple({fold_word(s) for s in units.physical.stems})
        held = "|".join(map(fold_word, words.body_heads))
        self._belongs = re.compile(
            rf"(?: [^\W\d_]+(?:ين|ون|ه|ا|ي|ات))? (?:(?:في|لدي|من|تابعين ل|ينتمون الي|من عناصر|من مقاتلي)\s|ب|ل)"
            rf"(?:(?:ال)?(?:{held})\s)?#?[\"«“]?"
        )
        self._from = re.compile(rf"(?<!\w)[وف]?[ب]?(?:{'|'.join(map(fold_word, words.kept_from))})(?!\w)[^.،؛\d]*$")
        self._masdars = frozenset(a + fold_word(w) for w in words.agent_masdars for a in AND)
        self._qualifiers = frozenset(map(fold_word, units.stop.qualifiers))

    def _measures(self, text: str, c: CountedLike) -> bool:
        return c.unit.start is not None and text.startswith(self._physical, c.unit.start)

    def _share(self, prose: Prose, c: CountedLike, f: Frame) -> Span | None:
        """«70 بالمئة من السكان»: of whom a share is."""
        m = _SHARE.match(prose.text, c.numeral.end)
        return self._phrase(prose, m.end(), f.right) if m is not None else None

    # beside the noun

    def _beside(self, prose: Prose, c: CountedLike, f: Frame) -> Span | None:
        """«جندي أميركي», «قادة التنظيم», «قواعد للتحالف», «جنديا من التحالف», «جنيها مقابل الدولار»."""
        text = prose.text
        m = _WORD.match(text, f.end)
        if m is None or m.end(1) > f.right:
            return None
        unit = text[c.unit.start : c.unit.end] if c.unit.start is not None else ""
        if self._nisba(c, unit, m[1]) or (c.unit.how in ("before", "understood") and m[1] in self._qualifiers):
            return prose.span(m.start(1), m.end(1))
        if c.unit.how == "money" and m[1] not in self._money:
            return self._rate(prose, m, f)
        if self._construct(c, unit, m[1]):
            return self._phrase(prose, m.start(1), f.right)
        return self._past_adjectives(prose, c, f)

    def _past_adjectives(self, prose: Prose, c: CountedLike, f: Frame) -> Span | None:
        """«جنديا من التحالف», «قواعد جديدة للتحالف»."""
        text, at, last = prose.text, f.end, f.end
        for skipped in range(3):
            m = _WORD.match(text, at)
            if m is None or m.end(1) > f.right or (c.unit.how == "money" and m[1] not in self._money):
                return None
            word = m[1]
            if word == "من":
                if skipped and _TAKES_FROM.match(text, last):
                    return None  # «النساء المحرومات من الخدمات»
                of = self._phrase(prose, m.end(1), f.right, definite=skipped > 0)
                return None if of is None or self._kept_from(text, of.text, f, c.unit.partitive) else of
            if word[0] == "ل" and (word in self._groups or (skipped and text.startswith("تابع", last))):
                return self._phrase(prose, m.start(1), f.right)
            if word.startswith("لل") and len(word) > 4:
                return None
            if (word in self._stop and word != "يوميا") or not _ADJECTIVE.search(word) or word.endswith("وا"):
                return None
            at, last = m.end(1), m.start(1)
        return None

    def _kept_from(self, text: str, of: str, f: Frame, partitive: bool) -> bool:
        """Whether «من» belongs to the verb or measure before: «على بعد 20 كيلومترا من», «إنقاذ 5 أشخاص من الغرق»."""
        if _DISTANCE.search(text, max(0, f.at - 30), f.at):
            return True
        if partitive or of.endswith(("ين", "ات")):
            return False
        return self._from.search(text, max(f.sentence[0], f.at - 40), f.at) is not None

    def _nisba(self, c: CountedLike, unit: str, word: str) -> bool:
        """Whether a word says of which people the noun before it is («جندي أميركي», «المنتجات الصينية»)."""
        peoples = self._definite if unit.startswith("ال") else self._peoples
        return word.startswith(peoples) and NISBA.search(word) is not None and not self._measured_unit(c, unit)

    def _measured_unit(self, c: CountedLike, unit: str) -> bool:
        return c.unit.code is not None or unit.startswith(self._physical)

    def _at(self, prose: Prose, f: Frame, bodies: dict[int, int]) -> Span | None:
        """«13 صحافيا في جمهوريت», «ثمانية موظفين سابقين بشركة النور»: the body that what is counted belongs to."""
        m = self._belongs.match(prose.text, f.end)
        if m is None:
            return None
        end = bodies.get(m.end())
        return prose.span(m.end(), end) if end is not None and end <= f.right else None

    def _ranks(self, prose: Prose, f: Frame) -> Span | None:
        """«سقوط 12 قتيلا في صفوف الميليشيات»: whose ranks."""
        m = _RANKS.search(prose.text, f.end, min(f.right, f.end + 40))
        return self._phrase(prose, m.end(), f.right) if m is not None else None

    def _rate(self, prose: Prose, m: re.Match[str], f: Frame) -> Span | None:
        """«18 جنيها مقابل الدولار», «33 جنيها للدولار»: the currency that is priced."""
        start, word = m.start(1), m[1]
        if word == "مقابل" and (follows := _WORD.match(prose.text, m.end(1))):
            start, word = follows.start(1), follows[1]
        priced = word.startswith(("ال", "لل")) and word[2:] in self._money and word != "للاوقيه"
        return prose.span(start, start + len(word)) if priced and start + len(word) <= f.right else None

    def _construct(self, c: CountedLike, unit: str, word: str) -> bool:
        """Whether `word` can complete the counted noun: not after money, the article, a pronoun or an accusative."""
        if c.unit.code is not None or c.unit.how != "after" or unit.startswith("ال") or len(unit) < 3:
            return False
        if unit.endswith("ا") or (len(unit) > 4 and PRONOUN.search(unit)):
            return False
        if c.unit.partitive:
            return word.startswith("ال") or word not in self._stop
        many = c.numeral.kind == "cardinal" and c.numeral.approx != "vague" and (c.numeral.value or 0) > 10
        return word.startswith("ال") and not many  # «يغادر 40 طالبا ⟦المدينة⟧»: a noun in the singular is complete

    def _phrase(self, prose: Prose, start: int, right: int, definite: bool = False) -> Span | None:
        """A noun phrase of at most four words from `start`."""
        text, at, end, first = prose.text, start, start, -1
        for k in range(4):
            m = _WORD.match(text, at)
            if m is not None and not self._owns(m[1]):
                break
            if (
                m is None
                or m.end(1) > right
                or m[1] in self._stop
                or (k and re.match(r"[وفب]ال|لل|[وف][^\W\d_]{4,}", m[1]))
            ):
                break
            if k == 0 and definite and not m[1].startswith(("ال", "لل")):
                return None
            head = text[first : first + 2] if first >= 0 else ""
            if k and not m[1].startswith("ال") and (k > 1 or head in ("ال", "لل")):
                break
            first = m.start(1) if first < 0 else first
            at = end = m.end(1)
        return prose.span(first, end) if first >= 0 else None

    def _owns(self, word: str) -> bool:
        """Whether a word can stand in the phrase of an owner: no verb of level, no superlative, no word of the list."""
        if len(word) < 2 or word.startswith(("بال", "وبال")):
            return False
        bare = word[1:] if word[0] == "و" else word
        if bare in self._stop or word in self._stop or word in self._money:
            return False
        if word in self._levels or word in self._agents or word in self._measured:
            return False
        if len(word) > 3 and word[-1] == "ت" and word[-2] not in "اويبن" and not word.startswith(("ال", "وال")):
            return False  # «لامست»
        return not (len(bare) == 4 and bare[0] == "ا" and bare[1] != "ل" and bare[2] not in "او" and bare[3] != "ء")
