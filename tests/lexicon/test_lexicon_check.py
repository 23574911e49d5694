"""The habits of the lexicons, with a planted fault for each; the gazetteer and the common words keep theirs."""

from pathlib import Path

import pytest

from isnad.lexicon.check import check_lexicons, shipped_lexicons
from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Countries, Given, Places, cities, common_words, items
from isnad.text.fold import fold_word

OURS = ("given", "titles", "persons", "places", "countries", "organisations", "agencies", "headings")


@pytest.mark.parametrize("name", OURS)
def test_the_names_lexicons_are_in_order(name: str) -> None:
    assert name in shipped_lexicons()
    assert [fault for fault in check_lexicons() if fault.startswith(f"{name}.toml")] == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('sure = "محمـد"', "tatweel"),
        ('sure = "أ\\u200fحمد"', "bidi"),
        ('sure = "علی"', "Persian"),
        ('forms = ["أحمد", "احمد"]', "twice"),
        ('sure = """\\nأحمد علي\\nاحمد\\n"""', "twice"),
        ('sure = "أ', "TOML"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, body: str, told: str | None) -> None:
    (tmp_path / "given.toml").write_text(body.replace("\\n", "\n"), encoding="utf-8")
    faults = check_lexicons(tmp_path)
    assert any(told in fault for fault in faults) if told else True, faults


def test_a_file_that_is_no_lexicon_is_told(tmp_path: Path) -> None:
    (tmp_path / "animals.toml").write_text('a = "b"', encoding="utf-8")
    assert "no such lexicon" in check_lexicons(tmp_path)[0]


def test_persian_letters_may_be_meant(tmp_path: Path) -> None:
    (tmp_path / "given.toml").write_text('persian = true\nsure = "علی"', encoding="utf-8")
    assert check_lexicons(tmp_path) == ()


def test_the_gazetteer_is_folded_and_known() -> None:
    codes = {c.code for c in Lexicons().load("countries", Countries).country}
    held = cities()
    assert len(held) > 3000
    for city in held:
        assert city.slug
        assert city.forms
        assert all(form == fold_word(form) and len(form) > 2 for form in city.forms)
    assert len({city.country for city in held} - codes) < 20  # territories without an entry of their own


def test_common_words_are_folded_sorted_and_no_sure_names() -> None:
    given = Lexicons().load("given", Given)
    words = common_words()
    assert all(word == fold_word(word) for word in words)
    assert not words & set(fold_word(f"{given.sure} {given.foreign}").split())


def test_no_country_is_a_doubtful_form() -> None:
    doubtful = set(items(fold_word(Lexicons().load("places", Places).doubtful)))
    countries = {
        fold_word(n) for c in Lexicons().load("countries", Countries).country if not c.doubtful for n in c.names
    }
    assert doubtful & countries <= {"ارمينيا", "كولومبيا"}  # cities of that name; the countries stay sure
