"""Export: what goes in, in which format, how it will look, and where to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from factcheck.desktop import fonts, icons
from factcheck.desktop.export_choices import ExportChoices, Order
from factcheck.desktop.notices import Emptiness, Notice

if TYPE_CHECKING:
    from typing import Any

    from factcheck.desktop.theme import Look
    from factcheck.dossier.store import Dossier

PREVIEWED = 12  # findings in the preview


class Report(QTextBrowser):
    """Shows a report; loads nothing from anywhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return nothing: a preview asks neither the disk nor the net."""
        del kind, name


class ExportPage(QWidget):
    """Asks for a preview, to save, to copy, and to take a colleague's reviews in; the window does it."""

    preview_wanted = Signal(object)  # Order
    save_wanted = Signal(object)  # Order
    copy_wanted = Signal(object)  # Order
    import_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self._dossier: Dossier | None = None
        self.choices = ExportChoices(look)
        self.relations, self.verdicts = self.choices.relations, self.choices.verdicts
        self.formats, self.skipped = self.choices.formats, self.choices.skipped
        self.save, self.copy = QPushButton(self.tr("Save…")), QPushButton(self.tr("Copy"))
        self.take_in = QPushButton(self.tr("Take in reviews…"))
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
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.take_in)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.choices)
        row.addLayout(self._build_preview(), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 16, 22, 16)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self.notice)
        outer.addLayout(row, 1)
        self._count.setObjectName("muted")
        self._count.setWordWrap(True)
        self.save.setObjectName("primary")
        self.save.setAccessibleName(self.tr("Save the export"))
        self.copy.setAccessibleName(self.tr("Copy the findings, for a text or a mail"))
        self.copy.setToolTip(self.copy.accessibleName())
        self.take_in.setAccessibleName(self.tr("Take in the reviews of a colleague's JSON export"))
        self.take_in.setToolTip(self.take_in.accessibleName())
        buttons = QHBoxLayout()
        buttons.addWidget(self.save, 1)
        buttons.addWidget(self.copy)
        self.choices.foot.addWidget(self._count)
        self.choices.foot.addLayout(buttons)

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
        self._text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # data, whatever the window's language
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
        self.choices.changed.connect(self._pause.start)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self._changed)
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.order))
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self.order))
        self.take_in.clicked.connect(self.import_wanted.emit)
        self._look.changed.connect(self._draw)
        self._draw()

    @property
    def order(self) -> Order:
        """Return what is to be written."""
        return self.choices.order

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show what a dossier has to export."""
        self._dossier = dossier
        self.choices.show_counts(dossier)
        self.take_in.setEnabled(dossier is not None and not dossier.read_only)
        self._changed()

    def show_preview(self, text: str, *, rich: bool) -> None:
        """Show the first part of what would be written."""
        if rich:
            self._report.setHtml(text)
            self._stack.setCurrentWidget(self._report)
        else:
            self._text.setPlainText(text)
            self._stack.setCurrentWidget(self._text)

    def _changed(self) -> None:
        order = self.order
        if self._dossier is None or self.choices.nothing:
            count = 0
        else:
            count = len(order.marked) if order.marked is not None else self._dossier.count(order.selection)
        self.save.setEnabled(count > 0)
        self.copy.setEnabled(count > 0)
        if not count:
            self._count.setText(self.tr("Nothing to export."))
            self._empty.say(self.tr("Nothing to export"), self.tr("Choose other findings or decisions on the left."))
            self._stack.setCurrentWidget(self._empty)
            return
        self._count.setText(self.tr("%n finding(s) will be written.", "", count))
        self.preview_wanted.emit(order)

    def _draw(self) -> None:
        self.save.setIcon(icons.icon("export", self._look.theme.accent_text, disabled=self._look.theme.muted))
        self.copy.setIcon(icons.icon("copy", self._look.theme.text, disabled=self._look.theme.muted))
