"""Matches as rows of numbers: as much of them as deciding between all of them asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.matching.ragged import Growing, Numbers, Values
from factcheck.matching.sorts import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from factcheck.matching.articles import Article
    from factcheck.model import Match

_BITS = 28  # of a claim's number that are its place in its article: more figures than the largest file could hold
_SURE = 0.5  # likelier than not
_AT_ONCE = 1 << 19  # rows that are decided between at once
_MIXING = 1_000_003  # a prime, which spreads the pairs of articles


class Found(NamedTuple):
    """Matches of some articles, a row each: the numbers of their claims, their scores, whether their figures fit.

    `matches` are the matches themselves, or whatever stands for them (see `Rows`).
    """

    a: Numbers
    b: Numbers
    score: Values
    fits: NDArray[np.bool_]
    matches: Any


Put = Callable[[Any], Numbers]  # keeps what `Found.matches` holds, and tells a number by which each is known again


def numbers_of(articles: Iterable[Article]) -> dict[str, int]:
    """Return the numbers of claims by their ids: claims of one article in order of their ids, behind those before."""
    return {
        id_: number << _BITS | place
        for number, _, claims in articles
        for place, id_ in enumerate(sorted({claim.id for claim in claims}))
    }


def article_of(claims: Numbers) -> Numbers:
    """Return the numbers of the articles in which claims stand."""
    return claims >> _BITS


def found(matches: Sequence[Match], articles: Iterable[Article]) -> Found:
    """Return matches of claims of some articles as rows."""
    number = numbers_of(articles)
    return Found(
        np.array([number[each.a.id] for each in matches], np.int64),
        np.array([number[each.b.id] for each in matches], np.int64),
        np.array([each.score for each in matches], np.float64),
        np.array([not each.conflicts and fits(each.a, each.b) for each in matches], np.bool_),
        matches,
    )


_KINDS = (np.int64, np.int64, np.float64, np.bool_, np.int64)  # of the columns of rows


class Rows(NamedTuple):
    """Matches, a row each, that are kept elsewhere under their `places`."""

    a: Numbers
    b: Numbers
    score: Values
    fits: NDArray[np.bool_]
    places: Numbers

    @classmethod
    def of(cls, parts: Iterable[Found], put: Put) -> Rows:
        """Return all that was found, in order; what stands for the matches is `put` somewhere as it comes."""
        columns = [Growing(kind) for kind in _KINDS]
        for part in parts:
            for column, values in zip(columns, (*part[:-1], put(part.matches)), strict=True):
                column.extend(values)
        return cls(*(column.all() for column in columns))

    def and_(self, others: Rows) -> Rows:
        """Return these and others behind them."""
        if not len(others.a):
            return self
        return Rows(*(np.concatenate(both) for both in zip(self, others, strict=True)))

    def only(self, wanted: NDArray[Any]) -> Rows:
        """Return some of the rows."""
        if wanted.dtype == np.bool_ and wanted.all():
            return self
        return Rows(*(column[wanted] for column in self))

    @staticmethod
    def taken(columns: list[NDArray[Any]], wanted: NDArray[Any]) -> Rows:
        """Return what `only` does of all columns of rows, which go from their list one by one as they are taken."""
        return Rows(*(columns.pop(0)[wanted] for _ in Rows._fields))


def between_articles(rows: Rows, names: Numbers | None = None) -> Iterator[NDArray[np.intp]]:
    """Yield all rows, some at a time, ascending: those between the same two articles come together.

    Deciding between them takes many times their room. `names` has another number for each article: those of one number
    count as one article.
    """
    lots = 1 + len(rows.a) // _AT_ONCE
    lot = np.zeros(len(rows.a), np.int32)
    for start in range(0, len(lot), _AT_ONCE):
        sides = (article_of(side[start : start + _AT_ONCE]) for side in (rows.a, rows.b))
        one, other = (side if names is None else names[side] for side in sides)
        lot[start : start + _AT_ONCE] = (np.minimum(one, other) * _MIXING + np.maximum(one, other)) % lots
    for number in range(lots):
        yield np.flatnonzero(lot == number)


def decided(rows: Rows) -> Rows:
    """Return the matches that count: one of each pair of claims, and none that strays."""
    kept = np.zeros(len(rows.a), np.bool_)
    for lot in between_articles(rows):
        kept[without_strays(of_each_pair(rows.only(lot)._replace(places=lot))).places] = True
    return rows.only(kept)


def of_each_pair(both: Rows) -> Rows:
    """Return one match of each pair of claims: of several the last that is sure, or surer than those before."""
    low, high = np.minimum(both.a, both.b), np.maximum(both.a, both.b)
    order = np.lexsort((high, low))  # which leaves those of one pair in their order
    starts = np.flatnonzero(np.r_[True, (np.diff(low[order]) != 0) | (np.diff(high[order]) != 0)][: len(order)])
    kept = order[starts]
    for place in np.flatnonzero(np.diff(np.r_[starts, len(order)]) > 1).tolist():
        end = starts[place + 1] if place + 1 < len(starts) else len(order)
        for row in order[starts[place] + 1 : end].tolist():
            if both.score[row] >= _SURE or both.score[row] >= both.score[kept[place]]:
                kept[place] = row
    return both.only(np.sort(kept))


def without_strays(rows: Rows) -> Rows:
    """Leave out matches of figures that do not fit where one of the two has its like in the other's document.

    A document that states the same figure has answered the claim already; what else it states is something else.
    """
    _, claims = np.unique(np.r_[rows.a, rows.b], return_inverse=True)
    across = np.r_[article_of(rows.b), article_of(rows.a)]
    answers = claims * (across.max(initial=0) + 1) + across
    sure = rows.fits & (rows.score >= _SURE)
    answered = np.isin(answers, np.unique(answers[np.r_[sure, sure]]))
    return rows.only(rows.fits | ~(answered[: len(sure)] | answered[len(sure) :]))
