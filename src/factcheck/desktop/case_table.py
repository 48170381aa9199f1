"""The table of cases: rows come from the dossier's SQL a page at a time, however many there are."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from factcheck.desktop.isolates import isolate
from factcheck.desktop.names import language_name
from factcheck.desktop.numbers import percent
from factcheck.desktop.plain_words import describe, explain
from factcheck.desktop.status import status_of, verdict_word, word
from factcheck.dossier.selection import Selection

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Case

PAGE = 100
PAGES_KEPT = 12
COLUMNS = ("status", "figure", "reported", "languages", "gap", "confidence", "review")
CASE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class CaseTable(QAbstractTableModel):
    """The cases of a selection, best first; what several sources contradict is one row."""

    def __init__(self) -> None:
        super().__init__()
        self._dossier: Dossier | None = None
        self._selection = self._looked_up = Selection(leads=True)
        self._count = 0
        self._pages: OrderedDict[int, list[Case]] = OrderedDict()

    @property
    def selection(self) -> Selection:
        """Return what is selected."""
        return self._selection

    def show_cases(self, dossier: Dossier | None, selection: Selection) -> None:
        """Show the cases of another selection, or the same ones anew."""
        self.beginResetModel()
        self._dossier, self._selection = dossier, replace(selection, leads=True)
        self._pages.clear()
        self._looked_up = dossier.searched(self._selection) if dossier else self._selection
        self._count = dossier.count(self._looked_up) if dossier else 0
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what may have changed in place: decisions."""
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(COLUMNS) - 1))

    def case(self, row: int) -> Case | None:
        """Return the case of a row, None where there is none."""
        if self._dossier is None or not 0 <= row < self._count:
            return None
        number = row // PAGE
        if number not in self._pages:
            self._pages[number] = self._dossier.cases(self._looked_up, offset=number * PAGE, limit=PAGE)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page = self._pages[number]
        return page[row % PAGE] if row % PAGE < len(page) else None

    def row_of(self, finding: str, most: int = 5000) -> int:
        """Return the row of a finding among the first ones, -1 where it is not there."""
        for row in range(min(self._count, most)):
            case = self.case(row)
            if case is not None and case.finding.id == finding:
                return row
        return -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many cases there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words over a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or section >= len(COLUMNS):
            return None
        return {
            "status": self.tr("Status"),
            "figure": self.tr("Figure"),
            "reported": self.tr("Reported"),
            "languages": self.tr("Languages"),
            "gap": self.tr("Gap"),
            "confidence": self.tr("Confidence"),
            "review": self.tr("Review"),
        }[COLUMNS[section]]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the case (`CASE`)."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, CASE}:
            return None
        case = self.case(index.row())
        if case is None or role == CASE:
            return case
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (explain(case.finding), witnesses(case))))
        return cell(case, column)


def cell(case: Case, column: str) -> str:
    """Return the words of one cell of the table."""
    finding = case.finding
    match = finding.match
    if column == "status":
        return word(status_of(finding.relation))
    if column == "figure":
        return describe(match.a)
    if column == "reported":
        return "  ·  ".join(reported(case))
    if column == "languages":
        return " · ".join(language_name(document.language) for document in (case.a, case.b))
    if column == "gap":
        return "–" if finding.gap is None else percent(finding.gap)
    if column == "confidence":
        return percent(match.score)
    return verdict_word(case.verdict)


def reported(case: Case) -> tuple[str, str]:
    """Return the two figures as written, each in its own direction."""
    match = case.finding.match
    a, b = (isolate(d.quote(c.span), d.language) for c, d in ((match.a, case.a), (match.b, case.b)))
    return a, b


def witnesses(case: Case) -> str:
    """Return how many further sources are against one of a case's two figures, "" where there is none."""
    return QCoreApplication.translate("CaseTable", "%n further source(s)", "", case.further) if case.further else ""
