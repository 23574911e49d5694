from __future__ import annotations

import datetime as dt
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from handmade import dossier, entries, opinion, reconciled, wire
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.errors import RecordError
from isnad.model.document import Document
from isnad.model.reading import Figure, Head, Name, Published, Reading, Title
from isnad.model.record import Entry, RecordSource, Verdict, anchor_of
from isnad.record import SCHEMA_VERSION, Added, Record
from isnad.record.crossrows import cross_rows
from isnad.record.crosstables import CROSS_TABLES
from isnad.record.rows import document_row, item_rows
from isnad.record.tables import DOCUMENTS, ITEM_TABLES


def dump(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return "\n".join(connection.iterdump())
    finally:
        connection.close()


def build(path: Path) -> None:
    with Record.create(path, dossier()) as record:
        record.add(entries(), read_with="0.1")
        record.set_reconciled(reconciled())


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    build(tmp_path / "r.isnad")
    with Record.open(tmp_path / "r.isnad") as record:
        source: RecordSource = record
        assert list(source.entries()) == entries()
        assert source.entry("opinion") == opinion()
        assert source.dossier() == dossier()
        assert source.reconciled() == reconciled()
        assert source.verdicts() == {}


def test_entries_come_by_day_and_the_unknown_last(tmp_path: Path) -> None:
    with Record.create(tmp_path / "r") as record:
        record.add(reversed(entries()))
        assert [e.document.id for e in record.entries()] == ["wire", "opinion", "undated"]


def test_same_input_same_bytes_and_one_file(tmp_path: Path) -> None:
    build(tmp_path / "a")
    build(tmp_path / "b")
    assert dump(tmp_path / "a") == dump(tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_building_again_changes_no_byte(tmp_path: Path) -> None:
    build(tmp_path / "a")
    before = (tmp_path / "a").read_bytes()
    with Record.open(tmp_path / "a") as record:
        assert record.add(entries(), read_with="0.1") == Added(unchanged=3)
        record.set_dossier(dossier())
        record.set_reconciled(reconciled())
        assert not record.needs_reconciling
    assert (tmp_path / "a").read_bytes() == before


def test_items_do_not_depend_on_order_or_on_batches(tmp_path: Path) -> None:
    for name, order, batch in (("a", entries(), 200), ("b", entries()[::-1], 1)):
        with Record.create(tmp_path / name) as record:
            record.add(order, batch=batch)
    tables = [t.name for t in ITEM_TABLES]
    for table in tables:
        rows = []
        for name in "ab":
            connection = sqlite3.connect(tmp_path / name)
            rows.append(connection.execute(f"SELECT * FROM {table}").fetchall())
            connection.close()
        assert rows[0] == rows[1], table


def test_known_documents(tmp_path: Path) -> None:
    build(tmp_path / "r")
    with Record.open(tmp_path / "r") as record:
        known = record.known()
    assert list(known) == ["opinion", "undated", "wire"]
    assert known["wire"].source_sha256 == wire().document.source_sha256
    assert known["wire"].read_with == "0.1"


def test_a_changed_reading_replaces_items_and_keeps_verdicts(tmp_path: Path) -> None:
    build(tmp_path / "r")
    kept, gone = (anchor_of(wire().document.sha256, "figures", f.start, f.end) for f in wire().reading.figures)
    changed = Entry(wire().document, msgspec.structs.replace(wire().reading, figures=wire().reading.figures[:1]))
    with Record.open(tmp_path / "r") as record:
        assert record.set_verdicts([Verdict(kept, "wrong", "الرقم"), Verdict(gone, "right")]) == 2
        assert record.set_verdicts([Verdict(kept, "wrong", "الرقم")]) == 0
        assert record.orphaned() == []
        assert record.add([changed], read_with="0.2") == Added(replaced=1)
        assert record.needs_reconciling
        assert record.reconciled().deadlines == ()  # its references may point at items that are gone
        assert next(record.entries()) == changed
        assert record.verdicts() == {v.anchor: v for v in (Verdict(kept, "wrong", "الرقم"), Verdict(gone, "right"))}
        assert record.orphaned() == [Verdict(gone, "right")]
        assert record.known()["wire"].read_with == "0.2"
        assert len(list(record.figures(document="wire"))) == 1


def test_a_newer_reader_with_the_same_result_is_noted(tmp_path: Path) -> None:
    build(tmp_path / "r")
    with Record.open(tmp_path / "r") as record:
        assert record.add(entries(), read_with="0.2") == Added(unchanged=3)
        assert {k.read_with for k in record.known().values()} == {"0.2"}
        assert not record.needs_reconciling


def test_a_changed_text_is_found_and_the_old_words_are_not(tmp_path: Path) -> None:
    build(tmp_path / "r")
    text = "أعلنت البلدية خطة جديدة."
    sha = hashlib.sha256(text.encode()).hexdigest()
    doc = msgspec.structs.replace(opinion().document, text=text, sha256=sha)
    reading = Reading(msgspec.structs.replace(opinion().reading.document, sha256=sha, characters=len(text)))
    with Record.open(tmp_path / "r") as record:
        record.add([Entry(doc, reading)])
        assert [h.document for h in record.search("بلدية")] == ["opinion"]
        assert record.search("المعلق") == []


def test_interrupted_in_a_batch_leaves_the_finished_ones(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Entry]:
        yield from entries()[:2]
        raise KeyboardInterrupt

    with Record.create(tmp_path / "r") as record, pytest.raises(KeyboardInterrupt):
        record.add(interrupted(), batch=1)
    with Record.create(tmp_path / "s") as record, pytest.raises(KeyboardInterrupt):
        record.add(interrupted(), batch=5)
    with Record.open(tmp_path / "r") as record:
        assert sorted(record.known()) == ["opinion", "wire"]
        assert record.add(entries()) == Added(new=1, unchanged=2)
        assert list(record.entries()) == entries()
    with Record.open(tmp_path / "s") as record:
        assert record.known() == {}


def test_a_failure_inside_a_batch_writes_none_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with Record.create(tmp_path / "r") as record:
        record.add([wire()])
        before = dump(tmp_path / "r")
        monkeypatch.setattr("isnad.record.searchindex.put", fails)
        with pytest.raises(RecordError, match="disk is full"):
            record.add([opinion()])
        assert dump(tmp_path / "r") == before


def test_two_texts_with_one_id(tmp_path: Path) -> None:
    other = msgspec.structs.replace(opinion().document, id="wire")
    clash = Entry(other, msgspec.structs.replace(opinion().reading))
    with Record.create(tmp_path / "r") as record:
        added = record.add([wire(), clash, wire()])
        assert (added.new, added.unchanged) == (1, 1)
        assert [r.path for r in added.refused] == ["opinion.txt"]
        assert "wire.txt" in added.refused[0].reason
        assert record.add([clash]).refused[0].document == "wire"
        assert record.entry("wire") == wire()


def test_text_that_cannot_be_stored_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    doc = msgspec.structs.replace(opinion().document, text="\ud800")
    with Record.create(tmp_path / "r") as record:
        added = record.add([Entry(doc, opinion().reading), wire()])
        assert added.new == 1 and len(added.refused) == 1


def test_nul_and_empty_texts(tmp_path: Path) -> None:
    for i, text in enumerate(("", "قبل\x00بعد", "\n\n")):
        sha = hashlib.sha256(text.encode()).hexdigest()
        doc = Document(f"d{i}", f"d{i}.txt", text, sha, sha)
        entry = Entry(
            doc,
            Reading(
                Head(
                    f"d{i}",
                    f"d{i}.txt",
                    sha,
                    len(text),
                    Title(None, None, None),
                    None,
                    None,
                    None,
                    None,
                    Published(None, None, None, "none"),
                )
            ),
        )
        with Record.create(tmp_path / f"r{i}") as record:
            record.add([entry])
            assert list(record.entries()) == [entry]
            assert record.search("بعد") == [] or text


def test_opening_what_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_text("ليس سجلا " * 100)
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE t (x)")
    other.close()
    for name, said in (
        ("missing", "no such record"),
        ("", "is a folder"),
        ("empty", "is empty"),
        ("text", "not a record"),
        ("other", "not a record"),
    ):
        with pytest.raises(RecordError, match=said) as caught:
            Record.open(tmp_path / name)
        assert str(tmp_path / name) in str(caught.value)


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1])
def test_another_schema_version(tmp_path: Path, version: int) -> None:
    build(tmp_path / "r")
    connection = sqlite3.connect(tmp_path / "r")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(RecordError, match=f"schema version {version}, this Isnad reads version {SCHEMA_VERSION}; "):
        Record.open(tmp_path / "r")


def test_creating_where_something_stands(tmp_path: Path) -> None:
    build(tmp_path / "r")
    with pytest.raises(RecordError, match="already exists"):
        Record.create(tmp_path / "r")
    with pytest.raises(RecordError, match="does not exist"):
        Record.create(tmp_path / "no" / "r")
    (tmp_path / "empty").touch()  # what an interrupted creation leaves
    Record.create(tmp_path / "empty").close()


def test_locked_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("isnad.record.connection._WAIT_SECONDS", 0.05)
    build(tmp_path / "r")
    other = sqlite3.connect(tmp_path / "r", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Record.open(tmp_path / "r") as record, pytest.raises(RecordError, match="another program"):
        record.set_verdicts([Verdict("a", "right")])
    other.close()


def test_a_full_disk(tmp_path: Path) -> None:
    with Record.create(tmp_path / "r") as record:
        record.add([wire()])
        pages = record._sql.execute("PRAGMA page_count").fetchone()[0]
        record._sql.execute(f"PRAGMA max_page_count = {pages}")
        many = (_numbered(i) for i in range(50))
        with pytest.raises(RecordError, match="disk is full"):
            record.add(many)
        assert list(record.known()) == ["wire"]
    with Record.open(tmp_path / "r") as record:
        assert record.add(_numbered(i) for i in range(3)).new == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_record_that_may_not_be_written(tmp_path: Path) -> None:
    build(tmp_path / "r")
    (tmp_path / "r").chmod(0o444)
    with Record.open(tmp_path / "r") as record:
        assert len(list(record.entries())) == 3
        with pytest.raises(RecordError, match="permissions"):
            record.set_verdicts([Verdict("a", "right")])


def _numbered(i: int) -> Entry:
    return wire(f"w{i}", f"w{i}.txt")


def test_a_missing_document_is_said(tmp_path: Path) -> None:
    with Record.create(tmp_path / "r") as record, pytest.raises(RecordError, match="no document 'x'"):
        record.entry("x")


def test_rows_fit_their_tables() -> None:
    rows = item_rows(wire()) | {k: v for k, v in item_rows(opinion()).items() if k in ("positions", "oddities")}
    for table in ITEM_TABLES:
        assert rows[table.name], table.name
        assert {len(r) for r in rows[table.name]} == {len(table.columns)}, table.name
    assert len(document_row(wire(), 1, "")) == len(DOCUMENTS.columns)
    crossing = cross_rows(reconciled())
    for table in CROSS_TABLES:
        assert {len(r) for r in crossing[table.name]} == {len(table.columns)}, table.name


def test_a_number_too_large_for_sqlite(tmp_path: Path) -> None:
    huge = msgspec.structs.replace(wire().reading.figures[0], value=10**30, low=None, high=None)
    entry = Entry(wire().document, msgspec.structs.replace(wire().reading, figures=(huge,)))
    with Record.create(tmp_path / "r") as record:
        record.add([entry])
        assert record.entry("wire") == entry


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
numbers = st.none() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def made_entries(draw: st.DrawFn) -> Entry:
    text = draw(words)
    key = draw(st.text("abcdef", min_size=1, max_size=3))
    sha = hashlib.sha256(text.encode()).hexdigest()
    day = draw(st.none() | st.dates(dt.date(1990, 1, 1)))
    doc = Document(
        key, draw(words), text, sha, sha, draw(st.none() | words), outlet=draw(st.none() | words), published=day
    )
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    at = (start, end, text[start:end])
    value = draw(numbers | st.tuples(st.integers(), st.floats(0, 1)))
    figure = Figure(
        *at,
        value,
        draw(numbers),
        draw(numbers),
        "vague",
        draw(st.none() | st.just("%")),
        None,
        None,
        None,
        None,
        "article",
        None,
        "r",
    )
    name = Name(*at, "PER", draw(st.none() | words), draw(words))
    value_day = day.isoformat() if day else None
    headed = Head(
        key,
        doc.path,
        sha,
        len(text),
        Title(None, None, None),
        None,
        None,
        None,
        None,
        Published(value_day, None, None, "none"),
    )
    return Entry(doc, Reading(headed, (name,) * draw(st.integers(0, 3)), figures=(figure,) * draw(st.integers(0, 3))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(made_entries(), max_size=5, unique_by=lambda e: e.document.id))
def test_any_entries_come_back_to_the_letter(tmp_path: Path, made: list[Entry]) -> None:
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.isnad"
    with Record.create(path) as record:
        assert record.add(made, batch=2).new == len(made)
        assert record.add(made).unchanged == len(made)
    with Record.open(path) as record:
        assert sorted(record.entries(), key=lambda e: e.document.id) == sorted(made, key=lambda e: e.document.id)
        assert sum(1 for _ in record.figures()) == sum(len(e.reading.figures) for e in made)
