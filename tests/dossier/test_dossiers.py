"""Dossiers: found by name or file, refused with file, entry and key, checked for what types cannot say."""

from pathlib import Path

import pytest

from isnad.dossier.check import check_dossier
from isnad.dossier.draft import quoted
from isnad.dossier.load import load_dossier, parse_dossier, shipped_dossiers
from isnad.errors import DossierError

HEAD = 'id = "d"\ntitle = {ar = "د", en = "d"}\n'
ACTOR = '[[actor]]\nid = "a"\nkind = "person"\nnames = ["قاسم الأعرجي"]\n'


def test_shipped_dossiers_are_found_by_name_and_in_order() -> None:
    assert "coalition-iraq" in shipped_dossiers()
    for name in shipped_dossiers():
        assert check_dossier(load_dossier(name)) == ()


def test_a_dossier_holds_no_answer() -> None:
    """Days stand at offices alone: with no articles there is nothing to show."""
    for actor in load_dossier("coalition-iraq").actor:
        for office in actor.office:
            assert office.since is None or office.until is None or office.since < office.until
    assert load_dossier("coalition-iraq").board.sections


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"id = ", "TOML"),
        (b'id = "d"', "title"),
        ((HEAD + "colour = 1\n").encode(), "colour"),
        ((HEAD + ACTOR.replace("person", "robot")).encode(), "robot"),
        ((HEAD + ACTOR + '[[actor.office]]\ntitle = "x"\nfrom = "soon"\n').encode(), "actor"),
    ],
)
def test_a_broken_dossier_names_its_file_and_key(data: bytes, said: str) -> None:
    with pytest.raises(DossierError, match=said) as caught:
        parse_dossier(data, "my.toml")
    assert str(caught.value).startswith("my.toml")


def test_a_dossier_that_is_nowhere(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"shipped ones: .*coalition-iraq"):
        load_dossier(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (ACTOR + ACTOR, "the id is used before"),
        (ACTOR + ACTOR.replace('"a"', '"b"'), "names a too"),
        (ACTOR.replace("قاسم", "قاســم"), "tatweel"),
        (ACTOR.replace("قاسم", "کاظم"), "Persian"),
        (ACTOR + 'country = "Iraq"\n', "ISO 3166"),
        (ACTOR + '[[actor.office]]\ntitle = "وزير"\nfrom = 2020-01-02\nto = 2020-01-01\n', "ends before it begins"),
        ('[[measure]]\nid = "m"\ntitle = {ar = "م", en = "m"}\nunit = []\n', "no unit"),
        ('[[phase]]\nid = "p"\ntitle = {ar = "م", en = "m"}\ncues = []\n', "no cues"),
        ('[[question]]\nid = "q"\ntitle = {ar = "م", en = "m"}\nabout = []\nstances = []\n', "needs `about`"),
        ('[board]\nsections = ["weather"]\n', "no section 'weather'"),
        ('[board]\nforces = ["m"]\n', "no measure 'm'"),
    ],
)
def test_what_types_cannot_say_is_checked(body: str, fault: str) -> None:
    faults = check_dossier(parse_dossier((HEAD + body).encode(), "my.toml"))
    assert any(fault in f.message for f in faults), faults


def test_quoted_words_are_clean_toml() -> None:
    assert quoted('قا\u0640سم "\u200f\\ \n x') == '"قاسم \\"\\\\ x"'
