"""Two figures side by side: same, compatible, changed, of another scope, in conflict, or not comparable."""

from __future__ import annotations

from typing import Literal, NamedTuple

from isnad.model.record import Comparison, Relation
from isnad.reconcile.articles import days_between
from isnad.reconcile.places import holds
from isnad.reconcile.scopes import ANYWHERE, Days, Scoped

_FINE = 31  #: an interval of so many days is one time beside a day

When = Literal["agree", "differ", "coarse", "unknown"]


class Verdict(NamedTuple):
    """A relation and why, in Arabic and English."""

    relation: Relation
    ar: str
    en: str
    rule: str


def _length(days: Days) -> int:
    return days_between(days.earliest, days.latest) if days.earliest and days.latest else 10**6


def when(a: Days, b: Days) -> When:
    """Whether two figures speak of one time."""
    if not (a.earliest and a.latest and b.earliest and b.latest):
        return "unknown"
    gap = max(days_between(a.latest, b.earliest), days_between(b.latest, a.earliest))
    if gap > 0:
        return "differ"
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return "agree"
    return "agree" if max(_length(a), _length(b)) <= _FINE and "since" not in (a.basis, b.basis) else "coarse"


def _span(days: Days) -> str:
    if days.earliest is None and days.latest is None:
        return "؟"
    return days.earliest or "…" if days.earliest == days.latest else f"{days.earliest or '…'}/{days.latest or '…'}"


def _number(value: float | None) -> str:
    return "؟" if value is None else f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


def amount(s: Scoped) -> str:
    """The number of a figure as its reasons write it."""
    if s.figure.approx == "range":
        return f"{_number(s.low)}–{_number(s.high)}"
    sign = {"about": "≈", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤"}.get(s.figure.approx, "")
    return sign + _number(s.value if s.value is not None else s.low if s.low is not None else s.high)


def meet(a: Scoped, b: Scoped) -> bool:
    """Whether the intervals of two figures have a number in common."""
    return (a.low is None or b.high is None or a.low <= b.high) and (b.low is None or a.high is None or b.low <= a.high)


def brings_up_to_date(a: Scoped, b: Scoped) -> bool:
    """Whether one figure says that it replaces a number that the other has («من 8 إلى 12»)."""
    return _replaces(a, b) or _replaces(b, a)


def _replaces(new: Scoped, old: Scoped) -> bool:
    updates = new.figure.updates
    if updates is None:
        return False
    if new.article.id == old.article.id:
        return updates.start == old.figure.start
    named = next((f for f in new.article.reading.figures if f.start == updates.start), None)
    return named is not None and named.value == old.figure.value


def _unplaced(a: Scoped, b: Scoped) -> bool:
    """Whether a place is missing: of one figure, or of both where their numbers differ. ANYWHERE needs none."""
    if a.place is None and b.place is None:
        return a.value != b.value
    return a.place is None or b.place is None or (a.place == ANYWHERE) != (b.place == ANYWHERE)


def _missing(a: Scoped, b: Scoped) -> Verdict | None:
    """What of the scope is not said, where that leaves two figures without comparison."""
    lacking = []
    if _unplaced(a, b):
        lacking.append(("المكان", "place"))
    if (a.population is None) != (b.population is None):
        lacking.append(("المعدود لمن هو", "population"))
    if not lacking:
        return None
    ar, en = " و".join(x[0] for x in lacking), " and ".join(x[1] for x in lacking)
    return Verdict("not_comparable", f"لا مقارنة: غير مذكور {ar}", f"scope is missing: {en}", "figures.scope-missing")


def _other_scope(a: Scoped, b: Scoped) -> Verdict | None:
    if a.population != b.population:
        return Verdict("other_scope", "المعدود غير واحد", "they count different groups", "figures.other-population")
    if a.part != b.part and not _one_number(a, b):
        return Verdict("other_scope", "أحدهما جزء من الآخر", "one is a part of the other", "figures.part-of-total")
    if a.place is None or b.place is None or a.place == b.place:
        return None
    if holds(a.place, b.place) or holds(b.place, a.place):
        ar, en = "مكان أحدهما داخل مكان الآخر", "one place lies within the other"
    else:
        ar, en = "المكان غير واحد", "they are of different places"
    wheres = [s.figure.where.text if s.figure.where else "؟" for s in (a, b)]
    tail = f": {wheres[0]} / {wheres[1]}"
    return Verdict("other_scope", ar + tail, en + tail, "figures.other-place")


def _one_number(a: Scoped, b: Scoped) -> bool:
    """Whether two figures without an open end have a number in common."""
    return meet(a, b) and None not in (a.low, a.high, b.low, b.high)


def _moved(a: Scoped, b: Scoped) -> bool:
    """«أكثر من 850»، then «أكثر من 860»: of two numbers with one open end, both of the same side, at two times."""
    ends = {(s.low is None, s.high is None) for s in (a, b)}
    return len(ends) == 1 and ends != {(False, False)} and a.value != b.value and when(a.days, b.days) == "differ"


def _values(a: Scoped, b: Scoped) -> Verdict:
    """Two figures of one scope."""
    sums = f"{amount(a)} / {amount(b)}"
    spans = f"{_span(a.days)} / {_span(b.days)}"
    time = when(a.days, b.days)
    if a.value == b.value and a.figure.approx == b.figure.approx and (a.low, a.high) == (b.low, b.high):
        if time == "differ":
            return Verdict(
                "same", f"العدد نفسه في وقتين: {spans}", f"the same number at two times: {spans}", "figures.same"
            )
        return Verdict("same", "العدد نفسه", "the same number", "figures.same")
    if meet(a, b) and not _moved(a, b):
        if a.value == b.value:
            ar, en = f"العدد نفسه بتحفظ مختلف: {sums}", f"the same number, hedged differently: {sums}"
        else:
            ar, en = f"يتسع أحدهما للآخر: {sums}", f"their bounds meet: {sums}"
        return Verdict("compatible", ar, en, "figures.bounds-meet")
    if brings_up_to_date(a, b) or (a.happening is not None and a.article.earliest != b.article.earliest):
        ar, en = f"حصيلة حُدّثت بعد ذلك: {sums}", f"a count brought up to date: {sums}"
        return Verdict("changed", ar, en, "figures.updated")
    if time == "differ":
        return Verdict("changed", f"وقتان مختلفان: {spans}", f"of two times: {spans}", "figures.other-time")
    if time == "agree":
        ar = f"المقياس والمكان والوقت واحد والعددان لا يلتقيان: {sums}"
        en = f"same measure, scope and time, and the numbers do not meet: {sums}"
        return Verdict("conflict", ar, en, "figures.conflict")
    if time == "coarse":
        ar, en = f"الوقت غير محدد بما يكفي: {spans}", f"time is not known well enough: {spans}"
    else:
        ar, en = "لا مقارنة: غير مذكور الوقت", "scope is missing: time"
    return Verdict("not_comparable", ar, en, "figures.time-missing")


def judge(a: Scoped, b: Scoped) -> Verdict:
    """How two figures of one measure stand to one another."""
    return _missing(a, b) or _other_scope(a, b) or _values(a, b)


def compare(a: Scoped, b: Scoped) -> Comparison:
    """The comparison of two figures, the one of the earlier article first."""
    if (b.article.order, b.ref.index) < (a.article.order, a.ref.index):
        a, b = b, a
    verdict = judge(a, b)
    return Comparison(a.ref, b.ref, verdict.relation, verdict.ar, verdict.en, verdict.rule)
