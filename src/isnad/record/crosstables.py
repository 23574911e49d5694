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


ACTORS = Table(
    "actors",
    "Actors joined across articles.",
    (
        text("actor", "the dossier's id, or one made from the fullest name", True),
        _PLACE,
        text("name", "its name", True),
        text("kind", "person, organisation, state, group or place", True),
        text("variants", "spellings, most frequent first (JSON array)", True),
        integer("from_dossier", "1: the dossier names it", True),
        text("country", "ISO 3166 alpha-2"),
        _RULE,
    ),
    ("actor",),
)
ACTOR_MENTIONS = Table(
    "actor_mentions",
    "Where each actor is mentioned.",
    (text("actor", "id of the actor", True), _PLACE, *_item()),
    ("actor", "position"),
    (("document", "layer", "item"),),
)
ORIGINS = Table(
    "origins",
    "Reports that several documents copy or rewrite.",
    (text("origin", "id", True), _PLACE, text("agency", "the wire that one of them credits"), _RULE),
    ("origin",),
)
ORIGIN_DOCUMENTS = Table(
    "origin_documents",
    "The documents of each origin.",
    (
        text("origin", "id of the origin", True),
        _PLACE,
        text("document", "id of the document", True),
        text("kind", "first, copy or rewrite", True),
        Column("similarity", "REAL", "share of its word shingles that stand in the first one, 0 to 1", True),
    ),
    ("origin", "position"),
    (("document",),),
)
MEASURES = Table(
    "measures",
    "What figures of several articles count.",
    (
        text("measure", "the dossier's id, or one made from unit, population and place", True),
        _PLACE,
        text("title_ar", "title in Arabic", True),
        text("title_en", "title in English", True),
        integer("from_dossier", "1: the dossier names it", True),
    ),
    ("measure",),
)
MEASURE_FIGURES = Table(
    "measure_figures",
    "The figures of each measure.",
    (
        text("measure", "id of the measure", True),
        _PLACE,
        *_item(),
        *days("day", "it speaks of"),
        text("place", "where"),
        text("population", "whose"),
        text("origin", "id of its document's origin"),
    ),
    ("measure", "position"),
    (("document", "layer", "item"),),
)
COMPARISONS = Table(
    "comparisons",
    "Two figures of one measure side by side; the first stands in the earlier article.",
    (
        text("measure", "id of the measure", True),
        _PLACE,
        *_item("_a"),
        *_item("_b"),
        text("relation", "same, compatible, changed, other_scope, conflict or not_comparable", True),
        text("reason_ar", "why, in Arabic", True),
        text("reason_en", "why, in English", True),
        _RULE,
    ),
    ("measure", "position"),
    (("relation",),),
)
TIMELINE = Table(
    "timeline",
    "What is dated, in order.",
    (
        text("entry", "id", True),
        _PLACE,
        text("value", "TIMEX3 value as far as known", True),
        text("earliest", "first day it may have been (ISO 8601)", True),
        text("latest", "last day it may have been (ISO 8601)", True),
        text("document", "id of the document quoted", True),
        *quoted("the words"),
        text("kind", "event, statement, phase or deadline", True),
        text("phase", "id of the dossier's phase"),
        _RULE,
    ),
    ("entry",),
    (("earliest",),),
)
TIMELINE_ITEMS = Table(
    "timeline_items",
    "Everything that reports an entry of the timeline.",
    (text("entry", "id of the entry", True), _PLACE, *_item()),
    ("entry", "position"),
)
DEADLINES = Table(
    "deadlines",
    "The ledger of commitments with a due date.",
    (
        text("deadline", "id", True),
        _PLACE,
        *_item(),
        text("subject", "what it is about", True),
        *days("due", "on which it falls due"),
        text("made_on", "day it was made (ISO 8601)"),
        text("replaces", "id of the deadline it re-dates"),
        text("restates", "id of the deadline it repeats"),
        _RULE,
    ),
    ("deadline",),
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
