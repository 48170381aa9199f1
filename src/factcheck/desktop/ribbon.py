"""The ribbon between the two panes of Compare: it joins the two sentences and tells how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from factcheck.desktop import icons

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from factcheck.desktop.compare_pane import ComparePane
    from factcheck.desktop.status import Status
    from factcheck.desktop.theme import Look

WIDTH = 64


class Ribbon(QWidget):
    """Painted from where the sentences stand now; asks which pane is on the left, whatever the language."""

    def __init__(self, look: Look, panes: tuple[ComparePane, ...]) -> None:
        super().__init__()
        self._look, self._panes = look, panes
        self._status: Status | None = None
        self.setFixedWidth(WIDTH)
        for pane in panes:
            pane.reader.scrolled.connect(self.update)
        look.changed.connect(self.update)

    def show_status(self, status: Status | None) -> None:
        """Show how the two sentences stand to each other."""
        self._status = status
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band and the sign in its middle."""
        del event
        first, second = sorted(self._panes, key=lambda pane: pane.mapTo(self.window(), pane.rect().topLeft()).x())
        left, right = first.sentence_area(), second.sentence_area()
        if self._status is None or left is None or right is None:
            return
        a = left.translated(0, first.mapTo(self.window(), first.rect().topLeft()).y() - self._top())
        b = right.translated(0, second.mapTo(self.window(), second.rect().topLeft()).y() - self._top())
        colours = self._look.theme.status[self._status]
        end = float(self.width())
        band = QPainterPath(QPointF(0, a.top()))
        band.cubicTo(QPointF(end / 2, a.top()), QPointF(end / 2, b.top()), QPointF(end, b.top()))
        band.lineTo(QPointF(end, b.bottom()))
        band.cubicTo(QPointF(end / 2, b.bottom()), QPointF(end / 2, a.bottom()), QPointF(0, a.bottom()))
        band.closeSubpath()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colours.colour, 1.2))
            painter.setBrush(colours.soft)
            painter.drawPath(band)
            middle = QPointF(end / 2, (a.top() + a.bottom() + b.top() + b.bottom()) / 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour)
            painter.drawEllipse(middle, 16, 16)
            icons.paint(painter, self._status, QRectF(middle.x() - 11, middle.y() - 11, 22, 22), colours.on)

    def _top(self) -> int:
        return self.mapTo(self.window(), self.rect().topLeft()).y()
