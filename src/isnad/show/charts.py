"""Charts as inline SVG: sizes across in percent, so that they fit a phone without shrinking their words.

Time runs from left to right in both languages; axis words are digits only.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from isnad.model.dossier import Label
from isnad.show.words import number

_LEFT, _RIGHT = 12.0, 96.0  # percent of the width between which things are drawn
_TOP, _BOTTOM, _HEIGHT = 22.0, 196.0, 226
_OVER_TIME, _ARTICLES = "أرقام عبر الزمن · Figures over time", "مقالات عبر الزمن · Articles over time"
_LOG_FROM = 40  # a chart whose largest value is so many times its smallest is drawn on a logarithmic axis


class Point(NamedTuple):
    """A figure on a chart. earliest, latest: ISO days; low, high: what its bound allows; own: no statement's word."""

    href: str
    earliest: str
    latest: str
    value: float
    low: float | None
    high: float | None
    own: bool
    exact: bool
    title: Label


class Scale(NamedTuple):
    """Maps values between `low` and `high` to `start` and `end`."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def at(self, value: float) -> float:
        """Where `value` lies; values outside are drawn at the edge."""
        low, high, v = self.low, self.high, min(max(value, self.low), self.high)
        if self.log:
            low, high, v = math.log10(low), math.log10(high), math.log10(v)
        share = (v - low) / (high - low) if high > low else 0.5
        return round(self.start + share * (self.end - self.start), 2)


def _ordinal(iso: str) -> int | None:
    try:
        return dt.date.fromisoformat(iso).toordinal()
    except ValueError:
        return None


def _nice(top: float) -> tuple[float, float]:
    """A round maximum at or above `top`, and the step between its lines."""
    magnitude = 10 ** math.floor(math.log10(top))
    for step in (0.25, 0.5, 1.0, 2.0, 2.5, 5.0):
        if top <= step * magnitude * 4:
            return math.ceil(top / (step * magnitude)) * step * magnitude, step * magnitude
    return magnitude * 10, magnitude * 2.5


def _value_scale(values: Sequence[float]) -> tuple[Scale, list[float]]:
    top, positive = max(values), [v for v in values if v > 0]
    if top <= 0:
        return Scale(min(values), max(top, 1), _BOTTOM, _TOP), [0]
    if len(positive) == len(values) and top / min(positive) > _LOG_FROM:
        low, high = 10 ** math.floor(math.log10(min(positive))), 10 ** math.ceil(math.log10(top))
        decades = round(math.log10(high / low))
        every = max(1, math.ceil(decades / 4))
        return Scale(low, high, _BOTTOM, _TOP, log=True), [low * 10**i for i in range(0, decades + 1, every)]
    high, step = _nice(top)
    lines = [step * i for i in range(round(high / step) + 1)]
    return Scale(min(0.0, *values), high, _BOTTOM, _TOP), lines


def _time_ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Days to label, at most about six: years, or months where the span is short."""
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = (end.year - start.year) * 12 + end.month - start.month
    every = next((m for m in (1, 2, 3, 6, 12, 24, 60, 120) if months / m <= (3 if m < 12 else 6)), 240)
    out = []
    for count in range(start.year * 12, end.year * 12 + 13):
        year, month = divmod(count, 12)
        day = dt.date(year, month + 1, 1).toordinal() if year <= dt.MAXYEAR else last + 1
        if first <= day <= last and (count % every == 0 if every < 12 else month == 0 and year % (every // 12) == 0):
            out.append((day, str(year) if every >= 12 else f"{year}-{month + 1:02d}"))
    return out


def _widen(days: Iterable[int]) -> tuple[int, int]:
    first, last = min(days), max(days)
    room = max(20, (last - first) // 25)
    return first - room, last + room


def _mark(point: Point, x: Scale, y: Scale) -> str:
    early, late = _ordinal(point.earliest) or 0, _ordinal(point.latest) or 0
    cx, cy = x.at((early + late) / 2), y.at(point.value)
    parts = []
    if late - early > 45:
        parts.append(f'<line class="days" x1="{x.at(early)}%" x2="{x.at(late)}%" y1="{cy}" y2="{cy}"/>')
    if not point.exact and (point.low is not None or point.high is not None):
        top = y.at(point.high) if point.high is not None else max(_TOP - 6, cy - 26)
        foot = y.at(point.low) if point.low is not None else min(_BOTTOM, cy + 26)
        open_ = " open" if point.high is None or point.low is None else ""
        parts.append(f'<line class="iv{open_}" x1="{cx}%" x2="{cx}%" y1="{top}" y2="{foot}"/>')
    title = escape(f"{point.title.ar} · {point.title.en} · {point.earliest} – {point.latest}")
    parts.append(f'<circle class="{"own" if point.own else "said"}" cx="{cx}%" cy="{cy}" r="5.5"/>')
    return f'<a href="{escape(point.href)}"><title>{title}</title>{"".join(parts)}</a>'


def _link(a: Point, b: Point, x: Scale, y: Scale) -> str:
    ends = []
    for p in (a, b):
        middle = ((_ordinal(p.earliest) or 0) + (_ordinal(p.latest) or 0)) / 2
        ends.append((x.at(middle), y.at(p.value)))
    (x1, y1), (x2, y2) = ends
    return f'<line class="clash" x1="{x1}%" y1="{y1}" x2="{x2}%" y2="{y2}"/>'


def dot_chart(points: Sequence[Point], conflicts: set[tuple[str, str]]) -> Markup | None:
    """Figures over time with their intervals; hrefs in conflict are joined. None where fewer than two can be drawn."""
    drawn = [p for p in points if _ordinal(p.earliest) and _ordinal(p.latest)]
    if len(drawn) < 2:
        return None
    days = [d for p in drawn for d in (_ordinal(p.earliest), _ordinal(p.latest)) if d]
    first, last = _widen(days)
    x = Scale(first, last, _LEFT, _RIGHT)
    values = [v for p in drawn for v in (p.value, p.low, p.high) if v is not None]
    y, lines = _value_scale(values)
    out = [f'<svg class="dots" width="100%" height="{_HEIGHT}" role="group" aria-label="{_OVER_TIME}">']
    for line in lines:
        at = y.at(line)
        out.append(f'<line class="grid" x1="0" x2="100%" y1="{at}" y2="{at}"/>')
        out.append(f'<text class="yt" x="0" y="{at - 4}">{number(line)}</text>')
    for day, label in _time_ticks(first, last):
        at = x.at(day)
        out.append(f'<line class="tick" x1="{at}%" x2="{at}%" y1="{_BOTTOM}" y2="{_BOTTOM + 6}"/>')
        out.append(f'<text class="xt" x="{at}%" y="{_BOTTOM + 22}">{label}</text>')
    at_href = {p.href: p for p in drawn}
    for a, b in sorted(conflicts):
        if a in at_href and b in at_href:
            out.append(_link(at_href[a], at_href[b], x, y))
    out += [_mark(p, x, y) for p in drawn]
    return Markup("".join(out) + "</svg>")


def spark(points: Sequence[Point]) -> Markup | None:
    """The same in one small row without axes; None where fewer than two can be drawn."""
    drawn = [p for p in points if _ordinal(p.earliest) and _ordinal(p.latest)]
    if len(drawn) < 2:
        return None
    middles = [((_ordinal(p.earliest) or 0) + (_ordinal(p.latest) or 0)) / 2 for p in drawn]
    x = Scale(min(middles), max(middles), 3, 97)
    scale, _ = _value_scale([p.value for p in drawn])
    y = Scale(scale.low, scale.high, 38, 6, scale.log)
    dots = "".join(
        f'<circle class="{"own" if p.own else "said"}" cx="{x.at(m)}%" cy="{y.at(p.value)}" r="3.5"/>'
        for p, m in zip(drawn, middles, strict=True)
    )
    foot = '<line class="grid" x1="0" x2="100%" y1="42.5" y2="42.5"/>'
    return Markup(f'<svg class="spark" width="100%" height="46" aria-hidden="true">{foot}{dots}</svg>')


def _bucket(iso: str, every: int) -> int:
    year, month = int(iso[:4]), int(iso[5:7] or 1)
    return (year * 12 + month - 1) // every


def histogram(days: Sequence[str]) -> Markup | None:
    """Articles over time as bars, by month, quarter or year. None where fewer than two have a month."""
    dated = sorted(d for d in days if len(d) >= 7 and d[:4].isdigit())
    if len(dated) < 2:
        return None
    months = _bucket(dated[-1], 1) - _bucket(dated[0], 1)
    every = next((m for m in (1, 3, 6, 12) if months / m <= 48), 60)
    counts = Counter(_bucket(d, every) for d in dated)
    low, high = min(counts), max(counts)
    width, top = 100 / (high - low + 1), max(counts.values())
    out = [f'<svg class="bars" width="100%" height="112" role="img" aria-label="{_ARTICLES}">']
    for bucket in range(low, high + 1):
        n, left = counts[bucket], (bucket - low) * width
        tall = round(n / top * 70, 1)
        when = f"{bucket * every // 12}-{bucket * every % 12 + 1:02d}"
        if n:
            across = f'x="{left + width * 0.12:.2f}%" width="{width * 0.76:.2f}%"'
            upright = f'y="{84 - tall:.1f}" height="{tall}"'
            out.append(f'<rect {across} {upright} rx="1.5"><title>{when}: {n}</title></rect>')
    out.append('<line class="grid" x1="0" x2="100%" y1="84.5" y2="84.5"/>')
    years = range(low * every // 12, high * every // 12 + 1)
    step = max(1, math.ceil(len(years) / 7))
    for year in years[::step]:
        at = ((year * 12) / every - low) * width
        if 0 <= at <= 96:
            out.append(f'<text class="xt" x="{at:.2f}%" y="102">{year}</text>')
    return Markup("".join(out) + "</svg>")
