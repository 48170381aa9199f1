"""Correcting a reading by hand: the value, the unit, the place; or that it is no figure at all."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from babel.numbers import NumberFormatError, format_decimal, parse_decimal
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from factcheck.desktop.dialogs import Sheet
from factcheck.desktop.geometry import leading
from factcheck.desktop.isolates import isolate
from factcheck.desktop.plain_words import sentence, unit_name
from factcheck.desktop.translation import interface
from factcheck.dossier.corrections import Correction, corrected
from factcheck.language.folding import fold
from factcheck.language.writing import in_digits
from factcheck.model import NOT_QUANTITIES, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim, Document

_ARABIC = str.maketrans("٫", ".", "٬")  # decimal and thousands separators of Arabic digits, whatever the language
_UNITS = (None, "percent", "percentage point", "times")  # that every dossier can do with


class CorrectionDialog(Sheet):
    """Asks how a figure is to be read; what is left as it is stays as read."""

    kept = Signal(object)  # Correction
    taken_back = Signal()

    def __init__(
        self,
        parent: QWidget,
        document: Document,
        claim: Claim,
        choices: tuple[Sequence[str], Sequence[str]],
        held: Correction | None,
    ) -> None:
        """`claim` is as the program read it, `choices` are the units and places to choose from, `held` is in force."""
        super().__init__(parent, self.tr("Correct the reading"), size=(520, 0))
        self._claim = claim
        now = (corrected(claim, held) if held else None) or claim
        self._now = now
        self.none = QCheckBox(self.tr("This is not a figure"))
        self.none.setChecked(held is not None and not held.figure)
        self.low, self.high, self.unit, self.place = QLineEdit(), QLineEdit(), QComboBox(), QLineEdit()
        self._said = QLabel()
        low, high = now.quantity.low, now.quantity.high
        self.low.setText("" if low is None else written(low))
        self.high.setText("" if high is None or high == low else written(high))
        for unit in dict.fromkeys((now.quantity.unit, *_UNITS, *choices[0])):
            self.unit.addItem(self.tr("a number, without a unit") if unit is None else unit_name(unit), unit)
        self.place.setText(now.scope.place or "")
        completer = QCompleter([place.title() for place in choices[1]], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.place.setCompleter(completer)
        self._lay_out(document, has_correction=held is not None)
        self._changed()

    def _lay_out(self, document: Document, *, has_correction: bool) -> None:
        quote = QLabel(isolate(document.quote(self._claim.span), document.language))
        quote.setObjectName("heading")
        quote.setAlignment(leading())
        quote.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setObjectName("muted")
        self._said.setWordWrap(True)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing() * 2)
        values, both = QWidget(), QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        values.setLayout(both)
        both.addWidget(self.low, 2)
        both.addWidget(QLabel(self.tr("up to")))
        both.addWidget(self.high, 2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("As written"), quote),
            (self.tr("Value"), values),
            (self.tr("Unit"), self.unit),
            (self.tr("Place"), self.place),
        )
        for row, (words, what) in enumerate(rows):
            grid.addWidget(QLabel(words), row, 0)
            grid.addWidget(what, row, 1)
        for field, name in (
            (self.low, self.tr("Value")),
            (self.high, self.tr("up to")),
            (self.unit, self.tr("Unit")),
            (self.place, self.tr("Place")),
        ):
            field.setAccessibleName(name)
        self.low.textChanged.connect(self._changed)
        self.high.textChanged.connect(self._changed)
        self.place.textChanged.connect(self._changed)
        self.unit.currentIndexChanged.connect(self._changed)
        self.none.toggled.connect(self._changed)
        self.body.setSpacing(14)
        self.body.addLayout(grid)
        self.body.addWidget(self.none)
        self.body.addWidget(self._said)
        self.body.addStretch()
        self.end(self._buttons(has_correction=has_correction))
        self.low.setFocus()
        self.low.selectAll()

    def _buttons(self, *, has_correction: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setObjectName("primary")
        self.keep.setDefault(True)
        close = buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.keep, close):
            button.setAccessibleName(button.text())
        self.back = buttons.addButton(self.tr("Take the correction back"), QDialogButtonBox.ButtonRole.ResetRole)
        self.back.setAccessibleName(self.back.text())
        self.back.setVisible(has_correction)
        self.back.clicked.connect(self._take_back)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def correction(self) -> Correction | None:
        """Return what is said, None where a value is no number."""
        name = (self._claim.id,)
        if self.none.isChecked():
            return Correction(name, figure=False)
        place = self.place.text().strip()
        said_place = None if place == (self._claim.scope.place or "") else place
        try:
            quantity = self._quantity()
        except ValueError:
            return None
        return Correction(name, quantity=None if quantity == self._claim.quantity else quantity, place=said_place)

    def _quantity(self) -> Quantity:
        was, unit = self._now.quantity, self.unit.currentData()
        texts = (self.low.text().strip(), self.high.text().strip())
        kept = (
            "" if was.low is None else written(was.low),
            "" if was.high in {None, was.low} else written(was.high or was.low or Decimal(0)),
        )
        if texts == kept and unit == was.unit:
            return was
        values = [number(text) for text in texts if text]
        if not values or values != sorted(values):
            raise ValueError(texts)
        low, high = values[0], values[-1]
        if was.exact is None and len(values) == 1 and was.high is None:
            return Quantity(low, None, unit, _precision(low, was.precision), was.approximate)
        return Quantity(low, high, unit, min(_precision(value, was.precision) for value in values), was.approximate)

    def _changed(self) -> None:
        off = self.none.isChecked() or self._claim.kind in NOT_QUANTITIES
        for field in (self.low, self.high, self.unit):
            field.setEnabled(not off)
        self.place.setEnabled(not self.none.isChecked())
        said = self.correction
        self.keep.setEnabled(said is not None)
        made = corrected(self._claim, said) if said else None
        if said is None:
            self._said.setText(self.tr("Write the value as a number, the smaller of two first."))
        else:
            self._said.setText(sentence(made) if made else self.tr("It is not marked and not compared any more."))

    def _keep(self) -> None:
        said = self.correction
        if said is not None and said.says_something:
            self.kept.emit(said)
        elif said is not None and self.back.isVisibleTo(self):
            self.taken_back.emit()
        self.accept()

    def _take_back(self) -> None:
        self.taken_back.emit()
        self.accept()


def written(value: Decimal) -> str:
    """Return a number as the interface's language writes it."""
    told = format_decimal(value, locale=interface(), decimal_quantization=False, numbering_system="default")
    return in_digits(str(told), interface())


def number(text: str) -> Decimal:
    """Return the number of a text: as the interface's language writes it, or plainly. Raises ValueError."""
    try:
        return parse_decimal(text, locale=interface(), strict=True, numbering_system="default")
    except NumberFormatError:
        try:
            value = Decimal(fold(text.translate(_ARABIC)))
        except InvalidOperation as error:
            raise ValueError(text) from error
    if not value.is_finite():
        raise ValueError(text)
    return value


def _precision(value: Decimal, was: Decimal) -> Decimal:
    """Return the value of a number's last digit: that of before, where the number still fits it."""
    exponent = value.as_tuple().exponent
    least = Decimal(1).scaleb(min(int(exponent), 0))
    return was if was > least and value % was == 0 else least
