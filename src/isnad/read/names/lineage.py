"""Persons named by their line: «ذاكر بن خليفة بوعجيلة» whatever the first word is, «أبو خالد الشمري»."""

from __future__ import annotations

from isnad.read.names.runs import has_and, run
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    BETWEEN,
    COMMON,
    DROPPED,
    GIVEN,
    HEAD,
    KEPT,
    LINK,
    NISBA,
    OPENS,
    PLACE,
    SECOND,
    SITE,
    STOP,
    TITLE,
    VERB,
)

#: «عبد» with and without proclitics.
SERVANTS = frozenset(("عبد", "وعبد", "فعبد", "لعبد", "بعبد", "كعبد"))
SONS = frozenset(("بن", "بنت"))
FATHERS = frozenset(("ابو", "وابو", "ام", "وام"))
_NO_FIRST = STOP | TITLE | VERB | BETWEEN | NISBA | HEAD | DROPPED | OPENS | KEPT | PLACE | SITE


def by_son(scan: Scan, i: int) -> Mention | None:
    """«ذاكر بن خليفة»: «بن» at word i before a given name; the word before it begins the name."""
    if not i or not scan.joined(i - 1) or not scan.joined(i) or not scan.flags(i + 1) & (GIVEN | LINK):
        return None
    if scan.flags(i - 1) & _NO_FIRST or scan.infos[i - 1].definite or len(scan.form(i - 1)) < 3:
        return None
    if has_and(scan, i - 1) or not scan.form(i - 1).isalpha() or scan.form(i - 1).isascii():
        return None
    last = run(scan, i)
    if scan.flags(i - 1) & COMMON and not any(scan.form(k) in SONS for k in range(i + 2, last)):
        return None  # «كان بن يوسف»
    return scan.mention(i - 1, last, 0, "PER", None, "son")


def by_father(scan: Scan, i: int) -> Mention | None:
    """«أبو خالد الشمري»: «أبو» at word i with a given name and more."""
    form = scan.form(i)
    if form not in FATHERS or scan.before(i) & (DROPPED | OPENS | KEPT | HEAD | SITE) or not scan.joined(i):
        return None
    if not scan.flags(i + 1) & GIVEN or scan.flags(i + 1) & (COMMON | PLACE):
        return None
    last = run(scan, i)
    if last < i + 2 and not (last == i + 1 and scan.before(i) & (TITLE | VERB)):
        return None
    return scan.mention(i, last, len(form) - len(form.lstrip("و")), "PER", None, "father")


def by_servant(scan: Scan, i: int) -> Mention | None:
    """«عبد الهادي الصباغ»: «عبد» at word i, proclitics or not, with one of the names it serves and more."""
    if not scan.joined(i) or not (
        scan.flags(i + 1) & SECOND or (scan.infos[i + 1].definite and scan.infos[i + 1].unknown)
    ):
        return None
    last = run(scan, i)
    return scan.mention(i, last, len(scan.form(i)) - 3, "PER", None, "servant+name") if last > i + 1 else None
