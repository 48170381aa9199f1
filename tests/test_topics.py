"""What each of several figures in a sentence is about, and what it is given per."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import read_figures
from factcheck.claims.scope import attach
from factcheck.model import NOT_QUANTITIES, Claim, Document, Passage, PassageKind, Span


def claims(tag: str, text: str) -> list[Claim]:
    whole = Passage(Span(0, len(text)), PassageKind.SENTENCE, tag)
    made = attach(Document("d" * 64, "a.txt", "", text, tag, passages=(whole,)), {0: read_figures(text, tag)})
    return [claim for claim in made if claim.kind not in NOT_QUANTITIES]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "The blast left 37 dead, 112 injured, 5 missing.", ["bomb deaths", "injured people", "missing people"]),
        ("fr", "Un séisme a fait 37 morts et 112 blessés.", ["earthquake deaths", "injured people"]),
        ("es", "Un terremoto dejó 37 muertos y 112 heridos en Oaxaca.", ["earthquake deaths", "injured people"]),
        ("it", "Un'esplosione ha provocato 37 morti e 112 feriti a Bari.", ["bomb deaths", "injured people"]),
        ("pt", "Um terramoto deixou 37 mortos e 112 feridos em Braga.", ["earthquake deaths", "injured people"]),
        ("ko", "홍수로 부산에서 37명이 숨지고 112명이 다쳤다.", ["flood deaths", "injured people"]),
        ("ja", "地震で37人が死亡し、112人が負傷した。", ["earthquake deaths", "injured people"]),
        ("en", "54 people were hurt in road accidents.", ["injured people"]),
        ("en", "1,200 residents were evacuated.", ["evacuated people"]),
        ("ar", "أصيب 54 شخصا في حوادث المرور.", ["injured people"]),
        ("zh", "全年新增就业110万人。", ["new jobs"]),
        ("tr", "İstanbul'un nüfusu 15,6 milyona ulaştı.", ["population"]),
        ("ar", "استبدل العمال 300 مصباح.", [None]),
        ("vi", "Lượng điện tiêu thụ đạt 400 GWh.", ["electricity consumption"]),
    ],
)  # fmt: skip
def test_each_event_has_its_own_figure(tag: str, text: str, expected: list[str | None]) -> None:
    assert [claim.scope.indicator for claim in claims(tag, text)] == expected


@pytest.mark.parametrize(
    ("tag", "text", "noun", "per"),
    [
        ("en", "Kano had 4,500 people per doctor in 2021.", "people", "doctors"),
        ("fr", "Kano comptait 4 500 habitants par médecin en 2021.", "people", "doctors"),
        ("vi", "Kano có 4.500 người dân trên mỗi bác sĩ.", "people", "doctors"),
        ("ms", "Kano mempunyai 4,500 penduduk bagi setiap doktor.", "people", "doctors"),
        ("fa", "در کانو به ازای هر پزشک ۴۵۰۰ نفر جمعیت وجود داشت.", "people", "doctors"),
        ("es", "Hubo 4.500 habitantes por médico en Kano.", "people", "doctors"),
        ("en", "The port paid $300 each to its divers.", None, None),
        ("fr", "500 attaques par drones ont été recensées.", "attacks", None),
    ],
)
def test_what_a_figure_is_given_per(tag: str, text: str, noun: str | None, per: str | None) -> None:
    (claim,) = claims(tag, text)
    assert (claim.scope.noun, claim.scope.per) == (noun, per)
    assert claim.scope.indicator != "doctors"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The number of doctors in Mazandaran province, he said, was put at 3,400."),
        ("fr", "Le nombre de médecins à Mazandaran en 2021 était de 3 400."),
    ],
)
def test_words_that_mean_other_things_too_reach_further_behind_number_of(tag: str, text: str) -> None:
    assert {claim.scope.indicator for claim in claims(tag, text)} == {"doctors"}


def test_an_indicator_that_counts_households_counts_families_and_people_who_fell_ill_are_no_accidents() -> None:
    (families,) = claims("en", "400 families lived without electricity.")
    assert families.scope.indicator == "homes without power"
    (people,) = claims("en", "400 people fell ill after road accidents.")
    assert people.scope.indicator == "cases"
