"""The index of the articles' full text: what it can do, whichever engine does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factcheck.model import Claim, Document, FigureFilter
    from factcheck.search.tree import Node

ENGINES = ("whoosh", "tantivy")
ENGINE_SETTING = "search engine"  # of a dossier: "auto" or one of `ENGINES`
SAVED, ASKED = "searches saved", "searches asked"  # settings of a dossier: queries, the latest first
MOST_ASKED = 30  # former searches that are kept
# From so many articles on "auto" means tantivy: there Whoosh's p95 while typing is about to pass 50 ms. Measured: 11 ms
# at 10,000 (bench/search.py), 26 at 16,000 and 182 at 100,000 articles of 128 languages; 50 lies between, at 29,000.
MANY_ARTICLES = 25_000


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found: its document id, and how well it fits (higher is better)."""

    document: str
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """What a query found.

    `total` counts all articles found, `hits` are those of the page asked for, best first; `explanation` says in plain
    words what was searched for. `tree` is the query as it was asked, translations included (for `snippets.snippet`).
    """

    total: int
    hits: tuple[Hit, ...]
    explanation: str
    tree: Node | None = None


class Settings(Protocol):
    """The settings of a dossier."""

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting, or the default where it was never set."""


class Kept(Protocol):
    """What a dossier keeps, as far as search asks for it (`dossier.store.Dossier`)."""

    @property
    def settings(self) -> Settings:
        """Return the settings."""

    def size(self) -> int:
        """Return how many documents are kept."""

    def document(self, document_id: str) -> Document:
        """Return a document."""

    def documents(self) -> Iterator[Document]:
        """Yield all documents."""

    def claims(self, document_id: str) -> tuple[Claim, ...]:
        """Return the claims of a document."""

    def articles_with(self, wanted: FigureFilter) -> list[int]:
        """Return the keys of the articles with a figure that a filter asks for."""

    def places(self) -> list[str]:
        """Return the names of all places that figures are about, folded."""

    def learned(self, word: str) -> list[tuple[str, str, float]]:
        """Return what a folded word goes with in other languages: language, word, strength."""


class Index(Protocol):
    """A full-text index in a folder. It is derived: whatever is lost is added again from the dossier."""

    @property
    def engine(self) -> str:
        """Return which of `ENGINES` keeps the index."""

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents; those that are there already are replaced. Raises DossierError."""

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents; ids that are not there are passed over. Raises DossierError."""

    def update(
        self, fresh: Iterable[Document] = (), gone: Iterable[str] = (), before_each: Callable[[], None] = lambda: None
    ) -> None:
        """Bring the index up to date with its dossier: what is new or gone, or all where that is not enough.

        Moves to the engine that suits the size. `before_each` document is called, and may raise to stop: what is not
        written by then is left undone. Raises DossierError.
        """

    def rebuild(self, engine: str | None = None) -> None:
        """Make the index anew from its dossier, beside the one that is searched meanwhile. Raises DossierError."""

    def is_current(self) -> bool:
        """Return whether the index holds as many documents as its dossier, in the engine that suits the size."""

    def is_to_be_made(self) -> bool:
        """Return whether all is to be indexed anew: nothing is there (any more), or another engine suits the size."""

    def search(self, query: str, *, limit: int = 50, offset: int = 0, across: bool = False) -> Results:
        """Return what a query finds, the best first, from `offset` on at most `limit`.

        With `across`, also what is the same in other languages. Raises QueryError.
        """

    def facets(self, query: str, *, across: bool = False) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """Return how many of the articles found have which value, most first.

        Facets are "language", "site", "month" (2023-11), "unit", "indicator" and "flagged" ("yes"). Raises QueryError.
        """

    def did_you_mean(self, query: str) -> str | None:
        """Return the query with words that no article has replaced by similar ones; None if there is nothing better."""

    def like(self, document: Document, *, limit: int = 50, offset: int = 0) -> Results:
        """Return the articles that share most of what is particular to one."""

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


def open_index(folder: Path, kept: Kept | None = None, *, engine: str | None = None) -> Index:
    """Return the index of a folder: opened if there is one, made if there is none.

    `kept` is its dossier, open in the same thread; without one figures cannot be searched. `engine` is for a new index
    where the dossier's setting is not to decide. A damaged or outdated index is emptied, so that `documents()` is 0
    and it is filled again. Where the folder cannot be written, an index that is missing is kept in memory. Raises
    DossierError.
    """
    from factcheck.search.folder import FolderIndex

    return FolderIndex(folder, kept, engine)
