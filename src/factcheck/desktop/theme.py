"""How the window looks: a theme is one TOML file in `resources/themes`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from string import Template
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from factcheck.desktop.measures import scaled
from factcheck.desktop.status import Status
from factcheck.errors import FactcheckError
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CHOICES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class StatusColours:
    """The colours of one status: of marks, of their ground, of words on that ground, of words on the colour."""

    colour: QColor
    soft: QColor
    text: QColor
    on: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window."""

    name: str
    dark: bool
    window: QColor
    surface: QColor
    raised: QColor
    border: QColor
    strong_border: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    accent_soft: QColor
    band: QColor
    hit: QColor
    shadow: QColor
    status: Mapping[Status, StatusColours]

    def palette(self) -> QPalette:
        """Return Qt's palette in this theme's colours."""
        palette = QPalette(self.window)
        role = QPalette.ColorRole
        for where, colour in (
            (role.Window, self.window),
            (role.Base, self.surface),
            (role.AlternateBase, self.raised),
            (role.Button, self.surface),
            (role.WindowText, self.text),
            (role.Text, self.text),
            (role.ButtonText, self.text),
            (role.BrightText, self.text),
            (role.PlaceholderText, self.muted),
            (role.Highlight, self.accent),
            (role.HighlightedText, self.accent_text),
            (role.Link, self.accent),
            (role.LinkVisited, self.accent),
            (role.ToolTipBase, self.raised),
            (role.ToolTipText, self.text),
            (role.Mid, self.border),
            (role.Dark, self.strong_border),
        ):
            palette.setColor(where, colour)
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, where, self.muted)
        return palette

    def style_sheet(self) -> str:
        """Return `window.qss` with this theme's colours in it, its lengths as large as the words."""
        colours = {f.name: getattr(self, f.name).name() for f in fields(self) if f.type == "QColor"}
        for status, set_ in self.status.items():
            colours |= {f"{status}_{f.name}": getattr(set_, f.name).name() for f in fields(set_)}
        for drawn in ("tick", "arrow"):
            file = resource("icons") / f"{drawn}_{'dark' if self.dark else 'light'}.svg"
            colours[drawn] = file.as_posix()
        return scaled(Template((resource("themes") / "window.qss").read_text(encoding="utf-8")).substitute(colours))


def load(path: Path) -> Theme:
    """Return the theme of a file; raises FactcheckError naming file and key when something is missing or odd."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        colours = {name: _colour(value) for name, value in data["colours"].items()}
        status = {
            s: StatusColours(**{name: _colour(value) for name, value in data["status"][s].items()}) for s in Status
        }
        return Theme(name=data["name"], dark=data["dark"], status=status, **colours)
    except (KeyError, TypeError, ValueError) as error:
        raise FactcheckError(f"{path.name}: {error}; see the themes shipped with the program.") from error


def _colour(value: Any) -> QColor:
    colour = QColor(value)
    if not colour.isValid():
        raise ValueError(f"{value!r} is no colour")
    return colour


class Look(QObject):
    """The theme in force; whoever paints asks it, and repaints when it changes."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._themes = {name: load(resource("themes") / f"{name}.toml") for name in ("light", "dark")}
        self.choice = choice if choice in CHOICES else "system"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def theme(self) -> Theme:
        """Return the theme in force; "system" follows the desktop."""
        if self.choice != "system":
            return self._themes[self.choice]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._themes["dark" if dark else "light"]

    def choose(self, choice: str) -> None:
        """Change to "light", "dark" or "system"."""
        if choice in CHOICES and choice != self.choice:
            self.choice = choice
            self.changed.emit()

    def _system_changed(self) -> None:
        if self.choice == "system":
            self.changed.emit()
