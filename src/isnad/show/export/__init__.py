"""Tables for spreadsheets: one row per item, with a column for a person's verdict that is read back."""

from isnad.show.export.verdicts import read_verdicts
from isnad.show.export.writing import export

__all__ = ["export", "read_verdicts"]
