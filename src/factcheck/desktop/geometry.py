"""Where a stretch of text lies in a laid-out document, in whatever directions its lines run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument, QTextLine


def mirrored(area: QRectF, width: float) -> QRectF:
    """Return the area at the same distance from the other side of something so wide."""
    return QRectF(width - area.right(), area.top(), area.width(), area.height())


def boxes(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """Return the rectangles that Qt's positions start to end fill, one a line, in the document's coordinates."""
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            a, b = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if a < b:
                left, right = _extent(line, a, b)
                top = layout.position().y() + line.y()
                found.append(QRectF(layout.position().x() + left, top, right - left, line.height()))
        block = block.next()
    return found


def coloured(block: QTextBlock, start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    """Return what gives the words from start to end, in the document's positions, a colour in one block."""
    form = QTextLayout.FormatRange()
    form.start = max(start - block.position(), 0)
    form.length = min(end - block.position(), block.length() - 1) - form.start
    style = QTextCharFormat()
    style.setForeground(colour)
    form.format = style
    return form


def depth(document: QTextDocument, position: int) -> float:
    """Return how far down a document one of Qt's positions is, 0 to 1."""
    block, height = document.findBlock(position), document.size().height()
    line = block.layout().lineForTextPosition(position - block.position())
    top = block.layout().position().y() + (line.y() if line.isValid() else 0)
    return float(min(max(top / height, 0.0), 1.0)) if height else 0.0


def set_text(
    document: QTextDocument,
    text: str,
    height: float,
    gap: float,
    hidden: Callable[[int, int], bool] | None = None,
) -> None:
    """Fill a document; all lines get the same height, all paragraphs a gap after them, a blank line is a second gap.

    Paragraphs (from, to) that are to be `hidden` are. The layout is made at the end, as for a new document: Qt then
    does at once only what is seen, the rest bit by bit.
    """
    document.setLayoutEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_lines(height, gap))
    cursor.insertText(text)
    blank = _lines(gap, 0)
    block = document.firstBlock()
    while block.isValid():
        if (
            hidden is not None
            and block.length() > 1
            and hidden(block.position(), block.position() + block.length() - 1)
        ):
            block.setVisible(False)
        if block.length() == 1:
            QTextCursor(block).setBlockFormat(blank)
        block = block.next()
    document.setLayoutEnabled(True)


def _lines(height: float, gap: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setBottomMargin(gap)
    return form


def _extent(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    """Return the least and the greatest x of a stretch of a line, in whatever directions it runs."""
    edges = []
    for run in line.glyphRuns(start, end - start):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, advance in zip(run.positions(), advances, strict=True):
            edges += [place.x(), place.x() + advance.x()]
    return (min(edges), max(edges)) if edges else (line.x(), line.x())


def leading() -> Qt.AlignmentFlag:
    """Return the alignment of a label at the window's leading edge: Qt's own goes by the label's words."""
    side = Qt.AlignmentFlag.AlignRight if QGuiApplication.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
