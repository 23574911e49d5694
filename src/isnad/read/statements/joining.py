"""Prepositional cues and statements: «وفق …» joins the statement it stands beside, else makes one of its clause."""

from __future__ import annotations

from isnad.read.statements.attributions import Attribution
from isnad.read.statements.contents import Content, mode_of, sentence_end, trim
from isnad.read.statements.draft import Draft, Piece
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase

_LEADS = ("فان ", "فانه ", "فقد ", "فانها ", "ان ")  #: between a source at the head of a sentence and the content
_REACH = 12  #: words of a source at the head of a sentence at most
_LEAST = 6  #: letters of a content at least
_COMMAS = frozenset("،,")
_COMMA_COLON = frozenset("،,:")


def inside_relative(page: Page, a: Attribution) -> bool:
    """«ما نشره موقع … نقلا عن مصدر»: the chain of a relative clause, not of the statement around it."""
    near = range(max(1, a.first - 9), a.first)
    return a.inner and any(k in page.cues and page.forms[k - 1] in ("ما", "عما", "الذي", "التي") for k in near)


def join_attributions(page: Page, drafts: list[Draft], attributions: list[Attribution]) -> list[Draft]:
    """`drafts` with the voices that prepositional cues add, and the statements that such cues make alone."""
    out = list(drafts)
    for a in attributions:
        at = page.words[a.first].start
        around = next((d for d in out if d.start <= at < d.end or page.start_of(d.cue) < at < d.start), None)
        if around is not None:
            if at < around.start and not _known(around, a):
                _join(page, around, a)
            continue
        beside = _beside(page, out, a)
        if beside is not None:
            _join(page, beside, a)
            continue
        made = _stand_alone(page, a, out)
        if made is not None:
            out.append(made)
    return out


def _known(d: Draft, a: Attribution) -> bool:
    voices = [p for p, _ in d.outer] + ([d.speaker] if d.speaker else [])
    return any(p.first >= a.first and p.after <= a.after for p in voices)


def _cue(page: Page, a: Attribution) -> Piece:
    return page.words[a.first].start, page.words[a.cue_after - 1].end


def _join(page: Page, d: Draft, a: Attribution) -> None:
    cue = _cue(page, a)
    if a.inner and (d.speaker is None or d.explicit):
        if d.speaker is not None:
            d.outer.append((d.speaker, None))
        d.outer.extend((v, cue) for v in a.voices[:-1])
        d.speaker, d.explicit = a.voices[-1], True
    elif d.explicit or d.reading is not None:
        d.outer[:0] = [(v, cue) for v in a.voices if not _same(page, d.speaker, v)]
    d.cues.append(cue)


def _same(page: Page, speaker: Phrase | None, voice: Phrase) -> bool:
    """«كشف الصحافي فلان عن …، على حد وصف فلان»: the speaker named again."""
    if speaker is None:
        return False
    held = set(page.forms[speaker.first : speaker.after])
    return held.issuperset(page.forms[voice.first : voice.after])


def _beside(page: Page, drafts: list[Draft], a: Attribution) -> Draft | None:
    """The statement whose content ends right before the attribution, or whose cue follows it in its sentence."""
    at = page.words[a.first].start
    for d in drafts:
        if d.end <= at <= d.end + 6 and not page.text[d.end : at].replace("وذلك", "").strip(' ،,"”»'):
            reported = d.reading is not None and (d.reading.kind != "participle" or d.content.quote is not None)
            if reported and "\n" not in page.text[d.end : at]:
                return d
    if a.first == page.sentence(a.first)[0]:
        return next((d for d in drafts if a.after <= d.cue <= a.after + 1), None)
    return None


def _after_source(page: Page, a: Attribution, stop: int) -> int:
    """The offset where the content begins after a source at the head of a sentence."""
    k = a.after
    while k < min(stop, a.after + _REACH) and _COMMA_COLON.isdisjoint(page.gaps[k]):
        if page.forms[k] in ("فان", "فقد"):
            break
        k += 1
    else:
        k = k if k < min(stop, a.after + _REACH) else a.after
    begin = page.words[k].start
    for lead in _LEADS:
        if page.text.startswith(lead, begin):
            begin += len(lead)
    return begin


def _without_leads(page: Page, piece: Piece) -> Piece:
    """A clause without «كذلك», «وقد», a leading و, and the «وذلك» before its attribution."""
    start, end = piece
    first = page.prose.word_at(start)
    lead = max((len(p) for p in page.v.leads.get(page.forms[first], ()) if _stands(page, first, p)), default=0)
    if start < end and lead:
        start = page.start_of(first + lead)
    elif start < end and page.forms[first].startswith("و") and page.forms[first] not in page.v.roles:
        start += 1
    if page.text.endswith("وذلك", start, end):
        start, end = trim(page.text, start, end - len("وذلك"))
    return start, end


def _stands(page: Page, i: int, phrase: tuple[str, ...]) -> bool:
    return tuple(page.forms[i : i + len(phrase)]) == phrase


def _reports_itself(page: Page, start: int) -> bool:
    """«ذكرت الوكالة …، نقلا عن»: a clause that is a report of its own, though its content was not found."""
    return any(r.kind == "finite" for r in page.cues.get(page.prose.word_at(start), ()))


def _stand_alone(page: Page, a: Attribution, drafts: list[Draft]) -> Draft | None:
    """The statement of an attribution that no verb accompanies: the clause after it or before it."""
    start, stop = page.sentence(a.first)
    at = page.words[a.first].start
    if a.first - start <= 1 and _COMMAS.isdisjoint(page.gaps[a.first]):
        if a.after >= stop:
            return None
        piece = trim(page.text, _after_source(page, a, stop), sentence_end(page, at))
    else:
        begin = page.words[start].start
        if any(begin < d.end <= at and d.reading is not None and d.reading.kind != "participle" for d in drafts):
            return None
        piece = trim(page.text, begin, at)
        piece = _without_leads(page, piece)
    if a.rule == "preposition:ala-lisan" and page.forms[a.first - 1] in ("جاء", "جاءت", "وجاء", "ذلك"):
        return None
    if piece[1] - piece[0] < _LEAST or _reports_itself(page, piece[0]):
        return None
    d = Draft([_cue(page, a)], Content((piece,), mode_of(page, (piece,)), None), a.force, "clause", a.rule, a.first)
    d.speaker, d.explicit = a.voices[-1], True
    d.outer = [(v, None) for v in a.voices[:-1]]
    return d
