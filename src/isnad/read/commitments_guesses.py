"""What is said of the future without binding anybody: guesses, hopes, questions, tales of what was."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Statement
from isnad.read.commitments_phrases import Head, either
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_WAS = re.compile(r"\b[وف]?(?:كان|كانت|كانوا|كنت|كنا|تكن|يكن|اي دوله) $")
_NARRATED = re.compile(r"\b[وف]?(?:كان|كانت|كانوا|قضي|ظل|ظلت|وقتها|حينها)\b[^.،؛]*$")
_ASKED = re.compile(r"(?:^|\s)[وف]?(?:ب?ما|لما|ماذا|عما|مما|من|هل|اين|كيف|متي) $")
_OR_NOT = re.compile(r"[^.،؛\n]{0,40}\sام لا\b")
_IF = re.compile(r"\b(?:[وف]?(?:اذا|لو)|[وف]?في حال|[وف]?حال|[وف]?ان لم|كلما)\b")
_LIKELY = re.compile(r"علي الارجح|علي الاغلب|بحسب التوقعات|وفق التوقعات|كما هو متوقع")
_PLANNED = re.compile(r"(?:كان|كانت|يكن|تكن) (?:من )?(?:ال)?(?:مقرر[اه]?|مفترض[اه]?|مزمع|مرتقب) [^.،؛]*$")
_NOT_PLANNED = re.compile(r"(?:^|\s)[وف]?(?:لا|لم|ما|دون|بدون|غير|ليس|ليست) $")
_STAYS = re.compile(r"(?:سوف |س|لن )[يت]بق(?:ي|ون|وا)\Z")
_STAYS_THERE = re.compile(r" (?:علي|في|ب?ال|قوات|جنود|حتي|الي جانب|لدي|هناك)")
_AMOUNTS = re.compile(
    r"[وف]?(?:س|سوف |لن )[يت]صل(?:ان|ون)? الي (?:[0-9]|نحو|حوالي|قرابه|اكثر|اقل|ما |ضعف|نسبه|حدود|مستوي)"
)
_THIS = re.compile(r"(?:^|\s)(?:(?:ب?ان )?(?:هذا|ذلك|هذه|الامر) (?:الامر )?|اي(?: [^\W\d_]+){1,4} )$")
_BE_IT = re.compile(r" (?:ذلك|هذا)\b(?! ال)")
_EXPECTED = re.compile(r"\b[وف]?[يت]?توقع(?:ت|وا|ون)?\b[^.؛\n]{0,110}، [وف]?ان [^،.؛\n]{0,50}$")
_YOURS = re.compile(r"\b(?:بك|لك|عليك|يمكنك|حسابك|هاتفك|جهازك)\b")
_HAD = re.compile(r"\b[وف]?قد (?:تعهد|توعد|[وا])[^\W\d_]*\Z")
_NEAR, _FAR = 45, 90


class Guesses:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        self._guessed = re.compile(rf"\b[وف]?(?:{either(words.forecast.guessed)})\b")
        self._acts = frozenset(fold_word(m) for m in (*words.deadline.masdars, *words.subjects.masdars))
        self._views = frozenset(fold_word(w) for w in words.forecast.views)
        self._opinion = re.compile(rf"\b[وبل]?(?:{either(words.forecast.opinion)})\b")
        self._unsure = re.compile(rf"\s(?:{either(words.forecast.after)})\b")

    def hold(self, prose: Prose, head: Head, end: int, statement: Statement | None) -> bool:
        """Whether what `head` says, up to `end` (folded), is guessed, asked, hoped or told."""
        text = prose.text
        low = prose.sentence_at(head.start)[0]
        near = max(low, head.start - _NEAR)
        before = head.start - (3 if head.pledge and _HAD.search(text, near, head.end) else 0)
        if self._guessed.search(text, near, before) or _ASKED.search(text, near, head.start):
            return True
        if _WAS.search(text, near, head.start) or self._unsure.match(text, head.end):
            return True
        if self._in_clause(prose, head, low) or _LIKELY.search(text, head.end, end) or self._yours(prose, head, end):
            return True
        if text.startswith("فلن", head.start) or _OR_NOT.match(text, head.end):
            return True  # إذا لم نفعل فلن نتقدم; سيشارك أم لا
        if _STAYS.search(text[head.start : head.end]) and not _STAYS_THERE.match(text, head.end):
            return True  # ستبقى شريكا
        if (
            _AMOUNTS.match(text, head.start)
            or _BE_IT.match(text, head.end)
            or (not head.pledge and _THIS.search(text, near, head.start))
        ):
            return True
        if head.pledge:
            return self._told(prose, head, near)
        return statement is not None and self._viewed(statement)

    def _yours(self, prose: Prose, head: Head, end: int) -> bool:
        """«سيتم نقلك إلى نافذة جديدة»: instructions for use."""
        i = prose.word_at(head.end)
        form = prose.words[i].form if i < len(prose.words) else ""
        return (form.endswith("ك") and form[:-1] in self._acts) or _YOURS.search(prose.text, head.end, end) is not None

    def _in_clause(self, prose: Prose, head: Head, low: int) -> bool:
        """«توقعات سابقة تفيد بأن المناورات بين البلدين ستجرى»: a guess farther off, but in the same clause; the same of
        what was to be."""
        text = prose.text
        far = max(low, head.start - _FAR, *(text.rfind(mark, low, head.start) + 1 for mark in '،؛:."”»'))
        if far < head.start - _NEAR and self._guessed.search(text, far, head.start):
            return True
        if _EXPECTED.search(text, max(low, head.start - 170), head.start):
            return True
        if (head.deadline or head.timed) and _PLANNED.search(text, far, head.start):
            return True
        return (
            text[head.start] == "ف"
            and _IF.search(text, max(low, head.start - 150), head.start) is not None
            and (text[head.start + 1] != "س" or text[head.start + 2] in "يت")
        )

    def _told(self, prose: Prose, head: Head, near: int) -> bool:
        """Of a plan: told of the past, or denied."""
        if head.rule != "commitments.plan":
            return False
        if _NOT_PLANNED.search(prose.text, max(0, head.start - 8), head.start):
            return True  # لا نخطط
        return _NARRATED.search(prose.text, near, head.start) is not None

    def _viewed(self, statement: Statement) -> bool:
        if statement.force in ("estimate", "warn"):
            return True
        if statement.cue and fold_word(statement.cue[0].text.split()[0]).lstrip("وف") in self._views:
            return True
        return statement.speaker is not None and self._opinion.search(fold_word(statement.speaker.text)) is not None
