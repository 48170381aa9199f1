"""Flagged discrepancies leave the house: one module a format."""
