"""The accuracy bench: other systems' answers put into the shape of a reading, and the run with Isnad alone."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def _load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


answers = _load("isnad_bench_answers", BENCHMARKS / "peers" / "answers.py")
TEXT = "وصل أمس & عاد في فبراير 2018"


def _timeml(body: str) -> str:
    return f'<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n<TimeML>\n{body}\n</TimeML>\n'


def test_timeml_becomes_times_at_their_places():
    body = (
        'وصل <TIMEX3 tid="t1" type="DATE" value="2018-03-04">أمس</TIMEX3> &amp; عاد في '
        '<TIMEX3 tid="t2" type="DATE" value="2018-02" mod="START">فبراير 2018</TIMEX3>'
    )
    first, second = answers.timeml(_timeml(body), TEXT)
    assert TEXT[first["start"] : first["end"]] == first["text"] == "أمس"
    assert (second["text"], second["value"]) == ("فبراير 2018", "2018-02")
    assert (second["earliest"], second["latest"]) == ("2018-02-01", "2018-02-28")


def test_timeml_of_another_text_is_refused():
    with pytest.raises(ValueError, match="not about the text"):
        answers.timeml(_timeml("غادر أمس"), TEXT)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-02-03", "2018-02-03", "2018-02-03"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("2018-W07", "2018-02-12", "2018-02-18"),
        ("2018-W07-WE", "2018-02-17", "2018-02-18"),
        ("2018-Q3", "2018-07-01", "2018-09-30"),
        ("2018-H1", "2018-01-01", "2018-06-30"),
        ("2018-02-03/2018-03", "2018-02-03", "2018-03-31"),
        ("2018-02-30", None, None),
        ("XXXX-02", None, None),
        ("PRESENT_REF", None, None),
    ],
)
def test_bounds_of_a_value(value, first, last):
    assert answers.bounds(value) == (first, last)


def test_moments_are_cut_to_the_unit_they_are_known_to():
    moment = dt.datetime(2018, 2, 18, 17, 30)
    assert answers.cut(moment, "year") == ("DATE", "2018")
    assert answers.cut(moment, "month") == ("DATE", "2018-02")
    assert answers.cut(moment, "week") == ("DATE", "2018-W08"), "a Sunday opens the week of the Arab press"
    assert answers.cut(moment, "day") == ("DATE", "2018-02-18")
    assert answers.cut(moment, "time") == ("TIME", "2018-02-18T17:30")


def test_moments_stand_at_the_next_place_of_their_words():
    text = "أمس ثم أمس"
    day = dt.datetime(2018, 2, 3)
    found = answers.found_moments([("أمس", day, "day"), ("أمس", day, "day"), ("غدا", day, "day")], text)
    assert [(t["start"], t["end"]) for t in found] == [(0, 3), (7, 10)]


def test_durations_inside_a_time_are_left_out():
    def lasting(start, end, *parts):
        values = [SimpleNamespace(value=n, unit=SimpleNamespace(name=unit)) for n, unit in parts]
        return SimpleNamespace(start=start, end=end, value=SimpleNamespace(values=values))

    times = [answers.time(0, 11, "DATE", "2018-04-05")]
    found = answers.maha_durations(
        [lasting(0, 3, (1, "DAYS")), lasting(20, 39, (3, "DAYS"), (5, "HOURS"), (30, "MINUTES"))], times
    )
    assert [(t["start"], t["value"]) for t in found] == [(20, "P3DT5H30M")]


def test_numbers_with_a_percent_sign_are_percentages():
    fifty = SimpleNamespace(start=0, end=3, value=0.5, body="50%")
    third = SimpleNamespace(start=0, end=6, value=3, body="الثالث")
    assert (
        answers.maha_numbers([fifty], "cardinal")[0] | {"value": 50.0, "kind": "percent"}
        == answers.maha_numbers([fifty], "cardinal")[0]
    )
    assert answers.maha_numbers([third], "ordinal")[0]["kind"] == "ordinal"


def test_the_run_with_isnad_alone_writes_its_tables(tmp_path, monkeypatch, capsys):
    accuracy = _load("isnad_bench_accuracy", BENCHMARKS / "accuracy.py")
    page = tmp_path / "page.md"
    page.write_text("".join(f"<!-- measured: {name} -->\n<!-- end -->\n" for name in ("machine", "example")))
    monkeypatch.setattr(accuracy, "PAGE", page)
    monkeypatch.setattr(accuracy, "HOME", tmp_path / "bench")
    monkeypatch.setattr(accuracy.gate, "SETS", accuracy.gate.SETS[:1])
    missing = str(tmp_path / "no-cases")
    monkeypatch.setattr(sys, "argv", ["accuracy.py", "--without-peers", "--rounds", "1", "--write", "--cases", missing])
    assert accuracy.main() == 0
    written = page.read_text()
    assert "| Isnad, times |" in written
    assert written.count("<!-- end -->") == 2
    assert "the cases of maha are left out" in capsys.readouterr().err


def test_the_page_has_a_place_for_every_table():
    page = (BENCHMARKS.parent / "docs" / "explanation" / "benchmarks.md").read_text(encoding="utf-8")
    for name in ("machine", "example", "dev", "seeds", "duckling", "maha"):
        assert f"<!-- measured: {name} -->" in page
