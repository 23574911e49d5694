"""Names: persons, organisations, places."""

from isnad.read.names.reader import NamesReader

__all__ = ["NamesReader"]
