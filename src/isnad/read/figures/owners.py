"""Whose: the people, group or thing to which what a figure counts belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from isnad.model.span import Span
from isnad.read.figures.beside import NISBA, PRONOUN, OwnersBeside
from isnad.read.figures.frames import CountedLike, Frame
from isnad.read.figures.labels import NO_LABEL, label_before, same_noun
from isnad.text.prose import Prose

_WORDS = re.compile(r"[^\W\d_]+")
_NUMBER_OF = re.compile(r"(?<!\w)(?:[وفبل]?عدد|لعدد) ((?:[^\W\d_]+ ?){1,4})")
_MADE_OF = re.compile(
    r"(?<!\w)و?قوام(?:ه|ها|هم) $|(?<!\w)(?:ال)?(?:مكون|مؤلف|مشكل|متكون)(?:ه|ا|ين)? (?:تقريبا |اساسا )?من $"
    r"|(?<!\w)[يت](?:تكون|تالف|تشكل) من $"
)
_TOTAL = ("اجماليه", "الاجماليه", "تقديريه", "ماليه", "سوقيه")
_BETWEEN = ("بين", "مع")
_WITHIN = ("في", "مع", "من")
_BARE = ("قيمة", "القيمة", "مبلغ", "نسبة", "معدل", "سعر", "رقما قياسيا", "رقمًا قياسيًا")
_TURN = re.compile(r"(?<!\w)(?:الذي|التي|الذين|اذ|حيث|بعد ان|بعدما|في الوقت|فيما|بينما|ومن)(?!\w)")
_BEHIND = re.compile(
    r"(?:(?<!\w)(?:في|من|الي|علي|مع|عن|بين|ضد)(?: (?:مدينه|بلده|محافظه|دوله|شمال|جنوب|شرق|غرب|وسط))? |(?<!\w)ب)$"
)
_RATE = re.compile(r" (لل[^\W\d_]{3,})")
_CALIBER = re.compile(r"عيار \d\d(?=\D+$)")
_WHICH = ("التي", "الذي", "اللذين", "اللتين")
_LOOSE = ("عامه", "اضافيه", "جديده", "كبيره", "ضخمه", "خاصه", "مختلفه", "متنوعه")
_ADVERBS = ("حاليا", "الان", "اليوم")
_MANY = ("كبير", "كبيرا", "كبيره", "قليل", "محدود", "هائل", "اكبر", "اقل", "اخر", "ضخم")
_AND_NEW = re.compile(r"[،,] ?و[^\W\d_]{3}|[؛:]")


class OwnerFinder(OwnersBeside):
    """Finds whose a figure is: beside its noun, in «عدد ...», or the subject of a verb of level, having or doing."""

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
                or self._subject(prose, c, f, actors, bodies)
            )
            out.append(of or _inherited(prose, counted, frames, i, out))
        return out

    def _made_of(self, prose: Prose, f: Frame) -> Span | None:
        """«لجنة خماسية مكونة من خمسة أعضاء»: what consists of what is counted."""
        m = _MADE_OF.search(prose.text, max(f.left, f.at - 30), f.at)
        if m is None:
            return None
        words = list(_WORDS.finditer(prose.text, max(f.left, f.at - 90), m.start()))
        return self._before(prose, [*words, m], len(words)) if words else None

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
        if not rest and PRONOUN.search(head) and len(head) > 4 and not head.startswith("ال"):
            return self._last_actor(prose, max(f.sentence[0], found.start() - 30), found.start(), actors)
        if not same_noun(head, unit):
            return of
        if not rest or (head.startswith("ال") and not rest.startswith(self._definite)):
            return None
        return prose.span(start + len(head) + 1, end)

    def _subject(
        self, prose: Prose, c: CountedLike, f: Frame, actors: list[tuple[int, int]], bodies: dict[int, int]
    ) -> Span | None:
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
            if word in self._done_to and (of := self._doer(prose, words, k, c)):
                return of
            if word in self._masdars and (of := self._done_by(prose, words[k].end(), f)):
                return of
            if money and (of := self._level(prose, words, k, f)):
                return of
        if c.unit.partitive and c.unit.start is not None and PRONOUN.search(text[c.unit.start : c.unit.end or 0]):
            named = self._last_actor(prose, low, f.at, actors)
            his = not text.endswith(("ها", "هم"), 0, c.unit.end or 0)
            return None if his and named is not None and prose.fold_at(named.start) not in bodies else named
        return None

    def _doer(self, prose: Prose, words: list[re.Match[str]], k: int, c: CountedLike) -> Span | None:
        """«الهجمات التي شنها ⟦التنظيم⟧ بنحو 110 هجمات»: who does what is counted."""
        unit = prose.text[c.unit.start : c.unit.end] if c.unit.start is not None else ""
        if k < 2 or words[k - 1].group() not in _WHICH or not same_noun(words[k - 2].group(), unit):
            return None
        return self._phrase(prose, words[k].end(), prose.sentence_at(words[k].start())[1])

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
        if _parted(prose.text, words[k].end(), f.at):
            return None
        of = self._phrase(prose, words[k].end(), f.at) or (self._before(prose, words, k) if k else None)
        return None if of is None or of.text.startswith("لل") or of.text in _BARE else of

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
        end: int | None = None
        for _ in range(4):
            of = self._before(prose, words, k, gaps) if k else None
            if of is None or of.text in _BARE:
                return None
            start = prose.fold_at(of.start)
            end = prose.fold_at(of.end) if end is None else end
            while k and words[k].start() > start:
                k -= 1
            gaps = (" ",)
            if words[k].group()[0] == "ل" and not words[k].group().startswith(self._stems):
                continue  # «⟦مشروع⟧ لدعم التعليم بقيمة»
            if k < 2 or words[k].start() - words[k - 1].end() != 1 or words[k - 1].group() not in _WITHIN:
                return prose.span(start, end)
            k, end = k - 1, None  # «⟦صفقة⟧ مع الشركة بقيمة»
        return None

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
        if k + 1 == len(words) and f.nominative:
            return None  # «قدم مسؤولان»: what is counted does it
        after = self._phrase(prose, words[k].end(), f.at) if k + 1 < len(words) and len(words) - k <= 6 else None
        if after is not None and after.text.startswith(("ال", "«", '"', "“")):
            return after
        own = self._before(prose, words, k) if k else None
        if own is not None and words[k - 1].group() in _WHICH:
            return own  # «⟦المجموعة⟧ التي تضم 48 دولة»
        named = self._last_actor(prose, max(f.sentence[0], words[k].start() - 45), words[k].start(), actors)
        if named is not None and _BEHIND.search(
            prose.text, max(0, prose.fold_at(named.start) - 16), prose.fold_at(named.start)
        ):
            named = None  # «ضربات في سوريا، كما نفذت سبع ضربات»
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
        head = words[first].group()
        start = words[first].start()
        if head[0] == "و" and len(head) > 3 and not head.startswith(self._stems):
            start += 1
            other = words[first - 1] if first and words[first].start() - words[first - 1].end() == 1 else None
            if other is not None and self._owns(other.group()) and self._alike(other.group(), head):
                start = other.start()  # «⟦مبان ومخازن⟧ تقدر قيمتها»
        return prose.span(start, words[k - 1].end())

    def _alike(self, word: str, joined: str) -> bool:
        """Whether two joined nouns both have the article, or both have none."""
        return word.startswith("ال") == joined.startswith("وال") and len(word) > 2 and joined[1] != "ب"

    def _joined(self, words: list[re.Match[str]], k: int) -> bool:
        """Whether words[k - 1] begins with «و» of a new clause («ويعد البركان»), not of its own («وزارة الصحة»)."""
        word = words[k - 1].group()
        if word[0] != "و" or word.startswith(("وال", *self._stems)) or word[1:].startswith(self._stems):
            return False
        return words[k].group().startswith("ال")

    def _agrees(self, word: str) -> bool:
        """Whether a word may stand behind the head of its phrase: with the article, or an adjective."""
        return word.startswith("ال") or word in _LOOSE or NISBA.search(word) is not None

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
            apart = unit.how == "money" and _parted(text, counted[j].numeral.end, counted[i].numeral.start)
            if apart and not _same_rate(text, before.end, unit.end):
                return None
            return None if held is not None and held.text.startswith("عيار") else held
    return None


def _parted(text: str, start: int, end: int) -> bool:
    """Whether another clause begins between two amounts («..., ومن المنتظر»)."""
    return _AND_NEW.search(text, start, end) is not None or _TURN.search(text, start, end) is not None


def _same_rate(text: str, a: int | None, b: int | None) -> bool:
    """Whether two amounts are prices of the same measure («دولار للأونصة»)."""
    one, other = (_RATE.match(text, at) if at is not None else None for at in (a, b))
    return one is not None and other is not None and one[1] == other[1]
