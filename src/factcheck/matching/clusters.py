"""Groups of things that resemble each other, taken all at once rather than pair by pair."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.ragged import Numbers, Values, meetings, ranks, starts_of, sums

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from numpy.typing import NDArray


_TOGETHER = 4096  # items whose likeness is looked at at once


class Likeness(NamedTuple):
    """How alike things are: pairs of their numbers, `a < b`, ascending, each once, and the value of each pair."""

    a: Numbers
    b: Numbers
    value: Values

    def only(self, wanted: NDArray[np.bool_]) -> Likeness:
        """Return some of the pairs."""
        return Likeness(self.a[wanted], self.b[wanted], self.value[wanted])


def joined(parts: Sequence[Likeness]) -> Likeness:
    """Return the pairs of several parts, which have none in common."""
    nothing = Likeness(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    a, b, value = (np.concatenate(column) for column in zip(nothing, *parts, strict=True))
    order = np.lexsort((b, a))
    return Likeness(a[order], b[order], value[order])


def mean_between(likeness: Likeness, languages: NDArray[Any], count: int) -> Values:
    """Return the mean likeness between each two of `count` languages, both orders; 0 where there is no pair."""
    one, other = languages[likeness.a], languages[likeness.b]
    between = np.minimum(one, other) * count + np.maximum(one, other)
    total = sums(between, likeness.value, count * count).reshape(count, count)
    made: Values = np.maximum(total, total.T) / np.maximum(1, pairs_between(likeness, languages, count))
    return made


def pairs_between(likeness: Likeness, languages: NDArray[Any], count: int) -> Numbers:
    """Return how many pairs there are between each two of `count` languages, both orders."""
    one, other = languages[likeness.a], languages[likeness.b]
    between = np.minimum(one, other) * count + np.maximum(one, other)
    made = np.bincount(between, minlength=count * count).reshape(count, count)
    return np.maximum(made, made.T)


def relative(likeness: Likeness, languages: NDArray[Any], mean: Values, side: NDArray[Any], nearest: int) -> Likeness:
    """Return likeness divided by what is usual for the two, each towards the other's side; pairs of 0 are left out.

    Languages of one family share keys by the dozen, others hardly any: only the ratio can be compared. What is usual
    for an item towards a side (a language, a document) is the mean of its next-best values there, `nearest` of them at
    most, and twice the mean between the two languages, so that a small dossier has a measure too.
    """
    a, b, value = likeness
    if not len(a):
        return likeness
    both = np.ones(len(a))
    for pairs, one, other in meetings(a, b, _TOGETHER):
        # each item towards each side: its best values, their sum, the last of them, by how many to divide
        own = value[pairs]
        _, towards = np.unique(one.astype(np.int64) * (int(side.max()) + 1) + side[other], return_inverse=True)
        order = np.lexsort((-own, towards))
        best = order[ranks(towards[order]) <= nearest]
        rows, size = towards[best], int(towards.max()) + 1
        total, count = sums(rows, own[best], size), np.bincount(rows, minlength=size) + 1
        last = np.zeros(size)
        last[rows] = own[best]
        # the item's own value is not what is usual for it
        rest = total[towards] - np.maximum(own, last[towards]) + 2 * mean[languages[one], languages[other]]
        np.multiply.at(both, pairs, rest / count[towards])
    with np.errstate(divide="ignore", invalid="ignore"):
        made = value / np.sqrt(both)
    return Likeness(a, b, made).only(value > 0)


def average_linkage(likeness: Likeness, threshold: float, apart: NDArray[Any] | None = None) -> list[tuple[int, ...]]:
    """Return the groups of two and more members, each ascending, in order of their first members.

    The two groups with the highest mean likeness over all pairs of their members (a pair not listed counts 0) are
    joined as long as that mean is above `threshold`. Two members with the same entry in `apart` are never joined.
    """
    strong = likeness.only(likeness.value > threshold)
    # a mean is above the threshold only where a pair is: what no such pairs link is never joined
    size = int(likeness.b.max(initial=0)) + 1
    linked = _linked(strong.a, strong.b, size)
    inside = likeness.only(linked[likeness.a] == linked[likeness.b])
    members: dict[int, tuple[int, ...]] = {number: (number,) for number in np.union1d(strong.a, strong.b).tolist()}
    near: dict[int, dict[int, float]] = defaultdict(dict)  # sums of likeness with groups that have been joined
    singly = _Near(inside, size)  # the likeness of those that have not
    heap = list(zip((-strong.value).tolist(), strong.a.tolist(), strong.b.tolist(), strict=True))
    heapq.heapify(heap)

    def around(group: int) -> dict[int, float]:
        its = near.pop(group, {})
        if group < size:
            its |= {other: value for other, value in singly.of(group) if other in members}
        return its

    following = size
    labels = {number: {int(apart[number])} for number in members} if apart is not None else {}
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members or (apart is not None and not labels[a].isdisjoint(labels[b])):
            continue
        joined, following = following, following + 1
        members[joined] = members.pop(a) + members.pop(b)
        if apart is not None:
            labels[joined] = labels.pop(a) | labels.pop(b)
        its = around(a)
        for other, value in around(b).items():
            its[other] = its.get(other, 0.0) + value
        many = len(members[joined])
        for other, value in its.items():
            # of groups that are gone, or can never be joined with this one, nothing need be known
            if other in near:
                near[other].pop(a, None)
                near[other].pop(b, None)
            if other in members and (apart is None or labels[joined].isdisjoint(labels[other])):
                near[joined][other] = near[other][joined] = value
                mean = value / (many * len(members[other]))
                if mean > threshold:
                    heapq.heappush(heap, (-mean, other, joined))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


class _Near:
    """The pairs of likeness by each of their sides."""

    def __init__(self, likeness: Likeness, size: int) -> None:
        a, b = (side.astype(np.int32, copy=False) for side in likeness[:2])
        self._sides, self._value, self._of_b = (a, b), likeness.value, np.argsort(b, kind="stable").astype(np.int32)
        self._forth, self._back = (starts_of(np.bincount(side, minlength=size)) for side in (a, b))

    def of(self, item: int) -> Iterator[tuple[int, float]]:
        """Yield the others with which an item is alike, and how much."""
        (a, b), value = self._sides, self._value
        forth = slice(self._forth[item], self._forth[item + 1])
        back = self._of_b[self._back[item] : self._back[item + 1]]
        yield from zip(b[forth].tolist(), value[forth].tolist(), strict=True)
        yield from zip(a[back].tolist(), value[back].tolist(), strict=True)


def _linked(a: Numbers, b: Numbers, size: int) -> Numbers:
    """Return for each number below `size` the least of all that pairs link it to."""
    least = np.arange(size)
    while True:
        one, other = least[a], least[b]
        if np.array_equal(one, other):
            return least
        met = np.minimum(one, other)
        np.minimum.at(least, one, met)
        np.minimum.at(least, other, met)
        while not np.array_equal(further := least[least], least):
            least = further
