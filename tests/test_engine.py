"""The engine: the same answer whatever way it is asked, builds that can be repeated and interrupted."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

import isnad
from isnad.engine import building
from isnad.errors import InputError
from isnad.model.record import Entry

TEXT = (
    "قال وزير الدفاع العراقي جمعة عناد إن {n} جندي سيغادرون البلاد قبل نهاية العام الحالي. "
    "وأضاف أن بغداد ملتزمة بالاتفاق.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(1, 7):
        (folder / f"{n}.txt").write_text(f"التاريخ: 2021-12-{n:02}\n\n" + TEXT.format(n=n * 1000), encoding="utf-8")
    return folder


def readings(outcomes: Iterator[Entry | InputError]) -> list[bytes]:
    return [msgspec.json.encode(o.reading) if isinstance(o, Entry) else str(o).encode() for o in outcomes]


def test_a_text_is_read() -> None:
    reading = isnad.read_text(TEXT.format(n=2500), published="2021-12-10")
    assert [f.value for f in reading.figures] == [2500]
    assert reading.document.published.value == "2021-12-10"
    for statement in reading.statements:
        for span in statement.content:
            assert TEXT.format(n=2500)[span.start : span.end] == span.text


def test_a_text_with_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(isnad.InputError, match="no date"):
        isnad.read_text(TEXT, published="غدا")


def test_layers_not_asked_for_are_empty() -> None:
    reading = isnad.read_text(TEXT.format(n=2500), layers=["times"])
    assert reading.times and not reading.figures and not reading.statements


def test_many_processes_give_the_same_bytes(tmp_path: Path) -> None:
    lines = [{"id": str(n), "text": TEXT.format(n=n), "published": "2021-12-10"} for n in range(1, 200)]
    lines[77] = {"id": "77"}
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    one = readings(isnad.read_paths(file))
    assert readings(isnad.read_paths(file, jobs=2)) == one
    assert readings(isnad.read_paths(file)) == one
    assert len(one) == 199
    assert b"no `text`" in one[77]


def test_building_again_changes_nothing(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    first = isnad.build(articles, at)
    assert (first.new, first.total, first.failed) == (6, 6, 0)
    before = at.read_bytes()
    again = isnad.build(articles, at)
    assert (again.new, again.replaced, again.unchanged, again.total) == (0, 0, 6, 6)
    assert at.read_bytes() == before


def test_order_and_repetition_change_nothing(articles: Path, tmp_path: Path) -> None:
    files = sorted(articles.iterdir())
    isnad.build(files, tmp_path / "a.isnad")
    isnad.build([*reversed(files), *files], tmp_path / "b.isnad")
    with isnad.open(tmp_path / "a.isnad") as a, isnad.open(tmp_path / "b.isnad") as b:
        assert list(a.entries()) == list(b.entries())
        assert a.reconciled() == b.reconciled()


def test_new_files_add_only_themselves(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    isnad.build(articles, at)
    (articles / "7.txt").write_text(TEXT.format(n=7), encoding="utf-8")
    built = isnad.build(articles, at)
    assert (built.new, built.replaced, built.unchanged, built.total) == (1, 0, 6, 7)


def test_new_metadata_is_read_again(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    isnad.build(articles, at)
    (articles / "metadata.csv").write_text("path,published,outlet\n3.txt,2020-01-01,البيان\n", encoding="utf-8")
    built = isnad.build(articles, at)
    assert (built.new, built.replaced, built.unchanged) == (0, 1, 5)
    with isnad.open(at) as record:
        assert [d.outlet for d in record.documents() if d.path == "3.txt"] == ["البيان"]


def test_another_dossier_is_told_to_all_articles(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    isnad.build(articles, at)
    told = tmp_path / "d.toml"
    told.write_text(
        'id = "d"\ntitle = {ar = "د", en = "d"}\n'
        '[[actor]]\nid = "the-minister"\nkind = "person"\nnames = ["جمعة عناد"]\n',
        encoding="utf-8",
    )
    isnad.build(articles / "1.txt", at, dossier=told)
    with isnad.open(at) as record:
        found = {n.document for n in record.names(actor="the-minister")}
    assert len(found) == 6


def test_bad_inputs_are_told_and_counted(articles: Path, tmp_path: Path) -> None:
    (articles / "bad.txt").write_bytes(b"")
    (articles / "worse.txt").write_bytes(b"\x00" * 50)
    heard: list[str] = []
    built = isnad.build([articles, tmp_path / "none"], tmp_path / "a.isnad", trouble=lambda e: heard.append(e.path))
    assert (built.failed, built.total) == (3, 6)
    assert heard == ["bad.txt", "worse.txt", str(tmp_path / "none")]


def test_an_interrupted_build_keeps_what_was_finished(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = tmp_path / "a.isnad"
    read: Callable[..., Iterator[Entry | InputError]] = building.read_items

    def interrupted(*more: object) -> Iterator[Entry | InputError]:
        for number, outcome in enumerate(read(*more)):
            if number == 4:
                raise KeyboardInterrupt
            yield outcome

    added = isnad.Record.add
    monkeypatch.setattr(isnad.Record, "add", lambda self, entries, with_="": added(self, entries, with_, batch=2))
    monkeypatch.setattr(building, "read_items", interrupted)
    with pytest.raises(KeyboardInterrupt):
        isnad.build(articles, at)
    monkeypatch.setattr(building, "read_items", read)
    with isnad.open(at) as record:
        assert len(list(record.documents())) == 4
    built = isnad.build(articles, at)
    assert (built.new, built.unchanged, built.total) == (2, 4, 6)
    isnad.build(articles, tmp_path / "b.isnad")
    with isnad.open(at) as a, isnad.open(tmp_path / "b.isnad") as b:
        assert list(a.entries()) == list(b.entries())
        assert a.reconciled() == b.reconciled()


def test_verify_is_green_on_what_was_built_and_red_on_a_changed_value(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    isnad.build(articles, at)
    verified = isnad.verify_record(at, sources=articles)
    assert verified.findings == []
    assert verified.tally.documents == verified.tally.sources == 6
    assert verified.tally.values > 0
    (articles / "1.txt").write_text("غيره شخص ما", encoding="utf-8")
    assert [f.document[:2] for f in isnad.verify_record(at, sources=articles).findings] == ["1-"]


def test_progress_is_told(articles: Path, tmp_path: Path) -> None:
    heard: list[isnad.Progress] = []
    isnad.build(articles, tmp_path / "a.isnad", jobs=1, progress=heard.append)
    assert [p.articles for p in heard] == [1, 2, 3, 4, 5, 6]
    assert heard[-1].done == heard[-1].total > 0


def test_a_report_is_written_and_a_full_disk_said(articles: Path, tmp_path: Path) -> None:
    at = tmp_path / "a.isnad"
    isnad.build(articles, at)
    path = isnad.write_report(at, tmp_path / "r.html")
    assert path.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    with pytest.raises(isnad.RecordError, match="cannot be written"):
        isnad.write_report(at, tmp_path / "none" / "r.html")


def test_a_dossier_is_drafted_that_is_in_order(articles: Path, tmp_path: Path) -> None:
    text = isnad.draft_dossier(articles, "my-story")
    file = tmp_path / "my-story.toml"
    file.write_text(text, encoding="utf-8")
    assert isnad.check_dossier(file) == ()
    assert isnad.load_dossier(file).id == "my-story"


def test_shipped_lexicons_and_dossiers_are_in_order() -> None:
    assert isnad.check_lexicons() == ()
    assert isnad.check_dossier("coalition-iraq") == ()
