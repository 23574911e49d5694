"""A text file or a JSON line → Document."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import msgspec

from isnad.errors import InputError
from isnad.ingest.encodings import check_text, decode
from isnad.ingest.given import Given, Settled
from isnad.ingest.given import settle as settle_carriers
from isnad.ingest.headers import read_header
from isnad.ingest.limits import MAX_CHARACTERS
from isnad.ingest.raws import Raw
from isnad.model.document import Document

_NOT_SLUG = re.compile(r"[^\w.-]+")
_ALSO = {"title": ("title", "headline"), "outlet": ("outlet", "source"), "published": ("published", "time", "date")}


def read_text_file(raw: Raw) -> Document:
    """The document in a text file. Raises InputError."""
    text, notes = decode(raw.data, raw.label)
    header, header_end = read_header(text)
    settled = settle_carriers([("given", raw.given), ("text", header)])
    return make_document(raw, text, settled, header_end=header_end, notes=notes)


def read_line(raw: Raw) -> Document:
    """The document in a JSON line: its `text`, and what else it says. Raises InputError."""
    try:
        held = msgspec.json.decode(raw.data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise InputError(raw.label, f"the line is no JSON (truncated?): {e}", "get the line anew") from e
    if not isinstance(held, dict):
        raise InputError(raw.label, "the line is no JSON object", 'give {"text": "…"}')
    text = held.get("text")
    if not isinstance(text, str):
        raise InputError(raw.label, "the line has no `text`", "give the article under the key `text`")
    notes = check_text(text, raw.label)
    line = Given(**{key: _said(held, *_ALSO.get(key, (key,))) for key in Given.__struct_fields__})
    name = held.get("id")
    given_id = str(name) if isinstance(name, str | int) and not isinstance(name, bool) and str(name) else None
    return make_document(
        raw, text, settle_carriers([("given", raw.given), ("given", line)]), given_id=given_id, notes=notes
    )


def _said(held: dict[str, Any], *keys: str) -> str | None:
    for key in keys:
        value = held.get(key)
        if isinstance(value, list):
            value = "، ".join(v for v in value if isinstance(v, str))
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return None


def make_document(
    raw: Raw,
    text: str,
    settled: Settled,
    *,
    given_id: str | None = None,
    header_end: int = 0,
    notes: tuple[str, ...] = (),
) -> Document:
    """A Document of `text` with what its carriers settled. Raises InputError where it is too long for one article."""
    if len(text) > MAX_CHARACTERS:
        reason = f"it is too long for one article ({len(text):,} characters)"
        raise InputError(raw.label, reason, f"split it into its articles (at most {MAX_CHARACTERS:,} characters each)")
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise InputError(
            raw.label, "it is wrongly encoded: it holds half a character", "save it anew from its source"
        ) from e
    source = hashlib.sha256(raw.data).hexdigest()
    return Document(
        id=given_id or _made_id(raw, source),
        path=raw.path,
        text=text,
        sha256=hashlib.sha256(encoded).hexdigest(),
        source_sha256=source,
        title=settled.title,
        title_basis=settled.title_basis,
        outlet=settled.outlet,
        author=settled.author,
        url=settled.url,
        published=settled.published,
        published_at=settled.published_at,
        published_basis=settled.published_basis,
        header_end=header_end,
        notes=notes + settled.notes,
    )


def _made_id(raw: Raw, source: str) -> str:
    """File stem and a hash of label and bytes; a JSON line counts by its file, so a line repeated is one article."""
    label = raw.name if raw.kind == "line" else raw.path
    stem = raw.name.split(".")[0] if raw.kind == "line" else raw.name.rsplit(".", 1)[0]
    digest = hashlib.sha256(f"{label}\0{source}".encode()).hexdigest()
    return f"{_NOT_SLUG.sub('-', stem).strip('-')[:48] or 'article'}-{digest[:12]}"
