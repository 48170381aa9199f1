"""The dialogs that ask for files and folders; they are opened, and answer by what the window then does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from factcheck.desktop.opening import ENDING, home, new_place

if TYPE_CHECKING:
    from factcheck.desktop.window import Window


class Choosing(QObject):
    """One dialog a question."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def files(self) -> None:
        """Ask for articles to be read."""
        dialog = self._dialog(self.tr("Add articles"), QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._window.desk.take)
        dialog.open()

    def folder(self) -> None:
        """Ask for a folder of articles to be read."""
        dialog = self._dialog(self.tr("Add a folder of articles"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._window.desk.add)
        dialog.open()

    def dossier(self) -> None:
        """Ask for a dossier to be opened."""
        dialog = self._dialog(self.tr("Open a dossier"), QFileDialog.FileMode.Directory)
        if home().is_dir():
            dialog.setDirectory(str(home()))
        dialog.fileSelected.connect(lambda path: self._window.desk.open_or_read(Path(path)))
        dialog.open()

    def new_dossier(self) -> None:
        """Ask for the place of a new dossier."""
        dialog = self._dialog(self.tr("New dossier"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Create"))
        home().mkdir(parents=True, exist_ok=True)
        dialog.setDirectory(str(home()))
        dialog.selectFile(new_place().name)
        dialog.fileSelected.connect(lambda path: self._window.desk.open(_with_ending(Path(path))))
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _with_ending(path: Path) -> Path:
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)
