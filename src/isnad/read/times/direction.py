"""Whether a sentence speaks of a coming or a past time where a day or month stands without its year."""

from __future__ import annotations

import re

from isnad.lexicon.times import Future
from isnad.read.times.mentions import Mention
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_WINDOW = 110
_AFTER, _CLAUSE = 30, 60
_COMING = re.compile(
    r"\b(?:[وف]?[بل]?ان|لن|كي|علي ان|قد(?= ي)|يمكن) (?:لا )?[يتن][^\W\d_]{2,}"
    r"|\b[وف]?ي(?!وم)[^\W\d_]{3,}(?: [^\W\d_]+){0,3} (?:في )?$"
)
_NARRATED = re.compile(r"\b[وف]?(?:لم|كان|كانت|كانوا|(?:قبل|بعد|منذ|الي) ان|حتي) ")


class Direction:
    """Reads the words before a mention within its sentence; the nearest sign decides."""

    def __init__(self, future: Future) -> None:
        barred = "|".join(re.escape(fold_word(w)[1:]) for w in future.not_verbs)
        barred += "".join(rf"|{re.escape(fold_word(w)[1:])}\b" for w in future.nouns)
        words = "|".join(sorted((re.escape(fold_word(w)) for w in future.words), key=len, reverse=True))
        past = "|".join(sorted((re.escape(fold_word(w)) for w in future.past), key=len, reverse=True))
        self._signs = re.compile(
            rf"\b[وف]?(?:(?P<future>س(?!{barred})[يتن][^\W\d_]{{3,}}|(?:لل|ب|ل)?(?:{words}))|(?P<past>{past}))\b"
        )

    def told(self, prose: Prose, m: Mention) -> int:
        """1: «لاحقا» of what is still to come; -1: of what is told as past."""
        first, last = prose.sentence_at(m.start)
        if prose.text.endswith((" الي ", " ل"), 0, m.start):
            return 1  # تأجل إلى وقت لاحق
        start = max(first, m.start - _WINDOW)
        ahead = self._signs.finditer(prose.text, m.end, min(last, m.end + _AFTER))
        signs = [*self._signs.finditer(prose.text, start, m.start), *ahead]
        if any(sign.lastgroup == "future" for sign in signs):
            return 1
        clause = prose.text[max(first, m.start - _CLAUSE) : m.start]
        return 1 if _COMING.search(clause) and not _NARRATED.search(clause) else -1

    def of(self, prose: Prose, m: Mention) -> int:
        """1: a coming time; -1: a past one; 0: nothing says."""
        start = max(prose.sentence_at(m.start)[0], m.start - _WINDOW)
        kinds = [sign.lastgroup for sign in self._signs.finditer(prose.text, start, m.start)]
        if not kinds:
            return 0
        return 1 if kinds[-1] == "future" else -1
