"""Commitments: what an actor says it will or must do, that time can test. Forecasts, wishes and descriptions are
none."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from isnad.lexicon.commitments import Commitments, Pledge
from isnad.lexicon.load import Lexicons
from isnad.model.reading import Commitment, Due, Name, Statement, Time
from isnad.model.span import Span
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LONGEST = 260
_SUBJECT = re.compile(
    r"(?:^|[\s\"“«(،:])(?P<that>[وف]?[بل]?ان(?P<pronoun>ه|ها|هم|هما|نا|ني|ي)?)\s+(?P<noun>[^.،؛:!؟\n]{0,70})$"
)
_STOP = re.compile(r"[.!؟?؛\n]|[”»\"](?=\s*[،.,]|\s+(?:[وف]?قال|مضيفا))|[,،]\s*(?P<next>[^\W\d_]+)")
_RELATIVE = frozenset(("الذي", "التي", "الذين", "الي", "الا", "الان", "اللذين"))
_PAST = re.compile(r"الماضي|[أا]مس|السابق")
_AGENT = re.compile(r" من (?:خلال|قبل|جانب|طرف) (ال[^\W\d_]+(?: ال(?!ذي|تي)[^\W\d_]+)*)")
_OBJECT = re.compile(r"[.،,]| (?:ب|ل|في\b|علي\b|من\b|الي\b)")
_WAS = re.compile(r"\b[وف]?(?:كان|كانت|كانوا|تكن|يكن|اي دوله) $")
_RELATED = re.compile(r"(?:الذي|التي|الذين|اللذين|والذي|والتي) $")
_PASSIVE = re.compile(r"[وف]?س[يت]تم\b")
_LAID = re.compile(r" ([^.،؛:!؟\n]{2,60}?) (?:ب?ان|ب[^\W\d_]+) ")
_ASKED = re.compile(r"(?:^|\s)[وف]?(?:ب?ما|ماذا|عما|مما|من|هل|اين|كيف|متي) $")
_NOUNS = re.compile(r"(?<![^\W\d_])ال(?!ذي|تي)[^\W\d_]+ ال(?!ذي|تي)[^\W\d_]+(?: ال(?!ذي|تي)[^\W\d_]+)*")
_WILL = frozenset(("لن", "ول", "فل", "وس", "فس"))
_PERSON = re.compile(r"\b[وف]?(?:سن|سا)")


class Head(NamedTuple):
    """Where a commitment is stated: the verb or pledge at start:end (folded), what kind it is, whether it needs a
    time."""

    start: int
    end: int
    rule: str
    timed: bool
    pledge: bool
    deadline: bool = False


class CommitmentsReader:
    """Built once from the lexicon `commitments`."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("commitments", Commitments)
        stems, own = _stems(words.forecast.acts), _stems((*words.forecast.acts, *words.forecast.own))
        self._future = re.compile(
            rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )(?:[يت](?:{stems})|(?:ن|ا(?!ن))(?:{own}))"
            r"(?:ون|وا|ان|ا|ين|ه|ها|هم|هما|نا)?(?![^\W\d_])"
        )
        scheduled = _stems(words.deadline.scheduled)
        self._scheduled = re.compile(rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )[يت](?:{scheduled})(?:ان|ون)?(?![^\W\d_])")
        after = _either(words.deadline.after)
        self._act = re.compile(
            rf"(?<![^\W\d_])(?P<and>[وف]?)(?:[بل]?(?:{_either(words.deadline.masdars)})(?:ه|ها|هم)?"
            rf"|(?:ال|بال|لل)(?:{_either(words.deadline.masdars)})|(?:{_either(words.deadline.verbs)}))(?![^\W\d_])"
        )
        self._not_act = re.compile(rf"\b[وف]?(?:{after}) $")
        self._pledges: dict[str, list[tuple[Pledge, re.Pattern[str]]]] = {}
        for pledge in words.pledge:
            pattern = _pledge_pattern(pledge)
            for form in _first_words(pledge):
                self._pledges.setdefault(form, []).append((pledge, pattern))
        self._guessed = re.compile(rf"\b[وف]?(?:{_either(words.forecast.guessed)})\b")
        self._opinion = re.compile(rf"\b[وبل]?(?:{_either(words.forecast.opinion)})\b")
        self._condition = re.compile(rf"\b[وف]?(?:{_either(words.condition.forms)})\b")
        self._not_and = frozenset(fold_word(w)[:3] for w in words.ends.not_and)
        self._ends = frozenset(fold_word(w) for w in words.ends.words)

    def read(
        self, prose: Prose, statements: tuple[Statement, ...], times: tuple[Time, ...], names: tuple[Name, ...]
    ) -> tuple[Commitment, ...]:
        """Commitments in document order, none overlapping; each on a statement's word or the article's own."""
        out: list[Commitment] = []
        last = -1
        heads = self._heads(prose, times)
        for head, following in zip(heads, [*heads[1:], None][: len(heads)], strict=True):
            if head.start < last:
                continue
            statement = _enclosing(prose, statements, head.start)
            if self._is_guess(prose, head, statement):
                continue
            end = self._end(prose, head)
            if following is not None and following.start < end and prose.text[following.start] in "وف":
                end = following.start  # سيبقي قواته ولن ينسحب: two
            chained = out and 0 <= head.start - last <= 1 and not prose.text[last : head.start].strip()
            joined = out[-1].who if chained and prose.text[head.start] in "وف" else None
            found = self._commitment(prose, head, end, statement, times, names, joined)
            if found is not None and not (out and found.span.start < out[-1].span.end):
                out.append(found)
                last = end
        return tuple(out)

    def _heads(self, prose: Prose, times: tuple[Time, ...]) -> list[Head]:
        text = prose.text
        heads = self._pledged(prose)
        leads = [w.start for w in prose.words if w.form[0] == "س" or w.form[:2] in _WILL]
        futures = [m for at in leads if (m := self._future.match(text, at))]
        heads += [Head(m.start(), m.end(), "commitments.future", False, False) for m in futures]
        if not times:
            return sorted(heads)
        taken = {h.start for h in heads}
        for at in leads:
            if at not in taken and (m := self._scheduled.match(text, at)):
                heads.append(Head(at, m.end(), "commitments.schedule", True, False))
        ends = [prose.fold_at(t.start) for t in times if t.until is not None and t.type != "SET"]
        for end in ends:
            heads += self._acts_before(prose, end)
        return sorted(set(heads))

    def _pledged(self, prose: Prose) -> list[Head]:
        """Pledges, looked for only at words that can begin one."""
        heads = []
        ends: dict[re.Pattern[str], int] = {}
        for word in prose.words:
            for pledge, pattern in self._pledges.get(word.form, ()):
                m = pattern.match(prose.text, word.start) if word.start >= ends.get(pattern, 0) else None
                if m is not None:
                    ends[pattern] = m.end()
                    heads.append(Head(m.start(), m.end(), f"commitments.{pledge.kind}", pledge.timed, True))
        return heads

    def _acts_before(self, prose: Prose, end: int) -> list[Head]:
        """The first act named in the clause that runs to a deadline at `end`."""
        start = max(prose.sentence_at(end)[0], end - 90)
        cut = max(prose.text.rfind(mark, start, end) for mark in "،؛:.")
        for m in self._act.finditer(prose.text, max(start, cut + 1), end):
            if self._not_act.search(prose.text, max(0, m.start() - 12), m.start()) is None:
                return [Head(m.start() + len(m.group("and")), m.end(), "commitments.deadline", True, False, True)]
        return []

    def _is_guess(self, prose: Prose, head: Head, statement: Statement | None) -> bool:
        sentence = prose.sentence_at(head.start)
        start = max(sentence[0], head.start - 45)
        if self._guessed.search(prose.text, start, head.start) or _ASKED.search(prose.text, start, head.start):
            return True
        if head.pledge:
            return _WAS.search(prose.text, start, head.start) is not None
        if statement is None:
            return False
        if statement.force in ("estimate", "warn"):
            return True
        return statement.speaker is not None and self._opinion.search(fold_word(statement.speaker.text)) is not None

    def _end(self, prose: Prose, head: Head) -> int:
        """Where the clause of the commitment ends, in folded offsets."""
        limit = min(prose.paragraph_at(head.start)[1], head.end + _LONGEST)
        for m in _STOP.finditer(prose.text, head.end, limit):
            word = m.group("next")
            if word is None or word in self._ends or (word[0] in "وف" and word[:3] not in self._not_and):
                return m.start()
        return limit

    def _commitment(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        times: tuple[Time, ...],
        names: tuple[Name, ...],
        joined: Span | None,
    ) -> Commitment | None:
        start, who = _subject(prose, head, names) if joined is None else (head.start, joined)
        agent = _AGENT.search(prose.text, head.end, end) if _PASSIVE.match(prose.text, head.start) else None
        if agent is not None:
            who = prose.span(agent.start(1), agent.end(1))
        if who is None and statement is not None and statement.speaker is not None:
            speaker = statement.speaker
            who = Span(speaker.start, speaker.end, speaker.text)
        span = prose.span(start, end)
        due = _due(span, times, head.deadline)
        if who is None and statement is None and due is not None:
            who = _before(prose, head, names)
        if due is None and _RELATED.search(prose.text, 0, head.start):
            return None  # الإجراءات التي ستتخذها: said in passing
        if (head.timed and due is None) or end - head.end < 6:
            return None
        if who is None and statement is None and due is None and not _PASSIVE.match(prose.text, head.start):
            return None
        condition = self._condition.search(prose.text, start, end)
        what = prose.span(head.end if head.pledge else head.start, end)
        return Commitment(
            span=span,
            who=who,
            what=what,
            due=due,
            condition=prose.span(condition.start(), end) if condition else None,
            voice="statement" if statement is not None else "article",
            statement=statement.id if statement is not None else None,
            rule=head.rule,
        )


def _stems(verbs: tuple[str, ...]) -> str:
    """Imperfects without their first letter, the person's."""
    return "|".join(sorted({re.escape(fold_word(v)[1:]) for v in verbs}, key=len, reverse=True))


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(fold_word(w)) for w in words), key=len, reverse=True))


def _pledge_pattern(pledge: Pledge) -> re.Pattern[str]:
    behind = "|".join(sorted((re.escape(fold_word(p)) for p in pledge.prepositions), key=len, reverse=True))
    gap = r"(?:[^.،؛:!؟\n]{0,60}?)" if pledge.apart else ""
    return re.compile(rf"(?<![^\W\d_])[وف]?(?:{_either(pledge.forms)})(?={gap} (?:{behind}))")


def _first_words(pledge: Pledge) -> set[str]:
    """The folded words that can begin what `_pledge_pattern` matches."""
    firsts = {fold_word(form).split()[0] for form in pledge.forms}
    return {clitic + first for first in firsts for clitic in ("", "و", "ف")}


def _enclosing(prose: Prose, statements: tuple[Statement, ...], offset: int) -> Statement | None:
    """The innermost statement whose content holds a folded offset, or whose cue stands there."""
    at = prose.back[offset]
    held = None
    for statement in statements:
        spans = (*statement.content, *statement.cue)
        if any(s.start <= at < s.end for s in spans):
            held = statement
    return held


def _subject(prose: Prose, head: Head, names: tuple[Name, ...]) -> tuple[int, Span | None]:
    """Where the clause begins (folded) and its subject, before the verb after أن or behind the verb."""
    bounds = prose.sentence_at(head.start)
    if head.deadline:
        verb = prose.text[head.start] in "يت" and prose.text[head.end - 1] != "م"
        return head.start, _behind(prose, head, names) if verb else None
    if head.rule == "commitments.obligation":
        laid = _LAID.match(prose.text, head.end)
        return head.start, prose.span(laid.start(1), laid.end(1)) if laid else None
    if head.pledge:
        behind = _behind(prose, head, names)
        if behind is not None:
            return head.start, behind
    m = _SUBJECT.search(prose.text, bounds[0], head.start)
    if m is not None:
        noun = m.group("noun").strip()
        if not noun:
            return head.start, None if m.group("pronoun") else _behind(prose, head, names)
        if len(noun.split()) <= 9 and not m.group("pronoun"):
            begin = m.start("noun")
            return begin, _named(prose.span(begin, begin + len(m.group("noun").rstrip())), names)
    if head.pledge:
        return head.start, _before(prose, head, names)
    if _PERSON.match(prose.text, head.start):
        return head.start, None
    return head.start, _behind(prose, head, names)


def _named(noun: Span, names: tuple[Name, ...]) -> Span:
    """The name at the head of a long noun phrase alone: «الصين ترحب بالشركات و…»."""
    if len(noun.text.split()) < 4:
        return noun
    name = next((n for n in names if n.start == noun.start and n.end < noun.end), None)
    return Span(name.start, name.end, name.text) if name is not None and name.type == "LOC" else noun


def _behind(prose: Prose, head: Head, names: tuple[Name, ...]) -> Span | None:
    """The definite noun or name right behind the verb: «سيواصل الفريق»."""
    i = prose.word_at(head.end)
    first = i
    words = prose.words
    while i < len(words) and i < first + 4 and words[i].form.startswith("ال") and words[i].form not in _RELATIVE:
        if i > first and prose.text[words[i - 1].end : words[i].start] != " ":
            break
        i += 1
    while head.pledge and i > first and _OBJECT.match(prose.text, words[i - 1].end):
        i -= 1  # يعتزم الاتحاد ⟦البدء⟧ بتطبيقه: what is planned
    if i > first and words[first].start - head.end == 1:
        return prose.span(words[first].start, words[i - 1].end)
    at = prose.back[min(head.end + 1, len(prose.text))]
    name = next((n for n in names if n.start == at), None)
    return Span(name.start, name.end, name.text) if name is not None else None


def _before(prose: Prose, head: Head, names: tuple[Name, ...]) -> Span | None:
    """The name that stands last before the verb in its clause."""
    low = prose.back[max(prose.sentence_at(head.start)[0], head.start - 60)]
    at = prose.back[head.start]
    i = bisect_right([n.start for n in names], at) - 1
    while i >= 0 and names[i].start >= low:
        if names[i].end <= at and names[i].type in ("PER", "ORG", "LOC"):
            return Span(names[i].start, names[i].end, names[i].text)
        i -= 1
    nouns = list(_NOUNS.finditer(prose.text, max(prose.sentence_at(head.start)[0], head.start - 60), head.start))
    return prose.span(nouns[-1].start(), nouns[-1].end()) if nouns else None


def _due(span: Span, times: tuple[Time, ...], deadline: bool = False) -> Due | None:
    """When it falls due: the first time in the commitment that is not past."""
    now = max((t.earliest for t in times if t.rule in ("times.today", "times.day") and t.earliest), default="")
    for time in times:
        if (time.latest is not None and time.latest < now) or (deadline and time.until is None):
            continue
        if (
            not (span.start <= time.start < span.end)
            or _PAST.search(time.text)
            or time.value in ("PAST_REF", "PRESENT_REF")
            or time.type == "SET"
        ):
            continue
        if time.type == "DURATION":
            if time.until is not None:
                return Due(time.until, time.earliest, time.latest)
            continue
        latest = time.until or time.latest
        if time.mod == "END" and time.latest is not None:
            return Due(latest, time.earliest, latest)
        return Due(time.value, None if time.until else time.earliest, latest)
    return None
