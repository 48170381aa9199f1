"""Export: what goes in, in which format, how it will look, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop import fonts, icons
from factcheck.desktop.notices import Emptiness, Notice
from factcheck.desktop.status import status_of, verdict_word, word
from factcheck.dossier.selection import Selection
from factcheck.export.formats import FORMATS
from factcheck.model import Relation, Verdict

if TYPE_CHECKING:
    from typing import Any

    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier

PREVIEWED = 12  # findings in the preview


@dataclass(frozen=True, slots=True)
class Order:
    """What to write: which findings, in which format."""

    selection: Selection
    form: str
    with_skipped: bool


class Report(QTextBrowser):
    """Shows a report; loads nothing from anywhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return nothing: a preview asks neither the disk nor the net."""
        del kind, name


class ExportPage(QWidget):
    """Asks for a preview and to save; the window writes."""

    preview_wanted = Signal(object)  # Order
    save_wanted = Signal(object)  # Order

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self._dossier: Dossier | None = None
        self.relations = {r: QCheckBox() for r in (Relation.DIFFER, Relation.CHECK, Relation.AGREE)}
        self.verdicts = {v: QCheckBox() for v in Verdict}
        self.skipped = QCheckBox(self.tr("List of files that were skipped"))
        self.formats = {form: QRadioButton(_format_words(form)) for form in FORMATS}
        self.save = QPushButton()
        self.notice = Notice(look)
        self._count = QLabel()
        self._text, self._report = QPlainTextEdit(), Report()
        self._empty = Emptiness(look, "export")
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Export"))
        title.setObjectName("title")
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._build_choices())
        row.addLayout(self._build_preview(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 16, 22, 16)
        outer.setSpacing(12)
        outer.addWidget(title)
        outer.addWidget(self.notice)
        outer.addLayout(row, 1)

    def _build_choices(self) -> QWidget:
        side = QFrame()
        side.setObjectName("card")
        side.setFixedWidth(320)
        column = QVBoxLayout(side)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(5)
        self.skipped.setChecked(True)
        self.relations[Relation.DIFFER].setChecked(True)
        self.relations[Relation.CHECK].setChecked(True)
        for verdict in (Verdict.OPEN, Verdict.CONFIRMED, Verdict.LATER):
            self.verdicts[verdict].setChecked(True)
        for head, boxes in (
            (self.tr("Which findings"), list(self.relations.values())),
            (self.tr("Which decisions"), list(self.verdicts.values())),
            (self.tr("Also"), [self.skipped]),
            (self.tr("Format"), list(self.formats.values())),
        ):
            label = QLabel(head)
            label.setObjectName("section")
            column.addWidget(label)
            for box in boxes:
                column.addWidget(box)
            column.addSpacing(10)
        next(iter(self.formats.values())).setChecked(True)
        if "html" in self.formats:
            self.formats["html"].setChecked(True)
        column.addStretch()
        self._count.setObjectName("muted")
        self._count.setWordWrap(True)
        self.save.setObjectName("primary")
        self.save.setText(self.tr("Save…"))
        self.save.setAccessibleName(self.tr("Save the export"))
        column.addWidget(self._count)
        column.addWidget(self.save)
        return side

    def _build_preview(self) -> QVBoxLayout:
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        for view in (self._text, self._report):
            view.setReadOnly(True)
            view.setAccessibleName(self.tr("Preview"))
            view.setFrameShape(QFrame.Shape.NoFrame)
            view.setStyleSheet("border: none; background: transparent;")
            self._stack.addWidget(view)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(fonts.interface(9))
        self._report.setOpenLinks(False)
        self._stack.addWidget(self._empty)
        inside.addWidget(self._stack)
        preview = QLabel(self.tr("Preview"))
        preview.setObjectName("section")
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(preview)
        right.addWidget(card, 1)
        return right

    def _wire(self) -> None:
        for box in (*self.relations.values(), *self.verdicts.values(), self.skipped, *self.formats.values()):
            box.toggled.connect(lambda _: self._pause.start())
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._changed)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.order))
        self._look.changed.connect(self._draw)
        self._draw()

    @property
    def order(self) -> Order:
        """Return what is to be written."""
        return Order(
            Selection(
                relations=frozenset(r for r, box in self.relations.items() if box.isChecked()),
                verdicts=frozenset(v for v, box in self.verdicts.items() if box.isChecked()),
            ),
            next(form for form, button in self.formats.items() if button.isChecked()),
            self.skipped.isChecked(),
        )

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show what a dossier has to export."""
        self._dossier = dossier
        counts = dossier.counts() if dossier else {}
        for relation, box in self.relations.items():
            box.setText(f"{word(status_of(relation))}  ({counts.get(relation, 0):,})")
        for verdict, box in self.verdicts.items():
            count = dossier.count(Selection(verdicts=frozenset({verdict}))) if dossier else 0
            box.setText(f"{verdict_word(verdict)}  ({count:,})")
        self._changed()

    def show_preview(self, form: str, text: str) -> None:
        """Show the first part of what would be written."""
        if form == "html":
            self._report.setHtml(text)
            self._stack.setCurrentWidget(self._report)
        else:
            self._text.setPlainText(text)
            self._stack.setCurrentWidget(self._text)

    def _changed(self) -> None:
        order = self.order
        nothing = not order.selection.relations or not order.selection.verdicts
        count = 0 if self._dossier is None or nothing else self._dossier.count(order.selection)
        self.save.setEnabled(count > 0)
        if not count:
            self._count.setText(self.tr("Nothing to export."))
            self._empty.say(self.tr("Nothing to export"), self.tr("Choose other findings or decisions on the left."))
            self._stack.setCurrentWidget(self._empty)
            return
        self._count.setText(self.tr("%n finding(s) will be written.", "", count))
        self.preview_wanted.emit(order)

    def _draw(self) -> None:
        self.save.setIcon(icons.icon("export", self._look.theme.accent_text, disabled=self._look.theme.muted))
        for relation, box in self.relations.items():
            status = status_of(relation)
            box.setIcon(icons.icon(status, self._look.theme.status[status].text, 16))


def _format_words(form: str) -> str:
    return {
        "csv": QCoreApplication.translate("ExportPage", "CSV, for a spreadsheet"),
        "json": QCoreApplication.translate("ExportPage", "JSON, for other programs"),
        "html": QCoreApplication.translate("ExportPage", "HTML report, side by side"),
    }.get(form, form.upper())
