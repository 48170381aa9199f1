"""Writing an export: the preview of its first findings, the file, the clipboard; and a colleague's reviews."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from factcheck.desktop import pdf_report
from factcheck.desktop.copying import copied
from factcheck.desktop.export_page import PREVIEWED, ExportPage
from factcheck.desktop.isolates import isolate
from factcheck.desktop.notices import Tone
from factcheck.desktop.numbers import count
from factcheck.desktop.quotation import Citation
from factcheck.desktop.report_preview import preview
from factcheck.desktop.taking_in import TakingIn
from factcheck.desktop.translation import ENGLISH
from factcheck.errors import ExportError
from factcheck.export.batch import Batch, Cases, Paged
from factcheck.export.named import BY_CASE, ENDINGS, PDF
from factcheck.export.rows import common_folder
from factcheck.export.unread import Articles

if TYPE_CHECKING:
    from factcheck.desktop.export_choices import Order
    from factcheck.desktop.window import Window
    from factcheck.dossier.store import Dossier

_AS_REPORT = {"html", PDF, "docx"}  # previewed as a report
_COPIED = 50  # findings at most
_PATIENCE = 400  # milliseconds before the progress is shown


class Saving(QObject):
    """Answers the export page."""

    def __init__(self, page: ExportPage, window: Window) -> None:
        super().__init__(window)
        self._page, self._window = page, window
        self._written: Path | None = None
        self.taking_in = TakingIn(page.notice, window)
        page.choices.filtered = lambda: window.discrepancies.model.selection
        page.choices.marked = self._marked
        styles = page.choices.citation
        styles.setCurrentIndex(max(0, styles.findData(window.preferences.citation)))
        styles.currentIndexChanged.connect(self._keep_citation)
        page.preview_wanted.connect(self.preview)
        page.save_wanted.connect(self.ask)
        page.copy_wanted.connect(self.copy)
        page.import_wanted.connect(self.taking_in.ask)
        page.notice.answered.connect(self._answered)

    @property
    def citation(self) -> Citation:
        """Return how copied quotations name their sources."""
        return Citation(self._page.choices.citation.currentData())

    def _keep_citation(self) -> None:
        self._window.preferences.citation = self.citation

    def preview(self, order: Order) -> None:
        """Show the first findings as they will be written; only when the page is looked at."""
        dossier = self._window.dossier
        if dossier is None or self._window.page != "export":
            return
        cases = _cases(dossier, order)
        first = [case for case, _ in zip(cases, range(PREVIEWED), strict=False)]
        if order.form in _AS_REPORT:
            self._page.show_preview(preview(first, len(cases), self._window.look.theme, order.options), rich=True)
            return
        form = "csv" if order.form == "xlsx" else order.form
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / "preview"
            try:
                from factcheck.export.formats import write  # late, as all formats: it keeps the start quick

                write(Batch(first, dossier.skipped() if order.with_skipped else (), (), order.options), form, output)
                text = output.read_text(encoding="utf-8-sig")
            except (ExportError, OSError) as error:
                self._page.notice.say(Tone.ERROR, str(error))
                return
        self._page.show_preview(text, rich=False)

    def ask(self, order: Order) -> None:
        """Ask where to, and whether to replace what is there; then write."""
        ending = ENDINGS.get(order.form, order.form)
        dialog = QFileDialog(self._window, self.tr("Save the export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, on=False)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"factcheck.{ending}")
        dialog.fileSelected.connect(lambda path: self.save(order, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, order: Order, output: Path) -> bool:
        """Write all findings of an order; tell where they are, or why not. Many can be cancelled on the way."""
        dossier = self._window.dossier
        if dossier is None:
            return False
        cases = _cases(dossier, order)
        skipped = dossier.skipped() if order.with_skipped else []
        folder = common_folder([*(row.path for row in dossier.library()), *(one.path for one in skipped)])
        progress = QProgressDialog(
            self.tr("Writing the export…"), self.tr("Cancel"), 0, len(cases), self._window, Qt.WindowType.Sheet
        )
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_PATIENCE)

        def told(done: int, _total: int) -> bool:
            progress.setValue(done)
            QCoreApplication.processEvents()
            return not progress.wasCanceled()

        try:
            articles = Articles(dossier) if order.with_skipped else ()
            batch = Batch(cases, skipped, articles, order.options, folder)
            writer = pdf_report.write if order.form == PDF else None
            from factcheck.export.formats import write

            written = write(batch, order.form, output, progress=told, writer=writer)
        except ExportError as error:
            self._page.notice.say(Tone.ERROR, str(error))
            return False
        finally:
            progress.deleteLater()
        if not written:
            self._page.notice.say(Tone.INFORMATION, self.tr("Cancelled. Nothing was written."))
            return False
        self._written = output
        words = self.tr("%n finding(s) written to {0}.", "", len(cases)).format(isolate(str(output), ENGLISH))
        self._page.notice.say(Tone.INFORMATION, words, [("open", self.tr("Open the folder"))])
        return True

    def copy(self, order: Order) -> None:
        """Copy findings as rich and as plain text, the first ones where there are many."""
        dossier = self._window.dossier
        if dossier is None:
            return
        cases = _cases(dossier, order)
        first = [case for case, _ in zip(cases, range(_COPIED), strict=False)]
        QGuiApplication.clipboard().setMimeData(copied(first, order.options, self.citation))
        words = self.tr("%n finding(s) copied.", "", len(first))
        if len(cases) > len(first):
            words += " " + self.tr("Those are the first of {0}.").format(count(len(cases)))
        self._page.notice.say(Tone.INFORMATION, words)

    def _marked(self) -> tuple[str, ...]:
        page = self._window.discrepancies
        rows = sorted(index.row() for index in page.table.selectionModel().selectedRows())
        cases = [page.model.case(row) for row in rows]
        return tuple(case.finding.id for case in cases if case is not None)

    def _answered(self, name: str) -> None:
        if name == "open" and self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _cases(dossier: Dossier, order: Order) -> Cases:
    """Return the findings of an order, a page at a time; those of a case together where the format is for people."""
    marked = order.marked
    if marked is not None:
        return Paged(len(marked), lambda at, most: [dossier.case(name) for name in marked[at : at + most]])
    selection = dossier.searched(replace(order.selection, together=order.form in BY_CASE))
    return Paged(dossier.count(selection), lambda at, most: dossier.cases(selection, offset=at, limit=most))
