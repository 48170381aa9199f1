"""What figures leave unsaid because one before them said it, and where they speak of something else."""

from __future__ import annotations

import pytest

from test_scope import claims_of, document

# Language, sentences, and for each quantity its indicator.
TAKEN_OVER = [
    ("en", ["Unemployment: 5.4 % (2023: 5.1 %)"], ["unemployment rate"] * 2),
    ("en", ["Inflation eased to 2.9 per cent in 2023.", "In 2019 it was 3.1 per cent."], ["inflation"] * 2),
    ("en", ["In Kelantan the poverty rate was 12.4%.",
            "In Perlis the figure was 3.9%, against a national average of 6.2%."], ["poverty rate"] * 3),
    ("en", ["Police recorded 1,214 burglaries in Leeds in 2023, 8% fewer than in 2022."], ["burglaries"] * 2),
    ("fr", ["Le taux de pauvreté atteint 14,4 % en France.", "Il est de 36,1 % à La Réunion et de 9,8 % en Bretagne."],
     ["poverty rate"] * 3),
    ("fr", ["La production de cacao a chuté de 28 %, à 1,75 million de tonnes."], ["cocoa output"] * 2),
    ("ms", ["Populasi Malaysia dianggarkan 34.1 juta pada 2024 berbanding 33.2 juta pada 2023."], ["population"] * 2),
    ("ar", ["البطالة: 21.4% (2022: 22.8%)"], ["unemployment rate"] * 2),
    ("fa", ["تورم به ۳۷٫۵ درصد کاهش یافت، در حالی که فروردین ۳۸٫۸ درصد بود."], ["inflation"] * 2),
    ("hu", ["A részvétel 59,5 százalék volt, 2019-ben 43,6 százalék."], ["turnout"] * 2),
    ("pl", ["Inflacja przyspieszyła do 2,5 proc., podczas gdy w kwietniu było to 2,4 proc."], ["inflation"] * 2),
    ("de", ["Die CDU kam auf 30 Prozent der Stimmen, die AfD auf 15,9 Prozent."], ["share of vote"] * 2),
    ("zh", ["女性预期寿命为80.9岁，男性为75.4岁。"], ["life expectancy"] * 2),
    ("tr", ["İşsizlik: %9,4 (2022: %10,4)"], ["unemployment rate"] * 2),
]  # fmt: skip

OTHER = [
    ("en", ["Unemployment fell to 4.1%, while 62% of managers said they were hopeful."], ["unemployment rate", None]),
    ("en", ["The poverty rate is 12%, and 45% of libraries are closed."], ["poverty rate", None]),
    ("en", ["The museum bought 14 paintings in 2023, against 9 in 2022."], [None, None]),
    ("en", ["Wages grew 4%.", "In Cardiff, 3% of buses were red."], ["wages", None]),
    ("fr", ["La pauvreté touche 14 % des habitants et 45 % des bibliothèques sont fermées."], ["poverty rate", None]),
    ("ms", ["Kadar pengangguran 3.3 peratus, manakala 62 peratus pengurus yakin."], ["unemployment rate", None]),
    ("vi", ["Tỷ lệ hộ nghèo là 12%, và 45% thư viện đóng cửa."], ["poverty rate", None]),
    ("ar", ["بلغت نسبة الفقر 12% وتغلق 45% من المكتبات أبوابها."], ["poverty rate", None]),
    ("fa", ["نرخ فقر ۱۲ درصد است و ۴۵ درصد کتابخانه‌ها بسته‌اند."], ["poverty rate", None]),
    ("ja", ["失業率は2.6%で、経営者の62%が楽観的だ。"], ["unemployment rate", None]),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "lines", "expected"), TAKEN_OVER + OTHER)
def test_what_figures_take_over(tag, lines, expected):
    assert [claim.scope.indicator for claim in claims_of(document(tag, *lines))] == expected


# Each figure with the group, or the year, that it takes turns with.
@pytest.mark.parametrize(
    ("tag", "sentence", "groups"),
    [
        ("fr", "L'espérance de vie est de 85,7 ans pour les femmes et de 80 ans pour les hommes.", ["women", "men"]),
        ("vi", "Tuổi thọ trung bình của nữ là 77,2 tuổi, của nam là 72,1 tuổi.", ["women", "men"]),
        ("el", "Το προσδόκιμο ζωής είναι 84,2 έτη για τις γυναίκες και 79 έτη για τους άνδρες.", ["women", "men"]),
    ],
)
def test_groups_take_turns(tag, sentence, groups):
    assert [claim.scope.group for claim in claims_of(document(tag, sentence))] == groups


@pytest.mark.parametrize(
    ("tag", "sentence", "years"),
    [
        ("en", "Exports were worth $48bn in 2022 and $51bn in 2023.", ["2022", "2023"]),
        ("zh", "2023年国内生产总值增长5.2%，2022年为3.0%。", ["2023", "2022"]),
        ("ru", "ВВП вырос на 3,6% в 2023 году после падения на 1,2% в 2022 году.", ["2023", "2022"]),
    ],
)
def test_dates_take_turns(tag, sentence, years):
    assert [str(claim.scope.period) for claim in claims_of(document(tag, sentence))] == years


@pytest.mark.parametrize(
    ("tag", "sentence", "roles"),
    [
        ("fr", "La BCE a abaissé son taux directeur de 4 % à 3,75 %.", [("level", None), ("level", "down")]),
        ("fr", "La BCE a abaissé son taux directeur de 4 %.", [("change", "down")]),
        ("vi", "Tỷ lệ thất nghiệp là 2,24%, giảm 0,02 điểm phần trăm.", [("level", None), ("change", "down")]),
        ("ja", "日銀は政策金利を0.1%から0.25%に引き上げた。", [("level", None), ("level", "up")]),
        ("ro", "Rata șomajului a scăzut la 5,3%, de la 5,5%.", [("level", "down"), ("level", None)]),
        ("en", "Unemployment fell by 23,000 to 1.41 million.", [("change", "down"), ("level", "down")]),
        ("en", "The government aims to cut the deficit to 3% of GDP, from 5% in 2023.",
         [("target", "down"), ("level", None)]),
    ],
)  # fmt: skip
def test_whose_the_movement_is(tag, sentence, roles):
    made = [(str(claim.role), claim.direction and str(claim.direction)) for claim in claims_of(document(tag, sentence))]
    assert made == roles


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [("vi", "Quảng Trị có 57 đèn đường năm 2021."), ("ms", "Quang Tri mempunyai 57 lampu jalan pada 2021.")],
)
def test_a_year_behind_a_street_is_no_house(tag, sentence):
    assert [str(claim.scope.period) for claim in claims_of(document(tag, sentence))] == ["2021"]
