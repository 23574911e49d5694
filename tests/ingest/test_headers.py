"""Header blocks of text files."""

import pytest

from isnad.ingest.given import Given
from isnad.ingest.headers import read_header


def test_a_header_is_read_and_ends_after_its_blank_line() -> None:
    text = "العنوان: عودة القوات\r\nالصحيفة: البيان الجديد\nالتاريخ: 2018-08-14\nالكاتب: سمر\nurl: http://x.example/a\n\nقال."
    given, end = read_header(text)
    assert given == Given("عودة القوات", "البيان الجديد", "سمر", "http://x.example/a", "2018-08-14")
    assert text[end:] == "قال."


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير: كذا\n\nثم مضى.",
        "العنوان: عودة\nقال الوزير إن كذا\n\nثم مضى.",
        "العنوان: عودة",
        "العنوان: عودة\nالتاريخ: 2018-08-14",
        "\nالعنوان: عودة\n\nقال",
        "",
    ],
)
def test_prose_is_no_header(text: str) -> None:
    assert read_header(text) == (None, 0)
