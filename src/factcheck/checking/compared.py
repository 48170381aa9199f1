"""Findings made wherever their articles are read: numbers for who decides between them, the rest packed."""

from __future__ import annotations

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
from factcheck.matching.prepared import prepare
from factcheck.matching.retellings import Part
from factcheck.matching.statements import Drawers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from factcheck.matching.articles import Article
    from factcheck.model import Claim, Finding


class Compared(NamedTuple):
    """Findings, a row each: the ranks of their relations, their ids as numbers, and all that is written of them.

    `says_a` and `says_b` stand for the sides' articles and figures: the same where both are.
    """

    relations: NDArray[np.int8]
    ids: NDArray[np.uint64]
    says_a: NDArray[np.uint64]
    says_b: NDArray[np.uint64]
    packed: Packed


def compared(findings: Sequence[Finding], articles: Sequence[Article]) -> Found:
    """Return findings of some articles as the rows of their matches, with what comparing gave in place of these."""
    documents = {each.document.id: each.document for each in articles}
    quoted, matches = Quoted(documents.__getitem__), [finding.match for finding in findings]
    made = Compared(
        np.array([RANK[finding.relation] for finding in findings], np.int8),
        np.array([int(finding.id, 16) for finding in findings], np.uint64),
        np.array([_says(match.a) for match in matches], np.uint64),
        np.array([_says(match.b) for match in matches], np.uint64),
        pack(write(finding, quoted) for finding in findings),
    )
    return found(matches, articles)._replace(matches=made)


def judged(task: Callable[[Any], Any], piece: Any) -> tuple[Any, Found | None]:
    """Return what a task of matching gives, with findings instead of matches, and those within single articles."""
    if task is prepare:
        here = AtHand(piece.articles())
        inside = [each for _, text, claims in here.given for each in check_article(text, claims)]
        return task(here), compared(inside, here.given)
    if not isinstance(piece, Part | Drawers | Groups):
        return task(piece), None
    here = AtHand(piece.shelf.articles())

    def with_findings(some: Found) -> Found:
        return compared([compare(match) for match in some.matches], here.given)

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
