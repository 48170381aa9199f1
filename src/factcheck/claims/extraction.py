"""Document -> claims: the figures of every passage, and what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.currencies import settle
from factcheck.claims.figures import read_figures, states_nothing
from factcheck.claims.scope import attach

if TYPE_CHECKING:
    from factcheck.model import Claim, Document


def extract(document: Document) -> list[Claim]:
    """Return the claims of a document in order: every figure of every passage, dates and codes too."""
    figures = {
        index: read_figures(
            document.text, passage.language, passage.span.start, passage.span.end, published=document.published
        )
        for index, passage in enumerate(document.passages)
        if not states_nothing(document.quote(passage.span), passage.language)
    }
    return settle(document, attach(document, figures))
