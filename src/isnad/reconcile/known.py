"""Actors that the lexicons know by an id of their own, the same in every article."""

from __future__ import annotations

from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Agencies, Countries, Organisations, Persons, Places, cities


def known_actors(lexicons: Lexicons) -> dict[str, str]:
    """Ids of the lexicons' persons, organisations, agencies, countries and places, each with its country code or ""."""
    known = {city.slug: "" for city in cities()}
    known.update({p.id: "" for p in lexicons.load("places", Places).place})
    known.update({p.id: "" for p in lexicons.load("persons", Persons).person})
    known.update({o.id: "" for o in lexicons.load("organisations", Organisations).organisation})
    agencies = lexicons.load("agencies", Agencies)
    known.update({a.id: "" for a in agencies.agency + agencies.outlet})
    countries = lexicons.load("countries", Countries)
    known.update({r.id: "" for r in countries.region})
    known.update({c.id: c.code for c in countries.country})
    return known
