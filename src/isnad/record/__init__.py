"""The record: every reading of a story in one SQLite file that can be searched, asked and verified."""

from isnad.record.findings import Finding, Rereads, Tally, verify
from isnad.record.queries import DocumentInfo, Found
from isnad.record.schema import SCHEMA_VERSION, describe
from isnad.record.search import Hit
from isnad.record.store import Known, Record
from isnad.record.writing import Added, Refused

__all__ = [
    "SCHEMA_VERSION",
    "Added",
    "DocumentInfo",
    "Finding",
    "Found",
    "Hit",
    "Known",
    "Record",
    "Refused",
    "Rereads",
    "Tally",
    "describe",
    "verify",
]
