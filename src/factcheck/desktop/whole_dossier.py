"""What is done with a dossier as a whole: its properties, copies to keep and to send, the bin."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from factcheck.desktop.isolates import isolate
from factcheck.desktop.notices import Tone
from factcheck.desktop.opening import COPY_ENDING
from factcheck.desktop.properties_sheet import PropertiesSheet
from factcheck.desktop.start_page import name_of
from factcheck.desktop.translation import ENGLISH
from factcheck.dossier.keeping import save_copy
from factcheck.dossier.locks import alone
from factcheck.dossier.properties import properties
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.desktop.window import Window


class WholeDossier(QObject):
    """Acts on the dossier that is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def show_properties(self) -> None:
        """Tell what the dossier is made of."""
        dossier = self._window.dossier
        if dossier is not None:
            sheet = PropertiesSheet(self._window, name_of(dossier.folder), properties(dossier))
            sheet.copy_wanted.connect(lambda texts: self._ask_where(texts=texts))
            sheet.bin_wanted.connect(self.throw_away)
            sheet.open()

    def save_copy(self, file: Path, *, texts: bool) -> None:
        """Write the dossier into one file, with the texts of its articles or without."""
        dossier, window = self._window.dossier, self._window
        if dossier is None:
            return
        try:
            save_copy(dossier, file, texts=texts)
        except FactcheckError as error:
            window.notice.say(Tone.ERROR, str(error))
        else:
            window.notice.say(Tone.INFORMATION, self.tr("A copy is saved as {0}.").format(file))

    def throw_away(self) -> None:
        """Close the dossier and move its folder to the system's bin."""
        dossier, window = self._window.dossier, self._window
        if dossier is None:
            return
        folder = dossier.folder
        window.desk.close()
        window.go_to("start")
        words = self.tr("“{0}” could not be moved to the bin. Delete its folder yourself: {1}")
        failed = words.format(name_of(folder), isolate(str(folder), ENGLISH))
        try:
            with alone(folder):
                pass
            moved = _to_the_bin(folder)
        except FactcheckError as error:
            moved, failed = False, str(error)
        if moved:
            window.preferences.forget(folder)
            window.notice.say(Tone.INFORMATION, self.tr("“{0}” is in the bin.").format(name_of(folder)))
        else:
            window.desk.open(folder)
            window.notice.say(Tone.ERROR, failed)
        window.show_dossier()

    def _ask_where(self, *, texts: bool) -> None:
        dossier = self._window.dossier
        if dossier is None:
            return
        dialog = QFileDialog(self._window, self.tr("Save a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(COPY_ENDING.removeprefix("."))
        dialog.selectFile(f"{name_of(dossier.folder)}{COPY_ENDING}")
        dialog.fileSelected.connect(lambda path: self.save_copy(Path(path), texts=texts))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _to_the_bin(folder: Path) -> bool:
    """Move a folder to the system's bin; return whether that was done."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    with suppress(OSError):
        Path(place).mkdir(parents=True, exist_ok=True)  # in which Qt makes the bin where there is none yet (Linux)
    moved: object = QFile.moveToTrash(str(folder))  # Qt's Python stubs promise a pair; what comes is a bool
    return bool(moved[0] if isinstance(moved, tuple) else moved)
