"""What the window remembers between two sessions, in an INI file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from factcheck.desktop.measures import SIZES

if TYPE_CHECKING:
    from collections.abc import Sequence

RECENT = 8
ZOOMS = (70, 80, 90, 100, 110, 125, 150, 175, 200)


class Preferences:
    """Theme, text size, recent dossiers and the window's place."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """Return "system", "light" or "dark"."""
        return str(self._settings.value("theme", "system"))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._settings.setValue("theme", choice)

    @property
    def language(self) -> str:
        """Return the window's language: a tag, or "system"."""
        return str(self._settings.value("language", "system"))

    @language.setter
    def language(self, choice: str) -> None:
        self._settings.setValue("language", choice)

    @property
    def size(self) -> int:
        """Return the size of the window's words in per cent, one of SIZES."""
        return self._percent("size", SIZES)

    @size.setter
    def size(self, percent: int) -> None:
        self._settings.setValue("size", percent)

    @property
    def zoom(self) -> int:
        """Return the size of articles' text beside that in per cent, one of ZOOMS."""
        return self._percent("zoom", ZOOMS)

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._settings.setValue("zoom", percent)

    @property
    def motion(self) -> str:
        """Return "system", "less" or "full"."""
        return str(self._settings.value("motion", "system"))

    @motion.setter
    def motion(self, choice: str) -> None:
        self._settings.setValue("motion", choice)

    @property
    def citation(self) -> str:
        """Return how copied quotations name their sources (`quotation.Citation`); "" the first time."""
        return str(self._settings.value("citation", ""))

    @citation.setter
    def citation(self, style: str) -> None:
        self._settings.setValue("citation", style)

    @property
    def hinted(self) -> list[str]:
        """Return the pages whose hint was told."""
        return [page for page in str(self._settings.value("hinted", "")).split(" ") if page]

    @hinted.setter
    def hinted(self, pages: Sequence[str]) -> None:
        self._settings.setValue("hinted", " ".join(pages))

    @property
    def recent(self) -> list[Path]:
        """Return the dossiers opened last, the latest first; those that are gone are left out."""
        kept = self._settings.value("recent", [])
        paths = [kept] if isinstance(kept, str) else list(kept) if isinstance(kept, list) else []
        return [Path(path) for path in paths if os.path.isdir(path)]  # noqa: PTH112 - a Path raises where a disk does not answer

    def remember(self, dossier: Path) -> None:
        """Put a dossier first among the recent ones."""
        others = [path for path in self.recent if path != dossier]
        self._store([dossier, *others][:RECENT])

    def forget(self, dossier: Path) -> None:
        """Take a dossier out of the recent ones."""
        self._store([path for path in self.recent if path != dossier])

    def _percent(self, name: str, choices: Sequence[int]) -> int:
        try:
            kept = int(str(self._settings.value(name, 100)))
        except ValueError:
            kept = 100
        return min(choices, key=lambda each: abs(each - kept))

    def _store(self, paths: Sequence[Path]) -> None:
        self._settings.setValue("recent", [str(path) for path in paths])

    @property
    def geometry(self) -> QByteArray:
        """Return the window's place and size, as Qt keeps it; empty the first time."""
        kept = self._settings.value("geometry", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)
