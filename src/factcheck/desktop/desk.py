"""The dossier on the desk: opening and closing it, its search, and reading articles into it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.desktop.isolates import isolate
from factcheck.desktop.notices import Tone
from factcheck.desktop.opening import COPY_ENDING, free_place, is_dossier, new_place, open_dossier, sample_place
from factcheck.desktop.searching import ArticleSearch
from factcheck.desktop.translation import ENGLISH
from factcheck.dossier.keeping import restore
from factcheck.errors import DossierError
from factcheck.resources import sample_dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.checks import Checks
    from factcheck.desktop.notices import Notice
    from factcheck.desktop.preferences import Preferences
    from factcheck.desktop.searching import Question
    from factcheck.dossier.locks import Lock
    from factcheck.dossier.store import Dossier

ADDED = "added"  # the setting of a dossier that lists the files and folders read into it


class Desk(QObject):
    """Holds one dossier or none; `writable` tells whether decisions can be kept in it."""

    opened = Signal(object)  # Path
    changed = Signal()  # another dossier, or none
    answered = Signal(object)  # searching.Answer

    def __init__(self, checks: Checks, notice: Notice, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self.writable = True
        self._lock: Lock | None = None
        self._checks, self._notice, self._preferences = checks, notice, preferences
        self._search: ArticleSearch | None = None
        checks.started.connect(self._remember)

    def open(self, folder: Path) -> bool:
        """Open the dossier of a folder, or what a copy in one file holds; tell why, where it cannot be."""
        if os.path.isfile(folder):  # noqa: PTH113 - a Path raises where the disk does not answer
            return self._open_copy(folder)
        again = self.dossier is not None and self.dossier.folder.absolute() == folder.absolute()
        held = self._lock if again and self._lock is not None and self._lock.held else None
        try:
            dossier, lock = open_dossier(folder, held)
        except (DossierError, OSError) as error:
            self._notice.say(Tone.ERROR, str(error))
            self._preferences.forget(folder)
            self.changed.emit()
            return False
        if held is not None:
            self._lock = None  # closing does not let go of it
        self.close()
        self.dossier, self.writable, self._lock = dossier, not dossier.read_only, lock
        self._preferences.remember(folder)
        self._notice.hide()
        if not self.writable:
            self._say_read_only(Tone.WARNING)
        self._search = ArticleSearch(dossier.folder, self)
        self._search.answered.connect(self.answered)
        self.changed.emit()
        self.opened.emit(folder)
        return True

    def close(self) -> None:
        """Let go of the dossier that is open; a check is stopped, what it did is kept."""
        self._checks.stop()
        if self._search is not None:
            self._search.close()
            self._search.deleteLater()
            self._search = None
        if self.dossier is not None:
            dossier, self.dossier = self.dossier, None
            self.changed.emit()
            dossier.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def add(self, paths: Sequence[str]) -> None:
        """Read files and folders into the dossier that is open, or into a new one."""
        if not paths or (self.dossier is None and not self.open(new_place())):
            return
        if not self.writable:
            self._say_read_only(Tone.ERROR)
            return
        assert self.dossier is not None
        self._checks.start(self.dossier.folder, list(paths))

    def take(self, paths: Sequence[str]) -> None:
        """Open a dossier, or a copy of one, that comes in alone; read everything else."""
        only = Path(paths[0]) if len(paths) == 1 else None
        if only is not None and (is_dossier(only) or only.suffix == COPY_ENDING):
            self.open(only)
        else:
            self.add(paths)

    def _open_copy(self, file: Path) -> bool:
        """Make a dossier out of a copy, and open that; tell why, where it cannot be."""
        place = free_place(file.stem)
        try:
            restore(file, place)
        except DossierError as error:
            self._notice.say(Tone.ERROR, str(error))
            return False
        if opened := self.open(place):
            words = self.tr("This is a dossier of its own, made of the copy {0}. The copy stays as it is.")
            self._notice.say(Tone.INFORMATION, words.format(isolate(file.name, ENGLISH)))
        return opened

    def open_or_read(self, folder: Path) -> None:
        """Open the dossier in a folder; where there is none, read what is in it into a new one."""
        if is_dossier(folder):
            self.open(folder)
        elif self.open(new_place()):
            self.add([str(folder)])

    def open_sample(self) -> None:
        """Open the sample dossier; read what of it has not been read."""
        from factcheck.reading.files import find

        if self.open(sample_place()) and self.dossier is not None:
            known = {row.path for row in self.dossier.library()}
            if any(str(path) not in known for path in find([sample_dossier()])):
                self.add([str(sample_dossier())])

    def read_again(self) -> None:
        """Read all files and folders again that were added."""
        if self.dossier is not None:
            self.add([path for path in self.dossier.settings.get(ADDED, []) if os.path.exists(path)])  # noqa: PTH110

    def search(self, question: Question) -> None:
        """Ask the index; `answered` comes for the latest question only."""
        if self._search is not None and (question.query or question.like):
            self._search.ask(question)

    def renew_search(self) -> None:
        """Let the search see what has been read since."""
        if self._search is not None:
            self._search.renew()

    def _remember(self, paths: list[str]) -> None:
        """Keep what was added, so that it can be read again: a folder may have got new files since."""
        assert self.dossier is not None
        known = self.dossier.settings.get(ADDED, [])
        added = [path for path in dict.fromkeys(str(Path(path).absolute()) for path in paths) if path not in known]
        if not added:
            return
        try:
            self.dossier.settings.set(ADDED, [*known, *added])
        except DossierError as error:
            self._notice.say(Tone.ERROR, str(error))

    def _say_read_only(self, tone: Tone) -> None:
        if self._lock is None or self._lock.held:
            self._notice.say(tone, self.tr("This dossier cannot be changed: its folder is read-only."))
            return
        who = isolate(", ".join(re.split(" on | since ", self._lock.holder)) or "factcheck", ENGLISH)
        text = self.tr("This dossier is open in another window ({0}). Here it can be read, but not changed.")
        self._notice.say(tone, text.format(who))
