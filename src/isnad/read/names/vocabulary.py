"""The names lexicons compiled for one pass over the words of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import (
    Agencies,
    Countries,
    Given,
    Organisations,
    Persons,
    Places,
    Titles,
    cities,
    common_words,
    items,
)
from isnad.model.dossier import Dossier
from isnad.model.reading import NameType
from isnad.text.fold import fold_word
from isnad.text.remembered import Remembered
from isnad.text.value import Value
from isnad.text.words import PROCLITIC_LETTERS, strip_proclitics

# What a word may be; a word may be several at once.
SURE, ALSO, SHORT, LINK, SECOND = 1, 2, 4, 8, 16
DIRECT, OFFICE, BETWEEN, VERB = 32, 64, 128, 256
COMMON, NISBA, STOP = 512, 1024, 2048
DROPPED, OPENS, KEPT = 4096, 8192, 16384
CHAIN, NAMED, OUTLET, PEOPLE, CLASS, MIDDLE, MINISTRY, COMPLEMENT, INNER = (1 << n for n in range(15, 24))
PLACE, AND, BEARER, COMPOUND, WEAK, GENERIC, SITE, RARELY, CRAFT = (1 << n for n in range(24, 33))
GIVEN = SURE | ALSO
TITLE = DIRECT | OFFICE
HEAD = CHAIN | NAMED | OUTLET | PEOPLE

# What may begin at a word: a listed name, a person, an organisation, a place; or right after it, a person.
LISTED, PERSON, ORGANISATION, LOCATION, RANK = 1, 2, 4, 8, 16

#: Rule of an entry that only keeps its words from being read as a name.
IDIOM = "idiom"

_ARABIC = re.compile(r"[ء-ي]{3,}")
#: Shapes that inflected verbs, plurals and suffixed nouns have and names hardly ever.
_INFLECTED = re.compile(
    r"(?:لل|بال|كال|وال|فال|ولل|وبال).+|.{3,}(?:ها|هم|هما|كم|تنا|ونا|ته|تهم|وه|وا|ات|تان|تين|يتين|يان|يه|تما|انه|اته)"
    r"|[يتن].{2,}(?:ون|وا)|(?:سي|ست|سن)[يتن].+|م.{2,}ون|ي[^اوع].{2,3}|[وف]?ب?ان(?:ه|ها|هم)?|ان[^ايو].{2}"
    r"|[بلكوف]?ا[^لا]ت.{1,2}ا."
)


#: Given names of two parts written as one: «عبدالقدوس», «أبوزيد».
_COMPOUND = re.compile(r"عبدال.{3,}|عبد(?:رب|ال[ال]).+|ابو(?:ال)?[^اه].{2,}")

#: Endings of duals, plurals, accusatives and pronouns: «هدفين» is a form of «هدف».
_ENDING = re.compile(r"(?:تين|ين|ات|تان|ها|هم|ا)$")
#: What a second name may not look like: a word with fused article, a verb of many, a noun with a pronoun.
_FUSED = re.compile(
    r"(?:لل|بال|كال|وال|فال|ولل|وبال).+|.{3,}(?:ها|هم|هما|وا|يون|ته)|[يتن].{2,}ون|ي[^اوع].{2,3}|ب?ان"
    r"|ا(?:نت|ست|قت|شت|حت|كت|نف|نط|نض|عت|خت|فت|رت|لت|بت|تخ|تف|تس).{2,4}ت|[بلكوف]?ا[^لا]ت.{1,2}ا."
)


class Entry(Value, frozen=True):
    """A listed name. rest: the folded words after the first. doubtful: needs a word before it that announces it."""

    rest: tuple[str, ...]
    type: NameType
    actor: str
    rule: str
    doubtful: bool


class Closed(NamedTuple):
    """Small closed classes of folded words; the lexicons say what each is for."""

    kin: frozenset[str]
    named_after: frozenset[str]
    ruled: frozenset[str]
    called: frozenset[str]
    titled: frozenset[str]
    reigning: frozenset[str]
    ordinals: frozenset[str]
    towns: frozenset[str]
    before_place: frozenset[str]
    sides: frozenset[str]
    monuments: frozenset[str]
    shrines: frozenset[str]
    unnamed: frozenset[str]
    kinds: frozenset[str]
    agreeing: frozenset[str]
    after_nisba: frozenset[str]
    peoples: frozenset[str]
    media: frozenset[str]
    companies: frozenset[str]
    banners: frozenset[str]
    groups: frozenset[str]
    products: frozenset[str]
    honouring: frozenset[str]
    honours: frozenset[str]
    purposes: frozenset[str]
    led: frozenset[str]
    told: frozenset[str]
    units: frozenset[str]
    contests: frozenset[str]
    before_ministry: frozenset[str]
    vague: frozenset[str]
    peopled: frozenset[str]
    governed: frozenset[str]
    things: frozenset[str]
    traffic: frozenset[str]
    boxes: frozenset[str]
    tails: frozenset[str]
    latin: frozenset[str]


def _closed(lexicons: Lexicons) -> Closed:
    load = lexicons.load
    heads = load("organisations", Organisations).heads
    holders = (heads, load("given", Given), load("titles", Titles), load("places", Places))
    held = {name: getattr(holder, name) for holder in holders for name in Closed._fields if hasattr(holder, name)}
    return Closed(**{name: frozenset(items(fold_word(words))) for name, words in held.items()})


class Info(Value, frozen=True):
    """What a written form may be. taken: proclitic letters before the given name, title or head in it.

    entries: (letters taken, entry) of the names that may begin here, longest first. alone: those of one word.
    nexts: second words of the others. unknown: no list holds the form. loose: the same, but inflected shapes pass.
    begins: what may begin here.
    """

    flags: int
    taken: int
    core: str
    entries: tuple[tuple[int, Entry], ...]
    unknown: bool
    loose: bool
    definite: bool
    begins: int
    alone: tuple[tuple[int, Entry], ...]
    nexts: frozenset[str]


def _begins(form: str, flags: int, entries: list[tuple[int, Entry]], unknown: bool) -> int:
    person = unknown or flags & (GIVEN | SHORT | LINK | OFFICE)
    organisation = flags & HEAD or form == "ل"
    place = flags & (SITE | OPENS | KEPT | DROPPED)
    return (
        (LISTED if entries else 0)
        | (PERSON if person else 0)
        | (ORGANISATION if organisation else 0)
        | (LOCATION if place else 0)
        | (RANK if flags & DIRECT else 0)
    )


def _nisba_forms(adjective: str) -> list[str]:
    """Feminine, plurals and article forms of an adjective of one or two words."""
    words = adjective.split()
    ends = ("", "ه", "ون", "ين", "ات", "ان", "تان", "ا")
    return [pre + words[0] + end for end in ends for pre in ("", "ال")]


def _longest_first(held: tuple[int, Entry]) -> tuple[int, int]:
    return -len(held[1].rest), held[0]


def _places_flag(entries: list[tuple[int, Entry]]) -> int:
    return PLACE if any(e.type == "LOC" and not e.rest and not e.doubtful for _, e in entries) else 0


class Vocabulary:
    """Looks a folded word form up; answers are remembered.

    infos: form → what it may be.
    country: definite nisba form → country id.
    """

    def __init__(self, lexicons: Lexicons, dossier: Dossier | None) -> None:
        self._flags: dict[str, int] = {}
        self._entries: dict[str, list[Entry]] = {}
        self.infos: Remembered[Info] = Remembered(self._look_up)
        self.country: dict[str, str] = {}
        self._common = common_words()
        self.closed = _closed(lexicons)
        if dossier:
            self._dossier(dossier)
        self._persons(lexicons)
        self._organisations(lexicons)
        self._places(lexicons)
        for entries in self._entries.values():
            entries.sort(key=lambda e: -len(e.rest))

    def _mark(self, words: str, flag: int) -> None:
        for word in items(fold_word(words)):
            self._flags[word] = self._flags.get(word, 0) | flag

    def _enter(self, name: str, kind: NameType, actor: str, rule: str, doubtful: bool = False) -> None:
        words = fold_word(name).replace("-", " ").replace(".", " ").split()
        held = self._entries.setdefault(words[0], [])
        rest = tuple(words[1:])
        if all(e.rest != rest or (e.doubtful and e.type != kind) for e in held):
            held.append(Entry(rest, kind, actor, rule, doubtful))

    def _dossier(self, dossier: Dossier) -> None:
        kinds: dict[str, NameType] = {
            "person": "PER",
            "organisation": "ORG",
            "group": "ORG",
            "state": "LOC",
            "place": "LOC",
        }
        for actor in dossier.actor:
            kind = kinds[actor.kind]
            for name in (*actor.names, *actor.aliases):
                single = kind == "PER" and " " not in name.strip()
                doubtful = single and (fold_word(name) in self._common or fold_word(name).startswith("ال"))
                self._enter(name, kind, actor.id, "dossier", doubtful)

    def _persons(self, lexicons: Lexicons) -> None:
        given = lexicons.load("given", Given)
        for words, flag in (
            (given.sure, SURE),
            (given.foreign, SURE),
            (given.also, ALSO),
            (given.short, SHORT),
            (given.links, LINK),
            (given.seconds, SECOND),
            (given.bearers, BEARER),
            (given.rarely, RARELY),
        ):
            self._mark(words, flag)
        titles = lexicons.load("titles", Titles)
        for words, flag in (
            (titles.direct, DIRECT),
            (titles.office, OFFICE),
            (titles.between, BETWEEN),
            (titles.verbs, VERB),
        ):
            self._mark(words, flag)
        for person in lexicons.load("persons", Persons).person:
            for name in person.names:
                self._enter(name, "PER", person.id, "person-list")
            for name in person.alone:
                self._enter(name, "PER", person.id, "person-list")
            for name in person.announced:
                self._enter(name, "PER", person.id, "person-list", doubtful=True)

    def _organisations(self, lexicons: Lexicons) -> None:
        held = lexicons.load("organisations", Organisations)
        heads = held.heads
        for words, flag in (
            (heads.chain, CHAIN),
            (heads.named, NAMED),
            (heads.dropped, OUTLET),
            (heads.people, PEOPLE),
            (heads.class_only, CLASS),
            (heads.middle, MIDDLE),
            (heads.ministries, MINISTRY),
            (heads.stops, STOP),
            (heads.complements, COMPLEMENT),
            (heads.inner, INNER),
            (heads.crafts, CRAFT),
            (heads.weak, WEAK),
            (heads.generic, GENERIC),
        ):
            self._mark(words, flag)
        for organisation in held.organisation:
            for name in organisation.names:
                self._enter(name, "ORG", organisation.id, "organisation-list", name in organisation.doubtful)
        for name in items(held.bodies):
            self._enter(name, "ORG", "", "organisation-list")
        agencies = lexicons.load("agencies", Agencies)
        for agency in (*agencies.agency, *agencies.outlet):
            for name in agency.names:
                self._enter(name, "ORG", agency.id, "agency-list", name in agency.doubtful)
        for name in heads.openings:
            self._enter(name, "ORG", "", "opening")

    def _places(self, lexicons: Lexicons) -> None:
        countries = lexicons.load("countries", Countries)
        places = lexicons.load("places", Places)
        for words, flag in (
            (places.dropped, DROPPED),
            (places.opens, OPENS),
            (places.kept, KEPT),
            (places.compound, COMPOUND),
            (places.sites, SITE),
        ):
            self._mark(words, flag)
        self._countries(countries)
        for idiom in places.idioms:
            self._enter(idiom, "LOC", "", IDIOM)
        for place in (*countries.region, *places.place):
            for name in place.names:
                self._enter(name, "LOC", place.id, "place-list", place.doubtful)
        doubtful = set(items(fold_word(places.doubtful)))
        classes = items(fold_word(places.dropped))
        for city in cities():
            for form in city.forms:
                if form.split()[0] in classes:
                    continue  # «إمارة الشارقة»: the class word is no part of the name
                self._enter(form, "LOC", city.slug, "gazetteer", form in doubtful)
        for form in items(fold_word(places.small)):
            self._enter(form, "LOC", "", "gazetteer", form in doubtful)

    def _countries(self, countries: Countries) -> None:
        for country in countries.country:
            for name in country.names:
                self._enter(name, "LOC", country.id, "country", country.doubtful)
            for adjective in country.nisba:
                for form in _nisba_forms(fold_word(adjective)):
                    self.country.setdefault(form, country.id)
        for adjective in countries.adjectives.split():
            for form in _nisba_forms(fold_word(adjective)):
                self.country.setdefault(form, "")

    def info(self, form: str) -> Info:
        """What `form` (folded, as written) may be."""
        return self.infos[form]

    def _look_up(self, form: str) -> Info:
        flags, taken, core = self._flags.get(form, 0), 0, form
        entries = [(0, entry) for entry in self._entries.get(form, ())]
        if form[0] in PROCLITIC_LETTERS:
            for letters, rest in strip_proclitics(form)[1:]:
                for entry in self._entries.get(rest, ()):
                    if entry.rest or len(rest) > 3 or entry.type == "LOC":
                        entries.append((letters, entry))
                own = self._flags.get(rest, 0)
                if own and not flags & ~(VERB | BETWEEN):
                    own &= self._kept(form, letters, rest)
                    if own:
                        flags, taken, core = flags | own, letters, rest
        listed = False
        if entries:
            entries.sort(key=_longest_first)
            flags |= _places_flag(entries)
            listed = any(not e.rest and not e.doubtful for _, e in entries)
        flags |= self._nisba(form)
        if form in self._common or (not flags & GIVEN and self.is_common(form)):
            flags |= COMMON
        elif not flags & ~PLACE and _COMPOUND.fullmatch(form):
            flags |= SURE
        known = flags & ~(SHORT | LINK | SECOND | BEARER | COMPOUND | RARELY | CRAFT)
        free = not known and not listed and _ARABIC.fullmatch(form) is not None
        unknown = free and _INFLECTED.fullmatch(form) is None
        person = any(not (letters or e.rest) and e.type == "PER" for letters, e in entries)
        loose = unknown or person or (free and _FUSED.fullmatch(form) is None)
        definite = form.startswith("ال") and len(form) > 4
        begins = _begins(form, flags, entries, unknown)
        alone = tuple(held for held in entries if not held[1].rest)
        nexts = frozenset(e.rest[0] for _, e in entries if e.rest)
        return Info(flags, taken, core, tuple(entries), unknown, loose, definite, begins, alone, nexts)

    def _nisba(self, form: str) -> int:
        if form in self.country:
            return NISBA
        return NISBA | AND if form[0] == "و" and form[1:] in self.country else 0

    def _kept(self, form: str, letters: int, rest: str) -> int:
        """The flags that the rest of a form keeps when proclitics stand before it."""
        keep = TITLE | HEAD | DROPPED | OPENS | KEPT | WEAK | SITE
        if len(rest) > 3 and form not in self._common and not form.startswith("بل"):
            keep |= SURE  # «بلحسن» is a surname
        if form[0] in "وف" and letters == 1:
            keep |= VERB | ALSO
        return keep

    def is_common(self, form: str) -> bool:
        """A word of the news that is no part of a name, with or without «و» and article."""
        common = self._common
        if form in common:
            return True
        first, rest = form[0], form[1:]
        if first in PROCLITIC_LETTERS and rest in common and _may_be_proclitic(form):
            return True
        if first == "ل" and form.startswith("لل") and "ال" + form[2:] in common:
            return True
        if first == "ا" and form.startswith("ال") and form.endswith("ات") and form[2:] in common:
            return True
        ending = _ENDING.search(form)
        return (
            ending is not None
            and ending.start() > 3 - (ending.group() not in ("تان", "ين", "ا"))
            and form[: ending.start()] in common
        )


def _may_be_proclitic(form: str) -> bool:
    """Whether the first letter of a form is written onto a common word, and not the word's own."""
    if form[0] in "وف":
        return len(form) > 3
    return len(form) > 4 or form[:3] in ("بال", "كال")
