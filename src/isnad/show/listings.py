"""What `isnad show` lists: the same values as the report, as plain rows that a terminal or JSON can carry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from isnad.errors import RecordError
from isnad.model.dossier import Label
from isnad.model.record import RecordSource
from isnad.show.articles import item_rows
from isnad.show.deadlines import deadline_lines
from isnad.show.figures import measure_views, other_figures
from isnad.show.measured import load_measured
from isnad.show.origins import count_origins, origin_rows
from isnad.show.page import Evidence, FigureRow
from isnad.show.shelf import Shelf, day_of
from isnad.show.statements import statement_rows
from isnad.show.timeline import timeline_years
from isnad.show.words import UNKNOWN, noun, word

Lang = Literal["ar", "en"]
Value = str | int | float | bool | None | list[str] | list[float | int]


class Column(msgspec.Struct, frozen=True):
    """A column: its key in the data, its heading, and whether its words may be cut where a terminal is narrow."""

    key: str
    title: Label
    long: bool = False


class Listing(msgspec.Struct, frozen=True):
    """A table. rows: one mapping per row, in the record's order, with at least the columns' keys; None is unknown."""

    title: Label
    columns: tuple[Column, ...]
    rows: tuple[dict[str, Value], ...]


def _column(key: str, ar: str, en: str, long: bool = False) -> Column:
    return Column(key, Label(ar, en), long)


_DAY = _column("day", "اليوم", "Day")
_OUTLET = _column("outlet", "الناشر", "Outlet")
_RULE = _column("rule", "القاعدة", "Rule")


def _place(evidence: Evidence) -> dict[str, Value]:
    a = evidence.article
    return {"article": a.number, "title": a.title, "outlet": a.outlet, "published": a.day}


def _anchor(evidence: Evidence) -> dict[str, Value]:
    return {"start": evidence.start, "end": evidence.end, "rule": evidence.rule}


def summary(source: RecordSource, lang: Lang = "en") -> Listing:
    """Counts, and the share of each family that was wrong when last measured."""
    shelf = Shelf(source, "none")
    rows = [_count_row(key, n, lang) for key, n in _counts(shelf)]
    for family in load_measured().family:
        title = getattr(family.title, lang)
        wrong = None if family.wrong is None else round(family.wrong, 4)
        note = Label("خطأ حين قيس آخر مرة", "wrong when last measured")
        if wrong is None:
            note = Label("لم تُقس بعد", "not measured yet")
        shown = "–" if wrong is None else f"{wrong * 100:.1f}%"
        rows.append({"what": title, "count": shown, "note": getattr(note, lang), "key": family.id, "wrong": wrong})
    columns = (_column("what", "ماذا", "What"), _column("count", "كم", "How many"), _column("note", "بيان", "Note"))
    return Listing(Label("السجل", "Record"), columns, tuple(rows))


def _counts(shelf: Shelf) -> list[tuple[str, int]]:
    readings = [e.reading for e in shelf.entries]
    views = measure_views(shelf)
    return [
        ("article", len(readings)),
        ("outlet", len({r.document.outlet for r in readings if r.document.outlet})),
        ("origin", count_origins(shelf)),
        ("statement", sum(len(r.statements) for r in readings)),
        ("figure", sum(len(r.figures) for r in readings)),
        ("deadline", len(deadline_lines(shelf))),
        ("conflict", sum(v.conflicts for v in views)),
        ("oddity", sum(len(r.oddities) for r in readings)),
        ("unnamed", sum(s.speaker is None for r in readings for s in r.statements)),
        ("undated", sum(day_of(e) is None for e in shelf.entries)),
    ]


def _count_row(key: str, n: int, lang: Lang) -> dict[str, Value]:
    special = {
        "unnamed": Label("قولا قائله غير محدد", "statements by an unknown speaker"),
        "undated": Label("مقالا بلا يوم معروف", "articles without a known day"),
    }
    label = special.get(key) or noun(n, key)
    return {"what": getattr(label, lang), "count": n, "note": "", "key": key}


def timeline(source: RecordSource, lang: Lang = "en") -> Listing:
    """Dated entries in order."""
    rows: list[dict[str, Value]] = []
    for year in timeline_years(Shelf(source, "full")):
        for row in year.rows:
            kind = row.phase or row.kind_label
            values: dict[str, Value] = {"when": getattr(row.when, lang), "kind": getattr(kind, lang)}
            values |= {"words": row.words, "reports": row.reports, "origins": row.origins}
            rows.append(values | _place(row.evidence) | _anchor(row.evidence))
    columns = (
        _column("when", "متى", "When"),
        _column("kind", "النوع", "Kind"),
        _column("words", "الكلام", "Words", long=True),
        _OUTLET,
        _column("reports", "المواضع", "Reports"),
        _column("origins", "الأصول", "Origins"),
    )
    return Listing(Label("الخط الزمني", "Timeline"), columns, tuple(rows))


def statements(source: RecordSource, lang: Lang = "en") -> Listing:
    """Statements with their chains, the publisher first, the speaker last."""
    rows: list[dict[str, Value]] = []
    for row in statement_rows(Shelf(source, "full")):
        chain: list[str] = [getattr(pill.text, lang) for pill in row.pills]
        values: dict[str, Value] = {
            "day": row.evidence.article.day,
            "speaker": row.pills[-1].text.ar if row.actor else None,
            "force": getattr(row.force_label, lang),
            "words": " … ".join(row.quote),
            "chain": chain,
            "mode": getattr(row.mode, lang),
            "via": row.via,
        }
        rows.append(values | _place(row.evidence) | _anchor(row.evidence))
    columns = (
        _DAY,
        _column("chain", "السلسلة", "Chain", long=True),
        _column("force", "الفعل", "Verb"),
        _column("words", "الكلام", "Words", long=True),
        _RULE,
    )
    return Listing(Label("الأقوال", "Statements"), columns, tuple(rows))


def figures(source: RecordSource, lang: Lang = "en") -> Listing:
    """Figures by measure, then those of none; bounds as words and as numbers."""
    shelf = Shelf(source, "full")
    rows = [
        _figure(row, view.title, lang)
        for view in measure_views(shelf)
        if view.from_dossier or len(view.rows) > 1
        for row in view.rows
    ]
    rows += [_figure(row, None, lang) for row in other_figures(shelf)]
    columns = (
        _column("measure", "المقياس", "Measure"),
        _column("value", "القيمة", "Value"),
        _column("unit", "الوحدة", "Unit"),
        _column("where", "أين", "Where"),
        _DAY,
        _column("word", "على ذمة", "On whose word", long=True),
        _OUTLET,
    )
    return Listing(Label("الأرقام", "Figures"), columns, tuple(rows))


def _figure(row: FigureRow, measure: Label | None, lang: Lang) -> dict[str, Value]:
    values: dict[str, Value] = {
        "measure": getattr(measure, lang) if measure else "–",
        "value": getattr(row.value, lang),
        "number": row.number,
        "low": row.low,
        "high": row.high,
        "bound": row.bound,
        "unit": row.unit,
        "of": row.of,
        "where": row.place,
        "part_of": getattr(row.part_of, lang, None),
        "updates": getattr(row.updates, lang, None),
        "day": row.day_iso or getattr(row.day, lang),
        "word": None if row.unsure else getattr(row.on_word, lang),
    }
    return values | _place(row.evidence) | _anchor(row.evidence)


def deadlines(source: RecordSource, lang: Lang = "en") -> Listing:
    """The ledger: each version of each deadline, re-datings after what they replace."""
    rows: list[dict[str, Value]] = []
    for number, line in enumerate(deadline_lines(Shelf(source, "full")), 1):
        for step in line.steps:
            status = word("status", "replaced") if step.replaced else line.status_label
            values: dict[str, Value] = {
                "line": number,
                "who": line.who,
                "subject": line.subject,
                "due": getattr(step.due, lang),
                "made": getattr(step.made, lang),
                "status": getattr(status, lang),
                "condition": step.condition,
            }
            rows.append(values | _place(step.evidence) | _anchor(step.evidence))
    columns = (
        _column("line", "#", "#"),
        _column("who", "من", "Who"),
        _column("subject", "بماذا", "What", long=True),
        _column("due", "الأجل", "Due"),
        _column("made", "قيل", "Made"),
        _column("status", "الحال", "Status"),
    )
    return Listing(Label("المواعيد", "Deadlines"), columns, tuple(rows))


def origins(source: RecordSource, lang: Lang = "en") -> Listing:
    """Reports that appeared more than once: each appearance, the first one first."""
    rows: list[dict[str, Value]] = []
    for number, row in enumerate(origin_rows(Shelf(source, "none")), 1):
        for copy in row.copies:
            a = copy.article
            values: dict[str, Value] = {"origin": number, "kind": getattr(copy.label, lang), "agency": row.agency}
            values |= {"similarity": copy.similarity, "article": a.number, "title": a.title}
            rows.append(values | {"outlet": a.outlet, "day": a.day, "rule": row.rule})
    columns = (
        _column("origin", "الأصل", "Origin"),
        _column("kind", "النوع", "Kind"),
        _column("similarity", "التشابه ٪", "Shared %"),
        _OUTLET,
        _DAY,
        _column("title", "العنوان", "Title", long=True),
    )
    return Listing(Label("المصادر", "Origins"), columns, tuple(rows))


def document(source: RecordSource, id: str, lang: Lang = "en") -> Listing:
    """Every item of one article, by its id or by the number it has in the report. Raises RecordError where none is."""
    shelf = Shelf(source, "full")
    entry = shelf.entry(id)
    if entry is None and id.isdigit() and 0 < int(id) <= len(shelf.entries):
        entry = shelf.entries[int(id) - 1]
    if entry is None:
        raise RecordError(
            f"no document {id!r} in this record; a document's id or its number in the report is asked for"
        )
    rows: list[dict[str, Value]] = []
    for item in item_rows(shelf, entry):
        facts = " · ".join(f"{getattr(k, lang)}: {getattr(v, lang)}" for k, v in item.facts)
        values: dict[str, Value] = {"kind": getattr(item.label, lang), "words": item.words, "facts": facts}
        rows.append(values | {"start": item.start, "end": item.end, "rule": item.rule, "verdict": item.verdict})
    head = entry.reading.document
    title = " · ".join(x for x in (head.title.value, head.outlet, day_of(entry) or getattr(UNKNOWN, lang)) if x)
    columns = (
        _column("kind", "النوع", "Kind"),
        _column("words", "الكلام", "Words", long=True),
        _column("facts", "القراءة", "Reading", long=True),
        _column("start", "من", "From"),
        _column("end", "إلى", "To"),
        _RULE,
    )
    return Listing(Label(title, title), columns, tuple(rows))


LISTINGS: dict[str, Callable[[RecordSource, Lang], Listing]] = {
    "summary": summary,
    "timeline": timeline,
    "statements": statements,
    "figures": figures,
    "deadlines": deadlines,
    "origins": origins,
}
