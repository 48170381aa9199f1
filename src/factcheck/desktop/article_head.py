"""The head over an article: its title in its own direction, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextOption
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from factcheck.desktop import fonts
from factcheck.desktop.chips import chip_width, paint_chip
from factcheck.desktop.isolates import is_right_to_left
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_shown, title_of
from factcheck.desktop.numbers import day
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from factcheck.desktop.theme import Look
    from factcheck.model import Document

SIDE, EDGE = 30, 10  # beside the words, and beside the button
TITLE, FACTS = 36, 22  # heights of the two lines, as designed


class ArticleHead(QWidget):
    """Title on one line, then language, source, date and count of figures."""

    def __init__(self, look: Look, facts: QAction) -> None:
        """`facts` tells, and changes, what is known of the article."""
        super().__init__()
        self._look = look
        self._document: Document | None = None
        self._figures = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._facts = QToolButton(self)
        self._facts.setDefaultAction(facts)
        self._facts.setAccessibleName(facts.iconText())
        look.changed.connect(self.update)

    def show_document(self, document: Document, figures: int) -> None:
        """Show another article's."""
        self._document, self._figures = document, figures
        self.setToolTip(f"{title_of(document)}\n{document.path}")
        self.setAccessibleName(title_of(document))
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of both lines."""
        return QSize(300, 9 + px(TITLE + FACTS + 4) + 11)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end of the title."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        size = self._facts.sizeHint()
        right = self._document is not None and is_right_to_left(self._document.language)
        left = EDGE if right else self.width() - EDGE - size.width()
        self._facts.setGeometry(QRect(QPoint(left, 9 + (px(TITLE) - size.height()) // 2), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines at the article's own side."""
        del event
        document, theme = self._document, self._look.theme
        if document is None:
            return
        right = is_right_to_left(document.language)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.border)
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            font = fonts.reading(document.language, 13.5, bold=True)
            painter.setFont(font)
            painter.setPen(theme.text)
            button = self._facts.width() + EDGE
            box = QRectF(button if right else SIDE, 9, self.width() - SIDE - button, px(TITLE))
            form = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            form.setWrapMode(QTextOption.WrapMode.NoWrap)
            form.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
            title = title_of(document)
            painter.drawText(box, QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, box.width()), form)
            self._paint_facts(painter, document, right=right)

    def _paint_facts(self, painter: QPainter, document: Document, *, right: bool) -> None:
        theme = self._look.theme
        single = theme.status[Status.SINGLE]
        name = language_name(document.language)
        figures = self.tr("%n figure(s)", "", self._figures)
        date = day(document.published) if document.published else ""
        if not date and document.saved:
            date = self.tr("file saved on {0}").format(day(document.saved))
        told = "  ·  ".join(part for part in (figures, source_shown(document), date) if part)
        width = chip_width(name)
        left = self.width() - SIDE - width if right else SIDE
        top = 9 + px(TITLE + 3)
        paint_chip(painter, left, top, name, (single.soft, single.text))
        painter.setFont(fonts.interface(8.75))
        painter.setPen(theme.muted)
        room = self.width() - 2 * SIDE - width - 10
        told = QFontMetricsF(painter.font()).elidedText(told, Qt.TextElideMode.ElideMiddle, room)
        box = QRectF(SIDE if right else SIDE + width + 10, top, room, px(FACTS))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side), told)
