"""A colleague's reviews: asked for, shown before anything changes, and taken in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.isolates import embed
from factcheck.desktop.notices import Tone
from factcheck.desktop.numbers import count
from factcheck.desktop.opening import COPY_ENDING
from factcheck.desktop.status import verdict_word
from factcheck.dossier import merging
from factcheck.dossier.keeping import opened
from factcheck.errors import DossierError, ExportError
from factcheck.export.review_import import Change, Standing, compare, read_reviews

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.notices import Notice
    from factcheck.desktop.window import Window
    from factcheck.dossier.corrections import Correction
    from factcheck.model import Case

_STANDINGS = {
    merging.Standing.NEW: Standing.NEW,
    merging.Standing.NEWER: Standing.OTHER,
    merging.Standing.OLDER: Standing.OLDER,
    merging.Standing.SAME: Standing.SAME,
    merging.Standing.UNKNOWN: Standing.UNKNOWN,
}
_LISTED = 500  # reviews in the preview


class TakingIn(QObject):
    """Takes reviews of a JSON export, or of a copy of a dossier, into the dossier that is open."""

    def __init__(self, notice: Notice, window: Window) -> None:
        super().__init__(window)
        self._notice, self._window = notice, window

    def ask(self) -> None:
        """Ask for the file."""
        dialog = QFileDialog(self._window, self.tr("Take in reviews"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Exports and copies (*.json *.jsonl *.factcheck-copy)"))
        dialog.fileSelected.connect(lambda path: self.show(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show(self, file: Path) -> ReviewPreview | None:
        """Show what a file's reviews would change; nothing changes before the person agrees."""
        corrections: Sequence[Correction] = ()
        try:
            if file.suffix == COPY_ENDING:
                changes, corrections = self._of_copy(file)
            else:
                changes = compare(read_reviews(file), self._known)
        except (DossierError, ExportError) as error:
            self._notice.say(Tone.ERROR, str(error))
            return None
        preview = ReviewPreview(self._window, changes, len(corrections))
        preview.accepted.connect(lambda: self._take(changes, corrections))
        preview.open()
        return preview

    def _known(self, name: str) -> Case | None:
        dossier = self._window.dossier
        try:
            return dossier.case(name) if dossier else None
        except DossierError:
            return None

    def _of_copy(self, file: Path) -> tuple[list[Change], Sequence[Correction]]:
        """Return what a colleague's copy would change, known again by hash or by quotation. Raises DossierError."""
        dossier = self._window.dossier
        if dossier is None:
            return [], ()
        with opened(file) as theirs:
            merged = dossier.merge(theirs)
            changes = [Change(each.review, each.present, _STANDINGS[each.standing]) for each in merged]
            return changes, dossier.corrections.merge(theirs.corrections)

    def _take(self, changes: Sequence[Change], corrections: Sequence[Correction]) -> None:
        dossier = self._window.dossier
        if dossier is None:
            return
        taken = [change.review for change in changes if change.standing.taken]
        try:
            for review in taken:
                dossier.review(review)
            if corrections:
                dossier.corrections.keep(corrections)
                self._window.checks.compare_anew(dossier.folder)
        except DossierError as error:
            self._notice.say(Tone.ERROR, str(error))
        else:
            self._notice.say(Tone.INFORMATION, self.tr("%n review(s) taken in.", "", len(taken)))
        self._window.show_dossier()


class ReviewPreview(Sheet):
    """Lists what would change, what stays as it is, and why."""

    def __init__(self, parent: QWidget, changes: Sequence[Change], corrections: int = 0) -> None:
        super().__init__(parent, self.tr("Take in reviews"), size=(860, 520))
        self.list = QTreeWidget()
        self.buttons = QDialogButtonBox()
        counts = Counter(change.standing for change in changes)
        taken = sum(counts[standing] for standing in Standing if standing.taken)
        lines = [self._told(standing, counts[standing]) for standing in Standing if counts[standing]]
        if corrections:
            lines.append(
                self.tr("Corrections, new or newer than yours, that are taken in: {0}").format(count(corrections))
            )
        told = QLabel("\n".join(lines))
        told.setObjectName("muted")
        told.setWordWrap(True)
        self._fill(changes)
        agree = QPushButton(self.tr("Take in %n review(s)", "", taken))
        agree.setObjectName("primary")
        agree.setEnabled(taken > 0 or corrections > 0)
        self.buttons.addButton(agree, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("Leave all as it is"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.body.addWidget(told)
        self.body.addWidget(self.list, 1)
        self.end(self.buttons)

    def _fill(self, changes: Sequence[Change]) -> None:
        self.list.setHeaderLabels(
            [self.tr("Finding"), self.tr("Here"), self.tr("From the file"), self.tr("By"), self.tr("Note")]
        )
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Reviews that would be taken in"))
        for change in [change for change in changes if change.standing.taken][:_LISTED]:
            theirs, ours = change.review, change.present
            here = f"{verdict_word(ours.verdict)}, {ours.reviewer}" if ours else "–"
            cells = [theirs.finding, here, verdict_word(theirs.verdict), theirs.reviewer, theirs.note]
            self.list.addTopLevelItem(QTreeWidgetItem([embed(" ".join(cell.split())) for cell in cells]))
        for column in range(4):
            self.list.resizeColumnToContents(column)

    def _told(self, standing: Standing, count: int) -> str:
        return {
            Standing.NEW: self.tr("%n are of findings without a decision here; they are taken in.", "", count),
            Standing.OTHER: self.tr("%n are newer than another decision here; they are taken in.", "", count),
            Standing.OLDER: self.tr("%n are older than another decision here; yours stays.", "", count),
            Standing.SAME: self.tr("%n are the same as here.", "", count),
            Standing.UNKNOWN: self.tr("%n are of findings that are not in this dossier.", "", count),
        }[standing]
