from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import commitment, day, entry, statement

from isnad.model.dossier import Dossier, Label, Phase
from isnad.model.record import Entry
from isnad.reconcile import reconcile


def promise(key: str, published: str, words: str, due: str) -> Entry:
    text = f"أعلن المكتب أن {words} كما هو مخطط"
    return entry(key, published, text, commitments=[commitment(text, words, due)])


FIRST = promise("a", "2024-01-01", "محطة المياه الجديدة ستفتتح قبل نهاية مارس", "2024-03-31")
AGAIN = promise("b", "2024-01-05", "افتتاح محطة المياه الجديدة في مارس", "2024-03-31")
LATER = promise("c", "2024-04-02", "محطة المياه الجديدة ستفتتح قبل نهاية يونيو", "2024-06-30")
OTHER = promise("d", "2024-04-02", "محطة الكهرباء القديمة ستغلق قبل نهاية يونيو", "2024-06-30")
TEXTS = (FIRST, AGAIN, LATER, OTHER)


def test_put_off_and_said_again() -> None:
    first, again, later, other = reconcile(TEXTS, None).deadlines
    assert (first.replaces, first.restates) == (None, None)
    assert again.restates == first.id
    assert later.replaces == first.id
    assert (other.replaces, other.restates) == (None, None)


def test_the_subject_before_the_verb_counts() -> None:
    entries = []
    for key, published, due, month in (
        ("a", "2024-01-01", "2024-03-31", "مارس"),
        ("b", "2024-04-02", "2024-06-30", "يونيو"),
    ):
        text = f"أعلن المكتب أن محطة المياه الجديدة ستفتتح قبل نهاية {month} وأن العمل مستمر"
        entries.append(entry(key, published, text, commitments=[commitment(text, f"ستفتتح قبل نهاية {month}", due)]))
    first, later = reconcile(entries, None).deadlines
    assert later.replaces == first.id


def test_long_forgotten_dates_are_not_put_off() -> None:
    late = promise("c", "2026-04-02", "محطة المياه الجديدة ستفتتح قبل نهاية يونيو", "2026-06-30")
    assert [d.replaces for d in reconcile([FIRST, late], None).deadlines] == [None, None]


def test_two_phases_are_two_subjects() -> None:
    one = promise("a", "2024-01-01", "المرحلة الأولى من مشروع السد ستنتهي في مارس", "2024-03-31")
    two = promise("b", "2024-02-01", "المرحلة الثانية من مشروع السد ستنتهي في يونيو", "2024-06-30")
    assert [d.replaces or d.restates for d in reconcile([one, two], None).deadlines] == [None, None]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=9))
def test_order_and_repetition_change_nothing(entries: list[Entry]) -> None:
    once = {e.document.id: e for e in entries}
    assert reconcile(entries, None) == reconcile([once[k] for k in sorted(once)], None)


def test_dated_sentences_are_told_once() -> None:
    text = "وكانت الطائرات قصفت الجسر الكبير فوق نهر الوادي في {} قبل أن تنسحب"
    forms = [text.format(f) for f in ("12 مايو 2020", "الثاني عشر من مايو 2020")]
    entries = [
        entry(k, "2020-06-01", t, times=[day(t, f, "2020-05-12")])
        for k, t, f in zip("ab", forms, ("12 مايو 2020", "الثاني عشر من مايو 2020"), strict=True)
    ]
    (found,) = reconcile(entries, None).timeline
    assert (found.value, found.kind, [i.document for i in found.items]) == ("2020-05-12", "event", ["a", "b"])
    assert found.what.text == forms[0]


def test_the_day_of_publication_and_days_to_come_are_no_events() -> None:
    text = "قصفت الطائرات الجسر في 12 مايو 2020"
    for published in ("2020-05-12", "2020-05-01"):
        assert (
            reconcile([entry("a", published, text, times=[day(text, "12 مايو 2020", "2020-05-12")])], None).timeline
            == ()
        )


def test_phases_are_announced_by_statements() -> None:
    dossier = Dossier(
        "d", Label("سد", "dam"), phase=(Phase("filled", Label("امتلاء", "filled"), ("اكتمال ملء السد",)),)
    )
    text = "أعلن الوزير اكتمال ملء السد الكبير"
    said = statement(text, "s1", "أعلن", "اكتمال ملء السد الكبير", "الوزير", "announce")
    (found,) = reconcile([entry("a", "2021-07-01", text, statements=[said])], dossier).timeline
    assert (found.kind, found.phase, found.value) == ("phase", "filled", "2021-07-01")
