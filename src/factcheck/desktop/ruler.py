"""The overview ruler beside the reader's scroll bar: where in the article its figures stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from factcheck.desktop.status import Status, word

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from factcheck.desktop.marks import Mark
    from factcheck.desktop.reader import ArticleReader
    from factcheck.desktop.theme import Look

WIDTH = 16


class OverviewRuler(QWidget):
    """Draws a tick a figure, the gravest on top; a click asks for the figure nearest to it."""

    wanted = Signal(object)  # Mark

    def __init__(self, look: Look, reader: ArticleReader) -> None:
        super().__init__()
        self._look, self._reader = look, reader
        self._places: list[tuple[float, Mark]] = []
        self._of: object = None
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        reader.scrolled.connect(self.update)
        reader.document().documentLayout().documentSizeChanged.connect(self._forget)
        look.changed.connect(self.update)

    def places(self) -> list[tuple[float, Mark]]:
        """Return where each figure stands, 0 to 1 down the article."""
        of = (self._reader.marks, self._reader.document().size().height())
        if of != self._of:
            self._places = [(self._reader.fraction(m.claim.span), m) for m in self._reader.marks if not m.faint]
            self._of = of
            counts = {s: sum(m.status is s for _, m in self._places) for s in Status}
            self.setToolTip(" · ".join(f"{word(s)} {n}" for s, n in counts.items() if n))
        return self._places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the part in view, then the ticks."""
        del event
        theme, bar = self._look.theme, self._reader.verticalScrollBar()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            total = bar.maximum() + bar.pageStep()
            if bar.maximum():
                painter.setBrush(theme.accent_soft)
                top, high = bar.value() / total * self.height(), bar.pageStep() / total * self.height()
                painter.drawRoundedRect(QRectF(2, top, WIDTH - 4, high), 3, 3)
            order = list(Status)
            for place, mark in sorted(self.places(), key=lambda each: -order.index(each[1].status)):
                painter.setBrush(theme.status[mark.status].colour)
                thick = 2.0 if mark.status is Status.SINGLE else 3.5
                inset = 5 if mark.status is Status.SINGLE else 3
                painter.drawRoundedRect(QRectF(inset, place * self.height(), WIDTH - 2 * inset, thick), 1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the nearest figure, or scroll where there is none."""
        at = QPointF(event.position()).y() / max(self.height(), 1)
        nearest = min(self.places(), key=lambda each: abs(each[0] - at), default=None)
        if nearest and abs(nearest[0] - at) * self.height() < 12:
            self.wanted.emit(nearest[1])
        else:
            bar = self._reader.verticalScrollBar()
            bar.setValue(round(at * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _forget(self) -> None:
        self._of = None
        self.update()
