"""A language in two alphabets: each word of its file stands in both, ids and examples stay as they are."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import read_figures
from factcheck.language.alphabets import in_both
from factcheck.language.packs import pack, packs
from factcheck.language.sections import Bounds, Numbers, Pack, Text

LETTERS = {"l": "л", "lj": "љ", "u": "у", "d": "д", "i": "и", "o": "о", "h": "х", "a": "а"}


def test_words_stand_in_both() -> None:
    made = in_both(
        Pack(
            "sr",
            numbers=Numbers(scales={"hiljada": 1000}, weak=("do",)),
            bounds=Bounds(between=(("od", "do"),)),
            nouns={"people": ("ljudi", "Ljudi", "12")},
            text=Text(letters=LETTERS),
        )
    )
    assert made.nouns == {"people": ("ljudi", "Ljudi", "12", "људи", "Људи")}
    assert made.numbers.scales == {"hiljada": 1000, "хиљада": 1000}
    assert made.numbers.weak == ("do", "до")
    assert made.bounds.between == (("od", "do"), ("од", "до"))
    assert made.text.letters == LETTERS


def test_a_language_of_one_alphabet_stays_as_it_is() -> None:
    plain = Pack("hr", nouns={"people": ("ljudi",)})
    assert in_both(plain) is plain


@pytest.mark.parametrize("tag", [tag for tag in packs() if pack(tag).text.letters])
def test_no_letter_has_two_meanings(tag: str) -> None:
    letters = pack(tag).text.letters
    assert len(set(letters.values())) == len(letters)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("dvadeset pet odsto", 25, "percent"),
        ("двадесет пет одсто", 25, "percent"),
        ("12,5 hiljada dinara", 12_500, "RSD"),
        ("12,5 хиљада динара", 12_500, "RSD"),
        ("дванаесторо људи", 12, None),
        ("3 км", 3, "length-kilometer"),
    ],
)
def test_serbian_figures_are_read_in_both(text: str, value: float, unit: str | None) -> None:
    (figure,) = read_figures(text, "sr")
    assert figure.quantity.exact is not None
    assert (float(figure.quantity.exact), figure.quantity.unit) == (value, unit)
