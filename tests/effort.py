"""What reading a text costs beside a part of it: a share of one machine at one time, never seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 8  # as long as its part: what grows by the square of its length then costs 64 times as much
_MOST = 3 * _TIMES
_TOO_LITTLE = 0.02  # CPU seconds in which nothing can be told from chance


def grows_with_its_length(read: Callable[[str], object], text: str) -> bool:
    """Return whether a text costs about as much more as it is longer, or less."""
    read(text[:100])  # what is only built once

    def least(part: str) -> float:
        costs = []
        for turn in range(3):
            began = time.process_time()
            read(f"{part} {turn}")
            costs.append(time.process_time() - began)
        return min(costs)

    return least(text) < _MOST * least(text[: len(text) // _TIMES]) + _TOO_LITTLE
