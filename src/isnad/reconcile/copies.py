"""Near copies of one report grouped into origins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from isnad.model.record import CopyOf, Origin
from isnad.reconcile.articles import Article, days_between
from isnad.reconcile.shingles import Shingler, Shingles, candidate_pairs, shared_count
from isnad.reconcile.wordforms import words_of
from isnad.text.fold import fold_word

COPY, REWRITE = 0.7, 0.35  #: shares of the shorter text's word runs that stand in the other
_COPY_DAYS, _REWRITE_DAYS = 7, 3
_LEAD, _LED = 60, 0.3  #: words an article opens with; the share of them that copies within one outlet have in common
_LEAST = 8  #: shared runs below which two texts are not looked at
_QUOTED = 0.12  #: share of word runs that must be shared where three quotations are

_MARKED = re.compile(r'["“«]([^"“”«»]+)["”»]')

Links = dict[tuple[int, int], float]


def _near(a: Article, b: Article, days: int) -> bool:
    """Whether both may have appeared within `days` of one another; an unknown day is near nothing but itself."""
    if a.earliest is None or b.earliest is None:
        return a.earliest is b.earliest
    return abs(days_between(a.earliest, b.earliest)) <= days


def _quotes(article: Article) -> set[tuple[str, ...]]:
    """The folded words of direct quotations of at least four words."""
    marked = (c for s in article.reading.statements if s.mode != "indirect" for c in s.content)
    inner = (words_of(q) for c in marked for q in (_MARKED.findall(c.text) or [c.text]))
    return {words for words in inner if len(words) >= 4}


def _likeness(a: Article, b: Article, share: float) -> bool:
    """Whether the later of two articles repeats the earlier one.

    Within one outlet follow-ups repeat their background, and pages their frame, so only what opens alike is a copy.
    """
    if a.document.outlet is not None and a.document.outlet == b.document.outlet:
        return share >= COPY and _near(a, b, _COPY_DAYS) and _open_alike(a, b)
    if share >= COPY:
        return _near(a, b, _COPY_DAYS)
    if not _near(a, b, _REWRITE_DAYS):
        return False
    return share >= REWRITE or (share >= _QUOTED and len(_quotes(a) & _quotes(b)) >= 3)


def _open_alike(a: Article, b: Article) -> bool:
    """Whether the opening of one of two articles stands in the other."""
    shingler = Shingler()
    leads = [shingler.shingles(" ".join(x.document.text.split()[:_LEAD])) for x in (a, b)]
    wholes = [shingler.shingles(x.document.text) for x in (a, b)]
    shares = [shared_count(leads[i], wholes[1 - i]) / max(1, len(leads[i])) for i in (0, 1)]
    return max(shares) >= _LED


def _links(articles: Sequence[Article], runs: Sequence[Shingles]) -> Links:
    links: Links = {}
    for i, j in candidate_pairs(runs, _LEAST):
        a, b = articles[i], articles[j]
        if not _near(a, b, _COPY_DAYS):
            continue
        shared = shared_count(runs[i], runs[j])
        share = shared / min(len(runs[i]), len(runs[j]))
        if shared >= _LEAST and _likeness(a, b, share):
            links[i, j] = share
    return links


def _assign(count: int, links: Links) -> dict[int, int]:
    """Each article that repeats an earlier one → the first of its origin.

    A copy follows whatever it copies; a rewrite joins only where it repeats the first article itself.
    """
    earlier: dict[int, list[tuple[float, int]]] = {}
    for (i, j), share in links.items():
        earlier.setdefault(j, []).append((share, i))
    first: dict[int, int] = {}
    for j in range(count):
        for share, i in sorted(earlier.get(j, ()), key=lambda e: (-e[0], e[1])):
            root = first.get(i, i)
            if share >= COPY or root == i or (root, j) in links:
                first[j] = root
                break
    return first


def _agency(articles: Sequence[Article]) -> str | None:
    credits = Counter(fold_word(a.reading.document.agency.text).strip() for a in articles if a.reading.document.agency)
    if not credits:
        return None
    best = min(credits, key=lambda c: (-credits[c], c))
    return next(
        a.reading.document.agency.text
        for a in articles
        if a.reading.document.agency and fold_word(a.reading.document.agency.text).strip() == best
    )


def group_copies(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """Origins of two articles and more, each with the earliest first; empty where nothing is repeated.

    articles: in the order of `arrange`. similarity: share of an article's runs of four words that the first one has.
    """
    shingler = Shingler()
    runs = [shingler.shingles(a.document.text) for a in articles]
    members: dict[int, list[int]] = {}
    for j, root in sorted(_assign(len(articles), _links(articles, runs)).items()):
        members.setdefault(root, [root]).append(j)
    origins = []
    for root, held in sorted(members.items()):
        copies = [CopyOf(articles[root].id, "first", 1.0)]
        for j in held[1:]:
            shared = shared_count(runs[root], runs[j])
            kind = "copy" if shared / min(len(runs[root]), len(runs[j])) >= COPY else "rewrite"
            copies.append(CopyOf(articles[j].id, kind, round(shared / len(runs[j]), 4)))  # type: ignore[arg-type]
        agency = _agency([articles[j] for j in held])
        origins.append(Origin(f"origin:{articles[root].id}", tuple(copies), agency, "copies.shared-words"))
    return tuple(origins)
