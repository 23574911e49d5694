"""Who speaks: the speaker of a statement whom a pronoun or the first person in it can mean."""

from __future__ import annotations

import re

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Statement
from isnad.model.span import Span
from isnad.read.commitments.nouns import Names, Nouns
from isnad.read.commitments.topics import Topics, bare_verb, gender_of
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

GENDER_OF_PRONOUN = {"ه": "m", "ها": "f"}
PARTICLES = frozenset(
    (
        "قد",
        "وقد",
        "لقد",
        "مقابل",
        "سبق",
        "وسبق",
        "كما",
        "حيث",
        "اذ",
        "لكن",
        "كان",
        "كانت",
        "هنا",
        "بعدها",
        "عندها",
        "ثم",
        "لا",
        "ولا",
        "لم",
        "ولم",
        "ما",
        "زال",
        "يزال",
        "تزال",
        "نزال",
        "مازال",
    )
) | frozenset(("في", "من", "علي", "عن", "مع", "بعد", "قبل", "خلال", "عند", "حتي", "بين", "بل", "لذلك", "كذلك", "التي"))
_AGED = re.compile(r"،? (?:و?البالغ|و?الذي|و?التي)\b")


class Speakers:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments, nouns: Nouns, topics: Topics) -> None:
        self.nouns, self.topics = nouns, topics
        self._masdars = frozenset(fold_word(m) for m in (*words.deadline.masdars, *words.subjects.masdars))

    def speaker(self, prose: Prose, statement: Statement | None, pronoun: str, names: Names) -> Span | None:
        """The speaker of a statement whom a pronoun (ه، ها، هم) or the first person ("", «نا») in it can mean, or the
        body that he speaks for."""
        if statement is None or statement.speaker is None:
            return None
        body = self._represented(prose, statement.speaker, names) if pronoun == "نا" else None
        if body is not None:
            return body
        pronoun = pronoun.removeprefix("نا")
        said = self._in_sentence(prose, statement, pronoun, names) or self._bare_speaker(
            prose, statement.speaker, names
        )
        if not pronoun and statement.chain and statement.chain[-1].role in ("outlet", "agency", "document", "channel"):
            return None
        first = fold_word(said.text.split()[0].strip('"“«(#'))
        if self.nouns.is_host(first) or (
            first in ("هذا", "هذه") and len(said.text.split()) > 1 and _of_host(self.nouns, said)
        ):
            return None
        if self.nouns.is_thing(first) or not first.removeprefix("ال"):
            return self._spoken_for(prose, said, GENDER_OF_PRONOUN.get(pronoun, ""), names)
        if pronoun in ("", "هما"):
            return Span(said.start, said.end, said.text)
        if pronoun == "هم":
            plural = first.endswith(("ون", "ين")) or first.removeprefix("ال") in self.nouns.feminine
            plural = plural or (names.get(said.start) is None and not self.nouns.is_one(first))
            return Span(said.start, said.end, said.text) if plural else None
        name = names.get(said.start)
        head = self.nouns.gender(first) if name is None else "f" if name.type == "LOC" else ""
        gender = _cue_gender(statement) or head or ("m" if name is not None and name.type == "PER" else "")
        asked = GENDER_OF_PRONOUN[pronoun]
        if asked == "m" and name is None and self.nouns.is_many(first):
            return None  # قال المشاركون إنه سينظم
        if said.text.startswith("كل من ") or (gender in ("", asked) and not (asked == "m" and head == "f")):
            return Span(said.start, said.end, said.text)
        return self._spoken_for(prose, said, GENDER_OF_PRONOUN[pronoun], names)

    def _bare_speaker(self, prose: Prose, said: Span, names: Names) -> Span:
        """A speaker without the conjunction written onto his name (وترامب يهدد), without his age, and without what is
        no more of him (الرئيس عن السؤال)."""
        cut = _AGED.search(said.text)
        if cut is not None:
            return Span(said.start, said.start + cut.start(), said.text[: cut.start()])
        name = names.get(said.start + 1) if said.text[0] in "وف" else None
        if name is not None:
            return Span(said.start + 1, said.end, said.text[1:])
        phrase = self.nouns.at(prose, prose.word_at(prose.fold_at(said.start)), names)
        if phrase is None or not phrase.whole or phrase.end >= prose.fold_at(said.end):
            return said
        form = prose.words[phrase.stop].form
        beyond = form in PARTICLES or self.topics.is_verb(form) or form in self._masdars
        return prose.span(phrase.start, phrase.end) if beyond else said

    def _in_sentence(self, prose: Prose, statement: Statement, pronoun: str, names: Names) -> Span | None:
        """«التقى كيم الرئيس وأعلن أنه سيفكك»: of a cue without a subject of its own the subject of its sentence."""
        said = statement.speaker
        if said is None or said.explicit or not pronoun or not statement.cue:
            return None
        at = prose.fold_at(statement.cue[0].start)
        if said.start >= prose.back[prose.sentence_at(at)[0]]:
            return None
        return self.topics.in_sentence(prose, at, GENDER_OF_PRONOUN.get(pronoun, ""), names, pronoun == "هم")

    def _represented(self, prose: Prose, said: Span, names: Names) -> Span | None:
        """«المتحدث باسم الجيش»: the army, for «we»."""
        at = prose.text.find(" باسم ", prose.fold_at(said.start), prose.fold_at(said.end))
        if at < 0:
            return None
        phrase = self.nouns.at(prose, prose.word_at(at + 6), names)
        if phrase is None or not phrase.whole:
            return None
        comma = prose.text.find("،", phrase.start, phrase.end)
        return prose.span(phrase.start, min(phrase.end, prose.fold_at(said.end), comma if comma > 0 else phrase.end))

    def _spoken_for(self, prose: Prose, said: Span, gender: str, names: Names) -> Span | None:
        """«متحدث باسم الشركة»: the company."""
        i = prose.word_at(prose.fold_at(said.start)) + 1
        end = prose.fold_at(said.end)
        while i < len(prose.words) and prose.words[i].end <= end:
            phrase = self.nouns.at(prose, i, names)
            if phrase is not None and phrase.end <= end and phrase.gender == gender:
                return prose.span(phrase.start, phrase.end)
            i += 1
        return None


def _of_host(nouns: Nouns, said: Span) -> bool:
    return nouns.is_host(fold_word(said.text.split()[1]))


def _cue_gender(statement: Statement) -> str:
    """Of the verb, participle or «قوله» of a statement; empty where a preposition carries it."""
    if not statement.cue or statement.speaker is None:
        return ""
    cue = bare_verb(fold_word(statement.cue[-1].text.split()[0].strip('"“«،')))
    if cue.startswith(("قول", "تصريح", "تاكيد")):
        return "f" if cue.endswith("ها") else "m" if cue.endswith("ه") else ""
    if cue[0] == "م" and len(cue) > 4:
        return "f" if cue.endswith("ه") else "m" if cue.endswith("ا") else ""
    if (
        cue.startswith(("نقل", "اورد"))
        or cue in ("وفق", "وفقا", "بحسب", "حسب", "حسبما", "نقلا", "عن", "علي", "لدي", "في")
        or len(cue) < 3
    ):
        return ""
    return gender_of(cue)
