"""Where what a figure counts is, happened or is measured."""

from __future__ import annotations

import re
from bisect import bisect_left

from isnad.lexicon.units import ScopeWords
from isnad.model.span import Span
from isnad.read.figures.frames import Frame, leaves_clause
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_TURNING = frozenset(("كما", "بينما", "فيما", "لكن", "اما"))
_MOST = re.compile(r"(?<!\w)(?:ال)?(?:اكبر|اكثر|اول|اهم|ابرز|اعلي|اقوي|افضل|اضخم|اسوا)(?!\w)[^،.]{0,45}$")
_SAYS = re.compile(r"(?<!\w)[وف]?[بل]?ان(?:ه|ها|هم)?(?!\w)")
_QUOTED = re.compile(r"[:«“]|(?<=[\s:،])\"")  #: after a place, what is said begins («قال في واشنطن: ...»)
_EACH = "كل من "
_OWN_PLACE = re.compile(r" في ال(?!عام|سن|شهر|يوم|ايام|ساع|اسبوع|وقت|مايه|ميه|دقيق|ثاني|فتر)[^\W\d_]{3,}")
_CLOSE = 25  #: how far before its figure a place may stand that comes before one behind a comma, in code points
_AND_PLACE = re.compile(r"\s?و#?$")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(fold_word, words))


class PlaceFinder:
    """Finds the place of a figure: a name after «في», with the words that belong to it, or a bare place noun."""

    def __init__(self, words: ScopeWords) -> None:
        heads = "|".join(fold_word(w) for w in words.place_heads)
        ways = "|".join(fold_word(w) for w in words.directions)
        prepositions = "|".join(fold_word(w) for w in words.prepositions)
        places = "|".join(fold_word(w) for w in words.places)
        head = rf"(?:(?:{heads}|{ways})\s)"
        self._before = re.compile(
            rf"(?:^|[\s(،])(?:[وف]?(?:{prepositions})\s({head}{{0,3}})|[وف]?ب((?:{head}{{1,3}})?)|[وف]?((?:{ways})\s{head}{{0,2}}))#?$"
        )
        local = "|".join(fold_word(w) for w in words.local_heads)
        held = rf"{head}{{0,3}}"
        self._local = re.compile(rf"(?:^|[\s(،])(?<! عن )[وفبل]?((?:{local})\s{held})#?$")
        self._construct = re.compile(r"(?:^|[\s(،])[وف]?(?:في|داخل)\s((?!ال)[^\W\d_]{3,}\s)#?$")
        own = (*words.place_heads, *words.directions)
        self._heads = frozenset(map(fold_word, (*words.local_heads, *own)))
        taking = (*own, *words.place_verbs, *words.toward, "على", "من")
        self._taking = frozenset(map(fold_word, taking))
        self._toward = re.compile(
            rf"(?:^|[\s(،])(?:(?<!اضافه )(?<!بالنسبه )(?:{_any(words.toward)})\s({held})|علي\s({head}{{1,3}})"
            rf"|(?:{_any(words.strikes)})(?: [^\W\d_]+){{0,2}} علي\s({held})"
            rf"|(?:{_any(words.place_verbs)})\s({held}))#?$"
        )
        self._taken = re.compile(rf"(?:^|\s)[وف]?(?:{_any(words.place_verbs)})\s({held})#?$")
        self._exit = re.compile(rf"(?<!\w)[وفب]?(?:{_any(words.exits)})(?!\w)[^.،]*$")
        self._from = re.compile(rf"(?:^|\s)من\s({held})#?$")
        self._office = re.compile(rf"(?<!\w)[وفبل]?(?:{_any(words.offices)})(?: [^\W\d_]+){{0,2}} [وف]?(?:في |ب)$")
        self._other = frozenset(map(fold_word, words.other_events))
        self._not_construct = frozenset(map(fold_word, (*words.connectives, *words.no_places)))
        self._within = re.compile(
            rf"(?: ال[^\W\d_]+(?:ه|ي))?(?: (?:في|ب)\s?|\s)#?{head}{{1,2}}#?|(?: ال[^\W\d_]+(?:ه|ي))? (?:في |ب)#?"
        )
        self._bare = re.compile(
            rf"(?<!\w)(?:(?:{prepositions})\s({head}{{0,3}}(?:{places})(?:\s[^\W\d_]+)?)|ب(?!السجن)({head}{{0,3}}(?:{places})(?:\s[^\W\d_]+)?)"
            rf"|(?:علي\s)?((?:(?:{ways})\s){{1,2}}(?:{places}))|علي\s((?:{_any(words.surfaces)})(?:\s[^\W\d_]+)?)|علي\s({head}(?:{places}))|((?:حول|عبر|انحاء)\s(?:العالم|البلاد)))(?!\w)"
        )

    def place(self, prose: Prose, f: Frame, places: list[tuple[int, int]]) -> Span | None:
        """The nearest place after the figure in its clause, else the nearest before it in its sentence.

        One right before it comes first where the one after it stands behind a comma («في العراق 40، و9 في سوريا»).
        """
        text = prose.text
        i = bisect_left(places, (f.end, 0))
        after = self._after(text, f, places, i)
        if after is not None and "،" not in text[f.end : after[0]]:
            return prose.span(*after)
        before = self._named_before(text, f, places, i)
        if before is not None and "،" in text[before[1] : f.at] and _OWN_PLACE.match(text, f.end):
            before = None  # «كلية في الرياض، وكلية ⟦واحدة⟧ في الشرقية»
        if after is not None and (before is None or f.at - before[1] > _CLOSE or "،" in text[before[1] : f.at]):
            return prose.span(*after)
        return prose.span(*before) if before is not None else self._bare_before(prose, f)

    def _after(self, text: str, f: Frame, places: list[tuple[int, int]], i: int) -> tuple[int, int] | None:
        for start, end in places[i:]:
            if start >= f.reach or start - f.end > 120:
                break
            at = self._start(text, f.end, start)
            at = self._ahead(text, f, start) if at is None else at
            if (
                at is not None
                and not leaves_clause(text, f.end, at)
                and self._other.isdisjoint(text[f.end : at].split())
            ):
                return at, self._last(text, places, end)
        m = self._bare.search(text, f.end, min(f.right, f.end + 60))
        return None if m is None or leaves_clause(text, f.end, m.start()) else _noun(m)

    def _named_before(self, text: str, f: Frame, places: list[tuple[int, int]], i: int) -> tuple[int, int] | None:
        while i > 0 and places[i - 1][0] >= max(f.sentence[0], f.at - 150):
            i -= 1
            start, end = places[i]
            if end > f.at:
                continue
            if _turns(text[end : f.at]):
                return None
            if _QUOTED.search(text, end, f.at) and not _SAYS.search(text, f.sentence[0], start):
                return None
            if (at := self._behind(text, f.sentence[0], start)) is not None:
                return at, self._last(text, places, end)
        return None

    def _bare_before(self, prose: Prose, f: Frame) -> Span | None:
        text = prose.text
        if text.find("ال", max(f.left, f.at - 60), f.at) < 0:
            return None
        found = list(self._bare.finditer(text, max(f.left, f.at - 60), f.at))
        noun = _noun(found[-1]) if found else None
        if noun is None or _turns(text[noun[1] : f.at]) or _SAYS.search(text, noun[1], f.at):
            return None
        ranked = _MOST.search(text, max(f.sentence[0], noun[0] - 50), noun[0])
        return None if ranked else prose.span(*noun)  # «وهي أكبر دولة في العالم»

    def _ahead(self, text: str, f: Frame, at: int) -> int | None:
        """Where a place begins that stands after its figure: «إلى مدينة ...», «غارات على ...»."""
        low = max(f.end - 1, at - 50)
        m = self._toward.search(text, low, at) if self._may_take(text, at) else None
        if m is not None and "،" not in text[f.end : m.start()]:
            return next((m.start(g) for g in range(1, 5) if m[g]), at)
        m = self._from.search(text, low, at)
        if m is None or not self._exit.search(text, max(f.sentence[0], f.at - 45), f.at):
            return None
        return m.start(1)

    def _behind(self, text: str, low: int, at: int) -> int | None:
        """Where a place begins that stands before its figure."""
        found = self._start(text, low, at)
        if found is not None and self._office.search(text, max(low, found - 45), found):
            return None
        if found is None and self._may_take(text, at) and (m := self._taken.search(text, max(low - 1, at - 40), at)):
            return m.start(1)
        return found

    def _may_take(self, text: str, at: int) -> bool:
        """Whether the word before a place is a verb that takes one, or a word of its own phrase."""
        words = text[max(0, at - 20) : at].rstrip(" #").rsplit(None, 1)
        return bool(words) and (words[-1] in self._taking or words[-1][1:] in self._taking)

    def _start(self, text: str, low: int, at: int) -> int | None:
        """Where the phrase of a place begins after its preposition («في ⟦بلدة جلولاء⟧»); None without one."""
        first = max(0, low - 1, at - 40)
        m = self._before.search(text, first, at)
        if m is not None:
            start = next((m.start(g) for g in (1, 2, 3) if m[g]), at)
            return start + len(_EACH) if text.startswith(_EACH, start) else start
        near = text[first:at].rstrip(" #").rsplit(None, 2)
        if near and self._may_head(near[-1]) and (m := self._local.search(text, first, at)):
            return m.start(1)
        if len(near) < 2 or not near[-2].endswith(("في", "داخل")):
            return None
        m = self._construct.search(text, first, at)
        return m.start(1) if m is not None and self._builds(m[1]) else None

    def _may_head(self, word: str) -> bool:
        return word in self._heads or word[1:] in self._heads

    def _builds(self, word: str) -> bool:
        """Whether a noun after «في» can be completed by a place («في ⟦جبهات الحديدة⟧»)."""
        return word.strip() not in self._not_construct

    def _last(self, text: str, places: list[tuple[int, int]], end: int) -> int:
        """The end of the last place joined by «و», or that the place lies in («بلدة جلولاء بمحافظة ديالى»)."""
        i = bisect_left(places, (end, 0))
        if i < len(places) and places[i][0] - end <= 30 and self._within.fullmatch(text, end, places[i][0]):
            return places[i][1]
        while i < len(places) and places[i][0] - end <= 3 and _AND_PLACE.fullmatch(text, end, places[i][0]):
            end = places[i][1]
            i += 1
        return end


def _noun(m: re.Match[str]) -> tuple[int, int] | None:
    """A place noun with the adjective after it, if that is one («المدينة القديمة»)."""
    group = m.lastindex or 1
    words = m[group].split(" ")
    long = len(words) > 1 and (
        (words[-1].startswith("ال") and len(words[-1]) > 4) or words[-1] in ("نفسها", "نفسه", "ذاتها")
    )
    if long and words[-2] == "القطاع":
        return None  # «القطاع الصحي»
    return m.start(group), m.end(group) if long or len(words) == 1 else m.end(group) - len(words[-1]) - 1


def _turns(between: str) -> bool:
    """Whether the words between turn to something else."""
    return "؛" in between or "في حين" in between or not _TURNING.isdisjoint(between.replace("،", " ").split())
