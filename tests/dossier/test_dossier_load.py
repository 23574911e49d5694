"""Dossiers by name and by path; every error names the file, the entry and the key."""

from pathlib import Path

import pytest

from isnad.dossier.load import load_dossier, parse_dossier, shipped_dossiers
from isnad.errors import DossierError

HEAD = 'id = "d"\ntitle = {ar = "قصة", en = "A story"}\n'


def test_the_shipped_dossiers_load_by_name() -> None:
    assert "coalition-iraq" in shipped_dossiers()
    for name in shipped_dossiers():
        assert load_dossier(name).id == name


def test_a_file_loads_by_path(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text(
        HEAD
        + '[[actor]]\nid = "a"\nkind = "person"\nnames = ["سامر حداد"]\n'
        + '[[actor.office]]\ntitle = "وزير النقل"\nof = "IQ"\nfrom = 2020-01-02\n',
        encoding="utf-8",
    )
    office = load_dossier(path).actor[0].office[0]
    assert (office.since.isoformat() if office.since else None, office.until) == ("2020-01-02", None)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        (HEAD + "colour = 1\n", ["d.toml:3:", "colour", "the keys are id, title,"]),
        (
            HEAD + '[[actor]]\nid = "tall-man"\nkind = "person"\nnames = ["سامر"]\nage = 3\n',
            ["d.toml:7:", "actor tall-man", "age"],
        ),
        (
            HEAD + '[[actor]]\nid = "tall-man"\nkind = "ghost"\nnames = ["سامر"]\n',
            ["d.toml:5:", "actor tall-man", "ghost", "person"],
        ),
        (HEAD + '[[actor]]\nkind = "person"\nnames = ["سامر"]\n', ["d.toml:3:", "actor number 1", "id"]),
        (
            HEAD + '[[measure]]\nid = "m"\ntitle = {ar = "م", en = "m"}\nunit = "جندي"\n',
            ["d.toml:6:", "measure m", "`unit` is a list, not a text"],
        ),
        (HEAD + "[board]\nsctions = []\n", ["d.toml:4:", "no key `sctions` in board"]),
        (
            HEAD
            + '[[actor]]\nid = "a"\nkind = "person"\nnames = ["س"]\n[[actor.office]]\ntitle = "x"\nfrom = "soon"\n',
            ["d.toml:9:", "actor a", "from"],
        ),
        ('id = "d"\n', ["d.toml:1:", "title"]),
        (HEAD + "id = \n", ["d.toml:3:", "TOML"]),
    ],
)
def test_errors_name_the_entry_and_the_key(toml: str, told: list[str]) -> None:
    with pytest.raises(DossierError) as caught:
        parse_dossier(toml.encode(), "d.toml")
    for word in ["d.toml", *told]:
        assert word in str(caught.value)


def test_bytes_that_are_no_utf8_are_told() -> None:
    with pytest.raises(DossierError, match="UTF-8"):
        parse_dossier(HEAD.encode("cp1256"), "d.toml")


def test_no_such_dossier_names_the_shipped_ones(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="coalition-iraq"):
        load_dossier(tmp_path / "none.toml")
