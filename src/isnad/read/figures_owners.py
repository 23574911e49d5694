"""Whose: the people, group or thing to which what a figure counts belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from isnad.lexicon.units import Units
from isnad.model.span import Span
from isnad.read.figures_frames import CountedLike, Frame
from isnad.read.figures_labels import NO_LABEL, label_before, same_noun
from isnad.text.fold import fold_word
from isnad.text.phrases import AND
from isnad.text.prose import Prose

_WORD = re.compile(r"[ \"“”«»]{0,2}([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+")
_NISBA = re.compile(r"(?:ي|يا|يه|يين|يون|يتين|يان|يات)$")
_ADJECTIVE = re.compile(r"(?:ي|يا|يه|ه|ين|ات|ا)$")
_NUMBER_OF = re.compile(r"(?<!\w)(?:[وفبل]?عدد|لعدد) ((?:[^\W\d_]+ ?){1,4})")
_MADE_OF = re.compile(
    r"(?<!\w)و?قوام(?:ه|ها|هم) $|(?<!\w)(?:ال)?(?:مكون|مؤلف|مشكل|متكون)(?:ه|ا|ين)? (?:تقريبا |اساسا )?من $"
    r"|(?<!\w)[يت](?:تكون|تالف|تشكل) من $"
)
_TOTAL = ("اجماليه", "الاجماليه", "تقديريه", "ماليه", "سوقيه")
_BETWEEN = ("بين", "مع")
_DISTANCE = re.compile(r"(?<!\w)(?:بعد|مسافه|تبعد|يبعد)(?: [^\W\d_]+)?[ (]+$")
_CALIBER = re.compile(r"عيار \d\d(?=\D+$)")
_SHARE = re.compile(r"[ )]{1,2}(?:فقط |تقريبا )?من (?:اجمالي |مجموع |مجمل )?(?=ال|لل)")
_RANKS = re.compile(r"(?<!\w)(?:في|من|بين) صفوف (?=[^\W\d_]{4})")
_WHICH = ("التي", "الذي", "اللذين", "اللتين")
_LOOSE = ("عامه", "اضافيه", "جديده", "كبيره", "ضخمه", "خاصه", "مختلفه", "متنوعه")
_ADVERBS = ("حاليا", "الان", "اليوم")
_MANY = ("كبير", "كبيرا", "كبيره", "قليل", "محدود", "هائل", "اكبر", "اقل", "اخر", "ضخم")
_AND_NEW = re.compile(r"[،,] ?و[^\W\d_]{3}|[؛:]")
_PRONOUN = re.compile(r"(?:ها|هم|ه)$")


class OwnerFinder:
    """Finds whose a figure is: beside its noun, in «عدد ...», or the subject of a verb of level, having or doing."""

    def __init__(self, units: Units) -> None:
        stems = (*units.peoples.stems, *(s for c in units.countries for s in c.stems if c.id != "SS"))
        self._peoples = tuple({fold_word(s) for s in stems})
        self._definite = tuple("ال" + stem for stem in self._peoples)
        words = units.scope
        self._stop = frozenset(map(fold_word, words.connectives))
        self._groups = frozenset("لل" + fold_word(w) for w in words.groups)
        self._stems = tuple(map(fold_word, units.clitic_nouns.stems))
        self._periods = frozenset(map(fold_word, units.time_units.forms))
        self._levels = frozenset(a + fold_word(w) for w in words.level_verbs for a in (*AND, "ل"))
        self._measured = frozenset(map(fold_word, words.measured_before))
        self._agents = frozenset(a + fold_word(w) for w in words.agent_verbs for a in AND)
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

    def owners(
        self,
        prose: Prose,
        counted: Sequence[CountedLike],
        frames: Sequence[Frame],
        actors: list[tuple[int, int]],
        bodies: dict[int, int],
    ) -> list[Span | None]:
        """One span or None per figure. bodies: where names of organisations begin and end."""
        out: list[Span | None] = []
        for i, (c, f) in enumerate(zip(counted, frames, strict=True)):
            if c.numeral.kind == "percent" or c.unit.how == "percent" or c.numeral.rule == "range-percent":
                out.append(self._share(prose, c, f))
                continue
            of = (
                self._beside(prose, c, f)
                or self._at(prose, f, bodies)
                or self._ranks(prose, f)
                or self._made_of(prose, f)
                or self._number_of(prose, c, f, actors)
                or self._subject(prose, c, f, actors)
            )
            out.append(of or _inherited(prose, counted, frames, i, out))
        return out

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
        text, at = prose.text, f.end
        for skipped in range(3):
            m = _WORD.match(text, at)
            if m is None or m.end(1) > f.right or (c.unit.how == "money" and m[1] not in self._money):
                return None
            word = m[1]
            if word == "من":
                of = self._phrase(prose, m.end(1), f.right, definite=skipped > 0)
                return None if of is None or self._kept_from(text, of.text, f, c.unit.partitive) else of
            if word.startswith("لل") and len(word) > 4:
                return self._phrase(prose, m.start(1), f.right) if word in self._groups else None
            if (word in self._stop and word != "يوميا") or not _ADJECTIVE.search(word) or word.endswith("وا"):
                return None
            at = m.end(1)
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
        return word.startswith(peoples) and _NISBA.search(word) is not None and not self._measured_unit(c, unit)

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

    def _made_of(self, prose: Prose, f: Frame) -> Span | None:
        """«لجنة خماسية مكونة من خمسة أعضاء»: what consists of what is counted."""
        m = _MADE_OF.search(prose.text, max(f.left, f.at - 30), f.at)
        if m is None:
            return None
        words = list(_WORDS.finditer(prose.text, max(f.left, f.at - 90), m.start()))
        return self._before(prose, [*words, m], len(words)) if words else None

    def _rate(self, prose: Prose, m: re.Match[str], f: Frame) -> Span | None:
        """«18 جنيها مقابل الدولار», «33 جنيها للدولار»: the currency that is priced."""
        start, word = m.start(1), m[1]
        if word == "مقابل" and (follows := _WORD.match(prose.text, m.end(1))):
            start, word = follows.start(1), follows[1]
        priced = word.startswith(("ال", "لل")) and word[2:] in self._money
        return prose.span(start, start + len(word)) if priced and start + len(word) <= f.right else None

    def _construct(self, c: CountedLike, unit: str, word: str) -> bool:
        """Whether `word` can complete the counted noun: not after money, the article, a pronoun or an accusative."""
        if c.unit.code is not None or c.unit.how != "after" or unit.startswith("ال") or len(unit) < 3:
            return False
        if unit.endswith("ا") or (len(unit) > 4 and _PRONOUN.search(unit)):
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

    # in the clause before

    def _number_of(self, prose: Prose, c: CountedLike, f: Frame, actors: list[tuple[int, int]]) -> Span | None:
        """«عدد قضايا المخدرات بـ 170 قضية»: what is counted, less the unit itself («عدد الجنود ⟦الأميركيين⟧»)."""
        found = None
        for m in _NUMBER_OF.finditer(prose.text, max(f.left, f.at - 80), f.at):
            found = m
        if found is None or _AND_NEW.search(prose.text, found.end(), f.at):
            return None
        of = self._phrase(prose, found.start(1), f.at)
        if of is None:
            return None
        start, end = prose.fold_at(of.start), prose.fold_at(of.end)
        head, _, rest = prose.text[start:end].partition(" ")
        unit = prose.text[c.unit.start : c.unit.end] if c.unit.start is not None else ""
        if head in _MANY:
            return None
        if not rest and _PRONOUN.search(head) and len(head) > 4 and not head.startswith("ال"):
            return self._last_actor(prose, max(f.sentence[0], found.start() - 30), found.start(), actors)
        if not same_noun(head, unit):
            return of
        if not rest or (head.startswith("ال") and not rest.startswith(self._definite)):
            return None
        return prose.span(start + len(head) + 1, end)

    def _subject(self, prose: Prose, c: CountedLike, f: Frame, actors: list[tuple[int, int]]) -> Span | None:
        text = prose.text
        low = max(f.sentence[0], f.at - 160)
        money = c.unit.how == "money" or c.unit.code is not None or self._measures(text, c)
        if money and (label := label_before(text, low, f.at)):
            return prose.span(*label)
        words = list(_WORDS.finditer(text, low, f.at))
        for k in range(len(words) - 1, -1, -1):
            word = words[k].group()
            if word in self._agents and len(words) - k < 7 and (money or not self._crossed(words[k + 1 :])):
                return self._agent(prose, words, k, f, actors)
            if word in self._masdars and (of := self._done_by(prose, words[k].end(), f)):
                return of
            if money and (of := self._level(prose, words, k, f)):
                return of
        if c.unit.partitive and c.unit.start is not None and _PRONOUN.search(text[c.unit.start : c.unit.end or 0]):
            return self._last_actor(prose, low, f.at, actors)
        return None

    def _level(self, prose: Prose, words: list[re.Match[str]], k: int, f: Frame) -> Span | None:
        """What an amount is the value or the level of, where words[k] says so."""
        word = words[k].group()
        if word == "عيار" and (caliber := _CALIBER.match(prose.text, words[k].start(), f.at)):
            return prose.span(*caliber.span())
        if k == len(words) - 1 and self._is_measured(words, k) and (of := self._valued(prose, words, k)):
            return of
        if word not in self._levels:
            return None
        if whole := self._whole(prose, words[k:], f):
            return whole
        of = self._phrase(prose, words[k].end(), f.at) or (self._before(prose, words, k) if k else None)
        return None if of is None or of.text.startswith("لل") else of

    def _whole(self, prose: Prose, words: list[re.Match[str]], f: Frame) -> Span | None:
        """«تبلغ ⟦مساحة قطاع غزة⟧ 365»: all that stands between the verb and the number."""
        verb, *rest = words
        if not 1 < len(rest) < 6 or not self._owns(rest[0].group()):
            return None
        if any(w.group() in self._stop or w.group() in self._periods for w in rest):
            return None
        start, end = rest[0].start(), rest[-1].end()
        if rest[0].group().startswith("ال") and not all(w.group().startswith("ال") for w in rest):
            return None  # «حققت الميزانية فائض 40 مليونا»
        between = prose.text[verb.end() : f.at]
        return None if NO_LABEL.search(between) or any(ch.isdigit() for ch in between) else prose.span(start, end)

    def _is_measured(self, words: list[re.Match[str]], k: int) -> bool:
        """Whether what is measured stands before words[k]: «بقيمة», «تمويل للأردن بنحو»."""
        word = words[k].group()
        return word in self._measured or (word == "ب" and k > 1 and words[k - 1].group().startswith("لل"))

    def _valued(self, prose: Prose, words: list[re.Match[str]], k: int) -> Span | None:
        """«مشروع بقيمة إجمالية تبلغ 10 ملايين»: what stands before all the words of measuring."""
        while k > 1 and (words[k - 1].group() in self._measured or words[k - 1].group() in _TOTAL):
            k -= 1
        gaps = (" ", "، ") if words[k].group().startswith("ب") else (" ",)
        return self._before(prose, words, k, gaps) if k else None

    def _done_by(self, prose: Prose, start: int, f: Frame) -> Span | None:
        """«إلقاء الطيران المروحي أربعة براميل»: a definite phrase alone between the noun of doing and the number."""
        of = self._phrase(prose, start, f.at)
        if of is None or not of.text.startswith("ال"):
            return None
        return of if prose.fold_at(of.end) >= f.at - 2 else None

    def _crossed(self, words: list[re.Match[str]]) -> bool:
        return any(w.group() in self._stop and w.group() not in _ADVERBS for w in words)

    def _agent(
        self, prose: Prose, words: list[re.Match[str]], k: int, f: Frame, actors: list[tuple[int, int]]
    ) -> Span | None:
        after = self._phrase(prose, words[k].end(), f.at) if k + 1 < len(words) and len(words) - k <= 6 else None
        if after is not None and after.text.startswith(("ال", "«", '"', "“")):
            return after
        own = self._before(prose, words, k) if k else None
        if own is not None and words[k - 1].group() in _WHICH:
            return own  # «⟦المجموعة⟧ التي تضم 48 دولة»
        named = self._last_actor(prose, max(f.sentence[0], words[k].start() - 45), words[k].start(), actors)
        if own is not None and own.text.startswith("ال") and (named is None or named.end < own.start):
            return own  # «قالت رويترز إن الصندوق يملك 14 محطة»
        return named or own

    def _before(self, prose: Prose, words: list[re.Match[str]], k: int, gaps: tuple[str, ...] = (" ",)) -> Span | None:
        """The noun phrase of one or two words right before words[k], or before a phrase with «لل», or before «التي»."""
        if k > 1 and words[k - 1].group() in _WHICH:
            k, gaps = k - 1, (" ", "، ")
        if k > 1 and words[k - 1].group().startswith("لل") and len(words[k - 1].group()) > 4:
            k -= 1
        apart = prose.text[words[k - 1].end() : words[k].start()]
        if not self._owns(words[k - 1].group()) or apart not in gaps:
            return None
        first = k - 1
        if words[first].group() in self._periods:
            return None
        while first and k - first < 4 and self._agrees(words[first].group()):
            beside = words[first].start() - words[first - 1].end() == 1
            if not beside or not self._owns(words[first - 1].group()) or self._joined(words, first):
                break
            first -= 1
        if first > 1 and words[first - 1].group() in _BETWEEN and words[first].start() - words[first - 1].end() == 1:
            return self._before(prose, words, first - 1)  # «⟦التبادل التجاري⟧ بين البلدين بلغ»
        return prose.span(words[first].start(), words[k - 1].end())

    def _joined(self, words: list[re.Match[str]], k: int) -> bool:
        """Whether words[k - 1] begins with «و» of a new clause («ويعد البركان»), not of its own («وزارة الصحة»)."""
        word = words[k - 1].group()
        if word[0] != "و" or word.startswith(("وال", *self._stems)) or word[1:].startswith(self._stems):
            return False
        return words[k].group().startswith("ال")

    def _agrees(self, word: str) -> bool:
        """Whether a word may stand behind the head of its phrase: with the article, or an adjective."""
        return word.startswith("ال") or word in _LOOSE or _NISBA.search(word) is not None

    def _owns(self, word: str) -> bool:
        """Whether a word can stand in the phrase of an owner: no verb of level, no superlative, no word of the list."""
        if len(word) < 2 or word.startswith(("بال", "وبال")):
            return False
        bare = word[1:] if word[0] == "و" else word
        if bare in self._stop or word in self._stop or word in self._money:
            return False
        if word in self._levels or word in self._agents or word in self._measured:
            return False
        return not (len(word) == 4 and word[0] == "ا" and word[1] != "ل")

    def _last_actor(self, prose: Prose, low: int, at: int, actors: list[tuple[int, int]]) -> Span | None:
        i = bisect_left(actors, (at, 0)) - 1
        return prose.span(*actors[i]) if i >= 0 and actors[i][0] >= low and actors[i][1] <= at else None


def _inherited(
    prose: Prose, counted: Sequence[CountedLike], frames: Sequence[Frame], i: int, owners: list[Span | None]
) -> Span | None:
    """The owner of the last figure of the same unit in the same sentence («... مقابل 210 قضية»)."""
    text, unit = prose.text, counted[i].unit
    if unit.start is None:
        return None
    for j in range(i - 1, -1, -1):
        if frames[j].sentence != frames[i].sentence:
            return None
        before = counted[j].unit
        if before.start is not None and text[before.start : before.end] == text[unit.start : unit.end]:
            held = owners[j]
            return None if held is not None and held.text.startswith("عيار") else held
    return None
