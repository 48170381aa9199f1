"""Abbreviations: a full stop that belongs to one ends nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


def shortened(abbreviations: Iterable[str]) -> frozenset[str]:
    """Return what stands before the full stops of abbreviations, folded.

    Of "EE. UU." it is "uu" before the last one, and for the first, which is asked with what follows, "ee. uu".
    """
    found: set[str] = set()
    for each in abbreviations:
        parts = [part.removesuffix(".") for part in fold(each).split()]
        found.add(parts[-1])
        found.update(f"{one}. {other}" for one, other in pairwise(parts))
    return frozenset(found)
