"""Many short lists in one array, and pairs taken a stretch at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.ragged import Growing, Lines, Ragged, meetings

LISTS = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=12)


@given(LISTS, st.integers(1, 8))
def test_stretches_are_all_lists_in_order(lists, most):
    ragged = Ragged.of(lists)
    parts = [ragged.stretch(*edges) for edges in ragged.stretches(most)]
    assert [own.tolist() for part in parts for own in map(part.__getitem__, range(len(part)))] == lists


@given(LISTS)
def test_some_numbers_of_lists_and_what_all_are_worth(lists):
    ragged, worth = Ragged.of(lists), np.arange(10) / 7
    odd = ragged.only(ragged.numbers % 2 == 1)
    assert [odd[n].tolist() for n in range(len(odd))] == [[n for n in own if n % 2] for own in lists]
    assert ragged.totals(worth).tolist() == pytest.approx([sum(n / 7 for n in own) for own in lists])


@given(
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])), st.integers(1, 4)
)
def test_each_pair_is_met_from_both_sides(pairs, together):
    a, b = np.array(sorted(pairs), np.int64).reshape(-1, 2).T
    met = []
    for places, one, other in meetings(a, b, together):
        assert len(set(one.tolist())) <= together
        met += zip(places.tolist(), one.tolist(), other.tolist(), strict=True)
    wanted = [(n, *sides) for n, pair in enumerate(sorted(pairs)) for sides in (pair, pair[::-1])]
    assert sorted(met) == sorted(wanted)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=4)))
def test_many_texts_stand_in_one(texts):
    lines = Lines(texts)
    assert list(lines) == texts
    assert lines[1:3] == texts[1:3]
    with pytest.raises(IndexError):
        lines[len(texts)]


@given(st.lists(st.lists(st.integers(-9, 9), max_size=4)))
def test_numbers_that_come_a_few_at_a_time_are_one_array(parts):
    growing = Growing(np.int64)
    for part in parts:
        growing.extend(np.array(part))
    assert growing.all().tolist() == [number for part in parts for number in part]
    growing.all()[:] = 7
    assert set(growing.all().tolist()) <= {7}


def test_no_parts_are_no_lists():
    assert len(Ragged.joined([])) == 0
