"""What of a language's phrases a passage holds: where, and what lies within what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.claims.words import Line

_OUT_OF_REACH = 1000


class Cue:
    """A phrase found: `table` is "indicators", "roles.up", "places.before" ..., `id` the phrase's id in it or "".

    `parts` are the words it covers, as half-open ranges of indices, more than one where it has gaps; `quantity` is the
    index of the word that its "#" is, or -1. `first` is the index of its first word, `last` the one after its last,
    `size` how many words it covers.
    """

    __slots__ = ("first", "id", "last", "parts", "quantity", "size", "table")

    def __init__(self, table: str, id: str, parts: tuple[tuple[int, int], ...], quantity: int = -1) -> None:  # noqa: A002
        self.table, self.id, self.parts, self.quantity = table, id, parts, quantity
        first, last = parts[0][0], parts[-1][1]
        self.first, self.last = first, last
        self.size = last - first if len(parts) == 1 else sum(b - a for a, b in parts)

    def within(self, other: Cue) -> bool:
        """Return whether each of its words is one of the other's, which has more."""
        if other.size <= self.size or other.first > self.first or other.last < self.last:
            return False
        return all(any(c <= a and b <= d for c, d in other.parts) for a, b in self.parts)

    def distance(self, line: Line, word: int, *, figure: int = 0) -> int:
        """Return how far it is from a word, by its nearest part; see `Line.distance`.

        From a figure that its words name ("over 65") it is out of reach: that one is not what it is said of.
        """
        if self.quantity == word:
            return 0
        if line.figures[word] >= 0 and any(first <= word < last for first, last in self.parts):
            return _OUT_OF_REACH
        if len(self.parts) == 1:
            return line.distance(self.first, self.last, word, figure=figure)
        return min(line.distance(first, last, word, figure=figure) for first, last in self.parts)


def outside(cues: Iterable[Cue], others: Iterable[Cue]) -> list[Cue]:
    """Return the cues that lie within none of the others."""
    return not_within(cues, covering(others))


def covering(cues: Iterable[Cue]) -> dict[int, list[Cue]]:
    """Return the cues that cover each word, for words that any covers."""
    over: dict[int, list[Cue]] = {}
    for cue in cues:
        for first, last in cue.parts:
            for word in range(first, last):
                over.setdefault(word, []).append(cue)
    return over


def not_within(cues: Iterable[Cue], over: Mapping[int, Sequence[Cue]]) -> list[Cue]:
    """Return the cues that lie within none of those that cover words."""
    return [cue for cue in cues if cue.first not in over or not [one for one in over[cue.first] if cue.within(one)]]
