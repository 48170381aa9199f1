"""The grammar of quantities: value, unit before or after it, a second value that makes a range, bounds around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.amounts import Amounts
from factcheck.claims.calendars import likely_year, year_period
from factcheck.claims.digits import shows_decimals, shows_grouping
from factcheck.claims.fuel import Fuel
from factcheck.claims.marks import NOTHING, Mark
from factcheck.claims.naming import Naming
from factcheck.claims.operands import Operands
from factcheck.claims.pairs import Pairs
from factcheck.claims.ranges import Ranges
from factcheck.claims.spoken import day_in_words, decade_in_words
from factcheck.claims.units import DEGREES, PERCENT, TIMES, Unit
from factcheck.claims.values import negative
from factcheck.claims.worded import century_in_words, hour_in_words
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.values import Amount, Operand
    from factcheck.language.spelling import Plain

_OPENINGS = frozenset('.!?:;(«"“„')  # before the first word of a sentence or of what stands for itself
_STOPS = frozenset(".,;:)،؛。，")
_YEARS = "duration-year"
_OF_NAMES = frozenset(
    {_YEARS, "duration-month", "duration-day"}
)  # what a number of a name may stand before: "no. 5 năm"
_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # of years that stand with a word for year, as in "2017 года"
_NEWS_YEAR = 1950  # from when on "about" before a bare number may be said of a year
_BASES = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 1_000_000)))  # what rates are of
_NEAR = 8  # tokens between a rate and the number that it is of
_LARGEST = Decimal(10) ** 24
_FEW = 6  # words


class Grammar:
    """The grammar over the tokens of one text."""

    def __init__(self, tokens: Tokens, words: Lexicon, form: Plain, original: str, whole: str) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words
        self._amounts = Amounts(tokens, words)
        self._pairs = Pairs(tokens, words, self._amounts)
        self._naming = Naming(tokens, words, self._amounts, form, original)
        self._operands = Operands(tokens, words, self._amounts, form, original)
        self._ranges = Ranges(tokens, words, self._operands)
        self._fuel = Fuel(tokens, words)
        self._form = form
        self._original = original
        self._whole = whole
        self._behind = 0  # the token after the bound that stands behind the last figure
        self._skipped = (-1, -1)  # the last words that only look like a figure, half-open

    def marks(self) -> Iterator[Mark]:
        """Yield the figures of all kinds in order, with their places in the plain text."""
        keys, marks = self._keys, self._tokens.marks
        after = 0
        for at in self._beginnings():
            if at < after:
                continue
            key, mark = keys[at], marks[at]
            after = at + 1
            if mark is not None:
                yield mark
                continue
            if key in self._words.never.root and (never := self._words.never.longest(keys, at)):
                self._skipped = (at, never[1])
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
            if read is None and (beyond := self._rate(at)):
                after = beyond
                continue
            read = read or self._quantity(at)
            if read is not None:
                after, found = read
                after = max(after, self._behind)  # "18 yaş altı" (under 18) holds no six
                yield found

    def _beginnings(self) -> list[int]:
        """Return the tokens with which a figure may begin: numbers, marks, and words for them."""
        places, keys = list(self._tokens.stated), self._keys
        found = self._words.beginnings.intersection(keys)
        if len(found) > _FEW:  # so that a long text is gone through once
            return sorted([*places, *(at for at, key in enumerate(keys) if key in found)])
        for key in found:
            at = -1
            for _ in range(keys.count(key)):
                at = keys.index(key, at + 1)
                places.append(at)
        return sorted(places)

    def _special(self, at: int) -> tuple[int, Mark] | None:
        """Return what is read before plain figures: names, results, ordinals, centuries, shares and their bounds."""
        if end := self._naming.number(at):
            number = self._tokens.numbers[at]
            return self._mark(at, end, Kind.ID, Quantity(number.value, number.value) if number else NOTHING)
        if second := self._naming.results(at):
            return self._pairs.score(at, second)
        read = self._pairs.read(at)
        if read is None:
            return None
        end, found = read
        quantity, words = found.quantity, self._words
        if found.kind is Kind.ORDINAL and self._tokens.numbers[at] is None and quantity.low:
            told = self._told(at, end, quantity.low, ordinal=True)
            return told or decade_in_words(at, end, quantity.low, self._tokens, words) or read
        if found.kind in {Kind.PERCENT, Kind.MULTIPLE} and quantity.low == quantity.high:
            bound = self._bound(at, end)
            if bound == "above":
                found.quantity = replace(quantity, high=None)
            elif bound == "below":
                found.quantity = replace(quantity, low=None)
        return read

    def _told(self, at: int, end: int, value: Decimal, *, ordinal: bool = False) -> tuple[int, Mark] | None:
        """Return the hour of the day or the century that words beside a number word make of it."""
        hour = hour_in_words(at, end, value, self._tokens, self._words)
        return hour or century_in_words(at, end, value, self._tokens, self._words, ordinal=ordinal)

    def _one_and_a_half(self, at: int) -> tuple[int, Mark] | None:
        """Return "an hour and a half", of which the words before the half are just the unit: "ساعة ونصف"."""
        half, unit = self._words.halves.longest(self._keys, at), self._words.ones.before(self._keys, at)
        if half is None or unit is None or self._amounts.measured(half[1]):
            return None
        value = 1 + half[0]
        return self._mark(unit[1], half[1], unit[0].kind, Quantity(value, value, unit[0].id, Decimal("0.1")))

    def _rate(self, at: int) -> int | None:
        """Return the token after a number that is no figure but part of a rate: "per 100,000", "na sto tisíc obyvatel".

        A word before it that has other meanings ("por") makes a rate of a number in words only beside another figure.
        """
        words, keys, number = self._words, self._keys, self._tokens.numbers[at]
        led = at > 0 and (keys[at - 1] in words.per.root or keys[at - 1] in words.per_around.root)
        before, around = (words.per.before(keys, at), words.per_around.before(keys, at)) if led else (None, None)
        if not before and not around and (number is None or not words.per_after.root):
            return None
        amount = self._amounts.at(at)
        if amount is None or at == self._ranges.reached or words.units_after.longest(keys, amount.end):
            return None
        beside = (before or around) and self._beside_number(at, amount.end)
        if around and beside and amount.value in _BASES and around[0].longest(keys, amount.end):
            return amount.end
        if before and amount.value in before[0]:
            plain = amount.end == at + 1 and number is not None
            if plain or before[1] < at - 1 or beside:
                return amount.end
        for value, end in ((amount.value, amount.end), (number.value if number else None, at + 1)):
            after = words.per_after.longest(keys, end)
            if after and value in after[0]:
                return after[1]
        return None

    def _beside_number(self, start: int, end: int) -> bool:
        """Return whether a number in digits stands shortly before or after some tokens."""
        numbers = self._tokens.numbers
        return any(numbers[max(0, start - _NEAR) : start]) or any(numbers[end : end + _NEAR])

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
            if spoken and (told := self._told(one.start, end, low.value) or self._dated(one.start, end, low)):
                return told
            if millions := self._naming.magnitude(low):  # "1.5M views"
                low = high = low.with_decimals().scaled(millions)
                end += 1
        if low.weak and ((unit is None and not counts) or (unit in {None, TIMES} and low.value <= 1)):
            return None  # an article or a negation; "une fois" is "once"
        if low.weak and low is high and low.value in {0, 1} and unit is not None and unit.id.startswith("duration-"):
            return None  # "un mois" is as much "a month" as one
        alone = (one.start == 0 or not self._keys[one.start - 1]) and self._tokens.quiet(end)
        number = (two or one).amount.end
        moved = self._ranges.begun == one.start
        bound = None if alone or moved else self._bound(one.start, number, end, counted, moving=not _is_size(unit))
        if bound and unit and self._ranges.only_looks(bound, unit, one.start):
            bound = None
        if bound != "below" and (low.more or high.more):
            bound = "above"
        if low.weak and low.value in {0, 1} and unit is not None and unit.kind is Kind.MEASURE and bound is None:
            return None  # "een liter" is a litre
        if self._fuel.is_distance(one, unit, end):
            return None
        known = not alone and self._naming.well_known(one.start)
        skipped = one.start == self._skipped[1]  # "cung cấp 5 xe": the word before is part of another
        named = known or (not alone and not skipped and self._naming.named(one.start))
        single = low is high and unit is None
        named = named or (single and self._naming.road(one.start))
        named = named and self._names(one, unit) and (known or not noun)
        named = named or (unit is None and counted == end and low.plain_digits and self._naming.housed(one.start, end))
        if named or (single and self._naming.lettered(end)):
            return self._mark(one.start, end, Kind.ID, Quantity(low.value, high.value))
        if unit is not None and unit.id == _YEARS and low.plain_digits and low is high and _is_recent(low.value):
            unit = None  # "2017 года" is a year, not so many years
            bound = None
        if bound in {"about", "below"} and low is high and _is_recent(low.value) and low.value >= _NEWS_YEAR:
            bound = None if low.plain_digits and unit is None and not noun else bound  # "around 2030"
        bare = low.plain_digits and high.plain_digits and unit is None and not bound
        bare = bare and not (noun and not self._of_year(one.start, low)) and not self._is_counted(one.start, end)
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
            assumed=bool(unit and unit.bare),
        )  # fmt: skip
        return self._mark(one.start, end, unit.kind if unit else Kind.COUNT, quantity)

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

    def _dated(self, at: int, end: int, amount: Amount) -> tuple[int, Mark] | None:
        """Return "dos de mayo" as a day of a month, "gli anni Ottanta" as a decade."""
        found = day_in_words(at, end, amount.value, self._tokens, self._words)
        return found or decade_in_words(at, end, amount.value, self._tokens, self._words)

    def _frozen(self, start: int, end: int) -> int | None:
        """Return the token after words that put a value below zero: "12 degrees below zero"."""
        found = None if self._tokens.quiet(end) else self._words.minus_after.longest(self._keys, end)
        return found[1] if found and (not found[0].root or found[0].before(self._keys, start)) else None

    def _mark(
        self, start: int, end: int, kind: Kind, quantity: Quantity, period: Period | None = None
    ) -> tuple[int, Mark]:
        return end, Mark(self._tokens.starts[start], self._tokens.ends[end - 1], kind, quantity, period)

    def _noun(self, at: int) -> tuple[bool, int] | None:
        """Return the counted noun at a token; a capital that it does not always have makes it a name ("1996 Games")."""
        found = self._words.nouns.longest(self._keys, at)
        if found is None or found[0]:
            return found
        start, end = self._form.original(self._tokens.starts[at], self._tokens.ends[at])
        return None if self._original[start:end][0].isupper() else found

    def _names(self, one: Operand, unit: Unit | None) -> bool:
        """Return whether a number that a name stands before is no quantity: a whole one, of no length or weight."""
        number = self._tokens.numbers[one.amount.start]
        whole = number is not None and (number.bare or (number.precision < 1 and unit is None))  # "l'article 49.3"
        return whole and one.amount.scale == 1 and (unit is None or unit.id in _OF_NAMES)

    def _of_year(self, at: int, low: Amount) -> bool:
        """Return whether words before a bare number make it a year, though it could count what follows."""
        if self._words.year_before.before(self._keys, at):
            return _is_recent(low.value) or likely_year(int(low.value), self._words.calendar)
        return _is_recent(low.value) and bool(self._words.articles.before(self._keys, at))

    def _is_counted(self, at: int, end: int) -> bool:
        """Return whether a bare number counts people by a word that is no noun: "1950 injured", not "in 1950"."""
        words, keys = self._words, self._keys
        counted = words.counted.longest(keys, end) is not None
        return counted and not (words.year_before.before(keys, at) or words.time_before.before(keys, at))

    def _is_year(self, one: Operand, amount: Amount) -> bool:
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
            unit is PERCENT
            or (unit.kind is Kind.MEASURE and not unit.id.startswith("duration"))
            or (unit.kind is Kind.MONEY and self._fuel.sold)
        )
        if not wants and not shows_decimals(self._whole, self._words.tag):
            return amount
        return amount if shows_grouping(self._whole, self._words.tag) else amount.with_decimals()

    def _is_skipped(self, first: int, last: int) -> bool:
        """Return whether words are part of others that only look like a figure; not where they hold those ("zo'n")."""
        start, end = self._skipped
        return first < end and not (first <= start and end < last)

    def _ends_open(self, at: int) -> bool:
        """Return whether a sentence begins with the end of a range of which no beginning is said: "До 500 человек"."""
        opened = at == 1 or (at > 1 and self._keys[at - 2] in _OPENINGS)
        return opened and bool(self._words.to.alone(self._keys[at - 1]))

    def _bound(self, start: int, *ends: int, moving: bool = True) -> str | None:
        """Return "above", "below" or "about" where words around the figure say so; a bound outweighs "about".

        `ends` are the tokens after the number ("yıla kadar" is said of its unit too), after the unit, and after the
        noun that the figure counts, if there is one ("5人以上"). `moving`: the figure may be what something rose to.
        """
        found = set()
        start = self._ranges.before_noun(start)
        for _ in range(0 if start == self._ranges.reached else 2):
            before = self._words.bounds_before.before(self._keys, start)
            if before is None and self._ends_open(start):
                found.add("below")
            if before is None or self._is_skipped(before[1], start):
                break  # "le salaire minimum 1 766 euros" names what is stated, and states no bound
            level = moving and before[0] == "below" and self._words.levels.before(self._keys, start)
            if level and self._ranges.changes(start, before[1]):
                return None  # "rose up to 5 %"
            found.add(before[0])
            start = before[1]
        after = [self._words.bounds_after.longest(self._keys, end) for end in ends if not self._tokens.quiet(end)]
        if said := next((each for each in after if each), None):
            found.add(said[0])
            self._behind = said[1]
        return next((name for name in ("above", "below", "about") if name in found), None)


def _is_size(unit: Unit | None) -> bool:
    """Return whether a unit is of what falls or rises by itself, not to a level: "es fielen bis zu 45 Zentimeter"."""
    return unit is not None and unit.id.startswith(("length-", "area-", "volume-", "mass-"))


def _is_recent(year: Decimal) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR and year % 100 != 0


def _tidy(value: Decimal) -> Decimal:
    """Return the value without a fraction of zero: 5.3 * 1000000000 is 5300000000, not 5300000000.0."""
    whole = abs(value) < _LARGEST and value == value.to_integral_value()
    return Decimal(int(value)) if whole else value
