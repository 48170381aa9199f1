"""Groups of things that resemble each other."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.clusters import average_linkage, mean_between, relative


def test_what_is_alike_is_joined_and_a_lone_bridge_is_not_enough():
    likeness = {(0, 1): 3.0, (0, 2): 2.5, (1, 2): 2.0, (3, 4): 3.0, (2, 3): 1.5}
    assert average_linkage(likeness, 1.0) == [(0, 1, 2), (3, 4)]


def test_members_that_must_stay_apart_do():
    likeness = {(0, 1): 3.0, (1, 2): 2.9}
    assert average_linkage(likeness, 0.5, ["a", "b", "a"]) == [(0, 1)]


def test_nothing_gives_nothing():
    assert average_linkage({}, 1.0) == []
    assert relative({}, {}, {}, {}, 2) == {}


def test_a_pair_counts_by_how_much_more_alike_it_is_than_others():
    languages = {0: "en", 1: "zh", 2: "zh", 3: "zh"}
    likeness = {(0, 1): 0.2, (0, 2): 0.02, (0, 3): 0.02}
    made = relative(likeness, languages, mean_between(likeness, languages), languages, 2)
    assert made[0, 1] > 3 * made[0, 2]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0.01, 5, allow_nan=False),
    max_size=40,
)


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_does_not_matter_and_nobody_is_in_two_groups(pairs, random):
    shuffled = list(pairs.items())
    random.shuffle(shuffled)
    groups = average_linkage(pairs, 1.0)
    assert groups == average_linkage(dict(shuffled), 1.0)
    members = [member for group in groups for member in group]
    assert len(members) == len(set(members))
