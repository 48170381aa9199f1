"""Keeping decisions: each goes to the dossier's log at once, and can be undone."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.desktop.notices import Tone
from factcheck.desktop.status import verdict_word
from factcheck.errors import DossierError
from factcheck.model import Review, Verdict

if TYPE_CHECKING:
    from factcheck.desktop.decision import Decision
    from factcheck.desktop.window import Window


class Reviewing(QObject):
    """Acts on the case that Compare shows."""

    reviewed = Signal(object, object)  # id of the finding, whether to go on to the next

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def decide(self, decision: Decision) -> None:
        """Keep a decision."""
        self._keep(decision.verdict, decision.note, decision.reason, advance=True)

    def note(self, note: str) -> None:
        """Keep a note; the verdict stays."""
        case = self._window.compare.case
        if case is not None:
            self._keep(case.verdict, note, case.review.reason if case.review else "", advance=False)

    def undo(self) -> None:
        """Take the last decision or correction back, and show its finding."""
        dossier = self._window.dossier
        if dossier is None or not self._window.desk.writable:
            return
        if _later(dossier.corrections.last()[0], dossier.last_reviewed()[0]):
            dossier.corrections.undo()
            self._window.correcting.settle(self.tr("The correction is taken back."))
        else:
            self._tell(dossier.undo(), self.tr("Taken back: {0}"), self.tr("There is nothing to undo."))

    def redo(self) -> None:
        """Decide or correct again what was taken back, and show its finding."""
        dossier = self._window.dossier
        if dossier is None or not self._window.desk.writable:
            return
        corrected, reviewed = dossier.corrections.last(), dossier.last_reviewed()
        nothing = self.tr("There is nothing to redo.")
        if _later(corrected[1], reviewed[1]):
            if _later(reviewed[0], corrected[1]):
                self._window.line.tell(nothing)
                return
            dossier.corrections.redo()
            self._window.correcting.settle(self.tr("The correction is kept."))
        elif _later(corrected[0], reviewed[1]):
            self._window.line.tell(nothing)
        else:
            self._tell(dossier.redo(), self.tr("Decided again: {0}"), nothing)

    def next_open_row(self) -> int:
        """Return the row of the next finding without a decision, the one shown where there is none."""
        page = self._window.discrepancies
        at: int = page.table.currentIndex().row()
        total: int = page.model.rowCount()
        row: int
        if self._window.page == "compare" and self._moved_up(at):
            return at
        for row in [*range(at + 1, total), *range(at)]:
            case = page.model.case(row)
            if case is not None and case.verdict is Verdict.OPEN:
                return row
        return at

    def _moved_up(self, row: int) -> bool:
        """Return whether a decision took its finding off the list, so that the next open one has its row."""
        shown, there = self._window.compare.case, self._window.discrepancies.model.case(row)
        if shown is None or there is None:
            return False
        return there.verdict is Verdict.OPEN and there.finding.id != shown.finding.id

    def _keep(self, verdict: Verdict, note: str, reason: str, *, advance: bool) -> None:
        window = self._window
        if window.dossier is None or window.compare.case is None or not window.desk.writable:
            return
        finding = window.compare.case.finding.id
        review = Review(finding, verdict, note, reviewer(), datetime.now(UTC), reason)
        try:
            window.dossier.review(review)
        except DossierError as error:
            window.notice.say(Tone.ERROR, str(error))
            return
        window.line.tell(verdict_word(verdict))
        self.reviewed.emit(finding, advance)

    def _tell(self, review: Review | None, words: str, nothing: str) -> None:
        window = self._window
        window.line.tell(words.format(verdict_word(review.verdict)) if review else nothing)
        if review is None:
            return
        if window.page == "compare":
            window.discrepancies.select_row(window.discrepancies.model.row_of(review.finding))
            window.go_to("compare")
        self.reviewed.emit(review.finding, False)  # noqa: FBT003


def reviewer() -> str:
    """Return the name that decisions are kept under."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _later(one: datetime | None, other: datetime | None) -> bool:
    """Return whether something happened, and after something else if that happened."""
    return one is not None and (other is None or one > other)
