"""Plain views: each row with its outlet, day, words, offsets, rule, and what a person said of it."""

from __future__ import annotations

_SOURCE = 'd.outlet, coalesce(d.day, d.day_earliest) AS day, i.document, i.quote, i.start, i."end"'
_TAIL = "i.rule, i.anchor, r.verdict, r.note"
_JOIN = "JOIN documents d USING (document) LEFT JOIN verdicts r USING (anchor)"
_ORDER = "ORDER BY coalesce(d.day, d.day_earliest) IS NULL, coalesce(d.day, d.day_earliest), i.document, i.position"


def _actor(column: str) -> str:
    """The record's name for an actor of one document."""
    return f"""(SELECT a.name FROM names n
     JOIN actor_mentions m ON m.document = n.document AND m.layer = 'names' AND m.item = n.position
     JOIN actors a ON a.actor = m.actor
     WHERE n.document = i.document AND n.actor = i.{column} LIMIT 1)"""


def _items(table: str, columns: str, rule: str = _TAIL) -> str:
    return f"SELECT {_SOURCE},\n  {columns},\n  {rule}\nFROM {table} i {_JOIN}\n{_ORDER}"


def _reference(alias: str, table: str) -> str:
    """The quoted item behind a reference of another table."""
    side = f"_{alias}" if alias in ("a", "b") else ""
    return (
        f"JOIN {table} {alias} ON {alias}.document = x.document{side} AND {alias}.position = x.item{side} "
        f"AND x.layer{side} = '{table}' "
        f"JOIN documents d{alias} ON d{alias}.document = {alias}.document"
    )


#: name: (what it shows, query)
VIEWS: dict[str, tuple[str, str]] = {
    "v_documents": (
        "The articles without their text, with the number of items found in each.",
        """SELECT d.document, d.outlet, coalesce(d.day, d.day_earliest) AS day, d.day_earliest, d.day_latest,
  d.day_basis, d.title, d.author, d.agency, d.genre, d.path, d.url, d.characters,
  (SELECT count(*) FROM statements s WHERE s.document = d.document) AS statements,
  (SELECT count(*) FROM figures f WHERE f.document = d.document) AS figures,
  (SELECT count(*) FROM times t WHERE t.document = d.document) AS times,
  (SELECT count(*) FROM names n WHERE n.document = d.document) AS names,
  d.read_with, d.sha256
FROM documents d ORDER BY coalesce(d.day, d.day_earliest) IS NULL, coalesce(d.day, d.day_earliest), d.document""",
    ),
    "v_statements": (
        "Who said what, with the chain of voices.",
        _items(
            "statements",
            f"coalesce({_actor('speaker_actor')}, i.speaker) AS who, i.speaker, i.chain, i.force, i.mode, i.content, "
            "i.cue, i.via, i.said_on_value",
        ),
    ),
    "v_figures": (
        "Figures with their bounds, scope and measure.",
        _items(
            "figures",
            "i.value, i.low, i.high, i.approx, i.unit, i.currency, i.of, i.place, i.time, i.time_value, i.voice, "
            "i.statement,\n  (SELECT group_concat(m.measure, ' · ') FROM measure_figures m "
            "WHERE m.document = i.document AND m.layer = 'figures' AND m.item = i.position) AS measures",
        ),
    ),
    "v_times": (
        "Expressions on the calendar with their values.",
        _items("times", "i.type, i.value, i.mod, i.earliest, i.latest, i.until, i.relative_to"),
    ),
    "v_names": ("Names with their actors.", _items("names", f"i.type, i.actor, {_actor('actor')} AS who")),
    "v_commitments": (
        "Promises, plans and obligations.",
        _items("commitments", "i.who, i.what, i.due, i.due_earliest, i.due_latest, i.condition, i.voice, i.statement"),
    ),
    "v_positions": (
        "Who stands where.",
        _items("positions", "i.holder, i.actor, i.question, i.stance, i.condition, i.reasons"),
    ),
    "v_events": (
        "Events.",
        _items(
            "events", "i.type, i.modality, i.who, i.whom, i.place, i.time_value, i.claimed_by, i.denied_by, i.voice"
        ),
    ),
    "v_oddities": ("Oddities of the texts.", _items("oddities", "i.kind", "i.note, i.anchor, r.verdict")),
    "v_timeline": (
        "What is dated, in order, with the number of items that report it.",
        """SELECT i.value, i.earliest, i.latest, i.kind, i.quote, d.outlet, coalesce(d.day, d.day_earliest) AS day,
  i.document, i.start, i."end", i.phase,
  (SELECT count(*) FROM timeline_items x WHERE x.entry = i.entry) AS reports, i.rule, i.entry
FROM timeline i JOIN documents d USING (document) ORDER BY i.position""",
    ),
    "v_deadlines": (
        "The ledger of deadlines, each with the commitment's words.",
        f"""SELECT x.deadline, x.subject, x.due_earliest, x.due_latest, x.made_on, x.replaces, x.restates,
  dc.outlet, coalesce(dc.day, dc.day_earliest) AS day, c.document, c.quote, c.start, c."end", x.rule, c.anchor
FROM deadlines x {_reference("c", "commitments")} ORDER BY x.position""",
    ),
    "v_origins": (
        "Which documents copy or rewrite one report.",
        """SELECT o.origin, o.agency, c.kind, c.similarity, d.outlet, coalesce(d.day, d.day_earliest) AS day,
  d.document, d.title, o.rule
FROM origins o JOIN origin_documents c USING (origin) JOIN documents d USING (document)
ORDER BY o.position, c.position""",
    ),
    "v_comparisons": (
        "Figures of one measure side by side.",
        f"""SELECT x.measure, x.relation, x.reason_ar, x.reason_en,
  da.outlet AS outlet_a, coalesce(da.day, da.day_earliest) AS day_a, a.document AS document_a, a.quote AS quote_a,
  a.start AS start_a, a."end" AS end_a, a.value AS value_a,
  db.outlet AS outlet_b, coalesce(db.day, db.day_earliest) AS day_b, b.document AS document_b, b.quote AS quote_b,
  b.start AS start_b, b."end" AS end_b, b.value AS value_b, x.rule
FROM comparisons x {_reference("a", "figures")} {_reference("b", "figures")} ORDER BY x.measure, x.position""",
    ),
}
