"""Commitments: what an actor says it will or must do, that time can test. Forecasts, wishes and descriptions are
none."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments, Pledge
from isnad.lexicon.load import Lexicons
from isnad.model.reading import Commitment, Name, Statement, Time
from isnad.model.span import Span
from isnad.read.commitments.actors import Actors
from isnad.read.commitments.bonds import Bonds, is_dated
from isnad.read.commitments.dues import Dues, told_on
from isnad.read.commitments.guesses import Guesses
from isnad.read.commitments.phrases import Head, either, first_words, pledge_pattern, stems
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_LONGEST = 260
_STOP = re.compile(
    r"[.!؟?؛…:”»\",،\s](?:(?<=\s)(?:"
    r"(?P<told>[وف]?(?:قال|اضاف|اوضح|اكد|اشار|صرح|افاد|شدد|اعتبر|اعرب|توقع)(?:ت|وا|ا)?)(?=\s)"
    r"|(?=وس[يت](?:ظل|بق[يو]|كون|صبح|ستمر|شمل|ساهم|سهم|وفر|مكن|تيح|ساعد|ودي|شهد|حصل|تضمن|جعل|عزز)[^\W\d_]*\s)"
    r"|(?P<more>وان(?:ه|ها|هم|هما|نا|(?!\s(?:لم|كان|كانت|[يتن][^\W\d_]{3,})\b))|وهم|ونحن|علما ان)(?=\s)"
    r"|م(?:[^\W\d_]{3,}[اه]\s(?=(?:الي\s)?ان)|(?:شير|وكد|وضح|عرب|عتبر|حذر|ضيف)ا\s)|(?:لافت|داعي)ا\s"
    r"|(?<![هات]\s)(?:مشيره الي|لافته الي|معربه عن|موكده (?:ان|علي|استعداد)|مشدده علي)\s"
    r"|(?=(?:بينما|فيما|حسبما|(?:وفق|بحسب|حسب) ما|وفقا لما|علي حد(?! سواء)|ومن ال(?:متوقع|منتظر|مرجح|مرتقب))\s))"
    r"|(?<=\n)|(?<=\.)(?![0-9])|(?<=[!؟?؛…])|(?<=:)\s*[\"«“]|(?<=[”»\"])(?=\s*[،.,]|\s+(?:[وف]?قال|مضيفا))"
    r"|(?<=[,،])\s*(?P<next>[^\W\d_]+))"
)
_PARTICIPLE = re.compile(
    r"م[^\W\d_]{3,}ا\Z|م(?:شير|وضح|ؤكد|وكد|ضيف|بين|عتبر|حذر|عرب|تهم|برز|شدد|نوه|لمح|ذكر|نبه|طالب)ه\Z|لافته\Z|داعيه\Z"
)
_RELATED = re.compile(r"(?:الذي|التي|الذين|اللذين|والذي|والتي) $")
_FAR = 110  #: characters from a verb to the day that it is announced for
_BROKEN = re.compile(r"[؛:»”]|\b(?:الذي|التي|الذين|ان|بعد|قبل|منذ|عقب|كما|حيث|[وف]?(?:كان|كانت)|ل(?:مواجهه|رحلته))\b")
_SHORT = re.compile(r"(?: [^\W\d_]+){0,4}")
_WILL, _NEVER = re.compile(r"س[يتناو]"), re.compile("لن ")
_OPENED = {"”": "“", "»": "«", '"': '"'}
_TELLING = frozenset(("الذي", "التي", "الذين", "كما", "ما", "مما", "حسبما", "قد", "ان", "لم", "ممن", "من", "بعدما"))
_TELL = frozenset(
    verb + ending
    for verb in ("قال", "اكد", "اضاف", "اوضح", "اعلن", "اشار", "افاد", "صرح", "توقع", "اعتبر", "شدد")
    for ending in ("", "ت")
)
_ASIDE = frozenset(("وفقا", "وفق", "بحسب", "حسب", "حسبما", "بعد", "عقب", "قبل", "وسط", "خاصه", "رغم", "بالتزامن"))
_ABOUT = re.compile(r" (?:وعن|وحول|وبخصوص|وبشان|وردا علي|وفي سياق)\b[^،]*\Z")
_STILL = frozenset(("في", "فجر", "فور", "فوق", "فضلا"))
_AND_WHO = frozenset(("والذي", "والتي", "والذين", "والان"))
_AND_THAT = frozenset(("وذلك", "ذلك"))


class CommitmentsReader:
    """Built once from the lexicon `commitments`."""

    def __init__(self, lexicons: Lexicons) -> None:
        words = lexicons.load("commitments", Commitments)
        actors = Actors(lexicons, words)
        self._nouns = actors.nouns
        self._bonds, self._guesses, self._dues = Bonds(words, actors), Guesses(words), Dues(words)
        acts, own = stems(words.forecast.acts), stems((*words.forecast.acts, *words.forecast.own))
        self._future = re.compile(
            rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )(?:[يت](?:{acts})(?:ون|وا|ان|ا|ين)?|(?:ن|ا(?!ن))(?:{own}))"
            r"(?:ه|ها|هم|هما|نا)?(?![^\W\d_])"
        )
        scheduled = stems(words.deadline.scheduled)
        self._scheduled = re.compile(rf"(?<![^\W\d_])[وف]?(?:س|سوف |لن )[يت](?:{scheduled})(?:ان|ون)?(?![^\W\d_])")
        announced = stems(words.deadline.announced)
        self._announced = re.compile(rf"(?:كما )?و?[يت](?:{announced})(?:ان|ون)?(?![^\W\d_])")
        acts = either((*words.deadline.masdars, *words.subjects.masdars))
        orders = either((*words.wording.demands, *words.wording.orders))
        self._ordered = re.compile(rf"\b[وف]?(?:{orders})(?:ت|وا|ا|نا)?(?: منهما?| منها| منهم)?\b[^.؛:]*$|علي ان $")
        announcers = either(words.deadline.announcers)
        self._planned = re.compile(
            rf"\b[وف]?(?:{announcers})(?:ت|وا|ا)?\b(?P<gap>[^.؛:\n]{{0,70}}?) (?P<about>عن |علي )?"
            rf"(?P<act>(?:{acts})(?:ه|ها|هم)?)(?![^\W\d_])"
        )
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
        self._condition = re.compile(rf"\b[وف]?(?:{either(words.condition.forms)})\b")
        self._not_and = frozenset(fold_word(w)[:4] for w in words.ends.not_and)
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
        heads = self._heads(prose, times, day)
        by_start = {n.start: n for n in names} if heads else {}
        starts = frozenset(t.start for t in times) if heads else frozenset()
        for head, following in zip(heads, [*heads[1:], None][: len(heads)], strict=True):
            if head.start < last:
                continue
            statement = _enclosing(prose, statements, head.start)
            end = self._end(prose, head, starts)
            if self._guesses.hold(prose, head, end, statement):
                continue
            if following is not None and following.start < end and prose.text[following.start] in "وف":
                end = following.start  # سيبقي قواته ولن ينسحب: two
            chained = out and 0 <= head.start - last <= 1 and not prose.text[last : head.start].strip()
            joined = out[-1].who if chained and prose.text[head.start] in "وف" else None
            said = _said_on(statement, day)
            found = self._commitment(prose, head, end, statement, times, by_start, joined, said)
            if found is not None and not (out and found.span.start < out[-1].span.end):
                out.append(found)
                last = end
        return tuple(out)

    # ---- heads ----------------------------------------------------------------------------------------------------

    def _heads(self, prose: Prose, times: tuple[Time, ...], day: str) -> list[Head]:
        text = prose.text
        heads, leads = self._pledged(prose)
        futures = [m for at in leads if (m := self._future.match(text, at))]
        heads += [Head(m.start(), m.end(), "commitments.future", False, False) for m in futures]
        if not times:
            return sorted(heads)
        taken = {h.start for h in heads}
        for at in leads:
            if at not in taken and (m := self._scheduled.match(text, at)):
                heads.append(Head(at, m.end(), "commitments.schedule", True, False))
        for time in times:
            if time.type == "DURATION" and time.until is None:
                heads += self._ordered_for(prose, time)
            elif time.until is not None and time.type != "SET":
                heads += self._acts_before(prose, prose.fold_at(time.start))
            elif self._dues.is_ahead(time, day):
                heads += self._announced_for(prose, prose.fold_at(time.start))
        return sorted(set(heads))

    def _pledged(self, prose: Prose) -> tuple[list[Head], list[int]]:
        """Pledges, looked for only at words that can begin one; and where a future can begin (folded)."""
        heads: list[Head] = []
        ends: dict[re.Pattern[str], int] = {}
        begins, forms = self._pledges, prose.forms
        if not begins.keys().isdisjoint(forms):
            for i in [i for i, form in enumerate(forms) if form in begins]:
                start, form = prose.starts[i], forms[i]
                for pledge, pattern in begins[form]:
                    m = pattern.match(prose.text, start) if start >= ends.get(pattern, 0) else None
                    if m is not None:
                        ends[pattern] = m.end()
                        kind = f"commitments.{pledge.kind}"
                        heads.append(Head(m.start(), m.end(), kind, pledge.timed, True, False, pledge.dated))
        return heads, _futures(prose.text)

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

    def _ordered_for(self, prose: Prose, time: Time) -> list[Head]:
        """«طالب الحكومة بنشر الملاحق خلال أسبوعين»: the act that is set for a length of time."""
        if "X" in time.value or not self._dues.is_within(prose, time):
            return []
        end = prose.fold_at(time.start)
        low = prose.sentence_at(end)[0]
        return [
            head
            for head in self._acts_before(prose, end)
            if self._ordered.search(prose.text, max(low, head.start - _FAR), head.start)
        ]

    def _announced_for(self, prose: Prose, end: int) -> list[Head]:
        """«تنطلق الدورة الأحد المقبل»: the imperfect that opens the clause of a coming day at `end` (folded)."""
        text, low = prose.text, prose.sentence_at(end)[0]
        begin = text.rfind(" علي ان ", low, end)
        start = begin + 8 if begin > 0 else low
        while start < end and text[start] in ' "“«':
            start += 1
        m = self._announced.match(text, start, end) if end - start < _FAR else None
        if m is None or _BROKEN.search(text, m.end(), end):
            m = self._planned.search(text, max(low, end - _FAR - 60), end)
            if m is None or _BROKEN.search(text, m.start("gap"), end) or not (m["about"] or _SHORT.fullmatch(m["gap"])):
                return []
            return [Head(m.start("act"), m.end("act"), "commitments.plan", True, False)]
        start = m.end() - len(m.group().removeprefix("كما "))
        return [Head(start, m.end(), "commitments.schedule", True, False)]

    def _end(self, prose: Prose, head: Head, starts: frozenset[int]) -> int:
        """Where the clause of the commitment ends, in folded offsets. starts: where times begin, in original ones."""
        paragraph = prose.paragraph_at(head.start)[1]
        limit = min(paragraph, head.end + _LONGEST)
        for m in _STOP.finditer(prose.text, head.end, limit):
            word = m.group("next")
            if word is None and self._runs_on(prose.text, head, m):
                continue
            if word in _STILL and (head.rule == "commitments.obligation" or _timed(prose, m.end(), starts)):
                continue
            if word in _AND_THAT and _timed(prose, m.end(), starts):
                continue  # ، في شهر مايو; ، وذلك يوم الأربعاء
            if word in _TELL:
                about = _ABOUT.search(prose.text, head.end, m.start())
                return about.start() if about is not None else m.start()
            if word in _ASIDE and self._set_apart(prose, head, m.start(), limit):
                continue
            if word is None or word in self._ends or _PARTICIPLE.match(word):
                return m.start()
            if word in _STILL or self._begins(word):
                return m.start()
        if limit == paragraph:
            return limit
        comma = prose.text.rfind("،", head.end + _LONGEST // 3, limit)
        return comma if comma > 0 else prose.text.rfind(" ", head.end, limit + 1)

    def _set_apart(self, prose: Prose, head: Head, comma: int, limit: int) -> bool:
        """Whether the comma opens what stands between a plan and its act: «تعتزم الشركة، وفقا للعقد، حفر بئرين»."""
        close = prose.text.find("،", comma + 1, limit) if head.pledge else 0
        if not 0 < close < comma + 80:
            return False
        who = self._nouns.at(prose, prose.word_at(head.end), {})
        return who is not None and not prose.text[who.end : comma].strip(' "”»')

    def _runs_on(self, text: str, head: Head, m: re.Match[str]) -> bool:
        """Whether the clause goes on behind what looks like its end: a quotation of its own closes («شركة "س"، ...»),
        a relative clause tells («التي أكد»), or a pledge has two acts with «أن»."""
        mark = text[m.start()]
        if mark in _OPENED:
            opening = _OPENED[mark]
            inside = text.count(opening, head.start, m.start())
            return inside % 2 == 1 if opening == mark else inside > text.count(mark, head.start, m.start())
        if m["more"] is not None:
            return head.pledge and m["more"] == "وان"
        told = m["told"]
        return told is not None and told[0] not in "وف" and text[head.start : m.start()].rsplit(" ", 1)[-1] in _TELLING

    def _begins(self, word: str) -> bool:
        """Whether a word behind a comma begins another clause: no noun in و or ف, none joined to what is done."""
        if word[0] not in "وف" or (word.startswith("وال") and word not in _AND_WHO):
            return False
        return self._not_and.isdisjoint((word[:3], word[:4]))

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
        decided, promised = head.rule == "commitments.plan" and head.timed, head.rule == "commitments.promise"
        act, told = prose.span(head.start, end), told_on(times, day)
        due, behind = self._dues.due(prose, act, head.end, times, day, head.deadline, decided, promised, told)
        if due is None and not (head.timed or head.pledge):
            due = self._dues.fronted(prose, head.start, times, day)
        if behind and (head.timed or head.deadline):
            comma = prose.text.find("،", behind, end)
            if comma == behind and _aside(prose.text, head.end, behind):
                comma = prose.text.find("،", behind + 1, end)
            end = comma if comma > 0 else end
        related = _RELATED.search(prose.text, max(0, head.start - 8), head.start) is not None
        if (due is None and head.timed and (head.pledge or head.rule != "commitments.schedule")) or (
            (related or head.dated) and not is_dated(due)
        ):
            return None  # الإجراءات التي ستتخذها: said in passing
        if due is None and self._guesses.is_creed(prose, head):
            return None
        bound = self._bonds.bound(prose, head, end, statement, names, due, joined)
        if bound is None:
            return None
        condition = self._condition.search(prose.text, bound.start, end)
        return Commitment(
            span=prose.span(bound.start, end),
            who=_closed(prose, bound.who),
            what=prose.span(head.end if head.pledge else head.start, end),
            due=due,
            condition=prose.span(condition.start(), end) if condition else None,
            voice="statement" if statement is not None else "article",
            statement=statement.id if statement is not None else None,
            rule=head.rule,
        )


def _futures(text: str) -> list[int]:
    """Where a future can begin: سيفعل، سوف يفعل، وسيفعل، لن يفعل."""
    out: list[int] = []
    for start in [m.start() for pattern in (_WILL, _NEVER) for m in pattern.finditer(text)]:
        lead = start - 1 if start and text[start - 1] in "وف" else start
        if not lead or not text[lead - 1].isalpha():
            out.append(lead)
    return out


def _closed(prose: Prose, who: Span | None) -> Span | None:
    """A name with the quotation mark that closes it: شركة "البدر"."""
    if who is None or who.end >= len(prose.raw):
        return who
    mark = prose.raw[who.end]
    opening = _OPENED.get(mark)
    if opening is None or who.text.count(opening) - (who.text.count(mark) if mark != opening else 0) != 1:
        return who
    return Span(who.start, who.end + 1, who.text + mark)


def _aside(text: str, start: int, end: int) -> bool:
    """Whether the time that ends at `end` stands between commas: «تعقد الوزارة، غدا الأربعاء، لقاء»."""
    comma = text.rfind("،", start, end)
    return comma > 0 and len(text[comma:end].split()) < 6


def _said_on(statement: Statement | None, day: str) -> str:
    """The day (ISO, '' unknown) before which nothing falls due: of publication, or earlier, when it was said."""
    said = statement.said_on.earliest if statement is not None and statement.said_on is not None else None
    return said if said is not None and len(said) == len(day[:10]) and said < day else day


def _timed(prose: Prose, after: int, starts: frozenset[int]) -> bool:
    """Whether a time begins right behind a word that ends at `after` (folded), or a preposition farther."""
    back = prose.back
    return after + 4 < len(back) and (back[after + 1] in starts or back[after + 4] in starts)


def _enclosing(prose: Prose, statements: tuple[Statement, ...], offset: int) -> Statement | None:
    """The innermost statement whose content holds a folded offset, or whose cue stands there."""
    at = prose.back[offset]
    held = None
    for statement in statements:
        for span in statement.content + statement.cue:
            if span.start <= at < span.end:
                held = statement
    return held
