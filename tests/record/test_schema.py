from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from handmade import entries, reconciled

from isnad.model.record import Verdict, anchor_of
from isnad.record import Record, describe
from isnad.record.schema import TABLES
from isnad.record.views import VIEWS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "record-schema.md"


@pytest.fixture
def plain(tmp_path: Path) -> sqlite3.Connection:
    """A record opened as any other program would open it."""
    figure = entries()[0].reading.figures[0]
    with Record.create(tmp_path / "r") as record:
        record.add(entries())
        record.set_reconciled(reconciled())
        sha = entries()[0].document.sha256
        record.set_verdicts([Verdict(anchor_of(sha, "figures", figure.start, figure.end), "wrong", "العدد")])
    connection = sqlite3.connect(tmp_path / "r")
    connection.row_factory = sqlite3.Row
    return connection


def test_the_reference_is_up_to_date() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == describe(), (
        "write it anew: python -c 'from isnad.record import describe; print(describe(), end=\"\")' > " + REFERENCE.name
    )


def test_every_table_and_column_is_described(plain: sqlite3.Connection) -> None:
    names = {r[0] for r in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {n for n in names if not n.startswith("search")} == {t.name for t in TABLES}
    for table in TABLES:
        held = [r["name"] for r in plain.execute(f"PRAGMA table_info({table.name})")]
        assert held == [c.name for c in table.columns]
        assert all(c.note for c in table.columns)


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_views_give_rows_without_our_functions(plain: sqlite3.Connection, view: str) -> None:
    rows = plain.execute(f"SELECT * FROM {view}").fetchall()
    assert rows, view
    columns = set(rows[0].keys())
    if view not in ("v_documents", "v_origins", "v_comparisons"):
        assert {"outlet", "day", "document", "quote", "start", "end"} <= columns
    assert "rule" in columns or view in ("v_documents", "v_oddities")


def test_quotes_are_the_text_in_plain_sql(plain: sqlite3.Connection) -> None:
    for table in ("names", "times", "statements", "statement_parts", "voices", "figures", "commitments", "timeline"):
        query = f"""SELECT count(*), sum(i.quote = substr(d.text, i.start + 1, i."end" - i.start))
            FROM {table} i JOIN documents d USING (document)"""
        rows, right = plain.execute(query).fetchone()
        assert rows and rows == right, table


def test_what_a_view_says(plain: sqlite3.Connection) -> None:
    first, second, third = plain.execute("SELECT * FROM v_statements").fetchall()
    assert first["who"] == "سالم الغانم" and first["force"] == "announce" and first["said_on_value"] == "2021-12-07"
    assert second["chain"] == "صحيفة الضفاف ← مصدر في الهيئة" and second["who"] == "مصدر في الهيئة"
    assert third["who"] == "سالم الغانم" and third["speaker"] == "الغانم" and third["day"] == "2022-03-01"
    figure = plain.execute("SELECT * FROM v_figures").fetchone()
    assert (figure["verdict"], figure["note"]) == ("wrong", "العدد")
    assert figure["measures"] == "unit:عامل" and figure["place"] == "الموقع"
    comparison = plain.execute("SELECT * FROM v_comparisons").fetchone()
    assert (comparison["value_a"], comparison["value_b"], comparison["outlet_a"]) == (250, 250, "الضفاف")
    deadline = plain.execute("SELECT * FROM v_deadlines WHERE replaces = 'd1'").fetchone()
    assert deadline["quote"].startswith("الموعد تأجل")


def test_nothing_of_the_run_is_stored(plain: sqlite3.Connection) -> None:
    values = {r["key"] for r in plain.execute("SELECT key FROM meta")}
    assert values == {"dossier", "index", "reconciled"}
