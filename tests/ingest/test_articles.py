"""Files, folders and streams, good and bad, one after the other."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.ingest.articles import Articles
from isnad.ingest.limits import MAX_LINE_BYTES, MAX_TEXT_BYTES
from isnad.model.document import Document

TEXT = "قال الوزير في بيان إن الاتفاق لم يوقع بعد.\n"


def outcomes(*named: Path | str, metadata: Path | None = None) -> list[Document | InputError]:
    return list(Articles(named, metadata))


def only(*named: Path | str, metadata: Path | None = None) -> Document:
    (document,) = outcomes(*named, metadata=metadata)
    assert isinstance(document, Document), document
    return document


def refused(*named: Path | str) -> str:
    (error,) = outcomes(*named)
    assert isinstance(error, InputError), error
    assert error.remedy
    return error.reason


def test_a_text_file_keeps_its_text(tmp_path: Path) -> None:
    file = tmp_path / "خبر.txt"
    file.write_bytes(b"\xef\xbb\xbf" + (TEXT + "\r\n ").encode())
    document = only(file)
    assert document.text == TEXT + "\r\n "
    assert document.path == "خبر.txt"
    assert document.id.startswith("خبر-")
    assert document.sha256 != document.source_sha256


def test_json_lines_keep_their_ids_and_carriers(tmp_path: Path) -> None:
    lines = [
        {
            "id": "17",
            "text": TEXT,
            "title": "عنوان",
            "time": "Sat, 18 Aug 2018 23:24:52 +0300",
            "source": "BBC",
            "author": ["س", "ص"],
        },
        {"text": TEXT, "published": "أمس", "outlet": "صحيفة", "url": "http://x.example"},
        {"text": TEXT, "published": "أمس", "outlet": "صحيفة", "url": "http://x.example"},
    ]
    data = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    for name in ("a.jsonl", "a.jsonl.gz"):
        first, second, third = outcomes(tmp_path / name)
        assert isinstance(first, Document) and isinstance(second, Document) and isinstance(third, Document)
        assert (first.id, first.outlet, first.title, first.author) == ("17", "BBC", "عنوان", "س، ص")
        assert str(first.published) == "2018-08-18" and first.published_at == "2018-08-18T23:24:52+03:00"
        assert second.published is None and "date not understood" in second.notes[0]
        assert second.id == third.id
        assert second.path == name


def test_bad_lines_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    file = tmp_path / "a.jsonl"
    file.write_text(
        "\n".join([good, good[:-5], "[]", '{"text": 5}', '{"text": ""}', "", '{"text": "no"}', good]), encoding="utf-8"
    )
    found = outcomes(file)
    assert [isinstance(f, Document) for f in found] == [True, False, False, False, False, False, True]
    assert [f.path for f in found if isinstance(f, InputError)] == [f"a.jsonl:{n}" for n in (2, 3, 4, 5, 7)]


def test_a_truncated_gz_gives_what_it_holds_then_an_error(tmp_path: Path) -> None:
    lines = [json.dumps({"text": TEXT * 40, "id": str(i)}) for i in range(400)]
    data = gzip.compress("\n".join(lines).encode(), compresslevel=1)
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    found = outcomes(tmp_path / "a.jsonl.gz")
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], InputError)
    assert "truncated" in found[-1].reason
    (tmp_path / "b.jsonl.gz").write_bytes(b"no gzip at all")
    assert "damaged" in refused(tmp_path / "b.jsonl.gz")


def test_a_huge_line_is_refused_without_being_held(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as f:
        f.truncate(100_000_000)
    assert "too large" in refused(file)
    lines = tmp_path / "a.jsonl"
    with lines.open("wb") as f:
        f.write(b'{"text": "' + b"a" * (MAX_LINE_BYTES + 5) + b'"}\n' + json.dumps({"text": TEXT}).encode())
    error, good = outcomes(lines)
    assert isinstance(error, InputError) and "too long" in error.reason
    assert isinstance(good, Document)
    (tmp_path / "b.txt").write_text("قال ويقول " * (MAX_TEXT_BYTES // 36), encoding="utf-8")
    assert "too long for one article" in refused(tmp_path / "b.txt")


def test_folders_are_read_in_order_and_leave_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b/1.txt", "a/1.txt", "2.txt", ".hidden/1.txt", "a/.1.txt", "notes.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT, encoding="utf-8")
    found = outcomes(tmp_path)
    assert [f.path for f in found] == ["2.txt", "a/1.txt", "b/1.txt"]
    assert len({f.id for f in found if isinstance(f, Document)}) == 3


def test_two_files_of_one_name_stay_apart(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(TEXT, encoding="utf-8")
    first, second = outcomes(tmp_path / "a" / "1.txt", tmp_path / "b" / "1.txt", tmp_path / "b" / ".." / "b" / "1.txt")
    assert isinstance(first, Document) and isinstance(second, Document)
    assert (first.path, second.path) == ("1.txt", "b/1.txt")
    assert first.id != second.id
    assert only(tmp_path / "a" / "1.txt") == first


def test_a_folder_without_articles_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("x", encoding="utf-8")
    assert "no articles" in refused(tmp_path)
    assert "no such file" in refused(tmp_path / "none.txt")


def test_an_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    good = tmp_path / "b.txt"
    good.write_text(TEXT, encoding="utf-8")
    opened = Path.open

    def closed(self: Path, *more: object, **named: object) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(self, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    error, document = outcomes(file, good)
    assert isinstance(error, InputError) and "Permission denied" in str(error)
    assert isinstance(document, Document)


def test_metadata_comes_before_page_and_header(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("العنوان: من النص\nالتاريخ: 2018-08-14\n\n" + TEXT, encoding="utf-8")
    document = only(tmp_path / "a.txt")
    assert (document.title, document.title_basis, str(document.published)) == ("من النص", "text", "2018-08-14")
    assert document.published_basis == "text"
    assert document.text[document.header_end :] == TEXT
    (tmp_path / "metadata.csv").write_text("path,title,published\na.txt,من الجدول,غدا\n", encoding="utf-8")
    document = only(tmp_path / "a.txt")
    assert (document.title, document.title_basis, str(document.published)) == ("من الجدول", "given", "2018-08-14")
    assert document.notes
    other = tmp_path / "m.csv"
    other.write_text("path,published\na.txt,2019-01-02\n", encoding="utf-8")
    document = only(tmp_path / "a.txt", metadata=other)
    assert (document.title, str(document.published), document.published_basis) == ("من النص", "2019-01-02", "given")
    (plain,) = Articles([tmp_path / "a.txt"], beside=False)
    assert isinstance(plain, Document) and plain.title == "من النص"


@pytest.mark.parametrize(
    "data", [TEXT.encode(), json.dumps({"text": TEXT}).encode(), gzip.compress(json.dumps({"text": TEXT}).encode())]
)
def test_standard_input_is_text_or_json_lines(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert only("-").text == TEXT


def test_done_reaches_size(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": TEXT}), encoding="utf-8")
    articles = Articles([tmp_path])
    assert len(list(articles)) == 3
    assert articles.done == articles.size


def test_a_file_name_that_is_no_text_is_replaced(tmp_path: Path) -> None:
    name = b"\xff\xfe.txt".decode("utf-8", "surrogateescape")
    try:
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes no such name")
    document = only(tmp_path)
    assert document.path == "\ufffd\ufffd.txt"
    document.id.encode("utf-8")


def test_a_page_without_its_extractor_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text("<html><body><p>قال</p></body></html>", encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    error, document = outcomes(tmp_path)
    assert isinstance(error, InputError) and error.remedy == "pip install 'isnad[html]'"
    assert isinstance(document, Document)
