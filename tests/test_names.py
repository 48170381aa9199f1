"""Names across scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.names import key, likeness, skeleton, sounds

SPELLINGS = [
    ("Quang Ninh", "Quảng Ninh", "كوانغ نينه", "کوانگ نین"),
    ("Ninh Thuan", "Ninh Thuận", "نينه ثوان", "نین توآن"),
    ("Lao Cai", "Lào Cai", "لاو كاي", "لائو کای"),
    ("Da Nang", "Đà Nẵng", "دا نانغ", "دا نانگ"),
    ("Washington", "واشنطن", "واشنگتن"),
    ("Trump", "ترامب", "ترامپ", "Трамп"),
    ("Phu Tho", "Phú Thọ", "فو ثو", "فو تو"),
]


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_one_name_are_alike(names):
    for a in names:
        for b in names:
            assert likeness(a, b) >= 0.75, (a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Quang Ninh", "Quang Tri"), ("كوانغ نينه", "کوانگ تری"), ("Lào Cai", "Gia Lai"), ("Can Tho", "Phú Thọ")],
)
def test_neighbouring_names_are_kept_apart(a, b):
    assert likeness(a, b) < 0.85


def test_a_key_needs_some_consonants():
    assert key("eau") is None
    assert key("Lai") is None
    assert key("président") == key("president")


@given(st.text(max_size=40))
def test_any_text_has_sounds_and_a_skeleton(text):
    assert set(sounds(text)) <= set("BFKSTLRMNaiu")
    assert set(skeleton(text)) <= set("ABFKSTLRMN")
    assert likeness(text, text) == 1.0
