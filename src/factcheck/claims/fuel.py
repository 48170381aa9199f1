"""What is sold by the litre: prices of three decimals, and the distance over which so much of it is used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.units import Unit
    from factcheck.claims.values import Operand

_SOLD = frozenset({"volume-liter", "volume-gallon", "energy-kilowatt-hour"})
_KILOMETRE, _MANY = "length-kilometer", 100  # of them, in the words of all countries that count so
_LINKED = 3  # words between so many litres and the distance: "a los", "per"


class Fuel:
    """What one text says of it."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self._keys = tokens.keys
        self._words = words
        self._last = (0, "")  # where the last figure ends (a token), and its unit

    @cached_property
    def sold(self) -> bool:
        """Tell whether the text names what is sold at prices of three decimals: "1,789 Euro pro Liter"."""
        after = self._words.units_after
        found = (after.longest(self._keys, at) for at, key in enumerate(self._keys) if key in after.root)
        return any(each and each[0].id in _SOLD for each in found)

    def is_distance(self, one: Operand, unit: Unit | None, after: int) -> bool:
        """Return whether a figure, until the token `after`, is the length over which so much of the one before is used.

        So in "6.5 litres per 100 km"; the figures of a text are asked about in order.
        """
        (end, last), self._last = self._last, (after, unit.id if unit else "")
        if unit is None or unit.id != _KILOMETRE or one.amount.value != _MANY or last not in _SOLD:
            return False
        between = self._keys[end : one.start]
        return len(between) <= _LINKED and not any(key == "," or key in self._words.ands for key in between)
