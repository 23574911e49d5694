"""One article as the statement reader sees it: words with what stands before them, names, times, quotations, cues."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import compress

from msgspec.structs import replace

from isnad.model.reading import Name, Time
from isnad.read.statements.forms import CueForm
from isnad.read.statements.vocabulary import PRONOUN, Vocabulary
from isnad.text.prose import Prose
from isnad.text.quotes import Quote

_BEFORE_VERB = frozenset(
    (
        "قد",
        "وقد",
        "فقد",
        "لقد",
        "ولقد",
        "كما",
        "فيما",
        "حيث",
        "ان",
        "الذي",
        "التي",
        "ما",
        "بينما",
        "حين",
        "بعدما",
        "اذ",
        "لكن",
        "بعد",
    )
)
_DATELINE = re.compile(r"\s*[^\n.:\"«“]{2,70}?(?:\([^)\n]{2,30}\)\s*[-–—ـ]*|\s[–—]|\s?--+)\s*(?=[^\W\d])")
_LONG_QUOTE = 5  #: words from which a closed quotation is taken for somebody's own words
_CLAUSE_MARKS = frozenset('\n.،,؛;:!?؟…–—"“”«»')
_GOVERN = frozenset(  #: prepositions: no verb follows them
    (
        "عن",
        "في",
        "الي",
        "علي",
        "مع",
        "حول",
        "بعد",
        "قبل",
        "خلال",
        "عقب",
        "رغم",
        "دون",
        "بسبب",
        "لدي",
        "ضد",
        "غير",
        "كل",
        "اثر",
        "فور",
    )
)
DENIED = frozenset(("مما", "لم", "لا", "لن", "ولم", "ولا", "ولن", "فلا", "فلم", "فلن"))  #: what follows was not said
_CLAUSES = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"))
_OF_THE_ROOT = frozenset(  #: a final ه that is no pronoun
    ("توجيه", "تنبيه", "تشبيه", "تشويه", "ترفيه", "اتجاه", "انتباه", "اشتباه", "توجه", "وجه", "مياه", "انتزاه")
)
_COMMAS = frozenset("،,")
_ENDS = frozenset("،,.\n:")


class Page:
    """Word indexes throughout; offsets are of the folded text."""

    def __init__(self, prose: Prose, vocabulary: Vocabulary, names: tuple[Name, ...], times: tuple[Time, ...]) -> None:
        self.prose = prose
        self.text = prose.text
        self.v = vocabulary
        self.words = prose.words
        self.forms = prose.forms
        self.gaps = prose.gaps
        self.names: dict[int, tuple[int, Name]] = {}  # word index → (index after the name's last word, name)
        self.inside_name: set[int] = set()
        for name in names:
            first, after = self._range(name.start, name.end)
            if first < after and not (after == first + 1 and self._own_words(first)):
                self.names[first] = (after, name)
                self.inside_name.update(range(first, after))
        self.timed: dict[int, tuple[int, Time]] = {}
        for time in times:
            first, after = self._range(time.start, time.end)
            for i in range(first, after):
                self.timed[i] = (after, time)
        self.quotes_at: dict[int, Quote] = {}  # word index → quotation that opens right before the word
        self.quoted: dict[int, Quote] = {}  # word index → outermost closed quotation that holds it
        for q in prose.quotes:
            first, after = prose.word_at(q.inner_start), prose.word_at(q.inner_end)
            if first < after and first not in self.quotes_at:
                self.quotes_at[first] = q
            if q.closed and q.depth == 0 and after - first >= _LONG_QUOTE:
                for i in range(first, after):
                    self.quoted.setdefault(i, q)
        self._sentence_starts = [prose.word_at(a) for a, _ in prose.sentences]
        m = _DATELINE.match(self.text)
        self.dateline = prose.word_at(m.end()) if m else 0  # index of the first word after «دبي، الإمارات (CNN)—»
        self.anonymity: dict[int, int] = self._find_anonymity()  # word index → index after a condition of anonymity
        self.cues: dict[int, tuple[CueForm, ...]] = self._find_cues()
        self._cut_quotations()
        self.wedged: dict[int, int] = {}  # word index → index after an attribution that begins there

    def _cut_quotations(self) -> None:
        """End a quotation before «، مضيفا أن»: the reporter speaks again, so that its own closing mark is missing."""
        for i in [k for k in self.cues if k in self.quoted]:
            if self.gaps[i].strip() and self._continues_report(i) and i in self.quoted:
                q = self.quoted[i]
                first, after = self.prose.word_at(q.inner_start), self.prose.word_at(q.inner_end)
                self.quotes_at[first] = replace(q, inner_end=self.words[i - 1].end, end=self.words[i - 1].end)
                for k in range(i, after):
                    del self.quoted[k]

    def _continues_report(self, i: int) -> bool:
        """Whether an accusative participle of saying stands at word `i`, with its clause («مشيرا إلى أنه»)."""
        if not self.forms[i].endswith("ا") or any(r.kind != "participle" for r in self.cues[i]):
            return False
        return any(f in _CLAUSES for f in self.forms[i + 1 : i + 4])

    def _own_words(self, i: int) -> bool:
        """Whether word `i` is a verbal noun of saying with its pronoun («تأكيده»): no name, whatever was guessed."""
        return any(r.kind == "masdar" and r.pronoun for r in self.v.readings(self.forms[i]))

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """Words that an original span touches, half-open; a proclitic before it belongs to its first word."""
        first = bisect_right(self.prose.starts, self.prose.fold_at(start)) - 1
        return max(first, 0), self.prose.word_at(self.prose.fold_at(end))

    def _find_anonymity(self) -> dict[int, int]:
        """«طلب عدم الكشف عن اسمه لأنه غير مخول …»: from its verb to the next comma or stop."""
        out: dict[int, int] = {}
        if not any(word in self.text for word in self.v.identity):
            return out
        for m in self.v.anonymity.finditer(self.text):
            if self.text[m.start() - 1 : m.start()].isalpha():
                continue
            last = self.prose.word_at(m.start())
            last -= last > 0 and self.forms[last - 1] == "عدم"
            first = last
            while first > 0 and last - first < 4 and not self.gaps[first].strip():
                first -= 1
            first = max(first, last - 3)
            while first < last and not _COMMAS.isdisjoint("".join(self.gaps[first + 1 : last + 1])):
                first += 1
            trigger = next((k for k in range(first, last) if self._asks(self.forms[k])), None)
            if trigger is None:
                continue
            after = self.prose.word_at(m.end())
            while after < len(self.words) and _ENDS.isdisjoint(self.gaps[after]) and after not in self._clause_heads():
                after += 1
            out[trigger] = after
        return out

    def _asks(self, form: str) -> bool:
        return any(stem in form for stem in ("طلب", "فضل", "رفض", "شتر", "شريط", "بشرط", "طالب", "رافض", "تحدث"))

    def _clause_heads(self) -> frozenset[int]:
        return frozenset(i for i, f in enumerate(self.forms) if f in ("ان", "انه", "انها", "بان"))

    def _find_cues(self) -> dict[int, tuple[CueForm, ...]]:
        found = {}
        unnamed = {i for a, b in self.anonymity.items() for i in range(a, b)}
        answers = list(map(self.v.answers.__getitem__, self.forms))
        for i in compress(range(len(answers)), answers):
            if i not in self.inside_name and i not in unnamed:
                readings = self._spelled(i, answers[i])
                if readings and self._admissible(i):
                    found[i] = readings
        return found

    def _spelled(self, i: int, readings: tuple[CueForm, ...]) -> tuple[CueForm, ...]:
        """Without the readings that the unfolded spelling rules out: a final ة is no pronoun (نسبة is not نسبه)."""
        if self.forms[i] in self.v.wasl and self.prose.raw[self.prose.back[self.words[i].start]] == "أ":
            return ()  # «أعتقد»: the first person
        if self.forms[i][-1] != "ه":
            return readings
        last = self.prose.raw[self.prose.back[self.words[i].end - 1]]
        return tuple(r for r in readings if not r.pronoun) if last == "ة" else readings

    def _admissible(self, i: int) -> bool:
        """A form that is more often another word counts only at the head of a clause or after a subject."""
        form, v = self.forms[i], self.v
        bare = form if form in v.forms else form[1:]
        before = self.forms[i - 1] if i else ""
        if before in _GOVERN and not self.gaps[i].strip() and all(r.kind == "finite" for r in v.readings(form)):
            return False
        if before in DENIED:
            return all(r.verb is not None and r.verb.id == "istabad" for r in v.readings(form))  # «ولم يستبعد أن»
        if before == "ان" and i > 1 and self.forms[i - 2] in ("دون", "بدون"):
            return False
        if bare not in v.homographs or self.clause_initial(i):
            return True
        if bare in v.prepositional:
            return False
        return i - 1 in self.inside_name or before in _BEFORE_VERB

    def has_pronoun(self, i: int) -> bool:
        """Whether word `i` ends in a pronoun («رفضه») and not in a feminine ة («وزارة») or its root («توجيه»)."""
        form = self.forms[i]
        if PRONOUN.search(form) is None or form.removeprefix("ال") in _OF_THE_ROOT:
            return False
        return self.prose.raw[self.prose.back[self.words[i].end - 1]] != "ة"

    def is_feminine(self, i: int) -> bool:
        """Whether word `i` ends in ة."""
        return self.prose.raw[self.prose.back[self.words[i].end - 1]] == "ة"

    def sentence(self, i: int) -> tuple[int, int]:
        """Word range of the sentence that holds word `i`."""
        k = bisect_right(self._sentence_starts, i) - 1
        starts = self._sentence_starts
        while k + 1 < len(starts) and starts[k + 1] == starts[k]:
            k += 1
        first = starts[max(k, 0)]
        if first < self.dateline <= i:
            first = self.dateline
        return first, starts[k + 1] if k + 1 < len(starts) else len(self.words)

    def sentence_number(self, i: int) -> int:
        return bisect_right(self._sentence_starts, i)

    def clause_initial(self, i: int) -> bool:
        """Whether word `i` opens a clause: after punctuation, a line break, or with و/ف written onto a known form."""
        if i == 0 or not _CLAUSE_MARKS.isdisjoint(self.gaps[i]):
            return True
        form = self.forms[i]
        return form not in self.v.forms and form[0] in "وف"

    def start_of(self, i: int) -> int:
        return self.words[i].start if i < len(self.words) else len(self.text)

    def aside(self, i: int) -> int:
        """Index after an aside («من جانبه») that begins at word `i`; `i` where none does."""
        for phrase in self.v.asides.get(self.forms[i], ()):
            if tuple(self.forms[i : i + len(phrase)]) == phrase:
                return i + len(phrase)
        return i
