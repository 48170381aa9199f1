"""A check as the window sees it: it starts the worker, tells how far it is, and what to do when it stops."""

from __future__ import annotations

import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.desktop.notices import Notice, Tone
from factcheck.desktop.reading_process import ReadingProcess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from factcheck.desktop.status_line import StatusLine
    from factcheck.model import Skipped

AGAIN = 1.5  # seconds at least between two looks at what the worker has done so far


class Checks(QObject):
    """One at a time; `changed` says that the dossier has new content."""

    started = Signal(object)  # list of str, the files and folders
    changed = Signal()
    finished = Signal()
    log_wanted = Signal()
    list_wanted = Signal()
    findings_wanted = Signal()

    def __init__(self, line: StatusLine, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self.process = ReadingProcess(self)
        self._line, self._notice = line, notice
        self._dossier: Path | None = None
        self._waiting: list[str] = []
        self._skipped: list[Skipped] = []
        self._stuck = ""
        self._quiet = self._again = False  # whether the check only compares anew, and whether another is to follow
        self._last, self._pause = 0.0, AGAIN
        self.process.progressed.connect(self._progressed)
        self.process.skipped.connect(self._skipped_one)
        self.process.finished.connect(self._finished)
        self.process.cancelled.connect(self._cancelled)
        self.process.failed.connect(self._failed)
        self.process.crashed.connect(self._crashed)
        line.cancel_wanted.connect(self.process.cancel)
        notice.answered.connect(self._answered)

    def start(self, dossier: Path, paths: Sequence[str]) -> None:
        """Read files and folders into a dossier; what comes while another check runs waits for its end."""
        if self.process.running:
            self._waiting += [path for path in paths if path not in self._waiting]
            return
        self._dossier, self._skipped, self._last = dossier, [], monotonic()
        self._quiet = not paths
        self._notice.sweep()
        self._line.rest()
        self._line.show_progress("reading", 0, 0, "")
        self.started.emit(list(paths))
        self.process.start(dossier, paths)

    def compare_anew(self, dossier: Path) -> None:
        """Compare what is in a dossier anew, without a word: somebody corrected something."""
        self._again = self.process.running
        if not self._again:
            self.start(dossier, [])

    def stop(self) -> None:
        """Stop without a word: another dossier is opened, or the window closes."""
        self._waiting, self._again = [], False
        self.process.stop()
        self._line.rest()

    @property
    def running(self) -> bool:
        """Return whether a check is under way."""
        return self.process.running

    @property
    def skipped(self) -> list[Skipped]:
        """Return what the latest check skipped."""
        return self._skipped

    def _progressed(self, event: dict[str, Any]) -> None:
        self._line.show_progress(
            event.get("step", ""), event.get("done", 0), event.get("total", 0), event.get("detail", "")
        )
        if monotonic() - self._last > self._pause:
            began = monotonic()
            self.changed.emit()
            self._last = monotonic()
            self._pause = max(AGAIN, (self._last - began) * 99)  # however large the dossier, the window stays free

    def _skipped_one(self, skipped: Skipped) -> None:
        self._skipped.append(skipped)

    def _finished(self, event: dict[str, Any]) -> None:
        self._end()
        if self._quiet:
            self.finished.emit()
            self._go_on()
            return
        told = self.tr("%n article(s) read.", "", event.get("documents", 0))
        answers = [("findings", self.tr("Show discrepancies"))] if event.get("findings") else []
        if self._skipped:
            told += " " + self.tr("%n file(s) skipped.", "", len(self._skipped))
            answers.insert(0, ("list", self.tr("Show the list")))
        self._notice.say(Tone.WARNING if self._skipped else Tone.INFORMATION, told, answers)
        self.finished.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Do what came up meanwhile."""
        if self._dossier is not None and (self._waiting or self._again):
            paths, self._waiting, self._again = self._waiting, [], False
            self.start(self._dossier, paths)

    def _cancelled(self) -> None:
        self._end()
        words = self.tr("Reading was stopped. What had been read is kept.")
        self._notice.say(Tone.INFORMATION, words, [("retry", self.tr("Go on"))])

    def _failed(self, message: str) -> None:
        self._end()
        self._notice.say(Tone.ERROR, message, [("retry", self.tr("Try again")), ("log", self.tr("Show the log"))])

    def _crashed(self, at: str) -> None:
        self._end()
        self._stuck = at if os.path.exists(at) else ""  # noqa: PTH110 - a Path raises where the disk does not answer
        where = self.tr(" at “{0}”").format(Path(at).name) if self._stuck else ""
        words = self.tr("The reader stopped unexpectedly{0}. What had been read is kept.").format(where)
        answers = [("retry", self.tr("Try again"))]
        if self._stuck:
            answers.append(("skip", self.tr("Skip this file")))
        self._notice.say(Tone.ERROR, words, [*answers, ("log", self.tr("Show the log"))])

    def _end(self) -> None:
        self._line.rest()
        self.changed.emit()

    def _answered(self, name: str) -> None:
        if name == "list":
            self.list_wanted.emit()
        elif name == "findings":
            self.findings_wanted.emit()
        elif name == "log":
            self.log_wanted.emit()
        elif name == "retry" and self._dossier is not None:
            self.start(self._dossier, self.process.paths)
        elif name == "skip" and self._dossier is not None:
            from factcheck.reading.files import find

            stuck = Path(self._stuck)
            rest = [str(path) for path in find([Path(path) for path in self.process.paths]) if path != stuck]
            if rest:
                self.start(self._dossier, rest)
