"""The article as a whole: its title, its author, the wire it is credited to, its genre."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.headings import Headings
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Agencies, Given, Titles
from isnad.model.document import Document
from isnad.model.reading import Author, Genre, Title
from isnad.model.span import Span
from isnad.text.fold import fold_word
from isnad.text.prose import Prose
from isnad.text.sentences import Range

_SHORTEST_TITLE, _LONGEST_TITLE = 15, 130
_LONGEST_BYLINE = 60
_DATELINE = 110
_TAIL = 260
_LINES_AFTER = 4
_BRACKET = re.compile(r"\(\s*[\"«“']?([^()\n\"«»“”']{2,30})[\"»”']?\s*\)")
_AFTER_DATELINE = re.compile(r"\s*(?:[-–—:ـ،,/]|$)")
_WORDS = re.compile(r"[^\W\d_]+(?:[ .][^\W\d_]+){0,3}")
_INNER_STOP = re.compile(r"(?<!\.)\. ")
_DATELINE_MARK = re.compile(r" ?[-–—/] | [-–—/] ?|:\s*[«\"]")
_CLOSED = re.compile(r"[.!…،,؛;:]$")
_NAME_COLON = re.compile(r"\s*((?:[^\W\d_]+\.? ?){2,5}?)\s*:\s*")
_NAME_DASH = re.compile(r"\s*((?:[^\W\d_]+ ){1,3}[^\W\d_]+) ?[-–—] ?[^\n:]{2,40}:")
_NAME_ALONE = re.compile(r"(?:[A-Za-z. ]+ ?[-–—] ?)?((?:[^\W\d_]+ ?){2,4})(?: ?[-–—/] ?[^\W\d_]+(?: [^\W\d_]+){0,2})?")
_ASKING = tuple('؟?"»” ')
_QUESTION = re.compile(r"[؟?]\s*[\"»”]?$")


class Heading(NamedTuple):
    """title: the carrier's, else the text's own first line. agency: the span of the wire credit. Absent: None."""

    title: Title
    agency: Span | None
    author: Author | None
    genre: Genre | None


def _squeezed(text: str) -> str:
    return re.sub(r"[\s.]+", "", fold_word(text)).lower()


class HeadingReader:
    """Reads the head and the end of an article; never its middle."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("headings", Headings)
        agencies = lexicons.load("agencies", Agencies)
        given = lexicons.load("given", Given)
        self._credits = {_squeezed(c) for a in agencies.agency for c in (*a.credits, *a.names) if len(c) > 1}
        self._outlets = {_squeezed(c) for a in agencies.outlet for c in a.names}
        self._given = frozenset(fold_word(f"{given.sure} {given.also} {given.foreign}").split())
        self._verbs = frozenset(fold_word(lexicons.load("titles", Titles).verbs).split()) - self._given
        bylines = "|".join(sorted((re.escape(fold_word(w)) for w in words.bylines), key=len, reverse=True))
        self._byline = re.compile(rf"({bylines})(?: ?[:/\-–—] ?| )((?:[^\W\d_]+\.? ?){{2,5}})[:.]?")
        self._opinion = frozenset(fold_word(w) for w in words.opinion)
        self._not_credits = frozenset(_squeezed(w) for w in words.not_credits)
        self._furniture = tuple(fold_word(w) for w in words.furniture)
        self._communique = tuple(fold_word(w) for w in words.communique)
        self._ordinals = tuple(fold_word(w) for w in words.ordinals)
        marks = "|".join(fold_word(w) for w in (*words.questions, *words.answers))
        self._turn = re.compile(rf"(?:{marks})\s*[:\-–—/]")

    def read(self, document: Document, prose: Prose) -> Heading:
        """The heading of `document`; `prose` is its text."""
        lines = [p for p in prose.paragraphs if prose.back[p[0]] >= document.header_end]
        author, opinion, at = self._author(document, prose, lines)
        title, at = self._title(document, prose, lines, at)
        if author is None:
            author, opinion, _ = self._text_author(prose, lines[at : at + 2])
        agency, outlet = self._agency(prose, lines, at)
        if author is None and document.author:
            author = Author(document.author, None)
        genre = self._genre(prose, lines[at:], title, opinion)
        if genre is None and agency is not None and not outlet:
            genre = "wire"
        return Heading(title, agency, author, genre or self._report(prose, lines[at:], author))

    def _author(self, document: Document, prose: Prose, lines: list[Range]) -> tuple[Author | None, bool, int]:
        """The byline of the first line. The last value: how many lines it took."""
        if document.author:
            at = document.text.find(document.author, 0, document.header_end) if document.header_end else -1
            span = Span(at, at + len(document.author), document.author) if at >= 0 else None
            return Author(document.author, span), False, 0
        author, opinion, taken = self._text_author(prose, lines[:1])
        return author, opinion, taken

    def _text_author(self, prose: Prose, lines: list[Range]) -> tuple[Author | None, bool, int]:
        for n, (start, end) in enumerate(lines):
            line = prose.text[start:end]
            found = self._byline_of(line)
            if found is not None:
                a, b, opinion = found
                span = prose.span(start + a, start + b)
                return Author(span.text, span), opinion, n + 1 if end - start <= _LONGEST_BYLINE else 0
        return None, False, 0

    def _byline_of(self, line: str) -> tuple[int, int, bool] | None:
        """Where the author's name stands in a line, and whether the byline marks an opinion."""
        if len(line) <= _LONGEST_BYLINE:
            m = self._byline.fullmatch(line)
            if m and self._is_name(m[2], loose=True):
                return m.start(2), m.start(2) + len(m[2].rstrip()), m[1] in self._opinion
            m = _NAME_COLON.fullmatch(line)
            if m and self._is_name(m[1]):
                return m.start(1), m.start(1) + len(m[1].rstrip()), True
            m = _NAME_ALONE.fullmatch(line)
            if m and self._is_name(m[1]):
                return m.start(1), m.start(1) + len(m[1].rstrip()), False
        m = _NAME_DASH.match(line, 0, _DATELINE)
        if m and self._is_name(m[1]):
            return m.start(1), m.end(1), False
        return None

    def _is_name(self, text: str, loose: bool = False) -> bool:
        words = text.replace(".", " ").split()
        if words and words[0] in ("د", "الدكتور", "الدكتوره", "ا"):
            words = words[1:]
        if text.startswith(self._communique) or not 2 <= len(words) <= 5 or any(w in self._verbs for w in words[1:]):
            return False
        return loose or words[0] in self._given or words[0] in ("عبد", "ابو", "بن")

    def _title(self, document: Document, prose: Prose, lines: list[Range], at: int) -> tuple[Title, int]:
        """The title, and the number of lines before the body."""
        if document.title is not None:
            return self._given_title(document, prose, lines, at)
        if at + 1 < len(lines):
            start, end = lines[at]
            line = prose.text[start:end]
            body = max(b - a for a, b in lines[at + 1 : at + 4])
            fits = end - start <= _LONGEST_TITLE and body > end - start and self._is_title(line)
            if fits and self._dateline(prose, start, end) is None:
                span = prose.span(start, end)
                return Title(span.text, span, "text"), at + 1
        return Title(None, None, None), at

    def _is_title(self, line: str) -> bool:
        if (
            _CLOSED.search(line)
            or len(line) < _SHORTEST_TITLE
            or len(line.split()) < 3
            or line.lstrip("-–— ").startswith(self._furniture)
        ):
            return False
        if _BRACKET.search(line) and line.rstrip().endswith(("-", "–", "—")):
            return False
        words = line.split()
        if _DATELINE_MARK.search(line) and (len(words) < 5 or line[0].isascii()):
            return False  # «الرياض – رمال الخليج»: a place and an outlet
        return _INNER_STOP.search(line) is None

    def _given_title(self, document: Document, prose: Prose, lines: list[Range], at: int) -> tuple[Title, int]:
        value = document.title or ""
        if document.title_basis == "text":
            start = document.text.find(value, 0, document.header_end)
            span = Span(start, start + len(value), value) if start >= 0 and value else None
            return Title(value, span, "text"), at
        if at < len(lines):
            start, end = lines[at]
            if prose.text[start:end].strip() == fold_word(value).strip():
                return Title(value, prose.span(start, end), document.title_basis), at + 1
        return Title(value, None, document.title_basis), at

    def _agency(self, prose: Prose, lines: list[Range], at: int) -> tuple[Span | None, bool]:
        """The wire credit in the dateline or at the end, and whether it is an outlet's own mark."""
        for start, end in lines[at : at + 3]:
            found = self._dateline(prose, start, end)
            if found is not None:
                return found
        return self._ending(prose, lines), False

    def _dateline(self, prose: Prose, start: int, end: int) -> tuple[Span, bool] | None:
        text = prose.text
        m = _BRACKET.search(text, start, min(end, start + _DATELINE))
        if m and _AFTER_DATELINE.match(text, m.end()) and "." not in text[start : m.start()]:
            name = _squeezed(m[1])
            known = name in self._credits or name in self._outlets
            place = len(text[start : m.start()].split()) <= 6 and not self._verbs & set(text[start : m.start()].split())
            dashed = text[m.end() : m.end() + 3].lstrip()[:1] in ("-", "–", "—")
            short = 0 < len(text[start : m.start()].split()) <= 8
            if place and (known or (dashed and short and self._may_credit(m[1]))):
                return prose.span(m.start(1), m.end(1)), name in self._outlets
        if end - start <= 20 and len(text[start:end]) > 1 and _squeezed(text[start:end]) in self._credits:
            return prose.span(start, end), False
        words = text[start:end].split() if end - start <= _DATELINE else []
        for size in (3, 2, 1):  # «الرياض 26 شوال 1436 هـ واس»
            tail = " ".join(words[-size:])
            if len(words) > size and _squeezed(tail) in self._credits and any(w[0].isdigit() for w in words):
                return prose.span(end - len(tail), end), False
        head = re.split(r"\s[-–—:/]|[-–—:/]\s", text[start : min(end, start + _DATELINE)], maxsplit=2)
        at = start
        for piece in head[:-1]:
            at = text.index(piece, at)
            words = piece.split()
            for size in (3, 2, 1):
                tail = " ".join(words[-size:])
                if (
                    words
                    and len(words) <= 12
                    and _squeezed(tail) in self._credits
                    and (at > start or len(words) > size)
                ):
                    a = at + piece.rindex(tail) if tail in piece else at
                    return prose.span(a, a + len(tail)), False
        return None

    def _ending(self, prose: Prose, lines: list[Range]) -> Span | None:
        text = prose.text
        for start, end in reversed(lines[-_LINES_AFTER:]):
            brackets = list(_BRACKET.finditer(text, max(start, end - _TAIL), end))
            m = brackets[-1] if brackets else None
            if m and not text[m.end() : end].strip(" .-–—/"):
                known = _squeezed(m[1]) in self._credits
                alone = not text[start : m.start()].strip(" .-–—/")
                if known or (alone and self._may_credit(m[1])):
                    return prose.span(m.start(1), m.end(1))
            line = text[start:end].strip(" .-–—/")
            if end - start <= 20 and _squeezed(line) in self._credits and len(line) > 1:
                a = start + text[start:end].index(line)
                return prose.span(a, a + len(line))
            bare = line.lstrip('«"“(')
            if not bare.startswith(self._furniture):
                return None
        return None

    def _may_credit(self, name: str) -> bool:
        """A bracketed word that no list knows may credit an agency: short, no digits, no stage direction."""
        return (
            _WORDS.fullmatch(name.strip()) is not None
            and len(name.split()) <= 3
            and _squeezed(name) not in self._not_credits
        )

    def _genre(self, prose: Prose, lines: list[Range], title: Title, opinion: bool) -> Genre | None:
        """What the article's shape says; None where it says nothing."""
        texts = [prose.text[a:b] for a, b in lines]
        turns = sum(1 for t in texts if self._turn.match(t.lstrip("-–—*• ")))
        asked = sum(1 for t in texts if len(t) < 300 and t.endswith(_ASKING) and _QUESTION.search(t))
        if turns >= 4 or (asked >= 3 and asked * 4 >= len(texts)):
            return "interview"
        head = _folded(prose, title)
        numbered = [t for t in texts if t.startswith(self._ordinals)]
        points = sum(1 for o in self._ordinals if any(t.startswith(o) for t in numbered))
        says_so = any(word in " ".join(texts[:2])[:400] for word in self._communique)
        if (
            (points >= 2 and says_so)
            or head.startswith(self._communique)
            or (texts and texts[0].startswith(self._communique))
        ):
            return "communique"
        return "opinion" if opinion else None

    def _report(self, prose: Prose, lines: list[Range], author: Author | None) -> Genre | None:
        """A report by its lead: somebody says or does something in its first lines. None where unsure."""
        if not lines:
            return None
        start, end = lines[0][0], min(lines[0][0] + 400, len(prose.text))
        words = {w[1:] if w[:1] == "و" and len(w) > 3 else w for w in prose.text[start:end].split()}
        return "report" if len(words & self._verbs) >= 1 and author is None else None


def _folded(prose: Prose, title: Title) -> str:
    """The title's folded words, from the text where it stands there."""
    if title.span is None:
        return fold_word(title.value or "")
    return prose.text[prose.fold_at(title.span.start) : prose.fold_at(title.span.end)]
