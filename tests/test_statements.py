"""Whole statements in plain words, in every language that has words for them."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.language.statements import PARTING, explain, kind_of, sentence, slip, told, why
from factcheck.language.wording import ENGLISH, describe, number, show, when, wording, wordings
from factcheck.model import (
    Claim,
    Direction,
    Finding,
    Kind,
    Match,
    Period,
    Quantity,
    Reason,
    Relation,
    Role,
    Scope,
    Span,
)


def claim(value, unit="percent", role=Role.LEVEL, direction=None, **scope):
    quantity = Quantity(Decimal(value), Decimal(value), unit)
    kind = {"percent": Kind.PERCENT, "VND": Kind.MONEY, None: Kind.COUNT}.get(unit, Kind.MEASURE)
    return Claim("d", Span(0, 4), 0, quantity, kind, role, direction, Scope(**scope))


FELL = claim(
    "1.46", role=Role.CHANGE, direction=Direction.DOWN,
    indicator="poverty rate", place="Ninh Thuan", period=Period.of_year(2021, 2023), per="year",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Poverty rate, Ninh Thuan, 2021 to 2023: fell by 1.46 % a year"),
        ("fr", "Taux de pauvreté, Ninh Thuan, 2021 à 2023 : baisse de 1,46 % par an"),
        ("vi", "Tỷ lệ hộ nghèo, Ninh Thuận, 2021 đến 2023: giảm 1,46% mỗi năm"),
        ("ms", "Kadar kemiskinan, Ninh Thuan, 2021 hingga 2023: turun sebanyak 1.46% setahun"),
        ("fa", "نرخ فقر، نین توآن، ۲۰۲۱ تا ۲۰۲۳: ۱٫۴۶ درصد در سال کاهش یافت"),
        ("ar", "معدل الفقر، نينه ثوان، 2021 إلى 2023: انخفاض بمقدار 1.46 في المئة سنويا"),
    ],
)
def test_a_claim_is_told_in_the_readers_language(language, words):
    assert sentence(FELL, language) == words


@pytest.mark.parametrize(
    ("made", "language", "words"),
    [
        (claim("524e9", "VND"), "en", "524 billion VND"),
        (claim("524e9", "VND"), "fr", "524 milliards VND"),
        (claim("524e9", "VND"), "vi", "524 tỷ VND"),
        (claim("524e9", "VND"), "fa", "۵۲۴ میلیارد دانگ ویتنام"),
        (claim("16700", None), "fr", "16\u202f700"),
        (claim("16700", None), "ms", "16,700"),
        (claim("3", "length-kilometer"), "fr", "3\u00a0kilomètres"),
        (claim("2", "length-meter"), "en", "2 meters"),
        (claim("12", "mass-tonne"), "vi", "12 tấn hệ mét"),
        (claim("1234.5", "length-meter"), "fa", "۱٬۲۳۴٫۵ متر"),
        (claim("16700", None), "ar", "16,700"),
    ],
)
def test_quantities_are_written_as_cldr_has_it(made, language, words):
    assert show(made.quantity, language) == words


@pytest.mark.parametrize(
    ("period", "language", "words"),
    [
        (Period.of_year(2023), "fa", "۲۰۲۳"),
        (Period.of_year(2023), "ar", "2023"),
        (Period(date(2023, 5, 14), date(2023, 5, 14)), "fa", "۱۴ مهٔ ۲۰۲۳"),
        (Period.of_month(2023, 5), "fr", "mai 2023"),
        (Period(date(2023, 5, 14), date(2023, 5, 14)), "en", "May 14, 2023"),
        (Period(date(2020, 1, 1), None), "vi", "từ 2020"),
        (Period(None, date(2025, 12, 31)), "ms", "hingga 2025"),
    ],
)
def test_periods(period, language, words):
    assert when(period, language) == words


def finding(a, b, relation, kind, conflicts=()):
    reasons = (Reason("place", "Ninh Thuan = Ninh Thuan", 1.0), Reason("likeness", "alike", 0.5))
    other = replace(b, document="e")
    return Finding(Match(a, other, 0.9, reasons, conflicts), relation, kind, 0.1, "as stored")


def test_a_finding_is_explained_in_the_readers_language():
    here = {"indicator": "poverty rate", "place": "Ninh Thuan"}
    made = finding(claim("4.12", **here), claim("4.21", **here), Relation.DIFFER, "digits swapped")
    assert explain(made) == "as stored"
    assert explain(made, "fr").endswith("4,12 % à côté de 4,21 % : deux chiffres sont intervertis")
    assert kind_of(made, "fr") == "chiffres intervertis"
    assert told(made.match.reasons[0], made, "vi") == "cả hai: Ninh Thuận"
    assert told(made.match.reasons[1], made, "fr") == "les phrases ont des noms et des mots en commun"
    other = claim("0.03", indicator="poverty rate", place="Quang Ninh")
    checked = finding(claim("4.21", **here), other, Relation.CHECK, "another place", ("place",))
    assert explain(checked, "fr").endswith("autre lieu : Ninh Thuan à côté de Quang Ninh")


@pytest.mark.parametrize(
    ("made", "language", "told_why"),
    [
        (finding(claim("4.12"), claim("4.21"), Relation.DIFFER, "digits swapped"), "en", "two digits are swapped"),
        (finding(claim("4.12"), claim("4.21"), Relation.DIFFER, "plain"), "fr", "les valeurs ne concordent pas"),
        (
            finding(claim("4.2", group="women"), claim("4.2", place="Phu Tho"), Relation.CHECK, "", ("place", "group")),
            "en",
            "another place: not said beside Phu Tho; another group: women beside not said",
        ),
        (
            replace(finding(claim("4.2"), claim("4.2", unit="length-meter"), Relation.CHECK, ""), gap=None),
            "en",
            "another unit: 4.2 % beside 4.2 meters",
        ),
    ],
)
def test_why_is_told_without_what(made, language, told_why):
    assert why(made, language) == told_why


def test_what_does_not_add_up_in_one_article_is_told_with_its_numbers():
    total, part = claim("12", None, noun="households"), claim("7", None, noun="households")
    said = f"{describe(total)}: 7 + 4 = 11, not 12"
    made = Finding(Match(total, part, 0.9, ()), Relation.DIFFER, "parts", 0.1, said)
    assert why(made) == "7 + 4 = 11, not 12"
    assert why(made, "fr") == "la somme des parties n’est pas le total"


@pytest.mark.parametrize("language", wordings())
def test_all_languages_have_the_same_words(language):
    ours, known = wording(language), wording(ENGLISH)
    assert ours.plain.keys() == known.plain.keys()
    for name, table in known.tables.items():
        assert ours.tables[name].keys() == table.keys(), name
    for name, text in known.plain.items():
        if name != "money":
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", ours.plain[name])), name


@pytest.mark.parametrize("language", wordings())
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("direction", [None, *Direction])
def test_every_claim_can_be_told_in_every_language(language, role, direction):
    made = claim("3", role=role, direction=direction, indicator="rice output", noun="households", group="women")
    assert "{" not in sentence(made, language)
    assert "{" not in describe(made, language)
    assert number(Decimal("1.5"), language) in {"1.5", "1,5", "۱٫۵"}


@pytest.mark.parametrize(
    ("kind", "x", "y", "language", "words"),
    [
        ("digits swapped", "4.12", "4.21", "en", "two digits are swapped"),
        ("scale", "5", "50", "en", "one is 10 times the other"),
        ("scale", "5e6", "5e9", "en", "one is 1,000 times the other: thousand, million and billion are confused"),
        ("scale", "5e9", "5e6", "vi", "một bên gấp 1.000 lần bên kia: nhầm giữa nghìn, triệu và tỷ"),
        ("scale", "5e5", "5e2", "fa", "یکی ۱٬۰۰۰ برابر دیگری است"),
        ("scale", "5e5", "5e2", "fr", "l’une vaut 1\u202f000 fois l’autre"),
    ],
)
def test_a_slip_is_told_with_its_factor(kind, x, y, language, words):
    assert slip(kind, Decimal(x), Decimal(y), language) == words


@pytest.mark.parametrize("tag", wordings())
def test_every_type_of_a_parted_finding_has_words(tag):
    assert set(PARTING.values()) <= set(wording(tag).tables["types"])
