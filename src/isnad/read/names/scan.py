"""The words of one text with what each may be, and the mentions found in it."""

from __future__ import annotations

import re

from isnad.model.reading import NameType
from isnad.read.names.vocabulary import TITLE, VERB, Info, Vocabulary
from isnad.text.prose import Prose
from isnad.text.value import Value

_LATIN = re.compile(r"[A-Z][a-z]+ [A-Z]")
_JOINING = frozenset((" ", "-", "_", " #"))  #: a space, a hyphen, the low line of a hashtag
_DEFINITE = re.compile(r"[وف]?(?:[بك]?ال|لل).{3,}")


class Mention(Value, frozen=True):
    """A name in folded offsets. first, last: its word indexes, inclusive. actor: id where a list knows it."""

    start: int
    end: int
    type: NameType
    actor: str | None
    rule: str
    first: int
    last: int


class Scan:
    """Words, their Infos, and what stands between them. latin: capitalised Latin words stand side by side."""

    def __init__(self, prose: Prose, vocabulary: Vocabulary) -> None:
        self.text = prose.text
        self.words = prose.words
        self.vocabulary = vocabulary
        self.forms = prose.forms
        self.gaps = prose.gaps
        self.infos: list[Info] = list(map(vocabulary.infos.__getitem__, self.forms))
        self.count = len(self.words)
        self._begins = [(i, info.begins) for i, info in enumerate(self.infos) if info.begins]
        self._raw, self._back = prose.raw, prose.back
        self.latin = _LATIN.search(prose.text) is not None

    def gap(self, i: int) -> str:
        """What stands between word i and the next one («» after the last)."""
        return self.gaps[i + 1] if i + 1 < self.count else "\n"

    def joined(self, i: int) -> bool:
        """Word i + 1 follows word i with nothing but one space (or hyphen, or the low line of a hashtag) between."""
        return 0 < i + 1 < self.count and self.gaps[i + 1] in _JOINING

    def on(self, i: int) -> bool:
        """Word i is the preposition «على», not the name «علي»: both fold to one form."""
        return self.forms[i] == "علي" and self._raw[self._back[self.words[i].end - 1]] == "ى"

    def hamza(self, i: int, letter: int = 0) -> bool:
        """A letter of word i is written with hamza: «ال» at its beginning is no article then («ألبوم», «إلياس»)."""
        return self._raw[self._back[self.words[i].start + letter]] in "أإآ"

    def tanwin(self, i: int) -> bool:
        """Word i is written with the ending of an indefinite accusative («دومًا»)."""
        word = self.words[i]
        return "\u064b" in self._raw[self._back[word.start] : self._back[word.end - 1] + 2]

    def noun_before(self, i: int) -> bool:
        """The word right before word i is a noun with article, proclitics aside, and no title or verb."""
        if not i or not self.joined(i - 1):
            return False
        form, flags = self.forms[i - 1], self.infos[i - 1].flags
        return _DEFINITE.match(form) is not None and not flags & (TITLE | VERB)

    def form(self, i: int) -> str:
        return self.forms[i]

    def follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """The words `rest` stand right after word i."""
        for k, word in enumerate(rest, i + 1):
            if k >= self.count or self.forms[k] != word or self.gaps[k] not in _JOINING:
                return False
        return True

    def flags(self, i: int) -> int:
        return self.infos[i].flags if 0 <= i < self.count else 0

    def beginning(self, kind: int) -> list[int]:
        """The words at which a name of `kind` (one bit of Info.begins) may begin, in order."""
        return [i for i, begins in self._begins if begins & kind]

    def before(self, i: int) -> int:
        """Flags of the word right before word i, 0 where punctuation stands between."""
        return self.infos[i - 1].flags if i and self.gaps[i] in _JOINING else 0

    def _own_lam(self, i: int, taken: int) -> bool:
        """The second «ل» of word i is the first letter of a listed name («للندن»), not the article's."""
        bare = self.vocabulary.infos[self.forms[i][taken:]]
        return any(not (letters or entry.doubtful) and self.follows(i, entry.rest) for letters, entry in bare.entries)

    def mention(self, first: int, last: int, taken: int, kind: NameType, actor: str | None, rule: str) -> Mention:
        """A mention of words first..last, `taken` proclitic letters left out (a fused «لل» stays whole)."""
        word = self.words[first]
        start = word.start + taken
        if taken and word.form.startswith("لل", taken - 1) and not self._own_lam(first, taken):
            start -= 1
        return Mention(start, self.words[last].end, kind, actor, rule, first, last)
