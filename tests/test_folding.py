"""Folding, and the way back from every folded character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.folding import fold, fold_character, fold_with_offsets


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Giảm nghèo Đà Nẵng", "giam ngheo da nang"),
        ("الفُقْر", "الفقر"),
        ("می‌رود", "ميرود"),
        ("۱٫۴۶ ٤٢", "1٫46 42"),
        ("œuvre Straße", "oeuvre strasse"),
        ("한국어", "한국어"),
        ("กำลัง", "กําลัง"),
        ("ﬁn", "fin"),
        ("İSTANBUL", "istanbul"),
    ],
)
def test_what_means_the_same_is_the_same(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_every_folded_character_leads_back_to_the_one_it_came_from(text):
    made = fold_with_offsets(text)
    assert made.text == fold(text) == "".join(map(fold_character, text))
    assert len(made.offsets) == len(made.text) + 1
    assert made.offsets[-1] == len(text)
    for char, index in zip(made.text, made.offsets, strict=False):
        assert char in fold_character(text[index])
