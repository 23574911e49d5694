"""Who speaks: the noun phrase after a cue or before it, without channel, day, addressee and gloss."""

from __future__ import annotations

from typing import NamedTuple

from isnad.model.reading import Role, Time
from isnad.read.statements.page import Page
from isnad.read.statements.vocabulary import CLAUSE, GLUED

_THIS = frozenset(("هذا", "هذه", "تلك", "هولاء"))
_CLAUSAL = frozenset(
    ("ما", "لم", "لن", "لا", "قد", "فقد", "اذا", "لو", "ان", "حتي", "فان")
)  #: words at which a clause begins
_BREAKS = '"“”«»\n.،,؛;:!?؟–—'
_OPENERS = {")": "(", "]": "[", '"': '"', "”": "“", "»": "«"}
_ASIDES = frozenset("،,–—")
_STOPS = frozenset("،,.؛")


class Phrase(NamedTuple):
    """Word indexes, half-open; start, end: offsets of the folded text."""

    first: int
    after: int
    start: int
    end: int


class Gap(NamedTuple):
    """What stands between a cue and its content."""

    subject: Phrase | None
    outer: Phrase | None
    via: Phrase | None
    addressee: Phrase | None
    time: Time | None


def make_phrase(page: Page, first: int, after: int, start: int | None = None) -> Phrase:
    """The phrase of words `first` to `after`, with the brackets and quotation marks that its inside opens."""
    text = page.text
    begin = page.words[first].start if start is None else start
    end = page.words[after - 1].end
    while begin > 0 and text[begin - 1] in '"“«' and (first == 0 or page.gaps[first].strip()):
        closing = {'"': '"', "“": "”", "«": "»"}[text[begin - 1]]
        if closing not in text[begin : end + 2]:
            break
        begin -= 1
    while end < len(text) and text[end] in _OPENERS and _OPENERS[text[end]] in text[begin:end]:
        if text[end] == '"' and text[begin:end].count('"') % 2 == 0:
            break
        end += 1
    return Phrase(first, after, begin, end)


def is_verb(page: Page, i: int) -> bool:
    """Whether word `i` can only be a finite verb."""
    if i not in page.inside_name and page.v.is_finite(page.forms[i]):
        return True
    cues = page.cues.get(i)
    return bool(cues) and all(c.kind == "finite" for c in cues or ()) and page.forms[i] not in page.v.homographs


def _adverbial(page: Page, i: int) -> bool:
    """«وتابع قائلا»: an accusative participle that reports is nobody."""
    cues = page.cues.get(i)
    return bool(cues) and page.forms[i].endswith("ا") and all(c.kind == "participle" for c in cues or ())


def somebody(page: Page, phrase: Phrase) -> bool:
    """Whether a subject may speak: a name, a noun that heads a voice, people."""
    form = page.forms[phrase.first]
    bare = form[phrase.start - page.words[phrase.first].start :]
    if form in page.v.determiners and phrase.after > phrase.first + 1:
        form = bare = page.forms[phrase.first + 1]
    return page.v.role_of(bare) is not None or phrase.first in page.names or form.endswith(("ون", "ين", "يين"))


def noun_like(page: Page, i: int) -> bool:
    """Whether word `i` may open a noun phrase."""
    form = page.forms[i]
    v = page.v
    if form in _THIS and i + 1 < len(page.forms) and page.forms[i + 1].startswith("ال"):
        return True
    if (
        form in v.particles
        or form in v.outside
        or _adverbial(page, i)
        or form in v.relatives
        or CLAUSE.match(form)
        or i in page.timed
    ):
        return False
    if form.startswith("لل") or (form.startswith("بال") and i not in page.names) or GLUED.match(form):
        return False
    if form == "د" and page.text[page.words[i].end : page.words[i].end + 1] == ".":
        return True
    if form[0] == "ب" and form[1:] in v.acts and i not in page.names:
        return False
    if page.aside(i) > i or (len(form) < 2 and i not in page.names):
        return False
    return i in page.names or form in v.roles or not is_verb(page, i)


def _channel(page: Page, i: int) -> bool:
    """«في بيان», «خلال مؤتمر صحفي»: a preposition with a noun of the occasion."""
    forms = page.forms
    if forms[i] in page.v.channel_prepositions and i + 1 < len(forms):
        following = forms[i + 1]
        return following in page.v.channel_nouns or following.removeprefix("ال") in page.v.channel_nouns
    return False


def _addressee(page: Page, i: int) -> bool:
    """«لرويترز», «لوكالة …», «ل"سبق"»: ل with an outlet or agency."""
    form = page.forms[i]
    if form in page.v.addressees:
        return True
    if form == "ل" or (form in ("لبي", "لسي") and len(page.forms) > i + 1 and page.forms[i + 1] in ("بي", "ان")):
        return True
    if (
        form.startswith("ل")
        and i in page.names
        and page.names[i][1].type == "ORG"
        and page.prose.raw[page.names[i][1].start - 1] == "ل"
    ):
        return True
    if form.startswith("ل") and len(form) > 3:
        rest = "ال" + form[2:] if form.startswith("لل") else form[1:]
        return page.v.role_of(rest) in ("outlet", "agency")
    return False


def _addressee_end(page: Page, i: int, limit: int) -> int:
    """Index after who is spoken to at word `i`; a quoted outlet ends with its quotation."""
    q = page.quotes_at.get(i + 1) if page.forms[i] == "ل" else page.quotes_at.get(i)
    if q is not None:
        return min(limit, max(i + 1, page.prose.word_at(q.inner_end)))
    return max(i + 1, extend(page, i, limit))


def _apposition(page: Page, i: int) -> bool:
    """Whether the noun phrase goes on at word `i`, after a comma."""
    form = page.forms[i]
    role = page.v.role_of(form)
    if not noun_like(page, i) or _channel(page, i) or (form.startswith("و") and role is None):
        return False
    return page.v.role_of(form) is not None or i in page.names or form.startswith("ال")


def _stops(page: Page, first: int, i: int) -> bool:
    form, v = page.forms[i], page.v
    gap = page.gaps[i]
    titled = i == first + 1 and len(page.forms[first]) == 1 and gap == ". "  # «د. فلان»
    if not titled and ("\n" in gap or ":" in gap or "؛" in gap or ". " in gap):
        return True
    if not _ASIDES.isdisjoint(gap) or " - " in gap:
        return not _apposition(page, i)
    if i in page.inside_name and i not in page.names:
        return False
    if form in v.relatives or form in v.outside or CLAUSE.match(form) or _channel(page, i):
        return True
    if _addressee(page, i) and page.v.role_of(page.forms[first]) != "document":
        return True
    own = form.startswith("ل") and len(form) > 4 and page.has_pronoun(i)  # «لصديقه»
    if form == "الي" and not (i + 1 in page.names and page.names[i + 1][1].type == "LOC"):
        return True
    if any(r.kind == "masdar" and r.pronoun for r in page.cues.get(i, ())):  # «قوله»
        return True
    if own or GLUED.match(form) or form in _CLAUSAL or (form.startswith("و") and form[1:] in v.outside):
        return True
    if i in page.timed or page.aside(i) > i or i in page.anonymity or _after_person(page, first, i):
        return True
    if form.isdigit() and i + 1 < len(page.forms) and page.forms[i + 1].endswith("ا"):  # «الصحيفة 186 دولارا»
        return True
    return is_verb(page, i) and form not in v.roles and i not in page.names


def _after_person(page: Page, first: int, i: int) -> bool:
    """Whether a full person's name ended right before word `i` and nothing of it goes on («بشار الأسد مشاركة …»)."""
    ended = any(
        page.names[k][0] == i and page.names[k][1].type == "PER" for k in range(max(first, i - 5), i) if k in page.names
    )
    form = page.forms[i]
    if not ended or page.gaps[i].strip():
        return False
    goes_on = (
        form.startswith(("ال", "ب"))
        or (form.startswith("ل") and not form.startswith("لل"))
        or form in page.v.particles
        or page.v.role_of(form) is not None
    )
    return not (goes_on or form.startswith("و"))


def extend(page: Page, first: int, limit: int) -> int:
    """Index after the noun phrase that begins at word `first`, at most `limit`."""
    i = first + 1
    while i < limit and not _stops(page, first, i):
        i += 1
    while i > first + 1 and page.forms[i - 1] in page.v.particles:
        i -= 1
    return i


def extend_plain(page: Page, first: int, limit: int) -> int:
    """As extend, but ending before any preposition: the subject of a verb that reports nothing."""
    after = extend(page, first, limit)
    for i in range(first + 1, after):
        if page.forms[i] in ("الي", "علي", "عن", "من", "في") and i not in page.inside_name:
            return i
        ended = any(
            page.names[k][0] == i and page.names[k][1].type == "PER" for k in range(first, i) if k in page.names
        )
        onto = page.forms[i].startswith("بال") or (page.forms[i][0] == "ب" and page.v.is_act(page.forms[i][1:]))
        if ended or (onto and i not in page.inside_name):
            return i
    return after


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
        titled = page.v.role_of(page.forms[first]) is not None
        if (first in page.names or titled) and noun_like(page, first) and extend(page, first, k) == k:
            if best is not None and (not titled or best - first > 4):
                break
            best = first
    return make_phrase(page, best, k) if best is not None else None


def _beside_verb(page: Page, i: int, limit: int) -> int:
    """Index after the adverb or preposition at word `i`, with what it governs («عبر البريد», «بشكل عاجل»)."""
    form = page.forms[i]
    if form in ("بشكل", "بصوره", "بصفه", "بطريقه"):
        return min(limit, i + 2)
    return max(i + 1, extend(page, i + 1, limit)) if form == "عبر" and i + 1 < limit else i + 1


def skip_openers(page: Page, i: int, limit: int) -> int:
    """Past asides, days and adverbs that stand before the subject."""
    while i < limit:
        after = page.aside(i)
        if after > i:
            i = after
        elif i in page.timed:
            i = page.timed[i][0]
        elif _addressee(page, i):
            i = _addressee_end(page, i, limit)
        elif (page.forms[i] in page.v.outside or page.forms[i] in page.v.pronouns) and not _channel(page, i):
            i = _beside_verb(page, i, limit)
        else:
            break
    return i


def _split_object(page: Page, subject: Phrase, limit: int) -> int:
    """Where a direct object begins inside `subject` («حذرت إسرائيل الفلسطينيين»), else its end."""
    first, after = subject.first, subject.after
    if first in page.names:
        k = page.names[first][0]
        other = k < after and (k in page.names or page.forms[k].startswith("ال")) and "،" not in page.gaps[k]
        if other and page.v.role_of(page.forms[k]) != "person" and page.names[first][1].type != "PER":
            return k
        if k < after and (k in page.names or page.forms[k].endswith("ين")) and "،" not in page.gaps[k]:
            return k
    for k in range(first + 1, after):
        if k in page.inside_name and k not in page.names:
            continue
        definite = page.forms[k - 1].startswith("ال") or k - 1 in page.inside_name
        if definite and page.v.is_act(page.forms[k]) and page.v.role_of(page.forms[k]) is None:  # «فسر المسؤول التراجع»
            return k
        if _disagrees(page, first, k):
            return k
        accusative = page.forms[k].startswith("ال") and page.forms[k].endswith("ين")
        before = page.forms[k - 1]
        if accusative and (before.startswith("ال") or before.endswith("ون")) and not before.endswith("ين"):
            return k
    return after


def _disagrees(page: Page, first: int, k: int) -> bool:
    """Whether the definite word `k` cannot be an adjective of the definite head `first`: one has ة, the other not."""
    if not all(page.forms[j].startswith("ال") for j in range(first, k + 1)):
        return False
    if any(page.is_feminine(j) for j in range(first + 1, k)):
        return False
    return page.is_feminine(k) and not page.is_feminine(first) and not page.forms[first].endswith("ات")


def read_gap(page: Page, a: int, b: int, *, takes_object: bool = False) -> Gap:
    """Subject, outer voice, channel, addressee and day among words `a` to `b`."""
    subject = outer = via = addressee = None
    time = next((page.timed[i][1] for i in range(a, b) if i in page.timed), None)
    i = skip_openers(page, a, b)
    if i < b and noun_like(page, i) and not _channel(page, i) and not _addressee(page, i):
        after = extend(page, i, b)
        subject = make_phrase(page, i, after)
        if takes_object:
            k = _split_object(page, subject, b)
            if k < after:
                subject, addressee = make_phrase(page, i, k), make_phrase(page, k, after)
        i = subject.after
    while i < b:
        if _channel(page, i) and via is None:
            via = make_phrase(page, i + 1, max(i + 2, min(extend(page, i + 1, b), b)))
        elif _addressee(page, i) and addressee is None:
            addressee = make_phrase(page, i, max(i + 1, min(extend(page, i, b), b)))
        elif i + 2 < b and (page.forms[i], page.forms[i + 1]) in (("نقلا", "عن"), ("علي", "لسان")):
            inner = make_phrase(page, i + 2, extend(page, i + 2, b))
            outer, subject = subject, inner
        elif page.forms[i] in ("وفق", "حسب", "بحسب") and i + 1 < b and noun_like(page, i + 1):
            outer = make_phrase(page, i + 1, extend(page, i + 1, b))
        elif subject is None and via is not None and _late_subject(page, i):
            subject = make_phrase(page, i, extend(page, i, b))
            i = subject.after
            continue
        i += 1
    return Gap(subject, outer, via, addressee, time)


def _late_subject(page: Page, i: int) -> bool:
    """A subject after the channel («أكدت لإذاعة … الكاتبة العامة فلانة»): a title or a person's name."""
    if i in page.names and page.names[i][1].type == "PER":
        return True
    return page.v.role_of(page.forms[i]) == "person" and page.forms[i].startswith("ال")


def _subject_start(page: Page, cue: int) -> int | None:
    """Where a subject before the verb at word `cue` may begin: its clause, or past commas the whole sentence."""
    start, _ = page.sentence(cue)
    k = cue
    while (
        k > start
        and not any(c in page.gaps[k] for c in _BREAKS)
        and "--" not in page.gaps[k]
        and page.forms[k - 1] not in page.v.conjunctions
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
        or _channel(page, after)
        or form == "قد"
    )
    return beside or not _ASIDES.isdisjoint(page.gaps[after])


def subject_before(page: Page, cue: int) -> Phrase | None:
    """The subject that stands before the verb at word `cue` («السلطات أعلنت», «أما فلان، وزير كذا، فقال»)."""
    joined = page.forms[cue].startswith("و") and page.forms[cue] not in page.v.forms
    if cue == 0 or joined or page.forms[cue - 1] in page.v.relatives:
        return None
    k = _subject_start(page, cue)
    if k is None:
        return _named_before(page, cue)
    after = extend(page, k, cue)
    if not _leads_to(page, after, cue):
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
    if not noun_like(page, i) or _channel(page, i):
        return False
    bare = form[1:] if form.startswith("و") and len(form) > 3 else form
    known = page.v.role_of(form) or page.v.role_of(bare)
    after_conjunction = i > 0 and page.forms[i - 1] in page.v.conjunctions
    return bool(known) or i in page.names or bare.startswith("ال") or i in page.quotes_at or after_conjunction


def role_of_phrase(page: Page, phrase: Phrase) -> Role:
    """What kind of voice a phrase is, by its head and by the names in it."""
    form = page.forms[phrase.first]
    head = page.v.role_of(form)
    if form in page.v.determiners and phrase.after > phrase.first + 1:
        head = page.v.role_of(page.forms[phrase.first + 1]) or head
    if head is None and phrase.start > page.words[phrase.first].start:
        head = page.v.role_of(form[phrase.start - page.words[phrase.first].start :])
    two = " ".join(page.forms[phrase.first : phrase.first + 2])
    head = page.v.roles.get(two, head)
    person = any(page.names[i][1].type == "PER" for i in range(phrase.first, phrase.after) if i in page.names)
    if head == "anonymous" and person:
        return "person"
    if head is not None:
        return head
    if phrase.first in page.names:
        return {"PER": "person", "ORG": "organisation", "LOC": "organisation"}[page.names[phrase.first][1].type]  # type: ignore[return-value]
    return "person" if person else "organisation"


def actor_of(page: Page, phrase: Phrase) -> str | None:
    """The actor a phrase stands for: its person, else the name at its head."""
    named = [page.names[i][1] for i in range(phrase.first, phrase.after) if i in page.names]
    persons = [n for n in named if n.type == "PER"]
    if persons:
        return persons[-1].actor
    if phrase.first in page.names:
        return page.names[phrase.first][1].actor
    return None
