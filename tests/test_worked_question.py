"""The question that the README answers, read from the examples: how often the handover of al-Hisn was put off."""

from __future__ import annotations

from pathlib import Path

import isnad
from isnad.show.listings import deadlines

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "coalition"


def test_one_promise_put_off_twice_then_missed(tmp_path: Path) -> None:
    isnad.build([EXAMPLES], tmp_path / "record.isnad", dossier="coalition-iraq")
    with isnad.open(tmp_path / "record.isnad") as record:
        rows = [row for row in deadlines(record).rows if row["line"] == 1]
    assert [(row["made"], row["outlet"], row["status"]) for row in rows] == [
        ("22 Jan 2025", "قنطرة بغداد", "replaced by a later date"),
        ("15 Apr 2025", "رمال الخليج", "replaced by a later date"),
        ("10 Jul 2025", "مرافئ", "fell due before the last article"),
    ]
