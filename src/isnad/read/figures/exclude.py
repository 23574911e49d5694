"""Numbers that count nothing: times, ranks, labels, ages, scores, model names."""

from __future__ import annotations

import re
from bisect import bisect_right

from isnad.lexicon.units import Units
from isnad.model.reading import Time
from isnad.read.figures.nouns import Unit
from isnad.read.numerals import Numeral
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_BEFORE = re.compile(r"([^\W\d_]+)[\s\"“”«»()\-–:/]{0,3}(?:ال\s?)?$")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+) $")
_GLUED = re.compile(r"[^\W_][-_/+.]$|[0-9A-Za-z][:]$|[/+#@_]$")
_GLUED_AFTER = re.compile(r"[-_/:+x×*][0-9A-Za-z]|[A-Za-z]|[.,][0-9]")
_PHONE = re.compile(r"0\d{6,}|\d{10,}")
_SCORE = re.compile(r"[0-9]\s*[-–]\s*$")
_MARKER = re.compile(r"\s?[ـ)\-–.:]\s")
_TITLE = 25  #: code points of a title before its number
_OVER = re.compile(r"[0-9] ?/ ?$")
_MINUTE = re.compile(r"['’´′](?!['’´′])")
_NIL = re.compile(r"\s?[-–]\s?صفر(?!\w)")
_AGAINST = re.compile(r"(?:(?<!\w)من (?:بين )?كل |(?<!\w)(?:جزء|جزءا|اجزاء|جزيئا) (?:(?:في|من|لكل) |ب)(?:ال)?)$")
_LAW_NUMBER = re.compile(r"[0-9]{1,3}[.\-/][0-9]{2,3}")
_LAW = re.compile(
    r"(?<!\w)(?:[وبلف]?ال|[وف]?لل|[وبلف])?(?:قانون|ظهير|مرسوم)"
    r"(?: (?:ال|لل)[^\W\d_]+| لقانون| تنظيمي| اطار| عدد| شريف){0,4} $"
)
_AND_MORE = re.compile(r" ?[و،] ?[0-9]{1,3} ?[و،] ?[0-9]")
_DEFINITE = re.compile(r"(?<!\w)[وفب]?(?:ال|لل)[^\W\d_]+ $")
_PAPER = re.compile(r" من (?:ال)?(?:جريده|صحيفه|مجله|نشره)(?!\w)")  #: «عدد 70 من الجريدة الرسمية»
_PART_OF = re.compile(r"(?<!\w)[وبف]?(?:ال|لل)(?:جزء|موسم|عدد|حلقه|نسخه|دوره|طبعه|جوله|شهر|يوم|مركز|رتبه) ال\s?$")
_TWO_OF = re.compile(r"(?<!\w)(?!ال)[^\W\d_]{3,}ت[يا] [^\W\d_]+ $")
_LATIN = re.compile(r"[A-Za-z] ?[-–]?$")
_OPENED = re.compile(r"([^\W\d_]+)?\s?[:،]?\s?[«\"“]$")
_CLOSES = re.compile(r"[^«»\"”\n.]{0,60}[»\"”]")
_CLOSED = re.compile(r"[^«»\"”\n.،]{0,30}[»\"”]\s?(?:ال)?([^\W\d_]*)")
_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول")


class NotFigures:
    """Decides which numerals are no figures."""

    def __init__(self, units: Units) -> None:
        self._always = {c + fold_word(w) for w in units.labels.always for c in _CLITICS}
        self._groups = {c + fold_word(w) for w in units.labels.groups for c in _CLITICS}
        self._periods = {fold_word(w) for w in units.time_units.forms} | {
            c + w for c in _CLITICS for w in ("عام", "سنه", "العام")
        }
        measures = "|".join(sorted((fold_word(w) for w in units.measures.forms), key=len, reverse=True))
        self._measures = re.compile(rf"(?:{measures}|كيلو|درجه|نقطه|شخص|اقدام|امتار|اميال)")
        self._kin = {c + fold_word(w) for w in units.labels.kin for c in _CLITICS}
        self._year_words = {fold_word(w) for w in units.labels.before_years}
        self._works = {c + fold_word(w) for w in units.labels.works for c in (*_CLITICS, "ال", "وال", "بال")}
        self._of_works = frozenset(map(fold_word, units.labels.after_works))
        self._idioms = tuple(f" {fold_word(w)}" for w in units.labels.idioms)
        self._bare = {c + fold_word(w) for w in units.labels.bare for c in _CLITICS}

    def spans_of(self, prose: Prose, times: tuple[Time, ...]) -> list[tuple[int, int]]:
        """The folded stretches of times, in order."""
        return sorted((prose.fold_at(t.start), prose.fold_at(t.end)) for t in times)

    def in_time(self, n: Numeral, spans: list[tuple[int, int]]) -> bool:
        """Whether the numeral is part of a time."""
        i = bisect_right(spans, (n.end - 1, 1 << 60)) - 1
        return i >= 0 and spans[i][1] > n.start

    def excluded(self, prose: Prose, n: Numeral, unit: Unit) -> bool:
        """Whether the numeral is an ordinal, a period, a label, a score or part of a name."""
        if n.kind == "ordinal" or (unit.period and n.kind != "percent") or unit.how == "barred":
            return True
        if self._is_titled(prose.text, n) or _qualifies_dual(prose.text, n) or self._is_idiom(prose.text, n):
            return True
        if n.value == 100 and not n.digits and _is_hundredth(prose.text, n):
            return True
        if n.kind == "percent" or n.rule == "range-percent" or unit.how in ("sign", "money", "dual", "percent"):
            return False
        if (n.digits and self._is_label(prose, n, unit)) or _ends_title(prose.text, n):
            return True
        return _is_part(prose.text, n) or _is_nought(prose.text, n, unit) or self._is_named(prose.text, n, unit)

    def _is_idiom(self, text: str, n: Numeral) -> bool:
        return not n.digits and text.startswith(self._idioms, n.end) and not text[n.end + 1 :][:7].isdigit()

    def _is_label(self, prose: Prose, n: Numeral, unit: Unit) -> bool:
        text = prose.text
        bare = unit.start is None
        before = text[max(0, n.start - 2) : n.start]
        if _OVER.search(text, max(0, n.start - 6), n.start) or _is_one_of_a_kind(text, n, bare):
            return True
        if _GLUED.search(before) or (bare and _GLUED_AFTER.match(text, n.end)) or before.endswith("#"):
            return True
        if _SCORE.search(text, max(0, n.start - 6), n.start) or _is_list_marker(prose, n):
            return True
        if (
            n.value == 1
            and unit.how == "after"
            and unit.start is not None
            and not self._measures.match(text, unit.start)
        ):
            return True  # «قناة روسيا 1 مساء»
        if _PHONE.fullmatch(text, n.start, n.end) or _MINUTE.match(text, n.end):
            return True
        if _NIL.match(text, n.end) or (n.kind == "cardinal" and (n.value or 0) < 100 and _is_model(text, n, unit)):
            return True
        if bare and n.kind == "range" and not text[n.end - 1].isalpha():
            return True
        return text[n.start] == "0" and text[n.start : n.end].isdigit() and n.end - n.start > 1

    def _is_named(self, text: str, n: Numeral, unit: Unit) -> bool:
        m = _BEFORE.search(text, max(0, n.bound_start - 24), n.bound_start)
        if m is None or n.bound_start < n.start - 3:
            return False
        word = m[1]
        definite = text.startswith("ال", n.start) or text.endswith(("ال", "ال "), 0, n.start)
        if (word in self._groups and definite) or (word in self._kin and not n.digits):
            return True
        if word in self._always and (n.digits or unit.start is None):
            return True
        if word in self._bare and unit.start is None:
            return True
        if n.digits and definite and (unit.start is None or word.endswith("ه")):
            return True  # «الدورة الـ25»
        if n.kind == "range" and _lifetime(text, n, unit):
            return True
        if is_year(n) and (word in self._bare or word in self._periods or _is_era(text, unit)):
            return True
        return is_year(n) and word in self._year_words and (word == "منذ" or not _agrees(text, n, unit))

    def _is_titled(self, text: str, n: Numeral) -> bool:
        """«رواية "حجرتان وصالة"», «"ثلاثة أيام" للمخرج ...»: a number of a work's title."""
        if text[max(0, n.start - 1)] in '«"“' and _CLOSES.match(text, n.end):
            opened = _OPENED.search(text, max(0, n.start - 30), n.start)
            if opened is not None and opened[1] in self._works:
                return True  # «فيلم "ثلاث نجوم في الليل، وقمر"»
        closed = _CLOSED.match(text, n.end)
        opened = _OPENED.search(text, max(0, n.start - 30), n.start) if closed else None
        if opened is None or closed is None:
            return False
        return opened[1] in self._works or closed[1] in self._of_works


def _qualifies_dual(text: str, n: Numeral) -> bool:
    """«عينين ⟦مبصرتين⟧», «الدولتان ⟦متحدتان⟧»: a dual right behind a dual is its adjective."""
    if not n.unit_inside:
        return False
    if text.endswith(("يتين", "يتان"), n.start, n.end) and _TWO_OF.search(text, max(0, n.start - 30), n.start):
        return True  # «ناقلتي نفط ⟦سعوديتين⟧»
    m = _WORD_BEFORE.search(text, max(0, n.start - 20), n.start)
    if m is None or len(m[1]) < 5 or not m[1].endswith(text[n.end - 2 : n.end]):
        return False
    return not m[1].startswith(("ال", "لل", "بال", "وال")) or m[1].endswith(("تان", "تين"))


def _ends_title(text: str, n: Numeral) -> bool:
    """«"شباب المدينة 12"»: the number closes a name in quotation marks that began before it."""
    if n.bound_start < n.start - 3 or not text.startswith(('"', "”", "»"), n.end):
        return False
    opened = max(text.rfind(mark, max(0, n.start - _TITLE), n.start) for mark in '"“«')
    if not n.digits and not text.startswith("ال", n.start):
        return False
    return 0 <= opened < n.start - 1 and text.count('"', opened, n.start) < 2 and text.find("»", opened, n.start) < 0


def _is_hundredth(text: str, n: Numeral) -> bool:
    """«الثمانون في ⟦المئة⟧»: the second half of a share."""
    return text.startswith(("الميه", "المايه"), n.start) and text.endswith("في ", 0, n.start)


def _is_one_of_a_kind(text: str, n: Numeral, bare: bool) -> bool:
    """«القانون التنظيمي 130.13», «الأهداف 1 و3 و7», «الجزء الـ12 من السلسلة»: which one, not how many."""
    if (
        n.end - n.start > 3
        and _LAW_NUMBER.fullmatch(text, n.start, n.end)
        and _LAW.search(text, max(0, n.start - 50), n.start)
    ):
        return True
    if bare and _AND_MORE.match(text, n.end) and _DEFINITE.search(text, max(0, n.start - 20), n.start):
        return True
    if not text.startswith(" من ", n.end):
        return False
    issue = text.endswith("عدد ", 0, n.start) and _PAPER.match(text, n.end) is not None
    return issue or _PART_OF.search(text, max(0, n.start - 20), n.start) is not None


def _is_nought(text: str, n: Numeral, unit: Unit) -> bool:
    """«المعلم صفر الحساني»: a man's name; nought counts only what is indefinite."""
    return n.value == 0 and not n.digits and unit.start is not None and text.startswith("ال", unit.start)


def _is_part(text: str, n: Numeral) -> bool:
    """«طفل من كل خمسة», «400 جزء في المليون», «2 - صفر»: what others are counted against, a score."""
    return _AGAINST.search(text, max(0, n.start - 14), n.start) is not None or (
        n.value == 0 and _SCORE.search(text, max(0, n.start - 6), n.start) is not None
    )


def _is_model(text: str, n: Numeral, unit: Unit) -> bool:
    """«iOS 11.3», «nova 9»: a number right after Latin letters, where no measure follows."""
    after = text[unit.start : unit.end] if unit.start is not None else ""
    return _LATIN.search(text, max(0, n.start - 3), n.start) is not None and not after.endswith("ا")


def _agrees(text: str, n: Numeral, unit: Unit) -> bool:
    """Whether the noun after a number like a year has the form that it asks for («2012 جنديا»)."""
    if unit.start is None or unit.end is None:
        return False
    word, last = text[unit.start : unit.end], int(n.value or 0) % 100
    if 2 < last < 11:
        return not word.endswith(("ا", "ه"))
    return word.endswith(("ا", "ه")) if last > 10 else not word.endswith("ا")


def _lifetime(text: str, n: Numeral, unit: Unit) -> bool:
    """«عاش من 1842 - 1918م»: two years; «قانون 13-103»: two parts of a label."""
    low, high = n.low or 0, n.high or 0
    years = 1300 <= low < high <= 2100 and (unit.start is None or _is_era(text, unit))
    law = unit.start is not None and text.startswith("قانون", unit.start) and "-" in text[n.start : n.end]
    return years or law


def _is_era(text: str, unit: Unit) -> bool:
    return unit.start is not None and text[unit.start : unit.end] in ("م", "ه")


def _is_list_marker(prose: Prose, n: Numeral) -> bool:
    """«3 ـ تعيين ...» at the head of a line."""
    text = prose.text
    if text.startswith(")", n.end) and "(" not in text[max(0, n.start - 60) : n.start].rpartition(")")[2]:
        return True  # «8) افتح ...»
    if n.start and text[n.start - 1] != "\n":
        return False
    return _MARKER.match(prose.raw, prose.back[n.end - 1] + 1) is not None


def is_year(n: Numeral) -> bool:
    """Whether a number is written like a year."""
    return n.digits and isinstance(n.value, int) and 1800 <= n.value <= 2100 and n.end - n.start == 4
