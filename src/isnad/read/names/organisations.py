"""Organisations by head noun with complements: «وزارة الداخلية التونسية», «الحكومة العراقية»."""

from __future__ import annotations

from isnad.read.names.chains import chain_end, is_adjective, is_nisba, place_after
from isnad.read.names.runs import run
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    CHAIN,
    CLASS,
    COMMON,
    HEAD,
    LINK,
    MIDDLE,
    MINISTRY,
    NAMED,
    NISBA,
    OFFICE,
    ORGANISATION,
    OUTLET,
    PEOPLE,
    PLACE,
    STOP,
    SURE,
    TITLE,
    VERB,
    WEAK,
)

_QUOTES = "\"«»“”'‘’"
_LINES = "الخطوط"
_INSIDE = (" ", ".", "-", ". ")  #: between the words of a quoted name: «سي.إن.بي.سي»


def _agree(scan: Scan, i: int, k: int, middle: int) -> bool:
    """The adjective at word k agrees with the head at word i, which is no minister's («وزير الخارجية الروسي»)."""
    head, form = scan.infos[i].core, scan.form(k)
    ministers = scan.flags(i) & MINISTRY and i and scan.joined(i - 1) and scan.flags(i - 1) & OFFICE
    if form.endswith(("ين", "ون", "ان")) or ministers:
        return False
    feminine = form.endswith("ه")
    if head.endswith("ه"):
        return feminine or bool(middle)
    return not feminine or bool(middle) or head.endswith("ات") or head in scan.vocabulary.closed.peopled


def _by_people(scan: Scan, i: int) -> int:
    """«الجيش العراقي»، «القوات المسلحة العراقية»: the last word, or -1."""
    k = i + 1
    middle = 0
    while k < scan.count and scan.joined(k - 1) and scan.flags(k) & MIDDLE and not is_nisba(scan, k) and middle < 2:
        k += 1
        middle += 1
    if k < scan.count and middle and scan.infos[i].core == _LINES and scan.joined(k - 1) and scan.infos[k].unknown:
        return k if not scan.infos[k].definite else -1  # «الخطوط الجوية سابينا»
    if k >= scan.count or not scan.joined(k - 1) or not is_nisba(scan, k):
        return -1
    if scan.flags(i) & CLASS and not middle:
        return -1
    if not _agree(scan, i, k, middle):
        return -1
    if scan.joined(k) and scan.form(k) in scan.vocabulary.closed.peoples and is_nisba(scan, k + 1):
        k += 1
    if scan.joined(k) and scan.form(k + 1) in scan.vocabulary.closed.after_nisba:
        k += 1
    return k


def _quoted(scan: Scan, i: int) -> int:
    """The last word of a quotation of at most four words right after word i, or -1."""
    gap = scan.gap(i)
    if len(gap) > 3 or not any(q in gap for q in _QUOTES):
        return -1
    for k in range(i + 1, min(i + 5, scan.count)):
        after = scan.gap(k)
        if any(q in after for q in _QUOTES):
            return k
        if after not in _INSIDE:
            return -1
    return -1


def _goes_on(scan: Scan, i: int) -> bool:
    """Word i goes on a foreign name («سبيس إكس», «توكاتشي مينيتشي نيوز»)."""
    form = scan.form(i)
    return form in scan.vocabulary.closed.tails or (scan.infos[i].unknown and form[0] != "و")


def _by_outlet(scan: Scan, i: int) -> Mention | None:
    """What follows a head that is left out: a quoted or unknown name."""
    last = _quoted(scan, i)
    if last >= 0:
        if scan.flags(i + 1) & NISBA:
            return None
        return scan.mention(i + 1, last, 0, "ORG", None, "head+quoted")
    if not scan.joined(i):
        return None
    info = scan.infos[i + 1]
    form = scan.form(i + 1)
    if form.isascii() and form.isalpha() and len(form) > 1:
        return scan.mention(i + 1, i + 1, 0, "ORG", None, "head+latin")
    if info.definite:
        if not info.flags & (NISBA | STOP | TITLE | VERB | PLACE) and _definite_name(scan, i):
            return scan.mention(i + 1, i + 1, 0, "ORG", None, "outlet+name")
        return None
    if info.unknown and not info.definite:
        last = i + 1
        while last < i + 4 and scan.joined(last) and _goes_on(scan, last + 1):
            last += 1
        return scan.mention(i + 1, last, 0, "ORG", None, "head+unknown")
    return None


def _definite_name(scan: Scan, i: int) -> bool:
    """The definite noun after word i is the name of an outlet, club or company («صحيفة الرأي الأردنية»)."""
    closed, head = scan.vocabulary.closed, scan.infos[i].core
    if head in closed.companies:
        return scan.infos[i + 1].unknown and not (head.endswith("ه") and scan.form(i + 1).endswith("ه"))
    name = scan.form(i + 1)
    adjective = is_adjective(scan, i + 1) and name.endswith("ه") == head.endswith("ه")
    if head not in closed.media or adjective or name.endswith("ين"):
        return False
    if not scan.joined(i + 1) or not scan.infos[i + 2].definite or scan.flags(i + 2) & STOP:
        return True
    return is_nisba(scan, i + 2) and scan.form(i + 2).endswith("ه") == head.endswith("ه")


def _by_head(scan: Scan, i: int, flags: int) -> Mention | None:
    info = scan.infos[i]
    if flags & PEOPLE:
        last = _by_people(scan, i)
        if last > 0:
            return scan.mention(i, last, info.taken, "ORG", None, "people+nisba")
    if info.core in scan.vocabulary.closed.units:
        return _by_unit(scan, i)
    if info.core in scan.vocabulary.closed.led and not info.taken and scan.joined(i) and _names_person(scan, i + 1):
        return scan.mention(i, i + 1, 0, "ORG", None, "administration")
    if flags & (CHAIN | NAMED):
        closed = scan.vocabulary.closed
        if info.core in closed.banners:
            return _by_banner(scan, i)
        if info.core in closed.groups and not (i + 1 < scan.count and scan.infos[i + 1].unknown):
            return _by_person(scan, i)
        return _by_agency(scan, i) or _by_chain(scan, i, flags)
    if flags & OUTLET:
        return _by_outlet(scan, i)
    return None


def _by_unit(scan: Scan, i: int) -> Mention | None:
    """«الفرقة الرابعة», «الكتيبة 101»: a military unit by its number."""
    if not scan.joined(i):
        return None
    form = scan.form(i + 1)
    if form not in scan.vocabulary.closed.ordinals and not (form.isdigit() and len(form) < 4):
        return None
    return scan.mention(i, i + 1, scan.infos[i].taken, "ORG", None, "unit")


def _by_person(scan: Scan, i: int) -> Mention | None:
    """«مجموعة طلعت مصطفى»: a collection called after a person."""
    if not scan.joined(i) or not scan.flags(i + 1) & (SURE | LINK) or scan.flags(i + 1) & (COMMON | PLACE):
        return None
    last = run(scan, i + 1)
    if last == i + 1:
        return None
    if scan.joined(last) and is_nisba(scan, last + 1):
        last += 1
    return scan.mention(i, last, scan.infos[i].taken, "ORG", None, "group+person")


def _by_agency(scan: Scan, i: int) -> Mention | None:
    """«وكالة أنباء "فارس"» gives «فارس», «وكالة أنباء أنتارا» the whole."""
    if scan.infos[i].core != "وكاله" or not scan.joined(i) or scan.form(i + 1) != "انباء":
        return None
    last = _quoted(scan, i + 1)
    if last >= 0:
        return scan.mention(i + 2, last, 0, "ORG", None, "head+quoted")
    if not scan.joined(i + 1) or not scan.infos[i + 2].unknown or scan.infos[i + 2].definite:
        return None
    last = i + 2
    while last < i + 4 and scan.joined(last) and _goes_on(scan, last + 1):
        last += 1
    return scan.mention(i, last, scan.infos[i].taken, "ORG", None, "head+complement")


def _by_chain(scan: Scan, i: int, flags: int) -> Mention | None:
    """The head at word i with what completes it, or the quotation after it."""
    last = _quoted(scan, i)
    if last >= 0 and not scan.flags(i + 1) & NISBA:
        return scan.mention(i + 1, last, 0, "ORG", None, "head+quoted")
    last = place_after(scan, i, chain_end(scan, i, bool(flags & NAMED)))
    if last > i and not _a_thing(scan, i) and _proper(scan, i, last):
        return scan.mention(i, last, scan.infos[i].taken, "ORG", None, "head+complement")
    return _by_outlet(scan, i) if flags & OUTLET and not (last > i and _a_thing(scan, i)) else None


def _by_banner(scan: Scan, i: int) -> Mention | None:
    """«الشركة المصرية للاتصالات», «الحزب الشيوعي العراقي»: a class, an adjective of a people or kind, and more."""
    last = place_after(scan, i, chain_end(scan, i, named=False))
    if last < i + 2 or not (scan.flags(i + 1) & (NISBA | MIDDLE) or is_nisba(scan, last)):
        return None
    return scan.mention(i, last, scan.infos[i].taken, "ORG", None, "banner")


def _a_thing(scan: Scan, i: int) -> bool:
    """«جهاز الكمبيوتر», «حركة الملاحة»: no institution."""
    closed = scan.vocabulary.closed
    if scan.infos[i].core == "حركه":
        return scan.form(i + 1) in closed.traffic
    return scan.form(i + 1) in closed.things and bool(scan.flags(i) & WEAK or scan.infos[i].core in closed.boxes)


def _names_person(scan: Scan, i: int) -> bool:
    return any(taken == 0 and not e.rest and e.type == "PER" for taken, e in scan.infos[i].entries)


def _proper(scan: Scan, i: int, last: int) -> bool:
    """A chain that names one organisation, not just a class with one adjective («المنظمة الدولية»)."""
    head = scan.infos[i].core
    if scan.infos[i].taken and head in scan.vocabulary.closed.led:
        return False
    if last > i + 1:
        return True
    if scan.flags(last) & NISBA and (scan.hamza(last) or not scan.infos[last].definite):
        return False  # «محكمة ألمانية»
    if scan.flags(i) & WEAK and not scan.flags(last) & NISBA and not scan.infos[last].unknown:
        return bool(scan.flags(last) & PLACE) and head in scan.vocabulary.closed.governed
    if head.startswith("ال"):
        return bool(scan.flags(i) & PEOPLE) and bool(scan.flags(last) & NISBA) and not _generic(scan, last)
    return not _generic(scan, last)


def _generic(scan: Scan, i: int) -> bool:
    return scan.form(i) in scan.vocabulary.closed.vague


def _told(scan: Scan, i: int) -> Mention | None:
    """«قال لـ"رمال الخليج"»: a quoted name to which something was said, the preposition at word i or fused to it."""
    last = _quoted(scan, i)
    if last < 0 or last > i + 3:
        return None
    for k in range(max(0, i - 4), i):
        if scan.flags(k) & VERB or scan.infos[k].core in scan.vocabulary.closed.told:
            return scan.mention(i + 1, last, 0, "ORG", None, "told")
    return None


def find_organisations(scan: Scan) -> list[Mention]:
    """Organisations by head noun, in order."""
    out: list[Mention] = []
    at = 0
    for i in scan.beginning(ORGANISATION):
        if i < at:
            continue
        flags = scan.flags(i)
        found = _by_head(scan, i, flags) if flags & HEAD else _told(scan, i)
        if found is not None:
            out.append(found)
            at = found.last + 1
    return out
