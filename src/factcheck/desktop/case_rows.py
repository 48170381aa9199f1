"""Draws the cells of the table of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.desktop import fonts, icons
from factcheck.desktop.case_table import CASE, COLUMNS, cell, reported, witnesses
from factcheck.desktop.chips import chip_height, chip_width, paint_chip
from factcheck.desktop.measures import px
from factcheck.desktop.plain_words import why
from factcheck.desktop.status import Status, status_of, verdict_icon
from factcheck.model import Verdict

if TYPE_CHECKING:
    from factcheck.desktop.theme import Look
    from factcheck.model import Case

ROW_HEIGHT = 54  # as designed
_VERDICT = {Verdict.CONFIRMED: Status.CONFLICT, Verdict.LATER: Status.CHECK}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)


class CaseCell(QStyledItemDelegate):
    """One delegate for all columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the same height for all rows."""
        del option, index
        return QSize(100, px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        case: Case | None = index.data(CASE)
        theme = self._look.theme
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.accent_soft)
        painter.setPen(theme.border)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if case is not None:
            painter.setClipRect(area)
            right = option.direction == Qt.LayoutDirection.RightToLeft
            painter.setLayoutDirection(option.direction)
            inner = area.adjusted(8, 0, -10, -1) if right else area.adjusted(10, 0, -8, -1)
            self._paint_cell(painter, case, COLUMNS[index.column()], inner, right=right)
        painter.restore()

    def _paint_cell(self, painter: QPainter, case: Case, column: str, area: QRectF, *, right: bool) -> None:
        theme = self._look.theme
        text = cell(case, column)
        dim = case.verdict is Verdict.DISMISSED
        if column == "status":
            status = status_of(case.finding.relation)
            colours = theme.status[status]
            paint_chip(
                painter,
                area.right() - chip_width(text, status, bold=True) if right else area.left(),
                area.center().y() - chip_height() / 2,
                text,
                (colours.soft, colours.text),
                status,
            )
        elif column == "figure":
            top = QRectF(area.left(), area.top() + px(7), area.width(), px(21))
            self._line(painter, top, text, theme.muted if dim else theme.text, bold=True)
            under = QRectF(area.left(), area.top() + px(27), area.width(), px(19))
            self._line(painter, under, why(case.finding), theme.muted, size=8.5)
        elif column in {"gap", "confidence"}:
            share = case.finding.gap if column == "gap" else case.finding.match.score
            colour = theme.status[status_of(case.finding.relation)].colour if column == "gap" else theme.accent
            self._meter(painter, area, share, (text, colour), right=right)
        elif column == "review":
            colour = theme.status[_VERDICT[case.verdict]].text if case.verdict in _VERDICT else theme.muted
            size = px(16)
            edge = area.right() - size if right else area.left()
            icons.paint(
                painter, verdict_icon(case.verdict), QRectF(edge, area.center().y() - size / 2, size, size), colour
            )
            words = area.adjusted(0, 0, -size - 7, 0) if right else area.adjusted(size + 7, 0, 0, 0)
            self._line(painter, words, text, colour, bold=case.verdict is not Verdict.OPEN)
        elif column == "languages" and case.further:
            self._line(painter, area.translated(0, -px(9)), text, theme.muted if dim else theme.text, size=9.25)
            self._line(painter, area.translated(0, px(9)), witnesses(case), theme.muted, size=8.5)
        elif column == "reported":
            self._figures(painter, case, area, theme.muted if dim else theme.text)
        else:
            self._line(painter, area, text, theme.muted if dim else theme.text, size=9.25)

    def _figures(self, painter: QPainter, case: Case, area: QRectF, colour: QColor) -> None:
        """Draw the two figures in one line, one below the other where that does not hold them."""
        font = fonts.interface(10.0, bold=True)
        lines = [cell(case, "reported")]
        if QFontMetricsF(font).horizontalAdvance(lines[0]) > area.width():
            lines = list(reported(case))
        for down, text in zip((-px(9), px(9)) if len(lines) > 1 else (0,), lines, strict=True):
            self._line(painter, area.translated(0, down), text, colour, size=10.0, bold=True)

    def _line(
        self, painter: QPainter, area: QRectF, text: str, colour: QColor, *, size: float = 9.5, bold: bool = False
    ) -> None:
        font = fonts.interface(size, bold=bold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, _LEFT, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

    def _meter(
        self, painter: QPainter, area: QRectF, share: float | None, told: tuple[str, QColor], *, right: bool
    ) -> None:
        theme, (text, colour) = self._look.theme, told
        self._line(painter, area.adjusted(0, 0, 0, -px(8)), text, theme.text, size=9.25)
        if share is None:
            return
        bar = QRectF(area.left(), area.center().y() + px(10), min(area.width(), px(62)), px(4))
        if right:
            bar.moveRight(area.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.border)
        painter.drawRoundedRect(bar, 2, 2)
        filled = max(bar.width() * min(share, 1.0), 3.0)
        bar.setLeft(bar.right() - filled) if right else bar.setWidth(filled)
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QPen())
