"""Which cues of an article report anything: each with its frame, what stands between cue and content, and its place."""

from __future__ import annotations

from typing import NamedTuple

from isnad.lexicon.reporting import Verb
from isnad.read.statements.carriers import Carried, find_carried
from isnad.read.statements.documents import issuer, speaking_document
from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import Frame, find_frame
from isnad.read.statements.held import held_to_be
from isnad.read.statements.interposed import interposed
from isnad.read.statements.page import DENIED, Page
from isnad.read.statements.phrases import Phrase, extend, make_phrase, noun_like, somebody
from isnad.read.statements.things import acts_only, counts_himself, of_a_thing, whose_clause
from isnad.read.statements.voices import Gap, antecedent, read_gap, subject_before

_AUTHORED = frozenset(("اصدره", "اصدرته", "اصدرها", "اصدرتها", "نشره", "نشرته", "عن"))  #: a document and its author
_OWN = frozenset(("انه", "انها", "انهم", "بانه", "بانها", "بانهم", "انني", "اننا", "وانه", "وانها"))
_COPULAS = frozenset(
    (
        "كان",
        "كانت",
        "كانوا",
        "يكون",
        "تكون",
        "سيكون",
        "ستكون",
        "اصبح",
        "اصبحت",
        "بات",
        "باتت",
        "ظل",
        "ظلت",
        "ليس",
        "مازال",
        "زال",
    )
)
_ONWARD = ("علي", "عن", "الي")  #: end a subject before a second cue («علقت فلانة على الصورة قائلة»)
_BEFORE_THAT = frozenset(("قبل", "وقبل", "بعد", "سبق", "الي"))  #: before «أن» with a verb that reports («قبل أن يضيف»)
_THAT = frozenset(("ان", "بان", "فان"))  #: before the subject of a clause that is somebody's content
_WHAT = frozenset(("ما", "بما", "فيما", "لما", "مما", "عما"))
_CAUSES = frozenset(("ذلك", "هذا", "سبب", "اسباب", "السبب", "الاسباب", "الامر", "تاخر", "ارتفاع", "انخفاض", "تراجع"))
_SCRIPTURE = frozenset(("تعالي", "الله", "سبحانه"))  #: «قال تعالى» quotes no news
_COMMAS = frozenset("،,")
_TELLS = 6  #: words between «أفاد» and «عن» at most
_ASKED = frozenset(("هل", "وهل", "فهل", "لو", "ولو", "فلو", "لولا"))  #: before what nobody has said
_BESIDE = frozenset(
    ("كما", "فيما", "حيث", "بينما", "وقد", "قد", "ثم", "اذ")
)  #: before a cue that stands beside what precedes


class Found(NamedTuple):
    """A cue with its frame, before contents and speakers are settled. Word indexes.

    before: its subject stands before it. nested: it stands inside another clause, so it does not end a content.
    """

    cue: int
    reading: CueForm
    frame: Frame
    gap: Gap
    carried: Carried | None
    before: bool
    nested: bool


def find_cues(page: Page) -> list[Found]:
    """Every cue outside quotations that reports something, in order."""
    out = []
    taken = -1
    for i in sorted(page.cues):
        if i <= taken or i in page.quoted:
            continue
        for reading in page.cues[i]:
            found = _hear(page, i, reading)
            if found is not None:
                out.append(found)
                noun = found.carried.noun if found.carried else -1
                taken = max(i, found.frame.gap[1] - 1, found.frame.second, noun)
                break
    return out


def _not_said(page: Page, i: int, reading: CueForm) -> bool:
    """«قال إنه يتوقع», «يمكن أن تقول», «هل قال», «لا أحد يقول»: what stands before the verb bars it."""
    before = page.forms[i - 1] if i else ""
    if reading.kind == "finite" and (before in _OWN or before in _ASKED):
        return True
    if i < 2:
        return False
    if reading.tense == "present" and before == "ان" and page.forms[i - 2] not in _BEFORE_THAT:
        return True
    return reading.kind == "finite" and before == "احد" and page.forms[i - 2] == "لا"


def _hear(page: Page, i: int, reading: CueForm) -> Found | None:
    nested = _nested_at(page, i)
    if reading.carrier is not None:
        carried = find_carried(page, i, reading) if not counts_himself(page, i) else None
        if carried is None:
            return None
        return Found(i, reading, carried.frame, Gap(carried.inner, None, None, None, None), carried, False, nested)
    assert reading.verb is not None
    finite = reading.kind == "finite"
    if _not_said(page, i, reading) or counts_himself(page, i) or (finite and interposed(page, i, reading) is not None):
        return None
    if reading.verb.in_document:
        return _document_says(page, i, reading)
    if reading.kind == "participle" and reading.verb.id == "ittaham" and _with_ba(page, i + 1):
        return None  # «54 متهما بالقتل»: they are accused
    before = _before(page, i, reading.verb) if finite else None
    if reading.verb.id == "azhar" and before is not None and _in_clause(page, before):
        return None  # «قال إن البيانات تظهر أن»: his own words
    frame = find_frame(page, i, reading, dropped=before is not None or not finite)
    if frame is None:
        held = held_to_be(page, i, reading) if reading.verb.as_ and finite else None
        gap = Gap(held[1], None, None, None, None) if held else None
        return Found(i, reading, held[0], gap, None, False, nested) if held and gap else None
    near = reading.verb.near
    if (near is not None and frame.gap[1] - i > near + 1) or not _fits(page, i, reading, frame):
        return None
    gap, moved = _settle(page, i, reading, frame, before)
    whose = whose_clause(page, i, frame) if finite and gap.subject is None else None
    if whose is not None:
        gap, moved = gap._replace(subject=whose), True
    nested = nested or (before is not None and _in_clause(page, before))
    found = Found(i, reading, frame, gap, None, moved, nested)
    return None if finite and _reports_nobody(page, found) else found


def _of_joined_verb(page: Page, frame: Frame) -> bool:
    """«يكذبون عليهم، وكانوا يحاولون أن»: a clause that belongs to a verb joined to the cue, not to the cue."""
    first, after = frame.gap
    for k in range(first, after - 1):
        form = page.forms[k]
        if form in page.v.relatives:
            return False
        joined = form[0] == "و" and not _COMMAS.isdisjoint(page.gaps[k]) and k not in page.inside_name
        if joined and page.v.is_finite(form[1:]) and form not in page.v.roles:
            return True
    return False


def _in_clause(page: Page, subject: Phrase) -> bool:
    """Whether a subject stands right after «أن», in what somebody else says."""
    return subject.first > 0 and page.forms[subject.first - 1] in _THAT


def _before(page: Page, i: int, verb: Verb) -> Phrase | None:
    """The subject before the verb at word `i`; of a verb that only documents have, the document right before it."""
    if verb.documents_only:
        return speaking_document(page, i) or subject_before(page, i)
    return subject_before(page, i) or speaking_document(page, i)


def _with_ba(page: Page, i: int) -> bool:
    """Whether word `i` is a noun with ب written onto it."""
    if i >= len(page.forms) or i in page.names or page.v.role_of(page.forms[i]) is not None:
        return False
    return page.forms[i].startswith("ب") and len(page.forms[i]) > 2


def _reports_nobody(page: Page, f: Found) -> bool:
    """Whether a finite verb has no subject that could speak: impersonal, passive, or about a thing."""
    verb, subject = f.reading.verb, f.gap.subject
    assert verb is not None
    if subject is None:
        return _needs_one(page, f, verb) or of_a_thing(page, f.cue, f.frame)
    if _unfit(page, f, verb, subject):
        return True
    passive = (
        verb.as_
        and (f.before or f.reading.tense == "present")
        and (f.frame.marker in ("quote", "object") or f.frame.second >= 0)
    )  # «تعتبر إستراتيجية»
    if somebody(page, subject) or (f.frame.second >= 0 and not passive):
        return False
    act = page.v.is_act(page.forms[subject.first]) and f.frame.marker in ("noun", "object")
    felt = f.frame.marker == "noun" and not verb.whole and page.has_pronoun(f.frame.word)  # «عن امتنانهم»: people
    return passive or act or verb.announced or (verb.weak and not felt)


def _needs_one(page: Page, f: Found, verb: Verb) -> bool:
    """Whether a verb whose subject is dropped reports nobody: passive, impersonal, denied."""
    if verb.as_ and f.reading.tense == "present" and not f.reading.pronoun and f.frame.gap[0] == f.frame.gap[1]:
        return f.frame.marker == "object" or _needs_subject(page, f.cue, verb)  # «وتعتبر مبادرة … أول قاعدة»
    if verb.as_ and not f.reading.pronoun and f.frame.marker == "quote" and "ب" in verb.noun:
        return f.frame.gap[1] - f.frame.gap[0] <= 1  # «وصف بـ"الكارثة"»
    if f.cue and page.forms[f.cue - 1] in DENIED:  # «ولا يستبعد أن»
        return True
    charged = verb.id == "ittaham" and f.gap.addressee is None and f.frame.gap[0] == f.frame.gap[1]
    return charged or _needs_subject(page, f.cue, verb)


def _unfit(page: Page, f: Found, verb: Verb, subject: Phrase) -> bool:
    """Whether what stands as the subject can be none of this verb."""
    head = page.forms[subject.first]
    if head in _SCRIPTURE or acts_only(page, f.cue, f.reading, f.frame, subject):
        return True
    if verb.as_ and f.cue and page.forms[f.cue - 1] in _WHAT and not somebody(page, subject):
        return True  # «ما وصف بالفضيحة»
    if verb.id == "bayyan" and head.endswith("ين") and page.forms[f.cue].endswith("بين"):
        return subject.first not in page.names  # «وبين المدينتين»
    if verb.documents_only and page.v.role_of(head) != "document":
        return True
    if verb.id == "ittaham" and not f.before and _passive(page, f.reading, f.frame, f.gap):
        return True
    if f.frame.marker != "quote" and _pointed_at(page, subject):
        return True
    return verb.as_ and f.frame.marker == "object" and page.forms[f.frame.gap[1] - 1] == "من"  # «يعتبر من الأصوات»


def _pointed_at(page: Page, subject: Phrase) -> bool:
    """«تؤكد هذه الزيارة الدور …», «تشير التوقعات إلى»: a thing that attests, not a voice."""
    k = subject.first
    if page.forms[k] in page.v.nobody:
        return True
    this = page.forms[k] in ("هذا", "هذه", "تلك")
    return this and k + 1 < subject.after and page.v.role_of(page.forms[k + 1]) is None


def _settle(page: Page, i: int, reading: CueForm, frame: Frame, before: Phrase | None) -> tuple[Gap, bool]:
    """What stands around the cue: the subject after it, else before it, and who is spoken to."""
    verb = reading.verb
    assert verb is not None
    by = reading.kind == "masdar" and page.forms[i + 1] == "من"  # «دعوة من صندوق النقد إلى»
    if reading.kind == "masdar" and reading.pronoun:  # «قوله»: its speaker is the pronoun
        return Gap(None, None, None, None, None), False
    takes_object = "" in verb.addressee or verb.as_ or verb.whole
    particles = page.v.separate[verb.id] if frame.second < 0 else _ONWARD
    gap = read_gap(page, i + 1 + by, frame.gap[1], takes_object=takes_object, particles=particles)
    if reading.kind == "finite" and i + 1 < len(page.forms) and page.forms[i + 1] in ("فيه", "فيها"):
        return _in_document(page, i, gap, takes_object=takes_object and verb.force not in ("promise", "threaten"))
    own = gap.subject is not None and page.forms[gap.subject.first].endswith("ها") and reading.gender == "f"
    if reading.kind == "participle" or (own and takes_object and reading.kind == "finite"):  # «وتتهم عدوها»
        gap = gap._replace(subject=None, addressee=gap.addressee or gap.subject)
    if verb.id == "aza" and gap.subject is not None and page.forms[gap.subject.first] in _CAUSES:
        gap = gap._replace(subject=None, addressee=gap.subject)  # «وأرجعت سبب التأخر إلى»
    joined = page.forms[i].startswith("و") and page.forms[i] not in page.v.forms
    if joined and "" in verb.addressee and gap.subject is not None and gap.addressee is None:
        head = page.forms[gap.subject.first]
        if head in page.v.plurals or head.endswith("ين"):  # «ودعا السكان إلى الهدوء»: they are called upon
            gap = gap._replace(subject=None, addressee=gap.subject)
    aside = i + 1 < len(page.gaps) and "،" in page.gaps[i + 1]  # «اللجنة أعلنت، في ختام اجتماع لها، بدء …»
    if before is not None and (gap.subject is None or aside or (takes_object and _right_before(page, before, i))):
        return gap._replace(subject=before, addressee=gap.addressee or gap.subject), True
    return gap, False


def _right_before(page: Page, subject: Phrase, i: int) -> bool:
    """Whether only «قد» and the like stand between the subject and the verb at word `i`."""
    return all(page.forms[k] in page.v.auxiliaries for k in range(subject.after, i))


def _in_document(page: Page, i: int, gap: Gap, *, takes_object: bool) -> tuple[Gap, bool]:
    """«بيانا دعت فيه مواطنيها إلى …»: its issuer speaks, unless a subject of its own follows."""
    if gap.subject is not None and takes_object:
        gap = gap._replace(subject=None, addressee=gap.addressee or gap.subject)
    found = issuer(page, i)
    if found is None or (gap.subject is not None and somebody(page, gap.subject)):
        return gap, False
    return gap._replace(subject=found[0], via=gap.via or found[1]), found[0] is not None


def _passive(page: Page, reading: CueForm, frame: Frame, gap: Gap) -> bool:
    """«واتهم الصحافيون بالتعاون»: nobody stands between subject and act, so the subject is the accused."""
    if reading.kind != "finite" or reading.pronoun or gap.subject is None or gap.addressee is not None:
        return False
    between = range(gap.subject.after, frame.gap[1])
    return not any(noun_like(page, k) and "،" not in page.gaps[k] for k in between)


def _needs_subject(page: Page, i: int, verb: Verb) -> bool:
    """«يذكر أن», «يرجع ذلك إلى», «ينص على»: without a subject of its own the verb reports nobody."""
    if verb.id == "aza" and page.cues[i][0].tense == "past" and page.forms[i + 1] in _CAUSES:
        return False  # «وأرجع ذلك إلى»
    return page.forms[i] in page.v.impersonal or (verb.whole and verb.id != "ittaham") or verb.documents_only


def _document_says(page: Page, i: int, reading: CueForm) -> Found | None:
    """«جاء في بيان أصدره X أن», «البيان … وجاء فيه: …»."""
    forms = page.forms
    if i + 2 >= len(forms) or forms[i + 1] not in ("في", "فيه", "فيها"):
        return None
    frame = find_frame(page, i, reading)
    if frame is None or frame.marker not in ("clause", "quote", "colon"):
        return None
    place = (i + 2, frame.gap[1]) if forms[i + 1] == "في" else _document_before(page, i)
    if place is None:
        return None
    first, stop = place
    if page.v.role_of(forms[first]) != "document" and forms[first] not in page.v.channel_nouns:
        return None
    whole = forms[first].startswith("ال")  # «البيان الصادر عن الوزارة» speaks itself
    if forms[first].endswith("ا") and forms[i + 1] != "في":  # «أصدرت الوزارة بيانا جاء فيه»
        issuer = read_gap(page, page.sentence(i)[0] + 1, first).subject
        if issuer is not None:
            gap = Gap(issuer, None, make_phrase(page, first, first + 1), None, None)
            return Found(i, reading, frame, gap, None, False, _nested_at(page, i))
    author = None if whole else next((k + 1 for k in range(first + 1, stop - 1) if forms[k] in _AUTHORED), None)
    after = first + 1
    if author is None and not whole and after < stop and forms[after].startswith("ل") and len(forms[after]) > 4:
        author = after  # «بيان لوزارة الداخلية»
    via = None
    if author is not None and noun_like(page, author):
        via = make_phrase(page, first, max(first + 1, author - 1))
        first = author
    begin = page.words[first].start + (
        forms[first].startswith("ل") and not forms[first].startswith("لل") and via is not None
    )
    speaker = make_phrase(page, first, extend(page, first, stop), begin)
    outer = _carrier_of(page, first)
    return Found(i, reading, frame, Gap(speaker, outer, via, None, None), None, False, _nested_at(page, i))


def _carrier_of(page: Page, first: int) -> Phrase | None:
    """«نقلت الوكالة البيان … وجاء فيه»: who carries the document that begins at word `first`."""
    for k in range(page.sentence(first)[0], first - 1):
        if any(r.carrier is not None for r in page.cues.get(k, ())) and noun_like(page, k + 1):
            return make_phrase(page, k + 1, extend(page, k + 1, first))
    return None


def _document_before(page: Page, i: int) -> tuple[int, int] | None:
    within = range(page.sentence(i)[0], i)
    held = [k for k in within if page.v.role_of(page.forms[k]) == "document" and not page.forms[k].startswith("لل")]
    return (held[-1], i) if held else None


def _fits(page: Page, i: int, reading: CueForm, frame: Frame) -> bool:
    """Whether cue and content stand near enough for what the cue is."""
    size = frame.gap[1] - frame.gap[0]
    if frame.marker == "clause" and _of_joined_verb(page, frame):
        return False
    if frame.marker == "noun" and size > _TELLS and page.forms[frame.word - 1] == "عن" and reading.id == "afad":
        return False  # «تفيد دراسة النجوم في معرفة … عن»
    if reading.kind == "participle":
        if reading.verb is not None and reading.verb.id == "jaddad" and size:  # «مجددا»: again
            return False
        if size and page.forms[i + 1] in ("هو", "هي"):  # «فارقا لافتا هو أن»
            return False
        if frame.marker in ("clause", "quote", "colon"):
            return size <= 14
        if page.forms[i + 1 : i + 2] and _with_ba(page, i + 1) and _predicate(page, i):
            return False
        adverbial = reading.number == "s" and reading.gender == "m"  # the others are as often adjectives
        return size <= 6 and (adverbial or page.clause_initial(i))
    if reading.kind == "masdar":
        return _masdar_fits(page, i, reading, frame, size)
    return True


def _predicate(page: Page, i: int) -> bool:
    """«سيكون المنتخب مطالبا بالفوز»: a participle that a copula calls for, not one that continues a report."""
    return any(page.forms[k].lstrip("و") in _COPULAS for k in range(max(0, i - 4), i)) and not page.gaps[i].strip()


def _masdar_fits(page: Page, i: int, reading: CueForm, frame: Frame, size: int) -> bool:
    assert reading.verb is not None
    if reading.verb.id == "ashar" and i and page.forms[i - 1] == "في":  # «، في إشارة إلى أن»: the reporter reads it so
        return False
    to_whom = reading.verb.id != "daa" and page.forms[i + 1].startswith("ل") and i + 1 < frame.gap[1]
    if reading.pronoun and "" in reading.verb.addressee and not to_whom:  # «اتهامه», but «اتهامها لإسرائيل»
        return False
    by = frame.marker == "noun" and page.forms[i + 1] == "من"
    if frame.marker != "clause" and not reading.pronoun and not by:
        return False
    return size <= (3 if reading.pronoun else 12) and not any("،" in page.gaps[k] for k in range(i + 1, frame.gap[1]))


def contrast_before(page: Page, f: Found) -> int | None:
    """«…، لكن اللاعب قال إنه انتهى»: the word at which another voice is set against the first, if one is."""
    if not f.before or f.gap.subject is None:
        return None
    k, forms = f.gap.subject.first, page.forms
    if k > 1 and forms[k - 1] == "ان" and forms[k - 2] in ("غير", "الا", "بيد"):
        return k - 2
    return k - 1 if k and forms[k - 1] in ("لكن", "ولكن", "بينما", "فيما", "وبينما", "وفيما", "وكان", "وكانت") else None


def _nested_at(page: Page, i: int) -> bool:
    """Whether the cue stands inside another clause."""
    if i > 1 and page.forms[i - 1] == "ان" and page.forms[i - 2] == "قبل":
        return False
    finite = page.forms[i] in page.v.forms
    if finite and i + 1 < len(page.forms) and page.forms[i + 1] in ("فيه", "فيها"):  # «إخطارا، تطلب فيه مثولهم»
        return True
    if not finite and not page.gaps[i].strip():  # «الذي زاره وحثه على …»
        whom = antecedent(page, i)
        if whom is not None and not any(k in page.cues for k in range(whom.after, i)):
            return True
    return not page.clause_initial(i) and (i == 0 or page.forms[i - 1] not in _BESIDE)
