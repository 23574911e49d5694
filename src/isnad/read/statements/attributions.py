"""Prepositional cues: «وفق …», «بحسب ما ذكرته …», «نقلا عن …», before a content, after it, or wedged into it."""

from __future__ import annotations

from typing import NamedTuple

from isnad.lexicon.reporting import AsSaid, Preposition
from isnad.model.reading import Force
from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import find_frame
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend, make_phrase, noun_like, somebody

_LAWS = frozenset(("قانون", "قرار", "ماده", "فصل", "دستور", "مرسوم", "مقترح"))  #: speak, but are no source
_ISSUED = frozenset(("صادر", "صادره", "الصادر", "الصادره", "صدر", "صدرت"))
_ADJECTIVES = frozenset(("صحفي", "صحافي", "اعلامي", "رسمي"))  #: of a statement, as often as people
_PLAIN = frozenset(("qal", "dhakar", "afad", "awdah", "katab", "sarrah", "haki"))  #: take any noun after «كما»
_COMMA_STOP = frozenset("،.")


class Attribution(NamedTuple):
    """first, after: word range of the whole phrase; cue_after: word index after the cue words.

    voices: outermost first; inner: they name the innermost voice. rule: the entry. force from the cue.
    """

    first: int
    after: int
    cue_after: int
    voices: tuple[Phrase, ...]
    inner: bool
    rule: str
    force: Force


def _strip_la(page: Page, i: int) -> int:
    """The offset of the voice's first letter where ل is written onto it («لوكالة» → «وكالة»; «للوزارة» stays)."""
    word = page.words[i]
    return word.start + (0 if word.form.startswith("لل") else 1)


def _head(page: Page, i: int, joined: bool) -> str:
    form = page.forms[i]
    if joined:
        return "ال" + form[2:] if form.startswith("لل") else form[1:]
    return form


def _is_source(page: Page, i: int, head: str, persons_only: bool) -> bool:
    """Whether the noun phrase at word `i` names a voice: a person, organisation or outlet, or a noun that heads one."""
    if head in page.v.plurals:
        return True
    role = page.v.role_of(head)
    if role is None and head in page.v.determiners and i + 1 < len(page.forms):
        role = page.v.role_of(page.forms[i + 1])
    named = page.names.get(i)
    if persons_only:
        return role == "person" or (named is not None and named[1].type == "PER")
    if role is not None:
        return head.removeprefix("ال") not in _LAWS
    if named is not None:
        return named[1].type != "LOC" or head.startswith("ال") is False
    q = page.quotes_at.get(i)
    return q is not None and page.prose.word_at(q.inner_end) - i <= 4


def _author(page: Page, at: int, after: int) -> int | None:
    """«بيان صادر عن الوزارة», «بيان لوزارة الداخلية»: the word at which the author of a statement begins."""
    for k in range(at + 1, after):
        if page.forms[k] == "عن" and k + 1 < after:
            return k + 1
        if k == at + 1 and page.forms[k].startswith("ل") and len(page.forms[k]) > 3:
            return k
        if page.forms[k] in _ADJECTIVES:
            continue
        if k == at + 1 and (page.v.role_of(page.forms[k]) is not None or k in page.names):  # «تصريحات قائد عسكري»
            return k
    return None


def _issued_on(page: Page, after: int, limit: int) -> tuple[int, int] | None:
    """«بلاغ صادر اليوم عن الوزارة»: the word at which the author begins after a day, and the end of his phrase."""
    if page.forms[after - 1] not in _ISSUED or after >= limit or after not in page.timed:
        return None
    k = page.timed[after][0]
    if k + 1 >= limit or page.forms[k] != "عن" or not noun_like(page, k + 1):
        return None
    return k + 1, extend(page, k + 1, limit)


def _nested(page: Page, i: int, limit: int) -> tuple[Phrase, int] | None:
    """«نقلا عن Y» right after a voice."""
    if i + 2 < limit and page.forms[i] == "نقلا" and page.forms[i + 1] == "عن" and noun_like(page, i + 2):
        after = extend(page, i + 2, limit)
        return make_phrase(page, i + 2, after), after
    return None


def _plain(page: Page, i: int, size: int, entry: Preposition, limit: int) -> Attribution | None:
    joined = entry_joined(page, i, size)
    at = i + size - (1 if joined else 0)
    if at >= limit or (not joined and not noun_like(page, at)):
        return None
    head = _head(page, at, joined)
    if entry.persons_only and joined and not page.clause_initial(i):  # «… معرفة الدخل بالنسبة للتجار»: for them
        return None
    told = head in page.v.told
    if not entry.any_noun and not told and not _is_source(page, at, head, entry.persons_only):
        return None
    after = extend(page, at, limit)
    author = _author(page, at, after) if told or head in page.v.statements else None
    if told and author is None:
        return None
    start = None if author is not None else _strip_la(page, at) if joined else None
    issued = _issued_on(page, after, limit) if author is None else None
    if issued is not None:
        author, after, start = *issued, None
    voices = [make_phrase(page, at if author is None else author, after, start)]
    nested = _nested(page, after, limit)
    if nested:
        voices.append(nested[0])
        after = nested[1]
    return Attribution(i, after, at, tuple(voices), entry.inner, f"preposition:{entry.id}", entry.force)


def entry_joined(page: Page, i: int, size: int) -> bool:
    """Whether the cue ends in a ل that is written onto the voice («وفقا لوكالة»)."""
    last = page.forms[i + size - 1]
    return size > 1 and last.startswith("ل") and last not in ("ل", "لسان", "لما")


def _reported_by(page: Page, i: int, entry: AsSaid, cue: int, limit: int) -> CueForm | None:
    """The finite cue at word `cue`, unless «كما قال …» brings a content of its own."""
    readings = [r for r in page.cues.get(cue, ()) if r.kind == "finite"] if cue < limit else []
    if not readings:
        return None
    own = page.forms[i].endswith(("كما", "علي", "مثلما")) and readings[0].verb is not None
    if page.forms[i].endswith("كما") and i - page.sentence(i)[0] <= 1:  # «كما تضمن التقرير …»: besides
        return None
    if own and readings[0].verb is not None and readings[0].verb.only == "clause":  # «كما سجل السعر ارتفاعا»
        return None
    if readings[0].verb is not None and readings[0].verb.announced:  # «كما واصل …»
        return None
    return None if own and find_frame(page, cue, readings[0]) is not None else readings[0]


def _carried_voice(page: Page, after: int, limit: int) -> tuple[Phrase, int] | None:
    """«… نقلته الوكالة عن Y»: whose words they are."""
    if after + 1 >= limit or page.forms[after] != "عن" or not noun_like(page, after + 1):
        return None
    end = extend(page, after + 1, limit)
    return make_phrase(page, after + 1, end), end


def _as_said(page: Page, i: int, size: int, entry: AsSaid, limit: int) -> Attribution | None:
    cue = i + size
    if cue < limit and page.forms[cue] in page.v.auxiliaries:
        cue += 1
    reading = _reported_by(page, i, entry, cue, limit)
    if reading is None:
        return None
    first = cue + 1
    while first < limit and (page.forms[first] in page.v.pronouns or page.forms[first] in ("ذلك", "بذلك")):
        first += 1
    if first >= limit or not noun_like(page, first) or not _COMMA_STOP.isdisjoint(page.gaps[first]):
        return None
    until = next((k for k in range(first + 1, limit) if page.forms[k] == "عن"), limit) if reading.carrier else limit
    after = extend(page, first, until)
    voices = [make_phrase(page, first, after)]
    plain = reading.verb is not None and reading.verb.id in _PLAIN
    if page.forms[i].endswith("كما") and not plain and not _may_speak(page, voices[0]):  # «كما يجدد التعاون»: besides
        return None
    further = _carried_voice(page, after, limit) or _nested(page, after, limit)
    if further is not None:
        voices.append(further[0])
        after = further[1]
    force = reading.verb.force if reading.verb is not None else "say"
    return Attribution(i, after, cue + 1, tuple(voices), False, f"asSaid:{entry.id}", force)


def _may_speak(page: Page, phrase: Phrase) -> bool:
    """Whether a subject after «كما» is somebody, so that «كما قال فلان» is meant."""
    return somebody(page, phrase) or page.forms[phrase.first] in page.v.latter


def _match(page: Page, i: int, head: str) -> list[tuple[int, Preposition | AsSaid]]:
    """Entries whose form stands at word `i` (without و ف: `head`), with the number of its words, the longest first."""
    forms = page.forms
    following = forms[i + 1] if i + 1 < len(forms) else ""
    second = ("ل", following) if following.startswith("ل") else (following,)
    return [
        (len(key), e)
        for key, e in page.v.prepositions[head]
        if len(key) == 1 or (key[1] in second and _follows(forms, i, key))
    ]


def _follows(forms: list[str], i: int, key: tuple[str, ...]) -> bool:
    if i + len(key) > len(forms):
        return False
    for k in range(1, len(key)):
        a, b = forms[i + k], key[k]
        if a != b and not (b == "ل" and a.startswith("ل") and len(a) > 2):
            return False
    return True


def find_attributions(page: Page) -> list[Attribution]:
    """Every prepositional cue of the article outside quotations, in order."""
    out = []
    after = 0
    for i, head in page.v.preposition_heads(page.forms):
        if i < after or i in page.quoted:
            continue
        limit = -1
        for size, entry in _match(page, i, head):
            limit = limit if limit >= 0 else page.sentence(i)[1]
            read = _plain if isinstance(entry, Preposition) else _as_said
            found = read(page, i, size, entry, limit)  # type: ignore[arg-type]
            if found is not None:
                out.append(found)
                after = found.after
                break
    return out
