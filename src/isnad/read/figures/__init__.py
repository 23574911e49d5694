"""Figures: counted and measured quantities, with bound, unit, scope, and on whose word they stand."""

from isnad.read.figures.reader import FiguresReader

__all__ = ["FiguresReader"]
