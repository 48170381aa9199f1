"""Which figure of one sentence answers to which figure of another: one to one, fitting figures first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.matching.sentences import MOMENTS, value_key
from factcheck.model import NOT_QUANTITIES, Kind
from factcheck.quantities import comparable_units, fit_dates, fit_in_common_unit, gap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim

_NEAR = 0.35  # how far apart, as a share of the larger one, a figure and its misquotation mostly are
_NEXT_TO = 4  # characters between the parts of a date
_MONTH, _YEAR = 1, 2
_LEAST_YEAR, _MOST_YEAR = 1000, 10000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims by their places in the two lists that were given; `fits` says whether their figures do."""

    a: int
    b: int
    fits: bool


def fits(a: Claim, b: Claim) -> bool:
    """Return whether two claims' figures fit, whatever the claims are about."""
    if a.kind in MOMENTS or b.kind in MOMENTS:
        return fit_dates(a, b) is True if a.kind is b.kind else _is_year(a, b) or _is_year(b, a)
    if Kind.SCORE in (a.kind, b.kind):
        return len(a.quantity.values) > 1 and a.quantity.values == b.quantity.values
    if a.kind in NOT_QUANTITIES or b.kind in NOT_QUANTITIES:
        return False
    made = fit_in_common_unit(a.quantity, b.quantity)
    return made is not None and made.fits


def _is_year(date: Claim, number: Claim) -> bool:
    """Return whether a bare number is the year that a date has: one language's reader may not see that it is one."""
    period = date.scope.period
    return (
        date.kind is Kind.DATE
        and period is not None
        and number.kind is Kind.COUNT
        and number.quantity.exact in {year for year in period.years if year}
    )


def same_sort(a: Claim, b: Claim) -> bool:
    """Return whether two claims' figures are of one sort, so that a difference between them is one of value.

    A bare number may stand for any quantity that looks like it: what one language says ("32 years old") another leaves
    out; so may an ordinal number ("in the 34th minute").
    """
    if a.kind is b.kind and a.kind in MOMENTS:
        return _grain(a) == _grain(b) and fit_dates(a, b) is not None
    if a.kind is Kind.DATE or b.kind is Kind.DATE:
        return _year_beside_number(a, b) or _year_beside_number(b, a)
    if Kind.SCORE in (a.kind, b.kind):
        return {a.kind, b.kind} <= {Kind.SCORE, Kind.COUNT} and len(a.quantity.values) == len(b.quantity.values) > 1
    if a.kind in NOT_QUANTITIES or b.kind in NOT_QUANTITIES:
        return False
    units = a.quantity.unit, b.quantity.unit
    if comparable_units(*units) and (a.kind is Kind.ORDINAL) == (b.kind is Kind.ORDINAL):
        return True
    looks_like_it = gap(a.quantity, b.quantity) <= _NEAR or slips(a, b) <= 1
    return None in units and looks_like_it and min(digits(a), digits(b)) > 1


def _year_beside_number(date: Claim, number: Claim) -> bool:
    """Return whether one ends in a year and the other is a bare number like it: 2017 beside 2107 or 20170."""
    value, period = number.quantity.exact, date.scope.period
    if date.kind is not Kind.DATE or number.kind is not Kind.COUNT or value is None or value % 1 or period is None:
        return False
    year = str(period.years[1] or period.years[0])
    alike = DamerauLevenshtein.distance(year, value_key(value)) <= 1
    return _grain(date) in {_MONTH, _YEAR} and (alike or _LEAST_YEAR <= value < _MOST_YEAR)


def _grain(claim: Claim) -> int:
    """Return how long a date's period is: 0 a day, 1 (_MONTH) up to a month, 2 (_YEAR) a year, 3 longer or open."""
    period = claim.scope.period
    if period is None and claim.quantity.exact is not None:
        return 0 if claim.quantity.exact % 100 or claim.kind is Kind.TIME else _MONTH
    if period is None or period.start is None or period.end is None:
        return 3
    days = (period.end - period.start).days
    return 0 if days < 1 else 1 if days < 32 else 2 if days < 367 else 3


def slips(a: Claim, b: Claim) -> int:
    """Return how many digits to change, add, leave out or swap turn one figure into the other; at most 9."""
    left, right = (_digits(claim) for claim in (a, b))
    return min(9, DamerauLevenshtein.distance(left, right))


def _digits(claim: Claim) -> str:
    if claim.kind is Kind.DATE and claim.scope.period:
        return str(claim.scope.period)
    return " ".join(value_key(value) for value in claim.quantity.values)


def digits(claim: Claim) -> int:
    """Return how many digits a claim's figure is written with."""
    return sum(letter.isdigit() for letter in _digits(claim))


def assign(a: Sequence[Claim], b: Sequence[Claim]) -> list[Pair]:
    """Return the pairs of claims of two sentences that say the same, ascending by `a`.

    Figures that fit are paired first, the most alike in unit, subject and position before the others. What is left on
    both sides is paired where the sort is the same and the figure does not fit another one of the other sentence
    (a repetition contradicts nothing).
    """
    fitting = [
        (_affinity(x, y, i / len(a) - j / len(b)), i, j) for i, x in enumerate(a) for j, y in enumerate(b) if fits(x, y)
    ]
    pairs: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in sorted(fitting, key=lambda each: (-each[0], each[1], each[2])):
        if i not in used_a and j not in used_b:
            pairs.append(Pair(i, j, fits=True))
            used_a.add(i)
            used_b.add(j)
    alike = [(i, j) for _, i, j in fitting if a[i].quantity.unit == b[j].quantity.unit]
    repeated_a = {i for i, _ in alike}
    repeated_b = {j for _, j in alike}
    left = [
        (_affinity(x, y, i / len(a) - j / len(b)) - slips(x, y) / 4, i, j)
        for i, x in enumerate(a)
        if i not in repeated_a
        for j, y in enumerate(b)
        if j not in repeated_b and same_sort(x, y)
    ]
    for _, i, j in sorted(left, key=lambda each: (-each[0], each[1], each[2])):
        if i not in used_a and j not in used_b:
            pairs.append(Pair(i, j, fits=False))
            used_a.add(i)
            used_b.add(j)
    pairs += _broken_dates(a, b, pairs)
    return sorted(pairs, key=lambda pair: (pair.a, pair.b))


def _broken_dates(a: Sequence[Claim], b: Sequence[Claim], pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs of a whole date and the number that stands where the other text's date has lost a part.

    "29 September 1918" beside "290 September 1918" is read as the month and a number right before it.
    """
    used = {pair.a for pair in pairs}, {pair.b for pair in pairs}
    made = []
    for pair in pairs:
        one, other = a[pair.a], b[pair.b]
        if pair.fits and one.kind is other.kind is Kind.DATE:
            made += [Pair(pair.a, j, fits=False) for j in _beside(other, b, used[1]) if _fuller(one, other)]
            made += [Pair(i, pair.b, fits=False) for i in _beside(one, a, used[0]) if _fuller(other, one)]
    return made


def _fuller(date: Claim, other: Claim) -> bool:
    """Return whether a date says more than another: the day beside the month, or the year beside day and month."""
    has_year, other_has = date.scope.period is not None, other.scope.period is not None
    return (has_year and not other_has) or (has_year == other_has and _grain(date) < _grain(other))


def _beside(date: Claim, claims: Sequence[Claim], used: set[int]) -> list[int]:
    """Return the bare numbers without a partner that stand right before or after a date."""
    return [
        number
        for number, claim in enumerate(claims)
        if number not in used
        and claim.kind is Kind.COUNT
        and claim.quantity.unit is None
        and min(abs(claim.span.start - date.span.end), abs(date.span.start - claim.span.end)) <= _NEXT_TO
    ]


def _affinity(a: Claim, b: Claim, apart: float) -> float:
    """Return how much two claims of aligned sentences look like one; `apart` is their distance in position, -1 to 1."""
    score = -abs(apart)
    score += 1.0 if a.quantity.unit == b.quantity.unit else 0.0
    score += 0.5 if a.kind is b.kind else 0.0
    for mine, yours in (
        (a.scope.indicator, b.scope.indicator),
        (a.scope.noun, b.scope.noun),
        (a.scope.group, b.scope.group),
        (a.scope.per, b.scope.per),
        (a.direction, b.direction),
    ):
        if mine is not None and mine == yours:
            score += 0.5
    score += 0.25 if a.role is b.role else 0.0
    return score
