"""Notices in the window's flow: a line that says what happened and what can be done; and the drawing of emptiness."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import icons
from factcheck.desktop.measures import px
from factcheck.desktop.messages import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.theme import Look


class Tone(StrEnum):
    """How grave a notice is; each has an icon of its own."""

    INFORMATION = "information"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {Tone.INFORMATION: "information", Tone.WARNING: "warning", Tone.ERROR: "warning"}


class Notice(QWidget):
    """One line with buttons; hidden until there is something to say. `room` is left around it while it shows."""

    answered = Signal(object)  # the name of the button

    def __init__(self, look: Look, room: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._look, self._tone, self._stays = look, Tone.INFORMATION, False
        self._frame = QFrame()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(*room)
        outer.addWidget(self._frame)
        self._picture, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self._frame)
        self._row.setContentsMargins(12, 7, 8, 7)
        self._row.setSpacing(10)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        look.changed.connect(self._draw)
        self.hide()

    def say(self, tone: Tone, text: str, answers: Sequence[tuple[str, str]] = (), *, stays: bool = False) -> None:
        """Show a text; `answers` are (name, words) of buttons, one to close it is always there.

        `stays`: it is not to be swept away by what runs beside (`sweep`).
        """
        text, self._stays = told(text), stays
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for name, words in (*answers, ("close", "")):
            button = QPushButton(words)
            button.setObjectName("quiet")
            button.setAccessibleName(words or self.tr("Close this notice"))
            button.clicked.connect(lambda _=False, name=name: self._answer(name))
            self._row.addWidget(button)
            self._buttons.append(button)
        self._tone = tone
        self._text.setText(text)
        self.setAccessibleName(text)
        self._frame.setObjectName(f"notice_{tone}")
        self._frame.style().polish(self._frame)
        self._draw()
        self.show()

    def sweep(self) -> None:
        """Hide, unless it stays: another step begins."""
        if not self._stays:
            self.hide()

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._text.text()

    def answer(self, name: str) -> None:
        """Press one of its buttons."""
        self._answer(name)

    def _answer(self, name: str) -> None:
        self.hide()
        self.answered.emit(name)

    def _draw(self) -> None:
        theme = self._look.theme
        colour = {Tone.INFORMATION: theme.accent}.get(self._tone)
        if colour is None:
            colour = next(c.text for s, c in theme.status.items() if s == _STATUS[self._tone])
        self._picture.setPixmap(icons.picture(_ICONS[self._tone], colour, 20))
        if self._buttons:
            self._buttons[-1].setIcon(icons.icon("close", theme.muted, 16))


_STATUS = {Tone.WARNING: "check", Tone.ERROR: "conflict"}


class Emptiness(QWidget):
    """Fills a place that has nothing to show: a picture, what is the matter, and a way on."""

    wanted = Signal()

    def __init__(self, look: Look, icon: str) -> None:
        super().__init__()
        self.setObjectName("empty")
        self._look, self._icon = look, icon
        self._picture, self._title, self._text = QLabel(), QLabel(), QLabel()
        self._button = QPushButton()
        self._title.setObjectName("heading")
        self._text.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for label in (self._picture, self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._button.clicked.connect(lambda: self.wanted.emit())  # noqa: PLW0108 - drops the button's state
        look.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, text: str, button: str = "", icon: str = "") -> None:
        """Say what is the matter; without words for it there is no button."""
        self._icon = icon or self._icon
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        self._draw()

    @property
    def title(self) -> str:
        """Return the first line."""
        return self._title.text()

    def minimumSizeHint(self) -> QSize:
        """Return little: emptiness must not widen the window."""
        return QSize(px(180), px(120)).expandedTo(super().minimumSizeHint().boundedTo(QSize(px(180), px(400))))

    def _draw(self) -> None:
        self._picture.setPixmap(icons.picture(self._icon, self._look.theme.strong_border, 56))
