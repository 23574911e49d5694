"""A month as the press writes it: with «شهر», by number, under two names at once, with its year or relation behind
it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from isnad.read.times.scan import Scan
from isnad.read.times.tokens import Token
from isnad.read.times.years import hijri_mark, year_after

_JOINED = frozenset(("/", " / ", "/ ", " /", "-", " (", "(", " [", "\\", " - ", "|"))
_CLOSING = {"(": ")", "[": "]"}


class MonthRead(NamedTuple):
    """A month as read: other is the second reading where two names disagree; weak: its name needs company to be a
    month."""

    number: int
    hijri: bool
    other: int | None
    end: int
    weak: str
    next: int


def month_at(s: Scan, i: int) -> MonthRead | None:
    """The month that begins at token i, with or without «شهر», given once or twice."""
    t = s.at(i)
    if t.kind == "unit" and t.value.code == "M" and t.value.number == 1:
        following = s.at(i + 1)
        if following.glue != " " or following.clitic or s.text.startswith("واحد", following.start):
            return None
        if (
            following.kind == "num"
            and not t.value.definite
            and isinstance(following.value, int)
            and 1 <= following.value <= 12
        ):
            return MonthRead(following.value, False, None, following.end, "always", i + 2)
        if following.kind == "ordinal" and t.value.definite and 1 <= following.value <= 9:
            return MonthRead(following.value, False, None, following.end, "context", i + 2)
        read = month_at(s, i + 1) if following.kind == "month" else None
        return read._replace(weak="always") if read else None
    if t.kind != "month":
        return None
    number, tradition, bare = t.value
    twin = s.at(i + 1)
    if twin.kind == "month" and not twin.clitic and (twin.glue in _JOINED or twin.glue == " "):
        second = twin.value
        if (second.tradition == "hijri") == (tradition == "hijri"):
            read = _twice(s, t, twin, i)
            if read is not None:
                return read
    return MonthRead(number, tradition == "hijri", None, t.end, bare, i + 1)


def _twice(s: Scan, t: Token, twin: Token, i: int) -> MonthRead | None:
    number, tradition, _ = t.value
    second, other, _ = twin.value
    end = twin.end
    mark = twin.glue.strip()
    if mark in _CLOSING and s.text[end : end + 1] == _CLOSING[mark]:
        end += 1
        after = s.at(i + 2)
        if i + 2 < len(s.tokens):  # what follows joins the bracket
            s.tokens[i + 2] = replace(after, glue=after.glue[1:])
    if number == second:
        return MonthRead(number, tradition == "hijri", None, end, "always", i + 2)
    if tradition == other or mark in ("", "-") or "hijri" in (tradition, other):
        return None  # two months
    first, last = (number, second) if tradition == "western" else (second, number)
    return MonthRead(first, False, last, end, "always", i + 2)


def month_tail(s: Scan, month: MonthRead, k: int) -> tuple[int, dict[str, object], int]:
    """What follows a month: its year, الماضي, or nothing. Gives the end offset, the fields said, the next token."""
    t = s.at(k)
    said: dict[str, object] = {}
    end = month.end
    if t.kind in ("ago", "ahead") and t.glue == " " and s.next_is(k + 1, "relation"):
        return s.at(k + 1).end, {"rel": 2 * s.at(k + 1).value.value}, k + 2
    if t.kind == "relation" and t.glue == " " and not t.clitic and not t.value.vague:
        said["rel"] = t.value.value
        end = t.end
        k += 1
    year = year_after(s, k)
    if year is not None and not (said and year.year is None):
        if year.same and year.year is None and year.rel is None:
            said["text_rel"] = True
        if "rel" in said:  # أبريل الماضي 2017
            said["said_rel"] = said.pop("rel")
        said["year"], said["year_rel"] = year.year, year.rel
        if year.hijri:
            said["hijri"] = True
        end = s.at(year.next - 1).end
        return end, said, year.next
    mark, after = hijri_mark(s, k)
    if mark is not None and month.hijri == mark:
        return s.at(k).end, said, after
    return end, said, k
