"""A web page → Document: main text, title, outlet, author by trafilatura; the date by what the page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from isnad.errors import InputError, MissingExtraError
from isnad.ingest.encodings import check_text
from isnad.ingest.given import Given
from isnad.ingest.given import settle as settle_carriers
from isnad.ingest.page_dates import read_page_date
from isnad.ingest.page_markup import markup_of
from isnad.ingest.raws import Raw
from isnad.ingest.texts import make_document
from isnad.model.document import Document

if TYPE_CHECKING:
    from trafilatura.settings import Document as Extract


def read_page(raw: Raw) -> Document:
    """The document in an HTML page. Its text is the extracted main text, and offsets count that.

    Raises InputError (no main text, no Arabic), MissingExtraError where trafilatura is not installed.
    """
    markup, notes = markup_of(raw.data, raw.label)
    extract = _extract(markup)
    text = (extract.text or "") if extract is not None else ""
    if extract is None or not text.strip():
        raise InputError(raw.label, "the page holds no article text", "save the article's own page, or its text")
    notes += check_text(text, raw.label)
    url = raw.given.url if raw.given is not None and raw.given.url else extract.url
    page = Given(
        title=extract.title,
        outlet=extract.sitename or extract.hostname,
        author=extract.author,
        url=extract.url,
        published=read_page_date(markup, url),
    )
    return make_document(raw, text, settle_carriers([("given", raw.given), ("page", page)]), notes=notes)


def _extract(markup: str) -> Extract | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as e:
        raise MissingExtraError("reading .html", "html") from e
    found = bare_extraction(
        markup,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        deduplicate=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return None if isinstance(found, dict) else found
