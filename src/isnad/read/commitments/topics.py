"""Whom a verb without a subject of its own goes on about: the last subject of its sentence or of the one before."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.commitments import Commitments
from isnad.lexicon.load import Lexicons
from isnad.lexicon.verbs import Verbs
from isnad.model.span import Span
from isnad.read.commitments.nouns import Names, NounPhrase, Nouns
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_NEAR_START = 2  #: words of a sentence before a verb that goes on about the sentence before
_BACK = 45  #: words looked through before the verb
_OPENERS = frozenset(
    ("ان", "بان", "لكن", "ولكن", "فيما", "بينما", "حيث", "اذ", "اما", "كما", "وان", "فان", "قد", "وقد")
)
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "والذي", "والتي"))
PAST_IN_T = frozenset(
    (
        "تعهد",
        "توعد",
        "تحدث",
        "تابع",
        "تلقي",
        "تسلم",
        "تمكن",
        "تراجع",
        "توجه",
        "تعرض",
        "تولي",
        "تراس",
        "تقدم",
        "تطرق",
        "تم",
        "تبين",
        "توفي",
        "تاسس",
    )
)
_THAT_HE = frozenset(("انه", "انها", "بانه", "بانها", "وانه", "وانها", "انهم", "بانهم"))
_FUTURE = re.compile(r"[وف]?س[يت][^\W\d_]{3,}\Z")
_WAS = frozenset(("كان", "كانت", "وكان", "وكانت"))


class _Found(NamedTuple):
    phrase: NounPhrase
    gender: str
    main: bool


class Topics:
    """Built once from the lexicons `commitments` and `verbs`."""

    def __init__(self, lexicons: Lexicons, words: Commitments, nouns: Nouns) -> None:
        self._nouns = nouns
        said = {fold_word(v) for v in words.subjects.verbs}
        self._verbs = frozenset(lexicons.load("verbs", Verbs).forms) | said | {v + "ت" for v in said}

    def is_verb(self, form: str) -> bool:
        """Whether a folded word, a conjunction before it or not, is a verb that a subject may follow."""
        return bare_verb(form) in self._verbs

    def before(self, prose: Prose, start: int, gender: str, names: Names, many: bool = False) -> Span | None:
        """The nearest subject of the sentence before `start` (folded), else the main one of the sentence before,
        that agrees in gender («m», «f») with the verb; many: with a verb in the plural."""
        last = prose.word_at(start) - 1
        low = prose.sentence_at(start)[0]
        held = self._subjects(prose, low, last, names, many)
        for found in reversed(held):
            if self._agrees(prose, found, gender, many):
                return prose.span(found.phrase.start, found.phrase.end)
        if held or low == 0 or last - prose.word_at(low) > _NEAR_START:
            return None  # somebody or something else was named since
        end = prose.word_at(low) - 1
        if end < 0:
            return None
        earlier = prose.sentence_at(prose.words[end].start)[0]
        held = self._subjects(prose, earlier, end, names, many)
        if held and self._agrees(prose, held[0], gender, many):
            return prose.span(held[0].phrase.start, held[0].phrase.end)
        return None

    def in_sentence(self, prose: Prose, start: int, gender: str, names: Names, many: bool = False) -> Span | None:
        """The nearest subject of the sentence before `start` (folded) that agrees."""
        held = self._subjects(prose, prose.sentence_at(start)[0], prose.word_at(start) - 1, names, many)
        for found in reversed(held):
            if self._agrees(prose, found, gender, many):
                return prose.span(found.phrase.start, found.phrase.end)
        return None

    def nearest(self, prose: Prose, start: int, names: Names) -> Span | None:
        """The last subject of the sentence before `start` (folded), of whatever gender."""
        held = self._subjects(prose, prose.sentence_at(start)[0], prose.word_at(start) - 1, names)
        return prose.span(held[-1].phrase.start, held[-1].phrase.end) if held else None

    def antecedent(self, prose: Prose, relative: int, names: Names) -> NounPhrase | None:
        """The actor whose phrase ends right before word `relative` (الذي), a bracket apart."""
        words, text = prose.words, prose.text
        low = prose.sentence_at(words[relative].start)[0]
        for j in range(relative - 1, max(-1, relative - 9), -1):
            if words[j].start < low:
                return None
            phrase = self._nouns.at(prose, j, names)
            if phrase is None:
                continue
            gap = text[phrase.end : words[relative].start]
            if gap.strip(' ،"»”') and not (gap.startswith(" (") and gap.endswith(") ")):
                continue
            name = names.get(prose.back[words[j].start])
            if name is not None and name.type == "PER":
                return phrase  # للرئيس رجب طيب أردوغان الذي
            return phrase if self._stands_alone(prose, j, phrase, words[relative].form) else None
        return None

    def _stands_alone(self, prose: Prose, j: int, phrase: NounPhrase, relative: str) -> bool:
        """Whether the phrase at word `j` is itself what the relative takes up, not the genitive of another noun."""
        if phrase.gender and (phrase.gender == "f") != (relative in ("التي", "والتي", "اللتين")):
            return False
        before = prose.words[j - 1] if j else None
        if before is None or prose.text[before.end : phrase.start] != " ":
            return prose.text[phrase.start] not in "لبك" or phrase.gender == "m"
        return self.is_verb(before.form) or not self._nouns.is_noun(before.form) or before.form in _OPENERS

    def _subjects(self, prose: Prose, low: int, last: int, names: Names, owned: bool = False) -> list[_Found]:
        """The actors between `low` (folded) and word `last` that a verb or the opening of a clause makes subjects;
        owned: those of somebody else (رجاله), too."""
        words = prose.words
        i = max(prose.word_at(low), last - _BACK)
        opened = words[i].start if i <= last else 0
        out: list[_Found] = []
        while i <= last:
            form = words[i].form
            before = words[i - 1].form if i else ""
            verb = (bare_verb(before) in self._verbs or _FUTURE.match(before) is not None) and prose.text[
                words[i - 1].end : words[i].start
            ] == " "
            opens = (
                words[i].start == opened
                or (i > 0 and ":" in prose.text[words[i - 1].end : words[i].start])
                or (before in _OPENERS and form not in self._verbs)
            )
            if not (verb or opens):
                i += 1
                continue
            phrase = self._nouns.at(prose, i, names)
            if (
                phrase is None
                or not (phrase.whole or (owned and phrase.owned))
                or phrase.stop > last + 1
                or form in _WAS
            ):
                i += 1
                continue
            if not (i > 1 and verb and (words[i - 2].form in _RELATIVES or words[i - 2].form in _THAT_HE)):
                gender = gender_of(bare_verb(before)) if verb else phrase.gender
                out.append(_Found(phrase, gender, not out))
            i = max(phrase.stop, i + 1)
        return out

    def _agrees(self, prose: Prose, found: _Found, gender: str, many: bool) -> bool:
        head = prose.words[prose.word_at(found.phrase.start)].form
        if many:
            return self._nouns.is_many(head)
        if head.endswith(("ون", "ين")) and self._nouns.is_head(head):
            return False  # the players … he will resign
        return not found.gender or found.gender == gender


def bare_verb(form: str) -> str:
    """A verb without the و or ف before it."""
    return form[1:] if len(form) > 3 and form[0] in "وف" and form[1] != "ع" else form


def gender_of(verb: str) -> str:
    """«f» or «m», the person of a finite verb."""
    verb = verb.removeprefix("س")
    return "f" if verb[-1] == "ت" or (verb[0] == "ت" and verb not in PAST_IN_T) else "m"
