"""Who is bound: whether a noun phrase can bind itself, and the subject of the verb that promises."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal, NamedTuple

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Name, Statement
from isnad.model.span import Span
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

Kind = Literal["actor", "first", "pronoun", "thing", "none"]

_THAT = re.compile(r"(?:^|[\s\"“«(،:])[وف]?[بل]?ان(?P<pronoun>ه|ها|هم|هما|نا|ني|ي)?(?=\s)")
_BREAK = re.compile(r"[.،,؛:!؟?\n«»“”\"()]|\s-\s|\s(?=(?:[وف]?لكن|بينما|[وف]?فيما|حيث|كما|اذ)\s)")
_LEAD = re.compile(r"[\s\"“«(\-\d]*(?:[وف]?(?:لكن|بينما|فيما|حيث|كما|اذ|اما)\s+)?")
_FIRST = re.compile(r"[وف]?(?:سن|سا|(?:سوف|لن) [نا]|[نا](?!ن?تخ)(?:عتزم|نوي|خطط|ستعد|تعهد|لتزم))")
_VERB = re.compile(r"\s[وف]?س[يت][^\W\d_]{2,}")
_RELATED = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللتين|والذي|والتي) $")
_DEFINITE = frozenset(("الذي", "التي", "الذين", "الي", "الا", "الان", "اللذين"))
_SUFFIX = re.compile(r"(?:ه|ها|هم|هما|نا|ي|كم)$")
_ANNOUNCED = re.compile(r"[وف]?(?:اعلن|اكد|ابد|اظهر|جدد|كشف|اعرب)ت?|ابدي|حيث|عن|[وف]?قد")
_LONGEST_SUBJECT = 12
_OBJECT = re.compile(r"[.،,]| (?:ب|ل|في\b|علي\b|من\b|الي\b)")
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "لا", "ممن", "لم"))
_RELATIVE = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللتين|ممن|يضم|تضم)\s")


class Subject(NamedTuple):
    """kind: an actor, the first person, a pronoun, a thing, or none found; start: where the clause begins (folded);
    noun: the noun phrase of an actor or a thing; past: where a subject behind the verb, or the verb, ends."""

    kind: Kind
    start: int
    noun: Span | None
    past: int
    pronoun: str = ""


class Actors:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        actors = words.actors
        self._agents, self._hosts = _folded(actors.agents), _folded(actors.hosts)
        self._things, self._counts = _folded(actors.things), _folded(actors.counts)
        self._adjectives = _folded(actors.adjectives)
        self._not_plural, self._feminine = _folded(actors.not_plural), _folded(actors.feminine)

    def subject(self, prose: Prose, start: int, end: int, names: dict[int, Name], pledge: bool = False) -> Subject:
        """The subject of the verb at start:end (folded): of its أن-clause, behind it, or before it in its clause.

        pledge: what it binds itself to stands behind it, too (يعتزم الاتحاد البدء بـ).
        """
        text = prose.text
        if _FIRST.match(text, start):
            return Subject("first", start, None, end)
        low = max(prose.sentence_at(start)[0], start - 110)
        if _RELATED.search(text, low, start):
            return Subject("none", start, None, end)
        many = not pledge and text[end - 2 : end] in ("ون", "وا")  # its subject stands before it
        behind = Subject("none", start, None, end) if many else self.behind(prose, start, end, names, pledge)
        clauses = list(_THAT.finditer(text, low, start))
        found = self._in_clause(prose, clauses[-1], start, end, names) if clauses else None
        if found is not None and text[start] in "وف":
            found = found._replace(start=start)  # it shares its subject with another verb
        if found is not None:
            return behind if found.kind == "pronoun" and behind.kind == "actor" else found
        if behind.kind == "actor":
            return behind
        before = self._before(prose, low, start, end, names)
        return before if before.kind != "none" else behind

    def _in_clause(
        self, prose: Prose, that: re.Match[str], start: int, end: int, names: dict[int, Name]
    ) -> Subject | None:
        """«أن X سـ»: X, or the pronoun of أنه; None where another sentence part stands between."""
        between = prose.text[that.end() : start]
        if re.search(r"[.،؛:!؟\n]", between):
            return None
        if that["pronoun"] and len(between.split()) > 5:
            return Subject("none", start, None, end)
        if that["pronoun"]:
            kind: Kind = "first" if that["pronoun"] in ("نا", "ني", "ي") else "pronoun"
            return Subject(kind, start, None, end, that["pronoun"])
        if not between.strip():
            return None
        return self._phrase(prose, that.end(), start, names)._replace(past=end)

    def _phrase(self, prose: Prose, begin: int, end: int, names: dict[int, Name]) -> Subject:
        """The noun phrase at begin:end before its verb."""
        text = prose.text
        cut = _VERB.search(text, begin, end)
        stop = cut.start() if cut else end
        while begin < stop and text[begin] in ' "“«(':
            begin += 1
        while stop > begin and text[stop - 1] in ' "“«”»)(':
            stop -= 1
        held = text[begin:stop].split()
        if not held or len(held) > _LONGEST_SUBJECT or _own_verb(held):
            return Subject("none", end, None, end)
        if not self.is_actor(prose, begin, stop, names):
            return Subject("thing", begin, prose.span(begin, stop), end)
        if held[0].startswith("الاخير"):
            return Subject("actor", begin, None, end)  # whoever was named last
        return Subject("actor", begin, _headed(prose, begin, stop, names), end)

    def _before(self, prose: Prose, low: int, start: int, end: int, names: dict[int, Name]) -> Subject:
        """«لكن الحكومة ستواصل»: the noun phrase between the beginning of the clause and the verb."""
        text = prose.text
        begin = low
        for cut in _BREAK.finditer(text, low, start - 1):
            begin = cut.end()
        lead = _LEAD.match(text, begin, start)
        begin = lead.end() if lead else begin
        phrase = text[begin:start].split()
        if not phrase or len(phrase) > 8 or begin == start - 110 or text[start - 1] != " ":
            return Subject("none", start, None, end)
        if phrase[0][0] in "وف" and not self.is_actor(prose, begin, start, names):
            begin += 1
        found = self._phrase(prose, begin, start, names)
        if found.kind == "thing" and not phrase[0].lstrip("وف").startswith(("ال", "هذ")):
            return Subject("none", start, None, end)
        return found._replace(start=start, past=end)

    def behind(self, prose: Prose, start: int, end: int, names: dict[int, Name], pledge: bool = False) -> Subject:
        """«سيواصل الفريق»: the definite noun or the name right behind the verb."""
        words, text = prose.words, prose.text
        first = prose.word_at(end)
        if first >= len(words) or words[first].start - end != 1 or text[end] != " ":
            return Subject("none", start, None, end)
        at = words[first].start
        name = names.get(prose.back[at])
        if name is not None and name.type in ("PER", "ORG", "LOC"):
            return Subject("actor", start, Span(name.start, name.end, name.text), prose.fold_at(name.end))
        if not words[first].form.startswith("ال") or words[first].form in _DEFINITE:
            return self._construct(prose, start, first)
        i = self._run(prose, first + 1, first + 4)
        while pledge and i > first + 1 and _OBJECT.match(text, words[i - 1].end):
            i -= 1
        past = words[i - 1].end
        if self.is_actor(prose, at, past, names):
            return Subject("actor", start, prose.span(at, past), past)
        return Subject("thing", start, prose.span(at, past), past)

    def _construct(self, prose: Prose, start: int, first: int) -> Subject:
        """«ستبحث دول الاتحاد الأوروبي»: an indefinite head from word `first` with its definite complements."""
        words, text = prose.words, prose.text
        end = words[first].end
        if not self._is_head(words[first].form):
            return Subject("none", start, None, words[first - 1].end if first else end)
        i = first + 1
        if i < len(words) and words[i].form.startswith("ال") and text[end : words[i].start] == " ":
            i = self._run(prose, i + 1, first + 5)
        past = words[i - 1].end
        return Subject("actor", start, prose.span(words[first].start, past) if i > first + 1 else None, past)

    def _run(self, prose: Prose, i: int, limit: int) -> int:
        """The word after the definite adjectives from word `i` on; `limit`: no further."""
        words, text = prose.words, prose.text
        while i < min(len(words), limit) and text[words[i - 1].end : words[i].start] == " ":
            form = words[i].form
            if not form.startswith("ال") or form in _DEFINITE:
                break
            if not (form.endswith(("ي", "يه", "يون", "يين")) or form in self._adjectives):
                break
            i += 1
        return i

    def is_actor(self, prose: Prose, begin: int, end: int, names: dict[int, Name]) -> bool:
        """Whether the noun phrase at begin:end (folded) can bind itself by its head noun or by being a name."""
        i = prose.word_at(begin)
        words = prose.words
        if i < len(words) and words[i].form.removeprefix("ال") in self._things:
            return False
        while i < len(words) and words[i].start < end:
            name = names.get(prose.back[words[i].start])
            if name is not None and name.type in ("PER", "ORG", "LOC"):
                return True
            if self._is_head(words[i].form):
                return True
            if words[i].form.removeprefix("ال") not in self._counts:
                return False
            i += 1
        return False

    def _is_head(self, form: str) -> bool:
        bare = form.removeprefix("ال") if form.startswith("ال") else form
        if bare in self._agents:
            return True
        if form.endswith("ون") and len(form) > 5 and form not in self._not_plural:
            return form.startswith(("ال", "م"))
        cut = _SUFFIX.search(bare)
        if cut is None or len(bare) < 5:
            return False
        stem = bare[: cut.start()]
        return stem in self._agents or stem[:-1] + "ه" in self._agents

    def is_host(self, noun: Span) -> bool:
        """Whether a gathering is meant, which acts but does not hold itself."""
        return fold_word(noun.text.split()[0].strip('"“«(')).removeprefix("ال") in self._hosts

    def announcer(self, prose: Prose, start: int, names: dict[int, Name]) -> Span | None:
        """Whose «عزمه» or «نيتها» at `start` (folded) is: the name or definite noun that ends there or before the
        verb that announces it."""
        text, words = prose.text, prose.words
        last = prose.word_at(start) - 1
        while last > 0 and _ANNOUNCED.fullmatch(words[last].form):
            last -= 1
        for i in range(last, max(-1, last - 5), -1):
            if i < last and text[words[i].end : words[i + 1].start] != " ":
                return None
            name = names.get(prose.back[words[i].start])
            if name is not None and name.type in ("PER", "ORG", "LOC"):
                whole = prose.fold_at(name.end) >= words[last].end
                return Span(name.start, name.end, name.text) if whole else None
            if words[i].form.startswith("ال") and self._is_head(words[i].form):
                return prose.span(words[i].start, words[last].end)
            if not words[i].form.startswith("ال"):
                return None
        return None

    def speaker(self, prose: Prose, statement: Statement | None, pronoun: str, names: dict[int, Name]) -> Span | None:
        """The speaker of a statement whom a pronoun (ه، ها، هم) or the first person ("") in it can mean."""
        if statement is None or statement.speaker is None:
            return None
        said = statement.speaker
        head = fold_word(said.text.split()[0].strip('"“«(#'))
        bare = head.removeprefix("ال")
        if bare in self._things or not bare:
            return None
        name = names.get(said.start)
        if pronoun == "ها" and not self._is_feminine(bare, name):
            return None
        if pronoun == "ه" and (bare.endswith("ه") and (name is None or name.type != "PER")):
            return None
        if pronoun == "هم" and not (head.endswith(("ون", "ين")) or bare in self._feminine):
            return None
        return Span(said.start, said.end, said.text)

    def _is_feminine(self, bare: str, name: Name | None) -> bool:
        if bare.endswith(("ه", "ات", "اء")) or bare in self._feminine:
            return True
        return name is not None and name.type in ("ORG", "LOC")


def _own_verb(phrase: list[str]) -> bool:
    """Whether a verb of its own stands in the phrase, outside a relative clause: it is none that another verb needs."""
    for before, word in pairwise(phrase):
        verbal = (word[0] == "ي" and len(word) > 3) or (word[0] in "يت" and len(word) > 2 and before.startswith("ال"))
        if verbal and before not in _RELATIVES and word[-1] != "ه":
            return True
    return False


def _headed(prose: Prose, begin: int, end: int, names: dict[int, Name]) -> Span:
    """The phrase without a relative clause; of a long one that begins with a country, the country alone."""
    cut = _RELATIVE.search(prose.text, begin, end)
    span = prose.span(begin, cut.start() if cut else end)
    if len(span.text.split()) < 4:
        return span
    name = names.get(span.start)
    return Span(name.start, name.end, name.text) if name is not None and name.type == "LOC" else span


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)
