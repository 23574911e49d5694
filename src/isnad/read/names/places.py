"""Places by head noun: «نهر الخابور» whole, «بلدة هجين» without its head, «بلدة بني قيس» by its first word."""

from __future__ import annotations

from isnad.read.names.runs import VERBAL
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    COMPOUND,
    DROPPED,
    GENERIC,
    GIVEN,
    HEAD,
    KEPT,
    LOCATION,
    NISBA,
    OPENS,
    SITE,
    STOP,
    TITLE,
    VERB,
)

_CAMP = "معسكر"  #: a side in a quarrel too
_VERB_LIKE = ("ي", "ت", "س")


def _compound(scan: Scan, i: int) -> bool:
    """«بني قيس», «بئر بورقبة» stand at words i and i + 1."""
    if not scan.flags(i) & COMPOUND or not scan.joined(i):
        return False
    return not scan.flags(i + 1) & (VERB | NISBA | TITLE | HEAD)


def _site(scan: Scan, i: int) -> int:
    """The last word of «قاعدة الحصن», «مطار بغداد الدولي»; i where no place follows the head at word i."""
    nxt = scan.infos[i + 1]
    for taken, entry in nxt.entries:
        if (
            not taken
            and entry.type == "LOC"
            and entry.actor
            and not nxt.flags & DROPPED
            and scan.follows(i + 1, entry.rest)
        ):
            return i + 1 + len(entry.rest)
    if nxt.loose and nxt.definite:
        return i + 1
    if not nxt.unknown or VERBAL.match(scan.form(i + 1)) or scan.infos[i].core == _CAMP:
        return i
    return _whole(scan, i + 1)


def _common_place(scan: Scan, i: int) -> bool:
    """A definite common word right after «مدينة»، «بلدة» is the name of one («مدينة الرملية»)."""
    info = scan.infos[i]
    if not info.definite or scan.hamza(i) or info.core != scan.form(i):
        return False
    if info.flags & (NISBA | STOP | TITLE | VERB | GENERIC | HEAD):
        return False
    return not scan.form(i).endswith("ات")


def _whole(scan: Scan, i: int) -> int:
    """The last word of a place's name of one or two unknown words that begins with word i («كوربس كريستي»)."""
    if not scan.joined(i):
        return i
    if scan.infos[i].definite:
        return i + 1 if scan.form(i + 1) in scan.vocabulary.closed.sides else i
    form = scan.form(i + 1)
    return i + 1 if scan.infos[i + 1].unknown and form[0] not in "وفبلكيت" else i


def _and_another(scan: Scan, i: int) -> list[Mention]:
    """«مديريتي حيران والنشمة»: an unknown word joined with «و» to a place; word i is the one after the place."""
    if i >= scan.count or not scan.joined(i - 1) or not scan.form(i).startswith("و") or len(scan.form(i)) < 5:
        return []
    own = scan.vocabulary.info(scan.form(i)[1:])
    if not own.unknown or own.flags & (GIVEN | VERB) or scan.form(i)[1] in _VERB_LIKE:
        return []
    return [scan.mention(i, i, 1, "LOC", None, "place+and")]


def find_places(scan: Scan) -> list[Mention]:
    """Places that only their head noun gives away, in order."""
    out = []
    for i in scan.beginning(LOCATION):
        info = scan.infos[i]
        if not scan.joined(i):
            continue
        if info.flags & SITE:
            last = _site(scan, i)
            if last > i:
                out.append(scan.mention(i, last, info.taken, "LOC", None, "site"))
                continue
        nxt = scan.infos[i + 1]
        if info.flags & (OPENS | DROPPED) and _compound(scan, i + 1):
            out.append(scan.mention(i + 1, i + 2, 0, "LOC", None, "place-head+compound"))
        elif info.flags & OPENS and info.core in scan.vocabulary.closed.towns and _common_place(scan, i + 1):
            last = i + 2 if scan.joined(i + 1) and scan.form(i + 2) in scan.vocabulary.closed.sides else i + 1
            out.append(scan.mention(i + 1, last, 0, "LOC", None, "place-head+common"))
        elif not nxt.loose or nxt.flags & GIVEN or scan.form(i + 1) == "الله":
            continue
        elif info.flags & OPENS and (nxt.definite or nxt.unknown or not scan.form(i + 1).startswith(_VERB_LIKE)):
            out.append(scan.mention(i + 1, _whole(scan, i + 1), 0, "LOC", None, "place-head"))
            out.extend(_and_another(scan, out[-1].last + 1))
        elif info.flags & KEPT:
            out.append(scan.mention(i, _whole(scan, i + 1), info.taken, "LOC", None, "place-head+name"))
    return out
