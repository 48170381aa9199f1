"""Whether two quantities fit."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Claim, Kind, Period, Quantity, Scope, Span
from factcheck.quantities import fit, fit_dates, fit_in_common_unit, fit_periods, gap


def quantity(text, unit=None):
    """Read the tests' own notation: 4.21, >524, <30, 4..5, ~20."""
    about, text = text.startswith("~"), text.lstrip("~")
    low, high = text, text
    if text[0] in "<>":
        low, high = (text[1:], None) if text[0] == ">" else (None, text[1:])
    elif ".." in text:
        low, high = text.split("..")
    values = [Decimal(part) for part in (low, high) if part]
    precision = min(Decimal(1).scaleb(value.as_tuple().exponent) for value in values)
    return Quantity(Decimal(low) if low else None, Decimal(high) if high else None, unit, precision, approximate=about)


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("4.21", "4.21", "equal"),
        ("4.210", "4.21", "equal"),
        ("4.2", "4.21", "rounded"),
        ("4", "4.21", "rounded"),
        ("4.3", "4.21", ""),
        ("4.20", "4.21", ""),
        ("4.12", "4.21", ""),
        ("218", "281", ""),
        ("218", "219", ""),
        (">524", "526", "within bound"),
        (">524", "524", "within bound"),
        (">524", "523", ""),
        (">524", "5240", ""),
        (">524", ">524", "equal"),
        (">180", ">108", ""),
        ("<30", "29", "within bound"),
        ("<30", "31", ""),
        (">80000", "80000..100000", "within bound"),
        ("<100000", "80000..100000", "within bound"),
        (">80000", "70000..90000", ""),
        ("4..5", "5", "within range"),
        ("4..5", "4.5", "within range"),
        ("4..5", "5.1", ""),
        ("4..5", "4..5", "equal"),
        ("4..5", "4..6", ""),
        ("4..5", "6..7", ""),
        ("~3000", "2930", "about"),
        ("~3000", "2700", ""),
        ("12", "12.5", "rounded"),
        ("12", "12.6", ""),
    ],
)
def test_whether_figures_fit(a, b, how):
    assert fit(quantity(a), quantity(b)).how == how
    assert fit(quantity(b), quantity(a)).how == how


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (("1", "length-mile"), ("1.6", "length-kilometer"), True),
        (("10", "length-mile"), ("10", "length-kilometer"), False),
        (("200", "length-mile"), ("300", "length-kilometer"), True),
        (("205", "length-mile"), ("300", "length-kilometer"), False),
        (("30", "length-yard"), ("30", "length-meter"), True),
        (("2", "duration-year"), ("24", "duration-month"), True),
        (("50", "percent"), ("50", None), True),
        (("50", "percent"), ("50", "USD"), None),
        (("3", "USD"), ("3", "EUR"), None),
    ],
)
def test_units_are_converted_and_currencies_are_not(a, b, fits):
    made = fit_in_common_unit(quantity(*a), quantity(*b))
    assert (made and made.fits) == fits


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (Period.of_year(2023), Period.of_year(2023), True),
        (Period.of_year(2023), Period.of_month(2023, 5), True),
        (Period.of_year(2023), Period.of_year(2024), False),
        (Period.of_year(2021, 2025), Period.of_year(2024), True),
        (Period(date(2020, 1, 1), None), Period.of_year(2022), True),
        (Period(date(2020, 1, 1), None), Period.of_year(2019), False),
        (None, Period.of_year(2019), None),
    ],
)
def test_whether_periods_fit(a, b, fits):
    assert fit_periods(a, b) is fits
    assert fit_periods(b, a) is fits


VALUES = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=2)


@given(VALUES, VALUES)
def test_a_gap_is_a_share_and_has_no_order(a, b):
    left, right = (Quantity(value, value, None, Decimal("0.01")) for value in (a, b))
    assert 0 <= gap(left, right) == gap(right, left) <= 2
    assert fit(left, right).fits == (a == b)


def dated(code=None, period=None, kind=Kind.DATE):
    value = None if code is None else Decimal(code)
    unit = "time-of-day" if kind is Kind.TIME else "month-day" if code else None
    return Claim("d", Span(0, 1), 0, Quantity(value, value, unit), kind, scope=Scope(period=period))


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (dated(612), dated(612), True),
        (dated(612), dated(611), False),
        (dated(612), dated(600), True),
        (dated(612), dated(None, Period(date(2018, 6, 12), date(2018, 6, 12))), True),
        (dated(612), dated(None, Period(date(2018, 6, 11), date(2018, 6, 11))), False),
        (dated(612), dated(None, Period.of_month(2018, 6)), True),
        (dated(612), dated(None, Period.of_year(2018)), None),
        (dated(280, kind=Kind.TIME), dated(1000, kind=Kind.TIME), True),
        (dated(280, kind=Kind.TIME), dated(244, kind=Kind.TIME), False),
    ],
)
def test_dates_without_a_year_and_times_of_day(a, b, fits):
    assert fit_dates(a, b) is fits
    assert fit_dates(b, a) is fits


@pytest.mark.parametrize(
    ("fahrenheit", "celsius", "fits"),
    [
        ("104", "40", True),
        ("104", "45", False),
        ("14", "-10", True),
        ("2.7", "1.5", True),
        ("9", "5", True),
        ("9", "7", False),
    ],
)
def test_degrees_are_converted_as_a_temperature_or_as_a_change(fahrenheit, celsius, fits):
    made = fit_in_common_unit(quantity(fahrenheit, "temperature-fahrenheit"), quantity(celsius, "temperature-celsius"))
    assert made.fits is fits
