"""Values with their units: the unit before or after a number, compounds such as "6 ft 6", names of two meanings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.spoken import ends_number, last_digit
from factcheck.claims.units import (
    PER_MILLE,
    PERCENT,
    YEARS,
    Unit,
    paced,
    subunit,
    times_smaller,
)
from factcheck.claims.values import Amount, negative
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon, Trie
    from factcheck.language.spelling import Plain

_MONEY_FROM = 1000  # so many "pounds" are money
_MONEY_SCALE = 1_000_000  # so many "livres" are no books
_ONE, _TWO = Decimal(1), Decimal(2)
_HUNDRED, _TENTH, _CENT = Decimal(100), Decimal("0.1"), Decimal("0.01")
_SECOND, _MOST_DECIMALS = "duration-second", 3
_BEFORE_DECIMALS = frozenset({_SECOND, "length-meter", "CNY", "TWD"})
_METRE, _HEIGHTS = "length-meter", (1, 2)  # "1 mètre 80" is somebody's height
_DIGITS_OF_HUNDREDTHS = 2
_NEAR, _IDEOGRAPHS = 6, "\u2e7f"  # tokens; the last character before those of East Asia
_ENDS = frozenset(".,;:!?)،؛。，")
_SYMBOL = 3  # letters of an abbreviation for money: "Rs", "RM"
_TEN = Decimal(10)
_CENTURIES = "duration-century"
_YEARS = {"duration-decade": Decimal(10), _CENTURIES: Decimal(100)}


@dataclass(slots=True)
class Operand:
    """A value with its unit; token indexes, half-open.

    `factor` is how many of the unit the written one is: 0.01 dollars are a cent.
    """

    start: int
    end: int
    amount: Amount
    unit: Unit | None
    factor: Decimal = Decimal(1)

    def times(self, factor: Decimal) -> Operand:
        """Return the value in a unit of which the one written is so many."""
        amount = replace(
            self.amount, value=self.amount.value * factor, precision=self.amount.precision * factor, other=None,
            plain_digits=False,
        )  # fmt: skip
        return replace(self, amount=amount, factor=factor)


class Operands:
    """Reads them from the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts, form: Plain, original: str) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = amounts
        self._form = form
        self._original = original

    def at(self, at: int) -> Operand | None:
        """Return the value at a token, with the unit before or after it."""
        start = at
        unit: Unit | None = None
        if self._tokens.numbers[at] is not None and self._tokens.alone(at):
            alone = self._amounts.at(at)
            return Operand(at, at + 1, alone, self._unit_around(at, at + 1, alone)) if alone else None
        if self._keys[at] in self._words.duals.root and (said := self._said(at)):
            return said
        known = self._keys[at] in self._words.units_before.root
        if known and (before := self._unit(self._words.units_before.longest(self._keys, at), at)):
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
        if linked and self._unit(self._words.units_after.longest(self._keys, linked[1]), linked[1]):
            end = linked[1]
        after = None if self._tokens.quiet(end) else self._unit(self._words.units_after.longest(self._keys, end), end)
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
                unit = self._other(self._money_of(unit, amount, at), start, at, end)
            if self._of_things(unit, amount, at):
                return Operand(start, amount.end, amount, None)
            amount, end = self._with_half(amount, end)
        unit = unit or self._unit_around(start, end, amount)
        if unit and unit.kind is Kind.MEASURE and self._words.paces.root:
            unit = self._paced(unit, start)
        made = self._with_decimals(Operand(start, end, amount, unit))
        while more := self._sum(made):
            made = more
        return _in_years(_whole(made))

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

    def _unit_around(self, start: int, end: int, amount: Amount) -> Unit | None:
        """Return the unit that the magnitude word says ("3 mkr"), or a word before a whole number: "aged 34"."""
        if amount.scale != 1 and self._words.sums.root:
            return self._words.sums.alone(self._keys[end - 1])
        if amount.precision < 1 or amount.approximate:
            return None
        found = self._words.unit_said.before(self._keys, start)
        return found[0] if found and not self._words.nouns.longest(self._keys, end) else None

    def _other(self, unit: Unit, start: int, at: int, end: int) -> Unit:
        """Return the second measure of a name that has two, beside words or a smaller unit of it: "体重65キロ"."""
        found = self._words.others.longest(self._keys, at)
        if found is None or found[1] != end:
            return unit
        other, keys = found[0], self._keys
        near = (self._words.among.longest(keys, i) for i in range(max(0, start - _NEAR), min(len(keys), end + _NEAR)))
        if any(each and each[0] == other.id for each in near):
            return other
        after = self._amounts.at(end) if end < len(keys) and self._tokens.numbers[end] is not None else None
        small = self._words.units_after.longest(keys, after.end) if after else None
        return other if small and times_smaller(other.id, small[0].id) else unit

    def _leads(self, at: int, end: int) -> bool:
        """Return whether a sign stands apart from the number before it and together with the one after it."""
        tokens = self._tokens
        return not tokens.adjacent(at) and tokens.adjacent(end) and tokens.numbers[end] is not None

    def _paced(self, unit: Unit, start: int) -> Unit:
        """Return the speed that a length is where words before it name a time: "時速120キロ", "时速约350公里"."""
        about = self._words.bounds_before.before(self._keys, start)
        found = self._words.paces.before(self._keys, start)
        found = found or (self._words.paces.before(self._keys, about[1]) if about else None)
        return paced(unit, found[0]) if found else unit

    def _money_of(self, unit: Unit, amount: Amount, at: int) -> Unit:
        """Return the money that has the name of a measure ("pounds"), where the number or the text speaks of money."""
        found = self._words.moneys.longest(self._keys, at)
        if found is None:
            return unit
        return found[0] if amount.value >= _MONEY_FROM or self._of_money else unit

    def _of_things(self, unit: Unit, amount: Amount, at: int) -> bool:
        """Return whether the name of a unit is rather that of counted things: "livres" are books where no money is."""
        noun = self._words.nouns.longest(self._keys, at)
        unit_here = self._words.units_after.longest(self._keys, at)
        if noun is None or unit_here is None or noun[1] < unit_here[1]:
            return False
        money = unit.kind is Kind.MONEY or self._words.moneys.longest(self._keys, at) is not None
        return money and amount.scale < _MONEY_SCALE and not self._of_money

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

    def _sum(self, one: Operand) -> Operand | None:
        """Return a value with the smaller one after it: "1 metre 98 centimetres", "6ft 6in", "1m75", "2 euros 50"."""
        unit, at = one.unit, one.end
        if unit is None or unit.kind not in {Kind.MEASURE, Kind.MONEY} or unit.hundredth or one.amount.precision > 1:
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
        if two is None or two.amount.scale != 1 or two.amount.other is not None:
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

    def _smaller(self, unit: Unit, at: int) -> Operand | None:
        """Return the value at a token with what its unit is after another one."""
        keys = self._keys
        before = None
        if self._words.scale_first and at < len(keys):
            named = self._smaller_unit(unit, keys[at])
            before = (named, at + 1) if named else self._unit(self._words.units_before.longest(keys, at), at)
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
        after = self._unit(self._words.units_after.longest(keys, amount.end), amount.end)
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
            ends = two.end == len(self._tokens) or self._keys[two.end] in _ENDS
            return one.unit._replace(hundredth=True) if ends and one.end > one.amount.end else None
        return subunit(one.unit) if one.unit.id == _METRE and one.amount.value in _HEIGHTS else None

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

    def _alone_or_grouped(self, at: int, last: int) -> bool:
        """Return whether a unit that is a word as well is one here: its number is grouped, or the clause ends."""
        number = self._tokens.numbers[at - 1] if at else None
        ended = last >= len(self._tokens) or self._keys[last] in _ENDS or self._words.of.longest(self._keys, last)
        return bool(ended) or (number is not None and not number.bare) or self._tokens.adjacent(at)

    def _unit(self, found: tuple[Unit, int] | None, at: int) -> tuple[Unit, int] | None:
        """Return a unit that was found at a token, if the way it is written allows it."""
        if not found or not found[0].id:
            return None
        if found[0].rated:
            return (found[0]._replace(rated=False), found[1]) if self._of_rates else None
        if found[0].hundredth and found[0].kind is Kind.MONEY and self._words.prices.root and not self._of_prices:
            return None
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
            begin, stop = self._form.original(first, end)
            written = self._original[begin:stop]
            if not (written.isupper() if found[0].code else written.islower()):
                return None
        return found


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
