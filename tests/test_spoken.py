"""What number words say with what stands around them: halves, quarters, shares of millions, days, decades, signs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.claims.figures import read_figures
from factcheck.model import NOT_QUANTITIES, Kind


def quantities(tag: str, text: str) -> list[tuple[str, Decimal | None, str | None]]:
    found = [f for f in read_figures(text, tag) if f.kind not in NOT_QUANTITIES]
    return [(text[f.span.start : f.span.end], f.quantity.exact, f.quantity.unit) for f in found]


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("en", "She waited a quarter of an hour.", "15", "duration-minute"),
        ("de", "Eine Viertelstunde später kam der Bus.", "15", "duration-minute"),
        ("fr", "Une demi-heure a suffi.", "0.5", "duration-hour"),
        ("es", "El apagón duró media hora.", "0.5", "duration-hour"),
        ("it", "Il guasto è durato un'ora e mezza.", "1.5", "duration-hour"),
        ("ru", "Прошло полчаса.", "0.5", "duration-hour"),
        ("cs", "Cesta trvá hodinu a půl.", "1.5", "duration-hour"),
        ("pl", "Trwało to pół roku.", "0.5", "duration-year"),
        ("en", "The drive takes three and a quarter hours.", "3.25", "duration-hour"),
        ("es", "El acto duró dos horas y cuarto.", "2.25", "duration-hour"),
        ("fr", "Un pain à deux euros cinquante.", "2.50", "EUR"),
        ("de", "Das Ticket kostet zwei Euro fünfzig.", "2.50", "EUR"),
        ("pt", "Mede um metro e oitenta e cinco.", "185", "length-centimeter"),
        ("de", "Die Fahrkarte kostet 3,- Euro.", "3", "EUR"),
        ("fr", "Une trentaine de millions d'euros manquent.", "30000000", "EUR"),
        ("pl", "Ćwierć miliona ludzi uciekło.", "250000", None),
        ("fr", "Nonante-deux députés ont voté.", "92", None),
        ("sv", "Budgeten är 3 mkr.", "3000000", "SEK"),
        ("en", "Nights fell to minus five degrees Celsius.", "-5", "temperature-celsius"),
        ("ru", "Ночью было 20 градусов мороза.", "-20", "temperature-celsius"),
        ("de", "Die Zinsen steigen um 25 Basispunkte.", "0.25", "percentage point"),
        ("nl", "Hij had 1,8 promille.", "0.18", "percent"),
        ("en", "A driver, aged 34, was hurt.", "34", "duration-year"),
        ("it", "Un 34enne è stato arrestato.", "34", "duration-year"),
        ("cs", "Zadržen byl 34letý muž.", "34", "duration-year"),
        ("en", "The clip got 1.5M views.", "1500000", None),
        ("de", "Ein Liter Super kostet 1,789 Euro.", "1.789", "EUR"),
        ("de", "Der Zaun kostet 1,789 Euro.", "1789", "EUR"),
        ("it", "Sono bruciati 1.200 ha di bosco.", "1200", "area-hectare"),
        ("ru", "Курс доллара составил 92,35 рубля.", "92.35", "RUB"),
        ("es", "Hay 5 médicos por cada mil habitantes.", "5", None),
        ("fr", "Elle consomme 6,5 litres aux 100 km.", "6.5", "volume-liter"),
        ("fr", "Les ventes ont été multipliées par cinq.", "5", "times"),
        ("en", "Deaths rose a quarter to 1,250.", "1250", None),
    ],
)
def test_one_quantity(tag: str, text: str, value: str, unit: str | None) -> None:
    (found,) = quantities(tag, text)
    assert found[1:] == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("tag", "text", "kinds"),
    [
        ("it", "Nel 2021 ha vinto", [Kind.DATE]),
        ("es", "El dos de mayo hubo fiesta", [Kind.DATE]),
        ("fr", "Le trente-et-un décembre, il neigera", [Kind.DATE]),
        ("it", "Gli anni Ottanta sono tornati", [Kind.DATE]),
        ("nl", "De jaren tachtig zijn terug", [Kind.DATE]),
        ("pl", "W latach osiemdziesiątych", [Kind.DATE]),
        ("de", "Die A 7 ist gesperrt", [Kind.ID]),
        ("fr", "L'article 49.3 a servi", [Kind.ID]),
        ("en", "the 5G network", [Kind.ID]),
        ("fr", "Lyon s'est imposé 3 à 1 face à Nice", [Kind.SCORE]),
        ("pl", "Pociąg odjeżdża o 17.30", [Kind.TIME]),
        ("pl", "Zajął 21. miejsce", [Kind.ORDINAL]),
    ],
)
def test_what_is_no_quantity(tag: str, text: str, kinds: list[Kind]) -> None:
    assert [f.kind for f in read_figures(text, tag)] == kinds


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "au moins 17 morts"),
        ("es", "al menos 17 muertos"),
        ("it", "almeno 17 morti"),
        ("pt", "pelo menos 17 mortos"),
    ],
)
def test_at_least_is_no_sign(tag: str, text: str) -> None:
    (found,) = read_figures(text, tag)
    assert (found.quantity.low, found.quantity.high) == (17, None)


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("de", "Es beginnt um halb zehn.", (570, 570)),
        ("nl", "Het begint om half 10.", (570, 570)),
        ("en", "It starts at half past nine.", (570, 570)),
        ("sv", "Det börjar kvart över tio.", (615, 615)),
        ("de", "Die Straße ist von 21 bis 5 Uhr gesperrt.", (300, 1260)),
        ("it", "La strada sarà chiusa dalle 21 alle 5.", (300, 1260)),
        ("es", "La calle se cerrará de 21:00 a 5:00 horas.", (300, 1260)),
    ],
)
def test_hours_before_others_and_stretches_of_them(tag: str, text: str, minutes: tuple[int, int]) -> None:
    (found,) = read_figures(text, tag)
    assert (found.kind, found.quantity.low, found.quantity.high) == (Kind.TIME, *minutes)


@pytest.mark.parametrize(
    ("text", "low"), [("Es fielen bis zu 45 Zentimeter Schnee.", None), ("stieg bis zu 5 Prozent", 5)]
)
def test_up_to_a_height_is_a_bound_and_up_to_a_rate_a_level(text: str, low: int | None) -> None:
    (found,) = read_figures(text, "de")
    assert found.quantity.low == low
