"""Settings: the window's language, its theme, the size of the articles' text. All take effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from factcheck.desktop.hints import HINTED
from factcheck.desktop.isolates import isolate
from factcheck.desktop.preferences import ZOOMS
from factcheck.desktop.translation import ENGLISH, languages

if TYPE_CHECKING:
    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.window import Window


class Settings(QDialog):
    """Asks for what is chosen; the window does it."""

    language_wanted = Signal(object)  # tag, or "system"
    theme_wanted = Signal(object)  # str
    zoom_wanted = Signal(object)  # int, per cent

    def __init__(self, parent: QWidget, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.language, self.theme, self.zoom = QComboBox(), QComboBox(), QComboBox()
        self.language.addItem(self.tr("As the system has it"), "system")
        for tag in languages():  # each in its own words: who is lost in a language finds the way back
            self.language.addItem(str(Locale.parse(tag).get_display_name(tag)).capitalize(), tag)
        for choice, words in (
            ("system", self.tr("As the system has it")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(words, choice)
        for percent in ZOOMS:
            self.zoom.addItem(isolate(f"{percent} %", ENGLISH), percent)
        rows = (
            (self.tr("Language of the window"), self.language, preferences.language, self.language_wanted),
            (self.tr("Theme"), self.theme, preferences.theme, self.theme_wanted),
            (self.tr("Size of the text"), self.zoom, preferences.zoom, self.zoom_wanted),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (words, box, kept, wanted) in enumerate(rows):
            label = QLabel(words)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setMinimumWidth(230)
            box.setCurrentIndex(max(box.findData(kept), 0))
            box.activated.connect(lambda _, box=box, wanted=wanted: wanted.emit(box.currentData()))
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self.hints = QCheckBox(self.tr("Show hints"))
        self.hints.setChecked(not preferences.hinted)
        self.hints.toggled.connect(lambda on: setattr(preferences, "hinted", [] if on else list(HINTED)))
        grid.addWidget(self.hints, len(rows), 1)
        head = QLabel(self.windowTitle())
        head.setObjectName("title")
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(close.text())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(16)
        column.addWidget(head)
        column.addLayout(grid)
        column.addStretch()
        column.addWidget(buttons)
        self.setMinimumWidth(480)


def offer(window: Window) -> None:
    """Open the settings of a window."""
    settings = Settings(window, window.preferences)
    settings.language_wanted.connect(window.appearance.change_language)
    settings.theme_wanted.connect(window.appearance.choose_theme)
    settings.zoom_wanted.connect(window.appearance.choose_zoom)
    settings.open()
