"""Quoting a value outside its sentence, so that its percent sign does not change sides.

Unicode Standard Annex 9, explicit directional isolates; the Arabic letter mark makes '٪' stay with Arabic digits.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QLocale, Qt

from factcheck.language.scripts import RIGHT_TO_LEFT

_RTL, _LTR, _END, _ARABIC, _LEFT = "\u2067", "\u2066", "\u2069", "\u061c", "\u200e"
_MARKS = str.maketrans("", "", _RTL + _LTR + _END + _ARABIC + _LEFT)
_LETTER = f"[{RIGHT_TO_LEFT}]"
_FOREIGN = re.compile(rf"{_LETTER}+(?:[\s\u200c]+{_LETTER}+)*")


@cache
def is_right_to_left(language: str) -> bool:
    """Return whether a language is written from right to left."""
    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def direction(language: str) -> Qt.LayoutDirection:
    """Return the layout direction of a language."""
    return Qt.LayoutDirection.RightToLeft if is_right_to_left(language) else Qt.LayoutDirection.LeftToRight


def isolate(value: str, language: str) -> str:
    """Return a value of a source in that language, to be shown in a line of any direction."""
    value = " ".join(value.split())
    return f"{_RTL}{_ARABIC}{value}{_END}" if is_right_to_left(language) else f"{_LTR}{value}{_END}"


def embed(text: str) -> str:
    """Return a left-to-right text in which words of a right-to-left script keep to themselves."""
    embedded = _FOREIGN.sub(lambda found: f"{_RTL}{found.group()}{_END}", text)
    return _LEFT + embedded if embedded[:1] == _RTL else embedded


def plain(text: str) -> str:
    """Return a text without the marks that `isolate` adds, for the clipboard and for files."""
    return text.translate(_MARKS)
