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
from typing import TYPE_CHECKING

from factcheck.checking.judging import find_discrepancies

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.dossier.store import Dossier
    from factcheck.model import Finding

MANY = 2_000  # articles from which a few new ones are matched with their neighbours only
_ONE_IN = 100  # more new articles than one in so many are matched with all
_COMMON = 80  # a mark that more articles have tells little; as in matching
_NEAR = 40  # neighbours of an article


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
    here = [id_ for id_ in fresh if dossier.has(id_)]
    said = dossier.corrections.said()
    together = sorted({*here, *near(dossier, here), *dossier.articles_of(name for pair in said.pairs for name in pair)})
    documents = [dossier.document(id_) for id_ in together]
    found = find_discrepancies(documents, {id_: dossier.claims(id_) for id_ in together}, said)
    new = set(here)
    return [finding for finding in found if {finding.match.a.document, finding.match.b.document} & new]


def near(dossier: Dossier, fresh: Collection[str]) -> set[str]:
    """Return the ids of the articles that share most marks with some, the rare ones weighing more."""
    own = {id_: frozenset(array("I", marks)) for id_, marks in dossier.marks(fresh).items()}
    holders = dossier.holders(frozenset[int]().union(*own.values()), _COMMON)
    size = dossier.size()
    best: list[list[tuple[float, int]]] = []
    for its in own.values():
        shared: dict[int, float] = defaultdict(float)
        for mark in its & holders.keys():
            weight = math.log((size + 1) / len(holders[mark])) ** 2
            for other in holders[mark]:
                shared[other] += weight
        # and the article itself, and those that share as much as the last
        least = min(heapq.nlargest(_NEAR + 1, shared.values()), default=0.0)
        best.append([(weight, number) for number, weight in shared.items() if weight >= least])
    named = dossier.numbered({number for some in best for _, number in some})
    found: set[str] = set()
    for id_, some in zip(own, best, strict=True):
        others = ((weight, named[number]) for weight, number in some if named[number] != id_)
        found |= {other for _, other in heapq.nlargest(_NEAR, others)}
    return found
