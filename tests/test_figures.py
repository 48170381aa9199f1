"""Figures in running text: tables of sentences for what no language file's examples cover, and properties."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import grows_with_its_length
from factcheck.claims.figures import read_figures
from factcheck.language.packs import packs
from factcheck.model import NOT_QUANTITIES, Kind

SIX = ("ar", "en", "fa", "fr", "ms", "vi")


def read(text: str, tag: str) -> list[tuple[str, object, str | None]]:
    """Return text, value (or both ends) and unit of each quantity."""
    found = []
    for figure in read_figures(text, tag):
        if figure.kind not in NOT_QUANTITIES:
            quantity = figure.quantity
            value = quantity.low if quantity.low == quantity.high else (quantity.low, quantity.high)
            found.append((text[figure.span.start : figure.span.end], value, quantity.unit))
    return found


def kinds(text: str, tag: str) -> list[tuple[str, Kind]]:
    return [(text[f.span.start : f.span.end], f.kind) for f in read_figures(text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("fr", "12\u00a0500", 12500),
        ("fr", "1\u202f250\u202f000", 1_250_000),
        ("fr", "12 500,5", "12500.5"),
        ("en", "12,34,567", 1_234_567),
        ("en", "1'250'000", 1_250_000),
        ("fa", "۲۶،۷۵۰", 26750),
        ("fa", "۲٬۵۲", "2.52"),
        ("fa", "۳٫۵", "3.5"),
        ("ar", "٢٬٥٠٠", 2500),
        ("ar", "20.000", 20000),
        ("vi", "16,700", 16700),
        ("vi", "16.700", 16700),
        ("vi", "4.21", "4.21"),
        ("de", "1.234.567,89", "1234567.89"),
        ("en", "1.234.567,89", "1234567.89"),
        ("hi", "१२,३४,५६७", 1_234_567),
        ("th", "๑๒,๓๔๕", 12345),
        ("en", "２５", 25),
        ("en", "0.125", "0.125"),
        ("es", "150 000", 150_000),
    ],
)
def test_separators(tag: str, text: str, value: int | str) -> None:
    assert [v for _, v, _ in read(text, tag)] == [Decimal(value)]


def test_the_rest_of_the_text_decides_between_grouping_and_decimals() -> None:
    assert read("Có 3,125 hộ.", "vi")[0][1] == 3125
    assert read("Chỉ số 3,125 cao hơn 2,75.", "vi")[0][1] == Decimal("3.125")
    text = "Chỉ số trước là 2,75. Chỉ số nay là 3,125."
    assert [f.quantity.low for f in read_figures(text, "vi", text.index(". ") + 2)] == [Decimal("3.125")]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "500,000 VND", [("500,000 VND", 500_000, "VND")]),
        ("en", "U.S. $25,000", [("$25,000", 25_000, "USD")]),
        ("en", "Daniels's $15,000", [("$15,000", 15_000, "USD")]),
        ("en", "$5m and 5 m", [("$5m", 5_000_000, "USD"), ("5 m", 5, "length-meter")]),
        ("en", "-5°C", [("-5°C", -5, "temperature-celsius")]),
        ("en", "20 million in 2020", [("20 million", 20_000_000, None)]),
        ("fr", "3 Mds€ en 2020", [("3 Mds€", 3_000_000_000, "EUR")]),
        ("fr", "en 2015 l'État", []),
        ("vi", "432 triệu đồng", [("432 triệu đồng", 432_000_000, "VND")]),
        ("vi", "1-1,5%/năm", [("1-1,5%", (Decimal(1), Decimal("1.5")), "percent")]),
        ("vi", "trên 3%/năm", [("3%", (3, None), "percent")]),
        ("vi", "dưới 3%", [("3%", (None, 3), "percent")]),
        ("ms", "lebih 4,000 isi rumah", [("4,000", (4000, None), None)]),
        ("tr", "20 milyondan fazla", [("20 milyondan", (20_000_000, None), None)]),
        ("ru", "14-процентном росте", [("14-процентном", 14, "percent")]),
        ("hr", "pet posto ljudi", [("pet posto", 5, "percent")]),
        ("hr", "Pet ljudi došlo je u pet kuća.", [("Pet", 5, None), ("pet", 5, None)]),
        ("hr", "10.000 godišnje", [("10.000", 10_000, None)]),
        ("bg", "3-годишно дете", [("3-годишно", 3, "duration-year")]),
        ("af", "R2 080 en 120 m2", [("R2 080", 2080, "ZAR"), ("120 m2", 120, "area-square-meter")]),
        ("bg", "10 000 годишно", [("10 000", 10_000, None)]),
        ("zh", "1.5亿人", [("1.5亿", 150_000_000, None)]),
        ("zh", "三十五个", [("三十五", 35, None)]),
        ("ko", "5만명", [("5만", 50_000, None)]),
        ("th", "5ล้านบาท", [("5ล้านบาท", 5_000_000, "THB")]),
        ("sw", "milioni 11", [("milioni 11", 11_000_000, None)]),
        ("de", "3 Mio. Euro", [("3 Mio. Euro", 3_000_000, "EUR")]),
        ("en", "between 900,000 and 1.2 million", [("900,000 and 1.2 million", (900_000, 1_200_000), None)]),
        ("en", "1 in 10 children", [("1 in 10", 10, "percent")]),
        ("en", "3 in 4 days", [("3", 3, None), ("4 days", 4, "duration-day")]),
        ("en", "one in 10 all over the world", [("one in 10", 10, "percent")]),
        ("fil", "P500 ang bayad, tingnan sa pahina 9 p", [("P500", 500, "PHP")]),
        ("fil", "SUGATAN ANG 20 PASAHERO", [("20", 20, None)]),
        ("fr", "500 ILS", [("500 ILS", 500, "ILS")]),
        ("en", "two boys in 5 cities", [("two", 2, None), ("5", 5, None)]),
        ("en", "2 people in every 5 people", [("2 people in every 5", 40, "percent")]),
        ("fa", "۲ نفر از هر ۵ نفر", [("۲ نفر از هر ۵", 40, "percent")]),
        ("en", "Article 3 in 9 schools", [("9", 9, None)]),
        ("fr", "3 ménages sur 10", [("3 ménages sur 10", 30, "percent")]),
        ("vi", "9/12 xã", [("9/12", 75, "percent")]),
        ("en", "upwards of 4,000", [("4,000", (4000, None), None)]),
    ],
)
def test_quantities(tag: str, text: str, wanted: list[tuple[str, object, str | None]]) -> None:
    assert read(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "see https://example.org/a1/2020", [("https://example.org/a1/2020", Kind.URL)]),
        ("en", "qn2.jpg and 150207p24c32", [("qn2.jpg", Kind.ID), ("150207p24c32", Kind.ID)]),
        ("en", "call 020 7946 0958", [("020 7946 0958", Kind.PHONE)]),
        ("en", "COVID-19 in version 2.1.3", [("COVID-19", Kind.ID), ("2.1.3", Kind.VERSION)]),
        ("en", "won 3-1", [("3-1", Kind.SCORE)]),
        ("en", "Arsenal 2 Chelsea 1", [("2 Chelsea 1", Kind.SCORE)]),
        ("fr", "Lyon 2, Nice 0", [("2, Nice 0", Kind.SCORE)]),
        ("en", "Article 5, Section 3", [("5", Kind.ID), ("3", Kind.ID)]),
        ("en", "London has 3, Bristol 2", [("3", Kind.COUNT), ("2", Kind.COUNT)]),
        ("en", "in FY2024/25", [("FY2024/25", Kind.DATE)]),
        ("en", "24/7", [("24/7", Kind.ID)]),
        ("en", "ISBN 978-3-16-148410-0", [("978-3-16-148410-0", Kind.ID)]),
        ("en", "6.02e23 of them", [("6.02e23", Kind.COUNT)]),
        ("de", "Rufen Sie 030 12345678 an", [("030 12345678", Kind.PHONE)]),
        ("vi", "số 24/2021/QĐ-TTg", [("24/2021/QĐ-TTg", Kind.ID)]),
        ("vi", "30/4 và 1/5", [("30/4", Kind.DATE), ("1/5", Kind.DATE)]),
        ("en", "#3", [("3", Kind.ID)]),
        ("vi", "Điều 109, lớp 10", [("109", Kind.ID), ("10", Kind.ID)]),
        ("fr", "le 13e Congrès", [("13e", Kind.ORDINAL)]),
        ("fr", "à 15 heures ou 15h30", [("à 15 heures", Kind.TIME), ("15h30", Kind.TIME)]),
        ("ms", "tempat ke-13", [("13", Kind.ORDINAL)]),
    ],
)
def test_what_is_no_quantity(tag: str, text: str, wanted: list[tuple[str, Kind]]) -> None:
    assert kinds(text, tag) == wanted


def test_precision_is_that_of_the_last_digit_written() -> None:
    precision = {
        text: read_figures(text, "en")[0].quantity.precision for text in ("4.21%", "1.5 million", "4,000", "3 bn")
    }
    assert precision == {
        "4.21%": Decimal("0.01"), "1.5 million": Decimal(100_000), "4,000": Decimal(1), "3 bn": Decimal(1_000_000_000),
    }  # fmt: skip


def test_approximations() -> None:
    assert read_figures("about 40 people", "en")[0].quantity.approximate
    assert not read_figures("exactly 40 people", "en")[0].quantity.approximate


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("bn", "এক কোটি ১৫ লাখ", 11_500_000),
        ("en", "one million 200 thousand", 1_200_000),
        ("hi", "एक करोड़ 15 लाख", 11_500_000),
        ("ta", "ஒரு லட்சத்து 25 ஆயிரத்து 430", 125_430),
    ],
)
def test_digits_with_a_smaller_magnitude_go_on_a_number_in_words(tag: str, text: str, value: int) -> None:
    assert read(text, tag) == [(text, value, None)]


@pytest.mark.parametrize(("tag", "text"), [("bn", "৫ কোটি"), ("ta", "5 கோடி")])
def test_a_vowel_in_two_signs_is_the_same_vowel(tag: str, text: str) -> None:
    apart = text.replace("\u09cb", "\u09c7\u09be").replace("\u0bcb", "\u0bc7\u0bbe")
    assert apart != text
    assert read(apart, tag) == [(apart, 50_000_000, None)]


def test_positions_are_those_of_the_whole_text() -> None:
    text = "Một. Có ba\u0323n 5 hộ\u0301 và 7 xã\u200f."
    figures = read_figures(text, "vi", 5)
    assert [text[f.span.start : f.span.end] for f in figures] == ["5", "7"]


def test_a_figure_begins_with_its_letter_where_accents_are_characters_of_their_own() -> None:
    text = unicodedata.normalize("NFD", "Ötven ember és öt gyerek")
    assert [text[f.span.start : f.span.end] for f in read_figures(text, "hu")] == [
        unicodedata.normalize("NFD", word) for word in ("Ötven", "öt")
    ]


@pytest.mark.parametrize("tag", ["und", "xx", "en-GB", "zh-Hant"])
def test_any_tag_is_read(tag: str) -> None:
    assert read("12.5%", tag) == [("12.5%", Decimal("12.5"), "percent")]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from((*packs(), "zh", "th", "ru", "und")))
def test_any_text_gives_figures_in_order_within_it(text: str, tag: str) -> None:
    end = 0
    for figure in read_figures(text, tag):
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end


ALPHABET = "0123456789٤۵五.,،٬'’ \u00a0\u202f-–/%٪$€:hkm()triệu million và و à to مليون năm 2020 may"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=60), st.sampled_from(SIX))
def test_any_jumble_of_digits_and_marks_is_read(text: str, tag: str) -> None:
    for figure in read_figures(text, tag):
        quantity = figure.quantity
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@settings(max_examples=200, deadline=None)
@given(st.integers(10_000, 10**12 - 1), st.sampled_from(SIX))
def test_integers_as_babel_writes_them(value: int, tag: str) -> None:
    assert [v for _, v, _ in read(format_decimal(value, locale=tag), tag)] == [value]


@settings(max_examples=200, deadline=None)
@given(st.decimals(0, 10**8, places=2), st.sampled_from(SIX), st.sampled_from(["latn", "default"]))
def test_percentages_as_babel_writes_them(value: Decimal, tag: str, system: str) -> None:
    written = format_percent(value / 100, format="#,##0.00%", locale=tag, numbering_system=system)
    assert [(v, u) for _, v, u in read(written, tag)] == [(value, "percent")]


@pytest.mark.parametrize("unit", ["1", "a", "و", "123,", "1.", "1-", "1/2 ", "1h", "one ", "1 may ", "a1", "٪", "و و "])
@pytest.mark.parametrize("tag", ["en", "vi"])
def test_time_grows_with_the_text_only(tag: str, unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    assert grows_with_its_length(lambda part: read_figures(part, tag), text)


def test_sums_come_to_an_end() -> None:
    assert len(read_figures("milioni tatu na elfu mia mbili, " * 2000, "sw")) == 2000


def test_a_word_met_as_a_stranger_is_still_known_behind_a_number() -> None:
    alone = "Rusya'da milyondan söz edildi"
    first = read("20 milyondan fazla kişi", "tr")
    assert first
    assert read(alone, "tr") == read(alone, "tr")
    assert read("20 milyondan fazla kişi", "tr") == first


# Locales whose grouping no rule can tell from a list: Toki Pona groups by two.
BABEL_EXCEPTIONS = {"tok"}
LOCALES = sorted(tag for tag in locale_identifiers() if "_" not in tag and tag not in BABEL_EXCEPTIONS)


@settings(max_examples=100, deadline=None)
@given(st.integers(1000, 10**12 - 1), st.integers(0, 99), st.sampled_from(LOCALES))
def test_numbers_as_babel_writes_them_in_any_locale(whole: int, part: int, tag: str) -> None:
    value = Decimal(f"{whole * 10}.{part:02}")
    written = format_decimal(value, locale=tag)
    assert [v for _, v, _ in read(written, tag)] == [value]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "6ft 6in", [("6ft 6in", 78, "length-inch")]),
        ("en", "after a year and six months", [("a year and six months", 18, "duration-month")]),
        ("en", "twice a year and six men", [("six", 6, None)]),
        ("ru", "год и шесть месяцев", [("год и шесть месяцев", 18, "duration-month")]),
        ("ru", "За 2022 год и 6 месяцев", [("6 месяцев", 6, "duration-month")]),
        ("hr", "godinu i šest mjeseci", [("godinu i šest mjeseci", 18, "duration-month")]),
        ("sr", "годину дана и шест месеци", [("годину дана и шест месеци", 18, "duration-month")]),
        ("ru", "час 45 минут", [("час 45 минут", 105, "duration-minute")]),
        ("pl", "rok i sześć miesięcy", [("rok i sześć miesięcy", 18, "duration-month")]),
        ("ar", "سنة وستة أشهر", [("سنة وستة أشهر", 18, "duration-month")]),
        ("he", "שעה ו-20 דקות", [("שעה ו-20 דקות", 80, "duration-minute")]),
        ("ms", "setahun enam bulan", [("setahun enam bulan", 18, "duration-month")]),
        ("fi", "vuoden ja kuusi kuukautta", [("vuoden ja kuusi kuukautta", 18, "duration-month")]),
        ("en", "a 6-foot-6 man", [("6-foot-6", 78, "length-inch")]),
        ("fr", "1m75", [("1m75", 175, "length-centimeter")]),
        ("fa", "۱ متر و ۹۸ سانتیمتر", [("۱ متر و ۹۸ سانتیمتر", 198, "length-centimeter")]),
        ("en", "2 hours and 30 minutes", [("2 hours and 30 minutes", 150, "duration-minute")]),
        ("fa", "120 میلیون پوند", [("120 میلیون پوند", 120_000_000, "GBP")]),
        ("en", "he weighs 150 pounds", [("150 pounds", 150, "mass-pound")]),
        ("ar", "بعيد مولده الحادي والعشرين", [("الحادي والعشرين", 21, None)]),
        ("fa", "چهل و چهارمین دور", [("چهل و چهارمین", 44, None)]),
        ("tr", "85 milyon 372 bin 377 kişi", [("85 milyon 372 bin 377", 85_372_377, None)]),
        ("tr", "%10-15", [("%10-15", (10, 15), "percent")]),
        ("hi", "7 लाख 90 हज़ार करोड़", [("7 लाख 90 हज़ार करोड़", 7_900_000_000_000, None)]),
        ("ja", "2割5分", [("2割5分", 25, "percent")]),
        ("ja", "3分の1", [("3分の1", Decimal("33.33"), "percent")]),
        ("zh", "每10人中有1人", [("10人中有1人", 10, "percent")]),
        ("de", "35,2 pro 100.000 Einwohner", [("35,2", Decimal("35.2"), None)]),
        ("ru", "полтора десятка", [("полтора десятка", 15, None)]),
        ("es", "un millón y medio", [("un millón y medio", 1_500_000, None)]),
        ("de", "zweihundertfünftausend", [("zweihundertfünftausend", 205_000, None)]),
        ("vi", "chiều thứ Bảy", []),
        ("zh", "周三", []),
    ],
)
def test_quantities_put_together(tag: str, text: str, wanted: list[tuple[str, object, str | None]]) -> None:
    assert read(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Samaritans can be called: call 116 123", [("116 123", Kind.PHONE)]),
        ("ru", "8 (800) 555-35-35", [("8 (800) 555-35-35", Kind.PHONE)]),
        ("fa", "5 بر 3", [("5 بر 3", Kind.SCORE)]),
        ("fr", "menée de 1 à 0", [("1 à 0", Kind.SCORE)]),
        ("de", "Das Spiel endete 3:1", [("3:1", Kind.SCORE)]),
        ("de", "im 21. Jahrhundert", [("21. Jahrhundert", Kind.DATE)]),
        ("zh", "90年代", [("90年代", Kind.DATE)]),
        ("ja", "令和5年", [("令和5年", Kind.DATE)]),
        ("en", "around 2030", [("2030", Kind.DATE)]),
    ],
)
def test_what_names_or_counts_a_place_in_a_row(tag: str, text: str, wanted: list[tuple[str, Kind]]) -> None:
    assert kinds(text, tag) == wanted


@pytest.mark.parametrize("unit", ["1.", "123,", "1-", "1:", "1"])
def test_a_megabyte_without_a_space_takes_no_time(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    assert len(read_figures(text, "en")) <= 1
    assert grows_with_its_length(lambda part: read_figures(part, "en"), text)


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("fr", "Le lac fait 1,234.5 km² et la route 2,345 km.", ["1234.5", "2345"]),
        ("fr", "La route fait 2,345 km.", ["2.345"]),
        ("fr", "Il a reçu 1,234,567 euros pour 2,345 km.", ["1234567", "2345"]),
        ("vi", "Rộng 1.234,5 ha, dài 2.345 km.", ["1234.5", "2345"]),
    ],
)
def test_a_document_keeps_its_own_separators(tag: str, text: str, wanted: list[str]) -> None:
    assert [str(value) for _, value, _ in read(text, tag)] == wanted


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "fell from 9 to 7 per cent", [("9", 9, "percent"), ("7 per cent", 7, "percent")]),
        ("en", "rose from 5 to 8 million", [("5", 5_000_000, None), ("8 million", 8_000_000, None)]),
        ("en", "grew by 3 to 5 per cent", [("3 to 5 per cent", (3, 5), "percent")]),
        ("de", "steigt 2025 auf 12,82 Euro", [("12,82 Euro", Decimal("12.82"), "EUR")]),
        ("de", "15,1 auf 100.000 Einwohner", [("15,1", Decimal("15.1"), None)]),
        ("de", "stieg von 15 auf 1000", [("15", 15, None), ("1000", 1000, None)]),
        ("af", "van R20 tot R24 gestyg", [("R20", 20, "ZAR"), ("R24", 24, "ZAR")]),
        ("af", "met 5 000 tot 1,4 miljoen gedaal", [("5 000", 5000, None), ("1,4 miljoen", 1_400_000, None)]),
        ("bg", "намаля от 7 на 5 хиляди", [("7", 7000, None), ("5 хиляди", 5000, None)]),
        ("tr", "yüzde 7'den 9'a yükseldi", [("yüzde 7", 7, "percent"), ("9", 9, "percent")]),
        ("he", "מ-7 ל-9 אחוזים", [("7", 7, "percent"), ("9 אחוזים", 9, "percent")]),
        ("ja", "3から5%の間", [("3から5%", (3, 5), "percent")]),
        ("sw", "milioni 3 hadi 5", [("milioni 3 hadi 5", (3_000_000, 5_000_000), None)]),
        ("en", "2 × 10^6 km", [("2 × 10^6 km", 2_000_000, "length-kilometer")]),
        ("en", "two thousand, one hundred and five", [("two thousand, one hundred and five", 2105, None)]),
        ("en", "five thousand, three", [("five thousand", 5000, None), ("three", 3, None)]),
        ("de", "zwei Jahrzehnte", [("zwei Jahrzehnte", 20, "duration-year")]),
    ],
)
def test_movements_and_ranges_say_their_unit_once(
    tag: str, text: str, wanted: list[tuple[str, object, str | None]]
) -> None:
    assert read(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("fr", "Le salaire minimum 1 766 euros ne suffit pas.", 1766),
        ("ms", "Gaji minimum RM1,500 dibayar.", 1500),
        ("id", "Upah minimum Rp5 juta berlaku.", 5_000_000),
        ("vi", "Lương tối thiểu 331 USD.", 331),
        ("vi", "Nhiệt độ tối đa 38°C.", 38),
        ("it", "Il salario minimo 9 euro resta una proposta.", 9),
        ("ro", "Salariul minim 3.300 lei rămâne.", 3300),
        ("th", "อุณหภูมิสูงสุด 38 องศา", 38),
        ("zh", "气温最高38度。", 38),
        ("ko", "낮 최고 31도", 31),
        ("he", "שכר המינימום 5,880 שקל.", 5880),
        ("fr", "La salle accueille maximum 50 personnes.", (None, 50)),
        ("vi", "Phòng chứa tối đa 50 người.", (None, 50)),
        ("id", "Bayar minimal Rp5 juta.", (5_000_000, None)),
    ],
)
def test_what_a_minimum_is_named_for_is_exact(tag: str, text: str, value: object) -> None:
    assert [v for _, v, _ in read(text, tag)] == [value]


@pytest.mark.parametrize(
    ("tag", "text", "part", "kind"),
    [
        ("en", "Ayr 38 - Melrose 17", "38 - Melrose 17", Kind.SCORE),
        ("de", "Kiel 2 – Hertha Berlin 1", "2 – Hertha Berlin 1", Kind.SCORE),
        ("en", "Call 1-800-273-8255 at any time.", "1-800-273-8255", Kind.PHONE),
        ("tr", "Yurttaşların 101'i aramaları gerekiyor.", "101", Kind.PHONE),
        ("es", "en el siglo XIX", "siglo XIX", Kind.DATE),
        ("pl", "w XIX wieku", "XIX wieku", Kind.DATE),
        ("ro", "secolul al XIX-lea", "secolul al XIX", Kind.DATE),
    ],
)
def test_results_numbers_to_call_and_centuries(tag: str, text: str, part: str, kind: Kind) -> None:
    assert kinds(text, tag) == [(part, kind)]


def test_a_half_may_stand_before_its_number() -> None:
    assert read("۱۴½ درصد", "fa") == [("۱۴½ درصد", Decimal("14.5"), "percent")]
    assert [v for _, v, _ in read("½۱۴ درصد", "fa")] == [Decimal("14.5")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Hundreds of thousands of people fled, tens of millions stayed."),
        ("fr", "Des centaines de milliers de personnes ont fui."),
        ("de", "Hunderttausende Menschen flohen."),
        ("nl", "Honderdduizenden mensen vluchtten, tientallen duizenden bleven."),
        ("cs", "Uprchly desítky tisíc lidí a několik tisíc zůstalo."),
        ("da", "Flere hundrede mennesker flygtede."),
        ("fi", "Paikalla oli muutama sata ihmistä."),
        ("hu", "Több százezer ember menekült el."),
        ("ru", "Сотни тысяч людей бежали, десятки миллионов остались, пришло несколько сотен человек."),
        ("uk", "Сотні тисяч людей утекли."),
        ("zh", "数十万人逃离，数以万计的人留下。"),
        ("ja", "数十万人が避難した。"),
        ("ko", "수십만 명이 대피했다."),
        ("th", "หลายแสนคนหนีออกจากบ้าน"),
        ("tr", "Yüz binlerce kişi kaçtı, birkaç bin kişi kaldı."),
        ("he", "מאות אלפי אנשים נמלטו."),
        ("fa", "چند صد نفر گریختند."),
        ("hi", "लाखों लोग भाग गए।"),
        ("ur", "لاکھوں لوگ بھاگ گئے۔"),
        ("bn", "লাখো মানুষ পালিয়ে গেছে।"),
        ("sw", "Mamia ya maelfu ya watu walikimbia."),
        ("vi", "Hàng trăm nghìn người chạy trốn."),
        ("id", "Ratusan ribu orang mengungsi."),
        ("ar", "فر مئات الآلاف من الناس."),
    ],
)
def test_hundreds_of_thousands_are_no_figure(tag: str, text: str) -> None:
    assert read(text, tag) == []


def test_what_is_counted_in_hundreds_is_a_figure() -> None:
    assert [v for _, v, _ in read("Пришли две сотни человек и пять десятков гостей.", "ru")] == [200, 50]
    assert [v for _, v, _ in read("Пришло более сотни человек.", "ru")] == [(100, None)]


@pytest.mark.parametrize(
    ("tag", "text", "part", "value", "unit"),
    [
        ("ar", "قبل عقدين", "عقدين", 20, "duration-year"),
        ("ar", "استمرت الرحلة شهرين.", "شهرين", 2, "duration-month"),
        ("ar", "بعد أسبوعين", "أسبوعين", 2, "duration-week"),
        ("ar", "على بعد كيلومترين", "كيلومترين", 2, "length-kilometer"),
        ("en", "It costs 50 cents.", "50 cents", "0.5", "USD"),
        ("en", "It costs 99p.", "99p", "0.99", "GBP"),
        ("ms", "Harganya naik 75 sen.", "75 sen", "0.75", "MYR"),
        ("fr", "Le litre a pris 20 centimes.", "20 centimes", "0.2", "EUR"),
        ("de", "Der Preis stieg um 8 Cent.", "8 Cent", "0.08", "EUR"),
        ("ru", "Литр подорожал на 40 копеек.", "40 копеек", "0.4", "RUB"),
        ("en", "He is 5'11\" tall.", "5'11\"", 71, "length-inch"),
        ("en", "She is 6′2″ tall.", "6′2″", 74, "length-inch"),
    ],
)
def test_units_within_words_and_parts_of_units(tag: str, text: str, part: str, value: int | str, unit: str) -> None:
    assert read(text, tag) == [(part, Decimal(value), unit)]


@pytest.mark.parametrize(
    ("tag", "text", "kind"),
    [
        ("de", "Nord Stream 2 ist fertig.", Kind.ID),
        ("en", "She told Radio 4 everything.", Kind.ID),
        ("en", "The iPhone 15 sales rose.", Kind.ID),
        ("en", "He fought in World War 2.", Kind.ID),
        ("id", "Perang Dunia 2 telah berakhir.", Kind.ID),
        ("ru", "Windows 11 вышла осенью.", Kind.ID),
        ("en", "In Johor 12 died.", Kind.COUNT),
        ("en", "The windows 5 metres high broke.", Kind.MEASURE),
    ],
)
def test_a_number_in_a_well_known_name_counts_nothing(tag: str, text: str, kind: Kind) -> None:
    assert [each for _, each in kinds(text, tag)] == [kind]
