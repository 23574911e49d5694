"""For whom a dropped subject or a participle stands: the discourse so far, by gender, number and distance."""

from __future__ import annotations

from typing import NamedTuple

from isnad.read.statements.draft import Draft
from isnad.read.statements.forms import CueForm
from isnad.read.statements.objects import extend_plain
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, make_phrase, noun_like, somebody
from isnad.read.statements.voices import antecedent, read_gap, skip_openers

_CONTINUERS = frozenset(("adaf", "tabaa", "ardaf", "istatrad", "istadrak", "wasal", "zad", "khatam"))
_FAR = 12  #: sentences a continuing verb (أضاف، تابع) may look back
_NEAR = 5  #: sentences any other verb may look back
_GENDERS = {"الذي": "m", "التي": "f"}
_RESUMPTIVE = {"الذي": ("ه",), "التي": ("ها",), "الذين": ("هم",), "ما": ("ه",)}
_PUBLISH = frozenset(("awrad", "naqal-an"))
_MENTION = 60  #: words before a cue in which somebody may have been named without a content
_SUBJECT = 16  #: words of a subject at most
_BESIDE = 5  #: letters between a content and the participle that goes on
_OPENING = 12  #: words of an adverbial at the head of a sentence at most
_ADVERBIAL = frozenset(("في", "علي", "عن", "من", "الي", "مع"))  #: open «وعلى صعيد الصناعة،»
_WHOLE = 4  #: letters before a statement that is the whole of another's content
_AFTER_STOP = 2  #: sentences a participle at the head of a sentence may look back
_ON = 3  #: sentences after its speaker within which a quotation goes on
_NOT_PLURAL = frozenset(
    (
        "لبنان",
        "ايران",
        "السودان",
        "طهران",
        "البرلمان",
        "اليابان",
        "باكستان",
        "افغانستان",
        "الفاتيكان",
        "قبطان",
        "القبطان",
        "سلطان",
        "السلطان",
    )
)


class Voiced(NamedTuple):
    """A speaker of the discourse with what its verb said of it. chain: the outer voices it came through.

    nested: it speaks in another's content that is nothing but its own words: only a participle leads back to it.
    """

    phrase: Phrase
    gender: str | None
    plural: bool
    sentence: int
    chain: tuple[Phrase, ...]
    nested: bool = False


def resolve(page: Page, drafts: list[Draft]) -> None:
    """Give dropped subjects, participles and quotations that go on their speakers, in the order of their cues."""
    spoken: list[Voiced] = []
    at = 0
    for d in sorted(drafts, key=lambda d: d.cue):
        sentence = page.sentence_number(d.cue)
        if d.speaker is None:
            _hear_mentions(page, d, at, drafts, spoken)
        at = d.cue + 1
        if d.speaker is None:
            _find_speaker(page, d, sentence, spoken, drafts)
        offset = page.start_of(d.cue)
        around = next((o for o in drafts if o.cue < d.cue and o.start <= offset < o.end), None)
        relative = d.cue > 0 and page.forms[d.cue - 1] in page.v.relatives
        if d.speaker is None or relative:
            continue
        outer = tuple(p for p, _ in d.outer)
        if around is None:
            spoken.append(Voiced(d.speaker, _gender(page, d), _plural(page, d.speaker), sentence, outer))
        elif around.speaker is not None and d.explicit and min(offset, d.speaker.start) - around.start <= _WHOLE:
            outer = (*(p for p, _ in around.outer), around.speaker, *outer)
            spoken.append(Voiced(d.speaker, _gender(page, d), _plural(page, d.speaker), sentence, outer, True))


def _hear_mentions(page: Page, d: Draft, first: int, drafts: list[Draft], spoken: list[Voiced]) -> None:
    """Who does something by words that hold no content («رحب الوزير بالقرار، مشيرا إلى …») since word `first`."""
    for i in range(max(first, d.cue - _MENTION), d.cue):
        readings = page.cues.get(i)
        if not readings or i in page.quoted or readings[0].kind != "finite" or not page.clause_initial(i):
            continue
        offset = page.start_of(i)
        if any(o.start <= offset < o.end for o in drafts):
            continue
        verb = readings[0].verb
        if (
            verb is None
            or verb.in_document
            or (verb.id in _PUBLISH and page.sentence_number(i) != page.sentence_number(d.cue))
        ):
            continue
        takes = "" in verb.addressee or verb.as_ or verb.whole
        subject = read_gap(page, i + 1, min(page.sentence(i)[1], i + _SUBJECT, d.cue), takes_object=takes).subject
        if subject is not None and somebody(page, subject) and not _with_la(page, subject.first):
            subject = make_phrase(page, subject.first, extend_plain(page, subject.first, subject.after), subject.start)
            plural = _plural(page, subject)
            spoken.append(Voiced(subject, readings[0].gender, plural, page.sentence_number(i), ()))


def _with_la(page: Page, i: int) -> bool:
    """Whether ل is written onto the name at word `i` («في تغريدة لفلان»)."""
    form = page.forms[i]
    return form.startswith("ل") and i in page.names and page.prose.raw[page.names[i][1].start - 1] == "ل"


def _find_speaker(page: Page, d: Draft, sentence: int, spoken: list[Voiced], drafts: list[Draft]) -> None:
    if d.reading is None:
        near = next((v for v in reversed(spoken) if not v.nested), None)
        near = near if near is not None and sentence - near.sentence <= _ON else None
        if d.rule == "quote:continues" and near is not None:
            _take(d, near, True, "a quotation goes on after the last speaker")
        return
    related = antecedent(page, d.cue) if d.reading.kind == "finite" and not _resumes(page, d) else None
    if related is not None:
        d.speaker = related
        d.why.append("the noun that the relative clause is about")
        return
    if d.reading.carrier is not None:
        _find_carried(page, d, sentence, spoken)
        return
    begin = page.sentence(d.cue)[0]
    opens = d.cue - begin <= 1
    voice, why = _last_voice(d.reading, sentence, spoken, opens=d.cue == begin)
    if voice is None or (voice.sentence != sentence and not opens):
        main = _main_subject(page, d)
        if main is not None:
            d.speaker = main
            d.why.append("the subject of the sentence's first verb")
            return
        known = _by_surname(page, d, spoken)
        if known is not None:
            _take(d, known, False, "the speaker whose last name stands after the sentence's first verb")
            return
    if voice is not None:
        _take(d, voice, sentence == voice.sentence, why)
    elif not _find_beside(page, d, drafts):
        d.why.append(why)


def _find_beside(page: Page, d: Draft, drafts: list[Draft]) -> bool:
    """Whether the speaker of what stands right before, or who acted in the sentence before, was found to speak."""
    assert d.reading is not None
    if d.reading.kind == "participle":
        beside = _said_before(page, d, drafts)
        if beside is not None:
            d.speaker, d.outer = beside.speaker, [(p, None) for p, _ in beside.outer]
            d.why.append("the speaker of what stands right before")
    elif d.reading.kind == "finite":
        d.speaker = _acted_before(page, d)
        if d.speaker is not None:
            d.why.append("who acted in the sentence before")
    return d.speaker is not None


def _said_before(page: Page, d: Draft, drafts: list[Draft]) -> Draft | None:
    """«قال فلان "…"، مضيفا»: the statement whose words end right before a participle, where it was heard."""
    at = page.start_of(d.cue)
    for o in drafts:
        if o is d or o.speaker is None or not 0 <= at - o.end <= _BESIDE or o.cue > d.cue:
            continue
        if not page.text[o.end : at].strip(" ،,\"”»’'") and d.reading is not None:
            voiced = Voiced(o.speaker, _gender(page, o), _plural(page, o.speaker), 0, ())
            return o if _agrees(d.reading, voiced) else None
    return None


def _resumes(page: Page, d: Draft) -> bool:
    """«تصريحاته التي وصفها»: the pronoun stands for the antecedent, which is no subject then."""
    if d.reading is None or not d.cue:
        return False
    if d.reading.number == "s" and d.reading.gender not in (
        None,
        _GENDERS.get(page.forms[d.cue - 1], d.reading.gender),
    ):
        return True  # «على الرجل الذي أوضحت أنه»
    if not d.reading.pronoun:
        return False
    pronouns = _RESUMPTIVE.get(page.forms[d.cue - 1], ())
    return any(page.forms[d.cue].endswith(p) for p in pronouns)


def _find_carried(page: Page, d: Draft, sentence: int, spoken: list[Voiced]) -> None:
    """«نقلت الوكالة عنه قوله»: the person named last, speaking or not."""
    carriers = {p.start for p, _ in d.outer}
    for voice in reversed(spoken):
        if sentence - voice.sentence > _ON:
            break
        if voice.phrase.start not in carriers:
            _take(d, voice, False, "the last speaker that is not the carrier")
            return
    for i in range(d.cue - 1, max(0, d.cue - 60), -1):
        if i in page.names and page.names[i][1].type == "PER":
            d.speaker = make_phrase(page, i, page.names[i][0])
            d.why.append("the person named last")
            return
    d.why.append("nobody named before")


def _take(d: Draft, voice: Voiced, with_chain: bool, why: str) -> None:
    d.speaker = voice.phrase
    if with_chain:
        d.outer = [(p, None) for p in voice.chain]
    d.why.append(why)


def _last_voice(reading: CueForm, sentence: int, spoken: list[Voiced], *, opens: bool) -> tuple[Voiced | None, str]:
    """The antecedent of a dropped subject, with the reason for the choice or for none.

    opens: the cue is the first word of its sentence («مؤكدا أن …», after a full stop).
    """
    finite = reading.kind == "finite"
    reach = _AFTER_STOP if opens else 0
    if finite:
        reach = _FAR if reading.verb is not None and reading.verb.id in _CONTINUERS else _NEAR
    for voice in reversed(spoken):
        if voice.nested and (finite or voice.sentence != sentence):
            continue
        if sentence - voice.sentence > reach:
            return None, f"no speaker within {reach} sentences"
        if _agrees(reading, voice):
            return voice, "the last speaker that agrees"
        if finite:
            return None, "the last speaker does not agree in gender or number"
    return None, "no speaker before"


def _agrees(reading: CueForm, voice: Voiced) -> bool:
    """Whether a form may have this speaker as its subject."""
    if reading.number == "p":
        return voice.plural or voice.gender is None
    if reading.gender is None or voice.gender is None:
        return True
    return reading.gender == voice.gender and not (voice.plural and reading.gender == "m")


def _plural(page: Page, phrase: Phrase) -> bool:
    form = page.forms[phrase.first]
    if form in page.v.plurals:
        return True
    role = page.v.roles.get(form)
    if role == "person" or (role is not None and form.endswith("ان") and page.v.role_of(form[:-2]) is None):
        return False  # «الأمين», «البيان»
    return form.endswith(("ون", "ين", "ان")) and form not in _NOT_PLURAL and phrase.first not in page.names


def _gender(page: Page, d: Draft) -> str | None:
    """The gender a later verb must agree with: of a verb before its subject, else of the noun."""
    if d.reading is not None and d.reading.kind == "finite" and not d.outer:
        return d.reading.gender
    if d.speaker is None:
        return None
    word = page.words[d.speaker.first]
    raw = page.prose.raw[page.prose.back[word.start] : page.prose.back[word.end - 1] + 1]
    return "f" if raw.endswith(("ة", "اء", "ات")) else None


def _main_subject(page: Page, d: Draft) -> Phrase | None:
    """The subject of the sentence's first verb, for a cue after a verb that reports nothing itself."""
    return _first_subject(page, d, *page.sentence(d.cue))


def _first_subject(page: Page, d: Draft, start: int, limit: int) -> Phrase | None:
    """The subject of the first verb among words `start` to `limit`, where `d` may have it for its own."""
    limit = min(limit, d.cue)
    first = skip_openers(page, _past_opening(page, start, limit), limit)
    while first < limit and page.forms[first] in page.v.auxiliaries:
        first += 1
    coordinate = d.reading is not None and d.reading.kind == "finite" and page.forms[d.cue] not in page.v.forms
    for k in (first, first + 1):
        if k < limit and noun_like(page, k) and _stands_for_actor(page, k, coordinate):
            return make_phrase(page, k, extend_plain(page, k, limit)) if _accords(page, d, first, k) else None
    return None


def _by_surname(page: Page, d: Draft, spoken: list[Voiced]) -> Voiced | None:
    """«وطالب باحا بزيارة …، داعيا إلى …»: a speaker met before, by the last word of his name after the first verb."""
    start = page.sentence(d.cue)[0]
    first = skip_openers(page, start, d.cue)
    if d.reading is None or d.reading.kind != "participle" or first + 1 >= d.cue:
        return None
    if first not in page.cues and not page.v.is_finite(page.forms[first]):
        return None
    form = page.forms[first + 1]
    if page.v.role_of(form) is not None or first + 1 in page.timed:
        return None
    able = [v for v in spoken if v.phrase.after > v.phrase.first + 1 and page.forms[v.phrase.after - 1] == form]
    return able[-1] if able and _agrees(d.reading, able[-1]) else None


def _past_opening(page: Page, start: int, limit: int) -> int:
    """After «وعلى صعيد الصناعة،» at the head of a sentence."""
    if start >= limit or page.forms[start].removeprefix("و") not in _ADVERBIAL:
        return start
    comma = next((k for k in range(start + 1, min(limit, start + _OPENING)) if "،" in page.gaps[k]), start)
    return comma if page.v.is_finite(page.forms[comma]) or comma in page.cues else start


def _accords(page: Page, d: Draft, first: int, k: int) -> bool:
    """Whether a participle agrees with a subject whose verb stands at word `first`."""
    if d.reading is None or d.reading.number != "s" or d.reading.gender is None:
        return True
    word = page.words[k]
    raw = page.prose.raw[page.prose.back[word.start] : page.prose.back[word.end - 1] + 1]
    verb = page.forms[first] if k > first else ""
    feminine = raw.endswith(("ة", "اء", "ات")) or (verb.endswith("ت") and len(verb) > 3) or verb.startswith(("ت", "وت"))
    if d.reading.gender == "f":
        return feminine or (not verb and k in page.names)
    return not (verb.endswith("ت") and len(verb) > 3)


def _acted_before(page: Page, d: Draft) -> Phrase | None:
    """«التقى الوزير فلان نظيره. وقال إن»: who acted in the sentence before, by name or title, in the same paragraph."""
    start = page.sentence(d.cue)[0]
    if start == 0 or d.cue - start > 1 or "\n" in page.gaps[start]:
        return None
    found = _first_subject(page, d, *page.sentence(start - 1))
    if found is None:
        return None
    named = any(i in page.names and page.names[i][1].type == "PER" for i in range(found.first, found.after))
    return found if named or page.v.role_of(page.forms[found.first]) == "person" else None


def _stands_for_actor(page: Page, i: int, coordinate: bool) -> bool:
    """Whether a noun phrase at word `i` may be somebody who speaks: a name, a title, a body, people.

    coordinate: a verb with و follows in the same sentence, so that a state may be meant («زادت السعودية … وأشارت»).
    """
    form = page.forms[i]
    if i in page.names:
        return page.names[i][1].type != "LOC" or coordinate
    people = form.startswith("ال") and form.endswith(("ون", "ين"))
    return people or page.v.role_of(form) in ("person", "organisation", "anonymous")
