"""Why two figures were put side by side: what speaks for it and what against, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts, icons
from factcheck.desktop.geometry import mirrored
from factcheck.desktop.measures import px
from factcheck.desktop.plain_words import detail
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from factcheck.desktop.theme import Look
    from factcheck.model import Finding, Reason

ROW, NARROW = 23, 330  # height of a line, and the width below which details take a second one, as designed
STRONG, CLEAR = 1.5, 0.5  # weights from which a reason is called strong, or clear


def reason_name(name: str) -> str:
    """Return the words for a reason's name; the name itself where it is new."""
    tr = QCoreApplication.translate
    return {
        "names": tr("Reasons", "Names"),
        "words": tr("Reasons", "Words"),
        "figures": tr("Reasons", "Figures"),
        "figure": tr("Reasons", "Value"),
        "small": tr("Reasons", "Value"),
        "indicator": tr("Reasons", "Indicator"),
        "place": tr("Reasons", "Place"),
        "period": tr("Reasons", "Period"),
        "undated": tr("Reasons", "Period"),
        "unit": tr("Reasons", "Unit"),
        "role": tr("Reasons", "Role"),
        "group": tr("Reasons", "Group"),
        "noun": tr("Reasons", "Counted noun"),
        "sources": tr("Reasons", "Sources"),
        "split sources": tr("Reasons", "Sources"),
        "cohesion": tr("Reasons", "Sources"),
        "alone": tr("Reasons", "Sources"),
        "copies": tr("Reasons", "Sources"),
        "likeness": tr("Reasons", "Likeness"),
        "elsewhere": tr("Reasons", "Words"),
        "slip": tr("Reasons", "Slip"),
    }.get(name.removeprefix("other "), name.capitalize())


def weight_words(weight: float) -> str:
    """Return how much a reason counts, in words."""
    tr = QCoreApplication.translate
    strength = abs(weight)
    if weight >= 0:
        if strength >= STRONG:
            return tr("Reasons", "strongly for")
        return tr("Reasons", "for") if strength >= CLEAR else tr("Reasons", "slightly for")
    if strength >= STRONG:
        return tr("Reasons", "strongly against")
    return tr("Reasons", "against") if strength >= CLEAR else tr("Reasons", "slightly against")


class Reasons(QWidget):
    """A row a reason: plus or minus, its name, its detail, its weight in words; the weightiest first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._reasons: list[Reason] = []
        self._details: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_finding(self, finding: Finding) -> None:
        """Show the reasons of another finding."""
        self._reasons = sorted(finding.match.reasons, key=lambda reason: -abs(reason.weight))
        self._details = [detail(reason, finding) for reason in self._reasons]
        told = [
            f"{reason_name(r.name)}: {words} ({weight_words(r.weight)})"
            for r, words in zip(self._reasons, self._details, strict=True)
        ]
        self.setAccessibleName(self.tr("Reasons for and against"))
        self.setAccessibleDescription("; ".join(told))
        self.setToolTip("\n".join(told))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all rows."""
        return QSize(px(240), len(self._reasons) * self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the details lines of their own where they do not fit beside the names."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(len(self._reasons) * self._row, 1))

    @property
    def _narrow(self) -> bool:
        return self.width() < px(NARROW)

    @property
    def _row(self) -> int:
        return px(ROW * 2 - 3 if self._narrow else ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        del event
        theme = self._look.theme
        bold, small = fonts.interface(8.75, bold=True), fonts.interface(8.75)
        names = max((QFontMetricsF(bold).horizontalAdvance(reason_name(r.name)) for r in self._reasons), default=0)
        words = max((QFontMetricsF(small).horizontalAdvance(weight_words(r.weight)) for r in self._reasons), default=0)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            indent = px(22)
            for number, reason in enumerate(self._reasons):
                area = QRectF(0, number * self._row, self.width(), px(ROW))
                start, end = (_RIGHT, _LEFT) if self.isRightToLeft() else (_LEFT, _RIGHT)
                colours = theme.status[Status.AGREE if reason.weight >= 0 else Status.CONFLICT]
                sign = "add" if reason.weight >= 0 else "single"
                icons.paint(painter, sign, self._placed(QRectF(0, area.top() + px(4), px(15), px(15))), colours.text)
                painter.setPen(theme.text)
                painter.setFont(bold)
                painter.drawText(
                    self._placed(QRectF(indent, area.top(), names + 6, area.height())), start, reason_name(reason.name)
                )
                painter.setFont(small)
                left = indent if self._narrow else indent + names + 12
                room = self.width() - left - (0 if self._narrow else words + 14)
                beside = QRectF(left, area.top() + (px(ROW - 3) if self._narrow else 0), room, area.height())
                shown = QFontMetricsF(small).elidedText(self._details[number], Qt.TextElideMode.ElideRight, room)
                painter.setPen(theme.muted)
                painter.drawText(self._placed(beside), start, shown)
                painter.setPen(colours.text)
                edge = self._placed(QRectF(self.width() - words - 6, area.top(), words + 4, area.height()))
                painter.drawText(edge, end, weight_words(reason.weight))

    def _placed(self, area: QRectF) -> QRectF:
        """Return an area where it belongs: on the other side, where the window runs from right to left."""
        return mirrored(area, self.width()) if self.isRightToLeft() else area


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
