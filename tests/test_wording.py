"""Claims and quantities in plain words."""

from decimal import Decimal

import pytest

from factcheck.language.packs import pack, packs
from factcheck.language.wording import describe, show, unit_name, wordings
from factcheck.model import Claim, Direction, Kind, Period, Quantity, Role, Scope, Span


def quantity(low, high, unit=None, *, approximate=False):
    def decimal(value):
        return None if value is None else Decimal(value)

    return Quantity(decimal(low), decimal(high), unit, approximate=approximate)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (quantity("4.21", "4.21", "percent"), "4.21 %"),
        (quantity("524e9", None, "VND"), "more than 524 billion VND"),
        (quantity("4", "5", "percent"), "4 to 5 %"),
        (quantity(None, "30"), "up to 30"),
        (quantity("16700", "16700"), "16,700"),
        (quantity("1.3", "1.5", "times"), "1.3 to 1.5 times"),
        (quantity("0.14", "0.14", "length-meter"), "0.14 meters"),
        (quantity("1", "1", "duration-year"), "1 year"),
        (quantity("20", "20", approximate=True), "about 20"),
        (quantity("1200000", "1200000"), "1.2 million"),
        (quantity("3", "3", "percentage point"), "3 percentage points"),
    ],
)
def test_quantities_read_as_a_person_says_them(made, words):
    assert show(made) == words


@pytest.mark.parametrize("language", wordings())
@pytest.mark.parametrize("unit", [None, "percent", "VND", "length-meter"])
@pytest.mark.parametrize("digits", [17, 29, 60])
def test_values_with_more_digits_than_python_reckons_with_are_told(language, unit, digits):
    value = int("7" * digits)
    told = show(quantity(value, value, unit), language)
    assert [str(int(each)) for each in told if each.isdecimal()] == list(str(value))


@pytest.mark.parametrize("language", wordings())
def test_every_unit_has_a_name_in_the_languages_that_claims_are_told_in(language):
    units = {unit for tag in packs() for unit in pack(tag).units.measures}
    assert len(units) > 50
    assert [unit for unit in sorted(units) if unit in show(quantity(3, 3, unit), language)] == []


@pytest.mark.parametrize(
    ("language", "unit", "words"),
    [("vi", "duration-year", "3 năm"), ("fa", "duration-hour", "۳ ساعت"), ("ar", "area-hectare", "3 هكتار")],
)
def test_units_that_have_no_full_name_are_told_by_their_short_one_or_as_newsrooms_do(language, unit, words):
    assert show(quantity(3, 3, unit), language) == words


@pytest.mark.parametrize(
    ("unit", "name"), [(None, ""), ("USD", "US dollars"), ("length-kilometer", "kilometers"), ("no such", "no such")]
)
def test_unit_names(unit, name):
    assert unit_name(unit) == name


@pytest.mark.parametrize(
    ("language", "unit", "name"),
    [
        ("en", "energy-gigawatt-hour", "gigawatt hours"),
        ("fa", "energy-gigawatt-hour", "گیگاوات ساعت"),
        ("fr", "area-square-wa", "square wa"),
        ("vi", "area-mu", "mu"),
    ],
)
def test_units_that_cldr_does_not_name_have_a_name_too(language, unit, name):
    assert unit_name(unit, language) == name
    assert show(quantity("3", "3", unit), language).endswith(name)


@pytest.mark.parametrize(
    ("language", "unit", "name"), [("th", "area-rai", "ไร่"), ("th", "energy-gigawatt-hour", "GWh")]
)
def test_units_have_names_in_languages_the_window_does_not_speak(language, unit, name):
    assert unit_name(unit, language) == name


def test_a_claim_says_what_it_is_about():
    claim = Claim(
        "d", Span(0, 4), 0, quantity("4.8", "4.8", "percent"), Kind.PERCENT, Role.CHANGE, Direction.DOWN,
        Scope("poverty rate", None, "ethnic minorities", "Ninh Thuan", Period.of_year(2021, 2023), "year"),
    )  # fmt: skip
    assert describe(claim) == "Poverty rate, ethnic minorities, Ninh Thuan, 2021/2023, fall per year"


def test_a_claim_of_which_nothing_is_known_still_has_a_name():
    assert describe(Claim("d", Span(0, 1), 0, quantity("4", "4"), Kind.COUNT)) == "Number"
