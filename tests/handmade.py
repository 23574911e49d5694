"""Small readings made by hand for the tests of record and export: every span is found in its text, so it is exact."""

from __future__ import annotations

import datetime as dt

import quoting
from quoting import figure, of, sha256, span, statement

from isnad.model.document import Document
from isnad.model.dossier import Actor, Dossier, Label, Office
from isnad.model.reading import (
    Commitment,
    Due,
    Event,
    Head,
    Name,
    Number,
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
)

MARK = "نص مصنوع للتجربة"

WIRE = (
    "بغداد (وكالة المدى الجديدة) - أعلن المتحدث باسم هيئة السدود سالم الغانم، الثلاثاء، "
    "أن «نحو 250 عاملاً» سيغادرون الموقع "
    "قبل نهاية 2021.\n"
    "ونقلت صحيفة الضفاف عن مصدر في الهيئة قوله إن عدد العاملين 300.\n"
    f"{MARK}"
)
OPINION = (
    "كتب المعلّق أنّ السدود الأميركية لا تُبنى بالتمنّي.\n"
    "ويرى الغانم أن الموعد تأجل إلى حزيران (يوليو) 2022، وأن 250 عاملا باقون."
)


def document(id: str, text: str, path: str, outlet: str | None, day: dt.date | None, title: str | None) -> Document:
    sha = sha256(text)
    basis = "given" if day else None
    title_basis = "given" if title else None
    return Document(
        id,
        path,
        text,
        sha,
        sha,
        title,
        title_basis,
        outlet,
        published=day,
        published_basis=basis,
        notes=("كان cp1256",),
    )


def head(doc: Document) -> Head:
    return quoting.head(
        doc.id,
        doc.path,
        doc.text,
        title=Title(doc.title, None, doc.title_basis),
        outlet=doc.outlet,
        day=doc.published.isoformat() if doc.published else None,
        notes=doc.notes,
    )


def wire(id: str = "wire", path: str = "wire.txt") -> Entry:
    t = WIRE
    doc = document(id, t, path, "الضفاف", dt.date(2021, 12, 7), "هيئة السدود: عمال يغادرون")
    alghanim = span(t, "سالم الغانم")
    speaker = span(t, "المتحدث باسم هيئة السدود سالم الغانم")
    said_on = Time(
        *of(span(t, "الثلاثاء")), "DATE", "2021-12-07", None, "2021-12-07", "2021-12-07", None, "published", "day"
    )
    end = Time(*of(span(t, "نهاية 2021")), "DATE", "2021", "END", "2021-12-01", "2021-12-31", None, None, "end-of")
    source = span(t, "مصدر في الهيئة")
    names = (
        Name(*of(span(t, "هيئة السدود")), "ORG", "dams", "org"),
        Name(*of(alghanim), "PER", "ghanim", "person"),
        Name(*of(span(t, "صحيفة الضفاف")), "ORG", "difaf", "org"),
    )
    s1 = statement(
        t,
        "s1",
        "أعلن",
        ("نحو 250 عاملاً", "سيغادرون الموقع قبل نهاية 2021"),
        speaker.text,
        "announce",
        actor="ghanim",
        chain=(Voice(*of(speaker), "person", "ghanim", span(t, "أعلن")),),
        mode="mixed",
        said_on=said_on,
        rule="announce",
    )
    voices = (
        Voice(*of(span(t, "صحيفة الضفاف")), "outlet", "difaf", span(t, "نقلت")),
        Voice(*of(source), "anonymous", None, span(t, "قوله")),
    )
    s2 = statement(t, "s2", "قوله", "عدد العاملين 300", source.text, chain=voices, rule="quote-of")
    figures = (
        figure(
            t,
            "250",
            250,
            "عاملاً",
            where="الموقع",
            time=end,
            approx="about",
            within=(250, 250),
            said="s1",
            rule="count",
        ),
        figure(t, "300", 300, "العاملين", said="s2", rule="count"),
    )
    commitment = Commitment(
        span(t, "سيغادرون الموقع قبل نهاية 2021"),
        span(t, "250 عاملاً"),
        span(t, "سيغادرون الموقع"),
        Due("2021", None, "2021-12-31"),
        None,
        "statement",
        "s1",
        "will",
    )
    event = Event(
        span(t, "سيغادرون"),
        "DEPART",
        (span(t, "250 عاملاً"),),
        (),
        span(t, "الموقع"),
        end,
        "planned",
        (),
        (),
        (),
        "statement",
        "s1",
        "go",
    )
    numbers = (Number(*of(span(t, "250")), 250, 250, 250, "cardinal"),)
    reading = Reading(head(doc), names, (said_on, end), (s1, s2), figures, (event,), (commitment,), numbers=numbers)
    return Entry(doc, reading)


def opinion() -> Entry:
    t = OPINION
    doc = document("opinion", t, "opinion.txt", None, dt.date(2022, 3, 1), None)
    ghanim = span(t, "الغانم")
    said = statement(
        t,
        "s1",
        "يرى",
        "الموعد تأجل إلى حزيران (يوليو) 2022، وأن 250 عاملا باقون",
        ghanim.text,
        actor="p1",
        chain=(Voice(*of(ghanim), "person", "p1", span(t, "يرى")),),
        rule="opinion-verb",
    )
    when = Time(
        *of(span(t, "حزيران (يوليو) 2022")), "DATE", "2022-06", None, "2022-06-01", "2022-06-30", None, None, "month"
    )
    counted = figure(t, "250", 250, "عاملا", said="s1", rule="count")
    odd = Oddity(*of(span(t, "حزيران (يوليو)")), "month-names-disagree", "حزيران is June, يوليو is July")
    due = Commitment(
        span(t, "الموعد تأجل إلى حزيران (يوليو) 2022"),
        None,
        span(t, "الموعد"),
        Due("2022-06", "2022-06-01", "2022-06-30"),
        None,
        "statement",
        "s1",
        "delay",
    )
    stance = Position(span(t, "باقون"), "p1", ghanim, "stay-or-leave", "stay", None, (), "statement", "s1", "stay")
    reading = Reading(
        head(doc),
        (Name(*of(ghanim), "PER", "p1", "person"),),
        (when,),
        (said,),
        (counted,),
        (),
        (due,),
        (stance,),
        (),
        (odd,),
    )
    return Entry(doc, reading)


def undated() -> Entry:
    text = "=SUM(A1) سطر يبدأ بعلامة."
    doc = document("undated", text, "-undated.txt", "+منبر", None, None)
    name = Name(0, 8, "=SUM(A1)", "ORG", None, "odd")
    return Entry(doc, Reading(head(doc), (name,)))


def entries() -> list[Entry]:
    return [wire(), opinion(), undated()]


def reconciled() -> Reconciled:
    a, b = ItemRef("wire", "figures", 0), ItemRef("opinion", "figures", 0)
    what = wire().reading.commitments[0].span
    return Reconciled(
        actors=(
            ActorEntry(
                "salim-alghanim",
                "سالم الغانم",
                "person",
                ("سالم الغانم", "الغانم"),
                (ItemRef("wire", "names", 1), ItemRef("opinion", "names", 0)),
                True,
                "IQ",
                "surname",
            ),
            ActorEntry("dams", "هيئة السدود", "organisation", ("هيئة السدود",), (ItemRef("wire", "names", 0),), False),
        ),
        origins=(
            Origin("o1", (CopyOf("wire", "first", 1.0), CopyOf("opinion", "rewrite", 0.125)), "المدى", "shingles"),
        ),
        measures=(
            MeasureGroup(
                "unit:عامل",
                "عامل",
                "workers",
                False,
                (
                    MeasuredFigure(a, "2021-12-07", "2021-12-07", None, "عمال", "o1"),
                    MeasuredFigure(b, None, None, "الموقع", None, None),
                ),
                (Comparison(a, b, "compatible", "الأول تقريبي", "the first is approximate", "bound"),),
            ),
        ),
        timeline=(
            TimelineEntry(
                "t1",
                "2021-12-31",
                "2021-12-01",
                "2021-12-31",
                "wire",
                what,
                (ItemRef("wire", "commitments", 0),),
                "deadline",
                None,
                "due",
            ),
        ),
        deadlines=(
            Deadline(
                "d1", ItemRef("wire", "commitments", 0), "مغادرة", None, "2021-12-31", "2021-12-07", None, None, "due"
            ),
            Deadline(
                "d2",
                ItemRef("opinion", "commitments", 0),
                "الموعد",
                "2022-06-01",
                "2022-06-30",
                "2022-03-01",
                "d1",
                None,
                "due",
            ),
        ),
    )


def dossier() -> Dossier:
    office = Office("مدير السدود", "dams", dt.date(2020, 1, 1), None)
    actor = Actor("salim-alghanim", "person", ("سالم الغانم",), ("الغانم",), "IQ", (office,))
    return Dossier("dams", Label("السدود", "Dams"), (actor,))
