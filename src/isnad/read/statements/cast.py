"""Who the voices of an article are: names, titles and descriptions of one get one actor, those of two do not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from isnad.read.statements.heads import Heads
from isnad.read.statements.introductions import Bearer, Introduced
from isnad.read.statements.naming import Naming
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase
from isnad.read.statements.sketches import CastWords, Sketch
from isnad.text.transliterate import transliterate

_NEAR = 3  #: sentences over which a bare noun leads back to the last speaker
_WORDS = 6  #: words of a phrase that make an id
_OFFICIAL = "مسوول"
_SWITCH = 5  #: words before a voice among which another one may be announced
_SOURCES = ("مصدر", "مصادر")
_PRESIDENT, _REPUBLIC = "رييس", "جمهوري"  #: folded, without article and endings


class Spoken(NamedTuple):
    """A speaker as met. head: its noun without what is written onto it; None for a name."""

    actor: str
    at: int
    head: str | None


class Cast:
    """The voices of one article, settled in the order in which they stand in it."""

    def __init__(self, page: Page, words: CastWords, voices: Collection[tuple[Phrase, bool]]) -> None:
        """voices: phrases, each with whether it is a speaker and no mere carrier."""
        self._page, self._words = page, words
        self._heads = Heads(page, words)
        self._introduced = Introduced(page, words)
        self._naming = Naming(page, words, self._heads, self._introduced.persons)
        self._last_words = self._by_last_word()
        self._actors: dict[int, str] = {}
        self._own: list[Bearer] = []  # those who have no name, as met
        self._surnames: dict[str, set[str]] = {}
        self._spoken: list[Spoken] = []
        self._voiced: list[tuple[str, int]] = []
        self._used = {name.actor for _, name in page.names.values() if name.actor}
        speakers = {phrase.start for phrase, speaks in voices if speaks}
        for phrase in sorted({p.start: p for p, _ in voices}.values()):
            actor = self._actors[phrase.start] = self._settle(phrase)
            self._voiced.append((actor, phrase.first))
            if phrase.start in speakers:
                self._spoken.append(self._spoke(phrase, actor))

    def actor(self, phrase: Phrase) -> str:
        """The actor of a voice; its own where nothing joins it to another."""
        return self._actors[phrase.start]

    def _settle(self, phrase: Phrase) -> str:
        named = self._naming.names_in(phrase)
        if named and self._naming.several(phrase, named):
            return self._fresh(self._page.forms[phrase.first : phrase.after])
        found = self._naming.meant(phrase, named) if named else None
        if found is not None:
            return found
        forms = self._heads.words_of(phrase)
        if not self._heads.is_head(forms[0]):
            return self._unlisted(phrase, forms)
        after = None if named else self._naming.named_after(phrase)
        if after is not None:
            return after or self._fresh(self._page.forms[phrase.first : phrase.after])
        return self._described(phrase, forms)

    def _spoke(self, phrase: Phrase, actor: str) -> Spoken:
        return Spoken(actor, phrase.first, None if phrase.first in self._page.names else self._heads.head(phrase))

    # descriptions

    def _described(self, phrase: Phrase, forms: Sequence[str]) -> str:
        words, sketch = self._words, self._words.sketch(forms)
        again = self._page.forms[phrase.first] in words.again
        again = again or (forms[0].startswith("ال") and not words.again.isdisjoint(forms))
        if not words.other.isdisjoint(forms):
            found = None
        elif sketch.definite or again:
            found = self._fitting(forms[0], sketch, phrase)
            if found is None and (again or self._goes_on(phrase, forms[0], sketch)):
                found = self._last(phrase, sketch.head)
        else:
            found = self._same(sketch) or self._named_later(sketch, phrase)
        return found or self._keep(sketch, phrase, forms)

    def _goes_on(self, phrase: Phrase, form: str, sketch: Sketch) -> bool:
        """«المتحدث», «المسؤول الصيني», «الوزير»: whoever speaks just now; not after «من جهته»."""
        before = self._page.forms[max(0, phrase.first - _SWITCH) : phrase.first]
        if not self._words.switches.isdisjoint(before):
            return False
        if sketch.head in _SOURCES:  # no name would be called so
            return sketch.bare and bool(self._spoken) and self._spoken[-1].head is not None
        if form in self._words.speaking:
            return sketch.bare or (len(sketch.marks) == 1 and sketch.head.startswith(_OFFICIAL))
        if not self._spoken or not sketch.bare or form not in self._words.titles:
            return False
        return self._page.sentence_number(phrase.first) - self._page.sentence_number(self._spoken[-1].at) < 2

    def _fitting(self, form: str, sketch: Sketch, phrase: Phrase) -> str | None:
        """The one actor that a definite description fits; of several the one who was heard, or heard last."""
        able = self._able(form, sketch, phrase)
        if len(able) < 2:
            return next(iter(able), None)
        voiced = {actor: at for actor, at in self._voiced if actor in able}  # where each was last heard
        here = self._page.sentence_number(phrase.first)
        if len(voiced) == 1:
            return next(iter(voiced))
        near = [a for a, at in voiced.items() if here - self._page.sentence_number(at) <= _NEAR]
        return max(near, key=lambda a: voiced[a], default=None)

    def _able(self, form: str, sketch: Sketch, phrase: Phrase) -> set[str]:
        """Every actor of whom the article says all that a description with the head `form` says."""
        person, body = self._heads.kinds(form)
        named = (*(self._introduced.persons() if person else ()), *(self._introduced.bodies() if body else ()))
        held = [b for b in (*named, *self._own) if b.sketch.head == sketch.head]
        if sketch.bare:
            return {b.actor for b in held if b.at < phrase.first}
        nations = {m for m in sketch.marks if m.startswith("@")}
        if sketch.head == _PRESIDENT and sketch.marks <= nations | {_REPUBLIC}:
            return {b.actor for b in held if _presides(b.sketch, nations)}
        marks: dict[str, set[str]] = {}
        for b in held:
            marks.setdefault(b.actor, set()).update(b.sketch.marks)
        return {actor for actor, said in marks.items() if sketch.marks <= said}

    def _same(self, sketch: Sketch) -> str | None:
        """Somebody without a name of whom the very same was said."""
        return next((b.actor for b in self._own if b.sketch[:2] == sketch[:2]), None)

    def _named_later(self, sketch: Sketch, phrase: Phrase) -> str | None:
        """«مستشار أمني للحكومة», then «المستشار الأمني، فلان»: the one person named by the same head with article."""
        if "ال" + sketch.head not in self._page.forms:
            return None
        later = [b for b in self._introduced.persons() if b.at > phrase.first and b.sketch.head == sketch.head]
        able = {b.actor for b in later if b.sketch.definite and b.sketch.marks and b.sketch.marks <= sketch.marks}
        return next(iter(able)) if len(able) == 1 and {b.actor for b in later} == able else None

    def _last(self, phrase: Phrase, head: str) -> str | None:
        """Who spoke last, if that is near: a person, unless a source is meant."""
        last = self._spoken[-1] if self._spoken else None
        here = self._page.sentence_number(phrase.first)
        if last is None or here - self._page.sentence_number(last.at) > _NEAR:
            return None
        return last.actor if self._agrees(head, last) else None

    def _agrees(self, head: str, last: Spoken) -> bool:
        """Whether a noun may mean the last speaker: in number and gender, and a person if it means one."""
        plural = last.head is not None and self._heads.is_plural(last.head)
        named = self._page.names.get(last.at) if last.head is None else None
        person = named[1].type == "PER" if named else not self._heads.is_body(last.head or "")
        if head in _SOURCES:
            return not person or plural == (head != _SOURCES[0])
        return person and not plural and self._is_woman(last) in (None, head.endswith("ه"))

    def _is_woman(self, spoken: Spoken) -> bool | None:
        """Whether the titles of a speaker are feminine; None without a title."""
        if spoken.head is not None:
            return spoken.head.endswith("ه") if spoken.head in self._words.titles else None
        heads = [b.sketch.head for b in self._introduced.persons() if b.actor == spoken.actor]
        return any(head.endswith("ه") for head in heads) if heads else None

    # own ids

    def _keep(self, sketch: Sketch, phrase: Phrase, forms: Sequence[str]) -> str:
        actor = self._fresh(forms)
        self._own.append(Bearer(sketch, actor, phrase.first))
        return actor

    def _unlisted(self, phrase: Phrase, forms: Sequence[str]) -> str:
        """A name that the names lack: by its last word it may be one met before."""
        if len(forms) == 1:
            known = self._last_words.get(forms[0], set()) | self._surnames.get(forms[0], set())
            if len(known) == 1:
                return next(iter(known))
        sketch = self._words.sketch(forms)
        same = self._same(sketch)
        if same is not None:
            return same
        actor = self._keep(sketch, phrase, forms)
        if 1 < len(forms) < 5:
            self._surnames.setdefault(forms[-1], set()).add(actor)
        return actor

    def _by_last_word(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for i, (after, name) in self._page.names.items():
            if name.type == "PER" and name.actor and after > i + 1:
                out.setdefault(self._page.forms[after - 1], set()).add(name.actor)
        return out

    def _fresh(self, forms: Sequence[str]) -> str:
        made = transliterate(" ".join(forms[:_WORDS]))
        actor, n = made, 2
        while actor in self._used:
            actor, n = f"{made}-{n}", n + 1
        self._used.add(actor)
        return actor


def _presides(bearer: Sketch, nations: set[str]) -> bool:
    """«الرئيس التونسي» may be «رئيس الجمهورية», not the head of a Tunisian bank, nor another country's president."""
    own = {m for m in bearer.marks if m.startswith("@")}
    if bearer.marks - own - {_REPUBLIC} or not bearer.marks:
        return False
    return not own or not nations or own == nations
