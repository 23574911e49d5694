"""Charts: where dots stand, what is left out, and that widths are percent."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from isnad.model.dossier import Label
from isnad.show.charts import Point, Scale, dot_chart, histogram, spark


def point(day: str, value: float, low: float | None = None, high: float | None = None, exact: bool = True) -> Point:
    return Point(f"#p{day}{value}", day, day, value, low, high, False, exact, Label("قيمة <b>", "value"))


def circles(svg: str) -> list[tuple[float, float]]:
    found = re.findall(r'<circle [^>]*cx="([\d.]+)%" cy="([\d.]+)"', svg)
    return [(float(x), float(y)) for x, y in found]


def test_later_is_to_the_right_and_more_is_higher() -> None:
    svg = dot_chart([point("2020-01-01", 100), point("2022-01-01", 200)], set())
    assert svg is not None
    ElementTree.fromstring(svg)
    (x1, y1), (x2, y2) = circles(svg)
    assert x1 < x2 and y1 > y2


def test_one_point_or_none_with_a_day_is_no_chart() -> None:
    assert dot_chart([point("2020-01-01", 1)], set()) is None
    assert dot_chart([point("2020-01-01", 1), point("2020-SU", 2)], set()) is None
    assert spark([]) is None
    assert histogram(["2020", "2021-05-01"]) is None


def test_a_hedged_figure_shows_its_interval_and_an_open_one_is_dashed() -> None:
    points = [point("2020-01-01", 100, 90, 110, exact=False), point("2021-01-01", 80, 80, None, exact=False)]
    svg = dot_chart(points, set())
    assert svg is not None
    assert 'class="iv"' in svg and 'class="iv open"' in svg


def test_a_conflict_is_joined() -> None:
    a, b = point("2020-01-01", 100), point("2020-01-01", 300)
    svg = dot_chart([a, b], {(a.href, b.href), ("#gone", b.href)})
    assert svg is not None and svg.count('class="clash"') == 1


@pytest.mark.parametrize("values", [(0, 0), (-5, 5), (1, 1_000_000), (0.1, 0.2), (5, 5)])
def test_any_values_stay_inside(values: tuple[float, float]) -> None:
    svg = dot_chart([point("2020-01-01", values[0]), point("2020-01-02", values[1])], set())
    assert svg is not None
    assert all(0 <= x <= 100 and 0 <= y <= 226 for x, y in circles(svg))


def test_a_scale_keeps_outsiders_at_the_edge() -> None:
    assert Scale(0, 10, 0, 100).at(20) == 100


def test_the_histogram_counts_every_article_once() -> None:
    svg = histogram(["2020-01-01", "2020-01-20", "2023-06-01"])
    assert svg is not None
    assert sum(int(n) for n in re.findall(r": (\d+)</title>", svg)) == 3
