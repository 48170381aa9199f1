"""A match becomes a finding: whether the two figures fit."""
