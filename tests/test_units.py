"""Units: what CLDR and the language files call percent, money and measures."""

from __future__ import annotations

import tomllib

import pytest
from babel import Locale

from factcheck.claims.figures import read_figures
from factcheck.claims.units import PERCENT, compact_scales, vocabulary
from factcheck.language.packs import pack, packs
from factcheck.model import Kind
from factcheck.resources import resource


def unit(text: str, tag: str) -> tuple[str | None, Kind]:
    (figure,) = read_figures(text, tag)
    return figure.quantity.unit, figure.kind


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "5 per cent", "percent"),
        ("en", "5 percentage points", "percentage point"),
        ("fa", "۵ درصد", "percent"),
        ("ar", "٥ بالمئة", "percent"),
        ("vi", "5 phần trăm", "percent"),
        ("vi", "5 điểm phần trăm", "percentage point"),
        ("ms", "5 peratus", "percent"),
        ("tr", "%5", "percent"),
        ("tr", "yüzde 5", "percent"),
        ("de", "5 Prozent", "percent"),
        ("id", "5 persen", "percent"),
        ("en", "５﹪", "percent"),
        ("en", "5 km²", "area-square-kilometer"),
        ("vi", "5 héc-ta", "area-hectare"),
        ("fr", "5 tonnes", "mass-tonne"),
        ("fa", "تولید گندم به ۱۲۰ تن رسید", "mass-tonne"),
        ("fa", "در این حادثه ۱۲ تن کشته شدند", None),
        ("fa", "جان باختن ۱۲ تن در سیل", None),
        ("ar", "5 كيلومترات", "length-kilometer"),
        ("fa", "۵ هکتار", "area-hectare"),
        ("ms", "5 minit", "duration-minute"),
        ("ru", "5 километров", "length-kilometer"),
        ("pl", "5 kilometrów", "length-kilometer"),
        ("ja", "5キロメートル", "length-kilometer"),
        ("en", "90 km/h", "speed-kilometer-per-hour"),
        ("vi", "1.5 lần", "times"),
    ],
)
def test_percent_and_measures(tag: str, text: str, wanted: str) -> None:
    assert unit(text, tag)[0] == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "$5", "USD"),
        ("en", "US$5", "USD"),
        ("en", "RM 5", "MYR"),
        ("en", "RM5", "MYR"),
        ("vi", "5 đồng", "VND"),
        ("vi", "5₫", "VND"),
        ("fa", "۵ تومان", "IRT"),
        ("fa", "۵ ریال", "IRR"),
        ("ar", "٥ يورو", "EUR"),
        ("fr", "5 €", "EUR"),
        ("en", "TRY 5", "TRY"),
        ("en", "5 Swedish kronor", "SEK"),
        ("zh", "5美元", "USD"),
        ("hi", "₹5", "INR"),
    ],
)
def test_money(tag: str, text: str, wanted: str) -> None:
    assert unit(text, tag) == (wanted, Kind.MONEY)


@pytest.mark.parametrize("text", ["try 5 times", "5 in the morning", "top 5"])
def test_words_that_look_like_codes_and_symbols_are_none(text: str) -> None:
    (figure,) = read_figures(text, "en")
    assert figure.kind in {Kind.COUNT, Kind.MULTIPLE, Kind.TIME}


@pytest.mark.parametrize("tag", [*packs(), "de", "zh", "ru", "sw", "und"])
def test_every_vocabulary_has_percent_money_and_measures(tag: str) -> None:
    phrases = vocabulary(tag)
    assert ("%", PERCENT, "both") in phrases
    assert {u.kind for _, u, _ in phrases} >= {Kind.PERCENT, Kind.MONEY, Kind.MEASURE}
    assert all(phrase.strip() for phrase, _, _ in phrases)


def test_units_of_the_language_files_are_cldr_units_and_iso_codes() -> None:
    english = Locale.parse("en")
    codes = {*english.currencies, "IRT"}  # the toman has no ISO code; IRT is what is used for it
    table = tomllib.loads(resource("units.toml").read_text("utf-8"))
    known = {*english._data["unit_patterns"], *table["factors"], *table["regional"]["units"]}
    for measures, money in [(table["measures"], table["money"])] + [
        (pack(tag).units.measures, pack(tag).units.money) for tag in packs()
    ]:
        assert set(measures) <= known
        assert set(money) <= codes
    assert set(table["factors"]) <= known | codes


def test_magnitude_words_of_cldr() -> None:
    assert compact_scales(Locale.parse("de"))["Millionen"] == 1_000_000
    assert compact_scales(Locale.parse("zh"))["万"] == 10_000
    assert compact_scales(Locale.parse("es"))["mil millones"] == 1_000_000_000


@pytest.mark.parametrize(
    ("tag", "text", "part", "years"),
    [
        ("de", "Eine Vierunddreißigjährige wurde verletzt.", "Vierunddreißigjährige", 34),
        ("de", "Nach einer fünfjährigen Pause kehrte sie zurück.", "fünfjährigen", 5),
        ("it", "Una trentaquattrenne di Bari è rimasta ferita.", "trentaquattrenne", 34),
        ("it", "Un ventenne guidava la moto.", "ventenne", 20),
        ("cs", "Zraněna byla třicetiletá žena.", "třicetiletá", 30),
        ("cs", "Zemřel čtyřiatřicetiletý muž.", "čtyřiatřicetiletý", 34),
        ("sk", "Zomrel tridsaťštyriročný muž.", "tridsaťštyriročný", 34),
        ("hr", "Poginuo je sedamnaestogodišnji mladić.", "sedamnaestogodišnji", 17),
        ("hr", "Uhićena je dvadesettrogodišnjakinja.", "dvadesettrogodišnjakinja", 23),
        ("ru", "Погиб двадцатипятилетний рыбак.", "двадцатипятилетний", 25),
        ("uk", "Загинув двадцятирічний хлопець.", "двадцятирічний", 20),
        ("nl", "Een vierendertigjarige man raakte gewond.", "vierendertigjarige", 34),
        ("sv", "En femåring hittades i skogen.", "femåring", 5),
        ("no", "En trettifireåring ble skadet.", "trettifireåring", 34),
        ("hu", "Megsérült egy harmincnégyéves nő.", "harmincnégyéves", 34),
    ],
)
def test_ages_in_one_word(tag: str, text: str, part: str, years: int) -> None:
    (found,) = [f for f in read_figures(text, tag) if f.quantity.unit]
    assert (text[found.span.start : found.span.end], found.quantity.exact) == (part, years)
    assert found.quantity.unit == "duration-year"


@pytest.mark.parametrize(("tag", "text"), [("it", "Ottenne il premio."), ("ru", "Это многолетний опыт.")])
def test_what_only_ends_like_an_age_is_none(tag: str, text: str) -> None:
    assert read_figures(text, tag) == []
