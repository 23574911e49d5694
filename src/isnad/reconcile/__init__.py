"""Readings of many articles to what stands across them."""

from isnad.reconcile.across import reconcile

__all__ = ["reconcile"]
