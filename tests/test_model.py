"""The nouns."""

import pickle
from datetime import date
from decimal import Decimal

import pytest

from factcheck.model import Claim, Kind, Period, Quantity, Span


@pytest.mark.parametrize(
    ("period", "written"),
    [
        (Period.of_year(2023), "2023"),
        (Period.of_year(2021, 2023), "2021/2023"),
        (Period.of_month(2023, 12), "2023-12"),
        (Period.of_month(2024, 2), "2024-02"),
        (Period(date(2023, 5, 14), date(2023, 5, 14)), "2023-05-14"),
        (Period(date(2023, 1, 1), date(2023, 1, 1)), "2023-01-01"),
        (Period(date(2023, 12, 31), date(2023, 12, 31)), "2023-12-31"),
        (Period(date(2020, 1, 1), None), "2020/"),
        (Period(None, date(2025, 12, 31)), "/2025"),
        (Period(date(2023, 5, 14), date(2023, 6, 2)), "2023-05-14/2023-06-02"),
    ],
)
def test_a_period_is_written_as_a_reader_writes_it(period, written):
    assert str(period) == written


def test_a_quantity_states_one_value_two_or_one_bound():
    two, three = Decimal(2), Decimal(3)
    assert Quantity(two, two).values == (two,)
    assert Quantity(two, three).values == (two, three)
    assert Quantity(None, three).values == (three,)
    assert Quantity(two, two).exact == two
    assert Quantity(two, None).exact is None


def test_everything_pickles_and_spans_know_whether_they_meet():
    claim = Claim("d" * 64, Span(3, 7), 0, Quantity(Decimal(1), Decimal(1)), Kind.COUNT)
    assert pickle.loads(pickle.dumps(claim)) == claim
    assert claim.id == f"{'d' * 16}:3-7"
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
