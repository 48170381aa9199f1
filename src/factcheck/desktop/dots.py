"""The dot strip: all values that the sources report for one figure, on one axis.

The axis runs from left to right in every interface language, as number lines do.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts, picture_saving
from factcheck.desktop.isolates import isolate
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_name
from factcheck.desktop.numbers import short, year
from factcheck.desktop.plain_words import value as amount
from factcheck.desktop.status import Status
from factcheck.desktop.translation import interface
from factcheck.model import NOT_QUANTITIES, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from factcheck.desktop.sightings import Sighting
    from factcheck.desktop.theme import Look

ROW, CLOSE, AXIS = 30, 21, 26  # heights of a row, of one at least, and of the axis, as designed
MOST_ROWS = 8
LEAST_AXIS, LEAST_NAME = 84, 50  # width of the axis, and of the names of sources, which give way first, as designed
LOGARITHMIC_FROM = 200  # largest over smallest value, from where the axis is logarithmic


class Axis(Enum):
    """What the values along the axis are called."""

    NUMBERS = auto()
    YEARS = auto()  # which are written without grouping
    UNNAMED = auto()  # hours, days of a year, scores: only the figures themselves say what they are


@dataclass(frozen=True, slots=True)
class Row:
    """A source and what it reports, in the axis's unit; None is open."""

    language: str
    source: str
    text: str
    low: float | None
    high: float | None
    status: Status
    strong: bool
    rounding: float = 0.0  # half of the last digit as written: values so near are the same
    axis: Axis = Axis.NUMBERS


def rows_of(found: Sequence[Sighting], strong: frozenset[str] = frozenset()) -> list[Row]:
    """Return a row a figure that is said of the same thing.

    Left out are those in another unit than the first, which have no place on the axis, and those of another place,
    period or the like (to check), unless they are one of the two in question (`strong`).
    """
    if not found:
        return []
    first = found[0].claim
    unit, axis = first.quantity.unit, Axis.UNNAMED if first.kind in NOT_QUANTITIES else Axis.NUMBERS
    if first.kind is Kind.DATE and unit is None:
        axis = Axis.YEARS
    worst = min((s.status for s in found[1:]), key=list(Status).index, default=Status.SINGLE)
    rows = []
    for each in found:
        quantity = each.claim.quantity
        beside = each.status is not Status.CHECK or each.claim.id in strong
        if quantity.unit == unit and quantity.values and beside:
            low, high = (None if v is None else float(v) for v in (quantity.low, quantity.high))
            status = each.status if each.finding else worst
            name = language_name(each.document.language)
            source, half = source_name(each.document), float(quantity.precision) / 2
            rows.append(Row(name, source, amount(each.claim), low, high, status, each.claim.id in strong, half, axis))
    return rows


class DotStrip(QWidget):
    """Draws the rows; `compact` leaves the names of the sources out."""

    def __init__(self, look: Look, *, compact: bool = False) -> None:
        super().__init__()
        self._look, self._compact = look, compact
        self._rows: list[Row] = []
        self._more = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        picture_saving.offer(self, self._draw, lambda: look.theme.surface)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the first few of many."""
        self._rows, self._more = list(rows[:MOST_ROWS]), max(len(rows) - MOST_ROWS, 0)
        told = "; ".join(f"{row.language}, {row.source}: {row.text}" for row in self._rows)
        self.setAccessibleName(self.tr("Reported values"))
        self.setAccessibleDescription(told)
        self.setToolTip(told.replace("; ", "\n"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all rows and the axis."""
        return QSize(px(220), px(len(self._rows) * ROW + AXIS + (18 if self._more else 0)))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: rows can move closer together."""
        return QSize(px(160), px(len(self._rows) * CLOSE + AXIS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, band, dots and words."""
        del event
        if not self._rows:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # number axes run so in every language
            self._paint(painter)
            if self.hasFocus():
                painter.setPen(QPen(self._look.theme.accent, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _draw(self, painter: QPainter) -> None:
        if self._rows:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        theme = self._look.theme
        bold, small = fonts.interface(8.75, bold=True), fonts.interface(8.25)
        labels = max(QFontMetricsF(bold).horizontalAdvance(row.language) for row in self._rows)
        values = max(QFontMetricsF(bold).horizontalAdvance(row.text) for row in self._rows)
        values = min(
            values + px(46 if any(None in (row.low, row.high) for row in self._rows) else 20), self.width() * 0.58
        )
        if not self._compact:
            sources = max(QFontMetricsF(small).horizontalAdvance(row.source) for row in self._rows)
            room = min(sources + 10, px(130), self.width() - labels - 22 - values - px(LEAST_AXIS))
            labels += room if room >= px(LEAST_NAME) else 0
        left, right = labels + 22, max(self.width() - values, labels + 60)
        height = min((self.height() - px(AXIS)) / len(self._rows), px(46))
        bottom = height * len(self._rows)
        reported = [v for row in self._rows for v in (row.low, row.high) if v is not None]
        scale = Scale(reported, left, right, px(58), axis=self._rows[0].axis)
        painter.setFont(small)
        for value, name in scale.ticks():
            x = scale.x(value)
            painter.setPen(QPen(theme.border, 1))
            painter.drawLine(QPointF(x, 2), QPointF(x, bottom))
            painter.setPen(theme.muted)
            painter.drawText(QRectF(x - px(50), bottom + 3, px(100), px(18)), int(Qt.AlignmentFlag.AlignHCenter), name)
        band = _consensus(self._rows)
        if band is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.band)
            a, b = scale.x(band[0]), scale.x(band[1])
            wide = max(b - a, 13.0)
            painter.drawRoundedRect(QRectF((a + b - wide) / 2, 2, wide, bottom - 2), 3, 3)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, row, QRectF(4, number * height, labels, height), scale)

    def _paint_row(self, painter: QPainter, row: Row, label: QRectF, scale: Scale) -> None:
        theme, y = self._look.theme, label.center().y()
        bold, small = fonts.interface(8.75, bold=row.strong), fonts.interface(8.25)
        painter.setFont(bold)
        painter.setPen(theme.text if row.strong else theme.muted)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(label, middle, row.language)
        taken = QFontMetricsF(bold).horizontalAdvance(row.language) + 8
        if not self._compact and label.width() - taken > px(LEAST_NAME) - 10:
            painter.setFont(small)
            painter.setPen(theme.muted)
            room = label.width() - taken
            name = QFontMetricsF(small).elidedText(row.source, Qt.TextElideMode.ElideMiddle, room)
            painter.drawText(label.adjusted(taken, 0, 4, 0), middle, name)
        colour = theme.status[row.status].colour
        ends = [scale.x(v) if v is not None else None for v in (row.low, row.high)]
        a = ends[0] if ends[0] is not None else max((ends[1] or 0) - 26, scale.left - 8)
        b = ends[1] if ends[1] is not None else min((ends[0] or 0) + 26, scale.right + 14)
        painter.setPen(QPen(colour, 2.2))
        if b - a > 1:
            painter.drawLine(QPointF(a, y), QPointF(b, y))
        if None in ends:
            _arrow(painter, b if ends[1] is None else a, y, 5.0 if ends[1] is None else -5.0)
        painter.setBrush(colour if row.strong else theme.surface)
        for x in {x for x in ends if x is not None}:
            painter.drawEllipse(QPointF(x, y), 5.6, 5.6)
        painter.setFont(bold)
        painter.setPen(theme.text)
        room = max(self.width() - b - 13, px(40))
        text = QFontMetricsF(bold).elidedText(isolate(row.text, interface()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(b + 11, y - px(12), room, px(24)), middle | _ABSOLUTE, text)


_ABSOLUTE = int(Qt.AlignmentFlag.AlignAbsolute)


class Scale:
    """The number axis: linear from zero, or logarithmic where values lie far apart."""

    def __init__(
        self, values: Sequence[float], left: float, right: float, name: float = 58, *, axis: Axis = Axis.NUMBERS
    ) -> None:
        """From left to right in pixels, with so many for the name of a tick."""
        self.left, self.right, self._name, self._axis = left, right, name, axis
        low, high = min(values), max(values)
        positive = [v for v in values if v > 0]
        self.logarithmic = len(positive) == len(values) and high / low > LOGARITHMIC_FROM
        if self.logarithmic:
            self.low, self.high = 10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high))
            return
        if low > 0 and (high - low) < 0.25 * high and high > low:
            room = (high - low) * 0.6
            step = _step(high - low + 2 * room)
            self.low, self.high = math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step
        else:
            step = _step((max(high, 0) - min(low, 0)) or 1)
            self.low = min(0.0, math.floor(low / step) * step)
            self.high = max(math.ceil(high / step) * step, step)
        self._tick = _step(self.high - self.low)

    def x(self, value: float) -> float:
        """Return where a value lies, in pixels from the left."""
        if self.logarithmic:
            part = math.log10(max(value, self.low) / self.low) / math.log10(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.left + part * (self.right - self.left)

    def ticks(self) -> list[tuple[float, str]]:
        """Return the values on the axis and their names, as many as there is room for."""
        if self._axis is Axis.UNNAMED:
            return []
        if self.logarithmic:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            values = [10.0**n for n in range(first, last + 1)]
        else:
            count = round((self.high - self.low) / self._tick)
            values = [self.low + n * self._tick for n in range(count + 1)]
        each = max(1, math.ceil(len(values) / max((self.right - self.left) / self._name, 2)))
        return [(value, year(value) if self._axis is Axis.YEARS else short(value)) for value in values[::each]]


def _step(span: float) -> float:
    rough = span / 5
    size = 10.0 ** math.floor(math.log10(rough))
    return next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough * 0.999)


def _consensus(rows: Sequence[Row]) -> tuple[float, float] | None:
    """Return the band around the value that most sources give, as wide as they round; None where all differ."""
    exact = [row.low for row in rows if row.low is not None and row.low == row.high]
    best = max(exact, key=exact.count, default=None)
    if best is None or exact.count(best) < 2:
        return None
    half = max(row.rounding for row in rows if row.low == best)
    return (best - half, best + half)


def _arrow(painter: QPainter, x: float, y: float, size: float) -> None:
    path = QPainterPath(QPointF(x - size, y - 4))
    path.lineTo(QPointF(x, y))
    path.lineTo(QPointF(x - size, y + 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
