"""The day a page states of itself: its metadata, its JSON-LD, its URL. Never a copyright line, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import msgspec

from isnad.ingest.moments import read_moment

_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/\-_.]|$)")
_URL_DAY_SHORT = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})/")


class _Stated(HTMLParser):
    """Collects meta elements, JSON-LD blocks, marked <time> elements and the canonical address of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, str] = {}
        self.blocks: list[str] = []
        self.times: list[str] = []
        self.address: str | None = None
        self._in_block = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {k: v or "" for k, v in attrs}
        prop = (held.get("itemprop") or "").lower()
        if tag == "meta":
            key = (held.get("property") or held.get("name") or prop).lower()
            self.meta.setdefault(key, held.get("content", ""))
        elif tag == "script":
            self._in_block = held.get("type", "").lower().strip() == "application/ld+json"
        elif tag == "link" and held.get("rel", "").lower() == "canonical":
            self.address = self.address or held.get("href")
        elif tag == "time" and held.get("datetime") and ("pubdate" in held or prop == "datepublished"):
            self.times.append(held["datetime"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_block = False

    def handle_data(self, data: str) -> None:
        if self._in_block:
            self.blocks.append(data)


def read_page_date(markup: str, url: str | None) -> str | None:
    """The date that the page states, as written, of the first carrier that gives a readable one; None where none does.

    Asked in turn: JSON-LD `datePublished`, meta elements, <time> marked as the date of publication, the page's address.
    """
    stated = _Stated()
    stated.feed(markup)
    written = [*_linked(stated.blocks), *(stated.meta.get(key, "") for key in _META), *stated.times]
    for value in written:
        if value and read_moment(value) is not None:
            return value
    for address in (url, stated.address, stated.meta.get("og:url")):
        m = (_URL_DAY.search(address) or _URL_DAY_SHORT.search(address)) if address else None
        if m and read_moment(f"{m[1]}-{m[2]}-{m[3]}") is not None:
            return f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"
    return next((w for w in written if w.strip()), None)


def _linked(blocks: list[str]) -> Iterator[str]:
    for block in blocks:
        try:
            held = msgspec.json.decode(block.strip())
        except msgspec.DecodeError:
            continue
        yield from _published(held)


def _published(held: Any) -> Iterator[str]:
    """`datePublished` of articles in a JSON-LD value, the outermost first; comments and videos in it do not count."""
    if isinstance(held, list):
        for item in held:
            yield from _published(item)
    elif isinstance(held, dict):
        kind = held.get("@type", "")
        kinds = kind if isinstance(kind, list) else [kind]
        if isinstance(held.get("datePublished"), str) and any("Article" in str(k) or "Page" in str(k) for k in kinds):
            yield held["datePublished"]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _published(held.get(key))
