"""PDF: the report on A4, drawn by Qt with the shipped fonts, with a bookmark for each finding and a text to select."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from factcheck import __version__
from factcheck.desktop import fonts, pdf_pieces
from factcheck.desktop.pdf_outline import Bookmark, add_outline
from factcheck.errors import ExportError
from factcheck.export.picture import picture
from factcheck.export.report_words import words

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.export.batch import Batch
    from factcheck.export.report_words import Words

_DOTS = 300  # an inch
_MARGIN = 16.0  # millimetres
_FOOT = 0.28  # inches kept for the page number
_BETWEEN = 0.12  # inches between two pieces
_LOGO_HEIGHT = 0.6  # inches
_LEAST_ROOM = 0.4  # of a page: what is longer than the room left, and than this, may be broken


def write(batch: Batch, part: Path) -> None:
    """Write findings to a file, a page at a time. Raises ExportError where the file cannot be written."""
    application = QGuiApplication.instance() or _application()
    assert application is not None
    say = words(batch.options.language)
    heading = batch.options.heading or say["title"]
    writer = QPdfWriter(str(part))
    writer.setResolution(_DOTS)
    writer.setTitle(heading)
    writer.setCreator(f"factcheck {__version__}")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError(f"{part.name} cannot be written. Choose another place.")
    try:
        pages = _Pages(writer, painter, say)
        if batch.options.logo:
            pages.logo(picture(batch.options.logo).data)
        pages.add(pdf_pieces.head(batch, say))
        bookmarks = []
        for each in batch.entries():
            page, top = pages.add(pdf_pieces.finding(each, batch, say))
            bookmarks.append(Bookmark(pdf_pieces.title(each, say), page, top))
        for listed, piece in pdf_pieces.not_read(batch, say):
            page, top = pages.add(piece)
            if listed:
                bookmarks.append(Bookmark(listed, page, top))
        pages.add(pdf_pieces.foot(say))
        pages.end()
    finally:
        painter.end()
    add_outline(part, bookmarks, say.tag)


def _application() -> QGuiApplication:
    """Return an application that needs no display, for the command line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = QGuiApplication(["factcheck"])
    fonts.load()
    return made


class _Pages:
    """Fills pages with pieces of rich text; a piece is only broken where a page does not hold it."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, say: Words) -> None:
        self._writer, self._painter, self._say, self._right = writer, painter, say, say.right_to_left
        self._width = float(writer.width())
        self._height = writer.height() - _FOOT * _DOTS
        self._page, self._y = 0, 0.0

    def add(self, html: str) -> tuple[int, float]:
        """Draw a piece; return the page it begins on, from 0 on, and how far down, as a share of the page."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self._writer)
        document.setDefaultFont(fonts.printed(9.5))
        document.setDefaultStyleSheet(pdf_pieces.STYLE)
        if self._right:
            option = document.defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            document.setDefaultTextOption(option)
        document.setHtml(html)
        document.setTextWidth(self._width)
        height = document.size().height()
        if height > self._height - self._y and (height <= self._height or self._y > self._height * (1 - _LEAST_ROOM)):
            self._next()
        began = (self._page, self._y / self._writer.height())
        if height <= self._height - self._y:
            self._draw(document, 0, height)
            self._y += height + _BETWEEN * _DOTS
        else:
            self._draw_broken(document)
        return began

    def logo(self, data: bytes) -> None:
        """Draw a picture at the top, on the side where lines begin."""
        image = QImage.fromData(QByteArray(data))
        if image.isNull():
            return
        height = _LOGO_HEIGHT * _DOTS
        width = height * image.width() / max(image.height(), 1)
        self._painter.drawImage(QRectF(self._width - width if self._right else 0, 0, width, height), image)
        self._y = height + _BETWEEN * _DOTS

    def end(self) -> None:
        """Finish the last page."""
        self._number()

    def _draw_broken(self, document: QTextDocument) -> None:
        """Draw a piece on pages of its own; Qt breaks it between lines."""
        if self._y:
            self._next()
        document.setPageSize(QSizeF(self._width, self._height))
        pages = document.pageCount()
        for page in range(pages):
            if page:
                self._next()
            self._draw(document, page * self._height, self._height)
        last = document.documentLayout().documentSize().height() - (pages - 1) * self._height
        self._y = min(last, self._height) + _BETWEEN * _DOTS

    def _draw(self, document: QTextDocument, top: float, height: float) -> None:
        self._painter.save()
        self._painter.translate(0, self._y - top)
        document.drawContents(self._painter, QRectF(0, top, self._width, height))
        self._painter.restore()

    def _next(self) -> None:
        self._number()
        self._writer.newPage()
        self._page, self._y = self._page + 1, 0.0

    def _number(self) -> None:
        self._painter.setFont(fonts.printed(8))
        room = QRectF(0, self._height, self._width, _FOOT * _DOTS)
        self._painter.drawText(
            room, Qt.AlignmentFlag.AlignCenter | Qt.AlignmentFlag.AlignBottom, self._say.number(self._page + 1)
        )
