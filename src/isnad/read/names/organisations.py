"""Organisations by head noun with complements: «وزارة الداخلية التونسية», «الحكومة العراقية»."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    CHAIN,
    CLASS,
    COMPLEMENT,
    GENERIC,
    HEAD,
    INNER,
    MIDDLE,
    MINISTRY,
    NAMED,
    NISBA,
    OUTLET,
    PEOPLE,
    PLACE,
    STOP,
    TITLE,
    VERB,
    WEAK,
)

_MOST = 6
_ARAB = frozenset(("العربي", "العربيه", "الوطني", "الوطنيه"))
_AFTER_NISBA = frozenset(
    ("العليا", "العام", "العامه", "المركزي", "المركزيه", "الاتحاديه", "الحر", "الشعبيه", "المتحده", "الشقيقه")
)
_MEDIA = frozenset(("صحيفه", "جريده", "مجله", "قناه", "يوميه", "اسبوعيه", "اذاعه"))
_QUOTES = "\"«»“”'‘’"


def _adjective(form: str) -> bool:
    """A definite word that agrees with a noun before it rather than being its object."""
    return form.endswith(("يه", "ي")) or form in _AGREEING


_AGREEING = frozenset(
    [
        "العامه",
        "العام",
        "العليا",
        "الاعلي",
        "المتحده",
        "المشتركه",
        "المشترك",
        "الشامله",
        "العالم",
        "الموحد",
        "الموحده",
        "المحدوده",
        "القابضه",
        "الحر",
        "الخيريه",
        "المستقله",
        "العظمي",
        "المسلحه",
        "الجويه",
        "البحريه",
        "البريه",
        "الخاصه",
        "المتقدمه",
        "الكبير",
        "العموميه",
        "الحديثه",
    ]
)


def _is_nisba(scan: Scan, i: int) -> bool:
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
        return first or _adjective(form)
    if form.startswith("وال") and not first:
        return not flags & HEAD and not form.startswith("والمت")
    if form.startswith("لل") and len(form) > 4:
        return not first and (bool(flags & COMPLEMENT) or definite_head)
    if flags & (COMPLEMENT | INNER):
        return scan.joined(i) and (scan.form(i + 1).startswith("ال") or bool(scan.flags(i + 1) & INNER))
    return first and named and info.unknown


def _chain(scan: Scan, i: int, named: bool) -> int:
    """The last word of the chain of complements after the head at word i (i itself: none)."""
    last = i
    definite_head = scan.infos[i].core.startswith("ال")
    while last - i < _MOST and scan.joined(last):
        nxt = last + 1
        flags = scan.flags(nxt)
        inside = last > i and bool(scan.flags(last) & (COMPLEMENT | INNER))
        if (
            last > i
            and _is_nisba(scan, last)
            and not (flags & COMPLEMENT or scan.form(nxt) in _AFTER_NISBA or scan.form(nxt).startswith("لل"))
        ):
            break
        if _listed_place(scan, nxt) > nxt or not _takes(scan, nxt, last == i or inside, named, definite_head):
            break
        last = nxt
    return last


def extend(scan: Scan, last: int) -> int:
    """The last word of a listed opening's adjectives and complements («البنك المركزي» + «التركي»)."""
    for _ in range(3):
        if not scan.joined(last) or (_is_nisba(scan, last) and not scan.form(last + 1).startswith("لل")):
            break
        form, flags = scan.form(last + 1), scan.flags(last + 1)
        if (
            not form.startswith("ال")
            or len(form) < 5
            or not (flags & NISBA or (_adjective(form) and not flags & (STOP | TITLE | VERB)))
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


def _place_after(scan: Scan, i: int, last: int) -> int:
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


def _by_people(scan: Scan, i: int) -> int:
    """«الجيش العراقي»، «القوات المسلحة العراقية»: the last word, or -1."""
    k = i + 1
    middle = 0
    while k < scan.count and scan.joined(k - 1) and scan.flags(k) & MIDDLE and not _is_nisba(scan, k) and middle < 2:
        k += 1
        middle += 1
    if k >= scan.count or not scan.joined(k - 1) or not _is_nisba(scan, k):
        return -1
    if scan.flags(i) & CLASS and not middle:
        return -1
    if not middle and scan.infos[i].core.endswith("ه") and not scan.form(k).endswith("ه"):
        return -1  # «وزير الخارجية الروسي»: the adjective is the minister's
    if scan.joined(k) and scan.form(k) in _ARAB and _is_nisba(scan, k + 1):
        k += 1
    if scan.joined(k) and scan.form(k + 1) in _AFTER_NISBA:
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
        if after != " ":
            return -1
    return -1


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
    if info.definite and not info.flags & (NISBA | STOP | TITLE | VERB) and not _adjective(form):
        if scan.infos[i].core in _MEDIA and not (
            scan.joined(i + 1) and scan.infos[i + 2].definite and not scan.flags(i + 2) & STOP
        ):
            return scan.mention(i + 1, i + 1, 0, "ORG", None, "outlet+name")
        return None
    if info.unknown and not info.definite:
        last = i + 1
        while last < i + 3 and scan.joined(last) and scan.infos[last + 1].unknown and scan.form(last + 1)[0] != "و":
            last += 1
        return scan.mention(i + 1, last, 0, "ORG", None, "head+unknown")
    return None


def _by_head(scan: Scan, i: int, flags: int) -> Mention | None:
    info = scan.infos[i]
    if flags & PEOPLE:
        last = _by_people(scan, i)
        if last > 0:
            return scan.mention(i, last, info.taken, "ORG", None, "people+nisba")
    if info.core in _LED and not info.taken and scan.joined(i) and _names_person(scan, i + 1):
        return scan.mention(i, i + 1, 0, "ORG", None, "administration")
    if flags & (CHAIN | NAMED):
        last = _quoted(scan, i)
        if last >= 0 and not scan.flags(i + 1) & NISBA:
            return scan.mention(i + 1, last, 0, "ORG", None, "head+quoted")
        last = _place_after(scan, i, _chain(scan, i, bool(flags & NAMED)))
        if last > i and _proper(scan, i, last):
            return scan.mention(i, last, info.taken, "ORG", None, "head+complement")
    if flags & OUTLET:
        return _by_outlet(scan, i)
    return None


def _names_person(scan: Scan, i: int) -> bool:
    return any(taken == 0 and not e.rest and e.type == "PER" for taken, e in scan.infos[i].entries)


def _proper(scan: Scan, i: int, last: int) -> bool:
    """A chain that names one organisation, not just a class with one adjective («المنظمة الدولية»)."""
    head = scan.infos[i].core
    if scan.infos[i].taken and head in _LED:
        return False
    if last > i + 1:
        return True
    if scan.flags(i) & WEAK and not scan.flags(last) & NISBA and not scan.infos[last].unknown:
        return bool(scan.flags(last) & PLACE) and head in _LED
    if head.startswith("ال"):
        return bool(scan.flags(i) & PEOPLE) and bool(scan.flags(last) & NISBA) and not _generic(scan, last)
    return not _generic(scan, last) and (head, scan.form(last)) != ("وكاله", "الانباء")


#: «بقيادة», «بإدارة»: led by, not an organisation.
_LED = frozenset(("قياده", "اداره", "رياسه", "حكومه"))


def _generic(scan: Scan, i: int) -> bool:
    return scan.form(i) in ("الدوليه", "الدولي", "العربيه", "العربي", "الغربيه", "الدول", "البلاد", "المدينه")


def _told(scan: Scan, i: int) -> Mention | None:
    """«قال لـ"رمال الخليج"»: a quoted name to which something was said, the preposition at word i or fused to it."""
    last = _quoted(scan, i)
    if last < 0 or last > i + 3:
        return None
    for k in range(max(0, i - 4), i):
        if scan.flags(k) & VERB or scan.infos[k].core in _TOLD:
            return scan.mention(i + 1, last, 0, "ORG", None, "told")
    return None


_TOLD = frozenset(["تصريح", "تصريحات", "حديث", "حوار", "مقابله", "لقاء", "تصريحه", "حديثه", "خاص", "خاصه", "اتصال"])


def find_organisations(scan: Scan) -> list[Mention]:
    """Organisations by head noun, in order."""
    out: list[Mention] = []
    at = 0
    for i, info in enumerate(scan.infos):
        if i >= at and info.flags & HEAD:
            found = _by_head(scan, i, info.flags)
            if found is not None:
                out.append(found)
                at = found.last + 1
        elif i >= at and scan.form(i) == "ل":
            found = _told(scan, i)
            if found is not None:
                out.append(found)
                at = found.last + 1
    return out
