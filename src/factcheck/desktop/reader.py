"""The reader: an article's text with every figure marked.

The text is never changed. Grounds and underlines are painted below it, word colours are formats of the layout, and
both only for what is visible: a megabyte with 2,000 figures scrolls as well as a short article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeySequence,
    QPainter,
    QTextBlock,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from factcheck.desktop import fonts
from factcheck.desktop.geometry import boxes, coloured, depth, set_text
from factcheck.desktop.highlights import Highlights
from factcheck.desktop.isolates import direction
from factcheck.desktop.measures import px
from factcheck.desktop.positions import Positions
from factcheck.desktop.status import Status
from factcheck.model import Claim, Document, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from factcheck.desktop.marks import Mark
    from factcheck.desktop.theme import Look

MEASURE = 720  # the widest a line of text gets, as designed
SIDE = 30  # the least room beside it
EYE_LEVEL = 0.38  # where in the viewport a sentence is put


class ArticleReader(QTextEdit):
    """Shows one article; a click on a figure, or Enter on the one in focus, chooses it."""

    figure_chosen = Signal(object)  # Claim
    scrolled = Signal()
    marked = Signal()  # other figures are marked

    def __init__(self, look: Look, tell: Callable[[Claim], str], parent: QWidget | None = None) -> None:
        """`tell` returns the words for the tip over a figure."""
        super().__init__(parent)
        self._look, self._tell = look, tell
        self._document: Document | None = None
        self._positions = Positions("")
        self._highlights = Highlights()
        self._zoom = 100
        self._folded = False
        self._aligned: Span | None = None
        self._coloured: set[int] = set()  # numbers of the blocks whose words have their colours
        self.setObjectName("reader")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # the window takes what is dropped
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)  # no caret; arrows scroll
        self.setAccessibleName(self.tr("Article text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        look.changed.connect(self._recolour)

    # ---- what is shown

    def show_document(self, document: Document | None, marks: Sequence[Mark] = ()) -> None:
        """Show an article and its figures; None empties the reader."""
        self._document = document
        self._positions = Positions(document.text if document else "")
        self._highlights, self._aligned = Highlights(document), None
        self._keep(marks)
        self.setLayoutDirection(direction(document.language if document else "en"))
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._recolour()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Mark other figures, or the same ones otherwise, in the article that is shown."""
        self._keep(marks)
        self._recolour()

    def _keep(self, marks: Sequence[Mark]) -> None:
        self._highlights.set_marks(marks)
        self.marked.emit()

    @property
    def document_shown(self) -> Document | None:
        """Return the article that is shown."""
        return self._document

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the figures marked, in order."""
        return self._highlights.marks

    @property
    def focus_span(self) -> Span | None:
        """Return the figure in focus."""
        return self._highlights.focus[0] if self._highlights.focus else None

    def set_focus(self, span: Span | None, sentence: Span | None = None, status: Status = Status.SINGLE) -> None:
        """Put a figure, and the sentence it stands in, in focus; None takes the focus away."""
        self._highlights.focus = (span, sentence or span, status) if span else None
        self._recolour()

    def set_hits(self, hits: Sequence[Span], current: int = -1) -> None:
        """Mark what was searched for; `current` is the one to stand out."""
        self._highlights.hits, self._highlights.hit = tuple(hits), current
        self._colour()
        if 0 <= current < len(hits):
            self.reveal(hits[current])

    def set_zoom(self, percent: int) -> None:
        """Set the size of the text, 100 is as designed."""
        if percent != self._zoom:
            self._zoom = percent
            self._lay_out_anew()

    def set_folded(self, folded: bool) -> None:
        """Hide or show what is not the article itself: menus, share bars, leads of other articles."""
        if folded != self._folded:
            self._folded = folded
            self._lay_out_anew()

    # ---- where things are

    def boxes(self, span: Span) -> list[QRectF]:
        """Return the rectangles that a span fills, one a line, in the viewport's coordinates."""
        up = self.verticalScrollBar().value()
        stretch = (self._positions.to_qt(span.start), self._positions.to_qt(span.end))
        return [box.translated(0, -up) for box in boxes(self.document(), *stretch)]

    def ink(self, box: QRectF) -> QRectF:
        """Return the part of a line's rectangle that its letters fill."""
        size = self.font().pointSizeF() * self.logicalDpiY() / 72
        middle = box.center().y() + (0.08 if self.isRightToLeft() else 0.02) * size
        return QRectF(box.left() - 2, middle - 0.78 * size, box.width() + 4, 1.56 * size)

    def fraction(self, span: Span) -> float:
        """Return how far down the article a span is, 0 to 1."""
        return depth(self.document(), self._positions.to_qt(span.start))

    def reveal(self, span: Span) -> None:
        """Scroll so that the span stands at eye level, unless it is well in view already."""
        found = self.boxes(span)
        if found and not (found[0].top() >= 40 and found[-1].bottom() <= self.viewport().height() - 40):
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + found[0].top() - EYE_LEVEL * self.viewport().height()))

    def align(self, span: Span) -> None:
        """Scroll so that the span's first line stands exactly at eye level, with room made above or below it."""
        self._aligned = span
        height = self.viewport().height()
        self._make_room(0, height)
        if not (found := self.boxes(span)):
            return
        bar = self.verticalScrollBar()
        target = found[0].top() + bar.value() - EYE_LEVEL * height
        if target < 0:
            self._make_room(-target, height)
            target = 0
        bar.setValue(round(target))

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the figure at a point of the viewport."""
        here = self._positions.to_code_point(self.cursorForPosition(point).position())
        for mark in self._highlights.marks_near(here):
            if any(self.ink(box).contains(QPointF(point)) for box in self.boxes(mark.claim.span)):
                return mark
        return None

    # ---- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds and underlines, then the text over them."""
        if self._document is not None:
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._highlights.paint(painter, self._visible(), self._look.theme, self.boxes, self.ink)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, and colour what came into view."""
        super().resizeEvent(event)
        if self._aligned:
            self.align(self._aligned)
        else:
            self._make_room(0, 0)
            focus = self._highlights.focus
            seen = self.boxes(focus[1]) if focus else []
            if seen and focus and 0 <= seen[0].top() < event.oldSize().height():
                self.reveal(focus[1])  # what was in view stays so
        self._moved()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a figure says when the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(event.pos())
            if mark:
                QToolTip.showText(event.globalPos(), self._tell(mark.claim), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a figure can be clicked."""
        super().mouseMoveEvent(event)
        hand = self.mark_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the figure that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self.mark_at(event.position().toPoint())
            if mark:
                self.figure_chosen.emit(mark.claim)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys with the window that move nothing here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or (event.text() and not event.matches(_COPY)):
            event.ignore()
            return
        super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy from the article's own text: Qt's copy turns no-break spaces into plain ones."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return the article's text that is selected, as written."""
        cursor = self.textCursor()
        if self._document is None or not cursor.hasSelection():
            return ""
        start = self._positions.to_code_point(cursor.selectionStart())
        return self._document.text[start : self._positions.to_code_point(cursor.selectionEnd())]

    # ---- inner workings

    def _lay_out(self) -> None:
        language = self._document.language if self._document else "en"
        font = fonts.reading(language, fonts.READING_SIZE * self._zoom / 100)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(0)
        text = self._document.text if self._document else ""
        hidden = self._aside if self._folded else None
        set_text(self.document(), text, fonts.line_height(font), round(font.pointSizeF() * 0.55), hidden)
        self._make_room(0, 0)

    def _aside(self, start: int, end: int) -> bool:
        """Return whether a stretch of Qt's positions holds nothing of the article itself; a figure in focus stays."""
        return self._highlights.is_aside(Span(self._positions.to_code_point(start), self._positions.to_code_point(end)))

    def _lay_out_anew(self) -> None:
        self._lay_out()
        if self._aligned:
            self.align(self._aligned)
        self._recolour()

    def _make_room(self, above: float, below: float) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        side = max(SIDE, (self.viewport().width() - px(MEASURE)) // 2)
        wanted = (side, side, 22 + above, 40 + below * (1 - EYE_LEVEL))
        if wanted != (form.leftMargin(), form.rightMargin(), form.topMargin(), form.bottomMargin()):
            form.setLeftMargin(wanted[0])
            form.setRightMargin(wanted[1])
            form.setTopMargin(wanted[2])
            form.setBottomMargin(wanted[3])
            frame.setFrameFormat(form)

    def _moved(self) -> None:
        self._colour()
        self.scrolled.emit()

    def _visible(self) -> Span:
        area = self.viewport().rect()
        first = self.cursorForPosition(QPoint(area.left(), area.top() - 40)).block().position()
        last = self.cursorForPosition(area.bottomRight()).block()
        return Span(
            self._positions.to_code_point(first), self._positions.to_code_point(last.position() + last.length())
        )

    def _colour(self) -> None:
        """Colour the words of the blocks in view; each is done once, until something else is in focus.

        Formats of the layout are used, not extra selections: of two of these in one right-to-left paragraph Qt at
        times draws only one (its clipping by painter paths fails).
        """
        if self._document is None:
            return
        visible = self._visible()
        block = self.document().findBlock(self._positions.to_qt(visible.start))
        end = self._positions.to_qt(visible.end)
        first: int | None = None
        last = 0
        while block.isValid() and block.position() < end:
            key = block.blockNumber()
            if key not in self._coloured:
                self._coloured.add(key)
                block.layout().setFormats(self._formats(block))
                first = block.position() if first is None else first
                last = block.position() + block.length()
            block = block.next()
        if first is not None:
            self.document().markContentsDirty(first, last - first)
        self.viewport().update()

    def _recolour(self) -> None:
        self._coloured.clear()
        self._colour()

    def _formats(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        to_qt, first = self._positions.to_qt, self._positions.to_code_point(block.position())
        here = Span(first, self._positions.to_code_point(block.position() + block.length()))
        return [
            coloured(block, to_qt(span.start), to_qt(span.end), colour)
            for span, colour in self._highlights.colours(here, self._look.theme)
        ]


_COPY = QKeySequence.StandardKey.Copy
