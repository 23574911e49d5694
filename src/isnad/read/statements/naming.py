"""Whom the names in a voice mean: the speaker himself, or whose spokesman, lawyer or office speaks."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from isnad.model.reading import Name
from isnad.read.statements.heads import Heads
from isnad.read.statements.introductions import Bearer, is_title
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase
from isnad.read.statements.sketches import CastWords, plain
from isnad.read.statements.vocabulary import CLAUSE

_OPEN = ' "«“#('
_ENDS = tuple('،,:"«“')

Named = tuple[int, int, Name]  # word index, index after its last word, the name


class Naming:
    """Of one article. introduced: gives the titles by which it introduces those it names."""

    def __init__(self, page: Page, words: CastWords, heads: Heads, introduced: Callable[[], list[Bearer]]) -> None:
        self._page, self._words, self._heads, self._introduced = page, words, heads, introduced

    def names_in(self, phrase: Phrase) -> list[Named]:
        """The names among the words of a phrase."""
        return [(i, *self._page.names[i]) for i in range(phrase.first, phrase.after) if i in self._page.names]

    def several(self, phrase: Phrase, named: list[Named]) -> bool:
        """«العراق والولايات المتحدة», «الرئيس فلان ورئيس الوزراء فلان»: more than one speaks."""
        page = self._page
        for (at, end, one), (i, _, other) in pairwise(named):
            if one.type != other.type:
                continue
            conjoined = page.forms[i][0] == "و" and page.prose.fold_at(other.start) == page.words[i].start + 1
            if conjoined and end == i and (one.type == "PER" or at == phrase.first):
                return True
            titles = (page.forms[k][1:] for k in range(end, i) if page.forms[k][0] == "و")
            if one.type == "PER" and any(is_title(page, self._words, title) for title in titles):
                return True
        return False

    def meant(self, phrase: Phrase, named: list[Named]) -> str | None:
        """The actor whom a phrase with names means; None where the names only tell whose one or what one it is."""
        persons = [n for n in named if n[2].type == "PER"]
        name = self._person(phrase, persons) if persons else None
        if name is not None:
            return name.actor
        i, _, name = named[0]
        if i == phrase.first and name.type != "PER" and name.actor:
            return self._words.capitals.get(name.actor, name.actor) if name.type == "LOC" else name.actor
        head = self._heads.head(phrase)
        own = {head, plain(head)} & (self._words.classes | self._words.issued)
        follows = i == phrase.first + 1 and not self._page.gaps[i].strip(_OPEN)
        return name.actor if own and follows and name.type == "ORG" else None

    def _person(self, phrase: Phrase, persons: list[Named]) -> Name | None:
        if persons[0][0] == phrase.first:
            return persons[0][2]
        head = self._heads.head(phrase)
        able = [n for n in persons if not self._complement(n)]
        if not able or self._heads.is_body(head):
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
        return any(b.actor == named[2].actor and b.sketch.head == title for b in self._introduced())

    def named_after(self, phrase: Phrase) -> str | None:
        """The person whose name stands in apposition behind a title; empty for a name no list knows; None without.

        «قال السفير لدى بيروت، فلان الفلاني، إن»: two to four words between the comma and what is said.
        """
        page, k = self._page, self._past_complement(phrase.after)
        apart = False
        while k < len(page.forms) and k in page.timed:
            apart = True
            k += 1
        if k >= len(page.forms) or not (apart or page.gaps[k] == "، ") or page.gaps[k].strip("، "):
            return None
        if k in page.names:
            name = page.names[k][1]
            return name.actor if name.type == "PER" else None
        n = k
        while n < len(page.forms) and n - k < 5 and (n == k or page.gaps[n] in (" ", "-")) and self._nameable(n):
            n += 1
        ends = n < len(page.forms) and (page.gaps[n].strip()[:1] in _ENDS or CLAUSE.match(page.forms[n]) is not None)
        return "" if 2 <= n - k <= 4 and ends else None

    def _past_complement(self, k: int) -> int:
        """The word after the comma that ends a complement at word `k` («لدى بيروت،»); `k` where there is none."""
        page = self._page
        if k >= len(page.forms) or page.gaps[k] != " " or page.forms[k] not in self._words.neutral:
            return k
        for n in range(k + 1, min(k + 6, len(page.forms))):
            if page.gaps[n] == "، ":
                return n
            if page.gaps[n] != " " or n in page.cues or CLAUSE.match(page.forms[n]):
                break
        return k

    def _nameable(self, i: int) -> bool:
        """Word `i` may be part of a name: no particle, verb, cue, noun with a role."""
        page, form = self._page, self._page.forms[i]
        if i in page.timed or i in page.cues or i in page.names or form in page.v.particles or form in page.v.outside:
            return False
        known = form in page.v.relatives or CLAUSE.match(form) is not None or page.v.is_finite(form)
        return not known and page.v.role_of(form) is None and page.aside(i) == i and len(form) > 1
