"""Figures in a reader as things to take hold of: a menu of their own, and drag and drop of one onto another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from factcheck.desktop.reader import ArticleReader
    from factcheck.model import Claim

MIME = "application/x-factcheck-figure"  # data: the claim's id


class FigureHandling(QObject):
    """Watches one reader."""

    menu_wanted = Signal(object, object)  # Claim, QPoint on the screen
    dropped = Signal(object, object, object)  # the id of the claim that is dropped, the Claim below it, QPoint

    def __init__(self, reader: ArticleReader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._pressed: tuple[Claim, QPoint] | None = None
        viewport = reader.viewport()
        viewport.setAcceptDrops(True)
        viewport.installEventFilter(self)
        reader.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is done to a figure; leave the rest, files that are dropped too."""
        if isinstance(event, QDropEvent):  # drag events are its kind
            return self._dragged(event)
        if isinstance(event, QContextMenuEvent):
            return self._menu(event, in_text=watched is self._reader.viewport())
        if isinstance(event, QMouseEvent) and watched is self._reader.viewport():
            return self._mouse(event)
        return False

    def _menu(self, event: QContextMenuEvent, *, in_text: bool) -> bool:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            mark = self._reader.mark_at(event.pos()) if in_text else None
            where = event.globalPos()
        else:
            focus = self._reader.focus_span
            mark = next((each for each in self._reader.marks if each.claim.span == focus), None)
            boxes = self._reader.boxes(focus) if focus else []
            where = self._reader.viewport().mapToGlobal(boxes[-1].bottomLeft().toPoint() if boxes else QPoint())
        if mark is not None:
            self.menu_wanted.emit(mark.claim, where)
        return mark is not None

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            mark = self._reader.mark_at(at) if event.button() == Qt.MouseButton.LeftButton else None
            self._pressed = (mark.claim, at) if mark else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            claim, start = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                drag = QDrag(self._reader)
                drag.setMimeData(carried(claim))
                drag.exec(Qt.DropAction.LinkAction)
            return True
        return False

    def _dragged(self, event: QDropEvent) -> bool:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()  # the window takes files
            return True
        name = bytes(event.mimeData().data(MIME).data()).decode()
        at = event.position().toPoint()
        mark = self._reader.mark_at(at)
        if isinstance(event, QDragMoveEvent):
            event.accept()
            if event.type() == QEvent.Type.DragMove and (mark is None or mark.claim.id == name):
                event.ignore()
        elif event.type() == QEvent.Type.Drop and mark is not None and mark.claim.id != name:
            event.acceptProposedAction()
            self.dropped.emit(name, mark.claim, self._reader.viewport().mapToGlobal(at))
        return True


def carried(claim: Claim) -> QMimeData:
    """Return what is carried when a figure is dragged."""
    data = QMimeData()
    data.setData(MIME, QByteArray(claim.id.encode()))
    return data
