"""Why two figures were or were not set against each other."""

import pytest

from factcheck.claims.extraction import extract
from factcheck.matching.answers import why
from factcheck.reading.files import from_text

TEXTS = {
    "en": "At the end of 2023, the poverty rate in Quang Ninh stood at 4.21%. The programme counted 37 villages.",
    "fr": "Fin 2023, le taux de pauvreté à Quang Ninh s'établissait à 4,12 %. La route fait 60 km.",
    "vi": "Cuối năm 2022, tỷ lệ hộ nghèo của Quảng Ninh là 5,80%.",
}


def answer(one, other):
    """Return the answer for two (language, figure as written)."""
    documents = [from_text(text, path=f"{tag}.txt", language=tag) for tag, text in TEXTS.items()]
    claims = {document.id: extract(document) for document in documents}
    sides = [
        next(claim for d in documents if d.language == tag for claim in claims[d.id] if d.quote(claim.span) == figure)
        for tag, figure in (one, other)
    ]
    return why(*sides, documents, claims)


def test_two_times_are_named_where_articles_on_one_matter_speak_of_them():
    given = answer(("en", "4.21%"), ("vi", "5,80%"))
    assert given.match is None  # two years have two figures, which is nothing to look into
    assert given.obstacles == ("another period: 2023 beside 2022",)


def test_a_contradiction_is_answered_with_its_match_and_reasons():
    given = answer(("en", "4.21%"), ("fr", "4,12 %"))
    assert given.match is not None
    assert given.match.reasons
    assert not given.fits
    assert given.obstacles == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (("en", "37"), ("fr", "60 km"), "they are of two sorts"),
        (("en", "4.21%"), ("en", "37"), "both stand in one article"),
        (("en", "37"), ("fr", "4,12 %"), "they are of two sorts"),
    ],
)
def test_what_keeps_two_figures_apart_is_named(one, other, told):
    given = answer(one, other)
    assert given.match is None
    assert any(told in each for each in given.obstacles), given.obstacles
