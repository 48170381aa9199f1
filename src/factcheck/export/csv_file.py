"""CSV: RFC 4180, in UTF-8 with the mark by which Excel knows it, one row a finding."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from factcheck.export.rows import common_folder, row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Case, Skipped

_PLAIN = ("relation", "type", "explanation", "gap", "score", "verdict", "reason", "note", "reviewer", "when")
_SIDE = (
    "text", "sentence", "title", "language", "published", "url", "path", "about", "shown", "value", "low", "high",
    "unit", "approximate", "kind", "role", "direction", "indicator", "noun", "group", "place", "period", "per",
    "start", "end", "document",
)  # fmt: skip
COLUMNS = (*_PLAIN, *(f"{at}_{name}" for at in "ab" for name in _SIDE), "reasons", "finding")

_MARK = "\ufeff"
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠|")


def pieces(cases: Sequence[Case], skipped: Sequence[Skipped]) -> Iterator[str]:  # noqa: ARG001  CSV has one table
    """Yield findings as CSV, piece by piece."""
    folder = common_folder(document.path for case in cases for document in (case.a, case.b))
    yield _MARK
    line = _Line()
    rows = csv.writer(line, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    yield line.text
    for case in cases:
        rows.writerow(_cells(case, folder))
        yield line.text


class _Line:
    """Holds the line that the CSV writer wrote last."""

    text = ""

    def write(self, text: str) -> None:
        self.text = text


def _cells(case: Case, folder: str) -> list[str]:
    fields = row(case, folder)
    for at in "ab":
        of_side = fields.pop(at)
        assert isinstance(of_side, dict)
        fields.update({f"{at}_{name}": value for name, value in of_side.items()})
    fields["reasons"] = "; ".join(f"{reason.name}: {reason.detail}" for reason in case.finding.match.reasons)
    return [cell(fields[name]) for name in COLUMNS]


def cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula.

    Text that could begin one gets an apostrophe before it, as OWASP's "CSV injection" advises; plain numbers do not.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if text.lstrip(" \u00a0\ufeff").startswith(_STARTS_A_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
