"""The habits of written forms in lexicons and dossiers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_BIDI = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
_PERSIAN = re.compile("[\u06cc\u06a9\u06c1\u06be\u06d2]")


def faults_of_form(form: str, persian: bool = False) -> Iterator[str]:
    """What is wrong with the way `form` is written. persian: Persian letters are meant."""
    if not form.strip():
        yield "is empty"
    if form != form.strip():
        yield "has spaces at its ends"
    if not unicodedata.is_normalized("NFC", form):
        yield "is not NFC"
    if "\u0640" in form:
        yield "has a tatweel"
    if _BIDI.search(form):
        yield "has a bidi control or zero-width mark"
    if not persian and _PERSIAN.search(form):
        yield "has a Persian letter"
