"""The shipped fonts: Noto Sans and Noto Sans Arabic, so that every script shows on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from factcheck.desktop.isolates import is_right_to_left
from factcheck.resources import resource

LATIN, ARABIC = "Noto Sans", "Noto Sans Arabic"
READING_SIZE = 12.25  # points, at 100 %


def load() -> None:
    """Make the shipped fonts known to Qt."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def interface(size: float = 9.75, *, bold: bool = False) -> QFont:
    """Return the font of the window's own words, size in points."""
    font = QFont([LATIN, ARABIC])
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def reading(language: str, size: float = READING_SIZE, *, bold: bool = False) -> QFont:
    """Return the font for text of a language; Arabic script is drawn half a point larger, it is finer."""
    right = is_right_to_left(language)
    font = QFont([ARABIC, LATIN] if right else [LATIN, ARABIC])
    font.setPointSizeF(size + 0.5 if right else size)
    font.setBold(bold)
    return font


def line_height(font: QFont) -> float:
    """Return the fixed line height in pixels for running text: Arabic's own is too tall to be used."""
    latin = QFont(LATIN)
    latin.setPointSizeF(font.pointSizeF())
    return round(1.75 * QFontMetricsF(latin).ascent())
