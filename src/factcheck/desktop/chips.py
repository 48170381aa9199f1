"""Chips: short facts in a rounded field; a filter chip can be switched on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.desktop import fonts, icons, numbers
from factcheck.desktop.geometry import mirrored
from factcheck.desktop.measures import px

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from factcheck.desktop.status import Status
    from factcheck.desktop.theme import Look


def chip_height() -> float:
    """Return how high `paint_chip` draws a chip."""
    return float(px(22))


def chip_font(*, bold: bool = False) -> QFont:
    """Return the font of chips."""
    return fonts.interface(8.5, bold=bold)


def chip_width(text: str, icon: str = "", *, bold: bool = False) -> float:
    """Return how wide `paint_chip` draws a chip."""
    return QFontMetricsF(chip_font(bold=bold)).horizontalAdvance(text) + px(35 if icon else 18)


def paint_chip(
    painter: QPainter,
    left: float,
    top: float,
    text: str,
    colours: tuple[QColor, QColor],
    icon: str = "",
) -> float:
    """Draw a chip at a place, in (ground, words), and return its width."""
    ground, words = colours
    bold, height = bool(icon), chip_height()
    width = chip_width(text, icon, bold=bold)
    area = QRectF(left, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, height / 2, height / 2)
    right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if icon:
        size = px(13)
        at = area.right() - px(9) - size if right else left + px(9)
        icons.paint(painter, icon, QRectF(at, top + (height - size) / 2, size, size), words)
    painter.setPen(words)
    painter.setFont(chip_font(bold=bold))
    before = px(26 if icon else 9)
    inner = area.adjusted(0, 0, -before, 0) if right else area.adjusted(before, 0, 0, 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    return width


class StatusChip(QWidget):
    """Shows a status: icon, word and colour."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._status: Status | None = None
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_status(self, status: Status | None, text: str) -> None:
        """Show a status with its word; None is a plain chip."""
        self._status, self._text = status, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon and word."""
        icon = self._status or ""
        return QSize(round(chip_width(self._text, icon, bold=bool(icon))) + 1, round(chip_height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        del event
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._status:
                colours = theme.status[self._status]
                paint_chip(painter, 0, 0, self._text, (colours.soft, colours.text), self._status)
            elif self._text:
                single = theme.status["single"]  # type: ignore[index]
                paint_chip(painter, 0, 0, self._text, (single.soft, single.text))


class FilterChip(QAbstractButton):
    """A switch with an icon, a word and a count."""

    def __init__(self, look: Look, text: str, icon: str = "", status: Status | None = None) -> None:
        super().__init__()
        self._look, self._icon, self._status, self._count = look, icon, status, 0
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)
        look.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(f"{self.text()}: {numbers.count(count)}")
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """Return the count shown."""
        return self._count

    def sizeHint(self) -> QSize:
        """Return the room of icon, word and count."""
        words = QFontMetricsF(fonts.interface(9.25, bold=True)).horizontalAdvance(
            f"{self.text()}  {numbers.count(self._count)}"
        )
        return QSize(round(words) + px(44 if self._icon else 26), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the switch; on is filled, in focus has a ring."""
        del event
        theme = self._look.theme
        colours = theme.status[self._status] if self._status else None
        on, strong = self.isChecked(), colours.colour if colours else theme.accent
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            soft = colours.soft if colours else theme.accent_soft
            painter.setBrush(soft if on else theme.raised if self.underMouse() else theme.surface)
            edge = strong if on or self.hasFocus() else theme.border
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            left = float(px(12))
            words = colours.text if colours else theme.text if on else theme.muted
            if self._icon:
                icons.paint(
                    painter,
                    self._icon,
                    self._placed(QRectF(left - 1, (self.height() - px(14)) / 2, px(14), px(14))),
                    words,
                )
                left += px(19)
            painter.setPen(theme.text)
            font = fonts.interface(9.25, bold=on)
            painter.setFont(font)
            painter.drawText(self._placed(QRectF(left, 0, self.width() - left, self.height())), _MIDDLE, self.text())
            left += QFontMetricsF(font).horizontalAdvance(self.text() + "  ")
            painter.setPen(words)
            painter.setFont(fonts.interface(9.25, bold=True))
            count = self._placed(QRectF(left, 0, self.width() - left, self.height()))
            painter.drawText(count, _MIDDLE, numbers.count(self._count))

    def _placed(self, area: QRectF) -> QRectF:
        return mirrored(area, self.width()) if self.isRightToLeft() else area


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
