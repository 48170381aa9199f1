"""The properties of a dossier, and what can be done with it as a whole: a copy to keep or to send, the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.units import format_unit
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from factcheck.desktop import numbers
from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.flow import Flow
from factcheck.desktop.geometry import leading
from factcheck.desktop.isolates import isolate
from factcheck.desktop.names import language_name
from factcheck.desktop.plain_words import listed
from factcheck.desktop.status import status_of, verdict_word, word
from factcheck.desktop.translation import ENGLISH, interface
from factcheck.language import writing

if TYPE_CHECKING:
    from factcheck.dossier.properties import Properties

_TEN = 10  # of a unit, from which no tenths are told
_STEP = 1000  # bytes to the kilobyte, as file managers count


class PropertiesSheet(Sheet):
    """Asks to copy the dossier, or to throw it away."""

    copy_wanted = Signal(object)  # bool, with the texts of the articles
    bin_wanted = Signal()

    def __init__(self, parent: QWidget, name: str, found: Properties) -> None:
        super().__init__(parent, isolate(name, ENGLISH), self.tr("Properties of this dossier"), (560, 0))
        self._asked = False  # whether the bin is meant
        grid = QGridLayout()
        grid.setHorizontalSpacing(26)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (title, words) in enumerate(self._rows(found)):
            head, label = QLabel(title), QLabel(words)
            head.setObjectName("muted")
            label.setWordWrap(True)
            label.setAlignment(leading())
            grid.addWidget(head, row, 0)
            grid.addWidget(label, row, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.keep = self._button(self.tr("Save a copy…"))
        self.send = self._button(self.tr("Save a copy to send…"))
        self.send.setToolTip(self.tr("Without the articles' texts: findings, figures and decisions only"))
        self.bin = self._button(self.tr("Move to the bin"))
        self.bin.setEnabled(not found.read_only)
        self.keep.clicked.connect(lambda: self._ask(texts=True))
        self.send.clicked.connect(lambda: self._ask(texts=False))
        self.bin.clicked.connect(self._throw_away)
        line = Flow()
        for button in (self.keep, self.send, self.bin):
            line.addWidget(button)
        self.body.addLayout(line)
        self.end()

    def _rows(self, found: Properties) -> list[tuple[str, str]]:
        languages = listed(f"{language_name(tag)} {numbers.count(count)}" for tag, count in found.languages.items())
        findings = listed(
            f"{word(status_of(relation))} {numbers.count(count)}" for relation, count in found.findings.items()
        )
        verdicts = listed(
            f"{verdict_word(verdict)} {numbers.count(count)}" for verdict, count in found.verdicts.items()
        )
        rows = [
            (self.tr("Folder"), isolate(str(found.folder), ENGLISH)),
            (self.tr("Articles"), numbers.count(found.articles) + (f"  ({languages})" if languages else "")),
            (self.tr("Figures"), numbers.count(found.figures)),
            (self.tr("Findings"), findings),
            (self.tr("Decisions"), verdicts),
            (self.tr("Skipped files"), numbers.count(found.skipped)),
            (self.tr("Size"), size(found.bytes_kept + found.bytes_of_index)),
        ]
        if found.engine:
            rows.append((self.tr("Search engine"), isolate(found.engine.capitalize(), ENGLISH)))
        if found.read_only:
            rows.append((self.tr("Changes"), self.tr("This dossier can only be read.")))
        return rows

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _ask(self, *, texts: bool) -> None:
        self.accept()
        self.copy_wanted.emit(texts)

    def _throw_away(self) -> None:
        if self._asked:
            self.accept()
            self.bin_wanted.emit()
            return
        self._asked = True
        self.bin.setText(self.tr("Yes, move it to the bin"))
        self.bin.setAccessibleName(self.bin.text())


def size(count: int) -> str:
    """Return a number of bytes as file managers tell it."""
    unit, value = "byte", float(count)
    for larger in ("kilobyte", "megabyte", "gigabyte"):
        if value < _STEP:
            break
        unit, value = larger, value / _STEP
    shown = round(value, 1) if value < _TEN and unit != "byte" else round(value)
    form = format_unit(shown, f"digital-{unit}", "short", locale=interface(), numbering_system="default")
    return writing.in_digits(str(form), interface())
