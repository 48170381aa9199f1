"""Dates, periods and clock times in the words and orders of each language."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.calendars import in_gregorian
from factcheck.claims.figures import read_figures
from factcheck.model import Kind, Period


def dates(text: str, tag: str) -> list[str]:
    """Return the periods of the dates in a text, "" for those without a year."""
    return [str(f.period or "") for f in read_figures(text, tag) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "on May 5, 2021", ["2021-05-05"]),
        ("en", "on 12 June 2020", ["2020-06-12"]),
        ("en", "on 30th September", [""]),
        ("en", "5/12/2023", ["2023-05-12"]),
        ("en", "30/12/2023", ["2023-12-30"]),
        ("en", "2021-03-04", ["2021-03-04"]),
        ("en", "in the 1990s", ["1990/1999"]),
        ("en", "in 2021/22", ["2021/2022"]),
        ("en", "from 2010 to 2015", ["2010/2015"]),
        ("en", "in 1870.", ["1870"]),
        ("en", "September 2018", ["2018-09"]),
        ("vi", "Sáng 14-4", [""]),
        ("vi", "từ 13 - 19/9/2024", ["2024-09-13/2024-09-19"]),
        ("vi", "ngày 14 tháng 9 năm 2023", ["2023-09-14"]),
        ("vi", "tháng 9/2023", ["2023-09"]),
        ("vi", "tháng 9", [""]),
        ("vi", "giai đoạn 2016-2020", ["2016/2020"]),
        ("vi", "từ năm 2016 đến năm 2020", ["2016/2020"]),
        ("vi", "quý II năm 2023", ["2023-04-01/2023-06-30"]),
        ("fr", "le 1er mai 2024", ["2024-05-01"]),
        ("fr", "du 13 au 19 septembre 2024", ["2024-09-13/2024-09-19"]),
        ("fr", "dans les années 1990", ["1990/1999"]),
        ("fr", "d'ici 2025", ["2025"]),
        ("ms", "03/11/2025", ["2025-11-03"]),
        ("ms", "3 Mei 2024", ["2024-05-03"]),
        ("ar", "١٥ يناير ٢٠٢٠", ["2020-01-15"]),
        ("ar", "15 كانون الثاني 2020", ["2020-01-15"]),
        ("ar", "للفترة ٢٠٢٢-٢٠٢٥", ["2022/2025"]),
        ("ar", "عام 1445 هـ", ["2023-07-19/2024-07-07"]),
        ("fa", "۲۵ شهریور ۱۴۰۲", ["2023-09-16"]),
        ("fa", "سال ۱۴۰۲", ["2023-03-21/2024-03-19"]),
        ("fa", "(۲۰۲۱-۲۰۲۳)", ["2021/2023"]),
        ("fa", "۱۲ مه ۲۰۲۰", ["2020-05-12"]),
        ("zh", "2023年9月14日", ["2023-09-14"]),
        ("zh", "9月", [""]),
        ("ko", "2023년 9월 14일", ["2023-09-14"]),
        ("de", "am 5. Mai 2020", ["2020-05-05"]),
        ("es", "5 de mayo de 2020", ["2020-05-05"]),
        ("ru", "в 2017 году", ["2017"]),
        ("ru", "5 мая 2020 года", ["2020-05-05"]),
    ],
)
def test_dates(tag: str, text: str, wanted: list[str]) -> None:
    assert dates(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "2,015 people"),
        ("en", "more than 2000 people"),
        ("en", "2015%"),
        ("fr", "2 015 personnes"),
        ("vi", "2.015 người"),
    ],
)
def test_numbers_like_years_that_are_none(tag: str, text: str) -> None:
    assert dates(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "10:30"), ("en", "3 p.m."), ("fr", "10 h 30"), ("fr", "à 15 heures"), ("vi", "lúc 10 giờ"),
        ("ms", "pukul 10.30"), ("ar", "الساعة 10:30"), ("fa", "ساعت ۱۰:۳۰"),
    ],
)  # fmt: skip
def test_clock_times(tag: str, text: str) -> None:
    assert [f.kind for f in read_figures(text, tag)] == [Kind.TIME]


def test_the_years_of_a_period_are_its_quantity() -> None:
    (figure,) = read_figures("in 2021-2025", "en")
    assert (figure.quantity.low, figure.quantity.high) == (2021, 2025)


@pytest.mark.parametrize(
    ("calendar", "wanted"),
    [("gregorian", "2023-02-30"), ("persian", "1402-12-30"), ("islamic", "1444-02-30")],
)
def test_days_that_no_calendar_has(calendar: str, wanted: str) -> None:
    year, month, day = (int(part) for part in wanted.split("-"))
    assert in_gregorian(calendar, year, month, day) is None


def test_buddhist_years() -> None:
    assert str(in_gregorian("buddhist", 2566, None, None)) == "2023"


@settings(max_examples=150, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.sampled_from(["ar", "en", "fa", "fr", "ms", "vi", "de", "es", "zh", "ko"]),
)
def test_long_dates_as_babel_writes_them(day: date, tag: str) -> None:
    (figure,) = read_figures(format_date(day, "long", locale=tag), tag)
    assert (figure.kind, figure.period) == (Kind.DATE, Period(day, day))


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "It rose 5% last year.", "2023"),
        ("en", "It rose 5% last month.", "2024-01"),
        ("en", "It rose 5% last quarter.", "2023-10-01/2023"),
        ("vi", "Năm ngoái tăng 5%.", "2023"),
        ("fa", "سال گذشته ۵ درصد رشد کرد.", "2022-03-21/2023-03-20"),
    ],
)
def test_periods_told_from_the_day_of_the_article(tag: str, text: str, period: str) -> None:
    found = [f for f in read_figures(text, tag, published=date(2024, 2, 10)) if f.kind is Kind.DATE]
    assert [str(f.period) for f in found] == [period]
    assert not [f for f in read_figures(text, tag) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [("en", "on June 12", 612), ("fa", "11 ژوئن", 611), ("en", "5-7 May", 505), ("cs", "15. 6.", 615)],
)
def test_dates_without_a_year_have_a_value(tag: str, text: str, value: int) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.kind, figure.quantity.low, figure.quantity.unit) == (Kind.DATE, value, "month-day")
    assert figure.period is None


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("en", "7:30 p.m.", 1170),
        ("en", "12 a.m.", 0),
        ("vi", "5.30 chiều", 1050),
        ("fa", "5.03 بعد از ظهر", 1023),
        ("ar", "الساعة 7.50 صباحًا", 470),
        ("zh", "上午10点30分", 630),
        ("ja", "午後2時", 840),
        ("fr", "15h30", 930),
    ],
)
def test_times_are_minutes_since_midnight(tag: str, text: str, minutes: int) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.kind, figure.quantity.low, figure.quantity.unit) == (Kind.TIME, minutes, "time-of-day")
