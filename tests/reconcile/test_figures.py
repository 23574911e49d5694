from __future__ import annotations

import msgspec
import pytest
from made_up import day, entry, figure

from isnad.model.dossier import Dossier, Label, Measure
from isnad.model.reading import Bound
from isnad.model.record import Comparison, Entry
from isnad.model.span import Span
from isnad.reconcile import reconcile

DOSSIER = Dossier(
    id="camps",
    title=Label("المخيمات", "camps"),
    measure=(Measure("people", Label("النازحون", "People"), ("نازح",), ("السودان",), ("تشاد",)),),
)
TEXTS = {
    "a": "بلغ عدد النازحين من السودان في تشاد {} نازح في {} بحسب المكتب",
    "b": "يقيم اليوم في تشاد {} نازح جاؤوا من السودان وفق ما قالته الأمم المتحدة في {} ضمن تقرير",
}


def article(
    key: str, published: str, value: int, *, when: str | None = None, where: bool = True, approx: Bound = "exact"
) -> Entry:
    text = TEXTS[key[0]].format(value, when or published)
    time = day(text, when, when) if when else None
    found = figure(
        text, str(value), value, "نازح ", of="السودان", where="تشاد" if where else None, time=time, approx=approx
    )
    return entry(key, published, text, figures=[found])


def compared(*entries: Entry) -> list[Comparison]:
    return [c for m in reconcile(entries, DOSSIER).measures if m.from_dossier for c in m.comparisons]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ({"value": 500}, {"value": 500}, "same"),
        ({"value": 500}, {"value": 500, "approx": "about"}, "compatible"),
        ({"value": 500, "approx": "about"}, {"value": 520}, "compatible"),
        ({"value": 500, "approx": "more_than"}, {"value": 900}, "compatible"),
        ({"value": 500, "approx": "at_most"}, {"value": 900}, "conflict"),
        ({"value": 500}, {"value": 900}, "conflict"),
        ({"value": 500}, {"value": 900, "when": "2020-01-01"}, "changed"),
        ({"value": 500, "approx": "more_than"}, {"value": 900, "approx": "more_than"}, "compatible"),
        (
            {"value": 500, "approx": "more_than", "when": "2020-01-01"},
            {"value": 900, "approx": "more_than"},
            "changed",
        ),
    ],
)
def test_relations(one: dict, other: dict, relation: str) -> None:  # type: ignore[type-arg]
    (found,) = compared(article("a", "2023-05-01", **one), article("b", "2023-05-01", **other))
    assert found.relation == relation
    assert found.reason_ar and found.reason_en and "\n" not in found.reason_ar + found.reason_en


def test_place_not_said_is_no_conflict() -> None:
    text = "قالت وزارة الشؤون الاجتماعية إنها أحصت 900 نازح من السودان"
    bare = entry("b", "2023-05-01", text, figures=[figure(text, "900", 900, "نازح", of="السودان")])
    (found,) = compared(article("a", "2023-05-01", 500), bare)
    assert found.relation == "not_comparable"
    assert "place" in found.reason_en


def test_copies_are_one_word() -> None:
    tail = " وقال المكتب إن الطرق إلى المخيمات ما زالت مقطوعة وإن المساعدات تصل مرة في كل شهر على الأكثر"
    entries = []
    for key, value in (("a", 500), ("b", 900)):
        text = TEXTS["a"].format(value, "مايو") + tail
        entries.append(
            entry(
                key, "2023-05-01", text, figures=[figure(text, str(value), value, "نازح", of="السودان", where="تشاد")]
            )
        )
    assert len(reconcile(entries, DOSSIER).origins) == 1
    assert compared(*entries) == []


def test_killed_are_not_stationed() -> None:
    text = "قتل 12 نازح من السودان في تشاد"
    killed = entry("b", "2023-05-01", text, figures=[figure(text, "12", 12, "نازح", of="السودان", where="تشاد")])
    assert compared(article("a", "2023-05-01", 500), killed) == []


def test_many_figures_make_few_comparisons() -> None:
    entries = [article(f"a{i}", f"2023-05-{1 + i % 28:02}", 400 + i % 7) for i in range(300)]
    assert len(compared(*entries)) < 4 * len(entries)


def test_a_number_brought_up_to_date_is_no_conflict() -> None:
    text = "ارتفع عدد النازحين من السودان في تشاد من 500 نازح إلى 900 نازح في مايو"
    time = day(text, "مايو", "2023-05-01")
    old = figure(text, "500", 500, "نازح", of="السودان", where="تشاد", time=time)
    new = figure(text, "900", 900, "نازح", of="السودان", where="تشاد", time=time)
    told = msgspec.structs.replace(new, updates=Span(old.start, old.end, old.text))
    rising = entry("b", "2023-05-01", text, figures=[old, told])
    (within,) = compared(rising)
    assert (within.relation, within.rule) == ("changed", "figures.updated")
    assert {c.relation for c in compared(rising, article("a", "2023-05-01", 500))} == {"changed", "same"}


WORDS = "وزعت هيئة الإغاثة على التجار في ضواحي المدينة من مستودعات المرفأ {} شاحنة طحين"


def alone(*texts_and_values: tuple[str, str, int]) -> list[Comparison]:
    """What is compared without a dossier, of articles of these days, each with the figures given."""
    held: dict[str, tuple[str, list[int]]] = {}
    for published, text, value in texts_and_values:
        held.setdefault(published, (text, []))[1].append(value)
    entries = [
        entry(
            f"n{n}",
            published,
            text,
            figures=[figure(text, str(v), v, "شاحنة", of="التجار", where="المرفأ") for v in values],
        )
        for n, (published, (text, values)) in enumerate(held.items())
    ]
    return [c for m in reconcile(entries, None).measures for c in m.comparisons]


def test_without_a_dossier_like_words_make_a_change() -> None:
    (found,) = alone(("2023-05-01", WORDS.format(30), 30), ("2023-07-01", WORDS.format(45), 45))
    assert found.relation == "changed"


def test_without_a_dossier_other_words_make_none() -> None:
    other = "احترقت 45 شاحنة يملكها التجار قرب المرفأ بعد عطل في الكهرباء"
    assert alone(("2023-05-01", WORDS.format(30), 30), ("2023-07-01", other, 45)) == []


def test_an_article_that_has_both_numbers_counts_two_things() -> None:
    both = WORDS.format(45) + " ثم وصلت إلى التجار عند المرفأ 30 شاحنة أخرى"
    found = alone(("2023-05-01", WORDS.format(30), 30), ("2023-07-01", both, 45), ("2023-07-01", both, 30))
    assert {c.relation for c in found} <= {"same"}
