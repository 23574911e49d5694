"""Statements of one article: cues in order, each with its frame, speaker, chain and content."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.reporting import Verb
from isnad.model.reading import Force, Form, Name, Speaker, Statement, Time, Voice
from isnad.model.span import Span
from isnad.read.statements.attributions import Attribution, find_attributions
from isnad.read.statements.carriers import Carried, find_carried
from isnad.read.statements.contents import Content, Piece, find_content, mode_of, sentence_end, trim
from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import Frame, find_frame
from isnad.read.statements.page import Page
from isnad.read.statements.quoted import Quoted, answers, continuations, quote_before, signatures
from isnad.read.statements.resolve import Voiced, last_voice
from isnad.read.statements.vocabulary import Vocabulary
from isnad.read.statements.voices import (
    Gap,
    Phrase,
    actor_of,
    antecedent,
    extend,
    extend_plain,
    make_phrase,
    noun_like,
    read_gap,
    role_of_phrase,
    skip_openers,
    subject_before,
)
from isnad.text.prose import Prose


_DENIAL = re.compile(r"(?:[^\W_]+ ){0,5}(?:لم|لن|ليس|ليست|لا) (?:[^\W_]+ ){1,2}(?:ب?ايه?|قط|مطلقا)\b")
_AUTHORED = frozenset(("اصدره", "اصدرته", "اصدرها", "اصدرتها", "نشره", "نشرته", "عن"))  #: between a document and its author
_ON = 3  #: sentences after its speaker within which a quotation goes on


class Found(NamedTuple):
    """A cue with its frame, before contents and speakers are settled. Word indexes."""

    cue: int
    reading: CueForm
    frame: Frame
    gap: Gap
    carried: Carried | None
    before: bool
    nested: bool


class Draft:
    """A statement in the making; offsets of the folded text."""

    def __init__(
        self, cues: list[tuple[int, int]], content: Content, force: Force, form: Form, rule: str, cue: int
    ) -> None:
        self.cues = cues
        self.content = content
        self.force = force
        self.form = form
        self.rule = rule
        self.cue = cue
        self.speaker: Phrase | None = None
        self.explicit = False
        self.outer: list[tuple[Phrase, tuple[int, int] | None]] = []
        self.via: Phrase | None = None
        self.addressee: Phrase | None = None
        self.time: Time | None = None
        self.reading: CueForm | None = None
        self.why: list[str] = []

    @property
    def start(self) -> int:
        return self.content.pieces[0][0]

    @property
    def end(self) -> int:
        return self.content.pieces[-1][1]


class StatementsReader:
    """Finds who says what. Compiled once; reads any number of articles."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._vocabulary = Vocabulary(lexicons)

    def read(self, prose: Prose, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Statement, ...]:
        """Statements in document order; empty where nobody is reported to say anything."""
        page = Page(prose, self._vocabulary, names, times)
        return tuple(_finish(page, d, n) for n, d in enumerate(self._drafts(page), 1))

    def _drafts(self, page: Page) -> list[Draft]:
        found = _find_cues(page)
        attributions = find_attributions(page)
        boundaries = frozenset(
            {f.cue for f in found if not f.nested and f.reading.kind != "masdar"}
            | {a.first for a in attributions if not _carried_inside(page, a)}
        )
        drafts = [_draft(page, f, boundaries) for f in found]
        drafts = [d for d in drafts if d.start < d.end]
        drafts += _quoted_drafts(page, drafts)
        drafts = _attribute(page, drafts, attributions)
        drafts.sort(key=lambda d: (d.start, -d.end, d.cue))
        _resolve(page, drafts)
        return [d for d in _nest(page, drafts) if d.speaker is not None or d.cues]


def _carried_inside(page: Page, a: Attribution) -> bool:
    """«ما نشره موقع … نقلا عن مصدر»: the chain of a relative clause, not of the statement around it."""
    return a.inner and any(r.pronoun for k in range(max(0, a.first - 7), a.first) for r in page.cues.get(k, ()))


def _quoted_drafts(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Quotations that no cue before them has claimed."""
    taken = {
        q.start
        for q in page.prose.quotes
        for d in drafts
        for a, b in d.content.pieces
        if q.start < b and a <= q.inner_end
    }
    cued = {d.cue for d in drafts}
    out: list[Draft] = []
    free = (
        quote_before(page, i, r, taken)
        for i in sorted(page.cues)
        if i not in page.quoted and i not in cued
        for r in page.cues[i]
    )
    for q in [f for f in free if f is not None] + signatures(page, taken):
        if q.quote.start not in taken:
            taken |= {q.quote.start} | ({q.second.start} if q.second else set())
            out.append(_quoted_draft(page, q))
    for quote in continuations(page, taken):
        content = Content((trim(page.text, quote.inner_start, quote.inner_end),), "direct", quote)
        d = Draft([], content, "say", "quote", "quote:continues", page.prose.word_at(quote.inner_start))
        out.append(d)
    for a in answers(page):
        d = Draft(
            [],
            Content((trim(page.text, a.start, a.end),), "direct", None),
            "say",
            "quote",
            "interview:answer",
            a.label.first,
        )
        d.speaker, d.explicit = a.label, True
        out.append(d)
    return out


def _quoted_draft(page: Page, q: Quoted) -> Draft:
    quotes = [q.quote] + ([q.second] if q.second else [])
    content = Content(tuple(trim(page.text, x.inner_start, x.inner_end) for x in quotes), "direct", q.quote)
    if q.reading is not None:
        cue = (page.words[q.cue].start, page.words[q.cue].end)
        force = q.reading.verb.force if q.reading.verb is not None else "say"
    else:
        cue, force = (q.quote.inner_end, q.quote.end), "say"
    d = Draft([cue], content, force, "quote", q.rule, q.cue)
    d.reading, d.speaker, d.via, d.addressee, d.time = q.reading, q.gap.subject, q.gap.via, q.gap.addressee, q.gap.time
    d.explicit = True
    return d


def _find_cues(page: Page) -> list[Found]:
    out = []
    taken = -1
    for i in sorted(page.cues):
        if i <= taken or i in page.quoted:
            continue
        for reading in page.cues[i]:
            found = _try(page, i, reading)
            if found is not None:
                out.append(found)
                taken = max(i, found.frame.gap[1] - 1, found.frame.second, found.carried.noun if found.carried else -1)
                break
    return out


def _try(page: Page, i: int, reading: CueForm) -> Found | None:
    if reading.carrier is not None:
        carried = find_carried(page, i, reading)
        if carried is None:
            return None
        return Found(
            i, reading, carried.frame, Gap(carried.inner, None, None, None, None), carried, False, _nested_at(page, i)
        )
    verb = reading.verb
    assert verb is not None
    if verb.in_document:
        return _document_says(page, i, reading)
    before = subject_before(page, i) if reading.kind == "finite" else None
    frame = find_frame(page, i, reading, dropped=before is not None or reading.kind != "finite")
    if frame is None or not _fits(page, i, reading, frame):
        return None
    by = reading.kind == "masdar" and page.forms[i + 1] == "من"  # «دعوة من صندوق النقد إلى»
    gap = read_gap(page, i + 1 + by, frame.gap[1], takes_object="" in verb.addressee)
    if gap.subject is not None and _object_for_subject(page, reading, gap.subject):
        gap = gap._replace(subject=None, addressee=gap.subject)
    if reading.kind == "participle":
        gap = gap._replace(subject=None, addressee=gap.addressee or gap.subject)
    if before is not None and (gap.subject is None or ("" in verb.addressee and before.after == i)):
        gap = gap._replace(addressee=gap.addressee or gap.subject)
        gap = gap._replace(subject=before)
        return Found(i, reading, frame, gap, None, True, _nested_at(page, i))
    if (
        gap.subject is None
        and reading.kind == "finite"
        and (page.forms[i] in page.v.impersonal or _needs_subject(verb))
    ):
        return None
    return Found(i, reading, frame, gap, None, False, _nested_at(page, i))


def _object_for_subject(page: Page, reading: CueForm, phrase: Phrase) -> bool:
    """«وتتهم عدوها»: a feminine verb's next noun with «ها» is what it acts on."""
    assert reading.verb is not None
    own = page.forms[phrase.first].endswith("ها") and reading.gender == "f"
    return own and reading.kind == "finite" and "" in reading.verb.addressee


def _document_says(page: Page, i: int, reading: CueForm) -> Found | None:
    """«جاء في بيان أصدره X أن», «البيان … وجاء فيه: …»."""
    forms = page.forms
    if i + 2 >= len(forms) or forms[i + 1] not in ("في", "فيه", "فيها"):
        return None
    frame = find_frame(page, i, reading)
    if frame is None or frame.marker not in ("clause", "quote", "colon"):
        return None
    if forms[i + 1] == "في":
        first, stop = i + 2, frame.gap[1]
        if page.v.role_of(forms[first]) != "document" and forms[first] not in page.v.channel_nouns:
            return None
    else:
        start, stop = page.sentence(i)[0], i
        held = [k for k in range(start, i) if page.v.role_of(forms[k]) == "document"]
        if not held:
            return None
        first = held[-1]
    author = next((k + 1 for k in range(first + 1, stop - 1) if forms[k] in _AUTHORED), None)
    if author is not None and noun_like(page, author):
        speaker = make_phrase(page, author, extend(page, author, stop))
        via = make_phrase(page, first, author - 1)
    else:
        speaker, via = make_phrase(page, first, extend(page, first, stop)), None
    return Found(i, reading, frame, Gap(speaker, None, via, None, None), None, False, _nested_at(page, i))


def _needs_subject(verb: Verb) -> bool:
    """«يرجع ذلك إلى», «ينص على»: without a subject of its own the verb reports nobody."""
    return (verb.whole and verb.id != "ittaham") or verb.documents_only


def _fits(page: Page, i: int, reading: CueForm, frame: Frame) -> bool:
    size = frame.gap[1] - frame.gap[0]
    if reading.kind == "participle":
        tight = size <= 6
        return tight if frame.marker in ("noun", "object") else size <= 14
    if reading.kind == "masdar":
        if (
            frame.marker != "clause"
            and not reading.pronoun
            and not (frame.marker == "noun" and page.forms[i + 1] == "من")
        ):
            return False
        return size <= (3 if reading.pronoun else 12) and not any(
            "،" in page.gaps[k] for k in range(i + 1, frame.gap[1])
        )
    return True


def _nested_at(page: Page, i: int) -> bool:
    """Whether the cue stands inside another clause, so that it does not end a content before it."""
    if page.clause_initial(i):
        return False
    before = page.forms[i - 1] if i else ""
    return before not in ("كما", "فيما", "حيث", "بينما", "وقد", "قد", "ثم")


def _draft(page: Page, f: Found, boundaries: frozenset[int]) -> Draft:
    verb = f.reading.verb
    cues = [(page.words[f.cue].start, page.words[f.cue].end)]
    if page.forms[f.cue] not in page.v.forms:
        cues[0] = (cues[0][0] + 1, cues[0][1])
    second = f.carried.noun if f.carried else f.frame.second
    if second >= 0:
        cues.append((page.words[second].start, page.words[second].end))
    frame = f.frame
    if verb is not None and verb.whole and frame.marker == "noun":
        frame = _whole(page, f, frame)
    content = find_content(page, frame, boundaries - {f.cue, second})
    form: Form = (
        "masdar"
        if frame.marker in ("noun", "object")
        else "quote"
        if content.mode == "direct" and frame.marker in ("quote", "colon")
        else "clause"
    )
    d = Draft(
        cues,
        content,
        _force(page, f, second),
        form,
        f"{'carrier' if f.carried else 'verb'}:{f.reading.id}:{frame.marker}",
        f.cue,
    )
    d.reading = f.reading
    d.speaker, d.via, d.addressee, d.time = f.gap.subject, f.gap.via, f.gap.addressee, f.gap.time
    d.explicit = d.speaker is not None
    if f.gap.outer is not None:
        d.outer.append((f.gap.outer, None))
    if f.carried is not None and f.carried.outer is not None:
        d.outer.append((f.carried.outer, cues[0]))
    if f.reading.kind == "finite" and d.force == "say" and frame.marker == "clause":
        d.force = _self_promise(page, frame) or _denies(page, content) or d.force
    return d


def _self_promise(page: Page, frame: Frame) -> Force | None:
    """«قال إنه سيفعل»: the speaker binds himself."""
    clause, first = page.forms[frame.gap[1]], page.forms[frame.word] if frame.word < len(page.words) else ""
    own = clause.endswith(("انه", "انها", "انهم"))
    if (
        own
        and first.startswith(("سي", "ست"))
        and not first.startswith(("سيتم", "ستتم", "سيكون", "ستكون", "ستر"))
        and len(first) > 4
    ):
        return "promise"
    return None


def _denies(page: Page, content: Content) -> Force | None:
    """«قال إن قواته لم تنفذ أي غارات»: a plain verb whose content denies."""
    start, end = content.pieces[0]
    return "deny" if _DENIAL.match(page.text, start, end) else None


def _force(page: Page, f: Found, second: int) -> Force:
    """The force of the verb, or of the second cue where that says more than «قائلا»."""
    readings = page.cues.get(second, ())
    later = next((r.verb for r in readings if r.verb is not None and r.verb.id != "qal"), None)
    if later is not None:
        return later.force
    return f.reading.verb.force if f.reading.verb is not None else "say"


def _whole(page: Page, f: Found, frame: Frame) -> Frame:
    """Accused and act, cause and effect: the content begins after the subject."""
    first = f.cue + 1
    subject = f.gap.subject if not f.before else None
    if f.gap.addressee is not None:
        first = f.gap.addressee.first
    elif subject is not None:
        first = subject.after
        while first < frame.word and (page.forms[first] in page.v.relatives or "،" not in page.gaps[first]):
            first += 1
    if first >= frame.word or first in page.timed:
        return frame
    return frame._replace(start=page.words[first].start, word=first)


def _attribute(page: Page, drafts: list[Draft], attributions: list[Attribution]) -> list[Draft]:
    """Prepositional cues join the statement they stand beside, else they make one of the clause they stand beside."""
    out = list(drafts)
    used: set[int] = set()
    for a in attributions:
        at = page.words[a.first].start
        inside = next(
            (d for d in out if d.start <= at < d.end or (page.start_of(d.cue) < at < d.start and d.cue >= 0)), None
        )
        if inside is not None and at < inside.start:
            known = [p for p, _ in inside.outer] + ([inside.speaker] if inside.speaker else [])
            if not any(p.first >= a.first and p.after <= a.after for p in known):
                _join(page, inside, a)
            continue
        beside = _beside(page, out, a)
        if beside is not None:
            _join(page, beside, a)
            continue
        made = _stand_alone(page, a, out)
        if made is not None and a.first not in used:
            used.add(a.first)
            out.append(made)
    return out


def _join(page: Page, d: Draft, a: Attribution) -> None:
    cue = (page.words[a.first].start, page.words[a.cue_after - 1].end)
    if a.inner and d.speaker is None:
        d.speaker, d.explicit = a.voices[-1], True
        d.outer.extend((v, cue) for v in a.voices[:-1])
    elif a.inner and d.explicit and d.speaker is not None:
        d.outer.append((d.speaker, None))
        d.speaker = a.voices[-1]
        d.outer.extend((v, cue) for v in a.voices[:-1])
    elif d.explicit or d.reading is not None:
        d.outer[:0] = [(v, cue) for v in a.voices]
    d.cues.append(cue)


def _beside(page: Page, drafts: list[Draft], a: Attribution) -> Draft | None:
    """The statement whose content ends right before the attribution, or whose cue follows it at the head of a sentence."""
    at = page.words[a.first].start
    for d in drafts:
        between = page.text[d.end : at] if d.end <= at else "x"
        if (
            len(between) <= 6
            and not any(c.isalnum() for c in between.replace("وذلك", ""))
            and "." not in between
            and "\n" not in between
        ):
            reading = d.reading
            if reading is not None and (reading.kind != "participle" or d.content.quote is not None):
                return d
    start, _ = page.sentence(a.first)
    if all(page.forms[k] in ("و",) for k in range(start, a.first)):
        end = page.words[a.after - 1].end
        for d in drafts:
            if d.cue >= a.after and d.cue - a.after <= 1 and end <= page.start_of(d.cue):
                return d
    return None


def _stand_alone(page: Page, a: Attribution, drafts: list[Draft]) -> Draft | None:
    start, stop = page.sentence(a.first)
    at = page.words[a.first].start
    leading = a.first - start <= 1 and not any(c in page.gaps[a.first] for c in "،,")
    text = page.text
    if leading:
        if a.after >= stop:
            return None
        k = a.after
        while (
            k < stop
            and k < a.after + 12
            and not any(c in page.gaps[k] for c in "،,:")
            and page.forms[k] not in ("فان", "فقد")
        ):
            k += 1
        if k >= stop or k - a.after >= 12:
            k = a.after
        begin, end = page.words[k].start, sentence_end(page, at)
        for p in ("فان ", "فانه ", "فقد ", "فانها ", "ان "):
            if text.startswith(p, begin):
                begin += len(p)
    else:
        begin, end = page.words[start].start, at
        for d in drafts:
            if begin < d.end <= at and d.reading is not None and d.reading.kind != "participle":
                return None
    piece = trim(text, begin, end)
    if (
        text[piece[0] : piece[0] + 1] == "و"
        and page.forms[page.prose.word_at(piece[0])] not in page.v.roles
        and not leading
    ):
        piece = (piece[0] + 1, piece[1])
    if piece[1] - piece[0] < 12:
        return None
    content = Content((piece,), mode_of(page, (piece,)), None)
    cue = (at, page.words[a.cue_after - 1].end)
    d = Draft([cue], content, a.force, "clause", a.rule, a.first)  # type: ignore[arg-type]
    d.speaker, d.explicit = a.voices[-1], True
    d.outer = [(v, None) for v in a.voices[:-1]]
    return d


def _plural(page: Page, d: Draft) -> bool:
    return d.speaker is not None and (
        page.forms[d.speaker.first].endswith(("ون", "ين", "ان"))
        and page.forms[d.speaker.first] not in ("لبنان", "ايران", "السودان", "طهران")
    )


def _gender(page: Page, d: Draft) -> str | None:
    """The gender a later verb must agree with: of a verb before its subject, else of the noun."""
    if d.reading is not None and d.reading.kind == "finite" and not d.outer:
        return d.reading.gender
    if d.speaker is None:
        return None
    raw = page.prose.raw[
        page.prose.back[page.words[d.speaker.first].start] : page.prose.back[page.end_of(d.speaker.first) - 1] + 1
    ]
    return "f" if raw.endswith(("ة", "اء")) else None


def _resolve(page: Page, drafts: list[Draft]) -> None:
    """Give dropped subjects and participles their speakers, in order of their cues."""
    spoken: list[Voiced] = []
    for d in sorted(drafts, key=lambda d: d.cue):
        sentence = page.sentence_number(d.cue)
        if d.rule == "quote:continues" and spoken and sentence - spoken[-1].sentence <= _ON:
            d.speaker, d.outer = spoken[-1].phrase, [(p, None) for p in spoken[-1].chain]
            d.why.append("a quotation goes on after the last speaker")
        elif d.speaker is None and d.reading is not None:
            same = d.reading.kind != "finite"
            voice, why = last_voice(d.reading, sentence, spoken, same_sentence=same)
            d.why.append(why)
            related = antecedent(page, d.cue) if d.reading.kind == "finite" else None
            if related is not None:
                voice, d.speaker = None, related
                d.why.append("the noun that the relative clause is about")
            elif voice is None or (voice.sentence != sentence and not _first_of_sentence(page, d)):
                main = _main_subject(page, d)
                if main is not None:
                    voice, d.speaker = None, main
                    d.why.append("the subject of the sentence's first verb")
            if voice is not None:
                d.speaker = voice.phrase
                if sentence == voice.sentence:
                    d.outer = [(p, None) for p in voice.chain]
        inside = any(o.start <= page.start_of(d.cue) < o.end for o in drafts if o is not d and o.cue < d.cue)
        if d.speaker is not None and not _relative(page, d) and not inside:
            outer = tuple(p for p, _ in d.outer)
            spoken.append(Voiced(d.speaker, _gender(page, d), _plural(page, d), sentence, d.cue, d.end, outer))


def _first_of_sentence(page: Page, d: Draft) -> bool:
    return d.cue - page.sentence(d.cue)[0] <= 1


def _relative(page: Page, d: Draft) -> bool:
    return d.cue > 0 and page.forms[d.cue - 1] in page.v.relatives


def _main_subject(page: Page, d: Draft) -> Phrase | None:
    """The subject of the sentence's first verb, for a cue after a verb that reports nothing itself."""
    start, _ = page.sentence(d.cue)
    first = skip_openers(page, start, d.cue)
    while first < d.cue and page.forms[first] in page.v.auxiliaries:
        first += 1
    if first >= d.cue:
        return None
    for k in (first, first + 1):
        if k < d.cue and noun_like(page, k) and _stands_for_actor(page, k):
            return make_phrase(page, k, extend_plain(page, k, d.cue))
    return None


def _stands_for_actor(page: Page, i: int) -> bool:
    """Whether a noun phrase at word `i` may be somebody who speaks: a name, a title, a body, people."""
    form = page.forms[i]
    if i in page.names:
        return page.names[i][1].type != "LOC"
    people = form.startswith("ال") and form.endswith(("ون", "ين"))
    return people or page.v.role_of(form) in ("person", "organisation", "anonymous")


def _head(page: Page, d: Draft) -> int:
    return d.cues[0][0] if d.cues else page.words[d.cue].start


def _nest(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Statements inside another's content: the outer speaker joins the chain; one content is one statement."""
    drafts.sort(key=lambda d: (d.start, -d.end, d.cue))
    out: list[Draft] = []
    for d in drafts:
        d_outer = next(
            (o for o in reversed(out) if o.start <= _head(page, d) and d.end <= o.end + 1 and o is not d), None
        )
        if d_outer is not None and d_outer.speaker is not None:
            if d.speaker is not None and page.forms[d.speaker.first] in page.v.latter:
                d.speaker, d.outer, d.explicit = d_outer.speaker, list(d_outer.outer), False
            chain = [*d_outer.outer, (d_outer.speaker, d_outer.cues[0] if d_outer.cues else None)]
            if d.speaker is not None and all(p.start != d.speaker.start for p, _ in chain):
                d.outer = chain + [x for x in d.outer if all(x[0].start != c.start for c, _ in chain)]
            head = min([c[0] for c in d.cues] + ([d.speaker.start] if d.speaker and d.explicit else [d.start]))
            if head - d_outer.start <= 4 and d_outer.end - d.end <= 3:
                out.remove(d_outer)
        out.append(d)
    return out


def _span(page: Page, piece: Piece) -> Span:
    return page.prose.span(*piece)


def _finish(page: Page, d: Draft, number: int) -> Statement:
    speaker = None
    chain: list[Voice] = []
    if d.speaker is not None:
        s = page.prose.span(d.speaker.start, d.speaker.end)
        speaker = Speaker(s.start, s.end, s.text, actor_of(page, d.speaker), d.explicit)
    for phrase, cue in d.outer:
        s = page.prose.span(phrase.start, phrase.end)
        chain.append(
            Voice(
                s.start,
                s.end,
                s.text,
                role_of_phrase(page, phrase),
                actor_of(page, phrase),
                _span(page, cue) if cue else None,
            )
        )
    if speaker is not None and d.speaker is not None:
        cue_span = _span(page, d.cues[0]) if d.cues else None
        chain.append(
            Voice(speaker.start, speaker.end, speaker.text, role_of_phrase(page, d.speaker), speaker.actor, cue_span)
        )
    return Statement(
        id=f"s{number}",
        cue=tuple(_span(page, c) for c in sorted(d.cues)),
        content=tuple(_span(page, p) for p in d.content.pieces),
        mode=d.content.mode,
        form=d.form,
        force=d.force,
        speaker=speaker,
        chain=tuple(chain),
        via=_span(page, (d.via.start, d.via.end)) if d.via else None,
        addressee=_span(page, (d.addressee.start, d.addressee.end)) if d.addressee else None,
        said_on=d.time,
        rule=d.rule,
    )
