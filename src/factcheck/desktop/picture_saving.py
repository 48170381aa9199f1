"""Drawings as files: the dot strip and the matrix are saved as SVG or PNG, in the colours that are shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable

SHARP = 3  # pixels of a PNG to one of the screen


def save(widget: QWidget, draw: Callable[[QPainter], None], ground: QColor, file: Path) -> None:
    """Write what a widget draws: SVG by the file's ending, else PNG. Raises ExportError."""
    area = QRectF(widget.rect())
    if file.suffix.lower() == ".svg":
        drawing = QSvgGenerator()
        drawing.setFileName(str(file))
        drawing.setSize(widget.size())
        drawing.setViewBox(area)
        drawing.setTitle(widget.accessibleName())
        drawing.setDescription(widget.accessibleDescription())
        _draw(drawing, draw, ground, area)
        written = file.is_file() and file.stat().st_size > 0
    else:
        image = QImage(widget.size() * SHARP, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SHARP)
        _draw(image, draw, ground, area)
        written = image.save(str(file if file.suffix else file.with_suffix(".png")))
    if not written:
        raise ExportError(f"{file} cannot be written. Choose another place.")


def offer(widget: QWidget, draw: Callable[[QPainter], None], ground: Callable[[], QColor]) -> None:
    """Let a drawing be saved from its own menu, by mouse or by the menu key."""

    def ask() -> None:
        dialog = QFileDialog(widget.window(), words.rstrip("…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(QCoreApplication.translate("PictureSaving", "Pictures (*.svg *.png)"))
        dialog.setDefaultSuffix("svg")
        dialog.selectFile("factcheck.svg")
        dialog.fileSelected.connect(lambda name: save(widget, draw, ground(), Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    words = QCoreApplication.translate("PictureSaving", "Save the picture…")
    action = QAction(words, widget)
    action.triggered.connect(lambda _=False: ask())
    widget.addAction(action)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)


def _draw(device: QSvgGenerator | QImage, draw: Callable[[QPainter], None], ground: QColor, area: QRectF) -> None:
    with QPainter(device) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.fillRect(area, ground)
        draw(painter)
