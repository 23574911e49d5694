"""Where the content of a cue begins: after أن, in quotation marks, after a colon, or as the noun the verb calls for."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from isnad.lexicon.reporting import Verb
from isnad.read.statements.forms import CueForm
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import noun_like
from isnad.read.statements.vocabulary import CLAUSE, GLUED
from isnad.text.quotes import Quote
from isnad.text.value import Value

Marker = Literal["clause", "quote", "colon", "noun", "object"]
_REACH = 48  #: words between a cue and its content at most
_NAME_QUOTE = 4  #: words a quoted name has at most
_ANNOUNCED = 16  #: words between a verb that reports only before a colon and that colon
_LATER = 8  #: words between a quoted name and the content at most
_LONG_NAME = 8  #: words of one that a content follows
_CLOSES_OFF = frozenset("،,.؛:")
_NAMED = frozenset(  #: before a quoted name or title
    ("ل", "انباء", "منظمه", "تنظيم", "حركه", "لقب", "باسم", "بعنوان", "عنوان", "وسم", "هاشتاغ", "حمله", "شعار")
)
_WHAT = frozenset(("ما", "من", "بما", "لما", "مما", "عما", "فيما", "ممن", "عمن", "بمن", "لمن"))
_CLOSERS = frozenset('،,"”»)')
_ANEW = frozenset(("كما", "حيث", "اذ", "بينما", "فيما"))
_FROM_WHOM, _ON_WHOM = frozenset(("منه", "منها", "منهم", "منهما", "منا")), frozenset(("علي", "عليه", "عليها", "عليهم"))
_DOUBLE = frozenset(("ankar", "raa"))  #: verbs written as another word is
_SHORT, _NEAR = 3, 6  #: words of a quoted name, and words between it and the cue at least
_AIMS = frozenset(  #: verbs with an «أن» of their own
    (
        *("يحاول", "تحاول", "يحاولون", "حاول", "حاولت", "حاولوا", "يريد", "تريد", "يريدون", "اراد", "ارادت", "ارادوا"),
        *("يستطيع", "تستطيع", "يستطيعون", "استطاع", "استطاعت", "يامل", "تامل", "ياملون", "نامل", "وجدت", "وجد"),
        *("يخشي", "تخشي", "قرر", "قررت", "قرروا", "اكتشف", "اكتشفت", "اكتشفوا", "ادرك", "ادركت", "تبين"),
    )
)


class Frame(Value, frozen=True):
    """A content's beginning. gap: words between cue and marker; start: offset of the content.

    second: the word index of a second cue («علق … قائلا»), else -1. quote: the quotation that opens the content.
    """

    marker: Marker
    gap: tuple[int, int]
    start: int
    word: int
    quote: Quote | None
    second: int = -1


def _prefixed_quote(page: Page, i: int) -> bool:
    """A quotation that opens after a lone proclitic: بـ"…"."""
    return i + 1 in page.quotes_at and page.forms[i] in ("ب", "ل", "ك")


def _so_called(page: Page, cue: int, i: int) -> bool:
    """«ما وصفه بـ"الحملة"»: a name in doubt, where nobody stands between the verb and «ب» at word `i`."""
    return cue > 0 and i == cue + 1 and page.forms[cue - 1].removeprefix("و") in _WHAT


def _after_name(page: Page, cue: int, i: int) -> bool:
    """«رئيس "الجوهرة" و"المتحف"»: whether a quoted name ends right before «و» at word `i`."""
    return any(k in page.quotes_at and page.prose.word_at(page.quotes_at[k].inner_end) == i for k in range(cue + 1, i))


def _name_quote(page: Page, cue: int, i: int, q: Quote) -> bool:
    """Whether the quotation opening at word `i` is a name («وكالة "سبوتنيك"», «أكد "السوداني"») and no content."""
    after = page.prose.word_at(q.inner_end)
    size = after - i
    if ":" in page.gaps[i] or size > _LONG_NAME:
        return False
    if size > _NAME_QUOTE:
        clause = after < len(page.words) and "،" not in page.gaps[after] and page.forms[after].startswith("بان")
        return clause and q.closed and CLAUSE.match(page.forms[after]) is not None
    before = page.forms[i - 1]
    if (before == "ب" and _so_called(page, cue, i - 1)) or (before == "و" and _after_name(page, cue, i - 1)):
        return True
    role = page.v.role_of(before)
    if role in ("outlet", "agency", "organisation") or (role == "person" and size <= 2) or before in _NAMED:
        return True
    if i in page.names and page.names[i][0] >= after:
        return True
    if i - 1 != cue and _content_later(page, after):
        return True
    published = any(r.pronoun and r.kind == "finite" for r in page.cues.get(i - 1, ()))
    if before in page.v.pronouns or published or (before.endswith("ته") and i - 1 != cue):
        return True
    if after < len(page.words) and _content_follows(page, after, size, beside=i - 1 == cue):
        return True
    tail = page.text[q.end : q.end + 2].strip()
    ends = not tail or tail[0] in ".،,؛\n"
    if i - 1 == cue:
        return size <= 2 and (not ends or (after < len(page.words) and CLAUSE.match(page.forms[after]) is not None))
    return size <= _SHORT and (not ends or _far_off(page, cue, i))


def _far_off(page: Page, cue: int, i: int) -> bool:
    """«أعلن عنها الحزب في أغسطس، وهي مخصصة لصواريخ "كذا".»: too far for what the verb at word `cue` tells or calls."""
    calls = any(r.verb is not None and r.verb.as_ for r in page.cues.get(cue, ()))
    return i - cue > _NEAR and page.forms[i - 1] != "ب" and not calls


def _content_follows(page: Page, after: int, size: int, *, beside: bool) -> bool:
    """Whether the content begins at word `after`, so that the quotation before it only names («أعلنت "س ص" إطلاق»)."""
    form = page.forms[after]
    if form in ("الذي", "التي") and page.forms[after - size - 1] in ("في", "ضمن", "عبر", "خلال", "من"):
        return True  # «في "التقرير السنوي"، الذي …»
    if CLAUSE.match(form):
        return size <= 3 if "،" in page.gaps[after] else form.startswith("ب") or size <= 5
    return beside and not _CLOSES_OFF & set(page.gaps[after]) and (form == "عن" or page.v.is_act(form))


def _content_later(page: Page, after: int) -> bool:
    """«لمراسل "كذا"، فلان، اليوم، أن»: whether a clause opens soon after a quoted name and no other cue before it."""
    for k in range(after, min(after + _LATER, len(page.words))):
        gap = page.gaps[k]
        if ". " in gap or "\n" in gap or ":" in gap or k in page.cues or page.forms[k].startswith("و"):
            return False
        if k > after and CLAUSE.match(page.forms[k]):
            return _CLOSERS.isdisjoint(gap) is False and page.forms[k - 1] not in page.v.not_before_clause
    return False


def _of_another_verb(page: Page, cue: int, i: int) -> bool:
    """«التي قامت بملاحظة», «وتخشى أن»: what stands right after another verb is called for by that one."""
    k = i - 1
    if k <= cue or page.gaps[i].strip() or not page.v.is_finite(page.forms[k]):
        return False
    return k not in page.inside_name and not page.v.readings(page.forms[k])


def _aimed_at(page: Page, cue: int, i: int) -> bool:
    """«…، كما يحاول الحزب أن يفوز», «، حيث وجدت الدراسة أنه»: «أن» of a verb in a clause of its own."""
    for k in range(i - 2, max(cue + 1, i - _NEAR), -1):
        form = page.forms[k]
        joined = form[0] == "و" and form[1:] in _AIMS
        if joined or form in _AIMS:
            return joined or "،" in page.gaps[k] or page.forms[k - 1] in _ANEW
        if "،" in page.gaps[k]:
            return False
    return False


def _opens_clause(page: Page, cue: int, verb: Verb, i: int) -> bool:
    form = page.forms[i]
    if page.forms[i - 1] == "الي" and "إلى" not in verb.noun:  # «إلى أن اكتشفه»: until
        return False
    if form == "الا":  # «طلب ألا»; without its hamza it is «إلا»
        return page.prose.raw[page.prose.back[page.words[i].start]] == "أ"
    opens = CLAUSE.match(form) or GLUED.match(form)
    return opens is not None and page.forms[i - 1] not in page.v.not_before_clause and not _aimed_at(page, cue, i)


def _joined_noun(page: Page, verb: Verb, i: int, particle: str) -> bool:
    """«بإقالة الحكومة»: a content noun with its particle written onto it."""
    form = page.forms[i]
    if not form.startswith(particle) or len(form) < 3 or i in page.inside_name:
        return False
    rest = "ال" + form[2:] if particle == "ل" and form.startswith("لل") else form[1:]
    following = page.forms[i + 1] if i + 1 < len(page.forms) else ""
    if rest in page.v.not_content or (rest == "دعم" and following == "من"):
        return False
    known = page.v.is_act(rest) or rest == "ما" or rest in page.v.objects[verb.id]
    return known or (verb.any_noun and rest.startswith("ال"))


def _separate_noun(page: Page, verb: Verb, i: int) -> bool:
    """«إلى وقف القتال», «عن تسجيل انخفاض»: a content noun after its particle, which stands at word `i`."""
    if i in page.timed or i + 1 >= len(page.forms) or page.aside(i) > i or page.forms[i - 1] in ("بن", "ابن"):
        return False
    following = page.forms[i + 1]
    if i + 1 in page.quotes_at or page.v.is_act(following) or following == "ما":
        return True
    if following in ("هذا", "هذه"):
        return verb.any_noun
    return verb.any_noun and following not in page.v.channel_nouns and following not in page.v.particles


def _noun_after(page: Page, verb: Verb, i: int) -> int | None:
    """The offset where a noun content begins at word `i`, for the particles that the verb calls for."""
    form = page.forms[i]
    for p in page.v.particles_of[verb.id]:
        if len(p) == 1:
            if form.startswith(p) and _joined_noun(page, verb, i, p):
                return page.words[i].start + 1
        elif p == form:
            if len(p) > 4:
                return page.words[i].start
            if _separate_noun(page, verb, i):
                return page.words[i + 1].start
    return None


def _definite(page: Page, i: int) -> bool:
    """Whether word `i` may end a definite noun phrase: an article, a name, a pronoun, a closing mark after it."""
    form = page.forms[i]
    gap = page.gaps[i + 1]
    return (
        form.startswith(("ال", "لل", "بال", "وال"))
        or i in page.inside_name
        or not _CLOSERS.isdisjoint(gap)
        or i in page.timed
    )


def _object_at(page: Page, cue: int, verb: Verb, i: int, dropped: bool) -> bool:
    """Whether a direct-object content begins at word `i`: a verbal noun after the end of a definite subject."""
    form = page.forms[i]
    if (i in page.inside_name and form not in page.v.acts) or i in page.timed:
        return False
    if form == "ما" and i > cue + 1:
        return page.forms[i - 1] not in ("حسب", "بحسب", "وفق", "علي", "نحو")
    goes_on = i - 1 not in page.names or (i in page.inside_name and i not in page.names)
    if (
        i > cue + 1
        and goes_on
        and not page.forms[i - 1].startswith("ال")
        and page.v.role_of(page.forms[i - 1]) == "organisation"
    ):
        return False  # «رئيس جمعية حماية المستهلك»
    if form not in page.v.objects[verb.id] and not ("" in verb.noun and page.v.is_act(form)):
        beside = i == cue + 1 or (cue + 1 in page.names and page.names[cue + 1][0] == i)
        return beside and _of_subject(page, cue, verb, i)
    if i == cue + 1 or (i == cue + 2 and (page.forms[cue + 1] in ("فيه", "فيها") or page.forms[cue + 1] in _FROM_WHOM)):
        return dropped or form in page.v.objects[verb.id] or page.has_pronoun(i) or _right_after(page, cue, i)
    if i == cue + 2 and page.has_pronoun(i) and noun_like(page, cue + 1):  # «أكدت فلانة مشاركتها في …»
        return not dropped
    if form in page.v.objects[verb.id] and page.v.role_of(page.forms[cue + 1]) is not None:
        return not dropped  # «قدرت وكالة أخرى أعداد القتلى»
    if not _definite(page, i - 1) or (dropped and noun_like(page, cue + 1)):
        return False
    if not form.startswith("ال") or form in page.v.acts:
        return True
    following = page.forms[i + 1] if i + 1 < len(page.forms) else ""
    return following in ("علي", "عن", "من", "الي", "في", "ل", "ب") or (
        following[:1] in ("ل", "ب") and len(following) > 3
    )


def _right_after(page: Page, cue: int, i: int) -> bool:
    """«وأكد استمرار …», «كما أكد ثقة القطاع», «طلب منهم تسمية …»: an act where a subject would stand."""
    form = page.forms[i]
    if form.startswith("ال") or form in page.v.determiners or page.v.role_of(form) is not None:
        return False
    return page.forms[cue] not in page.v.forms or i > cue + 1 or (cue > 0 and page.forms[cue - 1] == "كما")


def _of_subject(page: Page, cue: int, verb: Verb, i: int) -> bool:
    """«أعلنت ندمها على …», «أعلنت اليابان سيادتها»: a noun with the subject's own pronoun is the verb's object."""
    form = page.forms[i]
    if "" not in verb.noun or verb.as_ or i in page.names or not form.endswith(("ه", "ها")) or not page.has_pronoun(i):
        return False
    v = page.v
    if form in v.particles or form in v.pronouns or form in v.outside or v.role_of(form) or i in page.cues:
        return False
    gender = "f" if form.endswith("ها") else "m"
    own = any(r.kind == "finite" and r.gender == gender and r.number == "s" for r in page.cues.get(cue, ()))
    return own and noun_like(page, i)


def _quote_at(page: Page, cue: int, i: int) -> Frame | int:
    """The content quotation that opens at word `i`, or the index after a quoted name."""
    q = page.quotes_at[i]
    if _name_quote(page, cue, i, q):
        return page.prose.word_at(q.inner_end)
    return Frame("quote", (cue + 1, i), q.inner_start, i, q)


def find_frame(page: Page, cue: int, reading: CueForm, *, dropped: bool = False) -> Frame | None:
    """The content of the verb at word `cue`, or None. dropped: its subject stands before it or not at all."""
    verb = reading.verb
    assert verb is not None
    forms, gaps, relatives = page.forms, page.gaps, page.v.relatives
    _, stop = page.sentence(cue)
    limit = cue if verb.id in _DOUBLE and _is_other_word(page, cue) else min(stop, cue + 1 + _REACH)
    may_be_object = bool("" in verb.noun or verb.objects) and not reading.pronoun and reading.kind != "masdar"
    relative = False
    i = cue + 1
    while i < limit or (i == stop and i < len(forms) and ":" in gaps[i]):
        if i in page.wedged and i > cue + 1:
            i = page.wedged[i]
            continue
        if ":" in gaps[i] and verb.only in (None, "quote") and not verb.whole:
            far = verb.announced and i - cue > _ANNOUNCED
            return None if far else _after_colon(page, i, (cue + 1, i))
        if i in page.quotes_at:
            quoted = _quote_at(page, cue, i)
            if isinstance(quoted, Frame) and (verb.announced or (verb.noun and "" in verb.addressee)):
                quoted = page.prose.word_at(page.quotes_at[i].inner_end)
            if isinstance(quoted, Frame):
                barred = verb.whole or verb.only == "noun" or (verb.only == "clause" and not verb.as_)
                return None if barred else quoted
            i = max(quoted, i + 1)
            continue
        if (may_be_object or _may_open(page, verb, i)) and not _of_another_verb(page, cue, i):
            frame = _at_word(page, cue, reading, i, dropped)
            if frame is not None:
                return frame
        relative = relative and "،" not in gaps[i]
        other = page.cues.get(i)
        blocked = other and not relative and forms[i - 1] not in relatives and _blocks(other) and not _issued(page, i)
        if other and blocked and (i != cue + 1 or all(r.kind == "finite" for r in other)):
            bare = reading.kind == "masdar" and not reading.pronoun  # «إشارة إلى الأزمة مؤكدا أن»: another's words
            return None if bare else _second(page, cue, verb, i, other)
        relative = relative or forms[i] in relatives
        i = page.anonymity.get(i, i + 1)
    return None


def _is_other_word(page: Page, cue: int) -> bool:
    """«يكذبون عليهم», «مقال رأي»: no verb that reports."""
    if page.forms[cue].endswith("راي"):  # «رأي» with its dots, and nothing before it that opens a clause
        raw = page.prose.raw[page.prose.back[page.words[cue].end - 1]]
        return raw == "ي" and not page.clause_initial(cue) and page.forms[cue - 1] not in page.v.auxiliaries
    return cue + 1 < len(page.forms) and page.forms[cue + 1] in _ON_WHOM


def _may_open(page: Page, verb: Verb, i: int) -> bool:
    """Whether a content that is no direct object can begin at word `i`, as far as the word alone tells."""
    form = page.forms[i]
    return (
        form[0] in "بل" or page.v.opens_clause[form] or i + 1 in page.quotes_at or form in page.v.particles_of[verb.id]
    )


def _blocks(other: tuple[CueForm, ...]) -> bool:
    """Whether another cue ends the search: a bare verbal noun («في تصريح») or «نشرته» does not."""
    return any(r.pronoun if r.kind == "masdar" else not r.pronoun for r in other)


def _issued(page: Page, i: int) -> bool:
    """«تقرير للأمم المتحدة نشر في شباط»: when and where a document came out, no verb of its own."""
    if page.cues[i][0].id != "awrad" or i + 1 >= len(page.forms):
        return False
    return page.forms[i + 1] in ("في", "علي") or i + 1 in page.timed


def _after_colon(page: Page, i: int, gap: tuple[int, int]) -> Frame | None:
    q = page.quotes_at.get(i)
    if q is None and "\n" in page.gaps[i]:
        return None
    return Frame("quote" if q else "colon", gap, q.inner_start if q else page.words[i].start, i, q)


def _at_word(page: Page, cue: int, reading: CueForm, i: int, dropped: bool) -> Frame | None:
    verb = reading.verb
    assert verb is not None
    gap = (cue + 1, i)
    own_object = reading.pronoun and reading.kind == "finite" and not verb.as_ and "" not in verb.addressee
    may_open = page.v.opens_clause[page.forms[i]] and verb.only in (None, "clause") and not own_object
    if may_open and _opens_clause(page, cue, verb, i):
        glued = GLUED.match(page.forms[i])
        if glued:
            return Frame("clause", gap, page.words[i].start + glued.end(), i, None)
        if i + 1 >= len(page.words):
            return None
        if page.forms[i] == "الا":
            return Frame("clause", gap, page.words[i].start, i, None)
        return Frame("clause", gap, page.words[i + 1].start, i + 1, page.quotes_at.get(i + 1))
    called = (
        verb.as_
        and "ب" in verb.noun
        and page.forms[i] == "ب"
        and (cue == 0 or page.forms[cue - 1].removeprefix("و") not in _WHAT)
    )
    if _prefixed_quote(page, i) and (called or not _name_quote(page, cue, i + 1, page.quotes_at[i + 1])):
        return Frame("quote", gap, page.quotes_at[i + 1].inner_start, i + 1, page.quotes_at[i + 1])
    if verb.only in ("clause", "quote") or (reading.kind == "masdar" and i > cue + 9):
        return None
    at = _noun_after(page, verb, i)
    if at is not None:
        return Frame("noun", gap, at, i if at <= page.words[i].end else i + 1, page.quotes_at.get(i + 1))
    if (
        ("" in verb.noun or verb.objects)
        and not reading.pronoun
        and reading.kind != "masdar"
        and _object_at(page, cue, verb, i, dropped)
    ):
        return Frame("object", gap, page.words[i].start, i, None)
    return None


def _second(page: Page, cue: int, verb: Verb, i: int, other: tuple[CueForm, ...]) -> Frame | None:
    """«علق الوزير … قائلا: …», «جدد دعوته إلى …»: a second cue that opens what the first verb announces."""
    for reading in other:
        if reading.verb is None:
            continue
        participle = reading.kind == "participle" and (reading.verb.id == "qal" or "،" not in page.gaps[i])
        masdar = reading.kind == "masdar" and reading.pronoun and (reading.verb.id == "qal" or verb.takes_masdar)
        if participle or masdar:
            frame = find_frame(page, i, reading)
            if frame is not None and frame.gap[1] - frame.gap[0] <= 3:
                return replace(frame, gap=(cue + 1, i), second=i)
    return None
