"""What the types cannot say is found, and each planted fault turns the check red."""

import datetime as dt
import itertools
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from isnad.dossier.check import check_dossier, check_file
from isnad.dossier.load import load_dossier, shipped_dossiers
from isnad.model.dossier import Actor, Board, Dossier, Label, Measure, Office, Phase, Question
from isnad.text.fold import fold_word

GOOD = Dossier(
    "d",
    Label("قصة", "story"),
    actor=(
        Actor("samir", "person", ("سامر حداد",), ("حداد",), "IQ", (Office("وزير النقل", "IQ", dt.date(2020, 1, 2)),)),
        Actor("office", "organisation", ("مكتب المتابعة",)),
    ),
    measure=(Measure("troops", Label("جنود", "troops"), ("جندي",)),),
    question=(Question("stay", Label("البقاء", "stay"), ("بقاء",), ("stay", "leave")),),
    phase=(Phase("end", Label("نهاية", "end"), ("إنهاء المهام",)),),
    board=Board(sections=("phases", "forces"), forces=("troops",)),
)


def with_actor(**changes: object) -> Dossier:
    return msgspec.structs.replace(GOOD, actor=(msgspec.structs.replace(GOOD.actor[0], **changes), GOOD.actor[1]))


FAULTS: list[tuple[Callable[[], Dossier], str]] = [
    (lambda: with_actor(id="office"), "office"),
    (lambda: with_actor(aliases=("مكتب المتابعه",)), "names samir too"),
    (lambda: with_actor(office=(Office("وزير", "IQ", dt.date(2021, 1, 1), dt.date(2020, 1, 1)),)), "before it begins"),
    (lambda: with_actor(country="Iraq"), "ISO 3166"),
    (lambda: with_actor(names=("ســامر",)), "tatweel"),
    (lambda: with_actor(names=("کاظم الأعرجي",)), "Persian"),
    (lambda: with_actor(names=()), "no names"),
    (lambda: msgspec.structs.replace(GOOD, board=Board(forces=("tanks",))), "no measure 'tanks'"),
    (lambda: msgspec.structs.replace(GOOD, board=Board(sections=("weather",))), "no section 'weather'"),
    (lambda: msgspec.structs.replace(GOOD, phase=(Phase("end", Label("ن", "e"), ()),)), "no cues"),
    (lambda: msgspec.structs.replace(GOOD, measure=(Measure("troops", Label("ج", "t"), ()),)), "no unit"),
    (
        lambda: msgspec.structs.replace(GOOD, question=(Question("q", Label("س", "q"), (), ()),)),
        "needs `about` and `stances`",
    ),
    (lambda: with_actor(id="two words"), "has no spaces"),
    (lambda: msgspec.structs.replace(GOOD, actor=(GOOD.actor[0], GOOD.actor[0])), "the id is used before"),
]


def test_a_good_dossier_has_no_faults() -> None:
    assert check_dossier(GOOD) == ()


@pytest.mark.parametrize(("make", "told"), FAULTS, ids=[told for _, told in FAULTS])
def test_a_planted_fault_is_found(make: Callable[[], Dossier], told: str) -> None:
    faults = check_dossier(make())
    assert any(told in fault.message for fault in faults), faults


def test_a_fault_of_a_file_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(
        'id = "d"\ntitle = {ar = "قصة", en = "story"}\n\n'
        '[[actor]]\nid = "one"\nkind = "person"\nnames = ["سامر حداد"]\n\n'
        '[[actor]]\nid = "two"  # سامر حداد\nkind = "person"\nnames = [\n  "ليث",\n  "سامر حداد",\n]\n'
        '[[actor.office]]\ntitle = "وزير"\nfrom = 2022-01-01\nto = 2021-01-01\n\n'
        '[[measure]]\nid = "m"\ntitle = {ar = "م", en = "m"}\nunit = []\n\n[board]\nforces = ["tanks"]\n',
        encoding="utf-8",
    )
    faults = check_file(path)
    assert [fault.removeprefix(f"{path}:").split(":")[0] for fault in faults] == ["14", "19", "24", "27"]


@pytest.mark.parametrize("name", shipped_dossiers())
def test_the_shipped_dossiers_are_in_order(name: str) -> None:
    assert check_dossier(load_dossier(name)) == ()


@pytest.mark.parametrize("name", shipped_dossiers())
def test_a_dossier_holds_no_answer(name: str) -> None:
    """Days stand at offices alone: with no articles there is nothing to show."""
    dossier = load_dossier(name)
    for actor in dossier.actor:
        for office in actor.office:
            assert office.since is None or office.until is None or office.since < office.until
    assert dossier.board.sections


@pytest.mark.parametrize("name", shipped_dossiers())
def test_no_two_terms_of_one_office_overlap(name: str) -> None:
    terms: dict[tuple[str, str | None], list[tuple[dt.date, dt.date, str]]] = {}
    for actor in load_dossier(name).actor:
        for office in actor.office:
            span = (office.since or dt.date.min, office.until or dt.date.max, actor.id)
            terms.setdefault((fold_word(office.title), office.of), []).append(span)
    for office_terms in terms.values():
        office_terms.sort()
        for (_, end, a), (begin, _, b) in itertools.pairwise(office_terms):
            assert end <= begin, (a, b)
