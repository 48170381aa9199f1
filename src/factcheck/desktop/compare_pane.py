"""One side of Compare: the figure, large; whose it is; and the article around it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import fonts
from factcheck.desktop.chips import chip_width, paint_chip
from factcheck.desktop.isolates import direction, is_right_to_left, isolate
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_shown, title_of
from factcheck.desktop.plain_words import sentence
from factcheck.desktop.quotation import sentence_of
from factcheck.desktop.reader import ArticleReader
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent

    from factcheck.desktop.marks import Mark
    from factcheck.desktop.theme import Look
    from factcheck.model import Claim, Document, Span


class PaneHead(QWidget):
    """The figure as written at the outer edge, the title and what the figure says in plain words beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Document, Claim, Status] | None = None
        self._apart: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_claim(self, document: Document, claim: Claim, status: Status, apart: Sequence[int] = ()) -> None:
        """Show another figure; `apart` are the positions of its digits that the other side does not have."""
        self._shown, self._apart = (document, claim, status), tuple(apart)
        self.setAccessibleName(f"{document.quote(claim.span)}: {sentence(claim)}. {title_of(document)}")
        self.setToolTip(f"{title_of(document)}\n{document.path}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(300, px(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it at the article's own sides."""
        del event
        if self._shown is None:
            return
        document, claim, status = self._shown
        theme, right = self._look.theme, is_right_to_left(document.language)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.border)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            painter.setPen(theme.status[status].text)
            large = fonts.reading(document.language, 17, bold=True)
            painter.setFont(large)
            quote = isolate(document.quote(claim.span), document.language)
            room = min(QFontMetricsF(large).horizontalAdvance(quote) + 8, self.width() * 0.42)
            value = QRectF(16 if right else self.width() - 16 - room, 0, room, self.height() - 2)
            self._paint_value(painter, value, large, quote, right=right)
            name = language_name(document.language)
            chip = chip_width(name)
            single = theme.status[Status.SINGLE]
            paint_chip(painter, self.width() - 16 - chip if right else 16, px(12), name, (single.soft, single.text))
            left = value.right() + 14 if right else 16 + chip + 9
            width = (self.width() - 16 - chip - 9 if right else value.left() - 14) - left
            bold = fonts.reading(document.language, 10, bold=True)
            painter.setFont(bold)
            painter.setPen(theme.text)
            title = QFontMetricsF(bold).elidedText(title_of(document), Qt.TextElideMode.ElideRight, width)
            form = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            form.setWrapMode(QTextOption.WrapMode.NoWrap)
            form.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
            painter.drawText(QRectF(left, px(9), width, px(27)), title, form)
            self._paint_gloss(painter, QRectF(left, px(39), width, px(22)), chip + 9, right=right)

    def _paint_value(self, painter: QPainter, area: QRectF, font: QFont, quote: str, *, right: bool) -> None:
        """Draw the figure as written; the digits that the other side does not have are underlined."""
        assert self._shown is not None
        outer = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        document, claim, status = self._shown
        if QFontMetricsF(font).horizontalAdvance(quote) > area.width():
            elided = QFontMetricsF(font).elidedText(quote, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | outer | _ABSOLUTE), elided)
            return
        shift = quote.find(document.quote(claim.span)[:1])
        layout = QTextLayout(quote, font)
        formats = []
        for at in self._apart:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = at + shift, 1
            mark.format.setFontUnderline(True)
            mark.format.setBackground(self._look.theme.status[status].soft)
            formats.append(mark)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width() * 2)
        layout.endLayout()
        wide = line.naturalTextWidth()
        text_left = line.naturalTextRect().left()
        x = (area.left() if right else area.right() - wide) - text_left
        layout.draw(painter, QPointF(x, area.center().y() - line.height() / 2))

    def _paint_gloss(self, painter: QPainter, area: QRectF, chip: float, *, right: bool) -> None:
        assert self._shown is not None
        document, claim, _ = self._shown
        area = area.adjusted(0, 0, chip, 0) if right else area.adjusted(-chip, 0, 0, 0)
        painter.setFont(fonts.interface(8.75))
        painter.setPen(self._look.theme.muted)
        words = f"{sentence(claim)}  ·  {source_shown(document)}"
        words = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | side | _ABSOLUTE), words)


class ComparePane(QFrame):
    """Head and reader; the sentence is kept at eye level."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("card")
        self.head, self.reader = PaneHead(look), ArticleReader(look, sentence)
        self._sentence: Span | None = None
        self.reader.setMinimumHeight(px(150))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.reader, 1)

    def show_claim(
        self, document: Document, claim: Claim, status: Status, marks: Sequence[Mark], apart: Sequence[int] = ()
    ) -> None:
        """Show a figure in its article, its sentence at eye level; `apart` as in the head."""
        self.head.show_claim(document, claim, status, apart)
        self.reader.setAccessibleName(title_of(document))
        self.setLayoutDirection(direction(document.language))
        if self.reader.document_shown is not document:
            self.reader.show_document(document, marks)
        else:
            self.reader.set_marks(marks)
        self._sentence = sentence_of(document, claim)
        self.reader.set_focus(claim.span, self._sentence, status)
        self.reader.align(self._sentence)

    @property
    def sentence(self) -> Span | None:
        """Return the sentence in focus."""
        return self._sentence

    @property
    def source_gone(self) -> bool:
        """Return whether the article's file is no longer where it was read."""
        shown = self.reader.document_shown
        return shown is not None and not os.path.exists(shown.path)  # noqa: PTH110 - a Path raises where the disk does not answer

    def sentence_area(self) -> QRectF | None:
        """Return the visible part of the sentence's height, over the whole width, in the pane's coordinates."""
        if self._sentence is None:
            return None
        boxes = self.reader.boxes(self._sentence)
        viewport = self.reader.viewport()
        origin = viewport.mapTo(self, viewport.rect().topLeft())
        if not boxes:
            return None
        top = min(max(boxes[0].top(), 0.0), float(viewport.height()))
        bottom = min(max(boxes[-1].bottom(), 0.0), float(viewport.height()))
        return QRectF(0, origin.y() + top, self.width(), bottom - top)


_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
