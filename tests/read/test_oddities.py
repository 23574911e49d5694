"""Oddities beside the calendar's: marks that are never closed, numbers turned round, and their order."""

from pathlib import Path

from isnad.engine import read_paths, read_text
from isnad.model.record import Entry
from isnad.read.oddities import read_unbalanced_quotes
from isnad.text.prose import Prose


def test_a_mark_that_is_never_closed() -> None:
    found = read_unbalanced_quotes(Prose('قال الوزير: "سنبدأ غدا ولن نتأخر.\nوغادر القاعة.'))
    assert [(o.text, o.kind) for o in found] == [('"', "unbalanced-quotes")]


def test_closed_marks_are_no_oddity() -> None:
    assert read_unbalanced_quotes(Prose('قال: "نعم"، ثم قال: «لا».')) == ()


def test_oddities_stand_in_document_order() -> None:
    text = 'بلغ الإنتاج 935ر6 مليون برميل في حزيران (يوليو). وقال: "لا زيادة.'
    reading = read_text(text, published="2021-08-01")
    assert [o.kind for o in reading.oddities] == ["digits-reversed", "month-names-disagree", "unbalanced-quotes"]
    assert all(text[o.start : o.end] == o.text for o in reading.oddities)


def test_a_header_block_holds_no_items(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("العنوان: بدء العمل\nالتاريخ: 2018-08-14\n\nقال الوزير في 3 آب 2018 إن العمل بدأ.", "utf-8")
    (entry,) = read_paths([article])
    assert isinstance(entry, Entry)
    assert entry.document.header_end > 0
    assert [t.text for t in entry.reading.times] == ["3 آب 2018"]
