"""«وميدانيا، يضيف الخبير، يبذل المغرب …»: a verb with its subject, set between commas into what is said."""

from __future__ import annotations

from typing import NamedTuple

from isnad.read.statements.forms import CueForm
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend_to, is_verb, make_phrase, noun_like, somebody

_VERBS = frozenset(
    ("qal", "adaf", "tabaa", "awdah", "akkad", "awrad", "sharah", "istatrad", "ardaf", "zad", "wasal", "dhakar")
)
_SUBJECT = 5  #: words of the subject at most
_GLOSS = 14  #: words after it in which «، إن …» shows that only a gloss on the subject stands between
_QUOTE = 3  #: words of a quotation that is more than a name
_GOING_ON = frozenset(("فان", "فانه", "فانها", "فقد", "فانهم"))
_COMMAS = frozenset("،,")
_STOPS = frozenset("،,؛")


class Interposed(NamedTuple):
    """The verb at word `cue` with its subject; after: the word at which what is said goes on."""

    cue: int
    reading: CueForm
    subject: Phrase
    after: int


def interposed(page: Page, i: int, reading: CueForm) -> Interposed | None:
    """The verb at word `i` as one set into what is said, or None where it opens a content of its own."""
    verb = reading.verb
    if verb is None or verb.id not in _VERBS or _COMMAS.isdisjoint(page.gaps[i]) or page.forms[i] not in page.v.forms:
        return None
    start, stop = page.sentence(i)
    limit = min(stop, i + 2 + _SUBJECT)
    k = next((k for k in range(i + 2, limit) if not _COMMAS.isdisjoint(page.gaps[k])), stop)
    if i == start or k >= limit or i + 1 in page.quotes_at or not noun_like(page, i + 1):
        return None
    if reading.tense != "present" and page.forms[k] not in _GOING_ON:  # «من جهته، أكد الوزير، …»
        return None
    if any(is_verb(page, j) or page.v.opens_clause[page.forms[j]] for j in range(i + 1, k)):
        return None
    subject = make_phrase(page, i + 1, extend_to(page, i + 1, k))
    if subject.after != k or not somebody(page, subject) or not _goes_on(page, k, stop, reading):
        return None
    return Interposed(i, reading, subject, k)


def _goes_on(page: Page, k: int, stop: int, reading: CueForm) -> bool:
    """Whether what is said goes on at word `k`: no gloss on the subject, no content that the verb opens."""
    form, v = page.forms[k], page.v
    if form in _GOING_ON:
        return True
    if v.opens_clause[form] or form in v.relatives or k in page.timed or k in page.names:
        return False
    if v.role_of(form) is not None or form in v.channel_prepositions or form in v.particles_of[_id(reading)]:
        return False
    if page.aside(k) > k or form.startswith(("و", "ل", "ب")) or k in page.cues:
        return False
    q = page.quotes_at.get(k)
    if q is not None and page.prose.word_at(q.inner_end) - k > _QUOTE:
        return False
    near = range(k + 1, min(stop, k + _GLOSS))
    return not any(v.opens_clause[page.forms[j]] and not _STOPS.isdisjoint(page.gaps[j]) for j in near) and not any(
        ":" in page.gaps[j] for j in near
    )


def _id(reading: CueForm) -> str:
    assert reading.verb is not None
    return reading.verb.id
