"""Years as they follow a month, a season or a share of a year: «2018»، «من عام 2018»، «من العام الماضي»."""

from __future__ import annotations

from isnad.read.times.scan import DATED, LOOSE, Found, Scan, Year, is_year


def hijri_mark(s: Scan, i: int) -> tuple[bool | None, int]:
    """The calendar mark at token i (هـ، م) and the token after it; None where there is none."""
    t = s.at(i)
    if t.kind == "era" and not t.clitic and t.glue in ("", " ", ".", " ."):
        return t.value == "h", i + 1
    return None, i


def _numbered(s: Scan, i: int) -> Year | None:
    value = s.at(i).value
    if not is_year(value) or s.at(i).clitic not in ("", "ل"):
        return None
    marked, k = hijri_mark(s, i + 1)
    hijri = marked if marked is not None else 1400 <= value <= 1460
    return Year(value, None, hijri, False, k)


def year_unit(s: Scan, i: int) -> Year | None:
    """A year built on its unit at token i: عام 2014، العام الماضي، هذا العام، السنة نفسها، العام 2017."""
    t = s.at(i)
    if t.kind in ("this", "that", "same_of") and s.next_is(i + 1, "unit"):
        unit = s.at(i + 1).value
        if unit.code == "Y" and unit.number == 1 and unit.definite:
            told = _marked(s, i + 2) if t.kind == "this" else None
            if told is not None:
                return told
            return Year(None, 0 if t.kind == "this" else None, False, t.kind != "this", i + 2)
        return None
    if t.kind != "unit" or t.value.code != "Y" or t.value.number != 1:
        return None
    after = s.at(i + 1)
    if after.glue not in (" ", " ( ", " (") or (after.clitic and after.kind != "num"):
        return None
    if after.kind == "num" and after.glue == " ":
        return _numbered(s, i + 1)
    if not t.value.definite or after.glue != " ":
        return None
    if after.kind == "era" and after.value == "h" and s.next_is(i + 2, "relation"):
        return Year(None, s.at(i + 2).value.value, True, False, i + 3)
    return _related(s, i + 1)


def _marked(s: Scan, i: int) -> Year | None:
    """A number at token i that tells which year «this year» is: after 1900, or with its Hijri mark."""
    t = s.at(i)
    if t.kind != "num" or t.glue != " " or t.clitic or not is_year(t.value):
        return None
    told = _numbered(s, i)
    if told is None or (t.value <= 1900 and told.next == i + 1):
        return None
    return told


def _related(s: Scan, i: int) -> Year | None:
    t = s.at(i)
    if t.kind == "relation" and not t.value.vague:
        told = _marked(s, i + 1)  # العام الجاري 2018
        if told is not None:
            return told
        return Year(None, t.value.value, False, t.value.text, i + 1)
    if t.kind == "same":
        return Year(None, None, False, True, i + 1)
    if t.kind in ("ago", "ahead") and s.next_is(i + 1, "relation"):
        return Year(None, s.at(i + 1).value.value * 2, False, False, i + 2)
    return None


def year_after(s: Scan, i: int, wide: bool = False) -> Year | None:
    """The year that belongs to what ends before token i. wide: also across a comma or «في»."""
    t = s.at(i)
    if t.kind == "num" and t.glue in DATED and not t.clitic:
        if not is_year(t.value) or t.end - t.start != 4 or (t.glue == " " and s.text[t.end : t.end + 1] == "%"):
            return None
        return _numbered(s, i)
    if t.glue not in (LOOSE if wide else (" ",)):
        return None
    if t.kind == "of" or (t.kind == "in" and wide):
        following = s.at(i + 1)
        if following.kind == "num" and following.glue == " " and is_year(following.value) and following.value > 1300:
            return _numbered(s, i + 1)
        return year_unit(s, i + 1) if following.glue == " " else None
    if t.kind in ("unit", "this", "that", "same_of") and t.clitic in ("", "ل"):
        return year_unit(s, i)
    return None


def solar(s: Scan, found: Found) -> Found:
    """«سنة 1397 هجرية شمسية»: a year of the Persian calendar, which begins about 21 March; a day or month of it keeps
    its value open."""
    m = found[0][-1]
    m.end += 1 + len(s.word_after(m.end))
    m.hijri, m.rule, m.form = False, "times.solar-year", "fixed"
    if m.year is not None and m.month is None and len(found[0]) == 1:
        m.value = f"{m.year + 621}-03-21/{m.year + 622}-03-20"
    else:
        m.value = "XXXX-XX-XX"
    return found
