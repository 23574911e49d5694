"""«اعتبره النواب إساءة», «يعتبر المغرب الصحراء جزءا من ترابه»: what a thing is held to be, without «أن» or «ب»."""

from __future__ import annotations

from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import Frame
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, is_channel, make_phrase, noun_like, somebody

_SUBJECT = 7  #: words of a subject at most
_CHANNEL = 8  #: words of «في بيان …» between subject and predicate at most
_QUOTES = ' "«“'
_ALONE = frozenset(("البعض", "كثيرون", "اخرون"))
_AMONG = frozenset(("من", "ضمن"))  #: «من بين الأسوأ»
_GROUPS = (None, "organisation", "document")


def held_to_be(page: Page, i: int, reading: CueForm) -> tuple[Frame, Phrase] | None:
    """The predicate held by the subject right after the verb at word `i`, and that subject."""
    stop = page.sentence(i)[1]
    if i + 2 >= stop or not noun_like(page, i + 1):
        return None
    subject = _subject(page, i, stop, reading)
    if subject is None or not somebody(page, subject):
        return None
    k = subject.after
    at = _predicate(page, k, stop) if reading.pronoun else _object_first(page, k, stop)
    if at is None or (at == k and page.gaps[k].strip(_QUOTES)):
        return None
    return Frame("object", (i + 1, k), page.words[at].start, at, None), subject


def _subject(page: Page, i: int, stop: int, reading: CueForm) -> Phrase | None:
    first = i + 1
    if first in page.names:
        after = page.names[first][0]
        return make_phrase(page, first, after) if after < stop else None
    if not reading.pronoun:  # «يعتبر الوزير القرار ظلما»
        titled = page.v.role_of(page.forms[first]) == "person" and page.forms[first].startswith("ال")
        return make_phrase(page, first, first + 1) if titled else None
    if page.forms[first] in _ALONE:
        return make_phrase(page, first, first + 1)
    for k in range(first + 1, min(stop, first + _SUBJECT)):
        if page.gaps[k].strip(_QUOTES):
            return None
        before = page.forms[k - 1]
        definite = before.startswith("ال") or k - 1 in page.inside_name or before.endswith(("ون", "ين"))
        if definite and (is_channel(page, k) or _indefinite(page, k)):
            return make_phrase(page, first, k)
    return None


def _predicate(page: Page, k: int, stop: int) -> int | None:
    """Where the predicate begins at word `k`, or in quotation marks after «في بيان …»."""
    if is_channel(page, k):
        return next((j for j in range(k + 1, min(stop, k + _CHANNEL)) if j in page.quotes_at), None)
    return k if _indefinite(page, k) else None


def _indefinite(page: Page, k: int) -> bool:
    """Whether word `k` may be what somebody is held to be: an indefinite noun."""
    form = page.forms[k]
    if form in _AMONG or (form.endswith("ا") and page.gaps[k + 1].isspace() and k not in page.inside_name):
        return True
    if form.startswith(("ال", "و", "ف", "ب", "ل")) and k not in page.quotes_at:
        return False
    return noun_like(page, k) and page.v.role_of(form) in _GROUPS and k not in page.inside_name


def _object_first(page: Page, k: int, stop: int) -> int | None:
    """«الصحراء جزءا»: where a definite object begins that a predicate in the accusative follows."""
    predicate = any(page.forms[j].endswith("ا") and len(page.forms[j]) > 3 for j in range(k + 1, min(stop, k + 8)))
    return k if predicate and (k in page.names or page.forms[k].startswith("ال")) else None
