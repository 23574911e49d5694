"""Whom a head binds, and whether it binds anybody: of things only what is done to them or set for a day."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments, Wording
from isnad.model.reading import Due, Statement
from isnad.model.span import Span
from isnad.read.commitments.actors import Actors, Subject
from isnad.read.commitments.nouns import Names
from isnad.read.commitments.phrases import Bound, Head, either, stems
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_PASSIVE = re.compile(r"[وف]?(?:س|سوف |لن )[يت]تم\b|[وف]?س[يت]جري [^\W\d_]{2,}(?:ه|ها|هم)\b(?<!ات)")
_LAID = re.compile(r" ([^.،؛:!؟\n]{2,60}?) (?:ب?ان|ب[^\W\d_]+) ")
_FOR = re.compile(r" (?:ل[^\W\d_]{3,}|الي\b)")
_DECIDED = re.compile(r"[وف]?تقرر\b")
_YOU = re.compile(r"[وف]?(?:س|سوف |لن )ت[^\W\d_]+(?:ون|وا|ين)\Z")


class Bonds:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments, actors: Actors) -> None:
        self._actors = actors
        self._masdars = frozenset(fold_word(m) for m in (*words.deadline.masdars, *words.subjects.masdars))
        self._measures = frozenset(fold_word(w) for w in words.forecast.measures)
        undergone = stems(words.forecast.undergone)
        self._undergone = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{undergone})(?:ون|وا|ان)?\b")
        acts = (*words.forecast.acts, *words.forecast.undergone, *words.deadline.announced, *words.deadline.scheduled)
        self._act = re.compile(rf"[يت](?:{stems(acts)})(?:ون|وا|ا)?(?:ه|ها)?\Z")
        occurs = stems((*words.deadline.scheduled, *words.deadline.occurs))
        self._occurs = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{occurs})(?:ون|وا|ان)?\b")
        self._read_wording(words.wording)

    def _read_wording(self, words: Wording) -> None:
        acting = rf"(?!(?:{either(words.no_act)}))ب"
        adverbs = rf"(?: (?:(?:{either(words.adverbs)})|ل[^\s]{{3,}}))*"
        then = rf"(?: (?:في|خلال|منذ|قبل) (?:[^\s.،؛:!؟]+ ){{0,2}}?(?:{either(words.then)}|[0-9]{{4}}))?"
        self._not = re.compile(rf"(?:^|[\s\"“«(])[وف]?(?:{either(words.negations)}) $")
        self._nominal = re.compile(rf"(?:^|\s)(?:[وف]?(?:{either(words.nominal)})|ب[^\W\d_]+) $")
        self._directly = re.compile(rf" (?:{acting}|ان\b)")
        self._to_do = re.compile(rf"(?P<between>(?: [^\s.،؛:!؟]+){{0,3}}?) (?P<to>ب?ان\b|{acting}[^\W\d_]{{3,}})")
        self._later = re.compile(rf"{adverbs}{then}{adverbs} (?:{acting}[^\W\d_]{{2,}}|ان\b)")
        self._adverbs, self._adverbs_for = re.compile(adverbs), re.compile(adverbs + _FOR.pattern)
        self._at_somebody = re.compile(rf"[وف]?(?:{either(words.at_somebody)})")
        self._not_at = re.compile(rf" (?:{either(words.not_at)})\b")
        self._kept = re.compile(rf"[وف]?التزمت? (?:[^.؛\n]*?(?:{either(words.since)})|(?:{either(words.kept)}))")
        self._demanded = re.compile(
            rf"\b[وف]?(?P<verb>(?:{either(words.demands)})(?:ت|وا)?)\b[^.،؛]*(?:، [^.،؛]{{2,30}}،[^.،؛]*)?$"
        )
        self._planning = re.compile(rf"[وف]?(?:{either(words.planning)})")
        self._needs_actor = re.compile(rf"[وف]?(?:{either(words.needs_actor)})")
        self._granting = re.compile(rf"[وف]?(?:{either(words.granting)})")
        self._intention = re.compile(rf"[وف]?(?:{either(words.intentions)})")
        self._agent = re.compile(rf" من (?:{either(words.agents)}) ")
        self._alone = re.compile(
            rf"\s*(?:$|[.،,؛\"”»)\n])|\s(?:[وف]?(?:{either(words.alone)})\b|{either(words.towards)})"
        )
        self._suffered = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{stems(words.suffered)})(?:ون|وا)?\b")
        self._hosted = re.compile(rf"[وف]?(?:س|سوف |لن )[يت](?:{stems(words.hosted)})\b")

    def bound(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        names: Names,
        due: Due | None,
        joined: Span | None,
    ) -> Bound | None:
        """Whom the head binds to what ends at `end` (folded); None where it binds nobody. joined: whom the commitment
        right before it binds, where the two are joined."""
        if head.pledge:
            return self._pledger(prose, head, end, statement, names, due)
        if head.deadline or head.rule == "commitments.plan":
            return self._charged(prose, head, end, statement, names)
        return self._promiser(prose, head, end, statement, names, due, joined)

    def _pledger(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        names: Names,
        due: Due | None,
    ) -> Bound | None:
        """Who plans or pledges; None where nobody does."""
        text = prose.text
        if head.rule == "commitments.obligation":
            return self._obliged(prose, head, names)
        if head.rule == "commitments.schedule":
            if text[head.end - 1] in "هل":
                return Bound(head.start, None)  # المقرر عقده في المدينة
            verb = prose.word_at(head.end)
            past = prose.words[verb].end if verb < len(prose.words) else head.end
            if head.dated and not self._announces(prose, verb):
                return None  # ينتظر أن ترتفع الأسعار
            return Bound(head.start, self._actors.scheduled(prose, head.start, head.end, past, names))
        if self._not.search(text, max(0, head.start - 8), head.start):
            return None
        if self._intention.match(text, head.start):
            if not self._actors.announced(prose, head.start):
                return None
            return Bound(head.start, self._actors.announcer(prose, head.start, head.end, statement, names))
        return self._verb(prose, head, statement, names, due)

    def _announces(self, prose: Prose, verb: int) -> bool:
        """Whether word `verb` is an act, of what does not only grow."""
        words = prose.words[verb : verb + 2]
        return bool(words) and self._act.match(words[0].form) is not None and words[-1].form not in self._measures

    def _verb(
        self, prose: Prose, head: Head, statement: Statement | None, names: Names, due: Due | None
    ) -> Bound | None:
        """Who «تعهد بـ» or «يعتزم» binds: its subject, the speaker where it is the cue of his statement."""
        text, start = prose.text, head.start
        if _DECIDED.match(text, start):
            return self._decided(prose, head, names)
        behind = self._actors.behind(prose, start, head.end, names, pledge=True)
        if head.rule == "commitments.promise" and not self._promises(prose, head, behind, names):
            return None
        if self._planning.match(text, head.start) and not self._plans(text, head, behind):
            return None
        if head.rule == "commitments.plan" and text.endswith((" ان ", " بان "), 0, start):
            return None  # يجب أن تستعد
        many = text[head.end - 2 : head.end] in ("وا", "ون")
        cued = statement is not None and not many and _cued(prose, statement, start)
        subject = self._actors.subject(prose, start, head.end, names, statement, pledge=True, dropped=not cued)
        if text.startswith("قرر", start + (text[start] in "وف")) and not self._decides(prose, head):
            return None
        if subject.kind in ("thing", "none") and self._needs_actor.match(text, start):
            return None  # صور له بصدد استعمال السلاح
        if subject.kind in ("thing", "none"):
            return self._unnamed(prose, head, cued, subject, statement, names, due)
        if subject.noun is None and due is None and subject.kind == "pronoun" and not cued:
            return None
        if subject.noun is None and cued:
            return Bound(start, self._actors.speakers.speaker(prose, statement, "", names))  # الأخيرة تتوعد
        return Bound(subject.start if subject.kind == "actor" else start, subject.noun)

    def _decided(self, prose: Prose, head: Head, names: Names) -> Bound:
        """«تقرر أن يلعب الفريق»: who is to do it; nobody where only the act is named."""
        words, i = prose.words, prose.word_at(head.end)
        if i + 1 < len(words) and words[i].form == "ان":
            who = self._actors.scheduled(prose, head.start, words[i].end, words[i + 1].end, names)
            return Bound(head.start, who)
        return Bound(head.start, None)

    def _obliged(self, prose: Prose, head: Head, names: Names) -> Bound | None:
        """«يتعين على الحكومة أن»: on whom the act is laid."""
        if self._granting.match(prose.text, head.start):
            return self._granted(prose, head, names)
        laid = _LAID.match(prose.text, head.end)
        if laid is None or not self._actors.nouns.is_actor(prose, laid.start(1), laid.end(1), names):
            return None
        return Bound(head.start, prose.span(laid.start(1), laid.end(1)))

    def _granted(self, prose: Prose, head: Head, names: Names) -> Bound | None:
        """«أمهل البرلمان الحكومة شهرا»: bound is who has the time."""
        i, nouns = prose.word_at(head.end), self._actors.nouns
        first = (nouns.at(prose, i, names) or nouns.anybody(prose, i, names)) if i < len(prose.words) else None
        if first is None:
            return None
        second = nouns.at(prose, first.stop, names)
        if second is None and prose.text.startswith("،", first.end):
            close = prose.text.find("،", first.end + 1, first.end + 60)  # أمهل الزعيم، في تسجيل، الحكومة
            second = nouns.at(prose, prose.word_at(close), names) if close > 0 else None
        who = second or first
        return Bound(head.start, prose.span(who.start, who.end))

    def _promises(self, prose: Prose, head: Head, behind: Subject, names: Names) -> bool:
        """Whether what is promised follows the verb, at once or behind its subject, and the verb is no noun."""
        text = prose.text
        before = prose.words[max(0, prose.word_at(head.start) - 1)]
        nominal = self._nominal.search(text, max(0, head.start - 16), head.start)
        if (nominal and prose.back[before.start] not in names) or self._kept.match(text, head.start):
            return False  # no name: بغداد تعهدت
        if self._directly.match(text, head.end) or self._later.match(text, head.end):
            return True
        if behind.kind == "actor" and self._names_act(prose, behind.past):
            return True  # تعهدت الشركة الخميس وقف الاقتراح
        m = self._to_do.match(text, behind.past) if behind.kind == "actor" else None
        if m is not None and self._actors.nouns.at(prose, prose.word_at(m.start("to")), {}) is not None:
            return False  # تهدد أمن بلادنا
        if m is None or self._not_at.search(m["between"] + " "):
            return False
        return (
            self._adverbs.fullmatch(m["between"]) is not None or self._at_somebody.match(text, head.start) is not None
        )

    def _decides(self, prose: Prose, head: Head) -> bool:
        """Whether an act of somebody's own follows «قرر» soon."""
        i = prose.word_at(head.end)
        forms = [w.form for w in prose.words[i : i + 8]]
        return any(f.removeprefix("ال") in self._masdars or (len(f) > 4 and f[:-2] in self._masdars) for f in forms)

    def _plans(self, text: str, head: Head, behind: Subject) -> bool:
        """«تخطط الشركة لطرح»: whether what is planned follows at once or behind the subject."""
        if _FOR.match(text, head.end):
            return True
        return behind.kind == "actor" and self._adverbs_for.match(text, behind.past) is not None

    def _names_act(self, prose: Prose, past: int) -> bool:
        """Whether an act follows without preposition, a weekday apart."""
        m = self._adverbs.match(prose.text, past)
        i = prose.word_at(m.end() if m else past)
        return i < len(prose.words) and prose.words[i].form.removeprefix("ال") in self._masdars

    def _unnamed(
        self,
        prose: Prose,
        head: Head,
        cued: bool,
        subject: Subject,
        statement: Statement | None,
        names: Names,
        due: Due | None,
    ) -> Bound | None:
        """A pledge with no actor beside it: the speaker's where it is the statement's own cue."""
        if cued:
            return Bound(head.start, self._actors.speakers.speaker(prose, statement, "", names))
        if subject.kind == "thing" and subject.past == head.end:
            return None  # ثقافة بصدد التشكل
        if due is None and (statement is None or head.rule == "commitments.promise"):
            return None  # نظام هدد بتقويض الردع
        return Bound(head.start, None)

    def _happened(self, prose: Prose, head: Head, end: int) -> bool:
        """Whether a verb of the past stands between the act and its time."""
        i = prose.word_at(head.end)
        while i < len(prose.words) and prose.words[i].end <= min(end, head.end + 80):
            form = prose.words[i].form
            if form[0] not in "يتسن" and self._actors.topics.is_verb(form) and form[-1] != "ه":
                return True
            i += 1
        return False

    def _charged(self, prose: Prose, head: Head, end: int, statement: Statement | None, names: Names) -> Bound | None:
        """Whom a deadline binds: the actor behind the verb, the speaker who announces the act."""
        found = self._actors.behind(prose, head.start, head.end, names)
        if self._happened(prose, head, end):
            return None  # الإعلان تأخر حتى أمس
        if prose.text[head.start] in "يت" and prose.text[head.start : head.end] not in self._masdars:
            return Bound(head.start, found.noun if found.kind == "actor" else None)
        demand = self._demanded.search(prose.text, max(0, head.start - 120), head.start)
        if demand is not None:
            return Bound(head.start, self._asked(prose, demand.end("verb"), head.start, names))
        nearest = self._actors.topics.nearest(prose, head.start, names)
        if nearest is not None:
            return Bound(head.start, nearest)
        if statement is not None and statement.chain and statement.chain[-1].role in ("outlet", "agency", "document"):
            return Bound(head.start, None)
        return Bound(head.start, self._actors.speakers.speaker(prose, statement, "", names))

    def _asked(self, prose: Prose, verb: int, act: int, names: Names) -> Span | None:
        """«طالب الحزب الحكومة بتسليم الأرض»: of whom the act at `act` (folded) is demanded by the verb that ends at
        `verb`; not who demands."""
        nouns, i = self._actors.nouns, prose.word_at(verb)
        first = nouns.at(prose, i, names) if i < len(prose.words) else None
        if first is None:
            return self._addressed(prose, verb, act, names)  # يطلب القرار من الأمين العام
        words, i = prose.words, first.stop
        holder = names.get(prose.back[words[i].start]) if i < len(words) else None
        if holder is not None and holder.type == "PER":
            i = prose.word_at(prose.fold_at(holder.end))  # رئيس الكتلة فلان
        if i < len(words) and words[i].form == "من":
            i += 1
        second = nouns.at(prose, i, names) if i < len(words) else None
        if second is None or second.end > act:
            return self._addressed(prose, first.end, act, names)
        return prose.span(second.start, second.end)

    def _addressed(self, prose: Prose, low: int, act: int, names: Names) -> Span | None:
        """«طلبت الوزارة، الأربعاء، من الممثل المغادرة»: who stands behind «من» between `low` and `act` (folded)."""
        at = prose.text.find(" من ", low, act)
        asked = self._actors.nouns.at(prose, prose.word_at(at + 4), names) if at > 0 else None
        return prose.span(asked.start, asked.end) if asked is not None and asked.end <= act else None

    def _promiser(
        self,
        prose: Prose,
        head: Head,
        end: int,
        statement: Statement | None,
        names: Names,
        due: Due | None,
        joined: Span | None,
    ) -> Bound | None:
        """Whom a future verb binds; None where it is a forecast."""
        text = prose.text
        if _YOU.match(text[head.start : head.end]):
            return None
        subject = self._actors.subject(prose, head.start, head.end, names, statement)
        start = subject.start
        if _PASSIVE.match(text, head.start):
            if self._measured(subject):
                return None  # نفاد الاحتياطي سيتم
            return self._done(prose, head, start, end, names)
        if head.timed and subject.kind != "actor" and self._grows(prose, head, subject):
            return None
        if head.timed:
            actor = subject.noun if subject.kind == "actor" else None
            goes_on = actor is not None and statement is not None and "لن " not in text[head.start : head.end]
            return Bound(start, actor) if is_dated(due) or (goes_on and not self._weak(actor)) else None
        said = statement is not None or due is not None
        if subject.kind == "actor":
            return self._acts(text, head, subject, due)
        if subject.kind in ("first", "pronoun"):
            if subject.noun is None and due is None:
                return None  # of things, or of who cannot be told
            return Bound(start, subject.noun) if statement is not None or subject.kind == "pronoun" else None
        if subject.kind == "none" and joined is not None:
            return Bound(start, joined)
        return self._undergoes(text, head, subject, said, due)

    def _grows(self, prose: Prose, head: Head, subject: Subject) -> bool:
        """«ستصل كمية النفايات»: what only grows or shrinks; the same of what will not come about."""
        i = prose.word_at(head.end)
        behind = prose.words[i].form if i < len(prose.words) else ""
        return "لن " in prose.text[head.start : head.end] or behind in self._measures or self._measured(subject)

    def _acts(self, text: str, head: Head, subject: Subject, due: Due | None) -> Bound | None:
        """An actor is bound by what it does, not by what is done to it; a figure of speech only to a day."""
        if due is None and subject.noun is not None and self._weak(subject.noun):
            return None  # سيسمح النظام الجديد
        suffers = self._suffered.match(text, head.start) and self._alone.match(text, subject.past)
        return Bound(subject.start, None if suffers else subject.noun)

    def _weak(self, noun: Span | None) -> bool:
        if noun is None:
            return False
        words = fold_word(noun.text).strip('"“«(').split()
        head = words[1] if words[0] in ("هذا", "هذه", "ذلك", "تلك") and len(words) > 1 else words[0]
        return self._actors.nouns.is_weak(head)

    def _measured(self, subject: Subject) -> bool:
        noun = subject.noun
        return noun is not None and fold_word(noun.text.split()[0].strip('"“«(')) in self._measures

    def _undergoes(self, text: str, head: Head, subject: Subject, said: bool, due: Due | None) -> Bound | None:
        """Of a thing only what is done to it on somebody's word, or what is set for a day."""
        start, noun = subject.start, subject.noun
        undergone = self._undergone.match(text, head.start) is not None
        if self._measured(subject):
            return None
        if subject.kind == "none":
            set_for = due is not None and (undergone or self._occurs.match(text, head.start) is not None)
            if subject.related:
                return Bound(start, None) if set_for and self._alone.match(text, head.end) else None
            will = "لن " not in text[head.start : head.end]
            return Bound(start, None) if set_for or (said and undergone and will) else None
        if (
            noun is not None
            and self._actors.nouns.is_host(fold_word(noun.text.split()[0].strip('"“«(')))
            and self._hosted.match(text, head.start)
        ):
            return Bound(start, noun)
        if is_dated(due):
            return Bound(start, None) if undergone or self._occurs.match(text, head.start) else None
        return Bound(start, None) if said and undergone and self._alone.match(text, subject.past) else None

    def _done(self, prose: Prose, head: Head, start: int, end: int, names: Names) -> Bound | None:
        """«سيتم ترميمه من قبل الفريق»: bound is who is named behind; what will not come about is a forecast."""
        agent = self._agent.search(prose.text, head.end, end)
        by = self._actors.nouns.at(prose, prose.word_at(agent.end()), names) if agent else None
        acts = by is not None
        if "لن " in prose.text[head.start : head.end] and not acts:
            return None
        return Bound(start, prose.span(by.start, by.end) if by is not None else None)


def _cued(prose: Prose, statement: Statement, offset: int) -> bool:
    """Whether the pledge at a folded offset is itself the cue of the statement: its speaker pledges."""
    at = prose.back[offset]
    return any(s.start <= at < s.end for s in statement.cue)


def is_dated(due: Due | None) -> bool:
    """Whether a due is a day or period of the calendar, not just «later»."""
    return due is not None and not (due.value or "").endswith("_REF")
