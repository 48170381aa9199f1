"""Groups of things that resemble each other, taken all at once rather than pair by pair."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence


def mean_between(
    likeness: Mapping[tuple[int, int], float], languages: Mapping[int, str]
) -> dict[tuple[str, str], float]:
    """Return the mean likeness between each two languages, in both orders."""
    between: dict[tuple[str, str], list[float]] = defaultdict(list)
    for (a, b), value in likeness.items():
        between[languages[a], languages[b]].append(value)
        between[languages[b], languages[a]].append(value)
    return {pair: sum(values) / len(values) for pair, values in between.items()}


def relative(
    likeness: Mapping[tuple[int, int], float],
    languages: Mapping[int, str],
    mean: Mapping[tuple[str, str], float],
    side: Mapping[int, Hashable],
    nearest: int,
) -> dict[tuple[int, int], float]:
    """Return likeness divided by what is usual for the two, each towards the other's side.

    Languages of one family share keys by the dozen, others hardly any: only the ratio can be compared. What is usual
    for an item towards a side (a language, a document) is the mean of its next-best values there, `nearest` of them at
    most, and twice the mean between the two languages, so that a small dossier has a measure too.
    """
    towards: dict[int, dict[Hashable, list[float]]] = defaultdict(lambda: defaultdict(list))
    for (a, b), value in likeness.items():
        towards[a][side[b]].append(value)
        towards[b][side[a]].append(value)
    # of the best values of an item towards a side: their sum, the last of them, by how many to divide
    best: dict[int, dict[Hashable, tuple[float, float, int]]] = {}
    for one, sides in towards.items():
        best[one] = {}
        for other, values in sides.items():
            first = sorted(values, reverse=True)[: nearest + 1]
            best[one][other] = sum(first), first[-1], len(first) + 1
    made: dict[tuple[int, int], float] = {}
    for (a, b), value in likeness.items():
        if value:
            total, last, count = best[a][side[b]]
            rest = total - max(value, last)  # the item's own value is not what is usual for it
            here = (rest + 2 * mean[languages[a], languages[b]]) / count
            total, last, count = best[b][side[a]]
            rest = total - max(value, last)
            made[a, b] = value / math.sqrt(here * ((rest + 2 * mean[languages[b], languages[a]]) / count))
    return made


def average_linkage(
    likeness: Mapping[tuple[int, int], float], threshold: float, apart: Sequence[Hashable] | None = None
) -> list[tuple[int, ...]]:
    """Return the groups of two and more members, each ascending, in order of their first members.

    The two groups with the highest mean likeness over all pairs of their members (a pair not listed counts 0) are
    joined as long as that mean is above `threshold`. Two members with the same entry in `apart` are never joined.
    The result does not depend on the order of the mapping.
    """
    members: dict[int, tuple[int, ...]] = {}
    near: dict[int, dict[int, float]] = defaultdict(dict)  # sums of likeness between groups
    for (a, b), value in likeness.items():
        near[a][b] = near[b][a] = value
        members[a], members[b] = (a,), (b,)
    heap = [(-value, a, b) for (a, b), value in likeness.items() if value > threshold]
    heapq.heapify(heap)
    following = max(members, default=0) + 1
    labels = {group: {apart[group]} for group in members} if apart is not None else {}
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members or (apart is not None and labels[a] & labels[b]):
            continue
        joined, following = following, following + 1
        members[joined] = members.pop(a) + members.pop(b)
        if apart is not None:
            labels[joined] = labels.pop(a) | labels.pop(b)
        sums = near.pop(a)
        for other, value in near.pop(b).items():
            sums[other] = sums.get(other, 0.0) + value
        near[joined] = {other: value for other, value in sums.items() if other in members}
        for other, value in near[joined].items():
            near[other].pop(a, None)
            near[other].pop(b, None)
            near[other][joined] = value
            mean = value / (len(members[joined]) * len(members[other]))
            if mean > threshold:
                heapq.heappush(heap, (-mean, other, joined))
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)
