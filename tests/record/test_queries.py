from __future__ import annotations

from pathlib import Path

import pytest
from handmade import entries, reconciled

from isnad.model.record import anchor_of
from isnad.record import Record


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.create(tmp_path_factory.mktemp("queries") / "r")
    made.add(entries())
    made.set_reconciled(reconciled())
    return made


def test_statements_of_an_actor_by_id_or_any_spelling(record: Record) -> None:
    for actor in ("salim-alghanim", "سالم الغانم", "سالِم الغانم", "الغانم"):
        found = list(record.statements(actor=actor))
        assert [(f.document, f.item.id) for f in found] == [("wire", "s1"), ("opinion", "s1")], actor
    assert [f.document for f in record.statements(actor="ghanim")] == ["wire"]  # the id within its article
    assert list(record.statements(actor="لا أحد")) == []


def test_statements_by_force_document_and_day(record: Record) -> None:
    assert [f.item.force for f in record.statements(force="announce")] == ["announce"]
    assert [f.index for f in record.statements(document="wire")] == [0, 1]
    assert [f.document for f in record.statements(since="2022-01-01")] == ["opinion"]
    assert [f.document for f in record.statements(until="2022-01-01")] == ["wire", "wire"]
    assert len(list(record.statements())) == 3


def test_a_found_item_says_where_it_stands(record: Record) -> None:
    found = next(record.figures())
    entry = entries()[0]
    assert (found.document, found.outlet, found.day) == ("wire", "الضفاف", "2021-12-07")
    assert found.item == entry.reading.figures[0]
    assert found.anchor == anchor_of(entry.document.sha256, "figures", found.item.start, found.item.end)


def test_figures_by_measure_and_unit(record: Record) -> None:
    assert [f.document for f in record.figures(measure="unit:عامل")] == ["wire", "opinion"]
    for unit in ("عامل", "العاملين", "عاملاً"):
        assert [f.item.text for f in record.figures(unit=unit)] == ["250", "300", "250"]
    assert list(record.figures(unit="جندي")) == []


def test_times_names_oddities_documents(record: Record) -> None:
    assert [f.item.value for f in record.times(value="2021")] == ["2021-12-07", "2021"]
    assert [f.item.text for f in record.names(actor="dams")] == ["هيئة السدود"]
    assert [f.item.kind for f in record.oddities()] == ["month-names-disagree"]
    documents = list(record.documents())
    assert [d.id for d in documents] == ["wire", "opinion", "undated"]
    assert documents[0].day == "2021-12-07" and documents[0].characters == len(entries()[0].document.text)
    assert documents[2].day is None


def test_an_asked_value_is_never_sql(record: Record) -> None:
    assert list(record.statements(actor="' OR 1=1 --")) == []
    assert list(record.times(value="%")) == []


def test_questions_can_be_nested(record: Record, tmp_path: Path) -> None:
    pairs = [(d.id, sum(1 for _ in record.statements(document=d.id))) for d in record.documents()]
    assert pairs == [("wire", 2), ("opinion", 1), ("undated", 0)]
