"""Quotations: a figure's sentence as it stands in its article, for the preview and for the clipboard."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts
from factcheck.desktop.chips import chip_width, paint_chip
from factcheck.desktop.isolates import is_right_to_left, isolate
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_name, title_of
from factcheck.desktop.positions import Positions
from factcheck.desktop.status import Status
from factcheck.desktop.translation import ENGLISH

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from factcheck.desktop.theme import Look
    from factcheck.model import Claim, Document, Span


def sentence_of(document: Document, claim: Claim) -> Span:
    """Return the span of the sentence a figure stands in."""
    return document.passages[claim.passage].span if claim.passage < len(document.passages) else claim.span


class Citation(StrEnum):
    """How a source is named; what is not known of it is left out."""

    NOTE = "note"  # author, title, address, day: for colleagues
    ATTRIBUTION = "attribution"  # as in running copy (AP, Reuters): the outlet and the day
    CHICAGO = "chicago"  # The Chicago Manual of Style, 14.191
    APA = "apa"  # APA, section 10.16, an online news article


def quotation(document: Document, claim: Claim, citation: Citation = Citation.NOTE) -> str:
    """Return the sentence and its source, for the clipboard; the text is the article's, to the letter."""
    return f"“{document.quote(sentence_of(document, claim)).strip()}”\n{cite(document, citation)}"


def cite(document: Document, citation: Citation = Citation.NOTE) -> str:
    """Return where an article is from; nothing tells of the machine's folders, authors' names stay as they are."""
    title, source, day = title_of(document), document.outlet or source_name(document), document.published
    author, url = " ".join(document.author.split()), document.url or ""
    from babel.dates import format_date  # late: the window starts without it

    if citation is Citation.ATTRIBUTION:
        return f"{source}, {format_date(day, 'MMM d, y', locale='en')}" if day else source
    if citation is Citation.CHICAGO:
        dated = format_date(day, "MMMM d, y", locale="en") if day else ""
        return ", ".join(part for part in (author, f"“{title},” {source}", dated, url) if part) + "."
    if citation is Citation.APA:
        dated = format_date(day, "y, MMMM d", locale="en") if day else "n.d."
        told = f"{author}. ({dated}). {title}." if author else f"{title}. ({dated})."
        return f"{told} {source}. {url}".strip()
    where = url or source
    return ", ".join(part for part in (author, title, where, day.isoformat() if day else "") if part)


class QuotationView(QWidget):
    """A chip with the language, the source, and up to a few lines of the sentence with its figure marked."""

    def __init__(self, look: Look, lines: int = 3) -> None:
        super().__init__()
        self._look, self._lines = look, lines
        self._shown: tuple[Document, Claim, Status] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_claim(self, document: Document, claim: Claim, status: Status) -> None:
        """Show another figure's sentence."""
        self._shown = (document, claim, status)
        self.setAccessibleName(quotation(document, claim))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all lines."""
        return QSize(200, px(30 + self._lines * 26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the source, then the sentence in its own direction."""
        del event
        if self._shown is None:
            return
        document, claim, status = self._shown
        right = is_right_to_left(document.language)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            theme = self._look.theme
            name = language_name(document.language)
            width = chip_width(name)
            single = theme.status[Status.SINGLE]
            paint_chip(painter, self.width() - width if right else 0, 0, name, (single.soft, single.text))
            painter.setFont(fonts.interface(8.5))
            painter.setPen(theme.muted)
            room = QRectF(0 if right else width + 8, 0, self.width() - width - 8, px(22))
            told = isolate(f"{isolate(source_name(document), ENGLISH)} · {title_of(document)}", document.language)
            told = painter.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()))
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side), told)
            self._paint_sentence(painter, document, claim, status)

    def _paint_sentence(self, painter: QPainter, document: Document, claim: Claim, status: Status) -> None:
        theme, sentence = self._look.theme, sentence_of(document, claim)
        font = fonts.reading(document.language, 11)
        high = fonts.line_height(font)
        lines = int((self.height() - px(26)) / high)
        start = _opening(document, sentence, claim.span, lines * self.width() / QFontMetricsF(font).averageCharWidth())
        text = ("… " if start > sentence.start else "") + document.text[start : sentence.end]
        offset = start - (2 if start > sentence.start else 0)
        text = text.replace("\n", " ").replace("\r", " ")
        positions = Positions(text)
        layout = QTextLayout(text, font)
        option = QTextOption()
        right = is_right_to_left(document.language)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        form = QTextLayout.FormatRange()
        form.start = positions.to_qt(claim.span.start - offset)
        form.length = positions.to_qt(claim.span.end - offset) - form.start
        style = QTextCharFormat()
        style.setForeground(theme.status[status].on)
        style.setBackground(theme.status[status].colour)
        form.format = style
        layout.setFormats([form])
        told = _laid_out(layout, lines, self.width(), high)
        if told < len(layout.text()):
            layout.setText(f"{layout.text()[: told - 2].rstrip()}…")
            _laid_out(layout, lines, self.width(), high)
        painter.setPen(theme.text)
        painter.setClipRect(QRectF(0, px(24), self.width(), lines * high + px(4)))
        layout.draw(painter, QPointF(0, px(28)))


def _laid_out(layout: QTextLayout, lines: int, width: float, high: float) -> int:
    """Lay at most so many lines out, each so high; return how much of the text they hold, in Qt's positions."""
    layout.beginLayout()
    end = 0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * high))
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return end


def _opening(document: Document, sentence: Span, figure: Span, room: float) -> int:
    """Return where to begin a quotation that has room for so many characters, so that the figure is among the first."""
    before = min(110, int(room * 0.6) - (figure.end - figure.start))
    if figure.start - sentence.start < before:
        return sentence.start
    at = document.text.rfind(" ", sentence.start, max(figure.start - before + 20, sentence.start))
    return at + 1 if at > 0 else sentence.start
