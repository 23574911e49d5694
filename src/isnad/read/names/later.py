"""Further mentions of those whom an article names in full: surnames, given names, bare ministries."""

from __future__ import annotations

from collections.abc import Collection

from isnad.read.names.actors import forms_of, surname
from isnad.read.names.runs import VERBAL, has_and
from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import (
    COMMON,
    DIRECT,
    DROPPED,
    GIVEN,
    HEAD,
    KEPT,
    LINK,
    NISBA,
    OPENS,
    PEOPLE,
    PLACE,
    RARELY,
    SECOND,
    SHORT,
    SITE,
    STOP,
    SURE,
    TITLE,
    VERB,
)

_BOUND = GIVEN | LINK | TITLE | HEAD | DROPPED | OPENS | KEPT | SITE
_FATHERS = ("ابو", "ام", "ال")
_MUHAMMAD = "محمد"
_ALI = "علي"  # folds together with the preposition


def _announced(scan: Scan, i: int) -> bool:
    """A verb of saying or a title stands right before word i, quotation marks aside."""
    if not i or scan.gap(i - 1).strip(" \"«“'"):
        return False
    flags = scan.flags(i - 1)
    return bool(flags & (VERB | DIRECT)) and not flags & NISBA


def _agrees(scan: Scan, i: int) -> bool:
    """Word i may be an adjective of the definite noun before it («المجال الجوي»), which is no title."""
    if not i or not scan.joined(i - 1) or scan.form(i - 1).endswith("ه"):
        return False
    before = scan.infos[i - 1]
    return before.definite and not before.flags & (DIRECT | VERB | TITLE)


def _clear(scan: Scan, i: int, last: int, form: str) -> bool:
    """A surname at word i is meant as one: no common word, or announced by a verb of saying or a title."""
    if last > i:
        return True
    known = scan.vocabulary.info(form)
    if known.flags & (STOP | SHORT):
        return False
    if form.startswith("ال") and form.endswith("ي") and _agrees(scan, i):
        return False
    if known.flags & (NISBA | COMMON | PLACE) or (scan.form(i) != form and scan.flags(i) & COMMON):
        return _announced(scan, i)
    return True


def _given_again(scan: Scan, i: int, form: str) -> bool:
    """A given name of somebody named in full stands alone at word i: announced, or hardly another word."""
    if _announced(scan, i):
        return not scan.flags(i) & SHORT
    flags = scan.vocabulary.info(form).flags
    if not flags & SURE or flags & (COMMON | PLACE | RARELY | SHORT | NISBA | VERB | TITLE | STOP) or len(form) < 4:
        return False
    if form == _MUHAMMAD or form.startswith("ال") or scan.before(i) & _BOUND or scan.gap(i - 1) == "-":
        return False
    if i and scan.joined(i - 1) and scan.infos[i - 1].unknown and not VERBAL.match(scan.form(i - 1).lstrip("وف")):
        return False  # «ماونت فيرنون»
    nxt = scan.infos[i + 1] if scan.joined(i) else None
    return nxt is None or not (nxt.unknown or nxt.loose or nxt.flags & (GIVEN | LINK | SECOND | PLACE))


def _begins_before(scan: Scan, i: int) -> bool:
    """The word before the surname at word i is a given name of another bearer of it («ماري كوري» after «كوري»)."""
    before = scan.before(i)
    if before & GIVEN:
        return not before & (RARELY | VERB)
    info = scan.infos[i - 1] if i and scan.joined(i - 1) else None
    if info is None or not info.unknown or info.definite:
        return False
    form = scan.form(i - 1)
    if form in _FATHERS:
        return True
    if not scan.infos[i].unknown or scan.infos[i].definite or scan.form(i).endswith("ي"):
        return False  # «أشرك عمراني»
    return not (has_and(scan, i - 1) or form[0] in "وفبلكيتنس" or form.endswith(("ه", "ت", "تا", "تي")))


def _wanted(scan: Scan, persons: list[Mention]) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """First words of the surnames looked for, with the whole surname; and the given names of the same persons."""
    surnames: dict[str, tuple[str, ...]] = {}
    given: set[str] = set()
    for m in persons:
        words = forms_of(scan, m)
        if len(words) < 2:
            continue
        name = surname(words, scan)
        if len(name) < len(words) and len(name[0]) > 2 and name[0] != _ALI:
            surnames.setdefault(name[0], name)
        given.add(words[0])
    return surnames, given - surnames.keys() - {_ALI}


def _bare(form: str, wanted: Collection[str]) -> tuple[str, int] | None:
    """The wanted word in a written form, and the proclitic letters before it."""
    if form in wanted:
        return form, 0
    if form[0] in "وفبلك" and form[1:] in wanted:
        return form[1:], 1
    if form.startswith("لل") and "ال" + form[2:] in wanted:
        return "ال" + form[2:], 1
    return None


def _written(wanted: set[str]) -> set[str]:
    """The wanted words with and without what may be written onto them."""
    written = wanted | {letter + form for form in wanted for letter in "وفبلك"}
    return written | {"لل" + form[2:] for form in wanted if form.startswith("ال")}


def _stands(scan: Scan, i: int, words: tuple[str, ...]) -> bool:
    return all(scan.joined(i + k) and scan.form(i + k + 1) == word for k, word in enumerate(words[1:]))


def find_surnames(scan: Scan, found: list[Mention]) -> list[Mention]:
    """Further mentions of the persons found by surname (or announced given name) alone, outside the mentions found."""
    persons = [m for m in found if m.type == "PER"]
    surnames, given = _wanted(scan, persons)
    if not surnames and not given:
        return []
    wanted = surnames.keys() | given
    covered = {k for m in found for k in range(m.first, m.last + 1)}
    out = []
    written = _written(wanted)
    for i in [i for i, form in enumerate(scan.forms) if form in written]:
        bare = _bare(scan.form(i), wanted)
        if bare is None or i in covered:
            continue
        form, taken = bare
        name = surnames.get(form, (form,))
        last = i + len(name) - 1
        if not _stands(scan, i, name):
            continue
        if _clear(scan, i, last, form) if form in surnames else _given_again(scan, i, form):
            rule = "surname" if form in surnames else "given-again"
            first = i
            if not taken and i - 1 not in covered and _begins_before(scan, i):
                first, taken = i - 1, scan.infos[i - 1].taken
            out.append(scan.mention(first, last, taken, "PER", None, rule))
    return out


def find_ministries(scan: Scan, found: list[Mention]) -> list[Mention]:
    """«الداخلية» after a verb or preposition, where «وزارة الداخلية» is named in the same article."""
    named = {scan.form(m.first + 1) for m in found if m.last > m.first and scan.infos[m.first].core == "وزاره"}
    if not named:
        return []
    covered = {k for m in found for k in range(m.first, m.last + 1)}
    out = []
    written = _written(named)
    for i in [i for i, form in enumerate(scan.forms) if form in written]:
        bare = _bare(scan.form(i), named)
        if bare is None or i in covered or not i or not scan.flags(i) & PEOPLE:
            continue
        if scan.joined(i - 1) and (
            scan.flags(i - 1) & VERB or scan.form(i - 1) in scan.vocabulary.closed.before_ministry
        ):
            out.append(scan.mention(i, i, bare[1], "ORG", None, "ministry"))
    return out
