"""Two numerals that are the ends of one range."""

from __future__ import annotations

import re

from isnad.read.numerals import Numeral

_DASH = re.compile(r"\s?[-–—]\s?$")
_TO = re.compile(r"\s(?:[اإ]لي|حتي|و?حتي|الي)\s[\"«(]?$")
_TO_CLITIC = re.compile(r"\sل$")
_OR = re.compile(r"\s(?:او|ام)\s$")
_AND = re.compile(r"\sو\s?$")
_FROM = re.compile(r"(?:^|[\s(\"«])[وفبل]?من\s[\"«(]?$")
_BETWEEN = re.compile(r"(?:^|[\s(\"«])[وفبل]?(?:ما\s?)?بين\s?[\"«(]?(?:ال|نحو |حوالي )?$")
_ABOUT = re.compile(r"(?:حدود|نحو|حوالي|قرابه|زهاء|تراوح|بمعدل)\s$")
CHANGE = re.compile(
    r"(?:رفع|ارتف|خفض|انخف|تراجع|زاد|زياد|قفز|هبط|صعد|نزل|تقليص|قلص|تحول|انتقل|تغير|ارتقى|تقدم|ازداد|يرفع|ترفع"
    r"|نقل|رفعت|تنخفض|وصول|نمو|نما|يزيد|تزيد|يقفز|هبوط|صعود|نمت|تضاعف|عدل|تعديل|مدد|تمديد|توسع|خفف|تدهور|انتعش"
    r"|[يت]رتفع (?:عدد|حصيل|اجمالي|نسب|سعر|معدل))"
)
_OF_EVERY = re.compile(r" (?:فقط )?من (?:بين )?كل $")
_DATE_LIKE = re.compile(r"[/:\-.]")


def join_ranges(text: str, numerals: list[Numeral]) -> list[Numeral]:
    """The numerals with ranges joined: «بين 5 و10 آلاف», «من 18 إلى 25», «10-12», «أربعة أو خمسة»."""
    out: list[Numeral] = []
    for n in numerals:
        if out and (joined := _range(text, out[-1], n) or _ratio(text, out[-1], n)) is not None:
            out[-1] = joined
            continue
        if out and _shares_scale(text, out[-1], n):
            low = _spread(text, out[-1], n)
            out[-1] = out[-1]._replace(value=low, low=low, high=low)
        out.append(n)
    return out


def _range(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    if b.start - a.end > 8 or not (_plain(a) and _plain(b)):
        return None
    rule = _link(text, a, b)
    if rule is None or a.value is None or b.value is None:
        return None
    percent = b.kind == "percent"
    if a.kind == "percent" and not percent:
        return None
    low, high = _spread(text, a, b), b.value
    if not low < high:
        return None
    if rule == "dash" and high > 1900 and high < 2100 and low > 1900:
        return None
    name = "range-percent" if percent else "range"
    return Numeral(a.start, b.end, None, low, high, "range", "range", a.bound_start, False, a.digits, name)


def _ratio(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    """«واحدة من كل خمس نساء» is a fifth of them."""
    if not (a.kind == b.kind == "cardinal" and _plain(a) and _plain(b)) or b.start - a.end > 20:
        return None
    if not a.value or not b.value or a.value >= b.value or not _OF_EVERY.fullmatch(text, a.end, b.start):
        return None
    value = round(a.value / b.value, 4)
    return Numeral(a.start, b.end, value, value, value, "fraction", "exact", a.bound_start, False, a.digits, "ratio")


def _shares_scale(text: str, a: Numeral, b: Numeral) -> bool:
    """«من 2.1 إلى 2.6 مليار»: two levels, one scale word."""
    if not (a.kind == b.kind == "cardinal" and _plain(a) and _plain(b)) or b.start - a.end > 8:
        return False
    return _TO.fullmatch(text, a.end, b.bound_start) is not None


def _plain(n: Numeral) -> bool:
    return n.kind in ("cardinal", "percent") and n.value is not None and not n.unit_inside


def _link(text: str, a: Numeral, b: Numeral) -> str | None:
    gap = text[a.end : b.start]
    before = text[max(0, a.start - 10) : a.start]
    if a.digits and b.digits and _DASH.fullmatch(gap):
        around = text[max(0, a.start - 1) : a.start] + text[b.end : b.end + 1]
        dated = _DATE_LIKE.search(around) and not (around[-1:] == "." and not text[b.end + 1 : b.end + 2].isdigit())
        return None if dated else "dash"
    if _OR.fullmatch(gap):
        return "or"
    if _BETWEEN.search(before) and (_AND.fullmatch(gap) or _TO.fullmatch(gap)):
        return "between"
    introduced = _FROM.search(before) or _ABOUT.search(before) or before.endswith("(")
    alone = a.digits and b.digits and not _like_year(a)  # «بنسبة 5 إلى 10 في المئة», but «في 2009 إلى 28»
    if (_TO.fullmatch(gap) and (introduced or alone)) or (_TO_CLITIC.fullmatch(gap) and introduced):
        return None if CHANGE.search(text, max(0, a.start - 60), a.start) else "from-to"
    return None


def _like_year(n: Numeral) -> bool:
    return isinstance(n.value, int) and 1300 <= n.value <= 2100


def _spread(text: str, a: Numeral, b: Numeral) -> float | int:
    """The low end: it shares the scale word of the high end where it has none («بين 5 و10 آلاف»)."""
    assert a.value is not None and b.value is not None
    if b.rule == "percent" or a.value >= 1000 or b.value < 1000:
        return a.value
    scale = 1
    while b.value >= 1000 * scale:
        scale *= 1000
    last = text[b.start : b.end]
    return a.value * scale if re.search(r"[^\W\d_]{3,}$", last) and a.value * scale < b.value else a.value
