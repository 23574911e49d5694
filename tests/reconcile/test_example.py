"""What the example corpus plants comes out as planted, from its gold as readings."""

from __future__ import annotations

import itertools
from functools import cache

import pytest
from gold_readings import entries

from isnad.dossier.load import load_dossier
from isnad.model.dossier import Dossier
from isnad.model.record import Comparison, Deadline, Entry, Reconciled
from isnad.reconcile import reconcile

DOSSIER = load_dossier("coalition-iraq")


@cache
def gold() -> list[Entry]:
    return entries()


@cache
def joined(dossier: Dossier | None) -> Reconciled:
    return reconcile(gold(), dossier)


def comparisons(dossier: Dossier | None) -> list[tuple[str, str, str]]:
    """Relation, then article number and value of both figures."""
    figures = {e.document.id: e.reading.figures for e in gold()}

    def told(c: Comparison) -> tuple[str, str, str]:
        a, b = (f"{r.document[:2]}:{figures[r.document][r.index].text}" for r in (c.a, c.b))
        return c.relation, a, b

    return [told(c) for m in joined(dossier).measures for c in m.comparisons]


def deadline(number: str, words: str) -> Deadline:
    by_id = {e.document.id: e.reading.commitments for e in gold()}
    found = [
        d
        for d in joined(None).deadlines
        if d.item.document.startswith(number) and by_id[d.item.document][d.item.index].span.text.startswith(words)
    ]
    return found[0]


@pytest.mark.parametrize("dossier", [None, DOSSIER], ids=["alone", "dossier"])
def test_real_conflicts(dossier: Dossier | None) -> None:
    conflicts = {c[1:] for c in comparisons(dossier) if c[0] == "conflict"}
    assert ("13:3.500", "14:2500") in conflicts
    assert ("15:١.١٥٠", "16:1200") in conflicts
    assert not {c for pair in conflicts for c in pair if c.endswith(":900")}


@pytest.mark.parametrize("dossier", [None, DOSSIER], ids=["alone", "dossier"])
def test_iraq_and_syria_only_seem_to_conflict(dossier: Dossier | None) -> None:
    between = {c[0] for c in comparisons(dossier) if {c[1][3:], c[2][3:]} == {"2500", "900"}}
    assert "other_scope" in between
    assert between <= {"other_scope", "not_comparable"}


def test_changes_over_time() -> None:
    changed = {c[1:] for c in comparisons(DOSSIER) if c[0] == "changed"}
    assert ("02:21 ألف", "15:١٥٠ ألفا") in changed
    assert ("04:20 و30 ألف", "14:10 آلاف") in changed


def test_part_of_the_trained_is_another_scope() -> None:
    parts = [c for c in comparisons(None) if any(x[3:] in ("50 ألفا", "٥٠ ألفا") for x in c[1:])]
    assert {c[0] for c in parts} <= {"other_scope", "same"}


def test_shipped_measures_hold_what_is_theirs_alone() -> None:
    figures = {e.document.id: e.reading.figures for e in gold()}
    held = {
        m.id: {figures[f.item.document][f.item.index].text for f in m.figures}
        for m in joined(DOSSIER).measures
        if m.from_dossier
    }
    assert held["us-troops-syria"] == {"900"}
    assert held["us-troops-iraq"] == {"٥٢٠٠", "2500", "٢٥٠٠", "2.500", "3.500"}
    assert held["cleared-land"] == {"١.١٥٠", "1200"}


def test_one_wire_in_three_wordings() -> None:
    (origin,) = joined(None).origins
    assert [(c.document[:2], c.kind) for c in origin.documents] == [("10", "first"), ("11", "copy"), ("12", "rewrite")]
    assert origin.agency == "سنابل"


def test_copies_are_not_set_beside_one_another() -> None:
    copies = {"10", "11", "12"}
    assert not [c for c in comparisons(None) if c[1][:2] in copies and c[2][:2] in copies]


def test_deadline_put_off_twice() -> None:
    first, second, third = (
        deadline("14", "تسليم قاعدة"),
        deadline("15", "القاعدة «ستسلم"),
        deadline("16", "القوات العراقية"),
    )
    assert (second.replaces, third.replaces) == (first.id, second.id)
    assert deadline("16", "تسليم القاعدة").restates == second.id
    assert deadline("15", "تسليم القاعدة").restates == first.id
    assert deadline("17", "القاعدة ستسلم").restates == third.id


def test_actors_in_two_spellings_are_one() -> None:
    (karawi,) = (a for a in joined(None).actors if "هيثم الكروي" in a.variants)
    assert "هيثم الكروى" in karawi.variants
    assert len({m.document for m in karawi.mentions}) >= 10
    (isis,) = (a for a in joined(DOSSIER).actors if a.id == "isis")
    assert {"داعش", "تنظيم الدولة الإسلامية"} <= set(isis.variants)


def test_order_and_repetition_change_nothing() -> None:
    all_of_them = gold()
    for order in itertools.islice(itertools.permutations(range(len(all_of_them))), 0, 3):
        assert reconcile([all_of_them[i] for i in reversed(order)] + all_of_them[:4], DOSSIER) == joined(DOSSIER)


def test_nothing_gives_nothing() -> None:
    assert reconcile([], DOSSIER) == Reconciled()
