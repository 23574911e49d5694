"""What stands behind the verb of a commitment: whether it is rather what the verb is done to than who does it."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments
from isnad.model.span import Span
from isnad.read.commitments.nouns import Names, Nouns
from isnad.read.commitments.phrases import stems
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_WHEN = frozenset(("سهره", "مساء", "صباح", "غدا", "ظهر", "يوم", "ليله", "فجر", "لاحقا", "قريبا", "ايضا", "كذلك"))
_WITH = frozenset(("مع", "الذي", "التي", "الذين"))  #: behind who meets somebody


class Objects:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments, nouns: Nouns) -> None:
        self._nouns = nouns
        will = r"[وف]?(?:س|سوف |لن )?[يت]"
        suffered = (*words.forecast.undergone, *words.deadline.scheduled, *words.deadline.occurs)
        self._passive = re.compile(rf"{will}(?:{stems(suffered)})(?:ان|ون)?\Z")
        self._mutual = re.compile(rf"{will}(?:{stems(words.subjects.mutual)})\Z")
        self._masdars = frozenset(fold_word(m) for m in (*words.deadline.masdars, *words.subjects.masdars))

    def goes_on(self, prose: Prose, start: int, end: int) -> bool:
        """Whether no subject can stand behind the verb: a preposition, its own (قراره), a definite object does."""
        words = prose.words
        i = prose.word_at(end)
        if i >= len(words) or prose.text[end : words[i].start] != " ":
            return False
        form = words[i].form
        if form in ("الا", "سوي") or self._nouns.bears_pronoun(prose, i) or self._nouns.is_accusative(form):
            return True  # قراره; قرارا
        if form.endswith("ي") and self._nouns.is_head(form):
            return True  # ستستهدف قطاعي التكنولوجيا والنقل
        if self._passive.match(prose.text[start:end]) and not prose.text.endswith("ون", start, end):
            return False
        if form.startswith("ال") or form in self._masdars or form in _WHEN:
            return True
        return not self._nouns.is_noun(form) or (form[0] in "بل" and len(form) > 3)

    def met(self, prose: Prose, start: int, end: int, noun: Span | None, past: int) -> bool:
        """«حيث سيلتقي الرئيس الروسي»: whether who stands behind is met, as nobody else stands behind him."""
        if self._mutual.match(prose.text[start:end]) is None or noun is None:
            return False
        words, i = prose.words, prose.word_at(past)
        first, *more = fold_word(noun.text).split()
        if first.endswith(("ان", "ون")) or any(word[0] == "و" for word in more):
            return False
        if i >= len(words) or prose.text[past : words[i].start] != " ":
            return True
        form = words[i].form
        return form not in _WITH and form[0] != "ب" and not self._nouns.is_noun(form)

    def undefined(self, noun: Span | None, names: Names) -> bool:
        """«الوزارة ستبني محاكم»: whether what stands behind may be what the verb makes, being nobody known."""
        if noun is None:
            return False
        return all(not word.startswith("ال") for word in noun.text.split()) and noun.start not in names

    def owned(self, prose: Prose, noun: Span | None, names: Names) -> bool:
        """«ستسحب قواتها»: what stands behind is rather what the verb is done to."""
        if noun is None:
            return False
        phrase = self._nouns.at(prose, prose.word_at(prose.fold_at(noun.start)), names)
        return phrase is not None and phrase.owned

    def acts_on(self, prose: Prose, word: str, end: int) -> bool:
        """Whether an unknown word can be a name, since its verb has an object behind."""
        i = prose.word_at(end)
        if word.startswith("ال") or not word.isalpha() or i >= len(prose.words) or self._nouns.is_thing(word):
            return False
        return self._nouns.is_accusative(prose.words[i].form) or self._nouns.bears_pronoun(prose, i)
