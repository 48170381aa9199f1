"""Values of a unit and a smaller one: "6 ft 6", "1 m 75", "2 euros 50", and decimals behind the unit: "10秒58"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.rules import CLAUSE_ENDS, Rules
from factcheck.claims.spoken import ends_number, last_digit
from factcheck.claims.units import Unit, subunit, times_smaller
from factcheck.claims.values import Operand
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.beside import Beside
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_ONE, _TEN, _HUNDRED, _TENTH = Decimal(1), Decimal(10), Decimal(100), Decimal("0.1")
_SECOND, _MOST_DECIMALS = "duration-second", 3
_YEAR, _FIRST_YEAR = "duration-year", 1000  # so many years are one, and no length
_BEFORE_DECIMALS = frozenset({_SECOND, "length-meter", "CNY", "TWD"})
_METRE, _HEIGHTS = "length-meter", (1, 2)  # "1 mètre 80" is somebody's height
_DIGITS_OF_HUNDREDTHS = 2


class Compounds(Rules):
    """Reads them from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts, beside: Beside) -> None:
        super().__init__(tokens, words, amounts)
        self._beside = beside

    def whole(self, one: Operand) -> Operand:
        """Return a value with all that stands behind its unit and is added to it."""
        one = self._with_decimals(one)
        while more := self._sum(one):
            one = more
        return self._after_one(one) if one.unit and one.unit.kind is Kind.MEASURE else one

    def _after_one(self, small: Operand) -> Operand:
        """Return a value with the one of a larger unit that words before it say: "a year and six months"."""
        keys, words, at = self._keys, self._words, small.start
        at -= keys[at - 1 : at] == ["-"]
        at -= bool(at and keys[at - 1] in words.ands)
        found = words.single.before(keys, at) if words.single.root else None
        ratio = times_smaller(found[0].id, small.unit.id) if found and small.unit else None
        if found is None or ratio is None or not 0 < small.amount.value < ratio:
            return small
        if found[1] and self._tokens.numbers[found[1] - 1] is not None:
            return small  # "2022 год и 6 месяцев 2023 года"
        amount = replace(small.amount, start=found[1], value=small.amount.value + ratio, weak=False)
        return replace(small, start=found[1], amount=amount)

    def _with_decimals(self, one: Operand) -> Operand:
        """Return a value with the decimals that stand behind its unit: "10秒58", "一米八"."""
        unit, at, amount = one.unit, one.end, one.amount
        if unit is None or unit.id not in _BEFORE_DECIMALS or not self._words.ideographs or amount.precision != 1:
            return one
        number = self._tokens.numbers[at] if at < len(self._tokens) and self._tokens.adjacent(at) else None
        digits = ""
        if number is not None and number.bare and unit.id == _SECOND and ends_number(at + 1, self._tokens, self._words):
            digits = self._tokens.text[self._tokens.starts[at] : self._tokens.ends[at]]
        elif not amount.digits and (digit := last_digit(at, self._tokens, self._words)):
            digits = str(digit)
        if not 0 < len(digits) <= _MOST_DECIMALS:
            return one
        value, step = amount.value + Decimal(f"0.{digits}"), _ONE.scaleb(-len(digits))
        return replace(one, end=at + 1, amount=replace(amount, value=value, precision=step, weak=False))

    def _sum(self, one: Operand) -> Operand | None:
        """Return a value with the smaller one after it: "1 metre 98 centimetres", "6ft 6in", "1m75", "2 euros 50"."""
        unit, at = one.unit, one.end
        if unit is None or unit.kind not in {Kind.MEASURE, Kind.MONEY} or unit.hundredth or one.amount.precision > 1:
            return None
        if unit.id == _YEAR and one.amount.plain_digits and one.amount.value >= _FIRST_YEAR:
            return None
        if at >= len(self._tokens) or (not self._keys[at] and self._tokens.numbers[at] is None):
            return None
        tied = self._tokens.numbers[at] is not None and (self._tokens.adjacent(at) or self._keys[at - 1 : at] == ["-"])
        if self._keys[at] in self._words.ands or self._keys[at] in {"-", ","}:
            tied = self._keys[at] == "-" and self._tokens.adjacent(at)
            at += 1
            if self._keys[at : at + 1] == ["-"] and self._tokens.adjacent(at) and self._tokens.adjacent(at + 1):
                at += 1  # "ו-20"
        two = self._smaller(unit, at)
        if two is None or two.amount.scale > _HUNDRED or two.amount.other is not None:
            return None
        small = two.unit or self._unsaid(one, two, tied=tied, bare=self._keys[one.end] not in {"-", ","})
        if small is None:
            return None
        if unit.kind is Kind.MONEY:
            ratio, small = _HUNDRED if small.hundredth else None, unit
        else:
            ratio = times_smaller(unit.id, small.id)
        if ratio is None or ratio <= 1 or not 0 <= two.amount.value < ratio:
            return None
        if one.amount.precision < 1 and not (
            one.amount.precision == _TENTH and small is unit and two.amount.value < _TEN
        ):
            return None  # but "7元5角3分"
        value, step = one.amount.value * ratio + two.amount.value, two.amount.precision
        if unit.kind is Kind.MONEY:
            value, step = value / _HUNDRED, step / _HUNDRED
        amount = replace(one.amount, value=value, precision=step, other=None, plain_digits=False, weak=False)
        return Operand(one.start, two.end, amount, small)

    def _smaller(self, unit: Unit, at: int) -> Operand | None:
        """Return the value at a token with what its unit is after another one."""
        keys = self._keys
        before = None
        if self._words.scale_first and at < len(keys):
            named = self._smaller_unit(unit, keys[at])
            before = (named, at + 1) if named else self._beside.unit(self._words.units_before.longest(keys, at), at)
        amount = self._amounts.at(before[1] if before else at)
        if amount is None:
            return None
        if before:
            return Operand(at, amount.end, amount, before[0])
        if amount.end < len(keys) and (small := self._smaller_unit(unit, keys[amount.end])):
            return Operand(at, amount.end + 1, amount, small)
        if (
            amount.end < len(keys)
            and keys[at - 1] != ","
            and keys[amount.end] in self._words.tenths_of.get(unit.id, ())
        ):
            return Operand(at, amount.end + 1, amount, unit._replace(hundredth=True)).times(_TEN)
        after = self._beside.unit(self._words.units_after.longest(keys, amount.end), amount.end)
        return Operand(at, after[1], amount, after[0]) if after else Operand(at, amount.end, amount, None)

    def _smaller_unit(self, unit: Unit, word: str) -> Unit | None:
        """Return what a word is after a number of a larger unit."""
        small = self._words.smaller.get(unit.id, {}).get(word)
        return Unit(small, unit.kind, hundredth=unit.kind is Kind.MONEY) if small else None

    def _unsaid(self, one: Operand, two: Operand, *, tied: bool, bare: bool) -> Unit | None:
        """Return the smaller unit that a number without one has: "1m75", "1 mètre 80", "2 euros 50"."""
        assert one.unit is not None
        if self._words.units_after.longest(self._keys, two.end):
            return None
        if two.amount.digits or one.amount.digits:
            if not two.amount.plain_digits:
                return None
            if tied:
                return subunit(one.unit)
            long = self._tokens.ends[two.end - 1] - self._tokens.starts[two.start] == _DIGITS_OF_HUNDREDTHS
        else:  # "deux euros cinquante"
            long = _TEN <= two.amount.value < _HUNDRED and two.amount.value == int(two.amount.value)
        if not long or not bare:
            return None
        if one.unit.kind is Kind.MONEY:
            ends = two.end == len(self._tokens) or self._keys[two.end] in CLAUSE_ENDS
            return one.unit._replace(hundredth=True) if ends and one.end > one.amount.end else None
        return subunit(one.unit) if one.unit.id == _METRE and one.amount.value in _HEIGHTS else None
