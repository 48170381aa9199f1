"""Texts on their way into the store and out of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.language.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Claim, Document, Finding

_REMEMBERED = 1024  # documents


class Quoted:
    """The folded texts by which findings are searched; a passage is folded once."""

    def __init__(self, document: Callable[[str], Document]) -> None:
        """Take documents by their id from `document`."""
        self._document = lru_cache(_REMEMBERED)(document)
        self._folded: dict[tuple[str, int], str] = {}

    def search_text(self, finding: Finding) -> str:
        """Return explanation, type, titles and quoted sentences of a finding, folded."""
        said = fold(f"{finding.explanation}\n{finding.type}")
        return storable("\n".join((said, self._side(finding.match.a), self._side(finding.match.b))))

    def _side(self, claim: Claim) -> str:
        key = (claim.document, claim.passage)
        if key not in self._folded:
            document = self._document(claim.document)
            within = 0 <= claim.passage < len(document.passages)
            span = document.passages[claim.passage].span if within else claim.span
            self._folded[key] = fold(f"{document.title}\n{document.quote(span)}")
        return self._folded[key]


def storable(text: str) -> str:
    """Return a text that UTF-8 can hold: what it cannot becomes a question mark, so that positions stay."""
    return text.encode("utf-8", "replace").decode("utf-8")


def storable_path(path: str) -> str | bytes:
    """Return a path as text, or as bytes where the file's name is not valid UTF-8."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogateescape")
    return path


def stored_path(stored: str | bytes) -> str:
    """Return the path that was made storable."""
    return stored if isinstance(stored, str) else stored.decode("utf-8", "surrogateescape")
