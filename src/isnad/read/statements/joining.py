"""Prepositional cues and statements: «وفق …» joins the statement it stands beside, else makes one of its clause."""

from __future__ import annotations

from isnad.read.statements.attributions import Attribution
from isnad.read.statements.contents import Content, mode_of, sentence_end, trim
from isnad.read.statements.draft import Draft, Piece
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, is_addressee, is_channel, is_verb, role_of_phrase

_LEADS = ("فان ", "فانه ", "فقد ", "فانها ", "ان ")  #: between a source at the head of a sentence and the content
_LEAD_WORDS = frozenset(("فان", "فانه", "فقد", "فانها"))
_REACH = 12  #: words of a source at the head of a sentence at most
_GLOSS = 30  #: words of a gloss on a source at most
_REST = 12  #: words beside a source at most: who was told, where and when
_STUB = 5  #: words of a clause that a wedged source breaks off
_PREPOSITIONS = frozenset(("علي", "في", "من", "الي", "عن", "مع", "ان", "انه", "انها", "بين", "لدي"))
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
    last: tuple[Attribution, Draft] | None = None
    for a in attributions:
        at = page.words[a.first].start
        if last is not None and last[0].after == a.first and last[0].first >= 0 and "\n" not in page.gaps[a.first]:
            _add_source(page, last[1], a)  # «…، وفق مصدر بحسب الوكالة»
            continue
        made = _stand_alone(page, a, out) if _leads(page, a) else None
        if made is not None:
            out.append(made)
            last = (a, made)
            continue
        around = next((d for d in out if d.start <= at < d.end or page.start_of(d.cue) < at < d.start), None)
        if around is not None:
            if at < around.start and not _known(around, a):
                _join(page, around, a)
            elif at >= around.start:
                _close(page, around, a)
            continue
        beside = _beside(page, out, a)
        if beside is not None:
            _join(page, beside, a)
            continue
        made = _stand_alone(page, a, out)
        if made is not None:
            out.append(made)
            last = (a, made)
    return out


def _leads(page: Page, a: Attribution) -> bool:
    """«…، ووفقا للشركة فإن …»: a source that و joins to what precedes, with what it says after it."""
    if page.forms[a.first] in page.v.prepositions or page.forms[a.first][0] != "و":
        return False
    start, stop = page.sentence(a.first)
    if a.first == start or a.after >= stop or any(k in page.cues for k in range(a.after, min(stop, a.after + 2))):
        return False
    within = range(a.after, min(stop, a.after + _REACH))
    return any(not _COMMA_COLON.isdisjoint(page.gaps[k]) or page.forms[k] in _LEAD_WORDS for k in within)


def _close(page: Page, d: Draft, a: Attribution) -> None:
    """«وفقا للتقرير …، بحسب الوكالة.»: a second source at the end of what the first one says."""
    stop = page.start_of(page.sentence(a.first)[1])
    tail = page.text[page.words[a.after - 1].end : stop]
    if d.reading is not None or not d.cues or tail.strip(' .\n"»”') or d.announced_at(page) > d.start:
        return
    start, end = d.content.pieces[-1]
    piece = trim(page.text, start, page.words[a.first].start)
    if piece[1] - piece[0] >= _LEAST and end <= stop:
        d.content = d.content._replace(pieces=(*d.content.pieces[:-1], piece))
        _add_source(page, d, a)


def _add_source(page: Page, d: Draft, a: Attribution) -> None:
    """A second source of what has one: an outlet or agency stands around the other, else the later around the first."""
    cue = _cue(page, a)
    media = ("outlet", "agency")
    if (
        d.speaker is not None
        and role_of_phrase(page, d.speaker) in media
        and role_of_phrase(page, a.voices[-1]) not in media
    ):
        d.outer.append((d.speaker, d.outermost()))
        d.outer.extend((v, cue) for v in a.voices[:-1])
        d.speaker = a.voices[-1]
    else:
        d.outer[:0] = [(v, cue) for v in a.voices]
    d.cues.append(cue)


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
    late = _late_start(page, a, stop)
    while k < min(stop, a.after + _REACH) and _COMMA_COLON.isdisjoint(page.gaps[k]):
        if page.forms[k] in ("فان", "فقد"):
            break
        k += 1
    else:
        k = k if k < min(stop, a.after + _REACH) else a.after
    begin = page.words[k if late is None else late].start
    for lead in _LEADS:
        if page.text.startswith(lead, begin):
            begin += len(lead)
    return begin


def _late_start(page: Page, a: Attribution, stop: int) -> int | None:
    """«بحسب تقرير …، صادر عن الاتحاد …، فقد»: the word that opens the content after a gloss on the source."""
    k = a.after
    if k >= stop:
        return None
    dated = page.forms[k] == "بتاريخ" or k in page.timed  # «وحسب إخطار، بتاريخ …، فإن»
    if not (dated or page.forms[k] in page.v.relatives or page.forms[k].startswith(("صادر", "نشر", "صدر"))):
        return None
    return next((i for i in range(k, min(stop, k + _GLOSS)) if page.forms[i] in ("فان", "فقد", "فانه", "فانها")), None)


def without_leads(page: Page, piece: Piece) -> Piece:
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
    if a.first == start and _alone(page, a, stop):
        return _of_sentence_before(page, a, drafts)
    if (a.first - start <= 1 and _COMMAS.isdisjoint(page.gaps[a.first])) or _leads(page, a):
        if a.after >= stop:
            return None
        piece = trim(page.text, _after_source(page, a, stop), sentence_end(page, at))
        further = None
    else:
        begin = page.words[start].start
        if any(begin < d.end <= at and d.reading is not None and d.reading.kind != "participle" for d in drafts):
            return None
        piece = trim(page.text, begin, at)
        piece = without_leads(page, piece)
        further = _goes_on(page, a, piece, stop, drafts)
    if a.rule == "preposition:ala-lisan" and page.forms[a.first - 1] in ("جاء", "جاءت", "وجاء", "ذلك"):
        return None
    if piece[1] - piece[0] < _LEAST or _reports_itself(page, piece[0]):
        return None
    return _made(page, a, (piece,) if further is None else (piece, further))


def _made(page: Page, a: Attribution, pieces: tuple[Piece, ...]) -> Draft:
    d = Draft([_cue(page, a)], Content(pieces, mode_of(page, pieces), None), a.force, "clause", a.rule, a.first)
    d.speaker, d.explicit = a.voices[-1], True
    d.outer = [(v, None) for v in a.voices[:-1]]
    return d


def _alone(page: Page, a: Attribution, stop: int) -> bool:
    """Whether the attribution fills its sentence but for who was told, where and when («وفق رويترز.»)."""
    if page.forms[a.first] not in page.v.prepositions:  # «ووفق …» goes with what follows
        return False
    k = a.after
    if k >= stop:
        return True
    if not _COMMAS.isdisjoint(page.gaps[k]) or stop - k > _REST:
        return False
    told = k in page.timed or is_addressee(page, k) or is_channel(page, k)
    return told and not any(is_verb(page, i) or i in page.cues for i in range(k, stop))


def _of_sentence_before(page: Page, a: Attribution, drafts: list[Draft]) -> Draft | None:
    """What the sentence before says is what the source said; None where a statement ends there, which it joins."""
    at = page.words[a.first].start
    if a.first == 0 or "\n" in page.gaps[a.first] or at <= 1:
        return None
    start, end = page.prose.sentence_at(page.words[a.first - 1].start)
    for d in drafts:
        if start <= d.announced_at(page) < end and d.end >= end - 4:
            _join(page, d, a)
            return None
    piece = without_leads(page, trim(page.text, start, end))
    held = any(d.start < end and start < d.end for d in drafts)
    return None if held or piece[1] - piece[0] < _LEAST else _made(page, a, (piece,))


def _goes_on(page: Page, a: Attribution, before: Piece, stop: int, drafts: list[Draft]) -> Piece | None:
    """What follows a source wedged into its clause: «يرتكز البرنامج، وفق الوزير، على …»."""
    k = a.after
    while k < stop and _COMMAS.isdisjoint(page.gaps[k]) and k - a.after < _REST:
        k += 1
    begin = k if k < stop and not _COMMAS.isdisjoint(page.gaps[k]) else a.after
    if begin >= stop or (begin in page.timed and page.timed[begin][0] >= stop):
        return None
    form = page.forms[begin]
    short = page.prose.word_at(before[1]) - page.prose.word_at(before[0]) <= _STUB
    onward = form in _PREPOSITIONS or (short and not form.startswith(("و", "ف")) and form not in page.v.relatives)
    if not onward or begin in page.cues or (begin == a.after and not short):
        return None
    end = sentence_end(page, page.words[begin].start)
    for d in drafts:
        if page.words[begin].start < page.start_of(d.cue) < end:
            return None
    return trim(page.text, page.words[begin].start, end)
