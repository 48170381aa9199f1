"""The Library: search and list of articles, the reader with every figure marked, the inspector."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop.article_head import ArticleHead
from factcheck.desktop.article_list import ROW, ArticleList, ArticleRow
from factcheck.desktop.buttons import ActionButton
from factcheck.desktop.find_bar import FindBar
from factcheck.desktop.inspector import WIDTH, Inspector
from factcheck.desktop.isolates import direction
from factcheck.desktop.marks import marks_of
from factcheck.desktop.measures import px
from factcheck.desktop.notices import Emptiness, Notice, Tone
from factcheck.desktop.plain_words import sentence
from factcheck.desktop.reader import ArticleReader
from factcheck.desktop.ruler import OverviewRuler
from factcheck.desktop.search_panel import SearchPanel
from factcheck.desktop.searching import Question
from factcheck.desktop.sightings import Sighting, sightings, statuses
from factcheck.desktop.status import Status
from factcheck.errors import QueryError
from factcheck.model import NOT_QUANTITIES
from factcheck.search.index import ASKED, MOST_ASKED, SAVED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.actions import Actions
    from factcheck.desktop.searching import Answer
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier, LibraryRow
    from factcheck.model import Claim, Document, Span


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
        self._query = ""
        self._answer: Answer | None = None
        self._hits: tuple[Span, ...] = ()
        self._hit = -1
        self.panel = SearchPanel()
        self.model = ArticleList()
        self.list = QListView()
        self.search = QLineEdit()
        self.reader = ArticleReader(look, sentence)
        self.head = ArticleHead(look)
        self.find_bar = FindBar(look)
        self.notice = Notice(look, (14, 8, 14, 4))
        self.inspector = Inspector(look, actions["compare_this"], actions["correct"])
        self._ruler = OverviewRuler(look, self.reader)
        self._text = QWidget()  # reader and ruler, at the article's own sides
        self._count = QLabel()
        self._nothing = Emptiness(look, "search")
        self._unread = Emptiness(look, "library")
        self._add = ActionButton(actions["add_files"], self.tr("Add"))
        self._lists, self._pages = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._wire(actions)

    # ---- building

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search articles (Ctrl+K)"))
        self.search.setAccessibleName(self.tr("Search articles"))
        self.search.setClearButtonEnabled(True)
        self.list.setObjectName("articles")
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleRow(self._look))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count.setObjectName("small")
        title, first = QLabel(self.tr("Articles")), QHBoxLayout()
        title.setObjectName("heading")
        first.setContentsMargins(16, 12, 12, 0)
        first.addWidget(title)
        first.addWidget(self._count, 1)
        first.addWidget(self._add)
        second = QHBoxLayout()
        second.setContentsMargins(12, 6, 12, 4)
        second.addWidget(self.search)
        for widget in (self.list, self._nothing):
            self._lists.addWidget(widget)
        side = QFrame()
        side.setObjectName("side")
        side.setMinimumWidth(px(230))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        for line in (first, second):
            column.addLayout(line)
        column.addWidget(self.panel)
        column.addWidget(self._lists, 1)
        splitter = QSplitter()
        splitter.setHandleWidth(4)
        splitter.setChildrenCollapsible(False)
        for part in (side, self._reading_pane(), self.inspector):
            splitter.addWidget(part)
        splitter.setSizes([px(312), px(720), px(WIDTH)])
        splitter.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _reading_pane(self) -> QWidget:
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
        self.list.addAction(actions["compare_this"])
        self.reader.addAction(actions["compare_this"])
        self.search.textChanged.connect(self._searched)
        self.search.installEventFilter(self)
        self.panel.query_wanted.connect(self.search.setText)
        self.panel.across_changed.connect(lambda _: self._searched(self.search.text()))
        self.panel.more.menu().aboutToShow.connect(self._offer_searches)
        self.panel.save_wanted.connect(lambda: self._keep_search(SAVED))
        self.panel.forget_wanted.connect(self._forget_search)
        self.panel.like_wanted.connect(self._search_like)
        self.panel.export_wanted.connect(lambda: self.export_list_wanted.emit(self._answer))
        self.model.more_wanted.connect(self._fetch_more)
        self.list.selectionModel().currentChanged.connect(self._row_changed)
        self.reader.figure_chosen.connect(self.choose_figure)
        self._ruler.wanted.connect(lambda mark: self.choose_figure(mark.claim))
        self.inspector.compare_wanted.connect(self.compare_wanted)
        self.inspector.source_wanted.connect(self._go_to)
        self._nothing.wanted.connect(self._way_on)
        self.find_bar.asked.connect(self._find)
        self.find_bar.moved.connect(self.reader.set_hits)

    # ---- what is shown

    def show_dossier(self, dossier: Dossier | None, rows: Sequence[LibraryRow]) -> None:
        """Show a dossier and the rows of its library, keeping the article that is open where it still exists."""
        open_one = self.reader.document_shown
        self._dossier = dossier
        self.model.set_rows(rows)
        self._tell_count()
        if dossier and open_one and any(row.document == open_one.id for row in rows):
            self._mark_anew(dossier, open_one)
        else:
            self.open_article(rows[0].document if rows else None, again=True)

    def show_answer(self, answer: Answer) -> None:
        """List what a search found."""
        if answer.query != self._query:
            return
        if answer.offset:
            self.model.add_found(answer.documents, answer.snippets)
            return
        self._answer = answer
        self.model.show_found(answer.documents, answer.total, answer.snippets)
        self.panel.show_answer(answer)
        self._tell_count(answer)
        shown = self.reader.document_shown
        if answer.documents and (shown is None or shown.id not in answer.documents):
            self.open_article(answer.documents[0])
        else:
            self._select(shown.id if shown else "")
            self._show_search_hits()

    def step_hits(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of what was found: in the find bar, or by the search."""
        if self.find_bar.isVisible() or not self._hits:
            self.find_bar.step(by)
            return
        self._hit = (self._hit + by) % len(self._hits)
        self.reader.set_hits(self._hits, self._hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, let Enter open the best article and Escape clear."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open_best()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def open_article(self, document: str | None, figure: Claim | None = None, *, again: bool = False) -> None:
        """Open an article, and choose one of its figures."""
        if document is None or self._dossier is None or not self._dossier.has(document):
            self.reader.show_document(None)
            self.inspector.show_figure([])
            self._pages.setCurrentWidget(self._unread)
            return
        shown = self.reader.document_shown
        if again or shown is None or shown.id != document:
            self._load(document)
        self._select(document)
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
        self.inspector.show_figure([])
        self.find_bar.clear()
        self.notice.hide()
        if not Path(document.path).exists():
            gone = self.tr("The source file is gone. This is the text as it was read into the dossier.")
            self.notice.say(Tone.WARNING, gone)
        self._show_search_hits()

    def _mark_anew(self, dossier: Dossier, document: Document) -> None:
        """Show what was found since on the figures of the article that is open, and leave the reader its place."""
        claims = dossier.claims(document.id)
        states = statuses(claims, dossier.findings_of(document.id))
        self.reader.set_marks(marks_of(document, claims, states))
        self._select(document.id)
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
        self.inspector.show_figure(found, by_hand=by_hand)

    def _searched(self, text: str) -> None:
        self._query = text.strip()
        if not self._query:
            self._answer = None
            self.model.show_found(None)
            self.panel.show_answer(None)
            self._tell_count()
            self._select(self.reader.document_shown.id if self.reader.document_shown else "")
            self._show_search_hits()
        self.search_wanted.emit(Question(self._query, self.panel.across.isChecked()))

    def _fetch_more(self, listed: int) -> None:
        if self._answer is None or self._answer.tree is None or self._query:  # else it lists what is like an article
            self.search_wanted.emit(Question(self._query, self.panel.across.isChecked(), offset=listed))

    def _search_like(self) -> None:
        document = self.reader.document_shown
        if document is not None:
            self.search.blockSignals(True)  # noqa: FBT003  the field is emptied, the list is another
            self.search.clear()
            self.search.blockSignals(False)  # noqa: FBT003
            self._query = ""
            self.search_wanted.emit(Question(like=document.id))

    def _open_best(self) -> None:
        """Open the best article with its first match in sight, and remember the search."""
        if self._query and self.model.rowCount():
            self._keep_search(ASKED)
            self.open_article(self.model.index(0).data(ROW).document)
            self.reader.setFocus()
            if self._hits:
                self._hit = -1
                self.step_hits(1)

    def _searches(self, name: str) -> list[str]:
        return [str(one) for one in self._dossier.settings.get(name, [])] if self._dossier else []

    def _keep_search(self, name: str) -> None:
        if self._dossier is None or self._dossier.read_only or not self._query:
            return
        kept = [self._query, *(one for one in self._searches(name) if one != self._query)]
        self._dossier.settings.set(name, kept[:MOST_ASKED] if name == ASKED else kept)

    def _forget_search(self, query: str) -> None:
        if self._dossier is not None and not self._dossier.read_only:
            self._dossier.settings.set(SAVED, [one for one in self._searches(SAVED) if one != query])

    def _offer_searches(self) -> None:
        self.panel.show_searches(self._searches(SAVED), self._searches(ASKED))

    def _show_search_hits(self) -> None:
        document, answer = self.reader.document_shown, self._answer
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

    def _tell_count(self, answer: Answer | None = None) -> None:
        shown = self.model.rowCount()
        self._count.setText(f"{shown:,}" if not self._query else self.tr("{0} of {1}").format(shown, self.model.total))
        self._lists.setCurrentIndex(0 if shown else 1)
        if self._query:
            why = answer.trouble if answer and answer.trouble else self.tr("No article has “{0}”.").format(self._query)
            self._nothing.say(self.tr("Nothing found"), why, self.tr("Clear the search"), "search")
        else:
            words = self.tr("Drop files or a folder on the window, or add them here. Nothing leaves this computer.")
            self._nothing.say(self.tr("This dossier is empty"), words, self.tr("Add articles"), "drop")

    def _way_on(self) -> None:
        if self._query:
            self.search.clear()
            self.search.setFocus()
        else:
            self.add_wanted.emit()

    def _row_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        shown = self.reader.document_shown
        if row is not None and (shown is None or shown.id != row.document):
            self.open_article(row.document)

    def _select(self, document: str) -> None:
        row = self.model.row_of(document)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def _go_to(self, each: Sighting) -> None:
        self.open_article(each.document.id, each.claim)
