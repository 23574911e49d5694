"""The report: one HTML file that asks nothing of the network."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from isnad.model.dossier import Label
from isnad.model.record import RecordSource
from isnad.show.articles import article_view
from isnad.show.board import board_cards
from isnad.show.charts import histogram
from isnad.show.deadlines import deadline_lines
from isnad.show.disagreements import conflicts, oddity_rows, seeming
from isnad.show.figures import measure_views, other_figures
from isnad.show.measured import load_measured
from isnad.show.origins import count_origins, origin_rows
from isnad.show.page import Count, Page, Summary
from isnad.show.shelf import LAYERS, Shelf, Text, day_of
from isnad.show.statements import count_actors, count_forces, count_outlets, statement_rows
from isnad.show.timeline import timeline_years
from isnad.show.words import UNKNOWN, between, noun, number, word

_TITLE = Label(ar="سجلّ أقوال", en="A record of statements")
_SECTIONS = (
    ("board", "اللوحة", "Board"),
    ("timeline", "الخط الزمني", "Timeline"),
    ("statements", "الأقوال", "Statements"),
    ("figures", "الأرقام", "Figures"),
    ("disagreements", "ما يتعارض", "Disagreements"),
    ("deadlines", "المواعيد", "Deadlines"),
    ("origins", "المصادر", "Origins"),
    ("articles", "المقالات", "Articles"),
    ("about", "عن التقرير", "About"),
)
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?")
_SEEMING = 40  # pairs that only seem to conflict, listed at most


def _covered(shelf: Shelf) -> Label:
    """From the first day of an article to the last; articles of unknown day count only where no other is there."""
    published = [e.reading.document.published for e in shelf.entries if day_of(e)]
    published = published or [e.reading.document.published for e in shelf.entries]
    first = min((p.value or p.earliest or "9" for p in published), default="9")
    last = max((p.value or p.latest or "" for p in published), default="")
    return between(first, last) if first != "9" and last else UNKNOWN


def _count_layers(shelf: Shelf) -> tuple[Count, ...]:
    counts = {layer: sum(len(getattr(e.reading, layer)) for e in shelf.entries) for layer in LAYERS}
    return tuple(Count(layer, word("layer", layer), n) for layer, n in counts.items() if n)


def make_page(source: RecordSource, text: Text = "full") -> Page:
    """Everything the templates show, computed."""
    shelf = Shelf(source, text)
    statements, measures, deadlines = tuple(statement_rows(shelf)), measure_views(shelf), deadline_lines(shelf)
    actors, measured = count_actors(statements), load_measured()
    clashes, origins = conflicts(measures), origin_rows(shelf)
    seem = seeming(measures)
    days = [day for e in shelf.entries if (day := day_of(e))]
    summary = Summary(
        articles=len(shelf.entries),
        outlets=len({e.reading.document.outlet for e in shelf.entries if e.reading.document.outlet}),
        statements=len(statements),
        figures=sum(len(e.reading.figures) for e in shelf.entries),
        deadlines=len(deadlines),
        origins=count_origins(shelf),
        repeated=len(origins),
        conflicts=len(clashes),
        unnamed=sum(not row.actor for row in statements),
        undated=sum(day_of(e) is None for e in shelf.entries),
        span=_covered(shelf),
        chart=histogram(days),
    )
    return Page(
        title=shelf.dossier.title if shelf.dossier else _TITLE,
        has_dossier=shelf.dossier is not None,
        made_up=any(shelf.made_up(e) for e in shelf.entries),
        text=text,
        families=_count_layers(shelf),
        summary=summary,
        measured=measured,
        precision={f.id: f for f in measured.family},
        board=board_cards(shelf, measures, deadlines, origins, actors),
        timeline=timeline_years(shelf),
        statements=statements,
        actors=actors,
        forces=count_forces(statements),
        outlets=count_outlets(statements),
        measures=tuple(m for m in measures if len(m.rows) > 1 or m.from_dossier),
        others=other_figures(shelf),
        conflicts=clashes,
        seeming=seem[:_SEEMING],
        seeming_total=len(seem),
        oddities=oddity_rows(shelf),
        deadlines=deadlines,
        origins=origins,
        articles=tuple(article_view(shelf, e) for e in shelf.entries),
    )


def _both(label: Label) -> Markup:
    if label.ar == label.en:
        return Markup("<bdi>{}</bdi>").format(label.ar)
    return Markup('<i lang="ar">{}</i><i lang="en">{}</i>').format(label.ar, label.en)


def _pair(ar: str, en: str) -> Markup:
    return _both(Label(ar=ar, en=en))


def _reason(label: Label) -> Markup:
    """Both languages, with ISO days kept from turning around among Arabic words."""
    return Markup(_ISO.sub(r'<bdi dir="ltr">\g<0></bdi>', str(_both(label))))


def _counted(n: int, key: str) -> Markup:
    label = noun(n, key)
    return _pair(label.ar if n == 2 else f"{number(n)} {label.ar}", f"{number(n)} {label.en}")


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0")


def _digest(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("isnad.show", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.globals.update(l=_both, t=_pair, n=number, pc=_percent, word=word, c=_counted, noun=noun, r=_reason)
    return env


def render(source: RecordSource, text: Text = "full") -> str:
    """The report as HTML. text: "full", "excerpts" (only the sentences around items), "none" (no article text).

    The same record gives the same bytes. Nothing is fetched, and the page forbids itself to fetch anything.
    """
    env = _environment()
    style, script = (_inlined(env, name) for name in ("report.css", "report.js"))
    page = make_page(source, text)
    return env.get_template("report.html.j2").render(
        page=page,
        sections=_SECTIONS,
        unknown=UNKNOWN,
        redated=sum(len(line.steps) > 1 for line in page.deadlines),
        style=Markup(style),
        script=Markup(script),
        style_hash=_digest(style),
        script_hash=_digest(script),
    )


def _inlined(env: Environment, name: str) -> str:
    assert env.loader is not None
    return env.loader.get_source(env, name)[0]


def write_report(source: RecordSource, path: Path | str, text: Text = "full") -> None:
    """Write the report to `path` at once: an interrupted run leaves what was there. Raises OSError."""
    target = Path(path)
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(render(source, text), encoding="utf-8", newline="\n")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
