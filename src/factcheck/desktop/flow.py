"""A row that goes on below where it has no more room: chips, buttons and short facts in windows of any width."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays its items out in lines from the window's leading edge, or each line in the middle (`centred`)."""

    def __init__(self, spacing: int = 8, *, centred: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item: Qt calls this."""
        self._items.append(item)

    def addLayout(self, layout: QLayout) -> None:
        """Take a row that stays together."""
        self.addChildLayout(layout)
        self.addItem(layout)

    def insertWidget(self, at: int, widget: QWidget) -> None:
        """Put a widget among those that are there."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that it is the higher the narrower it gets."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        lines = self._lines(width)
        return sum(self._height(line) for line in lines) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """Return the room of all items in one line."""
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the room of the widest item: there can be a line for each."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, area: QRect) -> None:
        """Place all items."""
        super().setGeometry(area)
        parent = self.parentWidget()
        right = parent is not None and parent.isRightToLeft()
        top = area.top()
        for line in self._lines(area.width()):
            height = self._height(line)
            wide = sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)
            at = max((area.width() - wide) // 2, 0) if self._centred else 0
            for item in line:
                size = QSize(min(item.sizeHint().width(), area.width()), item.sizeHint().height())
                left = area.right() + 1 - at - size.width() if right else area.left() + at
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                at += size.width() + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += wide + self.spacing()
        return lines

    def _height(self, line: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in line)
