"""The grammar of quantities: value, unit before or after it, a second value that makes a range, bounds around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.claims.amounts import Amount, Amounts
from factcheck.claims.calendars import likely_year, year_period
from factcheck.claims.digits import shows_decimals
from factcheck.claims.marks import Mark
from factcheck.claims.pairs import Pairs
from factcheck.claims.units import DEGREES, PERCENT, TIMES, Unit, subunit, subunit_words, times_smaller
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.language.spelling import Plain

_DASHES = frozenset("-–—~〜～")
_STOPS = frozenset(".,;:)،؛。，")
_SIGNS = frozenset({".", ":"})  # between "No" and the number
_YEARS = "duration-year"
_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # of years that stand with a word for year, as in "2017 года"
_NEWS_YEAR = 1950  # from when on "about" before a bare number may be said of a year
_NEAR = 6  # tokens
_MONEY_FROM = 1000  # so many "pounds" are money
_LARGEST = Decimal(10) ** 24


@dataclass(frozen=True, slots=True)
class _Operand:
    """A value with its unit; token indexes, half-open."""

    start: int
    end: int
    amount: Amount
    unit: Unit | None


class Grammar:
    """The grammar over the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, form: Plain, original: str, whole: str) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = Amounts(tokens, words)
        self._pairs = Pairs(tokens, words, self._amounts)
        self._form = form
        self._original = original
        self._whole = whole
        self._reached = -1  # where the end of a movement begins: its "to" is no bound

    def marks(self) -> Iterator[Mark]:
        """Yield the figures of all kinds in order, with their places in the plain text."""
        tokens, at = self._tokens, 0
        while at < len(tokens):
            mark = tokens.marks[at]
            if mark is not None:
                yield mark
                at += 1
                continue
            if not self._keys[at] and tokens.numbers[at] is None:
                at += 1
                continue
            if never := self._words.never.longest(self._keys, at):
                at = never[1]
                continue
            read = self._pairs.read(at)
            if read is None and (after := self._rate(at)):
                at = after
                continue
            read = read or self._quantity(at)
            if read is None:
                at += 1
                continue
            at, mark = read
            yield mark

    def _rate(self, at: int) -> int | None:
        """Return the token after a number that is no figure of its own but part of a rate: "per 100,000"."""
        number = self._tokens.numbers[at]
        if number is None:
            return None
        before = self._words.per.before(self._keys, at)
        if before and number.value in before[0]:
            return at + 1
        after = self._words.per_after.longest(self._keys, at + 1)
        return after[1] if after and number.value in after[0] else None

    # ---- one figure

    def _quantity(self, at: int) -> tuple[int, Mark] | None:
        if self._is_half(at):
            return None
        one = self._operand(at)
        if one is None:
            return None
        two = self._second(one)
        if two is None:
            return self._finish(one, None)
        return self._finish(*two)

    def _is_half(self, at: int) -> bool:
        """Return whether a word is the second half of another: "kedua-dua"."""
        tokens = self._tokens
        tied = at > 0 and tokens.numbers[at] is None and tokens.text[tokens.starts[at] - 1] == "-"
        return tied and self._keys[at - 1] != "-"

    def _operand(self, at: int) -> _Operand | None:
        """Return the value at a token, with the unit before or after it."""
        start = at
        unit: Unit | None = None
        if self._tokens.numbers[at] is not None and self._tokens.quiet(at + 1):
            alone = self._amounts.at(at)
            return _Operand(at, at + 1, alone, None) if alone else None
        before = self._unit(self._words.units_before.longest(self._keys, at), at)
        if before:
            unit, at = before
            if at < len(self._tokens) and self._keys[at] in {"-", "."} and unit.kind is Kind.MONEY:
                at += 1
        elif self._keys[at] in {"-", "+"} and self._signed(at):
            at += 1
        amount = self._amounts.at(at)
        if amount is None:
            return None
        if start < at and self._keys[at - 1] == "-" and unit is None:
            amount = replace(amount, value=-amount.value)
        end = amount.end
        linked = self._words.of.longest(self._keys, end) if amount.scale > 1 or amount.approximate else None
        if linked and self._unit(self._words.units_after.longest(self._keys, linked[1]), linked[1]):
            end = linked[1]
        after = self._unit(self._words.units_after.longest(self._keys, end), end)
        if after and self._words.year_before.before(self._keys, after[1]) and self._plain_year(after[1]):
            after = None  # the unit belongs to what follows: "lớp 10 năm 2015"
        if after and unit and unit.kind is after[0].kind is Kind.MONEY and not after[0].code:
            end = after[1]  # "新台幣3,200億元": the first says whose money
        elif after and (unit is None or after[0] == unit or unit.kind is not Kind.MONEY or after[0].code):
            unit, end = after
            if unit.kind is Kind.MEASURE:
                unit = self._money_of(unit, amount, amount.end)
            half = self._words.halves.longest(self._keys, end)
            if half and not self._amounts.measured(half[1]):
                step = amount.scale / 2
                amount, end = replace(amount, value=amount.value + step, precision=step / 5), half[1]
        made = _Operand(start, end, amount, unit)
        return self._compound(made) or made

    def _money_of(self, unit: Unit, amount: Amount, at: int) -> Unit:
        """Return the money that has the name of a measure ("pounds"), where the number or the text speaks of money."""
        found = self._words.moneys.longest(self._keys, at)
        if found is None:
            return unit
        return found[0] if amount.value >= _MONEY_FROM or self._of_money else unit

    @cached_property
    def _of_money(self) -> bool:
        """Return whether the text names money in a way that can mean nothing else."""
        keys = self._keys
        found = (self._words.units_after.longest(keys, at) for at, key in enumerate(keys) if key)
        return any(each and each[0].kind is Kind.MONEY and not each[0].code for each in found)

    def _compound(self, one: _Operand) -> _Operand | None:
        """Return "1 metre 98 centimetres", "6ft 6in", "1m75" as one value in the smaller unit, or None."""
        if one.unit is None or one.unit.kind is not Kind.MEASURE or one.amount.scale != 1 or one.amount.weak:
            return None
        at, unit = one.end, one.unit
        if at >= len(self._tokens) or (not self._keys[at] and self._tokens.numbers[at] is None):
            return None
        tied = self._tokens.numbers[at] is not None and (self._tokens.adjacent(at) or self._keys[at - 1 : at] == ["-"])
        if self._keys[at] in self._words.joiners or self._keys[at] in {"-", ","}:
            tied = self._keys[at] == "-" and self._tokens.adjacent(at)
            at += 1
        more = self._amounts.at(at)
        if more is None or more.scale != 1 or more.end > len(self._tokens):
            return None
        found = self._unit(self._words.units_after.longest(self._keys, more.end), more.end)
        small, end = found or (None, more.end)
        if small is None and end < len(self._tokens) and self._keys[end] in subunit_words(unit):
            small, end = subunit(unit), end + 1
        if small is None:
            small = subunit(unit) if tied and more.plain_digits else None
            if small is None or self._words.units_after.longest(self._keys, end):
                return None
        ratio = times_smaller(unit.id, small.id)
        if ratio is None or ratio <= 1 or not 0 <= more.value < ratio:
            return None
        amount = replace(
            one.amount, value=one.amount.value * ratio + more.value, precision=more.precision, other=None,
            plain_digits=False,
        )  # fmt: skip
        return _Operand(one.start, end, amount, small)

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
        return not before or (before in " \t\n(\u00a0\u202f" and (at == 0 or tokens.numbers[at - 1] is None))

    def _unit(self, found: tuple[Unit, int] | None, at: int) -> tuple[Unit, int] | None:
        """Return a unit that was found at a token, if the way it is written allows it."""
        if not found or not found[0].id:
            return None
        last = found[1]
        if last < len(self._tokens) and self._keys[last] == "'" and self._tokens.adjacent(last):
            return None  # an elided word: "en 2015 l'Etat"
        first, end = self._tokens.starts[at], self._tokens.ends[last - 1]
        if found[0].tight and " " in self._tokens.text[first:end]:
            return None
        if found[0].code or found[0].small:
            begin, stop = self._form.original(first, end)
            written = self._original[begin:stop]
            if not (written.isupper() if found[0].code else written.islower()):
                return None
        return found

    def _second(self, one: _Operand) -> tuple[_Operand, _Operand] | None:
        """Return both ends of a range, units and magnitude words shared, or None if there is only one value."""
        if self._tokens.quiet(one.end) or one.amount.weak:
            return None
        at = one.end
        dash = self._keys[at] in _DASHES
        if dash:
            after: int | None = at + 1
        elif joined := self._words.to.longest(self._keys, at):
            after = joined[1]
        else:
            opener = self._words.openers.before(self._keys, self._before_noun(one.start))
            inner = opener[0].longest(self._keys, at) if opener else None
            after = inner[1] if inner else None
        if after is None or after >= len(self._tokens):
            return None
        two = self._operand(after)
        if two is None or two.amount.digits != one.amount.digits or two.amount.weak:
            return None
        if one.unit and two.unit and one.unit != two.unit:
            return None
        low, high = one.amount, two.amount
        if low.scale == 1 and high.scale != 1 and low.value < high.mantissa:
            low = low.scaled(high.scale)
        if low.other is not None and high.other is None and low.value > high.value:
            low = low.with_decimals()
        if low.value >= high.value:
            return None
        if not dash and one.unit and two.unit and self._moves(one.start):
            self._reached = after
            return None
        unit = two.unit or one.unit
        if one.unit and not two.unit and one.unit.kind is not Kind.MONEY and one.start == one.amount.start:
            return None  # a unit before the first number is that of both: "%10-15"
        return replace(one, amount=low, unit=unit), replace(two, amount=high, unit=unit)

    def _moves(self, at: int) -> bool:
        """Return whether words shortly before say that something rose: then "from 5 % to 10 %" is no range."""
        near = range(max(0, at - _NEAR), at)
        return any(self._words.up.longest(self._keys, i) or self._words.moves.longest(self._keys, i) for i in near)

    def _falls(self, at: int) -> bool:
        return any(self._words.down.longest(self._keys, i) for i in range(max(0, at - _NEAR), at))

    def _finish(self, one: _Operand, two: _Operand | None) -> tuple[int, Mark] | None:
        unit, end = one.unit, (two or one).end
        low = self._decided(one.amount, unit)
        high = self._decided(two.amount, unit) if two else low
        noun = None if self._tokens.quiet(end) else self._noun(end)
        counted = noun[1] if noun else end
        if low.weak and ((unit is None and not noun) or (unit in {None, TIMES} and low.value <= 1)):
            return None  # an article or a negation; "une fois" is "once"
        if low.weak and low is high and low.value <= 1 and unit is not None and unit.id.startswith("duration-"):
            return None  # "un mois" is as much "a month" as one
        alone = (one.start == 0 or not self._keys[one.start - 1]) and self._tokens.quiet(end)
        bound = None if alone else self._bound(one.start, end, counted)
        if bound != "below" and (low.more or high.more):
            bound = "above"
        named = not alone and self._named(one.start)
        if named and (unit is None or unit.kind is Kind.MEASURE) and low.plain_digits and not noun:
            return self._mark(one.start, end, Kind.ID, Quantity(low.value, high.value))
        if unit is not None and unit.id == _YEARS and low.plain_digits and low is high and _is_recent(low.value):
            unit = None  # "2017 года" is a year, not so many years
            bound = None
        if bound in {"about", "below"} and low is high and _is_recent(low.value) and low.value >= _NEWS_YEAR:
            bound = None if low.plain_digits and unit is None and not noun else bound  # "around 2030"
        bare = low.plain_digits and high.plain_digits and unit is None and not bound
        bare = bare and not (noun and not self._words.year_before.before(self._keys, one.start))
        if bare and self._is_year(one, low):
            period = year_period(int(low.value), int(high.value), self._words.calendar)
            return self._mark(one.start, end, Kind.DATE, Quantity(low.value, high.value), period)
        precision = min(low.precision, high.precision)
        low_value: Decimal | None = _tidy(low.value)
        high_value: Decimal | None = _tidy(high.value)
        if bound == "above":
            high_value = None if two is None else high_value
        elif bound == "below":
            low_value = None if two is None else low_value
        named_unit = unit.id if unit and unit.id != DEGREES else None  # degrees of what scale, the text does not say
        quantity = Quantity(
            low_value, high_value, named_unit, precision,
            approximate=bound == "about" or low.approximate or high.approximate,
        )  # fmt: skip
        return self._mark(one.start, end, unit.kind if unit else Kind.COUNT, quantity)

    def _mark(
        self, start: int, end: int, kind: Kind, quantity: Quantity, period: Period | None = None
    ) -> tuple[int, Mark]:
        return end, Mark(self._tokens.starts[start], self._tokens.ends[end - 1], kind, quantity, period)

    def _noun(self, at: int) -> tuple[bool, int] | None:
        """Return the counted noun that stands at a token; a capital makes it a name ("the 1996 Games")."""
        found = self._words.nouns.longest(self._keys, at)
        if found is None:
            return None
        start, end = self._form.original(self._tokens.starts[at], self._tokens.ends[at])
        return None if self._original[start:end][0].isupper() else found

    def _before_noun(self, at: int) -> int:
        """Return where the counted noun before a token begins, in languages that count after the noun."""
        found = self._words.nouns_before.before(self._keys, at) if self._words.scale_first else None
        return found[1] if found else at

    def _named(self, at: int) -> bool:
        """Return whether what stands before a token makes the number a name: "Article 5", "No. 5", "#5"."""
        sign = self._keys[at - 1] if at else ""
        return sign == "#" or bool(self._words.names_before.before(self._keys, at - 1 if sign in _SIGNS else at))

    def _is_year(self, one: _Operand, amount: Amount) -> bool:
        if 1900 <= amount.value <= 2099 or likely_year(int(amount.value), self._words.calendar):
            return True
        if not 1000 <= amount.value <= 2200:
            return False
        words = self._words
        if words.year_before.before(self._keys, one.start) or words.year_after.longest(self._keys, one.end):
            return True
        if not 1500 <= amount.value < 1900:
            return False
        ended = one.end == len(self._tokens) or self._keys[one.end] in _STOPS
        return ended or bool(words.time_before.before(self._keys, one.start))

    def _decided(self, amount: Amount, unit: Unit | None) -> Amount:
        """Return the amount with its one ambiguous separator read as grouping or as a decimal mark."""
        if amount.other is None:
            return amount
        wants = unit is not None and (
            unit is PERCENT or (unit.kind is Kind.MEASURE and not unit.id.startswith("duration"))
        )
        if wants or shows_decimals(self._whole, self._words.tag):
            return amount.with_decimals()
        return amount

    def _bound(self, start: int, end: int, counted: int) -> str | None:
        """Return "above", "below" or "about" where words around the figure say so; a bound outweighs "about".

        `counted` is the token after the noun that the figure counts, if there is one ("5人以上").
        """
        found = set()
        start = self._before_noun(start)
        for _ in range(0 if start == self._reached else 2):
            before = self._words.bounds_before.before(self._keys, start)
            if before is None:
                break
            level = before[0] == "below" and self._words.levels.before(self._keys, start)
            if level and (self._moves(start) or self._falls(start)):
                return None  # "rose up to 5 %"
            found.add(before[0])
            start = before[1]
        after = self._words.bounds_after.longest(self._keys, end) or self._words.bounds_after.longest(
            self._keys, counted
        )
        if after:
            found.add(after[0])
        return next((name for name in ("above", "below", "about") if name in found), None)


def _is_recent(year: Decimal) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR and year % 100 != 0


def _tidy(value: Decimal) -> Decimal:
    """Return the value without a fraction of zero: 5.3 * 1000000000 is 5300000000, not 5300000000.0."""
    whole = abs(value) < _LARGEST and value == value.to_integral_value()
    return Decimal(int(value)) if whole else value
