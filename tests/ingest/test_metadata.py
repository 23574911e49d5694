"""metadata.csv and which row belongs to which article."""

from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.ingest.given import Given
from isnad.ingest.metadata import MetadataTable, read_metadata


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_the_forms_spreadsheets_write(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [
        ["path", "Published", "outlet", "title", "note"],
        ["a.txt", "2018-08-14", "صحيفة البيان", "قال في البيان من", "x"],
    ]
    file = tmp_path / "m.csv"
    file.write_bytes("\r\n".join(delimiter.join(r) for r in rows).encode(encoding))
    given = read_metadata(file).find("/some/place/a.txt")
    assert given == Given(title="قال في البيان من", outlet="صحيفة البيان", published="2018-08-14")


def test_path_matches_by_its_last_parts() -> None:
    table = MetadataTable(
        [("a.txt", Given(title="any")), ("x/a.txt", Given(title="x")), ("/far/y/b.txt", Given(title="b"))]
    )
    assert table.find("/home/x/a.txt") == Given(title="x")
    assert table.find("/home/z/a.txt") == Given(title="any")
    assert table.find("/home/za.txt") is None
    assert table.find("y/b.txt") == Given(title="b")
    assert table.find("/home/y/b.txt") is None
    assert table.find("") is None


@pytest.mark.parametrize(("data", "reason"), [(b"title,outlet\na,b\n", "column `path`"), (b"", "column `path`")])
def test_a_table_without_paths_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "m.csv"
    file.write_bytes(data)
    with pytest.raises(InputError, match=reason):
        read_metadata(file)


def test_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_metadata(tmp_path / "none.csv")
