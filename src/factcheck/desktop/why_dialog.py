"""Why were two figures flagged, or not: worked out beside the window, told in its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QLabel

from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.messages import told
from factcheck.desktop.numbers import percent
from factcheck.desktop.plain_words import explain, sentence
from factcheck.desktop.reasons import Reasons
from factcheck.dossier.store import Dossier
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from factcheck.checking import Explanation
    from factcheck.desktop.theme import Look
    from factcheck.model import Claim


class Asking(QThread):
    """Works out one answer, with a dossier of its own."""

    answered = Signal(object)  # Explanation
    failed = Signal(object)  # str

    def __init__(self, parent: QWidget, folder: Path, a: Claim, b: Claim) -> None:
        super().__init__(parent)
        self._folder, self._pair = folder, (a, b)

    def run(self) -> None:
        """Answer."""
        from factcheck.checking import answer  # the checker is not needed to show the window

        try:
            with Dossier(self._folder, read_only=True) as dossier:
                self.answered.emit(answer(dossier, *self._pair))
        except FactcheckError as error:
            self.failed.emit(str(error))


class WhyDialog(Sheet):
    """Tells of two figures what each says, the verdict, what speaks for and against, and what kept them apart."""

    def __init__(self, parent: QWidget, look: Look, folder: Path, a: Claim, b: Claim) -> None:
        super().__init__(parent, self.tr("Why, or why not?"), f"{sentence(a)}\n{sentence(b)}", (680, 420))
        self.verdict, self.obstacles = QLabel(self.tr("Both articles are looked at…")), QLabel()
        self.reasons = Reasons(look)
        self.verdict.setObjectName("heading")
        for label in (self.verdict, self.obstacles):
            label.setWordWrap(True)
        for widget in (self.verdict, self.reasons, self.obstacles):
            self.body.addWidget(widget)
        self.reasons.hide()
        self.body.addStretch()
        self.end()
        self._asking = Asking(self, folder, a, b)
        self._asking.answered.connect(self._tell)
        self._asking.failed.connect(lambda words: self.verdict.setText(told(words)))
        self.finished.connect(lambda _: self._asking.wait())
        self._asking.start()

    def _tell(self, found: Explanation) -> None:
        lines = [told(obstacle) for obstacle in found.obstacles]
        if found.said is False:
            words = self.tr("Not compared: somebody said that they do not speak of the same thing.")
        elif found.finding is None:
            words = self.tr("Not compared: they do not seem to speak of the same thing.")
        else:
            words = self.tr("Flagged: {0}") if found.flagged else self.tr("Compared, and not flagged: {0}")
            words = words.format(explain(found.finding))
            sure, least = percent(found.finding.match.score), percent(found.least)
            lines.append(self.tr("Confidence {0}; {1} is needed.").format(sure, least))
            self.reasons.show_finding(found.finding)
            self.reasons.show()
        lines.append(self.tr("The figures fit.") if found.fits else self.tr("The figures do not fit."))
        self.verdict.setText(words)
        self.obstacles.setText("\n".join(f"•  {line}" for line in lines))
