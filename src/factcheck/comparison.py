"""A match becomes a finding: whether the two figures fit, and if not, what is wrong."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.currencies import in_one_currency
from factcheck.language.statements import PARTING, parted, slip
from factcheck.language.wording import describe, moments, show
from factcheck.model import Direction, Finding, Kind, Relation, Role
from factcheck.quantities import Fit, fit_dates, fit_degrees, fit_in_common_unit, fit_numbers_to_call, is_year_of

if TYPE_CHECKING:
    from factcheck.model import Claim, Match, Quantity

_TEN_TIMES = 0.9  # of a logarithm to the base ten: almost 1
_TINY = 1e-9
_THOUSAND = Decimal(1000)


def compare(match: Match) -> Finding:
    """Return the finding of a match.

    Agree: the figures fit and nothing of their scopes is known to part. Differ: the scopes do not part and the figures
    do not fit. Check: the scopes part, or the units cannot be compared.
    """
    a, b = match.a, match.b
    if {a.kind, b.kind} & {Kind.DATE, Kind.TIME}:
        return _compare_dates(match)
    if Kind.SCORE in {a.kind, b.kind}:
        return _compare_scores(match)
    if Kind.PHONE in {a.kind, b.kind}:
        return _compare_numbers_to_call(match)
    made = fit_in_common_unit(*in_one_currency(a.quantity, b.quantity))
    if made is not None and not made.fits and fit_degrees(a, b):
        made = Fit(fits=True, how="converted", gap=made.gap)
    conflicts = match.conflicts if made is not None else (*match.conflicts, "unit")
    if conflicts or made is None:
        gap = round(made.gap, 4) if made is not None else None
        return Finding(match, Relation.CHECK, PARTING[conflicts[0]], gap, f"{_both(a, b)}: {parted(conflicts, a, b)}")
    if made.how == "equal" and _reversed(a, b):
        return Finding(match, Relation.DIFFER, "direction", None, f"{_both(a, b)}: {slip('direction')}")
    if made.fits:
        return Finding(match, Relation.AGREE, made.how, round(made.gap, 4), f"{_both(a, b)}: {slip(made.how)}")
    kind, words = _slip(a, b)
    return Finding(match, Relation.DIFFER, kind, round(made.gap, 4), f"{_both(a, b)}: {words}")


def _reversed(a: Claim, b: Claim) -> bool:
    """Return whether two changes of one indicator go opposite ways."""
    changes = a.role is b.role is Role.CHANGE and a.scope.indicator == b.scope.indicator is not None
    return changes and {a.direction, b.direction} == set(Direction)


def _compare_dates(match: Match) -> Finding:
    """Compare two dates, or a year with the number that one text has in its place."""
    a, b = match.a, match.b
    name = "Time" if a.kind is Kind.TIME else "Date"
    one, other = moments(a, b)
    said = f"{name}: {one} beside {other}"
    if fit_dates(a, b) if a.kind is b.kind else is_year_of(a, b) or is_year_of(b, a):
        return Finding(match, Relation.AGREE, "equal", 0.0, f"{said}: they fit")
    if match.conflicts:
        return Finding(match, Relation.CHECK, PARTING[match.conflicts[0]], None, f"{said}: these may be two")
    if _exchanged(a, b):
        return Finding(match, Relation.DIFFER, "day and month", None, f"{said}: day and month are exchanged")
    return Finding(match, Relation.DIFFER, name.lower(), None, f"{said}: they do not fit")


def _exchanged(a: Claim, b: Claim) -> bool:
    """Return whether the day of one date is the month of the other, and the other way round."""
    days = [claim.scope.period.start if claim.scope.period else None for claim in (a, b)]
    if days[0] and days[1]:
        return (days[0].year, days[0].month, days[0].day) == (days[1].year, days[1].day, days[1].month)
    one, other = a.quantity.exact, b.quantity.exact
    if one is None or other is None or {a.quantity.unit, b.quantity.unit} != {"month-day"}:
        return False
    return divmod(one, 100) == tuple(reversed(divmod(other, 100)))


def _compare_scores(match: Match) -> Finding:
    """Compare the scores of a game; the order of the sides is not known, since texts put either first."""
    one, other = moments(match.a, match.b)
    said = f"Score: {one} beside {other}"
    if match.a.quantity.values == match.b.quantity.values:  # one of them may be read as "7 to 9", and told as that
        return Finding(match, Relation.AGREE, "equal", 0.0, f"{said}: the same")
    if match.conflicts:
        return Finding(match, Relation.CHECK, PARTING[match.conflicts[0]], None, said)
    return Finding(match, Relation.DIFFER, "score", None, f"{said}: they do not fit")


def _compare_numbers_to_call(match: Match) -> Finding:
    """Compare two numbers to call; of which place or time the sentences speak tells nothing."""
    one, other = moments(match.a, match.b)
    said = f"Number: {one} beside {other}"
    if fit_numbers_to_call(match.a, match.b):
        return Finding(match, Relation.AGREE, "equal", 0.0, f"{said}: the same")
    kind, words = _slip(match.a, match.b)
    return Finding(match, Relation.DIFFER, kind, None, f"{said}: {words}")


def _both(a: Claim, b: Claim) -> str:
    subject = max(describe(a), describe(b), key=len)
    said = f"{subject}: {show(a.quantity)} beside {show(b.quantity)}"
    if in_one_currency(a.quantity, b.quantity)[1].unit == b.quantity.unit:
        return said
    return f"{said} (which of the currencies of one name is meant is assumed)"


def _slip(a: Claim, b: Claim) -> tuple[str, str]:
    """Return the type of a difference and how it is said."""
    left, right = a.quantity.values, b.quantity.values
    if _beyond(a.quantity, b.quantity) or _beyond(b.quantity, a.quantity):
        kind = _slip_of(left[0], right[0]) if len(left) == len(right) == 1 else "plain"
        kind = "bound" if kind in {"plain", "digit slipped"} else kind
        return kind, slip(kind, left[0], right[0])
    apart = [(x, y) for x, y in zip(left, right, strict=False) if x != y]
    if len(apart) == len(left) == len(right) == 2:
        return "another range", slip("another range")
    if len(left) != len(right) or len(apart) != 1:
        return "plain", slip("plain")
    x, y = apart[0]
    kind = _slip_of(x, y)
    if kind == "plain" and _badly_rounded(a.quantity, b.quantity):
        kind = "rounding"
    coarse = min((a.quantity, b.quantity), key=lambda quantity: abs(quantity.values[0])).precision
    if kind == "scale" and max(abs(x / y), abs(y / x)) == _THOUSAND and coarse == 1 / _THOUSAND:
        kind = "separator"  # 4.210 beside 4,210
    return kind, slip(kind, x, y)


def _beyond(bound: Quantity, other: Quantity) -> bool:
    """Return whether a figure is on the wrong side of a bound: 480 beside "more than 500"."""
    if (bound.low is None) == (bound.high is None) or not other.values:
        return False
    if bound.low is not None:
        return other.high is not None and other.high < bound.low
    return bound.high is not None and other.low is not None and other.low > bound.high


def _badly_rounded(a: Quantity, b: Quantity) -> bool:
    """Return whether one figure has fewer digits, and is the other one cut or rounded the wrong way: 4.3 for 4.21."""
    fine, coarse = sorted((a, b), key=lambda quantity: quantity.precision)
    if fine.exact is None or coarse.exact is None or fine.precision == coarse.precision:
        return False
    return coarse.precision / 2 < abs(fine.exact - coarse.exact) < coarse.precision


def _slip_of(x: Decimal, y: Decimal) -> str:
    if x and y:
        ratio = math.log10(max(abs(x / y), abs(y / x)))
        if ratio > _TEN_TIMES and abs(ratio - round(ratio)) < _TINY:
            return "scale"
    left, right = _written(x), _written(y)
    if len(left) == len(right):
        places = [i for i, (m, n) in enumerate(zip(left, right, strict=True)) if m != n]
        if len(places) == 2 and [left[i] for i in places] == [right[i] for i in reversed(places)]:
            return "digits swapped"
        if len(places) == 1 and len(left) > 1:
            return "digit slipped"
    if abs(len(left) - len(right)) == 1:
        longer, shorter = sorted((left, right), key=len, reverse=True)
        if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
            return "digit missing"
    return "plain"


def _written(value: Decimal) -> str:
    """Return a value's digits with its point, as they would be typed: a swap across the point counts too."""
    return f"{abs(value).normalize():f}"
