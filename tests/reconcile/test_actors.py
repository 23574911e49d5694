from __future__ import annotations

import datetime as dt

import pytest
from made_up import entry, name, statement

from isnad.model.dossier import Actor, Dossier, Label, Office
from isnad.model.reading import NameType
from isnad.model.record import ActorEntry, Entry
from isnad.reconcile import reconcile
from isnad.reconcile.fullnames import name_key, shortens

TITLE = Label("قصة", "story")
PREMIERS = Dossier(
    id="premiers",
    title=TITLE,
    actor=(
        Actor(
            "first",
            "person",
            ("سالم بن خالد الوادعي",),
            office=(Office("رئيس الوزراء", "IQ", dt.date(2014, 1, 1), dt.date(2018, 6, 1)),),
        ),
        Actor("second", "person", ("نزار العامري",), office=(Office("رئيس الوزراء", "IQ", dt.date(2018, 6, 1)),)),
    ),
)


def article(key: str, *names: str, type: NameType = "PER", actor: str | None = None) -> Entry:
    text = " ثم ".join(names)
    return entry(key, "2020-01-01", text, names=[name(text, n, type, actor) for n in names])


def actors(*entries: Entry, dossier: Dossier | None = None) -> list[ActorEntry]:
    return list(reconcile(entries, dossier).actors)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبد الله القاسمي", "عبدالله القاسمي"),
        ("إبراهيم الأعرجي", "ابراهيم الاعرجى"),
        ("أبو بكر السلمي", "أبي بكر السلمي"),
        ("داوود اوغلي", "داود أوغلي"),
        ("محمد بن سالم", "محمد سالم"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    (actor,) = actors(article("a", one), article("b", other))
    assert set(actor.variants) == {one, other}


def test_inner_names_may_be_left_out() -> None:
    assert shortens(name_key("محمد الوادعي"), name_key("محمد صالح الوادعي"))
    assert not shortens(name_key("محمد صالح"), name_key("احمد محمد صالح"))
    assert len(actors(article("a", "فاضل صالح الوادعي"), article("b", "فاضل الوادعي"))) == 1


def test_two_long_names_of_one_short_name_are_not_joined() -> None:
    found = actors(article("a", "فاضل صالح الوادعي"), article("b", "فاضل نزار الوادعي"), article("c", "فاضل الوادعي"))
    assert len(found) == 3


def test_organisations_in_two_spellings_are_one() -> None:
    one = article("a", "وزارة الخارجية الأميركية", type="ORG")
    assert len(actors(one, article("b", "وزارة الخارجية الأمريكية", type="ORG"))) == 1
    (actor,) = actors(article("b", "الخارجية الأمريكية", type="ORG"), one)
    assert actor.id == "organisation:وزاره-خارجيه-اميركيه"
    assert len(actors(one, article("b", "وزارة الخارجية الروسية", type="ORG"))) == 2
    assert len(actors(article("a", "وزارة الدفاع", type="ORG"), article("b", "الدفاع", type="ORG"))) == 2


def test_given_names_at_the_end_do_not_join() -> None:
    assert len(actors(article("a", "محمد علي"), article("b", "محمد حسن علي"))) == 2


def test_surname_alone_joins_where_one_has_it() -> None:
    (actor,) = actors(article("a", "هيثم الكروي"), article("b", "الكروي"))
    assert {m.document for m in actor.mentions} == {"a", "b"}


def test_surname_alone_never_joins_where_two_have_it() -> None:
    found = actors(article("a", "هيثم الكروي"), article("b", "سلوان الكروي"), article("c", "الكروي"))
    assert len(found) == 3
    assert all(len({m.document for m in a.mentions}) == 1 for a in found)


def test_two_surnames_of_no_full_name_stay_in_their_articles() -> None:
    assert len(actors(article("a", "الكروي"), article("b", "الكروي"))) == 2


def test_surname_within_one_article_follows_its_full_name() -> None:
    found = actors(article("a", "هيثم الكروي", "الكروي"), article("b", "سلوان الكروي"))
    by_name = {a.name: a for a in found}
    assert len(by_name["هيثم الكروي"].mentions) == 2


def test_ids_of_the_lexicons_join_spellings() -> None:
    (actor,) = actors(
        article("a", "سوريا", type="LOC", actor="syria"), article("b", "سورية", type="LOC", actor="syria")
    )
    assert (actor.id, actor.kind, actor.country) == ("syria", "state", "SY")


@pytest.mark.parametrize(
    ("published", "holder"), [("2017-05-01", "first"), ("2021-05-01", "second"), ("2018-06-01", None), (None, None)]
)
def test_an_office_is_whoever_holds_it_that_day(published: str | None, holder: str | None) -> None:
    text = "قال رئيس الحكومة العراقية إن الطريق مفتوح"
    said = statement(text, "s1", "قال", "الطريق مفتوح", "رئيس الحكومة العراقية")
    found = actors(entry("a", published, text, statements=[said]), dossier=PREMIERS)
    assert [a.id for a in found] == ([holder] if holder else [])


def test_a_former_holder_is_not_the_holder() -> None:
    text = "قال رئيس الوزراء العراقي السابق إن الطريق مفتوح"
    said = statement(text, "s1", "قال", "الطريق مفتوح", "رئيس الوزراء العراقي السابق")
    assert actors(entry("a", "2021-05-01", text, statements=[said]), dossier=PREMIERS) == []


def test_dossier_names_come_first() -> None:
    (actor,) = actors(article("a", "سالم الوادعي"), article("b", "سالم خالد الوادعي"), dossier=PREMIERS)
    assert (actor.id, actor.from_dossier) == ("first", True)
