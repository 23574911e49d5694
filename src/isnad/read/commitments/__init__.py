"""Commitments: what an actor says it will or must do, that time can test."""

from isnad.read.commitments.reader import CommitmentsReader

__all__ = ["CommitmentsReader"]
