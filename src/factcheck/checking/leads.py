"""Which contradictions are one case: a misquotation that several sources contradict is told once.

There may be millions of contradictions, so they are rows of numbers here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from factcheck.matching.ragged import starts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factcheck.matching.ragged import Numbers, Values


class Contradictions(NamedTuple):
    """Findings of two articles that differ, a row each: their ids, each once, their scores, and their two claims.

    `says_a` and `says_b` are the same for figures that are equal and stand in one article.
    """

    ids: NDArray[np.uint64]
    score: Values
    a: Numbers
    b: Numbers
    says_a: NDArray[np.uint64]
    says_b: NDArray[np.uint64]


def leads(found: Contradictions, agreeing: Numbers) -> Numbers:
    """Return for each contradiction the row of the one that leads its case: its own row where it does so itself.

    The figure that most others contradict, and fewest agree with (`agreeing` has the claims of all findings that agree,
    as often as they do), is the outlier of a case; its likeliest pair leads, and the pairs with further witnesses stand
    under it (`Finding.under`). Where an article states the outlier twice, what the same sources contradict is one case
    too.
    """
    count = len(found.ids)
    statements = _statements(found)
    claims, sides = np.unique(np.concatenate([found.a, found.b]), return_inverse=True)
    suspicion = _suspicion(claims, sides, agreeing)
    outlier = np.where(suspicion[sides[:count]] < suspicion[sides[count:]], sides[:count], sides[count:])
    order = np.lexsort((found.ids, -found.score, suspicion[outlier]))
    held = np.lexsort((np.tile(np.arange(count), 2), sides))  # places in `sides`, by claim; a claim is in a row once
    starts = starts_of(np.bincount(sides, minlength=len(claims)))
    led, stated = np.full(count, -1), np.full(2 * count, -1)
    # looked into one by one: as Python's numbers they would take ten times the room
    outliers, places, begin = outlier.data, held.data, starts.data
    says, lead_of, lead_said = statements.data, led.data, stated.data
    for row in order.data:
        if lead_of[row] < 0:
            its = outliers[row]
            rest = [place for place in places[begin[its] : begin[its + 1]] if lead_of[place % count] < 0]
            lead = next((lead_said[says[place]] for place in rest if lead_said[says[place]] >= 0), row)
            for place in rest:
                lead_of[place % count] = lead
                if lead_said[says[place]] < 0:
                    lead_said[says[place]] = lead
    return led


def _suspicion(claims: Numbers, sides: Numbers, agreeing: Numbers) -> Numbers:
    """Return the rank of each claim: the lower, the likelier it is the outlier."""
    agree, times = np.unique(agreeing, return_counts=True)
    backing = np.zeros(len(claims), np.int64)
    known = np.flatnonzero(np.isin(agree, claims))
    backing[np.searchsorted(claims, agree[known])] = times[known]
    rank = np.empty(len(claims), np.int64)
    rank[np.lexsort((claims, backing, -np.bincount(sides, minlength=len(claims))))] = np.arange(len(claims))
    return rank


def _statements(found: Contradictions) -> Numbers:
    """Return what each side of each row says and what it is set against, as a number: those of a, then those of b."""
    says = np.concatenate([found.says_a, found.says_b])
    against = np.concatenate([found.says_b, found.says_a])
    order = np.lexsort((against, says))
    other = (np.diff(says[order]) != 0) | (np.diff(against[order]) != 0)
    numbers = np.empty(len(order), np.int64)
    numbers[order] = np.r_[np.zeros(len(order[:1]), np.int64), np.cumsum(other)]
    return numbers
