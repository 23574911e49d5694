"""Documents that speak, and whose words they hold: «أصدرت الوزارة بيانا أكدت فيه», «تقارير تفيد بأن»."""

from __future__ import annotations

from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend, is_addressee, is_verb, make_phrase, noun_like, somebody
from isnad.read.statements.voices import read_gap, subject_before

_REACH = 24  #: words between a document and «قال فيه» at most
_NEAR = 10  #: words of a document right before its verb at most
_ISSUED = frozenset(  #: between a document and its author
    ("من", "عن", "قبل", "طرف", "صادر", "صادره", "الصادر", "الصادره", "كتبه", "كتبها", "نشره", "نشرها")
)


def issuer(page: Page, cue: int) -> tuple[Phrase | None, Phrase] | None:
    """«أصدرت الوزارة بيانا أكدت فيه», «تصريحات الوزير التي قال فيها»: who speaks in a document, and the document.

    cue: the word index of a verb that «فيه» follows. None where no document stands before it in its sentence.
    """
    start = page.sentence(cue)[0]
    k = next((k for k in range(cue - 1, max(start, cue - _REACH) - 1, -1) if _is_document(page, k)), None)
    if k is None:
        return None
    joined = page.forms[k][0] in "لب" and page.forms[k][1:] in page.v.channel_nouns
    document = make_phrase(page, k, k + 1, page.words[k].start + joined)
    return _author(page, k, cue) or _issuing_subject(page, start, k), document


def _is_document(page: Page, k: int) -> bool:
    form, v = page.forms[k], page.v
    bare = form.removeprefix("ال")
    if k in page.inside_name:
        return False
    if bare in v.channel_nouns or v.role_of(form) == "document":
        return True
    if form.endswith("ا") and (v.role_of(form[:-1]) == "document" or form[:-1] in v.channel_nouns):  # «تصريحا»
        return True
    return form[1:] in v.channel_nouns


def _author(page: Page, document: int, stop: int) -> Phrase | None:
    """The author beside a document: «تصريحات الوزير», «بيان نشرته الوزارة», «رسالة للوزير», «إخطار بالفاكس من …»."""
    k = document + 1
    while k < stop and (page.forms[k] in _ISSUED or _issues_it(page, k)):
        k += 1
    if k >= stop or is_addressee(page, k) or page.forms[k] == "طريق":
        return None
    form = page.forms[k]
    known = page.v.role_of(form) is not None or k in page.names or k > document + 1
    if known and noun_like(page, k) and not form.startswith("ل"):
        return make_phrase(page, k, extend(page, k, stop))
    if form.startswith("ل") and len(form) > 3:
        return make_phrase(page, k, extend(page, k, stop), page.words[k].start + (not form.startswith("لل")))
    for i in range(k + 1, min(stop - 1, k + 4)):
        if page.forms[i] in ("من", "عن") and (i + 1 in page.names or page.v.role_of(page.forms[i + 1]) is not None):
            return make_phrase(page, i + 1, extend(page, i + 1, stop))
    return None


def _issues_it(page: Page, i: int) -> bool:
    """«ألقاه», «وجهها»: a verb whose object is the document before it."""
    return page.forms[i].endswith(("ه", "ها")) and is_verb(page, i)


def _issuing_subject(page: Page, start: int, document: int) -> Phrase | None:
    """The subject of the verb nearest before a document."""
    for v in range(document - 1, start - 1, -1):
        if is_verb(page, v) or any(r.kind == "finite" for r in page.cues.get(v, ())):
            subject = read_gap(page, v + 1, document).subject or subject_before(page, v)
            return subject if subject is not None and somebody(page, subject) else None
    return None


def speaking_document(page: Page, cue: int) -> Phrase | None:
    """«تلقوا استدعاءات من النيابة تطلب …»: an indefinite document whose clause the verb at word `cue` opens."""
    if page.gaps[cue].strip() or page.forms[cue] not in page.v.forms:
        return None
    start = page.sentence(cue)[0]
    for k in range(cue - 1, max(start, cue - _NEAR) - 1, -1):
        if page.gaps[k + 1].strip() and k + 1 < cue:
            return None
        form = page.forms[k]
        if page.v.role_of(form) == "document" and not form.startswith(("ال", "لل")) and k not in page.inside_name:
            return make_phrase(page, k, cue) if extend(page, k, cue) == cue else None
    return None
