"""When which source reported what: one figure's sources in the order of their articles' days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts, icons, numbers, picture_saving
from factcheck.desktop.isolates import isolate
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_name
from factcheck.desktop.plain_words import value
from factcheck.desktop.translation import interface

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from factcheck.desktop.sightings import Sighting
    from factcheck.desktop.theme import Look

ROW, AXIS = 26, 24  # heights of a row and of the axis, as designed


class Timeline(QWidget):
    """A row a source, the first first; the axis runs from left to right in every language."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: list[tuple[date, Sighting]] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        picture_saving.offer(self, self._draw, lambda: look.theme.surface)
        look.changed.connect(self.update)

    def show_sources(self, found: Sequence[Sighting]) -> None:
        """Show other sources; those without a day are left out."""
        dated = [(each.document.published, each) for each in found if each.document.published]
        self._found = sorted(dated, key=lambda pair: (pair[0], pair[1].claim.id))
        told = "; ".join(f"{day}: {value(each.claim)}, {source_name(each.document)}" for day, each in self._found)
        self.setAccessibleDescription(told)
        self.setToolTip(told.replace("; ", "\n"))
        self.updateGeometry()
        self.update()

    @property
    def tells(self) -> bool:
        """Return whether there is an order to show: two sources, at least, with a day."""
        return len(self._found) > 1

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(px(220), px(len(self._found) * ROW + AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._draw(painter)
            if self.hasFocus():
                painter.setPen(QPen(self._look.theme.accent, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _draw(self, painter: QPainter) -> None:
        if not self._found:
            return
        theme, small = self._look.theme, fonts.interface(8.25)
        metrics = QFontMetricsF(small)
        names = [language_name(each.document.language) for _, each in self._found]
        labels = max(metrics.horizontalAdvance(name) for name in names) + 12
        values = max(metrics.horizontalAdvance(_said(each)) for _, each in self._found) + 26
        left, right = labels + 8, max(self.width() - min(values, self.width() * 0.4), labels + 60)
        height = min((self.height() - px(AXIS)) / len(self._found), px(ROW * 1.6))
        bottom = height * len(self._found)
        first, last = self._found[0][0], self._found[-1][0]
        days = max((last - first).days, 1)
        painter.setFont(small)
        painter.setPen(QPen(theme.strong_border, 1))
        painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        painter.setPen(theme.muted)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        wide = metrics.horizontalAdvance(numbers.day(first))
        painter.drawText(QRectF(left, bottom + 3, wide + 4, px(18)), middle, numbers.day(first))
        if last > first and right - left > 2 * wide + 12:
            painter.drawText(QRectF(right - wide, bottom + 3, wide + 4, px(18)), middle, numbers.day(last))
        for number, ((day, each), name) in enumerate(zip(self._found, names, strict=True)):
            y = (number + 0.5) * height
            x = left + (right - left) * (day - first).days / days
            colours = theme.status[each.status]
            painter.setPen(QPen(theme.border, 1))
            painter.drawLine(QPointF(x, y), QPointF(x, bottom))
            painter.setPen(theme.muted)
            painter.drawText(QRectF(4, y - height / 2, labels, height), middle, name)
            icons.paint(painter, each.status, QRectF(x - px(8), y - px(8), px(16), px(16)), colours.colour)
            painter.setPen(colours.text)
            text = QFontMetricsF(small).elidedText(_said(each), Qt.TextElideMode.ElideRight, self.width() - x - px(14))
            painter.drawText(QRectF(x + px(12), y - height / 2, self.width() - x - px(12), height), middle, text)


def _said(each: Sighting) -> str:
    """Return what a source reports, in the order of the window's words also where the axis runs the other way."""
    return isolate(value(each.claim), interface())
