"""Digits and what their separators mean, which differs by region and by what is counted."""

from __future__ import annotations

import re
from typing import NamedTuple

#: One written number: digits joined by . , or ر.
DIGITS = re.compile(
    r"[0-9](?:[0-9]|[.,ر](?=[0-9])"
    r"|،(?=[0-9]{1,2}(?: (?:مليون|مليار|ملايين|الف|الم|دولار|دينار|درهم|يورو|في الم|م د)|\s?(?:%|بالم))))*"
)
#: Groups of three after a space («100 000»).
SPACED = re.compile(r"(?: [0-9]{3})+(?![0-9]|[.,][0-9]| [0-9])")
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})+$")
_MIXED = re.compile(r"(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)([.,])(\d+)$")
_POINT_DECIMAL = re.compile(r"[0-9](?<![\d.,/].)[0-9]*\.[0-9]{1,2}(?![\d.,])")
_COMMA_DECIMAL = re.compile(r"[0-9](?<![\d.,/].)[0-9]*,[0-9]{1,2}(?![\d.,])")

_THREE_PLACES = re.compile(r"(?:و?دينار|دنانير)")
_MEASURED = re.compile(
    r"(?:دولار|يورو|ريال|يوان|جنيه|روبل|ليره|ين\b|فرنك|متر|كيلو|كلم|كم\b|كغ|كلغ|غرام|جرام|طن\b|اطنان|لتر|درجه|ثانيه|نقطه|سنت|بوصه|ميل\b|للاونصه|للدولار|لليورو|انش|قدم)"
)


class Style(NamedTuple):
    """What the article's unmistakable numbers show. point, comma: it is used as the decimal mark."""

    point: bool
    comma: bool


def style_of(text: str) -> Style:
    """How one article writes decimals."""
    return Style(_POINT_DECIMAL.search(text) is not None, _COMMA_DECIMAL.search(text) is not None)


def _number(whole: str, places: str = "") -> float | int:
    if not places or not places.strip("0"):
        return int(whole)
    return float(f"{whole}.{places}")


def _three_after(whole: str, mark: str, places: str, following: str, style: Style) -> float | int:
    """Whether «1.150» and «1,150» are grouped or decimal: by the article's other numbers and by what is counted."""
    grouped, decimal = int(whole + places), _number(whole, places)
    if whole.startswith("0") or len(whole) > 3:
        return decimal
    if mark == ",":
        measured = _MEASURED.match(following) is not None
        return decimal if measured and style.comma and not style.point and places != "000" else grouped
    if _THREE_PLACES.match(following):
        return decimal
    if places == "000" or (style.comma and not style.point):
        return grouped
    if _MEASURED.match(following):
        return decimal if style.point or places[1:] != "00" else grouped
    return grouped if following[:1].isalpha() and not style.point else _by_noun(grouped, decimal, following)


def _by_noun(grouped: int, decimal: float | int, following: str) -> float | int:
    """A noun in the accusative of the counted thing («قرضا»), or a plain count noun, asks for an integer."""
    word = following.split(" ", 1)[0].strip('.,،؛:)»"')
    return grouped if len(word) > 3 and word.endswith("ا") and not word.startswith("ال") else decimal


def _reversed(groups: list[str], scaled: bool) -> float | int:
    """ر as the mark: the press stores such numbers last group first («935ر6» is 6.935, «500ر307» is 307,500)."""
    ordered = groups[::-1]
    if not scaled and all(len(g) == 3 for g in ordered[1:]):
        return int("".join(ordered))
    return _number("".join(ordered[:-1]), ordered[-1])


def value_of(written: str, following: str, scaled: bool, style: Style) -> float | int:
    """The value of folded digits.

    following: the text right after, from its first letter. scaled: a scale or percent word follows, so a group of three
    after the last mark is a decimal.
    """
    if " " in written:
        return int(written.replace(" ", ""))
    if written.isdigit():
        return int(written)
    if written[0] == ".":
        return _number("0", written[1:])
    if "ر" in written:
        return _reversed(re.split(r"[ر.,،]", written), scaled)
    return _marked(written.replace("،", ","), following, scaled, style)


def _marked(written: str, following: str, scaled: bool, style: Style) -> float | int:
    """The value of digits with points or commas in them."""
    if _GROUPED.match(written):
        return int(re.sub(r"[.,]", "", written))
    if m := _MIXED.match(written):
        if m[2] != m[3]:
            return _number(re.sub(r"[.,]", "", m[1]), m[4])
        return int(re.sub(r"[.,]", "", written))
    parts = re.split(r"[.,]", written)
    mark = written[len(parts[0])]
    if len(parts) > 2 or len(parts[1]) != 3:
        return _number(parts[0], parts[1])
    if scaled:
        return int("".join(parts)) if mark == "," and len(parts[0]) > 1 else _number(*parts)
    return _three_after(parts[0], mark, parts[1], following, style)
