"""Bare numbers that are years: "1996", "1500 yılında", "٢٠١٥"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.calendars import likely_year
from factcheck.claims.rules import CLAUSE_ENDS

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon
    from factcheck.claims.values import Amount, Operand

_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # of years that stand with a word for year, as in "2017 года"


class Years:
    """Tells which numbers of one text they are."""

    def __init__(self, tokens: Tokens, words: Lexicon) -> None:
        self._tokens = tokens
        self._keys = tokens.keys
        self._words = words

    def is_year(self, one: Operand, end: int, low: Amount, *, counts: bool) -> bool:
        """Return whether a number without anything, until the token `end`, is a year, or the first of a range of years.

        `counts`: a noun that can be counted stands behind it.
        """
        if (counts and not self._of_year(one.start, low)) or self._is_counted(one.start, end):
            return False
        return self._may_be(one, low)

    def _of_year(self, at: int, low: Amount) -> bool:
        """Return whether words before a bare number make it a year, though it could count what follows."""
        if self._words.year_before.before(self._keys, at):
            return is_recent(low.value) or likely_year(int(low.value), self._words.calendar)
        return is_recent(low.value) and bool(self._words.articles.before(self._keys, at))

    def _is_counted(self, at: int, end: int) -> bool:
        """Return whether a bare number counts people by a word that is no noun: "1950 injured", not "in 1950"."""
        words, keys = self._words, self._keys
        counted = words.counted.longest(keys, end) is not None
        return counted and not (words.year_before.before(keys, at) or words.time_before.before(keys, at))

    def _may_be(self, one: Operand, amount: Amount) -> bool:
        if 1900 <= amount.value <= 2099 or likely_year(int(amount.value), self._words.calendar):
            return True
        if not 1000 <= amount.value <= 2200:
            return False
        words = self._words
        if words.year_before.before(self._keys, one.start) or words.year_after.longest(self._keys, one.end):
            return True
        if not 1500 <= amount.value < 1900:
            return False
        ended = one.end == len(self._tokens) or self._keys[one.end] in CLAUSE_ENDS
        return ended or bool(words.time_before.before(self._keys, one.start))


def is_recent(year: Decimal) -> bool:
    """Return whether a number may be a year of modern times, and is no round one."""
    return _FIRST_YEAR <= year <= _LAST_YEAR and year % 100 != 0
