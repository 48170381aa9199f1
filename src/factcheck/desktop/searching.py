"""Search as you type: queries run in a thread with an index of their own; stale ones are dropped, asked or answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, Slot

from factcheck.errors import FactcheckError
from factcheck.search.index import open_index

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.search.index import Index

MOST = 1000  # articles listed for one query


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: ids of documents, best first; `trouble` says why it could not be asked."""

    query: str
    documents: tuple[str, ...] = ()
    total: int = 0
    trouble: str = ""


class ArticleSearch(QObject):
    """Asks the index beside the window."""

    answered = Signal(object)  # Answer
    _asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._searcher = _Searcher(folder, self)
        self._searcher.moveToThread(self._thread)
        self._asked.connect(self._searcher.search)
        self._searcher.done.connect(self._done)
        self._thread.start()

    @property
    def generation(self) -> int:
        """Return the number of the latest question."""
        return self._generation

    def ask(self, query: str) -> None:
        """Ask; `answered` comes for the latest question only."""
        self._generation += 1
        self._asked.emit((self._generation, query))

    def renew(self) -> None:
        """Open the index again at the next question: others have written to it."""
        self._asked.emit((0, ""))

    def close(self) -> None:
        """Close the index and end the thread; waits for the query that runs."""
        self._generation += 1
        self._asked.emit((-1, ""))
        self._thread.wait(5000)

    def _done(self, answer: tuple[int, Answer]) -> None:
        generation, found = answer
        if generation == self._generation:
            self.answered.emit(found)


class _Searcher(QObject):
    """Lives in the thread."""

    done = Signal(object)

    def __init__(self, folder: Path, asker: ArticleSearch) -> None:
        super().__init__()
        self._folder, self._asker = folder, asker
        self._index: Index | None = None

    @Slot(object)
    def search(self, question: tuple[int, str]) -> None:
        """Answer a question, unless a newer one has been asked meanwhile."""
        generation, query = question
        if generation <= 0:
            self._close()
            if generation < 0:
                self.thread().quit()
            return
        if generation != self._asker.generation:
            return
        try:
            if self._index is None:
                self._index = open_index(self._folder)
            results = self._index.search(query, limit=MOST)
            answer = Answer(query, tuple(hit.document for hit in results.hits), results.total)
        except FactcheckError as error:
            answer = Answer(query, trouble=str(error))
        self.done.emit((generation, answer))

    def _close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
