"""Who said what, through which voices: cue → frame → speaker → content → chain."""

from isnad.read.statements.reader import StatementsReader

__all__ = ["StatementsReader"]
