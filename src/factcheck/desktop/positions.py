"""Positions: we count code points of a document's text, Qt counts UTF-16 units of the text it shows."""

from __future__ import annotations

import re
from bisect import bisect_right

_UNEVEN = re.compile(r"[\U00010000-\U0010FFFF]|\r\n")


class Positions:
    """Translates between code points of a text and positions in the QTextDocument that shows it.

    Qt counts two for a character beyond U+FFFF, and one for a CR LF pair. Everything else counts one in both.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts: list[int] = []  # code points from which on the shift below holds
        self._shifts: list[int] = [0]
        for found in _UNEVEN.finditer(text):
            step = -1 if found.group() == "\r\n" else 1
            self._starts.append(found.end())
            self._shifts.append(self._shifts[-1] + step)

    def to_qt(self, point: int) -> int:
        """Return Qt's position of a code point, 0 to the length of the text; within CR LF the one after it."""
        point = min(max(point, 0), self._length)
        return point + self._shifts[bisect_right(self._starts, point)]

    def to_code_point(self, position: int) -> int:
        """Return the code point at one of Qt's positions; within a surrogate pair that of its character."""
        low, high = 0, self._length
        while low < high:
            middle = (low + high + 1) // 2
            if self.to_qt(middle) <= position:
                low = middle
            else:
                high = middle - 1
        return low
