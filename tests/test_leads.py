"""One misquotation is one case, however many sources contradict it."""

from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checking.leads import Contradictions, leads

WRONG, RIGHT, OTHER = 9, 1, 2  # what a claim may say


def contradictions(rows, says):
    """Return rows of an id, a score and two claims as contradictions; `says` has what each claim says."""
    ids, score, a, b = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [], [])
    return Contradictions(
        np.array(ids, np.uint64), np.array(score, np.float64), np.array(a, np.int64), np.array(b, np.int64),
        np.array([says[claim] for claim in a], np.uint64), np.array([says[claim] for claim in b], np.uint64),
    )  # fmt: skip


def led(rows, says, agreeing=()):
    return leads(contradictions(rows, says), np.array(agreeing, np.int64)).tolist()


def test_a_misquotation_is_one_case_led_by_its_likeliest_pair():
    says = {1: WRONG, 2: RIGHT, 3: RIGHT, 4: RIGHT}
    assert led([(70, 0.7, 1, 2), (71, 0.9, 3, 1), (72, 0.8, 1, 4)], says, [2, 3, 2, 4, 3, 4]) == [1, 1, 1]


def test_two_misquotations_are_two_cases():
    says = {1: WRONG, 2: RIGHT, 3: RIGHT, 4: OTHER}
    pairs = [(70, 0.9, 1, 2), (71, 0.8, 1, 3), (72, 0.7, 1, 4), (73, 0.6, 2, 4), (74, 0.5, 3, 4)]
    assert led(pairs, says, [2, 3]) == [0, 0, 0, 3, 3]


def test_an_outlier_that_an_article_states_twice_is_one_case():
    assert led([(70, 0.9, 1, 3), (71, 0.8, 2, 3)], {1: WRONG, 2: WRONG, 3: RIGHT}, [3]) == [0, 0]
    says = {1: WRONG, 2: WRONG, 3: RIGHT, 4: RIGHT}
    rows = [(70, 0.9, 1, 3), (71, 0.8, 1, 4), (72, 0.7, 2, 3), (73, 0.6, 2, 4)]
    assert led(rows, says, [3, 4, 3, 4, 3, 4]) == [0, 0, 0, 0]


def test_nothing_contradicts_nothing():
    assert led([], {}) == []


def as_said(rows, says, agreeing):
    """Return what `leads` says of itself, step by step."""
    against = defaultdict(list)
    for row, (_, _, a, b) in enumerate(rows):
        against[a].append(row)
        against[b].append(row)

    def suspicion(claim):
        return -len(against[claim]), agreeing.count(claim), claim

    def outlier_of(row):
        return min(rows[row][2:], key=suspicion)

    def statement(outlier, row):
        a, b = rows[row][2:]
        return (says[a], says[b]) if a == outlier else (says[b], says[a])

    made, stated = {}, {}
    for row in sorted(range(len(rows)), key=lambda row: (suspicion(outlier_of(row)), -rows[row][1], rows[row][0])):
        if row not in made:
            outlier = outlier_of(row)
            rest = [other for other in against[outlier] if other not in made]
            lead = next((stated[said] for other in rest if (said := statement(outlier, other)) in stated), row)
            for other in rest:
                made[other] = lead
                stated.setdefault(statement(outlier, other), lead)
    return [made[row] for row in range(len(rows))]


CLAIMS = st.integers(0, 7)
PAIRS = st.tuples(CLAIMS, CLAIMS).filter(lambda pair: pair[0] != pair[1])


@given(
    st.lists(st.tuples(st.sampled_from([0.5, 0.7, 0.9]), PAIRS), max_size=20),
    st.permutations(range(20)),
    st.lists(st.integers(0, 3), min_size=8, max_size=8),
    st.lists(CLAIMS),
)
def test_cases_of_many_witnesses(pairs, ids, says, agreeing):
    rows = [(id_, score, a, b) for id_, (score, (a, b)) in zip(ids, pairs, strict=False)]
    assert led(rows, says, agreeing) == as_said(rows, says, agreeing)
