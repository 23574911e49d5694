"""Terminal listings: every row has its columns, unknown is said, nothing reaches the terminal that could drive it."""

from __future__ import annotations

import io

import memory
import msgspec
import pytest
from rich.console import Console

from isnad.errors import RecordError
from isnad.show.listings import LISTINGS, Lang, document, figures, statements, summary
from isnad.show.terminal import cell, make_table


@pytest.mark.parametrize("name", LISTINGS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_listing_is_a_table_and_json(name: str, lang: Lang) -> None:
    listing = LISTINGS[name](memory.whole(), lang)
    assert listing.rows
    assert all(column.key in row for row in listing.rows for column in listing.columns)
    assert msgspec.json.decode(msgspec.json.encode(listing.rows)) == list(listing.rows)
    out = io.StringIO()
    Console(file=out, width=120).print(make_table(listing, lang))
    assert getattr(listing.columns[0].title, lang) in out.getvalue()


@pytest.mark.parametrize("name", LISTINGS)
def test_an_empty_record_lists_nothing_but_its_summary(name: str) -> None:
    listing = LISTINGS[name](memory.Memory([]), "en")
    assert (name == "summary") == bool(listing.rows)


def test_the_summary_counts_what_is_unknown() -> None:
    counts = {row["key"]: row["count"] for row in summary(memory.whole()).rows}
    assert (counts["article"], counts["statement"], counts["unnamed"], counts["conflict"]) == (2, 3, 1, 1)


def test_a_statement_keeps_its_chain_and_an_unknown_speaker_is_null() -> None:
    rows = statements(memory.whole()).rows
    assert rows[0]["chain"] == ["المرسى", "صحيفة المرسى", "مديرة الميناء هند الساري"]
    assert rows[1]["speaker"] is None


def test_figures_carry_their_bound_in_words() -> None:
    assert [row["value"] for row in figures(memory.whole(), "ar").rows] == ["نحو 250", "300"]


def test_a_document_is_found_by_id_or_number() -> None:
    by_id, by_number = document(memory.whole(), "strike"), document(memory.whole(), "2")
    assert by_id == by_number and len(by_id.rows) == 5
    with pytest.raises(RecordError, match="no document"):
        document(memory.whole(), "none")


def test_a_cell_carries_no_control_characters_and_says_unknown() -> None:
    assert cell("a\x1b[31mb\u202ec\nd") == "a [31mb c d"
    assert (cell(None), cell(None, "ar")) == ("unknown", "غير محدد")
    assert cell(["أ", "ب"]) == "أ > ب"
