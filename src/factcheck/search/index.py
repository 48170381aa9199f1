"""The index of the articles' full text: what it can do, whichever engine does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factcheck.model import Document


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found: its document id, and how well it fits (higher is better, above 0)."""

    document: str
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found.

    `total` counts all articles found, `hits` are those of the page asked for, best first; `explanation` says in plain
    words what was searched for.
    """

    total: int
    hits: tuple[Hit, ...]
    explanation: str


class Index(Protocol):
    """A full-text index in a folder. It is derived: whatever is lost is added again from the dossier."""

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents; those that are there already are replaced. Raises DossierError."""

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents; ids that are not there are passed over. Raises DossierError."""

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> Results:
        """Return what a query finds, the best first, from `offset` on at most `limit`. Raises QueryError."""

    def documents(self) -> int:
        """Return how many documents are indexed: 0 also after a damaged index was emptied."""

    def close(self) -> None:
        """Let go of the files. Closing twice does nothing."""

    def __enter__(self) -> Self:
        """Return the index itself."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the index."""


def open_index(folder: Path) -> Index:
    """Return the index of a folder: opened if there is one, made if there is none.

    A damaged or outdated index is emptied, so that `documents()` is 0 and the caller fills it again. Where the folder
    cannot be written, an index that is missing is kept in memory. Raises DossierError.
    """
    from factcheck.search.whoosh_index import WhooshIndex

    return WhooshIndex(folder)
