"""Numbers of a text: digits of every region, number words, duals, fractions, percentages, ranges, bounds."""

from isnad.read.numbers.reader import NumbersReader

__all__ = ["NumbersReader"]
