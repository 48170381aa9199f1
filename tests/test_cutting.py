"""Unspaced text is cut by the words that are known, and what nobody knows stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.cutting import Cutter

CHINESE = Cutter(["失业率", "下降", "下降了", "了", "省", "省份", "人"])
JAPANESE = Cutter(["失業率", "の", "は", "県", "に", "タイ", "低下"])
THAI = Cutter(["จังหวัด", "อัตรา", "ใน", "คน"])
KOREAN = Cutter(["실업률", "서울", "도"], ["에서는", "에서", "은", "의", "도"])


@pytest.mark.parametrize(
    ("cutter", "text", "words"),
    [
        (CHINESE, "广宁省失业率下降了", ["广宁", "省", "失业率", "下降", "了"]),
        (CHINESE, "GDP下降", ["GDP", "下降"]),
        (JAPANESE, "長野県の失業率は", ["長野", "県", "の", "失業率", "は"]),
        (JAPANESE, "タイヤ", ["タイヤ"]),
        (JAPANESE, "タイの", ["タイ", "の"]),
        (THAI, "ในจังหวัดเชียงใหม่", ["ใน", "จังหวัด", "เชียงใหม่"]),
        (KOREAN, "실업률은", ["실업률", "은"]),
        (KOREAN, "서울에서는", ["서울", "에서는"]),
        (KOREAN, "케냐의", ["케냐", "의"]),
        (KOREAN, "제도", ["제도"]),
        (CHINESE, "rate", ["rate"]),
    ],
)
def test_where_words_begin_and_end(cutter: Cutter, text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in cutter.cut(text)] == words


@given(st.text(alphabet="失业率下降了省人のはタイ県광주서울의에abcจังหวัด", min_size=1, max_size=30))
def test_nothing_is_lost_and_nothing_is_there_twice(text: str) -> None:
    for cutter in (CHINESE, JAPANESE, THAI, KOREAN):
        assert "".join(text[a:b] for a, b in cutter.cut(text)) == text
        assert Cutter.restored(cutter.stored()).cut(text) == cutter.cut(text)
