"""The articles of a dossier as a list shows them: however many there are, only what is looked at is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, overload

from factcheck.dossier.recent import TOGETHER
from factcheck.dossier.texts import stored_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcheck.dossier.database import Database

_PAGES_KEPT = 20


class LibraryRow(NamedTuple):
    """What a list shows of a document; `figures` counts its quantities, the others its findings by relation."""

    document: str
    title: str
    path: str
    language: str
    published: date | None
    figures: int
    differ: int
    check: int
    agree: int


class Library(Sequence[LibraryRow]):
    """The articles that there are when it is made, by path. What has gone since is without a title and a path.

    For the thread of its dossier, and as long as that is open. Its methods raise DossierError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ids = [id_ for (id_,) in database.rows("SELECT id FROM documents ORDER BY path, id")]
        self._places: dict[str, int] = {}
        self._pages: dict[int, list[LibraryRow]] = {}

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> LibraryRow: ...

    @overload
    def __getitem__(self, place: slice) -> list[LibraryRow]: ...

    def __getitem__(self, place: int | slice) -> LibraryRow | list[LibraryRow]:
        """Return the row of a place, or those of several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number, within = divmod(range(len(self))[place], TOGETHER)
        if number not in self._pages:
            if len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._read(self._page(number))
        return self._pages[number][within]

    def __iter__(self) -> Iterator[LibraryRow]:
        """Yield all rows, by path."""
        for number in range(-(-len(self) // TOGETHER)):
            yield from self._read(self._page(number))

    def place(self, document: str) -> int | None:
        """Return the place of an article, None where it is not among them."""
        if not self._places:
            self._places = {id_: place for place, id_ in enumerate(self._ids)}
        return self._places.get(document)

    @property
    def figures(self) -> int:
        """Return how many quantities all articles state."""
        return int(self._database.value("SELECT total(figures) FROM documents"))

    def _page(self, number: int) -> list[str]:
        return self._ids[number * TOGETHER : (number + 1) * TOGETHER]

    def _read(self, ids: Collection[str]) -> list[LibraryRow]:
        rows = self._database.rows(
            f"""SELECT id, title, path, language, published, figures, differ, "check", agree
                FROM documents WHERE id IN ({", ".join("?" * len(ids))})""",
            tuple(ids),
        )
        found = {
            row[0]: LibraryRow(
                row[0], row[1], stored_path(row[2]), row[3], row[4] and date.fromisoformat(row[4]), *row[5:]
            )
            for row in rows
        }
        return [found.get(id_) or LibraryRow(id_, "", "", "", None, 0, 0, 0, 0) for id_ in ids]
