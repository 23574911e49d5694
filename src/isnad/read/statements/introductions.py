"""By what titles and class nouns an article introduces those it names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from isnad.model.reading import Name
from isnad.read.statements.page import Page
from isnad.read.statements.sketches import CastWords, Sketch, plain

_REACH = 9  #: words of a title before or after a name
_STOPS = frozenset(("مع", "الي", "علي", "عن", "ان", "بان", "بعد", "قبل", "منذ", "حتي", "بين", "ضد", "الذي", "التي"))
_ARTICLES = ("ال", "لل", "وال", "بال")
_NAMED_FOR = "باسم"
_COMMAS = ("، ", ", ", " - ")


class Bearer(NamedTuple):
    """Somebody whom a sketch fits. at: the word where he stands."""

    sketch: Sketch
    actor: str
    at: int


def is_title(page: Page, words: CastWords, form: str) -> bool:
    """Whether a folded word, its proclitics off, heads a person's title."""
    return form in words.titles or page.v.role_of(form) == "person" or page.v.roles.get(form) == "anonymous"


def bare_at(page: Page, i: int, title: bool, words: CastWords) -> str:
    """Word `i` without the proclitics that leave a title (or a class noun)."""
    form = page.forms[i]
    if form.startswith("لل"):
        return "ال" + form[2:]
    if form[0] in "ولبف" and len(form) > 3:
        rest = form[1:]
        known = is_title(page, words, rest) if title else rest in words.classes
        own = is_title(page, words, form) if title else form in words.classes
        if known and not own:
            return rest
    return form


def _title_starts(page: Page, words: CastWords, first: int, last: int) -> list[int]:
    """Where titles of one person begin among words first..last: the first one, and those after a definite word.

    «حذر رئيس المنظمة فلان الرئيس الأميركي»: a title after any other word begins anew.
    """
    out: list[int] = []
    for k in range(first, last + 1):
        if not is_title(page, words, bare_at(page, k, True, words)):
            continue
        before = page.forms[k - 1]
        particle = before in words.neutral and before != _NAMED_FOR  # «بطلب من الرئيس فلان»
        governed = not particle and (before in words.relations or before in words.titles)
        if not out and k > first and governed:
            return []
        if out and before.startswith(_ARTICLES):
            out.append(k)
        elif not out or not governed:
            out = [k]
    return out


def _before(page: Page, words: CastWords, i: int) -> list[tuple[int, int]]:
    """Titles before the name at word `i`, half-open."""
    k = i - 1
    while k >= max(0, i - _REACH):
        gap = page.gaps[k + 1]
        if gap != " " and not (k == i - 1 and (gap in _COMMAS or gap in (' "', " «", " “", "-"))):
            break
        form = page.forms[k]
        if k in page.cues or k in page.timed or form in _STOPS or (k in page.inside_name and _person_at(page, k)):
            break
        if page.v.is_finite(form) and not is_title(page, words, form):
            break
        k -= 1
    starts = _title_starts(page, words, k + 1, i - 1)
    return list(pairwise((*starts, i)))


def _person_at(page: Page, i: int) -> bool:
    return any(i - n in page.names and page.names[i - n][1].type == "PER" for n in range(6))


def _after(page: Page, words: CastWords, after: int) -> list[tuple[int, int]]:
    """The title in apposition that begins at word `after`, half-open; none where there is none."""
    if after >= len(page.forms) or (page.gaps[after] != " " and page.gaps[after] not in _COMMAS):
        return []
    if not is_title(page, words, page.forms[after]) or (page.gaps[after] == " " and after in page.names):
        return []
    k = after + 1
    while k < min(len(page.forms), after + _REACH):
        form = page.forms[k]
        if page.gaps[k] not in (" ", ' "', " «") or k in page.cues or k in page.timed or form in _STOPS:
            break
        if page.v.is_finite(form) and not is_title(page, words, form):
            break
        k += 1
    return [(after, k)]


def _sketch(page: Page, words: CastWords, first: int, after: int) -> Sketch:
    return words.sketch([bare_at(page, first, True, words), *page.forms[first + 1 : after]], named=True)


def _of_body(page: Page, words: CastWords, i: int, after: int, name: Name) -> Iterator[Bearer]:
    """An organisation by the first word of its name, by the class noun before it, and by those of its listed names."""
    taken = page.prose.fold_at(name.start) - page.words[i].start
    form = page.forms[i]
    form = "ال" + form[taken + 1 :] if form.startswith("لل", taken) and len(form) > 4 else form[taken:]
    forms = [form, *page.forms[i + 1 : after]]
    if after < len(page.forms) and not page.gaps[after].strip(' "»”'):
        follows = words.mark(page.forms[after])
        if follows.startswith("@"):
            forms.append(page.forms[after])
    yield Bearer(words.sketch(forms), name.actor or "", i)
    if i and not page.gaps[i].strip(' "«“#'):
        before = bare_at(page, i - 1, False, words)
        if plain(before) in words.classes:
            yield Bearer(words.sketch([before, *forms]), name.actor or "", i)
            return
    for head in words.listed.get(name.actor or "", ()):
        yield Bearer(words.sketch([head, *forms]), name.actor or "", i)


class Introduced:
    """Those whom one article introduces; each list is found when it is first asked for."""

    def __init__(self, page: Page, words: CastWords) -> None:
        self._page, self._words = page, words
        self._persons: list[Bearer] | None = None
        self._bodies: list[Bearer] | None = None

    def persons(self) -> list[Bearer]:
        """The persons whom the article names, by each title that it gives them, in order."""
        if self._persons is None:
            self._persons = _introduced_persons(self._page, self._words)
        return self._persons

    def bodies(self) -> list[Bearer]:
        """The organisations that the article names, by their heads and the class nouns that it gives them, in order."""
        if self._bodies is None:
            self._bodies = _introduced_bodies(self._page, self._words)
        return self._bodies


def _introduced_persons(page: Page, words: CastWords) -> list[Bearer]:
    out: list[Bearer] = []
    for i, (after, name) in page.names.items():
        if name.type == "PER" and name.actor is not None:
            titles = (*_before(page, words, i), *_after(page, words, after))
            out.extend(Bearer(_sketch(page, words, first, end), name.actor, i) for first, end in titles)
    return out


def _introduced_bodies(page: Page, words: CastWords) -> list[Bearer]:
    out: list[Bearer] = []
    met: set[tuple[str, str]] = set()
    for i, (after, name) in page.names.items():
        if name.type == "ORG" and name.actor is not None and (name.text, page.forms[i - 1]) not in met:
            met.add((name.text, page.forms[i - 1]))
            out.extend(_of_body(page, words, i, after, name))
    return out
