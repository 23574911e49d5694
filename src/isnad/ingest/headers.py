"""A block of «العنوان: …» lines at the head of a text file, up to its first blank line."""

from __future__ import annotations

import re

from isnad.ingest.given import Given

_KEYS = {
    "title": ("العنوان", "عنوان", "title", "headline"),
    "outlet": ("الصحيفة", "المصدر", "الموقع", "الجريدة", "outlet", "source"),
    "published": ("التاريخ", "تاريخ النشر", "تاريخ", "نشر في", "date", "published"),
    "author": ("الكاتب", "الكاتبة", "بقلم", "author", "by"),
    "url": ("الرابط", "رابط", "url", "link"),
}
_KEY_OF = {form: key for key, forms in _KEYS.items() for form in forms}
_LINE = re.compile(r"[\u200e\u200f\s]*([^\W\d_]+(?: [^\W\d_]+)?)[ \t]*[:：][ \t]*(\S[^\r\n]*?)[ \t]*")
_MOST_LINES = 12


def read_header(text: str) -> tuple[Given | None, int]:
    """What the header block says, and the offset at which the article begins after it. (None, 0) where there is none.

    Every line of the block must carry a known key, and a blank line must close it.
    """
    found: dict[str, str] = {}
    at = 0
    for _ in range(_MOST_LINES):
        end = _line_end(text, at)
        line = text[at:end].rstrip("\r\n")
        if not line.strip():
            return (Given(**found), end) if found and at < end else (None, 0)
        m = _LINE.fullmatch(line)
        key = _KEY_OF.get(m[1].lower()) if m else None
        if m is None or key is None:
            return None, 0
        found.setdefault(key, m[2])
        at = end
    return None, 0


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
