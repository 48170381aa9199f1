"""The grammar of quantities: value, unit before or after it, a second value that makes a range, bounds around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.amounts import Amounts
from factcheck.claims.bounds import Bounds
from factcheck.claims.calendars import year_period
from factcheck.claims.digits import shows_decimals, shows_grouping
from factcheck.claims.fuel import Fuel
from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.naming import Naming
from factcheck.claims.operands import Operands
from factcheck.claims.pairs import Pairs
from factcheck.claims.ranges import Ranges
from factcheck.claims.rates import Rates
from factcheck.claims.scores import Scores
from factcheck.claims.units import DEGREES, PERCENT, TIMES, Unit
from factcheck.claims.values import negative
from factcheck.claims.worded import time_in_words
from factcheck.claims.years import Years, is_recent
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.values import Amount, Operand

_YEARS = "duration-year"
_NEWS_YEAR = 1950  # from when on "about" before a bare number may be said of a year
_LARGEST = Decimal(10) ** 24
_FEW = 6  # words


def read_tokens(tokens: Tokens, words: Lexicon, whole: str) -> Iterable[Mark]:
    """Return the figures of all kinds in the tokens of a text, in order, with their places in the plain text.

    `whole` is the text that this one is a part of.
    """
    places = _beginnings(tokens, words)
    return Grammar(tokens, words, whole).marks(places) if places else ()


def _beginnings(tokens: Tokens, words: Lexicon) -> list[int]:
    """Return the tokens with which a figure may begin: numbers, marks, and words for them."""
    places, keys = list(tokens.stated), tokens.keys
    found = words.beginnings.intersection(keys)
    if len(found) > _FEW:  # so that a long text is gone through once
        return sorted([*places, *(at for at, key in enumerate(keys) if key in found)])
    for key in found:
        at = -1
        for _ in range(keys.count(key)):
            at = keys.index(key, at + 1)
            places.append(at)
    return sorted(places)


class Grammar:
    """The grammar over the tokens of one text (see `read_tokens`)."""

    def __init__(self, tokens: Tokens, words: Lexicon, whole: str) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = Amounts(tokens, words)
        self._scores = Scores(tokens, words, self._amounts)
        self._pairs = Pairs(tokens, words, self._amounts, self._scores)
        self._naming = Naming(tokens, words, self._amounts)
        self._operands = Operands(tokens, words, self._amounts)
        self._ranges = Ranges(tokens, words, self._operands)
        self._bounds = Bounds(tokens, words, self._ranges)
        self._rates = Rates(tokens, words, self._amounts)
        self._years = Years(tokens, words)
        self._fuel = Fuel(tokens, words)
        self._whole = whole

    def marks(self, beginnings: Iterable[int]) -> Iterator[Mark]:
        """Yield the figures of all kinds in order; `beginnings` are the tokens with which they may begin, in order."""
        keys, marks = self._keys, self._tokens.marks
        after = 0
        for at in beginnings:
            if at < after:
                continue
            key, mark = keys[at], marks[at]
            after = at + 1
            if mark is not None:
                yield mark
                continue
            if key in self._words.never.root and (never := self._words.never.longest(keys, at)):
                self._bounds.skipped = (at, never[1])
                after = never[1]
                continue
            if key in self._words.halves.root:
                if read := self._one_and_a_half(at):
                    after, found = read
                    yield found
                if read or key in self._words.ands:
                    continue
            if key in self._words.indefinite.root and (beyond := self._indefinite(at)):
                after = beyond
                continue
            read = self._special(at)
            if read is None and (beyond := self._rates.after(at, self._ranges.reached)):
                after = beyond
                continue
            read = read or self._quantity(at)
            if read is not None:
                after, found = read
                after = max(after, self._bounds.behind)  # "18 yaş altı" (under 18) holds no six
                yield found

    def _special(self, at: int) -> tuple[int, Mark] | None:
        """Return what is read before plain figures: names, results, ordinals, centuries, shares and their bounds."""
        if end := self._naming.number(at):
            number = self._tokens.numbers[at]
            return self._tokens.marked(at, end, Kind.ID, Quantity(number.value, number.value) if number else NOTHING)
        if second := self._naming.results(at):
            return self._scores.of(at, second)
        read = self._pairs.read(at)
        if read is None:
            return None
        end, found = read
        quantity, words = found.quantity, self._words
        if found.kind is Kind.ORDINAL and self._tokens.numbers[at] is None and quantity.low:
            return time_in_words(at, end, quantity.low, self._tokens, words, ordinal=True) or read
        if found.kind in {Kind.PERCENT, Kind.MULTIPLE} and quantity.low == quantity.high:
            bound = self._bounds.of(at, end)
            if bound == "above":
                found.quantity = replace(quantity, high=None)
            elif bound == "below":
                found.quantity = replace(quantity, low=None)
        return read

    def _one_and_a_half(self, at: int) -> tuple[int, Mark] | None:
        """Return "an hour and a half", of which the words before the half are just the unit: "ساعة ونصف"."""
        half, unit = self._words.halves.longest(self._keys, at), self._words.ones.before(self._keys, at)
        if half is None or unit is None or self._amounts.measured(half[1]):
            return None
        value = 1 + half[0]
        return self._tokens.marked(unit[1], half[1], unit[0].kind, Quantity(value, value, unit[0].id, Decimal("0.1")))

    def _indefinite(self, at: int) -> int | None:
        """Return the token after "hundreds of thousands", which no figure agrees with or contradicts."""
        keys, words = self._keys, self._words
        found = words.indefinite.longest(keys, at)
        if found is None:
            return None
        if words.collectives.longest(keys, at) and words.bounds_before.before(keys, at):
            return None  # "более сотни" is more than one hundred
        end = found[1]
        while scale := words.scales.longest(keys, end):
            end = scale[1]
        return end

    # ---- one figure

    def _quantity(self, at: int) -> tuple[int, Mark] | None:
        if self._is_half(at):
            return None
        one = self._operands.at(at)
        if one is None:
            return None
        return self._finish(*self._ranges.read(one))

    def _is_half(self, at: int) -> bool:
        """Return whether a word is the second half of another: "kedua-dua"."""
        tokens = self._tokens
        tied = at > 0 and tokens.numbers[at] is None and tokens.text[tokens.starts[at] - 1] == "-"
        return tied and self._keys[at - 1] != "-"

    def _finish(self, one: Operand, two: Operand | None) -> tuple[int, Mark] | None:
        unit = one.unit
        low, high, end = self._ends(one, two)
        noun = None if self._tokens.quiet(end) else self._noun(end)
        counter = None if noun else self._words.counters.longest(self._keys, end)
        counted = noun[1] if noun else counter[1] if counter else end
        counts = noun or (counter and low.value > 1 and self._keys[low.end - 1] not in self._words.uncounted)
        if low is high and unit is None:
            spoken = not low.digits and not (low.weak and low.value <= 1)
            if spoken and (told := time_in_words(one.start, end, low.value, self._tokens, self._words)):
                return told
            if millions := self._naming.magnitude(low):  # "1.5M views"
                low = high = low.with_decimals().scaled(millions)
                end += 1
        if low.weak and ((unit is None and not counts) or (unit in {None, TIMES} and low.value <= 1)):
            return None  # an article or a negation; "une fois" is "once"
        if low.weak and low is high and low.value in {0, 1} and unit is not None and unit.id.startswith("duration-"):
            return None  # "un mois" is as much "a month" as one
        number = (two or one).amount.end
        alone = (one.start == 0 or not self._keys[one.start - 1]) and self._tokens.quiet(end)
        alone = alone and not self._words.bound_endings and (
            number == end or self._keys[number] not in self._words.bounds_after.root
        )  # fmt: skip
        moved = self._ranges.begun == one.start
        bound = (
            None if alone or moved else self._bounds.of(one.start, number, end, counted, moving=self._moves(one, unit))
        )
        if bound and unit and self._ranges.only_looks(bound, unit, one.start):
            bound = None
        if bound != "below" and (low.more or high.more):
            bound = "above"
        if low.weak and low.value in {0, 1} and unit is not None and unit.kind is Kind.MEASURE and bound is None:
            return None  # "een liter" is a litre
        if self._fuel.is_distance(one, unit, end):
            return None
        known = not alone and self._naming.well_known(one.start)
        skipped = one.start == self._bounds.skipped[1]  # "cung cấp 5 xe": the word before is part of another
        named = known or (not alone and not skipped and self._naming.named(one.start))
        single = low is high and unit is None
        named = named or (single and self._naming.road(one.start))
        named = named and self._naming.may_name(one, unit) and (known or not noun)
        named = named or (unit is None and counted == end and low.plain_digits and self._naming.housed(one.start, end))
        if named or (single and self._naming.lettered(end)):
            return self._tokens.marked(one.start, end, Kind.ID, Quantity(low.value, high.value))
        if unit is not None and unit.id == _YEARS and low.plain_digits and low is high and is_recent(low.value):
            unit = None  # "2017 года" is a year, not so many years
            bound = None
        if bound in {"about", "below"} and low is high and is_recent(low.value) and low.value >= _NEWS_YEAR:
            bound = None if low.plain_digits and unit is None and not noun else bound  # "around 2030"
        bare = low.plain_digits and high.plain_digits and unit is None and not bound
        if bare and self._years.is_year(one, end, low, counts=noun is not None):
            period = year_period(int(low.value), int(high.value), self._words.calendar)
            return self._tokens.marked(one.start, end, Kind.DATE, Quantity(low.value, high.value), period)
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
            assumed=bool(unit and unit.bare),
        )  # fmt: skip
        return self._tokens.marked(one.start, end, unit.kind if unit else Kind.COUNT, quantity)

    def _moves(self, one: Operand, unit: Unit | None) -> bool:
        """Return whether a value may be what something rose or fell to, rather than so much that fell itself."""
        return not _is_size(unit) or self._ranges.told_share(one.start)

    def _ends(self, one: Operand, two: Operand | None) -> tuple[Amount, Amount, int]:
        """Return the lower and the higher value, the same where there is but one, and the token after them."""
        low, end = self._decided(one.amount, one.unit), (two or one).end
        high = self._decided(two.amount, one.unit) if two else low
        if low.either != 1 and two is None:
            high = replace(low, value=low.value * low.either)
        if frozen := self._frozen(one.start, end):
            below = negative(high)
            return below, below if low is high else negative(low), frozen
        return low, high, end

    def _frozen(self, start: int, end: int) -> int | None:
        """Return the token after words that put a value below zero: "12 degrees below zero"."""
        found = None if self._tokens.quiet(end) else self._words.minus_after.longest(self._keys, end)
        return found[1] if found and (not found[0].root or found[0].before(self._keys, start)) else None

    def _noun(self, at: int) -> tuple[bool, int] | None:
        """Return the counted noun at a token; a capital that it does not always have makes it a name ("1996 Games")."""
        found = self._words.nouns.longest(self._keys, at)
        if found is None or found[0]:
            return found
        return None if self._tokens.is_capital(at) else found

    def _decided(self, amount: Amount, unit: Unit | None) -> Amount:
        """Return the amount with its one ambiguous separator read as grouping or as a decimal mark."""
        if amount.other is None:
            return amount
        wants = unit is not None and (
            unit is PERCENT
            or (unit.kind is Kind.MEASURE and not unit.id.startswith("duration"))
            or (unit.kind is Kind.MONEY and self._fuel.sold)
        )
        if not wants and not shows_decimals(self._whole, self._words.tag):
            return amount
        return amount if shows_grouping(self._whole, self._words.tag) else amount.with_decimals()


def _is_size(unit: Unit | None) -> bool:
    """Return whether a unit is of what falls or rises by itself, not to a level: "es fielen bis zu 45 Zentimeter"."""
    return unit is not None and unit.id.startswith(("length-", "area-", "volume-", "mass-"))


def _tidy(value: Decimal) -> Decimal:
    """Return the value without a fraction of zero: 5.3 * 1000000000 is 5300000000, not 5300000000.0."""
    whole = abs(value) < _LARGEST and value == value.to_integral_value()
    return Decimal(int(value)) if whole else value
