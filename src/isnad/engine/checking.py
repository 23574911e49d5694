"""Lexicons and dossiers, checked and drafted."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from isnad.engine.building import build
from isnad.engine.reading import Named, Report, named
from isnad.engine.records import open_record
from isnad.errors import DossierError, InputError, LexiconError
from isnad.lexicon.load import Lexicons
from isnad.read.pipeline import Pipeline


def check_lexicons(folder: Path | None = None) -> tuple[str, ...]:
    """One line per fault of the shipped lexicons, or of a folder laid over them; empty where there is none."""
    from isnad.lexicon.check import check_lexicons as check

    faults = check(folder)
    try:
        Pipeline(Lexicons(folder))
    except LexiconError as e:
        faults += (str(e),)
    return faults


def check_dossier(dossier: str | Path) -> tuple[str, ...]:
    """One line per fault of a dossier, by name or file, with file and line; empty where there is none."""
    from isnad.dossier.check import check_file

    try:
        return check_file(dossier)
    except DossierError as e:
        return (str(e),)


def draft_dossier(paths: Named, name: str, *, metadata: Path | None = None, progress: Report | None = None) -> str:
    """TOML of a dossier drafted from a record or from articles: who is named most, what is counted most.

    Raises InputError where nothing could be read.
    """
    from isnad.dossier.draft import draft_dossier as draft

    first, *others = named(paths)
    if not others and str(first).endswith(".isnad"):
        with open_record(first) as record:
            return draft(record, name)
    with TemporaryDirectory() as folder:
        at = Path(folder) / "draft.isnad"
        if not build(paths, at, metadata=metadata, progress=progress).total:
            raise InputError(str(first), "no article could be read", "run `isnad read` to see why")
        with open_record(at) as record:
            return draft(record, name)
