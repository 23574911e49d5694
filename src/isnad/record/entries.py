"""An entry as JSON, and back to the letter."""

from __future__ import annotations

import hashlib

import msgspec

from isnad.errors import RecordError
from isnad.model.document import Document
from isnad.model.reading import Reading
from isnad.model.record import Entry

_ENCODER = msgspec.json.Encoder()
_DOCUMENT = msgspec.json.Decoder(Document)
_READING = msgspec.json.Decoder(Reading)


class Encoded(msgspec.Struct, frozen=True):
    """sha256: of document_json, a line feed, and reading_json."""

    sha256: str
    document_json: str
    reading_json: str


def digest(document_json: str, reading_json: str) -> str:
    """The hash by which a stored reading is known."""
    return hashlib.sha256(f"{document_json}\n{reading_json}".encode()).hexdigest()


def encoded(entry: Entry) -> Encoded:
    """The entry as JSON; the text is left out, as it stands in its own column."""
    document = _ENCODER.encode(msgspec.structs.replace(entry.document, text="")).decode()
    reading = _ENCODER.encode(entry.reading).decode()
    return Encoded(digest(document, reading), document, reading)


def stored_entry(where: str, document_json: str, text: str, reading_json: str) -> Entry:
    """The entry that was stored. Raises RecordError, naming `where`, for JSON that is none of ours."""
    try:
        document = msgspec.structs.replace(_DOCUMENT.decode(document_json), text=text)
        return Entry(document, _READING.decode(reading_json))
    except (msgspec.DecodeError, UnicodeEncodeError) as e:
        raise RecordError(f"{where}: its reading is damaged ({e}); build the record again from its articles") from e
