"""The tables of one article's items. Every quote equals the document's text from start to end, in code points."""

from __future__ import annotations

from isnad.record.columns import Column, Table, days, integer, number, quoted, span, text, when

_DOCUMENT = text("document", "id of the document", True)
_POSITION = integer("position", "place within its layer, from 0", True)
_RULE = text("rule", "the rule or lexicon entry that found it")
_ANCHOR = text("anchor", "name that outlives re-runs: text hash, layer and offsets", True)
_WORD = (
    text("voice", "on whose word it stands: statement or article"),
    text("statement", "id of that statement within the document"),
    _RULE,
)
_OF_STATEMENT = (_DOCUMENT, integer("statement", "the statement's position in its document", True))


def _layer(name: str, note: str, quote: str, *columns: Column) -> Table:
    head = (_DOCUMENT, _POSITION, _ANCHOR, *quoted(quote))
    return Table(name, note, (*head, *columns), ("document", "position"))


DOCUMENTS = Table(
    "documents",
    "One row per article, with its text as it came in.",
    (
        text("document", "id of the document", True),
        integer("number", "order of arrival, from 1; the row of the search index", True),
        text("path", "file it was taken from, as the user named it", True),
        text("sha256", "SHA-256 of the text in UTF-8", True),
        text("source_sha256", "SHA-256 of the file (or JSON line) the text was taken from", True),
        text("outlet", "who published it"),
        text("title", "headline"),
        text("author", "byline"),
        text("agency", "wire credit for the whole article"),
        text("genre", "wire, report, opinion, communique or interview"),
        text("url", "address given with it"),
        text("day", "day of publication where it is known"),
        *days("day", "on which it may have been published"),
        text("day_basis", "who says so: given, page, text or none"),
        integer("characters", "length of the text in code points", True),
        text("read_with", "version of Isnad and of the lexicons that read it", True),
        text("notes", "repairs and doubts, one a line"),
        text("text", "the article, never changed", True),
    ),
    ("document",),
    (("number",), ("day", "document")),
    rowid=True,
)

READINGS = Table(
    "readings",
    "The exact reading of each document as JSON (isnad.reading/1), from which it is restored to the letter.",
    (
        _DOCUMENT,
        text("sha256", "SHA-256 of document_json, a line feed, and reading_json", True),
        text("document_json", "what its carrier said of it, without the text", True),
        text("reading_json", "the reading", True),
    ),
    ("document",),
    rowid=True,
)

NAMES = _layer(
    "names",
    "Mentions of persons, organisations and places.",
    "the name as written",
    text("type", "PER, ORG or LOC", True),
    text("actor", "id shared by all mentions of one actor within the document"),
    _RULE,
)

TIMES = _layer(
    "times",
    "Expressions on the calendar (TIMEX3).",
    "the expression as written",
    text("type", "DATE, DURATION, SET or TIME", True),
    text("value", "TIMEX3 value (ISO 8601 with its extensions)", True),
    text("mod", "START, MID, END or APPROX"),
    text("earliest", "first day meant (ISO 8601, inclusive)"),
    text("latest", "last day meant (ISO 8601, inclusive)"),
    text("until", "day or interval by which a period or deadline ends"),
    text("relative_to", "what the value was counted from: published or text"),
    _RULE,
)

STATEMENTS = _layer(
    "statements",
    "Who said what: one row per content.",
    "from the first to the last word of the content",
    text("id", "id within the document", True),
    text("cue", "the words that mark reporting; parts joined by …", True),
    text("content", "what was said; parts joined by …", True),
    text("mode", "direct, indirect or mixed", True),
    text("form", "clause, masdar or quote", True),
    text(
        "force", "say, announce, claim, deny, warn, promise, demand, accuse, estimate, threaten, confirm or admit", True
    ),
    *span("speaker", "the innermost voice as written; empty where unsure"),
    text("speaker_actor", "the speaker's actor id within the document"),
    integer("speaker_explicit", "1: written with this statement; 0: an earlier mention it stands for"),
    text("chain", "every voice written, outermost first, joined by ←; see voices"),
    *span("via", "the document or channel it was made in"),
    *span("addressee", "who was spoken to"),
    *when("said_on", "when it was said, as written", "on which it was said"),
    _RULE,
)

STATEMENT_PARTS = Table(
    "statement_parts",
    "The pieces of each statement's cue and content.",
    (
        *_OF_STATEMENT,
        text("part", "cue or content", True),
        integer("position", "order within the part, from 0", True),
        *quoted("the words"),
    ),
    ("document", "statement", "part", "position"),
)

VOICES = Table(
    "voices",
    "The chain of each statement, link by link.",
    (
        *_OF_STATEMENT,
        integer("position", "0 is the outermost voice; the last one is the speaker", True),
        *quoted("the voice as written"),
        text("role", "outlet, agency, document, channel, person, organisation or anonymous", True),
        text("actor", "its actor id within the document"),
        *span("cue", "the words that make it a voice"),
    ),
    ("document", "statement", "position"),
)

FIGURES = _layer(
    "figures",
    "Counted and measured quantities.",
    "the number as written",
    number("value", "the number; empty for a range or a vague quantity"),
    number("low", "least value its bound allows; empty where open"),
    number("high", "greatest value its bound allows; empty where open"),
    text("approx", "exact, about, more_than, less_than, at_least, at_most, range or vague", True),
    *span("unit", "the thing counted as written; % for percentages"),
    text("currency", "ISO 4217"),
    *span("of", "whose, as written"),
    *span("place", "where, as written"),
    *when("time", "when, as written", "it speaks of"),
    *span("part_of", "the number of the figure that it is part of, as written"),
    *span("updates", "the number of the earlier figure that it brings up to date, as written"),
    *_WORD,
)

EVENTS = _layer(
    "events",
    "What is reported to have happened, to be happening, or to be planned.",
    "the words that name the event",
    text("type", "kind of event", True),
    text("modality", "happened, ongoing, planned, denied, demanded or possible", True),
    text("who", "who did it, joined by ·"),
    text("whom", "to whom, joined by ·"),
    *span("place", "where, as written"),
    *when("time", "when, as written", "on which it happened"),
    text("claimed_by", "who claimed it, joined by ·"),
    text("attributed_to", "to whom it was attributed, joined by ·"),
    text("denied_by", "who denied it, joined by ·"),
    *_WORD,
)

COMMITMENTS = _layer(
    "commitments",
    "Promises, plans, obligations and announced deadlines.",
    "the commitment as written",
    *span("who", "who is bound"),
    *span("what", "to what"),
    text("due", "TIMEX3 value of the day it falls due"),
    *days("due", "on which it falls due"),
    *span("condition", "under which condition"),
    *_WORD,
)

POSITIONS = _layer(
    "positions",
    "Where an actor stands on a question of the dossier.",
    "the words that show it",
    text("actor", "actor id within the document"),
    *span("holder", "who holds it, as written"),
    text("question", "id of the question", True),
    text("stance", "one of the question's stances", True),
    *span("condition", "under which condition"),
    text("reasons", "the reasons given, joined by ·"),
    *_WORD,
)

ODDITIES = _layer(
    "oddities",
    "What a careful reader would flag in the text itself.",
    "the words",
    text("kind", "kind of oddity", True),
    text("note", "what is odd about it"),
)

#: The tables filled from one document, in the order they are filled.
ITEM_TABLES = (
    NAMES,
    TIMES,
    STATEMENTS,
    STATEMENT_PARTS,
    VOICES,
    FIGURES,
    EVENTS,
    COMMITMENTS,
    POSITIONS,
    ODDITIES,
)
