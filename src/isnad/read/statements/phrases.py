"""The noun phrase: where it opens, where it ends, what it names."""

from __future__ import annotations

from isnad.model.reading import Role
from isnad.read.statements.page import Page
from isnad.read.statements.vocabulary import CLAUSE, GLUED
from isnad.text.value import Ordered

_THIS = frozenset(("هذا", "هذه", "تلك", "هولاء"))
_CLAUSAL = frozenset(  #: words at which a clause begins
    (
        "ما",
        "لم",
        "لن",
        "لا",
        "قد",
        "فقد",
        "لقد",
        "فلقد",
        "مازال",
        "مازالت",
        "لازال",
        "لازالت",
        "لايزال",
        "ليس",
        "ليست",
        "اذا",
        "لو",
        "ان",
        "حتي",
        "فان",
        "هو",
        "هي",
    )
)
INITIALS = frozenset("دما")  #: «د. فلان», «م. فلان», «أ. د. فلان»
_OPENERS = {")": "(", "]": "[", '"': '"', "”": "“", "»": "«"}
_SELF = frozenset(("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها"))  #: end a phrase before a comma
_MEASURES = frozenset(
    (
        "نحو",
        "حوالي",
        "اكثر",
        "اقل",
        "قيمه",
        "نسبه",
        "معدل",
        "مبلغ",
        "حوادث",
        "كل",
        "مجرد",
        "انه",
        "مختلف",
        "جميع",
        "بعض",
        "العديد",
        "عشرات",
        "ميات",
        "الاف",
        "ملايين",
        "مليارات",
    )
)
_OF_MEDIA = frozenset(("مراسل", "مراسله", "مراسلون", "مصور", "مصوره", "صحافي", "صحفي", "صحافيه", "صحفيه", "مندوب"))
_ASIDE = 6  #: words of an aside on who speaks
_PUBLISHED = frozenset(("نشر", "صدر"))  #: beside the forms that can only be verbs
_ONWARD = frozenset(("علي", "عن", "الي"))
_QUOTES = frozenset('"”»')
_ASIDES = frozenset("،,–—")


class Phrase(Ordered, frozen=True):
    """Word indexes, half-open; start, end: offsets of the folded text."""

    first: int
    after: int
    start: int
    end: int


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
    """«وتابع قائلا», «وتابعت قائلة»: an accusative participle that reports is nobody."""
    cues = page.cues.get(i)
    if not cues or any(c.kind != "participle" for c in cues):
        return False
    return page.forms[i].endswith("ا") or any(c.kind == "finite" for c in page.cues.get(i - 1, ()))


def somebody(page: Page, phrase: Phrase) -> bool:
    """Whether a subject may speak: a name, a noun that heads a voice, people."""
    form = page.forms[phrase.first]
    bare = form[phrase.start - page.words[phrase.first].start :]
    if form in page.v.determiners and phrase.after > phrase.first + 1:
        form = bare = page.forms[phrase.first + 1]
    if page.v.role_of(bare) is not None or phrase.first in page.names:
        return True
    return form.endswith(("ون", "ين")) and not page.v.is_act(form)  # «التعاون» is nobody


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
    if form in INITIALS and page.text[page.words[i].end : page.words[i].end + 1] == ".":
        return True
    if form[0] == "ب" and v.role_of(form) is None and (_outside_name(page, i) or _governed(page, i)):
        return False
    if page.aside(i) > i or (len(form) < 2 and i not in page.names):
        return False
    return i in page.names or form in v.roles or not is_verb(page, i)


def _outside_name(page: Page, i: int) -> bool:
    """Whether ب is written onto the name at word `i` («بمجلس النواب»)."""
    if i not in page.names or page.names[i][1].type == "PER" or "،" in page.gaps[i]:
        return False
    long = page.forms[i][1:3] == "ال" or page.names[i][0] > i + 1  # «بلاتر» is a guess at less
    return long and page.names[i][1].start > page.prose.back[page.words[i].start]


def _governed(page: Page, i: int) -> bool:
    """Whether a word after ب is a noun of its own («بدولة», «بنحو»), so that ب governs it."""
    if i in page.names:
        return False
    v, bare = page.v, page.forms[i][1:]
    if bare in v.acts or bare in _MEASURES or bare in v.channel_nouns:  # «بتدوينة على …»
        return True
    return len(bare) > 2 and v.role_of(bare) is not None


def is_channel(page: Page, i: int) -> bool:
    """«في بيان», «خلال مؤتمر صحفي»: a preposition with a noun of the occasion."""
    forms = page.forms
    if forms[i] in page.v.channel_prepositions and i + 1 < len(forms):
        following = forms[i + 1]
        return following in page.v.channel_nouns or following.removeprefix("ال") in page.v.channel_nouns
    return False


def is_addressee(page: Page, i: int) -> bool:
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
        and page.v.role_of(form[1:]) != "organisation"  # «الممثل القانوني لنقابة …»
    ):
        return True
    if form.startswith("ل") and len(form) > 3:
        rest = "ال" + form[2:] if form.startswith("لل") else form[1:]
        return page.v.role_of(rest) in ("outlet", "agency")
    return False


def addressee_end(page: Page, i: int, limit: int) -> int:
    """Index after who is spoken to at word `i`; a quoted outlet ends with its quotation."""
    q = page.quotes_at.get(i + 1) if page.forms[i] == "ل" else page.quotes_at.get(i)
    if q is not None:
        return min(limit, max(i + 1, page.prose.word_at(q.inner_end)))
    return max(i + 1, extend(page, i, limit))


def _apposition(page: Page, i: int) -> bool:
    """Whether the noun phrase goes on at word `i`, after a comma."""
    form = page.forms[i]
    role = page.v.role_of(form)
    if (
        not noun_like(page, i)
        or is_channel(page, i)
        or is_addressee(page, i)
        or (form.startswith("و") and role is None)
    ):
        return False
    if form == "كبيره":  # «كبيرة الباحثين»
        return page.forms[min(i + 1, len(page.forms) - 1)].startswith("ال")
    return page.v.role_of(form) is not None or i in page.names or form.startswith("ال")


def _between_commas(page: Page, first: int, i: int) -> bool:
    """«المتحدث باسم الوكالة، سوتوبو نورغروهو، إن», «الباحثة فلانة، من مركز كذا، أن»: an aside on who speaks."""
    head = page.v.role_of(page.forms[first])
    if head not in ("person", "anonymous") and first not in page.names:
        return False
    of = page.forms[i] == "من"
    if is_addressee(page, i) or (of and not _body(page, i + 1)):
        return False
    for k in range(i + of, min(i + _ASIDE + of, len(page.words) - 1)):
        if k in page.timed or k in page.cues or not (of or _unknown(page, k)):
            return False
        gap = page.gaps[k + 1]
        if gap.strip(' "«»“”'):
            return "،" in gap and _resumes(page, k + 1)
    return False


def _body(page: Page, i: int) -> bool:
    """Whether an organisation or outlet begins at word `i`."""
    if i >= len(page.words):
        return False
    named = i in page.names and page.names[i][1].type == "ORG"
    return named or page.v.role_of(page.forms[i]) in ("organisation", "outlet", "agency")


def _unknown(page: Page, k: int) -> bool:
    """Whether word `k` may belong to a name that no list knows."""
    form = page.forms[k]
    if k in page.inside_name:
        return True
    if form.startswith(("ال", "لل", "و")) or not form.isalpha() or page.v.is_act(form):
        return False
    return noun_like(page, k) and not is_channel(page, k) and page.v.role_of(form) is None


def _resumes(page: Page, k: int) -> bool:
    """Whether the sentence goes on at word `k` with what is said: «إن», «عن», a quotation, a day, a place."""
    if CLAUSE.match(page.forms[k]) or k in page.quotes_at or k in page.timed or is_channel(page, k):
        return True
    return page.forms[k] in _ONWARD or page.forms[k].startswith("ب") or is_addressee(page, k)


def _stops(page: Page, first: int, i: int) -> bool:
    form, v = page.forms[i], page.v
    gap = page.gaps[i]
    titled = len(page.forms[i - 1]) == 1 and page.forms[i - 1] in INITIALS and gap in (". ", ".")  # «د. فلان»
    if not titled and ("\n" in gap or ":" in gap or "؛" in gap or ". " in gap):
        return True
    if not _ASIDES.isdisjoint(gap) or " - " in gap:
        return page.forms[i - 1] in _SELF or not (_apposition(page, i) or _between_commas(page, first, i))
    if i in page.inside_name and i not in page.names:
        return False
    glosses = form in v.relatives or (form in v.outside and i not in page.names)
    if glosses or CLAUSE.match(form) or is_channel(page, i):
        return True
    if is_addressee(page, i) and page.v.role_of(page.forms[first]) != "document":
        return not (i == first + 1 and page.forms[first] in _OF_MEDIA)  # «مراسلة لفرانس برس»
    if form == "الي" and not (i + 1 in page.names and page.names[i + 1][1].type == "LOC"):
        return True
    if any(r.kind == "masdar" and r.pronoun for r in page.cues.get(i, ())) or _priced(page, i):  # «قوله»
        return True
    if GLUED.match(form) or form in _CLAUSAL or form in v.halting or (form.startswith("و") and form[1:] in v.outside):
        return True
    anew = _begins_anew(page, first, i) or page.aside(i) > i
    if anew or i in page.timed or i in page.anonymity or _after_person(page, first, i):
        return True
    return is_verb(page, i) and form not in v.roles and i not in page.names


def _begins_anew(page: Page, first: int, i: int) -> bool:
    """«الأردن على لسان المتحدث», «نشرت الفنانة بيانا»: what is no part of the noun phrase before it."""
    form = page.forms[i]
    if form[0] == "ل" and len(form) > 4 and page.has_pronoun(i):  # «لصديقه»
        return True
    if form.endswith("ا") and i - 1 in page.inside_name and not form.startswith("ال") and i not in page.names:
        return page.v.role_of(form) is None  # «تعتبره أنقرة فرعا من …»
    if form in _ONWARD and not _QUOTES.isdisjoint(page.gaps[i]):  # «بحسب صحيفة "كذا" على استعمال …»
        return first in page.quotes_at or page.v.role_of(page.forms[first]) in ("outlet", "agency")
    if form == "علي":
        return i + 1 < len(page.forms) and page.forms[i + 1] == "لسان"
    if form in _PUBLISHED and page.v.role_of(page.forms[first]) == "document":  # «تقرير للأمم المتحدة نشر في شباط»
        return i + 1 < len(page.forms) and page.forms[i + 1] != "عن" and i + 1 not in page.timed
    issued = form in page.v.channel_nouns or (form.endswith("ا") and form[:-1] in page.v.channel_nouns)
    if not issued or page.v.role_of(page.forms[first]) == "document":
        return False
    return i - 1 in page.inside_name or (page.forms[i - 1].startswith("ال") and i - 1 not in page.quoted)


def _priced(page: Page, i: int) -> bool:
    """«بحسب الصحيفة 186 دولارا»: a number with its unit goes on with the sentence; «الرحلة 318» does not."""
    return page.forms[i].isdigit() and i + 1 < len(page.forms) and page.forms[i + 1].endswith("ا")


def _named(page: Page, first: int, i: int) -> bool:
    """Whether the person's name before word `i` is the speaker's own, and not one in his title («منافس فلان في»)."""
    k = next(k for k in range(i - 1, first - 1, -1) if k in page.names)
    if page.forms[k].startswith("لل") or page.forms[i - 1].endswith("ون"):
        return False
    alone = "،" not in "".join(page.gaps[first + 1 : i])
    head = page.forms[first + 1] if page.forms[first] in page.v.determiners else page.forms[first]
    return k == first or (alone and page.v.role_of(head) in ("person", "anonymous"))


def _after_person(page: Page, first: int, i: int) -> bool:
    """Whether a full person's name ended right before word `i` and nothing of it goes on («بشار الأسد مشاركة …»)."""
    ended = any(
        page.names[k][0] == i and page.names[k][1].type == "PER" for k in range(max(first, i - 5), i) if k in page.names
    )
    form = page.forms[i]
    if not ended or page.gaps[i].strip():
        return False
    if form == "في":  # «فلان في مرافعته الأخيرة»
        return _named(page, first, i)
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
    while i > first + 1 and page.forms[i - 1] in page.v.particles and i - 1 not in page.inside_name:
        i -= 1
    return i


def extend_to(page: Page, first: int, limit: int) -> int:
    """As extend, for a phrase that a content follows at `limit`: a surname not known as one belongs to it."""
    after = extend(page, first, limit)
    return limit if first < after == limit - 1 and _surname(page, first, after) else after


def _surname(page: Page, first: int, i: int) -> bool:
    """«محمد علي نسور إن»: the one word between a person's known name and the content."""
    if not _after_person(page, first, i) or page.forms[i].endswith(("ا", "ه", "ها", "هم")) or i in page.cues:
        return False
    return noun_like(page, i) and not page.v.is_act(page.forms[i])


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
