"""Names in Latin letters inside Arabic text: «جوش واردل (Josh Wardle)», «في Iowa State University»."""

from __future__ import annotations

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import HEAD, TITLE, VERB

_SMALL = frozenset(["of", "for", "and", "the", "de", "la", "van", "von", "der", "al", "el", "bin", "di", "da"])


def _capital(form: str) -> bool:
    return form.isascii() and form.isalpha() and form[0].isupper() and (len(form) == 1 or form[1:].islower())


def _end(scan: Scan, i: int) -> int:
    """The last word of the run of capitalised words that begins with word i; small words only between two of them."""
    last = k = i
    while scan.joined(k) and k - i < 8:
        k += 1
        if _capital(scan.form(k)):
            last = k
        elif scan.form(k) not in _SMALL:
            break
    return last


def _beside(scan: Scan, i: int, found: dict[int, Mention]) -> str | None:
    """The type of the Arabic name that the words at i repeat, right before them or before their bracket."""
    before = found.get(i - 1)
    if before is not None and scan.gap(i - 1).strip(" (") == "":
        return before.type
    return None


def find_latin(scan: Scan, found: list[Mention]) -> list[Mention]:
    """Persons and organisations in Latin letters: two or more capitalised words beside what tells their kind."""
    if not scan.latin:
        return []
    ends = {m.last: m for m in found}
    out: list[Mention] = []
    at = 0
    for i, word in enumerate(scan.words):
        if i < at or not _capital(word.form):
            continue
        last = _end(scan, i)
        at = last + 1
        if last == i:
            continue
        words = {scan.form(k) for k in range(i, last + 1)}
        kind = _beside(scan, i, ends)
        if words & scan.vocabulary.closed.latin or kind == "ORG" or scan.before(i) & HEAD:
            out.append(scan.mention(i, last, 0, "ORG", None, "latin"))
        elif kind == "PER" or scan.before(i) & (TITLE | VERB):
            out.append(scan.mention(i, last, 0, "PER", None, "latin"))
    return out
