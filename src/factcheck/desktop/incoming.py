"""What comes in besides chosen files: text from the clipboard, and what changes in the folders of a dossier."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from factcheck.desktop.desk import ADDED
from factcheck.desktop.notices import Tone
from factcheck.desktop.opening import new_place
from factcheck.errors import DossierError, UnreadableFileError

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from factcheck.desktop.desk import Desk
    from factcheck.desktop.notices import Notice
    from factcheck.reading.watching import Watch

WATCHED = "watched"  # the setting of a dossier that says whether its folders are watched
LOOK = 2000  # milliseconds between two looks at the folders; more where a look takes long
_CALM = 50  # times as long as a look takes, the window does something else
_PASTED = "pasted"  # the folder in a dossier in which pasted texts are kept


class Incoming(QObject):
    """Hands texts and folders to the desk; `action` is on while the folders of the dossier are watched."""

    def __init__(self, action: QAction, desk: Desk, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._desk, self._notice = action, desk, notice
        self._watch: Watch | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._begin)

    def paste(self) -> None:
        """Read the text on the clipboard as an article, into a new dossier if none is open."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._notice.say(Tone.INFORMATION, self.tr("There is no text on the clipboard."))
            return
        if self._desk.dossier is None and not self._desk.open(new_place()):
            return
        assert self._desk.dossier is not None
        from factcheck.reading.pasting import keep  # late, as all of reading: it keeps the start quick

        try:
            path = keep(text, self._desk.dossier.folder / _PASTED)
        except UnreadableFileError as error:
            self._notice.say(Tone.ERROR, str(error))
            return
        self._desk.add([str(path)])

    def watch(self) -> None:
        """Begin or end to watch the folders that were added to the dossier, as the action says."""
        dossier = self._desk.dossier
        if dossier is None:
            return
        try:
            dossier.settings.set(WATCHED, self._action.isChecked())
        except DossierError as error:
            self._notice.say(Tone.ERROR, str(error))
        self._begin()

    def look(self) -> None:
        """Let what came, changed or went in the folders be read; changes are told once they are at rest."""
        if self._watch is None:
            return
        began = monotonic()
        if self._watch.look():
            self._desk.add([str(folder) for folder in self._watch.folders])
        if {*self._watch.folders} != {*self._folders()}:
            self._watch = self._at_folders()
        self._timer.start(max(LOOK, int((monotonic() - began) * 1000 * _CALM)))

    def _begin(self) -> None:
        """Watch as the dossier's setting says; what changed while nobody looked is read at once."""
        dossier = self._desk.dossier
        watched = dossier is not None and self._desk.writable and bool(dossier.settings.get(WATCHED, False))
        self._action.setEnabled(dossier is not None and self._desk.writable)
        self._action.setChecked(watched)
        self._timer.stop()
        self._watch = None
        if watched:
            self._watch = self._at_folders()
            self._desk.add([str(folder) for folder in self._watch.folders])
            self._timer.start(LOOK)

    def _at_folders(self) -> Watch:
        from factcheck.reading.watching import Watch

        return Watch(self._folders())

    def _folders(self) -> list[Path]:
        added = self._desk.dossier.settings.get(ADDED, []) if self._desk.dossier else []
        return [Path(path) for path in added if os.path.isdir(path)]  # noqa: PTH112 - a Path raises where the disk does not answer
