"""Whether a sentence speaks of a coming or a past time where a day or month stands without its year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from isnad.lexicon.times import Future
from isnad.read.times.mentions import Mention
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_WINDOW = 110
_AFTER, _CLAUSE = 30, 60
_CLOSE = 6  #: words before a date among which a verb tells of it
_REACH = 16  #: words before a weekday among which its verb is looked for
_COMING = re.compile(
    r"\b(?:[وف]?[بل]?ان|لن|كي|علي ان|قد(?= ي)|يمكن) (?:لا )?[يتن][^\W\d_]{2,}|\bاتفق[^\W\d_]* علي [^\W\d_]+"
    r"|\b[وف]?ي(?!وم)[^\W\d_]{3,}(?: [^\W\d_]+){0,3} (?:في )?$"
)
_NARRATED = re.compile(r"\b[وف]?(?:لم|كان|كانت|كانوا|(?:قبل|بعد|منذ|الي) ان|حتي) ")
_SUFFIX = re.compile(r"(?:ون|ان|وا|ين|ه|ها|هم|هما|هن|ني|نا|كم|ك)$")
_DONE = frozenset(("تم", "وتم", "فتم", "جري", "وجري", "تمت", "وتمت"))
_WAS = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "فكان", "لكان", "وكانوا"))
_TO = frozenset(("ان", "وان", "بان", "لان", "كي", "لكي", "قد", "لن", "ولن", "لا"))
_WHO = frozenset(("الذي", "التي", "الذين", "وهو", "وهي", "وهم", "ما", "مما", "حيث", "كما"))
_AFTER_ALL = frozenset(("بعد", "قبل", "منذ", "لم", "ولم", "بعدما", "عندما", "حين", "حينما", "الي"))
_THEN, _MAY = ("حينها", "وقتها"), ("يمكن", "سوف", "لن", "ولن")
_OPENING = frozenset(",،.؛:؟!\n")

#: What a word says of its clause's time; STATIVE: nothing, but behind أن.
FUTURE, PLANNED, PRESENT, STATIVE, PAST = "future", "planned", "present", "stative", "past"


class Direction:
    """Reads the words before a mention within its sentence; the nearest sign decides."""

    def __init__(self, future: Future, verbs: Iterable[str]) -> None:
        self._verbs = frozenset(verbs)
        self._words = {fold_word(w) for w in future.words}
        self._not_verbs = tuple(fold_word(w) for w in future.not_verbs)
        self._nouns = {fold_word(w) for w in future.nouns}
        self._past = {fold_word(w) for w in future.past}
        self._perfect = {fold_word(w) for w in future.perfect}
        self._stative = {fold_word(w) for w in future.stative}
        self._asking = {fold_word(w) for w in future.asking}
        self._put_off = {fold_word(w) for w in future.put_off}
        self._kind = lru_cache(maxsize=16384)(self._kind_of)

    # ---- words ----------------------------------------------------------------------------------------------------

    def _kind_of(self, form: str) -> str:
        """FUTURE, PLANNED, PRESENT, PAST or '' of a folded word."""
        bare = form[1:] if form[0] in "وف" and len(form) > 3 else form
        for word in dict.fromkeys((form, bare)):
            if word in self._past or word in self._perfect:
                return PAST
            if word in self._words or any(
                word.startswith(c) and word[len(c) :] in self._words for c in ("لل", "ب", "ل")
            ):
                return FUTURE if self._will(word) or word == "سوف" else PRESENT if word[0] == "ي" else PLANNED
            if word in self._stative:
                return STATIVE
            if self._will(word):
                return FUTURE
        return self._finite(form) or self._finite(bare)

    def _will(self, word: str) -> bool:
        """«سيصل», «ستعقد», «سنقوم»: a verb behind the س of the future."""
        if len(word) < 4 or word[0] != "س" or word[1] not in "يتن":
            return False
        for stem in (word[1:], _SUFFIX.sub("", word[1:])):
            if len(stem) > 2 and any(p + stem[1:] in self._verbs for p in "يتن"):
                return True
        if word in self._words:
            return True
        unknown = word[1] == "ي" and len(word) > 4 and word not in self._nouns
        return unknown and not word.startswith(self._not_verbs)

    def _finite(self, word: str) -> str:
        if word not in self._verbs:
            return ""
        if word[0] == "ي":
            return PRESENT
        if word[0] not in "تن":
            return PAST
        if word[-1] == "ت" and len(word) > 3:
            return PAST
        perfect, present = "ي" + word in self._verbs, "ي" + word[1:] in self._verbs
        return "" if perfect == present else PAST if perfect else PRESENT

    # ---- mentions -------------------------------------------------------------------------------------------------

    def told(self, prose: Prose, m: Mention) -> int:
        """1: «لاحقا» of what is still to come; -1: of what is told as past."""
        if prose.text.startswith(_THEN, m.start):
            return self._beside(prose, m)
        first, last = prose.sentence_at(m.start)
        if prose.text.endswith((" الي ", " ل"), 0, m.start):
            return 1  # تأجل إلى وقت لاحق
        start = max(first, m.start - _WINDOW)
        if FUTURE in self._signs(prose, start, m.start) or FUTURE in self._signs(
            prose, m.end, min(last, m.end + _AFTER)
        ):
            return 1
        clause = prose.text[max(first, m.start - _CLAUSE) : m.start]
        return 1 if _COMING.search(clause) and not _NARRATED.search(clause) else -1

    def _beside(self, prose: Prose, m: Mention) -> int:
        """«حينها»: of a coming moment only where a verb of the future stands right beside it."""
        words = prose.words
        at = prose.word_at(m.start)
        near = [w.form for w in words[max(0, at - 2) : at]]
        after = [w.form for w in words[prose.word_at(m.end) : prose.word_at(m.end) + 1]]
        return 1 if any(self._kind(form) == FUTURE or form.startswith(_MAY) for form in (*near, *after)) else -1

    def of(self, prose: Prose, m: Mention) -> int:
        """1: a coming time; -1: a past one; 0: nothing says."""
        first, last = prose.sentence_at(m.start)
        told = self._behind(prose, m, first, last) or self._near(prose, m, first)
        if told:
            return told
        signs = self._signs(prose, max(first, m.start - _WINDOW), m.start)
        if not signs:
            return 0
        return 1 if signs[-1] == FUTURE else -1

    def _behind(self, prose: Prose, m: Mention, first: int, last: int) -> int:
        """The verb behind a date that opens its clause: «وفي نوفمبر، سيتم تشديدها», «27 أبريل: اتهمت»."""
        before = prose.text[first : m.start].removesuffix("في ").rstrip(" و")
        if before and before[-1] not in _OPENING:
            return 0
        at = prose.word_at(m.end)
        for word in prose.words[at : at + 2]:
            if word.start >= last:
                break
            kind = self._kind(word.form)
            if kind in (PAST, FUTURE):
                return -1 if kind == PAST else 1
        return 0

    def _near(self, prose: Prose, m: Mention, first: int) -> int:
        """The nearest verb among the few words before a mention."""
        words = prose.words
        at = prose.word_at(m.start)
        for i in range(at - 1, max(prose.word_at(first), at - _CLOSE) - 1, -1):
            kind = self._kind(words[i].form)
            if kind == PAST and self._listed(words[i].form, self._asking):
                return 0  # دعا لإجرائها في يونيو
            if kind in (PAST, FUTURE, PLANNED):
                return -1 if kind == PAST or words[i - 1].form in _DONE else 1
            if kind in (PRESENT, STATIVE) and i > 0 and words[i - 1].form in _TO:
                near = {words[k].form for k in range(max(0, i - 4), i)}
                return 0 if near & _WAS or near & _AFTER_ALL else 1
        return 0

    def _signs(self, prose: Prose, start: int, end: int) -> list[str]:
        """FUTURE or PAST of the telling words between two offsets, in order."""
        out = []
        words = prose.words
        for i in range(prose.word_at(start), prose.word_at(end)):
            form = words[i].form
            kind = self._kind(form)
            if kind == PLANNED and i > 0 and words[i - 1].form in _DONE:
                continue  # تم تسليم المعدات
            if kind in (FUTURE, PLANNED) or (kind == PRESENT and self._listed(form, self._words)):
                out.append(FUTURE)
            elif kind == PAST and self._listed(form, self._past):
                out.append(PAST)
        return out

    @staticmethod
    def _listed(form: str, words: set[str]) -> bool:
        return form in words or (form[0] in "وف" and form[1:] in words)

    def weekday(self, prose: Prose, m: Mention, back: int) -> int:
        """1 where the weekday of `m`, last seen `back` days (1 to 6) before publication, is the coming one; else -1."""
        first, last = prose.sentence_at(m.start)
        before = prose.text[first : m.start].rstrip()
        opening = not before or (before[-1] == "و" and not before[-2:-1].isalpha())
        told = self._after(prose, m, last) if opening else 0
        if told:
            return told
        at = prose.word_at(m.start)
        stop = max(prose.word_at(first), at - _REACH)
        until = m.lead == "until"
        for i in range(at - 1, stop - 1, -1):
            told = self._verb(prose, i, at - i, back, until)
            if told:
                return told
        return 1 if back == 6 or (until and back >= 4) else -1

    def _after(self, prose: Prose, m: Mention, last: int) -> int:
        """The verb behind a weekday that opens its sentence or clause: «والجمعة، التقى», «يوم الخميس يلتقي»."""
        at = prose.word_at(m.end)
        for n, word in enumerate(prose.words[at : at + 2]):
            if word.start >= last:
                break
            kind = self._kind(word.form)
            if kind in (PAST, FUTURE, PRESENT):
                return -1 if kind == PAST else 1
            if n == 0 and word.form.isalpha() and prose.text[m.end : m.end + 1] in "،,":
                return -1  # ومساء الاثنين، فرّت
        return 0

    def _verb(self, prose: Prose, i: int, far: int, back: int, until: bool) -> int:
        """What word i, `far` words before a weekday, says of it; 0: nothing, look further."""
        words = prose.words
        kind = self._kind(words[i].form)
        if until and self._listed(words[i].form, self._put_off):
            return 1
        if not kind:
            return 0
        if kind == PAST:
            return 1 if (back == 6 and far > 7) or (until and back >= 4 and far > 2) else -1
        near = {words[k].form for k in range(max(0, i - 4), i)}
        if near & _WAS:
            return -1 if back < 5 else 1
        if kind == FUTURE:
            return 1 if far <= 10 or back > 2 else 0
        if kind == PLANNED:
            return 1 if back > 2 or far <= 2 else 0
        if back == 1 or near & _AFTER_ALL:
            return 0
        before = words[i - 1].form if i > 0 else ""
        reach = 8 if self._listed(words[i].form, self._words) and before not in _WHO else 4
        return 1 if before in _TO or (kind == PRESENT and far <= reach) else 0  # أن تدخل الغوطة الخميس
