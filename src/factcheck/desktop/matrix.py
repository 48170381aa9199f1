"""Languages by languages: how many findings lie between each two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts, numbers, picture_saving
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from factcheck.desktop.theme import Look

TOP = 26  # height of the languages' tags, as designed


class LanguageMatrix(QWidget):
    """A field a pair of languages, the darker the more; a click asks for the findings of that pair."""

    wanted = Signal(object)  # frozenset of tags, empty for all

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._counts: dict[frozenset[str], int] = {}
        self._languages: list[str] = []
        self._chosen: frozenset[str] = frozenset()
        self._at = (0, 0)
        self._labels = 0.0  # width of the languages' names
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        picture_saving.offer(self, self._paint, lambda: look.theme.surface)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Findings by languages"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_counts(self, counts: Mapping[frozenset[str], int]) -> None:
        """Show other counts, by the one or two languages of a pair."""
        self._counts = dict(counts)
        self._languages = sorted({tag for pair in counts for tag in pair}, key=language_name)
        metrics = QFontMetricsF(fonts.interface(8.5))
        self._labels = max((metrics.horizontalAdvance(language_name(tag)) for tag in self._languages), default=0.0) + 2
        told = [
            f"{' – '.join(sorted(map(language_name, pair)))}: {numbers.count(count)}"
            for pair, count in self._counts.items()
        ]
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def show_chosen(self, languages: frozenset[str]) -> None:
        """Show which pair is selected."""
        self._chosen = languages
        self.update()

    def sizeHint(self) -> QSize:
        """Return a moderate room."""
        return QSize(px(260), px(190))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(px(180), px(120))

    def field(self, row: int, column: int) -> QRectF:
        """Return where a pair's field is."""
        count = max(len(self._languages), 1)
        left, top = self._labels + 8, px(TOP)
        width = min((self.width() - left - 2) / count, px(66))
        height = min((self.height() - top) / count, px(34))
        return QRectF(left + column * width, top + row * height, width, height).adjusted(1.5, 1.5, -1.5, -1.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names and fields."""
        del event
        if not self._languages:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # so does the key: EN, FR ...
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._look.theme
        colours = theme.status[Status.CONFLICT]
        most = max(self._counts.values(), default=1)
        for row, first in enumerate(self._languages):
            side, head = self.field(row, 0), self.field(0, row)
            painter.setFont(fonts.interface(8.5))
            painter.setPen(theme.muted)
            painter.drawText(QRectF(0, side.top(), self._labels, side.height()), _LEFT, language_name(first))
            painter.drawText(QRectF(head.left(), 2, head.width(), px(TOP) - 4), _CENTRE, first.upper())
            for column, second in enumerate(self._languages[: row + 1]):
                pair = frozenset({first, second})
                count = self._counts.get(pair, 0)
                strong = count / most > 0.5
                ground = colours.colour if strong else colours.soft if count else theme.raised
                chosen = bool(self._chosen) and pair == self._chosen
                at = self.hasFocus() and (row, column) == self._at
                painter.setPen(QPen(theme.accent if at or chosen else theme.border, 2 if at or chosen else 0.8))
                painter.setBrush(ground)
                area = self.field(row, column)
                painter.drawRoundedRect(area, 4, 4)
                if count:
                    painter.setPen(colours.on if strong else colours.text)
                    painter.setFont(fonts.interface(9, bold=True))
                    painter.drawText(area, _CENTRE, numbers.count(count))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the pair that was clicked; a second time for all."""
        place = QPointF(event.position())
        for row in range(len(self._languages)):
            for column in range(row + 1):
                if self.field(row, column).contains(place):
                    self._at = (row, column)
                    self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the fields by arrows, ask by Space."""
        row, column = self._at
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        if event.key() in steps and self._languages:
            down, right = steps[Qt.Key(event.key())]
            row = min(max(row + down, 0), len(self._languages) - 1)
            self._at = (row, min(max(column + right, 0), row))
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        row, column = self._at
        if row < len(self._languages):
            pair = frozenset({self._languages[row], self._languages[column]})
            self.wanted.emit(frozenset() if pair == self._chosen else pair)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
