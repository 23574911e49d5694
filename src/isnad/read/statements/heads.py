"""The head of a voice: which of its words it is, and how far the words go that belong to it."""

from __future__ import annotations

from isnad.model.reading import Role
from isnad.read.statements.introductions import bare_at
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase
from isnad.read.statements.sketches import CastWords, plain

_BODIES = frozenset(("organisation", "outlet", "agency", "document"))
_DEFINITE = ("ال", "وال", "لل", "بال")


class Heads:
    """Of one article."""

    def __init__(self, page: Page, words: CastWords) -> None:
        self._page, self._words = page, words

    def head(self, phrase: Phrase) -> str:
        """The first word of a phrase without what is written onto it."""
        form = self._page.forms[phrase.first]
        cut = form[max(0, phrase.start - self._page.words[phrase.first].start) :]
        if cut.startswith("لل") and len(cut) > 4:
            return "ال" + cut[2:]
        return bare_at(self._page, phrase.first, True, self._words) if cut == form else cut or form

    def words_of(self, phrase: Phrase) -> list[str]:
        """The words of a phrase up to its first comma, «ذات» before its head left out; «مصدرا» as «مصدر»."""
        page = self._page
        after = phrase.first + 1
        while after < phrase.after and not page.gaps[after].strip(' "«»“”#()'):
            after += 1
        head = self.head(phrase)
        forms = [head, *page.forms[phrase.first + 1 : after]]
        if head.startswith("ال") and phrase.first not in page.names:
            cut = (k for k in range(phrase.first + 1, after) if self._apart(k, after))
            forms = forms[: next(cut, after) - phrase.first]
        if head.endswith("ا") and len(head) > 3 and self.is_head(head[:-1]):
            forms[0] = head[:-1]
        return forms[1:] if len(forms) > 1 and forms[0] in self._words.again else forms

    def _apart(self, i: int, after: int) -> bool:
        """An indefinite word in no construct goes on no definite noun: «قال الخبراء | قسطا كافيا»."""
        page, form = self._page, self._page.forms[i]
        if form.startswith(_DEFINITE) or form in self._words.neutral or form in self._words.again:
            return False
        if i in page.inside_name or form in page.v.particles or not form.isalpha():
            return False
        follows = page.forms[i + 1] if i + 1 < after else ""
        return not (follows.startswith(_DEFINITE) or i + 1 in page.inside_name or form in self._words.other)

    def is_head(self, form: str) -> bool:
        """Whether a word is a noun that heads a voice, rather than a name that no list knows."""
        known = form in self._words.titles or form in self._page.v.plurals or plain(form) in self._words.classes
        return known or self._role(form) is not None

    def is_body(self, form: str) -> bool:
        """Whether a head means no person: an organisation, an outlet, a document."""
        return form not in self._words.titles and self._role(form) in _BODIES

    def kinds(self, form: str) -> tuple[bool, bool]:
        """Whether a head may mean a person, and whether an organisation; neither for what is written."""
        role, title = self._role(form), form in self._words.titles
        person = title or role in ("person", "anonymous")
        return person, role != "document" and (not person or role in _BODIES)

    def is_plural(self, form: str) -> bool:
        """Whether a head means several."""
        many = form in self._page.v.plurals or form.endswith(("ون", "ين", "ان"))
        return many and form not in self._words.titles

    def _role(self, form: str) -> Role | None:
        return self._page.v.role_of(form) or self._page.v.role_of(plain(form))
