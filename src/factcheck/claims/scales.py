"""Magnitude words behind a number, the halves added to it, and what stands there to be measured or counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.values import last_factor

if TYPE_CHECKING:
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.values import Amount

_ONE, _TEN = Decimal(1), Decimal(10)
_FIFTH = Decimal("0.2")  # of what is added: the last digit of 2.5


class Scales:
    """Reads them from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self._tokens = tokens
        self._words = words

    def times(self, amount: Amount) -> Amount:
        """Return the amount multiplied by the magnitude words behind it, with the half that is added to it."""
        keys = self._tokens.keys
        if amount.end >= len(keys) or keys[amount.end] not in self._words.scaling:
            return amount
        if inside := self._words.inside.longest(self._tokens.keys, amount.end):
            amount = replace(amount, end=inside[1], more=True, weak=False, plain_digits=False)
        scale, rough, end = _ONE, amount.approximate, amount.end
        filler = self._words.fillers.longest(keys, end)
        if filler and self._words.scales.longest(keys, filler[1]):
            end = filler[1]
        while found := self._words.scales.longest(keys, end):
            factor, after = found
            if not factor or self.is_unit(end, after):
                break
            if not amount.digits and factor <= amount.value * scale:  # "mille cent" is a sum
                break
            scale *= factor
            rough = rough or factor % _TEN != 0  # a dozen
            end = after
        if scale == _ONE:
            return self._with_half(amount)
        amount = amount.with_decimals()
        inside = self._words.inside.longest(self._tokens.keys, end)
        if inside and self.counted(inside[1]):  # "12亿多元"
            end, amount = inside[1], replace(amount, more=True)
        amount = replace(
            amount, end=end, value=amount.value * scale, precision=amount.precision * scale,
            scale=amount.scale * scale,
            weak=False, plain_digits=False, approximate=rough,
        )  # fmt: skip
        return self._with_half(amount)

    def _with_half(self, amount: Amount) -> Amount:
        """Return the amount with the half that is added to it: "two and a half", "2 triệu rưỡi"."""
        half = self._words.halves.longest(self._tokens.keys, amount.end)
        if half is None:
            return amount
        said = (
            amount.digits or amount.scale > 1
        )  # "sejuta setengah": a half of the million, which is no word of its own
        step = (amount.scale if said else last_factor(amount.value)) * half[0]
        more = replace(
            amount, end=half[1], value=amount.value + step, precision=step * _FIFTH, weak=False, plain_digits=False
        )
        return self.times(more) if amount.scale == _ONE else more

    def is_unit(self, at: int, end: int) -> bool:
        """Return whether a magnitude word is rather a unit here: "5 m" is metres, "$5 m" millions."""
        unit = self._words.units_after.longest(self._tokens.keys, at)
        if unit is None or unit[1] < end or unit[0].code:
            return False
        if unit[1] > end:
            return True  # "兆瓦"
        before = self._words.money_before.before(self._tokens.keys, at - 1)
        after = self._words.units_after.longest(self._tokens.keys, end) or self._words.nouns.longest(
            self._tokens.keys, end
        )
        return not before and not after

    def measured(self, at: int) -> bool:
        """Return whether a unit or a magnitude word stands at a token."""
        keys, words = self._tokens.keys, self._words
        return bool(words.units_after.longest(keys, at) or words.scales.longest(keys, at))

    def counted(self, at: int) -> bool:
        """Return whether a unit, a magnitude word or a classifier stands at a token."""
        return self.measured(at) or self._words.counters.longest(self._tokens.keys, at) is not None
