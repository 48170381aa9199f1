"""What figures are about, from sentences as newsrooms write them, in six languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.figures import Figure, read_figures
from factcheck.claims.indicators import catalogue
from factcheck.claims.scope import attach
from factcheck.language.packs import pack, packs
from factcheck.model import NOT_QUANTITIES, Claim, Document, Kind, Passage, PassageKind, Quantity, Span


def document(tag: str, *lines: str, title: str = "") -> Document:
    text = "\n".join(lines)
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(Span(at, at + len(line)), PassageKind.SENTENCE, tag))
        at += len(line) + 1
    return Document("d" * 64, "a.txt", title, text, tag, passages=tuple(passages))


def claims_of(made: Document) -> list[Claim]:
    figures = {i: read_figures(made.text, p.language, p.span.start, p.span.end) for i, p in enumerate(made.passages)}
    return [claim for claim in attach(made, figures) if claim.kind not in NOT_QUANTITIES]


# Language, sentence, and for each quantity: role, direction, indicator, group, place, period, per.
SENTENCES = [
    ("en", "The poverty rate in Hoa Binh fell to 4.21% at the end of 2023.",
     [("level", "down", "poverty rate", None, "Hoa Binh", "2023", None)]),
    ("en", "Unemployment in Kisumu fell by 1.5% in 2022.",
     [("change", "down", "unemployment rate", None, "Kisumu", "2022", None)]),
    ("en", "Son La plans to cut the poverty rate by 3% a year.",
     [("target", "down", "poverty rate", None, "Son La", None, "year")]),
    ("en", "Turnout was 61% among women and 58% among men.",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("en", "Consumer prices in Kenya rose 4.6% in 2023.",
     [("level", None, "inflation", None, "Kenya", "2023", None)]),
    ("en", "Floods killed 37 people in Tanga in 2021.",
     [("level", None, "flood deaths", None, "Tanga", "2021", None)]),
    ("fr", "En 2022, le taux de chômage à Bouaké a diminué de 1,7 % chaque mois.",
     [("change", "down", "unemployment rate", None, "Bouaké", "2022", "month")]),
    ("fr", "La province s'efforce de réduire le taux de pauvreté de 3 % par an parmi les minorités ethniques.",
     [("target", "down", "poverty rate", "ethnic minorities", None, None, "year")]),
    ("fr", "Les exportations de café de Dakar ont atteint 5 200 tonnes en 2020.",
     [("level", None, "coffee exports", None, "Dakar", "2020", None)]),
    ("vi", "Năm 2022, tỷ lệ hộ nghèo dân tộc thiểu số của Sơn La giảm 3%/năm.",
     [("change", "down", "poverty rate", "ethnic minorities", "Sơn La", "2022", "year")]),
    ("vi", "Cần Giờ phấn đấu đưa tỷ lệ hộ nghèo xuống còn 1,2% vào năm 2025.",
     [("target", "down", "poverty rate", None, "Cần Giờ", "2025", None)]),
    ("ms", "Kadar pengangguran di Kelantan menurun kepada 4.1% pada tahun 2023.",
     [("level", "down", "unemployment rate", None, "Kelantan", "2023", None)]),
    ("ms", "Banjir mengorbankan 12 orang di Kota Bharu pada tahun 2021.",
     [("level", None, "flood deaths", None, "Kota Bharu", "2021", None)]),
    ("fa", "نرخ فقر در استان سمنان شمالی ۱.۴۶٪ در سال کاهش یافته است.",
     [("change", "down", "poverty rate", None, "سمنان شمالی", None, "year")]),
    ("fa", "نرخ فقر در مناطق اقلیت‌های قومی ۴.۸٪ در سال کاهش یافته که از برنامه تعیین‌شده (کاهش ۳٪ در سال) فراتر رفته است.",  # noqa: E501
     [("change", "down", "poverty rate", "ethnic minorities", None, None, "year"),
      ("target", "down", "poverty rate", "ethnic minorities", None, None, "year")]),
    ("ar", "انخفض معدل البطالة في أسوان إلى ٦٫٢٪ عام ٢٠٢٢.",
     [("level", "down", "unemployment rate", None, "Aswan", "2022", None)]),
    ("ar", "تهدف الأقصر إلى خفض معدل الفقر إلى ١٠٪ بحلول عام ٢٠٢٥.",
     [("target", "down", "poverty rate", None, "الأقصر", "2025", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("tag", "sentence", "expected"), SENTENCES, ids=lambda v: v if isinstance(v, str) else "")
def test_what_a_sentence_says_of_its_figures(tag: str, sentence: str, expected: list[tuple[str | None, ...]]) -> None:
    made = [
        (c.role.value, c.direction.value if c.direction else None, s.indicator, s.group, s.place,
         str(s.period)[:4] if s.period else None, s.per)
        for c in claims_of(document(tag, sentence)) for s in [c.scope]
    ]  # fmt: skip
    assert made == expected


def test_the_same_indicator_has_one_id_in_every_language() -> None:
    sentences = {
        "en": "Dengue cases in Nha Be: 4,321.",
        "fr": "À Bouaké, 4 321 cas de dengue ont été signalés.",
        "vi": "Nhà Bè ghi nhận 4.321 ca sốt xuất huyết.",
        "ms": "Sebanyak 4,321 kes denggi dicatatkan di Klang.",
        "fa": "۴۳۲۱ مورد تب دنگی در بندرعباس ثبت شد.",
        "ar": "تم تسجيل ٤٣٢١ إصابة بحمى الضنك في أسوان.",
    }
    found = {tag: [c.scope.indicator for c in claims_of(document(tag, text))] for tag, text in sentences.items()}
    assert found == {tag: ["dengue cases"] for tag in sentences}


def test_place_and_period_carry_over_within_a_paragraph_only() -> None:
    text = "In 2021, the district of Tan Lac had 900 farmers. The poverty rate was 4.1%.\nUnemployment was 2%."
    ends = [m.end() for m in re.finditer(r"\.(?=\s|$)", text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    passages = tuple(Passage(Span(a, b), PassageKind.SENTENCE, "en") for a, b in zip(starts, ends, strict=True))
    made = claims_of(Document("d" * 64, "a.txt", "", text, "en", passages=passages))
    assert [(c.scope.place, str(c.scope.period) if c.scope.period else None) for c in made] == [
        ("Tan Lac", "2021"), ("Tan Lac", "2021"), (None, None),
    ]  # fmt: skip


def test_the_title_gives_the_place_of_sentences_without_one() -> None:
    (claim,) = claims_of(document("vi", "Tỷ lệ hộ nghèo toàn tỉnh là 4%.", title="Sơn La: một năm qua những con số"))
    assert claim.scope.place == "Sơn La"


@pytest.mark.parametrize(
    ("tag", "lines", "expected"),
    [
        ("vi", ("Trà Vinh: Toàn tỉnh còn 218 hộ nghèo.",), ["Trà Vinh"]),
        ("vi", ("Cả nước: Tỷ lệ thất nghiệp là 2,3%.",), ["Vietnam"]),
        ("en", ("Nationwide, unemployment was 4%.", "Growth in Kenya was 5%."), ["Kenya", "Kenya"]),
        ("en", ("Nationwide, unemployment was 4%.",), ["whole country"]),
        ("fr", ("Le taux de chômage de la province de Kribi, sur la côte du Cameroun, était de 4 %.",), ["Kribi"]),
        ("fr", ("Dans le district de Cam Lo, dans la province de Quang Tri, la pauvreté est de 4 %.",), ["Cam Lo"]),
        ("en", ("Cam Lo district has 145 farmers with 40 households, and Gio Linh district has 62 schools.",),
         ["Cam Lo", "Cam Lo", "Gio Linh"]),
    ],
)  # fmt: skip
def test_the_place_of_a_figure(tag: str, lines: tuple[str, ...], expected: list[str]) -> None:
    assert [claim.scope.place for claim in claims_of(document(tag, *lines))] == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("fa", "نرخ فقر ۶ درصد کاهش یافت، در حالی که برنامه فقط ۵ درصد را پیش‌بینی کرده بود.", ["change", "target"]),
        ("vi", "Tỷ lệ hộ nghèo phải giảm trên 3%/năm, còn tỷ lệ hộ cận nghèo giảm 4%/năm.", ["target", "target"]),
        ("fr", "La pauvreté a diminué de 4,8 % par an, alors que le plan fixait une baisse de 3 % par an.",
         ["change", "target"]),
        ("en", "She vowed to meet three of them within 20 minutes.", ["level", "level"]),
    ],
)  # fmt: skip
def test_plans_make_targets_of_what_is_measured(tag: str, text: str, expected: list[str]) -> None:
    made = claims_of(document(tag, text))
    assert [claim.role.value for claim in made] == expected
    assert len({claim.scope.indicator for claim in made}) <= 2


def test_what_a_plan_says_is_of_the_indicator_before() -> None:
    made = claims_of(document("en", "The poverty rate fell by 4.8% a year; the plan was 3% a year."))
    assert [(claim.scope.indicator, claim.role.value) for claim in made] == [
        ("poverty rate", "change"), ("poverty rate", "target"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They sold the 281-store chain."),
        ("en", "The magnitude 7.5 quake left many injured."),
        ("vi", "Tỷ lệ này giảm bình quân 40 lần."),
        ("fa", "۲ نفر در مورد آن نظر دادند."),
    ],
)
def test_loose_words_name_no_indicator_of_something_else(tag: str, text: str) -> None:
    made = {claim.scope.indicator for claim in claims_of(document(tag, text))}
    assert made <= {None, "magnitude"}


def test_the_date_of_each_of_two_figures() -> None:
    text = "Poverty has fallen by 7% a year since 2020, and the district aims to bring unemployment to 5% by 2025."
    assert [str(claim.scope.period)[:4] for claim in claims_of(document("en", text))] == ["2020", "2025"]


def test_what_is_counted_is_an_id_or_the_word_as_written() -> None:
    made = claims_of(document("en", "They sent 5 groups and 7 people and 14 carillons."))
    assert [claim.scope.noun for claim in made] == ["groups", "people", "carillons"]


@pytest.mark.parametrize("tag", packs())
def test_language_files_name_known_ids_only(tag: str) -> None:
    known, ids = pack(tag), catalogue()
    assert set(known.indicators) <= set(ids.indicators)
    assert set(known.subjects) <= set(ids.subjects)
    assert set(known.nouns) <= ids.nouns
    assert set(known.groups) <= ids.groups
    assert set(known.per) <= ids.per


@given(st.text(alphabet="abc QZé0123456789.,;:()%«»- هخانوارفقرنتđạ\n", max_size=80), st.sampled_from(packs()))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_claim_for_each_figure(text: str, tag: str) -> None:
    figures = [
        Figure(Span(m.start(), m.end()), Quantity(Decimal(m[0]), Decimal(m[0])), Kind.COUNT)
        for m in re.finditer(r"[0-9]+", text)
    ]
    made = Document("d" * 64, "", "", text, tag, passages=(Passage(Span(0, len(text)), PassageKind.SENTENCE, tag),))
    assert [claim.span for claim in attach(made, {0: figures})] == [figure.span for figure in figures]
