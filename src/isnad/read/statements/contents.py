"""Where the content of a statement ends: at the closing mark, where the reporter speaks again, or with the sentence."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from isnad.model.reading import Mode
from isnad.read.statements.frames import Frame
from isnad.read.statements.page import Page
from isnad.text.quotes import Quote

Piece = tuple[int, int]
_TAIL = " \n،,؛;:.-–—\"“”«»'‘’(["
_COMMAS = frozenset("،,")
_STOPS = frozenset("،,؛")
_WHILE = frozenset(("خلال", "اثناء", "لدي", "عقب"))
_THEREAFTER = frozenset(("بعد", "بعدما"))  #: «، وذلك بعد …»: the reporter tells the occasion
_AROUND = frozenset(("عقب", "اثر", "قبيل", "قبل", "وسط", "عشيه", "غداه"))
_PLACES = frozenset(("في", "خلال", "عبر"))
_SUBORDINATORS = frozenset(
    ("بعد", "بعدما", "بينما", "فيما", "رغم", "حين", "حينما", "عندما", "منذ", "لما", "قبل", "وبينما")
)
_WITH_THAT = frozenset(("بعد", "رغم", "منذ", "قبل"))
_OPENING = 16  #: words from the head of a sentence to a cue in its opening clause
_APODOSIS = frozenset(("فان", "فانه", "فانها", "فقد", "الا", "نجد"))
_THIS_WAS = "وذلك"
_SETTINGS = frozenset(("اطار", "سياق"))  #: channels that are as often a purpose
_OF_REPORTER = frozenset(("وقد", "ولم", "وكان", "وكانت"))  #: after a noun content


class Content(NamedTuple):
    """Pieces in folded offsets; quote: the quotation that is the whole content (direct speech)."""

    pieces: tuple[Piece, ...]
    mode: Mode
    quote: Quote | None


def trim(text: str, start: int, end: int) -> Piece:
    """Without the spaces and marks at both ends; a closing mark stays where its opening one is inside."""
    while start < end and text[start] in " \n،,:\"“«'‘":
        if text[start] in '"“«' and _closes_inside(text, start, end):
            break
        start += 1
    while end > start and text[end - 1] in _TAIL:
        if text[end - 1] in '"”»' and _opens_inside(text, start, end - 1):
            break
        end -= 1
    return start, end


def _opens_inside(text: str, start: int, end: int) -> bool:
    mark = text[end]
    inside = text[start:end]
    if mark == '"':
        return inside.count('"') % 2 == 1
    opener = {"”": "“", "»": "«"}[mark]
    return inside.count(opener) > inside.count(mark)


def _closes_inside(text: str, start: int, end: int) -> bool:
    mark = text[start]
    closing = {'"': '"', "“": "”", "«": "»"}[mark]
    at = text.find(closing, start + 1, end)
    return 0 <= at < end - 1


def sentence_end(page: Page, start: int) -> int:
    """The end of the sentence at offset `start`; a quotation that begins in it and runs on carries it along."""
    end = page.prose.sentence_at(start)[1]
    moved = True
    while moved:
        moved = False
        for q in page.prose.quotes:
            if q.start >= end:
                break
            if q.closed and start <= q.start < end < q.end:
                tail = page.text[q.end : q.end + 1]
                stopped = page.text[q.inner_end - 1] in ".!?؟" or tail in (".", "\n", "")
                end = q.end if stopped else max(q.end, page.prose.sentence_at(q.end)[1])
                moved = True
    return end


class Boundaries(NamedTuple):
    """Word indexes at which the reporter speaks again: in any content, and further in one that is a noun phrase."""

    any: frozenset[int]
    noun: frozenset[int]


def _at(page: Page, i: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> bool:
    held = phrases.get(page.forms[i], ())
    return any(tuple(page.forms[i : i + len(p)]) == p for p in held)


def _reporter_speaks(page: Page, i: int, nominal: bool) -> bool:
    form = page.forms[i]
    if form in page.v.tails and _at(page, i, page.v.tails):
        return True
    if form in page.v.but and _left_unsaid(page, i):
        return True
    stops = _STOPS if nominal or form == _THIS_WAS else _COMMAS  # «…؛ فيما يزيد الفقر»: of the clause
    if stops.isdisjoint(page.gaps[i]):
        return False
    return (form == _THIS_WAS and _occasion_told(page, i, nominal)) or _at(page, i, page.v.reporter)


def _left_unsaid(page: Page, i: int) -> bool:
    """«، لكنه لم يحدد متى», «، دون أن يذكر اسمه»: what the speaker did not say is told by the reporter."""
    for phrase in page.v.but[page.forms[i]]:
        after = i + len(phrase)
        if tuple(page.forms[i:after]) == phrase:
            return after < len(page.words) and page.forms[after] in page.v.unsaid
    return False


def _occasion_told(page: Page, i: int, nominal: bool) -> bool:
    """«، وذلك بعد …», «، وذلك في مؤتمر صحفي»: when and where it was said, no part of it."""
    if i + 2 >= len(page.words):
        return False
    following, third = page.forms[i + 1], page.forms[i + 2]
    if following in _THEREAFTER or (nominal and following in _AROUND):
        return not page.has_pronoun(i + 2)  # «، وذلك بعد محاصرته»: of what was announced
    held = third.removeprefix("ال")
    return following in _PLACES and held in page.v.channel_nouns and held not in _SETTINGS


def _day_aside(page: Page, i: int) -> bool:
    """«، الجمعة، بعد أن …», «، مساء الجمعة، وذلك …»: the day it was said, then its occasion."""
    after, time = page.timed[i]
    if time.type != "DATE" or after >= len(page.words) or _COMMAS.isdisjoint(page.gaps[after]):
        return False
    return page.forms[after] in _THEREAFTER or page.forms[after] == _THIS_WAS


def _noun_ends(page: Page, frame: Frame, i: int, end: int) -> bool:
    """After a noun content «، وألقت منشورات», «، وهي …», «، الأربعاء.» are the reporter again."""
    if _STOPS.isdisjoint(page.gaps[i]):
        return False
    form = page.forms[i]
    if (form == "وبعد" and "؛" in page.gaps[i]) or _outer_resumes(page, frame.gap[0] - 1, i):
        return True
    if _at(page, i, page.v.after_noun) or (
        form in _THEREAFTER and i + 1 < len(page.words) and not page.has_pronoun(i + 1)
    ):
        return True
    if i in page.timed and (page.start_of(page.timed[i][0]) >= end or _day_aside(page, i)):
        return True
    following = page.forms[i + 1] if i + 1 < len(page.words) else ""
    if form.startswith(("وسي", "وست")) and len(form) > 5 and not form.endswith(("ه", "ات", "ا")):
        return i not in page.inside_name  # «، وسيعمل …»
    if form in ("لكن", "ولكن"):
        return following.startswith("ال") or i + 1 in page.names
    if form == "كما":
        return page.v.is_finite(following) or i + 1 in page.cues
    related = any(page.forms[k] in page.v.relatives for k in range(page.prose.word_at(frame.start), i))
    return not related and form[0] == "و" and (form in _OF_REPORTER or page.v.is_finite(form[1:]))


def _outer_resumes(page: Page, cue: int, i: int) -> bool:
    """«حالة الضحية التي صرحت بتعرضها للعنف، هي …»: after a relative clause its sentence goes on at word `i`."""
    if cue < 1 or page.forms[cue - 1] not in ("الذي", "التي", "الذين", "اللواتي"):
        return False
    form = page.forms[i]
    return form in ("هو", "هي", "هم") or (form[0] not in "وفس" and i not in page.inside_name and page.v.is_finite(form))


def _main_clause(page: Page, cue: int, i: int) -> bool:
    """«وبينما يؤكد كثيرون أن …، فإن», «بعد تظاهرات طالبت برحيله، تمكن»: where the main clause begins at word `i`."""
    form = page.forms[i]
    return form in _APODOSIS or (form[0] not in "وف" and page.v.is_finite(form) and i - 1 != cue)


def subordinate(page: Page, cue: int) -> bool:
    """Whether the verb at word `cue` stands in a clause that opens its sentence with «بعد أن», «وبينما», «رغم أن»."""
    start = page.sentence(cue)[0]
    first = page.forms[start].removeprefix("و")
    if first not in _SUBORDINATORS or cue - start > _OPENING:
        return False
    if first in _WITH_THAT and page.forms[start + 1] != "ان":
        return False
    return all(_COMMAS.isdisjoint(page.gaps[k]) for k in range(start + 1, cue + 1))


def _shut(page: Page, start: int, end: int) -> int:
    """`end`, or after the mark that closes a quotation opened since `start`."""
    closes = page.text[end : end + 1] in ('"', "”", "»") and _opens_inside(page.text, start, end)
    return end + 1 if closes and page.text[end : end + 1] else end


def clause_end(page: Page, frame: Frame, boundaries: Boundaries) -> int:
    """The offset where a clause or noun content ends."""
    end = sentence_end(page, frame.start)
    nominal = frame.marker in ("noun", "object")
    stops = boundaries.any | boundaries.noun if nominal else boundaries.any
    forms, starts, closes = page.forms, page.prose.starts, page.v.closes
    opening = subordinate(page, frame.gap[0] - 1)
    i = frame.word + 1
    while i < len(starts) and starts[i] < end:
        if i in page.quoted and page.quoted[i].start >= frame.start:
            i = page.prose.word_at(page.quoted[i].end)
            continue
        if i in stops:
            k = i
            while k - 1 > frame.word and forms[k - 1] in page.v.joints:
                k -= 1
            return starts[k]
        if opening and not _COMMAS.isdisjoint(page.gaps[i]) and _main_clause(page, frame.gap[0] - 1, i):
            return _shut(page, frame.start, page.words[i - 1].end)
        if (forms[i] in closes and _reporter_speaks(page, i, nominal)) or (nominal and _noun_ends(page, frame, i, end)):
            without = forms[i] == "دون" and forms[i - 1] == "من" and i - 1 > frame.word
            return _shut(page, frame.start, page.words[i - 1 - without].end)
        i += 1
    return end


def mode_of(page: Page, pieces: tuple[Piece, ...]) -> Mode:
    """direct where the whole stands in quotation marks, mixed where a part of more than a name does."""
    inside = total = 0
    for start, end in pieces:
        total += end - start
        for q in page.prose.quotes:
            if q.start >= end:
                break
            low, high = max(start, q.inner_start), min(end, q.inner_end)
            if low < high and q.depth == 0 and not _quoted_name(page, q):
                inside += high - low
    if not inside:
        return "indirect"
    return "direct" if total - inside <= 3 else "mixed"


def _quoted_name(page: Page, q: Quote) -> bool:
    first, after = page.prose.word_at(q.inner_start), page.prose.word_at(q.inner_end)
    if after - first > 4:
        return False
    if first in page.names and page.names[first][0] >= after:
        return True
    return first > 0 and page.v.role_of(page.forms[first - 1]) in ("outlet", "agency", "organisation")


def _goes_on(page: Page, q: Quote) -> bool:
    """Whether the clause goes on after a quotation that opened it."""
    tail = page.text[q.end : q.end + 2]
    if not tail.strip() or tail[0] in ".\n!؟":
        return False
    return tail[0] not in "،,؛:-–—)" and tail.strip()[0] not in "،,؛.:-–—("


def _occasion(page: Page, i: int) -> bool:
    """«… "…" خلال لقائه بالوزير»: when it was said, after the quotation."""
    forms = page.forms
    return forms[i] in _WHILE and i + 1 < len(forms) and forms[i + 1] in page.v.channel_nouns


def called(page: Page, frame: Frame) -> Content | None:
    """«وصفه بـ"الكارثة" في خطابه»: what something is called is the quotation alone, if no other is joined to it."""
    q = frame.quote
    if q is None or not q.closed or frame.marker != "quote" or page.forms[frame.word - 1] != "ب":
        return None
    following = page.prose.word_at(q.inner_end)
    if following + 1 < len(page.words) and page.forms[following].startswith("و") and _quoted_next(page, following):
        return None
    return Content((trim(page.text, q.inner_start, q.inner_end),), "direct", q)


def held(page: Page, frame: Frame, content: Content) -> Content:
    """«اعتبره النواب إساءة خلال الحفل»: what a thing is held to be, without the occasion."""
    start, end = content.pieces[-1]
    for i in range(frame.word + 1, len(page.words)):
        if page.words[i].start >= end:
            break
        occasion = page.forms[i] in _WHILE or page.forms[i] in _AROUND or page.forms[i] in _THEREAFTER
        if occasion and page.forms[i - 1] != "من":
            piece = trim(page.text, start, page.words[i - 1].end)
            return Content((piece,), mode_of(page, (piece,)), None)
    return content


def _quoted_next(page: Page, i: int) -> bool:
    return any(k in page.quotes_at for k in (i, i + 1, i + 2))


def find_content(page: Page, frame: Frame, boundaries: Boundaries) -> Content:
    """The content that `frame` opens."""
    text, q = page.text, frame.quote
    if q is not None and frame.marker in ("quote", "clause") and q.inner_start >= frame.start - 3:
        following = page.prose.word_at(q.inner_end)
        if not q.closed:
            end = min(q.inner_end, clause_end(page, replace(frame, marker="clause"), boundaries))
            piece = trim(text, q.inner_start, end)
            return Content((piece,), "direct", None)
        over = not _goes_on(page, q) or following >= len(page.words) or following in boundaries.any
        over = over or (page.forms[following] in page.v.joints and following + 1 in boundaries.any)
        if over or _occasion(page, following):
            return Content((trim(text, q.inner_start, q.inner_end),), "direct", q)
        end = clause_end(page, replace(frame, start=q.end, word=following), boundaries)
        piece = trim(text, q.inner_start, max(end, q.inner_end))
        return Content((piece,), mode_of(page, (piece,)), None)
    end = clause_end(page, frame, boundaries)
    piece = trim(text, frame.start, end)
    return Content((piece,), mode_of(page, (piece,)), None)
