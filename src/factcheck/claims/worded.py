"""Hours, decades and centuries in words: "साढ़े आठ बजे", "八十年代", "القرن الحادي والعشرين"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.clock import UNIT
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from factcheck.claims.marks import Mark
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_CENTURIES, _HOURS = range(2, 26), 24


def century_in_words(
    at: int, end: int, number: Decimal, tokens: Tokens, words: Lexicon, *, ordinal: bool
) -> tuple[int, Mark] | None:
    """Return the century, or with ideographs the decade, of a number and the token after it; None if it is none.

    Behind a number that is no ordinal words of centuries say how many, but with ideographs: "二十世纪".
    """
    keys = tokens.keys
    behind = (ordinal or words.ideographs) and words.centuries.longest(keys, end) is not None
    if behind or words.centuries_before.before(keys, at):
        if number not in _CENTURIES:
            return None
        first, last = int(number) * 100 - 99, int(number) * 100
        years = Quantity(Decimal(first), Decimal(last))
        return tokens.marked(at, end, Kind.DATE, years, Period.of_year(first, last))
    if words.ideographs and number % 10 == 0 and words.decades_after.longest(keys, end):
        return tokens.marked(at, end, Kind.DATE)
    return None


def hour_in_words(at: int, end: int, value: Decimal, tokens: Tokens, words: Lexicon) -> tuple[int, Mark] | None:
    """Return the hour of the day that words beside a number make of it, and the token after it; None if it is none."""
    keys = tokens.keys
    if not 0 < value <= _HOURS:
        return None
    if led := words.minutes_to.before(keys, at):  # "halb zehn"
        told = value * 60 + led[0]
        return tokens.marked(led[1], end, Kind.TIME, Quantity(told, told, UNIT))
    after = words.hours_after.longest(keys, end)
    if after is None and not words.hours_before.before(keys, at):
        return None
    last = after[1] if after else end
    more = words.halves.longest(keys, last) or words.with_hours.longest(keys, last)
    last = more[1] if more else last
    minutes = None if more else words.numbers.longest(keys, last)
    if minutes and (named := words.minutes_after.longest(keys, minutes[1])):
        last = named[1]  # "十点二十分"
    return tokens.marked(at, last, Kind.TIME)
