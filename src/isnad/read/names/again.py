"""Further mentions of places and organisations that a head noun gave away once («بلدة تنزولت» … «في تنزولت»)."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan

_RULES = frozenset(("place-head", "head+unknown", "head+quoted", "outlet+name"))
_SHORTEST = 4


def _wanted(scan: Scan, found: list[Mention]) -> dict[str, Mention]:
    """Forms of the names of one word that no list knows, whole as written."""
    wanted: dict[str, Mention] = {}
    for m in found:
        if m.rule not in _RULES or m.first != m.last:
            continue
        form = scan.form(m.first)
        if len(form) >= _SHORTEST and scan.infos[m.first].unknown and m.start == scan.words[m.first].start:
            wanted.setdefault(form, m)
    return wanted


def find_again(scan: Scan, found: list[Mention]) -> list[Mention]:
    """Mentions of such names without their head noun, with a proclitic or without, outside the mentions found."""
    wanted = _wanted(scan, found)
    if not wanted:
        return []
    written = dict.fromkeys(wanted, 0)
    for form in wanted:
        written |= {letter + form: 1 for letter in "وبل"}
        if form.startswith("ال"):
            written["لل" + form[2:]] = 1
    covered = {k for m in found for k in range(m.first, m.last + 1)}
    out = []
    for i in [i for i, form in enumerate(scan.forms) if form in written]:
        if i in covered:
            continue
        form = scan.form(i)
        taken = written[form]
        bare = form[taken:] if form[taken:] in wanted else "ال" + form[2:]
        out.append(scan.mention(i, i, taken, wanted[bare].type, None, "head-again"))
    return out
