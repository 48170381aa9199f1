"""The articles that are compared, by number, wherever they are kept: a lot of them at a time is looked into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Claim, Document

TOGETHER = 128  # articles of a lot


class Article(NamedTuple):
    """An article with its claims; `number` is its place among all, in order of their ids."""

    number: int
    document: Document
    claims: Sequence[Claim]


class Shelf(Protocol):
    """Some articles, which may be read where they are wanted; it can be sent to another process."""

    def articles(self) -> list[Article]:
        """Return the articles, by number."""
        ...


class Archive(Protocol):
    """All articles, in order of their ids."""

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids of the articles."""
        ...

    def __len__(self) -> int: ...

    def shelf(self, numbers: Iterable[int]) -> Shelf:
        """Return those with some numbers."""
        ...


# A way to have a task done for each of many pieces, here or elsewhere; what comes of them is in their order. The first
# pieces are handed out at once where there is somebody else to do them.
Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class AtHand:
    """Articles in memory: an archive, and shelves of it."""

    given: Sequence[Article]

    @classmethod
    def of(cls, documents: Iterable[Document], claims: Mapping[str, Sequence[Claim]]) -> AtHand:
        """Return articles in the order given; `claims` has the claims of each document by its id."""
        return cls([Article(n, each, claims.get(each.id, ())) for n, each in enumerate(documents)])

    @property
    def ids(self) -> list[str]:
        """Return the ids of the articles."""
        return [each.document.id for each in self.given]

    def __len__(self) -> int:
        return len(self.given)

    def shelf(self, numbers: Iterable[int]) -> AtHand:
        """Return those with some numbers."""
        return AtHand([self.given[number] for number in sorted(set(numbers))])

    def articles(self) -> list[Article]:
        """Return the articles."""
        return list(self.given)


def shelves(archive: Archive) -> Iterator[Shelf]:
    """Yield all articles, a lot at a time."""
    for start in range(0, len(archive), TOGETHER):
        yield archive.shelf(range(start, min(start + TOGETHER, len(archive))))
