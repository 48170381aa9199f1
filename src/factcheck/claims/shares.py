"""Shares of a whole: "a third", "1 in 10", "3分の1", "7割5分", "از هر ده نفر شش نفر"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.rules import Rules
from factcheck.claims.spoken import last_digit
from factcheck.claims.units import PERCENT
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from factcheck.claims.marks import Mark
    from factcheck.claims.values import Amount

_TENTH = 10  # per cent
_LINK = 4  # letters of a word between a part and its period: "of 2022", "del 2022"
_YEARS = range(1900, 2100)
_WORDS_COUNTED = 2  # "young people", between a whole and its part
_MAP = 10_000  # of scales of maps
_SHARES = (*range(2, 11), 100, 1000)  # what shares are told of: 1 in 5, 3 of 10, 12 in 1,000


class Shares(Rules):
    """Reads them from the tokens of one text; each method returns the next token and what was read, or None."""

    def fraction(self, at: int) -> tuple[int, Mark] | None:
        """Return a part in words as a share; None where it multiplies or is of a unit or a period."""
        found = self._words.fractions.longest(self._keys, at)
        number = self._words.numbers.longest(self._keys, at)
        if found is None:
            return None
        if number and (number[1] > found[1] or (number[1] == found[1] and self._amounts.measured(found[1]))):
            return None  # "half a million", "half an hour"
        said, scaled = self._words.duals.longest(self._keys, at), self._amounts.at(at)
        if (said and said[1] > found[1]) or (scaled and scaled.end > found[1]):
            return None  # "un quart d'heure", "a quarter of a million"
        if self._is_period(found[1]):
            return self._tokens.marked(at, found[1], Kind.DATE)  # "the first half of 2022", "a metà 2021"
        value = (found[0] * 100).quantize(Decimal("0.01"))
        quantity = Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
        return self._tokens.marked(at, found[1], Kind.PERCENT, quantity)

    def _is_period(self, at: int) -> bool:
        """Return whether a date or a year stands at a token, or after one short word that links to it."""
        tokens = self._tokens
        for first in (at, at + 1):
            if first >= len(tokens):
                return False
            mark, number = tokens.marks[first], tokens.numbers[first]
            if mark is not None:
                return mark.kind is Kind.DATE
            if number is not None:
                year = number.bare and number.value in _YEARS
                return year and not self._words.nouns.longest(self._keys, first + 1)
            if tokens.ends[first] - tokens.starts[first] > _LINK:
                return False
        return False

    def denominator_first(self, at: int) -> tuple[int, Mark] | None:
        """Return "3分の1" as a share."""
        whole = self._amounts.at(at)
        found = self._words.over.longest(self._keys, whole.end) if whole else None
        part = self._amounts.at(found[1]) if found else None
        if whole is None or part is None or not 0 < part.value < whole.value:
            return None
        if whole.value >= _MAP and part.value == 1:
            return self._tokens.marked(at, part.end, Kind.ID)  # "2万5千分の1"
        return self._tokens.marked(at, part.end, Kind.PERCENT, share(part.value, whole.value))

    def tenths(self, at: int) -> tuple[int, Mark] | None:
        """Return "3割", "7割5分" (30, 75 per cent); the first is of tenths, since "5分" alone are five minutes."""
        value, end, step = Decimal(0), at, Decimal(100)
        while (amount := self._amounts.at(end)) and (found := self._words.tenths.longest(self._keys, amount.end)):
            if found[0] >= step or (end == at and found[0] < _TENTH):
                break
            value, end, step = value + amount.value * found[0], found[1], found[0]
        if end > at and self._words.ideographs and (digit := last_digit(end, self._tokens, self._words)):
            end, step = end + 1, step / _TENTH  # "三成五"
            value += digit * step
        if end == at or not 0 < value <= 100:
            return None
        spoken = self._tokens.numbers[at] is None
        return self._tokens.marked(at, end, Kind.PERCENT, Quantity(value, value, PERCENT.id, step, approximate=spoken))

    def ratio(self, at: int) -> tuple[int, Mark] | None:
        """Return "1 in 10", "9 out of 10", "3 ménages sur 10" as a share."""
        one = self._amounts.at(at)
        if one is None or one.scale != 1 or one.value >= _SHARES[-1]:
            return None
        noun = self._words.nouns.longest(self._keys, one.end)
        found = self._words.ratios.longest(self._keys, noun[1] if noun else one.end)
        if found is None and self._words.parts.root and self._counted(one.end):
            found = self._words.parts.longest(self._keys, one.end + 1)
            two = self._amounts.at(found[1]) if found else None
            if two is None or self._words.nouns.longest(self._keys, two.end):
                return None  # "trois buts sur cinq matchs"
        two = self._amounts.at(found[1]) if found else None
        rate = self._words.per.before(self._keys, two.start) if two and two.value == _SHARES[-1] else None
        if two and rate and two.value in rate[0]:
            return None  # "5 médicos por cada mil habitantes"
        if two is None or two.value not in _SHARES or not 0 < one.value < two.value or self._amounts.measured(two.end):
            return None
        whole = self._words.nouns.longest(self._keys, two.end)
        others = noun and whole and self._keys[one.end : noun[1]] != self._keys[two.end : whole[1]]
        if others or self._is_named(at):
            return None  # "two boys in 5 cities", but "۲ نفر از هر ۵ نفر"; "Signal No. 3 in 9 provinces"
        return self._tokens.marked(at, two.end, Kind.PERCENT, share(one.value, two.value))

    def _is_named(self, at: int) -> bool:
        """Return whether words before a number make it a name: "No. 3"."""
        return self._words.names_before.before(self._keys, at - (at > 0 and self._keys[at - 1] == ".")) is not None

    def whole_first(self, at: int) -> tuple[int, Mark] | None:
        """Return "10人中有1人", "از هر ده نفر شش نفر" as a share."""
        whole = self._amounts.at(at)
        opened = self._words.wholes.before(self._keys, at)
        if whole is None or whole.value not in _SHARES:
            return None
        found = (opened[0] if opened else self._words.shares).longest(self._keys, whole.end)
        named = self._part_after(whole.end) if opened and not found else None  # "از هر ده جوان یک نفر"
        part = self._amounts.at(found[1]) if found else named
        if part is None or not 0 < part.value < whole.value:
            return None
        after = found[0].longest(self._keys, part.end) if found else None
        return self._tokens.marked(at, after[1] if after else part.end, Kind.PERCENT, share(part.value, whole.value))

    def _part_after(self, at: int) -> Amount | None:
        """Return the number after what is counted and a comma, if it is some of that: "ten young men, three"."""
        noun = self._words.nouns.longest(self._keys, at)
        end = noun[1] if noun else at
        while end < at + _WORDS_COUNTED and self._counted(end) and self._amounts.at(end) is None:
            end += 1
        end += self._keys[end : end + 1] in ([","], ["،"])
        part = self._amounts.at(end) if end > at else None
        return None if part is None or self._amounts.measured(part.end) else part

    def _counted(self, at: int) -> bool:
        """Return whether a word stands at a token that is no number and no unit: the "Français" of "six Français"."""
        tokens = self._tokens
        if at >= len(tokens) or tokens.numbers[at] is not None or tokens.marks[at] is not None:
            return False
        return tokens.text[tokens.starts[at]].isalpha() and not self._amounts.measured(at)


def share(part: Decimal, whole: Decimal) -> Quantity:
    """Return a part of a whole in per cent."""
    value = (part / whole * 100).quantize(Decimal("0.01"))
    return Quantity(value, value, PERCENT.id, Decimal(1), approximate=True)
