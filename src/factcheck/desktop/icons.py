"""Vector icons: `resources/icons/*.svg`, drawn in any colour and size, never mirrored."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from factcheck.desktop.measures import px
from factcheck.resources import resource


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Draw an icon into an area."""
    _renderer(name, colour.name()).render(painter, area)


def picture(name: str, colour: QColor, size: int = 20, ratio: float = 2.0) -> QPixmap:
    """Return an icon as a picture of so many pixels as designed, both ways, as large as the words beside it."""
    size = px(size)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint(painter, name, QRectF(0, 0, size, size), colour)
    return pixmap


def icon(name: str, colour: QColor, size: int = 20, disabled: QColor | None = None) -> QIcon:
    """Return an icon for a button or an action."""
    made = QIcon(picture(name, colour, size))
    if disabled is not None:
        made.addPixmap(picture(name, disabled, size), QIcon.Mode.Disabled)
    return made
