"""A record in memory over short articles of our own writing: overlapping items, gaps in knowledge, a hostile text."""

from __future__ import annotations

from collections.abc import Iterator

from quoting import figure, head, make, of, sha256, span, statement

from isnad.errors import RecordError
from isnad.model.document import Document
from isnad.model.dossier import Board, Dossier, Label, Measure, Phase, Question
from isnad.model.reading import (
    Commitment,
    Due,
    Name,
    Oddity,
    Position,
    Reading,
    Time,
    Title,
    Voice,
)
from isnad.model.record import (
    ActorEntry,
    Comparison,
    CopyOf,
    Deadline,
    Entry,
    ItemRef,
    MeasuredFigure,
    MeasureGroup,
    Origin,
    Reconciled,
    TimelineEntry,
    Verdict,
    anchor_of,
)

PORT = (
    "قالت صحيفة المرسى نقلا عن مديرة الميناء هند الساري إن نحو 250 سفينة سترسو قبل نهاية 2023.\n"
    "وأضافت أن الأرصفة جاهزة. وسار البحارة إلى السوق صباحا دون أن يقولوا شيئا.\n"
    "نص مصنوع للتجربة"
)
STRIKE = "أعلنت النقابة أن عدد السفن 300 سفينة في الميناء. وعدت الإدارة بالرد خلال شباط (مارس) 2024."
HOSTILE = (
    'قال <script>alert("x")</script> إن \'الميناء\' & "الرصيف" مغلقان</textarea><img src=x onerror=alert(1)> اليوم.'
)


class Memory:
    """A RecordSource over values in memory."""

    def __init__(
        self,
        entries: list[Entry],
        reconciled: Reconciled | None = None,
        dossier: Dossier | None = None,
        verdicts: dict[str, Verdict] | None = None,
    ) -> None:
        self._entries, self._reconciled = entries, reconciled or Reconciled()
        self._dossier, self._verdicts = dossier, verdicts or {}

    def entries(self) -> Iterator[Entry]:
        return iter(self._entries)

    def entry(self, document: str) -> Entry:
        for entry in self._entries:
            if entry.document.id == document:
                return entry
        raise RecordError(document)

    def dossier(self) -> Dossier | None:
        return self._dossier

    def reconciled(self) -> Reconciled:
        return self._reconciled

    def verdicts(self) -> dict[str, Verdict]:
        return self._verdicts


def entry(id: str, text: str, day: str | None, outlet: str | None, url: str | None = None, **layers: object) -> Entry:
    """A document with its reading."""
    given = head(id, f"{id}.txt", text, title=Title(f"عنوان {id}", None, "given"), outlet=outlet, day=day)
    sha = sha256(text)
    return Entry(Document(id, f"{id}.txt", text, sha, sha, url=url), Reading(given, **layers))  # type: ignore[arg-type]


def port() -> Entry:
    """Two voices, one dropped subject, a figure inside a statement, a deadline, a sentence without items."""
    t = PORT
    hind = span(t, "مديرة الميناء هند الساري")
    first = statement(
        t,
        "s1",
        ("قالت", "نقلا عن"),
        "نحو 250 سفينة سترسو قبل نهاية 2023",
        hind.text,
        actor="hind",
        chain=(
            make(t, "صحيفة المرسى", Voice, role="outlet", actor="marsa", cue=None),
            Voice(*of(hind), "person", "hind", None),
        ),
        rule="statements.relayed",
    )
    second = statement(t, "s2", "وأضافت", "الأرصفة جاهزة", rule="add")
    end = make(
        t,
        "نهاية 2023",
        Time,
        type="DATE",
        value="2023",
        mod="END",
        earliest="2023-12-01",
        latest="2023-12-31",
        until=None,
        relative_to=None,
        rule="times.end",
    )
    ships = figure(t, "250", 250, "سفينة", time=end, approx="about", within=(225, 275), said="s1", rule="count")
    promise = Commitment(
        span(t, "سترسو قبل نهاية 2023"),
        None,
        span(t, "سترسو"),
        Due("2023", None, "2023-12-31"),
        None,
        "statement",
        "s1",
        "will",
    )
    names = (
        make(t, "هند الساري", Name, type="PER", actor="hind", rule="names.person"),
        make(t, "المرسى", Name, type="ORG", actor="marsa", rule="names.org"),
    )
    return entry(
        "port",
        t,
        "2023-05-02",
        "المرسى",
        names=names,
        times=(end,),
        statements=(first, second),
        figures=(ships,),
        commitments=(promise,),
    )


def strike() -> Entry:
    """A figure on the article's own word that conflicts, a re-dated promise, an oddity; outlet unknown."""
    t = STRIKE
    union = span(t, "النقابة")
    said = statement(
        t,
        "s1",
        "أعلنت",
        "عدد السفن 300 سفينة في الميناء",
        union.text,
        "announce",
        actor="union",
        chain=(Voice(*of(union), "organisation", "union", None),),
        rule="statements.verb",
    )
    ships = figure(t, "300", 300, "سفينة", where="الميناء", rule="count")
    promise = Commitment(
        span(t, "بالرد خلال شباط (مارس) 2024"),
        span(t, "الإدارة"),
        span(t, "الرد"),
        Due("2024-02", "2024-02-01", "2024-02-29"),
        None,
        "article",
        None,
        "vow",
    )
    odd = make(t, "شباط (مارس)", Oddity, kind="month-names-disagree", note="شباط هو فبراير")
    stance = Position(span(t, "بالرد"), "union", union, "berths", "stay", None, (), "article", None, "position.word")
    return entry(
        "strike",
        t,
        "2023-09-10",
        None,
        statements=(said,),
        figures=(ships,),
        commitments=(promise,),
        oddities=(odd,),
        positions=(stance,),
    )


def hostile() -> Entry:
    """A text that is code, with an item that starts inside it."""
    name = make(HOSTILE, '<script>alert("x")</script>', Name, type="PER", actor=None, rule='"><b>rule')
    return entry("hostile", HOSTILE, None, '<i>منبر</i>"', url="javascript:alert(1)", names=(name,))


def dossier() -> Dossier:
    """A story with a measure, a phase and a question on its board."""
    return Dossier(
        "port",
        Label("الميناء", "The port"),
        measure=(
            Measure("ships", Label("السفن", "Ships"), ("سفينة",)),
            Measure("cranes", Label("الرافعات", "Cranes"), ("رافعة",)),
        ),
        question=(Question("berths", Label("الأرصفة", "Berths"), ("الأرصفة",), ("stay", "leave")),),
        phase=(Phase("opening", Label("الافتتاح", "Opening"), ("افتتاح",)),),
        board=Board(("phases", "forces", "deadlines", "positions"), forces=("ships", "cranes")),
    )


def reconciled() -> Reconciled:
    """What stands across `port` and `strike`."""
    a, b = ItemRef("port", "figures", 0), ItemRef("strike", "figures", 0)
    first, second = ItemRef("port", "commitments", 0), ItemRef("strike", "commitments", 0)
    what = port().reading.commitments[0].span
    return Reconciled(
        actors=(ActorEntry("hind", "هند الساري", "person", ("هند الساري",), (ItemRef("port", "names", 0),), False),),
        origins=(Origin("o", (CopyOf("port", "first", 1.0), CopyOf("strike", "rewrite", 0.25)), "سنا", "shingles"),),
        measures=(
            MeasureGroup(
                "ships",
                "السفن",
                "Ships",
                True,
                (
                    MeasuredFigure(a, "2023-05-02", "2023-05-02", None, None, "o"),
                    MeasuredFigure(b, "2023-09-01", "2023-09-30", "الميناء", None, "o"),
                ),
                (Comparison(a, b, "conflict", "المدى لا يتقاطع", "the intervals do not meet", "compare.apart"),),
            ),
        ),
        timeline=(
            TimelineEntry(
                "t", "2023-12", "2023-12-01", "2023-12-31", "port", what, (first,), "deadline", "opening", "due"
            ),
        ),
        deadlines=(
            Deadline("d1", first, "الرسو", None, "2023-12-31", "2023-05-02", None, None, "due"),
            Deadline("d2", second, "الرد", "2024-02-01", "2024-02-29", "2023-09-10", "d1", None, "due"),
        ),
    )


def whole(with_dossier: bool = True) -> Memory:
    """Both articles and what stands across them; one figure was judged wrong by a person."""
    figure = port().reading.figures[0]
    anchor = anchor_of(port().document.sha256, "figures", figure.start, figure.end)
    verdicts = {anchor: Verdict(anchor, "wrong", "عدّها مرتين")}
    return Memory([port(), strike()], reconciled(), dossier() if with_dossier else None, verdicts)
