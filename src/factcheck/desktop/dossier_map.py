"""The map of a dossier: how many articles there are of each language and time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.desktop import fonts, picture_saving
from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name
from factcheck.desktop.numbers import count, day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import LibraryRow

MOST = 24  # columns
_STEPS = ("%Y-%m-%d", "%Y-%m", "%Y")  # days, months, years: the finest that fits


class DossierMap(QWidget):
    """Languages down, times across; the darker a field, the more articles, and their number is written in it."""

    def __init__(self, look: Look, rows: Sequence[LibraryRow]) -> None:
        super().__init__()
        self._look = look
        self._counts, self._times = counted([(row.language, row.published) for row in rows])
        self._languages = [tag for tag, _ in Counter(tag for tag, _ in self._counts.elements()).most_common()]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Map of the dossier"))
        told = (
            f"{language_name(tag)}, {day(time or '–')}: {count(n)}" for (tag, time), n in sorted(self._counts.items())
        )
        self.setAccessibleDescription("; ".join(told))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        picture_saving.offer(self, self._draw, lambda: look.theme.surface)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room of all fields."""
        return QSize(px(150 + 64 * len(self._times)), px(40 + 34 * len(self._languages)))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the fields."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter)

    def _draw(self, painter: QPainter) -> None:
        theme, small = self._look.theme, fonts.interface(8.25)
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        labels = max((metrics.horizontalAdvance(language_name(tag)) for tag in self._languages), default=0) + 18
        wide = min((self.width() - labels) / max(len(self._times), 1), px(110))
        high = min((self.height() - px(34)) / max(len(self._languages), 1), px(40))
        most = max(self._counts.values(), default=1)
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for row, tag in enumerate(self._languages):
            painter.setPen(theme.text)
            name = QRectF(0, row * high, labels - 10, high)
            painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), language_name(tag))
            for column, time in enumerate(self._times):
                number = self._counts[tag, time]
                area = QRectF(labels + column * wide, row * high, wide, high).adjusted(2, 2, -2, -2)
                ground = QColor(theme.accent)
                ground.setAlphaF(0.10 + 0.35 * number / most if number else 0.03)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(area, 4, 4)
                if number:
                    painter.setPen(theme.text)
                    painter.drawText(area, middle, count(number))
        painter.setPen(theme.muted)
        top = high * len(self._languages) + 4
        for column, time in enumerate(self._times):
            painter.drawText(
                QRectF(labels + column * wide, top, wide, px(22)), middle, day(time) if time else self.tr("no date")
            )


def counted(articles: Sequence[tuple[str, date | None]]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Return the number of articles by language and time, and the times in order; "" is no date, and last.

    Times are days, months or years, the finest of which there are no more than fit; of years, the last ones.
    """
    days = [day for _, day in articles if day]
    step = next((each for each in _STEPS if len({f"{day:{each}}" for day in days}) <= MOST), _STEPS[-1])
    counts = Counter((tag, f"{day:{step}}" if day else "") for tag, day in articles)
    times = sorted({time for _, time in counts if time})[-MOST:]
    return counts, times + ([""] if any(not time for _, time in counts) else [])


class DossierMapSheet(Sheet):
    """The map in a dialog."""

    def __init__(self, parent: QWidget, look: Look, rows: Sequence[LibraryRow]) -> None:
        counted = self.tr("%n article(s)", "", len(rows))
        super().__init__(parent, self.tr("Map of the dossier"), counted, (860, 460))
        self.body.addWidget(DossierMap(look, rows), 1)
        self.end()
