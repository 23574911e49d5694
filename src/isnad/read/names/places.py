"""Places by head noun: «نهر الخابور» whole, «بلدة هجين» without its head, «بلدة بني قيس» by its first word."""

from __future__ import annotations

from isnad.read.names.runs import VERBAL, run
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    COMMON,
    COMPOUND,
    DROPPED,
    GENERIC,
    GIVEN,
    HEAD,
    IDIOM,
    KEPT,
    LINK,
    LOCATION,
    NISBA,
    OPENS,
    PLACE,
    SITE,
    STOP,
    SURE,
    TITLE,
    VERB,
)

_CAMP = "معسكر"  #: a side in a quarrel too
_FORCES = ("الجوي", "العسكري", "البحري", "الدولي")  #: kinds of bases and airports
_VERB_LIKE = ("ي", "ت", "س")


def _compound(scan: Scan, i: int) -> bool:
    """«بني قيس», «بئر بورقبة» stand at words i and i + 1."""
    if not scan.flags(i) & COMPOUND or not scan.joined(i):
        return False
    return not scan.flags(i + 1) & (VERB | NISBA | TITLE | HEAD)


def _listed(scan: Scan, i: int, doubtful: bool = False) -> int:
    """The last word of the listed place that begins with word i; 0 where none does.

    doubtful: a name that is another word too counts.
    """
    for taken, entry in scan.infos[i].entries:
        if taken or entry.type != "LOC" or entry.rule == IDIOM or (entry.doubtful and not doubtful):
            continue
        if scan.follows(i, entry.rest) and not (entry.doubtful and scan.form(i) in scan.vocabulary.closed.unnamed):
            return i + len(entry.rest)
    return 0


def _site(scan: Scan, i: int) -> int:
    """The last word of «قاعدة الحصن», «مطار بغداد الدولي»; i where no place follows the head at word i."""
    monument = scan.infos[i].core in scan.vocabulary.closed.monuments
    last = _honoured(scan, i)
    if (
        last == i
        and not monument
        and (listed := _listed(scan, i + 1, doubtful=True))
        and not scan.flags(i + 1) & DROPPED
    ):
        last = listed
    if last == i:
        last = _unlisted(scan, i, monument)
    if last > i and scan.joined(last) and scan.form(last + 1) in scan.vocabulary.closed.kinds:
        last += 1
    return last


def _unlisted(scan: Scan, i: int, monument: bool) -> int:
    """The last word of an unknown or common name after the head at word i; i where none follows."""
    nxt = scan.infos[i + 1]
    closed, core = scan.vocabulary.closed, scan.infos[i].core
    if nxt.loose and nxt.definite and not monument:
        return i + 1
    if (
        not monument
        and nxt.definite
        and scan.joined(i + 1)
        and scan.form(i + 2).startswith(_FORCES)
        and not nxt.flags & NISBA
    ):
        return i + 1  # «قاعدة الشعيرات الجوية»
    if core in closed.shrines and _common_place(scan, i + 1) and scan.form(i + 1) not in closed.unnamed:
        return i + 1
    if scan.flags(i) & OPENS or not nxt.unknown or VERBAL.match(scan.form(i + 1)) or core == _CAMP:
        return i
    if monument and scan.form(i + 1)[0] in "بلك" and scan.vocabulary.is_common(scan.form(i + 1)[1:]):
        return i  # «ساحة بوسط المدينة»
    return _whole(scan, i + 1)


def _honoured(scan: Scan, i: int) -> int:
    """The last word of the person after whom the site at word i is called; i where none is."""
    closed = scan.vocabulary.closed
    k = i + 1
    while k < i + 3 and scan.form(k) in closed.honours and scan.joined(k):
        k += 1
    flags = scan.flags(k)
    if scan.infos[k].core != scan.form(k) or not flags & (GIVEN | LINK):
        return i
    last = run(scan, k)
    if scan.joined(last) and scan.form(last + 1) in closed.ordinals:
        last += 1
    if k > i + 1:
        return last
    if scan.flags(i) & OPENS:
        return i  # «مدينة بن قردان»
    return last if last > k and flags & (SURE | LINK) and not flags & (COMMON | PLACE) else i


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


def _sides(scan: Scan, last: int) -> int:
    """The last of the adjectives that go on a place's name («جزر سوندا الغربية الصغرى»)."""
    while scan.joined(last) and scan.form(last + 1) in scan.vocabulary.closed.sides:
        last += 1
    return last


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
    out: list[Mention] = []
    for i in scan.beginning(LOCATION):
        if not scan.joined(i):
            continue
        info = scan.infos[i]
        if info.flags & SITE or info.core in scan.vocabulary.closed.monuments:
            last = _site(scan, i)
            if last > i:
                out.append(scan.mention(i, last, info.taken, "LOC", None, "site"))
                continue
        out.extend(_by_head(scan, i))
    return out


def _by_head(scan: Scan, i: int) -> list[Mention]:
    """The place after the head noun at word i, and one that «و» joins to it."""
    info, nxt = scan.infos[i], scan.infos[i + 1]
    closed = scan.vocabulary.closed
    if info.flags & (OPENS | DROPPED) and _compound(scan, i + 1):
        return [scan.mention(i + 1, i + 2, 0, "LOC", None, "place-head+compound")]
    if info.flags & OPENS and info.core in closed.towns and _common_place(scan, i + 1):
        last = i + 2 if scan.joined(i + 1) and scan.form(i + 2) in closed.sides else i + 1
        return [scan.mention(i + 1, last, 0, "LOC", None, "place-head+common")]
    if info.flags & KEPT and not info.flags & DROPPED and (listed := _listed(scan, i + 1)):
        return [scan.mention(i, _sides(scan, listed), info.taken, "LOC", None, "place-head+listed")]
    if not nxt.loose or nxt.flags & GIVEN or scan.form(i + 1) == "الله":
        return []
    if info.flags & OPENS and (nxt.definite or nxt.unknown or not scan.form(i + 1).startswith(_VERB_LIKE)):
        found = scan.mention(i + 1, _whole(scan, i + 1), 0, "LOC", None, "place-head")
        return [found, *_and_another(scan, found.last + 1)]
    if info.flags & KEPT:
        return [scan.mention(i, _sides(scan, _whole(scan, i + 1)), info.taken, "LOC", None, "place-head+name")]
    return []
