"""Persons whom no list knows, by the grammar of names: titles, given names, links, verbs of saying."""

from __future__ import annotations

from isnad.read.names.lineage import FATHERS, SERVANTS, SONS, by_father, by_servant, by_son
from isnad.read.names.runs import THAT, VERBAL, before_title, has_and, is_blessing, run
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    ALSO,
    BEARER,
    BETWEEN,
    COMMON,
    COMPLEMENT,
    COMPOUND,
    DIRECT,
    DROPPED,
    GIVEN,
    HEAD,
    INNER,
    KEPT,
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
    SURE,
    TITLE,
    VERB,
)

_REACH = 12
_SPEAKS = (*THAT, "في", "خلال", "عبر", "امام")  #: what may follow the name of whoever speaks
_WHO = ("وهو", "وهي", "الذي", "التي", "للصحفيين", "للصحافيين", "للصحافه", "لوكاله", "لرويترز")
_YEARS = ("عاما", "سنه", "عام", "سنوات")


def _strong(scan: Scan, i: int, last: int) -> bool:
    """A run that begins with a doubtful given name is a name by its second word."""
    second = scan.infos[i + 1]
    flags = scan.flags(i) | scan.vocabulary.info(scan.infos[i].core).flags
    rarely = flags & RARELY
    if last > i + 1 and scan.flags(i) & BEARER and second.flags & SECOND:
        return True  # «نور الدين قرطاس»
    if last > i + 1 and second.unknown and scan.infos[i + 2].unknown and not second.definite and not rarely:
        return True
    if last > i + 1 and second.flags & GIVEN and (scan.infos[i + 2].unknown or scan.flags(i + 2) & GIVEN):
        return True
    if second.flags & (SURE | LINK) and not second.flags & COMMON:
        return True
    return (
        second.definite
        and scan.form(i + 1).endswith("ي")
        and (second.unknown or not (flags & (COMMON | RARELY) or second.flags & ~(COMMON | GIVEN)))
    )


def _alone_given(scan: Scan, i: int, flags: int) -> bool:
    """A given name alone after a title names a person; one that is another word too only right after it."""
    if flags & SURE:
        return True
    if not scan.before(i) & DIRECT or scan.infos[i].taken:
        return False
    kin = not scan.infos[i - 1].definite and scan.form(i - 1).endswith(("ه", "ها"))
    return kin or (not flags & RARELY and flags & ALSO > 0 and scan.infos[i - 1].definite)


def _no_name(scan: Scan, i: int, flags: int) -> bool:
    """The given name at word i is another word here: «على», «فإن», «أمير البلاد», «السيد هاشم», «وادي حسان»."""
    if (
        flags & BETWEEN
        or scan.on(i)
        or scan.before(i) & (DROPPED | OPENS | KEPT)
        or (flags & COMMON and scan.tanwin(i))
    ):
        return True
    if flags & VERB and not flags & SURE:
        return True  # «طالب» asks more often than it names
    if scan.form(i) == "فان" and scan.hamza(i, 1):
        return True
    if not scan.joined(i):
        return False
    nxt = scan.infos[i + 1]
    if flags & TITLE and not flags & SURE and nxt.definite and nxt.flags & (COMMON | PLACE):
        return True
    return scan.infos[i].core in scan.vocabulary.closed.called and bool(nxt.flags & GIVEN or nxt.unknown)


def _by_given(scan: Scan, i: int, flags: int) -> Mention | None:
    """A given name and what follows."""
    if _no_name(scan, i, flags):
        return None
    last = run(scan, i)
    if last == i:
        return _by_given_alone(scan, i, flags)
    taken = scan.infos[i].taken
    if flags & SURE or before_title(scan, i) & (TITLE | VERB) or _strong(scan, i, last):
        return scan.mention(i, last, taken, "PER", None, "given+name")
    if _beside_unknown(scan, i):
        return scan.mention(i, last, taken, "PER", None, "given+unknown")
    return None


def _by_given_alone(scan: Scan, i: int, flags: int) -> Mention | None:
    """A given name that nothing goes on, after a title or a verb of saying."""
    info = scan.infos[i]
    if flags & (PLACE | COMMON):
        return None
    if before_title(scan, i) & DIRECT and len(info.core) > 2 and _alone_given(scan, i, flags):
        return scan.mention(i, i, info.taken, "PER", None, "title+given")
    if scan.joined(i) and scan.flags(i + 1) & COMPOUND:
        return None
    if flags & SURE and scan.before(i) & VERB and not flags & RARELY and len(info.core) > 3:
        return scan.mention(i, i, info.taken, "PER", None, "verb+given")
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
    announced = before_title(scan, i)
    if not announced & TITLE:
        return _by_verb(scan, i) if announced & VERB else _by_shape(scan, i)
    if scan.infos[i].definite and scan.joined(i) and scan.flags(i + 1) & GIVEN:
        return None  # «الصحافي الاستقصائي أحمد …»: an adjective
    last = run(scan, i)
    if last == i and not (announced & DIRECT and scan.before(i) & (DIRECT | NISBA) and _alone(scan, i)):
        return None
    return scan.mention(i, last, 0, "PER", None, "title+name")


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
        or VERBAL.match(form)
        or (form[0] in "بلك" and len(form) > 2 and scan.vocabulary.is_common(form[1:]))
    ):
        return False
    return not (scan.joined(i) and scan.infos[i + 1].definite and not scan.flags(i + 1) & (TITLE | GIVEN))


def _by_verb(scan: Scan, i: int) -> Mention | None:
    """«قال كورتيس ماكلين إن»: two or three words that no list knows, the verb right before."""
    info = scan.infos[i]
    if not scan.before(i) & VERB or scan.form(i - 1) == "بين":
        return None
    if not scan.joined(i):
        stops = (info.definite or _alone(scan, i)) and _stops(scan, i)
        return scan.mention(i, i, 0, "PER", None, "verb+name:") if stops else None
    if info.definite:
        said = (scan.form(i + 1) in _SPEAKS or _presented(scan, i + 1)) and not scan.hamza(i)
        said = said and not scan.form(i).endswith(("ين", "ون", "ات", "ه"))
        return scan.mention(i, i, 0, "PER", None, "verb+definite") if said else None
    says = scan.form(i + 1) in _SPEAKS or _presented(scan, i + 1)
    if says and not VERBAL.match(scan.form(i)) and not scan.flags(i) & LINK:
        return scan.mention(i, i, 0, "PER", None, "verb+surname")
    given = scan.flags(i + 1) & GIVEN and not scan.flags(i + 1) & (COMMON | PLACE)
    last = run(scan, i) if given or scan.infos[i + 1].unknown else i
    return scan.mention(i, last, 0, "PER", None, "verb+name") if last > i else None


def _stops(scan: Scan, i: int) -> bool:
    """The words said follow word i after a colon, or after a comma and what opens them or tells where."""
    gap = scan.gap(i)
    if gap[0] in "،," and i + 1 < scan.count:
        return scan.form(i + 1) in _SPEAKS
    return gap[0] == ":" and not (scan.infos[i].definite and scan.hamza(i))


def _presented(scan: Scan, i: int) -> bool:
    """Word i presents the one before it as a person: «سوديونو مدير الحديقة», «لوبا وهي سائحة»."""
    return scan.form(i) in _WHO or (scan.flags(i) & OFFICE > 0 and not scan.infos[i].definite)


def _by_shape(scan: Scan, i: int) -> Mention | None:
    """Two words that no list knows after an adjective of a country alone, or before an age or an office."""
    if scan.infos[i].definite:
        return None
    if scan.joined(i):
        nxt = scan.infos[i + 1]
        pair = nxt.unknown and not nxt.definite
    else:
        pair = False
    if not pair and scan.gap(i) != " (":
        return None
    if VERBAL.match(scan.form(i)) or has_and(scan, i):
        return None
    last = run(scan, i) if pair else i
    if scan.gap(last) == " (" and _age(scan, last + 1):
        return scan.mention(i, last, 0, "PER", None, "name+age")
    if last == i:
        return None
    if _national(scan, i - 1):
        return scan.mention(i, last, 0, "PER", None, "nisba+name")
    office = scan.gap(last) == "، " and scan.flags(last + 1) & (OFFICE | DIRECT)
    fused = scan.form(i)[0] in "بلك" and i > 0 and scan.joined(i - 1)
    if office and not fused and not scan.before(i) & (HEAD | DROPPED | GIVEN):
        return scan.mention(i, last, 0, "PER", None, "name+office")
    return None


def _age(scan: Scan, i: int) -> bool:
    """«25 عاما» stands at words i and i + 1."""
    return i + 1 < scan.count and scan.form(i).isdigit() and scan.form(i + 1) in _YEARS


def _national(scan: Scan, i: int) -> bool:
    """Word i is an adjective of a country in the singular, with article, that stands for a man («الكندي»)."""
    form = scan.form(i)
    if not scan.joined(i) or not scan.flags(i) & NISBA or not form.startswith(("ال", "وال", "لل", "بال")):
        return False
    if not form.endswith(("ي", "يه")) or scan.noun_before(i) or scan.before(i) & HEAD:
        return False
    return not i or not scan.joined(i - 1) or bool(scan.flags(i - 1) & (COMMON | VERB))


def _after_name(scan: Scan, i: int) -> Mention | None:
    """«… وأوزليم توريتشي»: words that no list knows, joined to a person by «و»; word i is the first of them."""
    form = scan.form(i)
    if not form.startswith("و") or len(form) < 5 or not scan.joined(i):
        return None
    own = scan.vocabulary.info(form[1:])
    nxt = scan.infos[i + 1]
    if not own.unknown or own.definite or not (nxt.unknown or nxt.flags & SURE):
        return None
    return scan.mention(i, run(scan, i), 1, "PER", None, "and+name")


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
        info = scan.infos[k]
        flags = info.flags
        if info.unknown or flags & (GIVEN | SHORT):
            found = _office_name(scan, k, comma)
            if found is not None:
                return found
        if not (
            flags & (NISBA | BETWEEN | OFFICE | MIDDLE | MINISTRY | COMPLEMENT | INNER | HEAD)
            or ((info.definite or scan.form(k).startswith("لل")) and not flags & VERB)
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
    if info.core in scan.vocabulary.closed.called or is_blessing(scan, k):
        return None
    if info.flags & (SURE | ALSO | SHORT) and info.core == scan.form(k) and not info.flags & PLACE:
        last = run(scan, k)
        if last > k:
            return scan.mention(k, last, 0, "PER", None, "office+given")
        return None
    headed = scan.before(k) & (HEAD | DROPPED | OPENS) or (scan.form(k)[0] == "ل" and not _alone(scan, k))
    if info.unknown and not info.definite and not headed and not has_and(scan, k):
        last = run(scan, k)
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
                found = by_son(scan, i) if info.core in SONS and i > at else None
                found = found or _by_given(scan, i, flags)
            elif scan.forms[i] in SERVANTS:
                found = by_servant(scan, i)
            elif scan.forms[i] in FATHERS:
                found = by_father(scan, i) or (_by_title(scan, i) if info.unknown and i else None)
            elif i and scan.infos[i - 1].flags & DIRECT and _titled(scan, i):
                found = scan.mention(i, run(scan, i + 1), 0, "PER", None, "title+surname")
            elif info.unknown and i:
                found = _after_name(scan, i) if out and out[-1].last == i - 1 else _by_title(scan, i)
        if found is None and flags & OFFICE and i >= at:
            found = _by_office(scan, i, taken)
        if found is not None and (not out or found.first > out[-1].last):
            out.append(found)
            at = found.last + 1 if found.first <= i else at
    return out
