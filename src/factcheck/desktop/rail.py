"""The rail at the window's leading edge: one button a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import fonts, icons
from factcheck.desktop.measures import px
from factcheck.desktop.numbers import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from factcheck.desktop.theme import Look

WIDTH, HEIGHT, FOLDED = 102, 62, 44  # of the rail, of a button, and of one without its name, as designed
SPACING, EDGE = 6, 12  # between the buttons, above and below them


class RailButton(QAbstractButton):
    """Triggers an action; shows its icon, its short name and, for pages, whether one is there."""

    def __init__(self, look: Look, action: QAction, icon: str) -> None:
        super().__init__()
        self._look, self._action, self._icon, self._badge, self._folded = look, action, icon, 0, False
        self.setText(action.iconText())
        self.setCheckable(action.isCheckable())
        self.setAccessibleName(action.text().replace("&", ""))
        self.setToolTip(action.toolTip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        look.changed.connect(self.update)
        self._follow()

    def set_badge(self, count: int) -> None:
        """Show a small count; 0 shows none."""
        self._badge = count
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, or with its name."""
        self._folded = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of icon and name."""
        if self._folded:
            return QSize(px(FOLDED), px(FOLDED))
        name = QFontMetricsF(fonts.interface(8.25, bold=True)).horizontalAdvance(self.text())
        return QSize(max(px(WIDTH) - 14, round(name) + 8), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button."""
        del event
        theme, on = self._look.theme, self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(theme.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            ground = theme.accent_soft if on else theme.raised if self.underMouse() else theme.surface
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 9, 9)
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.accent)
                edge = area.right() - 3 if self.isRightToLeft() else area.left()
                painter.drawRoundedRect(QRectF(edge, area.center().y() - px(13), 3, px(26)), 1.5, 1.5)
            colour = (theme.accent if on else theme.text) if self.isEnabled() else theme.muted
            size = px(22)
            top = (self.height() - size) / 2 if self._folded else px(10)
            icons.paint(painter, self._icon, QRectF(area.center().x() - size / 2, top, size, size), colour)
            if not self._folded:
                painter.setPen(theme.text if on else theme.muted)
                painter.setFont(fonts.interface(8.25, bold=on))
                name = QRectF(0, px(35), self.width(), px(20))
                painter.drawText(name, int(Qt.AlignmentFlag.AlignCenter), self.text())
            if self._badge:
                self._paint_badge(painter, area)

    def _paint_badge(self, painter: QPainter, area: QRectF) -> None:
        colours = self._look.theme.status["conflict"]  # type: ignore[index]
        text = count(self._badge) if self._badge < 100 else f"{count(99)}+"
        width = px(11 + 7 * len(text))
        box = QRectF(min(area.center().x() + px(4), area.right() - width), px(4), width, px(17))
        painter.setPen(QPen(self._look.theme.surface, 1.5))
        painter.setBrush(colours.colour)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(colours.on)
        painter.setFont(fonts.interface(7.5, bold=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _follow(self) -> None:
        self.setChecked(self._action.isChecked())
        self.setEnabled(self._action.isEnabled())


class Rail(QWidget):
    """The buttons, pages above, the others below."""

    def __init__(self, look: Look, pages: Mapping[str, QAction], others: Mapping[str, QAction]) -> None:
        """Both map the name of an icon to its action."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = {name: RailButton(look, action, name) for name, action in {**pages, **others}.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(7, EDGE, 7, EDGE)
        column.setSpacing(SPACING)
        for name in pages:
            column.addWidget(self.buttons[name])
        column.addStretch()
        for name in others:
            column.addWidget(self.buttons[name])
        self._folded = False
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return the room of the buttons without their names."""
        return QSize(px(FOLDED) + 14, len(self.buttons) * (px(FOLDED) + SPACING) + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names out where they do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        folded = 0 < self.height() < len(self.buttons) * (px(HEIGHT) + SPACING) + 2 * EDGE
        if folded != self._folded:
            self._folded = folded
            for button in self.buttons.values():
                button.set_folded(folded)
        self.setFixedWidth(max(button.sizeHint().width() for button in self.buttons.values()) + 14)
