"""Of what sort a figure is, how it is written, and whether two of one sort fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.language.currencies import in_one_currency
from factcheck.matching.sentences import MOMENTS, value_key
from factcheck.model import NOT_QUANTITIES, Kind, Period
from factcheck.quantities import (
    agree,
    comparable_units,
    fit_dates,
    fit_degrees,
    fit_numbers_to_call,
    gap,
    is_year_of,
)

if TYPE_CHECKING:
    from factcheck.model import Claim

_NEAR = 0.35  # how far apart, as a share of the larger one, a figure and its misquotation mostly are
_SEVERAL = 0.67  # of the larger one, for it to be more than three times the smaller one
_DAY, _MONTH, _YEAR, _DECADE, _ERA = range(5)  # how long the period of a date is
_LEAST_YEAR, _MOST_YEAR = 1000, 10000
_LAST_DAY = 31


def fits(a: Claim, b: Claim) -> bool:
    """Return whether two claims' figures fit, whatever the claims are about."""
    if a.kind in MOMENTS or b.kind in MOMENTS:
        return fit_dates(a, b) is True if a.kind is b.kind else is_year_of(a, b) or is_year_of(b, a)
    if Kind.SCORE in (a.kind, b.kind):
        return len(a.quantity.values) > 1 and a.quantity.values == b.quantity.values
    if Kind.PHONE in (a.kind, b.kind):
        return fit_numbers_to_call(a, b)
    if a.kind in NOT_QUANTITIES or b.kind in NOT_QUANTITIES:
        return False
    return agree(*in_one_currency(a.quantity, b.quantity)) or fit_degrees(a, b)


def same_sort(a: Claim, b: Claim) -> bool:
    """Return whether two claims' figures are of one sort, so that a difference between them is one of value.

    A bare number may stand for any quantity that looks like it: what one language says ("32 years old") another leaves
    out; so may an ordinal number ("in the 34th minute").
    """
    if a.kind is b.kind and a.kind in MOMENTS:
        return _same_grain(a, b) and fit_dates(a, b) is not None
    if a.kind is Kind.DATE or b.kind is Kind.DATE:
        return _part_beside_number(a, b) or _part_beside_number(b, a)
    if Kind.SCORE in (a.kind, b.kind):
        return {a.kind, b.kind} <= {Kind.SCORE, Kind.COUNT} and len(a.quantity.values) == len(b.quantity.values) > 1
    if Kind.PHONE in (a.kind, b.kind):
        # editions name the hotlines of their countries: only a slip of the pen is a contradiction
        return {a.kind, b.kind} <= {Kind.PHONE, Kind.COUNT} and slips(a, b) <= 1 < min(digits(a), digits(b))
    if a.kind in NOT_QUANTITIES or b.kind in NOT_QUANTITIES:
        return False
    one, other = in_one_currency(a.quantity, b.quantity)
    units = one.unit, other.unit
    if a.kind is b.kind is Kind.ORDINAL:
        # the first and the second of something stand in one sentence, and translators leave out either
        return a.scope.noun == b.scope.noun is not None or min(digits(a), digits(b)) > 1
    if comparable_units(*units) and Kind.ORDINAL not in (a.kind, b.kind):
        return True
    # "eight of ten" is a share of 80 % in one language and two numbers in another
    looks_like_it = gap(a.quantity, b.quantity) <= _NEAR or (slips(a, b) <= 1 and "percent" not in units)
    return None in units and looks_like_it and min(digits(a), digits(b)) > 1


def _same_grain(a: Claim, b: Claim) -> bool:
    """Return whether two dates are of one length; a decade stands beside a year, since texts say "in 1980" for it."""
    grains = {grain(a), grain(b)}
    return len(grains) == 1 or grains == {_YEAR, _DECADE}


def _part_beside_number(date: Claim, number: Claim) -> bool:
    """Return whether a bare number is like a part of a date: 2017 beside 2107 or 20170, 29 March beside 92 or 290."""
    value, period = number.quantity.exact, date.scope.period
    if date.kind is not Kind.DATE or number.kind is not Kind.COUNT or value is None:
        return False
    if value != value.to_integral_value():
        return False
    written = value_key(value)
    if grain(date) == _DAY:
        day = period.start.day if period and period.start else int(date.quantity.exact or 0) % 100
        # one digit is another, two are swapped, or there is a nought too many; 247 is no slip of the 24th
        slipped = len(written) == len(str(day)) and DamerauLevenshtein.distance(str(day), written) == 1
        return value > _LAST_DAY and (slipped or value == 10 * day)
    if period is None or grain(date) == _ERA:
        return False
    year = str(period.years[0] if grain(date) == _DECADE else period.years[1] or period.years[0])
    return DamerauLevenshtein.distance(year, written) <= 1 or _LEAST_YEAR <= value < _MOST_YEAR


def grain(claim: Claim) -> int:
    """Return how long a date's period is: 0 a day, 1 up to a month, 2 a year, 3 a decade, 4 longer or open."""
    period = claim.scope.period
    if period is None and claim.quantity.exact is not None:
        return _DAY if claim.quantity.exact % 100 or claim.kind is Kind.TIME else _MONTH
    if period is None or period.start is None or period.end is None:
        return _ERA
    if period.start.year % 10 == 0 and period == Period.of_year(period.start.year, period.start.year + 9):
        return _DECADE
    days = (period.end - period.start).days
    return _DAY if days < 1 else _MONTH if days < 32 else _YEAR if days < 367 else _ERA


def slips(a: Claim, b: Claim) -> int:
    """Return how many digits to change, add, leave out or swap turn one figure into the other; at most 9."""
    left, right = (_digits(claim) for claim in (a, b))
    return min(9, DamerauLevenshtein.distance(left, right))


def far(a: Claim, b: Claim) -> bool:
    """Return whether one figure is several times the other, and no slip of a digit or the point makes them one."""
    if a.kind in NOT_QUANTITIES or b.kind in NOT_QUANTITIES or slips(a, b) <= 1:
        return False
    if gap(*in_one_currency(a.quantity, b.quantity)) <= _SEVERAL:
        return False
    one, other = (_digits(claim).replace(".", "").strip("0") for claim in (a, b))
    return one != other or len(one) == 1


def same_digits(a: Claim, b: Claim) -> bool:
    """Return whether two values have the same digits in another order, or their mark elsewhere: 214, 241, 21.4."""
    one, other = (sorted(digit for digit in _digits(claim) if digit in "123456789") for claim in (a, b))
    return one == other and len(set(one)) > 1 and a.quantity.exact != b.quantity.exact


def _digits(claim: Claim) -> str:
    if claim.kind is Kind.DATE and claim.scope.period:
        return str(claim.scope.period)
    return " ".join(value_key(value) for value in claim.quantity.values)


def digits(claim: Claim) -> int:
    """Return how many digits a claim's figure is written with."""
    return sum(letter.isdigit() for letter in _digits(claim))
