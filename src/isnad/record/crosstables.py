"""The tables of what stands across articles, of corrections, and of the record itself."""

from __future__ import annotations

from isnad.record.columns import Column, Table, days, integer, quoted, text

_RULE = text("rule", "the rule that made it")
_PLACE = integer("position", "order, from 0", True)


def _item(suffix: str = "") -> tuple[Column, ...]:
    return (
        text(f"document{suffix}", "id of the document", True),
        text(f"layer{suffix}", "table of the item", True),
        integer(f"item{suffix}", "the item's position in that table and document", True),
    )


def _listed(name: str, note: str, id: Column, *columns: Column, index: tuple[str, ...] = ()) -> Table:
    """A table of things in order, each with an id of its own."""
    return Table(name, note, (id, _PLACE, *columns), (id.name,), (index,) if index else ())


def _members(name: str, note: str, whole: str, *columns: Column, index: tuple[str, ...] = ()) -> Table:
    """A table of what belongs, in order, to each `whole` of another table."""
    of = text(whole, f"id of the {whole}", True)
    return Table(name, note, (of, _PLACE, *columns), (whole, "position"), (index,) if index else ())


_AT_ITEM = ("document", "layer", "item")

ACTORS = _listed(
    "actors",
    "Actors joined across articles.",
    text("actor", "the dossier's id, or one made from the fullest name", True),
    text("name", "its name", True),
    text("kind", "person, organisation, state, group or place", True),
    text("variants", "spellings, most frequent first (JSON array)", True),
    integer("from_dossier", "1: the dossier names it", True),
    text("country", "ISO 3166 alpha-2"),
    _RULE,
)
ACTOR_MENTIONS = _members("actor_mentions", "Where each actor is mentioned.", "actor", *_item(), index=_AT_ITEM)
ORIGINS = _listed(
    "origins",
    "Reports that several documents copy or rewrite.",
    text("origin", "id", True),
    text("agency", "the wire that one of them credits"),
    _RULE,
)
ORIGIN_DOCUMENTS = _members(
    "origin_documents",
    "The documents of each origin.",
    "origin",
    text("document", "id of the document", True),
    text("kind", "first, copy or rewrite", True),
    Column("similarity", "REAL", "share of its word shingles that stand in the first one, 0 to 1", True),
    index=("document",),
)
MEASURES = _listed(
    "measures",
    "What figures of several articles count.",
    text("measure", "the dossier's id, or one made from unit, population and place", True),
    text("title_ar", "title in Arabic", True),
    text("title_en", "title in English", True),
    integer("from_dossier", "1: the dossier names it", True),
)
MEASURE_FIGURES = _members(
    "measure_figures",
    "The figures of each measure.",
    "measure",
    *_item(),
    *days("day", "it speaks of"),
    text("place", "where"),
    text("population", "whose"),
    text("origin", "id of its document's origin"),
    index=_AT_ITEM,
)
COMPARISONS = _members(
    "comparisons",
    "Two figures of one measure side by side; the first stands in the earlier article.",
    "measure",
    *_item("_a"),
    *_item("_b"),
    text("relation", "same, compatible, changed, other_scope, conflict or not_comparable", True),
    text("reason_ar", "why, in Arabic", True),
    text("reason_en", "why, in English", True),
    _RULE,
    index=("relation",),
)
TIMELINE = _listed(
    "timeline",
    "What is dated, in order.",
    text("entry", "id", True),
    text("value", "TIMEX3 value as far as known", True),
    text("earliest", "first day it may have been (ISO 8601)", True),
    text("latest", "last day it may have been (ISO 8601)", True),
    text("document", "id of the document quoted", True),
    *quoted("the words"),
    text("kind", "event, statement, phase or deadline", True),
    text("phase", "id of the dossier's phase"),
    _RULE,
    index=("earliest",),
)
TIMELINE_ITEMS = _members("timeline_items", "Everything that reports an entry of the timeline.", "entry", *_item())
DEADLINES = _listed(
    "deadlines",
    "The ledger of commitments with a due date.",
    text("deadline", "id", True),
    *_item(),
    text("subject", "what it is about", True),
    *days("due", "on which it falls due"),
    text("made_on", "day it was made (ISO 8601)"),
    text("replaces", "id of the deadline it re-dates"),
    text("restates", "id of the deadline it repeats"),
    _RULE,
)
VERDICTS = Table(
    "verdicts",
    "A person's corrections, kept by anchor through every re-run, also where the item is gone.",
    (
        text("anchor", "the item's anchor", True),
        text("verdict", "right, wrong, unsure, or as the person wrote it", True),
        text("note", "remark", True),
    ),
    ("anchor",),
)
META = Table(
    "meta",
    "What the record says of itself: dossier, state of the items across articles, version of the search index.",
    (text("key", "name", True), text("value", "value", True)),
    ("key",),
)

#: The tables that `set_reconciled` fills, in the order they are filled.
CROSS_TABLES = (
    ACTORS,
    ACTOR_MENTIONS,
    ORIGINS,
    ORIGIN_DOCUMENTS,
    MEASURES,
    MEASURE_FIGURES,
    COMPARISONS,
    TIMELINE,
    TIMELINE_ITEMS,
    DEADLINES,
)
