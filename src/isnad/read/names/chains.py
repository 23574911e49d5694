"""How far an organisation's name goes on after its head: definite complements, adjectives, places."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.read.names.runs import run
from isnad.read.names.scan import Scan
from isnad.read.names.vocabulary import (
    CHAIN,
    COMMON,
    COMPLEMENT,
    CRAFT,
    GENERIC,
    GIVEN,
    HEAD,
    INNER,
    LINK,
    MINISTRY,
    NISBA,
    OPENS,
    PEOPLE,
    PLACE,
    STOP,
    SURE,
    TITLE,
    VERB,
    WEAK,
)

_MOST = 6
_BRIDGES = ("عن", "من")
_HOSPITAL = "مستشفي"
_COLOUR = re.compile(r"الا[^اويه]{2}[^اويه]")  #: «الأحمر», «الأعظم»


def is_adjective(scan: Scan, i: int) -> bool:
    """A definite word that agrees with a noun before it rather than being its object."""
    form = scan.form(i)
    if form.endswith(("ين", "ون")) and scan.flags(i) & NISBA:
        return scan.form(i - 1).endswith(("ين", "ون"))  # «نقابة الصحفيين المصريين»
    if form.endswith(("يه", "ي")) or form in scan.vocabulary.closed.agreeing or _COLOUR.fullmatch(form):
        return True
    if not scan.infos[i - 1].definite and not scan.form(i - 1).startswith("لل"):
        return False
    return form.endswith("ه") and scan.form(i - 1).endswith(("ه", "ات")) and not scan.flags(i) & (STOP | GENERIC | HEAD)


def is_nisba(scan: Scan, i: int) -> bool:
    info = scan.infos[i]
    return bool(info.flags & NISBA) and scan.form(i).startswith("ال")


class _Head(NamedTuple):
    """What the head of a chain lets follow. named: an unknown word; inner: flags of bare nouns that may."""

    named: bool
    definite: bool
    feminine: bool
    inner: int


def _takes(scan: Scan, i: int, first: bool, head: _Head) -> bool:
    """Word i goes on the organisation's name."""
    form = scan.form(i)
    flags = scan.flags(i)
    if flags & (STOP | VERB | TITLE) and not flags & NISBA and (flags & (STOP | VERB) or not _of_world(scan, i)):
        return bool(flags & TITLE) and scan.form(i - 1).endswith("حقوق") and form.startswith("ال")
    if flags & GENERIC and not scan.flags(i - 1) & head.inner:
        return False
    if form == "العام":
        if first:
            return head.definite and scan.joined(i) and scan.form(i + 1).startswith("لل")
        return not (scan.joined(i) and scan.flags(i + 1) & STOP)
    if form.startswith("ال") and len(form) > 4:
        if first:
            return head.inner & CRAFT > 0 or not flags & CHAIN or is_nisba(scan, i)
        return is_adjective(scan, i) or _before_nisba(scan, i)
    if form.startswith("وال") and not first:
        return (not flags & HEAD or _shared(scan, i, head)) and not form.startswith("والمت")
    if form.startswith("لل") and len(form) > 3:
        return not first and (bool(flags & COMPLEMENT) or head.definite) and not scan.form(i - 1).startswith("لل")
    if flags & (COMPLEMENT | head.inner):
        after = scan.infos[i + 1] if scan.joined(i) else None
        return after is not None and (scan.form(i + 1).startswith("ال") or bool(after.flags & (head.inner | PLACE)))
    return _aim(scan, i, head) or (head.named and _foreign(scan, i, first))


def _of_world(scan: Scan, i: int) -> bool:
    """«رابطة العالم الإسلامي», «المجلس الاقتصادي»: a title elsewhere, a noun or adjective of the name here."""
    form = scan.form(i)
    if form in scan.vocabulary.closed.agreeing:
        return True
    return scan.infos[i - 1].core.startswith("ال") and form.startswith("ال") and form.endswith(("ي", "يه"))


def _before_nisba(scan: Scan, i: int) -> bool:
    """«صندوق الاستثمار المباشر الروسي»: word i is an adjective of another shape before that of a country."""
    if scan.flags(i) & (HEAD | GENERIC) or scan.form(i).endswith(("ين", "ون")):
        return False
    return scan.joined(i) and is_nisba(scan, i + 1)


def _shared(scan: Scan, i: int, head: _Head) -> bool:
    """«مؤسسة الإذاعة والتلفزيون الجزائرية»: the adjective after word i agrees with the head, not with word i."""
    if not head.feminine or not scan.joined(i) or scan.flags(i) & HEAD & ~PEOPLE or scan.form(i).endswith(("ه", "ات")):
        return False
    return bool(scan.flags(i + 1) & NISBA) and scan.form(i + 1).endswith("ه")


def _aim(scan: Scan, i: int, head: _Head) -> bool:
    """«اللجنة الجزائرية لانتقاء الأفلام»: a noun of purpose after the adjective of a country."""
    form = scan.form(i)
    if form[0] != "ل" or not head.definite or len(form) < 5 or form.startswith("لل") or not is_nisba(scan, i - 1):
        return False
    definite = scan.joined(i) and scan.infos[i + 1].definite and not scan.flags(i + 1) & STOP
    return definite and form[1:] not in scan.vocabulary.closed.purposes and scan.vocabulary.is_common(form[1:])


def _opens(scan: Scan, i: int, head: _Head) -> bool:
    """Word i wants a definite noun after it: «حقوق», «لانتقاء»; not «للدراسات»."""
    if scan.form(i).startswith("لل"):
        return False
    return bool(scan.flags(i) & (COMPLEMENT | head.inner)) or _aim(scan, i, head)


def _foreign(scan: Scan, i: int, first: bool) -> bool:
    """«جامعة كورنيل», «معهد كوليج دو فرانس»: a word that no list knows, or one more of them."""
    info, form = scan.infos[i], scan.form(i)
    if not info.unknown or any(scan.follows(i, e.rest) for _, e in info.entries):
        return False
    if first:
        return not (form.endswith("ي") and scan.vocabulary.info(form[:-1]).flags & PLACE)
    return scan.infos[i - 1].unknown and not scan.infos[i - 1].definite and form[0] not in "وف"


def _honoured(scan: Scan, i: int) -> int:
    """The last word of the person after whom the head at word i is called («جامعة الملك سعود»); i where none."""
    closed = scan.vocabulary.closed
    if scan.infos[i].core not in closed.honouring or not scan.joined(i):
        return i
    k = i + 1
    if scan.form(k) in closed.honours and scan.joined(k):
        known = scan.infos[k + 1]
        return run(scan, k + 1) if known.flags & (GIVEN | LINK) and known.core == scan.form(k + 1) else i
    if scan.infos[k].core != scan.form(k) or not scan.flags(k) & (SURE | LINK) or scan.flags(k) & (COMMON | PLACE):
        return i
    last = run(scan, k)
    return last if last > k or scan.infos[i].core == _HOSPITAL else i


def _bridge(scan: Scan, last: int) -> int:
    """«مؤسسة الدفاع من أجل الديمقراطية», «للدفاع عن حقوق الإنسان»: the word after the preposition; 0 where none is."""
    nxt = last + 2
    if nxt >= scan.count or scan.forms[last + 1] not in _BRIDGES or not scan.joined(last) or not scan.joined(last + 1):
        return 0
    if scan.form(last + 1) == "عن" and scan.form(last).endswith("دفاع"):
        kind = scan.flags(nxt)
        return nxt if (scan.infos[nxt].definite and not kind & (NISBA | TITLE | STOP)) or kind & INNER else 0
    if scan.form(last + 1) == "من" and scan.form(nxt) == "اجل" and scan.joined(nxt) and scan.infos[nxt + 1].definite:
        return nxt + 1
    return 0


def chain_end(scan: Scan, i: int, named: bool) -> int:
    """The last word of the chain of complements after the head at word i (i itself: none)."""
    core = scan.infos[i].core
    inner = INNER if scan.flags(i) & WEAK else INNER | CRAFT
    honoured = last = _honoured(scan, i)
    head = _Head(named, core.startswith("ال") or last > i, core.endswith("ه"), inner)
    while last - i < _MOST and scan.joined(last):
        nxt = last + 1
        flags = scan.flags(nxt)
        form = scan.form(nxt)
        inside = last > honoured and _opens(scan, last, head)
        more = flags & COMPLEMENT or form in scan.vocabulary.closed.after_nisba or form.startswith("لل")
        people = form.startswith("ال") and flags & NISBA and scan.form(last) in scan.vocabulary.closed.peoples
        if last > i and is_nisba(scan, last) and not (more or people or _aim(scan, nxt, head)):
            break
        if _listed_place(scan, nxt) > nxt or not _takes(scan, nxt, last == i or inside, head):
            break
        last = nxt
        if bridged := _bridge(scan, last):
            last = bridged
    return last if scan.joined(last) and scan.flags(last + 1) & PLACE else _trimmed(scan, honoured, last, inner)


def _trimmed(scan: Scan, first: int, last: int, inner: int) -> int:
    """The chain without nouns at its end that nothing completes («صندوق دعم»)."""
    while last > first and scan.flags(last) & (inner | COMPLEMENT) and not scan.form(last).startswith(("ال", "لل")):
        last -= 1
    return last


def extend(scan: Scan, last: int) -> int:
    """The last word of a listed opening's adjectives and complements («البنك المركزي» + «التركي»)."""
    for _ in range(3):
        if not scan.joined(last) or (is_nisba(scan, last) and not scan.form(last + 1).startswith("لل")):
            break
        form, flags = scan.form(last + 1), scan.flags(last + 1)
        if (
            not form.startswith("ال")
            or len(form) < 5
            or not (flags & NISBA or (is_adjective(scan, last + 1) and not flags & (STOP | TITLE | VERB)))
        ):
            break
        last += 1
    return last


def _listed_place(scan: Scan, i: int) -> int:
    """The last word of a listed place of several words that begins at word i; i where there is none."""
    info = scan.infos[i]
    if not info.nexts or i + 1 >= scan.count or scan.forms[i + 1] not in info.nexts:
        return i
    for taken, entry in info.entries:
        if entry.rest and not taken and entry.type == "LOC" and scan.follows(i, entry.rest):
            return i + len(entry.rest)
    return i


def place_after(scan: Scan, i: int, last: int) -> int:
    """«جامعة بغداد»، «إدارة إقليم كردستان», «محكمة استئناف طرابلس»: a place that closes the name."""
    if not scan.joined(last) or scan.flags(i) & MINISTRY or (last == i and scan.flags(i) & OPENS):
        return last
    nxt = last + 1
    info = scan.infos[nxt]
    whole = _listed_place(scan, nxt)
    if whole > nxt:
        return whole
    if info.flags & PLACE and any(e.type == "LOC" and not (taken or e.rest or e.doubtful) for taken, e in info.entries):
        return _complement_after(scan, nxt)
    return last


def _complement_after(scan: Scan, i: int) -> int:
    """«جهاز أبوظبي للاستثمار», «مركز عمان لحقوق الإنسان»: the last word of the complement after the place at word i."""
    if not scan.joined(i) or not scan.flags(i + 1) & COMPLEMENT:
        return i
    whole = i + 1 if scan.form(i + 1).startswith("لل") else i + 2
    return whole if scan.joined(whole - 1) else i
