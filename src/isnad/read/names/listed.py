"""Names that a list knows: persons, organisations, places of the lexicons and the dossier."""

from __future__ import annotations

from isnad.read.names.chains import extend
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import COMMON, DROPPED, GIVEN, IDIOM, KEPT, NISBA, OPENS, OUTLET, TITLE, VERB, Entry

_ANNOUNCES = {"LOC": DROPPED | OPENS, "ORG": OUTLET, "PER": TITLE | VERB}


def _allowed(scan: Scan, i: int, taken: int, entry: Entry) -> bool:
    before = scan.before(i)
    if entry.doubtful and not before & _ANNOUNCES[entry.type] and not (entry.type == "PER" and _ruled(scan, i)):
        return False
    if entry.rest or entry.rule == "dossier":
        return True
    if entry.type == "LOC":
        return _place_alone(scan, i, taken, entry, before)
    return not (taken and scan.flags(i) & COMMON)


def _ruled(scan: Scan, i: int) -> bool:
    """A word for rule or force stands right before word i («نظام الأسد»)."""
    return bool(i) and scan.joined(i - 1) and scan.infos[i - 1].core in scan.vocabulary.closed.ruled


def _place_alone(scan: Scan, i: int, taken: int, entry: Entry, before: int) -> bool:
    form = scan.form(i)
    if taken and form in scan.vocabulary._common:
        return False  # «لبنان» is no «ل» with «بنان»
    if before & GIVEN and not before & (VERB | DROPPED | OPENS):
        return False  # a surname: «مصطفى بغداد»
    adjective = scan.flags(i) & NISBA and form.startswith("ال") and scan.joined(i - 1) if i else False
    if adjective and scan.infos[i - 1].definite and not before & VERB:
        return False  # «الرحلة السعودية»: an adjective
    if entry.rule == "gazetteer":
        if scan.flags(i) & (GIVEN | NISBA | TITLE) and not before & (DROPPED | OPENS):
            return False
        if taken and (len(form) - taken < 4 or form[taken - 1] in "كف"):
            return False
    return not (before & KEPT and entry.rule == "gazetteer")


def find_listed(scan: Scan) -> list[Mention]:
    """Every listed name, leftmost and longest, in order."""
    out = []
    at = 0
    for i, info in enumerate(scan.infos):
        if not info.entries or i < at:
            continue
        for taken, entry in info.entries:
            if (not entry.rest or scan.follows(i, entry.rest)) and _allowed(scan, i, taken, entry):
                last = i + len(entry.rest)
                at = last + 1
                if entry.rule == IDIOM:
                    break
                if entry.type == "ORG" and entry.rule == "opening":
                    last = extend(scan, last)
                out.append(scan.mention(i, last, taken, entry.type, entry.actor or None, entry.rule))
                at = last + 1
                break
    return out
