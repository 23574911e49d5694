"""Names that a list knows: persons, organisations, places of the lexicons and the dossier."""

from __future__ import annotations

from isnad.read.names.chains import extend
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    COMMON,
    DROPPED,
    GIVEN,
    IDIOM,
    KEPT,
    LISTED,
    NISBA,
    OPENS,
    OUTLET,
    PLACE,
    TITLE,
    VERB,
    Entry,
)

_ANNOUNCES = {"LOC": DROPPED | OPENS, "ORG": OUTLET, "PER": TITLE | VERB}


def _allowed(scan: Scan, i: int, taken: int, entry: Entry) -> bool:
    before = scan.before(i)
    announced = before & _ANNOUNCES[entry.type]
    if entry.type == "PER" and scan.flags(i) & NISBA:
        announced &= VERB  # «الرئيس السوداني»: an adjective
    if entry.doubtful and not announced and not _let_by(scan, i, taken, entry):
        return False
    if not taken and scan.form(i)[0] == "و" and before & PLACE and _another(scan, i):
        return False  # «مكة وجدة»
    if entry.rest or entry.rule == "dossier":
        return True
    if entry.type == "LOC":
        return _place_alone(scan, i, taken, entry, before)
    if entry.type == "ORG" and i and scan.joined(i - 1) and scan.infos[i - 1].core in scan.vocabulary.closed.products:
        return False  # «سيارة مرسيدس»
    return not (taken and scan.flags(i) & COMMON)


def _let_by(scan: Scan, i: int, taken: int, entry: Entry) -> bool:
    """«نظام الأسد»; «لقاء العين»; «في دوما», «وسط مالي»: an adverb or adjective stands after no preposition."""
    if entry.type == "PER":
        return _ruled(scan, i)
    if entry.type == "ORG":
        return not taken and i > 0 and scan.joined(i - 1) and _contest(scan, i - 1)
    if taken == 1 and scan.form(i)[0] == "و" and scan.before(i) & PLACE and not scan.flags(i) & GIVEN:
        return True  # «الرياض وعسير»
    adverb = entry.type == "LOC" and not entry.rest and scan.form(i).endswith("ا") and not scan.tanwin(i)
    adverb = adverb or entry.rule == "country"
    return adverb and i > 0 and scan.joined(i - 1) and scan.form(i - 1) in scan.vocabulary.closed.before_place


def _another(scan: Scan, i: int) -> bool:
    """Word i is «و» and another place."""
    return any(taken == 1 and e.type == "LOC" and not (e.rest or e.doubtful) for taken, e in scan.infos[i].alone)


def _contest(scan: Scan, i: int) -> bool:
    """A noun of sport stands at word i («لقاء العين»)."""
    form, contests = scan.form(i), scan.vocabulary.closed.contests
    return form in contests or (form[0] in "وبلف" and form[1:] in contests)


def _ruled(scan: Scan, i: int) -> bool:
    """A word for rule or force stands right before word i («نظام الأسد»)."""
    if not i or not scan.joined(i - 1):
        return False
    form, ruled = scan.form(i - 1), scan.vocabulary.closed.ruled
    return form in ruled or (form[0] in "وبلف" and form[1:] in ruled)


def _place_alone(scan: Scan, i: int, taken: int, entry: Entry, before: int) -> bool:
    form = scan.form(i)
    if taken and form in scan.vocabulary._common:
        return False  # «لبنان» is no «ل» with «بنان»
    if before & GIVEN and not before & (VERB | TITLE | DROPPED | OPENS | PLACE) and not _over(scan, i, taken, entry):
        return False  # a surname: «مصطفى بغداد»
    nisba = form.startswith("ال") and (scan.flags(i) & NISBA or (entry.rule == "gazetteer" and form.endswith("يه")))
    if (nisba and scan.noun_before(i)) or _adjective(scan, i):
        return False  # «الرحلة السعودية», «دبلوماسيا روسيا»: an adjective
    return entry.rule != "gazetteer" or _known_city(scan, i, taken, before)


def _over(scan: Scan, i: int, taken: int, entry: Entry) -> bool:
    """No surname: a preposition is fused, or the word before is «على» and not «علي», which some write alike."""
    if taken and (entry.rule == "country" or scan.form(i)[taken - 1] != "ل"):
        return True
    return scan.form(i - 1) == "علي" and (entry.rule == "country" or scan.on(i - 1))


def _adjective(scan: Scan, i: int) -> bool:
    """An adjective spelt like the country: accusative («جنديا روسيا»), feminine («هيئة سورية») after such a noun."""
    form = scan.form(i)
    if not i or not scan.joined(i - 1) or not scan.flags(i) & NISBA or form.startswith("ال"):
        return False
    head = scan.form(i - 1)
    if head.startswith("ال") or not scan.flags(i - 1) & COMMON or scan.flags(i - 1) & PLACE:
        return False
    if form.endswith("ا"):
        return head.endswith("ا") and head[:-1] in scan.vocabulary._common and not head.endswith(("ها", "نا", "وا"))
    return form.endswith("ه") and head.endswith(("ه", "ات"))


def _known_city(scan: Scan, i: int, taken: int, before: int) -> bool:
    """A city of the gazetteer stands here, no given name, adjective, accusative or beginning of a foreign name."""
    form = scan.form(i)
    if scan.flags(i) & (GIVEN | NISBA | TITLE) and not before & (DROPPED | OPENS):
        return False
    if taken and (len(form) - taken < 4 or form[taken - 1] in "كف" or scan.flags(i) & COMMON):
        return False
    if (before & KEPT and not before & DROPPED) or (form.endswith("ا") and scan.tanwin(i)):
        return False
    if before & (DROPPED | OPENS) or not scan.joined(i):
        return True
    nxt = scan.infos[i + 1]
    return not nxt.unknown or nxt.definite or scan.form(i + 1)[0] in "وبلفيتسن"


def find_listed(scan: Scan) -> list[Mention]:
    """Every listed name, leftmost and longest, in order."""
    out: list[Mention] = []
    put_off: list[Mention] = []
    at = 0
    for i in scan.beginning(LISTED):
        if i < at:
            continue
        following = scan.forms[i + 1] if i + 1 < scan.count else ""
        info = scan.infos[i]
        for taken, entry in info.entries if following in info.nexts else info.alone:
            rest = entry.rest
            if rest and (rest[0] != following or not scan.follows(i, rest)):
                continue
            if not _allowed(scan, i, taken, entry):
                if entry.doubtful and entry.type == "ORG" and _again(scan, i, taken):
                    again = scan.mention(i, i + len(rest), taken, "ORG", entry.actor, "named-again")
                    put_off.append(again)
            else:
                last = i + len(entry.rest)
                at = last + 1
                if entry.rule == IDIOM:
                    break
                if entry.type == "ORG" and entry.rule == "opening":
                    last = extend(scan, last)
                out.append(scan.mention(i, last, taken, entry.type, entry.actor or None, entry.rule))
                at = last + 1
                break
    if not put_off:
        return out
    named = {m.actor for m in out}
    return sorted([*out, *(m for m in put_off if m.actor in named)], key=lambda m: m.first)


def _again(scan: Scan, i: int, taken: int) -> bool:
    """The doubtful name at word i may stand for the body named elsewhere: no «بحماس», no «فتح الباب»."""
    if taken and scan.form(i)[taken - 1] == "ب":
        return False
    return not scan.flags(i) & GIVEN and not (scan.joined(i) and scan.infos[i + 1].definite)
