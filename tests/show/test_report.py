"""The report carries everything, asks nothing of the network, keeps hostile words words, hides what it is told to."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import memory
import msgspec
import pytest
from made_up import entry
from quoting import figure

from isnad.model.dossier import Label
from isnad.model.record import Deadline, ItemRef, Reconciled
from isnad.model.span import Span
from isnad.show import report
from isnad.show.export.cells import MADE_UP
from isnad.show.measured import Family, Measured
from isnad.show.report import make_page, render, write_report


class Tags(HTMLParser):
    """Collects tags, ids, links; notes tags that do not close in order."""

    VOID = frozenset({"meta", "link", "input", "br", "img", "line", "circle", "rect"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for key, value in attrs:
            self.attributes.append((key, value or ""))
            if key == "id":
                self.ids.append(value or "")
            if key == "href":
                self.links.append(value or "")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


def body(html: str) -> str:
    """The page without its style and script."""
    return re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.S)


def test_every_link_inside_the_page_has_a_place_and_every_id_is_once() -> None:
    for text in ("full", "excerpts", "none"):
        tags = parsed(render(memory.whole(), text))
        assert len(tags.ids) == len(set(tags.ids))
        assert {link[1:] for link in tags.links if link.startswith("#")} <= set(tags.ids)


def test_nothing_is_fetched_and_the_page_forbids_it() -> None:
    html = render(memory.whole())
    tags = parsed(html)
    assert not [v for k, v in tags.attributes if k in {"src", "srcset", "action", "poster"}]
    assert [link for link in tags.links if not link.startswith("#")] == ["data:,"]
    assert "default-src 'none'" in html
    assert "url(" not in html and "@import" not in html and "http-equiv" in html
    assert not [k for k, _ in tags.attributes if k == "style" or k.startswith("on")]


def test_the_same_record_gives_the_same_bytes() -> None:
    assert render(memory.whole()) == render(memory.whole())


def test_hostile_words_stay_words() -> None:
    html = render(memory.Memory([memory.hostile()]))
    tags = parsed(html)
    assert tags.tags.count("script") == 1
    assert "img" not in tags.tags and "b>rule" not in tags.tags
    assert not any("javascript:" in link for link in tags.links)
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in html


def test_the_chain_is_drawn_from_the_publisher_to_the_speaker() -> None:
    first, second, _ = make_page(memory.whole()).statements
    assert [(p.text.ar, p.kind) for p in first.pills] == [
        ("المرسى", "carrier"),
        ("صحيفة المرسى", "voice"),
        ("مديرة الميناء هند الساري", "speaker"),
    ]
    assert first.actor == "هند الساري"
    assert [(p.text.ar, p.kind) for p in second.pills] == [("المرسى", "carrier"), ("غير محدد", "unknown")]
    assert 'class="pill unknown"' in render(memory.whole())


def test_a_row_opens_its_words_in_their_sentence_and_names_its_rule() -> None:
    row = make_page(memory.whole()).statements[0]
    assert "".join(p.text for p in row.evidence.pieces) == memory.PORT.split("\n")[0]
    assert [p.text for p in row.evidence.pieces if p.kind == "cue"] == ["قالت", "نقلا عن"]
    assert row.evidence.rule == "statements.relayed"
    assert memory.PORT[row.evidence.start : row.evidence.end] == "نحو 250 سفينة سترسو قبل نهاية 2023"


def test_overlapping_items_share_segments_and_no_letter_is_lost() -> None:
    article = make_page(memory.whole()).articles[0]
    text = "\n".join("".join(s.text for s in p) for p in article.paragraphs)
    assert text == memory.PORT
    figure = next(s for p in article.paragraphs for s in p if s.text == "250")
    assert figure.items == ("a1-f0", "a1-s0")
    assert set(figure.layers) == {"figures", "statements"}
    ids = [i for p in article.paragraphs for s in p for i in s.ids]
    assert sorted(ids) == sorted(row.id for row in article.items)


def test_excerpts_keep_only_sentences_around_items() -> None:
    html = render(memory.whole(), "excerpts")
    assert "سترسو قبل" in body(html) or "سترسو" in html
    assert "السوق" not in html
    assert "[…]" in html or "الأرصفة جاهزة" in html


def test_without_text_no_sentence_is_carried() -> None:
    html = render(memory.whole(), "none")
    for words in ("الأرصفة جاهزة", "سترسو", "السوق", "عدد السفن", "بالرد", "شباط (مارس)", "شباط هو"):
        assert words not in html
    assert "نحو 250" in html and "statements.relayed" in html and "مديرة الميناء هند الساري" in html


def test_made_up_articles_say_so_everywhere() -> None:
    for text in ("full", "excerpts", "none"):
        html = render(memory.whole(), text)
        assert f'class="madeup" role="note" lang="ar" dir="rtl">{MADE_UP}' in html
    assert MADE_UP not in render(memory.Memory([memory.strike()]))


def test_with_the_dossier_and_no_articles_the_board_is_empty() -> None:
    page = make_page(memory.Memory([], dossier=memory.dossier()))
    assert page.board == () and page.timeline == () and page.measures == ()
    html = render(memory.Memory([], dossier=memory.dossier()))
    assert "اللوحة فارغة" in html and "السفن" not in html


def test_the_board_shows_the_latest_figure_and_says_what_is_not_there() -> None:
    phases, forces, deadlines, positions = make_page(memory.whole()).board
    assert phases.phases[0].row is not None and phases.phases[0].row.when.ar == "ديسمبر/كانون الأول 2023"
    ships, cranes = forces.measures
    assert ships.latest is not None and ships.latest.value.ar == "300" and ships.conflicts == 1
    assert cranes.latest is None
    assert [s.due.ar for s in deadlines.deadlines[0].steps] == ["حتى 31 ديسمبر/كانون الأول 2023", "فبراير/شباط 2024"]
    assert positions.questions[0].positions[0].stance == "stay"


def test_a_board_without_dossier_shows_what_is_quoted_most() -> None:
    ids = [card.id for card in make_page(memory.whole(with_dossier=False)).board]
    assert ids == ["measures", "speakers", "deadlines"]


def test_redatings_stand_in_one_line() -> None:
    (line,) = make_page(memory.whole()).deadlines
    assert [step.replaced for step in line.steps] == [True, False]
    assert line.status == "ahead"


@pytest.mark.parametrize(
    ("earliest", "latest", "ar"),
    [
        ("2023-05-02", "2023-12-31", "حتى 31 ديسمبر/كانون الأول 2023"),
        ("2023-12-01", "2023-12-31", "ديسمبر/كانون الأول 2023"),
        ("2023-05-02", "2023-05-02", "2 مايو/أيار 2023"),
        (None, None, "غير محدد"),
    ],
)
def test_a_deadline_counted_from_its_promise_reads_as_a_last_day(
    earliest: str | None, latest: str | None, ar: str
) -> None:
    item = ItemRef("port", "commitments", 0)
    deadline = Deadline("d", item, "الرسو", earliest, latest, "2023-05-02", None, None, "due")
    (line,) = make_page(memory.Memory([memory.port()], Reconciled(deadlines=(deadline,)))).deadlines
    assert line.steps[0].due.ar == ar


def test_conflicts_and_oddities_are_listed_with_their_reasons() -> None:
    page = make_page(memory.whole())
    ((title, pair),) = page.conflicts
    assert title.ar == "السفن" and pair.reason.en == "the intervals do not meet"
    assert page.oddities[0].words == "شباط (مارس)"


def test_a_figure_names_whose_word_it_stands_on() -> None:
    said, own = make_page(memory.whole()).measures[0].rows
    assert said.on_word.ar == "مديرة الميناء هند الساري"
    assert own.on_word == Label("على كلمة المقال", "the article's own word")


def test_figures_of_no_measure_are_shown_too() -> None:
    page = make_page(memory.Memory([memory.port(), memory.strike()]))
    assert page.measures == ()
    assert [(f.value.ar, f.day.ar) for f in page.others] == [
        ("نحو 250", "ديسمبر/كانون الأول 2023"),
        ("300", "نُشر 10 سبتمبر/أيلول 2023"),
    ]
    assert make_page(memory.whole()).others == ()


def test_a_figure_says_what_it_is_part_of_and_what_it_brings_up_to_date() -> None:
    text = "ارتفعت الحصيلة من 40 قتيلا إلى 54 قتيلا بينهم 28 مدنيا."
    old, new, part = (figure(text, str(n), n, None) for n in (40, 54, 28))
    numbers = [Span(f.start, f.end, f.text) for f in (old, new)]
    figures = [
        old,
        msgspec.structs.replace(new, updates=numbers[0]),
        msgspec.structs.replace(part, part_of=numbers[1]),
    ]
    html = render(memory.Memory([entry("toll", "2023-05-01", text, figures=figures)]))
    tied = re.findall(r'class="tie"><i lang="ar">([^<]+)</i><i lang="en">([^<]+)</i> (?:<[^>]+>)*(\d+)', html)
    assert tied == [("يحدّث", "updates", "40"), ("جزء من", "part of", "54")]


def test_a_persons_verdict_is_shown() -> None:
    html = render(memory.whole())
    assert "راجعه شخص: خطأ" in html and "عدّها مرتين" in html


def test_unmeasured_families_say_so_and_measured_ones_show_the_share_that_was_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    families = tuple(Family(f.id, f.title) for f in report.load_measured().family)
    monkeypatch.setattr(report, "load_measured", lambda: Measured(families))
    assert "لم تُقس بعد" in render(memory.whole())
    done = tuple(Family(f.id, f.title, 0.925, 40, Label("المقالات", "the articles")) for f in families)
    monkeypatch.setattr(report, "load_measured", lambda: Measured(done))
    html = render(memory.whole())
    assert "7.5%" in html and "92.5%" in html and "لم تُقس بعد" not in html


def test_labels_stand_in_both_languages_and_quotes_in_one() -> None:
    html = render(memory.whole())
    assert '<i lang="ar">الأقوال</i><i lang="en">Statements</i>' in html
    assert '<html lang="ar" dir="rtl">' in html


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write_report(memory.whole(), target)
    assert target.read_text(encoding="utf-8") == render(memory.whole())
    with pytest.raises(OSError):
        write_report(memory.whole(), tmp_path / "missing" / "report.html")
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
