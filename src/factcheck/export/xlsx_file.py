"""XLSX: a sheet of findings with typed cells, a filter and a frozen header, and a sheet of what was not read.

Written a row at a time (ISO/IEC 29500-1, SpreadsheetML), so that any number of findings takes the same memory. Every
text is an inline string: no cell can become a formula.
"""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from factcheck.export import xlsx_parts as parts
from factcheck.export.csv_file import COLUMNS, not_read, values
from factcheck.export.rows import right_to_left
from factcheck.export.xlsx_parts import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import IO

    from factcheck.export.batch import Batch

    _Row = Sequence[object]

_LONGEST = 32_767  # characters in a cell: Excel specifications and limits
_MOST_ROWS = 1_048_575  # below the header, in one sheet
_MOST_LINKS = 65_530  # hyperlinks in one sheet
_LONGEST_LINK = 2_000
_MOST_DIGITS = 10**15  # a cell's number has 15 digits
_QUICK = 1  # how hard to pack: a sheet is fifty times smaller already
_TOGETHER = 200  # rows handed on at once
_WEB = re.compile(r"https?://[^\s\x00-\x20\"<>\\^`{|}\x7f-\x9f\ud800-\udfff\ufffe\uffff]+", re.IGNORECASE)
_DAY_ZERO = date(1899, 12, 30)  # of Excel's calendar, from March 1900 on
_OWN_WORDS, _SIDES = {"text", "sentence", "title", "before", "after"}, ("a_", "b_")
_LANGUAGES = tuple(COLUMNS.index(f"{at}language") for at in _SIDES)


def write(batch: Batch, part: Path) -> None:
    """Write findings to a file."""
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=_QUICK) as archive:
        book = _Book(archive, right=batch.options.right_to_left)
        folder, options = batch.folder or "", batch.options
        book.add("Findings", (values(case, folder, options) for _, case in batch.numbered()))
        left_out = [tuple(fields.get(name) for name in COLUMNS) for fields in not_read(batch)]
        if left_out:
            book.add("Not read", left_out)
        for name, content in parts.fixed(book.sheets, batch.options.heading, batch.options.made).items():
            archive.writestr(name, content.encode("utf-8", "replace"))


class _Book:
    """The sheets of a file, one after another."""

    def __init__(self, archive: zipfile.ZipFile, *, right: bool) -> None:
        self._archive, self._right = archive, right
        self.sheets: list[str] = []

    def add(self, name: str, rows: Iterable[Sequence[object]]) -> None:
        """Write rows to a sheet, and to further ones where there are more than one holds."""
        left, more = iter(rows), 1
        row = next(left, None)
        while more == 1 or row is not None:
            row = self._sheet(name if more == 1 else f"{name} {more}", row, left)
            more += 1

    def _sheet(
        self, name: str, row: Sequence[object] | None, left: Iterator[Sequence[object]]
    ) -> Sequence[object] | None:
        """Write a sheet; return the first row that it does not hold."""
        self.sheets.append(name)
        number, made, at, links = len(self.sheets), [], 1, list[tuple[str, str]]()
        with self._archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as file:
            _put(file, parts.begin(self._right), "".join(_HEAD))
            while row is not None and at <= _MOST_ROWS:
                at += 1
                made.append(_row(row, at, links))
                if len(made) == _TOGETHER:
                    _put(file, *made)
                    made.clear()
                row = next(left, None)
            _put(file, *made, parts.end(f"{_LETTERS[-1]}{max(at, 2)}", [ref for ref, _ in links]))
        if links:
            relations = parts.link_relations([address for _, address in links])
            self._archive.writestr(f"xl/worksheets/_rels/sheet{number}.xml.rels", relations)
        return row


def _put(file: IO[bytes], *pieces: str) -> None:
    file.write("".join(pieces).encode("utf-8", "replace"))


def _row(row: Sequence[object], at: int, links: list[tuple[str, str]]) -> str:
    text_styles = [Style.RIGHT if _goes_right(row[column]) else Style.LEFT for column in _LANGUAGES]
    made = [f'<row r="{at}">']
    for letter, shape, value in zip(_LETTERS, _SHAPES, row, strict=True):
        if value is None or value == "":
            continue
        if type(value) is str:
            style = text_styles[shape] if type(shape) is int else Style.PLAIN
            if callable(shape) and (special := shape(value, f"{letter}{at}", links)):
                made.append(special)
                continue
            text = parts.escaped(value if len(value) <= _LONGEST else f"{value[: _LONGEST - 2]} …")
            made.append(
                f'<c r="{letter}{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
            )
        elif value is True or value is False:
            made.append(f'<c r="{letter}{at}" t="b"><v>{int(value)}</v></c>')
        elif isinstance(value, (int, float)) and abs(value) < _MOST_DIGITS:
            made.append(f'<c r="{letter}{at}" s="{shape if type(shape) is Style else 0}"><v>{value!r}</v></c>')
        else:
            made.append(f'<c r="{letter}{at}" t="inlineStr"><is><t>{value}</t></is></c>')
    made.append("</row>\n")
    return "".join(made)


def _goes_right(language: object) -> bool:
    return isinstance(language, str) and right_to_left(language)


def _day(value: str, ref: str, _links: list[tuple[str, str]]) -> str:
    return f'<c r="{ref}" s="{Style.DAY}"><v>{(date.fromisoformat(value) - _DAY_ZERO).days}</v></c>'


def _moment(value: str, ref: str, _links: list[tuple[str, str]]) -> str:
    when = datetime.fromisoformat(value).astimezone(UTC)  # a cell knows no time zones
    share = (when.hour * 3600 + when.minute * 60 + when.second) / 86_400
    return f'<c r="{ref}" s="{Style.TIME}"><v>{(when.date() - _DAY_ZERO).days + share!r}</v></c>'


def _address(value: str, ref: str, links: list[tuple[str, str]]) -> str:
    """Return a cell with a link to a page on the web; "" where the address is none or the sheet holds no more."""
    if len(value) > _LONGEST_LINK or len(links) >= _MOST_LINKS or not _WEB.fullmatch(value):
        return ""
    links.append((ref, value))
    text = parts.escaped(value)
    return f'<c r="{ref}" s="{Style.LINK}" t="inlineStr"><is><t>{text}</t></is></c>'


def _shape(column: str) -> object:
    """Return how a column's values are written: the side its texts are of, a style for numbers, or a function."""
    name = column[2:] if column.startswith(_SIDES) else column
    if column.startswith(_SIDES) and name in _OWN_WORDS:
        return _SIDES.index(column[:2])
    special: dict[str, Callable[[str, str, list[tuple[str, str]]], str]]
    special = {"published": _day, "when": _moment, "url": _address}
    return special.get(name) or (Style.PERCENT if name in {"gap", "score"} else None)


_SHAPES = tuple(_shape(column) for column in COLUMNS)
_LETTERS = tuple(
    (chr(64 + number // 26) if number >= 26 else "") + chr(65 + number % 26) for number in range(len(COLUMNS))
)
_HEAD = (
    '<row r="1">',
    *(
        f'<c r="{letter}1" s="{Style.HEAD}" t="inlineStr"><is><t>{column}</t></is></c>'
        for letter, column in zip(_LETTERS, COLUMNS, strict=True)
    ),
    "</row>\n",
)
