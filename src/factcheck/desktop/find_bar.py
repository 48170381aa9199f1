"""Find in the article that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from factcheck.desktop import icons
from factcheck.desktop.measures import px
from factcheck.desktop.numbers import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.theme import Look
    from factcheck.model import Span


class FindBar(QFrame):
    """A field, the count of what it found, and the way through."""

    asked = Signal(object)  # str
    moved = Signal(object, object)  # hits, number of the one to show

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("findbar")
        self._look = look
        self._hits: tuple[Span, ...] = ()
        self._at = -1
        self.field, self._count = QLineEdit(), QLabel()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setMaximumWidth(px(320))
        self.field.installEventFilter(self)
        self._count.setObjectName("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.addWidget(self.field, 2)
        row.addWidget(self._count)
        self._buttons: list[tuple[str, QToolButton]] = []
        for icon, words, act in (
            ("up", self.tr("Previous place"), lambda: self.step(-1)),
            ("down", self.tr("Next place"), lambda: self.step(1)),
            ("close", self.tr("Close"), self.clear),
        ):
            button = QToolButton()
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(act)
            self._buttons.append((icon, button))
            row.addWidget(button)
        row.addStretch(1)
        self.field.textChanged.connect(self.asked.emit)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def open(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def clear(self) -> None:
        """Hide the bar and forget what was found."""
        self.field.clear()
        self.hide()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Show what was found, and go to the first place."""
        self._hits = tuple(hits)
        self._at = 0 if hits else -1
        self._tell()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._tell()

    @property
    def count(self) -> str:
        """Return the words that tell how many places were found."""
        return self._count.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on and Escape close."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        none = self.tr("Not found") if self.field.text().strip() else ""
        place = self.tr("{0} of {1}").format(count(self._at + 1), count(len(self._hits)))
        self._count.setText(place if self._hits else none)
        self.moved.emit(self._hits, self._at)

    def _draw(self) -> None:
        for icon, button in self._buttons:
            button.setIcon(icons.icon(icon, self._look.theme.text, 16))
