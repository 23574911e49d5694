"""Commitments: what an actor says it will or must do, that time can test. Forecasts, wishes and descriptions are
none."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.commitments import Commitments, Pledge
from isnad.lexicon.load import Lexicons
from isnad.model.reading import Commitment, Due, Name, Statement, Time
from isnad.model.span import Span
from isnad.read.commitments_actors import Actors, Subject
from isnad.read.commitments_dues import Dues
from isnad.read.commitments_phrases import either, first_words, pledge_pattern, stems
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LONGEST = 260
_STOP = re.compile(
    r"[.!؟?؛\n…]|:\s*[\"«“]|[”»\"](?=\s*[،.,]|\s+(?:[وف]?قال|مضيفا))|[,،]\s*(?P<next>[^\W\d_]+)"
    r"|\sم[^\W\d_]{3,}[اه]\s(?=(?:الي\s)?ان)"
)
_PARTICIPLE = re.compile(
    r"م[^\W\d_]{3,}ا\Z|م(?:شير|وضح|ؤكد|ضيف|بين|عتبر|حذر|عرب|تهم|برز|شدد|نوه|ضيف|لمح|ذكر|نبه|طالب)ه\Z"
)
_AGENT = re.compile(r" من (?:خلال|قبل|جانب|طرف) (ال[^\W\d_]+(?: ال(?!ذي|تي)[^\W\d_]+)*)")
_WAS = re.compile(r"\b[وف]?(?:كان|كانت|كانوا|كنت|كنا|تكن|يكن|اي دوله) $")
_NARRATED = re.compile(r"\b[وف]?(?:كان|كانت|كانوا|قضي|ظل|ظلت|وقتها|حينها)\b[^.،؛]*$")
_RELATED = re.compile(r"(?:الذي|التي|الذين|اللذين|والذي|والتي) $")
_PASSIVE = re.compile(r"[وف]?(?:س|سوف |لن )[يت]تم\b|[وف]?س[يت]جري [^\W\d_]{2,}(?:ه|ها|هم)\b(?<!ات)")
_LAID = re.compile(r" ([^.،؛:!؟\n]{2,60}?) (?:ب?ان|ب[^\W\d_]+) ")
_ASKED = re.compile(r"(?:^|\s)[وف]?(?:ب?ما|لما|ماذا|عما|مما|من|هل|اين|كيف|متي) $")
_NOT = re.compile(r"(?:^|\s)(?P<no>[وف]?(?:لا|لم|ما|غير|دون|بدون|ليس|ليست|لست|لسنا|ليسوا)) $")
_NOUN = re.compile(r"[وف]?(?:عزم|نيت|اعتزام)")
_ALONE = re.compile(
    r"\s*(?:$|[.،,؛\"”»)\n])|\s(?:[وف]?(?:في|من|علي|الي|عن|خلال|قبل|بعد|غدا|اليوم|يوم|حتي|مع|ضمن|وفق|لاحقا|قريبا|اعتبارا|ابتداء|بدءا|امام|ايضا"
    r"|بين|بحلول|بشكل|بهدف|بموجب|بناء|لمده|علنا|رسميا|مجددا)\b|بال|لل)"
)
_SUFFERED = re.compile(r"[وف]?(?:س|سوف |لن )[يت](?:عاقب|حاكم|عتقل|حاسب|عين|طرد|رحل|لاحق|منح|نقل)(?:ون|وا)?\b")
_HOSTED = re.compile(r"[وف]?(?:س|سوف |لن )[يت](?:ناقش|بحث|تناول|ستضيف|ركز|ستعرض|تطرق)\b")
_OR_NOT = re.compile(r"[^.،؛\n]{0,40}\sام لا\b")
_YOU = re.compile(r"[وف]?(?:س|سوف |لن )ت[^\W\d_]+(?:ون|وا|ين)\Z")
_WILL = frozenset(("لن", "ول", "فل", "وس", "فس"))


class Head(NamedTuple):
    """Where a commitment is stated: the verb or pledge at start:end (folded), what kind it is, whether it needs a
    time."""

    start: int
    end: int
    rule: str
    timed: bool
    pledge: bool
    deadline: bool = False


class Bound(NamedTuple):
    """A head found to bind: where its clause begins (folded) and whom."""

    start: int
    who: Span | None


class CommitmentsReader:
    """Built once from the lexicon `commitments`."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("commitments", Commitments)
        self._actors, self._dues = Actors(words), Dues(words)
        acts, own = stems(words.forecast.acts), stems((*words.forecast.acts, *words.forecast.own))
        self._future = re.compile(
            rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )(?:[يت](?:{acts})|(?:ن|ا(?!ن))(?:{own}))"
            r"(?:ون|وا|ان|ا|ين|ه|ها|هم|هما|نا)?(?![^\W\d_])"
        )
        undergone = stems(words.forecast.undergone)
        self._undergone = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{undergone})(?:ون|وا|ان)?\b")
        occurs = stems((*words.deadline.scheduled, *words.deadline.occurs))
        self._occurs = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{occurs})(?:ون|وا|ان)?\b")
        self._unsure = re.compile(rf"\s(?:{either(words.forecast.after)})\b")
        scheduled = stems(words.deadline.scheduled)
        self._scheduled = re.compile(rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )[يت](?:{scheduled})(?:ان|ون)?(?![^\W\d_])")
        masdars = either(words.deadline.masdars)
        self._act = re.compile(
            rf"(?<![^\W\d_])(?P<and>[وف]?)(?:[بل]?(?:{masdars})(?:ه|ها|هم)?"
            rf"|(?:ال|بال|لل)(?:{masdars})|(?:{either(words.deadline.verbs)}))(?![^\W\d_])"
        )
        self._not_act = re.compile(rf"\b[وف]?(?:{either(words.deadline.after)}) $")
        self._pledges: dict[str, list[tuple[Pledge, re.Pattern[str]]]] = {}
        for pledge in words.pledge:
            pattern = pledge_pattern(pledge)
            for form in first_words(pledge):
                self._pledges.setdefault(form, []).append((pledge, pattern))
        self._guessed = re.compile(rf"\b[وف]?(?:{either(words.forecast.guessed)})\b")
        self._opinion = re.compile(rf"\b[وبل]?(?:{either(words.forecast.opinion)})\b")
        self._condition = re.compile(rf"\b[وف]?(?:{either(words.condition.forms)})\b")
        self._not_and = frozenset(fold_word(w)[:3] for w in words.ends.not_and)
        self._ends = frozenset(fold_word(w) for w in words.ends.words)

    def read(
        self,
        prose: Prose,
        statements: tuple[Statement, ...],
        times: tuple[Time, ...],
        names: tuple[Name, ...],
        day: str = "",
    ) -> tuple[Commitment, ...]:
        """Commitments in document order, none overlapping; each on a statement's word or the article's own.

        day: the day of publication (ISO, '' unknown); nothing falls due before it.
        """
        out: list[Commitment] = []
        last = -1
        heads = self._heads(prose, times)
        by_start = {n.start: n for n in names} if heads else {}
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
            found = self._commitment(prose, head, end, statement, times, by_start, joined, day)
            if found is not None and not (out and found.span.start < out[-1].span.end):
                out.append(found)
                last = end
        return tuple(out)

    # ---- heads ----------------------------------------------------------------------------------------------------

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
        for time in times:
            if time.until is not None and time.type != "SET":
                heads += self._acts_before(prose, prose.fold_at(time.start))
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
        if prose.text.endswith("قبيل ", 0, end):
            return []  # told of what happened
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
        if _WAS.search(prose.text, start, head.start) or self._unsure.match(prose.text, head.end):
            return True
        if prose.text.startswith("فلن", head.start) or _OR_NOT.match(prose.text, head.end):
            return True  # إذا لم نفعل فلن نتقدم; سيشارك أم لا
        if head.pledge:
            return head.rule == "commitments.plan" and _NARRATED.search(prose.text, start, head.start) is not None
        if statement is None:
            return False
        if statement.force in ("estimate", "warn"):
            return True
        return statement.speaker is not None and self._opinion.search(fold_word(statement.speaker.text)) is not None

    def _end(self, prose: Prose, head: Head) -> int:
        """Where the clause of the commitment ends, in folded offsets."""
        paragraph = prose.paragraph_at(head.start)[1]
        limit = min(paragraph, head.end + _LONGEST)
        for m in _STOP.finditer(prose.text, head.end, limit):
            word = m.group("next")
            if word is None or word in self._ends or _PARTICIPLE.match(word):
                return m.start()
            if word[0] in "وف" and word[:3] not in self._not_and:
                return m.start()
        return limit if limit == paragraph else prose.text.rfind(" ", head.end, limit + 1)

    # ---- who and when ---------------------------------------------------------------------------------------------

    def _commitment(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        times: tuple[Time, ...],
        names: dict[int, Name],
        joined: Span | None,
        day: str,
    ) -> Commitment | None:
        if end - head.end < 6:
            return None
        due, behind = self._dues.due(prose, prose.span(head.start, end), head.end, times, day, head.deadline)
        if behind and (head.timed or head.deadline):
            comma = prose.text.find("،", behind, end)
            end = comma if comma > 0 else end
        related = _RELATED.search(prose.text, max(0, head.start - 8), head.start) is not None
        if (due is None and head.timed) or (related and not _dated(due)):
            return None  # الإجراءات التي ستتخذها: said in passing
        if head.pledge:
            bound = self._pledger(prose, head, end, statement, names, due)
        elif head.deadline:
            bound = self._charged(prose, head, statement, names)
        else:
            bound = self._promiser(prose, head, end, statement, names, due, joined)
        if bound is None:
            return None
        condition = self._condition.search(prose.text, bound.start, end)
        return Commitment(
            span=prose.span(bound.start, end),
            who=bound.who,
            what=prose.span(head.end if head.pledge else head.start, end),
            due=due,
            condition=prose.span(condition.start(), end) if condition else None,
            voice="statement" if statement is not None else "article",
            statement=statement.id if statement is not None else None,
            rule=head.rule,
        )

    def _pledger(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        names: dict[int, Name],
        due: Due | None,
    ) -> Bound | None:
        """Who plans or pledges; None where nobody does."""
        text = prose.text
        if head.rule == "commitments.obligation":
            laid = _LAID.match(text, head.end)
            if laid is None or not self._actors.is_actor(prose, laid.start(1), laid.end(1), names):
                return None
            return Bound(head.start, prose.span(laid.start(1), laid.end(1)))
        if head.rule == "commitments.schedule":
            verb = prose.word_at(head.end)
            past = prose.words[verb].end if verb < len(prose.words) else head.end
            found = self._actors.behind(prose, head.start, past, names)
            return Bound(head.start, found.noun if found.kind == "actor" else None)
        start = head.start
        no = _NOT.search(text, max(0, start - 8), start)
        if no is not None:
            if no["no"] not in ("لا", "ولا", "فلا"):
                return None
            start = no.start("no")
        if _NOUN.match(text, head.start):
            return Bound(start, self._actors.announcer(prose, head.start, names))
        subject = self._actors.subject(prose, head.start, head.end, names, pledge=True)
        if subject.kind in ("thing", "none"):
            return self._unnamed(prose, head, start, subject, statement, names, due)
        begins = subject.start if no is None and subject.kind == "actor" else start
        return Bound(begins, self._whom(prose, subject, statement, names))

    def _unnamed(
        self,
        prose: Prose,
        head: Head,
        start: int,
        subject: Subject,
        statement: Statement | None,
        names: dict[int, Name],
        due: Due | None,
    ) -> Bound | None:
        """A pledge with no actor beside it: the speaker's where it is the statement's own cue."""
        if statement is not None and _cued(prose, statement, head.start):
            return Bound(start, self._actors.speaker(prose, statement, "", names))
        if subject.kind == "thing" and subject.past == head.end:
            return None  # ثقافة بصدد التشكل
        if due is None and (statement is None or head.rule == "commitments.promise"):
            return None  # نظام هدد بتقويض الردع
        return Bound(start, None)

    def _charged(self, prose: Prose, head: Head, statement: Statement | None, names: dict[int, Name]) -> Bound | None:
        """Whom a deadline binds: the actor behind the verb, the speaker who announces the act."""
        found = self._actors.behind(prose, head.start, head.end, names)
        if prose.text[head.start] in "يت" and prose.text[head.end - 1] != "م":
            return Bound(head.start, found.noun if found.kind == "actor" else None)
        return Bound(head.start, self._actors.speaker(prose, statement, "", names))

    def _promiser(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        names: dict[int, Name],
        due: Due | None,
        joined: Span | None,
    ) -> Bound | None:
        """Whom a future verb binds; None where it is a forecast."""
        text = prose.text
        if _YOU.match(text[head.start : head.end]):
            return None
        subject = self._actors.subject(prose, head.start, head.end, names)
        start = subject.start
        if _PASSIVE.match(text, head.start):
            return self._done(prose, head, start, end, names, _dated(due))
        if head.timed:
            return Bound(start, subject.noun if subject.kind == "actor" else None) if _dated(due) else None
        said = statement is not None or due is not None
        if subject.kind == "actor":
            suffers = _SUFFERED.match(text, head.start) and _ALONE.match(text, subject.past)
            return Bound(start, None if suffers else subject.noun)
        if subject.kind in ("first", "pronoun"):
            owned = statement is not None or (subject.kind == "pronoun" and due is not None)
            return Bound(start, self._whom(prose, subject, statement, names)) if owned else None
        if subject.kind == "none" and joined is not None:
            return Bound(start, joined)
        return self._undergoes(text, head, subject, said, due)

    def _undergoes(self, text: str, head: Head, subject: Subject, said: bool, due: Due | None) -> Bound | None:
        """Of a thing only what is done to it on somebody's word, or what is set for a day."""
        start, noun = subject.start, subject.noun
        undergone = self._undergone.match(text, head.start) is not None
        if subject.kind == "none":
            return Bound(start, None) if due is not None or (said and undergone) else None
        if noun is not None and self._actors.is_host(noun) and _HOSTED.match(text, head.start):
            return Bound(start, noun)
        if _dated(due):
            return Bound(start, None) if undergone or self._occurs.match(text, head.start) else None
        return Bound(start, None) if said and undergone and _ALONE.match(text, subject.past) else None

    def _done(
        self, prose: Prose, head: Head, start: int, end: int, names: dict[int, Name], dated: bool
    ) -> Bound | None:
        """«سيتم ترميمه من قبل الفريق»: bound is who is named behind; what will not come about is a forecast."""
        agent = _AGENT.search(prose.text, head.end, end)
        acts = agent is not None and self._actors.is_actor(prose, agent.start(1), agent.end(1), names)
        if "لن " in prose.text[head.start : head.end] and not (acts or dated):
            return None
        return Bound(start, prose.span(agent.start(1), agent.end(1)) if agent and acts else None)

    def _whom(self, prose: Prose, subject: Subject, statement: Statement | None, names: dict[int, Name]) -> Span | None:
        if subject.kind == "actor":
            return subject.noun
        if subject.kind in ("first", "pronoun"):
            pronoun = "" if subject.kind == "first" else subject.pronoun
            return self._actors.speaker(prose, statement, pronoun, names)
        return None


def _cued(prose: Prose, statement: Statement, offset: int) -> bool:
    """Whether the pledge at a folded offset is itself the cue of the statement: its speaker pledges."""
    at = prose.back[offset]
    return any(s.start <= at < s.end for s in statement.cue)


def _dated(due: Due | None) -> bool:
    """Whether a due is a day or period of the calendar, not just «later»."""
    return due is not None and not (due.value or "").endswith("_REF")


def _enclosing(prose: Prose, statements: tuple[Statement, ...], offset: int) -> Statement | None:
    """The innermost statement whose content holds a folded offset, or whose cue stands there."""
    at = prose.back[offset]
    held = None
    for statement in statements:
        spans = (*statement.content, *statement.cue)
        if any(s.start <= at < s.end for s in spans):
            held = statement
    return held
