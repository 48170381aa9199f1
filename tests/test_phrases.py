"""Phrases found in passages: gaps, figures, diacritics, clitics."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import read_figures
from factcheck.claims.phrases import Cue, Phrases, outside
from factcheck.claims.words import read_line


def found(phrase: str, text: str, tag: str = "en", clitics: tuple[str, ...] = ()) -> bool:
    line = read_line(text, 0, len(text), read_figures(text, tag))
    return bool(Phrases({"indicators": {"x": (phrase,)}}, clitics).find(line))


@pytest.mark.parametrize(
    ("phrase", "text", "tag", "expected"),
    [
        ("forests ... covered", "Forests, officials said, covered 4% of it", "en", True),
        ("forests ... covered", "Forests grew. Snow covered 4% of it", "en", False),
        ("# of households ... poor", "Some 4.2% of households in the north were poor", "en", True),
        ("# of households ... poor", "All of households were poor", "en", False),
        ("giảm", "giám đốc có 5 con", "vi", False),
        ("giảm", "tỷ lệ giảm 5%", "vi", True),
        ("giảm", "ty le giam 5%", "vi", True),
        ("hoà bình", "hòa bình", "vi", True),
        ("à", "il a 5 ans à Paris", "fr", True),
        ("à", "a été créé", "fr", False),
        ("اقلیت‌های قومی", "اقلیت های قومی", "fa", True),
        ("اقلیت‌های قومی", "اقلیتهای قومی", "fa", True),
        ("/ năm", "3%/năm", "vi", True),
    ],
)
def test_phrases(phrase: str, text: str, tag: str, expected: bool) -> None:
    assert found(phrase, text, tag) is expected


@pytest.mark.parametrize("word", ["الفقر", "والفقر", "للفقر", "بالفقر", "فقر", "لفقر"])
def test_what_is_written_together_with_a_word_may_be_there_or_not(word: str) -> None:
    assert found("الفقر", word, "ar", ("وال", "بال", "لل", "ال", "و", "ب", "ل"))


def test_the_longer_of_two_phrases_of_a_table_wins() -> None:
    line = read_line("the national target programme", 0, 29, ())
    cues = Phrases({"roles.x": {"a": ("target",), "b": ("national target programme",)}}).find(line)
    assert [cue.id for cue in cues] == ["b"]


def test_a_cue_within_a_longer_one_is_left_out_and_one_in_its_gap_is_not() -> None:
    long = Cue("roles.up", "", ((0, 2), (4, 6)))
    inner, gap, beyond = Cue("per", "a", ((4, 5),)), Cue("per", "b", ((2, 3),)), Cue("per", "c", ((5, 7),))
    assert outside([inner, gap, beyond, long], [long]) == [gap, beyond, long]
    assert (long.first, long.last, long.size) == (0, 6, 4)
