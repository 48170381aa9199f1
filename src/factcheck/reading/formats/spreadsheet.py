"""Excel files (XLSX), read by openpyxl: the values that cells show, never their formulas."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from factcheck.errors import UnreadableFileError
from factcheck.reading.formats.limits import PAGE, TEXT
from factcheck.reading.formats.package import FAULTS, Package, is_bomb
from factcheck.reading.formats.table import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAMAGED = "The spreadsheet is damaged or locked; open it in its program and save it again, or export it as CSV."
_MOST_SHEETS = 100
_FAULTS = (*FAULTS, InvalidFileException, TypeError, AttributeError, IndexError, SyntaxError)


def sheets(data: bytes) -> list[tuple[str, Iterator[list[str]]]]:
    """Return the sheets that hold something, each with its title and its rows. Raises UnreadableFileError."""
    with Package(data, "spreadsheet") as package:
        for name, (size, packed) in package.sizes.items():
            if size > (TEXT if "sheet" in name else PAGE) or is_bomb(size, packed):
                raise UnreadableFileError("The spreadsheet unpacks to more than is read; export its articles as CSV.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not know
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            found = [(sheet.title, _rows(sheet)) for sheet in book.worksheets[:_MOST_SHEETS] if not _is_empty(sheet)]
        except _FAULTS as error:
            raise UnreadableFileError(_DAMAGED) from error
    if not found:
        raise UnreadableFileError("The spreadsheet is empty; export its articles as CSV.")
    return found


def _is_empty(sheet: object) -> bool:
    return next(_rows(sheet), None) is None


def _rows(sheet: object) -> Iterator[list[str]]:
    try:
        for row in sheet.iter_rows(values_only=True):  # type: ignore[attr-defined]
            cells = [cell_text(value) for value in row]
            if any(cells):
                yield cells
    except _FAULTS as error:
        raise UnreadableFileError(_DAMAGED) from error
