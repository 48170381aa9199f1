"""Document -> claims: the figures of every passage, and what they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.claims.currencies import settle
from factcheck.claims.figures import Figure, Stretch, read_each, states_nothing
from factcheck.claims.scope import attach_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Document


def extract(document: Document) -> list[Claim]:
    """Return the claims of a document in order: every figure of every passage, dates and codes too."""
    return extract_each([document])[0]


def extract_each(documents: Sequence[Document]) -> list[list[Claim]]:
    """Return the claims of each document, as `extract` does; of many short ones together it is faster."""
    places, stretches = [], []
    figures: list[dict[int, Sequence[Figure]]] = [{} for _ in documents]
    for document, found in zip(documents, figures, strict=True):
        for index, passage in enumerate(document.passages):
            tag, span = passage.language, passage.span
            if not states_nothing(document.quote(span), tag):
                places.append((found, index))
                stretches.append(Stretch(document.text, tag, span.start, span.end, document.published))
    for (found, index), read in zip(places, read_each(stretches), strict=True):
        found[index] = read
    return [
        settle(document, claims) for document, claims in zip(documents, attach_each(documents, figures), strict=True)
    ]
