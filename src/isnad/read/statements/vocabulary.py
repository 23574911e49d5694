"""The reporting lexicon made ready for look-up: folded sets, verb forms, roles of head nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import compress

from isnad.lexicon.load import Lexicons
from isnad.lexicon.reporting import AsSaid, Preposition, Reporting
from isnad.lexicon.verbs import Verbs
from isnad.model.reading import Role
from isnad.read.statements.forms import CueForm, inflect
from isnad.text.fold import fold_word
from isnad.text.remembered import Remembered

CLAUSE = re.compile(r"[ب]?ان(?:ه|ها|هم|هما|هن|نا|ني|ي|ك|كم)?$")
GLUED = re.compile(r"ب?ان(?=ال[^\W_]{4,}$)")  #: «أنالعلاقات»: the next word run into it
PRONOUN = re.compile(r"(?:هما|ها|هم|هن|ه)$")
_IMPERFECT = re.compile(r"[وف]?(?:س[يت]|ي)[^\W_]{2,}(?<!ي)ون$")
# Regular verbal nouns of forms II-X (Wright I §§ 202-211); a final ة turns into ت before a pronoun.
_LETTER = r"[^\W_]"
_STEMS = (
    rf"ا{_LETTER}{{2}}ا{_LETTER}(?:ه|ت)?",
    rf"ان{_LETTER}{{2}}ا{_LETTER}",
    rf"ا{_LETTER}ت{_LETTER}ا{_LETTER}",
    rf"است{_LETTER}{{1,2}}ا{_LETTER}(?:ه|ت)?",
    rf"ت{_LETTER}{{2}}ي{_LETTER}(?:ه|ت)?",
    rf"م{_LETTER}ا{_LETTER}{{1,2}}[هت]",
    rf"ت{_LETTER}ا{_LETTER}{{2}}",
    rf"اي{_LETTER}ا{_LETTER}",
    rf"ا{_LETTER}ا{_LETTER}[هت]",
)
_NO_VOICE = frozenset(("الكبير", "البحث", "النتايج", "العرض", "الكل"))  #: with the article no voice
_FIFTH = re.compile(rf"ت{_LETTER}{{3}}$")  #: form V, told from verbs by its article alone
_ACT = re.compile(rf"(?:{'|'.join(_STEMS)})(?:هما|ها|هم|ه|هن)?$")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(fold_word, words))


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of folded words, under their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(fold_word(phrase).split())
        out.setdefault(words[0], []).append(words)
    return {k: tuple(sorted(v, key=len, reverse=True)) for k, v in out.items()}


def _accusative(roles: dict[str, Role], form: str) -> Role | None:
    """«مصدرا»; «سعادتها» is no «سعادته»."""
    return roles.get(form[:-1]) if form.endswith("ا") and not form.endswith("ها") else None


def _opens_clause(form: str) -> bool:
    return form == "الا" or CLAUSE.match(form) is not None or GLUED.match(form) is not None


class Vocabulary:
    """Compiled once for a pipeline."""

    def __init__(self, lexicons: Lexicons) -> None:
        r = lexicons.load("reporting", Reporting)
        self.forms: dict[str, tuple[CueForm, ...]] = inflect(r)
        for form in r.words.not_cues:
            self.forms.pop(fold_word(form), None)
        self.wasl = frozenset(fold_word(p) for v in r.verb for p in v.perfect if p.startswith("ا"))  #: no hamza
        self.verbs = frozenset(lexicons.load("verbs", Verbs).forms) | _folded(r.words.deeds)
        self.answers: Remembered[tuple[CueForm, ...]] = Remembered(self._read_form)
        self.opens_clause: Remembered[bool] = Remembered(_opens_clause)  # «أن», «بأنه», «أنالعلاقات», «ألا»
        self._finite: Remembered[bool] = Remembered(self._is_finite)
        self._acts: Remembered[bool] = Remembered(self._is_act)
        self._roles: Remembered[Role | None] = Remembered(self._role_of)
        self._take_words(r)
        self._take_heads(r)

    def _take_words(self, r: Reporting) -> None:
        """The closed classes, folded."""
        self.homographs = _folded(r.words.homographs)
        self.prepositional = _folded(r.words.prepositional)
        self.auxiliaries = _folded(r.words.auxiliaries)
        self.objects = {v.id: _folded(v.objects) for v in r.verb}
        self.separate = {v.id: tuple(p for p in map(fold_word, (*v.noun, *v.addressee)) if len(p) > 1) for v in r.verb}
        self.particles_of = {v.id: tuple(fold_word(p) for p in v.noun if p) for v in r.verb}
        self.impersonal = _folded(w for v in r.verb for w in v.impersonal)
        self.not_before_clause = _folded(r.words.not_before_clause)
        self.pronouns = _folded(r.words.pronouns)
        self.statements = _folded(r.words.statements)
        self.told = _folded(r.words.told)
        self.determiners = _folded(r.words.determiners)
        self.plurals = _folded(r.words.plurals)
        self.nobody = _folded(r.words.nobody)
        self.latter = _folded(r.words.latter)
        self.charges = _folded(r.words.charges)
        self.judging = _folded(r.words.judging)
        self.relatives = _folded(r.words.relatives)
        self.outside = _folded(r.words.outside)
        self.asides = _by_first(r.words.asides)
        self.not_content = _folded(r.words.not_content)
        self.particles = _folded(r.words.particles)
        self.conjunctions = _folded(r.words.conjunctions)
        self.joints = _folded(r.words.joints)
        self.tails = _by_first(r.words.tails)
        self.addressees = _folded(r.words.addressees)
        self.after_noun = _by_first(r.words.after_noun)
        self.leads = _by_first(r.words.leads)
        self.reporter = _by_first(r.words.reporter)
        self.halting = frozenset(
            w for w, held in self.reporter.items() if (w,) in held and w[0] == "م" and w[-1] == "ا"
        )
        self.but = _by_first(r.words.but)
        self.unsaid = _folded(r.words.unsaid)
        #: first words with which the reporter speaks again
        self.closes = frozenset((*self.tails, *self.reporter, *self.but))
        self.identity = tuple(" " + fold_word(w) for w in r.words.identity)
        self.anonymity = re.compile(rf"(?:{_either(r.words.withheld)}) (?:{_either(r.words.identity)})")
        self.not_acts = _folded(r.not_acts.nouns)
        self.acts = _folded(r.acts.nouns)
        self.channel_prepositions = _folded(r.channels.prepositions)
        self.channel_nouns = _folded(r.channels.documents)

    def _take_heads(self, r: Reporting) -> None:
        """Head nouns of voices with their roles, and the prepositions and conjunctions that name a voice."""
        self.roles: dict[str, Role] = {}
        heads: list[tuple[Role, tuple[str, ...]]] = [
            ("person", r.heads.person),
            ("organisation", r.heads.organisation),
            ("document", r.heads.document),
            ("anonymous", r.heads.anonymous),
            ("outlet", r.heads.outlet),
            ("agency", r.heads.agency),
        ]
        for role, words in heads:
            self.roles.update((fold_word(w), role) for w in words)
        self.prepositions: dict[str, list[tuple[tuple[str, ...], Preposition | AsSaid]]] = {}
        sources: tuple[Preposition | AsSaid, ...] = (*r.preposition, *r.as_said)
        for p in sources:
            for form in p.forms:
                key = tuple(fold_word(form).split())
                self.prepositions.setdefault(key[0], []).append((key, p))
        for held in self.prepositions.values():
            held.sort(key=lambda k: (-len(k[0]), isinstance(k[1], Preposition)))
        self._heads = {joined + head: head for joined in ("و", "ف", "") for head in self.prepositions}

    def readings(self, form: str) -> tuple[CueForm, ...]:
        """What a folded form may be as a cue, with و ف written onto it, or ب ل onto a verbal noun."""
        return self.answers[form]

    def preposition_heads(self, forms: list[str]) -> list[tuple[int, str]]:
        """The places of forms that begin prepositional cues, with their first word, without و ف."""
        heads = self._heads
        return [(i, heads[forms[i]]) for i in compress(range(len(forms)), map(heads.__contains__, forms))]

    def _read_form(self, form: str) -> tuple[CueForm, ...]:
        plain = self.forms.get(form)
        if plain is not None or len(form) <= 3:
            return plain or ()
        if form.startswith(("ب", "ل")):
            return tuple(r for r in self.forms.get(form[1:], ()) if r.kind == "masdar")
        if form.startswith(("و", "ف")):
            return self.forms.get(form[1:]) or (self.forms.get(form[2:], ()) if form.startswith("وو") else ())
        return ()

    def is_finite(self, form: str) -> bool:
        """Whether a folded word can only be a finite verb, by the list or by its ending."""
        return self._finite[form]

    def _is_finite(self, form: str) -> bool:
        if form in self.verbs or _IMPERFECT.match(form):
            return form not in self.roles
        if not form.startswith(("و", "ف")) or form[1:] not in self.verbs or form[1:] in self.roles:
            return False
        stem = PRONOUN.sub("", form)
        return not (stem.endswith("ت") and stem[:-1] + "ه" in self.roles)  # «وزارتها»

    def is_act(self, form: str) -> bool:
        """Whether a folded word may be a verbal noun or another noun that names an act or a state."""
        return self._acts[form]

    def _is_act(self, form: str) -> bool:
        if form in self.acts or (form.startswith("ال") and form[2:] in self.acts):
            return True
        bare = PRONOUN.sub("", form.removeprefix("ال"))
        if form in self.not_acts or bare in self.not_acts:
            return False
        plain = form.removeprefix("ال")
        if _ACT.match(plain) or (plain != form and _FIFTH.match(plain)):
            return True
        return bare in self.acts or (bare.endswith("ت") and bare[:-1] + "ه" in self.acts)

    def role_of(self, form: str) -> Role | None:
        """The role a head noun gives its voice, in any case ending; None for a word that heads none."""
        return self._roles[form]

    def _role_of(self, form: str) -> Role | None:
        roles = self.roles
        held = roles.get(form) or roles.get("ال" + form) or _accusative(roles, form)
        if held is None and form.startswith("ال") and form not in _NO_VOICE:
            held = roles.get(form[2:])  # «التجار»
        if held is None and form.endswith("ين"):
            held = roles.get(form[:-2] + "ون")  # «محللين»
        if held is not None or len(form) < 5 or form[-1] not in "هام":
            return held
        return self._role_with_pronoun(form)

    def _role_with_pronoun(self, form: str) -> Role | None:
        """«شقيقته», «محاميه»: a head noun of a voice with its possessor."""
        bare = PRONOUN.sub("", form)
        if bare in (form, "كبير") or (bare == "سعادت" and form != "سعادته"):  # «سعادتها بالفوز»
            return None
        held = self.roles.get(bare) or (self.roles.get(bare[:-1] + "ه") if bare.endswith("ت") else None)
        return held if held in ("person", "organisation", "anonymous") else None
