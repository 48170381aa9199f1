"""The index in a folder, kept by Whoosh.

How Whoosh is helped: terms come ready made (`analysis`), segments stay separate files (`compound=False`) and are not
merged in every commit, documents come in batches with one commit each.
"""

from __future__ import annotations

import os
from collections import Counter
from heapq import nsmallest
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex, LockError
from whoosh.util.filelock import try_for

from factcheck.errors import DossierError
from factcheck.search.engine import FACETS, NAME, Found, entry
from factcheck.search.ranking import Ranking
from factcheck.search.whoosh_segment import Segment
from factcheck.search.whoosh_storage import Folder, restrict_reading, schema
from factcheck.search.whoosh_writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from factcheck.model import Claim, Document, FigureFilter
    from factcheck.search.tree import Node

_FORMAT = b"factcheck whoosh 5"  # changes with every change of analysis or fields, so that old indexes are made anew
_NAME = "MAIN"  # Whoosh's name for the only index of a folder
_BATCH = 5_000  # documents, with one commit each
_MOST_SEGMENTS = 16  # from here on small segments are merged
_PATIENCE = 10.0  # seconds to wait while another process writes

restrict_reading()


class WhooshIndex:
    """An index of articles in a folder; see `engine.Engine`."""

    name = "whoosh"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reader: Any = None
        self._segments: list[Segment] = []
        self._index: Any = None
        self._generation = -1
        try:
            self._index = self._open()
        except OSError as error:
            raise DossierError(f"The search index in {folder} cannot be opened: {error.strerror or error}.") from error

    def _open(self) -> Any:
        storage, mark = Folder(self._folder), self._folder / "format"
        if not mark.is_file() or mark.read_bytes() != _FORMAT:
            return self._make()
        for wait in (0.0, 0.2):  # another process may be replacing the files right now
            sleep(wait)
            try:
                self._index = FileIndex(storage, schema())
                self._refresh()
            except Exception:  # noqa: BLE001  whatever is wrong in the files: the index is derived and made anew
                storage.close_files()
            else:
                return self._index
        return self._make()

    def _make(self) -> Any:
        """Return an empty index: in the folder, or in memory where the folder cannot be written."""
        self._forget()
        storage: Any = Folder(self._folder)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = storage.lock(f"{_NAME}_WRITELOCK")
            if not try_for(lock.acquire, timeout=_PATIENCE):
                raise DossierError("Another factcheck is writing the search index. Wait until it is done.")
            try:
                for path in self._folder.iterdir():
                    if path.is_file() and path.name.startswith((f"{_NAME}_", f"_{_NAME}_")) and "LOCK" not in path.name:
                        path.unlink()
                made = FileIndex.create(storage, schema(), _NAME)
                (self._folder / "format").write_bytes(_FORMAT)
            finally:
                lock.release()
        except OSError:
            return FileIndex.create(RamStorage(), schema(), f"{_NAME}{os.getpid()}")
        return made

    def add(self, documents: Iterable[Document], claims: Callable[[str], Iterable[Claim]]) -> None:
        """Index documents, replacing those with the same id. Raises DossierError."""
        for batch in _batches(documents):
            writer = self._writer()
            try:
                self._delete(writer, batch)
                for document in batch.values():
                    writer.add(entry(document, claims(document.id)))
            except BaseException:
                writer.cancel()  # type: ignore[no-untyped-call]
                raise
            self._commit(writer)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Raises DossierError."""
        ids = list(ids)
        if not ids:
            return
        writer = self._writer()
        try:
            self._delete(writer, ids)
        except BaseException:
            writer.cancel()  # type: ignore[no-untyped-call]
            raise
        self._commit(writer)

    def _writer(self) -> Writer:
        try:
            return Writer(self._index, _PATIENCE)
        except LockError as error:
            raise DossierError("Another factcheck is writing the search index. Wait until it is done.") from error
        except OSError as error:
            raise DossierError(f"The search index cannot be written: {error.strerror or error}.") from error

    def _delete(self, writer: Any, ids: Iterable[str]) -> None:
        """Delete documents; the writer holds the lock, so that nobody else changes the numbers meanwhile."""
        self._refresh()
        first, firsts = 0, []
        for segment in self._segments:
            firsts.append((first, segment))
            first += segment.reader.doc_count_all()
        if not first:
            return
        for document in ids:
            for start, segment in firsts:
                if (number := segment.number(document)) is not None:
                    writer.delete_document(start + number)

    def _commit(self, writer: Any) -> None:
        try:
            writer.commit(merge=len(writer.segments) >= _MOST_SEGMENTS)
        except OSError as error:
            raise DossierError(
                f"The search index cannot be written: {error.strerror or error}. Free some space and try again."
            ) from error

    def find(self, tree: Node, limit: int, offset: int) -> Found:
        """Return a page of what a query finds, best first."""
        self._refresh()
        ranking = Ranking(self._segments)
        found = [
            (-score, at, number) for at, scores in enumerate(ranking.scores(tree)) for number, score in scores.items()
        ]
        page = nsmallest(offset + limit, found)[offset:]
        hits = tuple((self._segments[at].document(number), -score) for score, at, number in page)
        return Found(len(found), hits, frozenset(ranking.capped))

    def facets(self, tree: Node) -> dict[str, Counter[str]]:
        """Return how many of the articles found have which value."""
        self._refresh()
        counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
        for segment, scores in zip(self._segments, Ranking(self._segments).scores(tree), strict=True):
            traits = segment.traits
            for number in scores:
                for counted, values in zip(counts.values(), traits[number], strict=True):
                    for value in values:
                        counted[value] += 1
        return counts

    def answers(self, wanted: FigureFilter) -> bool:
        """Return False: conditions on figures are the dossier's."""
        del wanted
        return False

    def frequency(self, term: str) -> int:
        """Return how many articles have a term."""
        self._refresh()
        return sum(segment.frequency(term) for segment in self._segments)

    def starting_with(self, start: str) -> list[tuple[str, int]]:
        """Return the terms that begin with a letter or more, with how many articles have each."""
        self._refresh()
        counts: Counter[str] = Counter()
        for segment in self._segments:
            for term, frequency in segment.starting_with(start):
                counts[term] += frequency
        return list(counts.items())

    def sounding_like(self, sound: str) -> list[str]:
        """Return the words of names that have a sound."""
        self._refresh()
        start = sound + NAME
        found = {t for segment in self._segments for t in segment.beginning_with("sounds", start)[0]}
        return sorted(term[len(start) :] for term in found)

    def languages(self) -> frozenset[str]:
        """Return the languages that articles are in."""
        self._refresh()
        return frozenset(tag for segment in self._segments for tag in segment.between("language", "", "\U0010ffff"))

    def is_sound(self) -> bool:
        """Return whether all of the index can be read; then an error was not the files' fault."""
        try:
            self._refresh()
            for segment in self._segments:
                segment.read_through()
        except Exception:  # noqa: BLE001  the files may be damaged in any way
            return False
        return True

    def documents(self) -> int:
        """Return how many documents are indexed."""
        self._refresh()
        return sum(len(segment.alive) for segment in self._segments)

    def _refresh(self) -> None:
        """See what has been written since, by this process or another."""
        if self._reader is not None and self._index.latest_generation() == self._generation:
            return
        self._forget()
        self._generation = self._index.latest_generation()
        self._reader = self._index.reader()
        self._segments = [Segment(leaf) for leaf, _ in self._reader.leaf_readers() if leaf.doc_count_all()]

    def _forget(self) -> None:
        if self._reader is not None:
            self._reader.close()
            if isinstance(self._index.storage, Folder):
                self._index.storage.close_files()
        self._reader, self._segments = None, []

    def close(self) -> None:
        """Let go of the files."""
        self._forget()


def _batches(documents: Iterable[Document]) -> Iterator[dict[str, Document]]:
    """Yield documents by id, a commit's worth at a time."""
    rest = iter(documents)
    while batch := {document.id: document for document in islice(rest, _BATCH)}:
        yield batch
