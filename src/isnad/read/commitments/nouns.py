"""Noun phrases that can bind themselves: how far they go, and which words head them."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.commitments import Commitments
from isnad.model.reading import Name
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_NOT_NOUN = frozenset(
    ("الذي", "التي", "الذين", "الي", "الا", "الان", "اللذين", "اللتين", "اليوم", "الاحد", "الاثنين", "الثلاثاء")
) | frozenset(("الاربعاء", "الخميس", "الجمعه", "السبت", "الليله", "الغد", "العام", "الشهر", "الاسبوع"))
_PREPOSITIONS = frozenset(
    ("في", "من", "علي", "الي", "عن", "مع", "بعد", "قبل", "خلال", "عند", "حتي", "بين")
) | frozenset(("ضد", "ان", "لا", "غدا", "ايضا", "كل"))
_ADVERBS = frozenset(
    ("قريبا", "لاحقا", "ايضا", "مجددا", "رسميا", "نهائيا", "حاليا", "فورا", "تدريجيا", "سنويا", "كلها")
)
_MOST = frozenset(("ابرز", "اهم", "اكبر", "كبار", "عددا"))  #: of objects rather: سيلتقي أبرز النجوم
_SUFFIX = re.compile(r"(?:ه|ها|هم|هما|نا|ي|كم)$")
_TOWARDS = re.compile(
    r"(?:علي|في|من|الي|عن|مع|بين|عند|لدي|امام|حول|بعد|قبل|خلال|ضد|تحت|فوق|نحو|بسبب|لاجل|ل|ب)(?:ه|ها|هم|هما)"
)
_OPENING = frozenset((' "', " «", " “", " '"))
_NAMED = ("PER", "ORG", "LOC")
_LONGEST = 9

Names = dict[int, Name]


class NounPhrase(NamedTuple):
    """start, end: folded offsets; stop: index of the word behind it; whole: more than an indefinite head alone;
    gender: «m», «f», or «» where the words do not tell; owned: its head bears a pronoun (قواته)."""

    start: int
    end: int
    stop: int
    whole: bool
    gender: str
    owned: bool = False


class Nouns:
    """Built once from the lexicon `commitments`."""

    def __init__(self, words: Commitments) -> None:
        actors = words.actors
        self._agents, self._hosts = _folded(actors.agents), _folded(actors.hosts)
        self._things, self._counts = _folded(actors.things), _folded(actors.counts)
        self._weak = _folded(actors.weak)
        self._people = _folded(actors.people)
        self._acts = _folded((*words.deadline.masdars, *words.subjects.masdars))
        self._adjectives, self._fields = _folded(actors.adjectives), _folded(actors.fields)
        self._offices, self._general = _folded(actors.offices), _folded(actors.general)
        self._not_plural, self.feminine = _folded(actors.not_plural), _folded(actors.feminine)

    def at(self, prose: Prose, i: int, names: Names) -> NounPhrase | None:
        """The phrase of an actor that begins at word `i`; None where another word stands there."""
        words = prose.words
        if i >= len(words):
            return None
        first = i
        if words[i].form.removeprefix("ال") in self._things or words[i].form.startswith("لل") or words[i].form == "من":
            return None
        while words[i].form in self._counts and i < first + 3 and i + 1 < len(words) and _beside(prose, i + 1):
            i += 1
        name = names.get(prose.back[words[i].start])
        if name is not None and name.type in _NAMED:
            stop = self._coordinated(prose, prose.word_at(prose.fold_at(name.end)), names)
            gender = "f" if name.type == "LOC" else ""
            return NounPhrase(words[first].start, _last(prose, stop, name), stop, True, gender)
        form = words[i].form
        if form in _NOT_NOUN or not (self.is_head(form) or (form[-1] == "ا" and self._is_pair(prose, i, names))):
            return None
        definite = form.startswith("ال") and form not in self._agents
        stop = self._complements(prose, i + 1, names, definite)
        stop = self._of_body(prose, stop, names)
        stop = self._apposed(prose, stop, names)
        stop = self._coordinated(prose, stop, names)
        gender = self.gender(form)
        owned = not definite and self._owned(form)
        return NounPhrase(words[first].start, words[stop - 1].end, stop, definite or stop > i + 1, gender, owned)

    def _is_pair(self, prose: Prose, i: int, names: Names) -> bool:
        """«زعيما الكوريتين، شركتا النفط»: a dual whose ن falls away before its genitive."""
        form = prose.words[i].form
        if i + 1 >= len(prose.words) or not _beside(prose, i + 1):
            return False
        if form[:-1] not in self._agents and not (form.endswith("تا") and form[:-2] + "ه" in self._agents):
            return False
        after = prose.words[i + 1]
        return after.form.startswith("ال") or prose.back[after.start] in names

    def _of_body(self, prose: Prose, stop: int, names: Names) -> int:
        """«الأمين العام لحزب الاستقلال نزار بركة»: the word behind the body of an office and who holds it."""
        words = prose.words
        if not 0 < stop < len(words) or words[stop].form[0] != "ل" or not _beside(prose, stop):
            return stop
        word = words[stop]
        if words[stop - 1].form not in self._offices or len(word.form) < 4:
            return stop
        name = names.get(prose.back[word.start + 1])
        if name is not None and name.type in _NAMED:
            end = prose.word_at(prose.fold_at(name.end))
        elif word.form.startswith("لل"):
            end = self._complements(prose, stop + 1, names, True)
        elif self.is_head(word.form[1:]) or word.form[1:] in self._fields:
            end = self._complements(prose, stop + 1, names, False)
        else:
            return stop
        holder = names.get(prose.back[words[end].start]) if end < len(words) and _beside(prose, end) else None
        return prose.word_at(prose.fold_at(holder.end)) if holder is not None and holder.type == "PER" else end

    def _apposed(self, prose: Prose, stop: int, names: Names) -> int:
        """«وزير الخزانة، ستيفن منوشين،»: the word behind a name between commas."""
        words = prose.words
        if not 0 < stop < len(words) or prose.text[words[stop - 1].end : words[stop].start] != "، ":
            return stop
        name = names.get(prose.back[words[stop].start])
        if name is None or name.type != "PER":
            return stop
        end = prose.fold_at(name.end)
        return prose.word_at(end) if prose.text.startswith("،", end) else stop

    def anybody(self, prose: Prose, i: int, names: Names) -> NounPhrase | None:
        """Whatever definite phrase begins at word `i`, for acts of persons alone."""
        form = prose.words[i].form
        definite = form.startswith("ال") and len(form) > 4
        if not self.is_noun(form) or self.is_thing(form) or len(form) < 3 or form in _MOST or form in self._acts:
            return None
        stop = self._complements(prose, i + 1, names, definite)
        words = prose.words
        behind = range(i + 1, stop)
        if not definite and not any(
            words[k].form.startswith("ال") or prose.back[words[k].start] in names for k in behind
        ):
            return None
        return NounPhrase(words[i].start, words[stop - 1].end, stop, True, self.gender(form))

    def quoted(self, prose: Prose, i: int) -> NounPhrase | None:
        """A name in quotation marks from word `i` on: «تعتزم "اسم" جمع المال»."""
        stop = self._quoted(prose, i)
        if stop == i or self.is_thing(prose.words[i].form) or prose.words[i].form.startswith("ال"):
            return None
        return NounPhrase(prose.words[i].start, prose.words[stop - 1].end, stop, True, "")

    def is_accusative(self, form: str) -> bool:
        """Whether a word ends as an indefinite object does (قرارا)."""
        return form.endswith("ا") and len(form) > 3 and form not in _ADVERBS and _TOWARDS.fullmatch(form) is None

    def takes_object(self, form: str) -> bool:
        """Whether a verb bears what it is done to: «سينشرها»."""
        return form.endswith(("ها", "هم", "هما", "ه")) and len(form) > 4

    def is_noun(self, form: str) -> bool:
        """Whether a word may begin a phrase: no relative, no weekday, no preposition."""
        return form not in _NOT_NOUN and form not in _PREPOSITIONS

    def adjectives(self, prose: Prose, i: int) -> int:
        """The word behind the definite adjectives from word `i` on, at most three."""
        for k in range(i, min(len(prose.words), i + 3)):
            form = prose.words[k].form
            if not _beside(prose, k) or not form.startswith("ال") or not self._adjectival(form):
                return k
        return min(len(prose.words), i + 3)

    def bears_pronoun(self, prose: Prose, i: int) -> bool:
        """Whether word `i` ends in somebody's pronoun (قراره), not in the ending of a feminine noun (قرارة)."""
        word = prose.words[i]
        if len(word.form) < 4 or word.form.startswith("ال") or _TOWARDS.fullmatch(word.form):
            return False
        if word.form.endswith(("ها", "هم")):
            return True
        return word.form[-1] == "ه" and prose.raw[prose.back[word.end - 1]] == "ه"

    def gender(self, form: str) -> str:
        """Of a head noun by its form: «f» also for plurals of things."""
        bare = form.removeprefix("ال")
        if bare in self._people:
            return "m"
        return "f" if bare.endswith(("ه", "ات", "اء")) or bare in self.feminine else "m"

    def _complements(self, prose: Prose, i: int, names: Names, definite: bool) -> int:
        """The word behind adjectives, genitives and the name that follow a head."""
        words, limit = prose.words, min(len(prose.words), i + _LONGEST)
        while i < limit:
            gap = prose.text[words[i - 1].end : words[i].start]
            name = names.get(prose.back[words[i].start])
            if name is not None and name.type in _NAMED and (gap == " " or gap in _OPENING):
                if definite and name.type != "PER":
                    return i  # وسيزور الوزير كوريا
                i = prose.word_at(prose.fold_at(name.end))
                definite = True
                if name.type == "PER":
                    return i
                continue
            if gap in _OPENING:
                return i if definite and words[i].form.startswith("ال") else self._quoted(prose, i)
            if gap != " ":
                return i
            if definite and words[i].form == "باسم":
                inner = self.at(prose, i + 1, names)
                return i if inner is None else self._complements(prose, inner.stop, names, True)
            if not self._goes_with(prose, i, names, definite):
                return i
            definite = definite or (words[i].form.startswith("ال") and len(words[i].form) > 3)
            i += 1
        return i

    def _goes_with(self, prose: Prose, i: int, names: Names, definite: bool) -> bool:
        """Whether word `i`, no name, still belongs to the phrase, which is `definite` so far or not."""
        form = prose.words[i].form
        if form in _NOT_NOUN:
            return form == "العام" and definite and prose.words[i - 1].form in self._general
        if form.startswith("ال") and len(form) > 3:
            return not definite or self._adjectival(form) or (self.is_head(form) and self._introduces(prose, i, names))
        if definite:
            return False
        return form in self._fields or self.is_head(form) or _indefinite_adjective(form) or self._branded(prose, i)

    def _introduces(self, prose: Prose, i: int, names: Names) -> bool:
        """Whether word `i` is a title right before a person's name (العميد رائد)."""
        if i + 1 >= len(prose.words) or not _beside(prose, i + 1):
            return False
        name = names.get(prose.back[prose.words[i + 1].start])
        return name is not None and name.type == "PER"

    def _branded(self, prose: Prose, i: int) -> bool:
        """«شركة أكسون موبيل الأميركية»: whether an unknown name of two words at most and its adjective follow."""
        words = prose.words
        for k in range(i, min(i + 3, len(words))):
            form = words[k].form
            if prose.text[words[k - 1].end : words[k].start] != " " or not self.is_noun(form) or form in self._acts:
                return False
            if form.startswith("ال"):
                return k > i and form.endswith(("يه", "ي"))
        return False

    def _adjectival(self, form: str) -> bool:
        return form.endswith(("ي", "يه", "يون", "يين")) or form in self._adjectives

    def _quoted(self, prose: Prose, i: int) -> int:
        """شركة "اسم": to the end of the quoted name of at most four words."""
        for k in range(i, min(i + 4, len(prose.words))):
            end = prose.words[k].end
            if prose.text[end : end + 1] in ('"', "»", "”", "'"):
                return k + 1
        return i

    def _coordinated(self, prose: Prose, stop: int, names: Names) -> int:
        """Behind «X وY» where Y is a name, too."""
        words = prose.words
        while 0 < stop < len(words) and _beside(prose, stop) and words[stop].form[0] == "و":
            name = names.get(prose.back[words[stop].start + 1])
            if name is None or name.type not in _NAMED:
                break
            stop = prose.word_at(prose.fold_at(name.end))
        return stop

    def is_actor(self, prose: Prose, begin: int, end: int, names: Names) -> bool:
        """Whether the noun phrase at begin:end (folded) can bind itself by its head noun or by being a name."""
        i = prose.word_at(begin)
        words = prose.words
        if i > 0 and words[i - 1].end > begin:  # behind a conjunction written onto it
            inner = words[i - 1].form[begin - words[i - 1].start :]
            return names.get(prose.back[begin]) is not None or (self.is_head(inner) and not self.is_thing(inner))
        if i < len(words) and words[i].form.removeprefix("ال") in self._things:
            return False
        while i < len(words) and words[i].start < end:
            name = names.get(prose.back[words[i].start])
            if name is not None and name.type in _NAMED:
                return True
            form = words[i].form
            if self.is_head(form) or (form.endswith("ا") and form[:-1] in self._agents):
                return True
            if form.removeprefix("ال") not in self._counts:
                return False
            i += 1
        return False

    def is_head(self, form: str) -> bool:
        """Whether a word can be the head of an actor's phrase."""
        bare = form.removeprefix("ال") if form.startswith("ال") else form
        if bare in self._agents:
            return True
        if bare.endswith(("ان", "ين")) and (bare[:-2] in self._agents or bare[:-3] + "ه" in self._agents):
            return len(bare) > 4
        if form.endswith("ون") and len(form) > 5 and form not in self._not_plural:
            return form.startswith(("ال", "م"))
        return self._owned(bare)

    def _owned(self, bare: str) -> bool:
        cut = _SUFFIX.search(bare)
        if cut is None or len(bare) < 4 or bare in self._agents:
            return False
        stem = bare[: cut.start()]
        if len(stem) < 3 or (len(bare) < 5 and bare[-1] != "ه"):
            return False  # فوجئ
        if stem.endswith(("اي", "او")) and stem[:-1] + "ء" in self._agents:
            return True  # خبرائها
        return stem in self._agents or (stem[-1] == "ت" and stem[:-1] + "ه" in self._agents)

    def is_one(self, form: str) -> bool:
        """Whether a head is known to be singular."""
        bare = form.removeprefix("ال")
        return bare in self._agents and bare not in self._people

    def is_weak(self, form: str) -> bool:
        """Whether a head acts only as a figure of speech: a system, a site."""
        return form.removeprefix("ال") in self._weak

    def is_many(self, form: str) -> bool:
        """Whether a head means several persons."""
        bare = form.removeprefix("ال")
        return bare.endswith(("ون", "ين", "و", "يي")) or bare in self._people or _SUFFIX.sub("", bare) in self._people

    def is_thing(self, form: str) -> bool:
        """Whether what speaks so cannot bind itself: a text, a day, a place."""
        return form.removeprefix("ال") in self._things

    def is_host(self, form: str) -> bool:
        """Whether a gathering is meant, which acts but does not hold itself."""
        return form.removeprefix("ال") in self._hosts


def _beside(prose: Prose, i: int) -> bool:
    return prose.text[prose.words[i - 1].end : prose.words[i].start] == " "


def _last(prose: Prose, stop: int, name: Name) -> int:
    return max(prose.fold_at(name.end), prose.words[stop - 1].end if stop else 0)


def _indefinite_adjective(form: str) -> bool:
    return len(form) > 4 and form.endswith(("يه", "ي", "يون")) and form[0] not in "يتلب"


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)
