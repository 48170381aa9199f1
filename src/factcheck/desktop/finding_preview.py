"""A finding in short: its two quotations, and the values of all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from factcheck.desktop.buttons import ActionButton
from factcheck.desktop.dots import DotStrip, rows_of
from factcheck.desktop.elided import ElidedLabel
from factcheck.desktop.measures import px
from factcheck.desktop.plain_words import describe
from factcheck.desktop.quotation import QuotationView
from factcheck.desktop.sightings import sightings_of_case
from factcheck.desktop.status import status_of

if TYPE_CHECKING:
    from factcheck.desktop.actions import Actions
    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier
    from factcheck.model import Case

HEIGHT = 248  # as designed


class FindingPreview(QFrame):
    """Hidden while there is nothing to show."""

    def __init__(self, look: Look, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedHeight(px(HEIGHT))
        self._title, self.dots = ElidedLabel(), DotStrip(look)
        self._quotes = (QuotationView(look), QuotationView(look))
        self.compare = ActionButton(actions["compare_this"], self.tr("Compare"))
        self._title.setObjectName("heading")
        self._title.setFixedHeight(px(34))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.compare)
        quotes = QVBoxLayout()
        quotes.setSpacing(4)
        for quote in self._quotes:
            quotes.addWidget(quote, 1)
        row = QHBoxLayout()
        row.setSpacing(22)
        row.addLayout(quotes, 5)
        row.addWidget(self.dots, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.addLayout(head)
        column.addLayout(row, 1)

    def show_case(self, dossier: Dossier | None, case: Case | None) -> None:
        """Show a case of a dossier, or nothing."""
        self.setVisible(case is not None)
        if case is None or dossier is None:
            return
        match, status = case.finding.match, status_of(case.finding.relation)
        self._title.setText(describe(match.a))
        for quote, document, claim in zip(self._quotes, (case.a, case.b), (match.a, match.b), strict=True):
            quote.show_claim(document, claim, status)
        found = sightings_of_case(dossier, case)
        self.dots.show_rows(rows_of(found, frozenset({match.a.id, match.b.id})))
