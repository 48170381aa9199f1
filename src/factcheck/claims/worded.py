"""Hours, days, decades and centuries in words: "साढ़े आठ बजे", "dos de mayo", "八十年代", "القرن الحادي والعشرين"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.claims.clock import UNIT
from factcheck.claims.dates import day_of_year
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from factcheck.claims.marks import Mark
    from factcheck.claims.tokens import Tokens
    from factcheck.claims.tries import Lexicon

_DAYS, _DECADES, _CENTURY = range(1, 32), range(20, 100, 10), 1900
_CENTURIES, _HOURS = range(2, 26), 24


def time_in_words(
    at: int, end: int, value: Decimal, tokens: Tokens, words: Lexicon, *, ordinal: bool = False
) -> tuple[int, Mark] | None:
    """Return the hour, day, decade or century that words beside a number word make of it, and the token after it.

    None if they make none of it.
    """
    found = _hour(at, end, value, tokens, words) or _century(at, end, value, tokens, words, ordinal=ordinal)
    if found is None and not ordinal:
        found = _day(at, end, value, tokens, words)
    return found or _decade(at, end, value, tokens, words)


def _hour(at: int, end: int, value: Decimal, tokens: Tokens, words: Lexicon) -> tuple[int, Mark] | None:
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


def _day(at: int, end: int, day: Decimal, tokens: Tokens, words: Lexicon) -> tuple[int, Mark] | None:
    """Return the token after a day in words and its month, and the date; None if no month follows: "dos de mayo"."""
    month = words.months.longest(tokens.keys, end) if day in _DAYS else None
    if month is None:
        return None
    span = tokens.starts[at], tokens.ends[month[1] - 1]
    mark = day_of_year(span, int(month[0]), int(day), int(day))
    return (month[1], mark) if mark else None


def _decade(at: int, end: int, value: Decimal, tokens: Tokens, words: Lexicon) -> tuple[int, Mark] | None:
    """Return a decade of the last century and the token after it, None if it is none: "gli anni Ottanta"."""
    if value not in _DECADES or not words.decades.before(tokens.keys, at):
        return None
    first = _CENTURY + int(value)
    years = Quantity(Decimal(first), Decimal(first + 9))
    return tokens.marked(at, end, Kind.DATE, years, Period.of_year(first, first + 9))


def _century(
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
