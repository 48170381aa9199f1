"""Do two quantities fit? Arithmetic only: nothing here knows what the figures are about.

Rounding is judged by the precision as written: 4.2 fits 4.21, since 4.21 rounds to 4.2; 4.20 does not. A bound fits
a value on its side and not far from it: "more than 524 billion" is a round way of saying 526, not of saying 900.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.remembered import NO_LANGUAGE, compiled
from factcheck.model import Kind
from factcheck.resources import resource

if TYPE_CHECKING:
    from factcheck.model import Claim, Period, Quantity

# How far from its figure an approximation ("about 20") reaches, as a share of it; house style guides accept a figure
# rounded to its first two digits, which is at most 5 %.
_ABOUT = Decimal("0.05")
# How far beyond a bound ("more than 500") a value may lie and still be what the writer had in mind, as a share of it;
# or less than half a unit of the bound's last digit that is not 0, for whoever could have named a nearer round figure.
_BEYOND = Decimal("0.1")
# How far a converted figure may lie from the exact conversion: writers round ("a mile" becomes "1.6 km").
_CONVERTED = Decimal("0.03")
_SUBSCRIBER = 7  # digits of a number to call from which a longer one with the same end calls the same
_HALF_A_DAY = 720  # minutes
_FAHRENHEIT = Decimal("1.8")  # degrees to one of Celsius


class Fit(NamedTuple):
    """Whether two quantities fit, and how.

    `how` is "equal", "rounded", "about", "within bound", "within range" or, if they do not fit, "". `gap` is
    |a-b| / max(|a|, |b|) of the nearest stated values, from 0 to 1.
    """

    fits: bool
    how: str
    gap: float


def gap(a: Quantity, b: Quantity) -> float:
    """Return |x-y| / max(|x|, |y|) of the two nearest values that the texts state, from 0 to 1 (2 for unlike signs)."""
    gaps = [float(abs(x - y) / max(abs(x), abs(y))) if x != y else 0.0 for x in a.values for y in b.values]
    return min(gaps, default=1.0)


def fit(a: Quantity, b: Quantity) -> Fit:
    """Return whether two quantities of the same unit fit."""
    how = _how(a, b)
    return Fit(fits=how != "", how=how, gap=0.0 if how == "equal" else gap(a, b))


def _how(a: Quantity, b: Quantity) -> str:
    """Return how two quantities of the same unit fit, as in `Fit`."""
    if a.low is b.low is a.high is b.high is None:
        return ""
    if a.low == b.low and a.high == b.high:
        return "equal"
    if not a.values or not b.values or _written_alike(a, b):
        return ""
    rules = {"within bound": _within_bound, "within range": _within_range, "rounded": _rounded, "about": _about}
    return next((how for how, rule in rules.items() if rule(a, b) or rule(b, a)), "")


def _written_alike(a: Quantity, b: Quantity) -> bool:
    """Return whether two quantities are single values of one precision, of which no rule lets unequal ones fit."""
    single = None not in (a.low, b.low) and a.low == a.high and b.low == b.high
    return single and a.precision == b.precision and not a.approximate and not b.approximate


def fit_periods(a: Period | None, b: Period | None) -> bool | None:
    """Return whether one of two periods lies within the other; None if one of them is not known."""
    if a is None or b is None:
        return None
    return _inside(a, b) or _inside(b, a)


def _round_to(value: Decimal, quantity: Quantity) -> Decimal:
    """Return half a unit of the last digit that is not 0: 300 km, in metres, reaches 50,000 to either side."""
    written = str(int(value / quantity.precision))
    return quantity.precision * Decimal(10) ** (len(written) - len(written.rstrip("0"))) / 2


def fit_dates(a: Claim, b: Claim) -> bool | None:
    """Return whether two dates, or two times of day, fit; None if they cannot be compared.

    A date without a year (unit "month-day", month * 100 + day, day 0 for a whole month) is compared by month and day.
    Times of day (unit "time-of-day", minutes since midnight) fit twelve hours apart too: not all clocks say which half.
    """
    if a.scope.period and b.scope.period:
        return fit_periods(a.scope.period, b.scope.period)
    one, other = a.quantity.exact, b.quantity.exact
    if a.kind is Kind.TIME and b.kind is Kind.TIME:
        return None if one is None or other is None else (one - other) % _HALF_A_DAY == 0
    left, right = _month_and_day(a), _month_and_day(b)
    if left is None or right is None:
        return None
    return left == right or (left[0] == right[0] and 0 in (left[1], right[1]))


def fit_degrees(a: Claim, b: Claim) -> bool:
    """Return whether two measures may be one temperature in degrees whose scale neither text names: 80 and 26.

    They are within a degree of the conversion between Fahrenheit and Celsius, since writers round what they convert.
    """
    one, other = a.quantity.exact, b.quantity.exact
    named = a.quantity.unit is not None or b.quantity.unit is not None
    if one is None or other is None or named or Kind.MEASURE not in (a.kind, b.kind):
        return False
    return any(abs((warm - 32) / _FAHRENHEIT - cold) <= 1 for warm, cold in ((one, other), (other, one)))


def fit_numbers_to_call(a: Claim, b: Claim) -> bool:
    """Return whether two numbers call the same: alike but for the code of a country before one of them (E.164)."""
    one, other = a.quantity.exact, b.quantity.exact
    if one is None or other is None:
        return False
    shorter, longer = sorted((f"{one:f}", f"{other:f}"), key=len)
    return one == other or (len(shorter) >= _SUBSCRIBER and longer.endswith(shorter))


def is_year_of(number: Claim, dated: Claim) -> bool:
    """Return whether a bare number is the year that a date has: one language's reader may not see that it is one."""
    period = dated.scope.period
    return (
        dated.kind is Kind.DATE
        and period is not None
        and number.kind is Kind.COUNT
        and number.quantity.exact in {year for year in period.years if year}
    )


def _month_and_day(claim: Claim) -> tuple[int, int] | None:
    """Return the month and the day of a date, day 0 for a whole month; None for longer stretches."""
    value, period = claim.quantity.exact, claim.scope.period
    if claim.quantity.unit == "month-day" and value is not None:
        return int(value) // 100, int(value) % 100
    if period is None or period.start is None or period.end is None or period.start.month != period.end.month:
        return None
    return period.start.month, period.start.day if period.start == period.end else 0


def _inside(a: Period, b: Period) -> bool:
    if (a.start is None and b.start is not None) or (a.end is None and b.end is not None):
        return False
    after = b.start is None or (a.start is not None and a.start >= b.start)
    before = b.end is None or (a.end is not None and a.end <= b.end)
    return after and before


def _is_bound(quantity: Quantity) -> bool:
    return (quantity.low is None) != (quantity.high is None)


def _within_bound(bound: Quantity, other: Quantity) -> bool:
    if not _is_bound(bound):
        return False
    limit = bound.values[0]
    if _is_bound(other):
        # "more than 500" beside "at least 500": the writers chose other words for the same figure
        return abs(limit - other.values[0]) <= _slack(bound, other)
    far = max(abs(limit) * _BEYOND, _round_to(limit, bound))
    # of a range one end is not far: "more than 80,000" beside "80,000 to 100,000"
    if bound.low is not None:
        return limit <= other.values[0] < limit + far
    return limit - far < other.values[-1] <= limit


def _within_range(wide: Quantity, other: Quantity) -> bool:
    if wide.low is None or wide.high is None or wide.low == wide.high or other.exact is None:
        return False
    return wide.low <= other.exact <= wide.high


def _slack(a: Quantity, b: Quantity) -> Decimal:
    """Return half a unit of the coarser last digit, and 0 where both are written with the same precision."""
    return max(a.precision, b.precision) / 2 if a.precision != b.precision else Decimal(0)


def _rounded(a: Quantity, b: Quantity) -> bool:
    if len(a.values) != len(b.values) or _is_bound(a) != _is_bound(b):
        return False
    return all(abs(x - y) <= _slack(a, b) for x, y in zip(a.values, b.values, strict=True))


def _about(a: Quantity, b: Quantity) -> bool:
    # two who both say "about" have rounded the same figure, and ought to have the same one
    if not a.approximate or b.approximate or len(a.values) != len(b.values):
        return False
    # "about 131" is rounded to ones, "about 130" to tens
    return all(
        abs(x - y) <= min(_ABOUT * max(abs(x), abs(y)), _round_to(x, a))
        for x, y in zip(a.values, b.values, strict=True)
    )


@cache
def _factors() -> dict[str, tuple[Decimal, str, Decimal]]:
    """Return unit -> (factor, base unit, offset): value in the base unit = value * factor + offset."""
    kept = compiled("factors", NO_LANGUAGE, _listed)
    return {unit: (Decimal(factor), base, Decimal(offset)) for unit, (factor, base, offset) in kept.items()}


def _listed() -> dict[str, tuple[str, str, str]]:
    import tomllib

    table = tomllib.loads(resource("units.toml").read_text("utf-8"), parse_float=str)["factors"]
    return {unit: (str(row[0]), row[1], str(row[2] if len(row) > 2 else 0)) for unit, row in table.items()}


def dimension(unit: str | None) -> str | None:
    """Return the base unit that a unit can be converted into: "length-meter" for miles; None for a bare count."""
    if unit is None:
        return None
    return _factors()[unit][1] if unit in _factors() else unit


def in_base_unit(quantity: Quantity, *, change: bool = False) -> Quantity:
    """Return a quantity converted into the base unit of its dimension; as it is where there is nothing to convert.

    As a `change` it is how much something rose or fell: 9 degrees Fahrenheit are then 5 of Celsius.
    """
    if quantity.unit not in _factors():
        return quantity
    factor, base, offset = _factors()[quantity.unit]
    if change:
        offset = Decimal(0)

    def converted(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * factor + offset

    return replace(
        quantity,
        low=converted(quantity.low),
        high=converted(quantity.high),
        unit=base,
        precision=quantity.precision * abs(factor),
    )


def comparable_units(a: str | None, b: str | None) -> bool:
    """Return whether two units can be compared: the same, or measures of the same dimension."""
    return a == b or (a is not None and dimension(a) == dimension(b))


def fit_in_common_unit(a: Quantity, b: Quantity) -> Fit | None:
    """Return whether two quantities fit, converted into one unit where they must be; None if they cannot be compared.

    A conversion fits within 3 %, or within the roundness of both figures: writers round what they convert ("a mile"
    becomes "1.6 km", "200 miles" becomes "300 km"). A bare count is compared with any unit as it stands, since one
    language may leave out what another one says ("a 29-year-old").
    """
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return fit(a, b)
    if not comparable_units(a.unit, b.unit):
        return None
    made = _fit_converted(in_base_unit(a), in_base_unit(b))
    if not made.fits and any(_factors()[unit][2] for unit in (a.unit, b.unit) if unit in _factors()):
        changed = _fit_converted(in_base_unit(a, change=True), in_base_unit(b, change=True))
        return changed if changed.fits else made
    return made


def _fit_converted(left: Quantity, right: Quantity) -> Fit:
    """Return whether two quantities, converted into one unit, fit as closely as writers convert."""
    made = fit(left, right)
    if made.fits:
        return Fit(fits=True, how="converted", gap=made.gap)
    near = len(left.values) == len(right.values) and all(
        abs(x - y) <= max(_CONVERTED * max(abs(x), abs(y)), min(_round_to(x, left), _round_to(y, right)))
        for x, y in zip(left.values, right.values, strict=True)
    )
    return Fit(fits=near, how="converted" if near else "", gap=made.gap)


def agree(a: Quantity, b: Quantity) -> bool:
    """Return whether two quantities fit, as `fit_in_common_unit` has it, and nothing more."""
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return _how(a, b) != ""
    made = fit_in_common_unit(a, b)
    return made is not None and made.fits
