"""What a commitment is about, in a form that two wordings share."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.joining import Joining
from isnad.model.reading import Commitment
from isnad.reconcile.articles import Article
from isnad.reconcile.wordforms import skeleton, without_article, words_of
from isnad.text.words import strip_proclitics

_BACK = 1200  #: code points before a commitment in which «القاعدة» may have been named
_ALIKE = 0.6  #: share of their words that commitments due on two days must have in common
_PRONOUNS = ("ها", "هما", "هم", "ه")
_LEAD = 90  #: code points before a verb in which its subject may stand
_CLAUSE = re.compile(r"[.،؛:!؟?\n]")
_THAT = re.compile(r"(?<!\w)[وفب]?(?:أن|إن|ان)\s")
_WILL = re.compile(r"^[وف]?س[يتن]...")


class Subject(NamedTuple):
    """The consonants (`skeleton`) of a commitment's words.

    acts: its verbs and what it begins with; things: what is named or definite; ordinals: «الأولى».
    """

    words: frozenset[str]
    acts: frozenset[str]
    things: frozenset[str]
    places: frozenset[str]
    ordinals: frozenset[str]


def _plain(word: str) -> str:
    """A folded word without proclitics, its article kept."""
    return next((rest for _, rest in strip_proclitics(word) if rest.startswith("ال")), word)


class Subjects:
    """Reads subjects. Made once."""

    def __init__(self, joining: Joining) -> None:
        stop = (*words_of(joining.subject.stop), *(w for f in joining.subject.weak for w in words_of(f)))
        self._stop = frozenset(stop) | {without_article(w) for w in stop}
        self._ordinals = {without_article(w): skeleton(w) for o in joining.subject.ordinals for w in words_of(o)}

    def read(self, article: Article, commitment: Commitment, before: Subject | None) -> Subject:
        """The subject of `commitment`. before: that of the one right before it in its sentence, for its pronouns."""
        span = commitment.span
        actor = _acting(article, commitment)
        start = span.start - len(_subject_before(article, span.start)) if _WILL.match(_first(span.text)) else span.start
        words = [w for w in words_of(article.document.text[start : span.end]) if not w[:1].isdigit() and w not in actor]
        bare = {w: without_article(_plain(w)) for w in words}
        kept = [w for w in words if bare[w] not in self._ordinals and self._says(w, bare[w])]
        named, places = _named_words(article, start, span.end)
        things = {skeleton(_plain(w)) for w in kept if _plain(w).startswith("ال") or w in named}
        for word in kept:
            if _plain(word).startswith("ال"):
                meant = {w for w in _first_named(article, start, bare[word]) if self._says(w, without_article(w))}
                things |= {skeleton(w) for w in meant}
                places |= meant
        first = [skeleton(_plain(w)) for w in kept[:1]]
        first += [skeleton(_plain(w)) for w in words_of(commitment.what.text)[:1] if self._says(w, without_article(w))]
        acts = {*first, *(skeleton(w) for w in kept if _WILL.match(w))}
        if before is not None and kept and _holds_pronoun(kept[0], before):
            acts |= before.acts & {skeleton(_plain(kept[0])[:-n]) for n in (1, 2, 3)}
            things |= before.things
        return Subject(
            frozenset({skeleton(_plain(w)) for w in kept} | things),
            frozenset(acts - things),
            frozenset(things),
            frozenset(skeleton(w) for w in places if self._says(w, without_article(w))),
            frozenset(self._ordinals[b] for b in bare.values() if b in self._ordinals),
        )

    def _says(self, word: str, bare: str) -> bool:
        """Whether a word says something about a subject."""
        return len(bare) > 1 and word not in self._stop and bare not in self._stop and _plain(word) not in self._stop


def _acting(article: Article, commitment: Commitment) -> set[str]:
    """The words of who is bound, where that is a person or an organisation and no thing («قاعدة الحصن ستسلم»)."""
    who = commitment.who
    if who is None or not any(
        n.type != "LOC" and n.start < who.end and who.start < n.end for n in article.reading.names
    ):
        return set()
    return set(words_of(who.text))


def _first(text: str) -> str:
    """The first word of a text, folded; empty for none."""
    return next(iter(words_of(text)), "")


def _subject_before(article: Article, start: int) -> str:
    """The subject between «أن» and a verb in the future («أن قاعدة الحصن ⟦ستسلم⟧»); empty where there is none."""
    before = _CLAUSE.split(article.document.text[max(0, start - _LEAD) : start])[-1]
    ends = [m.end() for m in _THAT.finditer(before)]
    return before[ends[-1] :] if ends else ""


def _holds_pronoun(word: str, before: Subject) -> bool:
    """Whether a word is an act of the commitment before with a pronoun: «بتسليمها» after «بتسليم القاعدة»."""
    plain = _plain(word)
    return any(plain.endswith(p) and skeleton(plain[: -len(p)]) in before.acts for p in _PRONOUNS)


def _named_words(article: Article, start: int, end: int) -> tuple[set[str], set[str]]:
    """The words of names within a span, and the last words of those that are places."""
    names = [n for n in article.reading.names if start <= n.start and n.end <= end]
    words = {w for n in names for w in words_of(n.text)}
    return words, {words_of(n.text)[-1] for n in names if n.type == "LOC" and words_of(n.text)}


def _first_named(article: Article, start: int, noun: str) -> tuple[str, ...]:
    """The name that a definite noun stands for: the word after the last «قاعدة …» that is no definite «القاعدة»."""
    words = words_of(article.document.text[max(0, start - _BACK) : start])
    for at in range(len(words) - 2, -1, -1):
        if words[at] == noun or any(rest == noun for _, rest in strip_proclitics(words[at])):
            return (words[at + 1],) if words[at + 1].startswith("ال") else ()
    return ()


def alike(a: Subject, b: Subject, same_day: bool) -> float:
    """How much two subjects are one, 0 to 1; 0 where they are two.

    They share a thing, half of the words of the shorter and the act (or, due on one day, three words), and have no
    other ordinal; those due on two days share most of their words and are of one place.
    """
    shared = a.words & b.words
    if (a.ordinals and b.ordinals and not a.ordinals & b.ordinals) or not shared & (a.things | b.things):
        return 0.0
    if len(shared) < 2 or 2 * len(shared) < min(len(a.words), len(b.words)):
        return 0.0
    act = a.acts & b.words or b.acts & a.words
    if not act and (len(shared) < 3 or not same_day):
        return 0.0
    likeness = 2 * len(shared) / (len(a.words) + len(b.words))
    if not same_day and (len(shared) < 3 or likeness < _ALIKE or (a.places and b.places and not a.places & b.places)):
        return 0.0
    return likeness
