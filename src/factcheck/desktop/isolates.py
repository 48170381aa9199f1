"""Quoting a value outside its sentence, so that its percent sign does not change sides.

Unicode Standard Annex 9, explicit directional isolates; the Arabic letter mark makes '٪' stay with Arabic digits.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QLocale, Qt

from factcheck.language.scripts import LEFT_TO_RIGHT, RIGHT_TO_LEFT

_RTL, _LTR, _END, _ARABIC, _LEFT, _RIGHT = "\u2067", "\u2066", "\u2069", "\u061c", "\u200e", "\u200f"
_MARKS = str.maketrans("", "", _RTL + _LTR + _END + _ARABIC + _LEFT + _RIGHT)
_TO_THE_LEFT = re.compile(rf"[{RIGHT_TO_LEFT}]+(?:[\s\u200c]+[{RIGHT_TO_LEFT}]+)*")
_TO_THE_RIGHT = re.compile(rf"[{LEFT_TO_RIGHT}]+(?:\s+[{LEFT_TO_RIGHT}]+)*")


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


def embed(text: str, *, right: bool = False) -> str:
    """Return a text in which words of the other direction keep to themselves; `right`: it goes to the left itself."""
    foreign, begin, own = (_TO_THE_RIGHT, _LTR, _RIGHT) if right else (_TO_THE_LEFT, _RTL, _LEFT)
    embedded = foreign.sub(lambda found: f"{begin}{found.group()}{_END}", text)
    return own + embedded if embedded[:1] == begin else embedded


def plain(text: str) -> str:
    """Return a text without the marks that `isolate` adds, for the clipboard and for files."""
    return text.translate(_MARKS)
