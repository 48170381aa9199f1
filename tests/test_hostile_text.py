"""Text that nobody wrote for readers neither raises nor takes long; `bench/figures_fuzz.py` reads far more of it."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import grows_with_its_length
from factcheck.claims.extraction import extract
from factcheck.claims.figures import read_figures, states_nothing
from factcheck.language.packs import packs
from factcheck.reading.files import from_text

PIECES = (
    "一",
    "ส",
    "가",
    "a",
    "ह",
    "1:",
    "1-",
    "5%",
    "$5",
    "(",
    "½",
    "三十五万",
    "dreiundzwanzig",
    "2023年5月",
    "a1.pdf",
    "12/05/",
)
PARTS = (
    "12.5",
    "%",
    "3,400",
    " million",
    "10:30",
    "-",
    "/",
    "2023",
    "thousand",
    " in ",
    "(",
    "½",
    "1.2bn",
    "٪",
    "۵",
    "万",
)


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_over_and_over_states_nothing_and_costs_what_its_length_does(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    assert len(extract(from_text(text, language="zh"))) < 20  # of the last sentence, which may be short
    assert grows_with_its_length(lambda part: extract(from_text(part, language="zh")), text)


@pytest.mark.parametrize(
    ("tag", "letters"),
    [("zh", "一二三四五六七八九十百千万亿0123456789%"), ("ja", "〇一二三四五六七八九十百千万億割"),
     ("th", "หนึ่งสองสามสี่ร้อยพันล้าน"), ("fa", "یکدوسهصدهزارمیلیون۰۱۲۳۴۵۶۷۸۹"), ("hi", "एकदोतीनसौलाख०१२३४५")],
)  # fmt: skip
def test_number_words_at_random_without_a_space_state_nothing(tag: str, letters: str) -> None:
    chance = random.Random(3)
    text = "".join(chance.choices(letters, k=60_000))
    assert len(extract(from_text(text, language=tag))) < 400  # of the last sentence, which may be short
    assert grows_with_its_length(lambda part: extract(from_text(part, language=tag)), text)
    assert states_nothing(text, tag)
    assert not states_nothing(f"{text[:60]} {letters} " * 20, tag)


@pytest.mark.parametrize(
    ("tag", "letters"),
    [("en", "abcdefghij0123456789"), ("th", "".join(map(chr, range(0xE01, 0xE2F)))), ("zh", "人三十点分数百万年月0123"),
     ("ko", "".join(map(chr, range(0xAC00, 0xD000)))), ("lo", "".join(map(chr, range(0xE81, 0xEB0)))),
     ("en", "12,.%abc")],
)  # fmt: skip
def test_letters_and_digits_at_random_without_a_break_state_nothing(tag: str, letters: str) -> None:
    text = "".join(random.Random(4).choices(letters, k=50_000))
    assert states_nothing(text, tag)
    assert read_figures(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "sentence", "value"),
    [("zh", "2023年宁顺省的贫困率为4.21%,比上年下降1.46个百分点,", "4.21%"),
     ("ja", "二〇二三年の貧困率は4.21%で、前の年を下回った。", "4.21%"),
     ("th", "อัตราความยากจนอยู่ที่ร้อยละ 4.21 ในปีที่ผ่านมา", "4.21"),
     ("en", "The poverty rate was 4.21% (www.example.org/a/b).", "4.21%")],
)  # fmt: skip
def test_long_paragraphs_are_read_whole(tag: str, sentence: str, value: str) -> None:
    text = sentence * 100
    assert sum(value in text[each.span.start : each.span.end] for each in read_figures(text, tag)) == 100
    assert not states_nothing(text, tag)


def test_what_is_repeated_leaves_the_rest_alone() -> None:
    text = f"In 2023, 5% of 3,400 households were poor. {'ha' * 300} Another 12% were near poverty. {'=' * 500}"
    assert [text[f.span.start : f.span.end] for f in read_figures(text, "en")] == ["2023", "5%", "3,400", "12%"]
    assert not states_nothing(text, "en")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(packs()), st.lists(st.one_of(st.text(max_size=8), st.sampled_from(PARTS)), max_size=9))
def test_random_text_is_read_without_an_error_and_figures_are_in_order(tag: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    figures = read_figures(text, tag)
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))
    assert all(0 <= figure.span.start < figure.span.end <= len(text) for figure in figures)
    extract(from_text(text, language=tag))


def test_a_number_of_sixty_digits_counts_like_any_other() -> None:
    text = "There were 61788256616294861812144297386.5 jobs in the provinces."
    assert len(extract(from_text(text, language="en"))) == 1


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "4-732333480319280300903844499878551586100,000;5"),
        ("zh", "2023-7755257465436482717640781726327896"),
        ("hi", "साढ़े 77552574654364827176407817263278961 लाख"),
        ("ko", "77552574654364827176407817263278961조3천456억 원"),
    ],
)
def test_numbers_longer_than_decimals_divide_raise_nothing(tag: str, text: str) -> None:
    assert all(figure.span.end <= len(text) for figure in read_figures(text, tag))
