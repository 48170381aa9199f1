"""Groups of things that resemble each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.clusters import Likeness, average_linkage, mean_between, relative


def alike(pairs):
    ordered = sorted(pairs)
    a, b = (np.array([pair[side] for pair in ordered], np.int64) for side in (0, 1))
    return Likeness(a, b, np.array([pairs[pair] for pair in ordered], float))


def test_what_is_alike_is_joined_and_a_lone_bridge_is_not_enough():
    likeness = {(0, 1): 3.0, (0, 2): 2.5, (1, 2): 2.0, (3, 4): 3.0, (2, 3): 1.5}
    assert average_linkage(alike(likeness), 1.0) == [(0, 1, 2), (3, 4)]


def test_members_that_must_stay_apart_do():
    likeness = {(0, 1): 3.0, (1, 2): 2.9}
    assert average_linkage(alike(likeness), 0.5, np.array([7, 8, 7])) == [(0, 1)]


def test_nothing_gives_nothing():
    nobody, nothing = np.zeros(0, np.int64), alike({})
    assert average_linkage(nothing, 1.0) == []
    assert not len(relative(nothing, nobody, mean_between(nothing, nobody, 2), nobody, 2).a)


def test_a_pair_counts_by_how_much_more_alike_it_is_than_others():
    languages = np.array([0, 1, 1, 1])
    likeness = alike({(0, 1): 0.2, (0, 2): 0.02, (0, 3): 0.02})
    mean = mean_between(likeness, languages, 2)
    assert mean.tolist() == [[0.0, pytest.approx(0.08)], [pytest.approx(0.08), 0.0]]
    made = relative(likeness, languages, mean, languages, 2)
    assert made.value[0] > 3 * made.value[1]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 5, allow_nan=False),
    max_size=40,
)


def plainly(pairs, threshold, apart):
    """Join the two groups that are most alike, again and again, as the docstring says it."""
    groups = [(number,) for number in sorted({number for pair in pairs for number in pair})]

    def mean(one, other):
        if {apart[n] for n in one} & {apart[n] for n in other}:
            return 0.0
        total = sum(pairs.get((min(x, y), max(x, y)), 0.0) for x in one for y in other)
        return total / (len(one) * len(other))

    while True:
        best = max(((mean(x, y), x, y) for n, x in enumerate(groups) for y in groups[:n]), default=(0.0, (), ()))
        if best[0] <= threshold:
            return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)
        groups = [group for group in groups if group not in best[1:]] + [best[1] + best[2]]


@given(PAIRS, st.lists(st.integers(0, 6), min_size=13, max_size=13))
def test_groups_are_those_of_the_plain_definition(pairs, apart):
    # values that are no sums of one another: which of two equal means comes first is of no interest here
    distinct = {pair: value + n * 1e-4 for n, (pair, value) in enumerate(sorted(pairs.items()))}
    distinct = {pair: value for pair, value in distinct.items() if apart[pair[0]] != apart[pair[1]]}
    if len(set(distinct.values())) == len(distinct) and len({round(v, 1) for v in distinct.values()}) == len(distinct):
        assert average_linkage(alike(distinct), 1.0, np.array(apart)) == plainly(distinct, 1.0, apart)
    groups = average_linkage(alike(pairs), 1.0)
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))


@given(st.dictionaries(st.integers(0, 6), st.floats(0.01, 5) | st.just(0.0), min_size=2), st.integers(0, 3))
def test_what_is_usual_is_the_mean_of_the_next_best(values, nearest):
    likeness = alike({(0, 10 + number): value for number, value in values.items()})
    languages = np.array([0, *[1] * 20])
    mean = mean_between(likeness, languages, 2)
    made = relative(likeness, languages, mean, np.arange(21) % 1, nearest)
    for one, value in zip(made.b.tolist(), made.value.tolist(), strict=True):
        own = values[one - 10]
        rest = sorted((each for number, each in values.items() if number != one - 10), reverse=True)[:nearest]
        usual = (sum(rest) + 2 * mean[0, 1]) / (len(rest) + 2)
        assert value == pytest.approx(own / (usual * mean[0, 1]) ** 0.5)
