"""Persons whom no list knows, by the grammar of names: titles, given names, links, verbs of saying."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    ALSO,
    BEARER,
    BETWEEN,
    COMMON,
    DIRECT,
    DROPPED,
    GIVEN,
    HEAD,
    LINK,
    MIDDLE,
    MINISTRY,
    NISBA,
    OFFICE,
    OPENS,
    PLACE,
    SECOND,
    SHORT,
    STOP,
    SURE,
    TITLE,
    VERB,
)

_LONGEST = 7
_REACH = 12


def _continues(scan: Scan, i: int) -> bool:
    """Word i may go on a name that the word before it began."""
    info = scan.infos[i]
    flags = info.flags
    if info.loose:
        return True
    if scan.on(i):
        return False
    if flags & (GIVEN | SHORT | LINK) and info.core == scan.form(i):
        if flags & TITLE and scan.joined(i) and scan.flags(i + 1) & (COMMON | DROPPED | OPENS):
            return False  # «محمد أمين» is a name, «خالد أمير منطقة» is not
        return bool(flags & LINK) or not flags & (PLACE | NISBA | VERB)
    if flags & (COMMON | NISBA | TITLE | HEAD | PLACE | VERB | BETWEEN):
        return False
    return info.definite and not scan.vocabulary.is_common(scan.form(i))


def _run(scan: Scan, i: int) -> int:
    """The last word of the name that begins with word i."""
    last = i
    while last - i < _LONGEST and scan.joined(last):
        nxt = last + 1
        flags = scan.flags(last)
        if flags & LINK and last > i - 1 and _linked(scan, last):
            last = nxt
            continue
        if scan.flags(nxt) & SECOND and _takes_second(scan, last):
            last = nxt
            continue
        if last > i and _told_to(scan, nxt):
            break
        closed = last > i and scan.infos[last].definite and not scan.flags(nxt) & (GIVEN | LINK)
        if closed and not scan.infos[nxt].definite:
            break  # «محمد السوادي تهديده»: a surname with article closes the name
        if not (_continues(scan, nxt) or (last == i and _plain_surname(scan, i))):
            break
        last = nxt
    while last > i and scan.flags(last) & LINK:
        last -= 1
    return last


def _told_to(scan: Scan, i: int) -> bool:
    """Word i is «ل» with an outlet before the words said («قال فلان لرويترز إن»)."""
    if not scan.form(i).startswith("ل") or scan.flags(i) & GIVEN:
        return False
    said = scan.joined(i) and scan.form(i + 1) in ("ان", "انه", "انها", "انهم")
    return said or any(mark in scan.gap(i) for mark in ':"«“')


def _plain_surname(scan: Scan, i: int) -> bool:
    """The word after the given name at word i is a surname although it is a common word too («أحمد المصري»)."""
    flags, form = scan.flags(i + 1), scan.form(i + 1)
    if not scan.infos[i + 1].definite or flags & (STOP | TITLE | HEAD | VERB | BETWEEN):
        return False
    if not scan.flags(i) & SURE and not (scan.flags(i) & ALSO and _before_title(scan, i) & TITLE):
        return False
    if form.endswith(("ه", "ات", "ين", "ون", "ان")):
        return False
    return form.endswith("ي") or bool(_before_title(scan, i) & (TITLE | VERB))


def _linked(scan: Scan, i: int) -> bool:
    """«بن»، «أبو»، «عبد» at word i take the next word whatever it is, unless it is a function word or verb."""
    flags = scan.flags(i + 1)
    form = scan.form(i + 1)
    if flags & (GIVEN | LINK | SECOND):
        return True
    if flags & (VERB | BETWEEN) and not flags & OFFICE:
        return False
    return not flags & COMMON or form.startswith("ال") or scan.form(i) in scan.vocabulary.closed.kin


def _takes_second(scan: Scan, i: int) -> bool:
    """«عبد», «نور», «كرم» at word i, with or without proclitics, carry a second word («الله»)."""
    info = scan.infos[i]
    return bool((info.flags | scan.vocabulary.info(info.core).flags) & BEARER) or scan.form(i).endswith("عبد")


def _before_title(scan: Scan, i: int) -> int:
    """Title or verb flags that announce word i: of the word before, or before the adjectives and ranks between."""
    k = i - 1
    steps = 0
    while k >= 0 and steps < 4 and scan.joined(k):
        flags = scan.flags(k)
        if flags & (TITLE | VERB):
            if k and scan.joined(k - 1) and scan.infos[k - 1].core in scan.vocabulary.closed.named_after:
                return 0
            if flags & TITLE and not flags & DIRECT and steps == 0 and not scan.infos[k].definite:
                return OFFICE
            return flags & (TITLE | VERB)
        if not flags & NISBA and not (scan.infos[k].definite and flags & COMMON):
            return 0
        k -= 1
        steps += 1
    return 0


def _strong(scan: Scan, i: int, last: int) -> bool:
    """A run that begins with a doubtful given name is a name by its second word."""
    second = scan.infos[i + 1]
    if last > i + 1 and second.unknown and scan.infos[i + 2].unknown and not second.definite:
        return True
    if second.flags & (SURE | LINK) and not second.flags & COMMON:
        return True
    return second.unknown and second.definite and scan.form(i + 1).endswith("ي")


def _by_given(scan: Scan, i: int, flags: int) -> Mention | None:
    """A given name and what follows; alone only after a title."""
    info = scan.infos[i]
    if flags & BETWEEN or scan.on(i):
        return None
    if flags & VERB and not flags & SURE:
        return None  # «طالب» asks more often than it names
    last = _run(scan, i)
    announced = _before_title(scan, i)
    if last == i:
        if flags & SURE and announced & DIRECT and not flags & (PLACE | COMMON) and len(info.core) > 2:
            return scan.mention(i, i, info.taken, "PER", None, "title+given")
        return None
    if flags & SURE or announced & (TITLE | VERB) or _strong(scan, i, last):
        return scan.mention(i, last, info.taken, "PER", None, "given+name")
    return None


def _by_title(scan: Scan, i: int) -> Mention | None:
    """An unknown word right after a title («الجنرال قاآني») begins a name."""
    announced = _before_title(scan, i)
    if not announced & TITLE:
        return None
    last = _run(scan, i)
    if last == i and not (announced & DIRECT and scan.before(i) & (DIRECT | NISBA)):
        return None
    if scan.infos[i].definite and last == i:
        return None
    return scan.mention(i, last, 0, "PER", None, "title+name")


def _by_office(scan: Scan, i: int, taken: dict[int, int]) -> Mention | None:
    """The name after an office and its complements. taken: first word → last word of names already found."""
    k = i + 1
    comma = False
    while k < scan.count and k - i <= _REACH:
        gap = scan.gap(k - 1)
        if gap != " ":
            if comma or gap.strip() not in ("،", ",", "-"):
                return None
            comma = True
        if k in taken:
            k = taken[k] + 1
            continue
        found = _office_name(scan, k, comma)
        if found is not None:
            return found
        flags = scan.flags(k)
        if not (
            flags & (NISBA | BETWEEN | OFFICE | MIDDLE | MINISTRY) or (scan.infos[k].definite and not flags & VERB)
        ):
            return None
        if comma:
            return None
        k += 1
    return None


def _office_name(scan: Scan, k: int, comma: bool) -> Mention | None:
    info = scan.infos[k]
    if scan.on(k) or info.flags & BETWEEN or (info.flags & NISBA and not info.flags & SURE):
        return None
    if info.flags & (SURE | ALSO | SHORT) and info.core == scan.form(k) and not info.flags & PLACE:
        last = _run(scan, k)
        if last > k:
            return scan.mention(k, last, 0, "PER", None, "office+given")
        return None
    if info.unknown and not info.definite and not comma and not scan.form(k).startswith("و"):
        last = _run(scan, k)
        if last > k:
            return scan.mention(k, last, 0, "PER", None, "office+name")
    return None


def find_persons(scan: Scan, listed: list[Mention]) -> list[Mention]:
    """Persons by grammar, in order; they may overlap `listed` where a longer name begins with a listed one."""
    taken = {m.first: m.last for m in listed}
    out: list[Mention] = []
    at = 0
    for i, info in enumerate(scan.infos):
        flags = info.flags
        found = None
        if i >= at:
            if flags & GIVEN:
                found = _by_given(scan, i, flags)
            elif info.unknown and i:
                found = _by_title(scan, i)
        if found is None and flags & OFFICE and i >= at:
            found = _by_office(scan, i, taken)
        if found is not None and (not out or found.first > out[-1].last):
            out.append(found)
            at = found.last + 1 if found.first == i else at
    return out
