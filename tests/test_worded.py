"""Hours, decades and centuries in words, and numbers that only name: none of them is a quantity."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import Figure, read_figures
from factcheck.model import NOT_QUANTITIES, Kind


def read(text: str, tag: str) -> list[tuple[str, Kind, str | None]]:
    return [(text[f.span.start : f.span.end], f.kind, str(f.period) if f.period else None) for f in figures(text, tag)]


def figures(text: str, tag: str) -> list[Figure]:
    return read_figures(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("ar", "في القرن الحادي والعشرين", "2001/2100"),
        ("fa", "در قرن بیست و یکم", "2001/2100"),
        ("en", "in the nineteenth century", "1801/1900"),
        ("zh", "二十世纪的历史", "1901/2000"),
    ],
)
def test_centuries_in_words(tag: str, text: str, period: str) -> None:
    assert [(kind, years) for _, kind, years in read(text, tag)] == [(Kind.DATE, period)]


def test_centuries_that_are_counted_are_years() -> None:
    (figure,) = figures("Hai thế kỷ sau.", "vi")
    assert (figure.quantity.low, figure.quantity.unit) == (200, "duration-year")


@pytest.mark.parametrize(
    ("tag", "text", "hour"),
    [
        ("hi", "साढ़े आठ बजे बैठक हुई।", "साढ़े आठ बजे"),
        ("ur", "ساڑھے آٹھ بجے اجلاس ہوا۔", "ساڑھے آٹھ بجے"),
        ("ar", "الساعة الثالثة والنصف", "الثالثة والنصف"),
        ("zh", "上午十点二十分开会。", "十点二十分"),
    ],
)
def test_hours_in_words(tag: str, text: str, hour: str) -> None:
    assert [(said, kind) for said, kind, _ in read(text, tag)] == [(hour, Kind.TIME)]


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("ja", "午後3時半に始まった。", 930),
        ("ko", "오전 9시 반에 도착했다.", 570),
        ("vi", "Cuộc họp bắt đầu lúc 3 giờ kém 15.", 165),
        ("id", "Pukul 07.00-09.00.", 420),
    ],
)
def test_halves_and_minutes_before_the_hour(tag: str, text: str, minutes: int) -> None:
    assert [(f.kind, f.quantity.low) for f in figures(text, tag)] == [(Kind.TIME, minutes)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ja", "日本国憲法第9条をめぐる議論が続く。"),
        ("zh", "《民法典》第一千零四十二条。"),
        ("ko", "제9조에 따르면"),
        ("tr", "Türk Ceza Kanunu'nun 5. maddesi."),
        ("ja", "東京都千代田区永田町1-7-1"),
        ("he", "רחוב הרצל 12."),
        ("fa", "خیابان ۱۷ شهریور."),
        ("zh", "三番五次地问。"),
    ],
)
def test_numbers_that_name(tag: str, text: str) -> None:
    assert [f for f in figures(text, tag) if f.kind not in NOT_QUANTITIES and f.kind is not Kind.ORDINAL] == []
    assert not [f for f in figures(text, tag) if f.kind is Kind.ORDINAL]


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("mr", "₹२,५०० कोटी", 25_000_000_000, "INR"),
        ("ta", "10 லட்சம் பேர்", 1_000_000, None),
        ("gu", "૫.૨% વધારો", 5.2, "percent"),
        ("si", "මිලියන 5", 5_000_000, None),
        ("my", "၁,၂၃၄,၅၆၇", 1_234_567, None),
        ("ka", "1 234 567 ლარი", 1_234_567, "GEL"),
        ("am", "5 ሚሊዮን", 5_000_000, None),
        ("zu", "R250", 250, "ZAR"),
        ("kk", "5,2% өсті", 5.2, "percent"),
        ("km", "១.២៣៤.៥៦៧", 1_234_567, None),
    ],
)
def test_languages_without_a_file(tag: str, text: str, value: float, unit: str | None) -> None:
    assert [(float(f.quantity.low or 0), f.quantity.unit) for f in figures(text, tag)] == [(value, unit)]
