"""A first look at few new articles of a large dossier: they are matched with their neighbours only.

How rare a name is, and which words go together, is known from all articles, so that every new one changes every score
a little: the same findings as from a fresh start take a fresh start. What is new is therefore looked at in two ways.
In a small dossier, or when much is new, everything is matched anew. In a large one a few articles are matched with
those that share most of what is particular to them; the findings among all others stay as they were, and the articles
count as unsettled until everything is matched anew: when they are more than one in a hundred, or when asked for.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.checking.judging import find_discrepancies
from factcheck.checking.reading import stated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from factcheck.dossier.store import Dossier
    from factcheck.model import Finding

MANY = 2_000  # articles from which a few new ones are matched with their neighbours only
_ONE_IN = 100  # more new articles than one in so many are matched with all
_COMMON = 80  # a mark that more articles have tells little; as in matching
_NEAR = 30  # nearest of an article, and as many fellows
_THROUGH = 20  # of the nearest, those through whom fellows are found
_TOGETHER = 20  # new articles whose neighbours are looked for at once


def few(dossier: Dossier) -> bool:
    """Return whether what waits for matching is so little that looking at its neighbours will do."""
    size = dossier.size()
    unsettled = {*dossier.pending("matching"), *dossier.pending("settling")}
    return size >= MANY and len(unsettled) * _ONE_IN <= size


def prepare(dossier: Dossier) -> None:
    """Make it quick to find the neighbours of what is new, where there are so many articles that they are asked for."""
    if dossier.size() >= MANY:
        dossier.gather_marks()


def look(dossier: Dossier, fresh: Collection[str]) -> list[Finding]:
    """Return the findings about new articles among themselves and with their neighbours, best first."""
    prepare(dossier)
    here = {id_ for id_ in fresh if dossier.has(id_)}
    if not here:
        return []
    said = dossier.corrections.said()
    together = sorted({*here, *near(dossier, here), *dossier.articles_of(name for pair in said.pairs for name in pair)})
    documents = [dossier.document(id_) for id_ in together]
    return find_discrepancies(documents, {id_: dossier.claims(id_) for id_ in together}, said, here)


def near(dossier: Dossier, fresh: Collection[str]) -> set[str]:
    """Return the ids of the articles that may tell of the same as some do.

    These are the nearest of each, its fellows (the articles that are nearest to its nearest: two that report one event
    may have little in common but a third), and those that state the same of one place and time, whatever they report.
    """
    found: set[str] = set()
    rest = iter(fresh)
    while some := list(islice(rest, _TOGETHER)):
        nearest = _nearest(dossier, _marks_of(dossier, some))
        through = {id_: _best(its, _THROUGH) for id_, its in nearest.items()}
        theirs = _nearest(dossier, _marks_of(dossier, {other for others in through.values() for other in others}))
        for id_, its in nearest.items():
            fellows: dict[str, float] = defaultdict(float)
            for other in through[id_]:
                for fellow, weight in theirs.get(other, {}).items():
                    if fellow != id_ and fellow not in its:
                        fellows[fellow] += weight
            found.update(its, _best(fellows))
        for its in _nearest(dossier, {id_: stated(dossier.claims(id_)) for id_ in some}).values():
            found.update(its)
    return found


def _marks_of(dossier: Dossier, ids: Iterable[str]) -> dict[str, frozenset[int]]:
    return {id_: frozenset(array("I", marks)) for id_, marks in dossier.marks(ids).items()}


def _nearest(dossier: Dossier, marks: Mapping[str, frozenset[int]]) -> dict[str, dict[str, float]]:
    """Return, by article, those that share most of some marks of its with it, and how much: rare ones weigh more."""
    holders = dossier.holders(frozenset[int]().union(*marks.values()), _COMMON)
    size = dossier.size()
    best: dict[str, list[tuple[int, float]]] = {}
    for id_, its in marks.items():
        shared: dict[int, float] = defaultdict(float)
        for mark in its & holders.keys():
            weight = math.log((size + 1) / len(holders[mark])) ** 2
            for other in holders[mark]:
                shared[other] += weight
        # and the article itself, and those that share as much as the last
        least = min(heapq.nlargest(_NEAR + 1, shared.values()), default=0.0)
        best[id_] = [(number, weight) for number, weight in shared.items() if weight >= least]
    named = dossier.numbered({number for some in best.values() for number, _ in some})
    # one of them may have been removed meanwhile, by a check beside a window that asks
    return {
        id_: _best({named[number]: weight for number, weight in some if named.get(number, id_) != id_})
        for id_, some in best.items()
    }


def _best(weights: Mapping[str, float], most: int = _NEAR) -> dict[str, float]:
    """Return the weightiest, those with as much by their ids."""
    chosen = heapq.nlargest(most, ((weight, id_) for id_, weight in weights.items()))
    return {id_: weight for weight, id_ in chosen}
