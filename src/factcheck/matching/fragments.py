"""Figures that a slip has broken in two, and figures that a text states twice, in two units.

"29 September 1918" beside "290 September 1918" is read as the month and a number right before it; "18 to 29 years"
beside "180 to 29 years" as 29 years and a number; "130 miles" beside "209 km (310 miles)" fits the first of the two.
In each case a figure that has a partner has a second thing to answer for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.matching.sorts import fits, grain
from factcheck.model import Kind
from factcheck.quantities import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Claim

_NEXT_TO = 8  # characters between the parts of a date or of a range
_IN_BRACKETS = 3  # characters between a figure and the same in another unit: " ("


def fragments(
    a: Sequence[Claim], b: Sequence[Claim], paired: Iterable[tuple[int, int]], fitted: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return further pairs of figures (indices into `a` and `b`) that do not fit, ascending.

    `paired` are the pairs found so far, `fitted` those of them that fit.
    """
    taken_a, taken_b = (set(side) for side in zip(*paired, strict=True)) if (paired := list(paired)) else (set(), set())
    free_a = [i for i in range(len(a)) if i not in taken_a]
    free_b = [j for j in range(len(b)) if j not in taken_b]
    made = []
    for i, j in fitted:
        made += [(i, k) for k in free_b if _answers(a[i], b[j], b[k])]
        made += [(k, j) for k in free_a if _answers(b[j], a[i], a[k])]
    return sorted(made)


def _answers(whole: Claim, partner: Claim, other: Claim) -> bool:
    """Return whether a figure must fit a second one too, which stands beside its partner, and does not."""
    if fits(whole, other):
        return False
    if whole.kind is partner.kind is Kind.DATE:
        return _fuller(whole, partner) and _bare_beside(partner, other)
    quantity = whole.quantity
    if len(quantity.values) == 2 and partner.quantity.exact in quantity.values:
        return _bare_beside(partner, other)
    return (
        dimension(other.quantity.unit) == dimension(partner.quantity.unit)
        and other.quantity.unit not in {None, partner.quantity.unit}
        and _apart(partner, other) <= _IN_BRACKETS
    )


def _fuller(date: Claim, other: Claim) -> bool:
    """Return whether a date says more than another: the day beside the month, or the year beside day and month."""
    has_year, other_has = date.scope.period is not None, other.scope.period is not None
    return (has_year and not other_has) or (has_year == other_has and grain(date) < grain(other))


def _bare_beside(figure: Claim, other: Claim) -> bool:
    """Return whether the other is a bare number that stands right before or after a figure."""
    return other.kind is Kind.COUNT and other.quantity.unit is None and _apart(figure, other) <= _NEXT_TO


def _apart(one: Claim, other: Claim) -> int:
    """Return how many characters stand between two figures of one text."""
    return max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
