"""Discrepancies: filters, the table of findings, a preview of the one selected, and the matrix of languages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop.case_rows import ROW_HEIGHT, CaseCell
from factcheck.desktop.case_table import COLUMNS, CaseTable
from factcheck.desktop.chips import FilterChip
from factcheck.desktop.finding_preview import HEIGHT, FindingPreview
from factcheck.desktop.flow import Flow
from factcheck.desktop.matrix import LanguageMatrix
from factcheck.desktop.measures import px
from factcheck.desktop.notices import Emptiness
from factcheck.desktop.status import status_of, verdict_icon, verdict_word, word
from factcheck.dossier.selection import Order, Selection
from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from factcheck.desktop.actions import Actions
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier
    from factcheck.model import Case

_WIDTHS = {0: 116, 2: 190, 3: 164, 4: 88, 5: 100, 6: 118}
# what a click on a column's head orders by, and whether the greatest comes first
_SORTED = {
    "status": (Order.RELATION, False),
    "languages": (Order.LANGUAGES, False),
    "gap": (Order.GAP, True),
    "confidence": (Order.SCORE, True),
    "review": (Order.VERDICT, False),
}
_ORDER = (Relation.DIFFER, Relation.CHECK, Relation.AGREE)
NARROW, FIGURE = 840, 230  # width of a page with little room, and of the figures' column then, as designed
_ALONG, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_FREE = QHeaderView.ResizeMode.Interactive
_PAUSE = 180  # milliseconds after the last key before the table is filtered


class DiscrepanciesPage(QWidget):
    """Asks to compare what is selected."""

    compare_wanted = Signal(object)  # Finding
    add_wanted = Signal()

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self._dossier: Dossier | None = None
        self.model = CaseTable()
        self.table = QTableView()
        self.filter = QLineEdit()
        self.matrix = LanguageMatrix(look)
        self.relations = {r: FilterChip(look, word(status_of(r)), status_of(r), status_of(r)) for r in _ORDER}
        self.everything = FilterChip(look, self.tr("All"))
        self.verdicts = {v: FilterChip(look, verdict_word(v), verdict_icon(v)) for v in Verdict}
        self._stack = QStackedWidget()
        self._empty = Emptiness(look, "agree")
        self.preview, self._matrix_card = FindingPreview(look, actions), QFrame()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pause = QTimer(self)
        self._lay_out()
        self._wire(actions)

    # ---- building

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Discrepancies"))
        title.setObjectName("title")
        self.filter.setPlaceholderText(self.tr("Filter by words, figures or sources"))
        self.filter.setAccessibleName(self.tr("Filter findings"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(px(280))
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.filter, 3)
        chips = Flow()
        for chip in (self.everything, *self.relations.values()):
            chips.addWidget(chip)
        line = QFrame()
        line.setObjectName("rule")
        line.setFixedSize(1, px(22))
        chips.addWidget(line)
        for chip in self.verdicts.values():
            chips.addWidget(chip)
        self._dress_table()
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        below = self._below
        below.setSpacing(14)
        below.addWidget(self.preview, 1)
        below.addWidget(self._build_matrix())
        below.addStretch()  # the matrix alone stands at the leading edge
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(card, 1)
        column.addLayout(below)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(CaseCell(self._look))
        table.setAccessibleName(self.tr("Findings"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)  # several rows for an export
        table.setShowGrid(False)
        table.setMinimumHeight(px(170))
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(self._sorted)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, px(width))

    def _build_matrix(self) -> QWidget:
        card = self._matrix_card
        card.setObjectName("card")
        card.setFixedHeight(px(HEIGHT))
        card.setMaximumWidth(px(322))
        card.setMinimumWidth(px(280))
        title = QLabel(self.tr("Conflicts between languages"))
        title.setObjectName("section")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 12, 10)
        column.addWidget(title)
        column.addWidget(self.matrix, 1)
        return card

    def _wire(self, actions: Actions) -> None:
        self.table.addAction(actions["compare_this"])
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.doubleClicked.connect(lambda _: self.compare_current())
        self._empty.wanted.connect(self._way_on)
        for chip in (*self.relations.values(), *self.verdicts.values()):
            chip.toggled.connect(self._filter_changed)
        self.everything.clicked.connect(self.clear_filters)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.matrix.wanted.connect(self._languages_wanted)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._filter_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, put the matrix below the preview, and let the table scroll sideways."""
        super().resizeEvent(event)
        narrow, header = self.width() < px(NARROW), self.table.horizontalHeader()
        self._below.setDirection(_DOWN if narrow else _ALONG)
        header.setSectionResizeMode(1, _FREE if narrow else QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, px(_WIDTHS[2]) + max(self.width() - px(1200), 0) // 4)
        if narrow:
            header.resizeSection(1, px(FIGURE))

    # ---- what is shown

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the findings of a dossier; filters and the finding that is selected stay."""
        shown = self.current.finding.id if self._dossier is dossier and self.current else ""
        row = self.table.currentIndex().row() if shown else 0
        self._dossier = dossier
        pairs = dossier.language_pairs(Relation.DIFFER) if dossier else {}
        self.matrix.show_counts(pairs)
        self._matrix_card.setVisible(bool(pairs))
        self._count()
        self._show(self.model.selection, row)
        if shown:
            self.select_row(self.model.row_of(shown))

    def refresh(self) -> None:
        """Show decisions made elsewhere, keeping the place."""
        row = self.table.currentIndex().row()
        self._count()
        if self.model.selection.verdicts:
            self._show(self.model.selection, row)
        else:
            self.model.refresh()
            self.preview.show_case(self._dossier, self.current)

    @property
    def current(self) -> Case | None:
        """Return the case that is selected."""
        return self.model.case(self.table.currentIndex().row())

    def select_row(self, row: int) -> None:
        """Select another row."""
        if 0 <= row < self.model.rowCount():
            self.table.selectRow(row)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) row."""
        self.select_row(self.table.currentIndex().row() + by)

    def clear_filters(self) -> None:
        """Show all findings."""
        for chip in (*self.relations.values(), *self.verdicts.values()):
            chip.blockSignals(True)  # noqa: FBT003
            chip.setChecked(False)
            chip.blockSignals(False)  # noqa: FBT003
            chip.update()
        self.filter.blockSignals(True)  # noqa: FBT003
        self.filter.clear()
        self.filter.blockSignals(False)  # noqa: FBT003
        self._show(Selection(order=self.model.selection.order, descending=self.model.selection.descending))

    def compare_current(self) -> None:
        """Ask to compare the row that is selected."""
        if case := self.current:
            self.compare_wanted.emit(case.finding)

    # ---- inner workings

    def _filter_changed(self) -> None:
        self._pause.stop()  # what it waits for is done here
        relations = frozenset(r for r, chip in self.relations.items() if chip.isChecked())
        verdicts = frozenset(v for v, chip in self.verdicts.items() if chip.isChecked())
        text = self.filter.text().strip()
        self._show(replace(self.model.selection, relations=relations, verdicts=verdicts, text=text))

    def _sorted(self, column: int, way: Qt.SortOrder) -> None:
        order, descending = _SORTED.get(COLUMNS[column] if column >= 0 else "", (Order.BEST, False))
        if column >= 0 and order is Order.BEST:
            self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        descending ^= way == Qt.SortOrder.DescendingOrder
        self._show(replace(self.model.selection, order=order, descending=descending))

    def _languages_wanted(self, languages: frozenset[str]) -> None:
        self._show(replace(self.model.selection, languages=languages))

    def _show(self, selection: Selection, row: int = 0) -> None:
        self.model.show_cases(self._dossier, selection)
        self.matrix.show_chosen(selection.languages)
        self.everything.setChecked(not self.model.selection.restricts)
        found = self.model.rowCount()
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.select_row(min(max(row, 0), found - 1))
        else:
            self._say_why_empty(selection)
            self.preview.show_case(None, None)

    def _count(self) -> None:
        """Tell how many findings each chip would show by itself; filters do not change that."""
        counts = self._dossier.counts() if self._dossier else {}
        for relation, chip in self.relations.items():
            chip.set_count(counts.get(relation, 0))
        self.everything.set_count(sum(counts.values()))
        for verdict, chip in self.verdicts.items():
            only = Selection(verdicts=frozenset({verdict}), leads=True)
            chip.set_count(self._dossier.count(only) if self._dossier else 0)

    def _say_why_empty(self, selection: Selection) -> None:
        total = self.everything.count
        agree = self.relations[Relation.AGREE].count
        if selection.restricts and total:
            flagged = total - agree
            if selection.relations == {Relation.DIFFER} and not flagged:
                self._empty.say(
                    self.tr("Nothing is flagged"),
                    self.tr("All %n comparable figure(s) agree.", "", agree),
                    self.tr("Show all findings"),
                    "agree",
                )
            else:
                self._empty.say(
                    self.tr("No finding fits these filters"), "", self.tr("Clear the filters"), "discrepancies"
                )
        elif self._dossier and self._dossier.document_ids():
            self._empty.say(
                self.tr("Nothing to compare yet"),
                self.tr("No two articles of this dossier speak of the same figure. Add articles on the same subject."),
                self.tr("Add articles"),
                "discrepancies",
            )
        else:
            words = self.tr("Add the articles of a story, and their figures are compared.")
            self._empty.say(self.tr("No articles yet"), words, self.tr("Add articles"), "discrepancies")

    def _way_on(self) -> None:
        if self.everything.count:
            self.clear_filters()
        else:
            self.add_wanted.emit()

    def _row_changed(self, current: QModelIndex) -> None:
        self.preview.show_case(self._dossier, self.model.case(current.row()))
