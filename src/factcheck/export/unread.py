"""Figures that were not read: digits in an article that no claim covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.model import Claim, Document

_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")  # in any script
_AROUND = 40  # characters quoted on both sides


@dataclass(frozen=True, slots=True)
class Unread:
    """A figure without a claim: where it stands, and the words around it."""

    path: str
    document: str
    span: Span
    text: str
    around: str


def unread(articles: Iterable[tuple[Document, Sequence[Claim]]]) -> Iterator[Unread]:
    """Yield the figures of articles that their claims do not cover, in the order of the text.

    Passages that are not the article's own (navigation, other headlines) are left out.
    """
    for document, claims in articles:
        covered = {at for claim in claims for at in range(claim.span.start, claim.span.end)}
        for passage in document.passages:
            if passage.kind not in {PassageKind.BOILERPLATE, PassageKind.RELATED}:
                yield from _in_passage(document, passage.span, covered)


def _in_passage(document: Document, passage: Span, covered: AbstractSet[int]) -> Iterator[Unread]:
    for found in _DIGITS.finditer(document.text, passage.start, passage.end):
        span = Span(*found.span())
        if not covered.isdisjoint(range(span.start, span.end)):
            continue
        start, end = max(passage.start, span.start - _AROUND), min(passage.end, span.end + _AROUND)
        around = " ".join(document.text[start:end].split())
        yield Unread(document.path, document.id, span, found.group(), around)
