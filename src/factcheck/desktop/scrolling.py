"""Room for what does not fit: a page or a dialog scrolls where the window is small or its words are large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Shows a widget as large as the room there is, or as small as the widget can be, and scrolls then."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidget(widget)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and is scrolled into view

    def sizeHint(self) -> QSize:
        """Return the room of what is in it."""
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return little: it scrolls."""
        return QSize(120, 80)
