"""Who the voices of an article are: names, titles and descriptions of one get one actor, those of two do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from isnad.model.reading import Name
from isnad.read.statements.introductions import Bearer, bare_at, introductions, is_title
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase
from isnad.read.statements.sketches import CastWords, Sketch, plain
from isnad.text.transliterate import transliterate

_NEAR = 3  #: sentences over which a bare noun leads back to the last speaker
_WORDS = 6  #: words of a phrase that make an id
_BODIES = frozenset(("organisation", "outlet", "agency", "document"))
_OPEN = ' "«“#('
_PRESIDENT, _REPUBLIC = "رييس", "جمهوري"  #: folded, without article and endings

Named = tuple[int, int, Name]  # word index, index after its last word, the name


class Spoken(NamedTuple):
    """A speaker as met. person: a human being, or several."""

    actor: str
    at: int
    person: bool


class Cast:
    """The voices of one article, settled in the order in which they stand in it."""

    def __init__(self, page: Page, words: CastWords, voices: Iterable[tuple[Phrase, bool]]) -> None:
        """voices: phrases, each with whether it is a speaker and no mere carrier."""
        self._page, self._words = page, words
        self._actors: dict[int, str] = {}
        self._own: list[Bearer] = []
        self._surnames: dict[str, set[str]] = {}
        self._spoken: list[Spoken] = []
        self._used = {name.actor for _, name in page.names.values() if name.actor}
        speakers = {p.start: s for p, s in sorted(voices, key=lambda v: v[1])}
        for phrase in sorted({p.start: p for p, _ in voices}.values()):
            actor = self._actors[phrase.start] = self._settle(phrase)
            if speakers[phrase.start]:
                self._spoken.append(Spoken(actor, phrase.first, self._is_person(phrase)))

    def actor(self, phrase: Phrase) -> str:
        """The actor of a voice; its own where nothing joins it to another."""
        return self._actors[phrase.start]

    def _settle(self, phrase: Phrase) -> str:
        named = [(i, *self._page.names[i]) for i in range(phrase.first, phrase.after) if i in self._page.names]
        joined = len(named) > 1 and _several(self._page, self._words, phrase, named)
        if named and not joined:
            found = self._by_name(phrase, named)
            if found is not None:
                return found
        forms = self._forms(phrase)
        if joined or not forms:
            return self._fresh(self._page.forms[phrase.first : phrase.after])
        if not self._heads(forms[0]):
            return self._unlisted(phrase, forms)
        return self._by_description(phrase, forms)

    # names

    def _by_name(self, phrase: Phrase, named: list[Named]) -> str | None:
        persons = [n for n in named if n[2].type == "PER"]
        if persons:
            name = self._person(phrase, persons)
            if name is not None:
                return name.actor
        i, _, name = named[0]
        if i == phrase.first and name.type != "PER" and name.actor:
            return self._words.capitals.get(name.actor, name.actor) if name.type == "LOC" else name.actor
        head = self._head(phrase)
        own = {head, plain(head)} & (self._words.classes | self._words.issued)
        follows = i == phrase.first + 1 and not self._page.gaps[i].strip(_OPEN)
        return name.actor if own and follows and name.type == "ORG" else None

    def _head(self, phrase: Phrase) -> str:
        form = self._page.forms[phrase.first]
        cut = form[phrase.start - self._page.words[phrase.first].start :] if phrase.start > 0 else form
        if cut.startswith("لل") and len(cut) > 4:
            return "ال" + cut[2:]
        return bare_at(self._page, phrase.first, True, self._words) if cut == form else cut or form

    def _person(self, phrase: Phrase, persons: list[Named]) -> Name | None:
        """Whom a phrase with persons in it means; None where it means somebody or something of theirs."""
        if persons[0][0] == phrase.first:
            return persons[0][2]
        head = self._head(phrase)
        if head not in self._words.titles and self._page.v.role_of(head) in _BODIES:
            return None
        able = [n for n in persons if not self._complement(n)]
        if not able:
            return None
        chosen = able[0]
        for one in able[1:]:
            if one[0] == chosen[1] and self._page.gaps[one[0]] == " ":
                chosen = one
        return None if self._inner(phrase, chosen, head) else chosen[2]

    def _complement(self, named: Named) -> bool:
        """«متحدث باسم ترامب», «مستشار لترامب»: the person only tells whose one is."""
        i, _, name = named
        page = self._page
        fused = page.prose.fold_at(name.start) > page.words[i].start and page.forms[i][0] in "لب"
        return fused or (page.gaps[i] == " " and page.forms[i - 1] in self._words.relations)

    def _inner(self, phrase: Phrase, named: Named, head: str) -> bool:
        """«مصدر مقرب من الرئيس بشار الأسد»: the person's own title is a complement of the head."""
        page, words = self._page, self._words
        k = named[0] - 1
        while k > phrase.first and not page.gaps[k + 1].strip():
            if is_title(page, words, page.forms[k]):
                break
            k -= 1
        if k <= phrase.first or page.gaps[k + 1].strip() or page.forms[k - 1] not in words.relations:
            return False
        if not head.startswith("ال"):
            return True
        title = plain(page.forms[k])
        return any(b.actor == named[2].actor and b.sketch.head == title for b in self._introduced)

    # descriptions

    @cached_property
    def _introduced(self) -> list[Bearer]:
        return introductions(self._page, self._words)

    def _forms(self, phrase: Phrase) -> list[str]:
        """The words of a phrase up to its first comma, «ذات» before its head left out."""
        page = self._page
        after = phrase.first + 1
        while after < phrase.after and not page.gaps[after].strip(' "«»“”#()'):
            after += 1
        forms = [self._head(phrase), *page.forms[phrase.first + 1 : after]]
        return forms[1:] if len(forms) > 1 and forms[0] in self._words.again else forms

    def _heads(self, form: str) -> bool:
        """Whether a word is a noun that heads a voice, rather than a name that no list knows."""
        v = self._page.v
        return form in self._words.titles or form in v.plurals or v.role_of(form) is not None

    def _is_person(self, phrase: Phrase) -> bool:
        if phrase.first in self._page.names:
            return self._page.names[phrase.first][1].type == "PER"
        head = self._head(phrase)
        return head in self._words.titles or self._page.v.role_of(head) not in _BODIES

    def _by_description(self, phrase: Phrase, forms: Sequence[str]) -> str:
        words = self._words
        sketch = words.sketch(forms)
        again = self._page.forms[phrase.first] in words.again or not words.again.isdisjoint(forms)
        if not words.other.isdisjoint(forms):
            return self._keep(sketch, phrase, forms)
        if not (sketch.definite or again):
            same = next((b.actor for b in self._own if b.sketch[:2] == sketch[:2]), None)
            return same or self._keep(sketch, phrase, forms)
        found = self._fitting(sketch, phrase)
        if found is None and (again or (sketch.bare and forms[0] in words.speaking)):
            found = self._last(phrase, sketch.head)
        return found or self._keep(sketch, phrase, forms)

    def _keep(self, sketch: Sketch, phrase: Phrase, forms: Sequence[str]) -> str:
        actor = self._fresh(forms)
        self._own.append(Bearer(sketch, actor, phrase.first))
        return actor

    def _fitting(self, sketch: Sketch, phrase: Phrase) -> str | None:
        """The one actor that a definite description fits; of several the one who spoke last."""
        marks: dict[str, set[str]] = {}
        for b in (*self._introduced, *self._own):
            if b.sketch.head == sketch.head and (b.at < phrase.first or not sketch.bare):
                marks.setdefault(b.actor, set()).update(b.sketch.marks)
        able = {actor for actor, held in marks.items() if _covers(held, sketch)}
        if len(able) < 2:
            return next(iter(able), None)
        here = self._page.sentence_number(phrase.first)
        for spoken in reversed(self._spoken):
            if here - self._page.sentence_number(spoken.at) > _NEAR:
                return None
            if spoken.actor in able:
                return spoken.actor
        return None

    def _last(self, phrase: Phrase, head: str) -> str | None:
        """Who spoke last, if that is near: a person, unless a source is meant."""
        here = self._page.sentence_number(phrase.first)
        last = self._spoken[-1] if self._spoken else None
        if last is None or here - self._page.sentence_number(last.at) > _NEAR:
            return None
        return last.actor if last.person or head in ("مصدر", "مصادر") else None

    # own ids

    def _unlisted(self, phrase: Phrase, forms: Sequence[str]) -> str:
        """A name that the names lack: by its last word it may be one met before."""
        if len(forms) == 1:
            known = self._last_words.get(forms[0], set()) | self._surnames.get(forms[0], set())
            if len(known) == 1:
                return next(iter(known))
        sketch = self._words.sketch(forms)
        same = next((b.actor for b in self._own if b.sketch[:2] == sketch[:2]), None)
        if same is not None:
            return same
        actor = self._keep(sketch, phrase, forms)
        if 1 < len(forms) < 5:
            self._surnames.setdefault(forms[-1], set()).add(actor)
        return actor

    @cached_property
    def _last_words(self) -> dict[str, set[str]]:
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


def _covers(held: set[str], sketch: Sketch) -> bool:
    """All that a description says is said of the bearer; «الرئيس التونسي» may be «رئيس الجمهورية»."""
    if sketch.marks <= held:
        return True
    if sketch.head != _PRESIDENT:
        return False
    nisba = {m for m in sketch.marks if m.startswith("@")}
    rest = sketch.marks - nisba
    if rest == {_REPUBLIC}:
        return not {m for m in held if not m.startswith("@")}
    return not rest and held == {_REPUBLIC}


def _several(page: Page, words: CastWords, phrase: Phrase, named: list[Named]) -> bool:
    """«العراق والولايات المتحدة», «الرئيس فلان ورئيس الوزراء فلان»: more than one speaks."""
    for (at, end, one), (i, _, other) in pairwise(named):
        if one.type != other.type:
            continue
        conjoined = page.forms[i][0] == "و" and page.prose.fold_at(other.start) == page.words[i].start + 1
        if conjoined and end == i and (one.type != "LOC" or at == phrase.first):
            return True
        if one.type == "PER" and any(
            page.forms[k][0] == "و" and is_title(page, words, page.forms[k][1:]) for k in range(end, i)
        ):
            return True
    return False
