"""Which figures of a case stand beside each other, and in which order."""

import pytest

from factcheck.desktop.lineup import Lineup
from factcheck.desktop.sightings import outlier, sightings_of_case


@pytest.fixture
def lineup(window):
    """The Persian figure against the French one; English reports the same as the French, Vietnamese agrees."""
    case = window.dossier.cases()[0]
    return Lineup(case, sightings_of_case(window.dossier, case), outlier(window.dossier, case))


def languages(lineup):
    return [document.language for document, _ in lineup.shown]


def test_the_one_that_stands_alone_stays_and_others_are_set_beside_it(lineup):
    assert languages(lineup) == ["fa", "fr"]
    assert lineup.staying == lineup.sides[0][1]
    english = next(each for each in lineup.others if each.document.language == "en")
    lineup.set_beside(english)
    assert languages(lineup) == ["fa", "en"]
    assert lineup.beside == {english.claim.id}
    lineup.swap()
    assert languages(lineup) == ["en", "fa"]


def test_of_three_the_one_that_stays_is_in_the_middle(lineup):
    lineup.swap()
    lineup.choose_third(room=True)
    assert languages(lineup) == ["fr", "fa", "en"]
    lineup.swap()
    assert languages(lineup) == ["en", "fa", "fr"]
    lineup.set_beside(lineup.second)  # what is shown is not shown twice
    assert languages(lineup) == ["en", "fa", "fr"]
    lineup.choose_third(room=False)
    assert languages(lineup) == ["fa", "en"]
