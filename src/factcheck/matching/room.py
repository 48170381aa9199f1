"""Memory that is free goes back to the system between the stages of matching: each needs much of another shape."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def give_back() -> None:
    """Give memory that is free back to the system, where it has to be asked for: with the GNU C library (Linux).

    Elsewhere it goes back by itself, or cannot.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """Return malloc_trim (GNU C library manual, 3.2.3.18), None where there is none."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
