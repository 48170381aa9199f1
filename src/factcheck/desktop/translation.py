"""The window's language: texts from `resources/interface`, plural forms by CLDR, Qt's own texts where Qt has none."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale
from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator

from factcheck.language import writing
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

ENGLISH = "en"  # the texts in the code
_installed: list[QTranslator] = []


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text; it is translated where it is shown. Qt's own is typed as returning any object."""
    del context
    return text


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that the window speaks, English first."""
    return (ENGLISH, *sorted(path.stem for path in resource("interface").glob("*.toml")))


def chosen(choice: str) -> str:
    """Return the language for a choice: itself, or for "system" the desktop's, English where the window has none."""
    tag = QLocale.system().name().split("_")[0] if choice == "system" else choice
    return tag if tag in languages() else ENGLISH


@cache
def texts(tag: str) -> Mapping[str, Mapping[str, str | Mapping[str, str]]]:
    """Return the tables of a language: "texts" of the window, "qt" of Qt, "messages" of the rooms below."""
    if tag == ENGLISH:
        return {"texts": {}, "qt": {}, "messages": {}}
    data = tomllib.loads((resource("interface") / f"{tag}.toml").read_text("utf-8"))
    return {"texts": data["texts"], "qt": data.get("qt", {}), "messages": data.get("messages", {})}


class Interface(QTranslator):
    """Qt asks it for every text; what it does not know stays English."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self._tag = tag
        self._texts, self._qt = texts(tag)["texts"], texts(tag)["qt"]
        self._plural = Locale.parse(tag).plural_form

    def isEmpty(self) -> bool:
        """Return False: there is something to translate."""
        return False

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        """Return the text, in the plural form of n and with n in it, or nothing for Qt to take the text as it is."""
        del comment
        found = self._qt.get(source) if context.startswith("Q") else self._texts.get(source)
        if found is not None and not isinstance(found, str):
            found = found.get(self._plural(max(n, 0)), found["other"])
        if n < 0:
            return found
        return (found or source.replace("(s)", "" if n == 1 else "s")).replace("%n", writing.count(n, self._tag))


def install(application: QApplication, tag: str) -> None:
    """Let the application speak a language, and run in its direction; Qt's own words too."""
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    own = QTranslator()
    if own.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _installed.append(own)
    _installed.append(Interface(tag))
    for translator in _installed:
        application.installTranslator(translator)
    right = QLocale(tag).textDirection() == Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    application.setProperty("language", tag)


def interface() -> str:
    """Return the tag of the language that the window speaks."""
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    return str((application.property("language") if application else None) or ENGLISH)
