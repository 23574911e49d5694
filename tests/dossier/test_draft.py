"""A dossier drafted from a record: who and what stands in several articles, quoted so that it loads again."""

import memory
import msgspec
import pytest

from isnad.dossier.draft import draft_dossier, quoted
from isnad.dossier.load import parse_dossier
from isnad.model.dossier import Dossier
from isnad.model.record import ActorEntry, ItemRef, MeasuredFigure, MeasureGroup, Reconciled


def actor(
    id: str, name: str, kind: str, *documents: str, variants: tuple[str, ...] = (), rule: str = "made"
) -> ActorEntry:
    mentions = tuple(ItemRef(d, "names", n) for n, d in enumerate(documents))
    return ActorEntry(id, name, kind, (name, *variants), mentions, False, None, rule)  # type: ignore[arg-type]


def drafted(source: memory.Memory, name: str) -> Dossier:
    """The draft, loaded as a user's file would be."""
    return parse_dossier(draft_dossier(source, name).encode("utf-8"), f"{name}.toml")


@pytest.fixture
def source() -> memory.Memory:
    entries = [memory.port(), msgspec.structs.replace(memory.port())]
    first = entries[0].document.id
    figures = tuple(MeasuredFigure(ItemRef(d, "figures", 0), None, None, None, None, None) for d in (first, "other"))
    other = msgspec.structs.replace(
        entries[1], document=msgspec.structs.replace(entries[1].document, id="other", path="other.txt")
    )
    group = MeasureGroup("unit:ship", "سفن «الميناء»", 'ships of the "port"', False, figures, ())
    actors = (
        actor("hind", "هند الساري", "person", first, "other", variants=("الساري",)),
        actor("often", "هيئة المرسى", "organisation", first, "other", first),
        actor("once", "سمير الوحيد", "person", first),
        actor("town", "مدينة المرسى", "place", first, "other"),
    )
    return memory.Memory([entries[0], other], Reconciled(actors=actors, measures=(group,)))


def test_the_draft_loads_and_holds_who_stands_in_several_articles(source: memory.Memory) -> None:
    dossier = drafted(source, "ports")
    assert dossier.id == "ports"
    assert [a.id for a in dossier.actor] == ["often", "hind"]
    assert dossier.actor[1].aliases == ("الساري",)


def test_measures_of_several_articles_with_their_units(source: memory.Memory) -> None:
    [measure] = drafted(source, "ports").measure
    assert measure.title.en == 'ships of the "port"'
    assert measure.unit


def test_what_no_list_knows_stands_first(source: memory.Memory) -> None:
    first = next(iter(source.entries())).document.id
    known = actor("state", "دولة المرسى", "state", first, "other", first, first, rule="actors.known")
    once = actor("loud", "جابر الصداح", "person", first, first, first, first, first)
    held = memory.Memory(list(source.entries()), Reconciled(actors=(known, *source.reconciled().actors, once)))
    text = draft_dossier(held, "ports")
    assert [a.id for a in drafted(held, "ports").actor] == ["often", "hind", "loud", "state"]
    assert text.index("does not know") < text.index('"often"') < text.index("knows already") < text.index('"state"')


def test_spellings_of_one_form_are_listed_once(source: memory.Memory) -> None:
    first = next(iter(source.entries())).document.id
    forms = ("سامر الحيالى", "للحيالي", "الحيالي", "سامر_الحيالي", "أبو ليث")
    held = actor("samir", "سامر الحيالي", "person", first, "other", variants=forms)
    [drawn] = drafted(memory.Memory(list(source.entries()), Reconciled(actors=(held,))), "d").actor
    assert (drawn.names, drawn.aliases) == (("سامر الحيالي",), ("الحيالي", "أبو ليث"))


def test_units_of_several_articles_are_drafted_where_no_group_holds_them(source: memory.Memory) -> None:
    [figure] = next(iter(source.entries())).reading.figures
    [measure] = drafted(memory.Memory(list(source.entries())), "d").measure
    assert figure.unit not in (None, "%")
    assert (measure.id, measure.unit, measure.of, measure.where) == ("measure-1", (figure.unit.text,), (), ())


def test_a_record_of_nothing_gives_a_dossier_of_nothing() -> None:
    dossier = drafted(memory.Memory([]), "none")
    assert (dossier.actor, dossier.measure) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [('a "b" \\ c', '"a \\"b\\" \\\\ c"'), ("مـرسى\u200f\n  قديم", '"مرسى قديم"'), ("", '""')],
)
def test_strings_are_quoted_for_toml(text: str, expected: str) -> None:
    assert quoted(text) == expected
