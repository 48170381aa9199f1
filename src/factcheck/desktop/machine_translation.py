"""The sentences of Compare in the interface's language, by Argos Translate in a process beside the window."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from factcheck.desktop.names import language_name
from factcheck.desktop.translation import interface

if TYPE_CHECKING:
    from factcheck.desktop.compare_panes import Side
    from factcheck.desktop.window import Window


_PATIENCE = 120_000  # milliseconds: the first sentence loads a model, and computers are slow


class MachineTranslation(QObject):
    """Asks for the sentences that are shown and are in another language; an answer that comes too late is dropped."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.command = [sys.executable, "-m", "factcheck.desktop.argos"]

    def ask(self) -> None:
        """Translate the sentences in focus."""
        panes, target = self._window.compare.side_by_side, interface()
        others = [(n, side) for n, side in enumerate(panes.shown) if side.document.language != target]
        if not others:
            self._window.line.tell(self.tr("Both sentences are in this language."))
        for number, side in others:
            self._start(number, side, target)

    def stop(self) -> None:
        """Ask no more: the window closes."""
        for process in self.findChildren(QProcess):
            process.blockSignals(True)  # noqa: FBT003
            process.kill()
            process.waitForFinished(1000)

    def _start(self, number: int, side: Side, target: str) -> None:
        panes = self._window.compare.side_by_side
        text = panes.sentence(number)
        asked = {"text": text, "source": side.document.language.split("-")[0], "target": target}
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        process.setProcessEnvironment(environment)
        process.finished.connect(lambda *_: self._tell(process, number, side))
        process.errorOccurred.connect(lambda _: self._tell(process, number, side))
        panes.translate(number, self.tr("Translating…"))
        process.start(self.command[0], self.command[1:])
        process.write(json.dumps(asked).encode())
        process.closeWriteChannel()
        QTimer.singleShot(_PATIENCE, process, process.kill)

    def _tell(self, process: QProcess, number: int, side: Side) -> None:
        panes = self._window.compare.side_by_side
        current = number < len(panes.shown) and panes.shown[number] == side
        told = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        process.deleteLater()
        if not current:
            return
        try:
            answer = json.loads(told)
        except ValueError:
            answer = {}
        name = language_name(side.document.language)
        if "text" in answer:
            words = self.tr("Machine translation from {0}: {1}").format(name, answer["text"])
        elif answer.get("missing"):
            words = self.tr("Argos Translate has no package for {0}.").format(name)
        else:
            words = self.tr("The sentence could not be translated.")
        panes.translate(number, words)
