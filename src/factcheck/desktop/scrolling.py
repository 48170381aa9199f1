"""Room for what does not fit: a page or a dialog scrolls where the window is small or its words are large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from factcheck.desktop.measures import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Scrolled(QScrollArea):
    """Shows a widget as large as the room there is, or as small as the widget can be, and scrolls then.

    Qt's own resizing would give what is in it the height it likes best, not the least.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._inner = widget
        self.setWidget(widget)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled into view

    def sizeHint(self) -> QSize:
        """Return the width of what is in it, and little height: it scrolls."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inner.minimumSizeHint().width() + bar, px(120))

    def minimumSizeHint(self) -> QSize:
        """Return little."""
        return QSize(px(80), px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the widget its room."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget when it needs more or less room."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inner:
            self._fit()
        return handled

    def _fit(self) -> None:
        whole = self.maximumViewportSize()  # the room without bars: one that shows would keep itself needed
        wanted = self._wanted(whole)
        if wanted != whole:
            wanted = self._wanted(self.viewport().size())
        self._inner.resize(wanted)

    def _wanted(self, room: QSize) -> QSize:
        """Return a room, or as much more as the widget needs."""
        widget, layout = self._inner, self._inner.layout()
        wide = max(room.width(), widget.minimumSizeHint().width())
        if layout is not None and layout.hasHeightForWidth():
            least = layout.totalMinimumHeightForWidth(wide)
        else:
            least = widget.minimumSizeHint().height()
        return QSize(wide, max(room.height(), least))
