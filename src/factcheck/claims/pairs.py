"""Figures of two numbers or of special words: ordinals, fractions, "a/b", scores."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.units import PERCENT, TIMES
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.lexicon import Lexicon
    from factcheck.claims.tokens import Tokens

_DASHES = frozenset("-–—")
_DENOMINATOR = 10  # the largest of fractions in digits; a larger one names something
_SCORE = 199
_SHARES = (*range(2, 11), 100, 1000)  # what shares are told of: 1 in 5, 3 of 10, 12 in 1,000


class Pairs:
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = amounts

    def read(self, at: int) -> tuple[int, Mark] | None:
        """Return the index of the token after the figure at a token, and the figure; None if there is none."""
        if self._tokens.numbers[at] is not None:
            return self._ordinal(at) or self._slash(at) or self._score(at) or self._ratio(at)
        return self._ordinal(at) or self._fraction(at) or self._multiple(at) or self._ratio(at)

    def _mark(self, start: int, end: int, kind: Kind, quantity: Quantity = NOTHING) -> tuple[int, Mark]:
        return end, Mark(self._tokens.starts[start], self._tokens.ends[end - 1], kind, quantity)

    def _multiple(self, at: int) -> tuple[int, Mark] | None:
        found = self._words.multiples.longest(self._keys, at)
        if found is None:
            return None
        return self._mark(at, found[1], Kind.MULTIPLE, Quantity(found[0], found[0], TIMES.id))

    @cached_property
    def _other_days(self) -> bool:
        """Return whether the text has "a/b" that can only be a day and month."""
        pairs = (self._amounts.over(at) for at in range(len(self._tokens)) if self._tokens.numbers[at] is not None)
        return any(pair and 31 >= pair[0] > pair[1] and 1 <= pair[1] <= 12 for pair in pairs)

    # ---- ordinals and fractions

    def _ordinal(self, at: int) -> tuple[int, Mark] | None:
        tokens = self._tokens
        written = tokens.numbers[at]
        if written is not None:
            after = self._words.ordinals_after.longest(self._keys, at + 1) if at + 1 < len(tokens) else None
            if after and tokens.adjacent(at + 1) and written.bare:
                return self._mark(at, after[1], Kind.ORDINAL, Quantity(written.value, written.value))
            if written.bare and self._words.ordinals_before.before(self._keys, at):
                return self._mark(at, at + 1, Kind.ORDINAL, Quantity(written.value, written.value))
            return None
        found = self._words.ordinals.longest(self._keys, at)
        if self._words.ordinals_before.before(self._keys, at) and (word := self._amounts.at(at)):
            return self._mark(at, word.end, Kind.ORDINAL, Quantity(word.value, word.value))
        if found is None or found[0].weak:
            return None
        number = self._words.numbers.longest(self._keys, at)
        if number and number[1] >= found[1]:
            return None
        return self._mark(at, found[1], Kind.ORDINAL, Quantity(found[0].value, found[0].value))

    def _fraction(self, at: int) -> tuple[int, Mark] | None:
        found = self._words.fractions.longest(self._keys, at)
        if found is None:
            return None
        value = (found[0] * 100).quantize(Decimal("0.01"))
        quantity = Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
        return self._mark(at, found[1], Kind.PERCENT, quantity)

    # ---- two numbers that are none

    def _slash(self, at: int) -> tuple[int, Mark] | None:
        """Return "a/b" as a fraction, a day and month, or a name; None where it is a decimal number (Persian)."""
        pair = self._amounts.over(at)
        if pair is None or (at > 0 and self._keys[at - 1] == "/") or self._keys[at + 3 : at + 4] == ["/"]:
            return None
        amount = self._amounts.at(at)
        if amount and amount.end > at + 1:
            return None
        first, second = pair
        counted = self._words.nouns.longest(self._keys, at + 3) is not None
        if 0 < first < second and (counted or second <= _DENOMINATOR) and not (self._other_days and not counted):
            return self._mark(at, at + 3, Kind.PERCENT, _share(Decimal(first), Decimal(second)))
        if self._is_day(first, second):
            return self._mark(at, at + 3, Kind.DATE, NOTHING)
        return self._mark(at, at + 3, Kind.ID, NOTHING)

    def _is_day(self, first: int, second: int) -> bool:
        """Return whether "a/b" is a day and month: it cannot be a fraction, or the text has others that cannot be."""
        if self._words.slash == "month first":
            return 1 <= first <= 12 and 1 <= second <= 31 and (first > second or second > _DENOMINATOR)
        if self._words.slash == "decimal" or not (1 <= first <= 31 and 1 <= second <= 12):
            return False
        if first > second:
            return True
        return self._other_days

    def _ratio(self, at: int) -> tuple[int, Mark] | None:
        """Return "1 in 10", "9 out of 10", "3 ménages sur 10" as a share."""
        one = self._amounts.at(at)
        if one is None or one.scale != 1 or one.value >= _SHARES[-1]:
            return None
        noun = self._words.nouns.longest(self._keys, one.end)
        found = self._words.ratios.longest(self._keys, noun[1] if noun else one.end)
        two = self._amounts.at(found[1]) if found else None
        if two is None or two.value not in _SHARES or not 0 < one.value < two.value or self._amounts.measured(two.end):
            return None
        return self._mark(at, two.end, Kind.PERCENT, _share(one.value, two.value))

    def _score(self, at: int) -> tuple[int, Mark] | None:
        """Return "3-1", "0-2": two small numbers that make no range."""
        tokens = self._tokens
        if (
            at + 2 >= len(tokens)
            or self._keys[at + 1] not in _DASHES
            or not (tokens.adjacent(at + 1) and tokens.adjacent(at + 2))
        ):
            return None
        first, second = tokens.numbers[at], tokens.numbers[at + 2]
        if (
            first is None
            or second is None
            or not (first.bare and second.bare)
            or max(first.value, second.value) > _SCORE
        ):
            return None
        if 0 < first.value < second.value or self._amounts.measured(at + 3) or (at and self._keys[at - 1] in _DASHES):
            return None
        return self._mark(at, at + 3, Kind.SCORE, NOTHING)


def _share(part: Decimal, whole: Decimal) -> Quantity:
    value = (part / whole * 100).quantize(Decimal("0.01"))
    return Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
