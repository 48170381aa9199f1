"""Figures that are written alike: what a person corrects of one may hold for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.folding import fold
from factcheck.model import FigureFilter, article_key

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim, Document

_BESIDE = 12  # code points on either side of a figure that its like have too


def like(dossier: Dossier, claim: Claim) -> list[Claim]:
    """Return the quantities, as read, that a dossier's articles write as one: the same figure between the same words.

    Raises DossierError.
    """
    document, values = dossier.document(claim.document), claim.quantity.values
    units = frozenset({claim.quantity.unit} if claim.quantity.unit else ())
    wanted = _written(document, claim)
    keys = {article_key(claim.document)}
    if values:
        keys |= set(dossier.articles_with(FigureFilter(low=values[0], high=values[0], units=units)))
    found = []
    for id_ in sorted(dossier.articles_of(f"{key:015x}" for key in keys)):
        other = dossier.document(id_)
        if other.language == document.language:
            found += [
                each
                for each in dossier.claims_as_read(id_)
                if each.id != claim.id and each.quantity == claim.quantity and _written(other, each) == wanted
            ]
    return found


def like_pairs(dossier: Dossier, a: Claim, b: Claim) -> list[tuple[Claim, Claim]]:
    """Return the pairs of figures in two articles that are written as two are. Raises DossierError."""
    ones, others = ([claim, *like(dossier, claim)] for claim in (a, b))
    return [(x, y) for x in ones for y in others if x.document != y.document and {x.id, y.id} != {a.id, b.id}]


def _written(document: Document, claim: Claim) -> tuple[str, str, str]:
    text, span = document.text, claim.span
    before = fold(text[max(0, span.start - _BESIDE) : span.start]).split()
    after = fold(text[span.end : span.end + _BESIDE]).split()
    return "".join(before[-1:]), fold(document.quote(span)), "".join(after[:1])
