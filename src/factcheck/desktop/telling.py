"""What a person tells of an article: asked for, kept and undone like a correction of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.desktop.reviewing import reviewer
from factcheck.dossier.known_facts import facts, set_fact
from factcheck.errors import DossierError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.desktop.facts_sheet import FactsSheet
    from factcheck.desktop.window import Window


class Telling(QObject):
    """Acts on the article that is open, or on the leading one of Compare."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Show what is known of the article, to be changed."""
        window, name = self._window, self._article()
        if window.dossier is None or not name:
            return
        from factcheck.desktop.facts_sheet import FactsSheet  # late: the window starts without it

        document = window.dossier.document(name)
        sheet = FactsSheet(window, document, facts(window.dossier, name), writable=window.desk.writable)
        sheet.kept.connect(lambda said: self._keep(sheet, name, said))
        sheet.open()

    def _article(self) -> str:
        window = self._window
        if window.page == "compare":
            return window.compare.claims[0].document if window.compare.claims else ""
        shown = window.library.reader.document_shown
        return shown.id if shown is not None else ""

    def _keep(self, sheet: FactsSheet, document: str, said: Mapping[str, str | None]) -> None:
        window, changed = self._window, False
        for name, value in said.items():
            assert window.dossier is not None
            try:
                changed |= set_fact(window.dossier, document, name, value, reviewer())
            except DossierError as error:
                sheet.say(name, str(error))
                break
        else:
            sheet.accept()
        if changed:
            window.correcting.settle(self.tr("What is known of the article is kept."))
