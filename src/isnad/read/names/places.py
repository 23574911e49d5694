"""Places by head noun: «نهر الخابور» whole, «بلدة هجين» without its head."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import GIVEN, KEPT, OPENS


def find_places(scan: Scan) -> list[Mention]:
    """Places that only their head noun gives away, in order."""
    out = []
    for i, info in enumerate(scan.infos):
        if not info.flags & (OPENS | KEPT) or not scan.joined(i):
            continue
        nxt = scan.infos[i + 1]
        if not nxt.unknown or nxt.flags & GIVEN:
            continue
        if info.flags & OPENS:
            out.append(scan.mention(i + 1, i + 1, 0, "LOC", None, "place-head"))
        else:
            out.append(scan.mention(i, i + 1, info.taken, "LOC", None, "place-head+name"))
    return out
