"""Names by list and by grammar, against sentences of our own; one actor for all mentions of one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Actor, Dossier, Label
from isnad.read.names import NamesReader
from isnad.text.prose import Prose

CORPUS = Path(__file__).parent.parent / "corpus" / "names.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
READER = NamesReader(Lexicons())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][:40])
def test_corpus(line: dict) -> None:
    names = READER.read(Prose(line["text"]))
    assert [[n.text, n.type] for n in names] == line["expect"]
    actors = {n.text: n.actor for n in names}
    for a, b in line.get("same", []):
        assert actors[a] == actors[b]
    for a, b in line.get("apart", []):
        assert actors[a] != actors[b]


@given(st.lists(st.sampled_from([*" ".join(line["text"] for line in LINES).split(), "\n", "«", "»", "."]), max_size=40))
def test_every_name_quotes_its_text_and_none_overlap(words: list[str]) -> None:
    text = " ".join(words)
    at = 0
    for name in READER.read(Prose(text)):
        assert text[name.start : name.end] == name.text
        assert name.start >= at
        assert name.actor
        assert name.rule
        at = name.end


def test_the_same_text_gives_the_same_names() -> None:
    text = " ".join(line["text"] for line in LINES)
    assert READER.read(Prose(text)) == READER.read(Prose(text))


def test_the_preposition_is_not_the_name() -> None:
    written = [n.text for n in READER.read(Prose("أكد علي الحمداني ذلك على حسن النية."))]
    assert written == ["علي الحمداني"]


def test_a_dossier_gives_ids_and_names_that_no_list_has() -> None:
    dossier = Dossier(
        "d",
        Label("د", "d"),
        actor=(
            Actor("follow-up-office", "organisation", ("مكتب المتابعة المشترك",)),
            Actor("old-man", "person", ("شكري القاضي",), ("القاضي",)),
            Actor("fort", "place", ("الحصن",)),
        ),
    )
    names = NamesReader(Lexicons(), dossier).read(
        Prose("قال شكري القاضي من مكتب المتابعة المشترك في الحصن إن القاضي أجل الجلسة. وأضاف القاضي أنه راض.")
    )
    assert [(n.text, n.actor) for n in names] == [
        ("شكري القاضي", "old-man"),
        ("مكتب المتابعة المشترك", "follow-up-office"),
        ("الحصن", "fort"),
        ("القاضي", "old-man"),
    ]
    assert names[-1].start > 60


def test_a_user_overlay_adds_names(tmp_path: Path) -> None:
    (tmp_path / "persons.toml").write_text(
        '[[person]]\nid = "jabbar-x"\nnames = ["جبار قلندر"]\nalone = ["قلندر"]\n', encoding="utf-8"
    )
    names = NamesReader(Lexicons(tmp_path)).read(Prose("قال قلندر إنه سيعود."))
    assert [(n.text, n.actor) for n in names] == [("قلندر", "jabbar-x")]
