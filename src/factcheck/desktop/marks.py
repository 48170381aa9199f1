"""Marks: a figure in an article, its status, and the underline that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from factcheck.desktop.status import UNDERLINE, Status
from factcheck.model import NOT_QUANTITIES, Kind, PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.desktop.theme import StatusColours
    from factcheck.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure to be marked, and how."""

    claim: Claim
    status: Status
    aside: bool = False  # in what is not the article itself: share bars, source lines, other articles' leads

    @property
    def faint(self) -> bool:
        """Return whether dots alone mark the figure: a date, a time or the like, or one beside the article."""
        return self.status is Status.SINGLE and (self.aside or self.claim.kind in NOT_QUANTITIES)


def marks_of(document: Document, claims: Iterable[Claim], states: Mapping[str, Status]) -> list[Mark]:
    """Return a mark for each claim of a document with its status; addresses of pages are left as they are."""
    article = {PassageKind.SENTENCE, PassageKind.HEADING}
    aside = {number for number, passage in enumerate(document.passages) if passage.kind not in article}
    return [Mark(claim, states[claim.id], claim.passage in aside) for claim in claims if claim.kind is not Kind.URL]


def paint_mark(
    painter: QPainter, area: QRectF, mark: Mark, colours: StatusColours, *, focused: bool, in_focus: bool
) -> None:
    """Draw the ground of a figure and its underline: filled where it is in focus, framed in the sentence that is."""
    if not mark.faint:
        painter.setPen(QPen(colours.colour, 0.8) if in_focus and not focused else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour if focused else colours.soft)
        painter.drawRoundedRect(area, 4, 4)
    if not focused:
        underline(painter, area, mark.status, colours.colour)


def underline(painter: QPainter, area: QRectF, status: Status, colour: QColor) -> None:
    """Draw the underline that goes with a status at the foot of an area."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    left, right, y = area.left() + 3, area.right() - 3, area.bottom() - 1.5
    style = UNDERLINE[status]
    if style is None:
        wave = QPainterPath(QPointF(left, y))
        x, up = left, True
        while x < right:
            step = min(3.0, right - x)
            wave.quadTo(QPointF(x + step / 2, y - 2.4 if up else y + 2.4), QPointF(x + step, y))
            x, up = x + step, not up
        painter.setPen(QPen(colour, 1.2))
        painter.drawPath(wave)
    else:
        painter.setPen(QPen(colour, 1.3, style))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.restore()
