"""How the window looks: theme, size of the text, what is folded, its language; each choice is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from factcheck.desktop import motion
from factcheck.desktop.preferences import ZOOMS
from factcheck.desktop.theme import CHOICES

if TYPE_CHECKING:
    from factcheck.desktop.window import Window


class Appearance(QObject):
    """Acts on one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.look.changed.connect(self.dress)

    def dress(self) -> None:
        """Give the application the colours of the theme."""
        theme = self._window.look.theme
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(theme.palette())
        application.setStyleSheet(theme.style_sheet())
        self._window.actions_.colour(self._window.look)
        self.choose_zoom(self._window.preferences.zoom)
        self._obey()

    def zoom(self, by: int) -> None:
        """Show articles larger (1), smaller (-1), or as designed (0)."""
        at = ZOOMS.index(self._window.preferences.zoom) + by if by else ZOOMS.index(100)
        self.choose_zoom(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])

    def choose_zoom(self, percent: int) -> None:
        """Show articles at a size, in per cent."""
        self._window.preferences.zoom = percent
        for reader in self._window.readers:
            reader.set_zoom(percent)

    def fold(self) -> None:
        """Hide or show what is not the article, wherever articles are read."""
        for reader in self._window.readers:
            reader.set_folded(self._window.actions_["fold"].isChecked())

    def change_language(self, choice: str) -> None:
        """Speak another language: "system", or a tag."""
        if choice != self._window.preferences.language:
            self._window.preferences.language = choice
            self._make_anew()

    def choose_size(self, percent: int) -> None:
        """Write the window's words larger or smaller, in per cent of the size designed."""
        if percent != self._window.preferences.size:
            self._window.preferences.size = percent
            self._make_anew()

    def choose_motion(self, choice: str) -> None:
        """Let things move, or not: "system", "less" or "full"."""
        self._window.preferences.motion = choice
        self._obey()

    def _obey(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        motion.obey(application, self._window.preferences.motion)

    def _make_anew(self) -> None:
        QTimer.singleShot(0, self._window, self._window.outdated.emit)

    def choose_theme(self, choice: str) -> None:
        """Take a theme: "light", "dark", or "system"."""
        self._window.look.choose(choice)
        self._window.preferences.theme = self._window.look.choice

    def change_theme(self) -> None:
        """Go on to the next of light, dark, and as the system has it."""
        look = self._window.look
        self.choose_theme(CHOICES[(CHOICES.index(look.choice) + 1) % len(CHOICES)])
        words = {"system": self.tr("as the system"), "light": self.tr("light"), "dark": self.tr("dark")}
        self._window.line.tell(self.tr("Theme: {0}").format(words[look.choice]))
