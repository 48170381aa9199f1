"""Pages of PDF: columns in reading order, hyphens undone, headers, footers and page numbers apart."""

import fixture_files as made
import pytest

from factcheck.model import PassageKind
from factcheck.reading.files import read
from factcheck.reading.formats.content import Part
from factcheck.reading.formats.pdf import read as read_pdf

LEFT = [
    "The poverty rate of the northern",
    "province fell to 4.21% at the end of",
    "2023, the provincial office said on",
    "Monday after a long debate.",
]
RIGHT = [
    "Some 12,400 households were helped,",
    "which is 300 more than in the year",
    "before, according to the same office",
    "and to its yearly report.",
]


def column(lines, x, y=700, size=10):
    return [(x, y - 13 * at, size, line) for at, line in enumerate(lines)]


def blocks(pages):
    (content,) = read_pdf(Part("", made.pdf(pages), ".pdf"))
    return [(content.text[mark.span.start : mark.span.end], mark.kind) for mark in content.marks]


def sentences(pages):
    return [text for text, kind in blocks(pages) if kind is PassageKind.SENTENCE]


def test_columns_are_read_one_after_the_other_under_their_headline():
    headline = (50, 740, 20, "Poverty falls in the north of the country again")
    found = blocks([[headline, *column(LEFT, 50), *column(RIGHT, 320)]])
    assert found == [
        (headline[3], PassageKind.HEADING),
        (" ".join(LEFT), PassageKind.SENTENCE),
        (" ".join(RIGHT), PassageKind.SENTENCE),
    ]


def test_columns_may_be_drawn_row_by_row():
    rows = [piece for pair in zip(column(LEFT, 50), column(RIGHT, 320), strict=True) for piece in pair]
    assert sentences([rows]) == [" ".join(LEFT), " ".join(RIGHT)]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    half, rest = LEFT[:3], LEFT[3:]
    assert sentences([[*column([*RIGHT, *half], 50), *column([*rest, *RIGHT], 320)]])[1] == " ".join(LEFT)
    assert sentences([column([*RIGHT, *half], 50), column([*rest, *RIGHT], 50)])[1] == " ".join(LEFT)


HYPHENS = [
    (["The office helped many house-", "holds; each household was glad."], "many households;"),
    (["The office told of a well-", "known plan; it is well-known."], "a well-known plan"),
    (["It was so in the years 2021-", "2023, the office said to all."], "2021-2023"),
    (["The office helped many house\u00ad", "holds in the north last year."], "many households in"),
]


@pytest.mark.parametrize(("lines", "expected"), HYPHENS)
def test_hyphens_at_the_ends_of_lines(lines, expected):
    (text,) = sentences([column(lines, 50)])
    assert expected in text


def test_headers_footers_and_page_numbers_are_not_the_article():
    pages = [
        [(50, 810, 8, "The Daily Example, 3 November 2025"), *column([*LEFT, *RIGHT], 50), (290, 30, 8, f"{number}")]
        for number in (14, 15, 16)
    ]
    found = blocks(pages)
    around = [text for text, kind in found if kind is PassageKind.BOILERPLATE]
    assert around.count("The Daily Example, 3 November 2025") == 3
    assert {"14", "15", "16"} <= set(around)
    assert all("Daily Example" not in text for text in sentences(pages))
    assert " ".join(LEFT) in sentences(pages)[0]


def test_positions_are_those_of_the_text_that_is_shown(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf([column(["The office helped 12,400 house-", "holds in the north last year."], 50)]))
    document = read(path)
    (passage,) = document.passages
    assert document.quote(passage.span) == "The office helped 12,400 households in the north last year."


def test_letters_that_are_placed_one_by_one_make_words():
    """As Qt and what prints through it write: no run is longer than a letter, and a hyphen is flat."""
    text = "In 2021-2023 the rate fell to 4.21%, said Noor."
    letters = [(50 + 5.8 * at, 700, 10, letter) for at, letter in enumerate(text) if letter != " "]
    assert sentences([[*letters, *column(LEFT, 50, 600)]])[0] == text
