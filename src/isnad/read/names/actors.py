"""Who is who within one article: surnames and short forms lead back to the fullest one."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from msgspec.structs import replace

from isnad.read.names.scan import Mention, Scan
from isnad.read.names.vocabulary import LINK, SECOND
from isnad.text.transliterate import transliterate

_MINISTRY = "وزار"  #: folded, without its ending
_CLASSES = frozenset((_MINISTRY, "مديري", "هيي", "جهاز"))  #: heads that the press leaves out; folded likewise
_FUSING = frozenset(("عبد", "ابو"))
_SOUNDS = str.maketrans({"ا": "", "و": "", "ي": "", "ج": "ك", "غ": "ك", "ق": "ك", "ط": "ت", "ص": "س", "ز": "س"})

Words = tuple[str, ...]


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
    if look(words[first]).flags & SECOND and first:
        first -= 1
    while first > 1 and look(words[first - 1]).flags & LINK:
        first -= 1
    return words[first:]


class _Cast:
    """The actors of one article as they are met."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self.by_words: dict[tuple[str, Words], str] = {}
        self.by_surname: dict[Words, set[str]] = defaultdict(set)
        self.used: set[str] = set()
        self.listed: set[str] = set()

    def _fresh(self, words: Words) -> str:
        made = transliterate(" ".join(words))
        actor, n = made, 2
        while actor in self.used:
            actor, n = f"{made}-{n}", n + 1
        return actor

    def enter(self, m: Mention, words: Words, written: Words) -> str:
        """The actor of a full form; a list's id where one knows it."""
        key = self._key(words) if m.type == "ORG" else words
        held = self.by_words.get((m.type, key))
        if held is not None:
            return held
        actor = m.actor or self._like(m, key) or self._fresh(written)
        self.used.add(actor)
        if m.actor:
            self.listed.add(actor)
        self.by_words[m.type, key] = actor
        if m.type == "PER" and len(words) > 1:
            self.by_surname[surname(words, self.scan)].add(actor)
        return actor

    def _key(self, words: Words) -> Words:
        """Words of an organisation in one gender and spelling: «الأمريكية» is «الأميركي»."""
        country = self.scan.vocabulary.country
        return tuple(country.get(w) or (w[:-1] if w.endswith("ه") and len(w) > 4 else w) for w in words)

    def _like(self, m: Mention, words: Words) -> str | None:
        """An actor met under a longer or shorter form, if there is exactly one."""
        held = [(other, actor) for (kind, other), actor in self.by_words.items() if kind == m.type]
        if m.type != "PER":
            found = {actor for other, actor in held if self._same_body(words, other, actor)}
        elif len(words) == 1:
            first = {actor for other, actor in held if other[0] == words[0]}
            last = {actor for other, actor in held if other[-1] == words[0]}
            found = first if first and "given" in m.rule else first | last
        else:
            found = {actor for other, actor in held if _same_person(words, other) or self._spelt_like(words, other)}
        return found.pop() if len(found) == 1 else None

    def _same_body(self, a: Words, b: Words, actor: str) -> bool:
        """One form begins with the other, «وزارة» or a body's class left out; `actor` is that of b.

        A listed name with a complement is another one's («الاتحاد الأوروبي للملاحة»).
        """
        ministry = _MINISTRY in (a[0], b[0])
        classed = a[0] in _CLASSES, b[0] in _CLASSES
        if classed[0] != classed[1]:
            a, b = (a[1:] if classed[0] else a), (b[1:] if classed[1] else b)
        short, long = sorted((a, b), key=len)
        if not short or (len(short) == 1 and not ministry) or long[: len(short)] != short:
            return False
        more = long[len(short) :]
        return not (more and actor in self.listed and len(a) > len(b) and more[0].startswith("لل"))

    def _spelt_like(self, a: Words, b: Words) -> bool:
        """Foreign names in two spellings: «كارين ماك دوغل», «كارين ماك دوغال»."""
        look = self.scan.vocabulary.info
        return len(a) == len(b) and all(
            x == y or (_bones(x) == _bones(y) and look(x).unknown and look(y).unknown)
            for x, y in zip(a, b, strict=True)
        )


@lru_cache(maxsize=4096)
def _bones(word: str) -> str:
    """The consonants of a foreign name, those that write one sound taken together; the whole word with article."""
    return word if word.startswith("ال") else word.translate(_SOUNDS)


def _same_person(a: Words, b: Words) -> bool:
    """One form holds all words of the other, in order, from the first one on."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return short[0] == long[0] and all(word in rest for word in short)


def assign(scan: Scan, mentions: list[Mention]) -> list[str]:
    """An actor id for each mention, in the same order: full forms first, then the short ones that lead back to them."""
    cast = _Cast(scan)
    written = [forms_of(scan, m) for m in mentions]
    words = [_fused(w) if m.type == "PER" else w for m, w in zip(mentions, written, strict=True)]
    mentions = _without_namesakes(scan, mentions, words)
    order = sorted(range(len(mentions)), key=lambda k: (mentions[k].actor is None, -len(words[k]), k))
    out = [""] * len(mentions)
    for k in order:
        m = mentions[k]
        same = cast.by_surname.get(words[k]) if m.type == "PER" and m.actor is None else None
        if same:
            out[k] = next(iter(same)) if len(same) == 1 else _latest(same, out[:k])
        out[k] = out[k] or cast.enter(m, words[k], written[k])
    return out


def _fused(words: Words) -> Words:
    """«عبد الله» and «أبو علي» as one word each, as half of the press writes them."""
    if len(words) < 2 or not _FUSING.intersection(words[:-1]):
        return words
    out: list[str] = []
    for word in words:
        if out and out[-1] in _FUSING:
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _without_namesakes(scan: Scan, mentions: list[Mention], words: list[Words]) -> list[Mention]:
    """No listed person for a surname that others have too, where the article names one of them and not the listed."""
    full = {m.actor for m, w in zip(mentions, words, strict=True) if len(w) > 1}
    bearers = {w[-1] for m, w in zip(mentions, words, strict=True) if m.type == "PER" and len(w) > 1}
    return [
        replace(m, actor=None)
        if m.actor and len(w) == 1 and w[0] in bearers and m.actor not in full and _doubtful(scan, m)
        else m
        for m, w in zip(mentions, words, strict=True)
    ]


def _doubtful(scan: Scan, m: Mention) -> bool:
    return any(e.actor == m.actor and not e.rest and e.doubtful for _, e in scan.infos[m.first].entries)


def _latest(actors: set[str], before: list[str]) -> str:
    """Of several bearers of one surname the one named last; empty where none was named before."""
    return next((actor for actor in reversed(before) if actor in actors), "")
