"""Who is who within one article: surnames and short forms lead back to the fullest one."""

from __future__ import annotations

from collections import defaultdict

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.transliterate import transliterate
from isnad.read.names.vocabulary import COMMON, DIRECT, LINK, NISBA, PLACE, SECOND, VERB


def forms_of(scan: Scan, m: Mention) -> tuple[str, ...]:
    """The folded words of a mention without proclitics."""
    words = [scan.form(k) for k in range(m.first, m.last + 1)]
    words[0] = scan.text[m.start : scan.words[m.first].end]
    if words[0].startswith("لل"):
        words[0] = "ال" + words[0][2:]
    return tuple(words)


def surname(words: tuple[str, ...], scan: Scan) -> tuple[str, ...]:
    """The last name with the links before it («بن سلمان», «أبو الغيط»)."""
    look = scan.vocabulary.info
    first = len(words) - 1
    if look(words[first]).flags & SECOND and first > 1:
        first -= 1
    while first > 1 and look(words[first - 1]).flags & LINK:
        first -= 1
    return words[first:]


def _clear(scan: Scan, i: int, last: int, form: str) -> bool:
    """A surname at word i is meant as one: no common word, or announced by a verb of saying or a title."""
    flags = scan.flags(i)
    before = scan.before(i)
    if last > i:
        return True
    known = scan.vocabulary.info(form)
    if known.flags & (NISBA | COMMON | PLACE) or (scan.form(i) != form and flags & COMMON):
        return bool(before & (VERB | DIRECT)) and not before & NISBA
    return True


def find_surnames(scan: Scan, persons: list[Mention]) -> list[Mention]:
    """Further mentions of the persons by surname alone, outside the mentions given."""
    wanted: dict[str, tuple[tuple[str, ...], int]] = {}
    for m in persons:
        words = forms_of(scan, m)
        if len(words) > 1:
            name = surname(words, scan)
            if (len(name) < len(words) and len(name[0]) > 2) or len(name) > 1:
                wanted.setdefault(name[0], (name, m.first))
    if not wanted:
        return []
    covered = {k for m in persons for k in range(m.first, m.last + 1)}
    out = []
    for i, word in enumerate(scan.words):
        form, taken = word.form, 0
        if form not in wanted:
            if form[0] not in "وفبلك" or form[1:] not in wanted:
                if not (form.startswith("لل") and "ال" + form[2:] in wanted):
                    continue
                form = "ال" + form[2:]
            else:
                form = form[1:]
            taken = 1
        name, _ = wanted[form]
        last = i + len(name) - 1
        if i in covered or any(
            not scan.joined(i + k) or scan.form(i + k + 1) != name[k + 1] for k in range(len(name) - 1)
        ):
            continue
        if _clear(scan, i, last, form):
            out.append(scan.mention(i, last, taken, "PER", None, "surname"))
    return out


class _Cast:
    """The actors of one article as they are met."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.by_words: dict[tuple[str, tuple[str, ...]], str] = {}
        self.by_surname: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self.used: set[str] = set()

    def _fresh(self, words: tuple[str, ...]) -> str:
        made = transliterate(" ".join(words))
        actor, n = made, 2
        while actor in self.used:
            actor, n = f"{made}-{n}", n + 1
        return actor

    def enter(self, kind: str, words: tuple[str, ...], known: str | None) -> str:
        """The actor of a full form; `known` is a list's id."""
        held = self.by_words.get((kind, words))
        if held is not None:
            return held
        actor = known or self._like(kind, words) or self._fresh(words)
        self.used.add(actor)
        self.by_words[kind, words] = actor
        if kind == "PER" and len(words) > 1:
            self.by_surname[surname(words, self.scan)].add(actor)
        return actor

    def _like(self, kind: str, words: tuple[str, ...]) -> str | None:
        """An actor met under a longer or shorter form, if there is exactly one."""
        found = set()
        for (other, held), actor in self.by_words.items():
            if other != kind:
                continue
            if kind == "PER":
                if _same_person(words, held):
                    found.add(actor)
            elif len(words) > 1 and len(held) > 1 and (held[: len(words)] == words or words[: len(held)] == held):
                found.add(actor)
        return found.pop() if len(found) == 1 else None


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One form holds all words of the other, in order, and both are of several words or share the last."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or short[0] == long[0]
    rest = iter(long)
    return short[0] == long[0] and all(word in rest for word in short)


def assign(scan: Scan, mentions: list[Mention]) -> list[str]:
    """An actor id for each mention, in the same order: full forms first, then the short ones that lead back to them."""
    cast = _Cast(scan)
    words = [forms_of(scan, m) for m in mentions]
    order = sorted(range(len(mentions)), key=lambda k: (mentions[k].actor is None, -len(words[k]), k))
    out = [""] * len(mentions)
    for k in order:
        m = mentions[k]
        if m.type == "PER" and m.actor is None:
            same = cast.by_surname.get(words[k])
            if same and len(same) == 1:
                out[k] = next(iter(same))
                continue
        out[k] = cast.enter(m.type, words[k], m.actor)
    return out
