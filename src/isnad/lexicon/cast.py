"""What the lexicon `cast` holds: words by which the voices of one article are told apart and joined."""

from __future__ import annotations

import msgspec


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of one office or one kind of speaker, without article; the first is the one compared by."""

    forms: tuple[str, ...]


class Cast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """cast.toml. Word lists are one string each, separated by white space.

    again: words that point back («نفسه»); other: those that say another one is meant; speaking: heads that stand for
    whoever spoke last; switches: words before a voice by which another one begins to speak; relations: nouns before a
    person who is not the one meant («محامي فلان»); classes: nouns before an organisation's own name («صحيفة»);
    issued: what an organisation issues and speaks by («أرقام»); called: words between a name and another name of the
    same one («المعروف»); by: what may follow them («باسم»);
    neutral: words that tell nobody apart. capitals: place id → id of the country whose government it stands for.
    """

    again: str
    other: str
    speaking: str
    switches: str
    relations: str
    classes: str
    issued: str
    neutral: str
    called: str
    by: str
    office: tuple[Office, ...]
    capitals: dict[str, str]
