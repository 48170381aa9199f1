"""The worker: reading and comparing runs in a process of its own, the command line's, and speaks JSON lines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from factcheck.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GRACE = 2000  # milliseconds that a cancelled worker has to stop by itself
LOG_LINES = 400


class ReadingProcess(QObject):
    """Runs one check at a time over a dossier's folder."""

    progressed = Signal(object)  # dict: step, done, total, detail
    skipped = Signal(object)  # Skipped
    finished = Signal(object)  # dict: documents, findings
    cancelled = Signal()
    failed = Signal(object)  # str, what went wrong
    crashed = Signal(object)  # str, the file it was at, or ""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.command = [sys.executable, "-m", "factcheck", "work"]
        self.paths: tuple[str, ...] = ()
        self.log: list[str] = []
        self._process: QProcess | None = None
        self._rest = b""
        self._at = ""
        self._stopped = False  # by request
        self._result: dict[str, Any] | None = None
        self._trouble = ""

    @property
    def running(self) -> bool:
        """Return whether a worker is at work."""
        return self._process is not None

    def start(self, dossier: Path, paths: Sequence[str]) -> None:
        """Read these files and folders into the dossier in that folder."""
        assert not self.running
        self.paths, self.log, self._rest, self._at = tuple(paths), [], b"", ""
        self._stopped = False
        self._result, self._trouble = None, ""
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        environment.insert("PYTHONUNBUFFERED", "1")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._read_log)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._not_started)
        self._process = process
        process.start(self.command[0], [*self.command[1:], str(dossier), *paths])

    def cancel(self) -> None:
        """Ask the worker to stop; after two seconds' grace it is killed. What was done stays done."""
        if self._process is None:
            return
        process = self._process
        process.write(b"cancel\n")
        QTimer.singleShot(GRACE, process, lambda: self._kill(process))

    def stop(self) -> None:
        """Stop the worker now, without a word: the window closes."""
        if self._process is not None:
            self._process.blockSignals(True)  # noqa: FBT003
            self._process.write(b"cancel\n")
            if not self._process.waitForFinished(500):
                self._process.kill()
                self._process.waitForFinished(2000)
            self._process = None

    def _kill(self, process: QProcess) -> None:
        if process is self._process and process.state() != QProcess.ProcessState.NotRunning:
            self._stopped = True
            process.kill()

    def _read(self) -> None:
        if self._process is None:
            return
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
            kind = event["event"]
        except (ValueError, KeyError, TypeError):
            self._note(line.decode("utf-8", "replace"))
            return
        if kind == "progress":
            self._at = event.get("detail", "")
            self.progressed.emit(event)
        elif kind == "skipped":
            self.skipped.emit(Skipped(event["path"], event["reason"]))
        elif kind == "finished":
            self._result = event
        elif kind == "cancelled":
            self._stopped = True
        elif kind == "error":
            self._note(event["message"])
            self._trouble = event["message"]

    def _read_log(self) -> None:
        if self._process is not None:
            self._note(bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace"))

    def _note(self, text: str) -> None:
        self.log = [*self.log, *text.splitlines()][-LOG_LINES:]

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._process = None
            self.failed.emit(self.tr("The reader could not be started; install the program again."))

    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        if self._process is None:
            return
        self._read()
        self._read_log()
        process, self._process = self._process, None
        process.deleteLater()
        if self._stopped:
            self.cancelled.emit()
        elif self._trouble:
            self.failed.emit(self._trouble)
        elif self._result is not None:
            self.finished.emit(self._result)
        else:
            self._note(f"exit code {code}, {status.name}")
            self.crashed.emit(self._at)
