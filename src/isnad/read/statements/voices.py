"""Who speaks: the noun phrase after a cue or before it, without channel, day, addressee and gloss."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.model.reading import Time
from isnad.read.statements.objects import called_upon, split_object
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import (
    Phrase,
    addressee_end,
    extend,
    extend_to,
    is_addressee,
    is_channel,
    is_verb,
    make_phrase,
    noun_like,
)

_GOVERNING = frozenset(  #: nouns with a preposition of their own
    (
        *("المسوول", "مسوول", "المسوولين", "مسوولون", "المسوولون", "المسووله", "مسووله", "المشرف", "مشرف", "المشرفه"),
        *("القايم", "القايمون", "القايمين", "المطلع", "مطلع", "المطلعه", "مطلعه", "الصادر", "الصادره", "صادر", "صادره"),
        *("المدافع", "المدافعه", "الحاصل", "الحايز", "الناتج", "المتحدث", "المشرفون", "المشرفين"),
    )
)
_GOVERN = frozenset(  #: prepositions between a verb and its subject or content, with the noun they govern
    (
        "خلال",
        "عقب",
        "بعد",
        "قبل",
        "اثناء",
        "امام",
        "لدي",
        "اثر",
        "قبيل",
        "بعيد",
        "ضمن",
        "عند",
        "وسط",
        "فور",
        "حول",
        "بشان",
        "بخصوص",
    )
)
_PRESS = frozenset(("الصحفي", "الصحافي", "الاعلامي"))  #: as often what a meeting is as who holds it
_CONTRASTS = frozenset(  #: before the subject of a clause of its own
    ("لكن", "ولكن", "بينما", "فيما", "وبينما", "وفيما", "كان", "كانت", "وكان", "وكانت")
)
_SOURCES = frozenset(("وفق", "حسب", "بحسب"))  #: in front of who is quoted, not of who speaks
_OF_THEM, _SOME = frozenset(("منهم", "منهن", "منا")), frozenset(("البعض", "الكثير", "العديد", "كثير", "بعض"))
_SPANS = frozenset(  #: adjectives that go with a day or a span of days («قبل أيام قليلة»)
    ("قليله", "عديده", "معدوده", "طويله", "وجيزه", "قصيره", "قليل", "الماضي", "الماضيه", "المقبل", "الجاري", "الاخيره")
)
_PARTICIPLE = re.compile(r"م[^\W_]{3,}ا$")  #: «مخاطبا», «موجها»
_BREAKS = frozenset('"“”«»\n.،,؛;:!?؟–—')
_HARD = frozenset("\n.،,؛;:!?؟–—")
_ASIDES = frozenset("،,–—")
_STOPS = frozenset("،,.؛")


class Gap(NamedTuple):
    """What stands between a cue and its content."""

    subject: Phrase | None
    outer: Phrase | None
    via: Phrase | None
    addressee: Phrase | None
    time: Time | None


def antecedent(page: Page, cue: int) -> Phrase | None:
    """Who a relative clause is about: «الرئيس فلان الذي التقى به وحثه على …», for the verb at word `cue`."""
    start, _ = page.sentence(cue)
    k = cue - 1
    while k > start and page.forms[k] not in ("الذي", "التي", "الذين"):
        if not _STOPS.isdisjoint(page.gaps[k + 1]):
            return None
        k -= 1
    if k <= start or page.gaps[k].strip(" ،,"):
        return None
    best: int | None = None
    for first in range(k - 1, max(start, k - 8) - 1, -1):
        if is_addressee(page, first):  # «في تصريح للوكالة عن سعادتها … التي قالت إنها»
            continue
        titled = page.v.role_of(page.forms[first]) is not None
        if (first in page.names or titled) and noun_like(page, first) and extend(page, first, k) == k:
            if best is not None and (not titled or best - first > 4):
                break
            best = first
    if best is None:
        return None
    after = next((i for i in range(best + 1, k) if page.forms[i] == "عن" and page.has_pronoun(i + 1)), k)
    return make_phrase(page, best, after)  # «أعربت الوزيرة عن سعادتها بالاتفاق الذي قالت إنه …»


def _beside_verb(page: Page, i: int, limit: int) -> int:
    """Index after the adverb or preposition at word `i`, with what it governs («عبر البريد», «بشكل عاجل»)."""
    form = page.forms[i]
    if form in ("بشكل", "بصوره", "بصفه", "بطريقه"):
        return min(limit, i + 2)
    if form == "عبر" and i + 1 < limit:
        return max(i + 1, extend(page, i + 1, limit))
    if form in _GOVERN and not _is_imam(page, i) and i + 1 < limit and noun_like(page, i + 1):
        after = extend(page, i + 1, limit)
        return next((k for k in range(i + 2, after) if _subject_follows(page, k)), after)
    return i + 1


def _subject_follows(page: Page, k: int) -> bool:
    """«قال أمام البرلمان وزير المالية»: a person after a definite noun is the subject, not its possessor."""
    form = page.forms[k]
    if form in _PRESS or not page.forms[k - 1].startswith("ال"):
        return False
    role = page.v.role_of(form)
    person = role == "person" or (k in page.names and page.names[k][1].type == "PER")
    return person or (role is not None and not form.startswith("ال"))


def _is_imam(page: Page, i: int) -> bool:
    """«إمام المسجد», a person, not «أمام المسجد»."""
    return page.forms[i] == "امام" and page.prose.raw[page.prose.back[page.words[i].start]] == "إ"


def skip_openers(page: Page, i: int, limit: int) -> int:
    """Past asides, days and adverbs that stand before the subject."""
    while i < limit:
        after = page.aside(i)
        if after > i:
            i = after
        elif i in page.timed:
            i = page.timed[i][0]
            i += i < limit and page.forms[i] in _SPANS and not page.gaps[i].strip()
        elif page.forms[i] in _SOURCES and i + 1 < limit and noun_like(page, i + 1) and _voiced(page, i + 1):
            break
        elif is_addressee(page, i):
            i = addressee_end(page, i, limit)
        elif (page.forms[i] in page.v.outside or page.forms[i] in page.v.pronouns) and not is_channel(page, i):
            i = _beside_verb(page, i, limit)
        else:
            break
    return i


def _own_particle(page: Page, first: int, after: int, particles: tuple[str, ...]) -> int:
    """Where the verb's own particle ends its subject («أعلنت واشنطن عن قرار …»), else its end."""
    for k in range(first + 1, after):
        if page.forms[k] == "من" and not (page.forms[k - 1].startswith("ال") or k - 1 in page.inside_name):
            continue  # «طلبت مجموعة من النواب»
        if page.forms[k] in particles and k not in page.inside_name and page.forms[k - 1] not in _GOVERNING:
            titled = any(j in page.names and page.names[j][1].type == "PER" for j in range(k + 1, after))
            return after if titled else k  # «قائد القوات على المحور، العقيد فلان»
    return after


def read_gap(page: Page, a: int, b: int, *, takes_object: bool = False, particles: tuple[str, ...] = ()) -> Gap:
    """Subject, outer voice, channel, addressee and day among words `a` to `b`.

    takes_object: the verb has a direct object; particles: those by which it takes its content, folded.
    """
    subject = outer = via = addressee = None
    time = next((page.timed[i][1] for i in range(a, b) if i in page.timed), None)
    i = skip_openers(page, a, b)
    if i < b and takes_object and called_upon(page, i):
        addressee = make_phrase(page, i, extend(page, i, b))
        i = addressee.after
    elif i < b and _opens_voice(page, i):
        subject, addressee = _subject_at(page, i, b, takes_object, particles)
        i = subject.after
    while i < b:
        if is_channel(page, i) and via is None:
            via = make_phrase(page, i + 1, max(i + 2, min(extend(page, i + 1, b), b)))
        elif is_addressee(page, i) and addressee is None:
            addressee = make_phrase(page, i, max(i + 1, min(extend(page, i, b), b)))
        elif i + 2 < b and (page.forms[i], page.forms[i + 1]) in (("نقلا", "عن"), ("علي", "لسان")):
            inner = make_phrase(page, i + 2, extend(page, i + 2, b))
            outer, subject = subject, inner
        elif page.forms[i] in ("وفق", "حسب", "بحسب") and i + 1 < b and noun_like(page, i + 1) and _voiced(page, i + 1):
            outer = make_phrase(page, i + 1, extend(page, i + 1, b))
        elif subject is None and via is not None and _late_subject(page, i):
            subject = make_phrase(page, i, extend(page, i, b))
            i = subject.after
            continue
        i += 1
    return Gap(subject, outer, via, addressee, time)


def _opens_voice(page: Page, i: int) -> bool:
    """Whether the noun at word `i` may be who speaks."""
    if not noun_like(page, i) or _adverbial(page, i):
        return False
    return not is_channel(page, i) and not is_addressee(page, i)


def _subject_at(
    page: Page, i: int, limit: int, takes_object: bool, particles: tuple[str, ...]
) -> tuple[Phrase, Phrase | None]:
    """The subject that begins at word `i`, and the direct object right after it."""
    after = extend(page, i, limit) if takes_object else extend_to(page, i, limit)
    after = _own_particle(page, i, after, particles)
    subject = make_phrase(page, i, after)
    k = split_object(page, subject, limit) if takes_object else after
    if k < after:
        return make_phrase(page, i, k), make_phrase(page, k, after)
    return subject, None


def _adverbial(page: Page, i: int) -> bool:
    """«وقال مخاطبا النواب», «وتابع ساخرا», «قالت استنادا إلى»: how it is said, not who says it."""
    form = page.forms[i]
    if not form.endswith("ا") or form.endswith(("نا", "ها", "هما")) or form.startswith("ال"):
        return False
    if i in page.names or page.v.role_of(form) is not None:
        return False
    return _PARTICIPLE.match(form) is not None or (len(form) > 4 and page.v.is_act(form[:-1]))


def _voiced(page: Page, i: int) -> bool:
    """Whether the noun at word `i` may be a source («وفق القوانين» names none)."""
    role = page.v.role_of(page.forms[i])
    return i in page.names or (role is not None and page.forms[i].removeprefix("ال") not in ("قانون", "قرار", "قوانين"))


def _late_subject(page: Page, i: int) -> bool:
    """A subject after the channel («أكدت لإذاعة … الكاتبة العامة فلانة»): a title or a person's name."""
    if i in page.names and page.names[i][1].type == "PER":
        return True
    titled = page.v.role_of(page.forms[i]) == "person"
    return titled and (page.forms[i].startswith("ال") or _subject_follows(page, i))


def _breaks(page: Page, k: int) -> bool:
    """Whether the marks before word `k` end a clause; those of a quoted name do not."""
    gap = page.gaps[k]
    if _BREAKS.isdisjoint(gap):
        return False
    if not _HARD.isdisjoint(gap) or k in page.quoted or k - 1 in page.quoted:
        return True
    opened = page.quotes_at.get(k)
    return opened is not None and not opened.closed


def _subject_start(page: Page, cue: int) -> int | None:
    """Where a subject before the verb at word `cue` may begin: its clause, or past commas the whole sentence."""
    start, _ = page.sentence(cue)
    k = cue
    while (
        k > start and not _breaks(page, k) and "--" not in page.gaps[k] and page.forms[k - 1] not in page.v.conjunctions
    ):
        k -= 1
    while k < cue and page.forms[k] in page.v.auxiliaries:
        k += 1
    if k == cue:
        while k > start and page.forms[k - 1] in page.v.auxiliaries:
            k -= 1
        if _ASIDES.isdisjoint(page.gaps[k]):
            return None
        k = _past_commas(page, start, k, after_conjunction=k < cue)
    while k < cue and page.forms[k] in page.v.auxiliaries:
        k += 1
    k = skip_openers(page, k, cue)
    return k if k < cue and _opens_subject(page, k) else None


def _past_commas(page: Page, start: int, k: int, *, after_conjunction: bool) -> int:
    """Where the clause before the comma at word `k` begins: with the sentence, or after its last conjunction."""
    for first in range(k - 1, max(start, k - 12) if after_conjunction else k, -1):
        if page.forms[first] in page.v.conjunctions and first + 1 < k:
            return first + 1
    for first in range(k - 2, max(start, k - 14), -1):  # «…، لكن فلانة، مديرة …، تقول»
        if page.forms[first] in _CONTRASTS and page.forms[first - 1] != "اذا":
            return first + 1
    while start < k and page.forms[start] in page.v.conjunctions:
        start += 1
    return start


def _leads_to(page: Page, after: int, cue: int) -> bool:
    """Whether only a gloss, a day, a channel or a comma stands between a noun phrase's end and the verb."""
    if after == cue:
        return True
    form = page.forms[after]
    if form in page.v.relatives or after in page.anonymity:
        return True
    if any(is_verb(page, i) and i not in page.inside_name for i in range(after, cue)):
        return False
    beside = (
        form in page.v.outside
        or form in page.v.pronouns
        or after in page.timed
        or is_channel(page, after)
        or form == "قد"
    )
    return beside or not _ASIDES.isdisjoint(page.gaps[after])


def subject_before(page: Page, cue: int) -> Phrase | None:
    """The subject that stands before the verb at word `cue` («السلطات أعلنت», «أما فلان، وزير كذا، فقال»)."""
    joined = page.forms[cue].startswith("و") and page.forms[cue] not in page.v.forms
    if cue == 0 or joined or page.forms[cue - 1] in page.v.relatives:
        return None
    if page.forms[cue - 1] == "ما" and page.cues[cue][0].tense == "present":  # «…، ما يؤكد أن»
        return None
    if page.forms[cue - 1] in _OF_THEM and cue > 1 and page.forms[cue - 2].removeprefix("و") in _SOME:
        return make_phrase(page, cue - 2, cue, page.words[cue - 2].start + page.forms[cue - 2].startswith("و"))
    k = _subject_start(page, cue)
    if k is None:
        return _named_before(page, cue)
    after = extend(page, k, cue)
    topic = after + 1 == cue and page.forms[after] == "فقد" and page.forms[k - 1] in ("اما", "واما")
    if not topic and not _leads_to(page, after, cue):
        return None
    form, start = page.forms[k], page.words[k].start
    if form.startswith("و") and k not in page.names and page.v.role_of(form) is None:
        start += 1
    return make_phrase(page, k, after, start)


def _named_before(page: Page, cue: int) -> Phrase | None:
    """«ما جعل واشنطن تطالب»: a name right before a verb in the present."""
    for first in range(max(0, cue - 4), cue):
        ends = first in page.names and page.names[first][0] == cue and not page.gaps[cue].strip()
        if ends and any(r.tense == "present" for r in page.cues.get(cue, ())):
            return make_phrase(page, first, cue)
    return None


def _opens_subject(page: Page, i: int) -> bool:
    form = page.forms[i]
    if not noun_like(page, i) or is_channel(page, i):
        return False
    bare = form[1:] if form.startswith("و") and len(form) > 3 else form
    known = page.v.role_of(form) or page.v.role_of(bare)
    after_conjunction = i > 0 and page.forms[i - 1] in page.v.conjunctions
    return bool(known) or i in page.names or bare.startswith("ال") or i in page.quotes_at or after_conjunction
