"""How far a person's name goes on, and what stands before it that announces it."""

from __future__ import annotations

import re

from isnad.read.names.scan import Scan
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
    NISBA,
    OFFICE,
    OPENS,
    PLACE,
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
VERBAL = re.compile(r"(?:ما[تي]|تت|يت|يس|تس|سي|ست|سن|لت|كي|مت|كك|غي).{2,}")
THAT = ("ان", "انه", "انها", "انهم")
_LONGEST = 7
#: Adverbs that end a clause right after a name.
_NO_SURNAME = frozenset(("هنا", "هناك", "فقط", "مساء", "عام", "كذلك", "اذن", "نفسه", "معه", "قبل", "بعد", "فوز", "غير"))
#: Verbs of blessings: «أبو هريرة رضي الله عنه».
_PIOUS = frozenset(("صلي", "رضي", "رحمه", "رحمها", "رحم", "حفظه", "حفظها", "رعاه", "طيب", "سلمه", "ايده"))


def has_and(scan: Scan, i: int) -> bool:
    """Word i begins with the conjunction «و», as far as its letters tell: «ويلسون», «وهبي» are names."""
    form = scan.form(i)
    if form[0] != "و" or form[1:3] in ("هب", "لد"):
        return False
    return (
        form[1:2] not in ("ا", "ي", "و") or scan.hamza(i, 1) or (len(form) > 4 and scan.vocabulary.is_common(form[1:]))
    )


def _continues(scan: Scan, i: int) -> bool:
    """Word i may go on a name that the word before it began."""
    info = scan.infos[i]
    flags = info.flags
    if info.loose:
        return not has_and(scan, i) and not (scan.form(i).endswith("ا") and scan.tanwin(i))
    if scan.on(i):
        return False
    if flags & (GIVEN | SHORT | LINK) and info.core == scan.form(i):
        if flags & TITLE and scan.joined(i) and scan.flags(i + 1) & (COMMON | DROPPED | OPENS):
            return False  # «محمد أمين» is a name, «خالد أمير منطقة» is not
        return bool(flags & LINK) or not flags & (PLACE | NISBA | VERB)
    if flags & (COMMON | NISBA | TITLE | HEAD | PLACE | VERB | BETWEEN):
        return flags & TITLE > 0 and _titled_surname(scan, i)
    return info.definite and not scan.hamza(i) and not scan.vocabulary.is_common(scan.form(i))


def _titled_surname(scan: Scan, i: int) -> bool:
    """«إبراهيم أحمد الجندي»: a title that is a surname too, after two given names, and nobody's title after it."""
    if scan.form(i) not in scan.vocabulary.closed.titled or i < 2 or not scan.flags(i - 1) & GIVEN:
        return False
    if not scan.flags(i - 2) & GIVEN and not scan.before(i - 1) & DIRECT:
        return False
    nxt = scan.infos[i + 1] if scan.joined(i) else None
    return nxt is None or not (nxt.definite or nxt.unknown or nxt.flags & (GIVEN | NISBA | LINK))


def run(scan: Scan, i: int) -> int:
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
    return _reigning(scan, i, last) if i else last


def _reigning(scan: Scan, i: int, last: int) -> int:
    """«الملك فيليب السادس», «البابا بندكت السادس عشر»: the name of words i to `last` with its number."""
    closed = scan.vocabulary.closed
    if last + 1 >= scan.count or scan.forms[last + 1] not in closed.ordinals or not scan.joined(last):
        return last
    if not any(scan.infos[k].core in closed.reigning for k in range(max(0, i - 3), i)):
        return last
    return last + 2 if scan.joined(last + 1) and scan.form(last + 2) in ("عشر", "عشره") else last + 1


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
    info = scan.infos[nxt]
    if (last > i and _told_to(scan, nxt)) or is_blessing(scan, nxt) or (info.nexts and _to_listed(scan, nxt)):
        return 0
    if _known_surname(scan, nxt):
        return 1
    if last > i and surname and scan.infos[last].definite and not info.flags & (GIVEN | LINK):
        if not info.definite:
            return 0  # «محمد السوادي تهديده»: a surname with article closes the name
        if scan.form(nxt).endswith("ي") and not scan.joined(nxt) and not scan.flags(nxt) & (TITLE | STOP):
            return 1  # «راشد الطالبي العلمي،»
    if info.flags & COMMON and _closing_surname(scan, last, i):
        return 1
    plain = last == i or scan.flags(last) & (GIVEN | SECOND)
    return 2 if _continues(scan, nxt) or (plain and _plain_surname(scan, last, i)) else 0


def _known_surname(scan: Scan, i: int) -> bool:
    """Word i alone names a person whom a list knows: nothing of the name follows it."""
    info = scan.infos[i]
    if info.unknown or not info.loose:
        return False
    return any(not (letters or e.rest or e.doubtful) and e.type == "PER" for letters, e in info.entries)


def is_blessing(scan: Scan, i: int) -> bool:
    """«رضي الله عنه», «رحمه الله» begins at word i."""
    return scan.forms[i] in _PIOUS and scan.follows(i, ("الله",))


def _told_to(scan: Scan, i: int) -> bool:
    """Word i is «ل» with an outlet before the words said («قال فلان لرويترز إن»)."""
    if not scan.form(i).startswith("ل") or scan.flags(i) & GIVEN:
        return False
    said = scan.joined(i) and scan.form(i + 1) in THAT
    return said or any(mark in scan.gap(i) for mark in ':"«“')


def _to_listed(scan: Scan, i: int) -> bool:
    """«قال فلان لفرانس برس»: «ل» and a listed outlet at word i."""
    info = scan.infos[i]
    if i + 1 >= scan.count or scan.forms[i + 1] not in info.nexts:
        return False
    return any(taken and e.type == "ORG" and e.rest and scan.follows(i, e.rest) for taken, e in info.entries)


def _plain_surname(scan: Scan, i: int, first: int) -> bool:
    """The word after the given name at word i is a surname although it is a common word too («أحمد المصري»).

    first: where the whole name begins.
    """
    flags, form = scan.flags(i + 1), scan.form(i + 1)
    if not scan.infos[i + 1].definite or scan.hamza(i + 1) or flags & (STOP | TITLE | HEAD | VERB | BETWEEN):
        return False
    if i > first and (flags & NISBA or (flags & COMMON and not scan.flags(i) & SECOND)):
        return False
    sure = scan.flags(first) & SURE or (scan.flags(first) & ALSO and before_title(scan, first) & TITLE)
    if not sure and (flags & NISBA or not _also_alone(scan, first)):
        return False
    if form.endswith(("ه", "ات", "ين", "ون", "ان")):
        return False
    return form.endswith("ي") or bool(before_title(scan, first) & (TITLE | VERB))


def _also_alone(scan: Scan, i: int) -> bool:
    """Word i is a given name that is hardly another word although it may be one, and no surname of its own."""
    info = scan.infos[i]
    flags = info.flags | scan.vocabulary.info(info.core).flags
    return flags & ALSO > 0 and not flags & (COMMON | RARELY) and not any(not e.rest for _, e in info.entries)


def _closing_surname(scan: Scan, i: int, first: int) -> bool:
    """A common word after the given name at word i is a surname where the name ends there («قال أحمد رسام،»).

    first: where the whole name begins.
    """
    flags, form = scan.flags(i + 1), scan.form(i + 1)
    if not flags & COMMON or flags & ~(COMMON | BEARER) or scan.infos[i + 1].definite or not 2 < len(form) < 6:
        return False
    if not scan.flags(i) & SURE or scan.flags(i) & (RARELY | PLACE) or form.endswith(("ا", "ها", "هم")):
        return False
    if form[0] in "يت" or (form[0] in "بلكوف" and form[1:] and scan.vocabulary.is_common(form[1:])):
        return False
    if i > first:
        return form not in _NO_SURNAME and not form.endswith("ه") and _ends(scan, i + 1) and _in_list(scan, first)
    return _ends(scan, i + 1) and bool(before_title(scan, i) & (TITLE | VERB))


def _ends(scan: Scan, i: int) -> bool:
    """Nothing of a name follows word i, as far as the marks after it or a particle tell."""
    if not scan.joined(i):
        return scan.gap(i)[:1] in '،,(:«".\n'
    nxt = scan.form(i + 1)
    return nxt in THAT or (nxt[0] == "و" and scan.flags(i + 1) & SURE > 0)


def _in_list(scan: Scan, i: int) -> bool:
    """A title or verb announces the name at word i, or «و» joins it to another one."""
    return bool(before_title(scan, i) & (TITLE | VERB)) or (scan.form(i)[0] == "و" and scan.infos[i].taken == 1)


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


def before_title(scan: Scan, i: int) -> int:
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
