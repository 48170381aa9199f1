"""The overview ruler beside the reader's scroll bar: where in the article its figures stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from factcheck.desktop.numbers import count
from factcheck.desktop.status import Status, word

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from factcheck.desktop.marks import Mark
    from factcheck.desktop.reader import ArticleReader
    from factcheck.desktop.theme import Look

WIDTH = 16
MANY = 400  # figures from which their places are told by the text alone, without its layout


class OverviewRuler(QWidget):
    """Draws a tick a figure, the gravest on top; a click asks for the figure nearest to it."""

    wanted = Signal(object)  # Mark

    def __init__(self, look: Look, reader: ArticleReader) -> None:
        super().__init__()
        self._look, self._reader = look, reader
        self._places: list[tuple[float, Mark]] = []
        self._of: object = None
        self._picture = QPixmap()
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        reader.scrolled.connect(self.update)
        reader.document().documentLayout().documentSizeChanged.connect(self._laid_out)
        reader.marked.connect(self._forget)
        look.changed.connect(self._forget)

    def places(self) -> list[tuple[float, Mark]]:
        """Return where each figure stands, 0 to 1 down the article."""
        marks, document = self._reader.marks, self._reader.document_shown
        many = len(marks) > MANY
        of = (marks, None if many else self._reader.document().size().height())
        if of != self._of:
            marks = tuple(m for m in marks if not m.faint)
            if document and many:
                self._places = [(m.claim.span.start / len(document.text), m) for m in marks]
            else:
                self._places = [(self._reader.fraction(m.claim.span), m) for m in marks]
            self._picture = QPixmap()
            self._of = of
            counts = {s: sum(m.status is s for _, m in self._places) for s in Status}
            self.setToolTip(" · ".join(f"{word(s)} {count(n)}" for s, n in counts.items() if n))
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
            painter.drawPixmap(0, 0, self._ticks())

    def _ticks(self) -> QPixmap:
        """Return the ticks as a picture: drawn once, not at every step of scrolling."""
        places, size = self.places(), self.size() * self.devicePixelRatioF()
        if self._picture.size() == size:
            return self._picture
        self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.fill(Qt.GlobalColor.transparent)
        order = list(Status)
        rows: dict[int, Status] = {}  # of ticks at the same height the gravest is seen
        for place, mark in places:
            row = round(place * self.height())
            rows[row] = min(rows.get(row, mark.status), mark.status, key=order.index)
        with QPainter(self._picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for row, status in sorted(rows.items(), key=lambda each: -order.index(each[1])):
                painter.setBrush(self._look.theme.status[status].colour)
                thick, inset = (2.0, 5) if status is Status.SINGLE else (3.5, 3)
                painter.drawRoundedRect(QRectF(inset, row, WIDTH - 2 * inset, thick), 1, 1)
        return self._picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the nearest figure, or scroll where there is none."""
        at = QPointF(event.position()).y() / max(self.height(), 1)
        nearest = min(self.places(), key=lambda each: abs(each[0] - at), default=None)
        if nearest and abs(nearest[0] - at) * self.height() < 12:
            self.wanted.emit(nearest[1])
        else:
            bar = self._reader.verticalScrollBar()
            bar.setValue(round(at * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _laid_out(self) -> None:
        if len(self._reader.marks) <= MANY:
            self._forget()

    def _forget(self) -> None:
        self._of = None
        self.update()
