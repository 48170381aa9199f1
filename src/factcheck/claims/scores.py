"""Results of games: "3-1", "5 بر 3"."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.rules import Rules
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from factcheck.claims.marks import Mark

DASHES = frozenset("-–—:")  # ":" only between numbers that are no clock time
_MOST = 199  # of one side
_NEAR = 4  # tokens
_UNIT = "score"  # the smaller number is `low`, since right-to-left texts turn them round


class Scores(Rules):
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def read(self, at: int) -> tuple[int, Mark] | None:
        """Return "3-1", "0-2": two small numbers that make no range, or do so where a match is told of ("5 بر 3")."""
        after = self._second(at)
        if after is None:
            return None
        one, two = self._tokens.numbers[at], self._tokens.numbers[after]
        if one is None or two is None or not (one.bare and two.bare) or max(one.value, two.value) > _MOST:
            return None
        dash = self._keys[at + 1] in DASHES
        near = (self._tokens.adjacent(at + 1), self._tokens.adjacent(after))
        if self._keys[at + 1] == ":" and not (all(near) or (self._of_games and not any(near))):  # "3:1", "3 : 1"
            return None
        tied = after == at + 2 and all(near)
        if self._keys[after + 1 : after + 2] == ["/"]:
            return None  # "2-1/2 years"
        if (self._amounts.measured(after + 1) and not self._of_year(after + 1)) or (
            at and self._keys[at - 1] in DASHES
        ):
            return None
        if self._words.nouns.longest(self._keys, after + 1) and not (dash and two.value <= one.value):
            return None
        said = not dash and self._words.scores.longest(self._keys, at + 1) is not None
        began = self._words.starts.before(self._keys, at)  # "from 3 to 1"
        falls = two.value < one.value or one.value in {two.value, 0} or self._keys[at + 1] == ":"
        if not (
            said
            or (self._of_games and (dash or two.value in {0, one.value} or (not began and (falls or self._told(at)))))
            or (falls and (tied or dash))
        ):
            return None
        return self.of(at, after)

    def of(self, at: int, after: int) -> tuple[int, Mark] | None:
        """Return the score of two numbers at two tokens; None if they are not both small and bare."""
        one, two = self._tokens.numbers[at], self._tokens.numbers[after]
        if one is None or two is None or not (one.bare and two.bare) or max(one.value, two.value) > _MOST:
            return None
        low, high = sorted((one.value, two.value))
        return self._tokens.marked(at, after + 1, Kind.SCORE, Quantity(low, high, _UNIT))

    def _second(self, at: int) -> int | None:
        """Return where the second number stands after a dash, a word of scores or a word of ranges."""
        if at + 2 >= len(self._tokens):
            return None
        if self._keys[at + 1] in DASHES:
            return at + 2
        found = self._words.scores.longest(self._keys, at + 1) or self._words.to.longest(self._keys, at + 1)
        return found[1] if found and found[1] < len(self._tokens) else None

    def _of_year(self, at: int) -> bool:
        """Return whether the word at a token is no unit but that of the year after it: "3-1 سال 2018"."""
        word = self._words.year_before.root.get(self._keys[at]) is not None and at + 1 < len(self._tokens)
        return (
            word
            and self._tokens.numbers[at + 1] is not None
            and self._tokens.ends[at + 1] - self._tokens.starts[at + 1] == 4
        )

    def _told(self, at: int) -> bool:
        """Return whether a word of games stands shortly before a token: "lost 1 to 3"."""
        return any(self._words.games.longest(self._keys, each) for each in range(max(0, at - _NEAR), at))

    @cached_property
    def _of_games(self) -> bool:
        """Return whether the text tells of a game."""
        root = self._words.games.root
        return any(self._words.games.longest(self._keys, at) for at, key in enumerate(self._keys) if key in root)
