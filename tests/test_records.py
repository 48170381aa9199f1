from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.dossier import records
from factcheck.model import Case, Claim, Finding, Match, Period, Quantity, Reason, Review, Role, Span
from samples import pair, review

FLOATS = st.floats(allow_nan=False)
DECIMALS = st.decimals(allow_nan=False)
QUANTITIES = st.builds(Quantity, st.none() | DECIMALS, st.none() | DECIMALS, precision=DECIMALS)
CLAIMS = st.builds(Claim, quantity=QUANTITIES)
REASONS = st.lists(st.builds(Reason, weight=FLOATS), max_size=3).map(tuple)
MATCHES = st.builds(Match, a=CLAIMS, b=CLAIMS, score=FLOATS, reasons=REASONS)
FINDINGS = st.builds(Finding, match=MATCHES, gap=st.none() | FLOATS)
ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
REVIEWS = st.builds(Review, when=st.datetimes(timezones=ZONES))


@settings(max_examples=50)
@given(FINDINGS | REVIEWS | st.from_type(Period))
def test_every_noun_comes_back_as_it_was(noun: object) -> None:
    assert records.read(type(noun), records.write(noun)) == noun


@settings(max_examples=30)
@given(st.datetimes(timezones=st.timezones()))
def test_a_time_of_a_named_zone_keeps_its_instant(when: datetime) -> None:
    # Not compared with ==, to which times that a change of the clock gives twice are unequal to all others.
    back = records.read(Review, records.write(replace(review("f"), when=when)))
    assert back.when.timestamp() == when.timestamp()
    assert back.when.replace(tzinfo=None) == when.replace(tzinfo=None, fold=0)


def test_records_are_compact() -> None:
    _, _, differing = pair()
    assert len(records.write(differing)) < 900
    assert records.write(Span(3, 7)) == "[3,7]"
    assert records.write(Period(date(2021, 1, 1), None)) == '["2021-01-01",null]'


def test_a_field_added_later_takes_its_default() -> None:
    older = '["f","later","","Noor","2023-11-21T09:00:00+00:00"]'
    assert records.read(Review, older) == records.read(Review, records.write(review("f"))).__class__(
        "f", records.read(Review, older).verdict, "", "Noor", datetime.fromisoformat("2023-11-21T09:00:00+00:00")
    )


def test_what_is_no_record_is_refused() -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        records.read(Claim, '["x"]')
    with pytest.raises(KeyError):
        records.read(Review, '["f","maybe","","Noor","2023-11-21T09:00:00+00:00"]')


def test_cases_are_records_too() -> None:
    persian, french, differing = pair()
    case = Case(differing, persian, french, review(differing))
    back = records.read(Case, records.write(case))
    assert back == case
    assert back.finding.match.a.role is Role.LEVEL
