from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import openpyxl
import pytest
from handmade import MARK, entries, reconciled
from hypothesis import given
from hypothesis import strategies as st

from isnad.errors import InputError, IsnadError, MissingExtraError
from isnad.model.dossier import Dossier
from isnad.model.record import Entry, Reconciled, Verdict, anchor_of
from isnad.show.export import export, read_verdicts
from isnad.show.export.cells import guarded, is_made_up, unguarded
from isnad.show.export.sheets import FIRST, LAST, SHEETS

Rows = list[dict[str, str]]


class Source:
    """A record in memory, as `show` is handed one."""

    def __init__(self, verdicts: list[Verdict] | None = None) -> None:
        self.said = {v.anchor: v for v in verdicts or []}

    def entries(self) -> Iterator[Entry]:
        return iter(entries())

    def entry(self, document: str) -> Entry:
        return next(e for e in entries() if e.document.id == document)

    def dossier(self) -> Dossier | None:
        return None

    def reconciled(self) -> Reconciled:
        return reconciled()

    def verdicts(self) -> dict[str, Verdict]:
        return self.said


def rows(folder: Path, sheet: str) -> Rows:
    with (folder / f"{sheet}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def anchor(layer: str, index: int = 0) -> str:
    item = getattr(entries()[0].reading, layer)[index]
    return anchor_of(entries()[0].document.sha256, layer, item.start, item.end)


def fill(path: Path, verdict: str, note: str = "", **change: str) -> None:
    """Fills the verdict of the first row, as a person would, and saves it as a spreadsheet might."""
    encoding, delimiter = change.get("encoding", "utf-8-sig"), change.get("delimiter", ",")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        held = list(csv.reader(stream))
    held[1][held[0].index("verdict")], held[1][held[0].index("note")] = verdict, note
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(held)


def test_a_file_and_a_sheet_for_each_layer(tmp_path: Path) -> None:
    written = export(Source(), tmp_path / "new" / "out")
    assert [p.name for p in written] == [*(f"{s}.csv" for s in SHEETS), "isnad.xlsx"]
    assert all(p.read_bytes().startswith(b"\xef\xbb\xbf") for p in written[:-1])
    assert sorted(p.name for p in (tmp_path / "new" / "out").iterdir()) == sorted(p.name for p in written)
    for sheet in SHEETS:
        held = rows(tmp_path / "new" / "out", sheet)
        assert held, sheet
        assert tuple(held[0])[: len(FIRST)] == FIRST and tuple(held[0])[-len(LAST) :] == LAST


def test_statement_rows_show_the_chain(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    first, second, third = rows(tmp_path, "statements")
    assert second["chain"] == "صحيفة الضفاف ← مصدر في الهيئة" and second["speaker"] == "مصدر في الهيئة"
    assert (first["force"], first["mode"], first["said_on"]) == ("announce", "mixed", "2021-12-07")
    assert first["content"] == "نحو 250 عاملاً … سيغادرون الموقع قبل نهاية 2021"
    assert (first["outlet"], first["date"], first["rule"]) == ("الضفاف", "2021-12-07", "announce")
    assert first["actor"] == third["actor"] == "سالم الغانم"


def test_every_quote_is_the_text_at_its_offsets(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    texts = {e.document.id: e.document.text for e in entries()}
    quoted = 0
    for sheet in SHEETS:
        for row in rows(tmp_path, sheet):
            if row["quote"]:
                quoted += 1
                assert texts[row["document"]][int(row["start"]) : int(row["end"])] == unguarded(row["quote"])
    assert quoted > 15


def test_what_stands_across_articles(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    (comparison,) = rows(tmp_path, "comparisons")
    assert (comparison["quote"], comparison["b_quote"], comparison["b_document"]) == ("250", "250", "opinion")
    assert (comparison["value"], comparison["b_value"], comparison["relation"]) == ("250", "250", "compatible")
    deadline = rows(tmp_path, "deadlines")[1]
    assert deadline["replaces"] == "d1" and deadline["quote"].startswith("الموعد")
    assert [r["kind"] for r in rows(tmp_path, "origins")] == ["first", "rewrite"]
    assert rows(tmp_path, "timeline")[0]["reports"] == "1"
    assert rows(tmp_path, "figures")[0]["measures"] == "unit:عامل"
    assert rows(tmp_path, "documents")[0]["statements"] == "2"


def test_made_up_articles_are_marked_on_every_row(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    for sheet in SHEETS:
        for row in rows(tmp_path, sheet):
            made_up = row["document"] == "wire" or row.get("b_document") == "wire"
            assert row["made_up"] == (MARK if made_up else ""), sheet
    assert is_made_up(f"متن.\n{MARK}\n\n") and is_made_up(MARK) and is_made_up(f"متن.\r\n\r\n«{MARK}».\r\n")
    assert not is_made_up(f"متن {MARK}") and not is_made_up(f"{MARK}\nمتن") and not is_made_up("")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    export(Source([Verdict(anchor("figures"), "=1+1", "@x")]), tmp_path)
    for sheet in SHEETS:
        for row in rows(tmp_path, sheet):
            for column, cell in row.items():
                assert not cell.startswith(("=", "+", "-", "@", "\t")), (sheet, column)
    assert rows(tmp_path, "names")[-1]["quote"] == "'=SUM(A1)"
    assert rows(tmp_path, "documents")[-1]["outlet"] == "'+منبر"
    book = openpyxl.load_workbook(tmp_path / "isnad.xlsx")
    cells = [c for page in book for row in page.iter_rows() for c in row]
    assert all(c.data_type != "f" for c in cells) and "=SUM(A1)" in {c.value for c in cells}


@given(st.text(st.one_of(st.sampled_from("'=+-@\t\r ا"), st.characters(exclude_categories=["Cs"])), max_size=6))
def test_guarding_can_be_undone(text: str) -> None:
    cell = guarded(text)
    assert isinstance(cell, str) and unguarded(cell) == text
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n") or cell == ""


def test_numbers_stay_numbers() -> None:
    assert guarded(-5) == -5 and guarded(None) is None


def test_the_workbook(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "isnad.xlsx")
    assert book.sheetnames == list(SHEETS)
    for page in book:
        assert page.sheet_view.rightToLeft and page.freeze_panes == "A2"
    header = [c.value for c in book["figures"][1]]
    assert book["figures"][2][header.index("value")].value == 250


def test_same_record_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        export(Source(), tmp_path / name)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_without_the_extra_the_csv_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'isnad\[xlsx\]'"):
        export(Source(), tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"{s}.csv" for s in SHEETS)
    assert len(rows(tmp_path, "statements")) == 3


# Verdicts.


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "windows-1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_verdicts_are_read_back_as_any_spreadsheet_saves_them(tmp_path: Path, encoding: str, delimiter: str) -> None:
    export(Source(), tmp_path)
    (tmp_path / "isnad.xlsx").unlink()
    path = tmp_path / "figures.csv"
    text = path.read_text(encoding="utf-8-sig").replace("←", "<")
    path.write_text(text, encoding="utf-8-sig")
    fill(path, "wrong", "'=الرقم تقريبي", encoding=encoding, delimiter=delimiter)
    assert read_verdicts(tmp_path) == [Verdict(anchor("figures"), "wrong", "=الرقم تقريبي")]
    assert read_verdicts(path) == read_verdicts(tmp_path)


def test_verdicts_come_back_from_the_workbook(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "isnad.xlsx")
    for sheet in ("times", "names"):
        header = [c.value for c in book[sheet][1]]
        book[sheet].cell(2, header.index("verdict") + 1, " unsure ")
    book.save(tmp_path / "isnad.xlsx")
    said = [Verdict(anchor("names"), "unsure"), Verdict(anchor("times"), "unsure")]
    assert read_verdicts(tmp_path) == sorted(said, key=lambda v: v.anchor)


def test_verdicts_of_the_record_are_exported_and_come_back(tmp_path: Path) -> None:
    held = [Verdict(anchor("figures"), "wrong", "-لا"), Verdict("gone:figures:1-2", "right")]
    export(Source(held), tmp_path)
    assert rows(tmp_path, "figures")[0]["verdict"] == "wrong"
    assert read_verdicts(tmp_path) == held[:1]


def test_what_a_person_changed_wins_over_what_the_record_has(tmp_path: Path) -> None:
    held = Verdict(anchor("figures"), "wrong")
    export(Source([held]), tmp_path)
    fill(tmp_path / "figures.csv", "right")  # the workbook still says wrong
    known = {held.anchor: held}
    assert read_verdicts(tmp_path, known) == [Verdict(held.anchor, "right")]
    with pytest.raises(InputError, match="make the two agree"):
        read_verdicts(tmp_path)


def test_an_export_never_overwrites_verdicts_not_read_back(tmp_path: Path) -> None:
    export(Source(), tmp_path)
    fill(tmp_path / "figures.csv", "right")
    before = (tmp_path / "figures.csv").read_bytes()
    with pytest.raises(InputError, match="read them back"):
        export(Source(), tmp_path)
    assert (tmp_path / "figures.csv").read_bytes() == before
    export(Source(read_verdicts(tmp_path)), tmp_path)
    assert rows(tmp_path, "figures")[0]["verdict"] == "right"


def test_files_that_are_no_export(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("path,published\nx.txt,2020-01-01\n", encoding="utf-8")
    assert read_verdicts(tmp_path) == []
    with pytest.raises(InputError, match="no columns anchor"):
        read_verdicts(tmp_path / "metadata.csv")
    with pytest.raises(InputError, match="no such file"):
        read_verdicts(tmp_path / "none")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(InputError, match="cannot be read as XLSX"):
        read_verdicts(tmp_path)


def test_nothing_is_half_written(tmp_path: Path) -> None:
    class Broken(Source):
        def entries(self) -> Iterator[Entry]:
            yield entries()[0]
            raise OSError(28, "No space left on device")

    with pytest.raises(IsnadError, match="No space left"):
        export(Broken(), tmp_path)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(IsnadError, match="cannot be made"):
        export(Source(), tmp_path / "file")


def test_an_empty_record(tmp_path: Path) -> None:
    class Empty(Source):
        def entries(self) -> Iterator[Entry]:
            return iter(())

        def reconciled(self) -> Reconciled:
            return Reconciled()

    export(Empty(), tmp_path)
    assert rows(tmp_path, "statements") == [] and read_verdicts(tmp_path) == []


def test_a_cell_too_long_for_the_workbook(tmp_path: Path) -> None:
    class Long(Source):
        def entries(self) -> Iterator[Entry]:
            entry = entries()[2]
            head = msgspec.structs.replace(entry.reading.document, outlet="ط" * 40_000)
            yield Entry(entry.document, msgspec.structs.replace(entry.reading, document=head))

        def reconciled(self) -> Reconciled:
            return Reconciled()

    export(Long(), tmp_path)
    assert len(rows(tmp_path, "documents")[0]["outlet"]) == 40_000
    assert len(openpyxl.load_workbook(tmp_path / "isnad.xlsx")["documents"]["B2"].value) == 32_767
