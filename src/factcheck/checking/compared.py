"""Findings made wherever their articles are read: numbers for who decides between them, the rest packed."""

from __future__ import annotations

from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from factcheck.arithmetic import check_article
from factcheck.comparison import compare
from factcheck.dossier.schema import RANK
from factcheck.dossier.spool import Packed, pack, write
from factcheck.dossier.texts import Quoted
from factcheck.matching.articles import AtHand
from factcheck.matching.copies import Groups, Same
from factcheck.matching.found import Found, found
from factcheck.matching.parts import Part
from factcheck.matching.prepared import prepare
from factcheck.matching.statements import Drawers

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from factcheck.dossier.spool import Written
    from factcheck.matching.articles import Article
    from factcheck.model import Claim, Finding, Match


class Compared(NamedTuple):
    """Findings, a row each: the ranks of their relations, their ids as numbers, and all that is written of them.

    `says_a` and `says_b` stand for the sides' articles and figures: the same where both are.
    """

    relations: NDArray[np.int8]
    ids: NDArray[np.uint64]
    says_a: NDArray[np.uint64]
    says_b: NDArray[np.uint64]
    packed: Packed


def compared(findings: Iterable[Finding], articles: Sequence[Article]) -> Found:
    """Return findings of some articles as the rows of their matches, with what comparing gave in place of these.

    They come one by one, and are written as they come: thousands at a time would take many times the room.
    """
    documents = {each.document.id: each.document for each in articles}
    quoted = Quoted(documents.__getitem__)
    matches: list[Match] = []
    relations, ids, says_a, says_b = array("b"), array("Q"), array("Q"), array("Q")

    def written() -> Iterator[Written]:
        for finding in findings:
            match = finding.match
            matches.append(match)
            relations.append(RANK[finding.relation])
            ids.append(int(finding.id, 16))
            says_a.append(_says(match.a))
            says_b.append(_says(match.b))
            yield write(finding, quoted)

    packed = pack(written())
    made = Compared(np.array(relations), np.array(ids), np.array(says_a), np.array(says_b), packed)
    return found(matches, articles)._replace(matches=made)


def judged(task: Callable[[Any], Any], about: Collection[int], piece: Any) -> tuple[Any, Found | None]:
    """Return what a task of matching gives, with findings instead of matches, and those within single articles.

    Where `about` has numbers of articles, those within these only.
    """
    if task is prepare:
        here = AtHand(piece.articles())
        alone = (each for each in here.given if not about or each.number in about)
        inside = (each for _, text, claims in alone for each in check_article(text, claims))
        return task(here), compared(inside, here.given)
    if not isinstance(piece, Part | Drawers | Groups):
        return task(piece), None
    here = AtHand(piece.shelf.articles())

    def with_findings(some: Found) -> Found:
        return compared(map(compare, some.matches), here.given)

    made = task(piece._replace(shelf=here))
    return (
        made._replace(differing=with_findings(made.differing)) if isinstance(made, Same) else with_findings(made)
    ), None


def _says(claim: Claim) -> int:
    quantity = claim.quantity
    low, high, precision = (
        None if value is None else value.normalize() if value else 0
        for value in (quantity.low, quantity.high, quantity.precision)
    )
    said = repr((claim.document, low, high, quantity.unit, precision, quantity.approximate, quantity.assumed))
    return int.from_bytes(blake2b(said.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
