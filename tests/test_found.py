"""Deciding between matches that are rows of numbers does what going through them one by one would."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching import found
from factcheck.matching.found import Rows, article_of, between_articles, decided, of_each_pair, without_strays

CLAIMS = [article << 28 | place for article in range(4) for place in range(2)]
MATCHES = st.lists(
    st.tuples(
        st.sampled_from(CLAIMS),
        st.sampled_from(CLAIMS),
        st.sampled_from([0.2, 0.4, 0.5, 0.7]),
        st.booleans(),
    ).filter(lambda match: match[0] >> 28 != match[1] >> 28),
    max_size=25,
)


def rows(matches, first=0):
    a, b, score, fits = zip(*matches, strict=True) if matches else ((), (), (), ())
    places = np.arange(first, first + len(matches))
    return Rows(np.array(a, np.int64), np.array(b, np.int64), np.array(score, float), np.array(fits, bool), places)


@given(MATCHES, MATCHES)
def test_a_pair_that_is_found_again_is_taken_where_it_is_sure_or_surer(matches, further):
    known = list({frozenset(match[:2]): match for match in matches}.values())
    best = {frozenset(match[:2]): (number, match[2]) for number, match in enumerate(known)}
    for number, match in enumerate(further, len(known)):
        before = best.get(frozenset(match[:2]))
        if before is None or match[2] >= 0.5 or match[2] >= before[1]:
            best[frozenset(match[:2])] = number, match[2]
    made = of_each_pair(rows(known + further))
    assert made.places.tolist() == sorted(number for number, _ in best.values())


@given(MATCHES)
def test_what_is_answered_in_the_same_article_strays_no_further(matches):
    answered = set()
    for a, b, score, fits in matches:
        if fits and score >= 0.5:
            answered |= {(a, b >> 28), (b, a >> 28)}
    kept = [
        number for number, (a, b, _, fits) in enumerate(matches) if fits or not {(a, b >> 28), (b, a >> 28)} & answered
    ]
    assert without_strays(rows(matches)).places.tolist() == kept


@pytest.fixture(scope="module")
def few_at_once():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(found, "_AT_ONCE", 3)
        yield


@pytest.mark.usefixtures("few_at_once")
@given(MATCHES)
def test_deciding_between_a_few_at_a_time_is_deciding_between_all(matches):
    together = rows(matches)
    lots = [lot.tolist() for lot in between_articles(together)]
    assert sorted(chain(*lots)) == list(range(len(matches)))
    assert len(lots) == 1 + len(matches) // 3
    assert decided(together).places.tolist() == without_strays(of_each_pair(together)).places.tolist()


@pytest.mark.usefixtures("few_at_once")
def test_articles_of_one_name_come_together():
    some = rows([(article << 28, 9 << 28, 0.9, True) for article in range(8)] * 2)
    names = np.array([0] * 8 + [8, 9])
    assert [len(lot) for lot in between_articles(some, names) if len(lot)] == [16]
    assert len([lot for lot in between_articles(some) if len(lot)]) > 1


def test_a_claim_is_known_to_be_of_its_article():
    assert article_of(np.array(CLAIMS)).tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
