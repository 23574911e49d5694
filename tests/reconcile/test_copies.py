from __future__ import annotations

import pytest
from made_up import entry

from isnad.model.record import Origin
from isnad.reconcile import reconcile
from isnad.reconcile.shingles import Shingler, candidate_pairs, shared_count

REPORT = (
    "أعلنت هيئة الموانئ أن سفينتين محملتين بالقمح رستا صباحا في المرفأ الشمالي بعد رحلة دامت عشرين يوما وأن التفريغ "
    "يبدأ فور انتهاء الفحص وقال مدير المرفأ إن الأرصفة تتسع لأربع سفن أخرى وإن العمل لن يتوقف في العطلة"
)
OTHER = "افتتح وزير الثقافة معرض الكتاب في دورته العاشرة بحضور ناشرين من عشرين دولة وتستمر الفعاليات حتى نهاية الأسبوع"
HALF = " ".join(REPORT.split()[:20]) + " " + OTHER


def origins(*texts: tuple[str, str, str]) -> tuple[Origin, ...]:
    return reconcile([entry(k, d, t, outlet=f"صحيفة {k}") for k, d, t in texts], None).origins


def test_a_copy_follows_the_first() -> None:
    (origin,) = origins(("b", "2024-01-02", REPORT + " ."), ("a", "2024-01-01", REPORT), ("c", "2024-01-01", OTHER))
    assert [(c.document, c.kind, c.similarity) for c in origin.documents] == [("a", "first", 1.0), ("b", "copy", 1.0)]


def test_spelling_and_punctuation_do_not_matter() -> None:
    other = REPORT.replace("أ", "ا").replace(" وقال", "، وقال").replace("ى", "ي")
    assert len(origins(("a", "2024-01-01", REPORT), ("b", "2024-01-01", other))) == 1


@pytest.mark.parametrize(("days", "found"), [("2024-01-03", 1), ("2024-01-20", 0)])
def test_a_rewrite_is_of_the_same_days(days: str, found: int) -> None:
    rewritten = origins(("a", "2024-01-01", REPORT), ("b", days, HALF))
    assert len(rewritten) == found
    assert [c.kind for o in rewritten for c in o.documents] == ["first", "rewrite"][: 2 * found]


def test_two_reports_are_two_origins() -> None:
    assert origins(("a", "2024-01-01", REPORT), ("b", "2024-01-01", OTHER)) == ()


def test_candidates_are_found_by_what_they_share() -> None:
    shingler = Shingler()
    runs = [shingler.shingles(t) for t in (REPORT, OTHER, HALF, "كلمة", "")]
    assert candidate_pairs(runs, 8) == [(0, 2), (1, 2)]
    assert shared_count(runs[0], runs[2]) == 17
    assert candidate_pairs([], 1) == []
