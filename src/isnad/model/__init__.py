"""Frozen value types that the stages hand to one another. No logic, no imports of any stage."""
