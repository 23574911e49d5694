"""Labels in two languages, and values put into words: bounds, intervals, days. Unknown stays «غير محدد»."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from importlib import resources

import msgspec

from isnad.errors import LexiconError
from isnad.model.dossier import Label
from isnad.model.reading import Figure, Published

UNKNOWN = Label(ar="غير محدد", en="unknown")


@functools.cache
def load_words() -> dict[str, dict[str, Label]]:
    """Every label by family and key. Raises LexiconError where the file breaks its shape."""
    raw = resources.files("isnad.show").joinpath("data/words.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=dict[str, dict[str, Label]])
    except msgspec.DecodeError as err:
        raise LexiconError(f"show/data/words.toml: {err}") from err


def word(family: str, key: str | None) -> Label:
    """The label of `key`; None is «غير محدد»; a key nobody translated stands for itself."""
    if key is None:
        return UNKNOWN
    return load_words()[family].get(key) or Label(ar=key, en=key)


def number(value: float | int) -> str:
    """2500 as "2,500"; decimals keep what they have."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.4f}".rstrip("0").rstrip(".")
    return f"{int(value):,}"


def _span_of(low: float | int, high: float | int) -> Label:
    if low == high:
        return Label(ar=number(low), en=number(low))
    return Label(ar=f"بين {number(low)} و{number(high)}", en=f"{number(low)} to {number(high)}")


def _interval(low: float | int | None, high: float | int | None) -> Label | None:
    if low is not None and high is not None:
        return _span_of(low, high)
    if low is not None:
        return Label(ar=f"{number(low)} فأكثر", en=f"{number(low)} or more")
    if high is not None:
        return Label(ar=f"{number(high)} فأقل", en=f"{number(high)} or fewer")
    return None


def bounded(figure: Figure) -> Label:
    """A figure's value with its bound as words: نحو 2,500. A vague one reads as its interval, or «غير محدد العدد»."""
    sign = "٪" if figure.unit == "%" else ""
    money = f" {figure.currency}" if figure.currency else ""
    value = figure.value
    if value is None:
        limits = _interval(figure.low, figure.high)
        if limits is None:
            return Label(ar=f"«{figure.text}»", en=f"“{figure.text}”")
        return Label(ar=f"«{figure.text}» ({limits.ar})", en=f"“{figure.text}” ({limits.en})")
    inner = _span_of(*value) if isinstance(value, tuple) else Label(ar=number(value), en=number(value))
    bound = word("bound", figure.approx)
    english = inner.en + ("%" if sign else "")
    return Label(ar=bound.ar.format(inner.ar + sign) + money, en=bound.en.format(english) + money)


def _day(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso)
    except ValueError:
        return None


def day_words(iso: str) -> Label:
    """2021-12-10 as «10 ديسمبر/كانون الأول 2021» and "10 Dec 2021"; months and years likewise; else as it stands."""
    year, month, day = [*iso.split("-"), "", ""][:3]
    name = load_words()["month"].get(month)
    if name is None:
        return Label(ar=iso, en=iso)
    ar, en = f"{name.ar} {year}", f"{name.en} {year}"
    if day.isdigit():
        ar, en = f"{int(day)} {ar}", f"{int(day)} {en}"
    return Label(ar=ar, en=en)


def short_day(earliest: str | None, latest: str | None) -> str | None:
    """One ISO day, month or year that stands for the whole interval, or None where none does."""
    if not earliest or not latest:
        return None
    if earliest == latest:
        return earliest
    first, last = _day(earliest), _day(latest)
    if first is None or last is None or first.day != 1:
        return None
    if (first.month, last.month, last.day) == (1, 12, 31) and first.year == last.year:
        return f"{first.year:04d}"
    month_end = calendar.monthrange(first.year, first.month)[1]
    if (first.year, first.month) == (last.year, last.month) and last.day == month_end:
        return f"{first.year:04d}-{first.month:02d}"
    return None


def _without_repeats(earliest: str, latest: str) -> tuple[Label, Label]:
    """Both days in words; the first leaves out the month and year it shares with the second."""
    last = day_words(latest)
    if len(earliest) == len(latest) == 10 and earliest[:4] == latest[:4]:
        day, month = str(int(earliest[8:])), load_words()["month"][earliest[5:7]]
        if earliest[5:7] == latest[5:7]:
            return Label(day, day), last
        return Label(f"{day} {month.ar}", f"{day} {month.en}"), last
    return day_words(earliest), last


def between(earliest: str | None, latest: str | None) -> Label:
    """The days that bound something, in words; both unknown: «غير محدد»."""
    whole = short_day(earliest, latest)
    if whole:
        return day_words(whole)
    if earliest and latest:
        first, last = _without_repeats(earliest, latest)
        return Label(ar=f"بين {first.ar} و{last.ar}", en=f"{first.en} to {last.en}")
    if earliest:
        return Label(ar=f"منذ {day_words(earliest).ar} أو بعده", en=f"{day_words(earliest).en} or later")
    if latest:
        return Label(ar=f"حتى {day_words(latest).ar}", en=f"by {day_words(latest).en}")
    return UNKNOWN


def published_words(published: Published) -> Label:
    """An article's day or the interval that holds it."""
    if published.value:
        return day_words(published.value)
    return between(published.earliest, published.latest)


def noun(n: int, key: str) -> Label:
    """The noun that follows a count, in the form its number asks for: 5 مقالات، 14 مقالا، 100 مقال."""
    rest = n % 100
    form = {1: "one", 2: "two"}.get(n) or ("few" if 3 <= rest <= 10 else "many" if rest > 10 else "hundred")
    return word(f"n_{key}", form)
