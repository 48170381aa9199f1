"""The inspector beside the reader: what one figure says in plain words, and who else reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import fonts
from factcheck.desktop.buttons import ActionButton
from factcheck.desktop.chips import StatusChip
from factcheck.desktop.dots import DotStrip, rows_of
from factcheck.desktop.isolates import isolate
from factcheck.desktop.marks import underline
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_shown
from factcheck.desktop.notices import Emptiness
from factcheck.desktop.numbers import short
from factcheck.desktop.plain_words import describe, explain, listed, value
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.status import Status, gravest, word
from factcheck.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent

    from factcheck.desktop.sightings import Sighting
    from factcheck.desktop.theme import Look

WIDTH = 316


class Inspector(QFrame):
    """Shows a figure's sightings; asks to compare or to go to one of the sources."""

    compare_wanted = Signal(object)  # Finding
    source_wanted = Signal(object)  # Sighting

    def __init__(self, look: Look, compare: QAction, correct: QAction) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setMinimumWidth(px(250))
        self._look = look
        self._found: list[Sighting] = []
        self._empty = Emptiness(look, "information")
        self._empty.say(self.tr("No figure selected"), self.tr("Click a marked figure to see what it says."))
        self._chip, self._words, self._value = StatusChip(look), QLabel(), QLabel()
        self._role, self._heading, self._explanation = QLabel(), QLabel(), QLabel()
        self._by_hand = QLabel(self.tr("Corrected by hand"))
        self._by_hand.setObjectName("section")
        self._dots = DotStrip(look, compact=True)
        self._compare = QPushButton()
        self._correct = ActionButton(correct)
        self._sources = QVBoxLayout()
        self._legend = Legend(look)
        self._key = compare.shortcut().toString().replace("Return", "Enter")
        self._body = self._lay_out()
        self._compare.clicked.connect(self._ask)
        self.show_figure([])

    def _lay_out(self) -> Scrolled:
        self._compare.setObjectName("primary")
        self._value.setObjectName("title")
        self._heading.setObjectName("section")
        self._words.setObjectName("heading")
        for label in (self._words, self._value, self._role, self._explanation, self._heading, self._by_hand):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._role, self._explanation):
            label.setObjectName("muted")
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for widget in (self._chip, self._value, self._words, self._role, self._by_hand, self._explanation):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._dots)
        column.addWidget(self._compare)
        column.addLayout(self._sources)
        column.addWidget(self._correct)
        column.addStretch()
        scroll = Scrolled(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._empty, 1)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._legend)
        return scroll

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where it would take the room of what it explains."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() > px(300))

    def show_figure(self, found: Sequence[Sighting], *, by_hand: bool = False) -> None:
        """Show a figure (the first sighting) and what it was matched with; nothing empties the inspector."""
        self._found = list(found)
        self._by_hand.setVisible(by_hand)
        self._empty.setVisible(not found)
        self._body.setVisible(bool(found))
        if not found:
            return
        first, others = found[0], found[1:]
        status = gravest(each.status for each in others)
        self._chip.show_status(status, word(status))
        self._value.setText(value(first.claim))
        self._words.setText(describe(first.claim))
        self._role.setText(_role(first.claim.role))
        worst = next((each for each in others if each.status is status), None)
        self._explanation.setText(explain(worst.finding) if worst and worst.finding else "")
        self._explanation.setVisible(worst is not None)
        self._dots.show_rows(rows_of(found, frozenset({first.claim.id})))
        self._dots.setVisible(bool(others))
        self._heading.setText(self._counted(others))
        self._compare.setVisible(bool(others))
        self._compare.setText(self.tr("Compare side by side   {key}").format(key=self._key))
        self._compare.setAccessibleName(self.tr("Compare side by side"))
        self._list_sources(others)

    def _counted(self, others: Sequence[Sighting]) -> str:
        """Return how many sources report the figure itself, and how many something near it."""
        near = sum(each.status is Status.CHECK for each in others)
        report = len(others) - near
        told = [self.tr("%n other source(s) report this figure", "", report)] if report else []
        if near:
            told.append(self.tr("%n near it, to check", "", near))
        return listed(told) or self.tr("No other source reports this figure.")

    @property
    def found(self) -> list[Sighting]:
        """Return what is shown."""
        return self._found

    def _list_sources(self, others: Sequence[Sighting]) -> None:
        while item := self._sources.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in others:
            button = SourceButton(self._look, each)
            button.clicked.connect(lambda _=False, each=each: self.source_wanted.emit(each))
            self._sources.addWidget(button)

    def _ask(self) -> None:
        if finding := next((each.finding for each in self._found if each.finding), None):
            self.compare_wanted.emit(finding)


def _role(role: Role) -> str:
    return {
        Role.LEVEL: QCoreApplication.translate("Inspector", "A level: what was measured"),
        Role.CHANGE: QCoreApplication.translate("Inspector", "A change: by how much it rose or fell"),
        Role.TARGET: QCoreApplication.translate("Inspector", "A target: what is planned"),
    }[role]


class SourceButton(QPushButton):
    """A source that reports the figure: its value as written, its name, how it stands to the figure."""

    def __init__(self, look: Look, each: Sighting) -> None:
        super().__init__()
        self._look, self._each = look, each
        self._quote = isolate(each.document.quote(each.claim.span), each.document.language)
        self._name = f"{language_name(each.document.language)} · {source_shown(each.document)}"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{word(each.status)}: {self._quote}, {self._name}")
        self.setToolTip(" ".join(each.document.title.split()))

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        return QSize(200, px(54))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, then both lines."""
        super().paintEvent(event)
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = theme.status[self._each.status]
            area = QRectF(self.rect()).adjusted(12, 6, -12, -6)
            painter.setPen(colours.text)
            painter.setFont(fonts.reading(self._each.document.language, 10.5, bold=True))
            line = QRectF(area.left(), area.top(), area.width(), area.height() / 2)
            painter.drawText(line, _MIDDLE, self._quote)
            painter.setPen(theme.muted)
            painter.setFont(fonts.interface(8.5))
            name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(line.translated(0, area.height() / 2), _MIDDLE, name)


class Legend(QWidget):
    """What the four marks mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(px(78))
        self.setAccessibleName(self.tr("Legend"))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw two by two: a marked sample, and its word."""
        del event
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.border)
            painter.drawLine(16, 0, self.width() - 16, 0)
            half = (self.width() - 32) / 2
            for number, status in enumerate(Status):
                colours = theme.status[status]
                column = 1 - number % 2 if self.isRightToLeft() else number % 2
                left, top = 16 + half * column, px(13 + 30 * (number // 2))
                cell = QRectF(left, top, half, px(22))
                area = QRectF(cell.right() - px(34) if self.isRightToLeft() else left, top, px(34), px(22))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.soft)
                painter.drawRoundedRect(area, 4, 4)
                painter.setPen(colours.text)
                painter.setFont(fonts.interface(8.75, bold=True))
                painter.drawText(area.adjusted(0, -2, 0, -2), int(Qt.AlignmentFlag.AlignCenter), short(4.2))
                underline(painter, area, status, colours.colour)
                painter.setPen(theme.text)
                painter.setFont(fonts.interface(9))
                words = cell.adjusted(0, 0, -px(42), 0) if self.isRightToLeft() else cell.adjusted(px(42), 0, 0, 0)
                painter.drawText(words, _MIDDLE, word(status))


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
