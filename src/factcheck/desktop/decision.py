"""The decision on a finding: confirm, dismiss with a reason, later, and a note for the editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.desktop import icons
from factcheck.desktop.numbers import day
from factcheck.desktop.status import verdict_icon, verdict_word
from factcheck.desktop.translation import QT_TRANSLATE_NOOP
from factcheck.model import Verdict

if TYPE_CHECKING:
    from factcheck.desktop.theme import Look
    from factcheck.model import Review

# Why a finding is no contradiction; the text is what the review keeps.
DISMISSALS = (
    QT_TRANSLATE_NOOP("Decision", "Another place"),
    QT_TRANSLATE_NOOP("Decision", "Another period"),
    QT_TRANSLATE_NOOP("Decision", "Another group or indicator"),
    QT_TRANSLATE_NOOP("Decision", "A level beside a change or a target"),
    QT_TRANSLATE_NOOP("Decision", "Rounded or converted"),
    QT_TRANSLATE_NOOP("Decision", "Figure or text read wrongly"),
    QT_TRANSLATE_NOOP("Decision", "Another reason"),
)


@dataclass(frozen=True, slots=True)
class Decision:
    """What the journalist decided on the finding that is shown."""

    verdict: Verdict
    note: str
    reason: str = ""


class DecisionPanel(QWidget):
    """Shows the decision in force, takes another."""

    decided = Signal(object)  # Decision
    noted = Signal(object)  # str, the note alone was changed
    left = Signal()  # the note field was left by Escape

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._finding = self._kept = ""
        self._verdict = Verdict.OPEN
        self._picture, self._words = QLabel(), QLabel()
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note for the editor (N)"))
        self.note.setAccessibleName(self.tr("Note for the editor"))
        self.note.installEventFilter(self)
        self.note.editingFinished.connect(self.keep_note)
        self.confirm = self._button(self.tr("Confirm   C"), self.tr("Confirm"), "primary")
        self.dismiss = self._button(self.tr("Dismiss   D"), self.tr("Dismiss"))
        self.later = self._button(self.tr("Later   L"), self.tr("Later"))
        self.confirm.clicked.connect(lambda: self.decide(Verdict.CONFIRMED))
        self.dismiss.clicked.connect(self.ask_why)
        self.later.clicked.connect(lambda: self.decide(Verdict.LATER))
        self.reasons = QMenu(self)
        for number, text in enumerate(DISMISSALS, 1):
            action = self.reasons.addAction(f"&{number}  {QCoreApplication.translate('Decision', text)}")
            action.triggered.connect(lambda _=False, text=text: self.decide(Verdict.DISMISSED, text))
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QGridLayout()
        head.setHorizontalSpacing(8)
        head.addWidget(self._picture, 0, 0)
        head.addWidget(self._words, 0, 1)
        head.setColumnStretch(1, 1)
        buttons = QGridLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.confirm, 0, 0, 1, 2)
        buttons.addWidget(self.dismiss, 1, 0)
        buttons.addWidget(self.later, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(9)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addStretch()
        look.changed.connect(self._draw)

    def show_review(self, finding: str, review: Review | None) -> None:
        """Show the decision in force on a finding; a note on it that is being written stays."""
        writing = finding == self._finding and self.note.text().strip() != self._kept
        self._finding, self._verdict = finding, review.verdict if review else Verdict.OPEN
        self._kept = review.note if review else ""
        if not writing:
            self.note.setText(self._kept)
        told = verdict_word(self._verdict)
        if review and review.reason:
            told += f" · {QCoreApplication.translate('Decision', review.reason)}"
        if review and self._verdict is not Verdict.OPEN:
            told += f"\n{day(f'{review.when.astimezone():%Y-%m-%d %H:%M}')} · {review.reviewer}"
        self._words.setText(told)
        self._words.setAccessibleName(self.tr("Decision: {0}").format(told))
        self._draw()

    def decide(self, verdict: Verdict, reason: str = "") -> None:
        """Decide, with the note that is written."""
        self._kept = self.note.text().strip()
        self.decided.emit(Decision(verdict, self._kept, reason))

    def ask_why(self) -> None:
        """Offer the reasons for a dismissal; its number or Enter chooses one."""
        self.reasons.popup(self.dismiss.mapToGlobal(QPoint(0, -self.reasons.sizeHint().height() - 4)))
        self.reasons.setActiveAction(self.reasons.actions()[0])

    def fullest(self) -> int:
        """Return the height that it takes with a decision in force, which is told in two lines."""
        words = 2 * self._words.fontMetrics().size(0, self.confirm.text()).height()
        buttons = self.confirm.sizeHint().height() + self.dismiss.sizeHint().height() + 8
        return words + self.note.sizeHint().height() + buttons + 2 * 9

    def set_possible(self, possible: bool) -> None:
        """Allow or forbid decisions: a dossier may be read-only."""
        for widget in (self.note, self.confirm, self.dismiss, self.later):
            widget.setEnabled(possible)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the note by Escape or Enter, so that single letters act again."""
        if watched is self.note and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.note.setText(self._kept)
                self.left.emit()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.keep_note()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keep_note(self) -> None:
        """Ask to keep what is written, if that is something else than what is kept."""
        text = self.note.text().strip()
        if text != self._kept:
            self._kept = text
            self.noted.emit(text)

    def _button(self, text: str, name: str, style: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(name)
        button.setObjectName(style)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _draw(self) -> None:
        theme = self._look.theme
        self._picture.setPixmap(icons.picture(verdict_icon(self._verdict), theme.text, 18))
        self.confirm.setIcon(icons.icon("confirm", theme.accent_text, disabled=theme.muted))
        self.dismiss.setIcon(icons.icon("dismiss", theme.text, disabled=theme.muted))
        self.later.setIcon(icons.icon("later", theme.text, disabled=theme.muted))
