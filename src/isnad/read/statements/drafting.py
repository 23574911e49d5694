"""From a cue to a draft: content, force, form; and drafts of quotations that no cue before them has claimed."""

from __future__ import annotations

import re

from msgspec.structs import replace

from isnad.model.reading import Force, Form
from isnad.read.statements.contents import Boundaries, Content, called, find_content, held, mode_of, trim
from isnad.read.statements.draft import Draft
from isnad.read.statements.frames import Frame
from isnad.read.statements.hearing import Found
from isnad.read.statements.interposed import Interposed, interposed
from isnad.read.statements.joining import without_leads
from isnad.read.statements.page import DENIED, Page
from isnad.read.statements.phrases import is_addressee, is_channel
from isnad.read.statements.quoted import Quoted, answers, continuations, leading_quote, quote_before, signatures

_NEGATIONS = frozenset(("لم", "لن", "ليس", "ليست", "لا"))
_DENIAL = re.compile(r"(?:[^\W_]+ ){0,5}(?:لم|لن|ليس|ليست|لا) (?:[^\W_]+ ){1,2}(?:ب?ايه?|قط|مطلقا)\b")
_DOUBTED = frozenset(("ما", "مما", "عما", "لما", "بما", "وما"))
_RIGHTS = frozenset(("حقه", "حقها", "حقهم", "حقهما", "حقهن", "احقيته", "احقيتها"))
_CHARGED = 8  #: words in which a content names the one it charges and the wrong
_JUDGED = 3  #: first words of a description that may judge
_IMPERSONAL_FUTURE = ("سيتم", "ستتم", "سيكون", "ستكون", "ستر")


def draft_cue(page: Page, f: Found, boundaries: Boundaries) -> Draft:
    """The draft of one cue."""
    second = f.carried.noun if f.carried else f.frame.second
    cues = [_cue_offsets(page, f.cue)]
    if second >= 0:
        cues.append((page.words[second].start, page.words[second].end))
    frame = f.frame
    accused = f.reading.verb is not None and f.reading.verb.id == "ittaham" and frame.marker == "clause"
    if f.reading.verb is not None and f.reading.verb.whole and (frame.marker == "noun" or accused):
        frame = _whole(page, f, frame)
    content = _content(page, f, frame, Boundaries(boundaries.any - {f.cue, second}, boundaries.noun - {f.cue - 1}))
    lead = leading_quote(page, f.cue) if frame.marker == "quote" and content.mode == "direct" else None
    if lead is not None:  # «"…"، قال فلان، "…"»
        content = content._replace(pieces=(trim(page.text, lead.inner_start, lead.inner_end), *content.pieces))
    rule = f"{'carrier' if f.carried else 'verb'}:{f.reading.id}:{frame.marker}"
    d = Draft(cues, content, _force_of(page, f, second), _form_of(frame, content), rule, f.cue)
    d.reading = f.reading
    d.speaker, d.via, d.addressee, d.time = f.gap.subject, f.gap.via, f.gap.addressee, f.gap.time
    d.explicit = d.speaker is not None
    if f.gap.outer is not None:
        d.outer.append((f.gap.outer, None))
    if f.carried is not None and f.carried.outer is not None:
        d.outer.append((f.carried.outer, cues[0]))
    if d.force in ("say", "confirm"):
        d.force = _held_force(page, f, frame, content) or d.force
    return d


def _held_force(page: Page, f: Found, frame: Frame, content: Content) -> Force | None:
    """What a plain verb does by what it is said of: it claims, promises or denies; None where it only says."""
    verb = f.reading.verb
    if verb is None:
        return _charges(page, frame, content) if frame.marker == "clause" else None
    if verb.as_:  # «وصفه بأنه أسوأ اتفاق»
        first = page.prose.word_at(content.pieces[0][0])
        return "claim" if not page.v.judging.isdisjoint(page.forms[first : first + _JUDGED]) else None
    if frame.marker == "object":  # «مؤكدين حقهم في الأرض»
        return "claim" if verb.force == "confirm" and page.forms[frame.word] in _RIGHTS else None
    if verb.force != "say" or frame.marker != "clause":
        return None
    if f.reading.kind != "finite":
        return _charges(page, frame, content)
    own = verb.id == "qal" and page.forms[frame.gap[1]] not in ("ان", "بان")
    if own and f.cue and page.forms[f.cue - 1] in _DOUBTED:  # «ما قال إنه دليل»
        return "claim"
    return _self_promise(page, frame) or _denies(page, content) or _charges(page, frame, content)


def _content(page: Page, f: Found, frame: Frame, boundaries: Boundaries) -> Content:
    if f.reading.verb is None or not f.reading.verb.as_:
        return find_content(page, frame, boundaries)
    content = called(page, frame) or find_content(page, frame, boundaries)
    return held(page, frame, content) if frame.marker == "object" else content


def _cue_offsets(page: Page, i: int) -> tuple[int, int]:
    joined = page.forms[i] not in page.v.forms  # و or ف written onto it
    return page.words[i].start + joined, page.words[i].end


def _form_of(frame: Frame, content: Content) -> Form:
    if frame.marker in ("noun", "object"):
        return "masdar"
    return "quote" if content.mode == "direct" and frame.marker in ("quote", "colon") else "clause"


def _self_promise(page: Page, frame: Frame) -> Force | None:
    """«قال إنه سيفعل»: the speaker binds himself."""
    own = page.forms[frame.gap[1]].endswith(("انه", "انها", "انهم"))
    first = page.forms[frame.word] if frame.word < len(page.words) else ""
    future = first.startswith(("سي", "ست")) and len(first) > 4 and not first.startswith(_IMPERSONAL_FUTURE)
    return "promise" if own and future else None


def _denies(page: Page, content: Content) -> Force | None:
    """«قال إن قواته لم تنفذ أي غارات»: a plain verb whose content denies."""
    start, end = content.pieces[0]
    first = page.prose.word_at(start)
    if _NEGATIONS.isdisjoint(page.forms[first : first + 6]):
        return None
    return "deny" if _DENIAL.match(page.text, start, end) else None


def _charges(page: Page, frame: Frame, content: Content) -> Force | None:
    """«قال إن الجيش اعتدى على القرية»: a plain verb whose content charges another with a wrong."""
    if page.forms[frame.word - 1] not in ("ان", "بان"):  # «إنه ارتكب»: himself
        return None
    start, end = content.pieces[0]
    first = page.prose.word_at(start)
    for i in range(first + 1, min(first + _CHARGED, len(page.words))):
        if page.words[i].start >= end or page.forms[i] in page.v.relatives:
            return None
        if page.forms[i] in page.v.charges:
            return "accuse"
    return None


def _force_of(page: Page, f: Found, second: int) -> Force:
    """The force of the verb, or of the second cue where that says more than «قائلا»."""
    if f.cue and page.forms[f.cue - 1] in DENIED:
        return "say"
    readings = page.cues.get(second, ())
    later = next((r.verb for r in readings if r.verb is not None and r.verb.id != "qal"), None)
    if later is not None:
        return later.force
    return f.reading.verb.force if f.reading.verb is not None else "say"


def _whole(page: Page, f: Found, frame: Frame) -> Frame:
    """Accused and act, cause and effect: the content begins after the subject."""
    first = f.cue + 1
    subject = f.gap.subject if not f.before else None
    if f.gap.addressee is not None and not is_addressee(page, f.gap.addressee.first):
        first = f.gap.addressee.first
    elif subject is not None:
        first = subject.after
        while first < frame.word and (page.forms[first] in page.v.relatives or "،" not in page.gaps[first]):
            first += 1
        if first < frame.word and is_channel(page, first):  # «عزا الوزير، في تصريحات للتلفزيون، ذلك إلى …»
            first = next((k for k in range(first + 1, frame.word) if "،" in page.gaps[k]), first)
    if first >= frame.word or first in page.timed:
        return frame
    onto = f.reading.kind == "masdar" and page.forms[first].startswith("ل") and not page.forms[first].startswith("لل")
    return replace(frame, start=page.words[first].start + onto, word=first)


def draft_quotations(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts of quotations that none of `drafts` holds: their voice after them, under them, or carried on."""
    pieces = [p for d in drafts for p in d.content.pieces]
    taken = {q.start for q in page.prose.quotes if any(q.start < b and a <= q.inner_end for a, b in pieces)}
    out = [_draft_quoted(page, q) for q in _voiced_quotations(page, drafts, taken)]
    for quote in continuations(page, taken):
        content = Content((trim(page.text, quote.inner_start, quote.inner_end),), "direct", quote)
        out.append(Draft([], content, "say", "quote", "quote:continues", page.prose.word_at(quote.inner_start)))
    for a in answers(page):
        content = Content((trim(page.text, a.start, a.end),), "direct", None)
        d = Draft([], content, "say", "quote", "interview:answer", a.label.first)
        d.speaker, d.explicit = a.label, True
        out.append(d)
    return out


def draft_interposed(page: Page, drafts: list[Draft], boundaries: Boundaries) -> list[Draft]:
    """Drafts of verbs set into what is said, where none of `drafts` holds it: the clause on both sides of them."""
    out = []
    for i, readings in page.cues.items():
        if i in page.quoted or not any(c in page.gaps[i] for c in "،,"):
            continue
        found = next(filter(None, (interposed(page, i, r) for r in readings if r.kind == "finite")), None)
        if found is not None:
            d = _draft_interposed(page, found, boundaries)
            if not any(o.start < d.end and d.start < o.end for o in drafts):
                out.append(d)
    return out


def _draft_interposed(page: Page, found: Interposed, boundaries: Boundaries) -> Draft:
    at = page.words[found.cue].start
    start = page.words[page.sentence(found.cue)[0]].start
    before = without_leads(page, trim(page.text, start, at))
    frame = Frame("clause", (found.cue + 1, found.after), page.words[found.after].start, found.after, None)
    content = find_content(page, frame, boundaries)
    pieces = (before, *content.pieces)
    verb = found.reading.verb
    assert verb is not None
    cue = (at, page.words[found.cue].end)
    rule = f"verb:{verb.id}:interposed"
    d = Draft([cue], Content(pieces, mode_of(page, pieces), None), verb.force, "clause", rule, found.cue)
    d.reading, d.speaker, d.explicit = found.reading, found.subject, True
    return d


def _voiced_quotations(page: Page, drafts: list[Draft], taken: set[int]) -> list[Quoted]:
    cued = {d.cue for d in drafts}
    free = [i for i in sorted(page.cues) if i not in page.quoted and i not in cued]
    before = (quote_before(page, i, reading, taken) for i in free for reading in page.cues[i])
    out = []
    for q in [*filter(None, before), *signatures(page, taken)]:
        if q.quote.start not in taken:
            taken.add(q.quote.start)
            if q.second is not None:
                taken.add(q.second.start)
            out.append(q)
    return out


def _draft_quoted(page: Page, q: Quoted) -> Draft:
    quotes = [q.quote, *([q.second] if q.second else [])]
    content = Content(tuple(trim(page.text, x.inner_start, x.inner_end) for x in quotes), "direct", q.quote)
    verb = q.reading.verb if q.reading is not None else None
    cue = (page.words[q.cue].start, page.words[q.cue].end) if verb else (q.quote.inner_end, q.quote.end)
    d = Draft([cue], content, verb.force if verb else "say", "quote", q.rule, q.cue)
    d.reading, d.speaker, d.via, d.addressee, d.time = q.reading, q.gap.subject, q.gap.via, q.gap.addressee, q.gap.time
    d.explicit = True
    return d
