"""The schema of `reporting.toml`: the cues of reported speech with their frames."""

from __future__ import annotations

from typing import Literal

import msgspec

from isnad.model.reading import Force


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reporting verb. See the head of the file for its keys."""

    id: str
    perfect: tuple[str, ...]
    force: Force
    imperfect: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    masdar: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    adverbial: tuple[str, ...] = ()
    only: Literal["clause", "quote", "noun"] | None = None
    whole: bool = False
    as_: bool = msgspec.field(name="as", default=False)
    any_noun: bool = False
    objects: tuple[str, ...] = ()
    takes_masdar: bool = False
    announced: bool = False
    weak: bool = False
    in_document: bool = False
    documents_only: bool = False
    near: int | None = None


class Carrier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A verb by which one voice carries the words of another; `source`: what stands before that other."""

    id: str
    perfect: tuple[str, ...]
    source: tuple[str, ...]
    imperfect: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()


class Preposition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A prepositional cue. inner: it names the innermost voice (نقلا عن), not an outer one."""

    id: str
    forms: tuple[str, ...]
    force: Force
    inner: bool = False
    persons_only: bool = False
    any_noun: bool = False


class AsSaid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A conjunction that takes a reporting verb with its subject (حسبما قال X)."""

    id: str
    forms: tuple[str, ...]


class Channels(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where something was said."""

    prepositions: tuple[str, ...]
    documents: tuple[str, ...]


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that head a voice, by the role they give it."""

    outlet: tuple[str, ...]
    agency: tuple[str, ...]
    document: tuple[str, ...]
    anonymous: tuple[str, ...]
    organisation: tuple[str, ...]
    person: tuple[str, ...]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes that the frames need; the file says what each is for."""

    homographs: tuple[str, ...]
    not_cues: tuple[str, ...]
    prepositional: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    withheld: tuple[str, ...]
    but: tuple[str, ...]
    unsaid: tuple[str, ...]
    identity: tuple[str, ...]
    not_before_clause: tuple[str, ...]
    pronouns: tuple[str, ...]
    statements: tuple[str, ...]
    told: tuple[str, ...]
    plurals: tuple[str, ...]
    latter: tuple[str, ...]
    charges: tuple[str, ...]
    deeds: tuple[str, ...]
    judging: tuple[str, ...]
    nobody: tuple[str, ...]
    determiners: tuple[str, ...]
    relatives: tuple[str, ...]
    outside: tuple[str, ...]
    addressees: tuple[str, ...]
    tails: tuple[str, ...]
    asides: tuple[str, ...]
    particles: tuple[str, ...]
    conjunctions: tuple[str, ...]
    joints: tuple[str, ...]
    reporter: tuple[str, ...]
    after_noun: tuple[str, ...]
    leads: tuple[str, ...]
    not_content: tuple[str, ...]


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that name an act or a state."""

    nouns: tuple[str, ...]


class Reporting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as a whole."""

    verb: tuple[Verb, ...]
    carrier: tuple[Carrier, ...]
    preposition: tuple[Preposition, ...]
    as_said: tuple[AsSaid, ...] = msgspec.field(name="asSaid")
    words: Words
    not_acts: Acts
    acts: Acts
    heads: Heads
    channels: Channels
