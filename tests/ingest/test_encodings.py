"""Bytes become exactly the text they say, or one clear error."""

import pytest

from isnad.errors import InputError
from isnad.ingest.encodings import decode

TEXT = "قال الوزير في بيان إن «الاتفاق» لم يوقع بعد، وأضاف أن المفاوضات مستمرة في العاصمة.\r\nوقال آخرون غير ذلك.\n"


@pytest.mark.parametrize(
    ("encoding", "mark", "note"),
    [
        ("utf-8", b"", ()),
        ("utf-8", b"\xef\xbb\xbf", ()),
        ("utf-16-le", b"\xff\xfe", ("encoding utf-16",)),
        ("utf-16-be", b"\xfe\xff", ("encoding utf-16",)),
        ("utf-16-le", b"", ("encoding guessed: utf-16-le",)),
        ("utf-16-be", b"", ("encoding guessed: utf-16-be",)),
        ("cp1256", b"", ("encoding guessed: windows-1256",)),
    ],
)
def test_every_encoding_gives_the_same_text(encoding: str, mark: bytes, note: tuple[str, ...]) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == (TEXT, note)


def test_nothing_is_stripped_or_translated() -> None:
    text = "  \r\n قال\u200f كذا\tوكذا \r\n\n"
    assert decode(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("\u200f\xa0".encode(), "empty"),
        (b"\x00" * 64, "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04....", "Office"),
        (TEXT.encode()[:-40][: len(TEXT.encode()) // 2 * 2 - 41], "truncated"),
        (TEXT.encode().replace("ق".encode(), b"\xd9"), "wrongly encoded"),
        (TEXT.encode().decode("cp1256", "replace").encode(), "wrongly encoded"),
        (TEXT.encode().decode("latin-1").encode(), "wrongly encoded"),
        (TEXT.encode("utf-16-le")[:61].join([b"\xff\xfe", b""]), "breaks at byte"),
        ("Größe und Wörter, schöne Übung über alles".encode("latin-1"), "encoding"),
        ("Только русский текст".encode("cp1251"), "encoding"),
        (b"English words only.", "no Arabic"),
        ("קרא בעברית".encode(), "no Arabic"),
        (b"Room 101", "no Arabic"),
        (b"... ---", "no Arabic"),
        (("\ufffd" * 30 + " قال الوزير").encode(), "lost"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        decode(data, "folder/a.txt")
    assert caught.value.path == "folder/a.txt"
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["٣٫٥", "1/9/2021", "٪٥٠", "42 KWD"])
def test_figures_alone_are_of_no_language_and_are_read(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, ())


def test_a_lost_letter_is_a_note() -> None:
    assert decode((TEXT + "\ufffd").encode(), "a.txt").notes == ("1 letters are lost (\ufffd)",)
