"""Settings: the window's language, its theme, the size of the articles' text. All take effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.hints import HINTED
from factcheck.desktop.measures import SIZES, px
from factcheck.desktop.numbers import percent
from factcheck.desktop.preferences import ZOOMS
from factcheck.desktop.translation import languages

if TYPE_CHECKING:
    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.window import Window


class Settings(Sheet):
    """Asks for what is chosen; the window does it."""

    language_wanted = Signal(object)  # tag, or "system"
    theme_wanted = Signal(object)  # str
    size_wanted = Signal(object)  # int, per cent, of the window's words
    motion_wanted = Signal(object)  # str
    zoom_wanted = Signal(object)  # int, per cent, of articles beside these

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        super().__init__(parent, self.tr("Settings"), size=(480, 0))
        self.language, self.theme, self.size_, self.zoom = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.motion = QComboBox()
        self.language.addItem(self.tr("As the system has it"), "system")
        for tag in languages():  # each in its own words: who is lost in a language finds the way back
            self.language.addItem(str(Locale.parse(tag).get_display_name(tag)).capitalize(), tag)
        for choice, words in (
            ("system", self.tr("As the system has it")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(words, choice)
        for choice, words in (
            ("system", self.tr("As the system has it")),
            ("less", self.tr("Less motion")),
            ("full", self.tr("All motion")),
        ):
            self.motion.addItem(words, choice)
        for box, choices in ((self.size_, SIZES), (self.zoom, ZOOMS)):
            for size in choices:
                box.addItem(percent(size / 100), size)
        rows = (
            (self.tr("Language of the window"), self.language, preferences.language, self.language_wanted),
            (self.tr("Theme"), self.theme, preferences.theme, self.theme_wanted),
            (self.tr("Size of the text"), self.size_, preferences.size, self.size_wanted),
            (self.tr("Size of articles"), self.zoom, preferences.zoom, self.zoom_wanted),
            (self.tr("Motion"), self.motion, preferences.motion, self.motion_wanted),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (words, box, kept, wanted) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setMinimumWidth(px(230))
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.activated.connect(lambda _, box=box, wanted=wanted: wanted.emit(box.currentData()))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self.hints = QCheckBox(self.tr("Show hints"))
        self.hints.setChecked(not preferences.hinted)
        self.hints.toggled.connect(lambda on: setattr(preferences, "hinted", [] if on else list(HINTED)))
        grid.addWidget(self.hints, len(rows), 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.end()


def offer(window: Window) -> None:
    """Open the settings of a window."""
    settings = Settings(window, window.preferences)
    settings.language_wanted.connect(window.appearance.change_language)
    settings.theme_wanted.connect(window.appearance.choose_theme)
    settings.size_wanted.connect(window.appearance.choose_size)
    settings.motion_wanted.connect(window.appearance.choose_motion)
    settings.zoom_wanted.connect(window.appearance.choose_zoom)
    settings.open()
