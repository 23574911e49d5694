"""How large one article may be. Whatever is larger is refused before it is held in memory."""

from __future__ import annotations

#: Code points of one article's text. A long book chapter has 100,000.
MAX_CHARACTERS = 2_000_000
#: Bytes of one text file: four for each code point.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
#: Bytes of one JSON line or page: room for escapes and markup.
MAX_LINE_BYTES = 16_000_000
MAX_PAGE_BYTES = 16_000_000
