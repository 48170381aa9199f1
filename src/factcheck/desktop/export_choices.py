"""What to export: which findings, what of them, in which format and words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop import icons, numbers
from factcheck.desktop.measures import px
from factcheck.desktop.names import language_name
from factcheck.desktop.quotation import Citation
from factcheck.desktop.scrolling import Scrolled
from factcheck.desktop.status import status_of, verdict_word, word
from factcheck.desktop.translation import interface
from factcheck.dossier.selection import Selection
from factcheck.export.batch import Options, Paths
from factcheck.export.named import FORMATS, PDF
from factcheck.export.report_words import report_languages
from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier


class Lot(StrEnum):
    """Which findings, before relations and decisions narrow them down."""

    CHOSEN = "chosen"  # by relation and decision
    CONFIRMED = "confirmed"
    FILTERED = "filtered"  # as Discrepancies is filtered
    MARKED = "marked"  # the rows marked there


@dataclass(frozen=True, slots=True)
class Order:
    """What to write: which findings, in which format, and what of them; `marked` are ids, None where all count."""

    selection: Selection
    form: str
    with_skipped: bool
    options: Options = field(default_factory=Options)
    marked: tuple[str, ...] | None = None


class ExportChoices(QFrame):
    """The left side of the export page."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.filtered: Callable[[], Selection] = Selection
        self.marked: Callable[[], tuple[str, ...]] = tuple
        self.lot = QComboBox()
        self.relations = {r: QCheckBox() for r in (Relation.DIFFER, Relation.CHECK, Relation.AGREE)}
        self.verdicts = {v: QCheckBox() for v in Verdict}
        self.texts = QCheckBox(self.tr("Sentences and their context"))
        self.notes = QCheckBox(self.tr("Notes and reviewers' names"))
        self.skipped = QCheckBox(self.tr("Files and figures that were not read"))
        self.paths, self.language, self.citation = QComboBox(), QComboBox(), QComboBox()
        self.heading, self.author, self.url = QLineEdit(), QLineEdit(), QLineEdit()
        self.logo = QPushButton(self.tr("Logo…"))
        self._logo: Path | None = None
        self.right_to_left = QCheckBox(self.tr("Sheets from right to left"))
        self.formats = {form: QRadioButton(_format_words(form)) for form in FORMATS}
        self.foot = QVBoxLayout()
        self._fill()
        self._lay_out()
        self._wire()

    def _fill(self) -> None:
        for lot, words in (
            (Lot.CHOSEN, self.tr("As chosen below")),
            (Lot.CONFIRMED, self.tr("Only confirmed ones")),
            (Lot.FILTERED, self.tr("As Discrepancies is filtered")),
            (Lot.MARKED, self.tr("The rows marked in Discrepancies")),
        ):
            self.lot.addItem(words, lot)
        for paths, words in (
            (Paths.SHORT, self.tr("Short paths of files")),
            (Paths.NONE, self.tr("No paths of files")),
            (Paths.FULL, self.tr("Full paths on this computer")),
        ):
            self.paths.addItem(words, paths)
        for tag in sorted(report_languages(), key=lambda tag: (tag != interface(), language_name(tag))):
            self.language.addItem(self.tr("Report in {0}").format(language_name(tag)), tag)
        for style, words in (
            (Citation.NOTE, self.tr("Copied sources: title, address, day")),
            (Citation.ATTRIBUTION, self.tr("Copied sources: outlet and day")),
            (Citation.CHICAGO, self.tr("Copied sources: Chicago")),
            (Citation.APA, self.tr("Copied sources: APA")),
        ):
            self.citation.addItem(words, style)
        for edit, words in (
            (self.heading, self.tr("Heading of the report")),
            (self.author, self.tr("Publisher, for ClaimReview")),
            (self.url, self.tr("Address of the fact check")),
        ):
            edit.setPlaceholderText(words)
            edit.setAccessibleName(words)
        for box in (self.texts, self.notes, self.skipped):
            box.setChecked(True)
        self.relations[Relation.DIFFER].setChecked(True)
        self.relations[Relation.CHECK].setChecked(True)
        for verdict in (Verdict.OPEN, Verdict.CONFIRMED, Verdict.LATER):
            self.verdicts[verdict].setChecked(True)
        self.formats["html"].setChecked(True)
        self.lot.setAccessibleName(self.tr("Which findings"))
        self.paths.setAccessibleName(self.tr("Paths of files"))
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.citation.setAccessibleName(self.tr("How copied quotations name their sources"))
        self.logo.setAccessibleName(self.tr("Choose a logo for the report"))

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.setFixedWidth(px(344))
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 10)
        column.setSpacing(5)
        sections: tuple[tuple[str, list[QWidget], int], ...] = (
            (self.tr("Which findings"), [self.lot, *self.relations.values()], 1),
            (self.tr("Which decisions"), list(self.verdicts.values()), 2),
            (self.tr("Format"), list(self.formats.values()), 2),
            (self.tr("With"), [self.texts, self.notes, self.skipped, self.paths], 1),
            (
                self.tr("Report"),
                [self.language, self.heading, self.logo, self.right_to_left, self.citation, self.author, self.url],
                1,
            ),
        )
        for head, widgets, columns in sections:
            label = QLabel(head)
            label.setObjectName("section")
            column.addWidget(label)
            grid = QGridLayout()
            grid.setVerticalSpacing(5)
            for at, widget in enumerate(widgets):
                grid.addWidget(widget, at // columns, at % columns)
            column.addLayout(grid)
            column.addSpacing(8)
        column.addStretch()
        scroll = Scrolled(inner)
        scroll.setAccessibleName(self.tr("Choices"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll, 1)
        self.foot.setContentsMargins(18, 6, 18, 14)
        outer.addLayout(self.foot)

    def _wire(self) -> None:
        boxes = (self.texts, self.notes, self.skipped, self.right_to_left)
        for box in (*self.relations.values(), *self.verdicts.values(), *boxes, *self.formats.values()):
            box.toggled.connect(lambda _: self.changed.emit())
        for choice in (self.lot, self.paths, self.language):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for edit in (self.heading, self.author, self.url):
            edit.textChanged.connect(lambda _: self.changed.emit())
        self.logo.clicked.connect(self._ask_for_logo)
        self._look.changed.connect(self._draw)
        self.changed.connect(self._allow)
        self._draw()
        self._allow()

    @property
    def order(self) -> Order:
        """Return what is to be written."""
        lot = self.lot.currentData()
        selection = Selection(
            relations=frozenset(r for r, box in self.relations.items() if box.isChecked()),
            verdicts=frozenset(v for v, box in self.verdicts.items() if box.isChecked()),
        )
        if lot == Lot.CONFIRMED:
            selection = Selection(verdicts=frozenset({Verdict.CONFIRMED}))
        elif lot == Lot.FILTERED:
            selection = replace(self.filtered(), leads=False)
        return Order(
            selection,
            next(form for form, button in self.formats.items() if button.isChecked()),
            self.skipped.isChecked(),
            self._options(),
            self.marked() if lot == Lot.MARKED else None,
        )

    @property
    def nothing(self) -> bool:
        """Return whether all relations or all decisions are left out."""
        boxes = (self.relations.values(), self.verdicts.values())
        return self.lot.currentData() == Lot.CHOSEN and not all(any(b.isChecked() for b in each) for each in boxes)

    def show_counts(self, dossier: Dossier | None) -> None:
        """Show how many findings there are of each."""
        cases = dossier.counts() if dossier else {}  # what several sources contradict is one
        for relation, box in self.relations.items():
            count = dossier.count(Selection(relations=frozenset({relation}))) if dossier else 0
            told = numbers.count(count)
            if cases.get(relation, 0) < count:
                told += " · " + self.tr("%n case(s)", "", cases[relation])
            box.setText(f"{word(status_of(relation))}  ({told})")
        for verdict, box in self.verdicts.items():
            count = dossier.count(Selection(verdicts=frozenset({verdict}))) if dossier else 0
            box.setText(f"{verdict_word(verdict)}  ({numbers.count(count)})")

    def _options(self) -> Options:
        return Options(
            texts=self.texts.isChecked(),
            notes=self.notes.isChecked(),
            paths=self.paths.currentData(),
            language=self.language.currentData(),
            heading=self.heading.text().strip(),
            logo=self._logo,
            right_to_left=self.right_to_left.isChecked(),
            author=self.author.text().strip(),
            url=self.url.text().strip(),
        )

    def _ask_for_logo(self) -> None:
        if self._logo is not None:  # a second click takes it away
            self._show_logo(None)
            return
        dialog = QFileDialog(self, self.tr("Choose a logo"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg *.svg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._show_logo(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_logo(self, logo: Path | None) -> None:
        self._logo = logo
        self.logo.setText(self.tr("Without the logo {0}").format(logo.name) if logo else self.tr("Logo…"))
        self.changed.emit()

    def _allow(self) -> None:
        """Enable what the lot and the format leave to choose."""
        form, lot = self.order.form, self.lot.currentData()
        for box in (*self.relations.values(), *self.verdicts.values()):
            box.setEnabled(lot == Lot.CHOSEN)
        report = form in {"html", PDF, "docx", "markdown"}
        self.language.setEnabled(report)
        self.heading.setEnabled(report or form == "xlsx")
        self.logo.setEnabled(form in {"html", PDF, "docx"})
        self.right_to_left.setEnabled(form == "xlsx")
        for edit in (self.author, self.url):
            edit.setEnabled(form == "claimreview")

    def _draw(self) -> None:
        for relation, box in self.relations.items():
            status = status_of(relation)
            box.setIcon(icons.icon(status, self._look.theme.status[status].text, 16))


def _format_words(form: str) -> str:
    return {
        "html": QCoreApplication.translate("ExportPage", "HTML report"),
        PDF: QCoreApplication.translate("ExportPage", "PDF report"),
        "docx": QCoreApplication.translate("ExportPage", "Word (DOCX)"),
        "xlsx": QCoreApplication.translate("ExportPage", "Excel (XLSX)"),
        "csv": QCoreApplication.translate("ExportPage", "CSV table"),
        "json": QCoreApplication.translate("ExportPage", "JSON"),
        "jsonl": QCoreApplication.translate("ExportPage", "JSON Lines"),
        "markdown": QCoreApplication.translate("ExportPage", "Markdown"),
        "claimreview": QCoreApplication.translate("ExportPage", "ClaimReview"),
        "annotations": QCoreApplication.translate("ExportPage", "Web Annotations"),
        "sarif": QCoreApplication.translate("ExportPage", "SARIF"),
    }[form]
