"""The status bar: what the dossier holds, the work under way, and that the program is offline."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from factcheck.desktop import icons, numbers
from factcheck.desktop.elided import ElidedLabel
from factcheck.desktop.measures import px
from factcheck.desktop.motion import at_rest

if TYPE_CHECKING:
    from factcheck.desktop.theme import Look


class StatusLine(QStatusBar):
    """Asks to cancel the work."""

    cancel_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizeGripEnabled(False)
        self._counts, self._step = ElidedLabel(), ElidedLabel()
        self._holds = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(2500)
        self._pause.timeout.connect(lambda: self._counts.setText(self._holds))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(px(50))
        self.bar.setMaximumWidth(px(170))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("quiet")
        self.cancel.setAccessibleName(self.tr("Cancel reading"))
        self.cancel.clicked.connect(self._cancel)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._step, 3)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._lock, offline = QLabel(), QLabel(self.tr("Offline"))
        offline.setToolTip(self.tr("factcheck has no part that could reach a network."))
        badge = QWidget()
        inside = QHBoxLayout(badge)
        inside.setContentsMargins(8, 0, 10, 0)
        inside.setSpacing(5)
        inside.addWidget(self._lock)
        inside.addWidget(offline)
        self._counts.setContentsMargins(12, 6, 12, 6)
        self.addWidget(self._counts, 1)
        self.addWidget(self._work, 1)
        self.addPermanentWidget(badge)
        look.changed.connect(self._draw)
        self._draw()
        self.rest()

    def show_counts(self, text: str) -> None:
        """Tell what the dossier holds."""
        self._holds = text
        if not self._pause.isActive():
            self._counts.setText(text)

    def tell(self, text: str) -> None:
        """Tell what was just done, for a moment, in place of the counts; work under way stays in sight."""
        self._counts.setText(text)
        self._pause.start()

    def show_progress(self, step: str, done: int, total: int, detail: str) -> None:
        """Tell how far the work has come; without a total the bar only moves, or rests where nothing is to move."""
        self._work.show()
        name = PurePath(detail).name if detail else ""
        count = f"{numbers.count(done)} / {numbers.count(total)}" if total else ""
        self._step.setText("  ·  ".join(part for part in (_step_words(step), count, name) if part))
        self.bar.setRange(0, total or int(at_rest()))
        self.bar.setValue(done)

    def rest(self) -> None:
        """Show that no work is under way."""
        self._work.hide()
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))

    @property
    def counts(self) -> str:
        """Return what is told of the dossier."""
        return self._holds

    @property
    def busy(self) -> bool:
        """Return whether work is shown."""
        return not self._work.isHidden()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancel.setText(self.tr("Stopping…"))
        self.cancel_wanted.emit()

    def _draw(self) -> None:
        self._lock.setPixmap(icons.picture("offline", self._look.theme.muted, 15))


def _step_words(step: str) -> str:
    words = {
        "reading": QCoreApplication.translate("StatusLine", "Reading"),
        "claims": QCoreApplication.translate("StatusLine", "Reading figures"),
        "matching": QCoreApplication.translate("StatusLine", "Matching"),
        "comparing": QCoreApplication.translate("StatusLine", "Comparing"),
        "indexing": QCoreApplication.translate("StatusLine", "Indexing"),
    }
    return words.get(step, step.capitalize())
