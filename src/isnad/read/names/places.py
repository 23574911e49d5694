"""Places by head noun: «نهر الخابور» whole, «بلدة هجين» without its head, «بلدة بني قيس» by its first word."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import COMPOUND, DROPPED, GIVEN, HEAD, KEPT, NISBA, OPENS, TITLE, VERB

_VERB_LIKE = ("ي", "ت", "س")


def _compound(scan: Scan, i: int) -> bool:
    """«بني قيس», «بئر بورقبة» stand at words i and i + 1."""
    if not scan.flags(i) & COMPOUND or not scan.joined(i):
        return False
    return not scan.flags(i + 1) & (VERB | NISBA | TITLE | HEAD)


def find_places(scan: Scan) -> list[Mention]:
    """Places that only their head noun gives away, in order."""
    out = []
    for i, info in enumerate(scan.infos):
        if not info.flags & (OPENS | KEPT | DROPPED) or not scan.joined(i):
            continue
        nxt = scan.infos[i + 1]
        if info.flags & (OPENS | DROPPED) and _compound(scan, i + 1):
            out.append(scan.mention(i + 1, i + 2, 0, "LOC", None, "place-head+compound"))
        elif not nxt.loose or nxt.flags & GIVEN:
            continue
        elif info.flags & OPENS and not (scan.form(i + 1).startswith(_VERB_LIKE) and not nxt.definite):
            out.append(scan.mention(i + 1, i + 1, 0, "LOC", None, "place-head"))
        elif info.flags & KEPT:
            out.append(scan.mention(i, i + 1, info.taken, "LOC", None, "place-head+name"))
    return out
