"""Full-text search: words into a query that cannot break, hits with snippets in the article's own offsets."""

from __future__ import annotations

import itertools
import re
import sqlite3
from typing import Any, NamedTuple

import msgspec

from isnad.lexicon.load import Lexicons
from isnad.lexicon.spellings import Spellings
from isnad.model.span import Span
from isnad.text.fold import fold, fold_word
from isnad.text.prose import Prose
from isnad.text.stem import stem, stems_to_find
from isnad.text.words import split_words

_TERM = re.compile(r'["“”„‟«]([^"“”„‟«»]*)["“”„‟»]|([^\s"“”„‟«»]+)')
_CLITICS = r"(?:[وف]?(?:لل|[بك]?ال|[بلك])?)"
_BEFORE, _WINDOW = 8, 30  #: words of a snippet before its first match, and in all
_MOST_PHRASES = 64
_MOST_TERMS = 32

_QUERY = """SELECT d.document, d.outlet, coalesce(d.day, d.day_earliest), d.title, d.text, f.score
FROM (SELECT rowid AS number, bm25(search, 3.0, 1.0) AS score FROM search WHERE search MATCH ?) f
JOIN documents d USING (number)
ORDER BY f.score, coalesce(d.day, d.day_earliest) IS NULL, coalesce(d.day, d.day_earliest), d.document LIMIT ?"""


class Hit(msgspec.Struct, frozen=True):
    """An article that holds the words. snippet: a span of its text (None: it is empty); words: those found inside it.

    day: of publication, ISO 8601, as far as known. score: higher is better, comparable within one search only.
    """

    document: str
    outlet: str | None
    day: str | None
    title: str | None
    snippet: Span | None
    words: tuple[Span, ...]
    score: float


class _Term(NamedTuple):
    """One word or phrase of a query: what may stand at each of its places, as folded words and as stems."""

    words: tuple[str, ...]
    stems: tuple[frozenset[str], ...]
    prefix: bool

    def holds(self, at: int, form: str, stemmed: str) -> bool:
        if self.prefix:
            return form.startswith(self.words[0])
        return form == self.words[at] or stemmed in self.stems[at]


class Searcher:
    """Searches one record."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        groups = [tuple(fold_word(f) for f in s.forms) for s in Lexicons().load("spellings", Spellings).spelling]
        self._others = {form: tuple(o for o in group if o != form) for group in groups for form in group}
        forms = "|".join(sorted(map(re.escape, self._others), key=lambda f: (-len(f), f)))
        self._spelled = re.compile(f"({_CLITICS})({forms})(.*)", re.DOTALL)

    def find(self, words: str, limit: int) -> list[Hit]:
        """The best `limit` articles that hold every word of the query; none for a query without words."""
        terms = self._terms(words)
        if not terms or limit < 1:
            return []
        query = " AND ".join(_match(t) for t in terms)
        rows: list[tuple[Any, ...]] = self._sql.execute(_QUERY, (query, limit)).fetchall()
        return [_hit(row, terms) for row in rows]

    def _terms(self, query: str) -> list[_Term]:
        out = []
        for m in _TERM.finditer(query):
            raw = m.group(1) if m.group(1) is not None else m.group(2)
            words = tuple(w.form.casefold() for w in split_words(fold(raw).text))
            if words:
                prefix = m.group(2) is not None and raw.endswith("*") and len(words) == 1
                out.append(_Term(words, tuple(self._stems(w) for w in words), prefix))
        return list(dict.fromkeys(out))[:_MOST_TERMS]

    def _stems(self, word: str) -> frozenset[str]:
        found = set(stems_to_find(word))
        m = self._spelled.fullmatch(word)
        if m is not None:
            for other in self._others[m.group(2)]:
                found.update(stems_to_find(m.group(1) + other + m.group(3)))
        return frozenset(found)


def _match(term: _Term) -> str:
    """The FTS5 expression of a term. Only letters and digits reach it, always inside quotation marks."""
    exact = f'folded : "{" ".join(term.words)}"'
    if term.prefix:
        return f"{exact} *"
    choices = [[w, *sorted(s - {w})] for w, s in zip(map(stem, term.words), term.stems, strict=True)]
    most = max(map(len, choices))
    while most > 1 and most ** len(choices) > _MOST_PHRASES and len(choices) > 1:
        most -= 1
    phrases = itertools.product(*(c[:most] for c in choices))
    stemmed = " OR ".join(f'"{" ".join(p)}"' for p in phrases)
    return f"({exact} OR stem : ({stemmed}))"


def _found(prose: Prose, terms: list[_Term]) -> list[tuple[int, int, int]]:
    """(first word, one past the last, term) of each place where a term stands, in order."""
    forms = [w.form.casefold() for w in prose.words]
    stemmed = [stem(f) for f in forms]
    out = []
    for number, term in enumerate(terms):
        size = len(term.words)
        for i in range(len(forms) - size + 1):
            if all(term.holds(k, forms[i + k], stemmed[i + k]) for k in range(size)):
                out.append((i, i + size, number))
    return sorted(out)


def _hit(row: tuple[Any, ...], terms: list[_Term]) -> Hit:
    document, outlet, day, title, text, score = row
    prose = Prose(text)
    found = _found(prose, terms)
    snippet, words = None, []
    if prose.words:
        first = _best(found)
        start, end = _window(prose, first)
        snippet = prose.span(start, end)
        for i, j, _ in found:
            a, b = prose.words[i].start, prose.words[j - 1].end
            if start <= a and b <= end:
                words.append(prose.span(a, b))
    return Hit(document, outlet, day, title, snippet, tuple(words), -score)


def _best(found: list[tuple[int, int, int]]) -> int:
    """The word at which the window with most different terms begins (0 where only the title holds them)."""
    best, most = 0, 0
    for k, (i, _, _) in enumerate(found):
        terms = {t for at, last, t in found[k : k + _WINDOW] if last <= i + _WINDOW - _BEFORE}
        if len(terms) > most:
            best, most = i, len(terms)
    return best


def _window(prose: Prose, word: int) -> tuple[int, int]:
    """Folded offsets of some words around `word`, within its paragraph unless that is short."""
    words = prose.words
    first, last = max(0, word - _BEFORE), min(len(words), word - min(word, _BEFORE) + _WINDOW)
    start, end = words[first].start, words[last - 1].end
    paragraph = prose.paragraph_at(words[word].start)
    return max(start, paragraph[0]), max(end if end <= paragraph[1] else paragraph[1], words[word].end)
