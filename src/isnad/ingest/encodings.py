"""Bytes → text, strictly: an encoding is taken only if what comes out is text, and a doubtful one is said."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from isnad.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"{\\rtf", "a rich-text file"),
)
_SAVE = "save it as UTF-8 text"
_CODE = 3  #: letters of a currency's code
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_ARABIC = re.compile("[\u0620-\u065f\u0670-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile("[\u0620-\u065f\u0670-\u06d3\ufb50-\ufdff\ufe70-\ufefc]{2}")
_BLOCK = "؀-ۿﭐ-﷿ﹰ-﻿"
#: What Arabic written in windows-1256 holds beside ASCII: Arabic, French accents, typographic marks.
_FITTING_1256 = re.compile(
    "[\u060c\u061b\u061f\u0621-\u0652\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2"
    "\u200c-\u200f‘’“”«»–—…•·°\u00a0àâçèéêëîïôùû€£%‹›„]"
)
#: UTF-8 once read as windows-1256 or windows-1252 and saved again: every letter becomes ط or ظ (Ø or Ù) and a sign.
_MOJIBAKE = re.compile("[طظ][^\\s\u0620-\u0652\u060c]|[ØÙ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122]")
_COMMON = re.compile(
    "(?<![\u0620-\u0652])(?:في|من|على|إلى|الى|أن|ان|عن|ما|لا|هذا|و?ال[\u0620-\u0652]{2,})(?![\u0620-\u0652])"
)


class Decoded(NamedTuple):
    """text: exactly what the bytes say, the byte order mark left out. notes: doubts, one line each."""

    text: str
    notes: tuple[str, ...]


def decode(data: bytes, path: str) -> Decoded:
    """The text of `data`: UTF-8, UTF-16 or UTF-32 by their mark, else UTF-8, UTF-16 or windows-1256 by what they give.

    Raises InputError (naming `path`) for empty, binary, truncated or wrongly encoded bytes and for text without Arabic.
    """
    _refuse_binary(data, path)
    text, notes = _by_mark(data, path) or _by_content(data, path)
    return Decoded(text, notes + check_text(text, path))


def check_text(text: str, path: str) -> tuple[str, ...]:
    """Notes on a text that can be read; InputError for one that cannot (empty, binary, garbled, no Arabic)."""
    if not text.strip("\ufeff \t\r\n\f\v\u200b\u200e\u200f\xa0"):
        raise InputError(path, "it is empty", "give the article's text")
    if len(_CONTROL.findall(text)) > len(text) // 200:
        raise InputError(path, "it is binary, not text", _SAVE)
    letters = len(_ARABIC.findall(text)) or 1
    garbled = len(_MOJIBAKE.findall(text))
    if garbled > 8 and garbled > letters // 5:
        raise InputError(
            path,
            "it is wrongly encoded: UTF-8 was read as something else and saved again",
            "save it anew from its source",
        )
    if not _WORD.search(text) and not _is_figures_alone(text):
        raise InputError(path, "it holds no Arabic", "give Arabic articles only")
    lost = text.count("\ufffd")
    if lost > max(3, len(text) // 50):
        raise InputError(
            path, f"it is wrongly encoded: {lost} letters are lost (\ufffd)", "save it anew from its source"
        )
    return (f"{lost} letters are lost (\ufffd)",) if lost else ()


def _is_figures_alone(text: str) -> bool:
    """Digits with at most a sign or a currency's code («٪٥٠», «42 KWD»): of no language, so of Arabic too."""
    return any(c.isdigit() for c in text) and sum(c.isalpha() for c in text) <= _CODE


def _refuse_binary(data: bytes, path: str) -> None:
    if not data.strip(b"\x00 \t\r\n"):
        raise InputError(
            path, "it is empty" if not data.strip() else "it is binary, not text", "give the article's text"
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(path, f"it is {what}, not text", _SAVE)


def _by_mark(data: bytes, path: str) -> tuple[str, tuple[str, ...]] | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), () if encoding == "utf-8" else (f"encoding {encoding[:-3]}",)
            except UnicodeDecodeError as e:
                raise InputError(
                    path,
                    f"it begins as {encoding} but breaks at byte {e.start + len(mark)} (truncated?)",
                    "get the file anew",
                ) from e
    return None


def _by_content(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    if b"\x00" in data:
        found = _utf16(data)
        if found is None:
            raise InputError(path, "it is binary, not text", _SAVE)
        return found
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as e:
        failed = e
    if _mostly_utf8(data):
        where = "ends inside a letter (truncated?)" if failed.end >= len(data) - 1 else f"breaks at byte {failed.start}"
        raise InputError(path, f"it is wrongly encoded: UTF-8 that {where}", "get the file anew, or " + _SAVE)
    text = data.decode("cp1256", "replace")
    if not _is_arabic_1256(text):
        raise InputError(path, "its encoding is none of UTF-8, UTF-16, windows-1256", _SAVE)
    return text, ("encoding guessed: windows-1256",)


def _utf16(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        fitting = len(re.findall(f"[\\s!-~{_BLOCK}\u00a0-\u00ff\u2000-\u206f]", text))
        if fitting >= 0.95 * len(text) and _WORD.search(text):
            return text, (f"encoding guessed: {encoding}",)
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether at least nine in ten non-ASCII bytes belong to well-formed UTF-8."""
    high = sum(b > 0x7F for b in data[:100_000])
    kept = data[:100_000].decode("utf-8", "ignore")
    return len(kept.encode()) - sum(c < "\x80" for c in kept) >= 0.9 * high


def _is_arabic_1256(text: str) -> bool:
    high = [c for c in text if c > "\x7f"]
    fitting = sum(1 for c in high if _FITTING_1256.match(c))
    words = text.split()
    return bool(high) and fitting >= 0.97 * len(high) and len(_COMMON.findall(text)) >= max(1, len(words) // 12)
