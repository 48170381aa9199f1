"""A value as it is read from a text, with its unit or without, and what its size tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.units import Unit

_ONE, _MOST_DIGITS = Decimal(1), Decimal(10**27)


@dataclass(slots=True)
class Amount:
    """A value read from the tokens `start` to `end` (half-open).

    `other` is the value if its one separator marks decimals, where both readings are possible; `scale` is the product
    of the magnitude words; `weak` amounts need something after them that is counted or measured; `plain_digits`: four
    digits or fewer without anything, which may be a year.
    """

    start: int
    end: int
    value: Decimal
    precision: Decimal = _ONE
    other: Decimal | None = None
    scale: Decimal = _ONE
    weak: bool = False
    digits: bool = False
    plain_digits: bool = False
    approximate: bool = False
    more: bool = False  # "300多万": something is added that is not said
    either: Decimal = _ONE  # how many times it the other number is, where two are said in one: 4/3 of "서너"

    @property
    def mantissa(self) -> Decimal:
        """Return the value without its magnitude words."""
        return self.value / self.scale

    def scaled(self, scale: Decimal) -> Amount:
        """Return the amount multiplied by a magnitude word that it shares with another."""
        return replace(
            self, value=self.value * scale, precision=self.precision * scale, scale=scale, plain_digits=False
        )

    def with_decimals(self) -> Amount:
        """Return the amount with its separator read as a decimal mark, if it can be."""
        if self.other is None:
            return self
        exponent = self.other.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return replace(self, value=self.other * self.scale, precision=step * self.scale, other=None)


@dataclass(slots=True)
class Operand:
    """A value with its unit; token indexes, half-open.

    `factor` is how many of the unit the written one is: 0.01 dollars are a cent.
    """

    start: int
    end: int
    amount: Amount
    unit: Unit | None
    factor: Decimal = _ONE

    def times(self, factor: Decimal) -> Operand:
        """Return the value in a unit of which the one written is so many."""
        amount = replace(
            self.amount, value=self.amount.value * factor, precision=self.amount.precision * factor, other=None,
            plain_digits=False,
        )  # fmt: skip
        return replace(self, amount=amount, factor=factor)


def negative(amount: Amount) -> Amount:
    """Return the amount below zero."""
    other = None if amount.other is None else -amount.other
    return replace(amount, value=-amount.value, other=other)


def power_of_ten(value: Decimal) -> Decimal:
    """Return the power of ten below which another part may follow a number: 300 -> 100."""
    return Decimal(10 ** _zeros(value))


def last_factor(value: Decimal) -> Decimal:
    """Return the power of a thousand that a number is a multiple of: 802,000 -> 1,000."""
    return Decimal(1000 ** (_zeros(value) // 3))


def remainder(value: Decimal, divisor: Decimal) -> Decimal:
    """Return what is left of a number of any size: arithmetic with decimals raises where the quotient has 29 digits."""
    return value % divisor if value < _MOST_DIGITS else Decimal(int(value) % int(divisor))


def _zeros(value: Decimal) -> int:
    """Return how many zeros a whole number ends with."""
    _, digits, exponent = value.as_tuple()
    if not value or not isinstance(exponent, int):
        return 0
    end = len(digits)
    while not digits[end - 1]:
        end -= 1
    return max(0, exponent + len(digits) - end)
