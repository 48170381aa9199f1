"""CSV: RFC 4180, in UTF-8 with the mark by which Excel knows it, one row a finding."""

from __future__ import annotations

import csv
import re
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.export import left_out
from factcheck.export.rows import compared, decided, reasons, side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.export.batch import Batch, Options
    from factcheck.model import Case, Claim, Document, Span

_PLAIN = ("relation", "type", "explanation", "gap", "score", "verdict", "reason", "note", "reviewer", "when")
_SIDE = (
    "text", "sentence", "title", "language", "published", "url", "path", "about", "shown", "value", "low", "high",
    "unit", "approximate", "kind", "role", "direction", "indicator", "noun", "group", "place", "period", "per",
    "before", "after", "start", "end", "sentence_start", "sentence_end", "document",
)  # fmt: skip
COLUMNS = (*_PLAIN, *(f"{at}_{name}" for at in "ab" for name in _SIDE), "reasons", "case", "finding")

_plain_values, _values_of_side = itemgetter(*_PLAIN), itemgetter(*_SIDE)
_TOGETHER = 200  # lines handed on at once
_REMEMBERED = 50_000  # sides: some 50 MB at most
_END = "\r\n"
_MARK = "\ufeff"
_TO_QUOTE = re.compile('[,"\r\n]')
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠|")
_BLANK = " \u00a0\ufeff"  # what a program may skip before a formula
_RISKY = frozenset((*_STARTS_A_FORMULA, *_BLANK))


def pieces(batch: Batch) -> Iterator[str]:
    """Yield findings as CSV, piece by piece; then, with the relation "not read", the files and figures left out."""
    cells = _Cells()
    yield _MARK + cells.line(COLUMNS) + _END
    lines, sides = list[str](), _Sides(batch, cells)
    for number, case in batch.numbered():
        match, first, last = case.finding.match, *_outcome(case, batch.options)
        a, b = sides.text(match.a, case.a), sides.text(match.b, case.b)
        lines.append(f"{cells.line(first)},{a},{b},{','.join(map(_quoted, last))}{_END}")
        if number % _TOGETHER == 0:
            yield "".join(lines)
            lines.clear()
    yield "".join(lines)
    for fields in not_read(batch):
        yield cells.line([fields.get(name) for name in COLUMNS]) + _END


class _Sides:
    """The cells of one side of a finding; a figure that many findings are about is written once."""

    def __init__(self, batch: Batch, cells: _Cells) -> None:
        self._folder, self._options, self._cells = batch.folder or "", batch.options, cells
        self._texts: dict[tuple[str, Span, int], bytes] = {}  # in UTF-8, which takes half the room

    def text(self, claim: Claim, document: Document) -> str:
        """Return the cells, with commas between them."""
        key = (claim.document, claim.span, claim.passage)
        text = self._texts.get(key)
        if text is None:
            if len(self._texts) >= _REMEMBERED:
                self._texts.clear()
            of_side = _values_of_side(side(claim, document, self._folder, self._options))
            text = self._texts[key] = self._cells.line(of_side).encode("utf-8", "surrogatepass")
        return text.decode("utf-8", "surrogatepass")


class _Cells:
    """Writes values as cells with commas between them, as RFC 4180 asks."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._writer = csv.writer(self, lineterminator=_END)

    def write(self, text: str) -> None:
        """Take what the CSV writer writes."""
        self._written.append(text)

    def line(self, of_row: Sequence[object]) -> str:
        """Return a row without its end; what could be taken for a formula with care."""
        self._writer.writerow(
            [
                value
                if type(value) is not bool and (type(value) is not str or value[:1] not in _RISKY)
                else cell(value)
                for value in of_row
            ]
        )
        return self._written.pop()[: -len(_END)]


def values(case: Case, folder: str, options: Options | None = None) -> Sequence[object]:
    """Return a case as one row in the order of `COLUMNS`."""
    match = case.finding.match
    a, b = side(match.a, case.a, folder, options), side(match.b, case.b, folder, options)
    first, last = _outcome(case, options)
    return (*first, *_values_of_side(a), *_values_of_side(b), *last)


def _outcome(case: Case, options: Options | None) -> tuple[Sequence[object], tuple[str, str, str]]:
    """Return the columns of a case before and after those of its sides."""
    made = {**compared(case, options), **decided(case, options)}
    why = "; ".join([f"{reason.name}: {detail}" for reason, detail in reasons(case, options)])
    return _plain_values(made), (why, str(made["case"]), str(made["finding"]))


def _quoted(text: str) -> str:
    """Return a text as one cell, as `_Cells` does for a row."""
    made = cell(text)
    return '"' + made.replace('"', '""') + '"' if _TO_QUOTE.search(made) else made


def not_read(batch: Batch) -> Iterator[dict[str, object]]:
    """Yield the files and figures that were not read as rows of the same table."""
    for one in left_out.files(batch):
        yield {"relation": "not read", "type": "file", "explanation": one["reason"], "a_path": one["path"]}
    for one in left_out.figures(batch):
        of_side = {f"a_{name}": one[name] for name in ("path", "start", "end", "text", "document")}
        yield {"relation": "not read", "type": "figure", "a_sentence": one["around"], **of_side}


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula.

    Text that could begin one gets an apostrophe before it, as OWASP's "CSV injection" advises; plain numbers do not.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if text.lstrip(_BLANK).startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
