"""The articles of a dossier, lent to whoever compares them: a lot at a time, read where it is looked into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.dossier.store import Dossier
from factcheck.matching.articles import Article, AtHand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.matching.articles import Shelf


@dataclass(frozen=True, slots=True)
class Kept:
    """All articles of a dossier, an archive for matching; `afar` are those who can open its folder themselves."""

    dossier: Dossier
    ids: Sequence[str]
    afar: bool

    @classmethod
    def of(cls, dossier: Dossier, *, afar: bool) -> Kept:
        """Return the articles of a dossier; lots of it are read by other processes of this computer if `afar`."""
        return cls(dossier, sorted(dossier.document_ids()), afar and dossier.is_kept)

    def __len__(self) -> int:
        return len(self.ids)

    def shelf(self, numbers: Iterable[int]) -> Shelf:
        """Return those with some numbers."""
        wanted = tuple(sorted(set(numbers)))
        if self.afar:
            return _Folder(str(self.dossier.folder), wanted, tuple(self.ids[number] for number in wanted))
        return AtHand(_read(self.dossier, wanted, [self.ids[number] for number in wanted]))


@dataclass(frozen=True, slots=True)
class _Folder:
    """Some articles in the folder of a dossier."""

    folder: str
    numbers: tuple[int, ...]
    ids: tuple[str, ...]

    def articles(self) -> list[Article]:
        """Read and return the articles."""
        with Dossier(Path(self.folder), read_only=True) as dossier:
            return _read(dossier, self.numbers, self.ids)


def _read(dossier: Dossier, numbers: Sequence[int], ids: Sequence[str]) -> list[Article]:
    return [Article(number, *found) for number, found in zip(numbers, dossier.articles(ids), strict=True)]
