"""Sizes that follow the text: what was designed in pixels, for words of normal size, grows as they do."""

from __future__ import annotations

import re

from PySide6.QtGui import QGuiApplication

NORMAL = 9.75  # points of the window's own words, as designed
SIZES = (90, 100, 110, 125, 150, 175, 200)  # per cent that can be chosen
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(pt|px)\b")


def scale() -> float:
    """Return how many times as large as designed the window's words are."""
    return QGuiApplication.font().pointSizeF() / NORMAL


def px(designed: float) -> int:
    """Return the pixels that a designed length takes with the words as large as they are."""
    return round(designed * scale())


def scaled(style_sheet: str) -> str:
    """Return a style sheet with all its lengths as large as the words are."""
    by = scale()
    return _LENGTH.sub(lambda found: f"{_told(float(found[1]) * by, found[2])}{found[2]}", style_sheet)


def _told(length: float, unit: str) -> str:
    return f"{length:.2f}" if unit == "pt" else str(max(round(length), 1) if length else 0)
