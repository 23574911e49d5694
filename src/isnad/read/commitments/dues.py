"""By when: the time in a commitment that says when it falls due."""

from __future__ import annotations

import datetime as dt
import re

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Due, Time
from isnad.model.span import Span
from isnad.read.commitments.phrases import either
from isnad.text.prose import Prose

_PAST = re.compile(r"الماضي|\b[أا]مس\b|السابق|المنصرم|الفائت")
_TO_COME = re.compile(r"المقبل|القادم|غدا?\b")
_OPEN = frozenset(("PAST_REF", "PRESENT_REF"))
_WITHIN = re.compile(r"(?:خلال|غضون|ظرف|مهله(?: مدتها)?|امهل[^.،؛]{2,50}) (?:(?:ال)?(?:مده|فتره|نحو|حوالي) )?$")
_EVENT = re.compile(
    r"(?:العالم|الامم|اولمبياد|مونديال|اوروبا|امريكا|اميركا|يورو|رويه|اكسبو|موازنه|ميزانيه|دوره|موسم|كاس|قمه) $"
    r"|(?:^|\s)ل$"
)
_OPENS = re.compile(
    r"(?:^|[.،؛:\n]\s*[\"“«]?|\b[وب]?ان(?:ه|ها)?\s)\s*[وف]?"
    r"(?:في|خلال|ابتداء من|ابتداء|اعتبارا من|انطلاقا من|بدءا من|بحلول|مع حلول|من|بعد|يوم|منذ|كما)?"
    r"(?: (?:يوم|شهر|عام|سنه|مساء|صباح))?(?: ال)? ?$"
)
_TO = re.compile(r"\s?[-–/]\s?|،?\s?و?(?:الي|حتي)(?: غايه)? (?:يوم |ال)?")
_TIMES_OVER = re.compile(r"\bلل?مره [^\W\d_]+ $")
_EVENT_TIME = re.compile(
    r" (?:خلال|حتي|قبل|قبيل|اثناء)(?: (?!ل|الي\b|علي\b|عن\b)[^\W_]+| ل(?:زعماء|قاده|رءساء)){1,7}\Z"
)
_SET_FOR = frozenset(("المقرر", "المقرره", "المرتقب", "المرتقبه", "المزمع", "المزمعه"))
_FIRST, _LEAD = 3, 250  #: times, and characters, of an article that can say of which day it tells
_YESTERDAY = re.compile(r"[أا]مس(?: .+)?")
_TO_LONGEST = 20
_ACT_NEXT = re.compile(r"\)?،? ?")
_BEYOND = re.compile(r"\bما بعد (?:عام |سنه |العام )?$")
_SAID_THEN = re.compile(r"،?(?: [^\W\d_]+){0,2} (?:ب[^\W\d_]{3,}|ان|وقف|عدم)\b")
_ACT = re.compile(r" (?:ب(?!حلول|عد|ين|حسب|دون|عض)[^\W\d_]{3,}|ان)\b")
_THAT_DATE = re.compile(r"\b(?:(?P<after>بعد)|قبل|بحلول|في|حتي) (?:هذا|ذلك) (?:التاريخ|الموعد|الاجل|اليوم)\b")
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))
_LOOK_BACK = 400
_LENGTH = re.compile(r"P(?:(?P<number>\d+)(?P<unit>[DWMY])|T(?P<hours>\d+)H)")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


class Dues:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        self._apart = re.compile(rf"\s(?:{either(words.apart.forms)})\s")

    def due(
        self,
        prose: Prose,
        span: Span,
        behind: int,
        times: tuple[Time, ...],
        day: str,
        deadline: bool,
        decided: bool = False,
        promised: bool = False,
        told: str = "",
    ) -> tuple[Due | None, int]:
        """The first time of `span` that belongs to the act, which ends at `behind` (folded), and is not before `day`
        (ISO, '' unknown), and where it ends (folded; 0 without one); one of the calendar rather than «later».
        deadline: only a time by which something must be done; decided: today is when it was decided; promised: what
        is promised comes behind «بـ»; told: the day (ISO) from which lengths count, where it is not `day`."""
        vague: tuple[Due | None, int] = (None, 0)
        for time in times:
            if time.start >= span.end:
                break
            if time.start < span.start or not _coming(time, day):
                continue
            at = prose.fold_at(time.start)
            within = self.is_within(prose, time) and "ستمر" not in prose.text[prose.fold_at(span.start) : behind]
            if deadline and time.until is None and not within:
                continue
            if self._beside(prose, time, behind, at, promised):
                continue
            found = _due(time, told or day, within)
            if found is None or (
                found.latest == day[:10] and (deadline or decided or prose.text.endswith("بعد ", 0, at))
            ):
                continue  # بعد اليوم; حتى صباح اليوم
            if not (found.value or "").endswith("_REF"):
                return _through(prose, time, times, found)
            if vague[0] is None:
                vague = found, prose.fold_at(time.end)
        if vague[0] is None and not deadline:
            return self._that_date(prose, span, behind, times, day)
        return vague

    def is_within(self, prose: Prose, time: Time) -> bool:
        """Whether a time is a length by whose end something is to be done: «خلال أسبوعين»."""
        if time.type != "DURATION" or _PAST.search(time.text):
            return False
        at = prose.fold_at(time.start)
        m = _WITHIN.search(prose.text, max(0, at - 70), at)
        return m is not None and _TIMES_OVER.search(prose.text, max(0, m.start() - 30), m.start()) is None

    def is_ahead(self, time: Time, day: str) -> bool:
        """Whether a time is a day, week or month after `day` (ISO, '' unknown), or says that it is to come."""
        if time.type not in ("DATE", "TIME") or len(time.value) < 7 or time.value.endswith("_REF"):
            return False
        if not day or time.earliest is None:
            return _TO_COME.search(time.text) is not None
        return time.earliest > day

    def _that_date(
        self, prose: Prose, span: Span, behind: int, times: tuple[Time, ...], day: str
    ) -> tuple[Due | None, int]:
        """«لن يتدخلوا بعد هذا التاريخ»: the last date of the calendar before the commitment."""
        m = _THAT_DATE.search(prose.text, behind, prose.fold_at(span.end))
        if m is None or self._apart.search(prose.text, behind, m.start()):
            return None, 0
        last = [t for t in times if span.start - _LOOK_BACK < t.end <= span.start and _coming(t, day)]
        dated = [t for t in last if t.type == "DATE" and t.latest is not None]
        if not dated:
            return None, 0
        time = dated[-1]
        if m["after"]:
            return Due(time.value, time.latest, None), m.end()
        return Due(time.value, time.earliest, time.latest), m.end()

    def fronted(self, prose: Prose, start: int, times: tuple[Time, ...], day: str) -> Due | None:
        """The time that opens the clause of the act at `start` (folded): «وابتداء من أول يناير، سيتم حظر»."""
        if prose.text[start] in "وف":
            return None  # another act was before it
        low = max(prose.sentence_at(start)[0], start - 90)
        at, first = prose.back[start], prose.back[low]
        for time in times:
            if time.start >= at:
                break
            if time.start < first or not _coming(time, day) or time.type not in ("DATE", "TIME", "DURATION"):
                continue
            begin, end = prose.fold_at(time.start), prose.fold_at(time.end)
            if _OPENS.search(prose.text[low:begin]) and _ACT_NEXT.fullmatch(prose.text, end, start):
                return _due(time, day, False)
        return None

    def _elsewhere(self, prose: Prose, behind: int, at: int) -> bool:
        """Whether a clause of its own, not closed by a comma, holds the time at `at` (folded)."""
        for m in self._apart.finditer(prose.text, behind, at):
            if m.group().strip() in _SET_FOR and _EVENT_TIME.search(prose.text[behind : m.start()]):
                continue  # حتى القمة المقررة في يونيو
            if "،" not in prose.text[m.end() : at] or m.group().strip() not in _RELATIVES:
                return True
        return False

    def _beside(self, prose: Prose, time: Time, behind: int, at: int, promised: bool) -> bool:
        """Whether the time at `at` (folded) says when something else than the act is."""
        if (
            promised
            and _SAID_THEN.match(prose.text, prose.fold_at(time.end))
            and not _ACT.search(prose.text, behind, at)
        ):
            return True  # تعهد الاثنين بتوسيع
        if prose.text[at - 1 : at] == "(" and not (
            _named_day(time) and prose.text.startswith(")", prose.fold_at(time.end))
        ):
            return True
        if _BEYOND.search(prose.text, max(0, at - 14), at) or self._elsewhere(prose, behind, at):
            return True
        year = len(time.value) == 4 and time.value.isdigit()
        return year and _EVENT.search(prose.text, max(0, at - 12), at) is not None


def _through(prose: Prose, time: Time, times: tuple[Time, ...], due: Due) -> tuple[Due, int]:
    """A due and where it ends (folded), with the end of a period that begins with `time`: «من 3 إلى 8 مايو»."""
    at = prose.fold_at(time.end)
    if time.type != "DATE" or time.until is not None:
        return due, at
    for other in times:
        if time.end <= other.start < time.end + _TO_LONGEST and other.type == "DATE" and other.latest is not None:
            if _TO.fullmatch(prose.text, at, prose.fold_at(other.start)):
                return Due(due.value, due.earliest, other.until or other.latest), prose.fold_at(other.end)
            break
    return due, at


def told_on(times: tuple[Time, ...], day: str) -> str:
    """The day (ISO) on which what an article tells happened, where its first lines say yesterday; '' otherwise."""
    for time in times[:_FIRST]:
        if time.start < _LEAD and _YESTERDAY.fullmatch(time.text) and time.earliest is not None:
            return time.earliest if time.earliest == time.latest and time.earliest < day else ""
    return ""


def _named_day(time: Time) -> bool:
    """Whether a time in brackets says which day is meant: «سنلتقي (السبت)»."""
    return not any(c.isdigit() for c in time.text)


def _coming(time: Time, day: str) -> bool:
    if time.type == "SET" or time.value in _OPEN or _PAST.search(time.text):
        return False
    last = time.until or time.latest
    return not (day and last is not None and last < day[: len(last)])


def _due(time: Time, day: str, within: bool) -> Due | None:
    if time.type == "DURATION":
        if time.until is not None:
            return Due(time.until, time.earliest, time.latest)
        if not within:
            return None
        if "X" in time.value:
            return Due("FUTURE_REF", day or None, None)  # في غضون ساعات
        return Due(time.value, day or None, _end_of(time.value, day))
    latest = time.until or time.latest
    if time.mod == "END" and time.latest is not None:
        return Due(latest, time.earliest, latest)
    return Due(time.value, None if time.until else time.earliest, latest)


def _end_of(length: str, day: str) -> str | None:
    """The last day of a period that begins on `day` (ISO, '' unknown)."""
    m = _LENGTH.fullmatch(length)
    if m is None or len(day) < 10:
        return None
    start = dt.date.fromisoformat(day[:10])
    if m["hours"]:
        return (start + dt.timedelta(hours=int(m["hours"]))).isoformat()
    number = int(m["number"])
    if m["unit"] in "DW":
        return (start + dt.timedelta(days=number * _DAYS[m["unit"]])).isoformat()
    months = start.month - 1 + number * (12 if m["unit"] == "Y" else 1)
    day_of = min(start.day, 28) if start.day > 28 else start.day
    return start.replace(year=start.year + months // 12, month=months % 12 + 1, day=day_of).isoformat()
