"""All sources of one case in a row: whose figure stands alone, and which source is set beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from factcheck.desktop import icons
from factcheck.desktop.flow import Flow
from factcheck.desktop.isolates import isolate
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name, source_name
from factcheck.desktop.status import Status, word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from factcheck.desktop.sightings import Sighting
    from factcheck.desktop.theme import Look
    from factcheck.model import Claim

MOST = 4  # buttons; the dot strip below has the others too


class WitnessBar(QWidget):
    """Hidden while a case has two sources only."""

    wanted = Signal(object)  # Sighting, to be set beside the outlier

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: list[Sighting] = []
        self.buttons: list[QPushButton] = []
        self._sample = QPushButton(f"{word(Status.CONFLICT)} \u0627", self)  # in scripts of both heights
        self._sample.setObjectName("witness")
        self._sample.hide()
        self._words = QLabel()
        self._words.setObjectName("muted")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = Flow()
        self.setLayout(self._row)
        self._row.addWidget(self._words)
        look.changed.connect(self._draw)

    def sizeHint(self) -> QSize:
        """Return the room of all buttons, the same height with and without them."""
        return QSize(super().sizeHint().width(), self._height)

    @property
    def _height(self) -> int:
        """Return the height of a button, whatever script its figure is written in."""
        self._sample.ensurePolished()
        return self._sample.sizeHint().height()

    def show_sources(self, outlier: Claim | None, others: Sequence[Sighting], shown: Collection[str]) -> None:
        """Show the sources beside the outlier's; `shown` are the ids of those that stand beside it now."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._found = [], list(others[:MOST])
        self.setVisible(len(others) > 1)
        if not self._found:
            return
        count = len(others)
        self._words.setText(
            self.tr("One against %n", "", count) if outlier else self.tr("%n source(s) to set beside it", "", count)
        )
        for number, each in enumerate(self._found):
            quote = isolate(each.document.quote(each.claim.span), each.document.language)
            button = QPushButton(f"{quote}  ·  {language_name(each.document.language)}")
            button.setCheckable(True)
            button.setMinimumHeight(self._height)
            button.setChecked(each.claim.id in shown)
            button.setObjectName("witness")
            button.setIconSize(QSize(px(14), px(14)))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setToolTip(source_name(each.document))
            button.setAccessibleName(f"{word(each.status)}: {quote}, {source_name(each.document)}")
            button.clicked.connect(lambda _=False, each=each: self.wanted.emit(each))
            self._row.insertWidget(number + 1, button)
            button.show()  # now, so that the bar knows at once what room it needs
            self.buttons.append(button)
        self._draw()

    def _draw(self) -> None:
        for button, each in zip(self.buttons, self._found, strict=True):
            colour = self._look.theme.status[each.status if each.status in Status else Status.SINGLE].text
            button.setIcon(icons.icon(each.status, colour))
