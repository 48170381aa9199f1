"""The shipped fonts: Noto Sans and Noto Sans Arabic, so that every script shows on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from factcheck.desktop.isolates import is_right_to_left
from factcheck.desktop.measures import NORMAL, scale
from factcheck.resources import resource

LATIN, ARABIC = "Noto Sans", "Noto Sans Arabic"
READING_SIZE = 12.25  # points, at 100 %


def load() -> None:
    """Make the shipped fonts known to Qt."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def choose_size(percent: int) -> None:
    """Give the window's words a size, in per cent of the one designed; windows made from now on follow it."""
    QGuiApplication.setFont(printed(NORMAL * percent / 100))


def interface(size: float = NORMAL, *, bold: bool = False) -> QFont:
    """Return the font of the window's own words; `size` is the one designed, in points."""
    return printed(size * scale(), bold=bold)


def printed(size: float, *, bold: bool = False) -> QFont:
    """Return the font of a report's words, size in points, however large the window's are."""
    font = QFont([LATIN, ARABIC])
    font.setPointSizeF(size)
    font.setBold(bold)
    return font


def reading(language: str, size: float = READING_SIZE, *, bold: bool = False) -> QFont:
    """Return the font for text of a language, `size` as designed; the finer Arabic script half a point larger."""
    right = is_right_to_left(language)
    font = QFont([ARABIC, LATIN] if right else [LATIN, ARABIC])
    font.setPointSizeF((size + 0.5 if right else size) * scale())
    font.setBold(bold)
    return font


def line_height(font: QFont) -> float:
    """Return the fixed line height in pixels for running text: Arabic's own is too tall to be used."""
    latin = QFont(LATIN)
    latin.setPointSizeF(font.pointSizeF())
    return round(1.75 * QFontMetricsF(latin).ascent())
