"""Writing an export: the preview of its first findings, and the file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from factcheck.desktop.export_page import PREVIEWED, ExportPage, Order
from factcheck.desktop.notices import Tone
from factcheck.desktop.report_preview import preview
from factcheck.errors import ExportError
from factcheck.export.formats import export

if TYPE_CHECKING:
    from factcheck.desktop.window import Window


class Saving(QObject):
    """Answers the export page."""

    def __init__(self, page: ExportPage, window: Window) -> None:
        super().__init__(window)
        self._page, self._window = page, window
        self._written: Path | None = None
        page.preview_wanted.connect(self.preview)
        page.save_wanted.connect(self.ask)
        page.notice.answered.connect(self._answered)

    def preview(self, order: Order) -> None:
        """Show the first findings as they will be written; only when the page is looked at."""
        dossier = self._window.dossier
        if dossier is None or self._window.page != "export":
            return
        cases = dossier.cases(order.selection, limit=PREVIEWED)
        if order.form == "html":
            theme = self._window.look.theme
            self._page.show_preview(order.form, preview(cases, dossier.count(order.selection), theme))
            return
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder) / f"preview.{order.form}"
            try:
                export(cases, dossier.skipped() if order.with_skipped else (), order.form, output)
                text = output.read_text(encoding="utf-8-sig")
            except (ExportError, OSError) as error:
                self._page.notice.say(Tone.ERROR, str(error))
                return
        self._page.show_preview(order.form, text)

    def ask(self, order: Order) -> None:
        """Ask where to, then write."""
        dialog = QFileDialog(self._window, self.tr("Save the export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(order.form)
        dialog.selectFile(f"factcheck.{order.form}")
        dialog.fileSelected.connect(lambda path: self.save(order, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, order: Order, output: Path) -> bool:
        """Write all findings of an order; tell where they are, or why not."""
        dossier = self._window.dossier
        if dossier is None:
            return False
        try:
            cases = dossier.cases(order.selection)
            export(cases, dossier.skipped() if order.with_skipped else (), order.form, output)
        except ExportError as error:
            self._page.notice.say(Tone.ERROR, str(error))
            return False
        self._written = output
        words = self.tr("%n finding(s) written to {0}.", "", len(cases)).format(output)
        self._page.notice.say(Tone.INFORMATION, words, [("open", self.tr("Open the folder"))])
        return True

    def _answered(self, name: str) -> None:
        if name == "open" and self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
