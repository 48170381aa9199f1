"""Three hints for whoever opens the sample for the first time; each is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.desktop.notices import Tone
from factcheck.desktop.opening import sample_place

if TYPE_CHECKING:
    from factcheck.desktop.window import Window

HINTED = ("library", "discrepancies", "compare")  # the pages with a hint


class Hints(QObject):
    """Tells the hint of a page below it, in nobody's way."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.hint.answered.connect(self._answered)
        window.dossier_changed.connect(self._grown)

    def show(self, page: str) -> None:
        """Tell the hint of a page of the sample, unless it was told before."""
        window, words = self._window, self.words().get(page, "")
        window.hint.hide()
        is_sample = window.dossier is not None and window.dossier.folder == sample_place()
        if words and is_sample and page not in window.preferences.hinted and window.dossier and window.dossier.size():
            window.preferences.hinted = [*window.preferences.hinted, page]
            window.hint.say(Tone.INFORMATION, words, [("enough", self.tr("No more hints"))])

    def _grown(self) -> None:
        """Tell the hint as soon as there is something to see."""
        if self._window.hint.isHidden():
            self.show(self._window.page)

    def words(self) -> dict[str, str]:
        """Return the hint of each page that has one."""
        return {
            "library": self.tr("A figure with a wavy line differs from what another source says. Click it."),
            "discrepancies": self.tr("What contradicts comes first. Enter puts the two sources side by side."),
            "compare": self.tr("C confirms, D dismisses, L leaves it for later; Ctrl+Z takes it back."),
        }

    def _answered(self, name: str) -> None:
        if name == "enough":
            self._window.preferences.hinted = list(HINTED)
