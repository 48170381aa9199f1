"""Numbers of rates, which are no figures: "per 100,000", "na sto tisíc obyvatel"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.claims.rules import Rules

_BASES = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 1_000_000)))  # what rates are of
_NEAR = 8  # tokens between a rate and the number that it is of


class Rates(Rules):
    """Finds them in the tokens of one text."""

    def after(self, at: int, reached: int) -> int | None:
        """Return the token after a number that is no figure but part of a rate.

        A word before it that has other meanings ("por") makes a rate of a number in words only beside another figure.
        `reached` is where the end of a movement begins, which is a figure.
        """
        words, keys, number = self._words, self._keys, self._tokens.numbers[at]
        led = at > 0 and (keys[at - 1] in words.per.root or keys[at - 1] in words.per_around.root)
        before, around = (words.per.before(keys, at), words.per_around.before(keys, at)) if led else (None, None)
        if not before and not around and not words.per_after.root:
            return None
        amount = self._amounts.at(at)
        if amount is None or at == reached:
            return None
        unit = words.units_after.longest(keys, amount.end)
        if unit:
            before = around = None
        beside = (before or around) and self._beside_number(at, amount.end)
        if around and beside and amount.value in _BASES and around[0].longest(keys, amount.end):
            return amount.end
        if before and amount.value in before[0]:
            plain = amount.end == at + 1 and number is not None
            if plain or before[1] < at - 1 or beside:
                return amount.end
        for value, end in ((amount.value, amount.end), (number.value if number else None, at + 1)):
            after = words.per_after.longest(keys, end)
            sure = number is not None and not words.counters.longest(keys, end)
            if unit and (after is None or after[1] <= unit[1]):
                continue  # but "1リットル当たり"
            if after and value in after[0] and (sure or any(self._tokens.numbers[after[1] : after[1] + 1])):
                return after[1]  # "ஒரு லட்சம் பேருக்கு 12.4", but not "to 100,000 people"
        return None

    def _beside_number(self, start: int, end: int) -> bool:
        """Return whether a number in digits stands shortly before or after some tokens."""
        numbers = self._tokens.numbers
        return any(numbers[max(0, start - _NEAR) : start]) or any(numbers[end : end + _NEAR])
