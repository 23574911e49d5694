"""Statements inside another's content: the outer speaker joins the chain, and one content is one statement."""

from __future__ import annotations

from isnad.read.statements.draft import Draft
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase


def nest(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts in document order with the chains that standing inside one another gives them.

    Where a content is nothing but another's statement («قال X إن Y أكد أن P») only the inner one stays.
    """
    out: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (d.start, -d.end, d.cue)):
        around = next((o for o in reversed(out) if o.start <= d.announced_at(page) and d.end <= o.end + 1), None)
        if around is not None and around.speaker is not None:
            _enclose(page, d, around)
            if _whole_of(d, around):
                out.remove(around)
        out.append(d)
    for d in out:
        _take_document(page, d)
    return out


def _take_document(page: Page, d: Draft) -> None:
    """«أكدت الوزارة أن …، وفق نص البيان»: beside who speaks his own document is no voice."""
    if d.reading is None or d.speaker is None or page.v.role_of(page.forms[d.speaker.first]) == "document":
        return
    for voice in d.outer:
        phrase, cue = voice
        if cue is None or page.text[cue[0] : cue[1]].split()[0] not in page.v.prepositions:
            continue
        forms = page.forms[phrase.first : phrase.after]
        if forms[0] == "نص":
            forms = forms[1:]
        if len(forms) in (1, 2) and forms[0].removeprefix("ال") in page.v.statements and _its_own(page, phrase):
            d.outer.remove(voice)
            d.via = d.via or phrase
            return


def _its_own(page: Page, phrase: Phrase) -> bool:
    """Whether no author stands beside a document; «البيان» alone may be a newspaper."""
    if page.forms[phrase.first] == "نص" and phrase.after == phrase.first + 2:
        return True
    return page.inside_name.isdisjoint(range(phrase.first, phrase.after)) and not any(
        form.startswith("ل") for form in page.forms[phrase.first : phrase.after]
    )


def _enclose(page: Page, d: Draft, around: Draft) -> None:
    assert around.speaker is not None
    if d.speaker is None:
        return
    if page.forms[d.speaker.first] in page.v.latter:  # «الأخيرة تتوعد»
        d.speaker, d.outer, d.explicit = around.speaker, list(around.outer), False
        return
    chain = [*around.outer, (around.speaker, around.outermost())]
    starts = {p.start for p, _ in chain}
    if d.speaker.start not in starts:
        d.outer = chain + [x for x in d.outer if x[0].start not in starts]


def _whole_of(d: Draft, around: Draft) -> bool:
    """Whether the content of `around` is nothing but the statement `d` with its speaker and cue."""
    heads = [c[0] for c in d.cues] or [d.start]
    if d.speaker is not None and d.explicit:
        heads.append(d.speaker.start)
    return min(heads) - around.start <= 4 and around.end - d.end <= 3
