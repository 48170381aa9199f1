"""Figures that were not read: digits in an article that no claim covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Protocol

    from factcheck.model import Claim, Document

    class Kept(Protocol):
        """What keeps articles and their claims (`dossier.store.Dossier`)."""

        def documents(self) -> Iterator[Document]:
            """Yield all articles."""

        def claims(self, document_id: str) -> Sequence[Claim]:
            """Return the claims of an article."""


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


class Articles:
    """All articles with their claims, one at a time: any number of them takes the same memory."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def __iter__(self) -> Iterator[tuple[Document, Sequence[Claim]]]:
        for document in self._kept.documents():
            yield document, self._kept.claims(document.id)


def unread(document: Document, claims: Sequence[Claim]) -> Iterator[Unread]:
    """Yield the figures of an article that its claims do not cover, in the order of the text.

    Passages that are not the article's own (navigation, other headlines) are left out.
    """
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
