"""The panes of Compare: two sources side by side, or three with the one that stays in the middle, joined by ribbons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factcheck.desktop import digits
from factcheck.desktop.compare_pane import ComparePane
from factcheck.desktop.geometry import leading
from factcheck.desktop.marks import marks_of
from factcheck.desktop.ribbon import Ribbon
from factcheck.desktop.sightings import statuses
from factcheck.desktop.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim, Document


@dataclass(frozen=True, slots=True)
class Side:
    """A figure in its article, and how it stands to the one beside it."""

    document: Document
    claim: Claim
    status: Status


class ComparePanes(QWidget):
    """Shows two sides, or three of which the second is the one that the others are set beside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.all = (ComparePane(look), ComparePane(look), ComparePane(look))
        self.ribbons = (Ribbon(look, self.all[:2]), Ribbon(look, self.all[1:]))
        self.shown: tuple[Side, ...] = ()
        self._translations = (QLabel(), QLabel(), QLabel())
        self._below = QWidget()  # translations; all panes stay as high as each other
        row, below = QHBoxLayout(), QHBoxLayout(self._below)
        row.setSpacing(0)
        below.setContentsMargins(14, 6, 14, 0)
        below.setSpacing(30)
        for number, pane in enumerate(self.all):
            if number:
                row.addWidget(self.ribbons[number - 1])
            row.addWidget(pane, 1)
        for label in self._translations:
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(leading())
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            below.addWidget(label, 1)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._below)

    def show_sides(self, dossier: Dossier, sides: Sequence[Side]) -> None:
        """Show two or three sides, their sentences at the same height."""
        three = len(sides) > len(self.all) - 1
        self.shown = tuple(sides)
        self._below.hide()
        for label in self._translations:
            label.clear()
            label.setVisible(three or label is not self._translations[2])
        for widget in (self.ribbons[1], self.all[2]):
            widget.setVisible(three)
        apart = _apart(sides)
        for pane, side, positions in zip(self.all, sides, apart, strict=False):
            claims = dossier.claims(side.document.id)
            states = statuses(claims, dossier.findings_of(side.document.id)) | {side.claim.id: side.status}
            marks = marks_of(side.document, claims, states)
            pane.show_claim(side.document, side.claim, side.status, marks, positions)
        self.ribbons[0].show_status(sides[0].status)
        self.ribbons[1].show_status(sides[2].status if three else None)

    def sentence(self, number: int) -> str:
        """Return the sentence in focus of a pane, as written."""
        side = self.shown[number]
        return side.document.quote(self.all[number].sentence or side.claim.span)

    def translate(self, number: int, words: str) -> None:
        """Show a translation below a pane."""
        self._translations[number].setText(words)
        self._translations[number].setAccessibleName(words)
        self._below.show()

    @property
    def source_gone(self) -> bool:
        """Return whether the file of an article that is shown is no longer where it was read."""
        return any(pane.source_gone for pane in self.all if not pane.isHidden())


def _apart(sides: Sequence[Side]) -> list[Sequence[int]]:
    """Return, for each side, the positions of the digits by which it differs from the one that stays."""
    found: list[Sequence[int]] = [()] * len(sides)
    if sides[0].status is Status.CONFLICT:
        found[0], found[1] = digits.apart(_quote(sides[0]), _quote(sides[1]))
    if len(sides) > 2 and sides[2].status is Status.CONFLICT:
        found[2], beside = digits.apart(_quote(sides[2]), _quote(sides[1]))
        found[1] = found[1] or beside
    return found


def _quote(side: Side) -> str:
    return side.document.quote(side.claim.span)
