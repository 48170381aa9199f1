"""JSON and JSON Lines, as `resources/schemas/findings.schema.json` describes them; other programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.export.rows import row, unread_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch

SCHEMA = "urn:factcheck:findings:1"  # a new number when a field goes or changes its meaning; fields may be added


def pieces(batch: Batch) -> Iterator[str]:
    """Yield an object with the findings, best first, and what was not read, piece by piece."""
    files, figures = unread_rows(batch)
    yield f'{{\n"schema": {_text(SCHEMA)},\n"made": {_text(batch.options.made.isoformat(timespec="seconds"))},\n'
    yield f'"program": {_text(f"factcheck {__version__}")},\n"findings": '
    yield from list_pieces(batch)
    yield f',"files_not_read": {_text(files)},\n"figures_not_read": {_text(figures)}\n}}\n'


def list_pieces(batch: Batch) -> Iterator[str]:
    """Yield the findings alone as a list, piece by piece."""
    yield "["
    for number, case in batch.numbered():
        yield ",\n" if number > 1 else "\n"
        yield _text(row(case, batch.folder or "", batch.options), indent=1)
    yield "\n]\n"


def line_pieces(batch: Batch) -> Iterator[str]:
    """Yield JSON Lines: an object a line with its "record", which is "head", "finding", "file" or "figure"."""
    files, figures = unread_rows(batch)
    made = batch.options.made.isoformat(timespec="seconds")
    yield _line({"record": "head", "schema": SCHEMA, "made": made, "program": f"factcheck {__version__}"})
    for _, case in batch.numbered():
        yield _line({"record": "finding", **row(case, batch.folder or "", batch.options)})
    for one in files:
        yield _line({"record": "file", **one})
    for one in figures:
        yield _line({"record": "figure", **one})


def _line(fields: dict[str, object]) -> str:
    return _text(fields) + "\n"


def _text(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
