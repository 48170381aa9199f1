"""Tests of reading many passages together."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims import together
from factcheck.claims.extraction import extract, extract_each
from factcheck.claims.figures import Stretch, read_each, read_figures
from factcheck.reading.files import from_text

TEXTS = (
    (
        "en",
        "Poverty fell to 4.2 % in 2023. In Ha Giang it was 12 %, 3 points less.\n\nIt is to fall by 1.5 %.",
    ),
    ("en", "Prices up\n\nIn Kenya prices rose by 6 % last year.\n\nNationwide, 1,200 shops closed.\n\nPhoto: A. Name"),
    ("en", ""),
    ("fr", "Le chômage a baissé de 0,4 point en 2024.\n\nEn mai, 12 000 emplois ont été créés."),
    ("vi", "Tỷ lệ hộ nghèo của tỉnh còn 4,2% vào cuối năm 2023.\n\nToàn tỉnh có 12.000 hộ nghèo."),
    ("zh", "二〇二三年，全省贫困率为4.2%。\n\n全市有1.2万户。"),
    ("fa", "نرخ فقر در سال ۱۴۰۲ به ۴٫۲ درصد رسید."),
    ("en", "Nothing is counted here."),
)


@pytest.mark.parametrize("lot", [1, 60, 100_000])
def test_together_texts_say_what_each_says_alone(monkeypatch, lot):
    monkeypatch.setattr(together, "_LOT", lot)
    documents = [from_text(text, language=tag) for tag, text in TEXTS]
    assert extract_each(documents) == [extract(one) for one in documents]
    assert extract_each(documents[::-1]) == [extract(one) for one in documents[::-1]]
    assert sum(map(len, extract_each(documents))) > 15


def test_no_documents_have_no_claims():
    assert extract_each([]) == []


@pytest.mark.parametrize("blank", ["", " ", "\n\t\u3000", "\u200b"])
@pytest.mark.parametrize("tag", ["en", "zh", "ar", "und"])
def test_nothing_is_read_where_nothing_stands(blank, tag):
    stretches = [Stretch("In 2023 it was 5 %.", "en"), Stretch(blank, tag), Stretch("4,2 % und 7 Euro", "de", 8)]
    first, none, last = read_each(stretches)
    assert none == []
    assert first == read_figures("In 2023 it was 5 %.", "en")
    assert last == read_figures("4,2 % und 7 Euro", "de", 8)


@given(st.lists(st.integers(0, 70_000), max_size=30))
def test_lots_leave_nothing_out_and_are_no_larger_than_they_must(sizes):
    things = list(range(len(sizes)))
    made = list(together.lots(things, sizes))
    assert [each for lot in made for each in lot] == things
    assert all(made)
    assert all(len(lot) == 1 or sum(sizes[each] for each in lot) <= 100_000 for lot in made)
    assert all(sum(sizes[i] for i in (*one, other[0])) > 100_000 for one, other in pairwise(made))
