"""Statements of one article: cues in order, each with its frame, speaker, chain and content."""

from __future__ import annotations

from isnad.lexicon.load import Lexicons
from isnad.model.reading import Name, Speaker, Statement, Time, Voice
from isnad.model.span import Span
from isnad.read.statements.attributions import find_attributions
from isnad.read.statements.cast import Cast
from isnad.read.statements.contents import Boundaries
from isnad.read.statements.draft import Draft
from isnad.read.statements.drafting import draft_cue, draft_interposed, draft_quotations
from isnad.read.statements.explain import Explanation, explain_draft
from isnad.read.statements.hearing import Found, contrast_before, find_cues
from isnad.read.statements.joining import inside_relative, join_attributions
from isnad.read.statements.nesting import nest
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, role_of_phrase
from isnad.read.statements.resolve import resolve
from isnad.read.statements.sketches import CastWords
from isnad.read.statements.vocabulary import Vocabulary
from isnad.text.prose import Prose

_COMMAS = frozenset("،,")
_CANDIDATES = 3  #: earlier speakers an explanation shows


class StatementsReader:
    """Finds who says what. Compiled once; reads any number of articles."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._vocabulary = Vocabulary(lexicons)
        self._cast = CastWords(lexicons)

    def read(self, prose: Prose, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Statement, ...]:
        """Statements in document order; empty where nobody is reported to say anything."""
        page = Page(prose, self._vocabulary, names, times)
        drafts = _drafts(page)
        cast = Cast(page, self._cast, _voices(drafts))
        return tuple(_finish(page, cast, d, n) for n, d in enumerate(drafts, 1))

    def explain(self, prose: Prose, names: tuple[Name, ...], times: tuple[Time, ...]) -> tuple[Explanation, ...]:
        """For each statement of `read`, in its order: why it reads as it does."""
        page = Page(prose, self._vocabulary, names, times)
        out: list[Explanation] = []
        heard: list[str] = []
        for d in _drafts(page):
            out.append(explain_draft(page, d, tuple(heard[-_CANDIDATES:])))
            if out[-1].winner is not None and out[-1].winner not in heard[-1:]:
                heard.append(out[-1].winner)
        return tuple(out)


def _drafts(page: Page) -> list[Draft]:
    attributions = find_attributions(page)
    page.wedged = {a.first: a.after for a in attributions}
    found = [f for f in find_cues(page) if not any(a.first < f.cue < a.cue_after for a in attributions)]
    boundaries = Boundaries(
        frozenset({f.cue for f in found if (not f.nested and f.reading.kind != "masdar") or _goes_on(page, f)})
        | frozenset(filter(None, (contrast_before(page, f) for f in found)))
        | {a.first for a in attributions if not inside_relative(page, a)}
        | frozenset(i for i in page.cues if i not in page.quoted and _reports_on(page, i)),
        frozenset(f.cue - 1 for f in found if f.cue and _ends_noun(page, f)),
    )
    drafts = [d for d in (draft_cue(page, f, boundaries) for f in found) if d.start < d.end]
    drafts += draft_interposed(page, drafts, boundaries)
    drafts += draft_quotations(page, drafts)
    drafts = join_attributions(page, drafts, attributions)
    resolve(page, drafts)
    return [d for d in nest(page, drafts) if d.speaker is not None or d.cues]


def _reports_on(page: Page, i: int) -> bool:
    """«…، مشيدا بالجهود»: the reporter again, though what is said does not follow as a content."""
    if _COMMAS.isdisjoint(page.gaps[i]) or page.forms[i] not in page.v.forms:
        return False
    return all(r.kind == "participle" and r.gender is not None for r in page.cues[i])


def _ends_noun(page: Page, f: Found) -> bool:
    """«… التي وصفتها», «… بعد اتهامها»: what stands before the cue ends a content that is a noun phrase."""
    before = page.forms[f.cue - 1]
    return before in page.v.relatives or (f.reading.kind == "masdar" and before in ("بعد", "عقب", "اثر"))


def _goes_on(page: Page, f: Found) -> bool:
    """«… في هذه المواجهة مضيفا أنها»: an adverbial participle with its clause is the reporter again."""
    adverbial = f.reading.kind == "participle" and page.forms[f.cue].endswith(("ا", "ه", "ين"))
    between = page.forms[f.cue + 1 : f.frame.gap[1]]
    marked = f.frame.marker in ("clause", "quote", "colon")
    return adverbial and marked and page.v.particles.issuperset(between)


def _voices(drafts: list[Draft]) -> list[tuple[Phrase, bool]]:
    """Every voice once for each of its statements, with whether it is the speaker."""
    carriers = [(phrase, False) for d in drafts for phrase, _ in d.outer]
    return carriers + [(d.speaker, True) for d in drafts if d.speaker is not None]


def _voice(page: Page, cast: Cast, phrase: Phrase, cue: tuple[int, int] | None) -> Voice:
    s = page.prose.span(phrase.start, phrase.end)
    cue_span = page.prose.span(*cue) if cue else None
    return Voice(s.start, s.end, s.text, role_of_phrase(page, phrase), cast.actor(phrase), cue_span)


def _alike(page: Page, a: Phrase, b: Phrase) -> bool:
    """Whether two phrases share a word, whatever article or preposition is written onto it."""
    words = [{w.removeprefix("لل").removeprefix("ال") for w in page.text[p.start : p.end].split()} for p in (a, b)]
    return not words[0].isdisjoint(words[1])


def _finish(page: Page, cast: Cast, d: Draft, number: int) -> Statement:
    chain = [_voice(page, cast, phrase, cue) for phrase, cue in d.outer]
    speaker = None
    if d.speaker is not None:
        last = _voice(page, cast, d.speaker, d.outermost())
        if chain:  # «أشار الوزير إلى …، حسب وصف الوزير»
            again = [p.start for p, _ in d.outer if _alike(page, p, d.speaker)]
            chain = [v for v in chain if v.actor != last.actor or page.prose.fold_at(v.start) not in again]
        chain.append(last)
        speaker = Speaker(last.start, last.end, last.text, last.actor, d.explicit)
    return Statement(
        id=f"s{number}",
        cue=tuple(page.prose.span(*c) for c in sorted(d.cues)),
        content=tuple(page.prose.span(*p) for p in d.content.pieces),
        mode=d.content.mode,
        form=d.form,
        force=d.force,
        speaker=speaker,
        chain=tuple(chain),
        via=_phrase_span(page, d.via),
        addressee=_phrase_span(page, d.addressee),
        said_on=d.time,
        rule=d.rule,
    )


def _phrase_span(page: Page, phrase: Phrase | None) -> Span | None:
    return page.prose.span(phrase.start, phrase.end) if phrase is not None else None
