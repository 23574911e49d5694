"""Days and months that stand for events: «هجمات 11 سبتمبر»، «ثورة 25 يناير»، «قوى 14 آذار»."""

from __future__ import annotations

from isnad.lexicon.times import Months
from isnad.read.times.mentions import Mention
from isnad.read.times.scan import Scan
from isnad.text.fold import fold_word

_QUOTES = frozenset("\"'«“”‘(")


class EventDays:
    """Gives such a day its known year, leaves its year open, or drops it where it is a party's or a street's name."""

    def __init__(self, months: Months) -> None:
        self._known = {(fold_word(w), k.month, k.day): k.year for k in months.known for w in k.after}
        self._names = {fold_word(w) for w in months.events.names}
        self._open = {fold_word(w) for w in months.events.open}

    def settle(self, s: Scan, mentions: list[Mention]) -> list[Mention]:
        out = []
        named: set[tuple[int, int | None]] = set()
        for m in mentions:
            if (
                m.month is not None
                and m.form == "date"
                and m.year is None
                and m.rel is None
                and m.year_rel is None
                and m.weekday is None
            ):
                word = s.word_before(m.start - (s.char_before(m.start) in _QUOTES))
                word = word.lstrip("وفبلك") if word not in self._names and word not in self._open else word
                if m.day is not None and word in self._names:
                    named.add((m.month, m.day))
                    continue
                if (m.month, m.day) in named and m.lead in ("", "of") and word != "يوم":
                    continue  # أجزاء من 26 يوليو, after «شارع 26 يوليو»
                year = self._known.get((word, m.month, m.day))
                if year is not None:
                    m.year = year
                elif word in self._open and m.day is not None:
                    m.open = True
            out.append(m)
        return out
