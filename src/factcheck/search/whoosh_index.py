"""The index in a folder, kept by Whoosh.

How Whoosh is helped: terms come ready made (`analysis`), segments stay separate files (`compound=False`) and are not
merged in every commit, documents come in batches with one commit each.
"""

from __future__ import annotations

import os
from heapq import nsmallest
from itertools import islice
from time import sleep
from typing import TYPE_CHECKING, Any

from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex, LockError
from whoosh.util.filelock import try_for

from factcheck.errors import DossierError
from factcheck.search.analysis import analyser
from factcheck.search.index import Hit, Results
from factcheck.search.ranking import Ranking
from factcheck.search.syntax import parse
from factcheck.search.tree import Node, explain
from factcheck.search.whoosh_segment import Segment
from factcheck.search.whoosh_storage import Codec, Folder, PostingsByTerm, restrict_reading, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from factcheck.model import Document

_FORMAT = b"factcheck whoosh 2"  # changes with every change of analysis or fields, so that old indexes are made anew
_NAME = "MAIN"  # Whoosh's name for the only index of a folder
_BATCH = 5_000  # documents, with one commit each
_MOST_SEGMENTS = 16  # from here on small segments are merged
_PATIENCE = 10.0  # seconds to wait while another process writes
_TITLE = 2.0  # what a word in the title weighs more
_GAP = 100  # places between title and text, so that no phrase spans both

restrict_reading()


class WhooshIndex:
    """An index of articles in a folder; see `index.Index`."""

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

    def add(self, documents: Iterable[Document]) -> None:
        """Index documents, replacing those with the same id. Raises DossierError."""
        for batch in _batches(documents):
            writer = self._writer()
            try:
                self._delete(writer, batch)
                for document in batch.values():
                    writer.add_document(**_fields(document))
            except BaseException:
                writer.cancel()
                raise
            self._commit(writer)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Raises DossierError."""
        writer = self._writer()
        try:
            self._delete(writer, ids)
        except BaseException:
            writer.cancel()
            raise
        self._commit(writer)

    def _writer(self) -> Any:
        try:
            writer = self._index.writer(compound=False, codec=Codec(), timeout=_PATIENCE)
        except LockError as error:
            raise DossierError("Another factcheck is writing the search index. Wait until it is done.") from error
        except OSError as error:
            raise DossierError(f"The search index cannot be written: {error.strerror or error}.") from error
        writer.pool = PostingsByTerm()
        return writer

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

    def search(self, query: str, *, limit: int = 50, offset: int = 0) -> Results:
        """Return what a query finds, best first. Raises QueryError."""
        tree = parse(query)
        try:
            return self._search(tree, limit, offset)
        except Exception:
            if self._is_sound():
                raise
        self._index = self._make()
        return Results(0, (), "The search index was damaged and is empty now; it is filled again from the dossier.")

    def _search(self, tree: Node, limit: int, offset: int) -> Results:
        self._refresh()
        ranking = Ranking(self._segments)
        found = [
            (-score, at, number) for at, scores in enumerate(ranking.scores(tree)) for number, score in scores.items()
        ]
        page = nsmallest(offset + limit, found)[offset:]
        hits = tuple(Hit(self._segments[at].document(number), -score) for score, at, number in page)
        said = f"Searching for {explain(tree)}."
        if ranking.capped:
            words = ", ".join(f"“{typed}”" for typed in sorted(ranking.capped))
            said += f" So many words fit {words} that only the most frequent were searched for: type more letters."
        return Results(len(found), hits, said)

    def _is_sound(self) -> bool:
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _batches(documents: Iterable[Document]) -> Iterator[dict[str, Document]]:
    """Yield documents by id, a commit's worth at a time."""
    rest = iter(documents)
    while batch := {document.id: document for document in islice(rest, _BATCH)}:
        yield batch


def _fields(document: Document) -> dict[str, Any]:
    analyse = analyser(document.language or "und")
    title, end = analyse.postings(document.title)
    text, _ = analyse.postings(document.text, end + _GAP)
    words: dict[str, tuple[list[int], float]] = {}
    for term, places in text.items():
        words[term] = (places, float(len(places)))
    for term, places in title.items():
        others, weight = words.get(term, ([], 0.0))
        words[term] = (places + others, weight + len(places) * (1 + _TITLE))
    made = {"document": document.id, "text": words, "language": document.language.split("-")[0].lower() or "und"}
    source, _ = analyser("und").postings(f"{document.path}\n{document.url or ''}")
    made["source"] = {term: (places, 1.0) for term, places in source.items()}
    if document.published:
        made["published"] = f"{document.published:%Y%m%d}"
    return made
