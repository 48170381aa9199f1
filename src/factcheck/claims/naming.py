"""Numbers that only name: "Article 5", "第9条", "Nord Stream 2", "5G"; and the results of a list of games."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.claims.rules import CLAUSE_ENDS, Rules

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.claims.amounts import Amounts
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.units import Unit
    from factcheck.claims.values import Amount, Operand

_SIGNS = frozenset({".", ":"})  # between "No" and the number
_BETWEEN_NAMES = frozenset("-–—")  # the two sides of a result: "Ayr 38 - Melrose 17"
_WORDS_OF_NAME = 3
_BEFORE = frozenset({"duration-year", "duration-month", "duration-day"})  # what it may stand before: "no. 5 năm"
_GOALS = 20  # of both sides
_WORDS_OF_STREET = 4  # the name of a street, and what stands between it and the number
_YEAR = re.compile("(?:19|20)[0-9]{2}")


class Naming(Rules):
    """Tells which numbers of one text are names; positions are token indexes."""

    def __init__(self, tokens: Tokens, words: Lexicon, amounts: Amounts) -> None:
        super().__init__(tokens, words, amounts)
        self._around = not words.names_around.root.keys().isdisjoint(tokens.keys)  # whether such words are in the text

    def number(self, at: int) -> int | None:
        """Return the end of a number that words around it make a name, with its ordinal mark: "第9条", "北溪2号"."""
        words, number = self._words, self._tokens.numbers[at]
        if self._around and self._keys[at] in words.ordinals_before.root and at + 1 < len(self._keys):
            return self.number(at + 1)  # "第一千零四十二条"
        if self._around and (amount := self._amounts.at(at)):
            for end in (amount.end, at + 1):  # the "조" of "제9조" is no magnitude word
                found = words.names_around.longest(self._keys, end)
                if found and (not found[0].root or found[0].before(self._keys, at)):
                    return end
        if number is None or not number.bare or not self.well_known(at):
            return None
        after = words.ordinals_after.longest(self._keys, at + 1)
        return after[1] if after else None  # without one, what follows tells whether it is a name

    def results(self, at: int) -> int | None:
        """Return where the second number of "Ayr 38 - Melrose 17" stands: two names in capitals, and nothing after."""
        keys, second = self._keys, at + 2
        if self._tokens.numbers[at] is None or second >= len(keys):
            return None
        if keys[at + 1] not in _BETWEEN_NAMES:
            return self._headline(at) if 0 < at <= _WORDS_OF_NAME else None
        if not self._capital(at - 1):
            return None
        while second - at - 2 < _WORDS_OF_NAME and self._capital(second):
            second += 1
        if second == at + 2 or second >= len(keys) or not (second + 1 == len(keys) or keys[second + 1] in CLAUSE_ENDS):
            return None
        return second

    def _headline(self, at: int) -> int | None:
        """Return where the second number of "Arsenal 2 Chelsea 1" stands: a text that holds two names and no more."""
        tokens, second = self._tokens, len(self._keys) - 1
        second -= self._keys[second] in CLAUSE_ENDS
        first = at + 1 + (self._keys[at + 1] == ",")
        one, two = tokens.numbers[at], tokens.numbers[second]
        if one is None or two is None or not one.value + two.value < _GOALS or not 0 < second - first <= _WORDS_OF_NAME:
            return None
        names = (*range(at), *range(first, second))
        if not all(self._capital(word) and tokens.numbers[word] is None for word in names):
            return None
        named = any(self.named(each) or self.well_known(each) for each in (at, second))
        return None if named or self._words.units_after.longest(self._keys, first) else second

    def named(self, at: int) -> bool:
        """Return whether what stands before a token makes the number a name: "Article 5", "No. 5", "#5"."""
        sign = self._keys[at - 1] if at else ""
        return sign == "#" or bool(self._words.names_before.before(self._keys, at - 1 if sign in _SIGNS else at))

    def housed(self, at: int, end: int) -> bool:
        """Return whether a number at the end of a phrase is that of a house: "улица Ленина, 12"."""
        written = self._tokens.text[self._tokens.starts[at] : self._tokens.ends[at]]
        if (end < len(self._keys) and self._keys[end] not in CLAUSE_ENDS) or _YEAR.fullmatch(written):
            return False  # "57 đèn đường năm 2021": street lamps of a year
        streets, first = self._words.streets, max(0, at - _WORDS_OF_STREET)
        return any(key in streets for key in self._keys[first:at])

    def well_known(self, at: int) -> bool:
        """Return whether a name in capitals that numbers belong to stands before a token: "Nord Stream 2"."""
        dash = at > 1 and self._keys[at - 1] in _BETWEEN_NAMES  # "Северный поток — 2"
        if at - dash < 1 or self._keys[at - dash - 1] not in self._words.numbered.root:
            return False
        found = self._words.numbered.before(self._keys, at - dash)
        if found is None:
            return False
        return not self._tokens.written(self._tokens.starts[found[1]], self._tokens.ends[at - 1]).islower()

    def may_name(self, one: Operand, unit: Unit | None) -> bool:
        """Return whether a number that a name stands before is no quantity: a whole one, of no length or weight."""
        number = self._tokens.numbers[one.amount.start]
        whole = number is not None and (number.bare or (number.precision < 1 and unit is None))  # "l'article 49.3"
        return whole and one.amount.scale == 1 and (unit is None or unit.id in _BEFORE)

    def magnitude(self, amount: Amount) -> Decimal | None:
        """Return what one capital tied to a number multiplies it by, None if it names something: "1.5M", not "5G"."""
        end = amount.end
        if not amount.digits or amount.scale != 1 or not self.lettered(end) or self.well_known(amount.start):
            return None
        return self._words.scales.alone(self._tokens.text[self._tokens.ends[end - 1]])

    def road(self, at: int) -> bool:
        """Return whether one capital within a sentence stands before a token: "auf der A 7"."""
        if at < 2 or self._tokens.ends[at - 1] - self._tokens.starts[at - 1] != 1 or not self._capital(at - 1):
            return False
        text, start = self._tokens.text, self._tokens.starts[at - 1]
        return text[start - 2].isalpha() and text[start - 1].isspace() and not self._tokens.adjacent(at)

    def lettered(self, end: int) -> bool:
        """Return whether one capital, of no unit, is tied to a number: "5G", "4K"."""
        text, at = self._tokens.text, self._tokens.ends[end - 1]
        letter, after = text[at : at + 1], text[at + 1 : at + 2]
        if not letter or letter == letter.upper() or after.isdigit() or after.upper() != after.lower():
            return False
        return self._tokens.written(at, at + 1).isupper()

    def _capital(self, at: int) -> bool:
        """Return whether a token begins with a capital."""
        return 0 <= at < len(self._keys) and self._tokens.is_capital(at)
