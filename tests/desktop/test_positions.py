from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from factcheck.desktop.positions import Positions

PIECES = st.sampled_from(
    [
        "a",
        "é",
        "ß",
        "5",
        "٪",
        "۴",
        "م",
        "\u00a0",
        "\u202f",
        "\u200c",
        "\n",
        "\r\n",
        "😀",
        "𝟜",
        "กำ",
        "e\u0301",
        "\u2066",
    ]
)
texts = st.lists(PIECES, max_size=40).map("".join)


@given(texts)
@settings(max_examples=150, deadline=None)
def test_each_code_point_is_where_qt_shows_it(text):
    shown = QTextDocument()
    shown.setPlainText(text)
    positions = Positions(text)
    for at, character in enumerate(text):
        if character == "\r":
            continue
        where = positions.to_qt(at)
        if character == "\n":
            where = where - 1 if at and text[at - 1] == "\r" else where
            assert shown.characterAt(where) == "\u2029"
        elif ord(character) > 0xFFFF:
            assert positions.to_qt(at + 1) == where + 2
            assert ord(shown.characterAt(where)) == 0xD800 + ((ord(character) - 0x10000) >> 10)
        else:
            assert shown.characterAt(where) == character


@given(texts)
@settings(max_examples=150, deadline=None)
def test_there_and_back(text):
    positions = Positions(text)
    for at in range(len(text) + 1):
        between = 0 < at < len(text) and text[at - 1 : at + 1] == "\r\n"
        assert positions.to_code_point(positions.to_qt(at)) == at + between
    assert positions.to_qt(len(text)) == len(text.replace("\r\n", "\n").encode("utf-16-le")) // 2


def test_positions_beyond_the_text_are_its_ends():
    positions = Positions("😀b")
    assert [positions.to_qt(n) for n in (-1, 0, 1, 2, 9)] == [0, 0, 2, 3, 3]
    assert [positions.to_code_point(n) for n in (-1, 0, 1, 2, 3, 9)] == [0, 0, 0, 1, 2, 2]
