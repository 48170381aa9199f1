"""Which figure of one sentence answers to which figure of another: one to one, fitting figures first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.matching.fragments import fragments
from factcheck.matching.scopes import carried
from factcheck.matching.sorts import digits, fits, same_digits, same_sort, slips
from factcheck.model import NOT_QUANTITIES, Kind
from factcheck.quantities import gap, in_base_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims by their places in the two lists that were given; `fits` says whether their figures do."""

    a: int
    b: int
    fits: bool


def assign(a: Sequence[Claim], b: Sequence[Claim]) -> list[Pair]:
    """Return the pairs of claims of two sentences that say the same, ascending by `a`.

    Figures that fit are paired first, the most alike in unit, subject and position before the others. What is left on
    both sides is paired where the sort is the same and the figure does not fit another one of the other sentence
    (a repetition contradicts nothing).
    """
    fitting = [
        (_affinity(x, y, i / len(a) - j / len(b)), i, j) for i, x in enumerate(a) for j, y in enumerate(b) if fits(x, y)
    ]
    pairs: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, i, j in sorted(fitting, key=lambda each: (-each[0], each[1], each[2])):
        if i not in used_a and j not in used_b:
            pairs.append(Pair(i, j, fits=True))
            used_a.add(i)
            used_b.add(j)
    alike = [(i, j) for _, i, j in fitting if _same_figure(a[i], b[j])]
    repeated_a = {i for i, _ in alike}
    repeated_b = {j for _, j in alike}
    left = [
        (_affinity(x, y, i / len(a) - j / len(b)) - slips(x, y) / 4, i, j)
        for i, x in enumerate(a)
        if i not in repeated_a
        for j, y in enumerate(b)
        if j not in repeated_b and same_sort(x, y)
    ]
    for _, i, j in sorted(left, key=lambda each: (-each[0], each[1], each[2])):
        if i not in used_a and j not in used_b:
            pairs.append(Pair(i, j, fits=False))
            used_a.add(i)
            used_b.add(j)
    lonely = [i for i in range(len(a)) if i not in used_a], [j for j in range(len(b)) if j not in used_b]
    if len(a) == len(b) and len(lonely[0]) == len(lonely[1]) == 1 and _instead(a[lonely[0][0]], b[lonely[1][0]]):
        pairs.append(Pair(lonely[0][0], lonely[1][0], fits=False))
    fitted = [(pair.a, pair.b) for pair in pairs if pair.fits]
    pairs += [Pair(i, j, fits=False) for i, j in fragments(a, b, [(p.a, p.b) for p in pairs], fitted)]
    return sorted(pairs, key=lambda pair: (pair.a, pair.b))


def _same_figure(a: Claim, b: Claim) -> bool:
    """Return whether two figures that fit are the same, and not only within rounding or a bound of one another."""
    return a.quantity.unit == b.quantity.unit and (a.quantity.values == b.quantity.values or a.kind is not b.kind)


def _instead(a: Claim, b: Claim) -> bool:
    """Return whether the only two figures without a partner stand for one another.

    They are of one sort and unit ("38 % ... 30 %" beside "38 % ... 38 %"), or of two currencies, or percent and points,
    which are to be told; or a digit was lost where one text leaves out the unit ("Simpson, 20" beside "2 years old").
    """
    units = a.quantity.unit, b.quantity.unit
    if NOT_QUANTITIES & {a.kind, b.kind} or Kind.ORDINAL in (a.kind, b.kind) or fits(a, b):
        return False
    if a.kind is b.kind and (units[0] == units[1] or a.kind in {Kind.MONEY, Kind.PERCENT}):
        return True
    lost = slips(a, b) == 1 and {digits(a), digits(b)} == {1, 2}
    # 20 years are two decades, whose noun need not be known
    decades = max((a, b), key=digits).quantity.unit == "duration-year"
    return lost and None in units and Kind.MEASURE in (a.kind, b.kind) and not decades


def _affinity(a: Claim, b: Claim, apart: float) -> float:
    """Return how much two claims of aligned sentences look like one; `apart` is their distance in position, -1 to 1."""
    score = -abs(apart)
    score += 1.0 if a.quantity.unit == b.quantity.unit else 0.0
    score += 0.5 if a.kind is b.kind else 0.0
    for mine, yours in (
        (a.scope.indicator, b.scope.indicator),
        (a.scope.noun, b.scope.noun),
        (a.scope.group, b.scope.group),
        (a.scope.per, b.scope.per),
        (a.direction, b.direction),
    ):
        if mine is not None and mine == yours:
            score += 0.5
    score += 0.25 if a.role is b.role else 0.0
    return score


class Answers:
    """Claims that state the same, of which an article may have several: they are of things that are not told apart.

    By the month and by the year, nominal and real: the nearest two of two articles are of one thing.
    """

    def __init__(self, claims: Iterable[Claim], about: Callable[[Claim], object] = lambda _: True) -> None:
        """Take claims; those `about` the same state the same, those about None nothing."""
        several: dict[object, list[Claim]] = defaultdict(list)
        for claim in claims:
            if (said := about(claim)) is not None:
                several[claim.document, said].append(claim)
        self._about = about
        self._several = {its: some for its, some in several.items() if len(some) > 1}

    def each_other(self, a: Claim, b: Claim) -> bool:
        """Return whether of what their articles state of the same nothing is nearer to either of two claims."""
        mine, yours = (self._several.get((claim.document, self._about(claim)), ()) for claim in (a, b))
        if not mine and not yours:
            return True
        near = _nearness(a, b)
        return not any(_nearness(other, b) > near for other in mine) and not any(
            _nearness(a, other) > near for other in yours
        )


def _nearness(a: Claim, b: Claim) -> tuple[bool, bool, float]:
    slipped = same_digits(a, b) or (slips(a, b) <= 1 and min(digits(a), digits(b)) > 1)
    return slipped, not carried(a, b), -gap(in_base_unit(a.quantity), in_base_unit(b.quantity))
