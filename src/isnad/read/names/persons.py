"""Persons whom no list knows, by the grammar of names: titles, given names, links, verbs of saying."""

from __future__ import annotations

import re

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    ALSO,
    BEARER,
    BETWEEN,
    COMMON,
    COMPOUND,
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
    OUTLET,
    PERSON,
    PLACE,
    RANK,
    RARELY,
    SECOND,
    SHORT,
    STOP,
    SURE,
    TITLE,
    VERB,
)

#: What may stand between a title and the name.
_PAUSES = ("، ", ' "', " «", " “", ", ")
#: Beginnings of verbs of the present and future, and of nouns after «ل».
_VERBAL = re.compile(r"(?:تت|يت|يس|تس|سي|ست|سن|لت|كي|مت|كك|غي).{2,}")
_THAT = ("ان", "انه", "انها", "انهم")
_LONGEST = 7
_REACH = 12


def _and(scan: Scan, i: int) -> bool:
    """Word i begins with the conjunction «و», as far as its letters tell: «ويلسون», «وهبي» are names."""
    form = scan.form(i)
    return form[0] == "و" and not (form[1:3] in ("هب", "لد") or (form[1:2] in ("ا", "ي", "و") and not scan.hamza(i, 1)))


def _continues(scan: Scan, i: int) -> bool:
    """Word i may go on a name that the word before it began."""
    info = scan.infos[i]
    flags = info.flags
    if info.loose:
        return not _and(scan, i) and not (scan.form(i).endswith("ا") and scan.tanwin(i))
    if scan.on(i):
        return False
    if flags & (GIVEN | SHORT | LINK) and info.core == scan.form(i):
        if flags & TITLE and scan.joined(i) and scan.flags(i + 1) & (COMMON | DROPPED | OPENS):
            return False  # «محمد أمين» is a name, «خالد أمير منطقة» is not
        return bool(flags & LINK) or not flags & (PLACE | NISBA | VERB)
    if flags & (COMMON | NISBA | TITLE | HEAD | PLACE | VERB | BETWEEN):
        return False
    return info.definite and not scan.hamza(i) and not scan.vocabulary.is_common(scan.form(i))


def _run(scan: Scan, i: int) -> int:
    """The last word of the name that begins with word i."""
    last = second = i
    while last - i < _LONGEST and scan.joined(last):
        nxt = last + 1
        if _tied(scan, last):
            last = nxt
        elif scan.flags(nxt) & SECOND and _takes_second(scan, last):
            last = second = nxt
        else:
            more = _more(scan, i, last, last != second)
            last += more > 0
            if more < 2:
                break
    while last > i and scan.flags(last) & LINK:
        last -= 1
    return last


def _tied(scan: Scan, i: int) -> bool:
    """Word i brings the next one along: a link («بن»), or a hyphen before a short word («سونغ يونغ-مو»)."""
    if scan.flags(i) & LINK and _linked(scan, i):
        return True
    return scan.gap(i) == "-" and len(scan.form(i + 1)) < 5 and not scan.infos[i + 1].definite


def _more(scan: Scan, i: int, last: int, surname: bool) -> int:
    """How the name that begins with word i takes the word after `last`: 0 not, 1 as its end, 2 and may go on.

    surname: word `last` may be one, being no second part of a given name.
    """
    nxt = last + 1
    if last > i and _told_to(scan, nxt):
        return 0
    if last > i and surname and scan.infos[last].definite and not scan.flags(nxt) & (GIVEN | LINK):
        if not scan.infos[nxt].definite:
            return 0  # «محمد السوادي تهديده»: a surname with article closes the name
        if scan.form(nxt).endswith("ي") and not scan.joined(nxt) and not scan.flags(nxt) & (TITLE | STOP):
            return 1  # «راشد الطالبي العلمي،»
    if last == i and _closing_surname(scan, i):
        return 1
    plain = last == i or scan.flags(last) & (GIVEN | SECOND)
    return 2 if _continues(scan, nxt) or (plain and _plain_surname(scan, last, i)) else 0


def _told_to(scan: Scan, i: int) -> bool:
    """Word i is «ل» with an outlet before the words said («قال فلان لرويترز إن»)."""
    if not scan.form(i).startswith("ل") or scan.flags(i) & GIVEN:
        return False
    said = scan.joined(i) and scan.form(i + 1) in _THAT
    return said or any(mark in scan.gap(i) for mark in ':"«“')


def _plain_surname(scan: Scan, i: int, first: int) -> bool:
    """The word after the given name at word i is a surname although it is a common word too («أحمد المصري»).

    first: where the whole name begins.
    """
    flags, form = scan.flags(i + 1), scan.form(i + 1)
    if not scan.infos[i + 1].definite or scan.hamza(i + 1) or flags & (STOP | TITLE | HEAD | VERB | BETWEEN):
        return False
    if i > first and (flags & NISBA or (flags & COMMON and not scan.flags(i) & SECOND)):
        return False
    if not scan.flags(first) & SURE and not (scan.flags(first) & ALSO and _before_title(scan, first) & TITLE):
        return False
    if form.endswith(("ه", "ات", "ين", "ون", "ان")):
        return False
    return form.endswith("ي") or bool(_before_title(scan, first) & (TITLE | VERB))


def _closing_surname(scan: Scan, i: int) -> bool:
    """A common word after the given name at word i is a surname where the name ends there («قال أحمد رسام،»)."""
    flags, form = scan.flags(i + 1), scan.form(i + 1)
    if not flags & COMMON or flags & ~COMMON or scan.infos[i + 1].definite or not 2 < len(form) < 6:
        return False
    if (
        not scan.flags(i) & SURE
        or scan.flags(i) & (RARELY | PLACE)
        or form.endswith(("ا", "ها", "هم"))
        or form[0] in "يت"
    ):
        return False
    if form[0] in "بلكوف" and form[1:] and scan.vocabulary.is_common(form[1:]):
        return False
    ends = scan.gap(i + 1)[:1] in '،,(:«"' or (scan.joined(i + 1) and scan.form(i + 2) in _THAT)
    return ends and bool(_before_title(scan, i) & (TITLE | VERB))


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
    apart = k >= 0 and scan.gap(k) in _PAUSES
    while k >= 0 and steps < 4 and (scan.joined(k) or (apart and steps == 0)):
        flags = scan.flags(k) & ~(VERB if apart else 0)
        if flags & (TITLE | VERB):
            if k and scan.joined(k - 1) and scan.infos[k - 1].core in scan.vocabulary.closed.named_after:
                return 0
            if flags & TITLE and not flags & DIRECT and steps == 0 and not scan.infos[k].definite:
                return OFFICE
            return flags & (TITLE | VERB)
        definite = scan.infos[k].definite and (flags & COMMON or scan.form(k).endswith("ي"))
        if not flags & NISBA and not definite:
            return 0
        k -= 1
        steps += 1
    return 0


def _strong(scan: Scan, i: int, last: int) -> bool:
    """A run that begins with a doubtful given name is a name by its second word."""
    second = scan.infos[i + 1]
    rarely = scan.flags(i) & RARELY
    if last > i + 1 and second.unknown and scan.infos[i + 2].unknown and not second.definite and not rarely:
        return True
    if last > i + 1 and second.flags & GIVEN and (scan.infos[i + 2].unknown or scan.flags(i + 2) & GIVEN):
        return True
    if second.flags & (SURE | LINK) and not second.flags & COMMON:
        return True
    return second.unknown and second.definite and scan.form(i + 1).endswith("ي")


def _by_given(scan: Scan, i: int, flags: int) -> Mention | None:
    """A given name and what follows; alone only after a title."""
    info = scan.infos[i]
    if flags & BETWEEN or scan.on(i) or scan.before(i) & (DROPPED | OPENS) or (flags & COMMON and scan.tanwin(i)):
        return None
    if flags & VERB and not flags & SURE:
        return None  # «طالب» asks more often than it names
    called = info.core in scan.vocabulary.closed.called and scan.joined(i)
    if called and (scan.flags(i + 1) & GIVEN or scan.infos[i + 1].unknown):
        return None  # «السيد هاشم»: a title
    last = _run(scan, i)
    announced = _before_title(scan, i)
    if last == i:
        if flags & SURE and announced & DIRECT and not flags & (PLACE | COMMON) and len(info.core) > 2:
            return scan.mention(i, i, info.taken, "PER", None, "title+given")
        compound = scan.joined(i) and scan.flags(i + 1) & COMPOUND
        if compound:
            return None
        if flags & SURE and scan.before(i) & VERB and not flags & (PLACE | COMMON | RARELY) and len(info.core) > 3:
            return scan.mention(i, i, info.taken, "PER", None, "verb+given")
        return None
    if flags & SURE or announced & (TITLE | VERB) or _strong(scan, i, last):
        return scan.mention(i, last, info.taken, "PER", None, "given+name")
    if _beside_unknown(scan, i):
        return scan.mention(i, last, info.taken, "PER", None, "given+unknown")
    return None


def _beside_unknown(scan: Scan, i: int) -> bool:
    """The given name at word i is hardly another word, and the next one no list knows: no place, no company."""
    info, nxt = scan.infos[i], scan.infos[i + 1]
    if not nxt.unknown or scan.form(i + 1) == "الله" or scan.before(i) & OUTLET:
        return False
    if any(e.type == "LOC" and scan.follows(i + 1, e.rest) for _, e in nxt.entries):
        return False
    if scan.vocabulary.info(info.core).flags & RARELY:
        return scan.form(i + 1).startswith(("بو", "بن", "بل", "ايت"))  # surnames of the Maghreb
    return True


def _by_title(scan: Scan, i: int) -> Mention | None:
    """An unknown word right after a title («الجنرال قاآني») begins a name; after a verb of saying, two of them do."""
    announced = _before_title(scan, i)
    if not announced & TITLE:
        return _by_verb(scan, i) if announced & VERB else None
    if scan.infos[i].definite and scan.joined(i) and scan.flags(i + 1) & GIVEN:
        return None  # «الصحافي الاستقصائي أحمد …»: an adjective
    last = _run(scan, i)
    if last == i and not (announced & DIRECT and scan.before(i) & (DIRECT | NISBA) and _alone(scan, i)):
        return None
    return scan.mention(i, last, 0, "PER", None, "title+name")


def _by_servant(scan: Scan, i: int) -> Mention | None:
    """«عبد الهادي الصباغ»: «عبد» at word i, proclitics or not, with one of the names it serves and more."""
    if not scan.joined(i) or not scan.flags(i + 1) & SECOND:
        return None
    last = _run(scan, i)
    return scan.mention(i, last, len(scan.form(i)) - 3, "PER", None, "servant+name") if last > i + 1 else None


def _titled(scan: Scan, i: int) -> bool:
    """«اللواء جبار السوادي»: a common word between a title with article and a surname that no list knows."""
    info = scan.infos[i]
    if info.unknown or info.definite or info.flags & ~COMMON or not scan.before(i) & DIRECT or not scan.joined(i):
        return False
    nxt = scan.infos[i + 1]
    return nxt.unknown and nxt.definite and scan.form(i + 1).endswith("ي") and scan.infos[i - 1].definite


def _alone(scan: Scan, i: int) -> bool:
    """Word i can be a whole name: no article, no shape of a verb, no noun before its complement («عشية الجولة»)."""
    form = scan.form(i)
    if (
        scan.infos[i].definite
        or _VERBAL.match(form)
        or (form[0] in "بلك" and len(form) > 2 and scan.vocabulary.is_common(form[1:]))
    ):
        return False
    return not (scan.joined(i) and scan.infos[i + 1].definite and not scan.flags(i + 1) & (TITLE | GIVEN))


def _by_verb(scan: Scan, i: int) -> Mention | None:
    """«قال كورتيس ماكلين إن»: two or three words that no list knows, the verb right before."""
    info = scan.infos[i]
    if not scan.before(i) & VERB or scan.form(i - 1) == "بين" or info.definite or not scan.joined(i):
        return None
    if scan.form(i + 1) in _THAT and not _VERBAL.match(scan.form(i)) and not scan.flags(i) & LINK:
        return scan.mention(i, i, 0, "PER", None, "verb+surname")
    last = _run(scan, i) if scan.infos[i + 1].unknown else i
    return scan.mention(i, last, 0, "PER", None, "verb+name") if last > i else None


def _after_name(scan: Scan, i: int) -> Mention | None:
    """«… وأوزليم توريتشي»: words that no list knows, joined to a person by «و»; word i is the first of them."""
    form = scan.form(i)
    if not form.startswith("و") or len(form) < 5 or not scan.joined(i):
        return None
    own = scan.vocabulary.info(form[1:])
    nxt = scan.infos[i + 1]
    if not own.unknown or own.definite or not (nxt.unknown or nxt.flags & SURE):
        return None
    return scan.mention(i, _run(scan, i), 1, "PER", None, "and+name")


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
    headed = scan.before(k) & (HEAD | DROPPED | OPENS) or (scan.form(k)[0] == "ل" and not _alone(scan, k))
    if info.unknown and not info.definite and not headed and not _and(scan, k):
        last = _run(scan, k)
        if last > k and (not comma or scan.infos[k + 1].unknown):
            return scan.mention(k, last, 0, "PER", None, "office+name")
    return None


def find_persons(scan: Scan, listed: list[Mention]) -> list[Mention]:
    """Persons by grammar, in order; they may overlap `listed` where a longer name begins with a listed one."""
    taken = {m.first: m.last for m in listed}
    out: list[Mention] = []
    at = 0
    after_title = (i + 1 for i in scan.beginning(RANK) if i + 1 < scan.count)
    for i in sorted({*scan.beginning(PERSON), *after_title}):
        info = scan.infos[i]
        flags = info.flags
        found = None
        if i >= at:
            if flags & (GIVEN | SHORT):
                found = _by_given(scan, i, flags)
            elif flags & LINK and scan.form(i).endswith("عبد"):
                found = _by_servant(scan, i)
            elif i and scan.infos[i - 1].flags & DIRECT and _titled(scan, i):
                found = scan.mention(i, _run(scan, i + 1), 0, "PER", None, "title+surname")
            elif info.unknown and i:
                found = _after_name(scan, i) if out and out[-1].last == i - 1 else _by_title(scan, i)
        if found is None and flags & OFFICE and i >= at:
            found = _by_office(scan, i, taken)
        if found is not None and (not out or found.first > out[-1].last):
            out.append(found)
            at = found.last + 1 if found.first == i else at
    return out
