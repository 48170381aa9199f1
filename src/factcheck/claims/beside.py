"""The units beside values: which of the names and signs there are units, and which unit a name of two meanings is."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from factcheck.claims.rules import CLAUSE_ENDS, Rules
from factcheck.claims.units import Unit, paced, times_smaller
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.tries import Trie
    from factcheck.claims.values import Amount

_MONEY_FROM = 1000  # so many "pounds" are money
_MONEY_SCALE = 1_000_000  # so many "livres" are no books
_NEAR = 6  # tokens
_COUNT = "count"  # of `units.among`: no unit at all


class Beside(Rules):
    """Reads them from the tokens of one text."""

    def unit(self, found: tuple[Unit, int] | None, at: int) -> tuple[Unit, int] | None:
        """Return a unit that was found at a token, if the way it is written allows it."""
        if not found or not found[0].id:
            return None
        if found[0].rated:
            return (found[0]._replace(rated=False), found[1]) if self._of_rates else None
        if found[0].hundredth and found[0].kind is Kind.MONEY and self._words.prices.root and not self._of_prices:
            return None
        if found[0].tied:
            gap = self._tokens.text[self._tokens.ends[at - 1] : self._tokens.starts[at]] if at else " "
            return (found[0]._replace(tied=False), found[1]) if gap in {"-", ""} else None
        last = found[1]
        if last < len(self._tokens) and self._keys[last] == "'" and self._tokens.adjacent(last):
            return None  # an elided word: "en 2015 l'Etat"
        if found[0].common and not self._alone_or_grouped(at, last):
            return None  # "il numero 10 ha segnato"
        first, end = self._tokens.starts[at], self._tokens.ends[last - 1]
        if found[0].tight and " " in self._tokens.text[first:end]:
            return None
        if found[0].code or found[0].small:
            if found[0].hundredth and not self._tokens.adjacent(at):
                return None  # "page 99 p"
            written = self._tokens.written(first, end)
            if not (written.isupper() if found[0].code else written.islower()):
                return None
        return found

    def _alone_or_grouped(self, at: int, last: int) -> bool:
        """Return whether a unit that is a word as well is one here: its number is grouped, or the clause ends."""
        number = self._tokens.numbers[at - 1] if at else None
        ended = last >= len(self._tokens) or self._keys[last] in CLAUSE_ENDS or self._words.of.longest(self._keys, last)
        return bool(ended) or (number is not None and not number.bare) or self._tokens.adjacent(at)

    def around(self, start: int, end: int, amount: Amount) -> Unit | None:
        """Return the unit that the magnitude word says ("3 mkr"), or a word before a whole number: "aged 34"."""
        if amount.scale != 1 and self._words.sums.root:
            return self._words.sums.alone(self._keys[end - 1])
        if amount.precision < 1 or amount.approximate:
            return None
        found = self._words.unit_said.before(self._keys, start)
        return found[0] if found and not self._words.nouns.longest(self._keys, end) else None

    def measure(self, unit: Unit, amount: Amount, start: int, at: int, end: int) -> Unit:
        """Return what the name of a measure behind a number means; the name is at `at`, all from `start` to `end`."""
        return self._other(self._money_of(unit, amount, at), start, at, end)

    def _money_of(self, unit: Unit, amount: Amount, at: int) -> Unit:
        """Return the money that has the name of a measure ("pounds"), where the number or the text speaks of money."""
        found = self._words.moneys.longest(self._keys, at)
        if found is None:
            return unit
        return found[0] if amount.value >= _MONEY_FROM or self._of_money else unit

    def _other(self, unit: Unit, start: int, at: int, end: int) -> Unit:
        """Return the second measure of a name that has two, beside words or a smaller unit of it: "体重65キロ"."""
        found = self._words.others.longest(self._keys, at)
        if found is None or found[1] != end:
            return unit
        other, keys = found[0], self._keys
        if self._is_among(other.id, start, end):
            return other
        after = self._amounts.at(end) if end < len(keys) and self._tokens.numbers[end] is not None else None
        small = self._words.units_after.longest(keys, after.end) if after else None
        return other if small and times_smaller(other.id, small[0].id) else unit

    def _is_among(self, meaning: str, start: int, end: int) -> bool:
        """Return whether words beside a name that has several meanings stand for this one."""
        near = range(max(0, start - _NEAR), min(len(self._keys), end + _NEAR))
        return any(found and found[0] == meaning for found in map(partial(self._words.among.longest, self._keys), near))

    def counts_things(self, unit: Unit, amount: Amount, at: int) -> bool:
        """Return whether the name of a unit is rather that of counted things.

        "livres" are books where no money is, "تن" are people and no tonnes beside words of what happened to them.
        """
        noun = self._words.nouns.longest(self._keys, at)
        unit_here = self._words.units_after.longest(self._keys, at)
        if noun is None or unit_here is None or noun[1] < unit_here[1]:
            return False
        if unit.kind is Kind.MEASURE and amount.precision >= 1 and self._is_among(_COUNT, amount.start, noun[1]):
            return True
        money = unit.kind is Kind.MONEY or self._words.moneys.longest(self._keys, at) is not None
        return money and amount.scale < _MONEY_SCALE and not self._of_money

    def with_pace(self, unit: Unit, start: int) -> Unit:
        """Return the speed that a length is where words before it name a time: "時速120キロ", "时速约350公里"."""
        about = self._words.bounds_before.before(self._keys, start)
        found = self._words.paces.before(self._keys, start)
        found = found or (self._words.paces.before(self._keys, about[1]) if about else None)
        return paced(unit, found[0]) if found else unit

    @cached_property
    def _of_money(self) -> bool:
        """Return whether the text names money in a way that can mean nothing else."""
        keys = self._keys
        found = ((at, self._words.units_after.longest(keys, at)) for at, key in enumerate(keys) if key)
        return any(
            each and each[0].kind is Kind.MONEY and not each[0].code and not self._words.nouns.longest(keys, at)
            for at, each in found
        )

    @cached_property
    def _of_prices(self) -> bool:
        """Return whether the text speaks of prices or names another unit of money than a hundredth."""
        keys, words = self._keys, self._words
        found = (words.units_after.longest(keys, at) for at, key in enumerate(keys) if key in words.units_after.root)
        money = any(each and each[0].kind is Kind.MONEY and not each[0].hundredth for each in found)
        return money or self._tells_of(words.prices)

    @cached_property
    def _of_rates(self) -> bool:
        """Return whether the text speaks of what is told in per cent, and of nothing that has points of its own."""
        return self._tells_of(self._words.rates) and not self._tells_of(self._words.indices)

    def _tells_of(self, words: Trie[bool]) -> bool:
        """Return whether any of some words is in the text."""
        return any(words.longest(self._keys, at) for at, key in enumerate(self._keys) if key in words.root)
