"""How far an organisation's name goes on after its head: definite complements, adjectives, places."""

from __future__ import annotations

import re

from isnad.read.names.scan import Scan
from isnad.read.names.vocabulary import COMPLEMENT, GENERIC, HEAD, INNER, MINISTRY, NISBA, PLACE, STOP, TITLE, VERB

_MOST = 6
_COLOUR = re.compile(r"الا[^اويه]{2}[^اويه]")  #: «الأحمر», «الأعظم»


def is_adjective(scan: Scan, i: int) -> bool:
    """A definite word that agrees with a noun before it rather than being its object."""
    form = scan.form(i)
    if form.endswith(("يه", "ي")) or form in scan.vocabulary.closed.agreeing or _COLOUR.fullmatch(form):
        return True
    if not scan.infos[i - 1].definite:
        return False
    return form.endswith("ه") and scan.form(i - 1).endswith(("ه", "ات")) and not scan.flags(i) & (STOP | GENERIC | HEAD)


def is_nisba(scan: Scan, i: int) -> bool:
    info = scan.infos[i]
    return bool(info.flags & NISBA) and scan.form(i).startswith("ال")


def _takes(scan: Scan, i: int, first: bool, named: bool, definite_head: bool) -> bool:
    """Word i goes on the organisation's name."""
    info, form = scan.infos[i], scan.form(i)
    flags = info.flags
    if flags & (STOP | VERB | TITLE) and not flags & NISBA:
        return False
    if flags & GENERIC and not scan.flags(i - 1) & INNER:
        return False
    if form == "العام":
        return not first and not (scan.joined(i) and scan.flags(i + 1) & STOP)
    if form.startswith("ال") and len(form) > 4:
        return first or is_adjective(scan, i)
    if form.startswith("وال") and not first:
        return not flags & HEAD and not form.startswith("والمت")
    if form.startswith("لل") and len(form) > 4:
        return not first and (bool(flags & COMPLEMENT) or definite_head)
    if flags & (COMPLEMENT | INNER):
        return scan.joined(i) and (scan.form(i + 1).startswith("ال") or bool(scan.flags(i + 1) & INNER))
    return first and named and info.unknown and not any(scan.follows(i, e.rest) for _, e in info.entries)


def chain_end(scan: Scan, i: int, named: bool) -> int:
    """The last word of the chain of complements after the head at word i (i itself: none)."""
    last = i
    definite_head = scan.infos[i].core.startswith("ال")
    while last - i < _MOST and scan.joined(last):
        nxt = last + 1
        flags = scan.flags(nxt)
        inside = last > i and bool(scan.flags(last) & (COMPLEMENT | INNER))
        form = scan.form(nxt)
        more = flags & COMPLEMENT or form in scan.vocabulary.closed.after_nisba or form.startswith("لل")
        people = form.startswith("ال") and flags & NISBA and scan.form(last) in scan.vocabulary.closed.peoples
        if last > i and is_nisba(scan, last) and not (more or people):
            break
        if _listed_place(scan, nxt) > nxt or not _takes(scan, nxt, last == i or inside, named, definite_head):
            break
        last = nxt
    return last


def extend(scan: Scan, last: int) -> int:
    """The last word of a listed opening's adjectives and complements («البنك المركزي» + «التركي»)."""
    for _ in range(3):
        if not scan.joined(last) or (is_nisba(scan, last) and not scan.form(last + 1).startswith("لل")):
            break
        form, flags = scan.form(last + 1), scan.flags(last + 1)
        if (
            not form.startswith("ال")
            or len(form) < 5
            or not (flags & NISBA or (is_adjective(scan, last + 1) and not flags & (STOP | TITLE | VERB)))
        ):
            break
        last += 1
    return last


def _listed_place(scan: Scan, i: int) -> int:
    """The last word of a listed place of several words that begins at word i; i where there is none."""
    for taken, entry in scan.infos[i].entries:
        if entry.rest and not taken and entry.type == "LOC" and scan.follows(i, entry.rest):
            return i + len(entry.rest)
    return i


def place_after(scan: Scan, i: int, last: int) -> int:
    """«جامعة بغداد»، «إدارة إقليم كردستان», «محكمة استئناف طرابلس»: a place that closes the name."""
    if not scan.joined(last) or scan.flags(i) & MINISTRY:
        return last
    nxt = last + 1
    info = scan.infos[nxt]
    whole = _listed_place(scan, nxt)
    if whole > nxt:
        return whole
    if (
        info.flags & PLACE
        and info.entries
        and info.entries[-1][0] == 0
        and not scan.form(nxt).startswith(("ب", "و", "ل"))
    ):
        return _complement_after(scan, nxt)
    return last


def _complement_after(scan: Scan, i: int) -> int:
    """«جهاز أبوظبي للاستثمار», «مركز عمان لحقوق الإنسان»: the last word of the complement after the place at word i."""
    if not scan.joined(i) or not scan.flags(i + 1) & COMPLEMENT:
        return i
    whole = i + 1 if scan.form(i + 1).startswith("لل") else i + 2
    return whole if scan.joined(whole - 1) else i
