"""The Library's leading side: the search field, what came of the search, and the list of articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
)

from factcheck.desktop.article_list import ROW, ArticleList, ArticleRow
from factcheck.desktop.buttons import ActionButton
from factcheck.desktop.measures import px
from factcheck.desktop.messages import told
from factcheck.desktop.notices import Emptiness
from factcheck.desktop.numbers import count
from factcheck.desktop.search_panel import SearchPanel
from factcheck.desktop.searching import Question
from factcheck.search.index import ASKED, MOST_ASKED, SAVED

if TYPE_CHECKING:
    from factcheck.desktop.actions import Actions
    from factcheck.desktop.searching import Answer
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier, Library


_PATIENCE = 400  # milliseconds after which a search that has no answer yet is told of


class ArticleSide(QFrame):
    """Asks to search, and for the article that is chosen; `show_answer` lists what was found."""

    search_wanted = Signal(object)  # searching.Question
    export_list_wanted = Signal(object)  # searching.Answer
    add_wanted = Signal()
    article_wanted = Signal(object)  # str, a document's id
    best_wanted = Signal(object)  # str, the id of the article that fits the search best
    searched = Signal()  # another answer, or none, is in force

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setMinimumWidth(px(230))
        self._look = look
        self._dossier: Dossier | None = None
        self._shown = ""  # the id of the article that is open
        self.query = ""
        self.answer: Answer | None = None
        self.panel = SearchPanel(look)
        self.model = ArticleList()
        self.list = QListView()
        self.search = QLineEdit()
        self.nothing = Emptiness(look, "search")
        self._count = QLabel()
        self._add = ActionButton(actions["add_files"], self.tr("Add"))
        self._lists = QStackedWidget()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self.panel.show_searching)
        self._lay_out()
        self._wire(actions)

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
        for widget in (self.list, self.nothing):
            self._lists.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for line in (first, second):
            column.addLayout(line)
        column.addWidget(self.panel)
        column.addWidget(self._lists, 1)

    def _wire(self, actions: Actions) -> None:
        self.list.addAction(actions["compare_this"])
        self.list.selectionModel().currentChanged.connect(self._row_changed)
        self.search.textChanged.connect(self._ask)
        self.search.installEventFilter(self)
        self.panel.query_wanted.connect(self.search.setText)
        self.panel.across_changed.connect(lambda _: self._ask(self.search.text()))
        self.panel.more.menu().aboutToShow.connect(self._offer_searches)
        self.panel.save_wanted.connect(lambda: self._keep_search(SAVED))
        self.panel.forget_wanted.connect(self._forget_search)
        self.panel.like_wanted.connect(self._search_like)
        self.panel.export_wanted.connect(lambda: self.export_list_wanted.emit(self.answer))
        self.model.more_wanted.connect(self._fetch_more)
        self.nothing.wanted.connect(self._way_on)

    # ---- what is shown

    def show_dossier(self, dossier: Dossier | None, library: Library | None) -> None:
        """List the articles of a dossier; a search stays in force."""
        self._dossier = dossier
        self.model.set_rows(library)
        self._tell_count()

    def show_answer(self, answer: Answer) -> bool:
        """List what a search found; return whether it is another list."""
        if answer.query != self.query:
            return False
        self._patience.stop()
        if answer.offset:
            self.model.add_found(answer.documents, answer.snippets)
            return False
        self.answer = answer
        self.model.show_found(answer.documents, answer.total, answer.snippets)
        self.panel.show_answer(answer)
        self._tell_count(answer)
        return True

    def select(self, document: str) -> None:
        """Select the row of the article that is open; "" is none."""
        self._shown = document
        row = self.model.row_of(document)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, let Enter open the best article and Escape clear."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self.query and self.model.rowCount():
                    self._keep_search(ASKED)
                    self.best_wanted.emit(self.model.index(0).data(ROW).document)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    # ---- inner workings

    def _ask(self, text: str) -> None:
        self.query = text.strip()
        self._patience.stop()
        if self.query and self._dossier is not None:
            self._patience.start()
        if not self.query:
            self.answer = None
            self.model.show_found(None)
            self.panel.show_answer(None)
            self._tell_count()
            self.select(self._shown)
            self.searched.emit()
        self.search_wanted.emit(Question(self.query, self.panel.across.isChecked()))

    def _fetch_more(self, listed: int) -> None:
        if self.answer is None or self.answer.tree is None or self.query:  # else it lists what is like an article
            self.search_wanted.emit(Question(self.query, self.panel.across.isChecked(), offset=listed))

    def _search_like(self) -> None:
        if self._shown:
            self.search.blockSignals(True)  # noqa: FBT003  the field is emptied, the list is another
            self.search.clear()
            self.search.blockSignals(False)  # noqa: FBT003
            self.query = ""
            self.search_wanted.emit(Question(like=self._shown))

    def _searches(self, name: str) -> list[str]:
        return [str(one) for one in self._dossier.settings.get(name, [])] if self._dossier else []

    def _keep_search(self, name: str) -> None:
        if self._dossier is None or self._dossier.read_only or not self.query:
            return
        kept = [self.query, *(one for one in self._searches(name) if one != self.query)]
        self._dossier.settings.set(name, kept[:MOST_ASKED] if name == ASKED else kept)

    def _forget_search(self, query: str) -> None:
        if self._dossier is not None and not self._dossier.read_only:
            self._dossier.settings.set(SAVED, [one for one in self._searches(SAVED) if one != query])

    def _offer_searches(self) -> None:
        self.panel.show_searches(self._searches(SAVED), self._searches(ASKED))

    def _tell_count(self, answer: Answer | None = None) -> None:
        shown = self.model.rowCount()
        self._count.setText(
            count(shown) if not self.query else self.tr("{0} of {1}").format(count(shown), count(self.model.total))
        )
        self._lists.setCurrentIndex(0 if shown else 1)
        if self.query:
            trouble = told(answer.trouble) if answer and answer.trouble else ""
            why = trouble or self.tr("No article has “{0}”.").format(self.query)
            self.nothing.say(self.tr("Nothing found"), why, self.tr("Clear the search"), "search")
        else:
            words = self.tr("Drop files or a folder on the window, or add them here. Nothing leaves this computer.")
            self.nothing.say(self.tr("This dossier is empty"), words, self.tr("Add articles"), "drop")

    def _way_on(self) -> None:
        if self.query:
            self.search.clear()
            self.search.setFocus()
        else:
            self.add_wanted.emit()

    def _row_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW)
        if row is not None and row.document != self._shown:
            self.article_wanted.emit(row.document)
