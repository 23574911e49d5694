from __future__ import annotations

import pytest
from handmade import document, entries, head
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.model.reading import Reading
from isnad.model.record import Entry
from isnad.record import Record
from isnad.record.searchindex import index_text
from isnad.text.fold import fold, fold_word
from isnad.text.stem import stem, stems_to_find
from isnad.text.words import split_words

TEXTS = {
    "coalition": "وقال بيان للتحالف الدولي إن القوات الأميركية باقية.\nوهذه فقرة أخرى عن لبنان.",
    "and": "والتحالفُ يدرّب الجنود، وبالتحالـف وثقت الحكومات الأمريكيه.",
    "weather": "أمطار غزيرة على بيروت، وقالت لجنة الطقس إن المال العام يكفي للبنانيين.",
    "person": "التقى كمال مسؤولين في الوزارة، وقال المسئولون إن وزيراً زار بغداد.",
}


def _entry(key: str, text: str, title: str | None = None) -> Entry:
    doc = document(key, text, f"{key}.txt", f"منبر {key}", None, title)
    return Entry(doc, Reading(head(doc)))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    made = Record.create(tmp_path_factory.mktemp("search") / "r")
    made.add([*(_entry(k, t) for k, t in TEXTS.items()), _entry("titled", "متن قصير.", "عنوان عن الحشد")])
    made.add(entries())
    return made


def found(record: Record, words: str) -> set[str]:
    return {h.document for h in record.search(words)}


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("التحالف", {"coalition", "and"}),
        ("تحالف", {"coalition", "and"}),
        ("للتحالف", {"coalition", "and"}),
        ("والتحالف", {"coalition", "and"}),
        ("أمريكية", {"coalition", "and", "opinion"}),
        ("أميركيه", {"coalition", "and", "opinion"}),
        ("الأميركيون", {"coalition", "and", "opinion"}),
        ("لبنان", {"coalition", "weather"}),
        ("لجنة", {"weather"}),
        ("جنود", {"and"}),
        ("وزير", {"person"}),
        ("الوزير", {"person"}),
        ("مسئول", {"person"}),
        ("كمال", {"person"}),
        ("مال", {"weather"}),
        ("ببغداد", {"person", "wire"}),
        ("حشد", {"titled"}),
        ("التحالف بيان", {"coalition"}),
        ('"التحالف الدولي"', {"coalition"}),
        ("«تحالف دولي»", {"coalition"}),
        ('"الدولي التحالف"', set()),
        ("القوات*", {"coalition"}),
        ("قوا*", set()),
        ("القو*", {"coalition"}),
        ("250", {"wire", "opinion"}),
        ("٢٥٠", {"wire", "opinion"}),
        ("غائب تماماً", set()),
        ("", set()),
        ('"""', set()),
        ("AND OR NOT", set()),
        ("folded:التحالف", set()),
        ("(التحالف", {"coalition", "and"}),
        ("التحالف -", {"coalition", "and"}),
    ],
)
def test_what_is_found(record: Record, words: str, documents: set[str]) -> None:
    assert found(record, words) == documents


def test_snippets_are_the_articles_own_words(record: Record) -> None:
    for words in ("التحالف", '"التحالف الدولي"', "أمريكا", "السدود"):
        for hit in record.search(words):
            text = record.entry(hit.document).document.text
            assert hit.snippet is not None
            for span in (hit.snippet, *hit.words):
                assert text[span.start : span.end] == span.text
            for span in hit.words:
                assert hit.snippet.start <= span.start and span.end <= hit.snippet.end


def test_the_marked_words(record: Record) -> None:
    (hit,) = (h for h in record.search("تحالف") if h.document == "and")
    assert [w.text for w in hit.words] == ["والتحالفُ", "وبالتحالـف"]
    assert hit.outlet == "منبر and" and hit.day is None and hit.score > 0


def test_a_snippet_stays_in_its_paragraph(record: Record) -> None:
    (hit,) = (h for h in record.search("لبنان") if h.document == "coalition")
    assert hit.snippet is not None and hit.snippet.text == "وهذه فقرة أخرى عن لبنان."[:-1]


def test_a_title_outside_the_text_is_found(record: Record) -> None:
    (hit,) = record.search("الحشد")
    assert hit.words == () and hit.snippet is not None and hit.snippet.text.startswith("متن")


def test_the_written_form_comes_first(record: Record) -> None:
    assert record.search("للتحالف")[0].document == "coalition"
    assert record.search("والتحالف")[0].document == "and"


def test_limit(record: Record) -> None:
    assert len(record.search("التحالف", limit=1)) == 1
    assert record.search("التحالف", limit=0) == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.one_of(st.sampled_from("\"'*:^-+(){}«»“” و\tالتحفNEAROD"), st.characters(exclude_categories=["Cs"]))))
def test_no_input_breaks_the_query(record: Record, words: str) -> None:
    record.search(words)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([w for t in TEXTS.values() for w in t.split()]))
def test_every_word_of_a_text_finds_it(record: Record, word: str) -> None:
    assert any(word in record.entry(d).document.text for d in found(record, word))


@given(st.text(st.one_of(st.sampled_from("اب1٢.,،_ \nABß"), st.characters(exclude_categories=["Cs"]))))
def test_the_index_holds_the_words_of_the_text(text: str) -> None:
    words = [w.form for w in split_words(fold(text).text.casefold())]
    assert index_text(None, text) == (" ".join(words), " ".join(map(stem, words)))


@pytest.mark.parametrize(
    "forms",
    [
        "التحالف تحالف والتحالف للتحالف بالتحالف وبالتحالف لتحالف",
        "الحكومة حكومة حكومتها للحكومة وحكومات الحكومات",
        "أمريكي الأمريكية والأمريكيون للأمريكيين أمريكا",
    ],
)
def test_forms_that_share_a_stem(forms: str) -> None:
    assert len({stem(fold_word(f)) for f in forms.split()}) == 1


@pytest.mark.parametrize(("a", "b"), [("كمال", "مال"), ("عدوان", "عدو"), ("لبنان", "لبن"), ("قانون", "قان")])
def test_words_that_are_not_one(a: str, b: str) -> None:
    assert stem(a) not in stems_to_find(b)


@given(st.text("ابتلكوفنيهم", max_size=9))
def test_stems_are_parts_of_their_words(word: str) -> None:
    assert stem(word) in word
    assert len(stem(word)) >= min(3, len(word))
    assert stem(word) in stems_to_find(word)
