"""The Library: search and list of articles, the reader with every figure marked, the inspector."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop.article_head import ArticleHead
from factcheck.desktop.article_side import ArticleSide
from factcheck.desktop.find_bar import FindBar
from factcheck.desktop.inspector import WIDTH, Inspector
from factcheck.desktop.isolates import direction
from factcheck.desktop.marks import marks_of
from factcheck.desktop.measures import px
from factcheck.desktop.notices import Emptiness, Notice, Tone
from factcheck.desktop.plain_words import sentence
from factcheck.desktop.reader import ArticleReader
from factcheck.desktop.ruler import OverviewRuler
from factcheck.desktop.sightings import Sighting, sightings, statuses
from factcheck.desktop.status import Status
from factcheck.errors import QueryError
from factcheck.model import NOT_QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from factcheck.desktop.actions import Actions
    from factcheck.desktop.searching import Answer
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier, Library
    from factcheck.model import Claim, Document, Span

NARROW, SIDE = 880, 326  # width below which the inspector stands below the article, and of the list, as designed


class LibraryPage(QWidget):
    """Asks to search and to compare; the window answers."""

    search_wanted = Signal(object)  # searching.Question
    export_list_wanted = Signal(object)  # searching.Answer
    compare_wanted = Signal(object)  # Finding
    add_wanted = Signal()

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self._dossier: Dossier | None = None
        self._hits: tuple[Span, ...] = ()
        self._hit = -1
        self.side = ArticleSide(look, actions)
        self.panel, self.model = self.side.panel, self.side.model
        self.list, self.search = self.side.list, self.side.search
        self.reader = ArticleReader(look, sentence)
        self.head = ArticleHead(look, actions["facts"])
        self.find_bar = FindBar(look)
        self.notice = Notice(look, (14, 8, 14, 4))
        self.inspector = Inspector(look, actions["compare_this"], actions["correct"])
        self._ruler = OverviewRuler(look, self.reader)
        self._text = QWidget()  # reader and ruler, at the article's own sides
        self._unread = Emptiness(look, "library")
        self._pages, self._beside, self._parts = QStackedWidget(), QSplitter(), QSplitter()
        self._lay_out()
        self._wire(actions)

    # ---- building

    def _lay_out(self) -> None:
        article = self._reading_pane(), self.inspector
        for each, parts in ((self._beside, article), (self._parts, (self.side, self._beside))):
            each.setHandleWidth(4)
            each.setChildrenCollapsible(False)
            for part in parts:
                each.addWidget(part)
        self._beside.setSizes([px(720), px(WIDTH)])
        self._beside.setStretchFactor(0, 1)
        self._parts.setSizes([px(SIDE), px(720 + WIDTH)])
        self._parts.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the inspector below the article where there is no room beside it."""
        super().resizeEvent(event)
        way = Qt.Orientation.Vertical if self.width() < px(NARROW) else Qt.Orientation.Horizontal
        if way != self._beside.orientation():
            self._beside.setOrientation(way)
            self._beside.setSizes([px(720), px(WIDTH)] if way == Qt.Orientation.Horizontal else [3, 2])
            self._parts.setSizes([px(SIDE), self.width()] if way == Qt.Orientation.Horizontal else [2, 3])
            self._give_room()

    def _reading_pane(self) -> QWidget:
        self.reader.setMinimumHeight(px(110))
        text = QHBoxLayout(self._text)
        text.setContentsMargins(0, 0, 0, 0)
        text.setSpacing(0)
        text.addWidget(self.reader, 1)
        text.addWidget(self._ruler)
        pane = QFrame()
        pane.setObjectName("readerPane")
        column = QVBoxLayout(pane)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.notice, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self._text, 1)
        self._unread.say(self.tr("No article is open"), self.tr("Choose one from the list."))
        self._pages.addWidget(pane)
        self._pages.addWidget(self._unread)
        self._pages.setCurrentWidget(self._unread)
        return self._pages

    def _wire(self, actions: Actions) -> None:
        self.reader.addAction(actions["compare_this"])
        self.side.search_wanted.connect(self.search_wanted)
        self.side.export_list_wanted.connect(self.export_list_wanted)
        self.side.add_wanted.connect(self.add_wanted)
        self.side.article_wanted.connect(self.open_article)
        self.side.best_wanted.connect(self._open_best)
        self.side.searched.connect(self._show_search_hits)
        self.reader.figure_chosen.connect(self.choose_figure)
        self._ruler.wanted.connect(lambda mark: self.choose_figure(mark.claim))
        self.inspector.compare_wanted.connect(self.compare_wanted)
        self.inspector.source_wanted.connect(lambda each: self.open_article(each.document.id, each.claim))
        self.find_bar.asked.connect(self._find)
        self.find_bar.moved.connect(self.reader.set_hits)

    # ---- what is shown

    def show_dossier(self, dossier: Dossier | None, library: Library | None) -> None:
        """Show a dossier and its library, keeping the article that is open where it still exists."""
        open_one = self.reader.document_shown
        self._dossier = dossier
        self.side.show_dossier(dossier, library)
        if dossier and open_one and dossier.has(open_one.id):
            if dossier.document(open_one.id) == open_one:
                self._mark_anew(dossier, open_one)
            else:  # somebody told what is known of it
                self.open_article(open_one.id, again=True)
        else:
            self.open_article(library[0].document if library else None, again=True)

    def show_answer(self, answer: Answer) -> None:
        """List what a search found."""
        if not self.side.show_answer(answer):
            return
        shown = self.reader.document_shown
        if answer.documents and (shown is None or shown.id not in answer.documents):
            self.open_article(answer.documents[0])
        else:
            self.side.select(shown.id if shown else "")
            self._show_search_hits()

    def step_hits(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of what was found: in the find bar, or by the search."""
        if self.find_bar.isVisible() or not self._hits:
            self.find_bar.step(by)
            return
        self._hit = (self._hit + by) % len(self._hits)
        self.reader.set_hits(self._hits, self._hit)

    def open_article(self, document: str | None, figure: Claim | None = None, *, again: bool = False) -> None:
        """Open an article, and choose one of its figures."""
        if document is None or self._dossier is None or not self._dossier.has(document):
            self.reader.show_document(None)
            self._tell_of([])
            self._pages.setCurrentWidget(self._unread)
            self.side.select("")
            return
        shown = self.reader.document_shown
        if again or shown is None or shown.id != document:
            self._load(document)
        self.side.select(document)
        if figure:
            self.choose_figure(figure)

    def _load(self, name: str) -> None:
        assert self._dossier is not None
        document, claims = self._dossier.document(name), self._dossier.claims(name)
        states = statuses(claims, self._dossier.findings_of(name))
        self._text.setLayoutDirection(direction(document.language))
        self.reader.show_document(document, marks_of(document, claims, states))
        self.head.show_document(document, sum(claim.kind not in NOT_QUANTITIES for claim in claims))
        self._pages.setCurrentIndex(0)
        self._tell_of([])
        self.find_bar.clear()
        self.notice.hide()
        if not os.path.exists(document.path):  # noqa: PTH110 - a Path raises where the disk does not answer
            gone = self.tr("The source file is gone. This is the text as it was read into the dossier.")
            self.notice.say(Tone.WARNING, gone)
        self._show_search_hits()

    def _mark_anew(self, dossier: Dossier, document: Document) -> None:
        """Show what was found since on the figures of the article that is open, and leave the reader its place."""
        claims = dossier.claims(document.id)
        states = statuses(claims, dossier.findings_of(document.id))
        self.reader.set_marks(marks_of(document, claims, states))
        self.side.select(document.id)
        if self.inspector.found:
            self._inspect(next((each for each in claims if each.id == self.inspector.found[0].claim.id), None))

    def choose_figure(self, claim: Claim) -> None:
        """Put a figure in focus, and tell what it says."""
        document = self.reader.document_shown
        if self._dossier is None or document is None:
            return
        mark = next((m for m in self.reader.marks if m.claim.id == claim.id), None)
        sentence = document.passages[claim.passage].span if claim.passage < len(document.passages) else claim.span
        self.reader.set_focus(claim.span, sentence, mark.status if mark else Status.SINGLE)
        self.reader.reveal(sentence)
        self._inspect(claim)

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) figure of the article."""
        marks = [mark for mark in self.reader.marks if not mark.faint]
        focus = self.reader.focus_span
        at = next((n for n, mark in enumerate(marks) if mark.claim.span == focus), -1 if by > 0 else 0)
        if marks:
            self.choose_figure(marks[(at + by) % len(marks)].claim)

    def compare_current(self) -> None:
        """Ask to compare what the inspector shows."""
        if finding := next((each.finding for each in self.inspector.found if each.finding), None):
            self.compare_wanted.emit(finding)

    # ---- inner workings

    def _inspect(self, claim: Claim | None) -> None:
        found = sightings(self._dossier, claim) if self._dossier and claim else []
        by_hand = bool(self._dossier and claim and (claim.id,) in self._dossier.corrections.in_force())
        self._tell_of(found, by_hand=by_hand)

    def _tell_of(self, found: Sequence[Sighting], *, by_hand: bool = False) -> None:
        self.inspector.show_figure(found, by_hand=by_hand)
        self._give_room()

    def _give_room(self) -> None:
        """Leave the place below the article to the article while there is nothing to tell."""
        below = self._beside.orientation() == Qt.Orientation.Vertical
        self.inspector.setVisible(bool(self.inspector.found) or not below)

    def _open_best(self, document: str) -> None:
        """Open the best article with its first match in sight."""
        self.open_article(document)
        self.reader.setFocus()
        if self._hits:
            self._hit = -1
            self.step_hits(1)

    def _show_search_hits(self) -> None:
        document, answer = self.reader.document_shown, self.side.answer
        self._hits, self._hit = (), -1
        if document and answer and answer.tree is not None and self._dossier is not None:
            from factcheck.search.snippets import matches

            self._hits = matches(answer.tree, document, self._dossier.claims(document.id))
        self.reader.set_hits(self._hits)
        if self._hits:
            self._hit = 0
            self.reader.reveal(self._hits[0])

    def _find(self, words: str) -> None:
        document = self.reader.document_shown
        hits: tuple[Span, ...] = ()
        if document and words.strip():
            from factcheck.search.query import highlights

            with suppress(QueryError):  # half a query, such as an open bracket, finds nothing yet
                hits = highlights(words, document.text, document.language)
        self.find_bar.show_hits(hits)
