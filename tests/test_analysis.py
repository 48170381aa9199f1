from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.search.analysis import analyser, terms_to_find, words_to_find


def terms(text: str, tag: str = "und") -> list[set[str]]:
    return [set(token.terms) for token in analyser(tag).tokens(text)]


# A word as somebody types it, a text it must be found in.
FOUND = [
    ("giam ngheo", "Công tác giảm nghèo bền vững"),
    ("GIẢM NGHÈO", "cong tac giam ngheo"),
    ("đồng", "nghìn dong"),
    ("Dak Lak", "tỉnh Đắk Lắk"),
    ("pauvrete", "la pauvreté"),
    ("œuvre", "oeuvre"),
    ("economie", "l’économie"),
    ("Strasse", "Straße"),
    ("فقر", "نرخ فقر"),
    ("فقر", "معدل الفقر"),
    ("فقر", "والفقر"),
    ("فقراء", "للفقراء"),
    ("الفقر", "فقر"),
    ("محافظه", "مُحافَظة"),
    ("كيلو", "کیلو"),
    ("می‌رود", "میرود"),
    ("میرود", "می‌رود"),
    ("خانوار", "خانوار‌های فقیر"),
    ("42", "۴۲ و ٤٢"),
    ("٤٢", "42"),
    ("1.46", "۱٫۴۶ درصد"),
    ("1,46", "1.46 %"),
    ("4.2", "4,20 %"),
    ("16700", "16,700 hộ"),
    ("16.700", "16\u00a0700 ménages"),
    ("26750", "۲۶،۷۵۰ خانوار"),
    ("524000000000", "524.000.000.000"),
    ("2023", "20.11.2023"),
    ("19", "covid-19"),
    ("25", "25km"),
    ("贫困率", "中国的贫困率下降"),
    ("率", "贫困率"),
    ("빈곤율", "빈곤율은 감소"),
    ("ยากจน", "ความยากจน"),
    ("गरीबी", "गरीबी दर"),
    ("ភាពក្រីក្រ", "អត្រាភាពក្រីក្រ"),
    ("ທຸກຍາກ", "ອັດຕາຄວາມທຸກຍາກ"),
    ("ဆင်းရဲ", "ဆင်းရဲမွဲတေမှု"),
    ("貧困", "貧困率は低下した"),
    ("さくら", "さくらが咲く"),
    ("ПОЛЬЗА", "польза"),
    ("Łódź", "lodz"),
    ("ÅNGSTRÖM", "ångström"),
    ("४२", "42"),
    ("൪൨", "42"),
    ("٢٦٬٧٥٠", "26,750"),
    ("ΑΘΗΝΑ", "Αθήνα"),
]


@pytest.mark.parametrize(("typed", "text"), FOUND)
def test_a_word_is_found_in_another_spelling(typed: str, text: str) -> None:
    there = terms(text)
    for place in words_to_find(typed):
        assert any(
            any(term == wanted or (len(wanted) == 1 and term.startswith(wanted)) for term in found for wanted in place)
            for found in there
        ), (place, there)


NOT_FOUND = [
    ("فقر", "فقرة"),
    ("1.46", "146"),
    ("20", "2023"),
    ("11.2023", "20.11.2023"),
    ("unit", "united"),
    ("0.125", "125"),
]


@pytest.mark.parametrize(("typed", "text"), NOT_FOUND)
def test_a_word_is_not_found_in_another_word(typed: str, text: str) -> None:
    there = set().union(*terms(text))
    assert not all(there & set(place) for place in words_to_find(typed))


def test_a_clitic_is_only_known_where_the_language_has_it() -> None:
    assert "فقر" in terms("الفقر", "ar")[0]
    assert "فقر" not in terms("الفقر", "fa")[0]


def test_ranges_lead_back_to_the_text_as_written() -> None:
    text = "Le café\u0301 « giảm nghèo » \u200f۱٫۴۶٪, می‌رود 贫困率"
    shown = [text[token.start : token.end] for token in analyser("und").tokens(text)]
    assert shown == ["Le", "café\u0301", "giảm", "nghèo", "۱٫۴۶", "می‌رود", "贫困", "困率", "率"]


FIGURES = st.text("0012 .,'’\u00a0\u202f\n\u200c\u200e\u0301۱٫é贫a", max_size=30)


@given(st.text(max_size=200) | FIGURES)
def test_any_text_gives_tokens_in_order_whose_terms_are_those_indexed(text: str) -> None:
    tokens = analyser("und").tokens(text)
    assert all(0 <= token.start < token.end <= len(text) and all(token.terms) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    postings = analyser("und").postings(text)
    assert postings == analyser("und").postings(text)  # of what is remembered, too
    assert postings.end == len(tokens)
    listed = {(term, place) for term, places in postings.terms().items() for place in places}
    assert listed == {(term, place) for place, token in enumerate(tokens) for term in token.terms}


@given(st.text(max_size=80))
def test_the_first_terms_are_those_of_the_places_to_find(text: str) -> None:
    assert terms_to_find(text) == tuple(place[0] for place in words_to_find(text))


@given(st.text(max_size=80))
def test_a_text_finds_itself(text: str) -> None:
    there = terms(text)
    wanted = words_to_find(text)
    assert len(wanted) <= len(there)
    for place, found in zip(wanted, there, strict=False):
        assert set(place) & found
