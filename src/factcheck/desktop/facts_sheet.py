"""What is known of an article: title, author, outlet, day, address, language; where each is from; to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from factcheck.desktop import numbers
from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.geometry import leading
from factcheck.desktop.isolates import direction, isolate
from factcheck.desktop.messages import told
from factcheck.desktop.names import language_name, source_name
from factcheck.desktop.translation import ENGLISH, interface
from factcheck.dossier.as_told import PERSON
from factcheck.dossier.known_facts import SAVED
from factcheck.language.packs import packs
from factcheck.language.writing import in_digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.dossier.known_facts import KnownFact
    from factcheck.model import Document


class FactsSheet(Sheet):
    """Asks for other values; `kept` has a value for each fact that changes, None where what was read counts again."""

    kept = Signal(object)  # dict of name -> value or None

    def __init__(self, parent: QWidget, document: Document, facts: Sequence[KnownFact], *, writable: bool) -> None:
        source = isolate(source_name(document), ENGLISH)
        super().__init__(parent, QCoreApplication.translate("Facts", "What is known of the article"), source, (720, 0))
        self._facts = {fact.name: fact for fact in facts}
        self._document, self._writable = document, writable
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self._as_read: set[str] = set()  # facts for which what was read is to count again
        self._trouble = QLabel()
        self._trouble.setWordWrap(True)
        self._trouble.setAlignment(leading())
        self._trouble.setObjectName("trouble")
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for fact in facts:
            self._add(grid, fact)
        self.body.addLayout(grid)
        self.body.addWidget(self._trouble)
        self.body.addStretch()
        self.end(self._buttons())

    def _add(self, grid: QGridLayout, fact: KnownFact) -> None:
        row, words = grid.rowCount(), fact_name(fact.name)
        label = QLabel(words)
        grid.addWidget(label, row, 0)
        if fact.name == SAVED:  # it tells of a file, and is not to be changed
            day = QLabel(numbers.day(fact.value))
            day.setAlignment(leading())
            grid.addWidget(day, row, 1)
            return
        field = self._field(fact)
        field.setAccessibleName(words)
        field.setEnabled(self._writable)
        label.setBuddy(field)
        self.fields[fact.name] = field
        grid.addWidget(field, row, 1)
        origin = QLabel(self._origin(fact))
        origin.setObjectName("small")
        origin.setWordWrap(True)
        origin.setAlignment(leading())
        field.setAccessibleDescription(origin.text())
        grid.addWidget(origin, row + 1, 1)
        if fact.origin == PERSON and self._writable:
            back = QPushButton(QCoreApplication.translate("Facts", "As read"))
            back.setAccessibleName(f"{back.text()}: {words}")
            back.setAutoDefault(False)
            back.clicked.connect(lambda _=False, fact=fact: self._take_as_read(fact))
            grid.addWidget(back, row, 2)

    def _field(self, fact: KnownFact) -> QLineEdit | QComboBox:
        if fact.name == "language":
            box = QComboBox()
            tags = {tag for tag in (*packs(), fact.value, fact.read) if tag}
            for tag in sorted(tags, key=language_name):
                box.addItem(language_name(tag), tag)
            box.setCurrentIndex(box.findData(fact.value))
            return box
        edit = QLineEdit(_shown(fact.name, fact.value))
        if fact.name in {"title", "author", "outlet"}:
            edit.setLayoutDirection(direction(self._document.language))
        edit.setCursorPosition(0)
        if fact.name == "published":
            edit.setPlaceholderText(_shown(fact.name, "2024-03-31"))
        return edit

    def _origin(self, fact: KnownFact) -> str:
        tr = QCoreApplication.translate
        if not fact.origin:
            return tr("Facts", "not known")
        if fact.origin != PERSON:
            return origin_name(fact.origin)
        read = language_name(fact.read) if fact.name == "language" else _shown(fact.name, fact.read)
        return tr("Facts", "said by a person; read: {0}").format(isolate(read or "–", self._document.language))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        close = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAccessibleName(close.text())
        self.keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setObjectName("primary")
        self.keep.setAccessibleName(self.keep.text())
        self.keep.setDefault(True)
        self.keep.setEnabled(self._writable)
        buttons.accepted.connect(lambda: self.kept.emit(self.said))
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def said(self) -> Mapping[str, str | None]:
        """Return what is to change."""
        found: dict[str, str | None] = {}
        for name, field in self.fields.items():
            fact = self._facts[name]
            value = str(field.currentData() or "") if isinstance(field, QComboBox) else " ".join(field.text().split())
            if name in self._as_read and value == " ".join(_shown(name, fact.read).split()):
                found[name] = None
            elif value != " ".join(_shown(name, fact.value).split()):
                found[name] = value
        return found

    def say(self, name: str, message: str) -> None:
        """Tell why a value cannot be kept; the sheet stays open."""
        self._trouble.setText(f"{fact_name(name)}: {told(message)}")
        self._trouble.setAccessibleName(self._trouble.text())
        self.fields[name].setFocus()

    def _take_as_read(self, fact: KnownFact) -> None:
        self._as_read.add(fact.name)
        field = self.fields[fact.name]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(fact.read))
        else:
            field.setText(_shown(fact.name, fact.read))


def _shown(name: str, value: str) -> str:
    """Return a fact's value as the window writes it: a day in the digits of its language."""
    return in_digits(value, interface()) if name == "published" else value


def fact_name(name: str) -> str:
    """Return the words for a fact."""
    tr = QCoreApplication.translate
    return {
        "title": tr("Facts", "Title"),
        "author": tr("Facts", "Author"),
        "outlet": tr("Facts", "Outlet"),
        "published": tr("Facts", "Day of publication"),
        "url": tr("Facts", "Address"),
        "language": tr("Facts", "Language"),
        SAVED: tr("Facts", "File saved on"),
    }[name]


def origin_name(origin: str) -> str:
    """Return where a fact was read, in words; `reading.origin` lists them."""
    tr = QCoreApplication.translate
    return {
        "column": tr("Facts", "from a column of the table"),
        "feed": tr("Facts", "from the feed"),
        "mail header": tr("Facts", "from the head of the mail"),
        "json-ld": tr("Facts", "from what the page says of itself (JSON-LD)"),
        "meta": tr("Facts", "from the page's meta tags"),
        "time element": tr("Facts", "from a time on the page"),
        "heading": tr("Facts", "from the page's heading"),
        "date line": tr("Facts", "from the date line of the article"),
        "source line": tr("Facts", "from the source line of the article"),
        "text": tr("Facts", "from the text of the article"),
        "document properties": tr("Facts", "from the properties of the document"),
        "page title": tr("Facts", "from the title of the page"),
        "markup": tr("Facts", "from the markup of the page"),
        "saved page": tr("Facts", "from where the page was saved"),
        "crawl": tr("Facts", "from where the page was fetched"),
        "crawl day": tr("Facts", "from the day on which the page was fetched"),
        "file name": tr("Facts", "from the name of the file"),
        "file": tr("Facts", "from the day of the file"),
    }.get(origin, origin)
