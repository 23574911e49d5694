"""Everything that stands across the articles of a record."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.model.dossier import Dossier
from isnad.model.record import Entry, Reconciled
from isnad.reconcile.actors import Actors
from isnad.reconcile.articles import arrange
from isnad.reconcile.copies import group_copies
from isnad.reconcile.deadlines import keep_ledger
from isnad.reconcile.figures import Measures
from isnad.reconcile.places import Places
from isnad.reconcile.timeline import make_timeline
from isnad.reconcile.wordforms import Wordforms


@lru_cache(maxsize=2)
def _tables(overlay: Path | None) -> tuple[Joining, Wordforms, Places]:
    lexicons = Lexicons(overlay)
    joining = lexicons.load("joining", Joining)
    forms = Wordforms(joining)
    return joining, forms, Places(lexicons, joining, forms)


def reconcile(entries: Iterable[Entry], dossier: Dossier | None, lexicons: Lexicons | None = None) -> Reconciled:
    """Join `entries`. Their order and repetition change nothing; no entries give empty families. Raises LexiconError.

    lexicons: the shipped ones where None.
    """
    lexicons = lexicons or Lexicons()
    joining, forms, places = _tables(lexicons.overlay)
    articles = arrange(entries)
    origins = group_copies(articles)
    origin_of = {c.document: o.id for o in origins for c in o.documents}
    deadlines = keep_ledger(articles, joining)
    return Reconciled(
        actors=Actors(lexicons, joining, dossier).join(articles),
        origins=origins,
        measures=Measures(lexicons, joining, forms, places, dossier).group(articles, origin_of),
        timeline=make_timeline(articles, origin_of, deadlines, joining, dossier),
        deadlines=deadlines,
    )
