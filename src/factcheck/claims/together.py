"""Many passages read together: every step is taken of some hundred of them before the next step begins.

What a step needs, its code and its tables, then stays in the processor's caches, which saves a fifth of the time that
reading them one after the other takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOT = 100_000  # code points; what the steps leave to one another is in memory for so many only

T = TypeVar("T")


def lots(things: Sequence[T], sizes: Sequence[int]) -> Iterator[Sequence[T]]:
    """Yield things in lots, in order, none empty; `sizes` are their code points. What is larger is a lot of its own."""
    first, filled = 0, 0
    for at, size in enumerate(sizes):
        if first < at and filled + size > _LOT:
            yield things[first:at]
            first, filled = at, 0
        filled += size
    if things:
        yield things[first:]
