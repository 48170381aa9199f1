"""What stands out in an article: its figures, the one in focus, what was searched for; the rest of the page is dim."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from factcheck.desktop.marks import Mark, paint_mark
from factcheck.model import PassageKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.desktop.status import Status
    from factcheck.desktop.theme import Theme
    from factcheck.model import Document

_ASIDE = frozenset({PassageKind.BOILERPLATE, PassageKind.RELATED})


class Highlights:
    """All that is told of a stretch of text takes as long as there are figures in it, however many the article has."""

    def __init__(self, document: Document | None = None) -> None:
        self.marks: tuple[Mark, ...] = ()
        self._ends: list[int] = []
        passages = document.passages if document else ()
        self.aside = [passage.span for passage in passages if passage.kind in _ASIDE]  # what is not the article itself
        self.focus: tuple[Span, Span, Status] | None = None  # a figure, its sentence, and how it stands
        self.hits: tuple[Span, ...] = ()
        self.hit = -1  # the number of the one that stands out

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Mark other figures, or the same ones otherwise."""
        self.marks = tuple(sorted(marks, key=lambda mark: mark.claim.span))
        self._ends = [mark.claim.span.end for mark in self.marks]

    def marks_near(self, place: int) -> tuple[Mark, ...]:
        """Return the figures in which a place of the text may be, which is between two characters."""
        at = bisect_left(self._ends, place)
        return self.marks[max(at - 1, 0) : at + 2]

    def is_aside(self, stretch: Span) -> bool:
        """Return whether a stretch holds nothing of the article itself, nor the figure in focus."""
        if self.focus and self.focus[0].overlaps(stretch):
            return False
        at = bisect_left(self.aside, stretch.end, key=lambda span: span.end)
        return at < len(self.aside) and self.aside[at].start <= stretch.start < stretch.end

    def colours(self, stretch: Span, theme: Theme) -> list[tuple[Span, QColor]]:
        """Return the spans in a stretch whose words have a colour of their own."""
        found = []
        for span in self.aside[bisect_left(self.aside, stretch.start, key=lambda span: span.end) :]:
            if span.start >= stretch.end:
                break
            if span.overlaps(stretch):
                found.append((span, theme.muted))
        for mark in self._marks_in(stretch):
            if self.focus and mark.claim.span == self.focus[0]:
                found.append((mark.claim.span, theme.status[self.focus[2]].on))
            elif not mark.faint:
                found.append((mark.claim.span, theme.status[mark.status].text))
        return found

    def paint(
        self,
        painter: QPainter,
        visible: Span,
        theme: Theme,
        lines: Callable[[Span], list[QRectF]],
        ink: Callable[[QRectF], QRectF],
    ) -> None:
        """Draw grounds and underlines; `lines` returns a span's rectangles, `ink` what the letters fill of one."""
        painter.setPen(Qt.PenStyle.NoPen)
        if self.focus:
            painter.setBrush(theme.status[self.focus[2]].soft)
            for line in lines(self.focus[1]):
                painter.drawRect(line.adjusted(-3, 0, 3, 0))
        for number, hit in enumerate(self.hits):
            if hit.overlaps(visible):
                painter.setBrush(theme.hit)
                painter.setPen(QPen(theme.text, 1.4) if number == self.hit else Qt.PenStyle.NoPen)
                for line in lines(hit):
                    painter.drawRoundedRect(ink(line), 3, 3)
        for mark in self._marks_in(visible):
            span = mark.claim.span
            focused = self.focus is not None and span == self.focus[0]
            in_focus = self.focus is not None and span.overlaps(self.focus[1])
            for line in lines(span):
                paint_mark(painter, ink(line), mark, theme.status[mark.status], focused=focused, in_focus=in_focus)

    def _marks_in(self, stretch: Span) -> tuple[Mark, ...]:
        first = bisect_left(self._ends, stretch.start)
        return self.marks[first : bisect_left(self.marks, stretch.end, first, key=lambda mark: mark.claim.span.start)]
