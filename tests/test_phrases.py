"""Phrases found in passages: gaps, figures, diacritics, clitics."""

from __future__ import annotations

import pytest

from factcheck.claims.cues import Cue, outside
from factcheck.claims.extraction import extract
from factcheck.claims.figures import read_figures
from factcheck.claims.lines import read_line
from factcheck.claims.phrases import Phrases
from factcheck.model import Document, Passage, PassageKind, Span


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


@pytest.mark.parametrize("word", ["விகிதம்", "விகிதத்தில்", "விகிதத்தைக்"])
def test_endings_may_stand_in_place_of_the_end_of_a_word(word: str) -> None:
    phrases = Phrases({"indicators": {"x": ("விகிதம்",)}}, stems={"ம்": ("த்தில்", "த்தைக்")})
    assert [cue.id for cue in phrases.find(read_line(word, 0, len(word), ()))] == ["x"]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("nousi 9 prosenttiin", "fi", ["roles.to"]),
        ("nousi 9 prosenttia", "fi", []),
        ("9 சதவீதமாக உயர்ந்தது", "ta", ["roles.to"]),
        ("9 சதவீதம் உயர்ந்தது", "ta", []),
    ],
)
def test_the_ending_of_a_figure_may_be_part_of_a_phrase(text: str, tag: str, expected: list[str]) -> None:
    figures = read_figures(text, tag)
    line = read_line(text, 0, len(text), figures)
    phrases = Phrases.restored(Phrases({"roles.to": {"": ("#~iin", "#~மாக")}}).stored())
    assert [cue.table for cue in phrases.find(line, figures, text)] == expected


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


@pytest.mark.parametrize(
    ("tag", "text", "indicator"),
    [
        ("zh", "65岁以上人口占19%。", "elderly share"),
        ("ko", "65세 이상 인구는 19%다.", "elderly share"),
        ("de", "Der Anteil der über 65-Jährigen liegt bei 22 Prozent.", "elderly share"),
        ("fr", "Les plus de 60 ans représentent 27 % de la ville.", "elderly share"),
        ("en", "Those over 47 make up 19% of it.", "share of population"),
        ("da", "I skolen er der 12,3 elever pr. lærer i snit.", "students per teacher"),
    ],
)
def test_numbers_and_abbreviations_in_phrases(tag: str, text: str, indicator: str) -> None:
    passage = Passage(Span(0, len(text)), PassageKind.SENTENCE, tag)
    claims = extract(Document("0" * 64, "example.txt", "", text, tag, passages=(passage,)))
    assert claims[-1].scope.indicator == indicator
    assert all(claim.scope.indicator is None for claim in claims[:-1])
