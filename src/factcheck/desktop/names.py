"""How the window names languages and sources."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from babel import Locale
from babel.core import UnknownLocaleError
from PySide6.QtCore import QCoreApplication

from factcheck.desktop.isolates import is_right_to_left, isolate
from factcheck.desktop.translation import ENGLISH, interface

if TYPE_CHECKING:
    from factcheck.model import Document


def language_name(tag: str) -> str:
    """Return a language's name in the interface's language; the tag itself where CLDR has none."""
    if tag == "und":
        return QCoreApplication.translate("Names", "Unknown language")
    return _named(tag, interface())


@cache
def _named(tag: str, language: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def source_name(document: Document) -> str:
    """Return where an article is from, short: the host of its address, or the name of its file."""
    host = urlsplit(document.url).hostname if document.url else None
    return (host or "").removeprefix("www.") or PurePath(document.path).name or document.id[:8]


def source_shown(document: Document) -> str:
    """Return where an article is from, for a line of the window: "01-flood.txt" keeps its order from right to left."""
    return isolate(source_name(document), ENGLISH) if is_right_to_left(interface()) else source_name(document)


def title_of(document: Document) -> str:
    """Return an article's title on one line, or the name of its file where it has none."""
    return " ".join(document.title.split()) or source_name(document)
