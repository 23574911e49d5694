"""The only package that knows all stages: reads articles, builds, opens, checks and shows records."""

from isnad.engine.building import Built, build
from isnad.engine.checking import check_dossier, check_lexicons, draft_dossier
from isnad.engine.reading import (
    Explained,
    Progress,
    Report,
    explain_paths,
    make_document,
    read_document,
    read_paths,
    read_text,
)
from isnad.engine.records import open_record
from isnad.engine.showing import Exported, example_corpus, export_record, list_record, write_report
from isnad.engine.verifying import Verified, verify_record

__all__ = [
    "Built",
    "Explained",
    "Exported",
    "Progress",
    "Report",
    "Verified",
    "build",
    "check_dossier",
    "check_lexicons",
    "draft_dossier",
    "example_corpus",
    "explain_paths",
    "export_record",
    "list_record",
    "make_document",
    "open_record",
    "read_document",
    "read_paths",
    "read_text",
    "verify_record",
    "write_report",
]
