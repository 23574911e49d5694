"""Isnad reads Arabic news into a record of who said what, when, and on whose word.

    import isnad

    reading = isnad.read_text("قال الوزير إن القوات ستغادر قبل نهاية العام.", published="2021-12-10")
    isnad.build("articles/", "story.isnad", dossier="coalition-iraq")
    with isnad.open("story.isnad") as record:
        for found in record.statements(actor="محمد شياع السوداني"):
            print(found.day, found.outlet, found.item.content[0].text)

Importing the package runs nothing: each name is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from isnad.dossier.load import load_dossier as load_dossier
    from isnad.engine import Built as Built
    from isnad.engine import Explained as Explained
    from isnad.engine import Exported as Exported
    from isnad.engine import Progress as Progress
    from isnad.engine import Verified as Verified
    from isnad.engine import build as build
    from isnad.engine import check_dossier as check_dossier
    from isnad.engine import check_lexicons as check_lexicons
    from isnad.engine import draft_dossier as draft_dossier
    from isnad.engine import explain_paths as explain_paths
    from isnad.engine import export_record as export_record
    from isnad.engine import list_record as list_record
    from isnad.engine import make_document as make_document
    from isnad.engine import open_record as open
    from isnad.engine import read_document as read_document
    from isnad.engine import read_paths as read_paths
    from isnad.engine import read_text as read_text
    from isnad.engine import verify_record as verify_record
    from isnad.engine import write_report as write_report
    from isnad.errors import DossierError as DossierError
    from isnad.errors import InputError as InputError
    from isnad.errors import IsnadError as IsnadError
    from isnad.errors import LexiconError as LexiconError
    from isnad.errors import MissingExtraError as MissingExtraError
    from isnad.errors import RecordError as RecordError
    from isnad.errors import VerifyError as VerifyError
    from isnad.model.document import Document as Document
    from isnad.model.dossier import Dossier as Dossier
    from isnad.model.reading import Reading as Reading
    from isnad.model.record import Entry as Entry
    from isnad.model.span import Span as Span
    from isnad.record.store import Record as Record

__version__ = "0.1.0"

_HOMES = {
    "isnad.dossier.load": ("load_dossier",),
    "isnad.engine": (
        "Built",
        "Explained",
        "Exported",
        "Progress",
        "Verified",
        "build",
        "check_dossier",
        "check_lexicons",
        "draft_dossier",
        "explain_paths",
        "export_record",
        "list_record",
        "make_document",
        "read_document",
        "read_paths",
        "read_text",
        "verify_record",
        "write_report",
    ),
    "isnad.errors": (
        "DossierError",
        "InputError",
        "IsnadError",
        "LexiconError",
        "MissingExtraError",
        "RecordError",
        "VerifyError",
    ),
    "isnad.model.document": ("Document",),
    "isnad.model.dossier": ("Dossier",),
    "isnad.model.reading": ("Reading",),
    "isnad.model.record": ("Entry",),
    "isnad.model.span": ("Span",),
    "isnad.record.store": ("Record",),
}
_HOME_OF = {name: (home, name) for home, names in _HOMES.items() for name in names}
_HOME_OF["open"] = ("isnad.engine", "open_record")

__all__ = [
    "Built",
    "Document",
    "Dossier",
    "DossierError",
    "Entry",
    "Explained",
    "Exported",
    "InputError",
    "IsnadError",
    "LexiconError",
    "MissingExtraError",
    "Progress",
    "Reading",
    "Record",
    "RecordError",
    "Span",
    "Verified",
    "VerifyError",
    "build",
    "check_dossier",
    "check_lexicons",
    "draft_dossier",
    "explain_paths",
    "export_record",
    "list_record",
    "load_dossier",
    "make_document",
    "open",
    "read_document",
    "read_paths",
    "read_text",
    "verify_record",
    "write_report",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'isnad' has no attribute {name!r}")
    from importlib import import_module

    home, inside = _HOME_OF[name]
    value = getattr(import_module(home), inside)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
