"""What is said of the future without binding anybody: guesses, hopes, questions, tales of what was."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Statement
from isnad.read.commitments.phrases import Head, either, stems
from isnad.read.commitments.topics import PAST_IN_T
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_OR_NOT = re.compile(r"[^.،؛\n]{0,40}\sام لا\b")
_STAYS = re.compile(r"(?:سوف |س|لن )[يت]بق(?:ي|ون|وا)\Z")
_KEEPS = re.compile(r" [^\W\d_]{3,}ا واحدا\b|(?: [^\W\d_]+){1,2} (?:في|علي|ب)")  #: لن تبقي جنديا واحدا
_BE_IT = re.compile(r" (?:ذلك|هذا)\b(?! ال)")
_EXPECTED = re.compile(r"\b[وف]?[يت]?توقع(?:ت|وا|ون)?\b[^.؛\n]{0,110}، [وف]?ان [^،.؛\n]{0,50}$")
_HAD = re.compile(r"\b[وف]?قد (?:تعهد|توعد|[وا])[^\W\d_]*\Z")
_SWORN = re.compile(r"[وف]?اقسمت?\Z")
_TO_DO = re.compile(r" [وب]?(?:س[يتنا]|سوف |لن |الا |ان [يتن]|ب(?!الله|ان )[^\W\d_]{4,})")
_NEAR, _FAR = 45, 90


class Guesses:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        past = "|".join(sorted(word[1:] for word in PAST_IN_T))
        may = rf"قد (?:[ينس]|ت(?!(?:{past})))[^\W\d_]{{2,}}"  # قد يفوز; no قد أعلن
        self._guessed = re.compile(rf"\b[وف]?(?:{either(words.forecast.guessed)}|{may})\b")
        self._acts = frozenset(fold_word(m) for m in (*words.deadline.masdars, *words.subjects.masdars))
        self._views = frozenset(fold_word(w) for w in words.forecast.views)
        self._opinion = re.compile(rf"\b[وبل]?(?:{either(words.forecast.opinion)})\b")
        self._unsure = re.compile(rf"\s(?:{either(words.forecast.after)})\b")
        doubts = words.doubts
        self._was = re.compile(rf"\b[وف]?(?:{either(doubts.was)}) $")
        self._narrated = re.compile(rf"\b[وف]?(?:{either(doubts.told)})\b[^.،؛]*$")
        self._asked = re.compile(rf"(?:^|\s)[وف]?(?:{either(doubts.asked)}) $")
        self._if = re.compile(rf"\b[وف]?(?:{either(doubts.conditions)})\b")
        self._likely = re.compile(either(doubts.likely))
        self._planned = re.compile(rf"(?:كان|كانت|يكن|تكن) (?:من )?(?:ال)?(?:{either(doubts.planned)}) [^.،؛]*$")
        self._not_planned = re.compile(rf"(?:^|\s)[وف]?(?:{either(doubts.negations)}) $")
        self._stays_there = re.compile(rf" (?:{either(doubts.stays)})")
        self._amounts = re.compile(rf"[وف]?(?:س|سوف |لن )[يت]صل(?:ان|ون)? الي (?:[0-9]|{either(doubts.amounts)})")
        self._weighed = re.compile(rf"[^\W\d_]*بصدد (?:ال)?(?:{either(doubts.weighing)})\b")
        self._befalls = re.compile(rf" (?:الي |في )?(?:{either(doubts.befalls)})\b")
        keeps, creeds = stems(doubts.keeps), either(doubts.creeds)
        self._creed = re.compile(rf"[وف]?(?:س|سوف |لن )[ايتن](?:{keeps})(?:ون|وا|ان)? (?:[^\W\d_]+ )?(?:{creeds})\b")
        facts = either(doubts.facts)
        self._this = re.compile(rf"(?:^|\s)(?:(?:ب?ان )?(?:{facts}) (?:الامر )?|اي(?: [^\W\d_]+){{1,4}} )$")
        self._you = re.compile(rf"\b(?:{either(doubts.yours)})\b")

    def hold(self, prose: Prose, head: Head, end: int, statement: Statement | None) -> bool:
        """Whether what `head` says, up to `end` (folded), is guessed, asked, hoped or told."""
        text = prose.text
        low = prose.sentence_at(head.start)[0]
        near = max(low, head.start - _NEAR)
        before = head.start - (3 if head.pledge and _HAD.search(text, near, head.end) else 0)
        if self._guessed.search(text, near, before) or self._asked.search(text, near, head.start):
            return True
        if self._was.search(text, near, head.start) or self._unsure.match(text, head.end):
            return True
        if (
            self._in_clause(prose, head, low)
            or self._likely.search(text, head.end, end)
            or self._yours(prose, head, end)
        ):
            return True
        if text.startswith("فلن", head.start) or _OR_NOT.match(text, head.end):
            return True  # إذا لم نفعل فلن نتقدم; سيشارك أم لا
        if _STAYS.search(text[head.start : head.end]) and not self._stays_there.match(text, head.end):
            return "لن " not in text[head.start : head.end] or _KEEPS.match(text, head.end) is None  # ستبقى شريكا
        if (
            self._amounts.match(text, head.start)
            or _BE_IT.match(text, head.end)
            or (not head.pledge and self._this.search(text, near, head.start))
        ):
            return True
        if head.pledge:
            if _SWORN.match(text[head.start : head.end]) and _TO_DO.search(text, head.end, end) is None:
                return True  # أقسم بالله أنه بريء
            return self._told(prose, head, near) or self._weighed.match(text, head.start) is not None
        if head.rule == "commitments.future" and self._befalls.match(text, head.end):
            return True
        return statement is not None and self._viewed(statement)

    def is_creed(self, prose: Prose, head: Head) -> bool:
        """«سنواصل التمسك بالثوابت»: what no time can test, where no time is set."""
        return head.rule == "commitments.future" and self._creed.match(prose.text, head.start) is not None

    def _yours(self, prose: Prose, head: Head, end: int) -> bool:
        """«سيتم نقلك إلى نافذة جديدة»: instructions for use."""
        i = prose.word_at(head.end)
        form = prose.words[i].form if i < len(prose.words) else ""
        return (form.endswith("ك") and form[:-1] in self._acts) or self._you.search(
            prose.text, head.end, end
        ) is not None

    def _in_clause(self, prose: Prose, head: Head, low: int) -> bool:
        """«توقعات سابقة تفيد بأن المناورات بين البلدين ستجرى»: a guess farther off, but in the same clause; the same of
        what was to be."""
        text = prose.text
        far = max(low, head.start - _FAR, *(text.rfind(mark, low, head.start) + 1 for mark in '،؛:."”»'))
        if far < head.start - _NEAR and self._guessed.search(text, far, head.start):
            return True
        if _EXPECTED.search(text, max(low, head.start - 170), head.start):
            return True
        if (head.deadline or head.timed) and self._planned.search(text, far, head.start):
            return True
        return (
            text[head.start] == "ف"
            and self._if.search(text, max(low, head.start - 150), head.start) is not None
            and (text[head.start + 1] != "س" or text[head.start + 2] in "يت")
        )

    def _told(self, prose: Prose, head: Head, near: int) -> bool:
        """Of a plan: told of the past, or denied."""
        if head.rule != "commitments.plan":
            return False
        if self._not_planned.search(prose.text, max(0, head.start - 8), head.start):
            return True  # لا نخطط
        return self._narrated.search(prose.text, near, head.start) is not None

    def _viewed(self, statement: Statement) -> bool:
        if statement.force in ("estimate", "warn"):
            return True
        if statement.cue and fold_word(statement.cue[0].text.split()[0]).lstrip("وف") in self._views:
            return True
        return statement.speaker is not None and self._opinion.search(fold_word(statement.speaker.text)) is not None
