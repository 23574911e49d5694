"""Who is bound: the subject of the verb that promises, written beside it, taken up by a pronoun, or dropped."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from isnad.lexicon.commitments import Commitments
from isnad.lexicon.load import Lexicons
from isnad.model.reading import Statement
from isnad.model.span import Span
from isnad.read.commitments.clauses import APPOSED, RELATIVE, headed, may_act, own_verb, plural
from isnad.read.commitments.nouns import Names, Nouns
from isnad.read.commitments.objects import Objects
from isnad.read.commitments.phrases import stems
from isnad.read.commitments.speakers import GENDER_OF_PRONOUN, Speakers
from isnad.read.commitments.topics import Topics, bare_verb, gender_of
from isnad.text.prose import Prose

Kind = Literal["actor", "first", "pronoun", "thing", "none"]

_THAT = re.compile(r"(?:^|[\s\"“«(،:])[وف]?[بل]?ان(?P<pronoun>ه|ها|هم|هما|نا|ني|ي)?(?=\s)")
_BREAK = re.compile(r"[.،,؛:!؟?\n«»“”\"()]|\s-\s|\s(?=(?:[وف]?لكن|بينما|[وف]?فيما|حيث|كما|اذ|كان(?:ت|وا)?)\s)")
_LEAD = re.compile(
    r"[\s\"“«(\-\d]*(?:[وف]?(?:لكن|بينما|فيما|حيث|كما|اذ|اما|لذلك|لذا|بالتالي|عليه)\s+)?(?:[وف]?كان(?:ت|وا|ا|تا)?\s+)?"
)
_FIRST = re.compile(r"[وف]?(?:سن|سا|(?:سوف|لن) [نا]|(?:ن(?!تخ)(?:عتزم|نوي|خطط|ستعد|تعهد|لتزم)|ا(?:نوي|خطط|تعهد)))")
_VERB = re.compile(r"\s[وف]?س[يت](?!اس|ار|اد|احي|د[اهي]|ول\b|نما)[^\W\d_]{2,}(?<!ات)\b")
_RELATED = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللتين|والذي|والتي) $")
_ANNOUNCED = re.compile(r"[وف]?(?:اعلن|اكد|ابد|اظهر|جدد|كشف|اعرب)ت?|ابدي|حيث|عن|[وف]?قد")
_ANNOUNCES = re.compile(
    r"\b(?:[وف]?(?:[يت]?علن|اعلن|اكد|[يت]وكد|اظهر|جدد|كشف|اعرب|ابد)ت?|ابدي|ب?اعلان|ل?تاكيد|عن|علي|بعد)\b"
)
_CUT = re.compile(r"\.(?![^\W\d_])|[،؛:!؟\n]")
_LETTER = re.compile(r"[وف]?(?:سوف |س|لن )?(?P<letter>[يت])")
_MEANWHILE = re.compile(r" (?:في حال|اذا|لو|بعد|عقب|عند|بمجرد|بناء|حال|ان|عندما|حين)")
_WE = re.compile(r"[وف]?(?:سن|(?:سوف|لن) ن|ن)")
_LETTERS = {"ه": "ي", "ها": "ت", "هم": "ي"}
_NEXT = re.compile(r"[^.؛:!؟\n»”]{1,140}")
_DAYS = frozenset(("السبت", "الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "غدا", "اليوم")) | {
    "المقبل",
    "القادم",
}
_THEY = frozenset(("هو", "وهو", "فهو", "هي", "وهي", "فهي", "هم", "وهم", "فهم")) | frozenset(
    clitic + word for word in ("لكنه", "لكنها", "لكنهم") for clitic in ("", "و")
)
_LONGEST_SUBJECT = 12
_FEW = 8  #: words between «أن» and its verb with a comma before it


class Subject(NamedTuple):
    """kind: an actor, the first person, a pronoun, a thing, or none found; start: where the clause begins (folded);
    noun: the noun phrase of an actor or a thing, or whom the pronoun means; past: where a subject behind the verb, or
    the verb, ends; related: of a relative clause."""

    kind: Kind
    start: int
    noun: Span | None
    past: int
    pronoun: str = ""
    related: bool = False


class Actors:
    """Built once from the lexicons `commitments` and `verbs`."""

    def __init__(self, lexicons: Lexicons, words: Commitments) -> None:
        self.nouns = Nouns(words)
        self.objects = Objects(words, self.nouns)
        self.topics = Topics(lexicons, words, self.nouns)
        self.speakers = Speakers(words, self.nouns, self.topics)
        will = r"[وف]?(?:س|سوف |لن )?[يت]"
        self._persons = re.compile(rf"{will}(?:{stems(words.subjects.persons)})(?:ان|ون)?\Z")
        self._meet = re.compile(rf"{will}(?:{stems(words.subjects.meet)})\Z")

    def subject(
        self,
        prose: Prose,
        start: int,
        end: int,
        names: Names,
        statement: Statement | None,
        pledge: bool = False,
        dropped: bool = True,
    ) -> Subject:
        """The subject of the verb at start:end (folded): of its أن-clause, behind it, before it in its clause, or,
        where it is dropped, of the sentence so far (unless not `dropped`).

        pledge: what it binds itself to stands behind it, too (يعتزم الاتحاد البدء بـ).
        """
        text = prose.text
        if _FIRST.match(text, start):
            person = "نا" if _WE.match(text, start) else ""
            return Subject("first", start, self.speakers.speaker(prose, statement, person, names), end)
        low = max(prose.sentence_at(start)[0], start - 160)
        many = not pledge and text[end - 2 : end] in ("ون", "وا")  # its subject stands before it
        behind = Subject("none", start, None, end) if many else self.behind(prose, start, end, names, pledge)
        if _RELATED.search(text, low, start):
            if behind.kind == "actor" and (pledge or self.nouns.takes_object(text[start:end])):
                return behind._replace(related=True)  # التي تخطط ناسا لتحقيقها
            return self._related(prose, start, end, names)
        found = self._of_clause(prose, low, start, end, names, statement, behind)
        found = found or self._beside(prose, low, start, end, names, pledge, behind)
        if found.kind == "first":
            return found._replace(noun=self.speakers.speaker(prose, statement, "", names))
        owned = found.kind == "actor" and found is behind and self.objects.owned(prose, behind.noun, names)
        if found.kind != "none" and not owned:
            return found
        who = self._dropped(prose, start, end, names, many, pledge) if dropped else None
        return Subject("actor", start, who, end) if who is not None else behind

    def _beside(
        self, prose: Prose, low: int, start: int, end: int, names: Names, pledge: bool, behind: Subject
    ) -> Subject:
        """The subject right behind the verb or before it in its clause; `behind` where nothing better is there."""
        sure = behind.kind == "actor" and not self.objects.owned(prose, behind.noun, names)
        if sure and self.objects.met(prose, start, end, behind.noun, behind.past):
            letter = _LETTER.match(prose.text, start)
            gender = "m" if letter is not None and letter["letter"] == "ي" else "f"
            who = self.topics.in_sentence(prose, start, gender, names)
            return Subject("actor", start, who, end)
        if sure and not pledge and not self.objects.undefined(behind.noun, names):
            return behind
        before = self._before(prose, low, start, end, names, pledge)
        if not sure:
            return behind if before.kind == "none" else before
        noun = before.noun if before.kind == "actor" else None
        known = noun is not None and self.nouns.is_actor(
            prose, prose.fold_at(noun.start), prose.fold_at(noun.end), names
        )
        return before if known else behind

    def _of_clause(
        self,
        prose: Prose,
        low: int,
        start: int,
        end: int,
        names: Names,
        statement: Statement | None,
        behind: Subject,
    ) -> Subject | None:
        """The subject that the last «أن» before the verb gives."""
        clauses = list(_THAT.finditer(prose.text, low, start))
        found = self._in_clause(prose, clauses[-1], start, end, names) if clauses else None
        if found is None:
            return self._joined(prose, clauses[-1], start, end, names, statement, behind) if clauses else None
        if found.kind == "none":
            return None
        if found.kind == "thing" and found.noun is not None and plural(found.noun, prose.text[end - 2 : end]):
            found = found._replace(kind="actor")  # أن الإيرانيين سيبحثون
        if prose.text[start] in "وف":
            found = found._replace(start=start)  # it shares its subject with another verb
        if found.kind != "pronoun":
            return found
        if "لان" in clauses[-1].group():
            return Subject("thing", start, None, end)  # لأنها ستترك أثرا: why, no promise
        if found.pronoun == "ه" and self._meet.match(prose.text[start:end]):
            return behind  # أنه سيجري إحلال الورق
        who = self._meant(prose, clauses[-1].start(), found.pronoun, statement, names)
        if behind.kind == "actor" and self._impersonal(prose, start, end, found.pronoun, who):
            return behind
        return found._replace(noun=who)

    def _joined(
        self,
        prose: Prose,
        that: re.Match[str],
        start: int,
        end: int,
        names: Names,
        statement: Statement | None,
        behind: Subject,
    ) -> Subject | None:
        """«أنه لن يقبل التشديد، وسيتدخل بنفسه»: the pronoun of the clause before goes on."""
        text, pronoun = prose.text, that["pronoun"]
        letter = _LETTER.match(text, start)
        if pronoun not in _LETTERS or text[start] != "و" or behind.kind == "actor" or letter is None:
            return None
        many = text[end - 2 : end] in ("ون", "وا")
        if letter["letter"] != _LETTERS[pronoun] or many != (pronoun == "هم"):
            return None
        if not self.objects.goes_on(prose, start, end) or _NEXT.fullmatch(text, that.end(), start) is None:
            return None
        who = self._meant(prose, that.start(), pronoun, statement, names)
        return Subject("pronoun", start, who, end, pronoun) if who is not None else None

    def _impersonal(self, prose: Prose, start: int, end: int, pronoun: str, who: Span | None) -> bool:
        """«أنه ستجتمع اللجنة»: whether the pronoun before the verb stands for nobody."""
        m = _LETTER.match(prose.text, start)
        letter = m["letter"] if m else ""
        if pronoun == "ها":
            return letter == "ي"
        if pronoun != "ه":
            return False
        return letter == "ت" or who is None

    def _meant(self, prose: Prose, that: int, pronoun: str, statement: Statement | None, names: Names) -> Span | None:
        """Whom the pronoun of «أنه» at `that` (folded) means: the speaker, or who was spoken of."""
        speaker = self.speakers.speaker(prose, statement, pronoun, names)
        if speaker is not None:
            return speaker
        gender = GENDER_OF_PRONOUN.get(pronoun, "")
        return self.topics.before(prose, that, gender, names, pronoun == "هم")

    def _dropped(self, prose: Prose, start: int, end: int, names: Names, many: bool, pledge: bool) -> Span | None:
        """Whom a verb without a subject of its own is about."""
        if prose.text[end - 2 : end] == "ان" or not (pledge or self.objects.goes_on(prose, start, end)):
            return None
        form = bare_verb(prose.text[start:end].split()[0])
        m = _LETTER.match(prose.text, start)
        if not pledge and prose.text[start] not in "وف" and prose.text[start - 2 : start] in ("، ", ", "):
            return None  # مراكز للنساء، ستفتح أبوابها
        if form[0] == "م":
            gender = "f" if form[-1] == "ه" else "m"
        elif pledge or m is None:
            gender = gender_of(form)
        else:
            gender = "m" if m["letter"] == "ي" else "f"
        return self.topics.before(prose, start, gender, names, many)

    def _related(self, prose: Prose, start: int, end: int, names: Names) -> Subject:
        """«أكيهيتو (84 عاما) الذي سيتخلى»: whom the relative clause is about."""
        phrase = self.topics.antecedent(prose, prose.word_at(start) - 1, names)
        if phrase is None or not phrase.whole:
            return Subject("none", start, None, end, related=True)
        return Subject("actor", start, prose.span(phrase.start, phrase.end), end, related=True)

    def _in_clause(self, prose: Prose, that: re.Match[str], start: int, end: int, names: Names) -> Subject | None:
        """«أن X سـ»: X, or the pronoun of أنه; None where another sentence part stands between."""
        text = prose.text
        between = text[that.end() : start]
        apposed = None if that["pronoun"] else APPOSED.fullmatch(between)
        if apposed is not None:
            return self._apposed(prose, that.end(), apposed, start, end, names)
        if between.endswith("، ") and not that["pronoun"] and self._apart(prose, between, start, end):
            between = between[:-2]
        if _CUT.search(between):
            return None
        if that["pronoun"] and len(between.split()) > 5:
            m = _LETTER.match(prose.text, start)
            if m is None or not _MEANWHILE.match(between):
                return None  # أكدت أنه في حال هاجموا ستقوم بالمثل
            return Subject("pronoun", start, None, end, "ه" if m["letter"] == "ي" else "ها")
        if that["pronoun"]:
            kind: Kind = "first" if that["pronoun"] in ("نا", "ني", "ي") else "pronoun"
            return Subject(kind, start, None, end, that["pronoun"])
        if not between.strip():
            return None
        found = self._phrase(prose, that.end(), start, names)._replace(past=end)
        if found.kind == "thing" and len(between.split()) == 1 and self.objects.acts_on(prose, between.strip(), end):
            return found._replace(kind="actor")  # أن مون سيصدر بيانا
        return found

    def _apart(self, prose: Prose, between: str, start: int, end: int) -> bool:
        """Whether a comma right before the verb does not keep it from its subject: «أن الوفد، سيلتقي الوزير», «أن روما
        ستطرد السفير، وستسحب التصريح»."""
        if prose.text[start] not in "وف":
            return len(between.split()) < _FEW
        verb, own = _VERB.search(between), _LETTER.match(prose.text, start)
        if verb is None or own is None or not self.objects.goes_on(prose, start, end):
            return False
        other = _LETTER.match(verb.group().strip())
        return other is not None and other["letter"] == own["letter"]

    def _apposed(
        self, prose: Prose, begin: int, apposed: re.Match[str], start: int, end: int, names: Names
    ) -> Subject | None:
        """«أن X، رئيس Y، سـ»: X with what stands beside him between commas, or another actor joined to him."""
        found = self._phrase(prose, begin, begin + apposed.end("who"), names)
        if found.kind != "actor" or _VERB.search(apposed["more"]):
            return None
        if found.noun is not None and RELATIVE.search(apposed.group()) is None and len(apposed.group().split()) < 14:
            found = found._replace(noun=prose.span(prose.fold_at(found.noun.start), begin + apposed.end("more")))
        return found._replace(past=end, start=start)

    def _phrase(self, prose: Prose, begin: int, end: int, names: Names) -> Subject:
        """The noun phrase at begin:end before its verb."""
        text = prose.text
        cut = _VERB.search(text, begin, end)
        stop = cut.start() if cut else end
        stop -= 3 if text.endswith(" قد ", begin, stop) else 0
        while begin < stop and text[begin] in ' "“«(':
            begin += 1
        while stop > begin and text[stop - 1] in ' "“«”»)(،':
            stop -= 1
        held = text[begin:stop].split()
        if (
            not held
            or len(held) > _LONGEST_SUBJECT
            or own_verb(prose, begin, stop, names)
            or self.topics.is_verb(held[0])
        ):
            return Subject("none", end, None, end)
        if not self.nouns.is_actor(prose, begin, stop, names):
            return Subject("thing", begin, prose.span(begin, stop), end)
        if held[0].startswith("الاخير"):
            return Subject("actor", begin, None, end)  # whoever was named last
        shared = end < len(text) and text[end] in "وف"  # the verb goes on after another: أبقى جلسته وسيعود
        if (shared or any(self.topics.is_verb(word) for word in held[1:])) and not RELATIVE.search(text, begin, stop):
            phrase = self.nouns.at(prose, prose.word_at(begin), names)  # المجلس أبقى جلسته مفتوحة وسيعود
            if phrase is not None and phrase.end < stop:
                return Subject("actor", begin, prose.span(phrase.start, phrase.end), end)
        return Subject("actor", begin, headed(prose, begin, stop, names), end)

    def _before(self, prose: Prose, low: int, start: int, end: int, names: Names, pledge: bool) -> Subject:
        """«لكن الحكومة ستواصل»: the noun phrase between the beginning of the clause and the verb."""
        text = prose.text
        begin = low
        for cut in _BREAK.finditer(text, low, start - 1):
            begin = cut.end()
        lead = _LEAD.match(text, begin, start)
        begin = lead.end() if lead else begin
        phrase = text[begin:start].split()
        if not phrase or len(phrase) > 8 or start - begin > 110 or text[start - 1] != " ":
            return Subject("none", start, None, end)
        if phrase[-1] in _THEY:
            gender = "f" if phrase[-1].endswith(("هي", "ها")) else "m"
            at = prose.words[prose.word_at(start) - 1].start
            who = self.topics.before(prose, at, gender, names, phrase[-1].endswith("هم"))
            return Subject("actor" if who is not None else "none", start, who, end)
        if phrase[-1] in ("نحن", "انا", "ونحن", "وانا"):
            return Subject("first", start, None, end)
        if phrase[0][0] in "وف" and not self.nouns.is_actor(prose, begin, start, names):
            begin += 1
        found = self._phrase(prose, begin, start, names)
        if pledge and found.kind == "thing" and len(phrase) < 3 and may_act(phrase):
            return Subject("actor", start, found.noun, end)  # حماس تهدد
        if found.kind == "thing" and found.noun is not None and plural(found.noun, text[end - 2 : end]):
            return found._replace(kind="actor", start=start)  # لكن الإيرانيين سيبحثون
        if found.kind == "thing" and not phrase[0].lstrip("وف").startswith(("ال", "هذ")):
            return Subject("none", start, None, end)
        return found._replace(start=start, past=end)

    def behind(self, prose: Prose, start: int, end: int, names: Names, pledge: bool = False) -> Subject:
        """«سيواصل الفريق»: the actor right behind the verb; of acts of persons whoever stands there, of a pledge a
        quoted name, too."""
        words, text = prose.words, prose.text
        first = prose.word_at(end)
        while first < len(words) and words[first].form in _DAYS and text[end : words[first].start] == " ":
            end, first = words[first].end, first + 1  # سيلتقي الخميس الرئيس
        if first >= len(words) or text[end : words[first].start] not in (" ", ' "', " «"):
            return Subject("none", start, None, end)
        phrase = self.nouns.at(prose, first, names)
        if phrase is None and pledge and text[end : words[first].start] != " ":
            phrase = self.nouns.quoted(prose, first)
        if phrase is None and self._persons.match(text[start:end].rsplit("ان ", 1)[-1]):
            phrase = self.nouns.anybody(prose, first, names)
        if phrase is not None and self._both(prose, phrase.stop):
            phrase = self.nouns.at(prose, phrase.stop + 2, names) or phrase  # سيراقب النظام كل من البنك والهيئة
        if phrase is not None:
            noun = prose.span(phrase.start, phrase.end) if phrase.whole or phrase.owned else None
            return Subject("actor", start, noun, phrase.end)
        if not words[first].form.startswith("ال") or not self.nouns.is_noun(words[first].form):
            return Subject("none", start, None, words[first - 1].end if first else end)
        past = words[self.nouns.adjectives(prose, first + 1) - 1].end
        return Subject("thing", start, prose.span(words[first].start, past), past)

    def scheduled(self, prose: Prose, start: int, verb: int, end: int, names: Names) -> Span | None:
        """Who is to do what is scheduled («من المقرر أن») at `start` (folded), by a verb at verb:end."""
        found = self.behind(prose, start, end, names)
        if found.kind == "actor":
            return found.noun
        form = prose.text[verb:end].strip()
        if found.kind == "thing" or self._persons.match(form) is None:
            return None
        return self.topics.before(prose, start, "m" if form[0] == "ي" else "f", names)

    def _both(self, prose: Prose, i: int) -> bool:
        return i + 2 < len(prose.words) and prose.words[i].form == "كل" and prose.words[i + 1].form == "من"

    def announcer(self, prose: Prose, start: int, end: int, statement: Statement | None, names: Names) -> Span | None:
        """Whose «عزمه» or «نيتها» at start:end (folded) is: who stands before it, the speaker, who was spoken of."""
        text, words = prose.text, prose.words
        last = prose.word_at(start) - 1
        while last > 0 and _ANNOUNCED.fullmatch(words[last].form):
            last -= 1
        for i in range(max(0, last - 5), last + 1):
            phrase = self.nouns.at(prose, i, names)
            if phrase is not None and phrase.whole and not text[phrase.end : words[last].end].strip(' "»”'):
                return prose.span(phrase.start, phrase.end)
        pronoun = next((p for p in ("ها", "هم", "ه") if text.endswith(p, start, end)), "")
        near = self.topics.in_sentence(prose, start, GENDER_OF_PRONOUN.get(pronoun, ""), names, pronoun == "هم")
        if near is not None:
            return near
        return self._meant(prose, start, pronoun, statement, names) if pronoun else None

    def announced(self, prose: Prose, start: int) -> bool:
        """Whether the words before «عزمه» at `start` (folded) make it known."""
        return _ANNOUNCES.search(prose.text, max(prose.sentence_at(start)[0], start - 70), start) is not None
