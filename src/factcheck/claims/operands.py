"""Values with their units, before or after the number, and with the signs and halves that belong to them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.beside import Beside
from factcheck.claims.compounds import Compounds
from factcheck.claims.rules import Rules
from factcheck.claims.units import PER_MILLE, PERCENT, YEARS
from factcheck.claims.values import Amount, Operand, negative
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.units import Unit

_ONE, _TWO = Decimal(1), Decimal(2)
_TENTH, _CENT = Decimal("0.1"), Decimal("0.01")
_IDEOGRAPHS = "\u2e7f"  # the last character before those of East Asia
_SYMBOL = 3  # letters of an abbreviation for money: "Rs", "RM"
_CENTURIES = "duration-century"
_YEARS = {"duration-decade": Decimal(10), _CENTURIES: Decimal(100)}


class Operands(Rules):
    """Reads them from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        super().__init__(tokens, words, amounts)
        self._beside = Beside(tokens, words, amounts)
        self._compounds = Compounds(tokens, words, amounts, self._beside)

    def at(self, at: int) -> Operand | None:
        """Return the value at a token, with the unit before or after it."""
        start = at
        unit: Unit | None = None
        if self._tokens.numbers[at] is not None and self._tokens.alone(at):
            alone = self._amounts.at(at)
            return Operand(at, at + 1, alone, self._beside.around(at, at + 1, alone)) if alone else None
        if self._keys[at] in self._words.duals.root and (said := self._said(at)):
            return said
        known = self._keys[at] in self._words.units_before.root
        if known and (before := self._beside.unit(self._words.units_before.longest(self._keys, at), at)):
            unit, at = before
            if at < len(self._tokens) and self._keys[at] in {"-", "."} and unit.kind is Kind.MONEY:
                at += 1
        elif self._keys[at] in {"-", "+"} and self._signed(at):
            at += 1
        elif self._keys[at] in self._words.minus.root and (minus := self._words.minus.longest(self._keys, at)):
            if self._words.bounds_before.before(self._keys, minus[1]):
                return None  # "au moins 17", "más o menos 300"
            at = minus[1]
        amount = self._amounts.at(at)
        if amount is None:
            return None
        if start < at and unit is None and self._keys[at - 1] != "+":
            amount = negative(amount)
        end = amount.end
        linked = self._words.of.longest(self._keys, end) if amount.scale > 1 or amount.approximate else None
        if linked and self._beside.unit(self._words.units_after.longest(self._keys, linked[1]), linked[1]):
            end = linked[1]
        after = (
            None
            if self._tokens.quiet(end)
            else self._beside.unit(self._words.units_after.longest(self._keys, end), end)
        )
        if after and self._words.year_before.before(self._keys, after[1]) and self._plain_year(after[1]):
            after = None  # the unit belongs to what follows: "lớp 10 năm 2015"
        if after and unit and (self._is_said(unit, after[0]) or (after[0] == unit and self._leads(end, after[1]))):
            after = None  # "asilimia 5 mwezi Mei", "Rp10.000-Rp15.000"
        if after and unit and unit.kind is after[0].kind is Kind.MONEY and not after[0].code:
            end = after[1]  # "新台幣3,200億元": the first says whose money
            named = not after[0].bare or (self._keys[start].isalpha() and len(self._keys[start]) > _SYMBOL)
            if after[0].id != unit.id and named and not self._tokens.adjacent(amount.start):
                start, unit = amount.start, after[0]  # "قیمت دلار ۵۸ هزار تومان": the first is what is sold
        elif after and (unit is None or after[0] == unit or unit.kind is not Kind.MONEY or after[0].code):
            at = end
            unit, end = after
            if unit.kind is Kind.MEASURE:
                unit = self._beside.measure(unit, amount, start, at, end)
            if self._beside.counts_things(unit, amount, at):
                return Operand(start, amount.end, amount, None)
            amount, end = self._with_half(amount, end)
        unit = unit or self._beside.around(start, end, amount)
        if unit and unit.kind is Kind.MEASURE and self._words.paces.root:
            unit = self._beside.with_pace(unit, start)
        return _in_years(_whole(self._compounds.whole(Operand(start, end, amount, unit))))

    def _said(self, at: int) -> Operand | None:
        """Return what one phrase says with its unit: "quarter of an hour", "عامين", with a half "שעתיים וחצי"."""
        unit, many = self._words.duals.longest(self._keys, at), self._words.said.longest(self._keys, at)
        if unit is None or many is None:
            return None
        value, end = many
        half = self._words.halves.longest(self._keys, end)
        value, end = (value + half[0], half[1]) if half else (value, end)
        step = _ONE if value == int(value) else _TENTH
        return _in_years(Operand(at, end, Amount(at, end, value, step), unit[0]))

    def _with_half(self, amount: Amount, end: int) -> tuple[Amount, int]:
        """Return a value with the half or quarter that is said behind its unit, if any is, and the token after it."""
        half = None if self._tokens.quiet(end) else self._words.halves.longest(self._keys, end)
        if half is None or self._amounts.measured(half[1]):
            return amount, end
        step = amount.scale * half[0]
        return replace(amount, value=amount.value + step, precision=step * _TENTH * _TWO, weak=False), half[1]

    def _is_said(self, before: Unit, after: Unit) -> bool:
        """Return whether a unit before a number is its own, so that the word behind it begins something else.

        A word for per cent is, as a measure is where units stand before their numbers.
        """
        if before.kind is Kind.PERCENT:
            return after.kind is not Kind.PERCENT
        return before.kind is Kind.MEASURE and self._words.scale_first and after.id != before.id

    def _leads(self, at: int, end: int) -> bool:
        """Return whether a sign stands apart from the number before it and together with the one after it."""
        tokens = self._tokens
        return not tokens.adjacent(at) and tokens.adjacent(end) and tokens.numbers[end] is not None

    def _plain_year(self, at: int) -> bool:
        written = self._tokens.numbers[at] if at < len(self._tokens) else None
        mark = self._tokens.marks[at] if at < len(self._tokens) else None
        return bool((written and written.bare and 1000 <= written.value <= 2200) or (mark and mark.kind is Kind.DATE))

    def _signed(self, at: int) -> bool:
        """Return whether a sign at a token belongs to the number directly after it."""
        tokens = self._tokens
        after = at + 1
        if after >= len(tokens) or tokens.numbers[after] is None or not tokens.adjacent(after):
            return False
        before = tokens.text[tokens.starts[at] - 1 : tokens.starts[at]]
        if before > _IDEOGRAPHS and at and tokens.numbers[at - 1] is None and tokens.marks[at - 1] is None:
            key = self._keys[at - 1]  # "气温在-5℃", but not "3人-5人"
            return key not in self._words.units_after.root and key not in self._words.counters.root
        return not before or (before in " \t\n(\u00a0\u202f" and (at == 0 or tokens.numbers[at - 1] is None))


def _whole(one: Operand) -> Operand:
    """Return cents and the like as what they are hundredths of, and per mille as per cent."""
    if one.unit == PER_MILLE:
        return replace(one.times(_TENTH), unit=PERCENT)
    if one.unit is None or not one.unit.hundredth:
        return one
    return replace(one.times(_CENT), unit=one.unit._replace(hundredth=False))


def _in_years(one: Operand) -> Operand:
    """Return decades and centuries as years, which other languages say instead: "two decades" is 20 years."""
    if one.unit is None or one.unit.id not in _YEARS or (one.amount.weak and one.unit.id == _CENTURIES):
        return one  # "a century"
    return replace(one.times(_YEARS[one.unit.id]), unit=YEARS)
