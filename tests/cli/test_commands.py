"""Each command does what its help says, and leaves with the code that errors.py gives."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from isnad.cli import main

TEXT = "قال وزير الدفاع العراقي جمعة عناد إن 2500 جندي سيغادرون البلاد قبل نهاية العام الحالي.\n"


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(a) for a in arguments])
    return int(left.value.code or 0)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("التاريخ: 2021-12-10\n\n" + TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def record(articles: Path, tmp_path: Path) -> Path:
    at = tmp_path / "a.isnad"
    assert run("build", articles, "-o", at, "--quiet") == 0
    return at


def test_read_prints_one_reading_per_line(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", articles, "--format", "jsonl") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line)[:2] for line in lines] == [["schema", "document"]] * 2
    assert [line["schema"] for line in lines] == ["isnad.reading/1"] * 2
    assert lines[1]["document"]["published"]["value"] == "2021-12-10"
    assert lines[0]["numbers"] == []
    speaker = lines[0]["statements"][0]["speaker"]
    assert {"start", "end", "text", "actor", "explicit"} <= set(speaker)
    assert TEXT[speaker["start"] : speaker["end"]] == speaker["text"]


def test_read_chooses_layers(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", articles / "a.txt", "--layers", "+numbers") == 0
    assert json.loads(capsys.readouterr().out)["numbers"]
    assert run("read", articles / "a.txt", "--layers", "times") == 0
    assert json.loads(capsys.readouterr().out)["statements"] == []
    assert run("read", articles / "a.txt", "--layers", "dates") == 2


def test_read_goes_on_after_bad_input_and_says_so(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "a2.txt").write_bytes(b"")
    assert run("read", articles, articles / "none.txt") == 3
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert len(said.err.splitlines()) == 2
    assert said.err.startswith("isnad: a2.txt: it is empty")


def test_a_bad_metadata_file_is_fatal(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", articles, "--metadata", tmp_path / "none.csv") == 3
    assert "none.csv" in capsys.readouterr().err


def test_explain_says_why(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", articles / "a.txt", "--explain") == 0
    said = capsys.readouterr().out
    assert "قال" in said
    assert not said.startswith("{")


def test_build_sums_up(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (articles / "bad.txt").write_bytes(b"\x00\x01")
    assert run("build", articles, "-o", tmp_path / "a.isnad", "--dossier", "coalition-iraq") == 3
    said = capsys.readouterr()
    assert "2 articles (2 new, 0 changed, 0 as before); 1 inputs could not be used" in said.out
    assert "bad.txt" in said.err
    assert run("build", articles / "a.txt", "-o", tmp_path / "a.isnad", "--json") == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 1


def test_build_refuses_what_is_no_record(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", articles, "-o", articles / "a.txt") == 5
    assert "a.txt" in capsys.readouterr().err
    assert (articles / "a.txt").read_text(encoding="utf-8") == TEXT


def test_build_refuses_a_dossier_that_is_none(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build", articles, "-o", tmp_path / "a.isnad", "--dossier", "nobody-knows") == 4
    assert "coalition-iraq" in capsys.readouterr().err
    assert not (tmp_path / "a.isnad").exists()


def test_search_finds_spelling_variants(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("search", record, "بالجنود", "--json") == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)
    assert run("search", record, "العراقى", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert run("search", record, "كلمة_لا_توجد") == 0


@pytest.mark.parametrize("view", ["summary", "timeline", "statements", "figures", "deadlines", "origins"])
def test_show_prints_tables_and_json(record: Path, view: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", record, view) == 0
    assert capsys.readouterr().out.strip()
    assert run("show", record, view, "--json") == 0
    json.loads(capsys.readouterr().out)


def test_show_prints_one_document(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", record, "summary", "--json") == 0
    capsys.readouterr()
    import isnad

    with isnad.open(record) as opened:
        first = next(iter(opened.documents())).id
    assert run("show", record, "document", first) == 0
    assert "2500" in capsys.readouterr().out
    assert run("show", record, "document", "nobody") == 5
    assert run("show", record, "document") == 2
    assert run("show", record, "nonsense") == 2


def test_report_and_export_are_written(record: Path, tmp_path: Path) -> None:
    assert run("report", record, "-o", tmp_path / "r.html", "-q") == 0
    assert "2500" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert run("report", record, "-o", tmp_path / "r.html", "--excerpts", "--without-text") == 2
    assert run("report", record, "-o", tmp_path / "none" / "r.html") == 5
    assert run("export", record, "-o", tmp_path / "out", "-q") == 0
    tables = sorted(tmp_path.joinpath("out").glob("*.csv"))
    assert tables
    assert all(t.read_bytes().startswith(b"\xef\xbb\xbf") for t in tables)


def test_a_verdict_filled_in_is_kept(record: Path, articles: Path, tmp_path: Path) -> None:
    import isnad

    assert run("export", record, "-o", tmp_path / "out", "-q") == 0
    table = tmp_path / "out" / "statements.csv"
    head, *rows = table.read_text(encoding="utf-8-sig").splitlines()
    at = head.split(",").index("verdict")
    import csv
    import io

    cells = list(csv.reader(io.StringIO("\n".join([head, *rows]))))
    cells[1][at] = "wrong"
    out = io.StringIO()
    csv.writer(out).writerows(cells)
    table.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    assert run("build", articles, "-o", record, "--verdicts", tmp_path / "out", "-q") == 0
    with isnad.open(record) as opened:
        assert [v.verdict for v in opened.verdicts().values()] == ["wrong"]


def test_verify_is_green_then_red(record: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify", record, "--sources", articles) == 0
    assert "no faults" in capsys.readouterr().out
    data = record.read_bytes()
    assert data.count("2500 جندي".encode()) > 0
    record.write_bytes(data.replace("2500 جندي".encode(), "2600 جندي".encode(), 1))
    assert run("verify", record) == 6
    assert capsys.readouterr().err


def test_a_record_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("show", "search", "verify"):
        assert run(verb, tmp_path / "none.isnad", *(["x"] if verb == "search" else [])) == 5
        assert "none.isnad" in capsys.readouterr().err


def test_lexicon_check_names_the_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lexicon", "check") == 0
    (tmp_path / "months.toml").write_text('[[month]]\nnumber = 1\nwestern = ["ينـاير"]\n', encoding="utf-8")
    (tmp_path / "moths.toml").write_text("", encoding="utf-8")
    (tmp_path / "weekdays.toml").write_text("colour = 1\n", encoding="utf-8")
    assert run("lexicon", "check", tmp_path) == 4
    said = capsys.readouterr().err
    assert "tatweel" in said and "no such lexicon" in said and "colour" in said


def test_dossier_check_and_init(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", "init", record, "-o", tmp_path / "my.toml") == 0
    assert run("dossier", "check", tmp_path / "my.toml") == 0
    assert run("dossier", "init", record, "-o", tmp_path / "my.toml") == 5
    (tmp_path / "bad.toml").write_text('id = "x"\ntitle = {ar = "س", en = "x"}\ncolour = 1\n', encoding="utf-8")
    assert run("dossier", "check", tmp_path / "bad.toml") == 4
    assert "colour" in capsys.readouterr().err


def test_demo_needs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("demo") == 0
    said = capsys.readouterr().out
    assert said.strip().splitlines()[-1].endswith("report.html")
    assert (tmp_path / "isnad-demo" / "report.html").stat().st_size > 10_000


def test_a_full_disk_is_one_line(articles: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with full.open("wb") as out:
        code = "from isnad.cli import main; main()"
        command = [sys.executable, "-c", code, "read", str(articles)]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 5
    assert done.stderr.count("\n") == 1 and "No space left" in done.stderr


def test_a_closed_pipe_is_silent(articles: Path) -> None:
    command = f"{sys.executable} -c 'from isnad.cli import main; main()' read {articles} {articles} | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
