"""JSON and JSON Lines, as `resources/schemas/findings.schema.json` describes them; other programs read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.export import left_out
from factcheck.export.rows import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.export.batch import Batch

SCHEMA = "urn:factcheck:findings:1"  # a new number when a field goes or changes its meaning; fields may be added


def pieces(batch: Batch) -> Iterator[str]:
    """Yield an object with the findings, best first, and what was not read, piece by piece."""
    yield f'{{\n"schema": {_text(SCHEMA)},\n"made": {_text(batch.options.made.isoformat(timespec="seconds"))},\n'
    yield f'"program": {_text(f"factcheck {__version__}")},\n"language": {_text(batch.options.language)},\n"findings": '
    yield from list_pieces(batch)
    yield ',"files_not_read": '
    yield from _listed(left_out.files(batch))
    yield ',"figures_not_read": '
    yield from _listed(left_out.figures(batch))
    yield "}\n"


def list_pieces(batch: Batch) -> Iterator[str]:
    """Yield the findings alone as a list, piece by piece."""
    return _listed((row(case, batch.folder or "", batch.options) for _, case in batch.numbered()), indent=1)


def line_pieces(batch: Batch) -> Iterator[str]:
    """Yield JSON Lines: an object a line with its "record", which is "head", "finding", "file" or "figure"."""
    made = batch.options.made.isoformat(timespec="seconds")
    program, language = f"factcheck {__version__}", batch.options.language
    yield _line({"record": "head", "schema": SCHEMA, "made": made, "program": program, "language": language})
    for _, case in batch.numbered():
        yield _line({"record": "finding", **row(case, batch.folder or "", batch.options)})
    for one in left_out.files(batch):
        yield _line({"record": "file", **one})
    for one in left_out.figures(batch):
        yield _line({"record": "figure", **one})


def _listed(objects: Iterable[Mapping[str, object]], indent: int | None = None) -> Iterator[str]:
    """Yield a list, piece by piece."""
    between = "["
    for one in objects:
        yield f"{between}\n{_text(one, indent)}"
        between = ","
    yield "\n]\n" if between == "," else "[]\n"


def _line(fields: dict[str, object]) -> str:
    return _text(fields) + "\n"


def _text(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
