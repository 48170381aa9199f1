"""Numbers and shares as CLDR has them, in the digits that each language has for its own."""

from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from factcheck.language.packs import packs
from factcheck.language.writing import _ZEROS, compact, count, decimal, has_own_digits, in_digits, percent


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["1,234,567", "38.1\u00a0%", "-0.00012", "524.3 billion"]),
        ("fr", ["1\u202f234\u202f567", "38,1\u00a0%", "-0,00012", "524,3 milliards"]),
        ("ar", ["1,234,567", "38.1\u200e%\u200e", "-0.00012", "524.3 مليار"]),
        ("fa", ["۱٬۲۳۴٬۵۶۷", "\u061c۳۸٫۱٪", "-۰٫۰۰۰۱۲", "۵۲۴٫۳ میلیارد"]),
        ("bn", ["১২,৩৪,৫৬৭", "৩৮.১%", "-০.০০০১২", "৫২৪৩০ কোটি"]),
        ("pt-BR", ["1.234.567", "38,1%", "-0,00012", "524,3 bilhões"]),
    ],
)
def test_numbers(language, told):
    small = decimal(Decimal("-0.00012"), language, "#,##0.############")
    assert [count(1234567, language), percent(0.381, language), small, compact(524300000000, language)] == told


@pytest.mark.parametrize("language", ["en", "fr", "ar", "fa", "vi", "ms"])
def test_more_digits_than_python_reckons_with_are_written(language):
    written = (compact(Decimal(10**40), language), compact(Decimal(10**40), language, short=True))
    assert [sum(map(str.isdecimal, told)) > 20 for told in (*written, decimal(Decimal(10**40), language))] == [True] * 3


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("ja", "5241.235億", "5241.235億"),
        ("ko", "5241.235억", "5241.235억"),
        ("zh", "5241.235亿", "5241.235亿"),
        ("sw", "524,123,456,789", "524,123,456,789"),
        ("de", "524,123 Milliarden", "524,123 Mrd."),
    ],
)
def test_large_numbers_in_languages_that_write_them_in_one_way(language, long, short):
    value = Decimal(524123456789)
    assert (compact(value, language), compact(value, language, short=True).replace("\xa0", " ")) == (long, short)


def test_large_numbers_can_be_told_in_every_language():
    for language in packs():
        assert [compact(Decimal(524300000000), language, short=short) for short in (True, False)]


def test_hardly_any_is_not_none():
    assert percent(0, "en") == "0\u00a0%"
    assert percent(0.00001, "en") == "< 0.01\u00a0%"
    assert percent(0.004, "en", 0) == "0\u00a0%"


@pytest.mark.parametrize(
    ("share", "decimals", "told"),
    [(0.994, 0, "99"), (0.998, 0, "99"), (0.99999, 2, "99.99"), (1, 0, "100"), (1.5, 0, "150")],
)
def test_only_all_is_told_as_a_hundred_per_cent(share, decimals, told):
    assert percent(share, "en", decimals) == f"{told}\u00a0%"


def test_digits_of_a_text_of_our_own():
    assert in_digits("2023-05-14 16:40", "fa") == "۲۰۲۳-۰۵-۱۴ ۱۶:۴۰"
    assert in_digits("2023-05-14", "ar") == "2023-05-14"
    assert has_own_digits("fa")
    assert not has_own_digits("ar")


def test_every_numbering_system_that_some_language_has_for_its_own_is_known():
    systems = {Locale.parse(name).default_numbering_system for name in locale_identifiers()}
    assert systems - {"latn"} == set(_ZEROS)
    assert all(zero.isdecimal() and int(zero) == 0 for zero in _ZEROS.values())
