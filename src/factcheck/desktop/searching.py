"""Search as you type: queries run in a thread with an index of their own; stale ones are dropped, asked or answered."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from factcheck.desktop.numbers import count
from factcheck.dossier.store import Dossier
from factcheck.errors import FactcheckError, QueryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.search.index import Index
    from factcheck.search.snippets import Snippet
    from factcheck.search.tree import Node

PAGE = 500  # articles listed at a time
WARM, CLOSE = -1, -2  # numbers of questions that ask for something else; 0 is to open the index again
CALM = 1500  # milliseconds after the start from which search is loaded, so that the first query need not wait for it
LONGEST = 30_000  # milliseconds that closing waits for a query under way: a thread must not be dropped while it runs
_SHOWN = 30  # articles whose matching sentence is shown at once


@dataclass(frozen=True, slots=True)
class Question:
    """What to search for; `like` is the id of a document, for articles like it; `offset` is where the page begins."""

    query: str = ""
    across: bool = True
    like: str | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: ids of documents, best first; `trouble` says why it could not be asked, `at` where.

    `explanation` tells in English what was searched for, `remark` in the window's language how much of it could be.

    `snippets` are the sentences that show why, by document, as text with marks in it; `tree` is the query as asked.
    """

    query: str
    documents: tuple[str, ...] = ()
    total: int = 0
    trouble: str = ""
    at: int | None = None
    explanation: str = ""
    remark: str = ""
    offset: int = 0
    better: str = ""
    tree: Node | None = None
    snippets: Mapping[str, tuple[str, Snippet]] = field(default_factory=dict)
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


class ArticleSearch(QObject):
    """Asks the index beside the window."""

    answered = Signal(object)  # Answer
    _asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Search the dossier of a folder."""
        super().__init__(parent)
        self._generation = 0
        self._thread = QThread(self)
        self._thread.setObjectName("search")
        self._searcher = _Searcher(folder, self)
        self._searcher.moveToThread(self._thread)
        self._asked.connect(self._searcher.search)
        self._searcher.done.connect(self._done)
        self._thread.start()
        QTimer.singleShot(CALM, self, lambda: self._asked.emit((WARM, Question())))

    @property
    def generation(self) -> int:
        """Return the number of the latest question."""
        return self._generation

    def ask(self, question: Question) -> None:
        """Ask; `answered` comes for the latest question only."""
        self._generation += 1
        self._asked.emit((self._generation, question))

    def renew(self) -> None:
        """Open the index again at the next question: others have written to it."""
        self._asked.emit((0, Question()))

    def close(self) -> None:
        """Close the index and end the thread; waits for the query that runs."""
        self._generation += 1
        self._asked.emit((CLOSE, Question()))
        self._thread.wait(LONGEST)

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
        self._dossier: Dossier | None = None
        self._index: Index | None = None
        self._making: subprocess.Popen[bytes] | None = None

    @Slot(object)
    def search(self, asked: tuple[int, Question]) -> None:
        """Answer a question, unless a newer one has been asked meanwhile."""
        generation, question = asked
        if generation <= 0:
            self._close()
            if generation == WARM:
                import factcheck.search.snippets  # noqa: F401  loads what the first query needs
            if generation == CLOSE:
                if self._making is not None:
                    self._making.kill()
                    self._making.wait()
                self.thread().quit()
            return
        if generation != self._asker.generation:
            return
        try:
            dossier, index = self._open()
            answer = self._ask(dossier, index, question, generation)
        except QueryError as error:
            answer = Answer(question.query, trouble=str(error), at=error.at)
        except FactcheckError as error:
            answer = Answer(question.query, trouble=str(error))
        if answer is not None:
            self.done.emit((generation, answer))

    def _ask(self, dossier: Dossier, index: Index, question: Question, generation: int) -> Answer | None:
        from factcheck.search.snippets import snippet

        query, across, offset = question.query, question.across, question.offset
        if question.like is not None:
            results = index.like(dossier.document(question.like), limit=PAGE, offset=offset)
        else:
            results = index.search(query, limit=PAGE, offset=offset, across=across)
        snippets: dict[str, tuple[str, Snippet]] = {}
        for hit in results.hits[:_SHOWN]:
            if generation != self._asker.generation:
                return None
            if results.tree is not None and dossier.has(hit.document):
                document = dossier.document(hit.document)
                shown = snippet(results.tree, document, dossier.claims(hit.document))
                snippets[hit.document] = document.quote(shown.span), shown
        like = question.like is not None
        facets = index.facets(query, across=across) if results.total and not like and not offset else {}
        better = (index.did_you_mean(query) or "") if not results.total and not like else ""
        indexed, kept, remark = index.documents(), dossier.size(), ""
        if indexed < kept:
            remark = self.tr("{0} of {1} articles can be searched so far.").format(count(indexed), count(kept))
        ids = tuple(hit.document for hit in results.hits)
        return Answer(
            query,
            ids,
            results.total,
            explanation=results.explanation,
            remark=remark,
            offset=offset,
            better=better,
            tree=results.tree,
            snippets=snippets,
            facets=facets,
        )

    def _open(self) -> tuple[Dossier, Index]:
        from factcheck.search.index import open_index  # late, as all of search: it keeps the start quick

        if self._dossier is None or self._index is None:
            self._dossier = Dossier(self._folder, read_only=True)
            self._index = open_index(self._dossier.index_folder, self._dossier)
            if self._index.is_to_be_made() and self._making is None:
                # Missing or damaged: it is made anew in a process of its own, and seen as soon as it is there.
                command = [sys.executable, "-m", "factcheck", "index", str(self._folder)]
                self._making = subprocess.Popen(  # noqa: S603  our own command
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
                )
        return self._dossier, self._index

    def _close(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._dossier is not None:
            self._dossier.close()
            self._dossier = None
